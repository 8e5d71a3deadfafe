// Lays out one PDF page: tables (ruled, then aligned) and lines of running text, each once, in reading order. Pure.
import { clusterGlyphs } from './pdf-clusters.ts';
import { columnTables } from './pdf-columns.ts';
import { gridTables } from './pdf-grid.ts';
import {
  buildLines,
  cellGap,
  joinWrapped,
  type Line,
  lineOf,
  type NumberedCluster,
  prevailing,
  type Spacing,
  visualLines,
} from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';
import { printOf, type SheetPrint } from './pdf-sheet-print.ts';
import type { PdfTable } from './pdf-table.ts';
import type { ShownMore } from './pdf-writing.ts';

export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly table: PdfTable };

export interface LaidOutPage {
  readonly blocks: readonly Block[];
  readonly links: readonly { readonly uri: string; readonly text: string }[];
  /** Text area: left and right edge of the lines on the page. */
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** Prevailing distance between lines of running text, in units of their size. */
  readonly pitch: number;
  /** Visible characters. */
  readonly characters: number;
  readonly images: number;
  readonly recognised: boolean;
  readonly untold: number;
  readonly shownMore: ShownMore;
  readonly decodedLatin: boolean;
  readonly lostMarks: number;
  readonly cut: boolean;
  /** By which pages of a wide sheet are known; none where the page was not read as it is. */
  readonly print: SheetPrint | undefined;
}

/** Lines whose words stand under each other without a head over them: what is in which column, nothing says. */
export const isHeadless = ({ ruled, rows }: PdfTable): boolean => !ruled && !rows.some(({ header }) => header);

/** The lines of a block that may be running text; none for a table. */
export function linesOf(block: Block): readonly Line[] {
  if (block.kind === 'line') return [block.line];
  return isHeadless(block.table) ? (block.table.lines ?? []) : [];
}

/** Lays out a page. Every visible character ends in exactly one block. */
export function layOutPage(page: PdfPage): LaidOutPage {
  const { clusters, decodedLatin, lostMarks } = clusterGlyphs(page.glyphs);
  const numbered: NumberedCluster[] = clusters.map((cluster, order) => ({ cluster, order }));
  const spacing = spacingOf(numbered);
  const grid = gridTables(numbered, page.rules, spacing);
  const lines = buildLines(grid.rest, spacing);
  const visual = visualLines(lines);
  const columns = columnTables(visual);
  const running = lines.flatMap((line): Line[] => {
    const pieces = line.pieces.filter((piece) => !columns.used.has(piece.order));
    return pieces.length === 0 ? [] : pieces.length === line.pieces.length ? [line] : [lineOf(pieces)];
  });
  const blocks: Block[] = [
    ...running.map((line): Block => ({ kind: 'line', line })),
    ...[...grid.tables, ...columns.tables].map((table): Block => ({ kind: 'table', table })),
  ];
  const xs = running.length > 0 ? running : lines;
  return {
    blocks: inReadingOrder(blocks),
    links: page.links.map(({ uri, x0, y0, x1, y1 }) => ({
      uri,
      text: textWithin(numbered, x0, y0, x1, y1, spacing),
    })),
    left: xs.reduce((least, line) => Math.min(least, line.x0), Infinity),
    right: xs.reduce((most, line) => Math.max(most, line.x1), -Infinity),
    width: page.width,
    pitch: linePitch(running),
    characters: clusters.reduce((sum, { text }) => sum + text.trim().length, 0),
    images: page.images,
    recognised: page.recognised,
    untold: page.untold,
    shownMore: page.shownMore,
    decodedLatin,
    lostMarks,
    cut: page.cut,
    print:
      page.cut || page.recognised
        ? undefined
        : printOf(page, grid.tables.length === 0 ? visual : visualLines(buildLines(numbered, spacing))),
  };
}

/** Content order, unless the producer wrote the page in no order a reader would follow: then from top to bottom. */
function inReadingOrder(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort((a, b) => orderOf(a) - orderOf(b));
  let upward = 0;
  for (let index = 1; index < sorted.length; index++) {
    if (topOf(sorted[index]!) < topOf(sorted[index - 1]!) - 2) upward++;
  }
  if (upward <= 2 || upward < sorted.length * 0.25) return withTitlesOver(sorted);
  return sorted.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
}

/** What stands over a table is read before it, though a sheet's titles and frames are drawn after the sheet's cells. */
function withTitlesOver(blocks: readonly Block[]): Block[] {
  const read: Block[] = [];
  for (const block of blocks) {
    const late = read.some((other) => other.kind === 'table' && isOver(block, other));
    const at = late ? read.findIndex((other) => isOver(block, other)) : read.length;
    read.splice(at, 0, block);
  }
  return read;
}

function isOver(block: Block, other: Block): boolean {
  const [left, right] = sidesOf(block);
  const [from, to] = sidesOf(other);
  const overlap = Math.min(right, to) - Math.max(left, from);
  return bottomOf(block) <= topOf(other) + 3 && overlap > Math.min(right - left, to - from) * 0.5;
}

function sidesOf(block: Block): readonly [number, number] {
  return block.kind === 'line'
    ? [block.line.x0, block.line.x1]
    : [block.table.columns[0]!.x0, block.table.columns.at(-1)!.x1];
}

function bottomOf(block: Block): number {
  return block.kind === 'line' ? block.line.y : block.table.bottom;
}

function orderOf(block: Block): number {
  return block.kind === 'line' ? block.line.order : block.table.order;
}

function topOf(block: Block): number {
  return block.kind === 'line' ? block.line.y - block.line.size : block.table.top;
}

function leftOf(block: Block): number {
  return sidesOf(block)[0];
}

/** Letters of a page that stand side by side where none are spread: the others follow a lost space, or a font's odd width. */
const mostTight = 0.8;

function spacingOf(clusters: readonly NumberedCluster[]): Spacing {
  let between = 0;
  let letters = 0;
  let pairs = 0;
  let touching = 0;
  for (let index = 0; index < clusters.length; index++) {
    const { text, y, x0, size } = clusters[index]!.cluster;
    const before = clusters[index - 1]?.cluster;
    if (text.trim() === '') {
      if (before?.y === y && clusters[index + 1]?.cluster.y === y) between++;
      continue;
    }
    letters++;
    if (before === undefined || before.text.trim() === '' || before.y !== y) continue;
    const gap = x0 - before.x1;
    if (gap > size * cellGap || gap < -size) continue;
    pairs++;
    if (gap < size * 0.06) touching++;
  }
  return { drawn: between > letters / 200, tight: touching > pairs * mostTight };
}

/** Fonts differ in how far apart their lines stand: what is usual on the page tells a wrap from a gap. */
function linePitch(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < lines.length; index++) {
    const [above, below] = [lines[index - 1]!, lines[index]!];
    const step = Math.round(((below.y - above.y) / below.size) * 20) / 20;
    if (above.size === below.size && step > 0.8 && step < 3) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return prevailing(counts) || 1.5;
}

function textWithin(
  clusters: readonly NumberedCluster[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  spacing: Spacing,
): string {
  const inside = clusters.filter(({ cluster }) => {
    const [x, y] = [(cluster.x0 + cluster.x1) / 2, cluster.y - cluster.size * 0.25];
    return x >= x0 - 1 && x <= x1 + 1 && y >= y0 - 1 && y <= y1 + 1;
  });
  return joinWrapped(buildLines(inside, spacing).flatMap((line) => line.pieces));
}
