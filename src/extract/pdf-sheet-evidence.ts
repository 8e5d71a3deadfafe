// Whether a page lies right of another in one sheet that was too wide for the paper. Wrongly joined tables are worse than parted
// ones: everything has to fit, and something has to show it that no second table would. Pure.
import type { Piece } from './pdf-lines.ts';
import type { SheetPrint } from './pdf-sheet-print.ts';
import { type SheetRow, type SideBySide, sideBySide } from './pdf-sheet-rows.ts';
import {
  areFigures,
  areRowsOfCells,
  counts,
  hasEmptyPlace,
  hasNumberHead,
  inColumnsOf,
  isNumbered,
  isUneven,
  meetNames,
  meetNumbers,
  ownOf,
  repeatedUpTo,
  sameColumns,
  shareWords,
  textIn,
} from './pdf-sheet-signs.ts';
import { isFigure } from './pdf-table.ts';

/** How a page lies beside the one that has the sheet's first columns. */
export interface Beside {
  /** How far right of its place on the paper it stands in the sheet, where something drawn on both pages tells. */
  readonly shift: number | undefined;
  /** Where the columns end that every page shows; what stands left of it is not the page's own. -Infinity: all is. */
  readonly from: number;
  /** Heights of lines that every page shows. */
  readonly running: readonly number[];
  /** Heights of its head's first and last line. */
  readonly head: { readonly from: number; readonly to: number };
}

/** Rows under the head, and of the head. */
const [fewestRows, mostHeadRows] = [3, 4] as const;

/** How `b` lies right of `a`, both with the sheet's head; undefined where it does not, or nothing shows that it does. */
export function liesBeside(a: SheetPrint, b: SheetPrint): Beside | undefined {
  const pair = b.tabular && !numbersOtherwise(a, b) ? sideBySide(a, b) : undefined;
  if (pair === undefined || pair.rows.length <= fewestRows) return undefined;
  const from = repeatedUpTo(b, pair.rows);
  const rows = ownRows(pair, from);
  const head = headOf(rows);
  const data = rows.slice(head.length);
  if (head.length === 0 || data.length < fewestRows || !meetNames(data)) return undefined;
  if (!headsDiffer(head, from) || isTitled(pair, head, from) || counts(data.map(({ right }) => right)))
    return undefined;
  if (!isShown(a, b, pair, { head, data, from })) return undefined;
  const heights = head.flatMap(({ right }) => right.map(({ y }) => y));
  return {
    shift: pair.shift,
    from,
    running: pair.running,
    head: { from: Math.min(...heights), to: Math.max(...heights) },
  };
}

/** Its first number stands beside another one, or none: rows of its own, told at a glance. */
function numbersOtherwise(a: SheetPrint, b: SheetPrint): boolean {
  const at = b.lines.findIndex(({ pieces }) => isNumbered(pieces));
  const rows = b.lines.slice(at, at + 3);
  if (at < 0 || !counts(rows.map(({ pieces }) => pieces))) return false;
  const { y, pieces } = rows[0]!;
  const beside = a.lines.find((line) => Math.abs(line.y - y) <= 1);
  return beside === undefined || beside.pieces[0]!.text !== pieces[0]!.text;
}

/** Something shows that the rows are the same: no two tables have it in common by chance. */
function isShown(
  a: SheetPrint,
  b: SheetPrint,
  pair: SideBySide,
  {
    head,
    data,
    from,
  }: { readonly head: readonly SheetRow[]; readonly data: readonly SheetRow[]; readonly from: number },
): boolean {
  if (pair.shift !== undefined) return true;
  const alike = sameColumns(a, b);
  if (shareWords([...head, ...data], from, 2) || (alike && shareWords(head, from, 1))) return false;
  if (from > -Infinity) {
    // One column of figures under one head may be the answers of another office to the same questions.
    const several = head.some(({ right }) => right.length > 1) && areFigures(data, 'right', from);
    const figures = areFigures(data, 'left', from) && (!alike || several);
    return figures || hasNumberHead(head, data);
  }
  if (alike || (pair.ruled === undefined && !areRowsOfCells(data))) return false;
  return hasEmptyPlace(pair) || meetNumbers(pair, data) || isUneven(pair, data);
}

