// Asks for one URL and reads what came. Decides nothing about the crawl: no state, so that two visits may run at once.
import { createHash } from 'node:crypto';
import type { RenderPage } from '../fetch/browser.ts';
import type { FetchRequest } from '../fetch/fetcher.ts';
import type { Capture, FetchFailure, Hop, UnreadableBody } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import type { BodyExtractor, CrawlOptions, SiteFetcher } from './crawl-options.ts';
import { isShareFolder, isShortLink, readableForm, readFolder, refusedByShare, shellReason } from './share-hosts.ts';

export type Visit =
  | { readonly kind: 'read'; readonly capture: Capture; readonly text: DocumentText; readonly needsBrowser: boolean }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }
  | { readonly kind: 'unreadable'; readonly extract: UnreadableBody; readonly needsBrowser: boolean };

export interface Visited {
  readonly visit: Visit;
  /** Requests this took: 1, or more when a browser rendered the page. */
  readonly requests: number;
}

export interface VisitTools {
  readonly fetcher: SiteFetcher;
  readonly extractor: BodyExtractor;
  readonly render: RenderPage | undefined;
  readonly renderAll: boolean;
  readonly signal: AbortSignal | undefined;
  readonly patience: number;
  readonly onCapture: CrawlOptions['onCapture'];
  /** Texts of documents already read in this crawl, by hash of their bytes. */
  readonly known: ReadonlyMap<string, DocumentText>;
}

/** Letters of text and number of real links: what a rendered page must have more of to be worth taking. */
function weight(text: DocumentText): number {
  const letters = text.segments.reduce((sum, segment) => sum + segment.text.length, 0);
  return letters + 40 * text.links.filter((link) => link.url !== null).length;
}

