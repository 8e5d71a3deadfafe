// Reads a link: what its label says, else what stands around it. Pure.
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
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
  if (found !== undefined && found.agency === agency)
    return found.entry.ref.page === ref.page ? found.entry : linkReading(ref, found.around, found.entry.reading);
  const around = surroundingsOf(lexicon, agency, ref.link);
  const reading = subjectOf(lexicon, agency, ref, readTitle(lexicon, ref.link.label, agency));
  const entry = linkReading(ref, around, reading);
  known.set(ref.link, { agency, around, entry });
  return entry;
}

interface Remembered {
  readonly agency: Agency;
  readonly around: Surroundings;
  readonly entry: LinkReading;
}

const remembered = new WeakMap<Lexicon, WeakMap<Link, Remembered>>();

function linkReading(ref: LinkRef, around: Surroundings, reading: TitleReading): LinkReading {
  const plain = !definite(reading);
  return {
    ref,
    reading,
    get context() {
      return plain ? around.saying() : undefined;
    },
    get silent() {
      return plain && around.silent();
    },
  };
}

/** What stands around a link, read when first asked for: of most links nobody wants to know. */
interface Surroundings {
  saying(): TitleReading | undefined;
  /** Neither the label nor what stands around it says anything. */
  silent(): boolean;
}

function surroundingsOf(lexicon: Lexicon, agency: Agency, { context, label }: Link): Surroundings {
  let saying: { readonly reading: TitleReading | undefined } | undefined;
  let silent: boolean | undefined;
  const readAround = (): TitleReading | undefined => {
    for (const around of context) {
      const reading = readTitle(lexicon, around.text, agency);
      if (definite(reading)) return reading;
    }
    return undefined;
  };
  return {
    saying() {
      saying ??= { reading: readAround() };
      return saying.reading;
    },
    silent() {
      silent ??=
        !speaks(lexicon, label) && this.saying() === undefined && !context.some(({ text }) => speaks(lexicon, text));
      return silent;
    },
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
