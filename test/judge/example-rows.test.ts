// Rows that a form shows as examples of how it is filled in are nobody's work.
import { expect, test } from 'vitest';
import { isExample } from '../../src/judge/cell-value.ts';
import { judgeDocument } from './judge-document.ts';

const criteria = ['projects', 'evaluation-results', 'recommendations', 'monitoring-results', 'budget-progress'];
const form = (...rows: string[]) =>
  [
    'แบบติดตามผลการดำเนินงานตามแผนปฏิบัติการ ปีงบประมาณ 2569 ไตรมาสที่ 2',
    '| ที่ | โครงการ | งบประมาณ | เบิกจ่าย | ความก้าวหน้า | ผลการประเมิน | ปัญหาอุปสรรค |',
    ...rows,
  ].join('\n');
const example = '| ตัวอย่าง | โครงการตัวอย่าง กขค | 50,000 | 25,000 | อยู่ระหว่างดำเนินการ | บรรลุ | ไม่มี |';
const blank = '| 1 |  |  |  |  |  |  |';

test('a form with examples alone shows nothing', () => {
  const text = `${form(example, example.replace('กขค', '2'), blank)}\nตัวเลือก\n| สถานะ | ผลประเมิน |\n| แล้วเสร็จ | บรรลุ |\n| ยกเลิก | ไม่บรรลุ |`;
  for (const criterion of criteria) expect(judgeDocument(text, criterion), criterion).not.toMatch(/^met/u);
});

test('one that is filled in under its example shows what is filled in', () => {
  const text = form(
    example,
    '| 1 | โครงการปลูกป่าชายเลน | 60,000 | 31,000 | กำลังทำ | บรรลุ | กล้าไม้ส่งช้ากว่ากำหนด |',
    '| 2 | โครงการอบรมชาวประมง | 40,000 | 40,000 | แล้วเสร็จ | บรรลุ | ไม่มี |',
  );
  for (const criterion of criteria) expect(judgeDocument(text, criterion), criterion).toMatch(/^met/u);
});

test.each([
  'ตัวอย่าง | 50,000',
  '(ตัวอย่าง) | โครงการปลูกป่า',
  'ตย. | โครงการปลูกป่า',
  ' | ตัวอย่างการกรอก | 50,000',
  '1 | โครงการตัวอย่าง กขค',
  '1 | ชื่อกิจกรรมตัวอย่าง 1',
  'Example | 50,000',
])('%s is one', (row) => expect(isExample(row.split('|'))).toBe(true));

test.each([
  '1 | โครงการหมู่บ้านตัวอย่าง | 50,000',
  '1 | โครงการตัวอย่างการเลี้ยงปลาในกระชัง | 50,000',
  '1 | ตรวจคุณภาพน้ำดื่ม | 40 | ตัวอย่าง',
  'เกษตรกรตัวอย่าง 20 ราย | 50,000',
])('%s is none', (row) => expect(isExample(row.split('|'))).toBe(false));
