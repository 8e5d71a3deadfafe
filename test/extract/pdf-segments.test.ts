// What is one paragraph, a heading, or a list of lines, by how the lines of a page stand.
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../src/model/document.ts';
import { lettersOf, madePage, type PlacedText, segmentsOf, sheet } from './made-pages.ts';

/** Running text stands between these, its letters are 7 wide. */
const [left, right, letter] = [60, 535, 7];
const full = (right - left) / letter;

/** The text, its last word drawn out until the line is full. */
const filled = (text: string, letters = full): string => text + 'ก'.repeat(Math.floor(letters) - lettersOf(text));

/** Lines one under the other at the left edge. */
const lines = (texts: readonly string[], x = left, top = 100): PlacedText[] =>
  texts.map((text, index) => [x, top + index * 20, text]);

const kinds = (segments: readonly Segment[]) => segments.map(({ kind, text }) => [kind, text.replace(/\s/g, '')]);
const texts = (segments: readonly Segment[]) => segments.map(({ text }) => text.replace(/\s/g, ''));
const close = (text: string) => text.replace(/\s/g, '');

describe('paragraphs', () => {
  // Nearly as long as each other: by their lengths alone, each would go on with the one above.
  const list = [
    filled('จัดซื้อครุภัณฑ์คอมพิวเตอร์', 35),
    filled('ซ่อมแซมอาคารเรียน', 30),
    filled('อบรมบุคลากรด้านดิจิทัล', 31),
    filled('ปรับปรุงห้องสมุดชุมชน', 29),
    filled('ส่งเสริมสุขภาพผู้สูงอายุ', 31),
  ];

  test('lines that left room for the next one’s first word are paragraphs', () => {
    expect(texts(segmentsOf(madePage(lines(list))))).toEqual(list.map(close));
  });

  test('the one full line of such a list does not go on either', () => {
    const long = filled('ขุดลอกคลองสาธารณะสายหลัก');
    const all = [...list.slice(0, 2), long, ...list.slice(2)];
    expect(texts(segmentsOf(madePage(lines(all))))).toEqual(all.map(close));
  });

  test('paragraphs of two lines are whole', () => {
    // Many of them: lines that ended make no list where others between them are full.
    const begins = ['ผล การดำเนินงานของปีที่ผ่านมา', 'ปัญหา ที่พบในการดำเนินงาน', 'สาเหตุ ของปัญหา', 'แนวทาง แก้ไข'];
    const paragraphs = begins.map((begin) => [filled(begin), 'เป็นไปตามแผน']);
    expect(texts(segmentsOf(madePage(lines(paragraphs.flat()))))).toEqual(
      paragraphs.map((pair) => close(pair.join(''))),
    );
  });

  test('a word that had no room on the line above goes on, one that had begins anew', () => {
    // Ten letters are left on the line.
    const above = filled('ผลการดำเนินงานของปีที่ผ่านมา', full - 10);
    const below = (word: string) => texts(segmentsOf(madePage(lines([above, `${word} เป็นไปตามแผนทุกโครงการ`]))));
    expect(below('คณะกรรมการติดตาม')).toHaveLength(1);
    expect(below('คณะทำ')).toHaveLength(2);
  });

  test('a column beside another has no more room than it shows', () => {
    // What is free up to the page’s edge is the other column’s, or a margin’s.
    const column = [filled('ผลการดำเนินงานปีนี้', 24), 'ตาม แผนทุกโครงการ'];
    const page = madePage([...lines(column, left), ...lines(column, 330)]);
    expect(texts(segmentsOf(page))).toEqual([close(column.join('')), close(column.join(''))]);
  });

  const two = (first: string, second: string, at = left + 40): PlacedText[] => [
    [left, 100, first],
    [left + 40, 100, filled('ดำเนินการแล้วเสร็จตามแผน', full - 40 / letter)],
    [left, 120, second],
    [at, 120, 'อยู่ระหว่างดำเนินการของปี'],
  ];

  test.each([
    ['01', '02'],
    ['๐๙', '๑๐'],
  ])('lines numbered %s, %s are parted', (first, second) => {
    expect(segmentsOf(madePage(two(first, second)))).toHaveLength(2);
  });

  test('a number that follows no other is a word of the sentence', () => {
    expect(segmentsOf(madePage(two('01', '07', left + 60)))).toHaveLength(1);
    // Where both begin their words at one place, they are rows.
    expect(segmentsOf(madePage(two('01', '07')))).toHaveLength(2);
  });

  test('lines that begin with the same word are parted; a short word is none to tell', () => {
    const pair = (word: string) => [filled(`${word} หนึ่งขุดลอกคลองสาธารณะ`), `${word} สองซ่อมแซมอาคารเรียน`];
    expect(segmentsOf(madePage(lines(pair('กิจกรรมที่'))))).toHaveLength(2);
    expect(segmentsOf(madePage(lines(pair('และ'))))).toHaveLength(1);
  });
});

