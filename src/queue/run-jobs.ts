// Runs jobs of one process, a bounded number at once, in the order given. Knows nothing of what a job is.
import pLimit from 'p-limit';

/**
 * Runs `work` on every job, at most `concurrency` at once, started in order. Once `signal` aborts no further job starts; those
 * running go on (they watch the signal themselves). Results stand in the order of the jobs; `undefined` = never started.
 * Rejects with the first error of a job, after the running ones have ended.
 */
export async function runJobs<Job, Result>(
  jobs: readonly Job[],
  concurrency: number,
  work: (job: Job) => Promise<Result>,
  signal?: AbortSignal,
): Promise<(Result | undefined)[]> {
  const limit = pLimit(Math.max(1, concurrency));
  const settled = await Promise.allSettled(
    jobs.map((job) => limit(() => (signal?.aborted ? Promise.resolve(undefined) : work(job)))),
  );
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
  return settled.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined));
}
