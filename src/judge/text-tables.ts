// Tables that lost their lines: a text layer or an e-book's page gives their cells one after the other. Their heads, the figures
// of every row and what these add up to must fit together; where they do not, nothing is read. Pure.
import type { Segment } from '../model/document.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { countSums } from './sums.ts';
import { isLeft, isRate } from './table-arithmetic.ts';
import { type FlatHead, isCell, type Layout, ofMoney, readFlatHead } from './text-table-head.ts';
import { numberIn, splitRows, type Token, tokensOf, withoutBreaks, wordsOf } from './text-table-rows.ts';

export interface TextTables {
  /** Rows as a table's own would be, its head first. */
  readonly tables: readonly IndexedSegment[][];
  /** Segments that hold them. */
  readonly used: ReadonlySet<number>;
}

/** Rows from which a table is one: more where no sum confirms it. */
const [fewest, fewestBare] = [2, 3];
/** Share of the rows that fit, and of those whose sum must hold. */
const [mostFit, mostHold] = [0.8, 0.8];

/** Of a rate in hundredths, more than all by a good deal. */
const mostPercent = 300;

const nothing: ReadonlySet<number> = new Set();
const asLine = ({ cells = [], ...rest }: Segment): Segment => ({ ...rest, kind: 'paragraph', text: cells.join(' ') });

const none: TextTables = { tables: [], used: new Set() };

/** `unread`: rows of tables in which no column was made out, whose cells are run together as lines are. */
export function textTables(
  lexicon: Lexicon,
  given: readonly IndexedSegment[],
  unread: ReadonlySet<number> = nothing,
): TextTables {
  const segments = given.map((part) => (unread.has(part.index) ? { ...part, segment: asLine(part.segment) } : part));
  if (!tellsSums(segments) || !segments.some(mayBeHead)) return none;
  const tokens = tokensOf(segments.filter(({ segment }) => segment.kind !== 'title'));
  const tables: IndexedSegment[][] = [];
  const used = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const { part } = tokens[at]!;
    if (!mayBeHead(part) || !/โครงการ|กิจกรรม|รายการ/u.test(tokens[at]!.text)) continue;
    const head = readFlatHead(lexicon, tokens, at);
    if (head === undefined) continue;
    const { rows, end } = splitRows(lexicon, tokens, head.end, (place) => readFlatHead(lexicon, tokens, place)?.end);
    const table = readFlat(lexicon, head, rows);
    if (table === undefined) continue;
    tables.push(table);
    for (const token of tokens.slice(at, end)) used.add(token.part.index);
    at = end - 1;
  }
  return { tables, used };
}

/** Two rows of two sums at least, outside of tables that have their lines. */
function tellsSums(segments: readonly IndexedSegment[]): boolean {
  let sums = 0;
  for (const { segment } of segments) {
    if (segment.kind === 'row' || segment.kind === 'title') continue;
    sums += countSums(segment.text, fewestSums);
    if (sums >= fewestSums) return true;
  }
  return false;
}
const fewestSums = 4;

/** A line without cells in which a word for projects and one for money stand; or the first of a head of as many lines. */
function mayBeHead(part: IndexedSegment): boolean {
  const { kind } = part.segment;
  if (isCell(part)) return true;
  const text = withoutBreaks(part.segment.text);
  return kind !== 'row' && kind !== 'title' && /โครงการ|กิจกรรม|รายการ/u.test(text) && ofMoney.test(text);
}

/** The rows with as many figures each as the head has columns for them. */
function readFlat(lexicon: Lexicon, head: FlatHead, rows: readonly (readonly Token[])[]): IndexedSegment[] | undefined {
  for (const { before, figures, after } of head.layouts) {
    const cut = rows.map((row) => cutRow(lexicon, row, figures.length, before.length));
    const fit = cut.filter((row) => row !== undefined);
    if (fit.length < fewest || fit.length < rows.length * mostFit) continue;
    const sums = sumsOf(
      figures.map(({ ids }) => ids),
      fit.map((row) => row.figures),
    );
    if (sums === false || (sums === undefined && (fit.length < fewestBare || !fit.every(moneyLooks)))) continue;
    const counted = fit.every(({ counts }) => counts.length > 0) ? before : [];
    return asRows(lexicon, head, { before: counted, figures, after }, fit);
  }
  return undefined;
}

interface CutRow {
  readonly part: IndexedSegment;
  readonly name: string;
  /** What is counted between the name and the figures, a cell each; none where that is not told apart from the name. */
  readonly counts: readonly string[];
  readonly figures: readonly string[];
  readonly tail: string;
}

/**
 * The one run of as many figures; a small number before it belongs to the name (รุ่น 7), and one after it to the words that follow
 * (40,000 40,000 2 ห้วง).
 */
function cutRow(lexicon: Lexicon, row: readonly Token[], width: number, counted: number): CutRow | undefined {
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < row.length; at++) {
    if (row[at]!.figure === undefined) continue;
    let to = at;
    while (row[to]?.figure !== undefined || (to > at && row[to]?.text === 'บาท')) to++;
    runs.push({ from: at, to });
    at = to;
  }
  const wide = runs.flatMap(({ from, to }) => {
    const figures = row.slice(from, to).filter(({ figure }) => figure !== undefined);
    const extra = figures.length - width;
    if (extra < 0) return [];
    // A line of just these figures, with a dash or a rate in the lines beside it.
    const line = figures.findIndex(
      (token, at) => token.first && at <= extra && (at === extra || figures[at + width]!.first),
    );
    const before = figures.slice(0, extra).every(isCount);
    const after = !before && width > 1 && row[to] !== undefined && figures.slice(width).every(isCount);
    if (!before && !after && line < 0) return [];
    const first = line >= 0 ? line : before ? extra : 0;
    const own = figures.slice(first, first + width).map((token) => token.figure!);
    // A dash alone, a count in the name and the day of a date are no money.
    if (!isMoney(own[0]!) || (width === 1 && !/\d/u.test(own[0]!))) return [];
    const next = figures[first + width];
    return [{ from: row.indexOf(figures[first]!), to: next === undefined ? to : row.indexOf(next), own }];
  });
  if (wide.length !== 1) return undefined;
  const { from, to, own } = wide[0]!;
  const [named, counts] = splitCounts(row.slice(0, from), counted);
  const name = wordsOf(named);
  if (!isProjectName(lexicon, name)) return undefined;
  return {
    part: row[0]!.part,
    name,
    counts,
    figures: own,
    tail: wordsOf(row.slice(to)),
  };
}

