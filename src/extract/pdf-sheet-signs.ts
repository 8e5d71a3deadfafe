// Signs that rows on two pages are parts of the same rows, and signs that they are not. Pure.
import type { Piece } from './pdf-lines.ts';
import { cellsOf, type PrintColumn, printColumns, type SheetPrint } from './pdf-sheet-print.ts';
import type { SheetRow, SideBySide } from './pdf-sheet-rows.ts';
import { isFigure } from './pdf-table.ts';

/** Points within which places are one. */
const samePlace = 1.5;
/** Edges of ruled columns that are one. */
const samePost = 3;
/** Shares for which something holds. */
const [nearlyAll, many, most] = [0.9, 0.8, 0.6] as const;

/** Where the columns end that both pages show with the same words: a sheet's names, printed on each. -Infinity: there are none. */
export function repeatedUpTo(b: SheetPrint, rows: readonly SheetRow[]): number {
  let end = -Infinity;
  const columns = printColumns(b);
  for (const [at, column] of columns.entries()) {
    const cells = rows.flatMap(({ left, right }) => {
      const [text, other] = [textIn(right, column), textIn(left, column)];
      return text === '' ? [] : [text === other];
    });
    if (cells.filter(Boolean).length < cells.length * nearlyAll) break;
    // Two lists may be numbered alike; and numbers may stand so close to names that few are left to their column.
    const named = rows.filter(({ right }) => /\p{L}{2}/u.test(textIn(right, column)));
    if (named.length >= fewestRepeated) end = endOfShared(rows, column, columns[at + 1]);
  }
  return end;
}
const fewestRepeated = 4;

/** Where the longest of a column's words ends that both pages show: few of them may reach out of it. */
function endOfShared(rows: readonly SheetRow[], { x0, x1 }: PrintColumn, next: PrintColumn | undefined): number {
  const reach = next === undefined ? x1 : (x1 + next.x0) / 2;
  const ends = rows.flatMap(({ left, right }) => {
    const known = left.flatMap(({ words }) => words);
    const words = right.flatMap((piece) => piece.words).filter((word) => isIn((word.x0 + word.x1) / 2, x0, reach));
    return words.filter((word) => known.some((other) => isSame(word, other))).map((word) => word.x1);
  });
  return Math.max(x1, ...ends);
}

/** Words that stand in a column, and where they begin there. */
export function textIn(pieces: readonly Piece[], { x0, x1 }: PrintColumn): string {
  const words = pieces.flatMap((piece) => piece.words).filter((word) => isIn((word.x0 + word.x1) / 2, x0, x1));
  return words.length === 0 ? '' : `${Math.round(words[0]!.x0 / samePlace)} ${words.map(({ text }) => text).join(' ')}`;
}

const isIn = (x: number, x0: number, x1: number): boolean => x > x0 && x <= x1;

type PrintWord = Pick<Piece, 'text' | 'x0'>;

/** What stands right of the columns that both show. */
export const ownOf = (pieces: readonly Piece[], from: number): readonly Piece[] =>
  from === -Infinity
    ? pieces
    : pieces.flatMap((piece) => cellsOf([from], piece)).filter(({ x0, x1 }) => (x0 + x1) / 2 > from);

/** The columns of both stand in the same places: one goes on below the other, or is another print of one form. */
export function sameColumns(a: SheetPrint, b: SheetPrint): boolean {
  const [mine, others] = [printColumns(a), printColumns(b)];
  const [few, more] = mine.length <= others.length ? [mine, others] : [others, mine];
  if (few.length < more.length * many) return false;
  const matched = few.filter((column) => more.some((other) => (a.frame ? meets : overlaps)(column, other)));
  return matched.length >= few.length * many;
}

const meets = (a: PrintColumn, b: PrintColumn): boolean =>
  Math.abs(a.x0 - b.x0) <= samePost && Math.abs(a.x1 - b.x1) <= samePost;

const overlaps = (a: PrintColumn, b: PrintColumn): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > Math.min(a.x1 - a.x0, b.x1 - b.x0) * 0.5;

/** Words of `page`, further down in a sheet, stand in the columns of the page that has the sheet's head. */
export function inColumnsOf(head: SheetPrint, page: SheetPrint): boolean {
  if (head.frame && page.frame) {
    const { xs } = page.frame;
    return xs.length === head.frame.xs.length && head.frame.xs.every((x, at) => Math.abs(x - xs[at]!) <= samePost);
  }
  const columns = printColumns(head);
  const pieces = page.lines.flatMap((line) => line.pieces);
  const inside = pieces.filter((piece) => columns.some(({ x0, x1 }) => piece.x0 < x1 && piece.x1 > x0));
  return inside.length >= pieces.length * nearlyAll;
}

