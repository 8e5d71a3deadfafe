// Tables that know the projects by their codes alone.
import { expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';

const met = (text: string, criterion: string) => judgeDocument(text, criterion).startsWith('met');
const paper = (...money: string[]) =>
  [
    '# งานตามแผนปฏิบัติราชการ ปี 2569 ครบหกเดือน',
    '| รหัส | โครงการ | ตอนนี้ |',
    '| P1 | ตลาดเกษตรกร | จัดแล้ว 5 ครั้ง |',
    '| P2 | อบรมอาสา | กำลังรับสมัคร |',
    '| P3 | ปลูกป่าชายเลน | เสร็จแล้ว |',
    '## เงินที่จ่ายออกไป (ล้านบาท)',
    ...money,
  ].join('\n');

test('money by the same codes is the projects’', () => {
  const money = [
    '| รหัส | ได้มา | จ่ายไป |',
    '| P1 | 1.20 | 0.50 |',
    '| P2 | 0.45 | 0 |',
    '| P3 | 0.60 | 0.60 |',
    '| รวม | 2.25 | 1.10 |',
  ];
  expect(met(paper(...money), 'budget-progress')).toBe(true);
});

test.each([
  ['divisions', ['| กลุ่ม | มี | ออกไป |', '| กลุ่มแผน | 1.20 | 0.50 |', '| ธุรการ | 0.45 | 0 |', '| คลัง | 0.60 | 0.60 |']],
  ['other codes', ['| รหัส | มี | ออกไป |', '| 5101 | 1.20 | 0.50 |', '| 5104 | 0.45 | 0 |', '| 5201 | 0.60 | 0.60 |']],
])('money by %s is not', (_, money) => {
  expect(met(paper(...money), 'budget-progress')).toBe(false);
});
