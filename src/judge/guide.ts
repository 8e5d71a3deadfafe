// Steers a crawl: rates links by what the open criteria want. Hints steer, they never decide. Pure and deterministic.
import type { CrawlGuide, CrawlResult, Gap, LinkRatings, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import type { NormalText } from '../text/normal.ts';
import { findPhrases } from '../text/phrase.ts';
import { proven } from './evaluate.ts';
import { hubRating } from './hub.ts';
import { criteriaOf, criterionLexiconOf, type Lexicon, lexiconOf, norm } from './lexicon.ts';
import type { Criterion, Pack, Vocabulary } from './pack.ts';
import { urlKey } from './site.ts';
import { createSurveyMemory, type LinkReading, readLink, type Survey, type SurveyMemory, surveyOf } from './survey.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import { fileNameOfUrl } from './unit-file-name.ts';
import { type AuditCalendar, acceptedYears, calendarOf, yearsOf } from './years.ts';

export interface GuideOptions {
  readonly asOf: string;
  readonly strictSection: boolean;
}

const gradeRating = { term: 92, synonym: 90, weak: 55 } as const;

export function createGuide(packs: readonly Pack[], agency: Agency, options: GuideOptions): CrawlGuide {
  const calendar = calendarOf(options.asOf);
  const entries = criteriaOf(packs);
  const pages: Page[] = [];
  const gaps: Gap[] = [];
  /** Page on which a URL was first seen: what stood on an earlier page too is menu, not content of a later one. */
  const firstSeen = new Map<string, number>();
  const rated = new Map<string, LinkRatings>();
  let open: readonly string[] | undefined;
  const crawl = (): CrawlResult => ({
    agencyId: agency.id,
    pages,
    gaps,
    pending: [],
    requests: [],
    notices: [],
    ownHosts: ownHostsOf(agency, pages),
    stopped: 'exhausted',
    bytes: 0,
  });
  const memories = new Map<Vocabulary, SurveyMemory>();
  function surveyAgain(vocabulary: Vocabulary): Survey {
    const memory = memories.get(vocabulary) ?? createSurveyMemory();
    memories.set(vocabulary, memory);
    return surveyOf(lexiconOf(vocabulary), agency, crawl(), calendar, memory);
  }
  function rateAll(link: Link, from: Page, fresh: boolean): LinkRatings {
    const ratings: Record<string, number> = {};
    for (const pack of packs) {
      const lexicon = lexiconOf(pack.vocabulary);
      const seen = seeLink(lexicon, agency, calendar, link, from, fresh);
      for (const criterion of pack.criteria) {
        const rating = rateLink(lexicon, criterion, agency, calendar, seen);
        if (rating > 0) ratings[criterion.id] = Math.max(ratings[criterion.id] ?? 0, rating);
      }
    }
    return ratings;
  }
  return {
    observe(page) {
      pages.push(page);
      open = undefined;
      for (const link of page.text.links) {
        const key = link.url && urlKey(link.url);
        if (key && !firstSeen.has(key)) firstSeen.set(key, page.id);
      }
    },
    observeGap(gap) {
      gaps.push(gap);
      open = undefined;
    },
    wanted() {
      if (open) return open;
      const result: string[] = [];
      // Packs with the same words share one reading of the site.
      const surveys = new Map<Vocabulary, Survey>();
      for (const pack of packs) {
        const survey = surveys.get(pack.vocabulary) ?? surveyAgain(pack.vocabulary);
        surveys.set(pack.vocabulary, survey);
        for (const criterion of pack.criteria) if (!proven(survey, criterion, options)) result.push(criterion.id);
      }
      open = [...new Set(result)];
      return open;
    },
    demanding() {
      const wanted = new Set(this.wanted());
      return entries.some(({ criterion }) => criterion.level === 'required' && wanted.has(criterion.id));
    },
    idle: (link) => {
      const words = norm(link.label.slice(0, 300));
      return packs.every(({ vocabulary }) => findPhrases(lexiconOf(vocabulary).idle, words).length > 0);
    },
    rate(link, from) {
      if (link.url === null) return {};
      const file = isFile(link.url);
      const fresh = (firstSeen.get(urlKey(link.url)) ?? from.id) >= from.id;
      // A menu comes back on every page: the same label in the same place is rated once.
      const around = link.context.map((context) => context.text).join('\u0001');
      const named = fresh && file ? fileNameOfUrl(link.url) : '';
      const parent = fresh ? (from.via?.link.label ?? '') : '';
      const key = [link.label, link.region, around, file, fresh, from.depth, parent, named].join('\u0000');
      const known = rated.get(key);
      if (known) return known;
      const ratings = rateAll(link, from, fresh);
      rated.set(key, ratings);
      return ratings;
    },
    rateUrl(url) {
      const ratings: Record<string, number> = {};
      const text = urlWords(url);
      for (const { pack, criterion } of entries) {
        const reading = readTitle(lexiconOf(pack.vocabulary), text, agency);
        const rating = Math.round(classRating(criterion, reading) * 0.8);
        const adjusted = byYear(rating, criterion, yearsOf(reading.years, agency.kind, calendar), calendar);
        if (adjusted > 0) ratings[criterion.id] = adjusted;
      }
      return ratings as LinkRatings;
    },
  };
}

function ownHostsOf(agency: Agency, pages: readonly Page[]): string[] {
  const hosts = new Set(agency.extraHosts);
  for (const url of [agency.url, agency.linkPage]) if (url) hosts.add(new URL(url).host.toLowerCase());
  for (const page of pages) if (!page.offSite) hosts.add(new URL(page.capture.finalUrl).host.toLowerCase());
  return [...hosts];
}

/** File name, last folders and parameter values of a URL as words. */
function urlWords(url: string): string {
  const { pathname, search } = new URL(url);
  const raw = `${pathname}${search}`;
  let text = raw;
  try {
    text = decodeURIComponent(raw.replace(/\+/g, ' '));
  } catch {
    // Percent-encoded TIS-620: matched as it stands.
  }
  return text
    .replace(/[/?&=_\-.]+/g, ' | ')
    .replace(/\|\s*(?=[a-z])/gi, ' ')
    .trim();
}

function classRating(criterion: Criterion, reading: TitleReading): number {
  let rating = 0;
  for (const [order, id] of criterion.heldBy.entries()) {
    const hit = reading.classes.get(id);
    if (hit) rating = Math.max(rating, gradeRating[hit.grade] - Math.min(order * 4, 24));
    // Spoken of in a short label, under a lead word we do not know: worth a look, no more.
    else if (reading.mentions.has(id) && reading.text.length <= 80) rating = Math.max(rating, 24);
  }
  return rating;
}

/** What every criterion wants to know of a link, found once. */
interface SeenLink {
  readonly link: Link;
  readonly from: Page;
  readonly entry: LinkReading;
  readonly years: number[];
  readonly words: NormalText;
  /** Stands in the page's content, and on no page before. */
  readonly content: boolean;
  readonly file: boolean;
  /** Best rating as a menu or page above the publications. */
  readonly hub: number;
}

function seeLink(
  lexicon: Lexicon,
  agency: Agency,
  calendar: AuditCalendar,
  link: Link,
  from: Page,
  fresh: boolean,
): SeenLink {
  const entry = readLink(lexicon, agency, { page: from, link });
  const words = norm(link.label.slice(0, 300));
  const file = isFile(link.url!);
  const hub = file ? 0 : hubRating(lexicon, words, from.depth, isLookalike(entry.reading));
  const years = yearsOf(entry.reading.years, agency.kind, calendar);
  return { link, from, entry, years, words, content: link.region === 'main' && fresh, file, hub };
}

function rateLink(
  lexicon: Lexicon,
  criterion: Criterion,
  agency: Agency,
  calendar: AuditCalendar,
  { link, from, entry, years, words, content, file, hub }: SeenLink,
): number {
  let rating = byYear(classRating(criterion, entry.reading), criterion, years, calendar);
  for (const match of findPhrases(criterionLexiconOf(criterion).follow, words))
    rating = Math.max(rating, byYear(match.value, criterion, years, calendar));
  if (entry.reading.classes.size === 0 && content) {
    const lookalike = entry.reading.lookalikes.length > 0;
    if (entry.context && !lookalike) {
      const around = yearOrContext(years, entry.context, agency, calendar);
      const share = entry.silent || file ? 0.75 : 0.5;
      rating = Math.max(
        rating,
        Math.round(byYear(classRating(criterion, entry.context), criterion, around, calendar) * share),
      );
    }
    if (!lookalike)
      rating = Math.max(rating, inherited(lexicon, criterion, agency, calendar, link, from, entry.silent, years));
  }
  return Math.max(rating, byYear(hub, criterion, years, calendar));
}

function yearOrContext(years: number[], context: TitleReading, agency: Agency, calendar: AuditCalendar): number[] {
  return years.length ? years : yearsOf(context.years, agency.kind, calendar);
}

/** What hangs on a page that was reached as a publication of this sort: its parts, its years, its files. */
function inherited(
  lexicon: Lexicon,
  criterion: Criterion,
  agency: Agency,
  calendar: AuditCalendar,
  link: Link,
  from: Page,
  silent: boolean,
  years: number[],
): number {
  const label = from.via?.link.label;
  if (label === undefined || from.text.media !== 'html') return 0;
  const parent = classRating(criterion, readTitle(lexicon, label, agency));
  if (parent < 50) return 0;
  const share = isFile(link.url!) || silent || years.length > 0 ? 0.6 : 0.3;
  const file = yearsOf(readTitle(lexicon, fileNameOfUrl(link.url!), agency).years, agency.kind, calendar);
  return byYear(Math.round(parent * share), criterion, years.length ? years : file, calendar);
}

const isFile = (url: string): boolean =>
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|txt|zip|jpe?g|png|tiff?)(?:[?#]|$)/i.test(url);

/** A year that is accepted raises, an older one sinks below what is worth a request. */
function byYear(rating: number, criterion: Criterion, years: readonly number[], calendar: AuditCalendar): number {
  if (rating <= 0) return 0;
  const accepted = acceptedYears(criterion.year, calendar);
  if (years.length === 0) return Math.min(100, rating);
  if (accepted === 'any') {
    // Any year serves: the newest is the likeliest to live.
    const newest = Math.max(...years);
    return Math.max(Math.min(rating, 22), Math.min(100, rating - Math.max(0, calendar.fiscalYear - newest) * 3));
  }
  if (years.some((year) => accepted.has(year)))
    return Math.min(100, rating + (years.includes(calendar.fiscalYear) ? 8 : 6));
  return Math.min(rating, years.some((year) => year > calendar.fiscalYear) ? 25 : 12);
}
