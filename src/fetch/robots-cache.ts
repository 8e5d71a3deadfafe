// Fetches each origin's robots.txt once and answers from it: what is allowed, which delay and sitemaps it names.
// What an answer means follows RFC 9309 2.3.1; a firewall's refusal is not a rule.

import { decodeText } from './decode.ts';
import type { FetchOutcome, FetchRequest, RobotsInfo } from './fetcher.ts';
import { isNotRobots, maxRobotsBytes, parseRobots, type RobotsRules } from './robots.ts';

export interface RobotsEntry {
  readonly info: RobotsInfo;
  readonly rules: RobotsRules;
}

export interface RobotsCache {
  /** robots.txt of the URL's origin. `patience` above that of an earlier failed try asks again. */
  of(url: URL, request: Pick<FetchRequest, 'signal' | 'patience'>): Promise<RobotsEntry>;
}

/** Origins remembered, the oldest forgotten first: a national run sees tens of thousands, each for a few minutes. */
const maxEntries = 4000;

const everything: RobotsRules = { allows: () => true, sitemaps: [] };
const nothing: RobotsRules = { allows: (url) => new URL(url).pathname === '/robots.txt', sitemaps: [] };

/**
 * @param fetchRobots fetches without a robots check, cut at `maxBytes`.
 * @param token product token of this program.
 */
export function createRobotsCache(
  fetchRobots: (url: string, request: FetchRequest) => Promise<FetchOutcome>,
  token: string,
): RobotsCache {
  const entries = new Map<string, { readonly patience: number; readonly entry: Promise<RobotsEntry> }>();

  async function load(origin: string, request: FetchRequest): Promise<RobotsEntry> {
    const url = `${origin}/robots.txt`;
    const outcome = await fetchRobots(url, { ...request, purpose: 'robots', maxBytes: maxRobotsBytes });
    const entry = entryOf(url, outcome, token);
    // http sites lead to https (or www) with everything: the robots.txt read there is that origin's own, no need to ask again.
    const final = outcome.ok ? URL.parse(outcome.capture.finalUrl) : null;
    if (final !== null && final.origin !== origin && final.pathname === '/robots.txt' && final.search === '') {
      const info = { ...entry.info, url: final.href };
      const known = { patience: request.patience ?? 1, entry: Promise.resolve({ info, rules: entry.rules }) };
      if (!entries.has(final.origin)) entries.set(final.origin, known);
    }
    return entry;
  }

  async function find(url: URL, request: Pick<FetchRequest, 'patience'>): Promise<RobotsEntry> {
    const patience = request.patience ?? 1;
    const known = entries.get(url.origin);
    if (known !== undefined) {
      const entry = await known.entry;
      const again =
        entry.info.state === 'unreachable' && (patience > known.patience || entry.info.failure?.code === 'aborted');
      if (!again) return entry;
      // Another caller may have begun the new try meanwhile.
      const current = entries.get(url.origin);
      if (current !== undefined && current !== known) return current.entry;
    }
    // The first caller's signal must not end the try for the others: it is bounded by the time-outs.
    const entry = load(url.origin, { patience });
    if (entries.size >= maxEntries) entries.delete(entries.keys().next().value!);
    entries.set(url.origin, { patience, entry });
    return entry;
  }

  return {
    // The caller's signal ends the caller's waiting only.
    of: (url, request) => unlessAborted(find(url, request), request.signal, `${url.origin}/robots.txt`),
  };
}

/** The entry, or at once an unreachable one when the signal aborts first; that one is kept nowhere. */
function unlessAborted(
  entry: Promise<RobotsEntry>,
  signal: AbortSignal | undefined,
  url: string,
): Promise<RobotsEntry> {
  if (signal === undefined) return entry;
  const stopped: RobotsEntry = { info: { url, state: 'unreachable', sitemaps: [], bytes: 0 }, rules: nothing };
  return new Promise((resolve, reject) => {
    const stop = () => resolve(stopped);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    void entry.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function entryOf(url: string, outcome: FetchOutcome, token: string): RobotsEntry {
  if (!outcome.ok) {
    const { failure } = outcome;
    const base = {
      url,
      sitemaps: [],
      bytes: 0,
      failure,
      ...(failure.status === undefined ? {} : { status: failure.status }),
    };
    // 4xx: unavailable, so everything is allowed. A firewall's answer, a loop or an empty file says nothing either.
    const unavailable =
      (failure.status !== undefined && failure.status >= 400 && failure.status < 500) ||
      ['blocked', 'empty-response', 'too-many-redirects', 'redirect-invalid', 'robots-disallowed'].includes(
        failure.code,
      );
    return unavailable
      ? { info: { ...base, state: 'none' }, rules: everything }
      : { info: { ...base, state: 'unreachable' }, rules: nothing };
  }
  const { capture, body } = outcome;
  const text = decodeText(body, 'text/plain; charset=utf-8', { repair: false }).text;
  const base = { url, status: capture.status, bytes: capture.transferred };
  if (isNotRobots(text)) return { info: { ...base, state: 'none', sitemaps: [] }, rules: everything };
  const rules = parseRobots(text, token, url);
  return {
    info: {
      ...base,
      state: 'rules',
      sitemaps: rules.sitemaps,
      ...(rules.crawlDelaySeconds === undefined ? {} : { crawlDelaySeconds: rules.crawlDelaySeconds }),
    },
    rules,
  };
}
