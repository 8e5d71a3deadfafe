// One reading of a whole crawl, shared by all criteria: units, links with their readings, plan links, the plan's section. Pure.
import type { CrawlResult, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { findPhrases } from '../text/phrase.ts';
import { createBoilerplate, type GrowingBoilerplate } from './boilerplate.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { createLinkIndex, type LinkIndex, type LinkRef, planSection, type Site, siteOf, urlKey } from './site.ts';
import { definite, isLookalike, needsSubject, readTitle, strong, type TitleReading } from './title.ts';
import type { Unit, UnitContext } from './unit.ts';
import { unitsOf } from './units.ts';
import type { AuditCalendar } from './years.ts';

export interface LinkReading {
  readonly ref: LinkRef;
  readonly reading: TitleReading;
  /** Nearest surrounding text that says what is listed there, where the label itself does not. */
  readonly context: TitleReading | undefined;
  /** Label and surroundings say nothing at all (คลิก, PDF, an icon). */
  readonly silent: boolean;
}

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

/**
 * What is known of the pages that a crawl brought so far. Whoever surveys one crawl again and again, as a guide does after
 * every page, hands in the same memory: then only the pages that came since are read.
 */
export interface SurveyMemory {
  readonly boilerplate: GrowingBoilerplate;
  readonly index: LinkIndex;
  readonly links: LinkReading[];
  /** Target and label of links that were read. */
  readonly seen: Set<string>;
  pages: number;
}

export function createSurveyMemory(): SurveyMemory {
  return { boilerplate: createBoilerplate(), index: createLinkIndex(), links: [], seen: new Set(), pages: 0 };
}

/** `memory` is of this crawl's first pages, this agency and these words. */
export function surveyOf(
  lexicon: Lexicon,
  agency: Agency,
  crawl: CrawlResult,
  calendar: AuditCalendar,
  memory: SurveyMemory = createSurveyMemory(),
): Survey {
  const { boilerplate, index, links, seen } = memory;
  for (const page of crawl.pages.slice(memory.pages)) {
    boilerplate.add(page);
    index.add(page);
    // The same menu on every page is read once.
    for (const link of page.text.links) {
      const key = `${link.url ? urlKey(link.url) : `inert ${link.region === 'main' ? page.id : ''}`}\u0000${link.label}`;
      if (seen.has(key)) continue;
      seen.add(key);
      links.push(readLink(lexicon, agency, { page, link }));
    }
  }
  memory.pages = crawl.pages.length;
  const site = siteOf(crawl, index);
  const context: UnitContext = { lexicon, agency, site, boilerplate, calendar };
  const unitsByPage = new Map(crawl.pages.map((page) => [page, unitsOf(context, page)]));
  const units = [...unitsByPage.values()].flat();
  const planLinks = links.filter((entry) => isPlanLink(entry, context, unitsByPage));
  const section = planSection(
    site,
    planLinks.map((entry) => entry.ref),
  );
  const echoes = units.flatMap((unit) =>
    unit.echo.map(({ index, segment }) => ({ unit, segment: index, text: segment.text })),
  );
  return { lexicon, agency, calendar, site, units, links, planLinks, section, echoes };
}

/** What a link says; read once, as the guide asks and then the judge. */
export function readLink(lexicon: Lexicon, agency: Agency, ref: LinkRef): LinkReading {
  const known = remembered.get(lexicon) ?? new WeakMap<Link, { agency: Agency; entry: LinkReading }>();
  remembered.set(lexicon, known);
  const found = known.get(ref.link);
  if (found !== undefined && found.agency === agency)
    return found.entry.ref.page === ref.page ? found.entry : { ...found.entry, ref };
  const entry = read(lexicon, agency, ref);
  known.set(ref.link, { agency, entry });
  return entry;
}

const remembered = new WeakMap<Lexicon, WeakMap<Link, { readonly agency: Agency; readonly entry: LinkReading }>>();

function read(lexicon: Lexicon, agency: Agency, ref: LinkRef): LinkReading {
  const reading = subjectOf(lexicon, agency, ref, readTitle(lexicon, ref.link.label, agency));
  let context: TitleReading | undefined;
  let contextSpeaks = false;
  if (!definite(reading)) {
    for (const around of ref.link.context) {
      const candidate = readTitle(lexicon, around.text, agency);
      if (definite(candidate)) {
        context = candidate;
        break;
      }
      if (speaks(lexicon, around.text)) contextSpeaks = true;
    }
  }
  return {
    ref,
    reading,
    context,
    silent: !definite(reading) && !context && !contextSpeaks && !speaks(lexicon, ref.link.label),
  };
}

/** A report's label that does not name the plan is about what the headings over it are about. */
function subjectOf(lexicon: Lexicon, agency: Agency, ref: LinkRef, reading: TitleReading): TitleReading {
  if (!needsSubject(reading) || ref.link.region !== 'main') return reading;
  for (const around of ref.link.context) {
    if (around.from !== 'heading') continue;
    const outer = readTitle(lexicon, around.text, agency);
    if (strong(outer) && !needsSubject(outer))
      return isLookalike(outer) ? { ...outer, text: reading.text, years: reading.years, year: reading.year } : reading;
  }
  return reading;
}

/** The text has words of its own beside generic ones, figures and signs. */
export function speaks(lexicon: Lexicon, text: string): boolean {
  const n = norm(text);
  let rest = n.text;
  for (const match of [...findPhrases(lexicon.generic, n)].sort((a, b) => b.end - b.start - (a.end - a.start)))
    rest = rest.slice(0, match.start) + ' '.repeat(match.end - match.start) + rest.slice(match.end);
  return (rest.match(/\p{L}/gu)?.length ?? 0) >= 4;
}

/** A jump within the same page is no link to a publication. */
export function isJump(ref: LinkRef): boolean {
  const { url } = ref.link;
  return Boolean(url?.includes('#')) && urlKey(url ?? '') === urlKey(ref.page.capture.finalUrl);
}

function isPlanLink(entry: LinkReading, context: UnitContext, units: ReadonlyMap<Page, readonly Unit[]>): boolean {
  const { ref, reading } = entry;
  if (ref.link.url === null || isJump(ref)) return false;
  const target = context.site.targetOf(ref.link);
  const targets = target.kind === 'page' ? (units.get(target.page) ?? []) : [];
  const hit = reading.classes.get('annual-plan');
  if (hit && hit.grade !== 'weak') return !contradicted(context, targets);
  if (isLookalike(reading) || reading.classes.size > 0) return false;
  // The label says nothing of it, but the target is the plan itself; a page must show it, and be reached by a word for plans.
  const promised = norm(ref.link.label).text.includes('แผน');
  return targets.some(
    (unit) =>
      (unit.page.text.media !== 'html' || (promised && (unit.records.length > 1 || unit.letters > 80))) &&
      unit.classes.get('annual-plan')?.origin === 'own' &&
      unit.classes.get('annual-plan')?.grade !== 'weak',
  );
}

/**
 * The label promises the annual plan; the target, by its own words, is another plan and holds nothing of the annual one,
 * or is a list of nothing but other plans and other bodies' plans.
 */
function contradicted(context: UnitContext, targets: readonly Unit[]): boolean {
  const page = targets[0]?.page;
  if (!page) return false;
  if (listsOthersOnly(context, page, targets)) return true;
  if (targets.some((unit) => unit.own?.classes.has('annual-plan'))) return false;
  const otherPlan = targets.some((unit) => unit.own !== undefined && isOtherPlan(unit.own));
  if (!otherPlan) return false;
  return !mainLinks(page).some((link) =>
    readTitle(context.lexicon, link.label, context.agency).classes.has('annual-plan'),
  );
}

const isOtherPlan = (reading: TitleReading): boolean =>
  isLookalike(reading) && reading.lookalikes.some((entry) => entry.kind === 'plan');

const mainLinks = (page: Page) => page.text.links.filter((link) => link.url && link.region === 'main');

/** A page without content of its own whose every link names a plan that is not this agency's annual one. */
function listsOthersOnly({ lexicon, agency, site }: UnitContext, page: Page, targets: readonly Unit[]): boolean {
  if (page.text.media !== 'html' || targets.some((unit) => unit.records.length > 0 || unit.letters > 40)) return false;
  if (page.text.links.some((link) => link.element === 'frame' || link.element === 'embed')) return false;
  let others = 0;
  for (const link of mainLinks(page)) {
    const ref = { page, link };
    // Menus that the markup does not call so stand on other pages too.
    if (isJump(ref) || site.linkedElsewhere(link.url!, page)) continue;
    const { reading, silent } = readLink(lexicon, agency, ref);
    if (isOtherPlan(reading) || (reading.classes.size === 0 && reading.foreign.has('annual-plan'))) others++;
    // Reports listed beside them make none of them the plan.
    else if (!silent && reading.classes.size > 0 && !reading.classes.has('annual-plan')) continue;
    else if (silent || definite(reading) || /\.\w{3,4}$/.test(link.url ?? '')) return false;
  }
  return others > 0;
}
