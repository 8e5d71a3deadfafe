// Reports on the year's work that no title and no table makes one: line by line, card by card or sentence by sentence they tell how
// far each piece of work has come, and what was spent on it. Pure.
import type { Page } from '../model/crawl.ts';
import { achieves, compared } from './achieves.ts';
import { namesSurely, norm } from './lexicon.ts';
import { ofMeetings } from './list-subject.ts';
import { type ProjectRecord, withoutName } from './records.ts';
import { type Planned, yearByLines } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, lineOf, linesOf } from './unit-lines.ts';
import { itemOfPlan, planReports, spokenOfPlan, tableInMinutes, toldInMinutes } from './work-in-minutes.ts';
import { mayTell, readerOfFacts, type WorkFacts, workFacts } from './work-line.ts';
import { inSentence, piecesOf } from './work-pieces.ts';
import { isMinutes, meetingFollows, ofOtherWork, readHead } from './work-report-head.ts';

export interface WorkReport {
  readonly classes: readonly string[];
  readonly records: readonly ProjectRecord[];
  readonly year: number | undefined;
  /** Segment of the first piece of work that is told of. */
  readonly segment: number;
}

/** Pieces of work told of from which it is a report: fewer where each tells of money as well, of results of the plan, or where a meeting follows it. */
const [fewest, fewestSure] = [3, 2];
/** Share of the lines from the first to the last of them that tell something or name it. */
const dense = 0.25;

/** Classes that a title may name: what it is called it is. */
const ofReports = [
  'result-report',
  'monitoring-report',
  'annual-report',
  'budget-report',
  'lessons-learned',
  'progress-page',
  'monitoring-mechanism',
];

/** `planned`: the projects of the agency's plans, where they are asked for. */
export function workReport(survey: Survey, unit: Unit, planned: Planned = noPlans): WorkReport | undefined {
  if (!isOpen(unit) || isFragment(unit)) return undefined;
  if (isMinutes(unit)) {
    const followed =
      tableInMinutes(survey, unit, planned) ??
      toldInMinutes(survey, unit) ??
      itemOfPlan(survey, unit) ??
      spokenOfPlan(survey, unit);
    if (followed !== undefined) return followed;
  }
  return toldInLines(survey, unit) ?? (isMinutes(unit) ? undefined : spokenAlone(survey, unit));
}

function toldInLines(survey: Survey, unit: Unit): WorkReport | undefined {
  const parts = [unit, ...fragmentsOf(survey, unit)];
  const texts = parts.flatMap(({ segments }) => segments);
  // What needs no reading first.
  if (!mayReport(texts)) return undefined;
  const plain = parts.flatMap((part) => linesOf(part));
  const read = readerOfFacts();
  const told = reportIn(survey, unit, plain, nothing, read);
  if (told !== undefined) return told;
  const labels = parts.flatMap(linkLines);
  return labels.length === 0 ? undefined : reportIn(survey, unit, [...plain, ...labels], unit.linked, read);
}

/** A letter or page in which the plan's works are told in one paragraph. Counts alone are read elsewhere. */
function spokenAlone(survey: Survey, unit: Unit): WorkReport | undefined {
  const spoken = spokenOfPlan(survey, unit);
  if (spoken === undefined || spoken.records.length === 0) return undefined;
  const lines = linesOf(unit);
  const from = lines.findIndex(({ index }) => index === spoken.segment);
  return ofOtherWork(survey, unit, lines, from, spoken.records) ? undefined : spoken;
}

/** So many lines, or parts of sentences, may tell of work. */
function mayReport(texts: Unit['segments']): boolean {
  let telling = 0;
  for (const { segment } of texts) {
    if (segment.kind === 'row') continue;
    telling += inSentence(segment.text).filter(mayTell).length;
    if (telling >= fewestSure) return true;
  }
  return false;
}

const nothing: ReadonlySet<number> = new Set();
const noPlans: Planned = new Map();

