import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseReviews, reviewsPath, withDecision } from '../../src/registry/read-reviews.ts';

const hash = 'a'.repeat(64);
const file = `# ของจังหวัด
reviews:
  # คุยกับหน่วยงานแล้ว
  - agency: namsai
    criterion: plan-link
    verdict: met
    reason: อยู่ในเล่ม
    by: สมหญิง
    at: 2026-06-20
    until: 2026-12-31
    evidence: [${hash}]
  - agency: hosp-1
    criterion: projects
    verdict: not-met
    reason: เป็นแผนของปีก่อน
    by: สมชาย
    at: 2026-06-21
    evidence: []
`;

const problemsOf = (text: string) => {
  try {
    parseReviews('a.reviews.yaml', text);
  } catch (error) {
    return (error as UserError).problems.map(({ line, field, message }) => ({ line, field, message }));
  }
  return [];
};

describe('the review file', () => {
  it('stands beside the registry', () => {
    expect(reviewsPath('x/agencies.csv')).toBe('x/agencies.reviews.yaml');
    expect(reviewsPath('ทะเบียน.XLSX')).toBe('ทะเบียน.reviews.yaml');
    expect(reviewsPath('agencies')).toBe('agencies.reviews.yaml');
  });

  it('is read with dates as they stand', () => {
    expect(parseReviews('f', file)).toMatchObject([
      { agency: 'namsai', at: '2026-06-20', until: '2026-12-31', evidence: [hash] },
      { agency: 'hosp-1', verdict: 'not-met', evidence: [] },
    ]);
    expect(parseReviews('f', '')).toEqual([]);
    expect(parseReviews('f', 'reviews:\n')).toEqual([]);
  });

  it.each([
    ['an unknown key', file.replace('by: สมชาย', 'who: สมชาย'), 12],
    ['an unknown verdict', file.replace('verdict: not-met', 'verdict: maybe'), 12],
    ['no reason', file.replace('reason: อยู่ในเล่ม', 'reason: ""'), 4],
    ['a date that is none', file.replace('at: 2026-06-21', 'at: yesterday'), 12],
    ['a second decision on a cell', file + file.slice(file.indexOf('  - agency: hosp-1')), 19],
    ['broken YAML', file.replace('evidence: []', 'evidence: ['), 20],
  ])('with %s is refused, with the line', (_, text, line) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(Math.abs((problems[0]?.line ?? 0) - line), JSON.stringify(problems)).toBeLessThanOrEqual(1);
  });

  it('takes another decision, or a new one on the same cell, and keeps comments and the rest', () => {
    const [first, second] = parseReviews('f', file);
    const changed = withDecision('f', file, { ...second!, verdict: 'met', reason: 'แก้แล้ว: ดูหน้า 3' });
    expect(changed).toContain('# คุยกับหน่วยงานแล้ว');
    expect(parseReviews('f', changed)).toEqual([first, { ...second, verdict: 'met', reason: 'แก้แล้ว: ดูหน้า 3' }]);
    const added = withDecision('f', changed, { ...first!, criterion: 'projects' });
    expect(parseReviews('f', added)).toHaveLength(3);
    const fresh = withDecision('f', '', first!);
    expect(fresh).toMatch(/^# Decisions of people/);
    expect(parseReviews('f', fresh)).toEqual([first]);
  });

  it('that cannot be read is not written to', () => {
    expect(() => withDecision('f', 'reviews: 3', parseReviews('f', file)[0]!)).toThrow(UserError);
  });
});
