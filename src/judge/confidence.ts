// How sure a met or not-met is, from the signs of doubt that hold and what each was measured to weigh; and, where a run asks for
// it, the look by a person in place of a verdict that is not sure enough. Pure.
import type { Reason, reasonsOf } from '../model/result.ts';
import type { MetSignal, NotMetSignal, Signal } from './confidence-signals.ts';
import { confidenceTable } from './confidence-table.ts';

export type Decided = 'met' | 'not-met';

/** 0 to 1, two decimals: the share of such verdicts that are right (confidence-table.ts says of which). */
export function confidenceOf(verdict: Decided, signals: readonly Signal[]): number {
  const { intercept, ceiling } = confidenceTable[verdict];
  const odds = signals.reduce((sum, signal) => sum + weightOf(verdict, signal), Number(intercept));
  const share = 1 / (1 + Math.exp(-odds));
  return Math.round(Math.min(share, ceiling) * 100) / 100;
}

/** What a sign adds to the log-odds of being right; 0 where it was found to say nothing. */
export function weightOf(verdict: Decided, signal: Signal): number {
  const weights: Readonly<Partial<Record<Signal, number>>> = confidenceTable[verdict].weights;
  return weights[signal] ?? 0;
}

type ReviewReason = (typeof reasonsOf)['review'][number];

/** Reasons of the closed list by what makes a verdict doubtful; `undefined` = says nothing of the kind. */
const reviewOf: Readonly<Partial<Record<MetSignal | NotMetSignal, ReviewReason>>> = {
  'damaged-text': 'damaged-text',
  ocr: 'damaged-text',
  'partly-read': 'damaged-text',
  'year-by-label': 'unclear-year',
  'no-own-year': 'unclear-year',
  contradicted: 'label-conflict',
  'look-alike-around': 'label-conflict',
  'named-by-label': 'title-only',
  'target-silent': 'title-only',
  'near-miss': 'title-only',
  'weak-name': 'title-only',
  'reads-unlike-it': 'title-only',
  'reads-quite-unlike-it': 'title-only',
  'reads-like-it': 'title-only',
  'reads-much-like-it': 'title-only',
  'reads-just-like-it': 'title-only',
};

/** A verdict whose own reason says what is to be looked at. */
const reviewOfReason: Readonly<Partial<Record<Reason, ReviewReason>>> = {
  outdated: 'unclear-year',
  'wrong-plan': 'label-conflict',
};

/**
 * The reason of the `review` that takes the place of a doubtful verdict: damage before all, then the verdict's own, then the
 * heaviest sign's. `title-only` where nothing more telling holds: something, or a name, was found or missed that the content does
 * not settle.
 */
export function doubtReason(verdict: Decided, reason: Reason, signals: readonly Signal[]): ReviewReason {
  const heaviest = signals
    .filter((signal) => weightOf(verdict, signal) < 0)
    .sort((a, b) => weightOf(verdict, a) - weightOf(verdict, b));
  const told = heaviest.flatMap((signal) => reviewOf[signal] ?? []);
  if (told.includes('damaged-text')) return 'damaged-text';
  return reviewOfReason[reason] ?? told[0] ?? 'title-only';
}
