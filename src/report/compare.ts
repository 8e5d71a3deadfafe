// What changed between two runs, cell by cell, and because of what. Pure: whatever must be looked up or judged again comes in
// as facts. What could not be checked is neither better nor worse.
import type { AgencyVerdict, AuditRun, CriterionVerdict, Evidence, Reason, Verdict } from '../model/result.ts';

/**
 * - `site`: the website shows something else;
 * - `rule`: the old website, judged by the new rules, gives the new verdict;
 * - `date`: the old website, judged by the old rules on the new date, gives the new verdict (a year has passed);
 * - `network`: one of the two times it could not be looked at;
 * - `registry`: the agency's row changed (kind, exemption, address);
 * - `review`: a person's decision came, went or was reopened.
 */
export const changeCauses = ['site', 'rule', 'date', 'network', 'registry', 'review'] as const;
export type ChangeCause = (typeof changeCauses)[number];

export interface CellState {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** First piece of evidence, if there is one. */
  readonly url?: string;
  readonly quote?: string;
  readonly reviewedBy?: string;
}

/** What is known of the page that a changed cell hangs on. */
export interface PageChange {
  readonly url: string;
  readonly change: 'appeared' | 'disappeared' | 'changed' | 'unchanged';
  /** What answered instead, where it disappeared (failure code). */
  readonly failure?: string;
}

export interface CellChange {
  readonly agency: string;
  readonly name: string;
  readonly kind: string;
  readonly criterion: string;
  readonly level: string;
  readonly before: CellState;
  readonly after: CellState;
  /** `neutral`: only the reason changed, or one of the two is no statement about the website. */
  readonly direction: 'better' | 'worse' | 'neutral';
  readonly cause: ChangeCause;
  readonly page?: PageChange;
  /** Changed columns of the registry, where that is the cause. */
  readonly fields?: readonly string[];
}

export interface RunName {
  readonly id: string;
  readonly asOf: string;
  readonly version: string;
  readonly packs: readonly { readonly name: string; readonly version: string; readonly sha256: string }[];
}

export interface Comparison {
  readonly schema: 'planaudit.compare/1';
  readonly before: RunName;
  readonly after: RunName;
  /** Agencies only in one of the runs. */
  readonly removed: readonly { readonly id: string; readonly name: string }[];
  readonly added: readonly { readonly id: string; readonly name: string }[];
  /** In the order of the new run. */
  readonly changes: readonly CellChange[];
  readonly totals: {
    readonly better: number;
    readonly worse: number;
    readonly neutral: number;
    readonly unchanged: number;
    readonly causes: Readonly<Record<ChangeCause, number>>;
  };
}

/** What is known of an agency beside its verdicts; whatever is missing makes the cause less exact, never wrong in kind. */
export interface AgencyFacts {
  /** The old crawl under the old packs on the new date. */
  readonly onNewDate?: AgencyVerdict;
  /** The old crawl under the new packs and program on the new date. */
  readonly underNewRules?: AgencyVerdict;
  /** Columns in which the registry's rows differ. */
  readonly fields?: readonly string[];
  /** URL → hash of what it showed, or failure code. */
  readonly pagesBefore?: ReadonlyMap<string, PageState>;
  readonly pagesAfter?: ReadonlyMap<string, PageState>;
}

export type PageState = { readonly sha256: string } | { readonly failure: string };

const lookedAway: ReadonlySet<Reason> = new Set([
  'site-unreachable',
  'blocked',
  'robots-disallowed',
  'needs-browser',
  'budget-spent',
  'tool-error',
]);
/** Columns that say where the website is, or whose documents count. */
const addressFields: ReadonlySet<string> = new Set(['url', 'linkPage', 'extraHosts', 'name', 'kind']);

export function compareRuns(
  before: AuditRun,
  after: AuditRun,
  facts: ReadonlyMap<string, AgencyFacts> = new Map(),
): Comparison {
  const old = new Map(before.agencies.map((agency) => [agency.id, agency]));
  const now = new Set(after.agencies.map(({ id }) => id));
  const changes: CellChange[] = [];
  let unchanged = 0;
  for (const agency of after.agencies) {
    const earlier = old.get(agency.id);
    if (earlier === undefined) continue;
    const cells = new Map(earlier.criteria.map((cell) => [cell.id, cell]));
    for (const cell of agency.criteria) {
      const was = cells.get(cell.id);
      if (was === undefined) continue;
      if (was.verdict === cell.verdict && was.reason === cell.reason) unchanged += 1;
      else changes.push(changeOf(agency, was, cell, facts.get(agency.id) ?? {}));
    }
  }
  const count = (direction: CellChange['direction']) =>
    changes.filter((change) => change.direction === direction).length;
  const name = ({ id, name }: AgencyVerdict) => ({ id, name });
  return {
    schema: 'planaudit.compare/1',
    before: runName(before),
    after: runName(after),
    removed: before.agencies.filter(({ id }) => !now.has(id)).map(name),
    added: after.agencies.filter(({ id }) => !old.has(id)).map(name),
    changes,
    totals: {
      better: count('better'),
      worse: count('worse'),
      neutral: count('neutral'),
      unchanged,
      causes: Object.fromEntries(
        changeCauses.map((cause) => [cause, changes.filter((change) => change.cause === cause).length]),
      ) as Record<ChangeCause, number>,
    },
  };
}

