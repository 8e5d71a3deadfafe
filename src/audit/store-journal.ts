// The journal of a run in the store: bodies as they come, then each agency's crawl and verdict at once. A killed run goes on
// from its last recorded agency. The caller holds the run lock and closes the store.
import { exitStatus, UserError } from '../errors.ts';
import { calendarOf } from '../judge/years.ts';
import type { ReviewDecision } from '../model/result.ts';
import type { Store, StoredRun } from '../store/store.ts';
import { type AgencyHooks, keepAgencies } from './agency-keeper.ts';
import { runId } from './run-audit.ts';
import type { RunJournal } from './run-journal.ts';
import { type RunIdentity, runKey } from './run-key.ts';

export interface StoreJournalOptions extends RunIdentity {
  readonly store: Store;
  /** As recorded in the run. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reviews: readonly ReviewDecision[];
  readonly resume: boolean;
  readonly now: () => number;
  /** Called once, at the first thing that cannot be kept: crawling on would be for nothing. */
  readonly onFailure?: () => void;
}

export interface StoreJournal extends RunJournal, AgencyHooks {
  /** Verdicts taken over from the earlier attempt. */
  readonly resumed: number;
  /** The decisions that count for this run. */
  readonly reviews: readonly ReviewDecision[];
  /** Seals the run; rejects with what could not be kept, if anything. */
  close(complete: boolean, at: string): Promise<void>;
}

/** The unfinished run that `--resume` would go on with: the newest one, if it did not finish. */
export async function unfinishedRun(store: Store): Promise<StoredRun | undefined> {
  const newest = (await store.runs()).at(-1);
  return newest !== undefined && newest.state !== 'complete' ? newest : undefined;
}

/** @throws UserError `resume-mismatch` when the unfinished run is of another registry, pack, date or version. */
export async function openStoreJournal(options: StoreJournalOptions): Promise<StoreJournal> {
  const { store, registry, agencies, packs, asOf, now } = options;
  const identity = runKey(options);
  const earlier = options.resume ? await unfinishedRun(store) : undefined;
  if (earlier !== undefined && earlier.identity !== identity) throw resumeMismatch(earlier);
  const startedAt = earlier?.startedAt ?? new Date(now()).toISOString();
  const id = earlier?.id ?? (await freeRunId(store, runId(startedAt, registry)));
  const finished = new Set<string>();
  if (earlier === undefined) {
    await store.begin({
      id,
      identity,
      startedAt,
      asOf,
      fiscalYear: calendarOf(asOf).fiscalYear,
      toolVersion: options.version,
      registry,
      selection: agencies.map((agency) => agency.id),
      settings: options.settings,
      strictSection: options.strictSection,
      reviews: options.reviews,
      packs,
    });
  } else {
    for (const { agencyId } of await store.recordedAgencies(id)) finished.add(agencyId);
    await store.reopen(id);
  }
  const reviews = earlier?.reviews ?? options.reviews;
  let failure: unknown;
  const failed = (error: unknown): unknown => {
    if (failure === undefined) options.onFailure?.();
    failure ??= unfinished(error);
    return failure;
  };
  const keeper = keepAgencies({ store, runId: id, reviews, asOf, now, onFailure: failed });

  return {
    runId: id,
    startedAt,
    resumed: finished.size,
    reviews,
    isFinished: (agencyId) => finished.has(agencyId),
    onStart: keeper.onStart,
    onCapture: keeper.onCapture,
    onCrawl: keeper.onCrawl,
    async record(verdict) {
      if (failure !== undefined) throw failure;
      try {
        await keeper.record(verdict);
      } catch (error) {
        throw failed(error);
      }
      // A body of another agency was not kept.
      if (failure !== undefined) throw failure;
    },
    async verdicts() {
      if (failure !== undefined) throw failure;
      return store.verdicts(id);
    },
    async close(complete, at) {
      // What ended the run from behind must not look like Ctrl-C.
      if (failure !== undefined) throw failure;
      await store.finish(id, complete ? 'complete' : 'interrupted', at);
    },
  };
}

/** What cannot be kept ends a run that is under way: what was recorded before stays. */
function unfinished(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  const { code, message, hint, problems, th } = error;
  return new UserError(code, message, {
    ...(hint === undefined ? {} : { hint }),
    problems,
    ...(th === undefined ? {} : { th }),
    cause: error,
    status: exitStatus.unfinished,
  });
}

/** Two runs may start within a second over one registry (tests, scripts). */
export async function freeRunId(store: Store, wanted: string): Promise<string> {
  const taken = new Set((await store.runs()).map(({ id }) => id));
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

export function resumeMismatch(earlier: StoredRun): UserError {
  return new UserError(
    'resume-mismatch',
    `The unfinished run ${earlier.id} is of another registry, pack, date or version.`,
    {
      hint: 'Run without --resume to start anew, or with the same registry, packs, --as-of and program version to go on.',
      th: {
        message: `การตรวจที่ค้างอยู่ (${earlier.id}) ใช้ทะเบียน ชุดเกณฑ์ วันที่ หรือรุ่นโปรแกรมอื่น`,
        hint: 'ตรวจใหม่โดยไม่ใส่ --resume หรือใช้ทะเบียน ชุดเกณฑ์ --as-of และรุ่นโปรแกรมเดิมเพื่อตรวจต่อ',
      },
    },
  );
}
