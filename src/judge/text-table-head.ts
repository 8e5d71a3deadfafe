// The head of a table whose cells were run together in one line: which columns it names, in which order. Pure.

import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { IndexedSegment } from './records.ts';
import { beginsColumn, columnIdsOf } from './table-head.ts';
import type { Token } from './text-table-rows.ts';

export interface FlatColumn {
  readonly text: string;
  readonly ids: ReadonlySet<ColumnId>;
}

export interface Layout {
  /** Columns between the name and the figures that count the work (เป้าหมาย, ผลงาน). */
  readonly before: readonly FlatColumn[];
  /** Columns of figures, and those after them. */
  readonly figures: readonly FlatColumn[];
  readonly after: readonly FlatColumn[];
}

export interface FlatHead {
  readonly part: IndexedSegment;
  /** Heading of the projects' column. */
  readonly project: string;
  /** How its columns may have been meant, the likeliest first. */
  readonly layouts: readonly Layout[];
  /** Token after it. */
  readonly end: number;
}

/** Letters of a word of a head. */
const longestWord = 60;
/** Words that a heading's name may be broken into by lost marks, and words of a whole head. */
const [mostParts, mostWords] = [4, 40];

/** What columns of money hold. */
export const money: readonly ColumnId[] = ['budget', 'spent', 'balance', 'spent-percent'];
const counted: readonly ColumnId[] = ['progress', 'result', 'target'];

/** Words for money in a head. */
export const ofMoney = /งบ|เงิน|จัดสรร|ได้รับ|เบิก|รับ\s+จ่าย|budget|amount/iu;

/** Columns without a meaning of their own, which end the heading before them. */
const plainColumn = /^(?:หมายเหตุ|หน่วยนับ|รหัส|สถานที่|วันที่|ที่มา|แหล่ง|ประเภท|กลุ่ม|หน่วย|note|remark)/u;

/** The head whose column of projects begins at a token. */
export function readFlatHead(lexicon: Lexicon, tokens: readonly Token[], at: number): FlatHead | undefined {
  const { part, text: first } = tokens[at]!;
  // Running text has words of a whole clause, and most of its lines that speak of projects head nothing: seen before all is read.
  if (first.length > longestWord) return undefined;
  const nearest = tokens.slice(at, at + mostWords).map(({ text }) => text);
  if (!headingAt(lexicon, nearest, 0)?.column.ids.has('project')) return undefined;
  const end = endOf(lexicon, tokens, at);
  const words = tokens.slice(at, end).map(({ text }) => text);
  if (words.length < 3 || words.length > mostWords || words.some(({ length }) => length > longestWord))
    return undefined;
  if (!ofMoney.test(words.join(' '))) return undefined;
  const columns = columnsIn(lexicon, words);
  const [project, ...others] = columns;
  if (project === undefined || !project.ids.has('project') || others.some(({ ids }) => ids.has('foreign')))
    return undefined;
  if (others.length < 2 || !others.some(({ ids }) => ids.has('budget'))) return undefined;
  const layouts = [others, rejoined(others)].flatMap(layoutsOf);
  return layouts.length === 0 ? undefined : { part, project: project.text, layouts, end };
}

/** With so many columns of money, and perhaps some that count the work after them. */
function layoutsOf(columns: readonly FlatColumn[]): Layout[] {
  const is = (column: FlatColumn | undefined, wanted: readonly ColumnId[]): boolean =>
    column !== undefined && wanted.some((id) => column.ids.has(id));
  const first = columns.findIndex((column) => is(column, money));
  if (first < 0) return [];
  let end = first;
  while (is(columns[end], money)) end++;
  const layouts = [end];
  // A contract's sum stands between what was approved and what was paid.
  while (is(columns[end], counted) || is(columns[end], money)) layouts.push(++end);
  const before = columns.slice(0, first).filter((column) => is(column, counted));
  return layouts.map((to) => ({ before, figures: columns.slice(first, to), after: columns.slice(to) }));
}

/** A heading of two words (งบประมาณ จัดสรร, ร้อยละ เบิกจ่าย) is one: what names no new kind of column goes on with the one before. */
function rejoined(columns: readonly FlatColumn[]): FlatColumn[] {
  const joined: FlatColumn[] = [];
  const seen = new Set<ColumnId>();
  for (const column of columns) {
    const last = joined.at(-1);
    if (last !== undefined && column.ids.size > 0 && [...column.ids].every((id) => seen.has(id)))
      joined[joined.length - 1] = { ...last, text: `${last.text} ${column.text}` };
    else joined.push(column);
    for (const id of column.ids) seen.add(id);
  }
  return joined;
}

/**
 * Up to the first row's number, the end of the line, or of one more line that goes on with headings; of more where each cell has
 * a line of its own.
 */
function endOf(lexicon: Lexicon, tokens: readonly Token[], at: number): number {
  const most = isCell(tokens[at]!.part) ? mostLines : 2;
  let lines = 1;
  for (let end = at + 1; end < tokens.length; end++) {
    const token = tokens[end]!;
    if (token.figure !== undefined && /\d/u.test(token.figure)) return end;
    if (!token.first) continue;
    const heads =
      columnIdsOf(lexicon, token.text).size > 0 || /^[([]/u.test(token.text) || plainColumn.test(norm(token.text).text);
    // The rest of a heading, alone on its line over the first row (งบตาม / ข้อบัญญัติ).
    const rest = tokens[end + 1]?.first === true && /^[1๑][.)]?$/u.test(tokens[end + 1]!.text);
    if (lines >= most || !(heads || rest) || /\d/u.test(token.text)) return end;
    lines++;
  }
  return tokens.length;
}

/** Lines of a head whose cells have one each. */
const mostLines = 12;

/** A line that may be one cell of a head: the word for projects and nothing else. */
export const isCell = ({ segment: { kind, text } }: IndexedSegment): boolean =>
  kind !== 'row' && text.length <= 30 && !/\n/u.test(text) && projectCell.test(text);
const projectCell =
  /^\s*(?:ชื่อ)?\s*(?:แผนงาน\s*\/\s*|งาน\s*\/\s*)?(?:โครงการ|กิจกรรม|รายการ)(?:\s*\/\s*(?:โครงการ|กิจกรรม|รายการ))?\s*$/u;

/** Each word that by itself or with the next ones begins a column's name begins a column; others go on with the one before. */
export function columnsIn(lexicon: Lexicon, words: readonly string[]): FlatColumn[] {
  const columns: FlatColumn[] = [];
  for (let at = 0; at < words.length; ) {
    const named = headingAt(lexicon, words, at);
    if (named !== undefined) {
      columns.push(named.column);
      at += named.words;
      continue;
    }
    const last = columns.at(-1);
    const word = words[at]!;
    if (last === undefined || plainColumn.test(norm(word).text)) columns.push({ text: word, ids: new Set() });
    else columns[columns.length - 1] = { ...last, text: `${last.text} ${word}` };
    at++;
  }
  return columns;
}

function headingAt(
  lexicon: Lexicon,
  words: readonly string[],
  at: number,
): { readonly column: FlatColumn; readonly words: number } | undefined {
  for (let count = 1; count <= mostParts && at + count <= words.length; count++) {
    const text = words.slice(at, at + count).join(' ');
    // The name begins with its first word: ที่ before เบิกจ่าย belongs to what stands before.
    if (count > 1 && !beginsColumn(lexicon, text)) continue;
    const ids = columnIdsOf(lexicon, text);
    if (ids.size > 0) return { column: { text, ids }, words: count };
  }
  return undefined;
}
