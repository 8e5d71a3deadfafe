// planaudit prune: removes what old runs were judged on, never what was judged.
import { commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { historyTexts } from '../report/catalogue/history-texts.ts';
import { byteSize, withLockedStore } from './open-stored.ts';
import type { Terminal } from './terminal.ts';

export async function pruneCommand(flags: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitStatus> {
  const { keep, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  const count = Number(keep);
  if (!/^\d+$/.test(String(keep ?? '')) || count < 1) {
    throw new UserError('prune-keep', '--keep must say how many runs keep their captures: a whole number from 1', {
      hint: 'For two years of monthly audits: planaudit prune --keep 24',
      th: {
        message: '--keep ต้องเป็นจำนวนการตรวจที่ยังเก็บข้อมูลไว้ ตั้งแต่ 1 ขึ้นไป',
        hint: 'ถ้าตรวจทุกเดือนและเก็บสองปี: planaudit prune --keep 24',
      },
    });
  }
  return withLockedStore(settings, terminal, async (store) => {
    const { runs, bodies, bytes } = await store.prune(count);
    const words = historyTexts(settings.lang);
    const text =
      runs.length === 0 && bodies === 0 ? words.nothingToPrune : words.pruned(runs.length, bodies, byteSize(bytes));
    terminal.stdout.write(`${text}\n`);
    return exitStatus.ok;
  });
}
