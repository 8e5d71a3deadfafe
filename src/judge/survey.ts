// One reading of a whole crawl, shared by all criteria: units, links with their readings, plan links, the plan's section. Pure.
import type { CrawlResult } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinkReading } from './link-reading.ts';
import type { Site } from './site.ts';
import { createSurveyMemory } from './survey-memory.ts';
import type { Unit } from './unit.ts';
import type { AuditCalendar } from './years.ts';

export interface Survey {
  readonly lexicon: Lexicon;
  readonly agency: Agency;
  readonly calendar: AuditCalendar;
  readonly site: Site;
  readonly units: readonly Unit[];
  /** One per page and label and target, in page order. */
  readonly links: readonly LinkReading[];
  /** Real links whose label names the annual plan. */
  readonly planLinks: readonly LinkReading[];
  readonly section: ReadonlySet<number>;
  /** Pasted requirement text: page and segment. */
  readonly echoes: readonly { readonly unit: Unit; readonly segment: number; readonly text: string }[];
}

export function surveyOf(lexicon: Lexicon, agency: Agency, crawl: CrawlResult, calendar: AuditCalendar): Survey {
  const memory = createSurveyMemory(lexicon, agency, calendar);
  memory.grow(crawl);
  return memory.survey();
}
