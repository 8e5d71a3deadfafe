// planaudit report: renders a stored run, or a JSON file of one, in any format. Judges nothing again.
import { findRun, loadRun } from '../audit/stored-run.ts';
import { commandSettings, type Settings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { type AuditRun, auditRunSchema } from '../model/result.ts';
import { newFailuresOnly } from '../report/known-failures.ts';
import type { Store } from '../store/store.ts';
import { auditStatus } from './audit-status.ts';
import { readUserFile } from './read-user-file.ts';
import type { Terminal } from './terminal.ts';
import { prepareReports, writeReports } from './write-reports.ts';

/** Earlier runs shown beside the one reported: two years of months. */
const mostHistory = 24;

/**
 * Status 0 unless `--fail-on` or `--baseline` asks for the run's own. `from` names JSON files of runs: the newest of them is
 * reported, the others are its history.
 */
export async function reportCommand(
  name: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { from, baseline: baselineName, thaiDigits, template: templatePath, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  await prepareReports(settings);
  const files = listOf(from);
  if (files.length > 0 && name !== undefined) {
    throw new UserError('report-source', 'name either a stored run or files with --from, not both', {
      th: { message: 'ระบุการตรวจที่เก็บไว้ หรือไฟล์ด้วย --from อย่างใดอย่างหนึ่ง' },
    });
  }
  const { run, history, baseline } =
    files.length > 0
      ? await fromFiles(files, baselineName, settings, terminal)
      : await fromStore(name, baselineName, settings, terminal);
  const template =
    templatePath === undefined
      ? undefined
      : await readUserFile(String(templatePath), { en: 'letter template', th: 'แม่แบบหนังสือ' });
  await writeReports(run, settings, terminal, {
    history,
    ...(baseline === undefined ? {} : { baseline }),
    ...(template === undefined ? {} : { template }),
    thaiDigits: thaiDigits === true,
  });
  if (rest['failOn'] === undefined && baseline === undefined) return exitStatus.ok;
  return auditStatus(baseline === undefined ? run : newFailuresOnly(run, baseline), settings.failOn);
}

interface Source {
  readonly run: AuditRun;
  readonly history: readonly AuditRun[];
  readonly baseline: AuditRun | undefined;
}

async function fromFiles(
  files: readonly string[],
  baselineName: unknown,
  settings: Settings,
  terminal: Terminal,
): Promise<Source> {
  const runs: AuditRun[] = [];
  for (const file of files) runs.push(await readRunFile(file));
  const sorted = runs.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  const run = sorted.at(-1)!;
  return {
    run,
    history: sorted.slice(0, -1).slice(-mostHistory),
    baseline: await baselineOf(baselineName, settings, terminal),
  };
}

async function fromStore(
  name: string | undefined,
  baselineName: unknown,
  settings: Settings,
  terminal: Terminal,
): Promise<Source> {
  return withStore(settings, terminal, async (store) => {
    const stored = await findRun(store, name);
    const all = await store.runs();
    const earlier = all
      .slice(
        0,
        all.findIndex(({ id }) => id === stored.id),
      )
      .filter(({ state }) => state === 'complete');
    const history: AuditRun[] = [];
    for (const each of earlier.slice(-mostHistory)) history.push(await loadRun(store, each));
    const run = await loadRun(store, stored);
    return { run, history, baseline: await baselineOf(baselineName, settings, terminal, store) };
  });
}

/** A file where there is one of that name (`.json`), else a stored run. */
async function baselineOf(
  name: unknown,
  settings: Settings,
  terminal: Terminal,
  open?: Store,
): Promise<AuditRun | undefined> {
  if (name === undefined) return undefined;
  const text = String(name);
  if (/\.json$/i.test(text)) return readRunFile(text);
  const load = async (store: Store) => loadRun(store, await findRun(store, text));
  return open === undefined ? withStore(settings, terminal, load) : load(open);
}

async function withStore<T>(settings: Settings, terminal: Terminal, use: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/open-store.ts');
  const store = await openStore(settings, { create: false, now: terminal.now });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function readRunFile(path: string): Promise<AuditRun> {
  const bytes = await readUserFile(path, { en: 'run', th: 'ไฟล์ผลการตรวจ' });
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw notARun(path, (error as Error).message);
  }
  const parsed = auditRunSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notARun(path, issue === undefined ? 'unknown form' : `${issue.path.join('.')}: ${issue.message}`);
}

function notARun(path: string, why: string): UserError {
  return new UserError('run-file', `${path} is not a run of planaudit: ${why}`, {
    hint: 'planaudit audit … --format json --out DIR writes one (planaudit.json).',
    th: {
      message: `${path} ไม่ใช่ผลการตรวจของ planaudit`,
      hint: 'สร้างได้ด้วย planaudit audit … --format json --out โฟลเดอร์ (ได้ไฟล์ planaudit.json)',
    },
  });
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function timeOf({ run }: AuditRun): string {
  return `${run.asOf} ${run.startedAt}`;
}
