// planaudit compare: what changed between two stored runs, and because of what.
import { commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { withStore } from './open-stored.ts';
import { columnsOf, type Terminal } from './terminal.ts';

/** Default: the newest run against the one before. */
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
    const old = await load(before ?? 'previous');
    const now = await load(after ?? 'latest');
    const comparison = compareRuns(old.run, now.run, await compareFacts(store, old, now));
    terminal.stdout.write(
      json === true
        ? `${JSON.stringify(comparison, null, 2)}\n`
        : compareText(comparison, settings.lang, columnsOf(terminal.stdout)),
    );
    return exitStatus.ok;
  });
}
