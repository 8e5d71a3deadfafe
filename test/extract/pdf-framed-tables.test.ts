// Tables in frames: titles over the head, notes under the last row, and over a page what goes on and what begins anew.
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../src/model/document.ts';
import { framed, type MadeCell, madePage, segmentsOf, sheet } from './made-pages.ts';

const xs = [60, 240, 340, 440];
const head = ['โครงการ', 'งบประมาณ', 'เบิกจ่าย'];
const rows = [
  ['ขุดลอกคลอง', '150,000', '120,000'],
  ['ทางเท้าเทศบาล', '240,000', '240,000'],
];
const kinds = (segments: readonly Segment[]) =>
  segments.map(({ kind, text, header }) => [header ? 'head' : kind, text] as const);
const shown = (table: readonly (readonly string[])[]) => table.map((cells) => cells.join(' | '));
const [headRow, firstRow, lastRow] = shown([head, ...rows]) as [string, string, string];

describe('titles over the head', () => {
  const title = 'รายงานผล ปี 2569';

  test('in a cell as wide as the table, and in a first cell alone, are headings', () => {
    const page = sheet(xs, [[title], ['เทศบาลตำบลบ้านใหม่', '', ''], head, ...rows]);
    const segments = segmentsOf(page);
    expect(kinds(segments)).toEqual([
      ['heading', title],
      ['heading', 'เทศบาลตำบลบ้านใหม่'],
      ['head', headRow],
      ['row', firstRow],
      ['row', lastRow],
    ]);
    expect(segments.slice(2).map(({ locator }) => [locator.heading, locator.row])).toEqual([
      ['เทศบาลตำบลบ้านใหม่', 1],
      ['เทศบาลตำบลบ้านใหม่', 2],
      ['เทศบาลตำบลบ้านใหม่', 3],
    ]);
  });

  test('a short word alone in a row is a cell, and so is any under the head', () => {
    expect(kinds(segmentsOf(sheet(xs, [['ผล', '', ''], head, ...rows])))[0]).toEqual(['head', 'ผล']);
    const free = ['โครงการที่ไม่ใช้งบประมาณ', '', ''];
    expect(segmentsOf(sheet(xs, [head, free, ...rows]))[1]?.cells).toEqual(free);
  });

  test('over a head alone, whose rows a band without lines cut off', () => {
    expect(kinds(segmentsOf(sheet(xs, [[title], head])))).toEqual([
      ['heading', title],
      ['head', headRow],
    ]);
  });

  test('a text too long for a title is a paragraph', () => {
    const note = 'คำชี้แจง'.repeat(21);
    const wide = [60, 1240, 1340, 1440];
    expect(kinds(segmentsOf(sheet(wide, [[note], head, ...rows])))[0]).toEqual(['paragraph', note]);
  });

  test('over rows without a head they stay rows: bands of one table', () => {
    expect(kinds(segmentsOf(sheet(xs, [['แผนงานการศึกษา'], ...rows])))[0]).toEqual(['row', 'แผนงานการศึกษา']);
  });

  test('a merged head of three rows under them is whole', () => {
    const [columns, lines] = [
      [60, 200, 280, 360, 440],
      [100, 120, 140, 160, 180, 200, 220],
    ];
    const cells: MadeCell[] = [
      [0, 0, 4, 1, title],
      [0, 1, 1, 3, 'โครงการ'],
      [1, 1, 3, 1, 'งบประมาณ'],
      [1, 2, 1, 2, 'จัดสรร'],
      [2, 2, 2, 1, 'เบิกจ่าย'],
      [2, 3, 1, 1, 'ไตรมาส 1'],
      [3, 3, 1, 1, 'ไตรมาส 2'],
      ...rows.flatMap(([name, money], row): MadeCell[] => [
        [0, row + 4, 1, 1, name!],
        ...[1, 2, 3].map((column): MadeCell => [column, row + 4, 1, 1, money!]),
      ]),
    ];
    const { texts, rules } = framed(columns, lines, cells);
    const table = segmentsOf(madePage(texts, rules)).filter(({ kind }) => kind === 'row');
    expect(table.map(({ header }) => header === true)).toEqual([true, true, true, false, false]);
    expect(table.slice(0, 3).map((row) => row.cells)).toEqual([
      ['โครงการ', 'งบประมาณ', 'งบประมาณ', 'งบประมาณ'],
      ['โครงการ', 'จัดสรร', 'เบิกจ่าย', 'เบิกจ่าย'],
      ['โครงการ', 'จัดสรร', 'ไตรมาส 1', 'ไตรมาส 2'],
    ]);
  });
});

