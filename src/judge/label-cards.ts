// Projects on cards that tell the same of each under the same words, a word and what it says one under the other (งบประมาณ / 30,000 บาท /
// สถานะ / แล้วเสร็จ): rows whose headings stand on every card, whatever markup sets them apart. Pure.
import type { Lexicon } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { columnIdsOf } from './table-head.ts';

/** Cards that make a table, and words that they share. */
const [fewestCards, fewestLabels] = [2, 2];
/** Letters of a word for what is told, of what it says, and of a name. */
const [longestLabel, longestValue, longestName] = [40, 160, 160];

interface Card {
  readonly part: IndexedSegment;
  readonly name: string;
  readonly values: Map<string, string>;
}

/** What tells of work done or money spent: without it cards are a directory. */
const tells: readonly ColumnId[] = ['spent', 'progress', 'result', 'budget'];

/** Its rows, their head first; `taken`: segments whose projects are known already. */
export function labelCards(
  lexicon: Lexicon,
  segments: readonly IndexedSegment[],
  taken: ReadonlySet<number>,
): IndexedSegment[] | undefined {
  const cards = readCards(lexicon, segments, taken);
  const shared = [...new Set(cards.flatMap(({ values }) => [...values.keys()]))].filter(
    (label) => cards.filter(({ values }) => values.has(label)).length * 2 > cards.length,
  );
  if (shared.length < fewestLabels) return undefined;
  const ids = shared.map((label) => columnIdsOf(lexicon, label));
  if (!ids.some((set) => tells.some((id) => set.has(id))) || ids.some((set) => set.has('foreign'))) return undefined;
  const fit = cards.filter(({ values }) => shared.filter((label) => values.has(label)).length >= fewestLabels);
  if (new Set(fit.map(({ name }) => name)).size < fewestCards) return undefined;
  const row = (part: IndexedSegment, cells: readonly string[], header: boolean): IndexedSegment => ({
    index: part.index,
    segment: { ...part.segment, kind: 'row', cells, text: cells.join(' | '), header },
  });
  return [
    row(fit[0]!.part, ['โครงการ', ...shared], true),
    ...fit.map(({ part, name, values }) => row(part, [name, ...shared.map((label) => values.get(label) ?? '')], false)),
  ];
}

/** A name, and right under it words and what they say, in turn or in one line each (งบประมาณ 87,100 บาท). */
function readCards(lexicon: Lexicon, segments: readonly IndexedSegment[], taken: ReadonlySet<number>): Card[] {
  const cards: Card[] = [];
  const repeated = repeatedWords(segments);
  const textAt = (at: number): string | undefined => {
    const part = segments[at];
    if (part === undefined || taken.has(part.index) || part.segment.kind === 'title') return undefined;
    return part.segment.kind === 'row' ? drawn(segments, at) : part.segment.text;
  };
  const label = (text: string | undefined): string | undefined => {
    const word = text?.replace(/[\s:：]+$/u, '');
    if (word === undefined || word.length > longestLabel || /[0-9๐-๙]|[:：]\s*\S/u.test(word)) return undefined;
    return columnIdsOf(lexicon, word).size > 0 || repeated.has(word) ? word : undefined;
  };
  /** A word and what it says, and the place after them. */
  const factAt = (at: number): { readonly word: string; readonly value: string; readonly next: number } | undefined => {
    const text = textAt(at);
    if (text === undefined || text.length > longestLabel + longestValue) return undefined;
    const word = label(text);
    if (word !== undefined) {
      const value = textAt(at + 1);
      if (value === undefined || value.length > longestValue) return undefined;
      if (label(value) !== undefined && segments[at + 1]!.segment.kind === 'heading') return undefined;
      return { word, value, next: at + 2 };
    }
    const cut = /^([^0-9๐-๙:：]{2,40}?)\s*(?:[:：]\s*(\S.*)|([0-9๐-๙].*))$/u.exec(text);
    const first = label(cut?.[1]);
    return first === undefined ? undefined : { word: first, value: (cut![2] ?? cut![3])!, next: at + 1 };
  };
  for (let at = 0; at + 2 < segments.length; at++) {
    const name = textAt(at);
    if (name === undefined || name.length > longestName || segments[at]!.segment.kind === 'row') continue;
    const begin = isShare(textAt(at + 1)) ? at + 2 : at + 1;
    if (factAt(begin) === undefined) continue;
    if (factAt(at) !== undefined || !isProjectName(lexicon, name)) continue;
    const values = new Map<string, string>();
    let next = begin;
    for (let fact = factAt(next); fact !== undefined; fact = factAt(next)) {
      if (!values.has(fact.word)) values.set(fact.word, fact.value);
      next = fact.next;
    }
    if (values.size < fewestLabels) continue;
    cards.push({ part: segments[at]!, name, values });
    at = next - 1;
  }
  return cards;
}

/** A bar's or dial's figure under the name, which says of what it is in its colour alone. */
const isShare = (text = ''): boolean => /^\s*[0-9๐-๙.,]+\s*%\s*$/u.test(text);

/** Words that stand alone on a line of card after card, whatever they ask for (ที่ตั้ง, สัญญา): as often as there are cards, in turn. */
export function repeatedWords(segments: readonly IndexedSegment[]): ReadonlySet<string> {
  const places = new Map<string, number[]>();
  for (const [at, { segment }] of segments.entries()) {
    const word = segment.text.replace(/[\s:：]+$/u, '');
    if (segment.kind === 'row' || segment.kind === 'title' || word.length > longestLabel || !/\p{L}/u.test(word))
      continue;
    const found = places.get(word);
    if (found === undefined) places.set(word, [at]);
    else found.push(at);
  }
  const often = [...places].filter(([, at]) => at.length >= fewestRepeated);
  // One such word alone is a button under each of them (อ่านต่อ).
  const words = often.filter(([, at]) => at.length === often[0]![1].length);
  return new Set(words.length >= fewestLabels ? words.map(([word]) => word) : []);
}
const fewestRepeated = 3;

/** A bar that a small table draws, with its figure beside it: the only text of a row that is a table by itself. */
function drawn(segments: readonly IndexedSegment[], at: number): string | undefined {
  const { cells = [], locator } = segments[at]!.segment;
  const ofTable = (other: IndexedSegment | undefined): boolean =>
    other?.segment.kind === 'row' && other.segment.locator.table === locator.table;
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && !ofTable(segments[at - 1]) && !ofTable(segments[at + 1]) ? filled[0] : undefined;
}
