// Puts a person's decisions in the place of the program's verdicts, and takes them back when the evidence has changed or
// their time is over. Pure; the program's own verdict stays beside the decision.
import { agencyStatus } from '../judge/agency-status.ts';
import type { AgencyVerdict, AuditRun, CriterionVerdict, ReviewDecision } from '../model/result.ts';
import { summarizeRun } from './summarize-run.ts';

/**
 * What a decision on a cell binds to: hashes of the bodies cited, sorted, each once. Where a person was asked because of what only
 * reads like it, that is what the person decided on.
 */
export function evidenceHashes({ evidence, closest, doubted }: CriterionVerdict): string[] {
  const cited = doubted === undefined || closest === undefined ? evidence : [...evidence, closest];
  return [...new Set(cited.map(({ sha256 }) => sha256).filter((hash) => hash !== ''))].sort();
}

/** `asOf`: audit date, YYYY-MM-DD. Of two decisions on a cell the later one in the list counts. */
export function reviewedVerdict(
  agency: AgencyVerdict,
  decisions: readonly ReviewDecision[],
  asOf: string,
): AgencyVerdict {
  const own = new Map(decisions.filter(({ agency: id }) => id === agency.id).map((entry) => [entry.criterion, entry]));
  if (own.size === 0) return agency;
  const criteria = agency.criteria.map((cell) => {
    const decision = own.get(cell.id);
    return decision === undefined ? cell : reviewedCell(cell, decision, asOf);
  });
  return { ...agency, criteria, status: agencyStatus(criteria) };
}

function reviewedCell(cell: CriterionVerdict, decision: ReviewDecision, asOf: string): CriterionVerdict {
  const { by, at, reason, until, verdict } = decision;
  const expired = until !== undefined && asOf > until;
  const same = JSON.stringify(evidenceHashes(cell)) === JSON.stringify(decision.evidence);
  if (expired || !same) {
    const because = expired ? 'expired' : 'evidence-changed';
    return { ...cell, reviewReopened: { by, at, reason, verdict, because } };
  }
  const agrees = cell.verdict === verdict;
  // How sure the program was says nothing of a person's verdict.
  const { confidence: _, doubted: __, closest: ___, ...rest } = cell;
  return {
    ...rest,
    verdict,
    reason: agrees ? cell.reason : verdict === 'met' ? 'found' : 'absent',
    explanation: {
      th: `${by} ตรวจแล้วเมื่อ ${at} ว่า${verdict === 'met' ? 'พบ' : 'ไม่พบ'}: ${reason}`,
      en: `Reviewed by ${by} on ${at} as ${verdict === 'met' ? 'met' : 'not met'}: ${reason}`,
    },
    remediation: verdict === 'met' ? [] : cell.remediation,
    review: {
      by,
      at,
      reason,
      ...(until === undefined ? {} : { until }),
      program: { verdict: cell.verdict, reason: cell.reason },
    },
  };
}

/** The run with the decisions in it, statuses and totals counted anew. */
export function reviewedRun(run: AuditRun, decisions: readonly ReviewDecision[]): AuditRun {
  if (decisions.length === 0) return run;
  const agencies = run.agencies.map((agency) => reviewedVerdict(agency, decisions, run.run.asOf));
  return { ...run, summary: summarizeRun(agencies, Object.keys(run.summary.criteria)), agencies };
}
