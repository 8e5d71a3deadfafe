// Tells new failures from those that an earlier run (the baseline) had already. Pure.
import type { AuditRun, CriterionVerdict } from '../model/result.ts';

/** True for a cell that is not met now and was not met in the baseline, whatever the reason. */
export type IsKnown = (agency: string, cell: Pick<CriterionVerdict, 'id' | 'verdict'>) => boolean;

/** Without a baseline nothing is known. */
export function knownFailures(baseline: AuditRun | undefined): IsKnown {
  const failed = new Set(
    (baseline?.agencies ?? []).flatMap(({ id, criteria }) =>
      criteria.filter(({ verdict }) => verdict === 'not-met').map((cell) => `${id} ${cell.id}`),
    ),
  );
  return (agency, { id, verdict }) => verdict === 'not-met' && failed.has(`${agency} ${id}`);
}

/** The run without its known failures, for the exit status. */
export function newFailuresOnly(run: AuditRun, baseline: AuditRun): AuditRun {
  const isKnown = knownFailures(baseline);
  return {
    ...run,
    agencies: run.agencies.map((agency) => ({
      ...agency,
      criteria: agency.criteria.filter((cell) => !isKnown(agency.id, cell)),
    })),
  };
}

/** Required cells that are not met: new since the baseline, and known from it. */
export function failureCounts(run: AuditRun, baseline: AuditRun): { readonly fresh: number; readonly known: number } {
  const isKnown = knownFailures(baseline);
  const failed = run.agencies.flatMap(({ id, criteria }) =>
    criteria.filter((cell) => cell.level === 'required' && cell.verdict === 'not-met').map((cell) => isKnown(id, cell)),
  );
  const known = failed.filter(Boolean).length;
  return { fresh: failed.length - known, known };
}
