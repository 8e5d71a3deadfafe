// Finds projects and activities with their facts (budget, spent, progress …) in tables, lists and cards, in every medium
// alike. Pure.

import type { Segment } from '../model/document.ts';
import { findAmounts } from '../text/amount.ts';
import { findPhrases, type PhraseSet } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';

/** One project or activity as a row, a line or a card tells of it. */
export interface ProjectRecord {
  readonly name: string;
  /** Facts by column; only filled ones (an amount where an amount is due). */
  readonly fields: ReadonlyMap<ColumnId, string>;
  /** Index of the segment it stands in. */
  readonly segment: number;
}

export interface IndexedSegment {
  readonly index: number;
  readonly segment: Segment;
  /** Pasted requirement text. */
  readonly echo?: boolean;
}

export interface TableCell {
  readonly column: ColumnId;
  /** Heading of the column. */
  readonly heading: string;
  readonly text: string;
  readonly segment: number;
}

/** Column texts of a table beside its rows, for passages that stand in columns (problems, recommendations). */
export interface TableReading {
  readonly records: readonly ProjectRecord[];
  /** Filled cells of columns that are not about money, by column, rows of totals excluded. */
  readonly cells: readonly TableCell[];
  readonly columns: ReadonlySet<ColumnId>;
  /** Rows of whatever sort (projects, indicators, kinds of work) that tell a result or a progress. */
  readonly told: number;
  /** Columns show that the table is about something else (bids, staff). */
  readonly foreign: boolean;
}

/** Reads one table, given its rows in order. */
export function readTable(lexicon: Lexicon, rows: readonly IndexedSegment[]): TableReading {
  const headerCount = countHeaderRows(lexicon, rows);
  const headings = headingsOf(rows.slice(0, headerCount));
  const columns = columnsOf(lexicon, headings);
  const ids = new Set([...columns.values()].flatMap((set) => [...set]));
  // Beside money spent, the step that is being taken (ขั้นตอน) is the progress; in a plan it is what is going to be done.
  if (ids.has('spent') && !ids.has('progress') && !ids.has('result'))
    for (const [at, parts] of headings)
      if (/^ขั้นตอน/u.test(norm(parts.at(-1) ?? '').text))
        columns.set(at, new Set([...(columns.get(at) ?? []), 'progress']));
  const records: ProjectRecord[] = [];
  const unspent: { fields: Map<ColumnId, string>; dash: string }[] = [];
  const cells: TableCell[] = [];
  let told = 0;

  const foreign = ids.has('foreign') && !ids.has('spent');
  const headers = new Set(rows.slice(0, headerCount).map(({ segment }) => segment.text));
  const headerText = rows
    .slice(0, headerCount)
    .map(({ segment }) => segment.text)
    .join(' ');
  const spentTable = has(lexicon.spentWords, headerText);
  for (const { segment, index } of rows.slice(headerCount)) {
    const row = segment.cells ?? [segment.text];
    if (headers.has(segment.text)) continue; // Table head repeated on each page.
    const fields = new Map<ColumnId, string>();
    for (const [at, cell] of row.entries()) {
      const text = cell.trim();
      for (const column of columns.get(at) ?? []) {
        if (!filled(column, text)) continue;
        if (!fields.has(column)) fields.set(column, text);
        if (column === 'problems' || column === 'recommendations' || column === 'programme')
          cells.push({ column, heading: (headings.get(at) ?? []).join(' '), text, segment: index });
      }
    }
    if ((fields.has('result') || fields.has('progress')) && row.some(isName)) told++;
    const name = projectName(lexicon, row, columns, fields);
    if (name === undefined) continue;
    fields.set('project', name);
    if (columns.size === 0 || !ids.has('spent')) addByShape(lexicon, row, name, fields, spentTable);
    if (!fields.has('progress')) {
      const state = stateCell(lexicon, row, name, columns);
      if (state !== undefined) fields.set('progress', state);
    }
    // One cell for both (ลงนามสัญญาแล้ว เบิกจ่าย 1,470,000 บาท).
    const paid = fields.get('spent');
    if (paid !== undefined && !fields.has('progress') && !fields.has('result') && has(lexicon.states, paid))
      fields.set('progress', paid);
    // A dash among figures: nothing spent yet, which is a report of spending too.
    if (!fields.has('spent')) {
      const dash = row.findIndex((cell, at) => columns.get(at)?.has('spent') && /^\s*[-–—]\s*$/u.test(cell));
      if (dash >= 0) unspent.push({ fields, dash: row[dash]!.trim() });
    }
    records.push({ name, fields, segment: index });
  }
  if (records.some((record) => record.fields.has('spent')))
    for (const { fields, dash } of unspent) fields.set('spent', dash);
  return {
    records: foreign ? [] : records,
    cells: foreign ? [] : cells,
    columns: ids,
    told: foreign ? 0 : told,
    foreign,
  };
}

