// How sure a verdict is: more doubt is never more confidence, what is plain is surer than what is not, and a threshold turns
// doubtful verdicts into a look by a person.
import { describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { confidenceOf, doubtReason, weightOf } from '../../src/judge/confidence.ts';
import { metSignals, notMetSignals } from '../../src/judge/confidence-signals.ts';
import { confidenceTable } from '../../src/judge/confidence-table.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { reasonsOf } from '../../src/model/result.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const signalsBy = { met: metSignals, 'not-met': notMetSignals } as const;

describe('the table', () => {
  test.each(['met', 'not-met'] as const)(
    'of %s knows only its own signs, and none of them adds confidence',
    (verdict) => {
      const { weights, ceiling } = confidenceTable[verdict];
      for (const [signal, weight] of Object.entries(weights)) {
        expect(signalsBy[verdict]).toContain(signal);
        expect(weight).toBeLessThan(0);
      }
      expect(Object.keys(weights).length).toBeGreaterThan(0);
      expect(ceiling).toBeLessThan(1);
      expect(confidenceOf(verdict, [])).toBeLessThanOrEqual(ceiling);
      expect(confidenceOf(verdict, [])).toBeGreaterThan(0.9);
    },
  );

  test.each(['met', 'not-met'] as const)('each further sign of doubt lowers a %s or leaves it', (verdict) => {
    const signals = signalsBy[verdict];
    for (let count = 1; count <= signals.length; count++)
      expect(confidenceOf(verdict, signals.slice(0, count))).toBeLessThanOrEqual(
        confidenceOf(verdict, signals.slice(0, count - 1)),
      );
  });
});

describe('the reason of a look by a person', () => {
  test('is one of the closed list, whatever is doubtful', () => {
    for (const reason of reasonsOf['not-met'])
      for (const signal of notMetSignals) expect(reasonsOf.review).toContain(doubtReason('not-met', reason, [signal]));
    for (const reason of reasonsOf.met)
      for (const signal of metSignals) expect(reasonsOf.review).toContain(doubtReason('met', reason, [signal]));
  });

  test('names what there is to look at', () => {
    expect(doubtReason('not-met', 'outdated', [])).toBe('unclear-year');
    expect(doubtReason('not-met', 'wrong-plan', [])).toBe('label-conflict');
    expect(doubtReason('not-met', 'absent', ['near-miss'])).toBe('title-only');
    // Of a met it weighs; what weighs nothing is nothing to look at.
    expect(weightOf('met', 'damaged-text')).toBeLessThan(0);
    expect(doubtReason('met', 'found', ['single-proof', 'damaged-text'])).toBe('damaged-text');
  });
});

const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1><table><tr><th>โครงการ</th><th>งบประมาณ</th><th>ระยะเวลา</th></tr>
  <tr><td>โครงการส่งเสริมอาชีพ</td><td>120,000</td><td>ม.ค. 69</td></tr><tr><td>โครงการหมู่บ้านสะอาด</td><td>45,000</td><td>ก.พ. 69</td></tr></table>`;
/** A monitoring report of the year whose table lacks the money; nothing on orders; no evaluation at all. */
const report = `<h1>รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</h1><table>
  <tr><th>โครงการ</th><th>ความก้าวหน้า</th></tr><tr><td>โครงการส่งเสริมอาชีพ</td><td>ดำเนินการแล้วเสร็จ</td></tr>
  <tr><td>โครงการหมู่บ้านสะอาด</td><td>อยู่ระหว่างดำเนินการ</td></tr></table>`;

function judged(reviewBelow: number, pages: Readonly<Record<string, string>>) {
  const { agency, crawl, faults } = buildCaseSite({
    agency: { name: 'สำนักงานตัวอย่าง', kind: 'provincial-office' },
    pages: Object.entries(pages).map(([url, html]) => ({ url, html, media: 'html', source: 'text' })),
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  expect(faults).toEqual([]);
  const verdict = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false, reviewBelow });
  return { status: verdict.status, cell: (id: string) => verdict.criteria.find((entry) => entry.id === id)! };
}

const site = {
  '/': `<p><a href="/plan">แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</a></p><p><a href="/report">รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการ 2569 รอบ 6 เดือน</a></p>`,
  '/plan': plan,
  '/report': report,
};

describe('a judged site', () => {
  test('met and not met are told with a confidence, the rest without', () => {
    const { cell } = judged(0, site);
    expect(cell('plan-current')).toMatchObject({ verdict: 'met' });
    expect(cell('plan-current').confidence).toBeGreaterThan(0.95);
    expect(cell('budget-progress')).toMatchObject({ verdict: 'not-met', reason: 'incomplete' });
    expect(cell('budget-progress').confidence).toBeGreaterThan(0);
    // A report of the year that falls short is a worse ground for a no than nothing of the kind on the whole site.
    expect(cell('budget-progress').confidence).toBeLessThan(cell('disclosure-order').confidence!);
  });

  test('below the threshold a person is asked, and told what the program would have said', () => {
    const plain = judged(0, site);
    const low = plain.cell('budget-progress').confidence!;
    const { cell } = judged(low + 0.01, site);
    const asked = cell('budget-progress');
    expect(asked).toMatchObject({
      verdict: 'review',
      confidence: low,
      doubted: { verdict: 'not-met', reason: 'incomplete', below: low + 0.01 },
    });
    expect(reasonsOf.review).toContain(asked.reason);
    expect(asked.explanation.en).toContain(low.toFixed(2));
    expect(asked.evidence).toEqual(plain.cell('budget-progress').evidence);
    expect(asked.remediation.length).toBeGreaterThan(plain.cell('budget-progress').remediation.length);
    // At the threshold itself nothing changes, and what is surer stays.
    expect(judged(low, site).cell('budget-progress')).toEqual(plain.cell('budget-progress'));
    expect(cell('plan-current')).toEqual(plain.cell('plan-current'));
  });

  test('above every confidence nothing is decided by the program alone', () => {
    const { status, cell } = judged(1, site);
    expect(status).toBe('undetermined');
    for (const { id } of pack.criteria) expect(['review', 'unknown', 'not-applicable']).toContain(cell(id).verdict);
  });

  test('what follows from another verdict is as sure as that one', () => {
    const bare = { '/': '<h1>สำนักงานตัวอย่าง</h1><p>ยินดีต้อนรับสู่เว็บไซต์ของสำนักงาน</p>' };
    const { cell } = judged(0, bare);
    expect(cell('plan-link')).toMatchObject({ verdict: 'not-met' });
    expect(cell('plan-link-resolves')).toMatchObject({ verdict: 'not-met', reason: 'absent' });
    expect(cell('plan-link-resolves').confidence).toBe(cell('plan-link').confidence);
    // It follows the verdict, not the look by a person that stands in its place.
    expect(judged(1, bare).cell('plan-link-resolves').doubted).toMatchObject({ verdict: 'not-met', reason: 'absent' });
  });
});
