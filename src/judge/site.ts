// The crawl as a graph: which links lead where, by which labels a page is reached, what lies in the plan's section. Pure.
import { urlKey as canonicalKey } from '../model/canonical-url.ts';
import type { CrawlResult, Gap, Page, PendingLink } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';

export interface LinkRef {
  readonly page: Page;
  readonly link: Link;
}

export type Target =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'pending'; readonly pending: PendingLink }
  /** Known, not asked for: off-site, or not promising. */
  | { readonly kind: 'unvisited' };

export interface Site {
  readonly crawl: CrawlResult;
  /** Every link with a URL to this page, own page's links excluded, in page order. */
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

const keys = new Map<string, string>();

/** Key under which one resource's URLs meet; kept, as a menu's URLs come back on every page. */
export function urlKey(url: string): string {
  const known = keys.get(url);
  if (known !== undefined) return known;
  if (keys.size > 50_000) keys.clear();
  const key = canonicalKey(url) ?? url;
  keys.set(url, key);
  return key;
}

/** What the pages of a site link and are linked by. Grows with the crawl: a page more costs that page, not all anew. */
export interface LinkIndex {
  readonly pages: Map<string, Page>;
  readonly byId: Map<number, Page>;
  readonly refs: Map<string, LinkRef[]>;
  readonly pagesWith: Map<string, Set<number>>;
  add(page: Page): void;
}

export function createLinkIndex(): LinkIndex {
  const pages = new Map<string, Page>();
  const byId = new Map<number, Page>();
  const refs = new Map<string, LinkRef[]>();
  const pagesWith = new Map<string, Set<number>>();
  return {
    pages,
    byId,
    refs,
    pagesWith,
    add(page) {
      byId.set(page.id, page);
      for (const url of [page.url, page.capture.url, page.capture.finalUrl, page.via?.link.url])
        if (url && !pages.has(urlKey(url))) pages.set(urlKey(url), page);
      for (const link of page.text.links) {
        if (!link.url) continue;
        const key = urlKey(link.url);
        push(refs, key, { page, link });
        const on = pagesWith.get(key) ?? new Set();
        pagesWith.set(key, on.add(page.id));
      }
    },
  };
}

/** `index` holds the crawl's pages, in their order. */
export function siteOf(crawl: CrawlResult, index: LinkIndex): Site {
  const { pages, byId, refs, pagesWith } = index;
  const gaps = new Map<string, Gap>();
  for (const gap of crawl.gaps) {
    for (const url of [gap.url, gap.via?.link.url]) if (url && !gaps.has(urlKey(url))) gaps.set(urlKey(url), gap);
  }
  const pending = new Map<string, PendingLink>();
  for (const entry of crawl.pending) {
    for (const url of [entry.url, entry.via.link.url])
      if (url && !pending.has(urlKey(url))) pending.set(urlKey(url), entry);
  }
  const keysOf = (page: Page) => [
    ...new Set(
      [page.url, page.capture.url, page.capture.finalUrl, page.via?.link.url]
        .filter((url) => typeof url === 'string')
        .map(urlKey),
    ),
  ];
  const labels = new Map<number, LinkRef[]>();
  const own = new Set(crawl.ownHosts.map((host) => host.toLowerCase()));
  return {
    crawl,
    labelsOf(page) {
      let known = labels.get(page.id);
      if (!known) {
        known = keysOf(page)
          .flatMap((key) => refs.get(key) ?? [])
          .filter((ref) => ref.page.id !== page.id);
        if (known.length === 0 && page.via) {
          const from = byId.get(page.via.pageId);
          if (from) known = [{ page: from, link: page.via.link }];
        }
        labels.set(page.id, known);
      }
      return known;
    },
    labelsOfGap(gap) {
      const known = [gap.url, gap.via?.link.url]
        .filter((url) => typeof url === 'string')
        .flatMap((url) => refs.get(urlKey(url)) ?? []);
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
      for (const other of crawl.pages)
        if (other.via?.pageId === page.id && other.id !== page.id && inContent(other.via.link))
          found.set(other.id, other);
      return [...found.values()];
    },
    pageById: (id) => byId.get(id),
    linkedElsewhere(url, page) {
      const on = pagesWith.get(urlKey(url));
      if (!on) return false;
      for (const id of on) if (id !== page.id) return true;
      return false;
    },
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

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Ids of the pages in the plan's section: pages that carry a plan link, its targets, and what lies within two clicks of a
 * target.
 */
export function planSection(site: Site, planLinks: readonly LinkRef[]): ReadonlySet<number> {
  const section = new Set<number>();
  let edge: Page[] = [];
  for (const { page, link } of planLinks) {
    section.add(page.id);
    const target = site.targetOf(link);
    if (target.kind === 'page') {
      section.add(target.page.id);
      edge.push(target.page);
    }
  }
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
