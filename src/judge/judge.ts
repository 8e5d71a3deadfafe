// Judges one agency's crawl: one verdict and reason per criterion, the agency's status, the coverage. Pure.
import type { CrawlResult, Gap } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, CriterionVerdict, Evidence } from '../model/result.ts';
import { agencyVerdict } from './agency-verdict.ts';
import { gapCode, gapReason } from './blockers.ts';
import { confidenceOf, doubtReason } from './confidence.ts';
import type { Signal } from './confidence-signals.ts';
import { type Decision, decide } from './decide.ts';
import { levelIn } from './draft-pack.ts';
import { evaluate, scopeOf } from './evaluate.ts';
import { explain, explainDoubt, remediationOf, remediationOfDoubt } from './explain.ts';
import { lexiconOf } from './lexicon.ts';
import type { Criterion, Pack, Vocabulary } from './pack.ts';
import { type Survey, surveyOf } from './survey.ts';
import { type AuditCalendar, acceptedYears, calendarOf } from './years.ts';

export interface JudgeOptions {
  /** Audit date, YYYY-MM-DD. */
  readonly asOf: string;
  /** Evidence counts only within the plan's section (`--strict-section`). */
  readonly strictSection: boolean;
  /** A met or not-met less sure than this (0 to 1) becomes `review` (`--review-below`). Default 0: none. */
  readonly reviewBelow?: number;
}

/** Pieces of evidence kept per criterion, best first. */
const evidenceKept = 5;

export function judgeAgency(
  packs: readonly Pack[],
  agency: Agency,
  crawl: CrawlResult,
  options: JudgeOptions,
): AgencyVerdict {
  const calendar = calendarOf(options.asOf);
  // Packs with the same words share one reading of the site.
  const surveys = new Map<Vocabulary, Survey>();
  const read = (vocabulary: Vocabulary): Survey => {
    const survey = surveys.get(vocabulary) ?? surveyOf(lexiconOf(vocabulary), agency, crawl, calendar);
    surveys.set(vocabulary, survey);
    return survey;
  };
  const criteria = packs.flatMap((pack) => {
    const verdicts = judgePack(pack, agency, crawl, calendar, options, read);
    return verdicts.map((verdict): CriterionVerdict => ({ ...verdict, ...levelIn(verdict, pack, packs) }));
  });
  return assemble(agency, crawl, criteria);
}

function judgePack(
  pack: Pack,
  agency: Agency,
  crawl: CrawlResult,
  calendar: AuditCalendar,
  options: JudgeOptions,
  read: (vocabulary: Vocabulary) => Survey,
): CriterionVerdict[] {
  if (crawl.unreachable) return pack.criteria.map((criterion) => unreachable(pack, criterion, agency, crawl, calendar));
  const survey = read(pack.vocabulary);
  const sound = new Map<string, Sound>();
  for (const criterion of pack.criteria) {
    const decided = evaluate(survey, criterion, options);
    const leading = criterion.dependsOn ? sound.get(criterion.dependsOn) : undefined;
    const follows = leading?.cell.verdict === 'not-met' && decided.verdict !== 'not-applicable';
    const decision: Decision = follows
      ? { verdict: 'not-met', reason: 'absent', carried: [] }
      : withLeading(leading?.cell, decided);
    // What follows from another verdict is as sure as that one.
    const signals = follows ? leading.signals : decided.signals;
    const evidence = unique(decision.carried.map((finding) => finding.evidence)).slice(0, evidenceKept);
    const first = decision.carried[0] as { code?: string } | undefined;
    const code = first?.code ?? decided.error?.split('\n', 1)[0];
    const cell = verdictOf(pack, criterion, decision.verdict, decision.reason, evidence, crawl, calendar, code);
    const missed = !follows && decision.verdict === 'not-met' ? decided.closest : undefined;
    const closest = missed === undefined ? {} : { closest: missed };
    sound.set(criterion.id, { cell: { ...withConfidence(cell, signals), ...closest }, signals });
  }
  return [...sound.values()].map(({ cell, signals }) => doubted(cell, signals, options.reviewBelow ?? 0));
}

/** A cell before doubts are turned into reviews: what other criteria follow. */
interface Sound {
  readonly cell: CriterionVerdict;
  readonly signals: readonly Signal[];
}

function withConfidence(cell: CriterionVerdict, signals: readonly Signal[]): CriterionVerdict {
  const { verdict } = cell;
  return verdict === 'met' || verdict === 'not-met' ? { ...cell, confidence: confidenceOf(verdict, signals) } : cell;
}

