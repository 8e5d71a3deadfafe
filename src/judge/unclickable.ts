// Rows and list items that name a publication and hold nothing to click, in tables and lists where others do, or
// in those of papers that are not on the web. Pure.
import type { Segment } from '../model/document.ts';
import { findPhrases } from '../text/phrase.ts';
import { norm } from './lexicon.ts';
import { offWeb } from './off-web.ts';
import type { SiteNames } from './site-names.ts';
import type { Survey } from './survey.ts';
import { readTitle, type TitleReading } from './title.ts';
import type { Unit } from './unit.ts';

export interface Unclickable {
  readonly unit: Unit;
  readonly index: number;
  readonly reading: TitleReading;
}

export function unclickables(survey: Survey, names: SiteNames): Unclickable[] {
  const found: Unclickable[] = [];
  for (const unit of survey.units) {
    if (unit.page.text.media !== 'html') continue;
    const kept = offWeb(unit.page.text);
    for (const index of namedOffWeb(unit, kept)) {
      const reading = readTitle(survey.lexicon, unit.page.text.segments[index]!.text, survey.agency);
      if (namesAny(reading)) found.push({ unit, index, reading });
    }
    if (unit.linked.size === 0) continue;
    let siblings: Siblings | undefined;
    for (const { index, segment } of unit.segments) {
      if (segment.kind !== 'row' && segment.kind !== 'item') continue;
      if (unit.linked.has(index) || kept.has(index) || segment.text.length > 300) continue;
      siblings ??= countSiblings(unit);
      // It says that a link is to come, or most of its table's rows, its list's items, hold one.
      const { linked, all } = siblings.get(siblingKey(segment)) ?? { linked: 0, all: 0 };
      const among = linked * 2 >= all || findPhrases(survey.lexicon.placeholders, norm(segment.text)).length > 0;
      if (!among) continue;
      const reading = readTitle(survey.lexicon, segment.text, survey.agency);
      if (!namesAny(reading)) continue;
      if (unit.records.some((record) => record.segment === index) || names.has(segment.text)) continue;
      found.push({ unit, index, reading });
    }
  }
  return found;
}

const namesAny = ({ classes }: TitleReading): boolean => [...classes.values()].some(({ grade }) => grade !== 'weak');

/** Its title as well as what stands under it. */
const namedOffWeb = ({ titleSegment, segments }: Unit, kept: ReadonlySet<number>): number[] =>
  kept.size === 0
    ? []
    : [...(titleSegment === undefined ? [] : [titleSegment]), ...segments.map(({ index }) => index)].filter((index) =>
        kept.has(index),
      );

type Siblings = ReadonlyMap<string, { linked: number; all: number }>;

function countSiblings(unit: Unit): Siblings {
  const siblings = new Map<string, { linked: number; all: number }>();
  for (const { index, segment } of unit.segments) {
    if (segment.header || (segment.kind !== 'row' && segment.kind !== 'item')) continue;
    const key = siblingKey(segment);
    const count = siblings.get(key) ?? { linked: 0, all: 0 };
    siblings.set(key, count);
    count.all += 1;
    if (unit.linked.has(index)) count.linked += 1;
  }
  return siblings;
}

const siblingKey = ({ kind, locator }: Segment): string =>
  `${kind} ${locator.table ?? ''} ${locator.heading === undefined ? '' : `#${locator.heading}`}`;
