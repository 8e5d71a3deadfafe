// planaudit audit --store: puts the run before many machines, takes part in the work, follows it to its end and reports, as
// the audit of one machine does.
import { shareRun } from '../audit/share-run.ts';
import { unfinishedRun } from '../audit/store-journal.ts';
import { findRun, loadRun } from '../audit/stored-run.ts';
import { watchSharedRun } from '../audit/watch-shared-run.ts';
import { toolVersion } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { nameServerLookup } from '../fetch/find-addresses.ts';
import type { AuditRun } from '../model/result.ts';
import { openQueueServer } from '../queue/boss-queue.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { openStore } from '../store/open-store.ts';
import { type RunLock, thisHolder } from '../store/run-lock.ts';
import type { Store } from '../store/store.ts';
import { auditDate } from './audit-date.ts';
import { readHosts } from './audit-tools.ts';
import { logFinished } from './log-progress.ts';
import { needPictures } from './open-pictures.ts';
import { showProgress } from './progress.ts';
import { readBaseline, statusAgainst } from './read-baseline.ts';
import { letterFiles, storedExtras } from './report-extras.ts';
import { type RunAndReportOptions, recordedSettings } from './run-and-report.ts';
import { sharedTexts } from './shared-texts.ts';
import { databaseClock, patient, pause, troubleNotes, workOnRun } from './shared-work.ts';
import { guardRegistry } from './stored-audit.ts';
import { prepareReports, writeReports } from './write-reports.ts';

export interface SharedAuditOptions extends RunAndReportOptions {
  readonly stored: NonNullable<RunAndReportOptions['stored']>;
  /** What this process does once the agencies are in the queue: take part, only follow, or leave. */
  readonly part: 'work' | 'watch' | 'leave';
}

/** How long a second master waits for the first to fill the queue. */
const lockPatienceMs = 5 * 60_000;

export async function sharedAudit(options: SharedAuditOptions): Promise<ExitStatus> {
  const { registry, agencies, packs, settings, terminal, stored, part } = options;
  const words = sharedTexts(settings.lang);
  const version = toolVersion();
  await prepareReports(settings);
  const letter = await letterFiles(settings);
  if (settings.screenshots) await (await needPictures(settings, 'quote')).close();
  const progress = await showProgress(terminal, settings.lang, settings.quiet);
  const onTrouble = troubleNotes(progress.note, settings.lang);
  const store = await openStore(settings, { create: true, now: terminal.now });
  try {
    const queues = await openQueueServer(settings.store!, part === 'leave' ? undefined : 'audit', onTrouble);
    try {
      const { now } = await databaseClock(store, terminal.now);
      const lock = await lockPatiently(store, terminal.now);
      let id: string;
      let baseline: AuditRun | undefined;
      try {
        // As it is before this run stands among the others.
        baseline = await readBaseline(settings, terminal, {
          store,
          reported: { registry: { ...registry, sha256: '' } },
        });
        await guardRegistry(store, { ...stored, registry, settings, terminal });
        const unfinished = settings.asOf === null && settings.resume ? await unfinishedRun(store) : undefined;
        progress.note(words.resolving);
        const start = await shareRun({
          store,
          queues,
          registry,
          agencies,
          packs,
          asOf: unfinished?.asOf ?? auditDate(settings, now()),
          strictSection: settings.strictSection,
          reviewBelow: settings.reviewBelow,
          version,
          settings: recordedSettings(settings),
          reviews: stored.reviews,
          resume: settings.resume,
          now,
          hosts: options.hosts ?? (settings.hosts === null ? new Map() : readHosts(settings.hosts)),
          contact: settings.contact,
          lookup: nameServerLookup(),
          maxMinutes: settings.maxMinutes,
        });
        id = start.runId;
        if (start.how === 'begun') progress.note(words.begun(id, start.queued, start.groups));
        else if (start.how === 'joined') progress.note(words.joined(id));
        else progress.note(words.resumed(id, start.queued));
      } finally {
        await lock.release();
      }
      if (part === 'leave') {
        progress.note(words.enqueued(id));
        terminal.stdout.write(`${id}\n`);
        return exitStatus.ok;
      }
      await follow(id);
      const kept = await findRun(store, id);
      const value = await loadRun(store, kept);
      if (terminal.log !== undefined && !settings.quiet) logFinished(terminal.log, value);
      await writeReports(value, settings, terminal, {
        ...(await storedExtras(store, kept, value.agencies, settings)),
        ...letter,
        ...(baseline === undefined ? {} : { baseline }),
        ...(options.findings === undefined ? {} : { findings: options.findings }),
      });
      return value.run.complete ? statusAgainst(value, baseline, settings, terminal) : exitStatus.unfinished;

      /** Works and watches until the run is over or the user stops this process. */
      async function follow(runId: string): Promise<void> {
        const run = await findRun(store, runId);
        const shared = await store.shared.get(runId);
        if (shared === undefined) throw new Error(`run ${runId} is not shared`);
        const stop = new AbortController();
        const over = new AbortController();
        const undo = terminal.onInterrupt(() => {
          progress.note(messagesOf(settings.lang).progress.stopping);
          stop.abort();
        });
        const work =
          part === 'watch'
            ? Promise.resolve()
            : workOnRun({
                store,
                queues,
                run,
                shared,
                settings,
                terminal,
                drain: stop.signal,
                stop: stop.signal,
                note: progress.note,
                onTrouble,
                onProgress: progress.onEvent,
                ...(options.tools === undefined ? {} : { tools: options.tools }),
              });
        try {
          const [state] = await Promise.all([
            watchSharedRun({
              store: patient(store, onTrouble),
              run,
              sleep: pause,
              onProgress: progress.onEvent,
              signal: AbortSignal.any([stop.signal, over.signal]),
            }),
            work.catch((error: unknown) => {
              over.abort();
              throw error;
            }),
          ]);
          progress.close();
          if (state === 'running') progress.note(words.left(runId));
          if (state === 'interrupted') progress.note(words.cancelled(runId));
        } finally {
          progress.close();
          undo();
        }
      }
    } finally {
      await queues.close();
    }
  } finally {
    await store.close();
  }
}

/** Another master may just be filling the queue. */
async function lockPatiently(store: Store, now: () => number): Promise<RunLock> {
  const from = now();
  for (;;) {
    try {
      return await store.lock(thisHolder(now));
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'run-locked' || now() - from > lockPatienceMs) throw error;
      await pause(500);
    }
  }
}
