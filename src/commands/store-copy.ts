// planaudit store copy: moves what is stored to another database (a data folder to PostgreSQL, or back).
import { commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { historyTexts } from '../report/catalogue/history-texts.ts';
import { openStore } from '../store/open-store.ts';
import { thisHolder } from '../store/run-lock.ts';
import type { Terminal } from './terminal.ts';

/** `from`, `to`: folders or postgres:// addresses. The source stays as it is. */
export async function storeCopyCommand(
  from: string,
  to: string,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { settings } = await commandSettings(flags, terminal.env);
  const source = await openStore(placeOf(from), { create: false, now: terminal.now });
  try {
    // No run may be adding to it meanwhile.
    const lock = await source.lock(thisHolder(terminal.now));
    try {
      const target = await openStore(placeOf(to), { create: true, now: terminal.now });
      try {
        await target.copyFrom(source, (table, rows) => {
          if (!settings.quiet) terminal.stderr.write(`${table}: ${rows}\n`);
        });
        const runs = (await target.runs()).length;
        terminal.stdout.write(`${historyTexts(settings.lang).copied(runs, source.place, target.place)}\n`);
      } finally {
        await target.close();
      }
    } finally {
      await lock.release();
    }
  } finally {
    await source.close();
  }
  return exitStatus.ok;
}

function placeOf(place: string): { data: string; store: string | null } {
  const server = /^postgres(?:ql)?:\/\//.test(place);
  return { data: place, store: server ? place : null };
}
