// Finds tables without ruling lines: runs of visual lines whose pieces align in columns. Pure.
import { joinWrapped, type Line, type Piece, type Word } from './pdf-lines.ts';
import { bareNumber, splitRows } from './pdf-row-split.ts';
import { type CellLine, finishTable, isFigure, type PdfTable } from './pdf-table.ts';
import { areTextBoxes, type OrderedLine } from './pdf-text-boxes.ts';

export interface ColumnResult {
  readonly tables: readonly PdfTable[];
  /** Content orders of the pieces used. */
  readonly used: ReadonlySet<number>;
}

/** Tables among the visual lines of a page (top to bottom, one direction of text). */
export function columnTables(lines: readonly Line[]): ColumnResult {
  const tables: PdfTable[] = [];
  const used = new Set<number>();
  for (const run of tableRuns(lines)) {
    const columns = columnsOf(run);
    if (columns.length < 2 || isTextColumns(run, columns)) continue;
    const table = tableOf(run, columns);
    if (!table) continue;
    tables.push(table);
    for (const line of run) for (const piece of line.pieces) for (const order of piece.orders) used.add(order);
  }
  return { tables, used };
}

/** Runs of lines that may form a table: at least three lines of several pieces, others between them only as wraps. */
function tableRuns(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  let multi = 0;
  const end = () => {
    // What ends the run alone is the last row's wrap only where it follows closely.
    while (run.length > 1 && run.at(-1)!.pieces.length < 2 && run.at(-1)!.y - run.at(-2)!.y > run.at(-1)!.size * 1.7)
      run.pop();
    if (multi >= 3) runs.push(run);
    run = [];
    multi = 0;
  };
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = run.at(-1);
    if (last && (line.turn !== last.turn || line.y - last.y > Math.max(line.size, last.size) * 4)) end();
    if (line.pieces.length >= 2) {
      if (run.length === 0 && before && isWrappedHead(before, line)) run.push(before);
      run.push(line);
      multi++;
    } else if (run.length > 0) {
      const singles = run.slice(-2).filter(({ pieces }) => pieces.length < 2).length;
      const near = line.y - run.at(-1)!.y <= line.size * 2.2;
      if (near && singles < 2 && isWrap(line.pieces[0]!, run) && looksLike(line, run)) run.push(line);
      else end();
    }
  }
  end();
  return runs;
}

/** The first of two lines in a cell of the head, half a line above cells of one: closer than lines of running text stand. */
function isWrappedHead({ pieces, turn, y, size }: Line, head: Line): boolean {
  return pieces.length === 1 && turn === head.turn && head.y - y < size * 0.95 && pieces[0]!.x0 > head.pieces[0]!.x1;
}

/**
 * A lone piece that goes on with cells of the lines above: each of its parts keeps between the pieces left and right of
 * one of theirs. (Two cells may stand closer than a cell edge, so that they came as one piece.)
 */
function isWrap(piece: Piece, run: readonly Line[]): boolean {
  const parts = partsOf(piece);
  return run.slice(-4).some(
    ({ pieces, size }) =>
      pieces.length >= 2 &&
      parts.every((part) =>
        pieces.some((_, index) => {
          const left = pieces[index - 1]?.x1 ?? -Infinity;
          const right = pieces[index + 1]?.x0 ?? Infinity;
          return part.x0 >= left + size * 0.2 && part.x1 <= right - size * 0.2;
        }),
      ),
  );
}

/** Set like one of the lines above, or lighter: a heading under a table is larger or bolder than its last row. */
function looksLike(line: Line, run: readonly Line[]): boolean {
  return run
    .slice(-3)
    .some((above) => (above.bold || !line.bold) && Math.abs(above.size - line.size) <= above.size * 0.08);
}

function partsOf(piece: Piece): { x0: number; x1: number }[] {
  const parts: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of piece.words) {
    const last = parts.at(-1);
    if (last && x0 - last.x1 < piece.size * 0.6) last.x1 = x1;
    else parts.push({ x0, x1 });
  }
  return parts;
}

interface Column {
  readonly x0: number;
  readonly x1: number;
}

/** Steps a point in which strips are measured: whole points would narrow them by up to two. */
const steps = 4;

