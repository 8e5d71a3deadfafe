// The totals of a run. Pure; counts rows, judges nothing.
import { type AgencyVerdict, type AuditRun, type Verdict, verdicts } from '../model/result.ts';

/** Counts agencies by status and cells by criterion and verdict; every criterion of `criterionIds` is there, in that order. */
export function summarizeRun(agencies: readonly AgencyVerdict[], criterionIds: readonly string[]): AuditRun['summary'] {
  const zero = (): Record<Verdict, number> =>
    Object.fromEntries(verdicts.map((id) => [id, 0])) as Record<Verdict, number>;
  const criteria: Record<string, Record<Verdict, number>> = Object.fromEntries(criterionIds.map((id) => [id, zero()]));
  for (const { criteria: cells } of agencies) {
    for (const { id, verdict } of cells) {
      const counts = criteria[id] ?? zero();
      counts[verdict] += 1;
      criteria[id] = counts;
    }
  }
  const count = (status: AgencyVerdict['status']): number =>
    agencies.filter((agency) => agency.status === status).length;
  return {
    agencies: agencies.length,
    compliant: count('compliant'),
    nonCompliant: count('non-compliant'),
    undetermined: count('undetermined'),
    criteria,
  };
}