const isName = (cell: string): boolean => (cell.match(/\p{L}/gu)?.length ?? 0) >= 4;

const notStates: readonly ColumnId[] = ['project', 'target', 'period', 'owner', 'budget', 'programme', 'number'];

/** A cell that is little else than a state of progress, outside the columns of names, targets and periods. */
function stateCell(
  lexicon: Lexicon,
  row: readonly string[],
  name: string,
  columns: ReadonlyMap<number, ReadonlySet<ColumnId>>,
): string | undefined {
  return row
    .find((cell, at) => {
      if (cell === name || notStates.some((id) => columns.get(at)?.has(id))) return false;
      const n = norm(cell);
      return findPhrases(lexicon.states, n).some((match) => (match.end - match.start) * 5 >= n.text.length * 2);
    })
    ?.trim();
}

/** Rows flagged as header, else the leading rows whose cells are column names. */
function countHeaderRows(lexicon: Lexicon, rows: readonly IndexedSegment[]): number {
  let flagged = 0;
  while (flagged < rows.length && flagged < 6 && rows[flagged]?.segment.header) flagged++;
  let count = flagged;
  const limit = Math.min(rows.length, flagged + 4);
  for (let i = flagged; i < limit; i++) {
    const cells = rows[i]?.segment.cells ?? [];
    const named = cells.filter(
      (cell) => cell.trim() !== '' && cell.length <= 60 && columnIdsOf(lexicon, cell).size > 0,
    ).length;
    const filledCells = cells.filter((cell) => cell.trim() !== '').length;
    const money = cells.filter(
      (cell) => filled('spent', cell) && /[0-9๐-๙],[0-9๐-๙]{3}|[0-9๐-๙]{4}/u.test(cell),
    ).length;
    // A project's own name: data, whatever its other cells look like.
    if (
      i > 0 &&
      cells.some((cell) => cell.length > 8 && leads(lexicon, cell) && !columnIdsOf(lexicon, cell).has('project'))
    )
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

function headingsOf(header: readonly IndexedSegment[]): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { segment } of header) {
    // A title over the whole table names no column.
    if (header.length > 1 && (segment.cells ?? []).length === 1) continue;
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
    if (ids.size) columns.set(at, ids);
  }
  return columns;
}

function columnIdsOf(lexicon: Lexicon, heading: string): Set<ColumnId> {
  if (heading.trim() === '' || heading.length > 160) return new Set();
  // What it is counted in does not change what it is: ผล (ราย), เบิกจ่าย (บาท).
  const bare = heading.replace(/\s*[([][^()[\]]{1,20}[)\]]\s*$/u, '');
  if (bare !== heading && bare.trim() !== '') {
    const ids = columnIdsOf(lexicon, bare);
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
  return new Set(kept.map((match) => match.value));
}

const money: ReadonlySet<ColumnId> = new Set(['budget', 'spent', 'balance', 'spent-percent']);

function filled(column: ColumnId, text: string): boolean {
  if (text === '' || /^[-–—.\s]+$/u.test(text)) return false;
  if (money.has(column)) return /^[^\p{L}]*[0-9๐-๙]/u.test(text) || findAmounts(norm(text)).length > 0;
  return true;
}

function projectName(
  lexicon: Lexicon,
  row: readonly string[],
  columns: ReadonlyMap<number, ReadonlySet<ColumnId>>,
  fields: ReadonlyMap<ColumnId, string>,
): string | undefined {
  const named = fields.get('project');
  if (named !== undefined) return acceptable(lexicon, named) ? named : undefined;
  const hasColumn = [...columns.values()].some((ids) => ids.has('project'));
  if (hasColumn) return undefined;
  // No project column known: a cell that says it is a project.
  return row.map((cell) => cell.trim()).find((cell) => leads(lexicon, cell) && acceptable(lexicon, cell));
}

function acceptable(lexicon: Lexicon, name: string): boolean {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 5) return false;
  // A list of publications is no list of projects, though its column may be called รายการ too.
  if (publication.test(name.replace(/^[\s\-–—•*()[\]0-9๐-๙.]+/u, ''))) return false;
  const n = norm(name);
  return !findPhrases(lexicon.notProjects, n).some(
    (match) => match.start <= 3 && (match.end - match.start) * 2 >= n.text.length,
  );
}

