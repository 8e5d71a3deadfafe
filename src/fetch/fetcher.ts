// Fetches URLs as a patient, honest visitor would: paced, robots-obeying, address-guarded, capped, every redirect hop seen.
// Never throws for what the network or a server does: such outcomes are values.

import type { Capture, FailureCode, FetchFailure, Hop, RequestRecord } from '../model/crawl.ts';
import { createAddressGuard } from './address-guard.ts';
import {
  captureOf,
  type FailureParts,
  locationUrl,
  redirectTarget,
  refusalOf,
  retryAfterMs,
  withProof,
} from './answer.ts';
import { conditionsOf, mayRevalidate, notModified } from './conditional.ts';
import type { TlsState } from './connector.ts';
import { createCookieKeeper } from './cookies.ts';
import { createExchanger, type ExchangeResponse, portOf } from './exchange.ts';
import { isDead, isTransient } from './failures.ts';
import { createPacing } from './pacing.ts';
import { createResolver } from './resolve.ts';
import { createRobotsCache } from './robots-cache.ts';
import type { FetchSettings } from './settings.ts';

export interface FetchRequest {
  /** Default 'page'. 'robots' is the fetcher's own. */
  readonly purpose?: RequestRecord['purpose'];
  /** Overrides both size caps. */
  readonly maxBytes?: number;
  /** Further request headers (conditional requests). */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Multiplier of all time-outs and size caps; the second pass uses 2. Also asks again what failed before (robots.txt, DNS). */
  readonly patience?: number;
  /** Default true. */
  readonly checkRobots?: boolean;
}

export type FetchOutcome =
  | { readonly ok: true; readonly capture: Capture; readonly body: Buffer }
  | { readonly ok: false; readonly failure: FetchFailure };

/** What a host's robots.txt says to this program. */
export interface RobotsInfo {
  /** URL of the robots.txt. */
  readonly url: string;
  /** `rules`: fetched and read; `none`: absent, not a robots file, or refused (all allowed); `unreachable`: complete disallow. */
  readonly state: 'rules' | 'none' | 'unreachable';
  readonly status?: number;
  readonly failure?: FetchFailure;
  /** Absolute URLs of its Sitemap lines. */
  readonly sitemaps: readonly string[];
  /** As written, uncapped. */
  readonly crawlDelaySeconds?: number;
  readonly bytes: number;
}

export interface Fetcher {
  fetch(url: string, options?: FetchRequest): Promise<FetchOutcome>;
  /** robots.txt of the URL's origin, fetched once. */
  robots(url: string): Promise<RobotsInfo>;
  /** What the last TLS handshake with the URL's host and port showed. */
  tlsState(url: string): TlsState | undefined;
  /** How long the URL's host took for its last response head, in ms. */
  responseMs(url: string): number | undefined;
  /** Ends what is in flight (outcome `aborted`) and closes all connections. */
  close(): Promise<void>;
}

export type { FetchSettings };

