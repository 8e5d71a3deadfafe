// Rates links by what the criteria want: what a label names, what stands around it, where it hangs. Pure.
import type { LinkRatings, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import type { NormalText } from '../text/normal.ts';
import { isPageTurn } from '../text/page-turn.ts';
import { compilePhrases, findPhrases, type PhraseSet } from '../text/phrase.ts';
import { hubRating } from './hub.ts';
import { type Lexicon, lexiconOf, norm } from './lexicon.ts';
import { readLink } from './link-reading.ts';
import type { Criterion, Pack } from './pack.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import { fileNameOfUrl } from './unit-file-name.ts';
import { type AuditCalendar, acceptedYears, yearsOf } from './years.ts';

export interface LinkRater {
  /** `fresh`: it stands on no page before. The link has a URL. */
  rate(link: Link, from: Page, fresh: boolean): LinkRatings;
  /** A bare URL, without label. */
  rateUrl(url: string): LinkRatings;
}

/** A criterion, and what is the same of it for every link. */
interface Wish {
  readonly criterion: Criterion;
  readonly accepted: ReadonlySet<number> | 'any';
}

/** What a label says. */
interface Label {
  readonly reading: TitleReading;
  /** Weights of words worth following. */
  readonly worth: ReadonlyMap<Criterion, number[]>;
  readonly years: readonly number[];
}

/** Criteria, and the words that they are told by. */
export interface Wanted {
  readonly lexicon: Lexicon;
  readonly criteria: readonly Criterion[];
}

export const wantedOf = ({ vocabulary, criteria }: Pack): Wanted => ({ lexicon: lexiconOf(vocabulary), criteria });

export function createLinkRater(wanted: readonly Wanted[], agency: Agency, calendar: AuditCalendar): LinkRater {
  const wishes = wanted.map(({ lexicon, criteria }) => ({
    lexicon,
    follow: followOf(criteria),
    criteria: criteria.map((criterion): Wish => ({ criterion, accepted: acceptedYears(criterion.year, calendar) })),
  }));
  const yearsIn = (reading: TitleReading): number[] => yearsOf(reading.years, agency.kind, calendar);
  const byYear = (rating: number, wish: Wish, years: readonly number[]) => ratingByYear(rating, wish, years, calendar);

  /** Ratings of each criterion by words in the label that are worth following. */
  function followed(follow: PhraseSet<Follow>, words: NormalText): ReadonlyMap<Criterion, number[]> {
    const matches = findPhrases(follow, words);
    if (matches.length === 0) return none;
    const found = new Map<Criterion, number[]>();
    for (const { value } of matches) found.set(value.criterion, [...(found.get(value.criterion) ?? []), value.weight]);
    return found;
  }

  /** By what a label names, and by words in it that are worth following. */
  function ratingOf(wish: Wish, { reading, worth, years }: Label): number {
    const weights = [classRating(wish.criterion, reading), ...(worth.get(wish.criterion) ?? [])];
    return Math.max(...weights.map((weight) => byYear(weight, wish, years)));
  }

  return {
    rate(link, from, fresh) {
      const ratings: Record<string, number> = {};
      const words = norm(link.label.slice(0, 300));
      const file = isFile(link.url!);
      const turns = isPageTurn(link.text) ? turnsTo(from) : 0;
      const label = from.text.media === 'html' && turns <= mostTurns ? calledAs(from) : undefined;
      const turned = turns > 0 && link.region === 'main' && fresh && label !== undefined;
      for (const { lexicon, follow, criteria } of wishes) {
        const entry = readLink(lexicon, agency, { page: from, link });
        const { reading } = entry;
        const hub = file ? 0 : hubRating(lexicon, words, from.depth, isLookalike(reading));
        const own: Label = { reading, worth: followed(follow, words), years: yearsIn(reading) };
        const { worth, years } = own;
        // What stands around it, or the page was reached as, counts for what says nothing itself, and stands on no page before.
        const plain = link.region === 'main' && fresh && reading.classes.size === 0 && reading.lookalikes.length === 0;
        const around = plain ? entry.context : undefined;
        const called = (plain || turned) && label !== undefined ? readTitle(lexicon, label, agency) : undefined;
        const parent = plain ? called : undefined;
        // The list goes on: its next page is worth what it is.
        const list: Label | undefined =
          turned && called
            ? { reading: called, worth: followed(follow, norm(label)), years: yearsIn(called) }
            : undefined;
        const speaks = [reading, around, called].some((said) => said && said.classes.size + said.mentions.size > 0);
        if (!speaks && worth.size === 0 && hub <= 0 && !list?.worth.size) continue;
        for (const wish of criteria) {
          const { id } = wish.criterion;
          let rating = ratingOf(wish, own);
          const said = around ? classRating(wish.criterion, around) : 0;
          if (around && said > 0) {
            const dated = years.length ? years : yearsIn(around);
            const share = entry.silent || file ? 0.75 : 0.5;
            rating = Math.max(rating, Math.round(byYear(said, wish, dated) * share));
          }
          // What hangs on a page that was reached as a publication of this sort: its parts, its years, its files.
          const inherited = parent ? classRating(wish.criterion, parent) : 0;
          if (inherited >= 50) {
            const share = file || entry.silent || years.length > 0 ? 0.6 : 0.3;
            const dated = years.length ? years : yearsIn(readTitle(lexicon, fileNameOfUrl(link.url!), agency));
            rating = Math.max(rating, byYear(Math.round(inherited * share), wish, dated));
          }
          if (list) rating = Math.max(rating, ratingOf(wish, list));
          rating = Math.max(rating, byYear(hub, wish, years));
          if (rating > 0) ratings[id] = Math.max(ratings[id] ?? 0, rating);
        }
      }
      return ratings;
    },
    rateUrl(url) {
      const ratings: Record<string, number> = {};
      const text = urlWords(url);
      for (const { lexicon, criteria } of wishes) {
        const reading = readTitle(lexicon, text, agency);
        for (const wish of criteria) {
          const rating = Math.round(classRating(wish.criterion, reading) * 0.8);
          const adjusted = byYear(rating, wish, yearsIn(reading));
          if (adjusted > 0) ratings[wish.criterion.id] = adjusted;
        }
      }
      return ratings;
    },
  };
}

const none: ReadonlyMap<Criterion, number[]> = new Map();

/** Lists put their oldest first as well; of the many pages of a long one so many more are asked for. */
const mostTurns = 4;

/** What led to the page, or to the first page of the list of which it is a further one. */
export const calledAs = ({ via, path }: Page): string | undefined =>
  via !== undefined && isPageTurn(via.link.text)
    ? path.findLast(({ label }) => !isPageTurn(label))?.label
    : via?.link.label;

/** Pages of the list turned so far, with this one. */
const turnsTo = ({ path }: Page): number => path.length - path.findLastIndex(({ label }) => !isPageTurn(label));

interface Follow {
  readonly criterion: Criterion;
  readonly weight: number;
}

/** The words that criteria follow, all looked for at once. */
function followOf(criteria: readonly Criterion[]): PhraseSet<Follow> {
  let set = follows.get(criteria);
  if (set === undefined) {
    set = compilePhrases(
      criteria.flatMap((criterion) =>
        criterion.follow.map(({ phrase, weight }) => ({ phrase, value: { criterion, weight } })),
      ),
    );
    follows.set(criteria, set);
  }
  return set;
}
const follows = new WeakMap<readonly Criterion[], PhraseSet<Follow>>();

const gradeRating = { term: 92, synonym: 90, weak: 55 } as const;

function classRating(criterion: Criterion, { classes, mentions, text }: TitleReading): number {
  if (classes.size === 0 && mentions.size === 0) return 0;
  let rating = 0;
  for (const [order, id] of criterion.heldBy.entries()) {
    const hit = classes.get(id);
    if (hit) rating = Math.max(rating, gradeRating[hit.grade] - Math.min(order * 4, 24));
    // Spoken of in a short label, under a lead word we do not know: worth a look, no more.
    else if (mentions.has(id) && text.length <= 80) rating = Math.max(rating, 24);
  }
  return rating;
}

export const isFile = (url: string): boolean =>
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|txt|zip|jpe?g|png|tiff?)(?:[?#]|$)/i.test(url);

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

/** A year that is accepted raises, an older one sinks below what is worth a request. */
function ratingByYear(rating: number, { accepted }: Wish, years: readonly number[], calendar: AuditCalendar): number {
  if (rating <= 0) return 0;
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
