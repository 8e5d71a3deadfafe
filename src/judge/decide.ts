// The decision table of criteria.md: from what the probes found to one verdict and reason. Pure and total.
import type { Reason, Verdict } from '../model/result.ts';
import { reasonsOf } from '../model/result.ts';
import { type Blocker, bandOf, type Finding } from './finding.ts';

export interface Grounds {
  /** Out of scope: the agency's kind is not bound, or the registry exempts it. */
  readonly outOfScope?: 'kind' | 'exempt';
  /** A check threw: whatever was found before is not relied on for a negative. */
  readonly toolError?: string;
  readonly proofs: readonly Finding[];
  readonly weak: readonly Finding[];
  /** Things that could hold it and were not looked at or could not be read. */
  readonly blockers: readonly Blocker[];
  readonly against: readonly Finding[];
}

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** Findings that carry the verdict, best first. */
  readonly carried: readonly { readonly evidence: Finding['evidence'] }[];
}

/** Most telling cause first, where several things could not be looked at. */
const unknownOrder: readonly Reason[] = [
  'tool-error',
  'unreadable-document',
  'needs-browser',
  'robots-disallowed',
  'blocked',
  'site-unreachable',
  'budget-spent',
];

/** Out of scope → proven → weak → not looked at → not met, by the most specific reason. */
export function decide(grounds: Grounds): Decision {
  if (grounds.outOfScope) return { verdict: 'not-applicable', reason: grounds.outOfScope, carried: [] };
  if (grounds.proofs.length > 0) {
    const proofs = byRank(grounds.proofs);
    // The announcement's own term outranks a synonym found in the same place.
    const reason = proofs.find((entry) => entry.reason === 'found')?.reason ?? proofs[0]!.reason;
    const first = proofs.filter((entry) => entry.reason === reason);
    return { verdict: 'met', reason, carried: [...first, ...proofs.filter((entry) => entry.reason !== reason)] };
  }
  if (grounds.toolError !== undefined) return { verdict: 'unknown', reason: 'tool-error', carried: [] };
  if (grounds.weak.length > 0) {
    const { reason, carried } = firstReason(grounds.weak, reasonsOf.review);
    return { verdict: 'review', reason, carried };
  }
  if (grounds.blockers.length > 0) {
    // What is named as this very thing stands before what says nothing of itself.
    const nearest = Math.min(...grounds.blockers.map(({ rank }) => bandOf(rank)));
    const { reason, carried } = firstReason(
      grounds.blockers.filter(({ rank }) => bandOf(rank) === nearest),
      unknownOrder,
    );
    return { verdict: 'unknown', reason, carried };
  }
  if (grounds.against.length > 0) {
    const { reason, carried } = firstReason(grounds.against, reasonsOf['not-met']);
    return { verdict: 'not-met', reason, carried };
  }
  return { verdict: 'not-met', reason: 'absent', carried: [] };
}

function firstReason<
  T extends { readonly reason: Reason; readonly rank: number; readonly evidence: Finding['evidence'] },
>(entries: readonly T[], order: readonly Reason[]): { reason: Reason; carried: readonly T[] } {
  const reason = order.find((candidate) => entries.some((entry) => entry.reason === candidate)) ?? entries[0]!.reason;
  return { reason, carried: byRank(entries.filter((entry) => entry.reason === reason)) };
}

function byRank<T extends { readonly rank: number }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => a.rank - b.rank);
}
