// Sheets too wide for their paper: pages that lie side by side are read as one table; pages that merely look alike are not.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { extractPdf } from '../../src/extract/pdf.ts';
import type { PdfPage } from '../../src/extract/pdf-page.ts';
import { createPdfium, type Pdfium } from '../../src/extract/pdfium.ts';
import type { Segment } from '../../src/model/document.ts';
import { framed, type MadeCell, madePage, type PlacedText, segmentsOf } from './made-pages.ts';

type Row = readonly string[];

const names = ['ขุดลอกคลอง', 'ทางเท้าเทศบาล', 'ตลาดสดริมคลอง', 'อบรมอาชีพ', 'ศาลาประชาคม', 'ปลูกป่าชายเลน'];
const stages = ['แล้วเสร็จ', 'กำลังก่อสร้าง', 'ยังไม่เริ่ม'];
const title = 'รายงานความก้าวหน้า ปี 2569';

const head = ['ลำดับ', 'โครงการ', 'งบอนุมัติ', 'เบิกจ่าย', 'คงเหลือ', 'ขั้นตอน', 'กองที่รับผิดชอบ'];
/** Rows of a sheet with all its columns. */
const rowsOf = (count: number, from = 1): Row[] =>
  Array.from({ length: count }, (_, at): Row => {
    const number = from + at;
    const money = (step: number) => `${number * step},000`;
    const name = `${names[number % names.length]} หมู่ ${number}`;
    return [`${number}`, name, money(11), money(4), money(7), stages[number % 3]!, `กองที่ ${number}`];
  });

/** Columns of the sheet on each of three pages, and where they stand there. */
const parts = [
  { columns: [0, 1, 2], xs: [60, 100, 330, 420] },
  { columns: [3, 4], xs: [60, 150, 240] },
  { columns: [5, 6], xs: [60, 200, 320] },
] as const;
type Part = { readonly columns: readonly number[]; readonly xs: readonly number[] };

interface Printing {
  readonly titles?: readonly string[];
  readonly ruled?: boolean;
  readonly number?: number;
  /** Height of a row. */
  readonly tall?: (row: number) => number;
}

/** A page of a sheet that shows these columns of it. */
function printed({ columns, xs }: Part, rows: readonly Row[], printing: Printing = {}): PdfPage {
  const { titles = [], ruled = true, number, tall = () => 20 } = printing;
  const ys = [120];
  for (const row of rows.keys()) ys.push(ys.at(-1)! + tall(row));
  const cells = rows.flatMap((row, at) =>
    columns.map((column, place): MadeCell => [place, at, 1, 1, row[column] ?? '']),
  );
  const { texts, rules } = framed(xs, ys, cells);
  const over = titles.map((text, at): PlacedText => [60, 80 + at * 18, text]);
  const foot: PlacedText[] = number === undefined ? [] : [[280, 810, `หน้า ${number}`, { size: 10 }]];
  return madePage([...over, ...texts, ...foot], ruled ? rules : []);
}

const tables = (segments: readonly Segment[]) =>
  segments
    .filter(({ kind }) => kind === 'row')
    .map(({ cells, locator, header = false }) => ({ cells, page: locator.page, table: locator.table, header }));
const cellsOf = (segments: readonly Segment[]) => tables(segments).map(({ cells }) => cells);

