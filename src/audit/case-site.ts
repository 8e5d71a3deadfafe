// Builds the crawl result that a case's small site would give, without network: pages and gaps with their click paths. Pure
// but for hashing.
import { createHash } from 'node:crypto';
import { extractHtml } from '../extract/html.ts';
import { isDead, isTransient } from '../fetch/failures.ts';
import type {
  Capture,
  CrawlResult,
  FailureCode,
  FetchFailure,
  Gap,
  Page,
  PathStep,
  PendingLink,
} from '../model/crawl.ts';
import type { DocumentText, Link, Locator, Segment } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import type { CaseGap, CasePage, PackCase } from './pack-cases.ts';

const home = 'https://www.agency.example/';
const fetchedAt = '2026-01-01T00:00:00.000Z';

export interface CaseSite {
  readonly agency: Agency;
  readonly crawl: CrawlResult;
  /** What the case says and the site does not bear out: a page nothing leads to, a link that is not there. */
  readonly faults: readonly string[];
}

export function buildCaseSite(
  test: Pick<PackCase, 'agency' | 'pages' | 'gaps' | 'notVisited' | 'extraHosts' | 'unreachable'>,
): CaseSite {
  const start = new URL(test.pages[0]?.url ?? home, home).href;
  const agency: Agency = {
    id: 'case',
    name: test.agency.name,
    kind: test.agency.kind,
    url: start,
    extraHosts: test.extraHosts,
    tags: [],
    exempt: [],
  };
  const ownHosts = [new URL(start).host, ...test.extraHosts];
  const offSite = (url: string) => !ownHosts.includes(new URL(url).host);
  const faults: string[] = [];
  const texts = test.pages.map((page) => ({ page, url: new URL(page.url, home).href, text: textOf(page) }));
  const routes = routesOf(texts);
  const routeOf = (url: string): Route | undefined => {
    const route = routes.get(keyOf(url));
    if (!route) faults.push(`nothing leads to ${url}`);
    return route;
  };
  const pages: Page[] = texts.map(({ page, url, text }, id) => {
    const entrance = id === 0 ? 'start' : page.entrance === undefined ? undefined : page.entrance;
    const route = entrance === undefined ? routeOf(url) : undefined;
    const path = route?.path ?? [{ url, label: '' }];
    return {
      id,
      url,
      capture: captureOf(url, page.html ?? page.document ?? '', mediaTypeOf(page)),
      text,
      path,
      depth: path.length - 1,
      ...(route ? { via: { pageId: route.pageId, link: route.link } } : {}),
      offSite: offSite(url),
      role: entrance === 'start' ? 'start' : entrance === 'sitemap' ? 'sitemap' : entrance ? 'entrance' : 'link',
    };
  });
  const gaps = test.gaps.map((gap): Gap => {
    const url = new URL(gap.url, home).href;
    const route = routeOf(url);
    return {
      url,
      path: route?.path ?? [],
      ...(route ? { via: { pageId: route.pageId, link: route.link } } : {}),
      offSite: offSite(url),
      ...gapCause(gap, url),
    };
  });
  const pending = test.notVisited.flatMap(({ url, rating }): PendingLink[] => {
    const absolute = new URL(url, home).href;
    const route = routeOf(absolute);
    if (!route) return [];
    const ratings = new Proxy({} as Record<string, number>, { get: () => rating });
    return [{ url: absolute, via: { pageId: route.pageId, link: route.link }, ratings }];
  });
  return {
    agency,
    faults,
    crawl: {
      agencyId: agency.id,
      ...(test.unreachable ? { unreachable: failureOf(test.unreachable, start) } : {}),
      pages: test.unreachable ? [] : pages,
      gaps,
      pending,
      requests: [],
      notices: [],
      ownHosts,
      stopped: test.unreachable ? 'unreachable' : pending.length > 0 ? 'budget' : 'exhausted',
      ...(pending.length > 0 ? { budget: 'requests' as const } : {}),
      bytes: 0,
    },
  };
}

interface Route {
  readonly pageId: number;
  readonly link: Link;
  readonly path: readonly PathStep[];
}

