// Worker threads for documents: as many tasks at once as there are workers, so that a task's deadline starts when it
// does; a worker that overruns it, or dies, is replaced. Starts threads when first needed; must be closed.
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { Tinypool } from 'tinypool';
import type { ExtractFailureCode } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

export interface WorkerPool {
  /** The worker's answer, or `stopped` when it had to be stopped or died. `deadlineMs` counts from the start of the task. */
  run(
    task: WorkerTask,
    deadlineMs: number,
  ): Promise<WorkerAnswer | { readonly stopped: ExtractFailureCode; readonly detail: string }>;
  close(): Promise<void>;
}

export function createWorkerPool(limits: DocumentLimits, workers = Math.min(availableParallelism(), 4)): WorkerPool {
  // Sources run as .ts under Node and Vitest, as .js once built.
  const file = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const turn = pLimit(Math.max(1, workers));
  let pool: Tinypool | undefined;
  let closed = false;
  const start = () =>
    new Tinypool({
      filename: file.href,
      minThreads: 0,
      maxThreads: Math.max(1, workers),
      idleTimeout: 30_000,
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMb, stackSizeMb: 4 },
      execArgv: process.execArgv.filter((flag) => !/^--(?:inspect|input-type|eval|test)/.test(flag)),
    });
  return {
    run: (task, deadlineMs) =>
      turn(async () => {
        if (closed) return { stopped: 'crashed', detail: 'the extractor was closed' };
        pool ??= start();
        const abort = new AbortController();
        let overrun = false;
        const timer = setTimeout(() => {
          overrun = true;
          abort.abort();
        }, deadlineMs);
        try {
          return (await pool.run(task, { signal: abort.signal })) as WorkerAnswer;
        } catch (error) {
          const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
          if (overrun) return { stopped: 'timed-out', detail: `no result within ${deadlineMs} ms` };
          const code = (error as { code?: unknown }).code;
          const outOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY' || /out of memory|heap/i.test(detail);
          return { stopped: outOfMemory ? 'too-large' : 'crashed', detail };
        } finally {
          clearTimeout(timer);
        }
      }),
    close: async () => {
      closed = true;
      await pool?.destroy();
      pool = undefined;
    },
  };
}