describe('one table of all columns', () => {
  const rows = rowsOf(8);
  const all = [head, ...rows];

  test.each([true, false])('over a few pages, ruled: %s', (ruled) => {
    const pages = parts.map((part, at) =>
      printed(part, all, { titles: at === 0 ? [title, 'เทศบาลตำบลบ้านใหม่'] : [], ruled, number: at + 1 }),
    );
    const segments = segmentsOf(...pages);
    expect(cellsOf(segments)).toEqual(all);
    expect(tables(segments).map(({ page, table, header }) => [page, table, header])).toEqual(
      all.map((_, row) => [1, 1, row === 0]),
    );
    expect(segments[0]?.text).toBe(title);
    expect(segments.filter(({ text }) => text.startsWith('หน้า')).map(({ text }) => text)).toEqual(['หน้า 1']);
  });

  const below = rowsOf(5, 9);
  const bands = [all, below];
  const whole = [...all, ...below];
  const printing = (band: number, part: number): Printing => ({ titles: band + part === 0 ? [title] : [] });

  test('down first, then over', () => {
    const pages = parts.flatMap((part, at) => bands.map((band, nth) => printed(part, band, printing(nth, at))));
    const segments = segmentsOf(...pages);
    expect(cellsOf(segments)).toEqual(whole);
    expect(tables(segments).map(({ page, table }) => [page, table])).toEqual(
      whole.map((_, row) => [row < all.length ? 1 : 2, 1]),
    );
  });

  test('over first, then down; the last rows may be few', () => {
    const few = rowsOf(1, 14);
    const pages = [...bands, few].flatMap((band, nth) =>
      parts.map((part, at) => printed(part, band, printing(nth, at))),
    );
    const segments = segmentsOf(...pages);
    expect(cellsOf(segments)).toEqual([...whole, ...few]);
    expect(tables(segments).at(-1)).toMatchObject({ page: 7, table: 1 });
  });

  test.each([true, false])('under names that are printed on every page, ruled: %s', (ruled) => {
    const repeated: Part[] = [
      { columns: [0, 1, 2], xs: [60, 100, 330, 420] },
      { columns: [0, 1, 3, 4], xs: [60, 100, 330, 400, 470] },
      { columns: [0, 1, 5, 6], xs: [60, 100, 330, 450, 550] },
    ];
    expect(cellsOf(segmentsOf(...repeated.map((part) => printed(part, all, { titles: [title], ruled }))))).toEqual(all);
  });

  test('of rows as high as no other table has them, though nothing stands over it and nothing is numbered', () => {
    const tall = (row: number) => (row % 3 === 0 ? 34 : 20);
    const unnumbered = parts.map(({ columns, xs }) => ({ columns, xs }));
    const plain = all.map(([, ...cells]) => ['', ...cells]);
    const segments = segmentsOf(...unnumbered.map((part) => printed(part, plain, { tall })));
    expect(cellsOf(segments)).toEqual(plain);
  });

  test('what runs over a page’s edge and is drawn on the next one, too, is read once', () => {
    const [first, second] = parts;
    const name = 'แผนงานเคหะและชุมชน ที่ยาวเกินกว่าหน้ากระดาษ';
    // The columns of the second page begin 360 to the right of where they stand on the paper.
    const ruled = false;
    const pages = [printed(first, all, { ruled }), printed(second, all, { ruled })];
    const drawn = [400, 40].map((x): PlacedText => [x, 100, name, { size: 10 }]);
    const withName = pages.map((page, at) => ({
      ...page,
      glyphs: [...madePage([drawn[at]!]).glyphs, ...page.glyphs],
    }));
    const segments = segmentsOf(...withName);
    expect(segments.filter(({ text }) => text.includes('แผนงาน')).map(({ text }) => text)).toEqual([name]);
    expect(cellsOf(segments)).toEqual(all.map((row) => row.slice(0, 5)));
  });
});

