// The books of one crawl: what was asked, read, missed and noticed, and what of the budget is left. Asks nothing itself.
import type { CrawlResult, FailureCode, Gap, Page, RequestRecord, SiteNotice } from '../model/crawl.ts';
import type { CrawlBudget } from './crawl-options.ts';
import type { Visited } from './visit.ts';

export interface Ledger {
  readonly pages: Page[];
  readonly gaps: Gap[];
  readonly requests: RequestRecord[];
  readonly notices: SiteNotice[];
  /** Sum of transferred bytes. */
  bytes(): number;
  /** Counts the requests of one visit; certificate faults become notices. */
  record(url: string, visited: Visited, what: Pick<RequestRecord, 'purpose' | 'rating' | 'criterion'>): void;
  notice(notice: SiteNotice): void;
  /** Which part of the budget is spent, if any. */
  spent(): CrawlResult['budget'];
  /** Requests still allowed. */
  left(): number;
}

const neverAsked: ReadonlySet<FailureCode> = new Set(['robots-disallowed', 'address-refused', 'unsupported-scheme']);

/** Refusals that are free: a frontier full of them must end, too. */
const maxRefused = 200;

export function createLedger(budget: CrawlBudget, now: () => number): Ledger {
  const started = now();
  const requests: RequestRecord[] = [];
  const notices: SiteNotice[] = [];
  let bytes = 0;
  let count = 0;
  let refused = 0;

  function notice(entry: SiteNotice): void {
    const host = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
    const known = notices.some(({ code, url }) => code === entry.code && host(url) === host(entry.url));
    if (!known || entry.code === 'second-pass-recovered') notices.push(entry);
  }

  return {
    pages: [],
    gaps: [],
    requests,
    notices,
    bytes: () => bytes,
    notice,
    record(url, { visit, requests: asked }, what) {
      // What robots.txt or the address guard forbids is never asked: it spends nothing, within reason.
      const unasked = visit.kind === 'failed' && neverAsked.has(visit.failure.code) && refused < maxRefused;
      if (unasked) refused += 1;
      else count += asked;
      const capture =
        visit.kind === 'failed' ? undefined : visit.kind === 'unreadable' ? visit.extract.capture : visit.capture;
      bytes += capture?.transferred ?? 0;
      const failure = visit.kind === 'failed' ? visit.failure : undefined;
      const status = capture?.status ?? failure?.status;
      requests.push({
        url,
        finalUrl: capture?.finalUrl ?? failure?.url ?? url,
        purpose: what.purpose,
        ...(status === undefined ? {} : { status }),
        ...(failure === undefined ? {} : { failure: failure.code }),
        bytes: capture?.transferred ?? 0,
        ...(what.rating === undefined ? {} : { rating: what.rating }),
        ...(what.criterion === undefined ? {} : { criterion: what.criterion }),
      });
      for (const code of capture?.tlsFaults ?? []) {
        notice({
          code,
          url: capture?.finalUrl ?? url,
          detail: 'the certificate has a fault; the page was read all the same',
        });
      }
    },
    spent() {
      if (count >= budget.requests) return 'requests';
      if (bytes >= budget.bytes) return 'bytes';
      if (now() - started >= budget.milliseconds) return 'time';
      return undefined;
    },
    left: () => Math.max(0, budget.requests - count),
  };
}
