// What audit, check and demo share: run an audit with progress and interrupts, deliver the reports, give the exit status.
import type { AgencyHooks } from '../audit/agency-keeper.ts';
import { reviewedRun } from '../audit/apply-reviews.ts';
import type { RunAuditOptions } from '../audit/run-audit.ts';
import type { StoreJournal } from '../audit/store-journal.ts';
import type { RunMemory } from '../audit/store-memory.ts';
import { openTracing } from '../audit/tracing.ts';
import { type Settings, settingNames, toolVersion } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { HostsMap } from '../fetch/hosts-file.ts';
import type { Pack } from '../judge/pack.ts';
import type { Agency, Registry } from '../model/registry.ts';
import type { AuditRun, ReviewDecision } from '../model/result.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { reportSettings } from '../report-settings.ts';
import { auditDate } from './audit-date.ts';
import type { AuditTools } from './audit-tools.ts';
import { logFinished } from './log-progress.ts';
import { needPictures } from './open-pictures.ts';
import { showProgress } from './progress.ts';
import { readBaseline, statusAgainst } from './read-baseline.ts';
import { letterFiles } from './report-extras.ts';
import { openStoredAudit } from './stored-audit.ts';
import type { Terminal } from './terminal.ts';
import { prepareReports, writeReports } from './write-reports.ts';

export interface RunAndReportOptions {
  readonly registry: Registry;
  /** The selection of the registry to audit. */
  readonly agencies: readonly Agency[];
  readonly packs: readonly Pack[];
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** Stands before the hosts file of the settings. */
  readonly hosts?: HostsMap;
  /** False leaves the findings out of the text on standard output. */
  readonly findings?: boolean;
  /** Keep the run in the store, and go on with an unfinished one by `resume`. Absent = nothing is kept. */
  readonly stored?: { readonly reviews: readonly ReviewDecision[]; readonly acceptRegistryChange: boolean };
  /** Replaced in tests. */
  readonly tools?: (settings: Settings, now: () => number, hosts?: HostsMap, memory?: RunMemory) => AuditTools;
  readonly audit?: (options: RunAuditOptions) => Promise<AuditRun>;
}

/** Settings that say how a run was shown, not how it was judged, are left out of its record. */
const displayOnly: ReadonlySet<string> = new Set<string>([
  'hosts',
  'contact',
  'data',
  'store',
  'resume',
  'browserPath',
  'browserSandbox',
  'threads',
  ...Object.keys(reportSettings),
]);

export async function runAndReport(options: RunAndReportOptions): Promise<{ run: AuditRun; status: ExitStatus }> {
  const { registry, agencies, packs, settings, terminal } = options;
  await prepareReports(settings);
  const letter = await letterFiles(settings);
  // Opened when the first picture is taken: here it is only asked whether there is a browser.
  if (options.stored !== undefined && settings.screenshots) await (await needPictures(settings, 'quote')).close();
  const baseline = options.stored === undefined ? await readBaseline(settings, terminal) : undefined;
  const progress = await showProgress(terminal, settings.lang, settings.quiet);
  // The network and document libraries are the slow part of starting: they load after the first words on the screen.
  const makeTools = options.tools ?? (await import('./audit-tools.ts')).makeAuditTools;
  const tracing = await openTracing(toolVersion());
  const audit = options.audit ?? (await import('../audit/run-audit.ts')).runAudit;
  const abort = new AbortController();
  const recorded = recordedSettings(settings);
  const stored =
    options.stored === undefined
      ? undefined
      : await openStoredAudit({ ...options, ...options.stored, recorded, onFailure: () => abort.abort() });
  const asOf = stored?.asOf ?? auditDate(settings, terminal.now());
  let tools: AuditTools;
  try {
    tools = makeTools(settings, terminal.now, options.hosts, stored?.memory);
  } catch (error) {
    await stored?.close();
    throw error;
  }
  const { openThreads } = await import('./open-threads.ts');
  const threads = openThreads(settings, packs, terminal.now, agencies.length);
  const undo = terminal.onInterrupt(() => {
    progress.note(messagesOf(settings.lang).progress.stopping);
    abort.abort();
  });
  try {
    const judged = await audit({
      registry,
      agencies,
      packs,
      asOf,
      strictSection: settings.strictSection,
      reviewBelow: settings.reviewBelow,
      settings: recorded,
      version: toolVersion(),
      deps: {
        ...tools.deps,
        ...(stored === undefined ? {} : journalHooks(stored.journal)),
        ...(threads === undefined ? {} : { audit: threads.audit }),
      },
      concurrency: settings.concurrency,
      ...(tracing === undefined ? {} : { tracing }),
      signal: abort.signal,
      onProgress: progress.onEvent,
      ...(stored === undefined ? {} : { journal: stored.journal }),
    });
    progress.close();
    await stored?.journal.close(judged.run.complete, judged.run.finishedAt);
    if (stored !== undefined && !judged.run.complete) progress.note(messagesOf(settings.lang).progress.resume);
    const run = reviewedRun(judged, stored?.journal.reviews ?? []);
    if (terminal.log !== undefined && !settings.quiet) logFinished(terminal.log, run);
    const known = stored?.baseline ?? baseline;
    await writeReports(run, settings, terminal, {
      ...(await stored?.extras(run)),
      ...letter,
      ...(known === undefined ? {} : { baseline: known }),
      ...(options.findings === undefined ? {} : { findings: options.findings }),
    });
    return { run, status: run.run.complete ? statusAgainst(run, known, settings, terminal) : exitStatus.unfinished };
  } finally {
    progress.close();
    undo();
    await threads?.close();
    await tools.close();
    await stored?.close();
  }
}

function journalHooks({ onStart, onCapture, onCrawl }: StoreJournal): AgencyHooks {
  return { onStart, onCapture, onCrawl };
}

/** What is recorded in the run: everything that could move a verdict, and nothing that names this machine. */
export function recordedSettings(settings: Settings): Record<string, unknown> {
  const names = settingNames.filter((name) => !displayOnly.has(name) && name !== 'asOf' && name !== 'pack');
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
