// Which tables of a PDF are parts of one, over a page's end or under a band, and which begin anew. Pure.
import type { Segment } from '../model/document.ts';
import type { Block, LaidOutPage } from './pdf-layout.ts';
import { lineText } from './pdf-lines.ts';
import { isFigure, type PdfTable } from './pdf-table.ts';

/** A table that may go on. */
export interface OpenTable {
  readonly table: PdfTable;
  /** 1-based, of its last part. */
  readonly page: number;
  /** So far. */
  readonly rows: number;
  readonly header: readonly (readonly string[])[];
}

type TableBlock = Extract<Block, { readonly kind: 'table' }>;

/** Columns by which a part without a head is known to be of the table before. */
const fewestShared = 3;

/** Lines between the parts of one table on a page. */
const mostBands = 2;

/** Where a table that is part of the one before has its columns in that one: over a page's end, or under a band of it. */
export function goesOnWith(
  open: OpenTable,
  block: TableBlock,
  {
    number,
    page,
    before,
  }: { readonly number: number; readonly page: LaidOutPage; readonly before: LaidOutPage | undefined },
): readonly number[] | undefined {
  const { table } = block;
  if (beginsAnew(open, table)) return undefined;
  const overPage = open.page === number - 1 && opensPage(block, page, before);
  const same = sameColumns(open.table, table) ? table.columns.map((_, index) => index) : undefined;
  if (overPage && same !== undefined) return same;
  // A part without its head: some columns may stand empty in it, and are not seen.
  if (!overPage && !(open.page === number && underBand(open.table, block, page))) return undefined;
  if (same !== undefined && table.columns.length >= fewestShared && !hasHead(table) && !isForm(table)) return same;
  if (open.header.length === 0 || table.rows[0]?.header || table.columns.length < fewestShared) return undefined;
  const places = table.columns.map((column) => open.table.columns.findIndex((other) => overlaps(column, other)));
  return places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1]!)) ? places : undefined;
}

/** Nothing stands above the table on its page but page numbers and what stands at the head of every page. */
function opensPage(block: Block, page: LaidOutPage, before: LaidOutPage | undefined): boolean {
  const known = new Set(before?.blocks.slice(0, 6).map((other) => (other.kind === 'line' ? lineText(other.line) : '')));
  for (const other of page.blocks) {
    if (other === block) return true;
    if (other.kind === 'table') return false;
    const text = lineText(other.line);
    if (/\p{L}/u.test(text) && !known.has(text)) return false;
  }
  return false;
}

/** Only a short line or two stand between, as bands of one table do. */
function underBand(table: PdfTable, block: TableBlock, page: LaidOutPage): boolean {
  const at = page.blocks.indexOf(block);
  for (let above = at - 1; above >= 0 && at - above <= mostBands + 1; above--) {
    const other = page.blocks[above]!;
    if (other.kind === 'table') return other.table.order === table.order && block.table.top > table.bottom;
    if (lineText(other.line).length > 90 || other.line.pieces.length > 1) return false;
  }
  return false;
}

/** A table with a head of its own, in part that of the table before: the next sheet of a workbook, set in the same columns. */
function beginsAnew({ header, table }: OpenTable, { rows }: PdfTable): boolean {
  const first = rows.find(({ cells }) => cells.length > 1);
  if (first === undefined || header.some((known) => repeats(known, first.cells))) return false;
  if (overFigures(first.cells, table)) return true;
  const labels = new Set(header.flat().filter((label) => /\p{L}/u.test(label)));
  const own = first.cells.filter((cell) => cell !== '');
  const shared = own.filter((cell) => labels.has(cell)).length;
  const titled = rows[0]!.cells.length === 1;
  // A form's words stand in its first column, and beside them what was filled in: one of them in common shows nothing.
  return titled ? shared > 0 : shared > 1 && own.every((cell) => !isFigure(cell));
}

/** Columns of figures over which words make a head. */
const fewestOverFigures = 2;

/** Words and what was filled in beside them (งบประมาณ: | 15,000 บาท). */
const isForm = ({ rows }: PdfTable): boolean => rows.some(({ cells }) => cells.length > 1 && cells[0]!.endsWith(':'));

/** Its first row is a head, and no row of figures that stands where a head would. */
const hasHead = ({ rows }: PdfTable): boolean =>
  rows[0]?.header === true && rows[0].cells.filter(isFigure).length < fewestOverFigures;

/** Words where the table before has nothing but figures: the head of another table. */
function overFigures(cells: readonly string[], { rows, columns }: PdfTable): boolean {
  if (cells.length !== columns.length) return false;
  const data = rows.filter((row) => !row.header && row.cells.length === columns.length);
  const inFigures = cells.filter((_, column) => {
    const filled = data.map((row) => row.cells[column]!).filter((cell) => cell !== '');
    return filled.length >= 2 && filled.every(isFigure);
  });
  const words = inFigures.filter((cell) => cell !== '');
  return words.length >= Math.max(fewestOverFigures, inFigures.length * 0.5) && !words.some(isFigure);
}

/** Rows of one cell over a table's head: its titles, which a frame took in. */
export function titlesOver({ rows }: PdfTable): number {
  const head = rows.findIndex(({ cells }) => cells.length > 1);
  return head > 0 && rows[head]!.header ? head : 0;
}

/** Cells at their columns' places; one over the whole table stays one. */
export function placed(cells: readonly string[], places: readonly number[], width: number): readonly string[] {
  if (cells.length === 1 || places.length === width) return cells;
  const all = Array.from({ length: width }, () => '');
  for (const [index, place] of places.entries()) all[place] = cells[index] ?? '';
  return all;
}

type Column = PdfTable['columns'][number];

function overlaps({ x0, x1 }: Column, other: Column): boolean {
  return Math.min(x1, other.x1) - Math.max(x0, other.x0) > Math.min(x1 - x0, other.x1 - other.x0) * 0.5;
}

/** Columns of a table without rules end where their words end: they need only stand over each other. */
function sameColumns({ columns: a }: PdfTable, { columns: b }: PdfTable): boolean {
  if (a.length !== b.length) return false;
  return a.every((column, index) => overlaps(column, b[index]!));
}

export function repeats(header: readonly string[], cells: readonly string[]): boolean {
  return header.length === cells.length && header.every((cell, index) => cell === cells[index]);
}

/** Shorter rows of one cell are no notes. */
const shortestNote = 12;

/** Lines of one cell under a table's last row are notes that its frame took in, and none of its rows. */
export function withNotesApart(segments: readonly Segment[]): Segment[] {
  const apart: Segment[] = [];
  let last: number | undefined;
  for (const segment of [...segments].reverse()) {
    const { kind, text, cells, locator, region } = segment;
    const isNote = kind === 'row' && cells?.length === 1 && text.length >= shortestNote && locator.table !== last;
    if (kind === 'row' && !isNote) last = locator.table;
    if (!isNote) {
      apart.push(segment);
      continue;
    }
    const { row: _, table: __, ...place } = locator;
    apart.push({ kind: 'paragraph', text, region, locator: place });
  }
  return apart.reverse();
}
