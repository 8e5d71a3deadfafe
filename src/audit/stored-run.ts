// A stored run as the report value: what the audit gave, with the decisions that count for it now.
import { UserError } from '../errors.ts';
import type { Pack } from '../judge/pack.ts';
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { reviewedRun } from './apply-reviews.ts';
import { packInfos } from './run-audit.ts';
import { summarizeRun } from './summarize-run.ts';

/**
 * The run a user means: `latest` (also when nothing is given), `previous`, an id or the unambiguous beginning of one, or a
 * number counted from the newest (`-1`).
 * @throws UserError `run-unknown`
 */
export async function findRun(store: StoreReader, name: string | undefined): Promise<StoredRun> {
  const runs = await store.runs();
  const wanted = name ?? 'latest';
  const back = wanted === 'latest' ? 1 : wanted === 'previous' ? 2 : /^-\d+$/.test(wanted) ? -Number(wanted) + 1 : 0;
  const found = back > 0 ? runs.slice(-back, runs.length - back + 1) : runs.filter(({ id }) => id.startsWith(wanted));
  const [first] = runs.filter(({ id }) => id === wanted).concat(found);
  if (first !== undefined && (found.length === 1 || first.id === wanted)) return first;
  const names = runs.map(({ id }) => id);
  throw new UserError(
    'run-unknown',
    found.length > 1
      ? `Several runs begin with ${wanted}: ${found.map(({ id }) => id).join(', ')}.`
      : `There is no run ${wanted} in ${store.place}.`,
    {
      hint: `planaudit history lists the runs${names.length > 0 ? ` (newest: ${names.at(-1)})` : ''}.`,
      th: { message: `ไม่พบการตรวจ ${wanted} ใน ${store.place}`, hint: 'ดูรายการด้วย planaudit history' },
    },
  );
}

/** In place of what is stored, when a run is judged again. */
export interface Rejudged {
  readonly verdicts: readonly AgencyVerdict[];
  readonly packs: readonly Pack[];
  readonly version: string;
}

/** The report value of a stored run. */
export async function loadRun(store: StoreReader, run: StoredRun, rejudged?: Rejudged): Promise<AuditRun> {
  const agencies = rejudged?.verdicts ?? (await store.verdicts(run.id));
  const packs = rejudged?.packs ?? (await store.packs(run.id));
  const registry = await store.registry(run.registry.sha256);
  const last = (await store.recordedAgencies(run.id)).at(-1)?.at;
  const value: AuditRun = {
    schema: 'planaudit.run/1',
    tool: { name: 'planaudit', version: rejudged?.version ?? run.toolVersion },
    run: {
      id: run.id,
      asOf: run.asOf,
      fiscalYear: run.fiscalYear,
      startedAt: run.startedAt,
      // A killed run ended with the last thing it wrote down.
      finishedAt: run.finishedAt ?? last ?? run.startedAt,
      complete: run.state === 'complete',
      registry: { ...run.registry, agencies: registry.length },
      packs: packInfos(packs),
      settings: { ...run.settings },
    },
    summary: summarizeRun(
      agencies,
      packs.flatMap((pack) => pack.criteria.map(({ id }) => id)),
    ),
    agencies: [...agencies],
  };
  return reviewedRun(value, run.reviews);
}
