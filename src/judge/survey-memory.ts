// Reads a site while it is being crawled: what a page more costs is in proportion to what is new with it, in itself and in the
// light it throws on earlier ones. Pure in effect: what it says never depends on when it was asked.
import type { CrawlResult, Gap, Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import { createBoilerplate } from './boilerplate.ts';
import type { Lexicon } from './lexicon.ts';
import { createLinkIndex, gapKeys } from './link-index.ts';
import { isFramed, type LinkReading, readLabel, readLink } from './link-reading.ts';
import { contradicted, isPlanLink, planPromise, type ShownPlan, saysNothing, shownPlan } from './plan-link.ts';
import { planSection, type Site, siteOf } from './site.ts';
import type { Survey } from './survey.ts';
import type { Unit, UnitBody, UnitContext } from './unit.ts';
import { bodiesOf, unitsOf } from './units.ts';
import { keysOf, urlKey } from './url-key.ts';
import type { AuditCalendar } from './years.ts';

export interface SurveyMemory {
  /** The crawl begins with all that was taken in, read for this agency as of this date. */
  isOf(crawl: CrawlResult, agency: Agency, calendar: AuditCalendar): boolean;
  /** Takes in what came since: the crawl has grown at its ends. Answers with the pages of which anything may now be said anew. */
  grow(crawl: CrawlResult): ReadonlySet<Page>;
  /** Classes of publication that are or were named on a page, by the labels that lead there, or by links on it. */
  classesOn(page: Page): ReadonlySet<string>;
  /** As if these pages were all that was read; the site around them is the whole one. */
  surveyOf(pages: Iterable<Page>, section: ReadonlySet<number>): Survey;
  section(): ReadonlySet<number>;
  /** Everything. */
  survey(): Survey;
}

/** What is known of one page. */
interface Known {
  readonly page: Page;
  readonly keys: readonly string[];
  /** Links that no page before had under this label. */
  readonly links: readonly LinkReading[];
  bodies: readonly UnitBody[];
  shown: ShownPlan;
  /** Classes of publication that are or were named here, by labels that lead here, or by links. */
  readonly named: Set<string>;
}

/** Links to one key that may be links to the plan, or that name something. */
interface Leading {
  readonly named: LinkReading[];
  readonly unnamed: LinkReading[];
}

export function createSurveyMemory(lexicon: Lexicon, agency: Agency, calendar: AuditCalendar): SurveyMemory {
  const boilerplate = createBoilerplate();
  const index = createLinkIndex();
  const pages = new Map<Page, Known>();
  const links: LinkReading[] = [];
  /** Labels of links that were read, by their target. */
  const seen = new Map<string, Set<string>>();
  const leading = new Map<string, Leading>();
  const planned = new Set<LinkReading>();
  const gaps: Gap[] = [];
  /** What stands in the frames of a page, by the page's id. */
  const framed = new Map<number, Known[]>();
  let site: Site;
  let context: UnitContext;

  /** The same menu on every page is read once. */
  function readLinks(page: Page): LinkReading[] {
    const found: LinkReading[] = [];
    for (const link of page.text.links) {
      const key = link.url ? urlKey(link.url) : `inert ${link.region === 'main' ? page.id : ''}`;
      const labels = seen.get(key);
      if (labels?.has(link.label)) continue;
      if (labels === undefined) seen.set(key, new Set([link.label]));
      else labels.add(link.label);
      const entry = readLink(lexicon, agency, { page, link });
      found.push(entry);
      const list = entry.reading.classes.size > 0 ? 'named' : planPromise(entry) === 'unnamed' ? 'unnamed' : undefined;
      if (list === undefined || !link.url) continue;
      const known = leading.get(key) ?? { named: [], unnamed: [] };
      leading.set(key, known);
      known[list].push(entry);
    }
    links.push(...found);
    return found;
  }

  function leadingTo({ page, keys }: Known, list: keyof Leading): LinkReading[] {
    return keys.flatMap((key) => (index.pages.get(key) === page ? (leading.get(key)?.[list] ?? []) : []));
  }

  const unitsOn = (page: Page): readonly Unit[] => unitsOf(context, page);

  function surveyOf(chosen: Iterable<Page>, section: ReadonlySet<number>): Survey {
    const known = [...chosen].map((page) => pages.get(page)!);
    const read = known.flatMap((entry) => entry.links);
    const units = known.flatMap(({ page }) => unitsOn(page));
    return {
      lexicon,
      agency,
      calendar,
      site,
      section,
      units,
      links: read,
      planLinks: read.filter((entry) => planned.has(entry)),
      echoes: units.flatMap((unit) =>
        unit.echo.map((part) => ({ unit, segment: part.index, text: part.segment.text })),
      ),
    };
  }

  return {
    isOf(crawl, asked, date) {
      return (
        asked === agency &&
        date.asOf === calendar.asOf &&
        [...pages.keys()].every((page, at) => page === crawl.pages[at]) &&
        gaps.every((gap, at) => gap === crawl.gaps[at])
      );
    },
    grow(crawl) {
      const fresh = crawl.pages.slice(pages.size);
      const changed = new Set<Page>(fresh);
      const recut = new Set<Page>(fresh);
      /** Pages whose links to others, and so their being a list of others' plans, may look different. */
      const relisted = new Set<Page>();
      const newGaps = crawl.gaps.slice(gaps.length);
      const arrived = newGaps.flatMap(gapKeys);
      const weighed = new Set<LinkReading>();
      for (const page of fresh) {
        boilerplate.add(page, (other) => recut.add(other));
        index.add(page, {
          labelled(other, { link }) {
            changed.add(other);
            const known = pages.get(other);
            if (known) for (const id of readLabel(lexicon, agency, link).classes.keys()) known.named.add(id);
          },
          shared: (other) => relisted.add(other),
        });
      }
      for (const gap of newGaps) index.addGap(gap);
      gaps.push(...newGaps);
      site = siteOf(crawl, index);
      context = { lexicon, agency, site, boilerplate, calendar };
      for (const page of fresh) {
        const own = readLinks(page);
        const keys = keysOf(page);
        const named = new Set(own.flatMap(({ reading }) => [...reading.classes.keys()]));
        for (const { link } of index.labelsOf(page))
          for (const id of readLabel(lexicon, agency, link).classes.keys()) named.add(id);
        pages.set(page, { page, keys, links: own, bodies: [], shown: 'no', named });
        for (const entry of own) weighed.add(entry);
        arrived.push(...keys);
        const framing = page.role === 'frame' && page.via ? site.pageById(page.via.pageId) : undefined;
        if (framing !== undefined) {
          framed.set(framing.id, [...(framed.get(framing.id) ?? []), pages.get(page)!]);
          relisted.add(framing);
        }
      }
      for (const page of recut) {
        const known = pages.get(page)!;
        const bodies = bodiesOf(context, page);
        if (bodies === known.bodies) continue;
        known.bodies = bodies;
        for (const { own } of bodies) for (const id of own?.classes.keys() ?? []) known.named.add(id);
        changed.add(page);
        relisted.add(page);
        const shown = shownPlan(context.lexicon, page, bodies);
        if (shown === known.shown) continue;
        known.shown = shown;
        for (const entry of leadingTo(known, 'unnamed')) weighed.add(entry);
      }
      // A list of others' plans is one by what its links turn out to lead to.
      for (const page of fresh)
        for (const key of keysOf(page))
          for (const { ref } of Object.values(leading.get(key) ?? {}).flat()) relisted.add(ref.page);
      for (const page of relisted) for (const entry of leadingTo(pages.get(page)!, 'named')) weighed.add(entry);
      const contradicting = new Map<Page, boolean>();
      const contradicts = (known: Known): boolean => {
        const { page, bodies } = known;
        const answer = contradicting.get(page) ?? (contradicted(context, page, bodies) || framesContradict(known));
        contradicting.set(page, answer);
        return answer;
      };
      /** What a page of nothing else than frames holds is what it is. */
      const framesContradict = ({ page, bodies }: Known): boolean => {
        const shown = framed.get(page.id) ?? [];
        const all = page.text.links.filter(isFramed).length;
        return (
          shown.length > 0 &&
          shown.length === all &&
          saysNothing(bodies.map(({ content }) => content)) &&
          shown.every(contradicts)
        );
      };
      for (const entry of weighed) {
        const target = site.targetOf(entry.ref.link);
        const known = target.kind === 'page' ? pages.get(target.page) : undefined;
        const promise = planPromise(entry);
        const leads = isPlanLink(
          entry,
          promise,
          known && { shown: known.shown, contradicts: () => contradicts(known) },
        );
        if (leads === planned.has(entry)) continue;
        if (leads) planned.add(entry);
        else planned.delete(entry);
        pages.get(entry.ref.page)!.named.add('annual-plan');
        changed.add(entry.ref.page);
      }
      // What is named there now has a target.
      for (const key of arrived) for (const { ref } of leading.get(key)?.named ?? []) changed.add(ref.page);
      return changed;
    },
    classesOn(page) {
      const { named } = pages.get(page)!;
      // A document may be named by what stands around its labels, or by its file.
      if (page.text.media !== 'html')
        for (const { classes } of unitsOn(page)) for (const id of classes.keys()) named.add(id);
      return named;
    },
    surveyOf,
    section: () =>
      planSection(
        site,
        links.filter((entry) => planned.has(entry)).map(({ ref }) => ref),
      ),
    survey() {
      return surveyOf(pages.keys(), this.section());
    },
  };
}
