// planaudit worker: takes agencies of shared runs from the queue and audits them, until it is told to stop.
import { refuseRun } from '../audit/refuse-run.ts';
import { createWorkerMetrics } from '../audit/worker-metrics.ts';
import { commandSettings, type Settings, toolVersion } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Pack } from '../judge/pack.ts';
import type { AgencyVerdict, Bilingual } from '../model/result.ts';
import { loadPack } from '../packs/load-pack.ts';
import { openQueueServer } from '../queue/boss-queue.ts';
import { openStore } from '../store/open-store.ts';
import type { SharedRun } from '../store/shared-runs.ts';
import type { Store, StoredRun } from '../store/store.ts';
import { loadPacks } from './load-packs.ts';
import { logTerminal } from './log.ts';
import { serveMetrics } from './metrics-server.ts';
import { showProgress } from './progress.ts';
import { sharedTexts } from './shared-texts.ts';
import { patient, pause, troubleNotes, type WorkOnRunOptions, workOnRun } from './shared-work.ts';
import type { Terminal } from './terminal.ts';

export type WorkerReplacements = Pick<WorkOnRunOptions, 'tools'>;

/** How long agencies in hand may go on after the first request to stop; service managers kill after 90 s. */
const graceMs = 30_000;
const lookMs = 2000;

export async function workerCommand(
  flags: Readonly<Record<string, unknown>>,
  given: Terminal,
  replacements: WorkerReplacements = {},
): Promise<ExitStatus> {
  const { metrics: metricsAt, untilIdle, ...rest } = flags;
  const { settings, sources } = await commandSettings(rest, given.env);
  const terminal = logTerminal(given, settings);
  if (settings.store === null) throw storeMissing();
  const ownPack = ownPacks(sources.pack === 'default' ? [] : settings.pack);
  const words = sharedTexts(settings.lang);
  const progress = await showProgress(terminal, settings.lang, settings.quiet);
  const metrics = createWorkerMetrics();
  const noteTrouble = troubleNotes(progress.note, settings.lang);
  const onTrouble = (error: unknown) => {
    metrics.trouble();
    noteTrouble(error);
  };
  const drain = new AbortController();
  const stop = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const undo = terminal.onInterrupt(() => {
    progress.note(words.finishing(graceMs / 1000));
    drain.abort();
    grace = setTimeout(() => stop.abort(), graceMs);
  });
  const store = await openStore(settings, { create: true, now: terminal.now });
  try {
    const queues = await openQueueServer(settings.store, 'worker', onTrouble);
    let current: string | undefined;
    const server =
      metricsAt === undefined
        ? undefined
        : await serveMetrics(String(metricsAt), async () => {
            const queue =
              current === undefined
                ? undefined
                : await queues
                    .open(current)
                    .counts()
                    .catch(() => undefined);
            const { user, system } = process.cpuUsage();
            return metrics.text({
              rssBytes: process.memoryUsage.rss(),
              cpuSeconds: (user + system) / 1e6,
              ...(queue === undefined ? {} : { queue }),
            });
          });
    try {
      if (server !== undefined) progress.note(words.metrics(server.url));
      const refused = new Set<string>();
      const steady = patient(store, onTrouble);
      let waiting = false;
      while (!drain.signal.aborted) {
        const shared = await steady.shared.current();
        if (shared === undefined && untilIdle === true) return exitStatus.ok;
        const found = shared?.queued ? await openRun(steady, shared, ownPack) : undefined;
        if (shared === undefined || found === undefined || found.refusal !== undefined) {
          if (found?.refusal !== undefined) {
            if (untilIdle === true) throw refusedRun(found.refusal);
            if (!refused.has(found.run.id)) progress.note(found.refusal[settings.lang]);
            refused.add(found.run.id);
          } else if (!waiting) progress.note(words.waiting);
          waiting = true;
          await pause(lookMs, drain.signal);
          continue;
        }
        waiting = false;
        const { run } = found;
        const total = run.selection.length;
        const before = await steady.shared.countRecorded(run.id);
        progress.note(words.working(run.id, before, total));
        progress.onEvent({ kind: 'run-started', runId: run.id, total, done: before });
        const tell = async (verdict: AgencyVerdict): Promise<void> => {
          const done = await steady.shared.countRecorded(run.id);
          progress.onEvent({ kind: 'agency-finished', verdict, done, total });
        };
        current = run.id;
        await workOnRun({
          store,
          queues,
          run,
          shared,
          settings,
          terminal,
          drain: drain.signal,
          stop: stop.signal,
          note: progress.note,
          onTrouble,
          onCrawl: (crawl) => metrics.crawled(crawl),
          observer: metrics,
          onProgress: progress.onEvent,
          onJudged: (verdict) => void tell(verdict).catch(onTrouble),
          ...replacements,
        });
        current = undefined;
        progress.note(words.ended(run.id, (await steady.shared.get(run.id))?.state ?? 'interrupted'));
      }
      return exitStatus.ok;
    } finally {
      await server?.close();
      await queues.close();
    }
  } finally {
    progress.close();
    undo();
    clearTimeout(grace);
    await store.close();
  }
}

interface FoundRun {
  readonly run: StoredRun;
  readonly refusal: Bilingual | undefined;
}

async function openRun(
  store: Pick<Store, 'runs' | 'packs'>,
  shared: SharedRun,
  ownPack: (name: string) => Pack | undefined,
): Promise<FoundRun | undefined> {
  const run = (await store.runs()).find(({ id }) => id === shared.runId);
  if (run === undefined) return undefined;
  return { run, refusal: refuseRun(run, await store.packs(run.id), toolVersion(), ownPack) };
}

/** The packs of this machine by name: those it was told of, and those that come with the program. */
function ownPacks(told: Settings['pack']): (name: string) => Pack | undefined {
  const own = new Map(loadPacks(told).map((pack) => [pack.name, pack]));
  return (name) => {
    const known = own.get(name);
    if (known !== undefined) return known;
    try {
      return loadPack(name);
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  };
}

function refusedRun(refusal: Bilingual): UserError {
  return new UserError('run-refused', refusal.en, { th: { message: refusal.th } });
}

function storeMissing(): UserError {
  return new UserError('worker-store', 'planaudit worker needs the database that machines share: --store', {
    hint: 'planaudit worker --store postgres://planaudit@db.example.go.th/planaudit',
    th: {
      message: 'planaudit worker ต้องรู้ฐานข้อมูลที่ใช้ร่วมกัน: --store',
      hint: 'planaudit worker --store postgres://planaudit@db.example.go.th/planaudit',
    },
  });
}
