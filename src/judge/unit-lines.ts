// The lines in which a unit's content may say what it is. Pure.
import type { Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

export interface Line {
  /** Of the segment on its page. */
  readonly index: number;
  readonly segment: Segment;
  /** Match form. */
  readonly text: string;
}

/** What comes later is no longer about what the whole is. */
const mostLines = 120;
const longestLine = 3000;

/**
 * Its first lines, headings and rows included, and the title's own where it is an ordinary line that may go on; labels of links,
 * which promise what lies elsewhere, are not, but sentences that hold a link are. `most`: so many of them.
 */
export function linesOf(unit: Unit, most = Number.POSITIVE_INFINITY): Line[] {
  const title = unit.titleSegment === undefined ? undefined : unit.page.text.segments[unit.titleSegment];
  const plain = title !== undefined && title.kind !== 'heading' && title.kind !== 'row';
  const first = plain ? [{ index: unit.titleSegment!, segment: title }] : [];
  return [...first, ...unit.segments.slice(0, mostLines)]
    .filter(
      ({ index, segment }) => segment.text.length <= longestLine && !(unit.linked.has(index) && isLabel(unit, index)),
    )
    .slice(0, most)
    .map(({ index, segment }) => ({ index, segment, text: norm(segment.text).text }));
}

/** What a link leads to, with its label; no sentence that goes on after one. */
function isLabel({ page }: Unit, index: number): boolean {
  const { kind, text } = page.text.segments[index]!;
  if (kind !== 'paragraph') return true;
  const ends = page.text.links
    .filter(({ segment }) => segment === index)
    .map((link) => text.lastIndexOf(link.text) + link.text.length);
  return text.length - Math.max(...ends) < sentence;
}

/** Letters after a link's label that make it part of a sentence; a date or a file's size is shorter. */
const sentence = 30;

/** Nothing certain is named but (perhaps) these classes. */
export function isAtMost(unit: Unit, ids: readonly string[]): boolean {
  if (unit.lookalike || (unit.own?.foreign.size ?? 0) > 0) return false;
  return [...unit.classes.values()].every(({ id, grade }) => grade === 'weak' || ids.includes(id));
}