function runName({ tool, run }: AuditRun): RunName {
  const packs = run.packs.map(({ name, version, sha256 }) => ({ name, version, sha256 }));
  return { id: run.id, asOf: run.asOf, version: tool.version, packs };
}

function changeOf(agency: AgencyVerdict, was: CriterionVerdict, is: CriterionVerdict, facts: AgencyFacts): CellChange {
  const cause = causeOf(was, is, facts);
  const page = cause === 'site' || cause === 'network' ? pageOf(was, is, facts) : undefined;
  const fields = facts.fields?.filter((field) => addressFields.has(field) || field === 'exempt');
  return {
    agency: agency.id,
    name: agency.name,
    kind: agency.kind,
    criterion: is.id,
    level: is.level,
    before: stateOf(was),
    after: stateOf(is),
    direction: directionOf(was.verdict, is.verdict),
    cause,
    ...(page === undefined ? {} : { page }),
    ...(cause === 'registry' && fields !== undefined ? { fields } : {}),
  };
}

function stateOf(cell: CriterionVerdict): CellState {
  const [first] = cell.evidence;
  return {
    verdict: cell.verdict,
    reason: cell.reason,
    ...(first === undefined ? {} : { url: first.finalUrl, quote: first.quote }),
    ...(cell.review === undefined ? {} : { reviewedBy: cell.review.by }),
  };
}

function directionOf(before: Verdict, after: Verdict): CellChange['direction'] {
  if (before === 'not-met' && after === 'met') return 'better';
  return before === 'met' && after === 'not-met' ? 'worse' : 'neutral';
}

/** What the program itself said, whatever a person decided. */
function programOf(cell: CriterionVerdict): { verdict: Verdict; reason: Reason } {
  return cell.review?.program ?? cell;
}

function causeOf(was: CriterionVerdict, is: CriterionVerdict, facts: AgencyFacts): ChangeCause {
  const [before, after] = [programOf(was), programOf(is)];
  if (before.verdict === after.verdict && before.reason === after.reason) return 'review';
  const fields = new Set(facts.fields ?? []);
  if (before.verdict === 'not-applicable' || after.verdict === 'not-applicable') {
    if (fields.has('kind') || fields.has('exempt')) return 'registry';
  }
  const gives = (agency: AgencyVerdict | undefined): boolean =>
    agency?.criteria.some(
      ({ id, verdict, reason }) => id === is.id && verdict === after.verdict && reason === after.reason,
    ) ?? false;
  if (gives(facts.onNewDate)) return 'date';
  if (gives(facts.underNewRules)) return 'rule';
  if ([...fields].some((field) => addressFields.has(field))) return 'registry';
  return lookedAway.has(before.reason) || lookedAway.has(after.reason) ? 'network' : 'site';
}

/** The page that tells the two apart: the one that now proves it, else the one that did. */
function pageOf(was: CriterionVerdict, is: CriterionVerdict, facts: AgencyFacts): PageChange | undefined {
  const telling: readonly (Evidence | undefined)[] =
    is.verdict === 'met' ? [is.evidence[0], was.evidence[0]] : [was.evidence[0], is.evidence[0]];
  const candidates = telling.flatMap((entry) => (entry === undefined ? [] : [entry.finalUrl, entry.url]));
  const { pagesBefore, pagesAfter } = facts;
  if (pagesBefore === undefined || pagesAfter === undefined) return undefined;
  const changes = candidates.flatMap((url): PageChange[] => {
    const [before, after] = [pagesBefore.get(url), pagesAfter.get(url)];
    const hash = (state: PageState | undefined) =>
      state !== undefined && 'sha256' in state ? state.sha256 : undefined;
    const [old, now] = [hash(before), hash(after)];
    if (old === undefined && now === undefined) return [];
    if (old === undefined) return [{ url, change: 'appeared' }];
    if (now !== undefined) return [{ url, change: old === now ? 'unchanged' : 'changed' }];
    const failure = after !== undefined && 'failure' in after ? { failure: after.failure } : {};
    return [{ url, change: 'disappeared', ...failure }];
  });
  return changes.find(({ change }) => change !== 'unchanged') ?? changes[0];
}
