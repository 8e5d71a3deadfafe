// planaudit compare: what changed between two stored runs, and because of what.
import { commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { runCriteria } from '../report/run-criteria.ts';
import type { StoredRun } from '../store/store.ts';
import { withStore } from './open-stored.ts';
import { showText } from './show-text.ts';
import { columnsOf, type Terminal } from './terminal.ts';

/** Default: the newest run against the one before it over the same registry. */
export async function compareCommand(
  before: string | undefined,
  after: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { json, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  const [{ findRun, loadRun }, { compareFacts }, { compareRuns }, { compareText }] = await Promise.all([
    import('../audit/stored-run.ts'),
    import('../audit/compare-facts.ts'),
    import('../report/compare.ts'),
    import('../report/compare-text.ts'),
  ]);
  return withStore(settings, terminal, async (store) => {
    const load = async (name: string) => {
      const stored = await findRun(store, name);
      return { stored, run: await loadRun(store, stored) };
    };
    const now = await load(after ?? 'latest');
    const old = await load(before ?? earlierRun(await store.runs(), now.stored));
    const comparison = compareRuns(old.run, now.run, await compareFacts(store, old, now));
    if (json === true) terminal.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
    else {
      const text = compareText(comparison, settings.lang, columnsOf(terminal.stdout), runCriteria(now.run));
      await showText(text, settings.pager, terminal);
    }
    return exitStatus.ok;
  });
}

/** @throws UserError `compare-alone` when there is none */
function earlierRun(runs: readonly StoredRun[], than: StoredRun): string {
  const before = runs.slice(
    0,
    runs.findIndex(({ id }) => id === than.id),
  );
  const found = before.findLast(({ registry }) => registry.path === than.registry.path);
  if (found !== undefined) return found.id;
  throw new UserError('compare-alone', `There is no earlier run over ${than.registry.path} to compare with.`, {
    hint: 'planaudit history lists the runs; name two of them: planaudit compare OLD NEW',
    th: {
      message: `ยังไม่มีการตรวจก่อนหน้าของทะเบียน ${than.registry.path} ให้เทียบ`,
      hint: 'ดูรายการด้วย planaudit history แล้วระบุสองครั้ง: planaudit compare เดิม ใหม่',
    },
  });
}
