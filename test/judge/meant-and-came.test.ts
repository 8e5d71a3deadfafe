// Slides under the plan's name that set what came of each work under what was meant; and plans that only tell what is meant.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const slides = (...cards: readonly (readonly [string, string, string])[]) =>
  `<h1>แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2569</h1>${cards
    .map(([name, meant, came]) => `<h2>${name}</h2><ul><li>${meant}</li><li>${came}</li></ul>`)
    .join('')}`;
const met = (page: string) => judgePage(['<p>หน้าแรก</p>', page], 'evaluation-results').startsWith('met');

test('under each work what was meant, and what came of it', () => {
  expect(
    met(
      slides(
        ['ปลูกป่า', 'เป้าหมาย 40 ไร่', 'ทำได้ 36 ไร่'],
        ['ตรวจบ่อบาดาล', 'ตั้งใจ 25 บ่อ', 'ไปแล้ว 25 บ่อ'],
        ['ค่ายเยาวชน', 'วางไว้ 3 รุ่น', 'จัดแล้ว 2 รุ่น'],
      ),
    ),
  ).toBe(true);
});

test('not where only aims are told, or what the year before brought', () => {
  expect(
    met(
      slides(
        ['ปลูกป่า', 'เป้าหมาย 40 ไร่', 'ได้งบ 60,000 บาท'],
        ['ตรวจบ่อบาดาล', 'เป้าหมาย 25 บ่อ', 'ผลปีก่อน 19 บ่อ'],
        ['ค่ายเยาวชน', 'เป้าหมาย 3 รุ่น', 'เดือนเมษายน'],
      ),
    ),
  ).toBe(false);
});
