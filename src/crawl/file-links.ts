// Files what a page leads to: its parts and entries to enter at once, its pictures where it is read by them, and its links as candidates
// with what the guide makes of them.
import type { ReadUrl } from '../model/canonical-url.ts';
import { type CrawlGuide, type Page, promising } from '../model/crawl.ts';
import { isPageTurn } from '../text/page-turn.ts';
import type { Home } from './dead-end.ts';
import { type Frontier, top } from './frontier.ts';
import { type LineSet, ownLetters } from './line-set.ts';
import type { OwnHosts } from './own-hosts.ts';
import type { Task } from './page-reader.ts';
import { isPlainEntry, selectLinks, type Target } from './select-links.ts';
import { looksLikeDocument } from './share-hosts.ts';
import type { ShownPictures } from './shown-pictures.ts';
import { namedRating } from './strangers.ts';

/** Splash pages before splash pages are rare; redirects in a ring are not. */
export const maxEntryHops = 3;
/** Frames within frames. */
const maxFrameDepth = 3;
/** Letters that a page of pictures says beside them, its links included: a title and a sentence or two. */
const mostBesidePictures = 300;

/** How pages were come to. */
export interface Ways {
  /** Pages from the start page along redirects and splash entries, with the hops so far; the last is the home page. */
  readonly entryPages: ReadonlyMap<number, number>;
  readonly frameDepth: ReadonlyMap<number, number>;
  home(): Home | undefined;
}

export interface LinkFiler {
  /** `list`: the page is a list of postings; `lines`: of a page, and not of a document. */
  file(page: Page, list: boolean, lines: LineSet | undefined): void;
  rate(target: Target, page: Page): Readonly<Record<string, number>>;
}

/** @param enter what is to be asked for before anything else */
export function createLinkFiler(
  tools: {
    readonly guide: CrawlGuide;
    readonly hosts: OwnHosts;
    readonly frontier: Frontier;
    readonly pictures: ShownPictures;
    readonly readUrl: ReadUrl;
    readonly ways: Ways;
  },
  enter: (part: Task) => void,
): LinkFiler {
  const { guide, hosts, frontier, pictures, readUrl, ways } = tools;
  const { entryPages, frameDepth } = ways;
  const rated = new Map<string, Readonly<Record<string, number>>>();

  function rate(target: Target, page: Page): Readonly<Record<string, number>> {
    const { link, key } = target;
    // A menu stands on every page; its links are rated once.
    const inMenu = link.region !== 'main';
    const memo = inMenu ? `${key}\n${link.label}\n${link.context.map(({ text }) => text).join('\n')}` : '';
    const kept = inMenu ? rated.get(memo) : undefined;
    const ratings = kept ?? guide.rate(link, page);
    if (inMenu) rated.set(memo, ratings);
    return ratings;
  }

  /** A page of pictures with little text of its own is read by them; pages that every site has are not (contacts, staff). */
  function filePictures(page: Page, lines: LineSet, parts: readonly Target[]): void {
    const entrance = page.role === 'start' || (page.role === 'frame' && entryPages.has(page.id));
    const home = ways.home();
    const others = home === undefined || entryPages.has(page.id) ? [] : [home.lines];
    const letters = ownLetters(lines, others, mostBesidePictures);
    if (entrance || parts.length > 0 || letters > mostBesidePictures) {
      pictures.note(page, entryPages.has(page.id));
      if (!entrance && !page.offSite) pictures.addSections(page, (link) => top(guide.rate(link, page)));
    } else if (!page.offSite) {
      const idle = page.via !== undefined && guide.look?.(page.via.link) === 'idle';
      pictures.add(page, letters, (link) => top(guide.rate(link, page)), idle);
    }
  }

  function fileLinks(page: Page, list: boolean, lines: LineSet | undefined): void {
    const entryHops = entryPages.get(page.id);
    const {
      candidates,
      parts: framed,
      entries,
    } = selectLinks(page, hosts, entryHops !== undefined && entryHops < maxEntryHops, readUrl);
    if (lines !== undefined) filePictures(page, lines, framed);
    const frames = frameDepth.get(page.id) ?? 0;
    if (frames < maxFrameDepth) {
      for (const target of framed) {
        if (frontier.taken(target.key)) continue;
        frontier.take(target.key);
        enter({ ...stepTo(page, target), depth: page.depth, role: 'frame', again: false });
      }
    }
    const found = candidates
      .filter(({ key }) => !frontier.taken(key))
      .map((target) => ({ target, ratings: rate(target, page) }))
      .filter(({ target, ratings }) => !target.stranger || top(ratings) >= namedRating);
    const best = Math.max(0, ...found.map(({ ratings }) => top(ratings)));
    const isInText = ({ link }: Target): boolean => link.region === 'main';
    // What was asked already is rated again only where nothing new names anything and something may stand beside it.
    const names =
      found.some(({ target, ratings }) => isInText(target) && top(ratings) >= namedRating) ||
      (found.some(({ target }) => isInText(target)) &&
        candidates.some(
          (target) => isInText(target) && frontier.taken(target.key) && top(rate(target, page)) >= namedRating,
        ));
    // A list of nothing but files (issues of a newsletter) posts what it attaches.
    const isPosting = ({ key, link, url }: Target): boolean =>
      link.region === 'main' && !frontier.known(key) && !isPageTurn(link.text) && !looksLikeDocument(url);
    const postsPages = list && found.some(({ target }) => isPosting(target));
    for (const { target, ratings } of found) {
      const { url, path, offSite, via } = stepTo(page, target);
      const chosen = { key: target.key, url, path, offSite, via: via!, depth: page.depth + 1, role: 'link' as const };
      const inText = isInText(target);
      const attached = inText && !postsPages && looksLikeDocument(url);
      frontier.add({
        ...chosen,
        ratings,
        trap: undefined,
        posted: list && !attached,
        beside: names && inText,
        attached,
      });
    }
    for (const target of entries) {
      if (frontier.taken(target.key) || !(isPlainEntry(target) || best < promising)) continue;
      if (page.path.length > maxEntryHops + 1 && target.link.element === 'refresh') continue;
      frontier.take(target.key);
      enter({ ...stepTo(page, target), depth: page.depth + 1, role: 'link', again: false });
    }
  }

  return { file: fileLinks, rate };
}

/** The task of asking for what a page leads to, but for how. */
export function stepTo(page: Page, target: Target): Pick<Task, 'url' | 'path' | 'offSite' | 'via'> {
  const { url, link, offSite } = target;
  // What stands around a turn of the page names the page that it stands on.
  const label = isPageTurn(link.text) ? link.text : link.label;
  return { url, path: [...page.path, { url, label }], offSite, via: { pageId: page.id, link } };
}
