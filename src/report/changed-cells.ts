// What differs between two runs, cell by cell, and how runs develop. Facts only: why something changed is not said here.
import type { AgencyVerdict, AuditRun, CriterionVerdict, Verdict } from '../model/result.ts';
import { verdictCounts } from './run-criteria.ts';

export interface ChangedCell {
  readonly agency: AgencyVerdict;
  readonly criterion: CriterionVerdict;
  /** Absent when the agency or the criterion is new. */
  readonly before?: Pick<CriterionVerdict, 'verdict' | 'reason'>;
}

/** Cells of `run` whose verdict differs from `previous`, in the order of `run`; new agencies' cells are not listed. */
export function changedCells(run: AuditRun, previous: AuditRun): ChangedCell[] {
  const earlier = new Map(previous.agencies.map((agency) => [agency.id, agency]));
  return run.agencies.flatMap((agency) => {
    const before = earlier.get(agency.id);
    if (before === undefined) return [];
    const cells = new Map(before.criteria.map((cell) => [cell.id, cell]));
    return agency.criteria.flatMap((criterion) => {
      const old = cells.get(criterion.id);
      if (old?.verdict === criterion.verdict) return [];
      return [{ agency, criterion, ...(old ? { before: { verdict: old.verdict, reason: old.reason } } : {}) }];
    });
  });
}

export interface TrendPoint {
  readonly run: AuditRun;
  /** Percent of agencies, 0–100. */
  readonly compliant: number;
  /** Percent of the required cells that apply. */
  readonly met: number;
}

/** One point a run, oldest first (by audit date, then start); runs of no agency are left out. */
export function trendPoints(runs: readonly AuditRun[]): TrendPoint[] {
  return [...runs]
    .filter(({ agencies }) => agencies.length > 0)
    .sort((a, b) => compareText(a.run.asOf, b.run.asOf) || compareText(a.run.startedAt, b.run.startedAt))
    .map((run) => {
      const counts = verdictCounts(run.agencies.flatMap(requiredCells));
      const cells = Object.entries(counts).reduce(
        (sum, [verdict, count]) => (verdict === ('not-applicable' satisfies Verdict) ? sum : sum + count),
        0,
      );
      return {
        run,
        compliant: (100 * run.summary.compliant) / run.agencies.length,
        met: cells === 0 ? 0 : (100 * counts.met) / cells,
      };
    });
}

export function requiredCells(agency: AgencyVerdict): CriterionVerdict[] {
  return agency.criteria.filter(({ level }) => level === 'required');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
