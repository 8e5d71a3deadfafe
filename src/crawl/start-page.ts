// Opens an agency's start page as a patient visitor would: with and without www, by http and https, and once more later.
// Asks only for the registered address and its close variants; what cannot be opened is reported with the registered address's failure.
import type { FetchFailure, SiteNotice } from '../model/crawl.ts';
import type { Visited } from './visit.ts';

/** Failures that another spelling of the address may not share: nothing was said by a server about the page. */
const worthAnotherSpelling = /^(?:dns-|connection-|connect-timeout|network-unreachable|tls-)/;

export interface OpenedStart {
  readonly url: string;
  readonly visited: Visited;
  readonly notices: readonly SiteNotice[];
  /** The registered address's own failure, when nothing worked. */
  readonly failure?: FetchFailure;
}

function toggleWww(url: URL): string | undefined {
  if (/^[\d.]+$|^\[/.test(url.hostname) || !url.hostname.includes('.')) return undefined;
  const other = new URL(url);
  other.hostname = url.hostname.startsWith('www.') ? url.hostname.slice(4) : `www.${url.hostname}`;
  return other.href;
}

function toggleScheme(url: URL): string | undefined {
  // An explicit port speaks one protocol only.
  if (url.port !== '') return undefined;
  return url.href.replace(/^https?/, url.protocol === 'https:' ? 'http' : 'https');
}

/** Other spellings to try after `failure`, in order. */
function spellings(start: string, failure: FetchFailure): { url: string; code: SiteNotice['code'] }[] {
  if (!worthAnotherSpelling.test(failure.code)) return [];
  const url = new URL(start);
  const www = toggleWww(url);
  const scheme = toggleScheme(url);
  const both = scheme === undefined ? undefined : toggleWww(new URL(scheme));
  const byHost = { url: www, code: 'host-fallback' as const };
  const byScheme = { url: scheme, code: 'scheme-fallback' as const };
  const byBoth = { url: both, code: 'host-fallback' as const };
  // A name that does not exist does not exist for the other scheme either.
  const order = failure.code.startsWith('dns-') ? [byHost, byBoth] : [byScheme, byHost, byBoth];
  return order.flatMap(({ url: target, code }) => (target === undefined ? [] : [{ url: target, code }]));
}

/**
 * Visits `start`; on a failure of name, connection or certificate its variants; and, with `retry`, if that was passing, once more
 * with doubled patience. `visit` counts the request and records it.
 */
export async function openStart(
  start: string,
  retry: boolean,
  visit: (url: string, again: boolean) => Promise<Visited>,
): Promise<OpenedStart> {
  const first = await visit(start, false);
  if (first.visit.kind !== 'failed') return { url: start, visited: first, notices: [] };
  const { failure } = first.visit;
  for (const { url, code } of spellings(start, failure)) {
    const visited = await visit(url, false);
    if (visited.visit.kind === 'failed') continue;
    const notice = { code, url, detail: `${start} failed (${failure.code}), ${url} answered` };
    return { url, visited, notices: [notice] };
  }
  if (retry && failure.transient) {
    const visited = await visit(start, true);
    if (visited.visit.kind !== 'failed') {
      const notice = { code: 'second-pass-recovered' as const, url: start, detail: `failed first (${failure.code})` };
      return { url: start, visited, notices: [notice] };
    }
    return { url: start, visited, notices: [], failure: visited.visit.failure };
  }
  return { url: start, visited: first, notices: [], failure };
}
