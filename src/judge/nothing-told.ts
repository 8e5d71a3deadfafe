// Columns of progress, results and money spent in which nothing is told: every figure of the table is nought, or every cell says in which month
// the work is going to be done. What stands there is the form, or the plan's calendar. Pure.
import { fullMonthSource, thaiMonthAbbreviations } from '../text/thai-months.ts';
import { isBar, isNought, isTick } from './cell-value.ts';
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { filledCells, hasColumn, type TableHead } from './table-head.ts';

type Rows = readonly (readonly string[])[];

/** Rows from which what all of them say is no chance. */
const [fewestRows, fewestAlone] = [2, 3];

/** Money that was given and nothing spent of it is told all the same: the year may just have begun. */
export function tellsNoughts(head: TableHead, rows: Rows): boolean {
  const cellsOf = (ids: readonly ColumnId[]): string[] =>
    [...head.columns].filter(([, own]) => ids.some((id) => own.has(id))).flatMap(([at]) => filledCells(rows, at));
  // Beside what was aimed at, a result of nought for every project is none yet.
  const spends = hasColumn(head, 'spent');
  const cells = cellsOf(spends ? ofFigures : outcomes);
  return cells.length >= (spends ? fewestRows : fewestAlone) && cells.every(isNought);
}

/** The row without its noughts, as a form that is not filled in. */
export const withoutNoughts = (row: readonly string[]): string[] => row.map((cell) => (isNought(cell) ? '' : cell));

const outcomes: readonly ColumnId[] = ['progress', 'result'];
const ofFigures: readonly ColumnId[] = ['budget', 'spent', 'spent-percent', 'progress', 'result', 'balance'];

/**
 * A plan's calendar is no progress: marks and bars under months, whatever is written over them, and the month in which something
 * is to be done. Where money was spent a date is one on which it was, unless it is said to be to come.
 */
export function dropCalendar(head: TableHead, rows: Rows): void {
  const months = [...head.columns.values()].filter((ids) => ids.has('period')).length;
  dropSources(head, rows);
  const unspent = [...head.columns].every(([at, ids]) => !ids.has('spent') || filledCells(rows, at).every(isNought));
  for (const [at, ids] of head.columns) {
    if (!ids.has('progress') && !ids.has('result')) continue;
    const cells = filledCells(rows, at).map((cell) => norm(cell).text);
    if (cells.length === 0) continue;
    const heading = norm((head.headings.get(at) ?? []).join(' ')).text;
    const marked = ids.has('period') && cells.every((cell) => isTick(cell) || isBar(cell)) && !actual.test(heading);
    const dated =
      cells.every((cell) => isBar(cell) || date.test(cell.replace(meant, ''))) &&
      (cells.every((cell) => toCome.test(cell)) || (unspent && (months >= fewestMonths || !actual.test(heading))));
    if (!marked && !dated) continue;
    head.columns.set(
      at,
      new Set<ColumnId>(['period', ...[...ids].filter((id) => id !== 'progress' && id !== 'result')]),
    );
  }
}

/** Which money it is (งบดำเนินงาน, เงินรายได้) is no sum spent, whatever the column is headed. */
function dropSources(head: TableHead, rows: Rows): void {
  for (const [at, ids] of head.columns) {
    if (!ids.has('spent')) continue;
    const cells = filledCells(rows, at).filter((cell) => !isBar(cell));
    if (cells.length < fewestRows || !cells.every((cell) => source.test(norm(cell).text))) continue;
    head.columns.set(at, new Set<ColumnId>([...ids].filter((id) => id !== 'spent')));
  }
}
/** Over the match form: a sort of money, with no figure and nothing that was done with it. */
const source =
  /^[^\p{L}\d]*(?:งบ|เงิน|หมวด|กองทุน)(?![^\n]*(?:\d|(?<!ราย)จ่าย|ใช้|ครบ|หมด(?!ว)|แล้ว|เหลือ|คืน|รอ|โอน))[ก-๎a-z .,()/–-]{2,60}$/u;

/** Columns of months that make a table a calendar. */
const fewestMonths = 4;
/** Over the match form, as all that follow. */
const actual = /ผล|จริง|actual/u;
/** What is going to be done (จะดำเนินการ, กำหนดจัด, มีแผนทำ), before its month. */
const toCome = /^[^\p{L}]*(?:จะ|กำหนด|คาดว่า|มีแผน|วางแผน|แผน|รอ(?:ดำเนินการ|จัด)|เตรียม|อยู่ในแผน)/u;
const meant =
  /^[^\p{L}]*(?:จะ|กำหนด(?:การ)?|คาดว่า(?:จะ)?|มีแผน|วางแผน|แผน|รอ|เตรียม|อยู่ในแผน|ดำเนิน(?:การ|งาน|โครงการ)?|จัด(?:กิจกรรม|โครงการ|อบรม|งาน)?|ทำ|เริ่ม|อบรม|ลงมือ|ปฏิบัติ|ให้|แล้วเสร็จ(?=ภายใน|ใน))*/u;
const monthName = `(?:${thaiMonthAbbreviations.join('|')}|${fullMonthSource}|(?:ไตรมาส(?:ที่)?|q) ?[1-4])`;
const one = `(?:วันที่ ?)?(?:\\d{1,2}(?: ?[-–,] ?\\d{1,2})? ?)?(?:เดือน)?${monthName}[ ./-]*(?:พ\\.?ศ\\.? ?)?(?:(?:25)?\\d\\d)?`;
/** A month, perhaps with its day or year, or several, and nothing else. */
const date = new RegExp(
  `^[^\\p{L}\\d]*(?:ภายใน|ใน|ประมาณ|ช่วง|สิ้น|ระหว่าง|ปลาย|ต้น|ราว| )*${one}(?:[ –,/-]*(?:ถึง|และ)? ?${one})?[^\\p{L}\\d]*$`,
  'u',
);
