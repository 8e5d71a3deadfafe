// A site held in memory, with a fetcher, an extractor and a guide over it: what crawl tests need and no more.
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { BodyExtractor, SiteFetcher } from '../../src/crawl/crawl-options.ts';
import type { CrawlGuide, FailureCode, FetchFailure, Gap, LookWidth, Page } from '../../src/model/crawl.ts';
import type { DocumentText, Link, Segment } from '../../src/model/document.ts';
import type { Agency } from '../../src/model/registry.ts';

export const epoch = Date.UTC(2026, 5, 15);
const at = new Date(epoch).toISOString();

/** A body, a redirect, or a failure; a list is given out one after the other, the last for ever. */
export type Answer = string | { redirect: string } | { fail: FailureCode } | readonly Answer[];

export interface FakeSite {
  readonly fetcher: SiteFetcher;
  /** URLs asked, in the order the questions came in. */
  readonly asked: string[];
}

const transientCodes = /^(?:dns-temporary|connection|connect|response|body|http-server|http-too|truncated|network)/;

export function failure(url: string, code: FailureCode): FetchFailure {
  const dead = code === 'http-not-found' || code === 'http-gone';
  const status = code === 'http-not-found' ? 404 : code === 'http-server-error' ? 503 : undefined;
  const transient = transientCodes.test(code);
  return { code, url, detail: code, hops: [], at, transient, dead, ...(status === undefined ? {} : { status }) };
}

/** Pages by URL. `delay` gives each answer its own number of turns of the event loop. */
export function fakeSite(
  pages: Readonly<Record<string, Answer>>,
  options: { delay?: (url: string) => number; sitemaps?: readonly string[] } = {},
): FakeSite {
  const asked: string[] = [];
  const counts = new Map<string, number>();
  const fetcher: SiteFetcher = {
    async fetch(url, request) {
      asked.push(url);
      if (request?.signal?.aborted) return { ok: false, failure: failure(url, 'aborted') };
      for (let turn = options.delay?.(url) ?? 0; turn > 0; turn -= 1) await new Promise((done) => setImmediate(done));
      const hops = [];
      let here = url;
      for (;;) {
        let answer: Answer = pages[here] ?? { fail: 'http-not-found' };
        if (Array.isArray(answer)) {
          const count = counts.get(here) ?? 0;
          counts.set(here, count + 1);
          answer = answer[Math.min(count, answer.length - 1)] as Answer;
        }
        if (typeof answer === 'object' && 'redirect' in answer) {
          const location = new URL(answer.redirect, here).href;
          hops.push({ url: here, status: 302, location });
          here = location;
          continue;
        }
        if (typeof answer === 'object' && 'fail' in answer) {
          return { ok: false, failure: { ...failure(here, answer.fail), hops } };
        }
        const body = Buffer.from(answer as string);
        const contentType = here.endsWith('.pdf') ? 'application/pdf' : 'text/html';
        const capture = {
          url,
          finalUrl: here,
          status: 200,
          hops,
          headers: { 'content-type': contentType },
          contentType,
          bytes: body.length,
          transferred: body.length,
          sha256: createHash('sha256').update(body).digest('hex'),
          fetchedAt: at,
          tlsFaults: [],
        };
        return { ok: true, capture, body };
      }
    },
    async robots(origin) {
      return { url: `${origin}/robots.txt`, state: 'none', sitemaps: options.sitemaps ?? [], bytes: 0 };
    },
  };
  return { fetcher, asked };
}

const linkTags: Readonly<Record<string, [attribute: string, element: Link['element']]>> = {
  a: ['href', 'a'],
  area: ['href', 'area'],
  frame: ['src', 'frame'],
  iframe: ['src', 'frame'],
};

