// What a unit is by its content, whatever its title: reports on the plan's own projects, what outsiders answered, who follows
// the plan when, orders to publish. Pure.
import { followsPlan } from './follows-plan.ts';
import { ordersPublishing } from './orders-publishing.ts';
import { outsidersAnswered } from './outsiders-answered.ts';
import { plannedKeys, reportsOnProjects, yearByLines } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { toldInText } from './told-in-text.ts';
import type { Unit } from './unit.ts';

/** Classes that a title may name as well, by what in a unit's text bears them out: the segment that does. */
const readings: Readonly<Record<string, (survey: Survey, unit: Unit) => number | undefined>> = {
  'survey-report': outsidersAnswered,
  'monitoring-mechanism': followsPlan,
  'disclosure-order': ordersPublishing,
};

/** The survey, in which units are of the classes that their content makes them. */
export function withClassesByContent(survey: Survey): Survey {
  const planned = plannedKeys(survey);
  const made = new Map<Unit, Unit>();
  for (const unit of survey.units) {
    const reports = reportsOnProjects(survey, unit, planned);
    const borneOut = new Map<string, number>();
    const told = reports === undefined ? toldInText(survey, unit) : undefined;
    if (told?.segment !== undefined) for (const id of told.classes) borneOut.set(id, told.segment);
    for (const [id, read] of Object.entries(readings)) {
      const segment = unit.lookalike ? undefined : read(survey, unit);
      if (segment !== undefined) borneOut.set(id, segment);
    }
    const classes = [...new Set([...((reports ?? told)?.classes ?? []), ...borneOut.keys()])].filter(
      (id) => (unit.classes.get(id)?.grade ?? 'weak') === 'weak',
    );
    if (classes.length === 0 && borneOut.size === 0) continue;
    const all = new Map(unit.classes);
    for (const id of classes)
      all.set(id, { id, grade: 'synonym', from: 0, to: 0, damaged: false, origin: 'content' as const });
    made.set(
      unit,
      Object.create(unit, {
        classes: { value: all, enumerable: true },
        borneOut: { value: borneOut, enumerable: true },
        ...(reports && { year: { value: { ...unit.year, year: reports.year }, enumerable: true } }),
        ...(told && {
          lookalike: { value: undefined, enumerable: true },
          year: { value: { ...unit.year, year: yearByLines(survey, unit) }, enumerable: true },
        }),
      }) as Unit,
    );
  }
  if (made.size === 0) return survey;
  return {
    ...survey,
    units: survey.units.map((unit) => made.get(unit) ?? unit),
    echoes: survey.echoes.map((echo) => ({ ...echo, unit: made.get(echo.unit) ?? echo.unit })),
  };
}
