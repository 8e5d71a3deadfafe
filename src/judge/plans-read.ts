// The survey in which plans are read that their form or their content makes the agency's plan of the year, whatever they are called; and in which
// drafts, what a page names as not on the web, and what only says how a plan will be made are none. Pure.
import { calledPlan } from './called-plan.ts';
import { ofTools } from './document-body.ts';
import { isDraft } from './draft-plan.ts';
import { byContent, emptied } from './half-true.ts';
import { namesSurely, norm } from './lexicon.ts';
import { tellsOfMaking } from './makes-plan.ts';
import { offWeb } from './off-web.ts';
import { planInLetter } from './plan-in-letter.ts';
import { planLines } from './plan-lines.ts';
import { projectList } from './project-list.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { isOfSubject, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { isGovernments, isOthers } from './whole-government.ts';
import { isYearsPlan } from './years-plan.ts';

/** Its own first line names a manual or a form (คู่มือการติดตาม…). */
export const isManual = ({ lookalike, own }: Unit): boolean =>
  own !== undefined &&
  lookalike === own &&
  lookalike.lookalikes.some(({ id }) => id === ofTools) &&
  manual.test(norm(own.text).text);
/** Over the match form. */
const manual = /^[^\p{L}]*(?:คู่มือ|ตัวอย่าง|แนวทาง(?:การ)?|หลักสูตร|manual|handbook|guide)/u;

/** Plans in lines of their own form, or by their content alone, tell of projects that reports elsewhere may be on. */
export function withPlansRead(survey: Survey): Survey {
  const made = new Map<Unit, Unit>();
  for (const unit of survey.units) {
    if (unit.titleSegment !== undefined && offWeb(unit.page.text).has(unit.titleSegment)) {
      made.set(unit, Object.create(unit, { classes: { value: new Map(), enumerable: true } }) as Unit);
      continue;
    }
    if (namesSurely(unit.classes, 'annual-plan') && (isDraft(unit) || tellsOfMaking(unit))) {
      made.set(unit, emptied(survey, unit));
      continue;
    }
    const records = planLines(survey, unit);
    const plan = records.length === 0 ? asPlan(survey, unit) : undefined;
    if (records.length > 0)
      made.set(unit, Object.create(unit, { records: { value: records, enumerable: true } }) as Unit);
    else if (plan !== undefined) made.set(unit, plan);
    else for (const [part, told] of toldAsPlan(survey, unit)) made.set(part, told);
  }
  return withUnits(survey, made);
}

/** The units that hold what the first lines of one of them call the plan. */
function toldAsPlan(survey: Survey, unit: Unit): [Unit, Unit][] {
  const letter = planInLetter(survey, unit);
  const plan = letter ? { units: new Map([[unit, letter.records]]), year: letter.year } : calledPlan(survey, unit);
  if (plan === undefined) return [];
  if (isGovernments(unit, survey.agency) || isOthers(unit) || isManual(unit) || namesOthersPlan(survey, unit))
    return [];
  return [...plan.units].map(([part, records]) => [part, ofPlan(part, records, plan.year)]);
}

/** The unit as the plan of a year, which holds these projects. */
const ofPlan = (unit: Unit, records: readonly ProjectRecord[], year: number | undefined): Unit =>
  Object.create(unit, {
    classes: { value: new Map(unit.classes).set('annual-plan', byContent('annual-plan')), enumerable: true },
    lookalike: { value: undefined, enumerable: true },
    records: { value: records, enumerable: true },
    year: { value: { ...unit.year, year }, enumerable: true },
  }) as Unit;

/** The unit as the plan of its year, where its content says that it is. */
function asPlan(survey: Survey, unit: Unit): Unit | undefined {
  // Which looks at little of most units, and reads what projects they tell of last.
  const list = projectList(survey, unit);
  if (list === undefined || !isYearsPlan(unit, list)) return undefined;
  if (isGovernments(unit, survey.agency) || isOthers(unit) || isManual(unit)) return undefined;
  if (namesOthersPlan(survey, unit)) return undefined;
  return ofPlan(unit, list.records, list.year);
}

/** A heading of it, or a label that leads there, names the plan as another body's, or as that of one subject (แผนปฏิบัติการลดน้ำสูญเสีย). */
function namesOthersPlan({ lexicon, agency }: Survey, { page, labels }: Unit): boolean {
  const titles = page.text.segments.filter(({ kind }) => kind === 'title' || kind === 'heading');
  const readings = [
    ...labels.map(({ reading }) => reading),
    ...titles.map(({ text }) => readTitle(lexicon, text, agency)),
  ];
  return readings.some((reading) => reading.foreign.size > 0 || isOfSubject(reading));
}

/** The survey with these units instead of those they were made of. */
export function withUnits(survey: Survey, made: ReadonlyMap<Unit, Unit>): Survey {
  if (made.size === 0) return survey;
  return {
    ...survey,
    units: survey.units.map((unit) => made.get(unit) ?? unit),
    echoes: survey.echoes.map((echo) => ({ ...echo, unit: made.get(echo.unit) ?? echo.unit })),
  };
}
