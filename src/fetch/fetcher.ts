// Fetches URLs as a patient, honest visitor would: paced, robots-obeying, address-guarded, capped, every redirect hop seen.
// Never throws for what the network or a server does: such outcomes are values.

import type { Capture, FetchFailure, RequestRecord } from '../model/crawl.ts';
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
  close(): Promise<void>;
}

export type { FetchSettings };
