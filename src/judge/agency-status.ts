// What the verdicts of an agency come to. Pure; only required criteria count.
import type { AgencyStatus, CriterionVerdict } from '../model/result.ts';

export function agencyStatus(criteria: readonly CriterionVerdict[]): AgencyStatus {
  const required = criteria.filter((entry) => entry.level === 'required');
  if (required.every((entry) => entry.verdict === 'met' || entry.verdict === 'not-applicable')) return 'compliant';
  return required.some((entry) => entry.verdict === 'not-met') ? 'non-compliant' : 'undetermined';
}