describe('headings', () => {
  const body = lines(['ที่ประชุมรับทราบผลการดำเนินงาน', 'มติที่ประชุมเห็นชอบตามเสนอ'], left, 300);
  const headings = (above: readonly PlacedText[]) =>
    segmentsOf(madePage([...above, ...body]))
      .filter(({ kind }) => kind === 'heading')
      .map(({ text }) => text);
  const bold = { bold: true };

  test('under each other, that begin with one word, are two; a wrapped one is whole', () => {
    expect(
      headings([
        [left, 100, 'ระเบียบวาระที่ 3 เรื่องเพื่อทราบ', bold],
        [left, 120, 'ระเบียบวาระที่ 4 เรื่องเพื่อพิจารณา', bold],
      ]),
    ).toEqual(['ระเบียบวาระที่ 3 เรื่องเพื่อทราบ', 'ระเบียบวาระที่ 4 เรื่องเพื่อพิจารณา']);
    expect(
      headings([
        [left, 100, 'รายงานผลการดำเนินงาน', bold],
        [left, 120, 'ประจำปีงบประมาณ 2569', bold],
      ]),
    ).toEqual(['รายงานผลการดำเนินงาน ประจำปีงบประมาณ 2569']);
  });

  // Set in by forty points, and nearly sixty short of the other edge: near the middle, but off it as no centred line is.
  const middle = filled('คณะกรรมการติดตามและประเมินผลแผน', full - 13);
  const under = filled('ได้ดำเนินการตามแผนครบทุกโครงการ');

  test('the first line of a paragraph, set in, is none', () => {
    const page = madePage([[left + 40, 100, middle], ...lines([under, 'ตามที่ตั้งไว้'], left, 120)]);
    expect(kinds(segmentsOf(page))).toEqual([['paragraph', `${middle}${under}ตามที่ตั้งไว้`]]);
  });

  test('nor is one that is set in so far that it stands in the very middle, where others are set in as far', () => {
    const begins = [full - 80 / letter, full - 120 / letter].map((letters) => filled('คณะกรรมการติดตามแผน', letters));
    const paragraphs = begins.flatMap((begin, at): PlacedText[] => [
      [left + 40, 100 + at * 60, begin],
      ...lines([under, 'ตามที่ตั้งไว้'], left, 120 + at * 60),
    ]);
    const title: PlacedText = [left, 40, 'ผลการดำเนินงาน', bold];
    expect(kinds(segmentsOf(madePage([title, ...paragraphs]))).slice(1)).toEqual(
      begins.map((begin) => ['paragraph', `${begin}${under}ตามที่ตั้งไว้`]),
    );
  });

  test('a line in the middle that stands apart is one', () => {
    const page = madePage([[left + 40, 100, middle], ...lines([under, 'ตามที่ตั้งไว้'], left, 150)]);
    expect(kinds(segmentsOf(page))[0]).toEqual(['heading', middle]);
  });

  test('a bullet’s line in the middle is none', () => {
    const item = `• ${middle.slice(0, -2)}`;
    const page = madePage([[left + 40, 100, item], ...lines([under], left, 150)]);
    expect(kinds(segmentsOf(page))[0]).toEqual(['item', close(item)]);
  });
});

describe('order', () => {
  const table = sheet(
    [60, 200, 400],
    [
      ['โครงการ', 'ผล'],
      ['ขุดลอกคลอง', 'เสร็จ'],
    ],
    200,
  );
  const drawnAfter = (text: PlacedText) => {
    const { glyphs } = madePage([text]);
    return segmentsOf({ ...table, glyphs: [...table.glyphs, ...glyphs] }).map(({ text: read }) => read);
  };

  test('what stands over a table is read before it, though drawn later', () => {
    expect(drawnAfter([60, 150, 'รายงานผล ปี 2569'])).toEqual(['รายงานผล ปี 2569', 'โครงการ | ผล', 'ขุดลอกคลอง | เสร็จ']);
    expect(drawnAfter([60, 300, 'รายงานผล ปี 2569']).at(-1)).toBe('รายงานผล ปี 2569');
  });

  test('what stands higher beside it is not over it', () => {
    expect(drawnAfter([420, 150, 'เอกสารแนบ']).at(-1)).toBe('เอกสารแนบ');
  });
});

describe('lines without rules', () => {
  const rows = [
    ['ขุดลอกคลอง', '150,000', 'เสร็จ'],
    ['ทางเท้า', '240,000', 'อยู่ระหว่างทำ'],
    ['ตลาดสด', '870,000', 'ยังไม่เริ่ม'],
  ];
  /** What stands under a title. */
  const set = (table: readonly (readonly string[])[]) => {
    const cells = table.flatMap((row, at) =>
      row.map((text, column): PlacedText => [60 + column * 160, 100 + at * 20, text]),
    );
    return segmentsOf(madePage([[60, 40, 'ผลการดำเนินงาน', { size: 20 }], ...cells])).slice(1);
  };

  test('under each other without a head are paragraphs', () => {
    expect(set(rows).map(({ kind, text }) => [kind, text])).toEqual(rows.map((row) => ['paragraph', row.join(' ')]));
    const items = set(rows.map(([name, ...money], at) => [`${at + 1}. ${name}`, ...money]));
    expect(items.map(({ kind }) => kind)).toEqual(['item', 'item', 'item']);
  });

  test('are a table with a head', () => {
    const table = [['โครงการ', 'งบประมาณ', 'สถานะ'], ...rows];
    expect(set(table).map(({ kind, cells, header }) => [kind, cells, header === true])).toEqual(
      table.map((row, at) => ['row', row, at === 0]),
    );
  });
});
