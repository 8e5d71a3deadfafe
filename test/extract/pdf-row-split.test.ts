// Rows told apart without rules: by item numbers, by amounts, by gaps; and bands that must stay whole.
import { expect, test } from 'vitest';
import { splitRows } from '../../src/extract/pdf-row-split.ts';

type Band = readonly (readonly (readonly [y: number, text: string])[])[];
const split = (band: Band) => {
  const result = splitRows(band.map((column) => column.map(([y, text]) => ({ y, text, spaceAfter: false }))));
  const texts = (rows: readonly (readonly (readonly { text: string }[])[])[]) =>
    rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' ')));
  return result && { above: texts(result.above), rows: texts(result.rows) };
};

test('item numbers at the top of their rows, wrapped cells below', () => {
  expect(
    split([
      [
        [10, '1'],
        [50, '2'],
      ],
      [
        [10, 'โครงการก่อสร้าง'],
        [25, 'ถนนคอนกรีต'],
        [50, 'อบรม'],
      ],
      [
        [10, '1,000'],
        [50, '2,000'],
      ],
    ]),
  ).toEqual({
    above: [],
    rows: [
      ['1', 'โครงการก่อสร้าง ถนนคอนกรีต', '1,000'],
      ['2', 'อบรม', '2,000'],
    ],
  });
});

test('item numbers in the middle of their rows', () => {
  expect(
    split([
      [
        [17, '1'],
        [57, '2'],
      ],
      [
        [10, 'โครงการก่อสร้าง'],
        [24, 'ถนนคอนกรีต'],
        [50, 'โครงการอบรม'],
        [64, 'ประชาชน'],
      ],
    ]),
  ).toEqual({
    above: [],
    rows: [
      ['1', 'โครงการก่อสร้าง ถนนคอนกรีต'],
      ['2', 'โครงการอบรม ประชาชน'],
    ],
  });
});

test('a header of two lines stands above, as one row', () => {
  expect(
    split([
      [
        [10, 'ที่'],
        [60, '1'],
        [90, '2'],
      ],
      [
        [10, 'โครงการ'],
        [60, 'อบรม'],
        [90, 'ประชุม'],
      ],
      [
        [10, 'งบประมาณ'],
        [24, '(บาท)'],
        [60, '1,000'],
        [90, '2,000'],
      ],
    ]),
  ).toEqual({
    above: [['ที่', 'โครงการ', 'งบประมาณ (บาท)']],
    rows: [
      ['1', 'อบรม', '1,000'],
      ['2', 'ประชุม', '2,000'],
    ],
  });
});

test('a row without a figure between two with one is a row of its own where rows are set apart', () => {
  expect(
    split([
      [
        [10, 'โครงการก่อสร้าง'],
        [24, 'ถนน'],
        [60, 'โครงการไม่ใช้งบประมาณ'],
        [96, 'โครงการอบรม'],
        [132, 'โครงการประชุม'],
      ],
      [
        [10, '1,000'],
        [96, '2,000'],
        [132, '3,000'],
      ],
    ])?.rows.map(([name]) => name),
  ).toEqual(['โครงการก่อสร้าง ถนน', 'โครงการไม่ใช้งบประมาณ', 'โครงการอบรม', 'โครงการประชุม']);
});

test('the total below the last number is a row', () => {
  expect(
    split([
      [
        [10, '1'],
        [30, '2'],
      ],
      [
        [10, 'อบรม'],
        [30, 'ประชุม'],
        [50, 'รวม'],
      ],
      [
        [10, '1,000'],
        [30, '2,000'],
        [50, '3,000'],
      ],
    ])?.rows.at(-1),
  ).toEqual(['', 'รวม', '3,000']);
});

test('one row of wrapped cells stays whole', () => {
  expect(
    split([
      [[10, '1']],
      [
        [10, 'โครงการก่อสร้าง'],
        [24, 'ถนนคอนกรีต'],
      ],
      [[10, '1,000']],
    ]),
  ).toBeUndefined();
  expect(
    split([
      [
        [10, 'ข้อความ'],
        [24, 'ต่อ'],
      ],
      [
        [10, 'อีกช่อง'],
        [24, 'ต่อ'],
      ],
    ]),
  ).toBeUndefined();
});