/** Columns parted by strips that (nearly) no line of many pieces crosses. */
export function columnsOf(run: readonly Line[]): Column[] {
  const most = run.reduce((max, line) => Math.max(max, line.pieces.length), 0);
  const telling = run.filter((line) => line.pieces.length >= Math.max(2, most * 0.5));
  const left = Math.floor(Math.min(...telling.map((line) => line.x0)));
  const width = (Math.ceil(Math.max(...telling.map((line) => line.x1))) - left + 1) * steps;
  if (width > 20_000 * steps) return [];
  const cover = new Uint16Array(width);
  // Over few lines a space may stand above a space by chance: then only gaps as wide as a cell edge part columns.
  const fine = telling.length >= 5;
  for (const { pieces } of telling) {
    for (const { x0, x1 } of fine ? pieces.flatMap(({ words }) => words) : pieces) {
      const to = Math.min(width - 1, Math.ceil((x1 - left) * steps));
      for (let x = Math.max(0, Math.floor((x0 - left) * steps)); x <= to; x++) cover[x]!++;
    }
  }
  const allowed = Math.floor(telling.length * 0.06);
  const minimum = (telling[0]?.size ?? 10) * (fine ? 0.55 : 0.45) * steps;
  const columns: Column[] = [];
  let start = 0;
  let gapFrom = -1;
  for (let x = 0; x <= width; x++) {
    const open = x < width && cover[x]! > allowed;
    if (!open && gapFrom < 0) gapFrom = x;
    if (open && gapFrom >= 0) {
      if (x - gapFrom >= minimum) {
        if (gapFrom > start) columns.push({ x0: left + start / steps, x1: left + gapFrom / steps });
        start = x;
      }
      gapFrom = -1;
    }
  }
  columns.push({ x0: left + start / steps, x1: left + (gapFrom >= 0 ? gapFrom : width) / steps });
  return columns.length > 60 ? [] : fine ? withListNumbers(columns, telling) : columns;
}

/** A column of list numbers (`3.`) that stand as close to the next column as a word is part of that column. */
function withListNumbers(columns: readonly Column[], lines: readonly Line[]): Column[] {
  const merged: Column[] = [];
  for (const [index, column] of columns.entries()) {
    const last = merged.at(-1);
    if (last && index > 0 && isListNumbers(columns[index - 1]!, lines))
      merged[merged.length - 1] = { x0: last.x0, x1: column.x1 };
    else merged.push(column);
  }
  return merged;
}

function isListNumbers(column: Column, lines: readonly Line[]): boolean {
  let words = 0;
  let numbers = 0;
  for (const piece of lines.flatMap(({ pieces }) => pieces)) {
    for (const [index, { text, x0, x1 }] of piece.words.entries()) {
      if (x1 < column.x0 || x0 > column.x1) continue;
      words++;
      if (/^[(]?[\d๐-๙]{1,3}[.)]$/.test(text) && index + 1 < piece.words.length) numbers++;
    }
  }
  return words >= 2 && numbers >= words * 0.7;
}

/** Prose set in columns: long pieces everywhere, and one column's content wholly before the next one's. */
function isTextColumns(run: readonly Line[], columns: readonly Column[]): boolean {
  if (columns.length > 3) return false;
  const pieces = run.flatMap((line) => line.pieces);
  const long = pieces.filter((piece) => piece.text.length > 20).length;
  if (long < pieces.length * 0.7) return false;
  const orders = columns.map((column) =>
    pieces.filter((piece) => columnOf(piece, columns) === columns.indexOf(column)).map(({ order }) => order),
  );
  return orders.every(
    (list, index) => index === 0 || list.length === 0 || Math.min(...list) > Math.max(...orders[index - 1]!),
  );
}

function columnOf({ x0, x1 }: { readonly x0: number; readonly x1: number }, columns: readonly Column[]): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(x1, column.x1) - Math.max(x0, column.x0);
    if (overlap > most) [best, most] = [index, overlap];
  }
  return best;
}

