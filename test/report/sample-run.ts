// A small run with every verdict in it, for the renderers' tests.
import type { AgencyVerdict, AuditRun, CriterionVerdict, Evidence } from '../../src/model/result.ts';

export function sampleEvidence(rest: Partial<Evidence> = {}): Evidence {
  return {
    url: 'https://www.namsai.go.th/plan.pdf',
    finalUrl: 'https://www.namsai.go.th/files/plan.pdf',
    sha256: 'a'.repeat(64),
    fetchedAt: '2026-06-15T03:30:00.000Z',
    locator: { page: 3, heading: 'บัญชีโครงการ', row: 4 },
    quote: 'โครงการปรับปรุงถนนสายน้ำใส งบประมาณ 500,000 บาท',
    path: [
      { url: 'https://www.namsai.go.th/', label: '' },
      { url: 'https://www.namsai.go.th/plan.pdf', label: 'แผนการดำเนินงาน ประจำปี 2569' },
    ],
    section: true,
    offSite: false,
    year: 2569,
    source: 'text',
    ...rest,
  };
}

function judged(
  id: string,
  verdict: CriterionVerdict['verdict'],
  reason: CriterionVerdict['reason'],
  rest: Partial<CriterionVerdict> = {},
): CriterionVerdict {
  return {
    id,
    pack: 'sample',
    level: id === 'stakeholder-survey' ? 'advisory' : 'required',
    verdict,
    reason,
    evidence: [],
    explanation: { th: `คำอธิบาย ${id}`, en: `explanation of ${id}` },
    remediation: verdict === 'met' ? [] : [{ th: 'เผยแพร่แผนบนเว็บไซต์', en: 'Publish the plan on the website.' }],
    ...rest,
  };
}

function agency(id: string, name: string, rest: Partial<AgencyVerdict>): AgencyVerdict {
  return {
    id,
    name,
    kind: 'subdistrict',
    url: `https://www.${id}.go.th/`,
    tags: [],
    status: 'undetermined',
    criteria: [],
    coverage: { requests: 12, pages: 8, documents: 2, bytes: 345_678, exhausted: true, stopped: 'exhausted', gaps: [] },
    notices: [],
    ...rest,
  };
}

export const sampleRun: AuditRun = {
  schema: 'planaudit.run/1',
  tool: { name: 'planaudit', version: '0.1.0' },
  run: {
    id: 'sample',
    asOf: '2026-06-15',
    fiscalYear: 2569,
    startedAt: '2026-06-15T03:00:00.000Z',
    finishedAt: '2026-06-15T03:31:00.000Z',
    complete: true,
    registry: { path: 'agencies.csv', sha256: 'b'.repeat(64), agencies: 3 },
    packs: [
      {
        name: 'sample',
        version: '1.0.0',
        sha256: 'c'.repeat(64),
        criteria: [
          {
            id: 'stakeholder-survey',
            title: { th: 'การสำรวจความคิดเห็น', en: 'Stakeholder survey' },
            level: 'advisory',
            clause: '๑.๓',
          },
          {
            id: 'plan-link',
            title: { th: 'ลิงก์แผนปฏิบัติราชการ', en: 'Plan link' },
            level: 'required',
            clause: '๑.๒.๑',
            code: 'PL',
          },
          { id: 'projects', title: { th: 'โครงการ', en: 'Projects' }, level: 'required', code: 'PJ' },
        ],
      },
    ],
    settings: { maxRequests: 120 },
  },
  summary: {
    agencies: 3,
    compliant: 1,
    nonCompliant: 1,
    undetermined: 1,
    criteria: {
      'stakeholder-survey': { met: 0, 'not-met': 0, review: 1, unknown: 1, 'not-applicable': 1 },
      'plan-link': { met: 2, 'not-met': 0, review: 0, unknown: 1, 'not-applicable': 0 },
      projects: { met: 1, 'not-met': 1, review: 0, unknown: 1, 'not-applicable': 0 },
    },
  },
  agencies: [
    agency('namsai', 'องค์การบริหารส่วนตำบลน้ำใส', {
      status: 'compliant',
      nameEn: 'Nam Sai',
      criteria: [
        judged('plan-link', 'met', 'found-other-wording', {
          evidence: [sampleEvidence({ source: 'label' }), sampleEvidence(), sampleEvidence()],
        }),
        judged('projects', 'met', 'found', { evidence: [sampleEvidence()] }),
        judged('stakeholder-survey', 'review', 'title-only', {
          evidence: [sampleEvidence({ section: false, offSite: true, year: null, source: 'ocr', locator: {} })],
        }),
      ],
      notices: [{ code: 'tls-expired', url: 'https://www.namsai.go.th/', detail: 'CERT_HAS_EXPIRED' }],
    }),
    agency('khaosung', 'สำนักงานเกษตรและสหกรณ์จังหวัดภูผาทอง ประจำอำเภอเขาสูงที่อยู่ไกลมาก', {
      status: 'non-compliant',
      kind: 'provincial-office',
      criteria: [
        judged('plan-link', 'met', 'found', { evidence: [sampleEvidence()] }),
        judged('projects', 'not-met', 'broken-link'),
        judged('stakeholder-survey', 'not-applicable', 'exempt', { remediation: [] }),
      ],
      coverage: {
        requests: 1,
        pages: 1,
        documents: 0,
        bytes: 900,
        exhausted: false,
        stopped: 'budget',
        gaps: [
          {
            url: 'https://www.khaosung.go.th/a.pdf',
            label: 'แผน\u001b[2J\u202e 2569',
            code: 'image-only',
            detail: '',
            path: [],
            offSite: false,
          },
          ...Array.from({ length: 9 }, (_, index) => ({
            url: `https://www.khaosung.go.th/${index}`,
            label: '',
            code: 'later-code',
            detail: '',
            path: [],
            offSite: false,
          })),
        ],
      },
    }),
    agency('dead', 'โรงเรียนบ้านเงียบ', {
      kind: 'school',
      url: null,
      criteria: ['plan-link', 'projects', 'stakeholder-survey'].map((id) => judged(id, 'unknown', 'site-unreachable')),
      coverage: {
        requests: 0,
        pages: 0,
        documents: 0,
        bytes: 0,
        exhausted: false,
        stopped: 'unreachable',
        gaps: [],
      },
    }),
  ],
};
