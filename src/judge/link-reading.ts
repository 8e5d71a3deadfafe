// Reads a link: what its label says, else what stands around it. Pure.
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { withOwner } from './others-papers.ts';
import { definite, isLookalike, needsSubject, readTitle, strong, type TitleReading } from './title.ts';
import { urlKey } from './url-key.ts';

export interface LinkReading {
  readonly ref: LinkRef;
  readonly reading: TitleReading;
  /** Nearest surrounding text that says what is listed there, where the label itself does not. */
  readonly context: TitleReading | undefined;
  /** Label and surroundings say nothing at all (คลิก, PDF, an icon). */
  readonly silent: boolean;
}

/** What a link says; read once, as the guide asks and then the judge. */
export function readLink(lexicon: Lexicon, agency: Agency, ref: LinkRef): LinkReading {
  const known = remembered.get(lexicon) ?? new WeakMap<Link, Remembered>();
  remembered.set(lexicon, known);
  const found = known.get(ref.link);
  if (found?.around.agency === agency)
    return found.ref.page === ref.page ? found : new Remembered(ref, found.label, found.reading, found.around);
  const label = readTitle(lexicon, ref.link.label, agency);
  const reading = withOwner(agency, ref.link, subjectOf(lexicon, agency, ref, label));
  const entry = new Remembered(ref, label, reading, new Surroundings(lexicon, agency, ref.link));
  known.set(ref.link, entry);
  return entry;
}

/** What a link's label says by itself, as it was read with the link; a large site has more labels than `readTitle` remembers. */
export function readLabel(lexicon: Lexicon, agency: Agency, link: Link): TitleReading {
  const found = remembered.get(lexicon)?.get(link);
  return found?.around.agency === agency ? found.label : readTitle(lexicon, link.label, agency);
}

/** The label says what it is: a publication that is known, another body's, or a look-alike. */
export const isNamed = ({ reading }: Pick<LinkReading, 'reading'>): boolean =>
  reading.classes.size > 0 || reading.foreign.size > 0 || isLookalike(reading);

// Classes, since a site has tens of thousands of links: an object with getters of its own takes half a kilobyte.
class Remembered implements LinkReading {
  readonly ref: LinkRef;
  /** Of the label by itself. */
  readonly label: TitleReading;
  readonly reading: TitleReading;
  readonly around: Surroundings;
  constructor(ref: LinkRef, label: TitleReading, reading: TitleReading, around: Surroundings) {
    this.ref = ref;
    this.label = label;
    this.reading = reading;
    this.around = around;
  }
  get context(): TitleReading | undefined {
    return definite(this.reading) ? undefined : this.around.saying();
  }
  get silent(): boolean {
    return !definite(this.reading) && this.around.silent();
  }
}

const remembered = new WeakMap<Lexicon, WeakMap<Link, Remembered>>();

/** What stands around a link, read when first asked for: of most links nobody wants to know. */
class Surroundings {
  readonly agency: Agency;
  readonly #lexicon: Lexicon;
  readonly #link: Link;
  #saying: TitleReading | null | undefined;
  #silent: boolean | undefined;
  constructor(lexicon: Lexicon, agency: Agency, link: Link) {
    this.#lexicon = lexicon;
    this.agency = agency;
    this.#link = link;
  }
  saying(): TitleReading | undefined {
    if (this.#saying === undefined) this.#saying = this.#readAround() ?? null;
    return this.#saying ?? undefined;
  }
  /** Neither the label nor what stands around it says anything. */
  silent(): boolean {
    const { label, context } = this.#link;
    this.#silent ??=
      !speaks(this.#lexicon, label) &&
      this.saying() === undefined &&
      !context.some(({ text }) => speaks(this.#lexicon, text));
    return this.#silent;
  }
  #readAround(): TitleReading | undefined {
    for (const around of this.#link.context) {
      const reading = readTitle(this.#lexicon, around.text, this.agency);
      if (definite(reading)) return reading;
    }
    return undefined;
  }
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

/** Shown as a part of its page: a frame, a document in it. */
export const isFramed = ({ element }: Pick<Link, 'element'>): boolean => element === 'frame' || element === 'embed';

/** A jump within the same page is no link to a publication. */
export function isJump(ref: LinkRef): boolean {
  const { url } = ref.link;
  return Boolean(url?.includes('#')) && urlKey(url ?? '') === urlKey(ref.page.capture.finalUrl);
}