function readHtml(html: string, url: string): DocumentText {
  const segments: Segment[] = [];
  const links: Link[] = [];
  let open: { href: string; element: Link['element']; text: string } | undefined;
  let kind: Segment['kind'] = 'paragraph';
  let region: Segment['region'] = 'main';
  let title: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title') kind = 'title';
      if (/^h\d$/.test(name)) kind = 'heading';
      if (name === 'nav') region = 'nav';
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
        const href = /url=(.*)$/i.exec(attributes['content'] ?? '')?.[1] ?? '';
        push({ href, element: 'refresh', text: '' });
      }
      const tag = linkTags[name];
      if (tag !== undefined)
        open = { href: attributes[tag[0]] ?? '', element: tag[1], text: attributes['title'] ?? '' };
    },
    ontext(data) {
      const text = data.replace(/\s+/g, ' ').trim();
      if (text === '') return;
      if (open !== undefined) open.text += text;
      if (kind === 'title') title = text;
      segments.push({ kind, text, region, locator: {} });
    },
    onclosetag(name) {
      if (name === 'title' || /^h\d$/.test(name)) kind = 'paragraph';
      if (name === 'nav') region = 'main';
      if (linkTags[name] !== undefined && open !== undefined) push(open);
      if (linkTags[name] !== undefined) open = undefined;
    },
  });
  function push({ href, element, text }: { href: string; element: Link['element']; text: string }): void {
    const resolved = URL.canParse(href, url) ? new URL(href, url).href : null;
    links.push({ href, url: resolved, label: text, labelFrom: 'text', text, context: [], element, region });
  }
  parser.end(html);
  const needsScript = html.includes('<div id="root">');
  return { media: 'html', segments, links, source: 'text', damage: [], ...(title ? { title } : {}), needsScript };
}

export const fakeExtractor: BodyExtractor = {
  async extract(body, hints) {
    const text = body.toString();
    if (hints.url.endsWith('.pdf') && !text.startsWith('<')) {
      if (text === 'scan') return { ok: false, failure: { code: 'image-only', detail: 'no text', media: 'pdf' } };
      const segments: Segment[] = [{ kind: 'paragraph', text, region: 'main', locator: { page: 1 } }];
      return { ok: true, text: { media: 'pdf', segments, links: [], source: 'text', damage: [] } };
    }
    return { ok: true, text: readHtml(text, hints.url) };
  },
};

export interface FakeGuide extends CrawlGuide {
  readonly observed: Page[];
  readonly gaps: Gap[];
}

/** Wants each id of `rules` until a page's text holds the id's `proof`; rates links by the words of its `labels`. */
export function fakeGuide(
  rules: Readonly<Record<string, { proof: string; labels: Readonly<Record<string, number>> }>>,
  looks?: LookWidth,
): FakeGuide {
  const open = new Set(Object.keys(rules));
  const observed: Page[] = [];
  const gaps: Gap[] = [];
  const ratings = (text: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(rules).map(([id, { labels }]) => [
        id,
        Math.max(0, ...Object.entries(labels).map(([word, rating]) => (text.includes(word) ? rating : 0))),
      ]),
    );
  return {
    observed,
    gaps,
    observe(page) {
      observed.push(page);
      const text = page.text.segments.map((segment) => segment.text).join('\n');
      for (const [id, { proof }] of Object.entries(rules)) if (text.includes(proof)) open.delete(id);
    },
    observeGap: (gap) => void gaps.push(gap),
    wanted: () => Object.keys(rules).filter((id) => open.has(id)),
    looks: () => (open.size > 0 ? looks : undefined),
    look: ({ label }) => (label === 'ข่าว' ? 'list' : label === 'ติดต่อ' ? 'idle' : 'plain'),
    rate: (link) => ratings(link.label),
    rateUrl: (url) => ratings(decodeURIComponent(url)),
  };
}

export const agency = (url: string, rest: Partial<Agency> = {}): Agency => ({
  id: 'a1',
  name: 'หน่วยงานตัวอย่าง',
  kind: 'other',
  url,
  extraHosts: [],
  tags: [],
  exempt: [],
  ...rest,
});
