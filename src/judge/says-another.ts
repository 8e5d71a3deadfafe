// Reports and plans whose title is right, and whose first line under it names what is there instead: an agenda, a manual, another body's
// results. What the first line names is what follows, unless something in it tells of the plan all the same. Pure.
import { achieves } from './achieves.ts';
import { ownNameOf } from './own-name.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Letters of a line that is a name. */
const longest = 160;
/** Look-alikes that are no work of anybody. */
const papers: ReadonlySet<string> = new Set(['meeting-agenda', 'tools-and-forms']);

/** `titled`: what repeats the title. */
export function saysAnother(
  { lexicon, agency }: Pick<Survey, 'lexicon' | 'agency'>,
  unit: Unit,
  titled: ReadonlySet<string>,
): boolean {
  const first = linesOf(unit).find(
    ({ index, text }) => index !== unit.titleSegment && !titled.has(text) && /\p{L}/u.test(text),
  );
  if (first === undefined || first.segment.kind === 'row' || first.text.length > longest) return false;
  const reading = readTitle(lexicon, first.segment.text, agency);
  if (reading.classes.size > 0) return false;
  if (reading.lookalikes.length > 0 && reading.lookalikes.every(({ id }) => papers.has(id)))
    return unit.records.length === 0 && unit.told === 0 && !achieves(unit);
  const name = ownNameOf(agency);
  return reading.foreign.size > 0 && name.length >= 6 && !linesOf(unit).some(({ text }) => text.includes(name));
}