/** A person is asked where the verdict is not sure enough; what the program would have said stays beside it. */
function doubted(cell: CriterionVerdict, signals: readonly Signal[], below: number): CriterionVerdict {
  const { verdict, reason, confidence } = cell;
  if ((verdict !== 'met' && verdict !== 'not-met') || confidence === undefined || confidence >= below) return cell;
  return {
    ...cell,
    verdict: 'review',
    reason: doubtReason(verdict, reason, signals),
    doubted: { verdict, reason, below },
    explanation: explainDoubt(cell.explanation, confidence, below),
    remediation: remediationOfDoubt(cell.remediation),
  };
}

/** Where it is not known whether there is a link, neither is whether it leads anywhere. */
function withLeading(leading: CriterionVerdict | undefined, decided: Decision): Decision {
  if (leading?.verdict !== 'unknown' || decided.verdict !== 'not-met' || decided.reason !== 'absent') return decided;
  return { verdict: 'unknown', reason: leading.reason, carried: leading.evidence.map((evidence) => ({ evidence })) };
}

function verdictOf(
  pack: Pack,
  criterion: Criterion,
  verdict: CriterionVerdict['verdict'],
  reason: CriterionVerdict['reason'],
  evidence: readonly Evidence[],
  crawl: CrawlResult,
  calendar: AuditCalendar,
  code: string | undefined,
): CriterionVerdict {
  const accepted = acceptedYears(criterion.year, calendar);
  return {
    id: criterion.id,
    pack: pack.name,
    level: criterion.level,
    verdict,
    reason,
    evidence: [...evidence],
    explanation: explain({
      criterion,
      reason,
      quote: evidence[0]?.quote,
      year: evidence[0]?.year ?? null,
      accepted: accepted === 'any' ? [] : [...accepted].sort((a, b) => b - a),
      code,
      picture: crawl.gaps.some(({ via }) => via?.link.element === 'picture' && via.link.url === evidence[0]?.url),
      pages: crawl.pages.filter((page) => page.text.media === 'html').length,
      documents: crawl.pages.filter((page) => page.text.media !== 'html').length,
    }),
    remediation: remediationOf(criterion, verdict, reason, code),
  };
}

/** The home page could not be fetched: every criterion in scope is `unknown` with the same cause. */
function unreachable(
  pack: Pack,
  criterion: Criterion,
  agency: Agency,
  crawl: CrawlResult,
  calendar: AuditCalendar,
): CriterionVerdict {
  const failure = crawl.unreachable!;
  const scope = scopeOf(criterion, agency, calendar.asOf);
  if (scope) {
    const { verdict, reason } = decide({ outOfScope: scope, proofs: [], weak: [], blockers: [], against: [] });
    return verdictOf(pack, criterion, verdict, reason, [], crawl, calendar, undefined);
  }
  const gap: Gap = { url: failure.url, path: [], offSite: false, fetch: failure };
  const mapped = gapReason(gap);
  const reason = mapped === 'unreadable-document' ? 'site-unreachable' : mapped;
  return verdictOf(pack, criterion, 'unknown', reason, [], crawl, calendar, failure.code);
}

function unique(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((entry) => {
    const key = `${entry.finalUrl}\u0000${entry.quote}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function assemble(agency: Agency, crawl: CrawlResult, criteria: readonly CriterionVerdict[]): AgencyVerdict {
  const html = crawl.pages.filter((page) => page.text.media === 'html').length;
  return agencyVerdict(agency, {
    ...generatorOf(crawl),
    criteria,
    coverage: {
      requests: crawl.requests.length,
      pages: html,
      documents: crawl.pages.length - html,
      bytes: crawl.bytes,
      exhausted: crawl.stopped === 'proven' || crawl.stopped === 'exhausted',
      stopped: crawl.stopped,
      gaps: [...(crawl.unreachable ? [gapOfFailure(crawl)] : []), ...crawl.gaps].map((gap) => ({
        url: gap.url,
        label: gap.via?.link.label ?? gap.path.at(-1)?.label ?? '',
        code: gapCode(gap),
        detail: gap.extract?.detail ?? gap.fetch?.detail ?? '',
        path: gap.path.map((step) => ({ ...step })),
        offSite: gap.offSite,
      })),
    },
    notices: crawl.notices,
  });
}

/** Of the first page that names its system: a start page of pictures alone does not. */
function generatorOf({ pages }: CrawlResult): { generator?: string } {
  const named = pages.find(({ offSite, text }) => !offSite && text.generator !== undefined);
  return named?.text.generator === undefined ? {} : { generator: named.text.generator };
}

function gapOfFailure(crawl: CrawlResult): Gap {
  const failure = crawl.unreachable!;
  return { url: failure.url, path: [{ url: failure.url, label: '' }], offSite: false, fetch: failure };
}
