// The baseline of `--baseline`: the run whose failures are known already, from a file or the store; and what it makes of a
// run's exit status.
import { findRun, loadRun } from '../audit/stored-run.ts';
import type { Settings } from '../config.ts';
import type { ExitStatus } from '../errors.ts';
import type { AuditRun } from '../model/result.ts';
import { failureCounts, newFailuresOnly } from '../report/known-failures.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { auditStatus } from './audit-status.ts';
import { withStore } from './open-stored.ts';
import { readRunFile } from './read-run-file.ts';
import type { Terminal } from './terminal.ts';

/** The run that is reported: `previous` means the one before it over the same registry. */
export type Reported = Pick<StoredRun, 'registry'> & { readonly id?: string };

/**
 * Undefined without `--baseline`, and for `previous` where there is no earlier run (the first month): every failure is new then.
 * @throws UserError `run-unknown`, `run-file`, `file-unreadable`
 */
export async function readBaseline(
  settings: Pick<Settings, 'baseline' | 'data' | 'store' | 'lang' | 'quiet'>,
  terminal: Terminal,
  from: { readonly store?: StoreReader; readonly reported?: Reported } = {},
): Promise<AuditRun | undefined> {
  const name = settings.baseline;
  if (name === null) return undefined;
  if (/\.json$/i.test(name)) return readRunFile(name);
  const load = async (store: StoreReader): Promise<AuditRun | undefined> => {
    if ((name !== 'previous' && name !== 'latest') || from.reported === undefined) {
      return loadRun(store, await findRun(store, name));
    }
    const found = runBefore(await store.runs(), from.reported);
    if (found !== undefined) return loadRun(store, found);
    if (!settings.quiet) terminal.stderr.write(`${texts[settings.lang].none}\n`);
    return undefined;
  };
  return from.store === undefined ? withStore(settings, terminal, load) : load(from.store);
}

/** The newest whole run over the same registry before the one reported, or the newest of all if that is not stored yet. */
function runBefore(runs: readonly StoredRun[], { id, registry }: Reported): StoredRun | undefined {
  const at = runs.findIndex((run) => run.id === id);
  return runs
    .slice(0, at < 0 ? runs.length : at)
    .findLast((run) => run.state === 'complete' && run.registry.path === registry.path);
}

/** Only new failures count where there is a baseline; says how many there are. */
export function statusAgainst(
  run: AuditRun,
  baseline: AuditRun | undefined,
  { failOn, lang, quiet }: Pick<Settings, 'failOn' | 'lang' | 'quiet'>,
  terminal: Terminal,
): ExitStatus {
  if (baseline === undefined) return auditStatus(run, failOn);
  const { fresh, known } = failureCounts(run, baseline);
  if (!quiet) terminal.stderr.write(`${texts[lang].counts(fresh, known, baseline.run.id)}\n`);
  return auditStatus(newFailuresOnly(run, baseline), failOn);
}

const texts = {
  th: {
    none: 'ยังไม่มีการตรวจก่อนหน้าของทะเบียนนี้ให้เทียบ ทุกข้อที่ไม่พบจึงนับเป็นของใหม่',
    counts: (fresh: number, known: number, id: string) =>
      `เทียบกับการตรวจ ${id}: ไม่พบเพิ่มใหม่ ${fresh} ข้อ ทราบอยู่แล้ว ${known} ข้อ`,
  },
  en: {
    none: 'there is no earlier run over this registry: every failure counts as new',
    counts: (fresh: number, known: number, id: string) =>
      `against run ${id}: ${fresh} new failure${fresh === 1 ? '' : 's'}, ${known} known`,
  },
} as const;
