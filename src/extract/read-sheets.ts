// XLSX, XLS, ODS: every visible sheet as tables of aligned cells, in the sheet's own row numbers.
import * as XLSX from '@e965/xlsx';
import type { Damage } from '../model/document.ts';
import { quietly } from '../model/quietly.ts';
import type { DocumentLimits } from './limits.ts';
import { failed, gathered, type Reader } from './reader.ts';
import { createSegmentBuilder, type SegmentBuilder } from './segment-builder.ts';
import type { SourceCell } from './table-cells.ts';
import { readZip } from './zip-container.ts';

/**
 * Old XLS files name their strings' code page (874 for Thai); the module form of the library loads no tables by itself. Making them takes
 * an eighth of a second, and nothing else needs them.
 */
const loadCodePages = async (): Promise<void> => XLSX.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));

export const readSheets: Reader = async ({ media, body, limits }) => {
  const damage: Damage[] = [];
  if (body.subarray(0, 2).toString('latin1') === 'PK') {
    // The library inflates without limits: what comes out is counted first.
    const zip = await readZip(body, limits, (name) => /\.(?:xml|rels|bin)$/i.test(name));
    if (!zip.ok) return failed(media, zip.code, zip.detail);
    damage.push(...zip.damage);
  } else await loadCodePages();
  let book: XLSX.WorkBook;
  try {
    // The library remarks on every number format of an ODS that it does not know.
    book = quietly(() =>
      XLSX.read(body, {
        type: 'buffer',
        dense: true,
        sheetRows: limits.sheetRows + 1,
        cellFormula: false,
        cellHTML: false,
        codepage: 874,
      }),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(media, /password|encrypt/i.test(detail) ? 'encrypted' : 'corrupt', detail);
  }
  const builder = createSegmentBuilder(limits);
  let read = 0;
  for (const [index, name] of book.SheetNames.entries()) {
    if (read >= limits.sheets || builder.full()) break;
    if (book.Workbook?.Sheets?.[index]?.Hidden) continue;
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    read++;
    builder.restart({ sheet: name });
    if (!isDefaultName(name)) builder.text('heading', name, 2);
    const cut = putSheet(sheet, builder, limits);
    if (cut) damage.push({ kind: 'cut', detail: `sheet ${name}: ${cut}` });
  }
  return gathered(media, builder, { pageCount: book.SheetNames.length, pagesRead: read, damage });
};

function isDefaultName(name: string): boolean {
  return /^(?:sheet|แผ่น|แผ่นงาน|ชีต)\s*\d*$/i.test(name.trim());
}

interface SheetRow {
  /** 0-based. */
  readonly row: number;
  readonly cells: readonly SourceCell[];
}

/** Puts one sheet; returns what was cut off, if anything. Two empty rows part one table from the next. */
function putSheet(sheet: XLSX.WorkSheet, builder: SegmentBuilder, limits: DocumentLimits): string {
  const data = (sheet as { '!data'?: (XLSX.CellObject | undefined)[][] })['!data'] ?? [];
  const merges = mergesByCell(sheet['!merges'] ?? [], limits);
  let block: SheetRow[] = [];
  let cut = '';
  const flush = () => {
    putBlock(block, builder);
    block = [];
  };
  // The rows may be a sparse array a million long: only those that exist are visited.
  for (const key of Object.keys(data)) {
    const row = Number(key);
    if (row >= limits.sheetRows) {
      cut = `only the first ${limits.sheetRows} rows were read`;
      break;
    }
    const source = data[row] ?? [];
    const last = Number(Object.keys(source).at(-1) ?? -1);
    if (last >= limits.sheetColumns) cut ||= `only the first ${limits.sheetColumns} columns were read`;
    const cells: SourceCell[] = [];
    let filled = false;
    for (let column = 0; column <= last && column < limits.sheetColumns; column++) {
      if (merges.covered.has(column + row * stride)) continue;
      const cell = source[column];
      const text = cellText(cell);
      filled ||= text !== '';
      cells.push({ text, ...merges.starts.get(column + row * stride) });
      if (cell?.l?.Target && !cell.l.Target.startsWith('#')) builder.link(cell.l.Target, text);
    }
    if (!filled) continue;
    if (block.length > 0 && row - block.at(-1)!.row > 2) flush();
    block.push({ row, cells });
    if (builder.full()) break;
  }
  flush();
  return cut;
}

/** The row's only text; undefined where it has several. */
function onlyText({ cells }: SheetRow): string | undefined {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  return filled.length === 1 ? filled[0]!.text : undefined;
}

/** Chapters part a form's sheet into as many pieces. */
function putBlock(block: readonly SheetRow[], builder: SegmentBuilder): void {
  let from = 0;
  for (let at = 1; at <= block.length; at++) {
    if (at < block.length && !chapter.test(onlyText(block[at]!) ?? '')) continue;
    putPiece(block.slice(from, at), builder);
    from = at;
  }
}

/** ส่วนที่ 2 ผลการดำเนินงานตามแผนพัฒนา */
const chapter = /^\s*(?:ส่วนที่|ตอนที่|หมวดที่|ตารางที่)\s*[0-9๐-๙]{1,2}(?![0-9๐-๙/]).{0,160}$/u;

/** Titles above a table are headings, sentences under it paragraphs; the rest is the table. */
function putPiece(block: readonly SheetRow[], builder: SegmentBuilder): void {
  let start = 0;
  // Under a chapter's name with no table there are sentences, however short.
  const told = chapter.test(onlyText(block[0]!) ?? '') && block.every((row) => onlyText(row) !== undefined);
  for (; start < block.length; start++) {
    const text = onlyText(block[start]!);
    if (text === undefined) break;
    const heads = text.length <= 200 && block.length > 1 && (start === 0 || !told);
    builder.text(heads ? 'heading' : 'paragraph', text, 3);
  }
  let end = block.length;
  while (end > start + 1 && isSentence(onlyText(block[end - 1]!))) end--;
  const rest = block.slice(start, end);
  if (rest.length > 0)
    builder.table(
      rest.map(({ cells }) => cells),
      rest.map(({ row }) => row + 1),
    );
  for (const row of block.slice(end)) builder.text('paragraph', onlyText(row)!);
}

/** A note (ปัญหา อุปสรรค: …), and no name of a group of rows or a lone figure. */
const isSentence = (text: string | undefined): boolean =>
  text !== undefined && /\p{L}{2}/u.test(text) && (text.length > 60 || /^[^:\n]{2,40}:\s*\S/u.test(text));

/** The text as the sheet shows it. */
function cellText(cell: XLSX.CellObject | undefined): string {
  if (!cell || cell.t === 'z' || cell.v === undefined) return '';
  return cell.w ?? String(cell.v);
}

const stride = 16_384;

interface Merges {
  readonly starts: ReadonlyMap<number, { readonly columns: number; readonly rows: number }>;
  /** Cells hidden under a merge, its first cell excluded. */
  readonly covered: ReadonlySet<number>;
}

function mergesByCell(ranges: readonly XLSX.Range[], limits: DocumentLimits): Merges {
  const starts = new Map<number, { columns: number; rows: number }>();
  const covered = new Set<number>();
  for (const { s, e } of ranges.slice(0, 20_000)) {
    if (s.r >= limits.sheetRows || s.c >= limits.sheetColumns) continue;
    const columns = Math.min(e.c, limits.sheetColumns - 1) - s.c + 1;
    const rows = Math.min(e.r - s.r + 1, 1_000);
    if (covered.size + rows * columns > 500_000) break;
    starts.set(s.c + s.r * stride, { columns, rows });
    for (let row = s.r; row < s.r + rows; row++) {
      for (let column = s.c; column < s.c + columns; column++)
        if (row !== s.r || column !== s.c) covered.add(column + row * stride);
    }
  }
  return { starts, covered };
}
