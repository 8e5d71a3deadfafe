// Finds tables drawn with ruling lines: edges of rows and columns, merged cells, and which clusters stand in which cell.
// Pure. A frame around text (one column) is no table; its text stays in the flow.

import { UnionFind } from '../model/union-find.ts';
import {
  buildLines,
  firstWidth,
  joinWrapped,
  lineText,
  type NumberedCluster,
  type Spacing,
  visualLines,
} from './pdf-lines.ts';
import { rowRules } from './pdf-row-rules.ts';
import { splitRows } from './pdf-row-split.ts';
import type { Rule } from './pdf-rules.ts';
import { finishTable, type PdfTable } from './pdf-table.ts';

/** Distance within which lines meet, and below which two edges are one, in points. */
const touch = 3;
const sameEdge = 4;
const maxLines = 2_000;
const maxCells = 20_000;

export interface GridResult {
  readonly tables: readonly PdfTable[];
  /** Clusters outside every table. */
  readonly rest: readonly NumberedCluster[];
}

/** Tables by ruling lines of one page. */
export function gridTables(clusters: readonly NumberedCluster[], rules: readonly Rule[], spacing: Spacing): GridResult {
  let rest = clusters;
  const tables: PdfTable[] = [];
  for (const grid of findGrids([...rules, ...rowRules(clusters, rules, spacing)])) {
    const { inside, outside } = partition(rest, grid);
    const table = tableOf(grid, inside, spacing);
    if (!table) continue;
    tables.push(table);
    rest = outside;
  }
  return { tables, rest };
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Groups touching lines into grids of at least two columns; innermost (smallest) first. */
function findGrids(rules: readonly Rule[]): Grid[] {
  const horizontal = merge(
    rules.filter((rule) => rule.y0 === rule.y1),
    'y0',
    'x0',
    'x1',
  ).filter((rule) => rule.x1 - rule.x0 >= 10);
  const vertical = merge(
    rules.filter((rule) => rule.x0 === rule.x1),
    'x0',
    'y0',
    'y1',
  ).filter((rule) => rule.y1 - rule.y0 >= 6);
  if (vertical.length <= maxLines) horizontal.push(...closings(vertical, horizontal));
  if (horizontal.length > maxLines || vertical.length > maxLines || horizontal.length < 2 || vertical.length < 2)
    return [];
  const groups = new UnionFind(horizontal.length + vertical.length);
  for (const [h, line] of horizontal.entries()) {
    for (const [v, post] of vertical.entries()) {
      const meets =
        post.x0 >= line.x0 - touch &&
        post.x0 <= line.x1 + touch &&
        line.y0 >= post.y0 - touch &&
        line.y0 <= post.y1 + touch;
      if (meets) groups.join(h, horizontal.length + v);
    }
  }
  const byRoot = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupOf = (index: number) => {
    const root = groups.find(index);
    const group = byRoot.get(root) ?? { horizontal: [], vertical: [] };
    byRoot.set(root, group);
    return group;
  };
  for (const [h, line] of horizontal.entries()) groupOf(h).horizontal.push(line);
  for (const [v, post] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(post);
  const grids: Grid[] = [];
  for (const group of byRoot.values()) {
    if (group.horizontal.length < 2 || group.vertical.length < 2) continue;
    const left = Math.min(...group.horizontal.map((line) => line.x0));
    const right = Math.max(...group.horizontal.map((line) => line.x1));
    const top = Math.min(...group.vertical.map((post) => post.y0));
    const bottom = Math.max(...group.vertical.map((post) => post.y1));
    const xs = edges([...group.vertical.map((post) => post.x0), left, right]);
    const ys = edges([...group.horizontal.map((line) => line.y0), top, bottom]);
    if (xs.length < 3 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) > maxCells) continue;
    grids.push({ xs, ys, ...group });
  }
  return grids.sort((a, b) => area(a) - area(b) || a.ys[0]! - b.ys[0]!);
}

/**
 * Where several posts begin or end together and no line runs there, the table begins or ends all the same (page breaks,
 * tables ruled by posts only). Boxes side by side have their own tops and bottoms and stay apart.
 */
function closings(vertical: readonly Rule[], horizontal: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  const done = new Set<Rule>();
  for (const post of vertical) {
    if (done.has(post) || post.y1 - post.y0 < 30) continue;
    const together = vertical.filter(
      ({ y0, y1 }) => Math.abs(y0 - post.y0) <= touch && Math.abs(y1 - post.y1) <= touch,
    );
    for (const other of together) done.add(other);
    if (together.length < 3) continue;
    const x0 = Math.min(...together.map((other) => other.x0));
    const x1 = Math.max(...together.map((other) => other.x1));
    for (const y of [post.y0, post.y1]) {
      const ruled = horizontal.some((line) => Math.abs(line.y0 - y) <= touch && line.x0 < x1 && line.x1 > x0);
      if (!ruled) lines.push({ x0, x1, y0: y, y1: y });
    }
  }
  return lines;
}

function area({ xs, ys }: Grid): number {
  return (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);
}

type Axis = 'x0' | 'x1' | 'y0' | 'y1';

/** Joins collinear lines that overlap or nearly touch (tables are often drawn cell by cell). */
function merge(rules: readonly Rule[], across: Axis, from: Axis, to: Axis): Rule[] {
  const sorted = [...rules].sort((a, b) => a[across] - b[across]);
  const merged: Rule[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]![across] - sorted[end - 1]![across] <= 1.5) end++;
    const group = sorted.slice(start, end).sort((a, b) => a[from] - b[from]);
    let current: Rule | undefined;
    for (const rule of group) {
      if (current && rule[from] <= current[to] + touch) {
        current = { ...current, [to]: Math.max(current[to], rule[to]) };
        merged[merged.length - 1] = current;
      } else {
        current = rule;
        merged.push(current);
      }
    }
    start = end;
  }
  return merged;
}

