// Turns a grid of cells (CSV, XLSX) into records by its heading row. Finds the heading row, reports unknown,
// missing and doubled headings; does not judge values.
import type { Problem } from '../errors.ts';
import { nearestName } from '../text/nearest-name.ts';
import { allColumnNames, type ColumnId, columnAliases, columnIds, columnOf, requiredColumns } from './columns.ts';
import { problemAt, problemTexts } from './problem-texts.ts';
import type { RawCell, RawRecord, RawRegistry } from './raw-registry.ts';

export interface GridCell {
  readonly text: string;
  /** Target of a hyperlink on the cell. */
  readonly link?: string;
  /** The cell holds a formula without a usable value. */
  readonly broken?: boolean;
}

export interface GridRow {
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  readonly cells: readonly GridCell[];
}

/** Rows above the headings (a title, a date) that are tolerated. */
const titleRows = 10;

/** Columns whose hyperlink says more than the cell's text ("click here"). */
const linkColumns: ReadonlySet<ColumnId> = new Set(['url', 'link_page']);

const isEmpty = (row: GridRow) => row.cells.every((cell) => cell.text === '' && !cell.broken);

export function recordsOfGrid(file: string, grid: readonly GridRow[]): RawRegistry {
  const rows = grid.filter((row) => !isEmpty(row));
  const headingIndex = findHeadings(rows);
  const headings = rows[headingIndex];
  if (!headings) {
    return { records: [], problems: [problemAt({ file }, problemTexts[rows.length === 0 ? 'empty' : 'noHeadings']())] };
  }
  const problems: Problem[] = [];
  const columns = readHeadings(file, headings, problems);
  const records = rows.slice(headingIndex + 1).map((row) => readRow(file, row, headings, columns, problems));
  const missing = new Set(requiredColumns.filter((column) => !columns.includes(column)));
  return { records, problems, missing };
}

/** The first row among the first ten that names at least two columns; else the first row that names any. */
function findHeadings(rows: readonly GridRow[]): number {
  const named = rows
    .slice(0, titleRows)
    .map((row) => new Set(row.cells.map((cell) => columnOf(cell.text)).filter(Boolean)).size);
  const clear = named.findIndex((count) => count >= 2);
  return clear >= 0 ? clear : named.findIndex((count) => count >= 1);
}

function readHeadings(file: string, row: GridRow, problems: Problem[]): (ColumnId | undefined)[] {
  const seen = new Map<ColumnId, string>();
  const columns = row.cells.map((cell) => {
    if (cell.text === '') return undefined;
    const column = columnOf(cell.text);
    const place = { file, line: row.line, field: cell.text, value: cell.text };
    if (!column) {
      const suggestion = nearestName(cell.text, allColumnNames());
      problems.push(problemAt(place, problemTexts.unknownColumn(suggestion, columnIds.join(', '))));
      return undefined;
    }
    const first = seen.get(column);
    if (first !== undefined) {
      problems.push(problemAt(place, problemTexts.duplicateColumn(column, first)));
      return undefined;
    }
    seen.set(column, cell.text);
    return column;
  });
  for (const column of requiredColumns) {
    if (!seen.has(column)) {
      const alias = columnAliases[column][column === 'name' ? 1 : 0] ?? column;
      problems.push(problemAt({ file, line: row.line, field: column }, problemTexts.missingColumn(column, alias)));
    }
  }
  return columns;
}

function readRow(
  file: string,
  row: GridRow,
  headings: GridRow,
  columns: readonly (ColumnId | undefined)[],
  problems: Problem[],
): RawRecord {
  const cells = new Map<ColumnId, RawCell>();
  row.cells.forEach((cell, index) => {
    const column = columns[index];
    const heading = headings.cells[index]?.text ?? '';
    if (!column) {
      // Data under a heading that is unknown or doubled is reported once, at the heading.
      if (cell.text !== '' && heading === '') {
        const place = { file, line: row.line, field: columnLetter(index), value: cell.text };
        problems.push(problemAt(place, problemTexts.noHeading()));
      }
      return;
    }
    if (cell.broken) {
      problems.push(problemAt({ file, line: row.line, field: heading, value: cell.text }, problemTexts.formulaError()));
      return;
    }
    const useLink = cell.link !== undefined && linkColumns.has(column) && !/^https?:\/\//i.test(cell.text);
    cells.set(column, { text: useLink ? cell.link! : cell.text, line: row.line, field: heading });
  });
  return { line: row.line, cells };
}

/** Spreadsheet letter of a 0-based column: 0 → A, 26 → AA. */
function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