/** What the page shows after its scripts ran, where that is more than it shows without. */
async function rendered(plain: Capture, plainBody: Buffer, text: DocumentText, tools: VisitTools): Promise<Visited> {
  const needsBrowser = text.needsScript === true;
  const kept: Visited = { visit: { kind: 'read', capture: plain, text, needsBrowser }, requests: 1 };
  if (tools.render === undefined) return kept;
  const outcome = await tools.render(plain.finalUrl, {
    ...(tools.signal === undefined ? {} : { signal: tools.signal }),
    page: { body: plainBody, contentType: plain.headers['content-type'] ?? plain.contentType },
  });
  if (!outcome.ok) return { ...kept, requests: 1 + outcome.requests };
  const body = Buffer.from(outcome.html, 'utf8');
  // The validators are of the bytes that the server sent, not of these.
  const { etag: _, 'last-modified': __, ...headers } = plain.headers;
  // Evidence quotes what the browser showed, so its HTML is what is kept, under its own hash.
  const capture: Capture = {
    ...plain,
    finalUrl: outcome.finalUrl,
    contentType: 'text/html',
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
  const again = await tools.extractor.extract(body, {
    url: capture.finalUrl,
    contentType: 'text/html; charset=utf-8',
    sha256: capture.sha256,
  });
  const requests = 1 + outcome.requests;
  if (!again.ok || weight(again.text) <= weight(text)) return { ...kept, requests };
  tools.onCapture?.(capture, body);
  return { visit: { kind: 'read', capture, text: again.text, needsBrowser: false }, requests };
}

/**
 * One URL: fetched, extracted, and rendered where it needs a script and a browser is there. A page that only sends its visitor on is
 * a redirect by other means, and taken as one unless `asItStands`. Never throws for the web's reasons.
 */
export async function visitUrl(
  url: string,
  tools: VisitTools,
  request: FetchRequest = {},
  asItStands = false,
): Promise<Visited> {
  const first = await visitAt(url, tools, request);
  const landed = isShortLink(url) ? landingOf(first.visit) : undefined;
  // A shortened link may lead to a sharing service, whose page is not the file.
  if (landed !== undefined && readableForm(landed) !== landed)
    return added(first, await visitAt(landed, tools, request));
  return asItStands ? first : sentOn(first, tools, request);
}

async function sentOn(first: Visited, tools: VisitTools, request: FetchRequest): Promise<Visited> {
  let visited = first;
  const seen = new Set<string>();
  while (seen.size < maxSentOn && visited.visit.kind === 'read') {
    const { capture, text } = visited.visit;
    const to = onlySendsTo(text);
    if (to === undefined || seen.has(to)) return visited;
    seen.add(to);
    const hop: Hop = { url: capture.finalUrl, status: capture.status, location: to };
    const next = await visitAt(to, tools, request);
    visited = added(visited, { ...next, visit: reachedBy(next.visit, capture.url, [...capture.hops, hop]) });
  }
  return visited;
}
const maxSentOn = 3;

const added = (before: Visited, after: Visited): Visited => ({ ...after, requests: before.requests + after.requests });

/** The same, as reached over the hops from another address. */
function reachedBy(visit: Visit, url: string, hops: readonly Hop[]): Visit {
  const by = (capture: Capture): Capture => ({ ...capture, url, hops: [...hops, ...capture.hops] });
  switch (visit.kind) {
    case 'read':
      return { ...visit, capture: by(visit.capture) };
    case 'unreadable':
      return { ...visit, extract: { ...visit.extract, capture: by(visit.extract.capture) } };
    case 'failed':
      return { ...visit, failure: { ...visit.failure, hops: [...hops, ...visit.failure.hops] } };
  }
}

/** Where a page sends its visitor by itself, with nothing else on it than a word of patience and a link to the same place. */
function onlySendsTo({ segments, links }: DocumentText): string | undefined {
  const sends = links.find(({ element, text }) => element === 'refresh' || (element === 'script' && text === ''));
  if (sends === undefined || sends.url === null) return undefined;
  if (links.some(({ url }) => url !== null && url !== sends.url)) return undefined;
  const letters = segments.reduce((sum, { kind, text }) => (kind === 'title' ? sum : sum + text.length), 0);
  return letters <= wordOfPatience ? sends.url.replace(/#.*$/s, '') : undefined;
}
const wordOfPatience = 160;

function landingOf(visit: Visit): string | undefined {
  switch (visit.kind) {
    case 'read':
      return visit.capture.finalUrl;
    case 'unreadable':
      return visit.extract.capture.finalUrl;
    case 'failed':
      return undefined;
  }
}

async function visitAt(url: string, tools: VisitTools, request: FetchRequest): Promise<Visited> {
  const patience = (request.patience ?? 1) * tools.patience;
  const outcome = await tools.fetcher.fetch(readableForm(url), {
    ...request,
    ...(tools.signal === undefined ? {} : { signal: tools.signal }),
    ...(patience === 1 ? {} : { patience }),
  });
  if (!outcome.ok) return { visit: { kind: 'failed', failure: outcome.failure }, requests: 1 };
  const { capture, body } = outcome;
  tools.onCapture?.(capture, body);
  const refused = refusedByShare(url, capture);
  if (refused !== undefined) return { visit: { kind: 'failed', failure: refused }, requests: 1 };

  const known = tools.known.get(capture.sha256);
  if (known !== undefined) return { visit: { kind: 'read', capture, text: known, needsBrowser: false }, requests: 1 };
  const contentType = capture.headers['content-type'] ?? capture.contentType;
  const read = await tools.extractor.extract(body, {
    url: capture.finalUrl,
    contentType,
    sha256: capture.sha256,
    ...(capture.fileName === undefined ? {} : { fileName: capture.fileName }),
  });
  if (!read.ok) {
    const { code, detail, media } = read.failure;
    return {
      visit: { kind: 'unreadable', extract: { code, detail, media, capture }, needsBrowser: false },
      requests: 1,
    };
  }
  const folder = read.text.media === 'html' && isShareFolder(url) ? readFolder(url, read.text, body) : undefined;
  if (folder !== undefined) {
    return { visit: { kind: 'read', capture, text: folder, needsBrowser: false }, requests: 1 };
  }
  const shell = read.text.media === 'html' ? shellReason(url, capture, body) : undefined;
  if (shell !== undefined) {
    const extract: UnreadableBody = { code: 'unsupported', detail: shell, capture, media: 'html' };
    return { visit: { kind: 'unreadable', extract, needsBrowser: true }, requests: 1 };
  }
  const scripted = read.text.needsScript === true || read.text.menuByScript === true;
  const script = scripted || (tools.renderAll && read.text.media === 'html');
  if (script) return rendered(capture, body, read.text, tools);
  return { visit: { kind: 'read', capture, text: read.text, needsBrowser: false }, requests: 1 };
}
