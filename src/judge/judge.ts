// Judges one agency's crawl: one verdict and reason per criterion, the agency's status, the coverage. Pure.
import type { CrawlResult, Gap } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, CriterionVerdict, Evidence } from '../model/result.ts';
import { agencyVerdict } from './agency-verdict.ts';
import { gapCode, gapReason } from './blockers.ts';
import { type Decision, decide } from './decide.ts';
import { evaluate, scopeOf } from './evaluate.ts';
import { explain, remediationOf } from './explain.ts';
import { lexiconOf } from './lexicon.ts';
import type { Criterion, Pack } from './pack.ts';
import { surveyOf } from './survey.ts';
import { type AuditCalendar, acceptedYears, calendarOf } from './years.ts';

export interface JudgeOptions {
  /** Audit date, YYYY-MM-DD. */
  readonly asOf: string;
  /** Evidence counts only within the plan's section (`--strict-section`). */
  readonly strictSection: boolean;
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
  const criteria = packs.flatMap((pack) => judgePack(pack, agency, crawl, calendar, options));
  return assemble(agency, crawl, criteria);
}

function judgePack(
  pack: Pack,
  agency: Agency,
  crawl: CrawlResult,
  calendar: AuditCalendar,
  options: JudgeOptions,
): CriterionVerdict[] {
  if (crawl.unreachable) return pack.criteria.map((criterion) => unreachable(pack, criterion, agency, crawl, calendar));
  const survey = surveyOf(lexiconOf(pack.vocabulary), agency, crawl, calendar);
  const verdicts = new Map<string, CriterionVerdict>();
  for (const criterion of pack.criteria) {
    const decided = evaluate(survey, criterion, options);
    const leading = criterion.dependsOn ? verdicts.get(criterion.dependsOn) : undefined;
    const follows = leading?.verdict === 'not-met' && decided.verdict !== 'not-applicable';
    const decision = follows
      ? { verdict: 'not-met' as const, reason: 'absent' as const, carried: [] }
      : withLeading(leading, decided);
    const evidence = unique(decision.carried.map((finding) => finding.evidence)).slice(0, evidenceKept);
    const first = decision.carried[0] as { code?: string } | undefined;
    verdicts.set(
      criterion.id,
      verdictOf(
        pack,
        criterion,
        decision.verdict,
        decision.reason,
        evidence,
        crawl,
        calendar,
        first?.code ?? decided.error?.split('\n', 1)[0],
      ),
    );
  }
  return [...verdicts.values()];
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