/** A fetcher with its own connections, pace, robots cache and cookies. */
export function createFetcher(settings: FetchSettings): Fetcher {
  const resolver = createResolver(settings, createAddressGuard(settings.allowAddresses));
  const pacing = createPacing({ ...settings, now: settings.monotonic });
  const keeper = createCookieKeeper();
  const tlsStates = new Map<string, TlsState>();
  const exchanger = createExchanger(settings, resolver, pacing, {
    settings,
    resolver,
    tlsStates,
    variants: new Map(),
    opening: new Set(),
    async fetchIssuer(url) {
      const answer = await exchanger.exchange(new URL(url), {
        headers: baseHeaders,
        patience: 1,
        maxBytes: 128 * 1024,
        paced: false,
      });
      return answer.ok && answer.status === 200 ? answer.body : undefined;
    },
  });
  const baseHeaders = {
    'user-agent': settings.userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'th,en;q=0.8',
    'accept-encoding': 'gzip, deflate, br, zstd',
  };
  const robots = createRobotsCache(
    (url, request) => follow(url, { ...request, checkRobots: false }),
    settings.robotsToken,
  );

  /** Follows one URL through its redirects to an answer or a failure. */
  async function follow(asked: string, request: FetchRequest): Promise<FetchOutcome> {
    const patience = request.patience ?? 1;
    const hops: Hop[] = [];
    const tlsFaults = new Set<FailureCode>();
    const cookies = keeper.chain();
    const seen = new Set<string>();
    let selfRedirect = false;
    let retried = false;

    const fail = (url: string, failure: FailureParts): FetchOutcome => ({
      ok: false,
      failure: {
        url,
        hops,
        at: new Date(settings.now()).toISOString(),
        transient: isTransient(failure.code),
        dead: isDead(failure.code),
        ...failure,
      },
    });

    let url = URL.parse(asked);
    if (url === null) return fail(asked, { code: 'invalid-url', detail: `not a URL: ${asked.slice(0, 300)}` });
    while (true) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return fail(url.href, {
          code: hops.length === 0 ? 'unsupported-scheme' : 'redirect-invalid',
          detail: `scheme ${url.protocol}`,
        });
      }
      if (url.hostname === '') return fail(url.href, { code: 'invalid-url', detail: 'no host' });
      url.hash = '';
      url.username = '';
      url.password = '';
      const cookie = cookies.header(url);
      const state = `${url.href}\n${cookie}`;
      if (seen.has(state)) return fail(url.href, { code: 'too-many-redirects', detail: 'the redirects loop' });
      seen.add(state);
      if (request.checkRobots !== false && settings.obeyRobots) {
        const refusal = await robotsRefusal(url, request);
        if (refusal !== undefined) return fail(url.href, refusal);
      }
      const headers: Record<string, string> = {
        ...baseHeaders,
        ...request.headers,
        ...(cookie === '' ? {} : { cookie }),
      };
      const ask = {
        headers,
        patience,
        signal: request.signal,
        maxBytes: request.maxBytes,
        cut: request.purpose === 'robots',
      };
      const known = mayRevalidate(request) ? await settings.revalidate?.(url.href) : undefined;
      let answer = await exchanger.exchange(url, { ...ask, headers: { ...headers, ...conditionsOf(known) } });
      if (answer.ok && answer.status === 304 && known !== undefined) {
        answer = notModified(answer, known, await known.body()) ?? (await exchanger.exchange(url, ask));
      }
      if (answer.ok && !retried && mayAskAgain(answer, request)) {
        retried = true;
        answer = await exchanger.exchange(url, ask);
      }
      if (!answer.ok) return fail(url.href, { ...answer, ...withProof(answer.headers) });
      for (const fault of answer.tlsFaults) tlsFaults.add(fault);

      const location = redirectTarget(answer);
      if (location !== undefined) {
        const next = locationUrl(location, url);
        hops.push({ url: url.href, status: answer.status, location: next?.href ?? location });
        if (next === undefined) {
          return fail(url.href, {
            code: 'redirect-invalid',
            detail: `Location: ${location.slice(0, 300)}`,
            status: answer.status,
          });
        }
        if (hops.length > settings.maxRedirects) {
          return fail(url.href, {
            code: 'too-many-redirects',
            detail: `more than ${settings.maxRedirects}`,
            status: answer.status,
          });
        }
        cookies.take(url, answer.setCookies);
        if (next.hostname === url.hostname && answer.setCookies.length > 0) selfRedirect = true;
        url = next;
        continue;
      }

      const conditional = headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined;
      const refused = refusalOf(answer, conditional);
      if (refused !== undefined) return fail(url.href, refused);
      if (selfRedirect) cookies.keep(url);
      else if (mayStartSession(request.purpose)) cookies.begin(url, answer.setCookies);
      return {
        ok: true,
        capture: captureOf(URL.parse(asked)!.href, url.href, hops, answer, [...tlsFaults].sort(), settings.now()),
        body: answer.body,
      };
    }
  }

  async function robotsRefusal(url: URL, request: FetchRequest): Promise<FailureParts | undefined> {
    const { info, rules } = await robots.of(url, request);
    if (request.signal?.aborted === true) return { code: 'aborted', detail: 'aborted by the caller' };
    if (info.state === 'unreachable' && info.failure !== undefined) {
      const { failure } = info;
      // Without any HTTP answer it is the host that fails, and its own cause says more than the rule.
      const answered = failure.status !== undefined;
      return {
        code: answered ? 'robots-unreachable' : failure.code,
        detail: `robots.txt: ${failure.code}: ${failure.detail}`,
        ...(failure.status === undefined ? {} : { status: failure.status }),
        ...(failure.headers === undefined ? {} : { headers: failure.headers }),
      };
    }
    if (info.crawlDelaySeconds !== undefined && info.crawlDelaySeconds > 0) {
      pacing.setCrawlDelay(url.hostname, Math.min(info.crawlDelaySeconds * 1000, settings.maxCrawlDelayMs));
    }
    return rules.allows(url.href) ? undefined : { code: 'robots-disallowed', detail: `disallowed by ${info.url}` };
  }

  /** After 429 or 503 with Retry-After (the host is paused already): true when the wait is short enough to ask again now. */
  function mayAskAgain(answer: ExchangeResponse, request: FetchRequest): boolean {
    if (answer.status !== 429 && answer.status !== 503) return false;
    const wait = retryAfterMs(answer.headers['retry-after'], settings.now());
    if (wait === undefined) return false;
    return wait <= settings.maxRetryAfterMs && request.signal?.aborted !== true;
  }

  return {
    async fetch(url, request = {}) {
      try {
        return await follow(url, request);
      } catch (error) {
        // A bug of ours must cost one page, never the run.
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const at = new Date(settings.now()).toISOString();
        return { ok: false, failure: { code: 'internal', url, detail, hops: [], at, transient: true, dead: false } };
      }
    },
    async robots(url) {
      const parsed = URL.parse(url);
      if (parsed === null || !/^https?:$/.test(parsed.protocol)) return { url, state: 'none', sitemaps: [], bytes: 0 };
      return (await robots.of(parsed, {})).info;
    },
    tlsState(url) {
      const parsed = URL.parse(url);
      return parsed === null ? undefined : tlsStates.get(`${parsed.hostname}:${portOf(parsed)}`);
    },
    responseMs(url) {
      const parsed = URL.parse(url);
      return parsed === null ? undefined : exchanger.responseMs(parsed.hostname);
    },
    close: () => exchanger.close(),
  };
}

/** Errands such as robots.txt, sitemaps and control requests start no session: which of them comes first is a matter of chance. */
function mayStartSession(purpose: FetchRequest['purpose']): boolean {
  return purpose === undefined || purpose === 'page' || purpose === 'retry';
}
