// Aligns the cells of a table read from an Office document: merged cells repeated or emptied so that `cells[i]` of
// every row stands in column i. Pure; the same conventions as for tables of PDFs (pdf-table.ts).
import { finishTable, type PdfRow } from './pdf-table.ts';

export interface SourceCell {
  readonly text: string;
  /** Columns and rows it spans; 1 by default. */
  readonly columns?: number;
  readonly rows?: number;
}

/**
 * Rows with aligned cells and header flags; `source` is the index of the row in the input. A cell merged over rows is
 * repeated in each; one merged over columns is repeated in header rows and stands in its first column elsewhere.
 */
export function alignTable(
  rows: readonly (readonly SourceCell[])[],
  maxColumns: number,
): (PdfRow & { readonly source: number })[] {
  const pending: { text: string; left: number; first: number }[] = [];
  const aligned: { cells: string[]; spans: number[] }[] = [];
  let headerDepth = 1;
  for (const [index, row] of rows.entries()) {
    const cells: string[] = [];
    const spans: number[] = [];
    const fillPending = () => {
      for (
        let held = pending[cells.length];
        held && held.left > 0 && cells.length < maxColumns;
        held = pending[cells.length]
      ) {
        held.left--;
        spans.push(Math.min(held.first, cells.length));
        cells.push(held.text);
      }
    };
    fillPending();
    for (const { text, columns = 1, rows: height = 1 } of row) {
      const first = cells.length;
      for (let column = 0; column < columns && cells.length < maxColumns; column++) {
        if (height > 1) pending[cells.length] = { text: column === 0 ? text : '', left: height - 1, first };
        cells.push(column === 0 ? text : '');
        spans.push(first);
      }
      if (index === 0 && height > 1 && height <= 3 && text !== '') headerDepth = Math.max(headerDepth, height);
      fillPending();
    }
    aligned.push({ cells, spans });
  }
  const width = Math.max(0, ...aligned.map(({ cells }) => lastFilled(cells) + 1));
  const trimmed = aligned.map(({ cells, spans }, source) => {
    const alone = width > 1 && spans.length >= width && spans.slice(0, width).every((first) => first === 0);
    const fit = alone ? cells.slice(0, 1) : Array.from({ length: width }, (_, column) => cells[column] ?? '');
    return { cells: fit, spans: fit.map((_, column) => spans[column] ?? column), source };
  });
  const kept = trimmed.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const table = finishTable({
    rows: kept,
    columns: [],
    top: 0,
    bottom: 0,
    order: 0,
    ruled: true,
    headerDepth: Math.min(headerDepth, kept.length),
  });
  return (table?.rows ?? []).map((row, index) => ({ ...row, source: kept[index]!.source }));
}

function lastFilled(cells: readonly string[]): number {
  let last = cells.length - 1;
  while (last >= 0 && cells[last] === '') last--;
  return last;
}
