// One machine's part in a run that many work on: takes agencies from the queue, audits them, records them once, and seals the
// run when the last is there. Whatever happens to this process, another can do what it leaves.
import type { Pack } from '../judge/pack.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict } from '../model/result.ts';
import type { JobQueue, Lease } from '../queue/boss-queue.ts';
import { type WorkOutcome, workLeases } from '../queue/work-leases.ts';
import type { Store, StoredRun } from '../store/store.ts';
import { keepAgencies } from './agency-keeper.ts';
import { toolErrorVerdict } from './audit-agency.ts';
import { reviewBelowOf } from './recheck.ts';
import type { AuditDeps, RunEvent } from './run-audit.ts';
import { type AgencyJob, agencyJob } from './share-run.ts';
import { tracedAgency } from './traced-agency.ts';
import type { Tracing } from './tracing.ts';

/** How one agency's turn at this machine ended. */
export type TurnOutcome =
  | 'judged'
  /** Unreachable at first; queued for a second pass. */
  | 'postponed'
  /** Given up after its tries; recorded as a fault of the program. */
  | 'given-up'
  /** Not finished here: interrupted, or the lease was lost. */
  | 'left'
  /** Something failed that was not the website; one try is used up. */
  | 'failed';

/** Told of what this machine does, for its metrics. */
export interface TurnObserver {
  started(): void;
  /** `verdict` when one was recorded. */
  ended(outcome: TurnOutcome, milliseconds: number, verdict?: AgencyVerdict): void;
}

export interface WorkSharedRunOptions {
  /** Patient: waits for a database that is away. */
  readonly store: Pick<Store, 'putBody' | 'record' | 'shared'>;
  readonly queue: JobQueue<AgencyJob>;
  readonly run: StoredRun;
  /** Those of the run's registry. */
  readonly agencies: readonly Agency[];
  readonly packs: readonly Pack[];
  readonly deps: AuditDeps;
  readonly concurrency: number;
  /** ms since 1970, by the database's clock. */
  readonly now: () => number;
  /** Takes nothing more, finishes what it has. */
  readonly drain: AbortSignal;
  /** Gives back what it has. */
  readonly stop: AbortSignal;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
  readonly onProgress?: (event: Exclude<RunEvent, { kind: 'run-started' | 'agency-finished' }>) => void;
  /** A verdict was recorded, by this machine. */
  readonly onJudged?: (verdict: AgencyVerdict) => void;
  readonly observer?: TurnObserver;
  readonly tracing?: Tracing;
}

/** How often a busy machine looks whether the run was cancelled, ms. */
const stateMs = 5000;
/** After all that are asked for the first time. */
const secondPassPriority = -1;