function edges(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (result.length === 0 || value - result.at(-1)! > sameEdge) result.push(value);
  }
  return result;
}

function partition(
  clusters: readonly NumberedCluster[],
  { xs, ys }: Grid,
): { inside: NumberedCluster[]; outside: NumberedCluster[] } {
  const inside: NumberedCluster[] = [];
  const outside: NumberedCluster[] = [];
  for (const item of clusters) {
    const { cx: x, cy: y } = item.cluster;
    const within = x > xs[0]! && x < xs.at(-1)! && y > ys[0]! && y < ys.at(-1)!;
    (within ? inside : outside).push(item);
  }
  return { inside, outside };
}

function tableOf(grid: Grid, inside: readonly NumberedCluster[], spacing: Spacing): PdfTable | undefined {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const rowCount = ys.length - 1;
  const regions = mergedCells(grid);
  const contents = new Map<number, NumberedCluster[]>();
  for (const item of inside) {
    const { cx: x, cy: y } = item.cluster;
    const region = regions.find(slot(ys, y) * columns + slot(xs, x));
    const content = contents.get(region);
    if (content) content.push(item);
    else contents.set(region, [item]);
  }
  const usedColumns = new Set<number>();
  const cellLines = new Map<number, { text: string; y: number; spaceAfter: boolean }[]>();
  for (const [region, content] of contents) {
    const built = visualLines(buildLines(content, spacing));
    const [left, right] = [Math.min(...built.map((line) => line.x0)), cellRight(regions, region, grid)];
    const lines = built.map((line, at) => {
      const next = built[at + 1];
      // A line that left room for another word ended on purpose: the next one is another item, not a wrap.
      const room = Math.max(
        (right - left) * 0.3,
        line.size * 2,
        next === undefined ? 0 : Math.min(firstWidth(next), right - left),
      );
      return {
        text: lineText(line),
        y: line.y,
        spaceAfter: line.pieces.at(-1)!.spaceAfter || right - line.x1 > room,
      };
    });
    if (lines.length === 0) continue;
    cellLines.set(region, lines);
    usedColumns.add(region % columns);
  }
  if (usedColumns.size < 2) return undefined;
  const rows: { cells: string[]; spans: number[] }[] = [];
  let headerDepth = 1;
  /** Where the head begins, under what titles stand over it: row of the grid, and of the table. */
  let head: { readonly row: number; readonly at: number } | undefined;
  for (let row = 0; row < rowCount; row++) {
    const lines: { text: string; y: number; spaceAfter: boolean }[][] = [];
    const spans: number[] = [];
    let tall = false;
    /** A cell of it goes on in the next row. */
    let below = false;
    for (let column = 0; column < columns; column++) {
      const region = regions.find(row * columns + column);
      const here = cellLines.get(region) ?? [];
      const first = column === 0 || regions.find(row * columns + column - 1) !== region;
      lines.push(here);
      spans.push(first ? column : spans[column - 1]!);
      if (row + 1 < rowCount && regions.find((row + 1) * columns + column) === region) {
        tall = true;
        below = true;
      } else if (row > 0 && regions.find((row - 1) * columns + column) === region) tall = true;
    }
    const title = titleColumn(lines, spans, head === undefined);
    if (title !== undefined) {
      // A region as wide as the table, given once where it starts: a section title within the table.
      const region = regions.find(row * columns + title);
      if (row === 0 || regions.find((row - 1) * columns + title) !== region)
        rows.push({ cells: [joinWrapped(lines[title]!)], spans });
      continue;
    }
    head ??= { row, at: rows.length };
    const depth = row - head.row + 1;
    if (below && depth === headerDepth && depth < mostHeaderRows && rows.length === head.at + depth - 1)
      headerDepth += 1;
    const single = lines.map((cell, column) => (spans[column] === column ? cell : []));
    const split = tall ? undefined : splitRows(single);
    const bands = split ? [...split.above, ...split.rows] : [single];
    for (const band of bands) rows.push({ cells: band.map((cell) => joinWrapped(cell)), spans });
  }
  const orders = inside.map(({ order }) => order);
  return finishTable({
    rows,
    columns: xs.slice(1).map((x1, index) => ({ x0: xs[index]!, x1 })),
    top: ys[0]!,
    bottom: ys.at(-1)!,
    order: orders.reduce((least, order) => Math.min(least, order), Infinity),
    ruled: true,
    headerDepth,
  });
}

