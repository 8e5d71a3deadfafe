// What is kept between runs, as the rest of the program sees it: one interface, whatever database is behind it.
// Types only; open-store.ts opens one.
import type { ExtractionCache } from '../extract/extraction-cache.ts';
import type { Pack } from '../judge/pack.ts';
import type { Capture, CrawlResult } from '../model/crawl.ts';
import type { Agency, Registry } from '../model/registry.ts';
import type { AgencyVerdict, ReviewDecision } from '../model/result.ts';
import type { LockHolder, RunLock } from './run-lock.ts';
import type { SharedRuns } from './shared-runs.ts';

export type RunState = 'running' | 'complete' | 'interrupted';

/** A run without its verdicts. */
export interface StoredRun {
  readonly id: string;
  readonly identity: string;
  readonly state: RunState;
  readonly startedAt: string;
  /** Null while the run goes on, or when it was killed. */
  readonly finishedAt: string | null;
  readonly asOf: string;
  readonly fiscalYear: number;
  readonly toolVersion: string;
  readonly registry: { readonly path: string; readonly sha256: string };
  /** Agency ids of the run, in order. */
  readonly selection: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly strictSection: boolean;
  readonly reviews: readonly ReviewDecision[];
}

export interface NewRun extends Omit<StoredRun, 'state' | 'finishedAt' | 'registry'> {
  readonly registry: Registry;
  readonly packs: readonly Pack[];
}

/** What one agency's audit leaves behind, recorded whole or not at all. */
export interface AgencyRecord {
  /** As judged by the program, without reviews. */
  readonly verdict: AgencyVerdict;
  /** As reported: with reviews. */
  readonly reported: AgencyVerdict;
  /** Absent when the program failed before there was one. */
  readonly crawl?: CrawlResult;
  /** Every response, in the order of arrival; their bodies were put before. */
  readonly captures: readonly Capture[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One cell of one run, for trends. */
export interface StoredCell {
  readonly runId: string;
  readonly agencyId: string;
  readonly criterionId: string;
  readonly kind: string;
  readonly level: string;
  readonly verdict: string;
  readonly reason: string;
}

/** What a run takes up. Bytes are those of the database's content, after compressing. */
export interface RunUsage {
  readonly runId: string;
  readonly agencies: number;
  readonly captures: number;
  /** Bodies first seen in this run. */
  readonly newBodyBytes: number;
  /** Crawls and bodies are still there: the run can be judged again. */
  readonly replayable: boolean;
}

export interface StoreUsage {
  readonly runs: readonly RunUsage[];
  readonly bodies: { readonly count: number; readonly bytes: number; readonly stored: number };
  readonly texts: { readonly count: number; readonly bytes: number; readonly stored: number };
  /** Of the database as a whole. */
  readonly totalBytes: number;
}

export interface PruneOutcome {
  /** Runs whose captures were removed by this call. */
  readonly runs: readonly string[];
  readonly bodies: number;
  /** Stored bytes that are free again. */
  readonly bytes: number;
}

export interface Store extends StoreReader {
  /** Keeps a second run off; who holds it is in the UserError `run-locked`. */
  lock(holder: LockHolder): Promise<RunLock>;
  begin(run: NewRun): Promise<void>;
  /** An unfinished run goes on. */
  reopen(runId: string): Promise<void>;
  /** Keeps a body by its hash; one that is there already is not written again. */
  putBody(sha256: string, body: Uint8Array): Promise<void>;
  record(runId: string, record: AgencyRecord): Promise<void>;
  finish(runId: string, state: 'complete' | 'interrupted', at: string): Promise<void>;
  /** Replaces the decisions that count for a run, and its cells by those of `reported`. */
  setReviews(runId: string, reviews: readonly ReviewDecision[], reported: readonly AgencyVerdict[]): Promise<void>;
  readonly extractions: ExtractionCache;
  readonly shared: SharedRuns;
  /** Time of the database, ms since 1970: what machines with differing clocks go by. */
  clock(): Promise<number>;
  /** Removes crawls, captures and bodies of all but the newest `keep` runs; never verdicts. */
  prune(keep: number): Promise<PruneOutcome>;
  /** Rows of a table in the order of its key, in portions, for copying to another store. */
  copyFrom(source: Store, onTable?: (table: string, rows: number) => void): Promise<void>;
  close(): Promise<void>;
}

export interface StoreReader {
  /** Names the store in messages; holds no password. */
  readonly place: string;
  /** Oldest first. */
  runs(): Promise<readonly StoredRun[]>;
  /** Verdicts without reviews, in the order of the selection; agencies not judged are missing. */
  verdicts(runId: string): Promise<readonly AgencyVerdict[]>;
  /** Those of the agencies named, in no order. */
  verdictsOf(runId: string, agencyIds: readonly string[]): Promise<readonly AgencyVerdict[]>;
  recordedAgencies(runId: string): Promise<readonly { readonly agencyId: string; readonly at: string }[]>;
  crawl(runId: string, agencyId: string): Promise<CrawlResult | undefined>;
  captures(runId: string, agencyId: string): Promise<readonly Capture[]>;
  body(sha256: string): Promise<Buffer | undefined>;
  packs(runId: string): Promise<readonly Pack[]>;
  registry(sha256: string): Promise<readonly Agency[]>;
  /** The newest capture that answered at this URL with a validator (ETag, Last-Modified). */
  lastCapture(
    finalUrl: string,
  ): Promise<{ readonly capture: Capture; readonly etag?: string; readonly lastModified?: string } | undefined>;
  /** Those of one run or one agency, or all; in the order of runs and agencies. */
  cells(only?: { readonly runId?: string; readonly agencyId?: string }): Promise<readonly StoredCell[]>;
  usage(): Promise<StoreUsage>;
}
