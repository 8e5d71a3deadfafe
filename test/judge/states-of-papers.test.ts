// How it stands with a project's papers is not how it stands with its work.
import { describe, expect, test } from 'vitest';
import { isOfPapers } from '../../src/judge/states-of-papers.ts';
import { judgeDocument } from './judge-document.ts';

describe('a column is of papers', () => {
  test.each([
    ['สถานะ', ['ส่งแล้ว', 'ส่งช้า', 'ยังไม่ส่ง']],
    ['แบบติดตาม', ['ส่งแล้ว ขาดลายเซ็น', 'ยังไม่ส่ง']],
    ['เอกสารรายงาน', ['ครบ', 'ขาดภาพถ่าย', 'ยังไม่ได้รับ']],
    ['สถานะ', ['เผยแพร่แล้ว', 'ฉบับร่าง']],
  ])('%s: %j', (heading, cells) => {
    expect(isOfPapers(heading, cells)).toBe(true);
  });
  test.each([
    ['สถานะ', ['ส่งมอบแล้ว', 'ยังไม่ส่งมอบ']],
    ['สถานะ', ['ส่งงวดที่ 1 แล้ว', 'แล้วเสร็จ']],
    ['สถานะ', ['ส่งแล้ว', 'กำลังก่อสร้าง']],
    ['รายงานความก้าวหน้า', ['อบรมแล้ว 2 รุ่น', 'ครบทุกหมู่บ้าน']],
    ['แบบก่อสร้าง', ['กำลังก่อผนัง', 'มุงหลังคาแล้ว']],
  ])('not %s: %j', (heading, cells) => {
    expect(isOfPapers(heading, cells)).toBe(false);
  });
});

const paper = (head: string, ...rows: string[]) =>
  ['# ติดตามงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน', head, ...rows].join('\n');

test('what was handed in monitors nothing, whatever the title says', () => {
  const text = paper(
    '| โครงการ | งบ (บาท) | สถานะ |',
    '| ตลาดเกษตรกร | 120,000 | ส่งแล้ว |',
    '| อบรมอาสา | 45,000 | รอส่ง |',
    '| ปลูกป่าชายเลน | 60,000 | ส่งช้า |',
  );
  expect(judgeDocument(text, 'projects')).toMatch(/^met/);
  expect(judgeDocument(text, 'monitoring-results')).toBe('review/title-only');
});

test('what was handed over does', () => {
  const text = paper(
    '| โครงการ | งบ (บาท) | จ่ายแล้ว | สถานะ |',
    '| ศาลาริมน้ำ | 120,000 | 120,000 | ส่งมอบแล้ว |',
    '| ลานกีฬา | 45,000 | 0 | ยังไม่ส่งมอบ |',
  );
  for (const criterion of ['monitoring-results', 'budget-progress'])
    expect(judgeDocument(text, criterion), criterion).toMatch(/^met/);
});
