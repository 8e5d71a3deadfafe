// Waits for changes in a folder of files. Reads nothing in it but names and times.
import { watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Silence after a change before it counts as finished: programs write in pieces. Milliseconds, default 300. */
  readonly quietMs?: number;
}

/**
 * Yields once for each burst of changes anywhere below `folder`, after it has fallen quiet; changes while the consumer works
 * are not lost, they give one more turn. Hidden files and Office lock files (`~$…`) do not count. Ends when aborted.
 */
export async function* watchFolder(folder: string, { signal, quietMs = 300 }: WatchOptions): AsyncGenerator<void> {
  let changed = false;
  let wake: (() => void) | undefined;
  const watcher = watch(folder, { recursive: true, signal }, (_, name) => {
    const last = name?.split(/[/\\]/).at(-1) ?? '';
    if (last.startsWith('.') || last.startsWith('~$')) return;
    changed = true;
    wake?.();
  });
  // A folder that goes away ends the watch like an interrupt does.
  const ended = new Promise<void>((done) => {
    watcher.on('error', () => done());
    watcher.on('close', () => done());
    if (signal.aborted) done();
  });
  let over = false;
  void ended.then(() => {
    over = true;
    wake?.();
  });
  try {
    while (!over) {
      if (!changed) await new Promise<void>((done) => (wake = done));
      wake = undefined;
      while (changed && !over) {
        changed = false;
        await sleep(quietMs, undefined, { signal }).catch(() => undefined);
      }
      if (!over && !signal.aborted) yield;
    }
  } finally {
    watcher.close();
  }
}
