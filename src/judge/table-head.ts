// The head of a table: which rows it takes, and what each column holds by its heading. Pure.
import { findPhrases } from '../text/phrase.ts';
import { isFilled, isValue } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { leadsProject } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { tellsOfWork } from './work-told.ts';

export interface TableHead {
  /** Leading rows that are head, not data. */
  readonly count: number;
  /** Headings of a column from the top down. */
  readonly headings: ReadonlyMap<number, readonly string[]>;
  readonly columns: Map<number, Set<ColumnId>>;
}

/** A column is one of these. */
export const hasColumn = ({ columns }: TableHead, ...ids: readonly ColumnId[]): boolean =>
  [...columns.values()].some((set) => ids.some((id) => set.has(id)));

/** What stands in a column, dashes for nothing left out. */
export const filledCells = (rows: readonly (readonly string[])[], at: number): string[] =>
  rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '' && !/^[-–—]$/u.test(cell));

export function readTableHead(lexicon: Lexicon, rows: readonly IndexedSegment[]): TableHead {
  const count = countHeaderRows(lexicon, rows);
  const headings = headingsOf(rows.slice(0, count));
  return { count, headings, columns: columnsOf(lexicon, headings) };
}

/** Rows flagged as header, else the leading rows whose cells are column names; rows of units and of column numbers under them. */
function countHeaderRows(lexicon: Lexicon, rows: readonly IndexedSegment[]): number {
  let flagged = 0;
  while (flagged < rows.length && flagged < 6 && rows[flagged]?.segment.header) flagged++;
  let count = flagged;
  const limit = Math.min(rows.length, flagged + 4);
  for (let i = flagged; i < limit; i++) {
    const cells = rows[i]?.segment.cells ?? [];
    if (count > 0 && numbersColumns(cells)) {
      count = i + 1;
      continue;
    }
    const named = cells.filter(
      (cell) => cell.trim() !== '' && cell.length <= 60 && columnIdsOf(lexicon, cell).size > 0,
    ).length;
    const filledCells = cells.filter((cell) => cell.trim() !== '').length;
    const money = cells.filter(
      (cell) => isFilled('spent', cell) && /[0-9๐-๙],[0-9๐-๙]{3}|[0-9๐-๙]{4}/u.test(cell),
    ).length;
    // A project's own name: data, whatever its other cells look like.
    if (
      i > 0 &&
      cells.some((cell) => cell.length > 8 && leadsProject(lexicon, cell) && !columnIdsOf(lexicon, cell).has('project'))
    )
      break;
    // A state under a column of its own: the row is what the head above it heads, whatever words its other cells hold.
    if (i > 0 && i >= flagged && cells.some((cell, at) => tellsState(lexicon, rows[i - 1]!, cell, at))) break;
    // So does so much of so much, done.
    if (i > 0 && i >= flagged && cells.some((cell) => soMuch.test(norm(cell).text) && tellsOfWork(lexicon, cell)))
      break;
    // Words only, in the first row: a head with some columns of its own (งบดำเนินงาน, หมายเหตุ).
    const wordsOnly =
      i === 0 && filledCells >= 3 && cells.every((cell) => cell.length <= 60 && !/[0-9๐-๙]/u.test(cell));
    // A band row (a year, a programme's name over the columns) does not end the head while no data came.
    if (money === 0 && named >= 2 && named * (wordsOnly ? 3 : 2) >= filledCells) count = i + 1;
    else if (flagged > 0 || count > 0) break;
  }
  return count;
}

/** Over the match form. */
const soMuch = /\d[ก-๎]{0,12}\s*(?:จาก|ใน)\s*\d/u;

/** The cell tells how far work has come, under a heading of progress or results that no other column has. */
function tellsState(lexicon: Lexicon, above: IndexedSegment, cell: string, at: number): boolean {
  const headings = above.segment.cells ?? [];
  const heading = headings[at] ?? '';
  if (heading === '' || headings.filter((other) => other === heading).length > 1) return false;
  const ids = columnIdsOf(lexicon, heading);
  return (ids.has('progress') || ids.has('result')) && heading !== cell && tellsOfWork(lexicon, cell);
}