const publication =
  /^(?:ประกาศ|คำสั่ง|รายงาน|เอกสาร|แบบฟอร์ม|แบบสำรวจ|แบบสอบถาม|คู่มือ|หนังสือ|บันทึก|ระเบียบ|พระราช|พ\.ร\.บ|แผน(?!งาน)|ผลการ|สรุปผล|ปฏิทิน)/u;

/** The text starts (after a number or bullet) with a word for a project. */
function leads(lexicon: Lexicon, text: string): boolean {
  const lead = text.replace(/^[\s\-–—•*()[\]0-9๐-๙.]+/u, '');
  return findPhrases(lexicon.projectLeads, norm(lead.slice(0, 60))).some((match) => match.start === 0);
}

/** Facts of a row whose columns are not named: two amounts under a head that speaks of spending are budget and spent. */
function addByShape(
  lexicon: Lexicon,
  row: readonly string[],
  name: string,
  fields: Map<ColumnId, string>,
  spentTable: boolean,
): void {
  const amounts = row.filter(
    (cell) => cell.trim() !== name && /[0-9๐-๙]/u.test(cell) && findAmounts(norm(cell)).length > 0,
  );
  if (amounts[0] !== undefined && !fields.has('budget')) fields.set('budget', amounts[0].trim());
  const spoken = row.find((cell) => has(lexicon.spentWords, cell) && findAmounts(norm(cell)).length > 0);
  if (!fields.has('spent')) {
    if (spoken !== undefined) fields.set('spent', spoken.trim());
    else if (spentTable && amounts[1] !== undefined) fields.set('spent', amounts[1].trim());
  }
}

/** Projects told in lines, list items or cards (`โครงการ… งบประมาณ 50,000 บาท เบิกจ่าย 45,000 บาท แล้วเสร็จ`). */
export function readLines(lexicon: Lexicon, segments: readonly IndexedSegment[]): ProjectRecord[] {
  const records: ProjectRecord[] = [];
  for (let i = 0; i < segments.length; i++) {
    const { segment, index } = segments[i]!;
    if (segment.kind === 'row' || segment.kind === 'title' || segment.text.length > 600) continue;
    if (!leads(lexicon, segment.text) || !acceptable(lexicon, segment.text)) continue;
    let text = segment.text;
    if (segment.kind === 'heading') {
      // A card: the project's name as heading, its facts below.
      for (let j = i + 1; j < segments.length && j <= i + 8; j++) {
        const next = segments[j]!.segment;
        if (next.kind === 'heading' || next.kind === 'row') break;
        text += `\n${next.text}`;
      }
    } else if (segments[i + 1] && !leads(lexicon, segments[i + 1]!.segment.text)) {
      // The facts may stand on the lines below, until the next project.
      for (let j = i + 1; j < segments.length && j <= i + 4; j++) {
        const next = segments[j]!.segment;
        if (next.kind === 'heading' || next.kind === 'row' || leads(lexicon, next.text) || next.text.length > 200)
          break;
        text += `\n${next.text}`;
      }
    }
    const fields = new Map<ColumnId, string>([['project', segment.text]]);
    const n = norm(text);
    const amounts = findAmounts(n);
    for (const match of findPhrases(lexicon.spentWords, n)) {
      const amount = amounts.find((entry) => entry.start >= match.end && entry.start - match.end <= 24);
      if (amount) fields.set('spent', text.slice(match.from, amount.to));
    }
    const budget = amounts.find((entry) => entry.unit !== 'percent');
    if (budget) fields.set('budget', text.slice(budget.from, budget.to));
    const state = findPhrases(lexicon.states, n)[0];
    if (state) fields.set('progress', text.slice(state.from, state.to));
    else
      for (const line of text.split('\n').slice(1)) {
        const told = labelledFact(lexicon, line);
        if (told && !fields.has(told)) fields.set(told, line);
      }
    records.push({ name: segment.text, fields, segment: index });
  }
  return records;
}

/** A line that begins with a column's name and goes on (ความก้าวหน้า ฝึกอบรมแล้ว 2 รุ่น). */
function labelledFact(lexicon: Lexicon, line: string): 'progress' | 'result' | undefined {
  const n = norm(line.replace(/^[\s\-–—•*]+/u, ''));
  for (const match of findPhrases(lexicon.columns, n)) {
    if (match.start > 0 || (match.value !== 'progress' && match.value !== 'result')) continue;
    if ((n.text.slice(match.end).match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) >= 4) return match.value;
  }
  return undefined;
}

function has(set: PhraseSet<true>, text: string): boolean {
  return findPhrases(set, norm(text)).length > 0;
}
