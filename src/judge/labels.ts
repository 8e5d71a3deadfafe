// What the labels that lead to a page say of it, all together. Pure.
import type { ClassHit } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { UnitContext } from './unit.ts';
import { yearsOf } from './years.ts';

export interface LabelReading {
  readonly ref: LinkRef;
  readonly reading: TitleReading;
}

export interface Labels {
  readonly readings: readonly LabelReading[];
  /** Publications they name, as the first that names one has it. */
  readonly classes: ReadonlyMap<string, ClassHit>;
  /** One of them names another body's publication. */
  readonly foreign: boolean;
  /** The first that names a look-alike. */
  readonly lookalike: TitleReading | undefined;
  readonly years: readonly number[];
  /** Years that stand around them; none where they name years themselves. */
  readonly yearsAround: readonly number[];
}

export function readLabels({ lexicon, agency, calendar }: UnitContext, refs: readonly LinkRef[]): Labels {
  const readings = refs.map((ref): LabelReading => ({ ref, reading: readTitle(lexicon, ref.link.label, agency) }));
  const classes = new Map<string, ClassHit>();
  const years = new Set<number>();
  for (const { ref, reading } of readings) {
    for (const hit of reading.classes.values()) if (!classes.has(hit.id)) classes.set(hit.id, hit);
    // A heading's year is the year of the list, not of each document in it.
    const dated = ref.link.labelFrom === 'heading' ? readTitle(lexicon, ref.link.text, agency) : reading;
    for (const year of yearsOf(dated.years, agency.kind, calendar)) years.add(year);
  }
  const around = new Set<number>();
  if (years.size === 0) {
    for (const { link } of refs) {
      for (const context of link.context) {
        const found = yearsOf(readTitle(lexicon, context.text, agency).years, agency.kind, calendar);
        if (found.length === 0) continue;
        for (const year of found) around.add(year);
        break;
      }
    }
  }
  return {
    readings,
    classes,
    foreign: readings.some(({ reading }) => reading.foreign.size > 0),
    lookalike: readings.find(({ reading }) => isLookalike(reading))?.reading,
    years: [...years],
    yearsAround: [...around],
  };
}
