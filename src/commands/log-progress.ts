// The progress of a run as lines of the log (`--log-format json`): one line as an agency starts, is put off, or is judged.
import type { RunEvent } from '../audit/run-audit.ts';
import type { AuditRun } from '../model/result.ts';
import { verdictCounts } from '../report/run-criteria.ts';
import type { Log } from './log.ts';

/** What tells a log of the events of one run. `now` in ms. */
export function logProgress(log: Log, now: () => number): (event: RunEvent) => void {
  let run: string | undefined;
  const started = new Map<string, number>();
  return (event) => {
    switch (event.kind) {
      case 'run-started':
        run = event.runId;
        log('info', 'run-started', { run, agencies: event.total, done: event.done });
        return;
      case 'agency-started':
        started.set(event.agency.id, now());
        log('info', 'agency-started', { run, agency: event.agency.id, url: event.agency.url });
        return;
      case 'agency-postponed':
        log('warn', 'agency-postponed', {
          run,
          agency: event.agency.id,
          cause: event.cause,
          durationMs: taken(event.agency.id),
        });
        return;
      case 'agency-finished': {
        const { verdict, done, total } = event;
        const { requests, pages, documents, bytes, stopped } = verdict.coverage;
        const failed = verdict.criteria.find(({ reason }) => reason === 'tool-error');
        log(failed === undefined ? 'info' : 'error', 'agency-finished', {
          run,
          agency: verdict.id,
          status: verdict.status,
          verdicts: verdictCounts(verdict.criteria),
          requests,
          pages,
          documents,
          bytes,
          stopped,
          durationMs: taken(verdict.id),
          done,
          total,
          ...(failed === undefined ? {} : { detail: failed.explanation.en }),
        });
        return;
      }
      case 'request':
        return;
    }
  };

  function taken(agencyId: string): number | undefined {
    const at = started.get(agencyId);
    started.delete(agencyId);
    return at === undefined ? undefined : Math.round(now() - at);
  }
}

/** The last line of a run. */
export function logFinished(log: Log, { run, summary }: Pick<AuditRun, 'run' | 'summary'>): void {
  const { agencies, compliant, nonCompliant, undetermined } = summary;
  log(run.complete ? 'info' : 'warn', 'run-finished', {
    run: run.id,
    complete: run.complete,
    agencies,
    compliant,
    nonCompliant,
    undetermined,
    durationMs: Date.parse(run.finishedAt) - Date.parse(run.startedAt),
  });
}
