// Everything behind one verdict: candidates with class, grade and year, what each probe found, what was passed over and why,
// what could not be read. Pure; decides nothing: it shows what survey, probes and blockers found, in a JSON-safe value.
import { type CrawlResult, promising } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, CriterionVerdict, Evidence, Reason } from '../model/result.ts';
import { gapCode } from './blockers.ts';
import { weightOf } from './confidence.ts';
import type { Signal } from './confidence-signals.ts';
import { contextOf, evaluate, scopeOf } from './evaluate.ts';
import { type ContentReasoning, contentsOf, probesOf } from './explain-content.ts';
import type { Finding } from './finding.ts';
import { type Fit, gapFit } from './gap-fit.ts';
import { type JudgeOptions, judgeAgency } from './judge.ts';
import { labelFindings } from './label-findings.ts';
import { namedYears } from './labels.ts';
import { type Grade, lexiconOf } from './lexicon.ts';
import type { LinkReading } from './link-reading.ts';
import type { Criterion, Pack, Probe } from './pack.ts';
import type { ProbeContext } from './probe-context.ts';
import { runProbe } from './probes.ts';
import { type Reject, rejectsOf } from './rejects.ts';
import { type Survey, surveyOf } from './survey.ts';
import { calendarOf } from './years.ts';

/** One thing that a probe, a label or an unread page put before the decision. */
export interface ReasoningFinding {
  readonly reason: Reason;
  readonly quote: string;
  readonly url: string;
  readonly locator: Evidence['locator'];
  readonly year: number | null;
}

export interface ProbeReasoning {
  readonly probe: Probe['probe'];
  /** Probes of one number must all find something. */
  readonly group: number;
  readonly classes: readonly string[];
  readonly proofs: readonly ReasoningFinding[];
  readonly weak: readonly ReasoningFinding[];
  readonly against: readonly ReasoningFinding[];
}

/** A link whose label names what could hold it. */
export interface LinkReasoning {
  readonly label: string;
  readonly labelFrom: string;
  readonly on: string;
  readonly url: string | null;
  readonly classes: readonly { readonly id: string; readonly grade: Grade }[];
  readonly years: readonly number[];
  readonly yearFits: boolean;
  /** `read`, a failure code, `not-visited`, `unvisited`, or why it cannot be clicked. */
  readonly target: string;
}

export interface UnreadReasoning {
  readonly url: string;
  readonly label: string;
  readonly code: string;
  /** Could hold it: it blocks `not-met` unless `other`. */
  readonly fit: Fit;
  readonly rating: number | null;
  readonly trap: string | null;
}

export interface CriterionReasoning {
  readonly agency: { readonly id: string; readonly name: string; readonly kind: string; readonly url: string | null };
  readonly pack: { readonly name: string; readonly version: string };
  readonly verdict: CriterionVerdict;
  readonly title: { readonly th: string; readonly en: string };
  readonly asOf: string;
  readonly fiscalYear: number;
  /** Newest first; `any` where the criterion names no year. */
  readonly accepted: readonly number[] | 'any';
  /** Classes that could hold it, likeliest first. */
  readonly wanted: readonly string[];
  readonly probes: readonly ProbeReasoning[];
  readonly contents: readonly ContentReasoning[];
  readonly links: readonly LinkReasoning[];
  readonly against: readonly ReasoningFinding[];
  readonly rejects: readonly Reject[];
  readonly unread: readonly UnreadReasoning[];
  readonly coverage: AgencyVerdict['coverage'];
  /** Signs of doubt that hold, heaviest first; `weight` as log-odds of being right, 0 = found to say nothing. */
  readonly doubts: readonly { readonly signal: Signal; readonly weight: number }[];
}

