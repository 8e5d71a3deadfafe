// What of a page tells whether it is a part of a sheet that was too wide for the paper: its lines, the heights of its rules, where
// its columns stand. Pure.
import { columnsOf } from './pdf-columns.ts';
import { type Line, lineOf, type Piece } from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';
import type { Rule } from './pdf-rules.ts';

/** One page as printed, in its reading frame. */
export interface SheetPrint {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Visual lines of what begins on the paper, from top to bottom. */
  readonly lines: readonly Line[];
  /** What begins left of the paper or of the table: cells of the page before are drawn anew where they reach over its edge. */
  readonly outside: readonly Piece[];
  readonly frame: PrintFrame | undefined;
  /** It may be a table's right part: something of it stands in columns. */
  readonly tabular: boolean;
}

/** Rules of a page's table. */
export interface PrintFrame {
  /** Heights of the lines between rows, and places of the lines between columns. */
  readonly ys: readonly number[];
  readonly xs: readonly number[];
  readonly x0: number;
  readonly x1: number;
}

export interface PrintColumn {
  readonly x0: number;
  readonly x1: number;
}

/** Points within which rules are one. */
const sameRule = 2;
/** Points; shorter lines are dashes and ticks. */
const [shortestRule, shortestPost] = [10, 6] as const;
/** Rules that make a table of a row; fewer underline words. */
const [fewestRules, fewestPosts] = [2, 2] as const;
/** Points by which a word begins before the table. */
const before = 5;

/** Lines of cells that make a table; lines of a page that is looked at. */
const [fewestLines, mostLines] = [3, 400] as const;

/** The print of a page that has these visual lines; none where they are too many for a sheet's. */
export function printOf({ rules, width, height, left }: PdfPage, visual: readonly Line[]): SheetPrint | undefined {
  if (visual.length === 0 || visual.length > mostLines) return undefined;
  const turn = mainTurn(visual);
  const upright = visual.filter((line) => line.turn === turn);
  const onPaper = upright.flatMap(({ pieces }) => {
    const own = pieces.filter(({ x0 }) => x0 >= left && x0 <= left + width);
    return own.length === 0 ? [] : [lineOf(own)];
  });
  const frame = frameOf(rules);
  const begin = frame?.x0 ?? Math.min(...onPaper.flatMap(({ pieces, x0 }) => (pieces.length > 1 ? [x0] : [])));
  const edge = begin === Infinity ? left : Math.max(left, begin - before);
  const outside = upright.flatMap(({ pieces }) => pieces.filter(({ x0 }) => x0 < edge));
  const inCells = onPaper.filter(({ pieces }) => pieces.length > 1).length;
  return {
    left,
    width,
    height,
    lines: frame ? onPaper.map((line) => partedBy(frame, edge, line)) : onPaper,
    outside,
    frame,
    tabular: frame !== undefined || outside.length > 0 || inCells >= fewestLines,
  };
}

function mainTurn(lines: readonly Line[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turn, pieces } of lines) counts[turn]! += pieces.length;
  return counts.indexOf(Math.max(...counts));
}

/** Words in cells next to each other may stand so close that they came as one piece; what begins before the table is none of it. */
function partedBy({ xs, ys }: PrintFrame, edge: number, line: Line): Line {
  if (line.y <= ys[0]! || line.y > ys.at(-1)!) return line;
  return lineOf(line.pieces.flatMap((piece) => (piece.x0 < edge ? [piece] : cellsOf(xs, piece))));
}

/** A piece's words between these places. */
export function cellsOf(xs: readonly number[], piece: Piece): readonly Piece[] {
  const cells = new Map<number, Piece['words'][number][]>();
  for (const word of piece.words) {
    const column = xs.filter((x) => x <= (word.x0 + word.x1) / 2).length;
    cells.set(column, [...(cells.get(column) ?? []), word]);
  }
  if (cells.size < 2) return [piece];
  return [...cells.values()].map((words) => ({
    ...piece,
    words,
    text: words.map(({ text, space }, at) => (space && at > 0 ? ` ${text}` : text)).join(''),
    x0: words[0]!.x0,
    x1: words.at(-1)!.x1,
  }));
}

function frameOf(rules: readonly Rule[]): PrintFrame | undefined {
  const across = rules.filter(({ x0, x1, y0, y1 }) => y0 === y1 && x1 - x0 >= shortestRule);
  const ys = apart(across.map(({ y0 }) => y0));
  const xs = apart(rules.filter(({ x0, x1, y0, y1 }) => x0 === x1 && y1 - y0 >= shortestPost).map(({ x0 }) => x0));
  if (ys.length < fewestRules || xs.length < fewestPosts) return undefined;
  return {
    ys,
    xs,
    x0: across.reduce((least, { x0 }) => Math.min(least, x0), Infinity),
    x1: across.reduce((most, { x1 }) => Math.max(most, x1), -Infinity),
  };
}

function apart(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (kept.length === 0 || value - kept.at(-1)! > sameRule) kept.push(value);
  }
  return kept;
}

/** Columns of a page: between its posts, or where its words stand under each other; all of it where nothing parts it. */
export function printColumns(print: SheetPrint): readonly PrintColumn[] {
  const known = columnsKnown.get(print);
  if (known) return known;
  const columns = findColumns(print);
  columnsKnown.set(print, columns);
  return columns;
}
/** A page is compared with many others. */
const columnsKnown = new WeakMap<SheetPrint, readonly PrintColumn[]>();

function findColumns({ frame, lines }: SheetPrint): readonly PrintColumn[] {
  if (frame) return frame.xs.slice(1).map((x1, at) => ({ x0: frame.xs[at]!, x1 }));
  const found = lines.some(({ pieces }) => pieces.length > 1) ? columnsOf(lines) : [];
  if (found.length > 0) return found;
  const [x0, x1] = [Math.min(...lines.map((line) => line.x0)), Math.max(...lines.map((line) => line.x1))];
  return [{ x0, x1 }];
}