/** Rows of a head, its merged cells over one another. */
const mostHeaderRows = 3;

/**
 * Where the one cell of a row begins that is (nearly) as wide as the table: beside it, columns may stand empty. Over the head
 * a line in a cell of its own is a title, too: a sheet's, that runs on over its empty neighbours.
 */
function titleColumn(
  lines: readonly (readonly { readonly text: string }[])[],
  spans: readonly number[],
  overHead: boolean,
): number | undefined {
  const [first] = spans;
  if (spans.every((column) => column === first)) return first;
  const filled = new Set(spans.filter((column) => lines[column]!.length > 0));
  const [only] = filled;
  if (only === undefined || filled.size > 1) return undefined;
  const width = spans.filter((column) => column === only).length;
  const wide = width >= Math.max(3, spans.length * 0.6);
  return wide || (overHead && lines[only]!.some(({ text }) => text.length >= shortestTitle)) ? only : undefined;
}

/** Shorter words alone in a row may be a column's. */
const shortestTitle = 12;

function cellRight(regions: UnionFind, region: number, { xs }: Grid): number {
  const columns = xs.length - 1;
  const row = Math.floor(region / columns);
  let column = region % columns;
  while (column + 1 < columns && regions.find(row * columns + column + 1) === region) column++;
  return xs[column + 1]!;
}

/** Slot of a coordinate between sorted edges. */
function slot(sorted: readonly number[], value: number): number {
  let at = 0;
  while (at < sorted.length - 2 && value >= sorted[at + 1]!) at++;
  return at;
}

/** Cells of the raster joined where no line parts them. The representative is the first cell, so `% columns` is its column. */
function mergedCells({ xs, ys, horizontal, vertical }: Grid): UnionFind {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const cells = new UnionFind(columns * rows);
  for (let row = 0; row < rows; row++) {
    const middle = (ys[row]! + ys[row + 1]!) / 2;
    for (let column = 0; column + 1 < columns; column++) {
      const x = xs[column + 1]!;
      const parted = vertical.some(
        (post) => Math.abs(post.x0 - x) <= sameEdge && post.y0 <= middle && post.y1 >= middle,
      );
      if (!parted) cells.join(row * columns + column, row * columns + column + 1);
    }
  }
  for (let column = 0; column < columns; column++) {
    const middle = (xs[column]! + xs[column + 1]!) / 2;
    for (let row = 0; row + 1 < rows; row++) {
      const y = ys[row + 1]!;
      const parted = horizontal.some(
        (line) => Math.abs(line.y0 - y) <= sameEdge && line.x0 <= middle && line.x1 >= middle,
      );
      if (!parted) cells.join(row * columns + column, (row + 1) * columns + column);
    }
  }
  return cells;
}