/** The reasoning of one criterion over a whole crawl. The verdict is the judge's own, dependencies included. */
export function explainCriterion(
  pack: Pack,
  criterion: Criterion,
  agency: Agency,
  crawl: CrawlResult,
  options: JudgeOptions,
): CriterionReasoning {
  const judged = judgeAgency([pack], agency, crawl, options);
  const verdict = judged.criteria.find(({ id }) => id === criterion.id)!;
  const calendar = calendarOf(options.asOf);
  const survey = surveyOf(lexiconOf(pack.vocabulary), agency, crawl, calendar);
  const context = contextOf(survey, criterion, options);
  const wanted = wantedClasses(criterion);
  const inScope = scopeOf(criterion, agency, options.asOf) === undefined && crawl.unreachable === undefined;
  return {
    agency: { id: agency.id, name: agency.name, kind: agency.kind, url: agency.url ?? null },
    pack: { name: pack.name, version: pack.version },
    verdict,
    title: criterion.title,
    asOf: options.asOf,
    fiscalYear: calendar.fiscalYear,
    accepted: context.accepted === 'any' ? 'any' : [...context.accepted].sort((a, b) => b - a),
    wanted,
    probes: inScope ? probeReasonings(context) : [],
    contents: contentsOf(context, wanted, verdict),
    links: linksOf(survey, context, wanted),
    against: inScope ? labelFindings(context).map(shortly) : [],
    rejects: rejectsOf(context, wanted),
    unread: unreadOf(context),
    coverage: judged.coverage,
    doubts: doubtsOf(survey, criterion, verdict, options),
  };
}

function doubtsOf(
  survey: Survey,
  criterion: Criterion,
  { verdict, doubted }: CriterionVerdict,
  options: JudgeOptions,
): CriterionReasoning['doubts'] {
  const decided = doubted?.verdict ?? verdict;
  if (decided !== 'met' && decided !== 'not-met') return [];
  const own = evaluate(survey, criterion, options);
  // What follows from another criterion's verdict is doubted there.
  if (own.verdict !== decided) return [];
  return own.signals
    .map((signal) => ({ signal, weight: weightOf(decided, signal) }))
    .sort((a, b) => a.weight - b.weight);
}

/** What the criterion names as its holders, then what else its probes look into. */
function wantedClasses(criterion: Criterion): string[] {
  return [...new Set([...criterion.heldBy, ...probesOf(criterion).flatMap(({ probe }) => probe.classes)])];
}

function probeReasonings(context: ProbeContext): ProbeReasoning[] {
  return probesOf(context.criterion).map(({ probe, group }) => {
    const { proofs, weak, against } = runProbe(context, probe);
    const shown = (findings: readonly Finding[]) => findings.toSorted((a, b) => a.rank - b.rank).map(shortly);
    return {
      probe: probe.probe,
      group,
      classes: probe.classes,
      proofs: shown(proofs),
      weak: shown(weak),
      against: shown(against),
    };
  });
}

function shortly({ reason, evidence }: Pick<Finding, 'reason' | 'evidence'>): ReasoningFinding {
  const { quote, finalUrl, locator, year } = evidence;
  return { reason, quote, url: finalUrl, locator, year };
}

function linksOf(survey: Survey, { accepted }: ProbeContext, wanted: readonly string[]): LinkReasoning[] {
  return survey.links
    .filter(({ reading }) => wanted.some((id) => reading.classes.has(id)))
    .map((entry) => {
      const { ref, reading } = entry;
      const years = namedYears(survey, entry.ref, entry.reading);
      return {
        label: ref.link.label,
        labelFrom: ref.link.labelFrom,
        on: ref.page.capture.finalUrl,
        url: ref.link.url,
        classes: [...reading.classes.values()].map(({ id, grade }) => ({ id, grade })),
        years,
        yearFits: accepted === 'any' || years.length === 0 || years.some((year) => accepted.has(year)),
        target: targetOf(survey, entry),
      };
    });
}

function targetOf(survey: Survey, { ref }: LinkReading): string {
  if (ref.link.url === null) return ref.link.inert ?? 'no-href';
  const target = survey.site.targetOf(ref.link);
  switch (target.kind) {
    case 'page':
      return 'read';
    case 'gap':
      return gapCode(target.gap);
    case 'pending':
      return 'not-visited';
    case 'unvisited':
      return survey.site.isOffSite(ref.link.url) ? 'off-site' : 'unvisited';
  }
}

function unreadOf(context: ProbeContext): UnreadReasoning[] {
  const { crawl } = context.survey.site;
  const gaps = crawl.gaps.map((gap) => ({
    url: gap.url,
    label: gap.via?.link.label ?? gap.path.at(-1)?.label ?? '',
    code: gapCode(gap),
    fit: gapFit(context, gap),
    rating: null,
    trap: null,
  }));
  const pending = crawl.pending.flatMap((entry): UnreadReasoning[] => {
    const rating = entry.ratings[context.criterion.id] ?? 0;
    if (rating < promising) return [];
    const { label } = entry.via.link;
    const fit = entry.trap === undefined ? 'fits' : 'other';
    return [{ url: entry.url, label, code: 'not-visited', fit, rating, trap: entry.trap ?? null }];
  });
  return [...gaps, ...pending];
}
