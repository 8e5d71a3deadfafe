// What labels say against a criterion: dead and unclickable ones, off-site targets, older years, other plans in the plan's place.
// Pure.

import type { Reason } from '../model/result.ts';
import { appendTo } from './append-to.ts';
import { type Finding, linkEvidence, segmentEvidence } from './finding.ts';
import { namedYears } from './labels.ts';
import { namesSurely } from './lexicon.ts';
import { isJump, type LinkReading } from './link-reading.ts';
import type { Criterion } from './pack.ts';
import type { ProbeContext } from './probe-context.ts';
import { type SiteNames, siteNames } from './site-names.ts';
import { planMenuTest, standsForPlan } from './stands-for-plan.ts';
import type { Survey } from './survey.ts';
import type { TitleReading } from './title.ts';
import { type Unclickable, unclickables } from './unclickable.ts';
import type { Unit } from './unit.ts';
import { yearsOf } from './years.ts';

/** What stands against it, in the order of the links, then of the content. */
export function labelFindings(context: ProbeContext): Finding[] {
  const { survey, criterion, accepted } = context;
  const { site, section, calendar } = survey;
  const found: Finding[] = [];
  const { naming, names, standing, unclickable } = groundOf(survey);
  // Only where the plan itself is asked for can another plan stand in its place.
  const wantsPlan = criterion.heldBy[0] === 'annual-plan';
  // What the plan's own label promises is the plan and its projects; a report or an order has labels of its own.
  const promised =
    criterion.promisedBy ?? (wantsPlan ? criterion.heldBy : criterion.heldBy.filter((id) => id !== 'annual-plan'));
  const named = new Set(promised.flatMap((id) => naming.get(id) ?? []));
  const others: ReadonlySet<number> = wantsPlan ? standing : new Set();
  for (const order of [...new Set([...named, ...others])].sort((a, b) => a - b)) {
    const entry = survey.links[order]!;
    const { ref, reading } = entry;
    // A heading's year is that of its list; where nothing under it was read, it is all that is known.
    const own = namedYears(survey, entry.ref, entry.reading);
    const unread = ref.link.url !== null && /^(?:pending|unvisited)$/.test(site.targetOf(ref.link).kind);
    const years = own.length || !unread ? own : yearsOf(reading.years, survey.agency.kind, calendar);
    const year = years[0] ?? null;
    const rank = order / 1000;
    const add = (reason: Reason, extra = 0) =>
      found.push({ reason, evidence: linkEvidence(ref, site, section, year), rank: rank + extra });
    if (others.has(order)) add('wrong-plan', reading.multiYearPlan ? 0 : 5);
    if (!named.has(order)) continue;
    if (accepted !== 'any' && years.length > 0 && !years.some((value) => accepted.has(value))) {
      // Only the publication that is asked for first: a report of last year says nothing of what it left out.
      if (
        primaryClasses(criterion, readDocument(site.targetOf(ref.link))).some((id) => reading.classes.has(id)) &&
        ref.link.url !== null &&
        years.every((value) => value < calendar.fiscalYear) &&
        !dead(survey, entry)
      )
        add('outdated', 10);
      continue;
    }
    if (ref.link.url === null) {
      if (ref.link.inert !== 'scheme' && !names.leadsElsewhere(entry)) add('not-a-link');
      continue;
    }
    const target = site.targetOf(ref.link);
    if (target.kind === 'gap' && target.gap.fetch?.dead) add('broken-link');
    else if (target.kind === 'gap' && target.gap.offSite && !target.gap.extract) add('off-site');
    else if (target.kind !== 'gap' && site.isOffSite(ref.link.url) && !readDocument(target)) add('off-site');
  }
  for (const { unit, index, reading } of unclickable) {
    if (!promised.some((id) => namesSurely(reading.classes, id))) continue;
    const years = yearsOf(reading.years, survey.agency.kind, calendar);
    if (accepted !== 'any' && years.length > 0 && !years.some((year) => accepted.has(year))) continue;
    if (survey.units.some((other) => other !== unit && isOfYear(other, reading, years))) continue;
    const evidence = { ...segmentEvidence(unit, index, section), year: years[0] ?? null, source: 'label' as const };
    found.push({ reason: 'not-a-link', evidence, rank: 50 + unit.page.id });
  }
  for (const unit of survey.units) {
    if (!wantsPlan || unit.page.text.media === 'html') continue;
    if (!unit.lookalike?.lookalikes.some((item) => item.kind === 'plan')) continue;
    // The label promised the annual plan, the document is another one.
    const promise = unit.labels.find(({ reading }) => reading.classes.has('annual-plan'));
    if (promise && unit.own)
      found.push({
        reason: 'wrong-plan',
        evidence: linkEvidence(promise.ref, site, section, unit.year.year ?? null),
        rank: 1,
      });
  }
  return found;
}

/** The publication that is named, of that year, was read under another name. */
const isOfYear = ({ classes, year, records, told }: Unit, reading: TitleReading, years: readonly number[]): boolean =>
  year.year !== undefined &&
  years.includes(year.year) &&
  (records.length > 0 || told > 0) &&
  [...reading.classes.keys()].some((id) => namesSurely(reading.classes, id) && namesSurely(classes, id));

/** What is the same for all criteria. */
interface Ground {
  /** Class of publication → the links that name it in more than weak words, by their place among all. */
  readonly naming: ReadonlyMap<string, readonly number[]>;
  /** Links to another plan in the plan's place. */
  readonly standing: ReadonlySet<number>;
  readonly names: SiteNames;
  readonly unclickable: readonly Unclickable[];
}

const grounds = new WeakMap<Survey, Ground>();

function groundOf(survey: Survey): Ground {
  const known = grounds.get(survey);
  if (known) return known;
  const naming = new Map<string, number[]>();
  const standing = new Set<number>();
  const isPlanMenu = planMenuTest(survey);
  for (const [order, entry] of survey.links.entries()) {
    if (isJump(entry.ref)) continue;
    for (const { id, grade } of entry.reading.classes.values()) if (grade !== 'weak') appendTo(naming, id, order);
    if (standsForPlan(survey, entry, isPlanMenu)) standing.add(order);
  }
  const names = siteNames(survey);
  const ground = { naming, standing, names, unclickable: unclickables(survey, names) };
  grounds.set(survey, ground);
  return ground;
}

function dead(survey: Survey, entry: LinkReading): boolean {
  const target = survey.site.targetOf(entry.ref.link);
  return target.kind === 'gap' && target.gap.fetch?.dead === true;
}

function readDocument(target: { kind: string; page?: { text: { media: string } } }): boolean {
  return target.kind === 'page' && target.page?.text.media !== 'html';
}

/**
 * The publications a criterion asks for by name: those of its first document probe; of what was not `read`, also those of the
 * others and what holds it first. A document that was read says itself whether it holds it (an old report, recommendations).
 */
function primaryClasses(criterion: Criterion, read: boolean): readonly string[] {
  const named = criterion.probes.any.map((probe) =>
    'probe' in probe && probe.probe === 'document' ? probe.classes : [],
  );
  const first = named[0] ?? [];
  return read && first.length > 0 ? first : [...named.flat(), criterion.heldBy[0] ?? ''];
}
