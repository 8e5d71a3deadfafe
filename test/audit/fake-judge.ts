// A judge of two criteria that reads words, and a registry to go with it.
import type { Judge } from '../../src/audit/audit-agency.ts';
import type { Pack } from '../../src/judge/pack.ts';
import type { CriterionVerdict } from '../../src/model/result.ts';
import { fakeGuide } from '../crawl/fake-site.ts';

const text = { th: 'ข้อความ', en: 'text' };
const criterion = (id: string) => ({ id, title: text, level: 'required', law: { act: text, clause: '๑', quote: '' } });

/** The parts of a pack that auditing itself looks at. */
export const fakePack = {
  name: 'fake',
  version: '1',
  sha256: 'f'.repeat(64),
  criteria: [criterion('plan'), criterion('report')],
  codes: { plan: 'PL', report: 'RP' },
} as unknown as Pack;

const rules = {
  plan: { proof: 'โครงการพัฒนา', labels: { แผน: 90 } },
  report: { proof: 'ผลการดำเนินงาน', labels: { รายงาน: 80 } },
};

export const fakeJudge: Judge = {
  createGuide: () => fakeGuide(rules),
  judgeAgency(packs, agency, crawl) {
    const read = crawl.pages.flatMap((page) => page.text.segments.map((segment) => segment.text)).join('\n');
    const cell = (id: 'plan' | 'report'): CriterionVerdict => {
      const met = read.includes(rules[id].proof);
      const unknown = crawl.unreachable !== undefined;
      return {
        id,
        pack: packs[0]?.name ?? '',
        level: 'required',
        verdict: met ? 'met' : unknown ? 'unknown' : 'not-met',
        reason: met ? 'found' : unknown ? 'site-unreachable' : 'absent',
        evidence: [],
        explanation: text,
        remediation: [],
      };
    };
    const criteria = [cell('plan'), cell('report')];
    const some = (verdict: string): boolean => criteria.some((entry) => entry.verdict === verdict);
    return {
      id: agency.id,
      name: agency.name,
      kind: agency.kind,
      url: agency.url ?? null,
      tags: [],
      status: some('not-met') ? 'non-compliant' : some('unknown') ? 'undetermined' : 'compliant',
      criteria,
      coverage: {
        requests: crawl.requests.length,
        pages: crawl.pages.length,
        documents: 0,
        bytes: crawl.bytes,
        exhausted: crawl.stopped !== 'budget',
        stopped: crawl.stopped,
        gaps: crawl.gaps.map(({ url, offSite }) => ({ url, label: '', code: '', detail: '', path: [], offSite })),
      },
      notices: crawl.notices.map((notice) => ({ ...notice })),
    };
  },
};