/** The name, and so many counts of the work at the end of it, each a figure and what it counts (1,200 คน 1,154 คน, ร้อยละ 80). */
function splitCounts(tokens: readonly Token[], counted: number): [readonly Token[], readonly string[]] {
  if (counted === 0) return [tokens, []];
  const lines = splitLines(tokens, counted);
  if (lines !== undefined) return lines;
  const counts: string[] = [];
  let end = tokens.length;
  for (let at = end - 1; counts.length < counted && at > 0 && end - at <= mostWords; at--) {
    if (tokens[at]!.figure === undefined) continue;
    const from = /^(?:ร้อยละ|จำนวน)$/u.test(tokens[at - 1]!.text) ? at - 1 : at;
    counts.unshift(wordsOf(tokens.slice(from, end)));
    end = at = from;
  }
  return counts.length === counted && end > 0 ? [tokens.slice(0, end), counts] : [tokens, []];
}

/** Each cell on lines of its own: the name's first, then one for each column that counts the work, and the rest for the last of them. */
function splitLines(tokens: readonly Token[], counted: number): [readonly Token[], readonly string[]] | undefined {
  const breaks = tokens.flatMap(({ first }, at) => (first && at > 0 ? [at] : []));
  if (breaks.length < counted) return undefined;
  const cells = Array.from({ length: counted }, (_, at) => {
    const to = at === counted - 1 ? tokens.length : breaks[at + 1];
    return wordsOf(tokens.slice(breaks[at], to));
  });
  return [tokens.slice(0, breaks[0]), cells];
}
/** Words of a count at most. */
const mostWords = 3;

const isCount = ({ text }: Token): boolean => /^[0-9๐-๙]{1,3}$/u.test(text);
const isMoney = (figure: string): boolean => /,|\.\d\d$|^\d{3,}$|^0$|^-$/u.test(figure);
const moneyLooks = ({ figures }: CutRow): boolean => figures.some((figure) => /[1-9]/u.test(figure));

/** Whether budget, spent, what is left and the rate fit together; undefined where the columns allow no sum. */
function sumsOf(columns: readonly ReadonlySet<ColumnId>[], rows: readonly (readonly string[])[]): boolean | undefined {
  const at = (id: ColumnId): number => columns.findIndex((ids) => ids.has(id));
  const [budget, spent, left, rate] = [at('budget'), at('spent'), at('balance'), at('spent-percent')];
  const checks: ((row: readonly number[]) => boolean)[] = [];
  if (budget >= 0 && spent >= 0 && left >= 0) checks.push((row) => isLeft([row[budget]!, row[spent]!, row[left]!]));
  if (budget >= 0 && spent >= 0 && rate >= 0)
    checks.push((row) => row[budget] === 0 || isRate([row[spent]!, row[budget]!, row[rate]!]));
  const values = rows.map((row) => row.map(numberIn));
  // Sums are no rates: a column was passed over.
  if (rate >= 0 && values.filter((row) => row[rate]! > mostPercent).length > rows.length * (1 - mostHold)) return false;
  if (checks.length === 0) return undefined;
  return checks.some((check) => values.filter(check).length >= rows.length * mostHold);
}

/** As a table's rows: number, name, figures, the state and what is told beside it. */
function asRows(
  lexicon: Lexicon,
  head: FlatHead,
  { before, figures: columns, after }: Layout,
  rows: readonly CutRow[],
): IndexedSegment[] {
  const state = after.findIndex(({ ids }) => ids.has('progress') || ids.has('result'));
  const rest = after.find(({ ids }, at) => at > state && (ids.has('problems') || ids.has('recommendations')));
  const heads = [
    head.project,
    ...before.map(({ text }) => text),
    ...columns.map(({ text }) => text),
    state < 0 ? '' : after[state]!.text,
    rest?.text ?? '',
  ];
  const make = (part: IndexedSegment, cells: readonly string[], header: boolean): IndexedSegment => ({
    index: part.index,
    segment: { ...part.segment, kind: 'row', cells, text: cells.filter((cell) => cell !== '').join(' | '), header },
  });
  return [
    make(head.part, heads, true),
    ...rows.map(({ part, name, counts, figures, tail }) => {
      const [told, more] = splitTail(lexicon, tail, rest !== undefined);
      const whole = before.length > 0 || counts.length === 0 ? name : `${name} ${counts.join(' ')}`;
      const cells = before.length > 0 ? counts : [];
      return make(part, [whole, ...cells, ...figures, state < 0 ? '' : told, more], false);
    }),
  ];
}

/** The state at the head of what follows the figures, and the rest of it. */
function splitTail(lexicon: Lexicon, tail: string, divided: boolean): readonly [string, string] {
  const text = tail.replace(/[\s–—-]+$/u, '');
  if (!divided) return [text, ''];
  const match = findPhrases(lexicon.states, norm(text)).find(({ from }) => from <= 3);
  if (match === undefined) return [text, ''];
  return [text.slice(0, match.to), text.slice(match.to).trim()];
}
