// The exit status of a finished audit, by the contract of the command line. Only required criteria count.
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { AuditRun } from '../model/result.ts';

/** `failOn`: the verdicts of `--fail-on`. */
export function auditStatus(run: AuditRun, failOn: readonly string[]): ExitStatus {
  if (!run.run.complete) return exitStatus.unfinished;
  const given = new Set(
    run.agencies.flatMap(({ criteria }) =>
      criteria.filter(({ level }) => level === 'required').map(({ verdict }) => verdict),
    ),
  );
  if (failOn.includes('not-met') && given.has('not-met')) return exitStatus.notMet;
  const open = (['unknown', 'review'] as const).some((verdict) => failOn.includes(verdict) && given.has(verdict));
  return open ? exitStatus.undetermined : exitStatus.ok;
}
