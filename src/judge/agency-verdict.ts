// Puts an agency's verdict together: who it is, as registered, and what was found. Pure.
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, CriterionVerdict } from '../model/result.ts';
import { agencyStatus } from './agency-status.ts';

export interface AgencyFindings {
  readonly criteria: readonly CriterionVerdict[];
  readonly coverage: AgencyVerdict['coverage'];
  readonly notices: readonly AgencyVerdict['notices'][number][];
  readonly generator?: string;
}

/** The status follows from the criteria; nothing of `agency` or `found` is shared with the result's lists. */
export function agencyVerdict(agency: Agency, found: AgencyFindings): AgencyVerdict {
  return {
    id: agency.id,
    name: agency.name,
    ...(agency.nameEn === undefined ? {} : { nameEn: agency.nameEn }),
    kind: agency.kind,
    url: agency.url ?? null,
    ...(agency.province === undefined ? {} : { province: agency.province }),
    tags: [...agency.tags],
    ...(found.generator === undefined ? {} : { generator: found.generator }),
    status: agencyStatus(found.criteria),
    criteria: [...found.criteria],
    coverage: found.coverage,
    notices: found.notices.map((notice) => ({ ...notice })),
  };
}
