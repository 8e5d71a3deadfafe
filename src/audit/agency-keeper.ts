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

export interface AgencyKeeper extends Required<Pick<AuditDeps, 'onCapture' | 'onCrawl'>> {
  /** Records the agency whole; rejects with what could not be kept. */
  record(verdict: AgencyVerdict): Promise<void>;
  /** Forgets an agency that was given up. */
  drop(agencyId: string): void;
}

/** Hashes remembered as kept; beyond that the store is asked again. */
const rememberedBodies = 50_000;

export function keepAgencies(options: AgencyKeeperOptions): AgencyKeeper {
  const { store, runId, reviews, asOf, now, onFailure } = options;
  const memory = new Map<
    string,
    { captures: Capture[]; bodies: Promise<void>[]; failure?: unknown; crawl?: CrawlResult }
  >();
  const put = new Set<string>();
  const ofAgency = ({ id }: Agency) => {
    let entry = memory.get(id);
    if (entry === undefined) {
      entry = { captures: [], bodies: [] };
      memory.set(id, entry);
    }
    return entry;
  };

  return {
    onCapture(agency, capture, body) {
      const entry = ofAgency(agency);
      entry.captures.push(capture);
      if (put.has(capture.sha256)) return;
      if (put.size >= rememberedBodies) put.clear();
      put.add(capture.sha256);
      const kept = store.putBody(capture.sha256, body).catch((error: unknown) => {
        put.delete(capture.sha256);
        entry.failure ??= error;
        onFailure?.(error);
      });
      entry.bodies.push(kept);
    },
    onCrawl(agency, crawl) {
      ofAgency(agency).crawl = crawl;
    },
    drop: (agencyId) => void memory.delete(agencyId),
    async record(verdict) {
      const entry = memory.get(verdict.id);
      memory.delete(verdict.id);
      // A body may be another agency's too, and still on its way there.
      await Promise.all([...memory.values(), ...(entry === undefined ? [] : [entry])].flatMap(({ bodies }) => bodies));
      if (entry?.failure !== undefined) throw entry.failure;
      await store.record(runId, {
        verdict,
        reported: reviewedVerdict(verdict, reviews, asOf),
        ...(entry?.crawl === undefined ? {} : { crawl: entry.crawl }),
        captures: entry?.captures ?? [],
        at: new Date(now()).toISOString(),
      });
    },
  };
}
