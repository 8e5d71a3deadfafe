// The lines in which a unit's content may say what it is. Pure.
import type { DocumentText, Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

export interface Line {
  /** Of the segment on its page. */
  readonly index: number;
  readonly segment: Segment;
  /** Match form. */
  readonly text: string;
}

export const lineOf = ({ index, segment }: Omit<Line, 'text'>): Line => ({
  index,
  segment,
  text: norm(segment.text).text,
});

/** What comes later is no longer about what the whole is. */
const mostLines = 120;
const longestLine = 3000;

/**
 * Its first lines, headings and rows included, and the title's own where it is an ordinary line that may go on; labels of links,
 * which promise what lies elsewhere, are not, but sentences that hold a link are. `most`: so many of them.
 */
export function linesOf(unit: Unit, most?: number): readonly Line[] {
  if (most !== undefined) return readLines(unit, most);
  let lines = lastRead.get(unit);
  if (lines === undefined) {
    lines = readLines(unit, Number.POSITIVE_INFINITY);
    lastRead = new WeakMap([[unit, lines]]);
  }
  return lines;
}

/** Of the unit asked for last: whoever reads one by its content asks for them one after the other. */
let lastRead = new WeakMap<Unit, readonly Line[]>();

function readLines(unit: Unit, most: number): Line[] {
  const found: Line[] = [];
  const goOn = sentencesWithLinks(unit.page.text);
  const add = ({ index, segment }: Omit<Line, 'text'>): void => {
    if (segment.text.length <= longestLine && (!unit.linked.has(index) || goOn.has(index)))
      found.push(lineOf({ index, segment }));
  };
  const title = unit.titleSegment === undefined ? undefined : unit.page.text.segments[unit.titleSegment];
  const plain = title !== undefined && title.kind !== 'heading' && title.kind !== 'row';
  if (plain) add({ index: unit.titleSegment!, segment: title });
  const { segments } = unit;
  for (let at = 0; at < segments.length && at < mostLines && found.length < most; at += 1) add(segments[at]!);
  return found;
}

/** Over the match form: an order that a page tells in a paragraph, by its number (คำสั่งสำนักงาน… ที่ 12/2568). `words`: what it may be called. */
export const numberedPaper = (words: string): RegExp =>
  new RegExp(`^[^\\p{L}]*(?:${words})[^\\n]{0,80}?ที่\\s*\\d{1,5}\\s*/\\s*25\\d\\d`, 'u');

/** Paragraphs that go on after the last link in them; others are what the link leads to, with its label. */
function sentencesWithLinks(text: DocumentText): ReadonlySet<number> {
  let found = sentencesOf.get(text);
  if (found === undefined) {
    const ends = new Map<number, number>();
    for (const { segment, text: label } of text.links) {
      const within = segment === undefined ? undefined : text.segments[segment];
      if (within?.kind !== 'paragraph') continue;
      ends.set(segment!, Math.max(ends.get(segment!) ?? 0, within.text.lastIndexOf(label) + label.length));
    }
    found = new Set(
      [...ends].filter(([at, end]) => text.segments[at]!.text.length - end >= sentence).map(([at]) => at),
    );
    sentencesOf.set(text, found);
  }
  return found;
}
/** Every unit of a page asks, for several reasons. */
const sentencesOf = new WeakMap<DocumentText, ReadonlySet<number>>();

/** Letters after a link's label that make it part of a sentence; a date or a file's size is shorter. */
const sentence = 30;

/** Nothing certain is named but (perhaps) these classes. */
export function isAtMost(unit: Unit, ids: readonly string[]): boolean {
  if (unit.lookalike || (unit.own?.foreign.size ?? 0) > 0) return false;
  return [...unit.classes.values()].every(({ id, grade }) => grade === 'weak' || ids.includes(id));
}
