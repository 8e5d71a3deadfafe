// Tables that only lay cards out side by side: no column means anything, each cell tells of a project by itself (name, what it was
// given, what was spent, how far it has come). Pure.
import { norm } from './lexicon.ts';
import { moneyPair } from './money-line.ts';
import type { IndexedSegment } from './records.ts';

/** Cards from which it is such a table. */
const fewest = 2;

/** Letters of a card at least: a name, two sums and the words for them. Most cells are shorter, and need no further look. */
const shortest = 20;

/** The segments, in which cells that are cards stand as lines of their own in place of their row. */
export function withCellCards(segments: readonly IndexedSegment[]): readonly IndexedSegment[] {
  const cards = new Map<IndexedSegment, readonly string[]>();
  const inTable = new Map<number, number>();
  for (const part of segments) {
    const { table } = part.segment.locator;
    const texts = table === undefined ? [] : cardsIn(part);
    if (texts.length === 0) continue;
    cards.set(part, texts);
    inTable.set(table!, (inTable.get(table!) ?? 0) + texts.length);
  }
  if (![...inTable.values()].some((count) => count >= fewest)) return segments;
  return segments.flatMap((part): readonly IndexedSegment[] => {
    const texts = cards.get(part);
    if (texts === undefined || inTable.get(part.segment.locator.table!)! < fewest) return [part];
    const { cells: _, ...line } = part.segment;
    return texts.map((text) => ({ ...part, segment: { ...line, kind: 'paragraph', text } }));
  });
}

/** Cells that tell both sums; none where another cell of the row holds a sum alone, as a table's do. */
function cardsIn({ segment }: IndexedSegment): readonly string[] {
  if (segment.kind !== 'row') return [];
  const filled = (segment.cells ?? []).filter((cell) => cell.trim() !== '');
  const cards = filled.every((cell) => cell.length >= shortest && moneyPair(norm(cell)) !== undefined);
  return cards ? filled : [];
}