/** A row under the head that says nothing but units (บาท, ล้านบาท, ร้อยละ) or numbers the columns ((1) (2) (3)). */
function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => norm(cell).text.trim()).filter((cell) => cell !== '');
  if (filled.length < 3) return false;
  if (filled.every((cell) => /^\(?\s*(?:ล้าน|พัน|หน่วย\s*:?\s*)?\s*(?:บาท|ร้อยละ|%|ครั้ง|คน|ราย|แห่ง)\s*\)?$/u.test(cell)))
    return true;
  const numbers = filled.map((cell) => /^\(?(\d{1,2})\)?(?:\s*=.*)?$/u.exec(cell)?.[1]);
  return numbers.every((number, at) => number !== undefined && Number(number) === Number(numbers[0]) + at);
}

function headingsOf(header: readonly IndexedSegment[]): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { segment } of header) {
    // A title over the whole table names no column.
    if (header.length > 1 && (segment.cells ?? []).length === 1) continue;
    if (numbersColumns(segment.cells ?? [])) continue;
    for (const [at, cell] of (segment.cells ?? []).entries()) {
      const known = texts.get(at) ?? [];
      if (cell.trim() && !known.includes(cell)) known.push(cell);
      texts.set(at, known);
    }
  }
  return texts;
}

function columnsOf(lexicon: Lexicon, headings: ReadonlyMap<number, readonly string[]>): Map<number, Set<ColumnId>> {
  const columns = new Map<number, Set<ColumnId>>();
  for (const [at, parts] of headings) {
    // The lowest head names the column; the ones above it are its group.
    const own = columnIdsOf(lexicon, parts.at(-1) ?? '');
    const whole = columnIdsOf(lexicon, parts.join(' '));
    const ids = new Set([...own, ...whole]);
    if (own.has('spent') || own.has('budget')) for (const id of ['project', 'result'] as const) ids.delete(id);
    // Planned and actual of the same thing side by side: what was planned of it is no result (ผลงานสะสม: แผน | จริง).
    if (parts.length > 1 && planned.test(norm(parts.at(-1)!).text))
      for (const id of ['result', 'progress', 'spent'] as const) ids.delete(id);
    if (ids.size) columns.set(at, ids);
  }
  dropKindsOfWork(headings, columns);
  dropCodes(headings, columns);
  nameProjects(headings, columns);
  return columns;
}

/** Where nothing else is headed as the projects', เรื่อง beside what of the money was spent, and what was given or done, heads them. */
function nameProjects(headings: ReadonlyMap<number, readonly string[]>, columns: Map<number, Set<ColumnId>>): void {
  const has = (id: ColumnId): boolean => [...columns.values()].some((ids) => ids.has(id));
  if (has('project') || !has('spent') || has('foreign') || !(has('budget') || has('progress'))) return;
  for (const [at, parts] of headings)
    if (norm(parts.at(-1) ?? '').text.trim() === 'เรื่อง') columns.set(at, new Set(['project']));
}

/** Beside a column that is headed as the projects', one of งาน alone says of which work each of them is a part. */
function dropKindsOfWork(headings: ReadonlyMap<number, readonly string[]>, columns: Map<number, Set<ColumnId>>): void {
  const projects = [...columns].filter(([, ids]) => ids.has('project')).map(([at]) => at);
  const word = (at: number): string => norm(headings.get(at)?.at(-1) ?? '').text.trim();
  if (!projects.some((at) => /โครงการ|กิจกรรม|project|activit/u.test(word(at)))) return;
  for (const at of projects) if (word(at) === 'งาน') columns.get(at)!.delete('project');
}

/** Beside a column of their names, one of the projects' codes names none of them (PROJECT_CODE, รหัสโครงการ). */
function dropCodes(headings: ReadonlyMap<number, readonly string[]>, columns: Map<number, Set<ColumnId>>): void {
  const projects = [...columns].filter(([, ids]) => ids.has('project')).map(([at]) => at);
  const coded = projects.filter((at) => code.test(norm(headings.get(at)?.at(-1) ?? '').text));
  if (coded.length === projects.length) return;
  for (const at of coded) columns.get(at)!.delete('project');
}

/** Over the match form, as the next. */
const code = /^รหัส|(?:^|[^a-z])(?:code|id|no)\.?$/u;
const planned = /^(?:แผน|ตามแผน|เป้า|เป้าหมาย|เป้าหมายตามแผน|plan|planned|target)$/u;

/** The same few words come again in every line of a text. */
const begins = new WeakMap<Lexicon, Map<string, boolean>>();
const mostKept = 20_000;

