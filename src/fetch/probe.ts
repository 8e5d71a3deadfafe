// Looks at one registered address: does the site live, where does it lead, how is its TLS, speed and robots.txt, and which
// address would be better. Reads no content.

import type { FetchFailure, Hop } from '../model/crawl.ts';
import type { TlsState } from './connector.ts';
import type { Fetcher, FetchOutcome, RobotsInfo } from './fetcher.ts';

export interface SiteProbe {
  /** As registered. */
  readonly url: string;
  /** The registered address itself answers with a page. */
  readonly alive: boolean;
  readonly status?: number;
  /** URL that answered, after redirects (of the registered address). */
  readonly finalUrl?: string;
  readonly hops: readonly Hop[];
  readonly failure?: FetchFailure;
  /** TLS of the address that answered; absent when it is plain http. */
  readonly tls?: TlsState;
  /** Server header. */
  readonly server?: string;
  /** Time to the response head of the host that answered, in ms. */
  readonly responseMs?: number;
  readonly robots?: Pick<RobotsInfo, 'state' | 'status' | 'crawlDelaySeconds'> & {
    readonly allowsStart: boolean;
    readonly sitemaps: number;
  };
  /** A better address, and why. */
  readonly suggestion?: { readonly url: string; readonly reason: SuggestionReason };
}

/**
 * - `moved`: the address redirects to another host for good;
 * - `https`: the address redirects to https of the same host;
 * - `www`, `no-www`, `http`, `https-only`: the registered address is dead, this spelling of it lives.
 */
export type SuggestionReason = 'moved' | 'https' | 'www' | 'no-www' | 'http' | 'https-only';

/** Failures after which another spelling of the address may live. */
const otherSpellingHelps = new Set<FetchFailure['code']>([
  'dns-not-found',
  'connection-refused',
  'connection-reset',
  'connect-timeout',
  'network-unreachable',
  'tls-expired',
  'tls-self-signed',
  'tls-untrusted',
  'tls-wrong-host',
  'tls-protocol',
  'tls-other',
  'http-not-found',
  'malformed-response',
  'too-many-redirects',
]);

/** Probes a registered URL with at most six requests to its spellings. */
export async function probeSite(fetcher: Fetcher, url: string, signal?: AbortSignal): Promise<SiteProbe> {
  const request = signal === undefined ? {} : { signal };
  const outcome = await fetcher.fetch(url, request);
  const first = await describe(fetcher, url, outcome);
  if (outcome.ok) {
    const suggestion = suggestFromRedirects(url, outcome.capture.hops, outcome.capture.finalUrl);
    return suggestion === undefined ? first : { ...first, suggestion };
  }
  if (!otherSpellingHelps.has(outcome.failure.code)) return first;
  for (const { url: spelling, reason } of spellings(url)) {
    if (signal?.aborted) break;
    const other = await fetcher.fetch(spelling, request);
    if (other.ok)
      return {
        ...first,
        suggestion: { url: other.capture.hops.length > 0 ? other.capture.finalUrl : spelling, reason },
      };
  }
  return first;
}

async function describe(fetcher: Fetcher, url: string, outcome: FetchOutcome): Promise<SiteProbe> {
  const answered = outcome.ok ? outcome.capture.finalUrl : outcome.failure.url;
  const headers = outcome.ok ? outcome.capture.headers : outcome.failure.headers;
  const status = outcome.ok ? outcome.capture.status : outcome.failure.status;
  const tls = answered.startsWith('https:') ? fetcher.tlsState(answered) : undefined;
  const responseMs = fetcher.responseMs(answered);
  const server = headers?.['server'];
  const reached = status !== undefined;
  const robots = reached ? await fetcher.robots(answered) : undefined;
  return {
    url,
    alive: outcome.ok,
    hops: outcome.ok ? outcome.capture.hops : outcome.failure.hops,
    ...(status === undefined ? {} : { status }),
    ...(outcome.ok ? { finalUrl: answered } : { failure: outcome.failure }),
    ...(tls === undefined ? {} : { tls }),
    ...(server === undefined ? {} : { server }),
    ...(responseMs === undefined ? {} : { responseMs: Math.round(responseMs) }),
    ...(robots === undefined
      ? {}
      : {
          robots: {
            state: robots.state,
            sitemaps: robots.sitemaps.length,
            allowsStart:
              outcome.ok ||
              (outcome.failure.code !== 'robots-disallowed' && outcome.failure.code !== 'robots-unreachable'),
            ...(robots.status === undefined ? {} : { status: robots.status }),
            ...(robots.crawlDelaySeconds === undefined ? {} : { crawlDelaySeconds: robots.crawlDelaySeconds }),
          },
        }),
  };
}

/** A registered address that only redirects for good should be registered as where it leads. */
function suggestFromRedirects(url: string, hops: readonly Hop[], finalUrl: string): SiteProbe['suggestion'] {
  const permanent = hops.length > 0 && hops.every(({ status }) => status === 301 || status === 308);
  const from = URL.parse(url);
  const to = URL.parse(finalUrl);
  if (!permanent || from === null || to === null || from.origin === to.origin) return undefined;
  if (from.hostname === to.hostname) return to.protocol === 'https:' ? { url: finalUrl, reason: 'https' } : undefined;
  const bare = (host: string) => host.replace(/^www\./, '');
  if (bare(from.hostname) !== bare(to.hostname)) return { url: finalUrl, reason: 'moved' };
  return { url: finalUrl, reason: to.hostname.startsWith('www.') ? 'www' : 'no-www' };
}

function spellings(url: string): readonly { readonly url: string; readonly reason: SuggestionReason }[] {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return [];
  const variant = (host: string, protocol: string) => {
    const changed = new URL(parsed.href);
    changed.hostname = host;
    changed.protocol = protocol;
    return changed.href;
  };
  const { hostname, protocol } = parsed;
  const otherProtocol = protocol === 'https:' ? 'http:' : 'https:';
  const list: { url: string; reason: SuggestionReason }[] = [];
  // A port belongs to one scheme.
  if (parsed.port === '')
    list.push({ url: variant(hostname, otherProtocol), reason: otherProtocol === 'http:' ? 'http' : 'https-only' });
  // Addresses have no www.
  if (!/^[\d.]+$|^\[/.test(hostname)) {
    const www = hostname.startsWith('www.');
    const otherHost = www ? hostname.slice(4) : `www.${hostname}`;
    list.push({ url: variant(otherHost, protocol), reason: www ? 'no-www' : 'www' });
    if (parsed.port === '') list.push({ url: variant(otherHost, otherProtocol), reason: www ? 'no-www' : 'www' });
  }
  return list;
}