/** Whether `b` lies right of `a` further down in the sheet, as `nextOfHead` lies beside `head`. */
export function goesOnBeside(
  a: SheetPrint,
  b: SheetPrint,
  { head, nextOfHead, beside }: { readonly head: SheetPrint; readonly nextOfHead: SheetPrint; readonly beside: Beside },
): Beside | undefined {
  const pair = sideBySide(a, b);
  if (pair === undefined || pair.rows.length === 0) return undefined;
  const rows = ownRows(pair, beside.from);
  if (!inColumnsOf(head, a) || !inColumnsOf(nextOfHead, b) || !meetNames(rows)) return undefined;
  if (counts(rows.map(({ right }) => right))) return undefined;
  const repeats = beside.from === -Infinity || showsAgain(pair, beside.from);
  return repeats ? { ...beside, running: pair.running } : undefined;
}

/** Rows of what is the right page's own. */
const ownRows = ({ rows }: SideBySide, from: number): readonly SheetRow[] =>
  rows.map(({ left, right }) => ({ left, right: ownOf(right, from) })).filter(({ right }) => right.length > 0);

/** The columns that every page shows are the same in all rows. */
const showsAgain = ({ rows }: SideBySide, x1: number): boolean =>
  rows.every(({ left, right }) => textIn(left, { x0: -Infinity, x1 }) === textIn(right, { x0: -Infinity, x1 }));

/** Words over the first row that has figures or a number: a head names, and counts nothing but years. */
function headOf(rows: readonly SheetRow[]): readonly SheetRow[] {
  const begins = rows.findIndex(
    ({ left, right }) => isNumbered(left) || right.some(({ text }) => isFigure(text) && !year.test(text)),
  );
  const head = rows.slice(0, begins === -1 ? 1 : begins);
  return head.length <= mostHeadRows && head.some(({ left }) => left.length > 0) ? head : [];
}
const year = /^(?:25|20|๒๕)[\d๐-๙]{2}$/u;

/** The head on the right is no other print of the one on the left. */
function headsDiffer(head: readonly SheetRow[], from: number): boolean {
  const known = new Set(head.flatMap(({ left }) => ownOf(left, from).map(({ text }) => text)));
  return head.some(({ right }) => right.some(({ text }) => !known.has(text)));
}

/** Longest word of a column's head, and what two titles have in common at their beginning. */
const [longestHead, likeTitles] = [40, 6] as const;

/** A line alone over the columns, as long as a title or like the one on the left, is a title of its own. */
function isTitled({ titles, ruled, rows }: SideBySide, head: readonly SheetRow[], from: number): boolean {
  const [{ left, right }] = head as [SheetRow];
  const over = rows.slice(0, head.length).some((row) => runsOver(row.right, from));
  if (over || right.length > 1) return over;
  const [{ text }] = right as [SheetRow['right'][number]];
  const like = left.length === 1 && left[0]!.text.slice(0, likeTitles) === text.slice(0, likeTitles);
  const alone = ruled === undefined && from === -Infinity && titles.length === 0;
  return like || alone || text.length > longestHead;
}

/** Words go on from the columns that every page shows to those beyond, as no cell does. */
function runsOver(pieces: readonly Piece[], from: number): boolean {
  const words = pieces.flatMap((piece) => piece.words.map(({ x0, x1 }) => ({ x0, x1, y: piece.y, size: piece.size })));
  const last = words.filter(({ x0, x1 }) => (x0 + x1) / 2 <= from);
  const next = words.filter(({ x0, x1 }) => (x0 + x1) / 2 > from);
  return last.some(({ x1, y, size }) => next.some((word) => word.y === y && word.x0 - x1 < size * wordSpace));
}
const wordSpace = 0.5;
