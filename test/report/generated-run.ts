// A run of any size for the renderers' tests: every verdict, hostile words among the names, the same each time.
import { agencyKinds } from '../../src/model/registry.ts';
import {
  type AgencyVerdict,
  type AuditRun,
  type CriterionVerdict,
  reasonsOf,
  type Verdict,
  verdicts,
} from '../../src/model/result.ts';
import { verdictCounts } from '../../src/report/run-criteria.ts';
import { sampleEvidence, sampleRun } from './sample-run.ts';

export const hostile = "<script>alert(1)</script>\"' & ]]> =cmd|'/c calc'!A1";

export function generatedRun(agencies: number, criteria = 14, asOf = '2026-06-15'): AuditRun {
  const ids = Array.from({ length: criteria }, (_, index) => `criterion-${index + 1}`);
  const levelOf = (index: number) => (index >= criteria - 3 ? ('advisory' as const) : ('required' as const));
  const rows = Array.from({ length: agencies }, (_, at): AgencyVerdict => {
    const cells = ids.map((id, index): CriterionVerdict => {
      const verdict: Verdict = verdicts[(at * 7 + index * index + Number(asOf.slice(5, 7))) % verdicts.length]!;
      return {
        id,
        pack: 'generated',
        level: levelOf(index),
        verdict,
        reason: reasonsOf[verdict][at % reasonsOf[verdict].length]!,
        evidence: verdict === 'met' || verdict === 'review' ? [sampleEvidence({ quote: `${hostile} ${at}` })] : [],
        explanation: { th: `คำอธิบายของหน่วยงานที่ ${at}`, en: `explanation ${at}` },
        remediation: verdict === 'met' ? [] : [{ th: 'เผยแพร่แผนบนเว็บไซต์', en: 'Publish the plan.' }],
      };
    });
    const required = cells.filter(({ level }) => level === 'required');
    const counts = verdictCounts(required);
    const done = counts.met + counts['not-applicable'] === required.length;
    return {
      id: `agency-${at}`,
      name: at % 50 === 3 ? hostile : `องค์การบริหารส่วนตำบลที่ ${at}`,
      kind: agencyKinds[at % agencyKinds.length]!,
      url: at % 41 === 0 ? null : `https://www.agency-${at}.go.th/`,
      tags: [],
      generator: at % 2 === 0 ? 'WordPress 6.7' : 'Joomla! - Open Source Content Management',
      status: done ? 'compliant' : counts['not-met'] > 0 ? 'non-compliant' : 'undetermined',
      criteria: cells,
      coverage: {
        requests: 20,
        pages: 15,
        documents: 4,
        bytes: 1_000_000 + at,
        exhausted: true,
        stopped: 'exhausted',
        gaps: [
          {
            url: 'javascript:alert(1)',
            label: hostile,
            code: 'http-not-found',
            detail: '=1+1',
            path: [],
            offSite: false,
          },
        ],
      },
      notices: [],
    };
  });
  const count = (status: AgencyVerdict['status']) => rows.filter((row) => row.status === status).length;
  return {
    ...sampleRun,
    run: {
      ...sampleRun.run,
      id: `generated-${asOf}`,
      asOf,
      registry: { ...sampleRun.run.registry, agencies },
      packs: [
        {
          name: 'generated',
          version: '1.0.0',
          sha256: 'd'.repeat(64),
          criteria: ids.map((id, index) => ({
            id,
            title: { th: `เกณฑ์ข้อที่ ${index + 1}`, en: `Criterion ${index + 1}` },
            level: levelOf(index),
            code: `C${index + 1}`,
          })),
        },
      ],
    },
    summary: {
      agencies,
      compliant: count('compliant'),
      nonCompliant: count('non-compliant'),
      undetermined: count('undetermined'),
      criteria: Object.fromEntries(
        ids.map((id) => [id, verdictCounts(rows.flatMap((row) => row.criteria.filter((cell) => cell.id === id)))]),
      ),
    },
    agencies: rows,
  };
}
