// Audits the agencies of a registry: rows in are rows out, in registry order. What cannot be reached for a passing reason is
// tried again before the run is sealed. An interrupted run keeps what was judged and says that it is not complete.
import { createHash } from 'node:crypto';
import { levelIn } from '../judge/draft-pack.ts';
import type { Pack } from '../judge/pack.ts';
import { calendarOf } from '../judge/years.ts';
import type { Capture, CrawlResult } from '../model/crawl.ts';
import type { Agency, Registry } from '../model/registry.ts';
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import { runJobs } from '../queue/run-jobs.ts';
import type { AgencyThreads } from './agency-threads.ts';
import type { AgencyAudit, CrawlSettings, Judge } from './audit-agency.ts';
import type { RunJournal } from './run-journal.ts';
import { summarizeRun } from './summarize-run.ts';
import { tracedAgency } from './traced-agency.ts';
import type { Tracing } from './tracing.ts';

/** Tells of progress; `done` and `total` count agencies. */
export type RunEvent =
  | { readonly kind: 'run-started'; readonly runId: string; readonly total: number; readonly done: number }
  | { readonly kind: 'agency-started'; readonly agency: Agency }
  | {
      readonly kind: 'request';
      readonly agency: Agency;
      readonly url: string;
      readonly requests: number;
      readonly maxRequests: number;
      /** Criteria not yet proven. */
      readonly open: number;
    }
  | { readonly kind: 'agency-finished'; readonly verdict: AgencyVerdict; readonly done: number; readonly total: number }
  /** Unreachable at first; tried again at the end of the run. */
  | { readonly kind: 'agency-postponed'; readonly agency: Agency; readonly cause: string };

/** What every crawl of a run works with; made by the caller, who also closes it. */
export type CrawlDeps = Omit<CrawlSettings, 'patience'>;

/** What a run works with. */
export type AuditDeps = CrawlDeps & {
  readonly judge?: Judge;
  /** Stands for `auditAgency` where no one traces: agency threads. */
  readonly audit?: AgencyThreads['audit'];
  /** As in `AuditAgencyOptions`. */
  readonly onStart?: (agency: Agency) => void;
  readonly onCapture?: (agency: Agency, capture: Capture, body: Buffer) => void;
  readonly onCrawl?: (agency: Agency, crawl: CrawlResult) => void;
};

export interface RunAuditOptions {
  readonly registry: Registry;
  /** A selection of the registry's agencies; absent = all. */
  readonly agencies?: readonly Agency[];
  readonly packs: readonly Pack[];
  /** Audit date, YYYY-MM-DD (Asia/Bangkok). */
  readonly asOf: string;
  readonly strictSection?: boolean;
  /** As in `JudgeOptions`. */
  readonly reviewBelow?: number;
  /** As recorded in the run. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly deps: AuditDeps;
  /** Agencies at once. Default 8; those sharing a host or an address are paced by the fetcher all the same. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: RunEvent) => void;
  /** Verdicts of an earlier, unfinished attempt at this run; and where this one's are written down. */
  readonly journal?: RunJournal;
  /** Traces the run, where an SDK is registered. */
  readonly tracing?: Tracing;
}

/** Runs the audit. Resolves also when interrupted (`run.complete` false); rejects only for bugs or a failing journal. */
export function runAudit(options: RunAuditOptions): Promise<AuditRun> {
  const { tracing, agencies = options.registry.agencies } = options;
  if (tracing === undefined) return auditAll(options);
  return tracing.span('planaudit.run', { 'planaudit.agencies': agencies.length }, async (span) => {
    const run = await auditAll({ ...options, tracing: span.inside });
    span.set({ 'planaudit.run.id': run.run.id, 'planaudit.complete': run.run.complete });
    return run;
  });
}

