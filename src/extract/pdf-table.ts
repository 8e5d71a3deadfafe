// What tables of a PDF have in common, however they were found: rows with aligned cells, header rows, row splitting. Pure.
import type { Line } from './pdf-lines.ts';

export interface PdfRow {
  /** One entry a column, '' for an empty cell; a single entry for a title across the whole table. */
  readonly cells: readonly string[];
  readonly header: boolean;
}

export interface PdfTable {
  readonly rows: readonly PdfRow[];
  /** Columns from left to right, for recognising the table's continuation on the next page. */
  readonly columns: readonly { readonly x0: number; readonly x1: number }[];
  readonly top: number;
  readonly bottom: number;
  /** Position in content order. */
  readonly order: number;
  /** Lines part its columns; else only that words stand under each other. */
  readonly ruled: boolean;
  /** What it was made of, where no lines rule it. */
  readonly lines?: readonly Line[];
}

export interface RawTable {
  /** `spans[i]`: the column in which the cell of column i begins (i itself unless merged). */
  readonly rows: readonly { readonly cells: readonly string[]; readonly spans: readonly number[] }[];
  readonly columns: readonly { readonly x0: number; readonly x1: number }[];
  readonly top: number;
  readonly bottom: number;
  readonly order: number;
  readonly ruled: boolean;
  readonly lines?: readonly Line[];
  /** Rows the header takes at least, by its merged cells. */
  readonly headerDepth: number;
}

/** Figures only: an amount, an item number, a dash. */
export function isFigure(text: string): boolean {
  return /^[\s(]*[-–]?[\d๐-๙][\d๐-๙.,/%\s-]*[)%.]?\s*$|^[-–]$/.test(text);
}

/**
 * Names the header rows and repeats merged header cells over the columns they span, so that `cells[i]` of a data row
 * stands under `cells[i]` of the header. Merged data cells stay in their first column. Undefined when nothing is left.
 */
export function finishTable(raw: RawTable): PdfTable | undefined {
  const rows = raw.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return undefined;
  let start = 0;
  while (start < rows.length && rows[start]!.cells.length === 1) start++;
  let header = 0;
  // A head alone, under titles: its rows are cut off from it by a band without lines.
  const limit = Math.min(start + Math.max(raw.headerDepth, 1), start > 0 ? rows.length : rows.length - 1);
  for (let row = start; row < limit; row++) {
    const { cells } = rows[row]!;
    if (cells.length === 1 || bullet.test(cells[0]!) || isNumbered(cells) || cells.some(isAmount)) break;
    header = row + 1;
  }
  const finished = rows.map(({ cells, spans }, row): PdfRow => {
    const isHeader = row >= start && row < header;
    return {
      cells: isHeader ? cells.map((_, column) => cells[spans[column] ?? column] ?? '') : cells,
      header: isHeader,
    };
  });
  const { columns, top, bottom, order, ruled, lines } = raw;
  return { rows: finished, columns, top, bottom, order, ruled, ...(lines === undefined ? {} : { lines }) };
}

/** A row that begins as an item of a list does is no header. */
const bullet = /^(?:[-–•*○●▪]|[(]?[ก-ฮ0-9๐-๙]{1,2}[.)])(?:\s|$)/u;

/** A figure that is no year, item or column number, or a quantity of something (แผน 8,200 ตัว, 2.81 ล้าน ลบ.ม.): headers carry those. */
function isAmount(text: string): boolean {
  return (isFigure(text) && /[\d๐-๙]{1,3}[,.][\d๐-๙]{2,}/.test(text)) || quantity.test(text.replace(/\([^)]*\)/gu, ''));
}

/** Thousands; hundredths or a rate at the head of the cell. What stands in brackets is a head's own measure (1,000 บาท). */
const quantity =
  /(?<![\d๐-๙,.])[\d๐-๙]{1,3}(?:,[\d๐-๙]{3})+(?![\d๐-๙])|^(?:ร้อยละ\s*|\S*แล้ว\s+)?[\d๐-๙]+\.[\d๐-๙]{2}(?:\s|$)|^(?:\S*แล้ว\s+|[+-])?[\d๐-๙]+(?:\.[\d๐-๙]+)?\s?%$/u;

/** A row of a running number and what it numbers, and no row of column numbers. */
const isNumbered = (cells: readonly string[]): boolean =>
  /^[(]?[\d๐-๙]{1,3}[.)]?$/u.test(cells[0]!) && cells.some((cell) => /\p{L}/u.test(cell));

export interface CellLine {
  readonly text: string;
  readonly y: number;
  readonly spaceAfter: boolean;
}
