// Which rows of a table are its header, by what they say.
import { describe, expect, test } from 'vitest';
import { finishTable } from '../../src/extract/pdf-table.ts';

/** For each row, whether it is header. */
function headers(rows: readonly (readonly string[])[], headerDepth = 1): boolean[] | undefined {
  return finishTable({
    rows: rows.map((cells) => ({ cells, spans: cells.map((_, column) => column) })),
    columns: [],
    top: 0,
    bottom: 0,
    order: 0,
    ruled: true,
    headerDepth,
  })?.rows.map(({ header }) => header);
}

describe('the first row', () => {
  const below = [
    ['ขุดลอกคลอง', 'แล้วเสร็จ'],
    ['ทางเท้า', 'ยังไม่เริ่ม'],
  ];
  const isHead = (...first: string[]) => headers([first, ...below])?.[0];

  test.each(['8,200 ตัว', '๘,๒๐๐ ตัว', '2.81 ล้าน', '+1.8%', 'ร้อยละ 95.50', 'เบิกแล้ว 45 %', '1,250,000'])(
    'with a quantity is no header: %s',
    (quantity) => {
      expect(isHead('จำนวนไก่', quantity)).toBe(false);
    },
  );

  test.each([
    'งบประมาณ (1,000 บาท)',
    'เป้าหมาย 80%',
    'น้ำหนัก (100%)',
    'ข้อ 1.25',
    'ปี 2569',
    '30 ก.ย. 2569',
    '2.8 ล้าน',
    'ข้อ 1.2.10',
    'ไตรมาส 1',
    '31/12/2569',
    'ร้อยละ',
    '(2)',
  ])('with a year, a date or a number of a part may be: %s', (label) => {
    expect(isHead('จำนวนไก่', label)).toBe(true);
  });

  test.each(['• ขุดลอกคลอง', '- ขุดลอกคลอง', '–', '1. ขุดลอกคลอง', '(ก) ขุดลอกคลอง', '๑๒) ขุดลอกคลอง'])(
    'that begins as an item of a list does is none: %s',
    (first) => {
      expect(isHead(first, 'แล้วเสร็จ')).toBe(false);
    },
  );

  test('of a running number and what it numbers is none, one of column numbers may be', () => {
    expect(
      headers([
        ['1', 'ขุดลอกคลอง', '5'],
        ['2', 'ทางเท้า', '7'],
      ]),
    ).toEqual([false, false]);
    expect(
      headers([
        ['1', '2', '3'],
        ['ขุดลอกคลอง', '5', '7'],
      ]),
    ).toEqual([true, false]);
  });

  test.each(['ที่', 'พ.ศ.', '-ไม่มี-', '2569', '1.1 ผลผลิต'])('other beginnings show no item: %s', (first) => {
    expect(isHead(first, 'ผลงาน')).toBe(true);
  });
});

test('a merged head ends at the first row with a quantity', () => {
  const rows = [
    ['โครงการ', 'ผลงาน'],
    ['', 'จำนวน'],
    ['ขุดลอกคลอง', '8,200 เมตร'],
    ['ทางเท้า', '400 เมตร'],
  ];
  expect(headers(rows, 3)).toEqual([true, true, false, false]);
});

test('the last row is a head only under titles', () => {
  expect(headers([['โครงการ', 'ผลงาน']])).toEqual([false]);
  expect(headers([['รายงานผล'], ['โครงการ', 'ผลงาน']])).toEqual([false, true]);
});
