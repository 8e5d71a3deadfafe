// Crawls one agency's site best-first, steered by a guide, until every criterion is proven, nothing promising is left, or
// the budget is spent. The same site gives the same requests in the same order, whatever the network's timing. Judges nothing.
import { canonicalUrl, urlKey } from '../model/canonical-url.ts';
import { type CrawlResult, type FetchFailure, type Page, promising, type RequestRecord } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { type CrawlOptions, defaultCrawlBudget } from './crawl-options.ts';
import { type Candidate, createFrontier, type Pick } from './frontier.ts';
import { createLedger } from './ledger.ts';
import { createLookAround } from './look-around.ts';
import { createOwnHosts } from './own-hosts.ts';
import { createPageReader, type Task } from './page-reader.ts';
import { placeholderOf } from './placeholder-page.ts';
import { createSitemapSource } from './sitemap-source.ts';
import { openStart } from './start-page.ts';
import { createTrapWatch } from './traps.ts';
import { untilAborted } from './until-aborted.ts';
import { type Visited, type VisitTools, visitUrl } from './visit.ts';

/** Candidates kept in `pending`, best first; the judge needs the promising ones, a person the first few. */
const maxPending = 400;

/**
 * Crawls the site of `agency` (which must have a `url`). Resolves always, for every reason of the network, with what was
 * seen; rejects only for bugs of this program.
 */
