// What a fetcher can be told, with every default in one table. Plain data plus injected clock, sleep and name lookup.

import { setTimeout as timerSleep } from 'node:timers/promises';
import type { HostsMap } from './hosts-file.ts';
import { systemLookup } from './resolve.ts';

/** A resolved network address. */
export interface LookupAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** An earlier answer of the same URL. At least one of the validators is set. */
export interface KnownAnswer {
  readonly etag?: string;
  readonly lastModified?: string;
  /** Header fields as they came then, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** Undefined when it is no longer kept. */
  body(): Promise<Buffer | undefined>;
}

export interface FetchSettings {
  /** Sent as is; must name this program. See `userAgentFor`. */
  readonly userAgent: string;
  /** Product token robots.txt groups are matched with. */
  readonly robotsToken: string;
  readonly connectTimeoutMs: number;
  /** From the request sent to the response head. */
  readonly headersTimeoutMs: number;
  /** Longest silence in the middle of a body. */
  readonly idleTimeoutMs: number;
  /** One request from connecting to the last byte (waiting for its turn not counted). */
  readonly totalTimeoutMs: number;
  /** Largest HTML or text body in bytes, transferred and decoded. */
  readonly maxPageBytes: number;
  /** Largest body of any other media type in bytes. */
  readonly maxDocumentBytes: number;
  /** Decoded bytes may be at most this many times the transferred ones (bodies over 1 MB decoded). */
  readonly maxDecompressedRatio: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  /** Requests at once to one host name. */
  readonly perHost: number;
  /** Requests at once to one network address (vendors host many agencies on one). */
  readonly perAddress: number;
  /** Shortest time between two request starts to one host or address; grows with the server's response time. 0 switches growth off, too. */
  readonly minDelayMs: number;
  /** The adaptive delay never grows beyond this. */
  readonly maxDelayMs: number;
  /** Longest `crawl-delay` that is honoured in full; a longer one is cut to this and reported. */
  readonly maxCrawlDelayMs: number;
  /** A 429/503 whose Retry-After is at most this is waited for and asked once more; a longer one pauses the host this long. */
  readonly maxRetryAfterMs: number;
  /** CIDR ranges or single addresses that may be contacted although private, loopback … */
  readonly allowAddresses: readonly string[];
  /** Host name → address, from a hosts file. */
  readonly hosts: HostsMap;
  /** `record`: certificate faults are recorded and the page is still read; `strict`: they are failures. */
  readonly tls: 'record' | 'strict';
  /** Further trusted root certificates, PEM (an office's own authority; tests). */
  readonly extraRoots: readonly string[];
  readonly obeyRobots: boolean;
  /** How long a resolved address is kept, so that check and connection use the same one. */
  readonly addressTtlMs: number;
  /**
   * What an earlier run was answered at this URL, if it is kept: the request is made conditional, and "not modified" answers
   * with what is kept. Must not reject.
   */
  readonly revalidate?: (url: string) => Promise<KnownAnswer | undefined>;
  /** Milliseconds since 1970: time stamps, certificate validity, Retry-After dates. May stand still. */
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back and runs with `sleep`: pacing, address memory. */
  readonly monotonic: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly lookup: (host: string) => Promise<readonly LookupAddress[]>;
}

const megabyte = 1024 * 1024;

export const defaultFetchSettings: FetchSettings = {
  userAgent: 'planaudit',
  robotsToken: 'planaudit',
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 20_000,
  idleTimeoutMs: 20_000,
  totalTimeoutMs: 60_000,
  maxPageBytes: 20 * megabyte,
  maxDocumentBytes: 100 * megabyte,
  maxDecompressedRatio: 250,
  maxHeaderBytes: 64 * 1024,
  maxRedirects: 10,
  perHost: 2,
  perAddress: 2,
  minDelayMs: 250,
  maxDelayMs: 10_000,
  maxCrawlDelayMs: 30_000,
  maxRetryAfterMs: 30_000,
  allowAddresses: [],
  hosts: new Map(),
  tls: 'record',
  extraRoots: [],
  obeyRobots: true,
  addressTtlMs: 600_000,
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => timerSleep(ms, undefined, signal === undefined ? {} : { signal }),
  lookup: systemLookup,
};

/** The honest user agent: program, version, and where its operator can be reached (URL or e-mail address). */
export function userAgentFor(version: string, contact?: string): string {
  return contact === undefined || contact === '' ? `planaudit/${version}` : `planaudit/${version} (+${contact})`;
}
