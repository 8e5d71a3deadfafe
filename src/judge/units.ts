// Cuts pages and documents into units: content that stands under one title. A document is one unit; an HTML page is as
// many as its headings name publications. Pure.
import type { Page } from '../model/crawl.ts';
import { documentUnit } from './document-unit.ts';
import { echoSegments } from './echo.ts';
import { htmlUnits } from './html-units.ts';
import type { IndexedSegment } from './records.ts';
import { readTitle } from './title.ts';
import type { LabelReading, Unit, UnitContext } from './unit.ts';
import { linkedSegments } from './unit-content.ts';

/** All units of a page, in reading order. */
export function unitsOf(context: UnitContext, page: Page): Unit[] {
  const echo = echoSegments(context.lexicon, page.text.segments, linkedSegments(page));
  const labels = labelReadings(context, page);
  const content: IndexedSegment[] = [];
  for (const [index, segment] of page.text.segments.entries()) {
    if (segment.kind === 'title' || context.boilerplate.has(page, segment)) continue;
    content.push({ index, segment, echo: echo.has(index) });
  }
  return page.text.media === 'html'
    ? htmlUnits(context, page, content, labels)
    : [documentUnit(context, page, content, labels)];
}

function labelReadings({ lexicon, agency, site }: UnitContext, page: Page): LabelReading[] {
  const seen = new Set<string>();
  const found: LabelReading[] = [];
  for (const ref of site.labelsOf(page)) {
    if (ref.link.label === '' || seen.has(ref.link.label)) continue;
    seen.add(ref.link.label);
    found.push({ ref, reading: readTitle(lexicon, ref.link.label, agency) });
  }
  return found;
}
