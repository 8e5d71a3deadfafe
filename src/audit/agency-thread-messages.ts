// What the main thread and its agency threads say to each other. Types only; everything is plain data that can be cloned.
import type { CrawlEvent } from '../crawl/crawl-options.ts';
import type { ExtractHints } from '../extract/extractor.ts';
import type { RenderRequest } from '../fetch/browser.ts';
import type { FetchRequest } from '../fetch/fetcher.ts';
import type { Pack } from '../judge/pack.ts';
import type { Capture, CrawlResult } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyAudit, CrawlSettings, JudgeSettings } from './audit-agency.ts';

/** What a thread is started with. */
export interface ThreadSetup {
  readonly packs: readonly Pack[];
  /** Milliseconds by which the clock of the run is ahead of this machine's. */
  readonly aheadMs: number;
  /** One 32-bit number that goes up once a second while the thread is alive. */
  readonly pulse: SharedArrayBuffer;
  /** Address of a module that exports `judge: Judge`, for benches and tests; absent = the packs' judge. */
  readonly judge?: string;
}

/** What bounds a crawl, without what it works with. */
export type CrawlLimits = Omit<CrawlSettings, 'fetcher' | 'extractor' | 'render' | 'now'>;

/** An audit as a thread is told of it. */
export interface ThreadJob {
  readonly agency: Agency;
  readonly settings: JudgeSettings;
  readonly limits: CrawlLimits;
  /** There is a browser. */
  readonly render: boolean;
  readonly failedBefore?: string;
  /** What the main thread wants to be given. */
  readonly wants: { readonly captures: boolean; readonly crawl: boolean; readonly events: boolean };
}

/** What only the main thread can do: it holds the network, the pace of hosts, the document workers, the browser, the store. */
export type ThreadCall =
  | { readonly what: 'fetch'; readonly url: string; readonly request: Omit<FetchRequest, 'signal'> }
  | { readonly what: 'robots'; readonly url: string }
  | { readonly what: 'extract'; readonly body: Uint8Array; readonly hints: ExtractHints }
  | {
      readonly what: 'render';
      readonly url: string;
      readonly page?: {
        readonly body: Uint8Array;
        readonly contentType: NonNullable<RenderRequest['page']>['contentType'];
      };
    };

/** What an agency's thread failed with, as far as it can be cloned. */
export interface ThreadError {
  readonly name: string;
  readonly message: string;
}

/** `job` numbers an agency, `call` a question within a thread. */
export type ToThread =
  | { readonly kind: 'audit'; readonly job: number; readonly audit: ThreadJob }
  | { readonly kind: 'abort'; readonly job: number }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly call: number; readonly error: ThreadError };

export type FromThread =
  | { readonly kind: 'call'; readonly job: number; readonly call: number; readonly ask: ThreadCall }
  | { readonly kind: 'event'; readonly job: number; readonly event: CrawlEvent }
  | { readonly kind: 'capture'; readonly job: number; readonly capture: Capture; readonly body: Uint8Array }
  | { readonly kind: 'crawl'; readonly job: number; readonly crawl: CrawlResult }
  /** No outcome: interrupted. */
  | { readonly kind: 'done'; readonly job: number; readonly outcome?: AgencyAudit }
  | { readonly kind: 'failed'; readonly job: number; readonly error: ThreadError };

/** Bytes in memory of their own: what is cloned or given away takes all of the memory it stands in with it. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** A buffer over bytes that came, without copying them. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
