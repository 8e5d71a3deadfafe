// Lays out one PDF page: tables (ruled, then aligned) and lines of running text, each once, in reading order. Pure.
import { clusterGlyphs } from './pdf-clusters.ts';
import { columnTables } from './pdf-columns.ts';
import { gridTables } from './pdf-grid.ts';
import {
  buildLines,
  joinWrapped,
  type Line,
  lineOf,
  type NumberedCluster,
  prevailing,
  visualLines,
} from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';
import type { PdfTable } from './pdf-table.ts';

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
  readonly decodedLatin: boolean;
  readonly lostMarks: number;
  readonly cut: boolean;
}

/** Lays out a page. Every visible character ends in exactly one block. */
export function layOutPage(page: PdfPage): LaidOutPage {
  const { clusters, decodedLatin, lostMarks } = clusterGlyphs(page.glyphs);
  const numbered: NumberedCluster[] = clusters.map((cluster, order) => ({ cluster, order }));
  const realSpaces = drawsSpaces(numbered);
  const grid = gridTables(numbered, page.rules, realSpaces);
  const lines = buildLines(grid.rest, realSpaces);
  const columns = columnTables(visualLines(lines));
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
      text: textWithin(numbered, x0, y0, x1, y1, realSpaces),
    })),
    left: xs.reduce((least, line) => Math.min(least, line.x0), Infinity),
    right: xs.reduce((most, line) => Math.max(most, line.x1), -Infinity),
    width: page.width,
    pitch: linePitch(running),
    characters: clusters.reduce((sum, { text }) => sum + text.trim().length, 0),
    images: page.images,
    decodedLatin,
    lostMarks,
    cut: page.cut,
  };
}

/** Content order, unless the producer wrote the page in no order a reader would follow: then from top to bottom. */
function inReadingOrder(blocks: readonly Block[]): Block[] {
  const sorted = [...blocks].sort((a, b) => orderOf(a) - orderOf(b));
  let upward = 0;
  for (let index = 1; index < sorted.length; index++) {
    if (topOf(sorted[index]!) < topOf(sorted[index - 1]!) - 2) upward++;
  }
  if (upward <= 2 || upward < sorted.length * 0.25) return sorted;
  return sorted.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
}

function orderOf(block: Block): number {
  return block.kind === 'line' ? block.line.order : block.table.order;
}

function topOf(block: Block): number {
  return block.kind === 'line' ? block.line.y - block.line.size : block.table.top;
}

function leftOf(block: Block): number {
  return block.kind === 'line' ? block.line.x0 : block.table.columns[0]!.x0;
}

/** Whether spaces between words are drawn (then only wide gaps are taken for unwritten ones). */
function drawsSpaces(clusters: readonly NumberedCluster[]): boolean {
  let between = 0;
  let letters = 0;
  for (let index = 0; index < clusters.length; index++) {
    const { text, y } = clusters[index]!.cluster;
    if (text.trim() !== '') letters++;
    else if (clusters[index - 1]?.cluster.y === y && clusters[index + 1]?.cluster.y === y) between++;
  }
  return between > letters / 200;
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
  realSpaces: boolean,
): string {
  const inside = clusters.filter(({ cluster }) => {
    const [x, y] = [(cluster.x0 + cluster.x1) / 2, cluster.y - cluster.size * 0.25];
    return x >= x0 - 1 && x <= x1 + 1 && y >= y0 - 1 && y <= y1 + 1;
  });
  return joinWrapped(buildLines(inside, realSpaces).flatMap((line) => line.pieces));
}
