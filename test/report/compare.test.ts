// The causes of changes, one by one: each is found, and none is taken for another.
import { describe, expect, it } from 'vitest';
import type { AgencyVerdict, AuditRun, CriterionVerdict, Reason, Verdict } from '../../src/model/result.ts';
import { type AgencyFacts, type CellChange, compareRuns } from '../../src/report/compare.ts';
import { compareText } from '../../src/report/compare-text.ts';
import { captureOf, verdictOf } from '../store/sample-records.ts';
import { sampleRun } from './sample-run.ts';

const page = (body: string) => captureOf('http://a.go.th/plan', body, '2026-06-15T03:00:00.000Z');

function agencyWith(verdict: Verdict, reason: Reason, rest: Partial<CriterionVerdict> = {}, id = 'a'): AgencyVerdict {
  const agency = verdictOf(id, 'met', [page('<h1>1</h1>')]);
  return { ...agency, criteria: [{ ...agency.criteria[0]!, verdict, reason, ...rest }] };
}
const runOf = (...agencies: AgencyVerdict[]): AuditRun => ({ ...sampleRun, agencies });

function change(before: AgencyVerdict, after: AgencyVerdict, facts: AgencyFacts = {}): CellChange {
  const [only] = compareRuns(runOf(before), runOf(after), new Map([['a', facts]])).changes;
  return only!;
}

const met = agencyWith('met', 'found');
const absent = agencyWith('not-met', 'absent', { evidence: [] });
const outdated = agencyWith('not-met', 'outdated');
const down = agencyWith('unknown', 'site-unreachable', { evidence: [] });
const exempt = agencyWith('not-applicable', 'exempt', { evidence: [] });
const person = agencyWith('met', 'found', {
  review: { by: 'ส', at: '2026-06-01', reason: 'r', program: { verdict: 'not-met', reason: 'absent' } },
});

describe('the cause of a change', () => {
  it.each<[string, AgencyVerdict, AgencyVerdict, AgencyFacts, Partial<CellChange>]>([
    ['site', absent, met, {}, { cause: 'site', direction: 'better' }],
    ['site', met, outdated, { fields: ['notes'] }, { cause: 'site', direction: 'worse' }],
    ['site', met, outdated, { onNewDate: met, underNewRules: met }, { cause: 'site' }],
    ['date', met, outdated, { onNewDate: outdated, underNewRules: outdated }, { cause: 'date', direction: 'worse' }],
    ['rule', met, outdated, { onNewDate: met, underNewRules: outdated }, { cause: 'rule' }],
    ['network', met, down, {}, { cause: 'network', direction: 'neutral' }],
    ['network', down, met, { underNewRules: down }, { cause: 'network', direction: 'neutral' }],
    ['registry', met, exempt, { fields: ['exempt'] }, { cause: 'registry', direction: 'neutral', fields: ['exempt'] }],
    ['registry', down, met, { fields: ['notes', 'url'] }, { cause: 'registry', fields: ['url'] }],
    ['review', absent, person, {}, { cause: 'review', direction: 'better' }],
    ['review', person, absent, {}, { cause: 'review', direction: 'worse' }],
    ['site, though a person had decided', person, met, {}, {}],
  ])('%s', (_, before, after, facts, expected) => {
    expect(change(before, after, facts) ?? {}).toMatchObject(expected);
  });

  it('names the page: appeared, changed, gone with what it answers', () => {
    const at = 'http://a.go.th/plan';
    const state = (sha256: string) => new Map([[at, { sha256 }]]);
    const facts = (before: AgencyFacts['pagesBefore'], after: AgencyFacts['pagesAfter']): AgencyFacts => ({
      ...(before === undefined ? {} : { pagesBefore: before }),
      ...(after === undefined ? {} : { pagesAfter: after }),
    });
    expect(change(absent, met, facts(new Map(), state('1'))).page).toEqual({ url: at, change: 'appeared' });
    expect(change(outdated, met, facts(state('1'), state('2'))).page).toEqual({ url: at, change: 'changed' });
    const gone = new Map([[at, { failure: 'http-not-found' }]]);
    expect(change(met, absent, facts(state('1'), gone)).page).toEqual({
      url: at,
      change: 'disappeared',
      failure: 'http-not-found',
    });
    expect(change(met, absent).page).toBeUndefined();
  });
});

describe('the comparison', () => {
  it('lists agencies of one run only, counts, and leaves equal cells out', () => {
    const other = agencyWith('met', 'found', {}, 'b');
    const third = agencyWith('met', 'found', {}, 'c');
    const comparison = compareRuns(runOf(met, other), runOf(absent, third));
    expect(comparison.added.map(({ id }) => id)).toEqual(['c']);
    expect(comparison.removed.map(({ id }) => id)).toEqual(['b']);
    expect(comparison.totals).toMatchObject({ better: 0, worse: 1, neutral: 0, unchanged: 0 });
    const same = compareRuns(runOf(met), runOf(met));
    expect(same.changes).toEqual([]);
    expect(compareText(same, 'en', 80)).toContain('nothing changed (1 cells)');
  });

  it('reads well in both languages', () => {
    const comparison = compareRuns(runOf(met), runOf(outdated));
    expect(compareText(comparison, 'en', 100)).toMatch(/▼ plan-link: ✓ met → ✗ not met · the website changed/);
    const thai = compareText(comparison, 'th', 60);
    expect(thai).toContain('เว็บไซต์เปลี่ยน');
    expect(thai).toContain('“แผนปฏิบัติราชการ”');
  });
});
