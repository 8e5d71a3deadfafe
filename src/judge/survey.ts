// One reading of a whole crawl, shared by all criteria: units, links with their readings, plan links, the plan's section. Pure.
import type { CrawlResult, Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import { withClassesByContent } from './content-classes.ts';
import type { Lexicon } from './lexicon.ts';
import type { LinkReading } from './link-reading.ts';
import type { Site } from './site.ts';
import { createSurveyMemory, type SurveyMemory } from './survey-memory.ts';
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
  const left = takeOver(lexicon, crawl);
  const memory = left?.isOf(crawl, agency, calendar) ? left : createSurveyMemory(lexicon, agency, calendar);
  memory.grow(crawl);
  return withClassesByContent(memory.survey());
}

/** What guides have read, by the first page of their crawls. */
const followed = new WeakMap<Lexicon, WeakMap<Page, SurveyMemory>>();

/** Leaves what a guide reads to whoever surveys the crawl when it is finished: the same is not read twice. */
export function leaveMemory(lexicon: Lexicon, first: Page, memory: SurveyMemory): void {
  const memories = followed.get(lexicon) ?? new WeakMap<Page, SurveyMemory>();
  followed.set(lexicon, memories);
  memories.set(first, memory);
}

/** Once: a survey does not change when another one grows. */
function takeOver(lexicon: Lexicon, { pages: [first] }: CrawlResult): SurveyMemory | undefined {
  const memory = first && followed.get(lexicon)?.get(first);
  if (first) followed.get(lexicon)?.delete(first);
  return memory;
}
