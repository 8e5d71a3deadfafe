// What audit, check and demo share: run an audit with progress and interrupts, deliver the reports, give the exit status.
import { join } from 'node:path';
import type { RunAuditOptions } from '../audit/run-audit.ts';
import { type Settings, settingNames, toolVersion } from '../config.ts';
import type { ExitStatus } from '../errors.ts';
import type { HostsMap } from '../fetch/hosts-file.ts';
import type { Pack } from '../judge/pack.ts';
import type { Agency, Registry } from '../model/registry.ts';
import type { AuditRun } from '../model/result.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { auditDate } from './audit-date.ts';
import { auditStatus } from './audit-status.ts';
import type { AuditTools } from './audit-tools.ts';
import { showProgress } from './progress.ts';
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
  /** Keep what is judged in the data folder until the run is done, and go on from there with `resume`. */
  readonly journal?: boolean;
  /** Replaced in tests. */
  readonly tools?: (settings: Settings, now: () => number, hosts?: HostsMap) => AuditTools;
  readonly audit?: (options: RunAuditOptions) => Promise<AuditRun>;
}

/** Settings that say how a run was shown, not how it was judged, are left out of its record. */
const displayOnly: ReadonlySet<string> = new Set([
  'lang',
  'format',
  'out',
  'quiet',
  'failOn',
  'hosts',
  'contact',
  'data',
  'resume',
  'browserPath',
  'browserSandbox',
]);

export async function runAndReport(options: RunAndReportOptions): Promise<{ run: AuditRun; status: ExitStatus }> {
  const { registry, agencies, packs, settings, terminal } = options;
  await prepareReports(settings);
  const progress = await showProgress(terminal, settings.lang, settings.quiet);
  // The network and document libraries are the slow part of starting: they load after the first words on the screen.
  const makeTools = options.tools ?? (await import('./audit-tools.ts')).makeAuditTools;
  const audit = options.audit ?? (await import('../audit/run-audit.ts')).runAudit;
  const journal = options.journal === true ? await openJournal(options) : undefined;
  const asOf = journal?.asOf ?? auditDate(settings, terminal.now());
  const tools = makeTools(settings, terminal.now, options.hosts);
  const abort = new AbortController();
  const undo = terminal.onInterrupt(() => {
    progress.note(messagesOf(settings.lang).progress.stopping);
    abort.abort();
  });
  try {
    const run = await audit({
      registry,
      agencies,
      packs,
      asOf,
      strictSection: settings.strictSection,
      settings: recordedSettings(settings),
      version: toolVersion(),
      deps: tools.deps,
      concurrency: settings.concurrency,
      signal: abort.signal,
      onProgress: progress.onEvent,
      ...(journal === undefined ? {} : { journal: journal.file }),
    });
    progress.close();
    journal?.file.close(run.run.complete);
    if (journal !== undefined && !run.run.complete) progress.note(messagesOf(settings.lang).progress.resume);
    await writeReports(run, settings, terminal, options.findings === undefined ? {} : { findings: options.findings });
    return { run, status: auditStatus(run, settings.failOn) };
  } finally {
    progress.close();
    undo();
    await tools.close();
  }
}

/** The journal of the data folder; with `resume` and no date given, the audit stays one of the day it was begun. */
async function openJournal({ registry, agencies, packs, settings, terminal }: RunAndReportOptions) {
  const [{ openFileJournal, journalDate, runKey }, { runId }] = await Promise.all([
    import('../audit/file-journal.ts'),
    import('../audit/run-audit.ts'),
  ]);
  const path = join(settings.data, 'unfinished.jsonl');
  const begun = settings.resume && settings.asOf === null ? journalDate(path) : undefined;
  const asOf = begun ?? auditDate(settings, terminal.now());
  const { strictSection } = settings;
  const key = runKey({ registry, agencies, packs, asOf, strictSection, version: toolVersion() });
  const startedAt = new Date(terminal.now()).toISOString();
  const fresh = { runId: runId(startedAt, registry), startedAt, asOf };
  return { asOf, file: openFileJournal(path, key, fresh, settings.resume) };
}

/** What is recorded in the run: everything that could move a verdict, and nothing that names this machine. */
function recordedSettings(settings: Settings): Record<string, unknown> {
  const names = settingNames.filter((name) => !displayOnly.has(name) && name !== 'asOf' && name !== 'pack');
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
