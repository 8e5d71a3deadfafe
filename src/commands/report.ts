// planaudit report: renders a stored run, or a JSON file of one, in any format. Judges nothing again.
import { findRun, loadRun } from '../audit/stored-run.ts';
import { commandSettings, type Settings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { AuditRun } from '../model/result.ts';
import { auditStatus } from './audit-status.ts';
import { withStore } from './open-stored.ts';
import { readBaseline, statusAgainst } from './read-baseline.ts';
import { readRunFile } from './read-run-file.ts';
import { letterFiles, type ReportExtras, storedExtras } from './report-extras.ts';
import type { Terminal } from './terminal.ts';
import { prepareReports, writeReports } from './write-reports.ts';

/** Earlier runs shown beside the one reported: two years of months. */
const mostHistory = 24;

/**
 * Status 0 unless `--fail-on` or a baseline asks for the run's own. `from` names JSON files of runs: the newest of them is
 * reported, the others are its history.
 */
export async function reportCommand(
  name: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { from, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  await prepareReports(settings);
  const letter = await letterFiles(settings);
  const files = listOf(from);
  if (files.length > 0 && name !== undefined) {
    throw new UserError('report-source', 'name either a stored run or files with --from, not both', {
      th: { message: 'ระบุการตรวจที่เก็บไว้ หรือไฟล์ด้วย --from อย่างใดอย่างหนึ่ง' },
    });
  }
  const { run, extras } =
    files.length > 0 ? await fromFiles(files, settings, terminal) : await fromStore(name, settings, terminal);
  await writeReports(run, settings, terminal, { ...extras, ...letter });
  if (extras.baseline !== undefined) return statusAgainst(run, extras.baseline, settings, terminal);
  return rest['failOn'] === undefined && settings.baseline === null ? exitStatus.ok : auditStatus(run, settings.failOn);
}

interface Source {
  readonly run: AuditRun;
  readonly extras: Pick<ReportExtras, 'history' | 'pictures' | 'baseline'>;
}

async function fromFiles(files: readonly string[], settings: Settings, terminal: Terminal): Promise<Source> {
  const runs: AuditRun[] = [];
  for (const file of files) runs.push(await readRunFile(file));
  const sorted = runs.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  const baseline = await readBaseline(settings, terminal);
  return {
    run: sorted.at(-1)!,
    extras: { history: sorted.slice(0, -1).slice(-mostHistory), ...(baseline === undefined ? {} : { baseline }) },
  };
}

async function fromStore(name: string | undefined, settings: Settings, terminal: Terminal): Promise<Source> {
  return withStore(settings, terminal, async (store) => {
    const stored = await findRun(store, name);
    const run = await loadRun(store, stored);
    const baseline = await readBaseline(settings, terminal, { store, reported: stored });
    const extras = await storedExtras(store, stored, run.agencies, settings);
    return { run, extras: { ...extras, ...(baseline === undefined ? {} : { baseline }) } };
  });
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function timeOf({ run }: AuditRun): string {
  return `${run.asOf} ${run.startedAt}`;
}
