// Writes down what an agency's audit leaves behind: bodies as they come, then its crawl and verdict at once. Holds no more in
// memory than the agencies at work need.
import type { Capture, CrawlResult } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, ReviewDecision } from '../model/result.ts';
import type { Store } from '../store/store.ts';
import { reviewedVerdict } from './apply-reviews.ts';
import type { AuditDeps } from './run-audit.ts';

export interface AgencyKeeperOptions {
  readonly store: Pick<Store, 'putBody' | 'record'>;
  readonly runId: string;
  readonly reviews: readonly ReviewDecision[];
  readonly asOf: string;
  readonly now: () => number;
  /** Called at each body that cannot be kept. */
  readonly onFailure?: (error: unknown) => void;
}

/** Told of each agency's attempt, captures and crawl. */
export type AgencyHooks = Required<Pick<AuditDeps, 'onStart' | 'onCapture' | 'onCrawl'>>;

export interface AgencyKeeper extends AgencyHooks {
  /** Records the agency whole; rejects with what could not be kept. */
  record(verdict: AgencyVerdict): Promise<void>;
  /** Forgets an agency that was given up. */
  drop(agencyId: string): void;
}

/** Hashes remembered as kept; beyond that the store is asked again. */
const rememberedBodies = 50_000;

export function keepAgencies(options: AgencyKeeperOptions): AgencyKeeper {
  const { store, runId, reviews, asOf, now, onFailure } = options;
  const memory = new Map<string, { captures: Capture[]; crawl?: CrawlResult }>();
  /** Bodies on their way: an agency's may have come with another, or with an attempt that was given up. */
  const underway = new Set<Promise<unknown>>();
  const put = new Set<string>();
  /** Why a body could not be kept, by its hash. */
  const lost = new Map<string, unknown>();
  const ofAgency = ({ id }: Agency) => {
    let entry = memory.get(id);
    if (entry === undefined) {
      entry = { captures: [] };
      memory.set(id, entry);
    }
    return entry;
  };

  return {
    onStart: ({ id }) => void memory.delete(id),
    onCapture(agency, capture, body) {
      ofAgency(agency).captures.push(capture);
      if (put.has(capture.sha256)) return;
      if (put.size >= rememberedBodies) put.clear();
      put.add(capture.sha256);
      const kept = store
        .putBody(capture.sha256, body)
        .then(() => lost.delete(capture.sha256))
        .catch((error: unknown) => {
          put.delete(capture.sha256);
          lost.set(capture.sha256, error);
          onFailure?.(error);
        })
        .finally(() => underway.delete(kept));
      underway.add(kept);
    },
    onCrawl(agency, crawl) {
      ofAgency(agency).crawl = crawl;
    },
    drop: (agencyId) => void memory.delete(agencyId),
    async record(verdict) {
      const entry = memory.get(verdict.id);
      memory.delete(verdict.id);
      await Promise.all(underway);
      const captures = entry?.captures ?? [];
      const missing = captures.find(({ sha256 }) => lost.has(sha256));
      if (missing !== undefined) throw lost.get(missing.sha256);
      await store.record(runId, {
        verdict,
        reported: reviewedVerdict(verdict, reviews, asOf),
        ...(entry?.crawl === undefined ? {} : { crawl: entry.crawl }),
        captures,
        at: new Date(now()).toISOString(),
      });
    },
  };
}
