// A workbook with a sheet for each project.
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../src/model/document.ts';
import { judgeDocument } from './judge-document.ts';

const agency = { kind: 'school', name: 'โรงเรียนบ้านสวนทราย' } as const;
let table = 0;

function sheet(name: string, title: string, fact: string, ...ledger: string[]): Segment[] {
  table += 1;
  const row = (text: string): Segment => ({
    kind: 'row',
    region: 'main',
    text,
    cells: text.split('|').map((cell) => cell.trim()),
    locator: { sheet: name, table },
  });
  const line = (text: string, kind: 'heading' | 'paragraph'): Segment => ({
    kind,
    region: 'main',
    text,
    locator: { sheet: name },
  });
  return [
    line(name, 'heading'),
    line(title, 'heading'),
    row(`ชื่อ | ${name} | |`),
    row('ครูดูแล | ครูสมใจ | |'),
    row('เงินที่ได้ (บาท) | 12,000 | |'),
    row('วันที่ | รายการ | จ่าย (บาท) | เหลือ (บาท)'),
    ...ledger.map(row),
    ...(fact === '' ? [] : [line(fact, 'paragraph')]),
  ];
}
const paid = ['5 พ.ย. 68 | ซื้อหนังสือ | 5,400 | 6,600', '9 ม.ค. 69 | ค่าวิทยากร | 1,500 | 5,100'];
const book = (title: string, fact: string) => [
  ...sheet('ห้องสมุดมีชีวิต', title, fact, ...paid),
  ...sheet('สวนผักหลังเรือน', title, fact === '' ? '' : 'ตอนนี้ถึงไหน: ปลูกครบสี่แปลงแล้ว', ...paid),
  ...sheet('น้ำดื่มสะอาด', title, fact === '' ? '' : 'ตอนนี้ถึงไหน: ยังไม่ได้เปลี่ยนไส้กรอง', ...paid),
];
const met = (segments: readonly Segment[], criterion: string) =>
  judgeDocument(segments, criterion, agency).startsWith('met');
const ofPlan = 'โครงการตามแผนปฏิบัติการ ปีงบประมาณ 2569';

describe('a ledger a project', () => {
  test('tells the projects, and both with the line on how far each is', () => {
    const segments = book(ofPlan, 'ตอนนี้ถึงไหน: จัดมุมอ่านเสร็จแล้ว');
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(met(segments, criterion), criterion).toBe(true);
  });
  test('without it no progress', () => {
    expect(met(book(ofPlan, ''), 'budget-progress')).toBe(false);
  });
  test.each(['กิจกรรมนอกแผนปฏิบัติการของโรงเรียน ปี 2569', 'กิจกรรมผู้ปกครอง ปี 2569 ไม่ได้อยู่ในแผนปฏิบัติการ'])(
    'none under %s',
    (title) => {
      const segments = book(title, 'ตอนนี้ถึงไหน: จัดมุมอ่านเสร็จแล้ว');
      for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
        expect(met(segments, criterion), criterion).toBe(false);
    },
  );
});
