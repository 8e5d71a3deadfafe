// Tells boxes of prose, set side by side, from rows of a table: by the order in which their lines were written. Pure.
import { type CellLine, isFigure } from './pdf-table.ts';

export interface OrderedLine extends CellLine {
  /** Position in content order. */
  readonly order: number;
}

/**
 * Boxes of prose side by side look like a table whose lines happen to meet; but each box was written in one go, while
 * the cells of a table's row were written together. Figures are cells whatever their order.
 */
export function areTextBoxes(rows: readonly { readonly cells: readonly (readonly OrderedLine[])[] }[]): boolean {
  let pairs = 0;
  let inOneGo = 0;
  for (let row = 0; row + 1 < rows.length; row++) {
    const [above, below] = [rows[row]!.cells, rows[row + 1]!.cells];
    for (let column = 0; column < above.length; column++) {
      const [last, next] = [above[column]!.at(-1), below[column]![0]];
      if (!last || !next || isFigure(last.text) || isFigure(next.text)) continue;
      const [from, to] = [Math.min(last.order, next.order), Math.max(last.order, next.order)];
      const others = [...above, ...below].flat().filter(({ order }) => order !== last.order && order !== next.order);
      if (others.length === 0) continue;
      pairs++;
      if (!others.some(({ order }) => order > from && order < to)) inOneGo++;
    }
  }
  return pairs >= 3 && inOneGo > pairs * 0.6;
}
