// Tables ruled between their rows alone: where posts and a line over the head are added, and where none may be.
import { describe, expect, test } from 'vitest';
import { clusterGlyphs } from '../../src/extract/pdf-clusters.ts';
import { rowRules } from '../../src/extract/pdf-row-rules.ts';
import type { Rule } from '../../src/extract/pdf-rules.ts';
import { rowsOf } from './extractor-for-test.ts';
import { madePage, type PlacedText, segmentsOf } from './made-pages.ts';

const across = (y: number, ...xs: readonly number[]): Rule[] =>
  xs.slice(1).map((x1, at) => ({ x0: xs[at]!, x1, y0: y, y1: y }));
const post = (x: number, y0: number, y1: number): Rule => ({ x0: x, x1: x, y0, y1 });

const head = ['โครงการ', 'งบประมาณ', 'เบิกจ่าย'];
const rows = [
  ['ขุดลอกคลอง', '150,000', '120,000'],
  ['ทางเท้าเทศบาล', '240,000', '240,000'],
  ['ตลาดสดริมคลอง', '870,000', '450,000'],
];
/** Baselines 8 points over the lines at 100, 120, … */
const texts = (table: readonly (readonly string[])[], xs = [63, 163, 303], top = 92): PlacedText[] =>
  table.flatMap((row, at) => row.map((text, column): PlacedText => [xs[column]!, top + at * 20, text, { size: 10 }]));

const ys = [100, 120, 140, 160];
const cells = ys.flatMap((y) => across(y, 60, 160, 300, 420));
const whole = ys.flatMap((y) => across(y, 60, 420));

function added(placed: readonly PlacedText[], rules: readonly Rule[]): Rule[] {
  const { clusters } = clusterGlyphs(madePage(placed).glyphs);
  return rowRules(
    clusters.map((cluster, order) => ({ cluster, order })),
    rules,
    { drawn: true, tight: true },
  );
}
const postsOf = (rules: readonly Rule[]) =>
  [...new Set(rules.filter(({ x0, x1 }) => x0 === x1).map(({ x0 }) => x0))].sort((a, b) => a - b);
const linesOf = (rules: readonly Rule[]) => rules.filter(({ y0, y1 }) => y0 === y1).map(({ y0 }) => y0);

describe('posts and a line over the head', () => {
  test('drawn cell by cell: where the parts meet', () => {
    const rules = added(texts([head, ...rows]), cells);
    expect(postsOf(rules)).toEqual([60, 160, 300, 420]);
    expect(linesOf(rules)).toEqual([82]);
    expect([rules[0]?.y0, rules[0]?.y1]).toEqual([82, 160]);
  });

  test('drawn as whole lines: where no word stands', () => {
    const rules = added(texts([head, ...rows]), whole);
    const [first, one, two, last, ...more] = postsOf(rules);
    expect([first, last, more]).toEqual([60, 420, []]);
    // Between the longest cell of a column and the next column.
    expect(one).toBeGreaterThan(63 + 12 * 5);
    expect(one).toBeLessThan(163);
    expect(two).toBeGreaterThan(163 + 7 * 5);
    expect(two).toBeLessThan(303);
    expect(linesOf(rules)).toEqual([82]);
  });

  test.each([
    ['cell by cell', cells],
    ['as whole lines', whole],
  ])('%s: a table comes out, with its head', (_, rules) => {
    const segments = segmentsOf(madePage(texts([head, ...rows]), rules));
    expect(segments.map(({ cells: read, header }) => [read, header === true])).toEqual(
      [head, ...rows].map((row, at) => [row, at === 0]),
    );
    // Without rules, rows without a head would be lines.
    expect(rowsOf(segmentsOf(madePage(texts([[], ...rows]), rules)))).toEqual(rows);
  });

  test.each([
    ['a sentence', 'ผลการเบิกจ่ายงบประมาณของเทศบาลตำบลบ้านใหม่', 92],
    ['a word of one column', 'ตารางที่ 1', 92],
    ['what stands far above', 'โครงการ', 70],
  ])('%s over the first line is no head', (_, text, y) => {
    const above = y < 92 ? head : [text];
    const line = above.map((part, column): PlacedText => [[63, 163, 303][column]!, y, part, { size: 10 }]);
    expect(linesOf(added([...line, ...texts([[], ...rows])], cells))).toEqual([]);
  });

  test('parts that meet in few lines are no edge', () => {
    const odd = [...cells.filter(({ y0 }) => y0 !== 120), ...across(120, 60, 160, 230, 300, 420)];
    expect(postsOf(added(texts([head, ...rows]), odd))).toEqual([60, 160, 300, 420]);
  });

  test('a band between whole lines is crossed by no post', () => {
    const band = ['แผนงานสาธารณสุขและสิ่งแวดล้อม'];
    const lines = [...whole, ...across(180, 60, 420)];
    const rules = added(texts([head, rows[0]!, band, rows[1]!, rows[2]!]), lines);
    const [, first, second] = postsOf(rules) as [number, number, number];
    const at = (x: number) => rules.filter(({ x0, x1 }) => x0 === x && x1 === x).map(({ y1 }) => y1);
    // The band reaches over the first two columns.
    expect(at(first)).toEqual([100, 120, 160, 180]);
    expect(at(second)).toEqual([100, 120, 140, 160, 180]);
  });

  test('a part that reaches over a column merges its cells', () => {
    const rules = added(texts([head, ...rows]), [
      ...cells.filter(({ y0 }) => y0 !== 140),
      ...across(140, 60, 300, 420),
    ]);
    const at = (x: number) => rules.filter(({ x0, x1 }) => x0 === x && x1 === x).map(({ y1 }) => y1);
    expect(at(160)).toEqual([100, 120, 160]);
    expect(at(300)).toEqual([100, 120, 140, 160]);
  });
});

describe('nothing', () => {
  test('where posts cross the lines: they rule the table themselves', () => {
    expect(added(texts([head, ...rows]), [...cells, post(200, 100, 160)])).toEqual([]);
    expect(postsOf(added(texts([head, ...rows]), [...cells, post(500, 100, 160)]))).toHaveLength(4);
  });

  test('for underlines of text', () => {
    const prose = ['ผลการดำเนินงานของเทศบาล', 'ปัญหาและอุปสรรคที่พบ', 'ข้อเสนอแนะต่อผู้บริหาร', 'แนวทางแก้ไขในปีถัดไป'];
    expect(added(texts(prose.map((text) => [text])), whole)).toEqual([]);
    expect(added(texts([[], rows[0]!, [prose[0]!], rows[1]!]), whole)).toEqual([]);
  });

  test('for two lines, over and under words', () => {
    expect(added(texts([head, ...rows]), [...across(80, 60, 420), ...across(160, 60, 420)])).toEqual([]);
  });

  test('for short lines, of which signatures and ticks are made', () => {
    const short = ys.flatMap((y) => across(y, 60, 85, 110));
    expect(added(texts([head, ...rows], [63, 80, 100]), short)).toEqual([]);
  });

  test('for the lines under a page’s head and over its foot', () => {
    const page = texts([head, ...rows, ...rows], [63, 163, 303], 192);
    expect(added(page, [...across(50, 60, 420), ...across(53, 60, 420), ...across(790, 60, 420)])).toEqual([]);
    expect(added(page, [...across(50, 60, 420), ...across(790, 60, 420)])).toEqual([]);
  });
});