async function auditAll(options: RunAuditOptions): Promise<AuditRun> {
  const { registry, packs, asOf, deps, signal, onProgress, journal } = options;
  const agencies = options.agencies ?? registry.agencies;
  const startedAt = journal?.startedAt ?? new Date(deps.now()).toISOString();
  const id = journal?.runId ?? runId(startedAt, registry);
  const finished = new Set<string>();
  /** Only without a journal: a whole country's verdicts are not held in memory twice. */
  const held = new Map<string, AgencyVerdict>();
  for (const { id: agencyId } of agencies) if (journal?.isFinished(agencyId)) finished.add(agencyId);
  onProgress?.({ kind: 'run-started', runId: id, total: agencies.length, done: finished.size });

  async function finish(verdict: AgencyVerdict): Promise<void> {
    await journal?.record(verdict);
    finished.add(verdict.id);
    if (journal === undefined) held.set(verdict.id, verdict);
    onProgress?.({ kind: 'agency-finished', verdict, done: finished.size, total: agencies.length });
  }
  function audit(agency: Agency, failedBefore?: string): Promise<AgencyAudit | undefined> {
    onProgress?.({ kind: 'agency-started', agency });
    const { judge, audit: inThread, onStart, onCapture, onCrawl, ...crawl } = deps;
    return tracedAgency(
      agency,
      {
        packs,
        settings: { asOf, strictSection: options.strictSection ?? false, reviewBelow: options.reviewBelow ?? 0 },
        // The second pass is slower, with doubled limits.
        crawl: failedBefore === undefined ? crawl : { ...crawl, patience: 2 },
        ...(judge === undefined ? {} : { judge }),
        ...(signal === undefined ? {} : { signal }),
        ...(failedBefore === undefined ? {} : { failedBefore }),
        onEvent: ({ url, requests, maxRequests, open }) =>
          onProgress?.({ kind: 'request', agency, url, requests, maxRequests, open }),
        ...(onStart === undefined ? {} : { onStart: () => onStart(agency) }),
        ...(onCapture === undefined ? {} : { onCapture: (capture, body) => onCapture(agency, capture, body) }),
        ...(onCrawl === undefined ? {} : { onCrawl: (result) => onCrawl(agency, result) }),
      },
      options.tracing,
      inThread,
    );
  }

  const again: { agency: Agency; cause: string }[] = [];
  const concurrency = options.concurrency ?? 8;
  const todo = agencies.filter((agency) => !finished.has(agency.id));
  await runJobs(
    todo,
    concurrency,
    async (agency) => {
      const outcome = await audit(agency);
      if (outcome === undefined) return;
      if (outcome.tryAgain === undefined) return finish(outcome.verdict);
      again.push({ agency, cause: outcome.tryAgain });
      onProgress?.({ kind: 'agency-postponed', agency, cause: outcome.tryAgain });
    },
    signal,
  );
  await runJobs(
    again,
    concurrency,
    async ({ agency, cause }) => {
      const outcome = await audit(agency, cause);
      if (outcome !== undefined) await finish(outcome.verdict);
    },
    signal,
  );

  const judged = inOrder(agencies, journal === undefined ? held.values() : await journal.verdicts());
  const complete = judged.length === agencies.length;
  if (!complete && !signal?.aborted) throw new Error(`${agencies.length} agencies in, ${judged.length} out`);
  return {
    schema: 'planaudit.run/1',
    tool: { name: 'planaudit', version: options.version },
    run: {
      id,
      asOf,
      fiscalYear: calendarOf(asOf).fiscalYear,
      startedAt,
      finishedAt: new Date(deps.now()).toISOString(),
      complete,
      registry: { path: registry.path, sha256: registry.sha256, agencies: registry.agencies.length },
      packs: packInfos(packs),
      settings: { ...options.settings },
    },
    summary: summarizeRun(
      judged,
      packs.flatMap((pack) => pack.criteria.map(({ id }) => id)),
    ),
    agencies: judged,
  };
}

function inOrder(agencies: readonly Agency[], verdicts: Iterable<AgencyVerdict>): AgencyVerdict[] {
  const byId = new Map([...verdicts].map((verdict) => [verdict.id, verdict]));
  return agencies.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What a run records of its packs. */
export function packInfos(packs: readonly Pack[]): AuditRun['run']['packs'] {
  return packs.map((pack) => ({
    name: pack.name,
    version: pack.version,
    sha256: pack.sha256,
    ...(pack.draft ? { draft: true as const } : {}),
    criteria: pack.criteria.map((criterion) => {
      const { id, title, law } = criterion;
      const code = pack.codes[id];
      const level = levelIn(criterion, pack, packs);
      return { id, title, ...level, clause: law.clause, ...(code === undefined ? {} : { code }) };
    }),
  }));
}

/** `20261123T210810Z-3f2a9c`: sorts by time, and tells apart runs of one second over different registries. */
export function runId(startedAt: string, registry: Registry): string {
  const stamp = startedAt.replace(/\.\d+/, '').replace(/[-:]/g, '');
  return `${stamp}-${createHash('sha256').update(`${startedAt}\n${registry.sha256}`).digest('hex').slice(0, 6)}`;
}
