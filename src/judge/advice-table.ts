// Tables that tell, piece by piece of the plan's work, what was in the way and what should be done about it, and of which no title makes a
// report (เรื่อง | ปัญหาอุปสรรค | ข้อเสนอแนะ). Pure.
import { lettersIn } from './cell-value.ts';
import { norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import { projectKey } from './project-name.ts';
import type { TableReading } from './records.ts';
import { type Planned, plannedAs } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { isAtMost } from './unit-lines.ts';

/** Pieces of work of which both are told, letters of what is told, and lines over the table that may say whose work it is. */
const [fewest, fewestLetters, linesOver] = [2, 8, 3];
const longestLine = 200;

/** The first row in which both are told. */
export function adviceTable(survey: Survey, unit: Unit, planned: Planned): number | undefined {
  if (unit.lookalike !== undefined || !isAtMost(unit, ['recommendation-list'])) return undefined;
  for (const table of unit.tables) {
    const both = rowsOfBoth(table);
    if (both.length < fewest || table.foreign) continue;
    const over = unit.segments
      .filter(({ index, segment }) => index < both[0]! && segment.kind !== 'row' && segment.text.length <= longestLine)
      .slice(-linesOver)
      .map(({ segment }) => segment.text);
    if (saysOfPlan(survey, unit, over) || ofPlansProjects(unit, both, planned)) return both[0];
  }
  return undefined;
}

/** Rows whose own columns tell what went wrong, and what to do. */
function rowsOfBoth({ cells }: TableReading): number[] {
  const filled = (id: string): Set<number> =>
    new Set(
      cells.filter(({ column, text }) => column === id && lettersIn(text) >= fewestLetters).map((cell) => cell.segment),
    );
  const advised = filled('recommendations');
  return [...filled('problems')].filter((segment) => advised.has(segment));
}

/** What stands over it names the work as that under the plan, and no other plan or body. */
function saysOfPlan(survey: Survey, unit: Unit, over: readonly string[]): boolean {
  const texts = [unit.page.text.title ?? '', ...over];
  if (!texts.some((text) => underPlan.test(norm(text).text))) return false;
  const readings = texts.map((text) => readTitle(survey.lexicon, text, survey.agency));
  if (readings.some((reading) => isLookalike(reading) || reading.foreign.size > 0)) return false;
  return !ofOtherSubject(survey, unit, texts, [], []);
}

/** Over the match form: what is done under the plan of the year, and no plan of another name. */
const underPlan =
  /(?:โครงการ|กิจกรรม|งาน|ขับเคลื่อน|ดำเนินการ|ปฏิบัติ)[ก-๎/ ]{0,24}(?:ตาม|ใน|ภายใต้)แผน(?=$|[^ก-๎]|ฯ|(?:การ)?(?:ปฏิบัติ|ดำเนิน)|งานประจำ|ประจำปี|ของ(?:สำนัก|หน่วย|อำเภอ|โรง|เทศบาล|เรา)|ปี)/u;

/** The rows name projects of the agency's own plan. */
function ofPlansProjects(unit: Unit, rows: readonly number[], planned: Planned): boolean {
  const named = rows.filter((index) => {
    const cells = unit.page.text.segments[index]?.cells ?? [];
    return cells.some((cell) => lettersIn(cell) >= fewestLetters && plannedAs(projectKey(cell), planned) !== undefined);
  });
  return named.length >= fewest && named.length * 2 >= rows.length;
}
