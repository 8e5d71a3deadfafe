// A head over lines that name one project each (งบประมาณ เบิกจ่าย ร้อยละ): the figures on the line below each name are what it says. Pure.
import type { Segment } from '../model/document.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { leadsProject } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { isLeft, isRate } from './table-arithmetic.ts';
import { columnsIn, type FlatColumn, money, ofMoney } from './text-table-head.ts';
import { numberIn, type Token, tokensOf, wordsOf } from './text-table-rows.ts';

/** Lines of figures from which the head is believed, and the share of them whose sums must hold. */
const [fewest, mostHold] = [2, 0.8];
/** Letters of a head and of one of its columns, and lines between a name and its figures. */
const [longestHead, longestName, nearest] = [120, 30, 2];

/** Texts of the lines of figures, each figure after its heading, by their places. */
export function headedLines(lexicon: Lexicon, segments: readonly IndexedSegment[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (let at = 0; at < segments.length; at++) {
    const columns = headOf(lexicon, segments[at]!.segment);
    if (columns === undefined) continue;
    const found = figuresUnder(lexicon, segments, at, columns);
    for (const [place, text] of found.texts) texts.set(place, text);
    at = found.end - 1;
  }
  return texts;
}

/** Its columns of money, budget and spending among them, which are its last. */
function headOf(lexicon: Lexicon, { kind, text }: Segment): readonly FlatColumn[] | undefined {
  if (kind === 'row' || kind === 'title' || text.length > longestHead || !ofMoney.test(text) || !ofSpending.test(text))
    return undefined;
  const words = text.split(/\s+/u);
  if (words.length < 2 || /\p{Nd}/u.test(text)) return undefined;
  const columns = columnsIn(lexicon, words);
  if (columns.some(({ ids }) => ids.has('project') || ids.has('foreign'))) return undefined;
  const first = columns.findIndex(isMoney);
  const last = first < 0 ? [] : columns.slice(first);
  const [budget, spent] = [
    last.findIndex(({ ids }) => ids.has('budget')),
    last.findIndex(({ ids }) => ids.has('spent')),
  ];
  const heads = last.every((column) => isMoney(column) && column.text.length <= longestName);
  return heads && budget >= 0 && spent > budget ? last : undefined;
}

/** Most lines say nothing of it: seen before their words are looked up. */
const ofSpending = /จ่าย|เบิก|ใช้|spen|disburs/iu;

const isMoney = ({ ids }: FlatColumn): boolean => money.some((id) => ids.has(id));

interface Found {
  readonly texts: ReadonlyMap<number, string>;
  /** Place after the last line. */
  readonly end: number;
}

function figuresUnder(
  lexicon: Lexicon,
  segments: readonly IndexedSegment[],
  head: number,
  columns: readonly FlatColumn[],
): Found {
  const texts = new Map<number, string>();
  const rows: string[][] = [];
  let name = Number.NEGATIVE_INFINITY;
  let end = head + 1;
  for (; end < segments.length; end++) {
    const part = segments[end]!;
    if (part.segment.kind === 'row' || part.segment.kind === 'heading') break;
    if (leadsProject(lexicon, part.segment.text)) name = end;
    else if (end - name <= nearest && part.segment.text.length <= longestHead) {
      const line = tokensOf([part]);
      const figures = line.slice(-columns.length);
      if (!areSums(line, figures, columns.length)) continue;
      // A rate of the money is no rate of the work: it only bears the head out.
      const labelled = columns.flatMap(({ text, ids }, column) =>
        ids.has('spent-percent') && !ids.has('spent') ? [] : [`${text} ${figures[column]!.text}`],
      );
      texts.set(end, [wordsOf(line.slice(0, -columns.length)), ...labelled].join(' ').trim());
      rows.push(figures.map(({ figure }) => figure!));
      name = Number.NEGATIVE_INFINITY;
    }
  }
  return { texts: rows.length >= fewest && fitTogether(columns, rows) ? texts : new Map(), end };
}

/** As many figures at the end of the line as the head has columns of money, nothing but counts before them (68 คน 60 คน). */
function areSums(line: readonly Token[], figures: readonly Token[], width: number): boolean {
  if (figures.length < width || figures.some(({ figure }) => figure === undefined)) return false;
  const before = norm(wordsOf(line.slice(0, -width))).text;
  return /^(?:\s*(?:ร้อยละ\s*)?\d[\d,.]*\s*(?:%|[\u0e01-\u0e4e]{1,12})?|\s*[-–—])*\s*$/u.test(before);
}

/** What is left, or the rate, follows from what was had and spent; without either, nothing is spent twice over. */
function fitTogether(columns: readonly FlatColumn[], rows: readonly (readonly string[])[]): boolean {
  const at = (id: ColumnId): number => columns.findIndex(({ ids }) => ids.has(id));
  const [budget, spent, left, rate] = [at('budget'), at('spent'), at('balance'), at('spent-percent')];
  const values = rows.map((row) => row.map(numberIn));
  const fits = (row: readonly number[]): boolean => {
    const [had, paid] = [row[budget]!, row[spent]!];
    if (left >= 0 && left !== budget && left !== spent) return isLeft([had, paid, row[left]!]);
    if (rate >= 0 && rate !== spent) return had === 0 || isRate([paid, had, row[rate]!]);
    return paid <= had * 2;
  };
  return values.some((row) => row[budget]! > 0) && values.filter(fits).length >= values.length * mostHold;
}
