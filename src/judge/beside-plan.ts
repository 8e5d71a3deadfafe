// Results of a year that is over, told in a table that no title calls a report: one column says what the plan meant to reach, another
// what came of it (แผนว่าไว้ | ได้จริง), and a line over it says that the plan is what it is held against. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import { yearByLines } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { yearsOf } from './years.ts';

/** Rows that tell what came of it, and lines over the table in which the plan may be named. */
const [fewest, linesOver] = [3, 4];
const longestLine = 500;

/** Where that stands, and of which year. */
export interface BesidePlan {
  readonly segment: number;
  readonly year: number;
}

export function setBesidePlan(survey: Survey, unit: Unit): BesidePlan | undefined {
  const table = unit.tables.find(
    ({ columns, told, first, foreign, toCome }) =>
      first !== undefined && columns.has('result') && told >= fewest && !foreign && toCome !== true,
  );
  const first = table?.first;
  if (table === undefined || first === undefined || table.columns.has('spent')) return undefined;
  const head = (unit.page.text.segments[first]?.cells ?? []).map((cell) => norm(cell).text);
  if (
    head.filter((cell) => meant.test(cell)).length !== 1 ||
    !head.some((cell) => !meant.test(cell) && cameOut.test(cell))
  )
    return undefined;
  const over = unit.segments
    .filter(({ index, segment }) => index < first && segment.kind !== 'row' && segment.text.length <= longestLine)
    .slice(-linesOver)
    .map(({ segment }) => segment.text);
  const year = yearOver(survey, over) ?? yearByLines(survey, unit);
  if (year === undefined || year >= survey.calendar.fiscalYear) return undefined;
  if (!over.some((text) => ofPlan.test(norm(text).text))) return undefined;
  const readings = over.map((text) => readTitle(survey.lexicon, text, survey.agency));
  if (readings.some(({ foreign, lookalikes }) => foreign.size > 0 || lookalikes.some(({ kind }) => kind !== 'other')))
    return undefined;
  const titles = [unit.page.text.title, unit.own?.text.split('\n', 1)[0]].filter(
    (text): text is string => text !== undefined && text.trim() !== '',
  );
  return ofOtherSubject(survey, unit, titles, head, []) ? undefined : { segment: first, year };
}

/** The one fiscal or school year that the lines name, the nearest first: days on which something was posted are none. */
function yearOver({ agency, calendar }: Survey, over: readonly string[]): number | undefined {
  for (const text of over.toReversed()) {
    const mentions = findYears(norm(text)).filter(({ kind }) => kind === 'fiscal' || kind === 'academic');
    const years = yearsOf(mentions, agency.kind, calendar);
    if (years.length > 0) return years.length === 1 ? years[0] : undefined;
  }
  return undefined;
}

/** Over the match form, as all that follow: what was meant to be, and what was. */
const meant =
  /^[^\p{L}]*(?:ตาม)?(?:ที่|ตัวเลข|สิ่งที่)?(?:แผน(?!ที่|ก|งาน)|ตั้ง(?:ใจ|เป้า)?(?:ไว้|จะ)|วาง(?:แผน|เป้า)?ไว้|(?:ค่า)?เป้า|กำหนดไว้|คาด|target|planned?)/u;
const cameOut = /จริง|(?:ทำ|ได้|เกิด|วัด)(?:ได้|แล้ว|ขึ้น|มา)|^[^\p{L}]*ได้[^\p{L}]*$|ผล|actual|result|achieved/u;
/** The plan, or what was meant by it, is what the table is held against. */
const ofPlan =
  /(?:ใน|ตาม|กับ|เทียบ)(?:เล่ม)?แผน(?!ที่|ก(?!ับ|ำหนด|่อน|็)|ผัง|งาน)|แผน(?:ว่า|ตั้ง|วาง|กำหนด)|แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)/u;
