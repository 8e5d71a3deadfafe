// What a unit is by its content, whatever its title: reports on the plan's own projects, lists of the year's projects, what
// outsiders answered, who follows the plan when, orders to publish. Pure.
import type { Page } from '../model/crawl.ts';
import { adviceTable } from './advice-table.ts';
import { opinionsOnPlan } from './advises.ts';
import { asksOutsiders } from './asks-outsiders.ts';
import { setBesidePlan } from './beside-plan.ts';
import { codedProgrammes } from './coded-programmes.ts';
import { codedSheets } from './coded-sheets.ts';
import { countedNames } from './counted-names.ts';
import { followsHabit } from './follows-habit.ts';
import { appointedInMinutes, followsPlan } from './follows-plan.ts';
import { byContent, emptied, isHalfTrue } from './half-true.ts';
import { namesSurely } from './lexicon.ts';
import { followedAs, followsUp, reachesAims, tellsSpent } from './list-followed.ts';
import { meantAndCame } from './meant-and-came.ts';
import { memoOnPlan } from './memo-on-plan.ts';
import { resultsInMinutes } from './minutes-results.ts';
import { missionCounts } from './mission-counts.ts';
import { oneProject, reportsOn } from './one-project.ts';
import { isOrderByTitle, namesDivision, ordersPublishing } from './orders-publishing.ts';
import { toldOrder } from './orders-told.ts';
import { claimsWork } from './other-matter.ts';
import { outsidersAnswered } from './outsiders-answered.ts';
import { partsOfPlan } from './parts-of-plan.ts';
import { plainAdvice } from './plain-advice.ts';
import { withPlanLinks } from './plan-links.ts';
import { type PlanNames, planNames } from './plan-names.ts';
import { isManual, withPlansRead, withUnits } from './plans-read.ts';
import { programmeSums } from './programme-sums.ts';
import { projectList } from './project-list.ts';
import { projectKey } from './project-name.ts';
import { projectPage } from './project-page.ts';
import { ratesTrainings } from './rates-trainings.ts';
import { type ProjectRecord, tellsOfBoth } from './records.ts';
import { type Planned, plannedProjects, ratesOwnPlan, reportsOnProjects, yearByLines } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { toldInText } from './told-in-text.ts';
import { toldWorks } from './told-works.ts';
import type { Unit } from './unit.ts';
import { isAtMost } from './unit-lines.ts';
import { inspectsOffice, isBesidePlan, isGovernments, isOthers } from './whole-government.ts';
import { type WorkReport, workReport } from './work-report.ts';

/** Classes that a title may name as well, by what in a unit's text bears them out: the segment that does. */
const readings: Readonly<
  Record<string, (survey: Survey, unit: Unit, names: PlanNames, planned: Planned) => number | undefined>
> = {
  'survey-report': outsidersAnswered,
  'survey-form': asksOutsiders,
  'monitoring-mechanism': (survey, unit, names) => followsPlan(survey, unit) ?? followsHabit(unit, names),
  'disclosure-order': ordersPublishing,
  'recommendation-list': (survey, unit, _, planned) =>
    opinionsOnPlan(survey, unit) ?? adviceTable(survey, unit, planned),
  'annual-plan': programmeSums,
  'result-report': (_, unit) => meantAndCame(unit),
};