export async function crawlSite(agency: Agency, options: CrawlOptions): Promise<CrawlResult> {
  if (agency.url === undefined) throw new Error(`agency ${agency.id} has no website to crawl`);
  const { guide, fetcher, signal } = options;
  const patience = options.patience ?? 1;
  const budget = { ...defaultCrawlBudget, ...options.budget };
  const concurrency = options.concurrency ?? 2;
  const ledger = createLedger(budget, options.now);
  const hosts = createOwnHosts(agency);
  const frontier = createFrontier();
  const traps = createTrapWatch();
  const known = new Map<string, DocumentText>();
  // Asking the guide means judging all pages anew: once a round, not once a request.
  let open = guide.wanted().length;
  const tools: VisitTools = {
    fetcher,
    extractor: options.extractor,
    render: options.render,
    renderAll: options.renderAll ?? false,
    signal,
    patience,
    onCapture: options.onCapture,
    known,
  };

  async function ask(url: string, again: boolean, asItStands = false): Promise<Visited> {
    options.onEvent?.({
      agencyId: agency.id,
      url,
      requests: budget.requests - ledger.left(),
      maxRequests: budget.requests,
      open,
    });
    const work = visitUrl(url, tools, again ? { purpose: 'retry', patience: 2 } : {}, asItStands);
    return untilAborted(work, signal, () => {
      const failure = failureOf('aborted', url, 'interrupted', options.now());
      return { visit: { kind: 'failed', failure }, requests: 1 };
    });
  }
  async function askAndRecord(url: string, purpose: RequestRecord['purpose']): Promise<Visited> {
    // The start page is looked at even where it only sends on.
    const visited = await ask(url, purpose === 'retry', true);
    ledger.record(url, visited, { purpose });
    return visited;
  }

  const reader = createPageReader({
    guide,
    ledger,
    hosts,
    agencyName: agency.name,
    frontier,
    traps,
    known,
    askControl: (url) => askAndRecord(url, 'control'),
    recognises: async () => (await options.extractor.recognises?.()) ?? false,
  });
  const lookAround = createLookAround(frontier, guide, reader.trapOf);
  const sitemaps = createSitemapSource({
    guide,
    ledger,
    hosts,
    frontier,
    fetcher,
    signal,
    startUrl: () => reader.startUrl(),
  });

  function result(
    stopped: CrawlResult['stopped'],
    spent?: CrawlResult['budget'],
    unreachable?: FetchFailure,
  ): CrawlResult {
    reader.flushDeferred();
    reader.flushPictures();
    return {
      agencyId: agency.id,
      ...(unreachable === undefined ? {} : { unreachable }),
      pages: ledger.pages,
      gaps: ledger.gaps,
      pending: frontier.pending(guide.wanted(), maxPending),
      requests: ledger.requests,
      notices: ledger.notices,
      ownHosts: hosts.list(),
      stopped,
      ...(spent === undefined ? {} : { budget: spent }),
      bytes: ledger.bytes(),
    };
  }

  /** Asks for all of `tasks` at once, then settles them in their own order: timing decides nothing. */
  async function run(tasks: readonly Task[]): Promise<void> {
    const visits = await Promise.all(tasks.map((task) => ask(task.url, task.again)));
    for (const [at, task] of tasks.entries()) {
      const visited = visits[at]!;
      const purpose = task.again ? 'retry' : task.role === 'frame' ? 'frame' : 'page';
      const { rating, criterion } = task;
      ledger.record(task.url, visited, {
        purpose,
        ...(rating === undefined ? {} : { rating }),
        ...(criterion === undefined ? {} : { criterion }),
      });
      await reader.settle(task, visited.visit);
    }
  }

  const startUrl = canonicalUrl(agency.url);
  if (startUrl === null) {
    return result(
      'unreachable',
      undefined,
      failureOf('invalid-url', agency.url, 'not an absolute http or https URL', options.now()),
    );
  }
  // A patient crawl is itself the second try.
  const opened = await openStart(startUrl, patience === 1, (url, again) => askAndRecord(url, again ? 'retry' : 'page'));
  if (signal?.aborted) return result('interrupted');
  if (opened.failure !== undefined) return result('unreachable', undefined, opened.failure);
  const { visit } = opened.visited;
  const sign = visit.kind === 'read' ? placeholderOf(visit.capture, visit.text) : undefined;
  if (visit.kind === 'read' && sign !== undefined) {
    return result('unreachable', undefined, {
      ...failureOf('placeholder-page', visit.capture.finalUrl, sign.detail, options.now()),
      status: visit.capture.status,
      hops: visit.capture.hops,
      transient: sign.transient,
    });
  }
  for (const notice of opened.notices) ledger.notice(notice);
  await reader.settle(startTask(opened.url, 'start'), opened.visited.visit);
  const linkPage = agency.linkPage === undefined ? null : canonicalUrl(agency.linkPage);
  const linkKey = linkPage === null ? null : urlKey(linkPage);
  if (linkPage !== null && linkKey !== null && !frontier.taken(linkKey)) {
    frontier.take(linkKey);
    await run([startTask(linkPage, 'entrance')]);
  }

  for (;;) {
    if (signal?.aborted) return result('interrupted');
    const wanted = guide.wanted();
    open = wanted.length;
    if (wanted.length === 0) return result('proven');
    const spent = ledger.spent();
    if (spent !== undefined)
      return reader.hasMore(wanted, budget.depth) ? result('budget', spent) : result('exhausted');
    const tasks = reader.nextParts(Math.min(concurrency, ledger.left()));
    if (tasks.length === 0) {
      const picks = frontier.pop(Math.min(concurrency, ledger.left()), wanted, promising, budget.depth, reader.trapOf);
      tasks.push(...picks.map(pickTask));
    }
    // By now most pages of worth are known, and so is what stands on many of them.
    if (tasks.length === 0) tasks.push(...reader.nextPictures(Math.min(concurrency, ledger.left())));
    if (tasks.length === 0 && (await sitemaps.next())) continue;
    const looks = tasks.length === 0 ? guide.looks?.() : undefined;
    if (looks !== undefined)
      tasks.push(...lookAround.next(Math.min(concurrency, ledger.left()), looks).map(unratedTask));
    // Only now, when all else is done, what failed in passing is tried again: later and slower.
    if (tasks.length === 0) tasks.push(...reader.nextRetries(1, wanted));
    if (tasks.length === 0) {
      return frontier.tooDeep(wanted, promising, budget.depth) ? result('budget', 'depth') : result('exhausted');
    }
    await run(tasks);
  }
}

function startTask(url: string, role: Page['role']): Task {
  return { url, path: [{ url, label: '' }], depth: 0, role, offSite: false, again: false };
}

function pickTask({ candidate, rating, criterion }: Pick): Task {
  const { url, path, depth, role, offSite, via } = candidate;
  return { url, path, depth, role, offSite, via, rating, criterion, again: false };
}

function unratedTask({ url, path, depth, role, offSite, via, looks }: Candidate): Task {
  return { url, path, depth, role, offSite, via, rating: 0, again: false, list: looks === 'list' };
}

function failureOf(code: FetchFailure['code'], url: string, detail: string, now: number): FetchFailure {
  return { code, url, detail, hops: [], at: new Date(now).toISOString(), transient: false, dead: false };
}