/** A text names a column from its first letter on. */
export function beginsColumn(lexicon: Lexicon, text: string): boolean {
  const known = begins.get(lexicon) ?? new Map<string, boolean>();
  begins.set(lexicon, known);
  let answer = known.get(text);
  if (answer === undefined) {
    answer =
      columnIdsOf(lexicon, text).size > 0 && findPhrases(lexicon.columns, norm(text)).some(({ start }) => start === 0);
    if (known.size < mostKept) known.set(text, answer);
  }
  return answer;
}

export function columnIdsOf(lexicon: Lexicon, heading: string): Set<ColumnId> {
  const ids = writtenIdsOf(lexicon, heading);
  if (ids.size > 0 || heading.length > 40) return ids;
  // A short heading that lost its nikhahit (ทาได้, จานวนเงิน) is too short for the skeleton: it is tried with one put back.
  for (let at = heading.indexOf('า'); at >= 0; at = heading.indexOf('า', at + 1)) {
    const mended = writtenIdsOf(lexicon, `${heading.slice(0, at)}ำ${heading.slice(at + 1)}`);
    if (mended.size > 0) return mended;
  }
  return ids;
}

function writtenIdsOf(lexicon: Lexicon, heading: string): Set<ColumnId> {
  if (heading.trim() === '' || heading.length > 160 || isValue(heading)) return new Set();
  // What it is counted in does not change what it is: ผล (ราย), เบิกจ่าย (บาท).
  const bare = heading.replace(/\s*[([][^()[\]]{1,20}[)\]]\s*$/u, '');
  if (bare !== heading && bare.trim() !== '') {
    const ids = asMeant(heading, writtenIdsOf(lexicon, bare));
    if (ids.size > 0) return ids;
  }
  const matches = findPhrases(lexicon.columns, norm(heading));
  const kept = matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other !== match &&
          other.start <= match.start &&
          other.end >= match.end &&
          other.end - other.start > match.end - match.start &&
          other.value !== match.value,
      ),
  );
  return asMeant(heading, new Set(kept.map((match) => match.value)));
}

/** What is going to be spent is the budget, what is going to be reached the target. */
function asMeant(heading: string, ids: Set<ColumnId>): Set<ColumnId> {
  if (ids.has('spent') && isToSpend(heading)) {
    ids.delete('spent');
    ids.add('budget');
  }
  if ((ids.has('result') || ids.has('progress')) && isToCome(heading)) {
    ids.delete('result');
    ids.delete('progress');
    ids.add('target');
  }
  return ids;
}

/** The heading of what is going to be reached (ผลงานที่จะส่งมอบ), or of how far the work should be (ความคืบหน้างาน (%) ตามแผน). */
export function isToCome(heading: string): boolean {
  const { text } = norm(heading);
  return toCome.test(text) && !/จริง|แล้ว|เทียบ|ปัจจุบัน|สถานะ|actual|\//u.test(text.replace(finished, ''));
}

/** Over the match form. */
const toCome =
  /ที่(?:จะ|คาด(?:ว่า|หวัง)?|หวังไว้|ตั้งใจ|วางแผน|ต้องส่งมอบ)|คาด(?:ว่า|หวัง|การณ์)|ประมาณการ|^(?:แผน|เป้าหมาย|เป้า)(?:ร้อยละ(?:ของ)?)?(?:ความ(?:ก้าวหน้า|คืบหน้า)|ผลงาน)|(?:%|ร้อยละ)\)?\s*(?:ของ)?(?:ตาม)แผน(?!งาน|ปฏิบัติ|ดำเนิน|พัฒนา|ยุทธ)|\((?:ตาม)?แผน\)|expected|forecast|planned/u;
/** When it will be done (คาดว่าจะแล้วเสร็จ) is not when it was. */
const finished = /จะ(?:ดำเนินการ)?แล้วเสร็จ/gu;

/** The heading of what is going to be spent (แผนการเบิกจ่าย, คาดว่าจะเบิกจ่าย). */
export const isToSpend = (heading: string): boolean =>
  toSpend.test(norm(heading).text) && !/ผล|จริง|แล้ว|actual/iu.test(heading);

/** Over the match form. */
const toSpend =
  /^(?:แผน|ประมาณการ|คาดการณ์|คาดว่า(?:จะ)?|จะ|เป้าหมาย|เป้า|planned|expected|projected)\s*(?:การ)?\s*(?:ใช้|เบิก|จ่าย|spen|disburs|expend)|(?:ที่จะ|ที่ต้อง|คาดว่า(?:จะ)?)(?:ใช้|เบิก|จ่าย)/u;
