// One criterion over one survey: scope, probes, what stands against it, decision. A throw inside a check is `tool-error`.
import type { Agency } from '../model/registry.ts';
import type { Evidence } from '../model/result.ts';
import { findPhrases } from '../text/phrase.ts';
import { blockersOf } from './blockers.ts';
import { type Signal, signalsOf } from './confidence-signals.ts';
import { type Decision, decide } from './decide.ts';
import { type Finding, type ProbeResult, segmentEvidence } from './finding.ts';
import { labelFindings } from './label-findings.ts';
import { criterionLexiconOf, norm } from './lexicon.ts';
import { likeIt, likenessOf } from './likeness.ts';
import type { Criterion, Probe, ProbeEntry } from './pack.ts';
import type { ProbeContext } from './probe-context.ts';
import { runProbe } from './probes.ts';
import type { Survey } from './survey.ts';
import { acceptedYears } from './years.ts';

export interface EvaluateOptions {
  readonly strictSection: boolean;
  /** Judge without regard to the year (single pages and documents out of their site). */
  readonly anyYear?: boolean;
}

export interface Evaluation extends Decision {
  /** What makes a `met` or `not-met` less sure; empty for other verdicts. */
  readonly signals: readonly Signal[];
  /** Of a `not-met`: what was read that is much like what is asked for, although it was not found to show it. */
  readonly closest?: Evidence;
  readonly error?: string;
}

export function evaluate(survey: Survey, criterion: Criterion, options: EvaluateOptions): Evaluation {
  const scope = scopeOf(criterion, survey.agency, survey.calendar.asOf);
  const nothing = { proofs: [], weak: [], blockers: [], against: [] };
  if (scope) return { ...decide({ ...nothing, outOfScope: scope }), signals: [] };
  try {
    const context = contextOf(survey, criterion, options);
    const decision = decideOn(context);
    const like = mayBeMissed(decision) ? likenessOf(context) : undefined;
    const closest = like !== undefined && like.share >= likeIt ? { closest: like.evidence } : {};
    return { ...decision, signals: signalsOf(context, decision, like?.share), ...closest };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...decide({ ...nothing, toolError: message }), signals: [], error: message };
  }
}

/** Where the rows that show it were read, and fall short, nothing was missed. */
export const mayBeMissed = ({ verdict, reason }: Pick<Decision, 'verdict' | 'reason'>): boolean =>
  verdict === 'not-met' && reason !== 'incomplete';

function decideOn(context: ProbeContext): Decision {
  const probed = mergeEntries(context, context.criterion.probes.any);
  if (probed.proofs.length > 0) return decide({ ...probed, blockers: [] });
  return decide({
    proofs: [],
    weak: probed.weak,
    blockers: blockersOf(context),
    against: withoutOutdated([...probed.against, ...labelFindings(context), ...echoFindings(context)]),
  });
}

/** What the probes of a criterion look at. */
export function contextOf(survey: Survey, criterion: Criterion, options: EvaluateOptions): ProbeContext {
  return {
    survey,
    criterion,
    words: criterionLexiconOf(criterion),
    accepted: options.anyYear ? 'any' : acceptedYears(criterion.year, survey.calendar),
    strictSection: options.strictSection,
  };
}

export function scopeOf(criterion: Criterion, agency: Agency, asOf: string): 'kind' | 'exempt' | undefined {
  if (criterion.kinds && !criterion.kinds.includes(agency.kind)) return 'kind';
  const exempt = agency.exempt.some(
    (entry) => entry.criterion === criterion.id && (entry.until === undefined || entry.until >= asOf),
  );
  return exempt ? 'exempt' : undefined;
}

function mergeEntries(context: ProbeContext, entries: readonly ProbeEntry[]): ProbeResult {
  const proofs: Finding[] = [];
  const weak: Finding[] = [];
  const against: Finding[] = [];
  for (const entry of entries) {
    const results = ('all' in entry ? entry.all : [entry]).map((probe: Probe) => runProbe(context, probe));
    const whole = results.every((result) => result.proofs.length > 0);
    if (whole) proofs.push(...results.flatMap((result) => result.proofs));
    weak.push(...results.flatMap((result) => result.weak));
    against.push(...results.flatMap((result) => result.against));
    if (!whole && results.length > 1)
      against.push(
        ...results.flatMap((result) => result.proofs.map((finding) => ({ ...finding, reason: 'incomplete' as const }))),
      );
  }
  return { proofs, weak, against };
}

/** `outdated` says that only an older year was found: not where a part of an accepted year was. */
function withoutOutdated(against: readonly Finding[]): readonly Finding[] {
  return against.some((finding) => finding.reason === 'incomplete')
    ? against.filter((finding) => finding.reason !== 'outdated')
    : against;
}

/** The criterion's element stands only in pasted requirement text. */
function echoFindings({ survey, words }: ProbeContext): Finding[] {
  const found: Finding[] = [];
  for (const [order, echo] of survey.echoes.entries()) {
    const match = findPhrases(words.echo, norm(echo.text))[0];
    if (!match) continue;
    found.push({
      reason: 'criteria-echo',
      evidence: segmentEvidence(echo.unit, echo.segment, survey.section, [match.from, match.to]),
      rank: order / 1000,
    });
  }
  return found;
}
