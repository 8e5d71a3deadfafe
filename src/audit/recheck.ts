// Judges a stored crawl again, under the packs given, without any network. With unchanged packs and program the result is
// the stored run to the byte.
import { UserError } from '../errors.ts';
import { judgeAgency } from '../judge/judge.ts';
import type { Pack } from '../judge/pack.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { loadRun } from './stored-run.ts';

export interface RecheckOptions {
  readonly packs: readonly Pack[];
  /** Version of this program. */
  readonly version: string;
  /** Audit date in place of the run's, YYYY-MM-DD. */
  readonly asOf?: string;
  /** In place of the run's threshold of confidence, 0 to 1. */
  readonly reviewBelow?: number;
  /** Told of after each agency. */
  readonly onJudged?: (done: number, total: number) => void;
}

/** @throws UserError `run-pruned` when the run's crawls are no longer kept */
export async function recheckRun(store: StoreReader, run: StoredRun, options: RecheckOptions): Promise<AuditRun> {
  const verdicts = await store.verdicts(run.id);
  const agencies = await agenciesOf(store, run);
  const again: AgencyVerdict[] = [];
  let judged = 0;
  for (const verdict of verdicts) {
    const rejudged = await rejudge(store, run, agencies.get(verdict.id), options);
    if (rejudged !== undefined) judged += 1;
    // Where the program failed there was no crawl, and there is nothing new to say.
    again.push(rejudged ?? verdict);
    options.onJudged?.(again.length, verdicts.length);
  }
  if (judged === 0 && verdicts.length > 0) {
    throw new UserError('run-pruned', `What run ${run.id} was judged on is no longer kept.`, {
      hint: 'planaudit history shows which runs can be judged again.',
      th: {
        message: `ข้อมูลที่ใช้ตัดสินการตรวจ ${run.id} ถูกลบไปแล้ว`,
        hint: 'ดูการตรวจที่ตัดสินใหม่ได้ด้วย planaudit history',
      },
    });
  }
  const rejudged = { verdicts: again, packs: options.packs, version: options.version };
  const { reviewBelow } = options;
  return loadRun(
    store,
    reviewBelow === undefined ? run : { ...run, settings: { ...run.settings, reviewBelow } },
    rejudged,
  );
}

/** The threshold of confidence a run was made with; runs of older versions had none. */
export function reviewBelowOf({ settings }: Pick<StoredRun, 'settings'>): number {
  const recorded = settings['reviewBelow'];
  return typeof recorded === 'number' ? recorded : 0;
}

/** One agency's verdict anew, without reviews; undefined when its crawl is not kept. */
export async function rejudgeAgency(
  store: StoreReader,
  run: StoredRun,
  agencyId: string,
  { packs, asOf, reviewBelow }: Pick<RecheckOptions, 'packs' | 'asOf' | 'reviewBelow'>,
): Promise<AgencyVerdict | undefined> {
  return rejudge(store, run, (await agenciesOf(store, run)).get(agencyId), {
    packs,
    ...(asOf === undefined ? {} : { asOf }),
    ...(reviewBelow === undefined ? {} : { reviewBelow }),
  });
}

async function agenciesOf(store: StoreReader, run: StoredRun): Promise<ReadonlyMap<string, Agency>> {
  return new Map((await store.registry(run.registry.sha256)).map((agency) => [agency.id, agency]));
}

async function rejudge(
  store: StoreReader,
  run: StoredRun,
  agency: Agency | undefined,
  { packs, asOf, reviewBelow }: Pick<RecheckOptions, 'packs' | 'asOf' | 'reviewBelow'>,
): Promise<AgencyVerdict | undefined> {
  if (agency === undefined) return undefined;
  const crawl = await store.crawl(run.id, agency.id);
  if (crawl === undefined) return undefined;
  return judgeAgency(packs, agency, crawl, {
    asOf: asOf ?? run.asOf,
    strictSection: run.strictSection,
    reviewBelow: reviewBelow ?? reviewBelowOf(run),
  });
}