/** What a numbered row begins with. */
const ordinal = /^[(]?[\d๐-๙]{1,3}(?![\d๐-๙,.%:/])[.)]?(?!\s*%)/u;

export const isNumbered = ([first]: readonly Piece[]): boolean => first !== undefined && ordinal.test(first.text);

/** Rows that begin with running numbers are rows of their own. */
export function counts(rows: readonly (readonly Piece[])[]): boolean {
  const numbers = rows.filter(isNumbered).map(([first]) => numberOf(ordinal.exec(first!.text)![0]));
  const following = numbers.filter((value, at) => at > 0 && value === numbers[at - 1]! + 1).length;
  return following >= 2 && following >= (numbers.length - 1) * most && numbers.length >= rows.length * (1 - most);
}

const numberOf = (text: string): number =>
  Number(text.replace(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replace(/\D/g, ''));

/** Beside nearly every row stands a name. */
export function meetNames(rows: readonly SheetRow[]): boolean {
  const named = rows.filter(({ left }) => left.some(({ text }) => /\p{L}/u.test(text)));
  return named.length >= rows.length * nearlyAll;
}

/** What is numbered on the left has words on the right, and little else has. */
export function meetNumbers({ names }: SideBySide, data: readonly SheetRow[]): boolean {
  const numbered = names.filter(({ left }) => isNumbered(left));
  return (
    counts(numbered.map(({ left }) => left)) &&
    numbered.filter(({ right }) => right.length > 0).length >= numbered.length * many &&
    data.filter(({ left }) => isNumbered(left)).length >= data.length * most
  );
}

/** A title stands over the left part, and nothing in its place over the right one: no page of its own begins so low. */
export function hasEmptyPlace({ titles, ruled }: SideBySide): boolean {
  const words = titles.filter(({ pieces }) => pieces.some(({ text }) => /\p{L}{3}/u.test(text)));
  return words.length >= (ruled === undefined ? 2 : 1);
}

/** Heights of rows that no two tables share by chance. */
export function isUneven({ ruled }: SideBySide, data: readonly SheetRow[]): boolean {
  const ys = ruled?.slice(1) ?? data.map(({ right }) => right[0]!.y);
  const heights = ys.slice(1).map((y, at) => y - ys[at]!);
  const usual = ruled === undefined ? Math.min(...heights) : heights.toSorted((a, b) => a - b)[heights.length >> 1]!;
  const off = heights.filter((height) => {
    const times = ruled === undefined ? Math.round(height / usual) : 1;
    return Math.abs(height - usual * times) > otherHeight;
  });
  return off.length >= 2;
}
const otherHeight = 2;

/** Most rows have several cells, as no lines of running text have. */
export const areRowsOfCells = (rows: readonly SheetRow[]): boolean =>
  rows.filter(({ right }) => right.length > 1).length >= rows.length * most;

/** Nearly all of it is figures, as columns of a table are, and the answers to a form's questions are not. */
export function areFigures(rows: readonly SheetRow[], side: 'left' | 'right', from: number): boolean {
  const pieces = rows.flatMap((row) => ownOf(row[side], from));
  return pieces.length > 0 && pieces.filter(({ text }) => isFigure(text)).length >= pieces.length * many;
}

/** Its first column has a head for numbers, and numbers under it: rows, and no questions of a form. */
export function hasNumberHead(head: readonly SheetRow[], data: readonly SheetRow[]): boolean {
  return (
    head.some(({ left }) => left.some(({ text }) => numberHead.test(text))) && counts(data.map(({ left }) => left))
  );
}
const numberHead = /^(?:ลำดับ|ที่(?=\s|$)|no\b)/iu;

/** Words that stand at the same place on both pages, in that many rows: a form's questions, printed anew. */
export function shareWords(rows: readonly SheetRow[], from: number, fewest: number): boolean {
  const shared = rows.filter(({ left, right }) =>
    right.some((piece) => /\p{L}{2}/u.test(piece.text) && ownOf(left, from).some((other) => isSame(other, piece))),
  );
  return shared.length >= fewest;
}

const isSame = (a: PrintWord, b: PrintWord): boolean => a.text === b.text && Math.abs(a.x0 - b.x0) <= samePlace;
