// Rows of two pages that may lie side by side, at the same heights: between the same rules, or on the same baselines. Pure.
import { type Line, lineOf, lineText, type Piece } from './pdf-lines.ts';
import type { SheetPrint } from './pdf-sheet-print.ts';

/** What stands at one height. */
export interface SheetRow {
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

export interface SideBySide {
  /** Rows that have words on the right, from top to bottom. */
  readonly rows: readonly SheetRow[];
  /** All rows with words on the left. */
  readonly names: readonly SheetRow[];
  /** Lines on the left over all that stands on the right: a sheet's titles. */
  readonly titles: readonly Line[];
  /** Heights of lines on the right that stand on every page: page numbers, what is printed above and below. */
  readonly running: readonly number[];
  /** How far right of its place on the paper the right page stands in the sheet, where what is drawn on both tells. */
  readonly shift: number | undefined;
  /** Heights at which rows begin, if rules tell. */
  readonly ruled: readonly number[] | undefined;
}

/** Points within which a baseline, or a rule, is at the same height. */
const sameHeight = 1;
/** Share of the heights that are the same. */
const mostSame = 0.9;
/** Lines under the table on the right: a signature's. */
const mostUnder = 4;

/** Rows of the pages `a` and, right of it, `b`; undefined where they do not stand at the same heights. */
export function sideBySide(a: SheetPrint, b: SheetPrint): SideBySide | undefined {
  if (Math.abs(a.width - b.width) > sameHeight || Math.abs(a.height - b.height) > sameHeight) return undefined;
  if ((a.frame === undefined) !== (b.frame === undefined) || b.lines.length === 0) return undefined;
  if (a.frame && b.frame && !sameRules(a.frame.ys, b.frame.ys)) return undefined;
  const shift = shiftOf(a, b);
  const drawn = shift === undefined ? b.lines : without(b.lines, new Set(b.outside));
  const running = runningLines(a.lines, drawn);
  const own = drawn.filter((line) => !running.has(line));
  if (own.length === 0) return undefined;
  const heights = [...running].map(({ y }) => y);
  const before = a.lines.filter(({ y }) => !heights.some((other) => Math.abs(other - y) <= sameHeight));
  const rows = a.frame && b.frame ? betweenRules(before, own, b.frame.ys) : onBaselines(before, own);
  return rows && { ...rows, running: heights, shift };
}

function sameRules(a: readonly number[], b: readonly number[]): boolean {
  const same = b.filter((y) => a.some((other) => Math.abs(other - y) <= sameHeight)).length;
  const ends = Math.abs(a[0]! - b[0]!) <= sameHeight && Math.abs(a.at(-1)! - b.at(-1)!) <= sameHeight;
  return ends && same >= Math.max(a.length, b.length) * mostSame;
}

/** Fewest letters by which a text is known. */
const knownBy = 6;

/** Share of the paper's width by which parts stand apart at least: titles in the middle of two pages begin nearer to each other. */
const leastShift = 0.3;
/** Points within which tables end at one place. */
const sameEnd = 3;

/** What runs over the edge of `a` is drawn anew on `b`, from where it would begin left of the paper. */
function shiftOf(a: SheetPrint, b: SheetPrint): number | undefined {
  const least = a.frame && b.frame ? a.frame.x1 - b.frame.x0 - sameEnd : 0;
  const begins = (text: string) => text.slice(0, knownBy);
  const shifts = b.outside.flatMap((piece) => {
    const same = lineAt(a.lines, piece.y)?.pieces.find(
      ({ text, x0 }) => text.length >= knownBy && begins(text) === begins(piece.text) && x0 > piece.x0,
    );
    return same === undefined ? [] : [same.x0 - piece.x0];
  });
  const [shift] = shifts;
  const agree = shifts.every((other) => Math.abs(other - shift!) <= sameHeight);
  return agree && shift !== undefined && shift >= Math.max(least, a.width * leastShift) ? shift : undefined;
}

function without(lines: readonly Line[], left: ReadonlySet<Piece>): Line[] {
  return lines.flatMap(({ pieces }) => {
    const kept = pieces.filter((piece) => !left.has(piece));
    return kept.length === 0 ? [] : [lineOf(kept)];
  });
}

type Rows = Omit<SideBySide, 'running' | 'shift'>;

function betweenRules(a: readonly Line[], b: readonly Line[], ys: readonly number[]): Rows | undefined {
  const [top, bottom] = [ys[0]!, ys.at(-1)!];
  // Words over the table are a title of its own; some under it may be whose report it is.
  if (b.some(({ y }) => y <= top) || b.filter(({ y }) => y > bottom).length > mostUnder) return undefined;
  const all = ys.slice(1).map((under, at): SheetRow => {
    const inside = ({ y }: Line) => y > ys[at]! && y <= under;
    const of = (lines: readonly Line[]) =>
      lines
        .filter(inside)
        .flatMap(({ pieces }) => pieces)
        .sort((one, other) => one.x0 - other.x0);
    return { left: of(a), right: of(b) };
  });
  return {
    rows: all.filter(({ right }) => right.length > 0),
    names: all.filter(({ left }) => left.length > 0),
    titles: a.filter(({ y }) => y <= top),
    ruled: ys,
  };
}

function onBaselines(a: readonly Line[], b: readonly Line[]): Rows {
  const pair = (line: Line): SheetRow => ({ left: lineAt(a, line.y)?.pieces ?? [], right: line.pieces });
  const names = a.map(({ y, pieces }): SheetRow => ({ left: pieces, right: lineAt(b, y)?.pieces ?? [] }));
  return { rows: b.map(pair), names, titles: a.filter(({ y }) => y < b[0]!.y - sameHeight), ruled: undefined };
}

const lineAt = (lines: readonly Line[], at: number): Line | undefined =>
  lines.find(({ y }) => Math.abs(y - at) <= sameHeight);

/** Lines at the head and the foot of `b` that stand there on `a`, too, but for a page's number or an end that had no room. */
function runningLines(a: readonly Line[], b: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  const isRunning = (line: Line): boolean => {
    const other = lineAt(a, line.y);
    if (other === undefined) return false;
    const [text, known] = [printed(line), printed(other)];
    return text === known || (text.length >= longTitle && known.startsWith(text));
  };
  for (const lines of [b, b.toReversed()]) {
    for (const line of lines) {
      if (!isRunning(line)) break;
      found.add(line);
    }
  }
  return found;
}
const longTitle = 12;

/** A line's text without the number of its page. */
const printed = (line: Line): string => lineText(line).replace(pageNumber, '#');
const pageNumber =
  /(?:หน้า(?:ที่)?|page)\s*[\d๐-๙]+(?:\s*(?:\/|of|จาก|ของ)\s*[\d๐-๙]+)?|^[-–\s]*[\d๐-๙]{1,3}(?:\s*\/\s*[\d๐-๙]{1,3})?[-–\s]*$/iu;