/** `linked`: segments among the lines that are labels of links. */
function reportIn(
  survey: Survey,
  unit: Unit,
  given: readonly Line[],
  linked: ReadonlySet<number>,
  read: (text: string) => WorkFacts | undefined,
): WorkReport | undefined {
  const lines = given
    .filter(({ segment }) => segment.kind !== 'title' && segment.kind !== 'row')
    .sort((one, other) => one.index - other.index);
  if (tellsOfOne(lines)) return undefined;
  const told = piecesOf(survey.lexicon, lines, linked, read);
  const worked = told.pieces.filter(({ fields }) => fields.has('progress') || fields.has('result'));
  const first = worked[0];
  if (first === undefined || told.lines < dense * (told.last - told.from + 1)) return undefined;
  const head = readHead(unit, lines, told.from);
  const results = worked.filter(({ fields }) => fields.has('result')).length;
  const paid = worked.filter(({ fields }) => fields.has('spent')).length;
  const minutes = isMinutes(unit);
  if (minutes && !meetingFollows(lines, told.from) && !metOnPlan(survey, unit)) return undefined;
  const sure = paid >= fewestSure || (head.ofPlan && (minutes || results >= fewestSure));
  if (worked.length < (sure ? fewestSure : fewest)) return undefined;
  if (!head.ofTime || !head.ofWork) return undefined;
  if (ofOtherWork(survey, unit, lines, told.from, worked)) return undefined;
  const year = yearByLines(survey, unit);
  // What became of a year's work when it is over is its result; what was spent of it alone is not.
  const past = year !== undefined && year < survey.calendar.fiscalYear;
  const ended = (past || (head.ofWholeYear && !worked.some(goesOn))) && !head.ofRound;
  const over = ended && (results >= fewestSure || achieves(unit) || (worked.length >= fewest && !head.ofSpending));
  // Lessons learned look back, however soon: they follow no work that still goes on.
  const lessons = paid === 0 && !over && namesSurely(unit.classes, 'lessons-learned');
  // What is set beside its target is a result, whatever the round.
  const beside = head.ofPlan && new Set(compared(lines)).size >= fewestSure;
  const followed = over || beside ? ['monitoring-report', 'result-report'] : ['monitoring-report'];
  return {
    classes: lessons ? [] : followed,
    records:
      paid === 0 && (head.ofIndicators || worked.filter(isCount).length > worked.length / 2)
        ? worked.map(withoutName)
        : worked,
    year,
    segment: first.segment,
  };
}

/** What they met for is the plan's work, by the title of the minutes (รายงานการประชุมติดตามผลตามแผนปฏิบัติราชการ…). */
function metOnPlan({ lexicon, agency }: Survey, { own }: Unit): boolean {
  const title = own?.text.split('\n', 1)[0] ?? '';
  const named = readTitle(lexicon, title.replace(ofMeeting, ''), agency);
  return title !== '' && !isLookalike(named) && named.foreign.size === 0 && planReports(named).length > 0;
}
const ofMeeting = /^[^\p{L}]*(?:จด)?(?:รายงาน|สรุป|บันทึก)+(?:ผล)?\s*การประชุม(?:เพื่อ|การ)?\s*/u;

/** Labels of links in the text, which may name pieces of work. */
const linkLines = ({ segments, linked }: Unit): Line[] =>
  segments
    .filter(
      ({ index, segment }) => linked.has(index) && segment.region === 'main' && segment.text.length <= longestLabel,
    )
    .map(lineOf);
const longestLabel = 120;

/** Its title leaves open what it is: a report, a part of the agency (ฝ่ายแผนงาน), or nothing in particular. */
function isOpen(unit: Unit): boolean {
  if (unit.lookalike === undefined) return isAtMost(unit, ofReports);
  const { lookalikes } = unit.lookalike;
  const fits = lookalikes.every(({ kind, id }) => kind === 'other' || (id === ofMeetings && isMinutes(unit)));
  return unit.classes.size === 0 && fits;
}

/** A line that names a report by a word of its own (ผลงาน 36.8% แผน 35.0%) is no title. */
const isFragment = ({ page, titleSegment, own }: Unit): boolean =>
  page.text.media === 'html' &&
  titleSegment !== undefined &&
  own !== undefined &&
  page.text.segments[titleSegment]?.kind !== 'heading' &&
  workFacts(norm(own.text)) !== undefined;

/** Those that such lines cut off the unit. */
function fragmentsOf({ units }: Survey, { page }: Unit): readonly Unit[] {
  if (page.text.media !== 'html') return [];
  const known =
    fragments.get(units) ??
    Map.groupBy(
      units.filter((unit) => isFragment(unit) && isAtMost(unit, ofReports)),
      (unit) => unit.page,
    );
  fragments.set(units, known);
  return known.get(page) ?? [];
}

/** Of all units of a survey, looked for once. */
const fragments = new WeakMap<Survey['units'], ReadonlyMap<Page, readonly Unit[]>>();

/** One project alone, with all that is told of it. */
export const tellsOfOne = (lines: readonly Line[]): boolean =>
  lines.filter(({ text }) => ofOneProject.test(text)).length === 1;
/** Over the match form. */
const ofOneProject = /^[^\p{L}]*(?:ชื่อ|หัวหน้า)โครงการ/u;

/**
 * So many of so many, of what is told by kinds (คุณภาพชีวิต 11 จาก 30), or an indicator and its rate (ฝากครรภ์ 88.6% (เป้า 75)): no
 * project by name.
 */
const isCount = ({ fields }: ProjectRecord): boolean => {
  const told = [fields.get('result'), fields.get('progress')].filter((text) => text !== undefined);
  return (
    told.every((text) => /^[\d๐-๙,.]+\s*(?:จาก|ใน|\/)\s*[\d๐-๙,.]+$/u.test(text)) ||
    told.some((text) => /%|ร้อยละ/u.test(text))
  );
};

/** It is not done yet. */
const goesOn = ({ fields }: ProjectRecord): boolean =>
  /กำลัง|ระหว่าง|ยังไม่|รอ(?!บ|ง|ย)/u.test(fields.get('progress') ?? '');
