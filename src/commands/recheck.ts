// planaudit recheck: judges a stored crawl again under the present rule packs, without the network, and reports.
import { commandSettings, toolVersion } from '../config.ts';
import { type ExitStatus, UserError } from '../errors.ts';
import type { Pack } from '../judge/pack.ts';
import { loadPack } from '../packs/load-pack.ts';
import { countProgress } from './count-progress.ts';
import { loadPacks } from './load-packs.ts';
import { logTerminal } from './log.ts';
import { logFinished } from './log-progress.ts';
import { withStore } from './open-stored.ts';
import { readBaseline, statusAgainst } from './read-baseline.ts';
import { letterFiles, storedExtras } from './report-extras.ts';
import type { Terminal } from './terminal.ts';
import { prepareReports, writeReports } from './write-reports.ts';

export async function recheckCommand(
  name: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  given: Terminal,
): Promise<ExitStatus> {
  const { settings, sources } = await commandSettings(flags, given.env);
  const terminal = logTerminal(given, settings);
  await prepareReports(settings);
  const letter = await letterFiles(settings);
  const [{ findRun }, { recheckRun }] = await Promise.all([
    import('../audit/stored-run.ts'),
    import('../audit/recheck.ts'),
  ]);
  return withStore(settings, terminal, async (store) => {
    const stored = await findRun(store, name);
    const packs = sources.pack === 'default' ? presentPacks(await store.packs(stored.id)) : loadPacks(settings.pack);
    // Unless one is given, the run's own holds.
    const threshold = sources.reviewBelow === 'default' ? {} : { reviewBelow: settings.reviewBelow };
    const progress = await countProgress(terminal, settings.lang, settings.quiet);
    const { onJudged } = progress;
    const run = await recheckRun(store, stored, { packs, version: toolVersion(), ...threshold, onJudged }).finally(
      progress.close,
    );
    if (terminal.log !== undefined && !settings.quiet) logFinished(terminal.log, run);
    const baseline = await readBaseline(settings, terminal, { store, reported: stored });
    const extras = await storedExtras(store, stored, run.agencies, settings);
    await writeReports(run, settings, terminal, {
      ...extras,
      ...letter,
      ...(baseline === undefined ? {} : { baseline }),
    });
    return statusAgainst(run, baseline, settings, terminal);
  });
}

/** The packs of the run as they are now; one that was read from a folder is taken as it was. */
function presentPacks(stored: readonly Pack[]): Pack[] {
  return stored.map((pack) => {
    try {
      return loadPack(pack.name);
    } catch (error) {
      if (error instanceof UserError) return pack;
      throw error;
    }
  });
}
