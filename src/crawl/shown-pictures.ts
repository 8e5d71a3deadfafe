// Pictures that are the content of pages: which are to be asked for, in which order, and how many. One page's are asked for one
// after the other, since without character recognition the first tells all. Fetches nothing.
import { saying } from '../extract/html-generic.ts';
import type { ReadUrl } from '../model/canonical-url.ts';
import { type Page, promising } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { OwnHosts } from './own-hosts.ts';
import { holdsNothing, type Target } from './select-links.ts';
import { looksLikeDocument } from './share-hosts.ts';

/** A picture and a page that shows it. */
export interface Shown {
  readonly page: Page;
  readonly target: Target;
}

/** What a picture turned out to be: one after which the page's next may tell more, the last one worth asking for, gone, or no content. */
type Answered = 'one' | 'last' | 'gone' | 'none';

export interface ShownPictures {
  /** Tells of a page that is read by its text: what it shows beside that is no content of another page. */
  note(page: Page, entry: boolean): void;
  /**
   * The page, which says so many `letters` of its own, is to be read by its pictures: by all of them where they are rated as
   * promising by their words or the page was reached by none; else by one that tells whether they can be read, where the page
   * says hardly more than its title and is not `idle`.
   */
  add(page: Page, letters: number, rate: (link: Link) => number, idle: boolean): void;
  /** The page is read by its text, and leaves some of its sections to a picture each: to those that are rated as promising by their words. */
  addSections(page: Page, rate: (link: Link) => number): void;
  /** The next pictures, at most one of a page. A page waits until its picture was answered. */
  next(count: number): Shown[];
  answered(what: Answered, via: Page['via']): void;
  waiting(): boolean;
}

/** Pictures asked for of one page that may well hold something wanted. */
const mostOfPage = 10;
/** After so many that are gone, the others will be as well. */
const mostGone = 3;
/** Pictures asked for of one page that is read by its text. */
const mostOfSections = 3;
/** Letters of a page with a name that is none of what is wanted: a title and no more. News have a few lines beside their photos. */
const mostBesideOthers = 100;
/** On so many pages with text of their own a picture is a part of the site's design. */
const commonFrom = 2;

interface Waiting {
  readonly page: Page;
  readonly targets: Target[];
  readonly first: boolean;
  /** How many may still be asked for. */
  left: number;
  /** How many of the last were gone. */
  gone: number;
}

export function createShownPictures(hosts: OwnHosts, read: ReadUrl, taken: (key: string) => boolean): ShownPictures {
  const waiting: Waiting[] = [];
  /** Pages whose picture is being asked for. */
  const asked = new Map<number, Waiting>();
  /** Pages with text that show a picture, by its key; the entrance shows the design. */
  const shownOn = new Map<string, number>();
  const ofEntry = new Set<string>();
  /** What the entrance links is no page's own. */
  const linkedOnEntry = new Set<string | null>();

  const keyOf = (url: string): string | undefined => read(url)?.key;
  const isDesign = ({ key }: Target): boolean => ofEntry.has(key) || (shownOn.get(key) ?? 0) >= commonFrom;
  function targetOf(page: Page, link: Link): Target | undefined {
    const known = link.url === null ? null : read(link.url);
    if (known === null || holdsNothing(known.url)) return undefined;
    const { url, key } = known;
    // a picture without words of its own, on a page without a heading, is what led to the page
    const label = link.label || page.path.at(-1)?.label || page.text.title || '';
    const named = label === link.label ? link : { ...link, label, labelFrom: 'heading' as const };
    return { link: named, url, key, offSite: !hosts.isOwn(url), stranger: false };
  }
  /** Documents that the page offers hold what its pictures may show. */
  const offersDocument = (page: Page): boolean =>
    page.text.links.some(
      ({ url, region }) => region === 'main' && url !== null && looksLikeDocument(url) && !linkedOnEntry.has(url),
    );

  return {
    note(page, entry) {
      if (entry) for (const { url } of page.text.links) linkedOnEntry.add(url);
      if (page.duplicateOf !== undefined || page.text.pictures === undefined) return;
      for (const { url } of page.text.pictures) {
        const key = url === null ? undefined : keyOf(url);
        if (key === undefined) continue;
        shownOn.set(key, (shownOn.get(key) ?? 0) + 1);
        if (entry) ofEntry.add(key);
      }
    },
    add(page, letters, rate, idle) {
      if (page.duplicateOf !== undefined || page.text.pictures === undefined || offersDocument(page)) return;
      const targets = page.text.pictures.flatMap((link) => targetOf(page, link) ?? []);
      const first = targets.some(({ link }) => rate(link) >= promising);
      const silent = saying(page.path.at(-1)?.label ?? '') !== 'named';
      if (!first && (idle || (!silent && letters > mostBesideOthers))) return;
      waiting.push({ page, targets, first, left: first || silent ? mostOfPage : 1, gone: 0 });
    },
    addSections(page, rate) {
      if (page.duplicateOf !== undefined || page.text.pictures === undefined) return;
      const alone = page.text.pictures.filter((link) => isAlone(page, link));
      const targets = alone.filter((link) => rate(link) >= promising).flatMap((link) => targetOf(page, link) ?? []);
      if (targets.length > 0) waiting.push({ page, targets, first: true, left: mostOfSections, gone: 0 });
    },
    next(count) {
      const found: Shown[] = [];
      const isDone = (target: Target): boolean =>
        isDesign(target) || taken(target.key) || found.some((shown) => shown.target.key === target.key);
      while (found.length < count) {
        const at = waiting.findIndex(({ first }) => first);
        const [entry] = waiting.splice(Math.max(0, at), 1);
        if (entry === undefined) break;
        let target = entry.targets.shift();
        while (target !== undefined && isDone(target)) target = entry.targets.shift();
        if (target === undefined) continue;
        entry.left -= 1;
        asked.set(entry.page.id, entry);
        found.push({ page: entry.page, target });
      }
      return found;
    },
    answered(what, via) {
      const entry = asked.get(via?.pageId ?? -1);
      if (entry === undefined) return;
      asked.delete(entry.page.id);
      if (what === 'none') entry.left += 1;
      entry.gone = what === 'gone' ? entry.gone + 1 : 0;
      if (what !== 'last' && entry.left > 0 && entry.gone < mostGone) waiting.unshift(entry);
    },
    waiting: () => waiting.length > 0,
  };
}

/** It is all that stands under its heading, and that heading is not the page's first. */
function isAlone({ text: { segments } }: Page, { context }: Link): boolean {
  const headings = segments.filter(({ kind, region }) => kind === 'heading' && region === 'main');
  const over = headings.findLast(({ text }) => text === context[0]?.text);
  if (over === undefined || over === headings[0]) return false;
  const next = segments[segments.indexOf(over) + 1];
  return next === undefined || next.kind === 'heading' || next.region !== 'main';
}
