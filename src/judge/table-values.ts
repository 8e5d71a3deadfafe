// What the values of a table tell of its columns where the headings alone do not: marks that choose a state, steps that were
// taken, texts that name projects. Pure.
import { findPhrases } from '../text/phrase.ts';
import { isTick, isValue, lettersIn } from './cell-value.ts';
import { dropCounted } from './counted-columns.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { dropCalendar } from './nothing-told.ts';
import type { ColumnId } from './pack.ts';
import { dropStatesOfPapers, isOfPapers } from './states-of-papers.ts';
import { addColumnsByArithmetic } from './table-arithmetic.ts';
import { addPaidSoFar, addPlannedAndPaid } from './table-captions.ts';
import { columnIdsOf, filledCells, hasColumn as has, type TableHead } from './table-head.ts';
import { countsWork, tellsOfWork } from './work-told.ts';

type Rows = readonly (readonly string[])[];

/** Adds to the columns of the head what the rows below it show. */
export function addColumnsByValue(
  lexicon: Lexicon,
  head: TableHead,
  rows: Rows,
  caption?: string,
  over: readonly string[] = [],
): void {
  dropCounted(head, rows, over);
  addPlannedAndPaid(head, rows, over);
  addPaidSoFar(lexicon, head, rows, over);
  addColumnsByArithmetic(head, rows);
  dropNumbers(head, rows);
  addTicks(lexicon, head, rows);
  dropStatesOfPapers(head, rows);
  dropCalendar(head, rows);
  dropIntendedWork(lexicon, head, rows);
  addSteps(lexicon, head, rows);
  addProjects(head, rows);
  addVerdicts(head, rows);
  if (caption !== undefined) addMonths(lexicon, head, rows, caption);
  addWork(lexicon, head, rows);
  addStates(lexicon, head, rows);
  dropIntendedSpending(lexicon, head, rows);
}

const add = ({ columns }: TableHead, at: number, id: ColumnId): void => {
  columns.set(at, new Set([...(columns.get(at) ?? []), id]));
};

/** Columns of marks of which one says a state (ทำแล้ว | ไม่ได้ทำ): the mark chooses the state. */
function addTicks(lexicon: Lexicon, head: TableHead, rows: Rows): void {
  const marked = [...head.headings].filter(([at]) => {
    const cells = filledCells(rows, at);
    const ids = head.columns.get(at);
    return cells.length > 0 && cells.every(isTick) && !ids?.has('period') && !ids?.has('number');
  });
  const states = marked.some(
    ([at, parts]) =>
      head.columns.get(at)?.has('progress') ||
      head.columns.get(at)?.has('result') ||
      findPhrases(lexicon.states, norm(parts.join(' '))).length > 0 ||
      tellsOfWork(lexicon, parts.at(-1) ?? ''),
  );
  if (states) for (const [at] of marked) add(head, at, 'progress');
}

/** Beside money spent, the step that has been taken (ขั้นตอน) is the progress; a plan's steps are what is going to be done. */
function addSteps(lexicon: Lexicon, head: TableHead, rows: Rows): void {
  if (!has(head, 'spent') || has(head, 'progress', 'result')) return;
  for (const [at, parts] of head.headings) {
    if (!/^ขั้นตอน/u.test(norm(parts.at(-1) ?? '').text)) continue;
    if (filledCells(rows, at).some((cell) => tellsOfWork(lexicon, cell))) add(head, at, 'progress');
  }
}

/** Whatever it is headed, a column that says of every row whether it reached what it should (บรรลุ, ต่ำกว่าเกณฑ์) tells results. */
function addVerdicts(head: TableHead, rows: Rows): void {
  if (has(head, 'progress', 'result', 'foreign')) return;
  for (const at of head.headings.keys()) {
    const cells = filledCells(rows, at);
    if (cells.length >= fewestVerdicts && cells.every((cell) => verdict.test(norm(cell).text))) add(head, at, 'result');
  }
}

