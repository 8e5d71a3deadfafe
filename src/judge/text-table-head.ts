// The head of a table whose cells were run together in one line: which columns it names, in which order. Pure.

import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { IndexedSegment } from './records.ts';
import { columnIdsOf } from './table-head.ts';
import type { Token } from './text-table-rows.ts';

export interface FlatColumn {
  readonly text: string;
  readonly ids: ReadonlySet<ColumnId>;
}

export interface FlatHead {
  readonly part: IndexedSegment;
  /** Heading of the projects' column. */
  readonly project: string;
  /** All columns after it. */
  readonly columns: readonly FlatColumn[];
  /** Place of the first column of figures among them. */
  readonly first: number;
  /** Numbers of figures that a row may have, the likeliest first. */
  readonly widths: readonly number[];
  /** Token after it. */
  readonly end: number;
}

/** Words that a heading's name may be broken into by lost marks, and words of a whole head. */
const [mostParts, mostWords] = [4, 40];

const money: readonly ColumnId[] = ['budget', 'spent', 'balance', 'spent-percent'];
const counted: readonly ColumnId[] = ['progress', 'result', 'target'];

/** Columns without a meaning of their own, which end the heading before them. */
const plainColumn = /^(?:หมายเหตุ|หน่วยนับ|รหัส|สถานที่|วันที่|ที่มา|แหล่ง|ประเภท|กลุ่ม|หน่วย|note|remark)/u;

/** The head whose column of projects begins at a token. */
export function readFlatHead(lexicon: Lexicon, tokens: readonly Token[], at: number): FlatHead | undefined {
  const { part } = tokens[at]!;
  const end = endOf(lexicon, tokens, at);
  const words = tokens.slice(at, end).map(({ text }) => text);
  if (words.length < 3 || words.length > mostWords) return undefined;
  const columns = columnsIn(lexicon, words);
  const [project, ...others] = columns;
  if (project === undefined || !project.ids.has('project') || others.some(({ ids }) => ids.has('foreign')))
    return undefined;
  const is = ({ ids }: FlatColumn, wanted: readonly ColumnId[]): boolean => wanted.some((id) => ids.has(id));
  const first = others.findIndex((column) => is(column, money));
  if (first < 0 || others.length < 2 || !others.some(({ ids }) => ids.has('budget'))) return undefined;
  // A name of three words over a line of running text is no head: each word is one of a column's.
  let hard = 0;
  while (others[first + hard] !== undefined && is(others[first + hard]!, money)) hard++;
  let soft = 0;
  while (others[first + hard + soft] !== undefined && is(others[first + hard + soft]!, counted)) soft++;
  const widths = [hard, ...Array.from({ length: soft }, (_, more) => hard + more + 1)];
  return { part, project: project.text, columns: others, first, widths, end };
}

/** Up to the first row's number, the end of the line, or of one more line that goes on with headings. */
function endOf(lexicon: Lexicon, tokens: readonly Token[], at: number): number {
  let lines = 1;
  for (let end = at + 1; end < tokens.length; end++) {
    const token = tokens[end]!;
    if (token.figure !== undefined && /\d/u.test(token.figure)) return end;
    if (!token.first) continue;
    const ids = columnIdsOf(lexicon, token.text);
    if (lines > 1 || (ids.size === 0 && !/^[([]/u.test(token.text)) || /\d/u.test(token.text)) return end;
    lines++;
  }
  return tokens.length;
}

/** Each word that by itself or with the next ones begins a column's name begins a column; others go on with the one before. */
function columnsIn(lexicon: Lexicon, words: readonly string[]): FlatColumn[] {
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
    const ids = columnIdsOf(lexicon, text);
    // The name begins with its first word: ที่ before เบิกจ่าย belongs to what stands before.
    const leads =
      ids.size > 0 && (count === 1 || findPhrases(lexicon.columns, norm(text)).some(({ start }) => start === 0));
    if (leads) return { column: { text, ids }, words: count };
  }
  return undefined;
}
