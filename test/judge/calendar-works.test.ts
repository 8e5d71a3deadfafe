// A year's work as a calendar, and calendars of other things.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';

const met = (text: string, criterion: string) => judgeDocument(text, criterion).startsWith('met');
const boxes = [
  '| ต.ค. 68 อบรมทำบัญชี (30,000) | พ.ย. 68 ปล่อยพันธุ์ปลา (25,000) | ธ.ค. 68 ตลาดนัดสหกรณ์ (60,000) |',
  '| ม.ค. 69 ตรวจกลุ่มออมทรัพย์ (12,000) | ก.พ. 69 ค่ายยุวสหกรณ์ (80,000) | มี.ค. 69 ประชุมใหญ่เครือข่าย (15,000) |',
];
const under = [
  '| ตุลาคม 2568 | พฤศจิกายน 2568 | ธันวาคม 2568 |',
  '| อบรมทำบัญชี (30,000 บาท) | ปล่อยพันธุ์ปลา งบ 25,000 บาท | ตลาดนัดสหกรณ์ (60,000) |',
  '| มกราคม 2569 | กุมภาพันธ์ 2569 | มีนาคม 2569 |',
  '| ตรวจกลุ่มออมทรัพย์ (12,000) | ค่ายยุวสหกรณ์ (80,000) | ประชุมใหญ่เครือข่าย (15,000) |',
];
const calendar = (title: string, lead: string, rows: readonly string[]) => [`# ${title}`, lead, ...rows].join('\n');

describe('a calendar that says that it is the plan', () => {
  test.each([
    ['สำนักงานจัดทำแผนปฏิบัติงานประจำปีไว้เป็นปฏิทินหน้าเดียว วงเล็บคือเงิน (บาท)', boxes],
    ['ปีนี้เขียนแผนปฏิบัติงานประจำปีบนแผ่นเดียว', under],
    ['ปฏิทินนี้เป็นแผนปฏิบัติงานประจำปีของสำนักงาน', boxes],
  ])('%s', (lead, rows) => {
    const text = calendar('ปฏิทินทำงาน ปีงบประมาณ 2569', lead, rows);
    for (const criterion of ['plan-current', 'projects']) expect(met(text, criterion), criterion).toBe(true);
    for (const criterion of ['monitoring-results', 'budget-progress'])
      expect(met(text, criterion), criterion).toBe(false);
  });
});

test.each([
  ['that says nothing', 'วงเล็บคือจำนวนคนที่เชิญ'],
  ['that tells whoever reads it to draw one up', 'ให้ทุกกลุ่มงานจัดทำแผนปฏิบัติงานประจำปีเป็นปฏิทินส่งภายในเดือนนี้'],
])('no calendar %s', (_, lead) => {
  expect(met(calendar('ปฏิทินกิจกรรม ปี 2569', lead, boxes), 'plan-current')).toBe(false);
});

test('nor one of holidays and meetings', () => {
  const days = [
    '| ต.ค. 68 หยุดวันปิยมหาราช | พ.ย. 68 ประชุมเดือน | ธ.ค. 68 กีฬาสี |',
    '| ม.ค. 69 ทำบุญสำนักงาน | ก.พ. 69 ตรวจสุขภาพ | มี.ค. 69 ประชุมเดือน |',
  ];
  const text = calendar('ปฏิทินงานทั้งปี 2569', 'รวมวันหยุดและวันประชุมไว้ในแผ่นเดียว', days);
  for (const criterion of ['plan-current', 'projects']) expect(met(text, criterion), criterion).toBe(false);
});
