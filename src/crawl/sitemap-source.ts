// Fills the frontier from the site's sitemaps when its links have nothing promising left. At most a handful of requests.
import { canonicalUrl, urlKey } from '../model/canonical-url.ts';
import type { CrawlGuide } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { SiteFetcher } from './crawl-options.ts';
import type { Frontier } from './frontier.ts';
import type { Ledger } from './ledger.ts';
import type { OwnHosts } from './own-hosts.ts';
import { readSitemap } from './sitemap.ts';

interface SourceTools {
  readonly guide: CrawlGuide;
  readonly ledger: Ledger;
  readonly hosts: OwnHosts;
  readonly frontier: Frontier;
  readonly fetcher: SiteFetcher;
  readonly signal: AbortSignal | undefined;
  readonly startUrl: () => string;
}

/** Sitemap files read of one site. */
const maxFiles = 5;
/** Addresses taken from them together. */
const maxAddresses = 5000;
/** Parts of an index that list no pages or documents of their own. */
const idleFile = /image|video|author|user|tag|product|comment/i;

export interface SitemapSource {
  /** Reads the next sitemap file into the frontier; false when there is none left. */
  next(): Promise<boolean>;
}

function bareLink(url: string): Link {
  return {
    href: url,
    url,
    label: '',
    labelFrom: 'none',
    text: '',
    context: [],
    element: 'sitemap',
    region: 'main',
  };
}

export function createSitemapSource(tools: SourceTools): SitemapSource {
  const { guide, ledger, hosts, frontier, fetcher, signal } = tools;
  let queue: string[] | undefined;
  let files = 0;
  let addresses = 0;

  async function announced(): Promise<string[]> {
    const start = tools.startUrl();
    if (!URL.canParse(start)) return [];
    const { sitemaps } = await fetcher.robots(new URL(start).origin);
    const named = sitemaps.filter((url) => hosts.isOwn(url));
    return named.length > 0 ? named : [new URL('/sitemap.xml', start).href];
  }

  function file(address: string, from: string): void {
    const url = canonicalUrl(address, from);
    const key = url === null ? null : urlKey(url);
    if (url === null || key === null || !hosts.isOwn(url) || frontier.taken(key)) return;
    const link = bareLink(url);
    frontier.add({
      key,
      url,
      ratings: guide.rateUrl(url),
      via: { pageId: 0, link },
      // Nobody clicked here: the path is the address alone.
      path: [{ url, label: '' }],
      depth: 1,
      offSite: false,
      role: 'sitemap',
      trap: undefined,
    });
  }

  return {
    async next() {
      queue ??= await announced();
      const url = queue.shift();
      if (url === undefined || files >= maxFiles || ledger.left() === 0) return false;
      files += 1;
      const outcome = await fetcher.fetch(url, { purpose: 'sitemap', ...(signal === undefined ? {} : { signal }) });
      ledger.record(url, { visit: sitemapVisit(outcome), requests: 1 }, { purpose: 'sitemap' });
      if (!outcome.ok) return true;
      const { urls, sitemaps } = readSitemap(outcome.body);
      for (const page of urls.slice(0, Math.max(0, maxAddresses - addresses))) file(page, outcome.capture.finalUrl);
      addresses += urls.length;
      const further = sitemaps.filter((entry) => hosts.isOwn(entry) && !idleFile.test(new URL(entry).pathname));
      queue.push(...further.filter((entry) => !queue?.includes(entry)));
      return true;
    },
  };
}

type Outcome = Awaited<ReturnType<SiteFetcher['fetch']>>;

/** A sitemap is received, not read as a page: booked with no text. */
function sitemapVisit(outcome: Outcome): Parameters<Ledger['record']>[1]['visit'] {
  if (!outcome.ok) return { kind: 'failed', failure: outcome.failure };
  const text = { media: 'txt' as const, segments: [], links: [], source: 'text' as const, damage: [] };
  return { kind: 'read', capture: outcome.capture, text, needsBrowser: false };
}