/** Shortest click path to each linked URL, pages in the order of the case. */
function routesOf(texts: readonly { url: string; page: CasePage; text: DocumentText }[]): Map<string, Route> {
  const routes = new Map<string, Route>();
  const byUrl = new Map(texts.map((entry, id) => [keyOf(entry.url), id]));
  const queue = texts.flatMap(({ page, url }, id) =>
    id === 0 || page.entrance ? [{ id, path: [{ url, label: '' }] as readonly PathStep[] }] : [],
  );
  const seen = new Set(queue.map(({ id }) => id));
  for (let at = 0; at < queue.length; at++) {
    const { id, path } = queue[at]!;
    const { links, pictures = [] } = texts[id]!.text;
    for (const link of [...links, ...pictures]) {
      if (link.url === null) continue;
      const key = keyOf(link.url);
      if (!routes.has(key))
        routes.set(key, { pageId: id, link, path: [...path, { url: link.url, label: link.label }] });
      const target = byUrl.get(key);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      queue.push({ id: target, path: routes.get(key)!.path });
    }
  }
  return routes;
}

const keyOf = (url: string): string => url.replace(/#.*$/s, '');

function textOf(page: CasePage): DocumentText {
  const url = new URL(page.url, home).href;
  if (page.html !== undefined) {
    const whole = /<html|<body|<frameset/i.test(page.html)
      ? page.html
      : `<!doctype html><html><body>${page.html}</body></html>`;
    return extractHtml(whole, url);
  }
  const segments = segmentsOf(page.document ?? '');
  return {
    media: page.media,
    ...(page.title === undefined ? {} : { title: page.title }),
    segments,
    links: [],
    source: page.source,
    damage: [],
  };
}

/** The simple text form of a document, in reading order. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let page = 1;
  let table = 0;
  let row = 0;
  let heading: string | undefined;
  const locator = (): Locator => ({ page, ...(heading === undefined ? {} : { heading }) });
  for (const line of text.split('\n').map((entry) => entry.trim())) {
    const pageBreak = /^--- page (\d+)$/.exec(line);
    if (pageBreak) page = Number(pageBreak[1]);
    if (!line.startsWith('|')) row = 0;
    if (line === '' || pageBreak) continue;
    if (/^\|[\s|:-]+\|$/.test(line)) {
      const last = segments.at(-1);
      if (last?.kind === 'row') segments[segments.length - 1] = { ...last, header: true };
    } else if (line.startsWith('|')) {
      if (row === 0) table++;
      row++;
      const cells = line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim());
      segments.push({
        kind: 'row',
        text: cells.join(' | '),
        cells,
        region: 'main',
        locator: { ...locator(), table, row },
      });
    } else if (line.startsWith('#')) {
      const level = Math.min(6, /^#+/.exec(line)![0].length);
      heading = line.replace(/^#+\s*/, '');
      segments.push({ kind: 'heading', text: heading, level, region: 'main', locator: { page } });
    } else if (line.startsWith('- ')) {
      segments.push({ kind: 'item', text: line.slice(2), region: 'main', locator: locator() });
    } else segments.push({ kind: 'paragraph', text: line, region: 'main', locator: locator() });
  }
  return segments;
}

function mediaTypeOf(page: CasePage): string {
  return page.html === undefined
    ? page.media === 'pdf'
      ? 'application/pdf'
      : 'application/octet-stream'
    : 'text/html';
}

function captureOf(url: string, body: string, contentType: string): Capture {
  const bytes = Buffer.byteLength(body);
  return {
    url,
    finalUrl: url,
    status: 200,
    hops: [],
    headers: {},
    contentType,
    bytes,
    transferred: bytes,
    sha256: createHash('sha256').update(body).digest('hex'),
    fetchedAt,
    tlsFaults: [],
  };
}

function gapCause(gap: CaseGap, url: string): Pick<Gap, 'fetch' | 'extract' | 'needsBrowser'> {
  if (gap.fetch) return { fetch: failureOf(gap.fetch, url) };
  if (gap.needsBrowser) return { needsBrowser: true };
  const capture = captureOf(url, url, 'application/pdf');
  return { extract: { code: gap.extract!, detail: `case: ${gap.extract}`, capture, media: 'pdf' } };
}

function failureOf(code: FailureCode, url: string): FetchFailure {
  return {
    code,
    url,
    detail: `case: ${code}`,
    hops: [],
    at: fetchedAt,
    transient: isTransient(code),
    dead: isDead(code),
  };
}
