// What a crawl is given: its helpers as the crawl sees them, and its bounds. Types and defaults only.
import type { Extractor } from '../extract/extractor.ts';
import type { RenderPage } from '../fetch/browser.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Capture, CrawlGuide } from '../model/crawl.ts';

/** The part of fetch/ a crawl uses. Never throws for reasons of the network. */
export type SiteFetcher = Pick<Fetcher, 'fetch' | 'robots'>;

/** The part of extract/ a crawl uses. Never throws for what the bytes are. */
export type BodyExtractor = Pick<Extractor, 'extract'> & Partial<Pick<Extractor, 'recognises'>>;

export interface CrawlBudget {
  /** Requests of one agency, retries, frames, sitemaps and control requests included. */
  readonly requests: number;
  /** Bytes as transferred. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** Clicks from an entrance. */
  readonly depth: number;
}

export const defaultCrawlBudget: CrawlBudget = {
  requests: 120,
  bytes: 300 * 1024 * 1024,
  milliseconds: 10 * 60 * 1000,
  depth: 6,
};

export interface CrawlEvent {
  readonly agencyId: string;
  /** URL about to be asked. */
  readonly url: string;
  readonly requests: number;
  readonly maxRequests: number;
  /** Criteria not yet proven. */
  readonly open: number;
}

export interface CrawlOptions {
  readonly fetcher: SiteFetcher;
  readonly extractor: BodyExtractor;
  readonly guide: CrawlGuide;
  readonly budget?: Partial<CrawlBudget>;
  /** Best candidates asked at once; part of what makes the order of requests, so the same for every run. Default 2. */
  readonly concurrency?: number;
  /** Multiplier of all time-outs in this crawl (a repeated crawl is more patient). Default 1. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A browser, if there is one. */
  readonly render?: RenderPage;
  /** Render every HTML page, not only those that show nothing without scripts. Default false. */
  readonly renderAll?: boolean;
  readonly onEvent?: (event: CrawlEvent) => void;
  /** Every body received, for the store. */
  readonly onCapture?: (capture: Capture, body: Buffer) => void;
}
