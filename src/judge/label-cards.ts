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

/** A name, and right under it words and what they say, in turn. */
function readCards(lexicon: Lexicon, segments: readonly IndexedSegment[], taken: ReadonlySet<number>): Card[] {
  const cards: Card[] = [];
  const label = (at: number): string | undefined => {
    const part = segments[at];
    if (part === undefined || part.segment.kind === 'row' || part.segment.kind === 'title') return undefined;
    const text = part.segment.text.replace(/[\s:：]+$/u, '');
    if (text.length > longestLabel || /[0-9๐-๙]/u.test(text) || taken.has(part.index)) return undefined;
    return columnIdsOf(lexicon, text).size > 0 ? text : undefined;
  };
  for (let at = 0; at + 2 < segments.length; at++) {
    const part = segments[at]!;
    const { kind, text } = part.segment;
    if (kind === 'row' || kind === 'title' || text.length > longestName || label(at) !== undefined) continue;
    if (label(at + 1) === undefined || !isProjectName(lexicon, text)) continue;
    const values = new Map<string, string>();
    let next = at + 1;
    for (let name = label(next); name !== undefined; name = label(next)) {
      const value = segments[next + 1];
      if (value === undefined || value.segment.kind === 'row' || value.segment.text.length > longestValue) break;
      if (label(next + 1) !== undefined && value.segment.kind === 'heading') break;
      if (!values.has(name)) values.set(name, value.segment.text);
      next += 2;
    }
    if (values.size < fewestLabels) continue;
    cards.push({ part, name: text, values });
    at = next - 1;
  }
  return cards;
}