describe('pages that look alike stay apart', () => {
  const apart = (...pages: readonly PdfPage[]) => {
    const shown = segmentsOf(...pages);
    const alone = pages.flatMap((page) => tables(segmentsOf(page)).map(({ cells }) => cells));
    expect(cellsOf(shown)).toEqual(alone);
    expect(new Set(shown.map(({ locator }) => locator.page)).size).toBe(pages.length);
  };
  const [first, second] = parts;
  const all = [head, ...rowsOf(8)];
  const months = ['ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'];

  test('forms of each month, under titles of their own', () => {
    apart(...months.map((month) => printed(first, all, { titles: [`${title} เดือน${month}`] })));
    apart(...months.map((month) => printed(first, all, { titles: [`${title} เดือน${month}`], ruled: false })));
  });

  test('a part with a title of its own', () => {
    apart(printed(first, all, { titles: [title] }), printed(second, all, { titles: ['รายละเอียดการใช้จ่าย'] }));
  });

  test('the months’ columns under the same names, where titles tell the pages apart', () => {
    const [a, b] = [
      { columns: [0, 1, 2, 3], xs: [60, 100, 330, 400, 470] },
      { columns: [0, 1, 4, 3], xs: [60, 100, 330, 400, 470] },
    ];
    apart(printed(a, all, { titles: ['ไตรมาสที่ 1'] }), printed(b, all, { titles: ['ไตรมาสที่ 2'] }));
  });

  const questions = ['ชื่อโครงการ', 'ผู้รับผิดชอบ', 'งบประมาณ', 'เบิกจ่าย', 'ผลที่ได้', 'ปัญหา', 'ข้อเสนอแนะ'];
  const answers = (nth: number): Row[] =>
    questions.map((question, at) => [
      question,
      [names[nth]!, `ครู ${nth}`, `${nth}1,000`, `${nth}0,500`, stages[nth % 3]!, 'ไม่มี', '-'][at]!,
    ]);

  test.each([true, false])('a form for each project, ruled: %s', (ruled) => {
    const form = { columns: [0, 1], xs: [60, 200, 420] };
    const numbered = (rows: readonly Row[]) =>
      rows.map(([question, answer], at) => [`${at + 1}. ${question}`, answer!]);
    apart(...[1, 2, 3].map((nth) => printed(form, answers(nth), { ruled })));
    apart(...[1, 2, 3].map((nth) => printed(form, numbered(answers(nth)), { ruled })));
  });

  test('a form for each project, under titles wider than it that begin alike', () => {
    const form = { columns: [0, 1], xs: [120, 260, 420] };
    const pages = [1, 2, 3].map((nth) => printed(form, answers(nth)));
    const titled = pages.map((page, at) => ({
      ...page,
      glyphs: [...madePage([[100 - at * 20, 80, `แบบรายงานผลการดำเนินงานโครงการที่ ${at}`]]).glyphs, ...page.glyphs],
    }));
    apart(...titled);
  });

  test('figures of other offices under the same heads', () => {
    const form = { columns: [0, 1], xs: [60, 260, 420] };
    const of = (office: string, nth: number): Row[] => [
      ['รายการ', office],
      ...questions.map((question, at) => [question, `${nth + at}2,000`]),
    ];
    apart(printed(form, of('กองช่าง', 1)), printed(form, of('กองคลัง', 2)));
  });

  test('rows that go on below', () => {
    const more = rowsOf(9, 9);
    const segments = segmentsOf(printed(first, all, { titles: [title] }), printed(first, more));
    expect(tables(segments).map(({ page }) => page)).toEqual([...all.map(() => 1), ...more.map(() => 2)]);
  });

  test('a table with numbers of its own', () => {
    const other = { columns: [0, 5], xs: [60, 110, 260] };
    apart(printed(first, all, { titles: [title] }), printed(other, all));
  });

  test('a table of other rows, as long as its page, where nothing shows that they belong together', () => {
    const plain = all.map(([, ...cells]) => ['', ...cells]);
    const named = { columns: [1, 2], xs: [60, 300, 420] };
    apart(printed(named, plain), printed(second, plain));
  });

  test('a part of other rows', () => {
    apart(printed(first, all, { titles: [title] }), printed(second, all.slice(0, 6)));
    const tall = (row: number) => (row === 4 ? 34 : 20);
    apart(printed(first, all, { titles: [title] }), printed(second, all, { tall }));
  });

  test('a part on other paper', () => {
    apart(printed(first, all, { titles: [title] }), { ...printed(second, all), width: 842, height: 595 });
  });

  test('prose on the lines of a list', () => {
    const prose = Array.from(
      { length: 9 },
      (_, at): PlacedText => [60, 132 + at * 20, 'ที่ประชุมรับทราบผลการดำเนินงานตามแผน'],
    );
    const page = madePage(prose);
    const list = printed(second, all, { ruled: false });
    expect(tables(segmentsOf(page, list)).every(({ page: number }) => number === 2)).toBe(true);
  });
});

describe('a sheet that an office’s program printed', () => {
  let engine: Pdfium;
  beforeAll(async () => {
    engine = await createPdfium(documentLimits.wasmPages);
  });

  test('has names, money and stage of a project in one row', () => {
    const path = '../../fixtures/twenty-eighth-reader-documents/files/gc-029.pdf';
    const body = readFileSync(fileURLToPath(new URL(path, import.meta.url)));
    const read = extractPdf(engine, { body, limits: documentLimits, now: () => 0 });
    if (!read.ok) throw new Error(read.failure.detail);
    const rows = tables(read.text.segments);
    expect(rows.filter(({ cells }) => cells!.length === 9)).toHaveLength(52);
    expect(rows[0]).toMatchObject({ header: true, page: 1 });
    expect(rows[0]!.cells!.slice(0, 3)).toEqual(['ลำดับ', 'โครงการ', 'งบอนุมัติ']);
    const row = rows.find(({ cells }) => cells![0] === '2')!.cells;
    expect(row).toEqual(['2', 'ฝึกอบรมทบทวน อปพร.', '75,000', '0', '0', '75,000', '0', 'ยังไม่ดำเนินการ', 'สำนักปลัด']);
    expect(read.text.pagesRead).toBe(3);
  });
});
