// Reports on the year's work told in whatever form: over it stands that it is what the office decided or promised for the year, and then
// piece by piece, in lines, cards, answers, tables or sheets, what became of it and what was spent. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { compared } from './achieves.ts';
import { namesSurely, norm } from './lexicon.ts';
import type { PlanNames } from './plan-names.ts';
import { projectKey } from './project-name.ts';
import { type ProjectRecord, tellsOfBoth, withoutName } from './records.ts';
import { type Planned, plannedAs, yearByLines } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { toldByLine } from './told-by-line.ts';
import { toldByTable } from './told-by-table.ts';
import { keptOf, scoredIn } from './told-score.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';
import { tellsOfOne, type WorkReport } from './work-report.ts';
import { ofOtherWork } from './work-report-head.ts';
import { frameOf } from './works-frame.ts';
import { oneYearOf, yearsOf } from './years.ts';

/** Lines at the head, and right over the first piece of work, that may say whose it is; letters of such a line. */
const [headLines, linesAbove, longestLine] = [6, 4, 900];
/** Pieces of work from which it is a report; fewer of which it is told what was spent as well. */
const [fewest, fewestPaid] = [3, 2];
/** The same, where a mark is given to each and no money told. */
const fewestMarked = 5;

/** Lines that set what was reached beside what was aimed at, from which it is judged. */
const fewestBeside = 2;

/** What a title may name: what it is called it is. */
const ofReports = [
  'result-report',
  'monitoring-report',
  'annual-report',
  'budget-report',
  'lessons-learned',
  'progress-page',
  'project-list',
  'monitoring-mechanism',
];

/** `planned`: the projects of the agency's own plans. `names`: what these are called. */
export function toldWorks(survey: Survey, unit: Unit, planned: Planned, names: PlanNames): WorkReport | undefined {
  if (!isAtMost(unit, ofReports) || unit.segments.length < fewest) return undefined;
  const lines = linesOf(unit);
  if (tellsOfOne(lines)) return undefined;
  return oneByOne(survey, unit, lines, planned, names) ?? promised(survey, unit, lines, names);
}

function oneByOne(
  survey: Survey,
  unit: Unit,
  lines: readonly Line[],
  planned: Planned,
  names: PlanNames,
): WorkReport | undefined {
  const told = toldByTable(survey.lexicon, unit) ?? prose(survey, lines);
  if (told === undefined) return undefined;
  const { works, first } = told;
  const texts = around(unit, lines, first);
  const frame = frameOf(texts, names);
  const paid = works.filter(tellsOfBoth).length;
  // A report by its title needs no more than what is surely told of each.
  const named = ofReports.some((id) => namesSurely(unit.classes, id));
  const enough = paid >= fewest || (told.judged && works.length >= fewestMarked);
  const whose = frame.decided || frame.followed === 'surely' || (frame.followed === 'perhaps' && enough);
  if (!frame.timed || !(named ? paid >= fewest : whose)) return undefined;
  // Where the plan is known and nobody says whose these are, they are its own.
  const ofPlan = works.some(({ name }) => plannedAs(projectKey(name), planned) !== undefined);
  if (!frame.decided && planned.size > 0 && !ofPlan) return undefined;
  const telling = works.filter(({ fields }) => fields.has('progress') || fields.has('result'));
  if (telling.length < (paid >= fewestPaid ? fewestPaid : fewest)) return undefined;
  // Where the questions came from says nothing of what they are about.
  const rest = lines.filter(({ text }) => !ofAsking.test(text));
  const from = rest.findIndex(({ index }) => index >= first);
  if (ofOtherWork(survey, unit, rest, from < 0 ? rest.length : from, works)) return undefined;
  const year = yearOf(survey, unit, lines);
  const over = year !== undefined && year < survey.calendar.fiscalYear;
  const results = works.filter(({ fields }) => fields.has('result')).length;
  // What is set beside its target is a result, whatever the round.
  const judged = told.judged || scoredIn(lines) || new Set(compared(lines)).size >= fewestBeside;
  const found = (over && results * 2 >= works.length) || (judged && (results >= 2 || telling.length >= fewest));
  return {
    classes: found ? ['monitoring-report', 'result-report'] : ['monitoring-report'],
    // Indicators and their rates are no projects by name.
    records: paid === 0 && works.filter(isRate).length * 2 > works.length ? works.map(withoutName) : works,
    year,
    segment: works[0]!.segment,
  };
}