/** Beside what was aimed at and what was reached, a column says of nearly every row whether it was enough. */
export function judgesTargets(head: TableHead, rows: Rows): boolean {
  if (!has(head, 'target') || !has(head, 'result')) return false;
  return [...head.headings.keys()].some((at) => {
    const cells = filledCells(rows, at);
    const judged = cells.filter((cell) => verdict.test(norm(cell).text)).length;
    return judged >= fewestVerdicts && judged * 10 >= cells.length * 8;
  });
}
const fewestVerdicts = 2;
/** Over the match form, in words or by the colour of a light. */
const verdict =
  /^(?:ยัง)?(?:ไม่)?(?:บรรลุ|ผ่าน|เป็นไปตาม(?:เป้า|แผน|เกณฑ์)|(?:ได้)?ตาม(?:เป้า|เกณฑ์)|(?:เกือบ)?(?:ถึง|เกิน|พอดี|เท่า|ครบ)(?:เป้า|เกณฑ์|แผน)?|ขาด(?:ไป)?[ก-๎\d]{0,12}|สำเร็จ|(?:สูง|ต่ำ|มาก|น้อย)กว่า(?:เป้า|เกณฑ์))(?:หมาย|เป้าหมาย|เกณฑ์|ตัวชี้วัด)?(?:ที่กำหนด|ที่ตั้งไว้)?$|^(?:สี)?(?:เขียว|เหลือง|ส้ม|แดง)$|^(?:green|yellow|amber|orange|red)$/u;

/** Figures under months are what the line above the table says (ร้อยละความก้าวหน้าสะสม): the last of them holds. */
function addMonths(lexicon: Lexicon, head: TableHead, rows: Rows, caption: string): void {
  if (has(head, 'progress', 'result')) return;
  const said = columnIdsOf(lexicon, caption);
  if (!said.has('progress') && !said.has('result')) return;
  const months = [...head.columns].filter(([, ids]) => ids.has('period')).map(([at]) => at);
  const filled = months.filter((at) => {
    const cells = filledCells(rows, at);
    return cells.length > 0 && cells.every(isValue);
  });
  if (months.length >= 3 && filled.length > 0) add(head, Math.max(...filled), 'progress');
}

/** Beside money spent, a column of whatever name in which most rows tell how far the work has come. */
function addWork(lexicon: Lexicon, head: TableHead, rows: Rows): void {
  if (!has(head, 'spent') || has(head, 'progress', 'result', 'foreign')) return;
  for (const [at] of head.headings) {
    if ((head.columns.get(at)?.size ?? 0) > 0) continue;
    const cells = filledCells(rows, at);
    if (isOfPapers(head.headings.get(at)!.join(' '), cells)) continue;
    const told = cells.filter((cell) => tellsOfWork(lexicon, cell));
    if (told.length >= 2 && told.length * 2 >= cells.length) add(head, at, 'progress');
  }
}

/**
 * Without any word of money, a column of whatever name that says of every project how it stands with it, some done and some not: a plan
 * would say the same of all.
 */
function addStates(lexicon: Lexicon, head: TableHead, rows: Rows): void {
  if (!has(head, 'project') || has(head, 'spent', 'progress', 'result', 'foreign')) return;
  for (const [at, parts] of head.headings) {
    if ((head.columns.get(at)?.size ?? 0) > 0 || ofReadiness.test(norm(parts.join(' ')).text)) continue;
    const cells = filledCells(rows, at);
    if (isOfPapers(parts.join(' '), cells)) continue;
    const told = cells.filter((cell) => tellsOfWork(lexicon, cell)).map((cell) => norm(cell).text);
    if (told.length < fewestStates || told.length * 10 < cells.length * 8) continue;
    const open = told.filter((text) => notDone.test(text)).length;
    if (open > 0 && open < told.length) add(head, at, 'progress');
  }
}
const fewestStates = 3;
/** Over the match form, as the next: what is ready before any work is done, and what the work is for. */
const ofReadiness = /พร้อม|แบบ|ซอง|หลักฐาน|ที่ดิน|เอกสาร|อนุญาต|ปัญหา|เดิม|ประเภท|ลักษณะ|เหตุผล|เป้า|แผน|กำหนด|จะ/u;
const notDone = /ยังไม่|กำลัง|ระหว่าง|^\s*รอ|เลื่อน|ยกเลิก|ไม่ได้|จาก(?:ทั้งหมด|เป้าหมาย)?\s*\d/u;

