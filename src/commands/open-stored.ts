// Opens the store for a command that works on stored runs, and closes it whatever happens.
import type { Settings } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { Terminal } from './terminal.ts';

/** Nothing stored is the user's mistake here: nothing is made. */
export async function withStore<T>(
  settings: Pick<Settings, 'data' | 'store'>,
  terminal: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { openStore } = await import('../store/open-store.ts');
  const store = await openStore(settings, { create: false, now: terminal.now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** As `withStore`, holding the run lock: for what must not happen beside a run. */
export async function withLockedStore<T>(
  settings: Pick<Settings, 'data' | 'store'>,
  terminal: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { thisHolder } = await import('../store/run-lock.ts');
  return withStore(settings, terminal, async (store) => {
    const lock = await store.lock(thisHolder(terminal.now));
    try {
      const open = await store.shared.current();
      if (open !== undefined) throw sharedOpen(open.runId);
      return await work(store);
    } finally {
      await lock.release();
    }
  });
}

function sharedOpen(id: string): UserError {
  return new UserError('run-open', `The run ${id} is under way on other machines.`, {
    hint: `Wait until it is complete (planaudit runs list), or end it: planaudit runs cancel ${id}`,
    th: {
      message: `เครื่องอื่นกำลังตรวจ ${id} อยู่`,
      hint: `รอให้เสร็จ (ดูด้วย planaudit runs list) หรือยกเลิกด้วย planaudit runs cancel ${id}`,
    },
  });
}

/** `1.4 MB`. Decimal, one digit. */
export function byteSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