function tableOf(run: readonly Line[], columns: readonly Column[]): PdfTable | undefined {
  const lines = run.map((line) => lineCells(line, columns));
  const split = splitRows(
    columns.map((_, column) => lines.flatMap(({ cells }) => cells[column]!)),
    bareNumber,
  );
  const rows: RowCells[] = [];
  if (split) {
    for (const cells of split.above) rows.push({ cells, spans: headerSpans(cells, lines) });
    for (const cells of split.rows) rows.push({ cells, spans: columns.map((_, index) => index) });
  } else {
    for (const [index, { cells, spans }] of lines.entries()) {
      const above = rows.at(-1);
      if (above && continues(above.cells, cells, columns, run[index]!, run)) {
        for (const [column, cell] of cells.entries()) above.cells[column]!.push(...cell);
      } else rows.push({ cells, spans });
    }
  }
  const filled = rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.length > 0).length, 0);
  if (filled < rows.length * columns.length * 0.5 || (!split && areTextBoxes(rows))) return undefined;
  return finishTable({
    rows: rows.map(({ cells, spans }) => ({ cells: cells.map((cell) => joinWrapped(cell)), spans })),
    columns,
    top: run[0]!.y - run[0]!.size,
    bottom: run.at(-1)!.y,
    order: Math.min(...run.map((line) => line.order)),
    ruled: false,
    lines: run,
    headerDepth: 1,
  });
}

interface RowCells {
  readonly cells: OrderedLine[][];
  readonly spans: readonly number[];
}

/** A visual line's words by column; a piece that reaches over further columns spans them. */
function lineCells(line: Line, columns: readonly Column[]): RowCells {
  const words = columns.map((): Word[] => []);
  const orders = columns.map(() => line.order);
  const spans = columns.map((_, index) => index);
  for (const piece of line.pieces) {
    for (const word of piece.words) {
      const column = columnOf(word, columns);
      if (words[column]!.length === 0) orders[column] = piece.order;
      words[column]!.push(word);
      for (let next = column + 1; next < columns.length; next++) {
        const { x0, x1 } = columns[next]!;
        if (Math.min(word.x1, x1) - Math.max(word.x0, x0) < (x1 - x0) * 0.6) break;
        spans[next] = column;
      }
    }
  }
  const cells = words.map((list, column): OrderedLine[] => {
    if (list.length === 0) return [];
    // Two pieces in one column stand apart, though no space was drawn between them.
    const apart = (at: number): boolean =>
      at > 0 && (list[at]!.space || list[at]!.x0 - list[at - 1]!.x1 > line.size * 0.5);
    const text = list.map(({ text: part }, at) => (apart(at) ? ` ${part}` : part)).join('');
    const { x0, x1 } = columns[column]!;
    // A line that left much room ended on purpose.
    return [
      {
        text,
        y: line.y,
        spaceAfter: x1 - list.at(-1)!.x1 > Math.max((x1 - x0) * 0.3, line.size * 2),
        order: orders[column]!,
      },
    ];
  });
  return { cells, spans };
}

/** Spans of the lines that make up a header. */
function headerSpans(header: readonly (readonly OrderedLine[])[], lines: readonly RowCells[]): readonly number[] {
  const ys = new Set(header.flat().map(({ y }) => y));
  const spans = header.map((_, index) => index);
  for (const line of lines) {
    if (!line.cells.flat().some(({ y }) => ys.has(y))) continue;
    for (const [column, first] of line.spans.entries()) if (header[column]!.length === 0) spans[column] = first;
  }
  return spans;
}

/** Whether a line goes on with the row above (wrapped cells) instead of beginning a row of its own. */
function continues(
  above: readonly CellLine[][],
  cells: readonly CellLine[][],
  columns: readonly Column[],
  line: Line,
  run: readonly Line[],
): boolean {
  const lastY = Math.max(...above.flat().map(({ y }) => y));
  if (line.y - lastY > line.size * 1.9) return false;
  const filled = cells.flatMap((cell, index) => (cell.length > 0 ? [index] : []));
  const filledAbove = above.flatMap((cell, index) => (cell.length > 0 ? [index] : []));
  if (filled.some((index) => cells[index]!.some(({ text }) => isFigure(text)) && above[index]!.length > 0))
    return false;
  if (filled.length >= columns.length || filled.length > filledAbove.length) return false;
  if (filled.some((index) => above[index]!.length === 0)) return false;
  if (filled[0] !== 0) return true;
  // The first column goes on: only where its line above was full, so that it had to wrap.
  const room = columns[0]!;
  const before = run.filter((other) => other.y < line.y).at(-1);
  const first = before?.pieces.find((piece) => columnOf(piece, columns) === 0);
  return (
    first !== undefined && first.x1 >= room.x0 + (room.x1 - room.x0) * 0.8 && !/^[\d๐-๙]+[.)]/.test(cells[0]![0]!.text)
  );
}
