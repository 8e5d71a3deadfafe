// Pictures that are the content of pages: which are to be asked for, in which order, and how many. One page's are asked for one
// after the other, since without character recognition the first tells all. Fetches nothing.
import type { CanonicalUrl } from '../model/canonical-url.ts';
import type { Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { OwnHosts } from './own-hosts.ts';
import { holdsNothing, type Target } from './select-links.ts';
import { looksLikeDocument } from './share-hosts.ts';

/** A picture and a page that shows it. */
export interface Shown {
  readonly page: Page;
  readonly target: Target;
}

export interface ShownPictures {
  /** Tells of a page that is read by its text: what it shows beside that is no content of another page. */
  note(page: Page, entry: boolean): void;
  /** The page is to be read by its pictures, those of them that are `worth` it. */
  add(page: Page, worth: (target: Target) => boolean): void;
  /** The next pictures, at most one of a page. A page waits until its picture was answered. */
  next(count: number): Shown[];
  /** A picture came, or not; `goesOn`: the page's next one may tell more. */
  answered(goesOn: boolean, via: Page['via']): void;
  waiting(): boolean;
}

/** Pictures asked for of one page. */
const mostOfPage = 10;
/** On so many pages with text of their own a picture is a part of the site's design. */
const commonFrom = 2;

interface Waiting {
  readonly page: Page;
  readonly targets: Target[];
  /** How many may still be asked for. */
  left: number;
}

export function createShownPictures(
  hosts: OwnHosts,
  read: (url: string) => CanonicalUrl | null,
  taken: (key: string) => boolean,
): ShownPictures {
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
    add(page, worth) {
      if (page.duplicateOf !== undefined || page.text.pictures === undefined || offersDocument(page)) return;
      const targets = page.text.pictures.flatMap((link) => targetOf(page, link) ?? []);
      if (targets.some(worth)) waiting.push({ page, targets, left: mostOfPage });
    },
    next(count) {
      const found: Shown[] = [];
      const isDone = (target: Target): boolean =>
        isDesign(target) || taken(target.key) || found.some((shown) => shown.target.key === target.key);
      while (found.length < count) {
        const entry = waiting.shift();
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
    answered(goesOn, via) {
      const entry = asked.get(via?.pageId ?? -1);
      if (entry === undefined) return;
      asked.delete(entry.page.id);
      if (goesOn && entry.left > 0) waiting.unshift(entry);
    },
    waiting: () => waiting.length > 0,
  };
}