/** A heading over two columns, the first of which but numbers the projects in the second. */
function dropNumbers(head: TableHead, rows: Rows): void {
  const projects = [...head.columns].filter(([, ids]) => ids.has('project')).map(([at]) => at);
  if (projects.length < 2) return;
  const [first] = projects.sort((a, b) => a - b);
  const cells = filledCells(rows, first!).filter((cell, at, all) => all.indexOf(cell) === at);
  const numbers = cells.filter((cell) => /^[0-9๐-๙]{1,3}(?:[.][0-9๐-๙]{1,2})*[.)]?$/u.test(cell));
  if (numbers.length >= 2 && numbers.length * 2 >= cells.length) head.columns.set(first!, new Set(['number']));
}

/** What a plan has under การดำเนินงาน is what is going to be done, unless some of it is told as done, or counted. */
function dropIntendedWork(lexicon: Lexicon, head: TableHead, rows: Rows): void {
  for (const [at, ids] of head.columns) {
    if (
      !ids.has('progress') ||
      !/^การดำเนิน(?:การ|งาน)(?:โครงการ)?$/u.test(norm(head.headings.get(at)?.at(-1) ?? '').text.trim())
    )
      continue;
    const cells = filledCells(rows, at);
    if (
      cells.length === 0 ||
      cells.some((cell) => isValue(cell) || isTick(cell) || tellsOfWork(lexicon, cell) || countsWork(cell))
    )
      continue;
    head.columns.set(at, new Set([...ids].filter((id) => id !== 'progress')));
  }
}

/** What a plan calls งบประมาณที่ใช้ it means to spend, unless the rows tell of work done. */
function dropIntendedSpending(lexicon: Lexicon, head: TableHead, rows: Rows): void {
  const spent = [...head.columns].filter(([, ids]) => ids.has('spent'));
  if (spent.length === 0) return;
  const heading = (at: number): string => norm(head.headings.get(at)?.at(-1) ?? '').text;
  const alone = !has(head, 'budget');
  if (!spent.every(([at]) => toBeSpent.test(heading(at)) || (alone && spends.test(heading(at))))) return;
  const told = [...head.columns]
    .filter(([, ids]) => ids.has('progress') || ids.has('result'))
    .some(([at]) => filledCells(rows, at).some((cell) => isValue(cell) || isTick(cell) || tellsOfWork(lexicon, cell)));
  if (told) return;
  for (const [at, ids] of spent)
    head.columns.set(at, new Set<ColumnId>(['budget', ...[...ids].filter((id) => id !== 'spent')]));
}

/** Over the match form, as the next: of which it does not say when, and which by itself, beside nothing given, is what is given. */
export const toBeSpent = /^(?:งบประมาณ|งบ|เงิน)ที่(?:จะ|ต้อง)?ใช้(?:ใน|[\s(:]|$)/u;
const spends = /^ใช้(?:เงิน|งบ|งบประมาณ)\s*(?:\(|$)/u;

const projectWord = /โครงการ|กิจกรรม|ภารกิจ|งาน|project|activit|initiative/u;
const otherWord = /หน่วยงาน|ผู้|งบ|รหัส|วันที่|สถานะ|จำนวน|ผลงาน|ผลการ|ประเภท|เลขที่|ระยะ|ชื่อ-|ตัวชี้วัด|เป้าหมาย/u;
const notNames: readonly ColumnId[] = [
  'number',
  'owner',
  'period',
  'target',
  'budget',
  'spent',
  'balance',
  'spent-percent',
  'progress',
  'result',
  'problems',
  'recommendations',
  'foreign',
];

/**
 * No column is headed as the projects', yet facts of something stand in the table: the leftmost column of differing names whose
 * heading speaks of work. A column of programmes names what is reported on where each of them has progress or results.
 */
function addProjects(head: TableHead, rows: Rows): void {
  if (has(head, 'project', 'foreign') || !has(head, 'budget', 'spent', 'progress')) return;
  for (const [at, parts] of [...head.headings].sort(([a], [b]) => a - b)) {
    const ids = head.columns.get(at);
    if (notNames.some((id) => ids?.has(id))) continue;
    const heading = norm(parts.join(' ')).text;
    if (!projectWord.test(heading) || otherWord.test(heading)) continue;
    if (ids?.has('programme') && !has(head, 'progress', 'result')) continue;
    const cells = filledCells(rows, at);
    const names = cells.filter((cell) => lettersIn(cell) >= 5 && !isValue(cell));
    if (names.length < 2 || names.length * 10 < cells.length * 6 || cells.length * 2 < rows.length) continue;
    if (new Set(names).size * 10 < names.length * 6) continue;
    add(head, at, 'project');
    return;
  }
}
