// Reads a registry kept as a workbook (XLSX, XLS, ODS): the sheet named registry / ทะเบียน, else the first one with data.
import * as XLSX from '@e965/xlsx';
import { quietly } from '../model/quietly.ts';
import { foldName } from './columns.ts';
import { type GridCell, type GridRow, recordsOfGrid } from './grid-records.ts';
import { problemAt, problemTexts } from './problem-texts.ts';
import type { RawRegistry } from './raw-registry.ts';

const sheetNames = ['registry', 'ทะเบียน', 'ทะเบียนหน่วยงาน', 'agencies', 'หน่วยงาน'].map(foldName);
/** A registry larger than this is no registry; the cap keeps a hostile sheet from filling memory. */
const limits = { rows: 100_000, columns: 256 };

export function readSheet(file: string, bytes: Uint8Array): RawRegistry {
  let workbook: XLSX.WorkBook;
  try {
    workbook = quietly(() =>
      XLSX.read(bytes, { type: 'array', sheetRows: limits.rows, cellHTML: false, cellDates: false }),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { records: [], problems: [problemAt({ file }, problemTexts.unreadable(detail))] };
  }
  const grids = workbook.SheetNames.map((name) => ({ name, rows: gridOf(workbook.Sheets[name]) }));
  const chosen =
    grids.find(({ name, rows }) => sheetNames.includes(foldName(name)) && rows.length > 0) ??
    grids.find(({ rows }) => rows.length > 0);
  if (!chosen) {
    const text = problemTexts.noSheet(workbook.SheetNames.join(', '));
    return { records: [], problems: [problemAt({ file }, text)] };
  }
  return recordsOfGrid(file, chosen.rows);
}

function gridOf(sheet: XLSX.WorkSheet | undefined): GridRow[] {
  const extent = sheet?.['!ref'];
  if (!sheet || !extent) return [];
  const range = XLSX.utils.decode_range(extent);
  const lastColumn = Math.min(range.e.c, range.s.c + limits.columns - 1);
  const rows: GridRow[] = [];
  for (let row = range.s.r; row <= range.e.r; row += 1) {
    const cells: GridCell[] = [];
    for (let column = range.s.c; column <= lastColumn; column += 1) {
      cells.push(cellOf(sheet[XLSX.utils.encode_cell({ r: row, c: column })]));
    }
    if (cells.some((cell) => cell.text !== '' || cell.broken)) rows.push({ line: row + 1, cells });
  }
  return rows;
}

function cellOf(cell: XLSX.CellObject | undefined): GridCell {
  if (!cell) return { text: '' };
  const link = cell.l?.Target ?? hyperlinkFormula(cell.f);
  const text = textOf(cell);
  const broken = cell.t === 'e' || (cell.f !== undefined && cell.v === undefined && link === undefined);
  return {
    text: broken && text === '' ? `=${cell.f ?? ''}` : text,
    ...(link === undefined ? {} : { link }),
    ...(broken ? { broken } : {}),
  };
}

/** What a person sees in the cell, except where the display loses digits (1.2E+12, ####). */
function textOf(cell: XLSX.CellObject): string {
  const shown = cell.w ?? (cell.v === undefined ? '' : String(cell.v));
  const exact = cell.t === 'n' && (/E[+-]/i.test(shown) || /^#+$/.test(shown.trim())) ? String(cell.v) : shown;
  return exact.replace(/[\u00a0\u200b\ufeff]+/g, ' ').trim();
}

function hyperlinkFormula(formula: string | undefined): string | undefined {
  return formula === undefined ? undefined : /^HYPERLINK\(\s*"([^"]+)"/i.exec(formula)?.[1];
}
