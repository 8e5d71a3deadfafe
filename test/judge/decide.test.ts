// One test a row of the decision table of criteria.md.
import { describe, expect, it } from 'vitest';
import { decide, type Grounds } from '../../src/judge/decide.ts';
import type { Blocker, Finding } from '../../src/judge/finding.ts';
import { type Reason, reasonsOf } from '../../src/model/result.ts';

const evidence = {
  url: 'http://x.test/',
  finalUrl: 'http://x.test/',
  sha256: '',
  fetchedAt: '',
  locator: {},
  quote: '',
  path: [],
  section: false,
  offSite: false,
  year: null,
  source: 'text' as const,
};
const finding = (reason: Reason, rank = 0): Finding => ({ reason, rank, evidence: { ...evidence, quote: reason } });
const blocker = (reason: Reason, rank = 0): Blocker => ({ ...finding(reason, rank), code: 'x' });
const grounds = (over: Partial<Grounds>): Grounds => ({ proofs: [], weak: [], blockers: [], against: [], ...over });

describe('decide', () => {
  it.each(['kind', 'exempt'] as const)('out of scope by %s comes before everything', (outOfScope) => {
    const got = decide(grounds({ outOfScope, proofs: [finding('found')], toolError: 'x' }));
    expect([got.verdict, got.reason]).toEqual(['not-applicable', outOfScope]);
  });

  it.each(reasonsOf.met)('a proof %s is met, whatever else there is', (reason) => {
    const got = decide(
      grounds({
        proofs: [finding(reason)],
        weak: [finding('title-only')],
        blockers: [blocker('blocked')],
        against: [finding('outdated')],
      }),
    );
    expect([got.verdict, got.reason]).toEqual(['met', reason]);
  });

  it('the announcement’s own term is the reason where both are found, and leads the evidence', () => {
    const got = decide(grounds({ proofs: [finding('found-other-wording', 0), finding('found', 9)] }));
    expect(got.reason).toBe('found');
    expect(got.carried[0]?.evidence.quote).toBe('found');
  });

  it('a thrown check is unknown / tool-error, never not-met', () => {
    const got = decide(grounds({ toolError: 'boom', against: [finding('absent')], weak: [finding('title-only')] }));
    expect([got.verdict, got.reason]).toEqual(['unknown', 'tool-error']);
  });

  it.each(reasonsOf.review)('weak evidence %s is review before anything unread', (reason) => {
    const got = decide(
      grounds({ weak: [finding(reason)], blockers: [blocker('blocked')], against: [finding('outdated')] }),
    );
    expect([got.verdict, got.reason]).toEqual(['review', reason]);
  });

  it('what is named as this very thing tells why it is unknown, before what says nothing of itself', () => {
    const got = decide(grounds({ blockers: [blocker('robots-disallowed', 100.002), blocker('blocked', 0.004)] }));
    expect([got.verdict, got.reason]).toEqual(['unknown', 'blocked']);
  });

  it.each(reasonsOf.unknown.filter((reason) => reason !== 'tool-error'))(
    'something unread (%s) is unknown before not-met',
    (reason) => {
      const got = decide(grounds({ blockers: [blocker(reason)], against: [finding('outdated')] }));
      expect([got.verdict, got.reason]).toEqual(['unknown', reason]);
    },
  );

  it.each(reasonsOf['not-met'])('not-met / %s where nothing else is there', (reason) => {
    const got = decide(grounds({ against: reason === 'absent' ? [] : [finding(reason)] }));
    expect([got.verdict, got.reason]).toEqual(['not-met', reason]);
  });

  it('several not-met reasons: the first of the list', () => {
    const list = reasonsOf['not-met'].filter((reason) => reason !== 'absent');
    for (let i = 0; i < list.length; i++) {
      const got = decide(
        grounds({
          against: list
            .slice(i)
            .reverse()
            .map((reason) => finding(reason)),
        }),
      );
      expect(got.reason).toBe(list[i]);
    }
  });

  it('label-conflict stands before the other reviews and before outdated', () => {
    const got = decide(
      grounds({ weak: [finding('title-only'), finding('label-conflict')], against: [finding('outdated')] }),
    );
    expect(got.reason).toBe('label-conflict');
  });

  it('evidence comes best rank first', () => {
    const got = decide(
      grounds({
        proofs: [
          { ...finding('found', 5), evidence: { ...evidence, quote: 'b' } },
          { ...finding('found', 1), evidence: { ...evidence, quote: 'a' } },
        ],
      }),
    );
    expect(got.carried.map((entry) => entry.evidence.quote)).toEqual(['a', 'b']);
  });
});