/** The survey, in which units are of the classes that their content makes them. */
export function withClassesByContent(given: Survey): Survey {
  const plans = withPlansRead(withUnits(given, partsOfPlan(given)));
  const survey = withUnits(plans, new Map([...codedSheets(plans), ...codedProgrammes(plans)]));
  const planned = plannedProjects(survey);
  const names = planNames(survey);
  const made = new Map<Unit, Unit>();
  /** Pages whose title calls them the plan, over what is not. */
  const notPlans = new Set<Page>();
  for (const unit of survey.units) {
    if (isGovernments(unit, survey.agency) || isOthers(unit) || inspectsOffice(unit) || ratesTrainings(unit)) {
      const shown =
        unit.records.filter(tellsOfBoth).length > 1 &&
        isBesidePlan(unit) &&
        survey.units.some((other) => other.page === unit.page && claimsWork(other));
      const classes = new Map(shown ? [['progress-page', byContent('progress-page')]] : []);
      if (unit.classes.size > 0 || shown)
        made.set(unit, Object.create(unit, { classes: { value: classes, enumerable: true } }) as Unit);
      continue;
    }
    if (isHalfTrue(survey, unit)) {
      made.set(unit, emptied(survey, unit));
      if (namesSurely(unit.classes, 'annual-plan')) notPlans.add(unit.page);
      continue;
    }
    const reports = reportsOnProjects(survey, unit, planned);
    const borneOut = new Map<string, number>();
    // What a manual shows as an example is nobody's work.
    const ofManual = isManual(unit);
    const open = reports === undefined && !ofManual;
    const told = open ? toldInText(survey, unit) : undefined;
    if (told?.segment !== undefined) for (const id of told.classes) borneOut.set(id, told.segment);
    const divided = namesDivision(unit) || isOrderByTitle(survey, unit);
    const list = open ? projectList(survey, unit) : undefined;
    for (const [id, read] of Object.entries(readings)) {
      const segment = unit.lookalike && !divided ? undefined : read(survey, unit, names, planned);
      if (segment !== undefined) borneOut.set(id, segment);
    }
    const advice =
      unit.lookalike || borneOut.has('recommendation-list') ? undefined : plainAdvice(survey, unit, planned);
    if (advice !== undefined) borneOut.set('recommendation-list', advice.segment);
    const page = open ? projectPage(survey.lexicon, unit, planned) : undefined;
    if (page !== undefined) borneOut.set('monitoring-report', page.record.segment);
    const work =
      page === undefined && !ofManual
        ? toldOrReported(survey, unit, reports === undefined ? planned : undefined, names)
        : undefined;
    for (const id of work?.classes ?? []) borneOut.set(id, work!.segment);
    const rated = ratesOwnPlan(unit) ? ['monitoring-report', 'result-report'] : [];
    const beside = open && isAtMost(unit, ofResults) ? setBesidePlan(survey, unit) : undefined;
    if (beside !== undefined) borneOut.set('result-report', beside.segment);
    const counted = open ? missionCounts(survey, unit) : undefined;
    if (counted !== undefined) borneOut.set('progress-page', counted.segment);
    const closed = resultsInMinutes(survey, unit);
    if (closed !== undefined) borneOut.set('result-report', closed.segment);
    const appointed = unit.lookalike === undefined ? undefined : appointedInMinutes(survey, unit);
    if (appointed !== undefined) borneOut.set('monitoring-mechanism', appointed);
    // So is what a head is told to have ordered, in whatever else.
    const ordered = borneOut.has('disclosure-order') ? undefined : toldOrder(unit);
    if (ordered !== undefined) borneOut.set('disclosure-order', ordered);
    const annex = memoOnPlan(survey, unit);
    const named = [
      ...annex,
      ...((reports ?? told)?.classes ?? []),
      ...(work?.classes ?? []),
      ...rated,
      ...(beside === undefined ? [] : ['result-report']),
      ...(list ? ['project-list'] : []),
      ...(list && followsUp(list) ? followedAs(survey, list) : []),
      ...(list && tellsSpent(list) ? ['budget-report'] : []),
      ...(list && reachesAims(survey, unit, list) ? ['result-report'] : []),
      // A report on spending that also tells of each project how far it is.
      ...(open && namesSurely(unit.classes, 'budget-report') && followsUp(unit) ? ['monitoring-report'] : []),
      ...borneOut.keys(),
    ];
    const classes = [...new Set(named)].filter((id) => !namesSurely(unit.classes, id));
    const single = page?.key ?? oneProject(survey, unit);
    const inSentences = open ? countedNames(survey.lexicon, unit) : [];
    if (classes.length === 0 && borneOut.size === 0 && single === undefined && inSentences.length === 0) continue;
    const year =
      reports ??
      page ??
      beside ??
      closed ??
      counted ??
      (list ? undefined : work) ??
      (told ? { year: told.year ?? yearByLines(survey, unit) } : list) ??
      (unit.year.year === undefined ? advice : undefined);
    const records = page
      ? [page.record]
      : list || work
        ? joined(list?.records ?? unit.records, work?.records ?? [])
        : inSentences.length > 0
          ? inSentences
          : undefined;
    const all = new Map(unit.classes);
    for (const id of classes) all.set(id, byContent(id));
    if (single !== undefined)
      for (const id of reportsOn(unit, single)) all.set(id, { ...all.get(id)!, grade: 'synonym' });
    made.set(
      unit,
      Object.create(unit, {
        classes: { value: all, enumerable: true },
        borneOut: { value: borneOut, enumerable: true },
        oneProject: { value: single, enumerable: true },
        // What says so by its content is not what its title looks like.
        ...((told ||
          list ||
          work ||
          closed ||
          appointed !== undefined ||
          ordered !== undefined ||
          annex.length > 0 ||
          (divided && (borneOut.has('disclosure-order') || borneOut.has('monitoring-mechanism')))) && {
          lookalike: { value: undefined, enumerable: true },
        }),
        ...(records && { records: { value: records, enumerable: true } }),
        ...(year && { year: { value: { ...unit.year, year: year.year }, enumerable: true } }),
      }) as Unit,
    );
  }
  const read = withUnits(survey, made);
  for (const { page, classes, segments } of read.units)
    if (segments.length > 0 && namesSurely(classes, 'annual-plan')) notPlans.delete(page);
  return withPlanLinks(read, notPlans);
}

/** What a title may call what is held against the plan. */
const ofResults = ['result-report', 'monitoring-report', 'annual-report', 'progress-page', 'project-list'];

/** A report on the year's work by what its lines tell, and what it tells in words of its own. */
function toldOrReported(
  survey: Survey,
  unit: Unit,
  planned: Planned | undefined,
  names: PlanNames,
): WorkReport | undefined {
  const work = workReport(survey, unit, planned);
  const told = planned === undefined ? undefined : toldWorks(survey, unit, planned, names);
  if (work === undefined || told === undefined) return work ?? told;
  return {
    ...work,
    classes: [...new Set([...work.classes, ...told.classes])],
    records: joined(told.records, work.records),
    // The day of an interview or a letter is not the year that it tells of.
    year: unit.year.own.length + unit.year.label.length > 0 ? (work.year ?? told.year) : (told.year ?? work.year),
  };
}

/** What was read already, with what else is told of the same, and then the others. */
function joined(known: readonly ProjectRecord[], more: readonly ProjectRecord[]): ProjectRecord[] {
  const told = new Map(more.map((record) => [projectKey(record.name), record]));
  const keys = new Set(known.map(({ name }) => projectKey(name)));
  const filled = known.map((record) => ({
    ...record,
    fields: new Map([...(told.get(projectKey(record.name))?.fields ?? []), ...record.fields]),
  }));
  return [...filled, ...more.filter(({ name }) => !keys.has(projectKey(name)))];
}
