// The crawl as a graph: which links lead where, by which labels a page is reached, what lies in the plan's section. Pure.
import type { CrawlResult, Gap, Page, PendingLink } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { LinkIndex, LinkRef } from './link-index.ts';
import { urlKey } from './url-key.ts';

export type Target =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'pending'; readonly pending: PendingLink }
  /** Known, not asked for: off-site, or not promising. */
  | { readonly kind: 'unvisited' };

export interface Site {
  readonly crawl: CrawlResult;
  /** Links of other pages to this one, the first of each label, in page order. */
  labelsOf(page: Page): readonly LinkRef[];
  labelsOfGap(gap: Gap): readonly LinkRef[];
  targetOf(link: Link): Target;
  isOffSite(url: string): boolean;
  /** Pages linked from a page's content (menus excluded). */
  linkedFrom(page: Page): readonly Page[];
  pageById(id: number): Page | undefined;
  /** The link's URL also stands on another page that was read before (menu, footer). */
  linkedElsewhere(url: string, page: Page): boolean;
}

/** `index` holds the crawl's pages and gaps, in their order. */
export function siteOf(crawl: CrawlResult, index: LinkIndex): Site {
  const { pages, byId, gaps } = index;
  const pending = new Map<string, PendingLink>();
  for (const entry of crawl.pending) {
    for (const url of [entry.url, entry.via.link.url])
      if (url && !pending.has(urlKey(url))) pending.set(urlKey(url), entry);
  }
  const own = new Set(crawl.ownHosts.map((host) => host.toLowerCase()));
  return {
    crawl,
    labelsOf: (page) => index.labelsOf(page),
    labelsOfGap(gap) {
      const known = [gap.url, gap.via?.link.url]
        .filter((url) => typeof url === 'string')
        .flatMap((url) => index.refsTo(urlKey(url)));
      if (known.length) return known;
      const from = gap.via && byId.get(gap.via.pageId);
      return gap.via && from ? [{ page: from, link: gap.via.link }] : [];
    },
    targetOf(link) {
      if (!link.url) return { kind: 'unvisited' };
      const key = urlKey(link.url);
      const page = pages.get(key);
      if (page) return { kind: 'page', page };
      const gap = gaps.get(key);
      if (gap) return { kind: 'gap', gap };
      const entry = pending.get(key);
      return entry ? { kind: 'pending', pending: entry } : { kind: 'unvisited' };
    },
    isOffSite(url) {
      return !isOwnHost(url, own);
    },
    linkedFrom(page) {
      const found = new Map<number, Page>();
      for (const link of page.text.links) {
        if (!inContent(link)) continue;
        const target = link.url ? pages.get(urlKey(link.url)) : undefined;
        if (target && target.id !== page.id) found.set(target.id, target);
      }
      for (const other of index.reachedFrom(page))
        if (other.id !== page.id && inContent(other.via!.link)) found.set(other.id, other);
      return [...found.values()];
    },
    pageById: (id) => byId.get(id),
    linkedElsewhere: (url, page) => index.linkedElsewhere(url, page),
  };
}

/** Menus, headers and footers lead everywhere: they do not carry a section along. */
function inContent(link: Link): boolean {
  return link.region === 'main' || link.region === 'aside';
}

function isOwnHost(url: string, own: ReadonlySet<string>): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  const host = parsed.host.toLowerCase();
  const bare = host.replace(/^www\./, '');
  if (own.has(host) || own.has(bare) || own.has(`www.${bare}`) || own.has(parsed.hostname)) return true;
  for (const name of own) {
    const base = name.replace(/^www\./, '');
    if (bare.endsWith(`.${base}`)) return true;
  }
  return false;
}

/**
 * Ids of the pages in the plan's section: pages that carry a plan link, its targets, and what lies within two clicks of a
 * target.
 */
export function planSection(site: Site, planLinks: readonly LinkRef[]): ReadonlySet<number> {
  const section = new Set<number>();
  const targets = new Set<Page>();
  for (const { page, link } of planLinks) {
    section.add(page.id);
    const target = site.targetOf(link);
    if (target.kind === 'page') {
      section.add(target.page.id);
      targets.add(target.page);
    }
  }
  let edge = [...targets];
  for (let clicks = 0; clicks < 2; clicks++) {
    const next: Page[] = [];
    for (const page of edge) {
      for (const linked of site.linkedFrom(page)) {
        if (section.has(linked.id)) continue;
        section.add(linked.id);
        next.push(linked);
      }
    }
    edge = next;
  }
  return section;
}
