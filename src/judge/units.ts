// Cuts pages and documents into units: content that stands under one title. A document is one unit; an HTML page is as
// many as its headings name publications. Pure.
import type { Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import { documentUnit } from './document-unit.ts';
import { echoSegments } from './echo.ts';
import { htmlUnits } from './html-units.ts';
import type { Lexicon } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import type { LinkRef } from './site.ts';
import { readTitle } from './title.ts';
import type { LabelReading, Unit, UnitContext } from './unit.ts';
import { linkedSegments } from './unit-content.ts';

/** All units of a page, in reading order. */
export function unitsOf(context: UnitContext, page: Page): readonly Unit[] {
  const kept: number[] = [];
  for (const [index, segment] of page.text.segments.entries())
    if (segment.kind !== 'title' && !context.boilerplate.has(page, index)) kept.push(index);
  const refs = labelsOf(context, page);
  const cuts = remembered.get(context.lexicon) ?? new WeakMap<Page, Cut>();
  remembered.set(context.lexicon, cuts);
  const known = cuts.get(page);
  if (known !== undefined && holds(known, context, kept, refs)) return known.units;
  const units = cutPage(context, page, kept, refs);
  cuts.set(page, { agency: context.agency, asOf: context.calendar.asOf, kept, refs, units });
  return units;
}

/** A page's units, and all that they came from beside the page itself. */
interface Cut {
  readonly agency: Agency;
  readonly asOf: string;
  /** Segments that are no boilerplate, by index. */
  readonly kept: readonly number[];
  /** Links that lead to the page. */
  readonly refs: readonly LinkRef[];
  readonly units: readonly Unit[];
}

/** A crawl's guide asks for all units again after every page: only pages that are seen in another light are cut anew. */
const remembered = new WeakMap<Lexicon, WeakMap<Page, Cut>>();

function holds(
  cut: Cut,
  { agency, calendar }: UnitContext,
  kept: readonly number[],
  refs: readonly LinkRef[],
): boolean {
  return (
    cut.agency === agency &&
    cut.asOf === calendar.asOf &&
    cut.kept.length === kept.length &&
    cut.refs.length === refs.length &&
    cut.refs.every(({ link, page }, at) => link === refs[at]!.link && page === refs[at]!.page) &&
    cut.kept.every((index, at) => index === kept[at])
  );
}

function cutPage(context: UnitContext, page: Page, kept: readonly number[], refs: readonly LinkRef[]): Unit[] {
  const { lexicon, agency } = context;
  const { segments, media } = page.text;
  const echo = echoSegments(lexicon, segments, linkedSegments(page));
  const labels = refs.map((ref): LabelReading => ({ ref, reading: readTitle(lexicon, ref.link.label, agency) }));
  const content = kept.map((index): IndexedSegment => ({ index, segment: segments[index]!, echo: echo.has(index) }));
  return media === 'html' ? htmlUnits(context, page, content, labels) : [documentUnit(context, page, content, labels)];
}

/** Links to a page, one of each label. */
function labelsOf({ site }: UnitContext, page: Page): LinkRef[] {
  const seen = new Set<string>(['']);
  return site.labelsOf(page).filter(({ link }) => {
    if (seen.has(link.label)) return false;
    seen.add(link.label);
    return true;
  });
}
