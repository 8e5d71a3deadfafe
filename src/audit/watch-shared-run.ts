// Follows a run that other machines work on, by what they record: tells of each verdict once, and how the run ended.
import type { AgencyVerdict } from '../model/result.ts';
import type { RunState, Store, StoredRun } from '../store/store.ts';
import type { RunEvent } from './run-audit.ts';

export interface WatchSharedRunOptions {
  readonly store: Pick<Store, 'shared' | 'recordedAgencies' | 'verdictsOf'>;
  readonly run: StoredRun;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onProgress: (event: Extract<RunEvent, { kind: 'run-started' | 'agency-finished' }>) => void;
  /** Ends the watching, not the run. */
  readonly signal: AbortSignal;
}

const lookMs = 500;
/** Recorded agencies for which a look may take another half second. */
const slowerFrom = 1000;

/** The state in which the run was left: `running` when the watching was ended. */
export async function watchSharedRun(options: WatchSharedRunOptions): Promise<RunState> {
  const { store, run, sleep, onProgress, signal } = options;
  const total = run.selection.length;
  const seen = new Set((await store.recordedAgencies(run.id)).map(({ agencyId }) => agencyId));
  onProgress({ kind: 'run-started', runId: run.id, total, done: seen.size });
  for (;;) {
    // The state first: whatever was recorded before it changed is then told of.
    const state = (await store.shared.get(run.id))?.state ?? 'interrupted';
    const fresh = (await store.recordedAgencies(run.id)).map(({ agencyId }) => agencyId).filter((id) => !seen.has(id));
    const verdicts = new Map<string, AgencyVerdict>();
    for (const verdict of await store.verdictsOf(run.id, fresh)) verdicts.set(verdict.id, verdict);
    for (const id of fresh) {
      seen.add(id);
      const verdict = verdicts.get(id);
      if (verdict !== undefined) onProgress({ kind: 'agency-finished', verdict, done: seen.size, total });
    }
    if (state !== 'running' || signal.aborted) return state;
    await sleep(lookMs * (1 + Math.floor(seen.size / slowerFrom)), signal);
  }
}
