import { describe, expect, it } from 'vitest';
import { evidenceHashes, reviewedRun, reviewedVerdict } from '../../src/audit/apply-reviews.ts';
import { auditRunSchema, type CriterionVerdict, type ReviewDecision } from '../../src/model/result.ts';
import { sampleRun } from '../report/sample-run.ts';
import { captureOf, verdictOf } from '../store/sample-records.ts';

const page = captureOf('http://a.go.th/', '<h1>a</h1>', '2026-06-15T03:00:00.000Z');
const agency = verdictOf('a', 'not-met', [page]);
const decision: ReviewDecision = {
  agency: 'a',
  criterion: 'plan-link',
  verdict: 'met',
  reason: 'อยู่ในเล่ม',
  by: 'สมหญิง',
  at: '2026-06-20',
  evidence: [page.sha256],
};

describe('a decision', () => {
  it('stands in place of the verdict, changes the status, and keeps what the program said', () => {
    const reviewed = reviewedVerdict(agency, [decision], '2026-07-01');
    expect(reviewed.status).toBe('compliant');
    expect(reviewed.criteria[0]).toMatchObject({
      verdict: 'met',
      reason: 'found',
      remediation: [],
      review: { by: 'สมหญิง', program: { verdict: 'not-met', reason: 'absent' } },
    });
    expect(reviewed.criteria[0]?.explanation.th).toContain('สมหญิง');
  });

  it('counts through its last day and not a day longer', () => {
    const until = { ...decision, until: '2026-06-30' };
    expect(reviewedVerdict(agency, [until], '2026-06-30').criteria[0]?.verdict).toBe('met');
    const after = reviewedVerdict(agency, [until], '2026-07-01');
    expect(after.status).toBe('non-compliant');
    expect(after.criteria[0]).toMatchObject({ verdict: 'not-met', reviewReopened: { because: 'expired' } });
    expect(after.criteria[0]?.review).toBeUndefined();
  });

  it.each([
    ['other bytes', verdictOf('a', 'not-met', [{ ...page, sha256: 'b'.repeat(64) }])],
    ['something more', verdictOf('a', 'not-met', [page, { ...page, sha256: 'b'.repeat(64) }])],
    ['nothing any more', verdictOf('a', 'not-met', [])],
  ])('is reopened when the cell cites %s', (_, changed) => {
    expect(reviewedVerdict(changed, [decision], '2026-07-01').criteria[0]).toMatchObject({
      verdict: 'not-met',
      reviewReopened: { because: 'evidence-changed', verdict: 'met' },
    });
  });

  it('on nothing cited holds while nothing is cited', () => {
    const empty = { ...decision, evidence: [] };
    expect(reviewedVerdict(verdictOf('a', 'not-met'), [empty], '2026-07-01').criteria[0]?.verdict).toBe('met');
    expect(reviewedVerdict(agency, [empty], '2026-07-01').criteria[0]?.verdict).toBe('not-met');
  });

  it('on a cell of which a person was asked binds to what reads like it, which is gone once decided', () => {
    const closest = { ...agency.criteria[0]!.evidence[0]!, sha256: 'c'.repeat(64) };
    const doubted = { verdict: 'not-met', reason: 'absent', below: 0.9 } as const;
    const cell: CriterionVerdict = {
      ...agency.criteria[0]!,
      verdict: 'review',
      reason: 'title-only',
      closest,
      doubted,
    };
    const bound = [page.sha256, closest.sha256].sort();
    expect(evidenceHashes(cell)).toEqual(bound);
    // A plain no was decided on by what it cites.
    const { doubted: _, ...plain } = cell;
    expect(evidenceHashes(plain)).toEqual([page.sha256]);
    const reviewed = (evidence: readonly string[]) =>
      reviewedVerdict({ ...agency, criteria: [cell] }, [{ ...decision, evidence: [...evidence] }], '2026-07-01')
        .criteria[0]!;
    expect(reviewed(bound)).toMatchObject({ verdict: 'met' });
    expect(reviewed(bound)).not.toHaveProperty('closest');
    expect(reviewed([page.sha256])).toMatchObject({ reviewReopened: { because: 'evidence-changed' }, closest });
  });

  it('touches no other cell or agency, and keeps the program’s reason where both agree', () => {
    const other = verdictOf('b', 'not-met', [page]);
    expect(reviewedVerdict(other, [decision], '2026-07-01')).toBe(other);
    const agreed = reviewedVerdict(agency, [{ ...decision, verdict: 'not-met' }], '2026-07-01');
    expect(agreed.criteria[0]).toMatchObject({ verdict: 'not-met', reason: 'absent', review: { by: 'สมหญิง' } });
  });
});

it('a run with decisions is still of the schema, its totals counted anew', () => {
  const [first] = sampleRun.agencies;
  const cell = first!.criteria[0]!;
  const verdict = cell.verdict === 'met' ? 'not-met' : 'met';
  const entry = {
    ...decision,
    agency: first!.id,
    criterion: cell.id,
    verdict,
    evidence: evidenceHashes(cell),
  } as const;
  const run = reviewedRun(sampleRun, [entry]);
  expect(auditRunSchema.parse(run)).toEqual(run);
  expect(run.summary.criteria[cell.id]?.[verdict]).toBe((sampleRun.summary.criteria[cell.id]?.[verdict] ?? 0) + 1);
  expect(reviewedRun(sampleRun, [])).toBe(sampleRun);
});