/** Resolves when the run is sealed or cancelled, or after `drain` or `stop`. Rejects when nothing can be kept any more. */
export async function workSharedRun(options: WorkSharedRunOptions): Promise<void> {
  const { store, queue, run, packs, deps, now, sleep, onTrouble, onProgress, observer } = options;
  const agencies = new Map(options.agencies.map((agency) => [agency.id, agency]));
  const { judge, audit: inThread, onStart, onCapture, onCrawl, ...crawl } = deps;
  const keeper = keepAgencies({ store, runId: run.id, reviews: run.reviews, asOf: run.asOf, now });
  const closed = new AbortController();

  async function record(verdict: AgencyVerdict): Promise<void> {
    try {
      await keeper.record(verdict);
    } catch (error) {
      // Another had the lease after us and was faster; the first one counts.
      if (!(await store.shared.isRecorded(run.id, verdict.id))) throw error;
    }
    options.onJudged?.(verdict);
  }

  async function audit(
    lease: Lease<AgencyJob>,
    signal: AbortSignal,
  ): Promise<[WorkOutcome, TurnOutcome, AgencyVerdict?]> {
    const { agency: id, pass, cause } = lease.data;
    const agency = agencies.get(id);
    if (agency === undefined) throw new Error(`agency ${id} is not in the registry of run ${run.id}`);
    if (await store.shared.isRecorded(run.id, id)) return ['done', 'left'];
    onProgress?.({ kind: 'agency-started', agency });
    const outcome = await tracedAgency(
      agency,
      {
        packs,
        settings: { asOf: run.asOf, strictSection: run.strictSection, reviewBelow: reviewBelowOf(run) },
        crawl: pass === 1 ? crawl : { ...crawl, patience: 2 },
        ...(judge === undefined ? {} : { judge }),
        signal,
        ...(pass === 1 || cause === undefined ? {} : { failedBefore: cause }),
        onEvent: ({ url, requests, maxRequests, open }) =>
          onProgress?.({ kind: 'request', agency, url, requests, maxRequests, open }),
        onStart: () => {
          keeper.onStart(agency);
          onStart?.(agency);
        },
        onCapture: (capture, body) => {
          keeper.onCapture(agency, capture, body);
          onCapture?.(agency, capture, body);
        },
        onCrawl: (result) => {
          keeper.onCrawl(agency, result);
          onCrawl?.(agency, result);
        },
      },
      options.tracing,
      inThread,
    );
    if (outcome === undefined || signal.aborted) return ['again', 'left'];
    if (pass === 1 && outcome.tryAgain !== undefined) {
      await queue.add([
        agencyJob(run.id, { agency: id, pass: 2, cause: outcome.tryAgain }, lease.group, secondPassPriority),
      ]);
      onProgress?.({ kind: 'agency-postponed', agency, cause: outcome.tryAgain });
      return ['done', 'postponed'];
    }
    await record(outcome.verdict);
    return ['done', 'judged', outcome.verdict];
  }

  async function work(lease: Lease<AgencyJob>, signal: AbortSignal): Promise<WorkOutcome> {
    const from = now();
    observer?.started();
    let turn: TurnOutcome = 'failed';
    let verdict: AgencyVerdict | undefined;
    try {
      const [outcome, ...rest] = await audit(lease, signal);
      [turn, verdict] = rest;
      return outcome;
    } finally {
      keeper.drop(lease.data.agency);
      observer?.ended(turn, now() - from, verdict);
    }
  }

  /** What nobody could audit is recorded as that: the run must end, and no row may be missing. */
  async function buryDead(): Promise<void> {
    for (;;) {
      const letter = await queue.takeDead();
      if (letter === undefined) return;
      const agency = agencies.get(letter.data.agency);
      if (agency !== undefined && !(await store.shared.isRecorded(run.id, agency.id))) {
        const verdict = toolErrorVerdict(agency, packs, letter.reason);
        await record(verdict);
        observer?.started();
        observer?.ended('given-up', 0, verdict);
      }
      await queue.buried(letter);
    }
  }

  async function watchState(): Promise<void> {
    for (;;) {
      await sleep(stateMs, closed.signal);
      if (closed.signal.aborted) return;
      try {
        if ((await store.shared.get(run.id))?.state !== 'running') return closed.abort();
      } catch (error) {
        onTrouble(error);
      }
    }
  }

  const watching = watchState();
  try {
    await workLeases<AgencyJob>({
      queue,
      concurrency: options.concurrency,
      work,
      onIdle: async (busy) => {
        await buryDead();
        if (busy === 0) await store.shared.seal(run.id, run.selection.length, new Date(now()).toISOString());
        return (await store.shared.get(run.id))?.state === 'running' ? 'wait' : 'end';
      },
      drain: options.drain,
      stop: AbortSignal.any([options.stop, closed.signal]),
      sleep,
      onTrouble,
      isFatal,
    });
  } finally {
    closed.abort();
    await watching;
  }
}

/** The database refuses to keep anything more: full disk, no memory, wrong rights, damaged. */
function isFatal(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string' || code === '53300') return false;
  return /^(?:53|58|28|42501|XX)/.test(code);
}