test('notes under the last row are paragraphs; bands between rows, and a short word, are rows', () => {
  const note = 'หมายเหตุ ข้อมูลถึงสิ้นไตรมาส';
  const segments = segmentsOf(sheet(xs, [head, rows[0]!, ['แผนงานสาธารณสุข'], rows[1]!, [note], ['ผู้จัดทำรายงานนี้']]));
  expect(kinds(segments).slice(2)).toEqual([
    ['row', 'แผนงานสาธารณสุข'],
    ['row', lastRow],
    ['paragraph', note],
    ['paragraph', 'ผู้จัดทำรายงานนี้'],
  ]);
  expect(segments.at(-1)?.locator).toEqual({ page: 1 });
  expect(kinds(segmentsOf(sheet(xs, [head, ...rows, ['รวม']]))).at(-1)).toEqual(['row', 'รวม']);
});

describe('on the next page, in the same columns', () => {
  const first = sheet(xs, [head, ...rows]);
  /** Table, row and text of the rows on the second page. */
  const next = (table: readonly (readonly string[])[], before = first) =>
    segmentsOf(before, sheet(xs, table))
      .filter(({ kind, locator }) => kind === 'row' && locator.page === 2)
      .map(({ locator, text, header = false }) => [locator.table, locator.row, header, text]);

  test('rows go on, under the head again or not', () => {
    const more = [
      ['ตลาดสดริมคลอง', '870,000', '450,000'],
      ['ศาลาเอนกประสงค์', '90,000', '-'],
    ];
    const on = shown(more).map((text, at) => [1, 4 + at, false, text]);
    expect(next(more)).toEqual(on);
    expect(next([head, ...more])).toEqual(on);
  });

  test('words over columns of figures are the head of another table', () => {
    const other = [
      ['ตัวชี้วัด', 'เป้าหมาย', 'ผลงาน'],
      ['ผู้รับบริการ', '80', '92'],
      ['ผู้ร้องเรียน', '10', '3'],
    ];
    expect(next(other)).toEqual(shown(other).map((text, at) => [2, 1 + at, at === 0, text]));
  });

  test('a word in one column of figures is a cell left to words', () => {
    for (const words of [
      ['ตลาดสดริมคลอง', '870,000', 'ยังไม่เบิก'],
      ['ศาลาเอนกประสงค์', '', 'ยังไม่เบิก'],
    ])
      expect(next([words, rows[0]!]).map(([table]) => table)).toEqual([1, 1]);
  });

  const words = [
    ['โครงการ', 'ปัญหา', 'แนวทาง'],
    ['ขุดลอกคลอง', 'ฝนตก', 'ขยายเวลา'],
    ['ทางเท้า', 'ขาดแรงงาน', 'จ้างเพิ่ม'],
  ];
  const ofWords = sheet(xs, words);

  test('labels shared with the one before, under a title, are the head of another table', () => {
    const other = [
      ['โครงการ', 'ผลผลิต', 'ผู้รับผิดชอบ'],
      ['อบรมอาสาสมัคร', 'ผู้ผ่านการอบรม', 'กองสวัสดิการ'],
    ];
    const title = 'ส่วนที่สอง ผลผลิต';
    expect(next([[title], ...other], ofWords)).toEqual(shown(other).map((text, at) => [2, 1 + at, at === 0, text]));
    expect(segmentsOf(ofWords, sheet(xs, [[title], ...other])).find(({ text }) => text === title)?.kind).toBe(
      'heading',
    );
  });

  test('two shared labels show another table without a title, one does not', () => {
    const data = ['อบรมอาสาสมัคร', 'ผู้เข้าร่วมน้อย', 'ประชาสัมพันธ์'];
    expect(next([['โครงการ', 'ปัญหา', 'ผู้แก้ไข'], data], ofWords).map(([table]) => table)).toEqual([2, 2]);
    expect(next([['โครงการ', 'ขาดวัสดุ', 'จัดซื้อเพิ่ม'], data], ofWords).map(([table]) => table)).toEqual([1, 1]);
    // Nor do two beside a figure: that is a row of what was filled in.
    expect(next([['โครงการ', 'ปัญหา', '12'], data], ofWords).map(([table]) => table)).toEqual([1, 1]);
  });

  test('a band and rows go on with the one before', () => {
    expect(next([['แผนงานสาธารณสุข'], ...words.slice(1)], ofWords).map(([table]) => table)).toEqual([1, 1, 1]);
  });
});
