// One process's part in a shared run, with the tools of the run's settings: what worker and audit --store have in common.
import { setTimeout as timer } from 'node:timers/promises';
import type { RunEvent } from '../audit/run-audit.ts';
import { type AgencyJob, sharedHosts } from '../audit/share-run.ts';
import { memoryOf } from '../audit/store-memory.ts';
import { openTracing, type Tracing } from '../audit/tracing.ts';
import { type TurnObserver, workSharedRun } from '../audit/work-shared-run.ts';
import { type Settings, settingNames, toolVersion } from '../config.ts';
import type { CrawlResult } from '../model/crawl.ts';
import type { AgencyVerdict } from '../model/result.ts';
import type { QueueServer } from '../queue/boss-queue.ts';
import { patientStore } from '../store/patient-store.ts';
import type { SharedRun } from '../store/shared-runs.ts';
import type { Store, StoredRun } from '../store/store.ts';
import type { AuditTools } from './audit-tools.ts';
import { openThreads } from './open-threads.ts';
import { sharedTexts } from './shared-texts.ts';
import type { Terminal } from './terminal.ts';

/** Waits; sooner over when the signal aborts. Never rejects. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await timer(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}

/** How long one call to a database that is away is tried again. */
const patienceMs = 10 * 60_000;

export function patient(store: Store, onTrouble: (error: unknown) => void): ReturnType<typeof patientStore> {
  return patientStore(store, { patienceMs, sleep: (ms) => pause(ms), onTrouble });
}

/** The clock of this process, set by the database's: leases, and the times recorded, must not depend on the machine. */
export async function databaseClock(
  store: Pick<Store, 'clock'>,
  now: () => number,
): Promise<{ readonly now: () => number; readonly skewMs: number }> {
  const before = now();
  const there = await store.clock();
  const skewMs = Math.round(there - (before + now()) / 2);
  return { now: () => now() + skewMs, skewMs };
}

/** One line for each kind of trouble, not one for each call that meets it. */
export function troubleNotes(note: (line: string) => void, lang: 'th' | 'en'): (error: unknown) => void {
  let last = '';
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (message === last || message === '') return;
    last = message;
    note(sharedTexts(lang).trouble(message));
  };
}

export interface WorkOnRunOptions {
  readonly store: Store;
  readonly queues: QueueServer;
  readonly run: StoredRun;
  readonly shared: SharedRun;
  /** This process's own. */
  readonly settings: Settings;
  readonly terminal: Pick<Terminal, 'now'>;
  readonly drain: AbortSignal;
  readonly stop: AbortSignal;
  readonly note: (line: string) => void;
  readonly onTrouble: (error: unknown) => void;
  readonly onProgress?: (event: Exclude<RunEvent, { kind: 'run-started' | 'agency-finished' }>) => void;
  readonly onJudged?: (verdict: AgencyVerdict) => void;
  readonly onCrawl?: (crawl: CrawlResult) => void;
  readonly observer?: TurnObserver;
  /** Replaced in tests. */
  readonly tools?: (...args: Parameters<typeof import('./audit-tools.ts').makeAuditTools>) => AuditTools;
}

/** Settings of a machine, not of a run. */
const ofMachine: ReadonlySet<string> = new Set(['concurrency', 'threads', 'lang', 'quiet']);

/** Works on the run until it is over, or until told to leave. */
export async function workOnRun(options: WorkOnRunOptions): Promise<void> {
  const { store, queues, run, shared, settings, note, onTrouble, onCrawl } = options;
  const makeTools = options.tools ?? (await import('./audit-tools.ts')).makeAuditTools;
  const steady = patient(store, onTrouble);
  const [packs, agencies, clock] = await Promise.all([
    steady.packs(run.id),
    steady.registry(run.registry.sha256),
    databaseClock(steady, options.terminal.now),
  ]);
  const skew = Math.round(clock.skewMs / 1000);
  if (Math.abs(skew) > 2) note(sharedTexts(settings.lang).skew(skew));
  const recorded = Object.fromEntries(
    settingNames
      .filter((name) => name in run.settings && !ofMachine.has(name))
      .map((name) => [name, run.settings[name]]),
  ) as Partial<Settings>;
  const tools = makeTools(
    { ...settings, ...recorded, contact: settings.contact ?? shared.contact },
    clock.now,
    settings.hosts === null ? sharedHosts(shared.hosts) : undefined,
    memoryOf(steady),
  );
  const threads = openThreads(settings, packs, clock.now, agencies.length);
  const work = (tracing?: Tracing): Promise<void> =>
    workSharedRun({
      store: steady,
      queue: queues.open<AgencyJob>(run.id),
      run,
      agencies,
      packs,
      deps: {
        ...tools.deps,
        ...(onCrawl === undefined ? {} : { onCrawl: (_, crawl) => onCrawl(crawl) }),
        ...(threads === undefined ? {} : { audit: threads.audit }),
      },
      concurrency: settings.concurrency,
      now: clock.now,
      drain: options.drain,
      stop: options.stop,
      sleep: pause,
      onTrouble,
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
      ...(options.onJudged === undefined ? {} : { onJudged: options.onJudged }),
      ...(options.observer === undefined ? {} : { observer: options.observer }),
      ...(tracing === undefined ? {} : { tracing }),
    });
  const tracing = await openTracing(toolVersion());
  try {
    if (tracing === undefined) await work();
    else await tracing.span('planaudit.run', { 'planaudit.run.id': run.id }, (span) => work(span.inside));
  } finally {
    await threads?.close();
    await tools.close();
  }
}