const isRate = ({ fields }: ProjectRecord): boolean =>
  /%|ร้อยละ/u.test(`${fields.get('result') ?? ''} ${fields.get('progress') ?? ''}`);

/** Of a year that is over it says how many promises there were, and how many were kept. */
function promised(survey: Survey, unit: Unit, lines: readonly Line[], names: PlanNames): WorkReport | undefined {
  const segment = keptOf(lines, names);
  if (segment === undefined) return undefined;
  const from = lines.findIndex(({ index }) => index >= segment);
  const year = yearSaid(survey, lines.slice(Math.max(0, from - 1), from + 1)) ?? yearOf(survey, unit, lines);
  if (year === undefined || year >= survey.calendar.fiscalYear) return undefined;
  if (ofOtherWork(survey, unit, lines, from, [])) return undefined;
  return { classes: ['result-report'], records: [], year, segment };
}

/** Over the match form. */
const ofAsking = /คำถาม(?:มา)?จาก|ถามเข้ามา|ตอบ(?:เอง|คำถาม|ใต้|ในกระทู้)|กระทู้/u;

interface Told {
  readonly works: readonly ProjectRecord[];
  /** Index of the first segment of it. */
  readonly first: number;
  /** It says of most of them whether that was enough. */
  readonly judged: boolean;
}

function prose({ lexicon }: Survey, lines: readonly Line[]): Told | undefined {
  const told = toldByLine(lexicon, lines);
  if (told === undefined) return undefined;
  const { works } = told;
  const text = lines.filter(({ segment }) => segment.kind !== 'title' && segment.kind !== 'row');
  return {
    works,
    first: text[told.from]!.index,
    judged: works.filter(({ judged }) => judged).length * 2 > works.length,
  };
}

/** In match form what stands at the head and right over the work, the table's own head included. */
function around(unit: Unit, lines: readonly Line[], first: number): string[] {
  const over = lines.filter(({ index }) => index < first);
  const at = lines.filter(({ index, segment }) => index === first || (segment.kind === 'row' && segment.header));
  const titles = [unit.page.text.title ?? '', unit.own?.text ?? ''].map((text) => norm(text).text);
  const near = [
    ...lines.slice(0, linesAbove),
    ...over.slice(0, headLines),
    ...over.slice(-linesAbove),
    ...at.slice(0, linesAbove),
  ];
  return [...titles, ...near.filter(({ text }) => text.length <= longestLine).map(({ text }) => text)];
}

/** The one year that these lines name, of which no day is. */
function yearSaid(survey: Survey, lines: readonly Line[]): number | undefined {
  const found = lines.flatMap(({ segment }) => findYears(norm(segment.text)));
  return oneYearOf(found, survey.agency.kind, survey.calendar);
}

/** The year that the unit is of, or that a line at its head names as one, before that of a day. */
function yearOf(survey: Survey, unit: Unit, lines: readonly Line[]): number | undefined {
  if (unit.year.year !== undefined) return unit.year.year;
  const mentions = lines.slice(0, headLines).map(({ segment }) => findYears(norm(segment.text)));
  for (const kinds of [['fiscal', 'academic'], ['plain'], ['date']])
    for (const found of mentions) {
      const years = yearsOf(
        found.filter(({ kind }) => kinds.includes(kind)),
        survey.agency.kind,
        survey.calendar,
      );
      if (years.length === 1) return years[0];
    }
  return yearByLines(survey, unit);
}
