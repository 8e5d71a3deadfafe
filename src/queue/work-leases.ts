// Takes jobs from a shared queue and does them, a bounded number at once: keeps their leases, gives back what it cannot
// finish, and does alone what was in the hands of a process that died. Knows nothing of what a job is.
import type { JobQueue, Lease } from './boss-queue.ts';

/** `done`: its result is kept. `again`: not finished, somebody else may do it. */
export type WorkOutcome = 'done' | 'again';

export interface WorkLeasesOptions<Data> {
  readonly queue: Pick<JobQueue<Data>, 'take' | 'keep' | 'done' | 'failed' | 'giveBack'>;
  readonly concurrency: number;
  /** Does one job. The signal aborts when the lease is lost or `stop` says so. A rejection uses up one of the job's tries. */
  readonly work: (lease: Lease<Data>, signal: AbortSignal) => Promise<WorkOutcome>;
  /** Called when nothing can be taken; says whether there may be more. `busy` jobs are at work here. */
  readonly onIdle: (busy: number) => Promise<'wait' | 'end'>;
  /** Nothing is taken any more; jobs at work are finished. */
  readonly drain: AbortSignal;
  /** Jobs at work are given back at once. */
  readonly stop: AbortSignal;
  /** Resolves after so many milliseconds, or sooner when the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A fault of the queue that is waited out. */
  readonly onTrouble: (error: unknown) => void;
  /** A fault after which nothing more can be done here: all is given back and it is thrown. */
  readonly isFatal: (error: unknown) => boolean;
}

/** Waits between two looks at an empty queue, ms: from short to long, so that hundreds of idle workers cost nothing. */
const idleWaits = [100, 250, 500, 1000, 2000] as const;
const troubleWaitMs = 1000;
const settleAttempts = 10;

/** Resolves when `onIdle` says that there is no more, or after `drain` or `stop`. Rejects with a fatal fault only. */
export async function workLeases<Data>(options: WorkLeasesOptions<Data>): Promise<void> {
  const { queue, concurrency, work, onIdle, drain, sleep, onTrouble, isFatal } = options;
  const busy = new Set<Promise<void>>();
  const fatal = new AbortController();
  const ended = new AbortController();
  const stop = AbortSignal.any([options.stop, fatal.signal, ended.signal]);
  const ending = AbortSignal.any([drain, stop]);
  let freed = new AbortController();
  let empty = 0;

  /** False when the step failed. */
  async function guarded(step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      if (isFatal(error)) fatal.abort(error);
      else onTrouble(error);
      return false;
    }
  }

  /** What is not said in time costs the job one of its tries: worth a little patience. */
  async function settle(step: () => Promise<void>): Promise<void> {
    for (let attempt = 1; attempt <= settleAttempts; attempt += 1) {
      if (await guarded(step)) return;
      await sleep(troubleWaitMs, fatal.signal);
    }
  }

  async function one(lease: Lease<Data>, alone: boolean): Promise<void> {
    const lost = new AbortController();
    const over = new AbortController();
    const kept = keepLease(lease, over.signal, lost);
    const signal = AbortSignal.any([stop, lost.signal]);
    try {
      if (alone) await Promise.allSettled([...busy]);
      let outcome: WorkOutcome | 'failed' = 'again';
      let reason = '';
      try {
        if (!signal.aborted) outcome = await work(lease, signal);
      } catch (error) {
        if (isFatal(error)) fatal.abort(error);
        else outcome = 'failed';
        reason = error instanceof Error ? error.message : String(error);
      }
      if (lost.signal.aborted) return;
      if (outcome === 'done') await settle(() => queue.done(lease));
      else if (outcome === 'failed') await settle(() => queue.failed(lease, reason));
      else await settle(() => queue.giveBack(lease));
    } finally {
      over.abort();
      await kept;
    }
  }

  /** Says every third of the lease's time that the job is still in hand. */
  async function keepLease(lease: Lease<Data>, over: AbortSignal, lost: AbortController): Promise<void> {
    for (;;) {
      await sleep((lease.seconds * 1000) / 3, over);
      if (over.aborted) return;
      await guarded(async () => {
        if (!(await queue.keep(lease))) lost.abort();
      });
      if (lost.signal.aborted) return;
    }
  }

  const start = (lease: Lease<Data>, alone: boolean): Promise<void> => {
    const job = one(lease, alone).finally(() => {
      busy.delete(job);
      freed.abort();
      freed = new AbortController();
    });
    busy.add(job);
    return job;
  };

  while (!ending.aborted) {
    if (busy.size >= concurrency) {
      await Promise.race(busy);
      continue;
    }
    const well = await guarded(async () => {
      const wake = AbortSignal.any([ending, freed.signal]);
      const lease = await queue.take();
      if (lease === undefined) {
        if ((await onIdle(busy.size)) === 'end') return ended.abort();
        await sleep(idleWaits[Math.min(empty, idleWaits.length - 1)]!, wake);
        empty += 1;
        return;
      }
      empty = 0;
      // It may be what killed its last holder: nothing else must die with it, and nothing else may be taken for the culprit.
      if (lease.tries > 0) await start(lease, true);
      else void start(lease, false);
    });
    if (!well) await sleep(troubleWaitMs, ending);
  }
  await Promise.allSettled([...busy]);
  if (fatal.signal.aborted) throw fatal.signal.reason;
}
