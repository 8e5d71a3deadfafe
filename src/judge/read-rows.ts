// The rows of a table as projects, with what each tells of its project. Pure.
import { findAmounts } from '../text/amount.ts';
import { findPhrases, type PhraseSet } from '../text/phrase.ts';
import { isFilled, isTick, lettersIn } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { ProgrammeOf } from './programme-rows.ts';
import { isProjectName, leadsProject, unwritten } from './project-name.ts';
import type { IndexedSegment, ProjectRecord, TableCell } from './records.ts';
import type { RowKinds } from './row-kinds.ts';
import { addSpentInRemarks } from './spent-in-remarks.ts';
import { isToSpend, type TableHead } from './table-head.ts';
import { namesWork } from './work-told.ts';

interface Rows {
  readonly records: ProjectRecord[];
  readonly cells: TableCell[];
  readonly told: number;
}

/** One that is still being read. */
interface RowRecord extends ProjectRecord {
  readonly fields: Map<ColumnId, string>;
}

/** Over the match form. */
const standards = /^[^\p{L}]*มาตรฐาน/u;

const programmeCell = (text: string, segment: number): TableCell => ({
  column: 'programme',
  heading: text.startsWith('แผนงาน') ? 'แผนงาน' : 'ยุทธศาสตร์',
  text,
  segment,
});

/** One row a project; or its name in a row of its own over its figures. */
export function readRows(
  lexicon: Lexicon,
  head: TableHead,
  ids: ReadonlySet<ColumnId>,
  data: readonly IndexedSegment[],
  programmeOf: ProgrammeOf,
): Rows {
  const records: RowRecord[] = [];
  const cells: TableCell[] = [];
  const unspent: { fields: Map<ColumnId, string>; dash: string }[] = [];
  const headings = [...head.headings.values()].flat();
  // Standards that a school is rated by head no projects; as programmes of a plan they stand beside them.
  const ofStandards =
    !['project', 'budget', 'spent'].some((id) => ids.has(id as ColumnId)) &&
    headings.some((heading) => standards.test(norm(heading).text));
  const spentTable = headings.some((heading) => has(lexicon.spentWords, heading) && !isToSpend(heading));
  const seen = new Set<string>();
  let told = 0;
  let band: { readonly name: string; readonly record: number } | undefined;
  for (const { segment, index } of data) {
    const row = segment.cells ?? [segment.text];
    const fields = new Map<ColumnId, string>();
    for (const [at, cell] of row.entries()) {
      const text = cell.trim();
      for (const column of head.columns.get(at) ?? []) {
        if (!isFilled(column, text)) continue;
        // A mark chooses the state that its column is headed with.
        const chosen = column === 'progress' && isTick(text) ? (head.headings.get(at) ?? []).at(-1) : undefined;
        if (!fields.has(column)) fields.set(column, chosen ?? text);
        if (column === 'recommendations' && approval.test(norm(text).text)) continue;
        if (column === 'problems' || column === 'recommendations' || (column === 'programme' && !ofStandards))
          cells.push({ column, heading: (head.headings.get(at) ?? []).join(' '), text, segment: index });
      }
    }
    const tells = fields.has('result') || fields.has('progress');
    if (ids.has('project')) {
      // The same again tells of nothing more.
      const said = row.filter((cell) => !/^\s*[0-9๐-๙]{1,3}[.)]?\s*$/u.test(cell)).join('|');
      if (seen.has(said)) continue;
      seen.add(said);
    }
    if (tells && row.some((cell) => lettersIn(cell) >= 2) && !row.some((cell) => unwritten.test(cell))) told++;
    const over = programmeOf(row);
    if (over !== undefined) {
      cells.push(programmeCell(over, index));
      band = undefined;
      continue;
    }
    const own = projectName(lexicon, row, ids, fields);
    const name = own ?? (!ids.has('project') && fields.size >= 2 ? band?.name : undefined);
    if (name === undefined) {
      band = undefined;
      continue;
    }
    if (own === undefined) {
      // The band was the name of this row, not a project without facts.
      if (band!.record === records.length - 1) records.pop();
      band = { name, record: -1 };
    }
    fields.set('project', name);
    if (head.columns.size === 0 || !ids.has('spent')) addByShape(lexicon, head, row, name, fields, spentTable);
    if (!fields.has('spent')) addBothSums(head, row, fields);
    if (!fields.has('progress')) {
      const found = stateCell(lexicon, row, name, head.columns);
      if (found !== undefined) fields.set('progress', found);
    }
    // One cell for both (ลงนามสัญญาแล้ว เบิกจ่าย 1,470,000 บาท).
    const paid = fields.get('spent');
    if (paid !== undefined && !fields.has('progress') && !fields.has('result') && has(lexicon.states, paid))
      fields.set('progress', paid);
    // A dash among figures: nothing spent yet, which is a report of spending too.
    if (!fields.has('spent')) {
      const dash = row.findIndex((cell, at) => head.columns.get(at)?.has('spent') && /^\s*[-–—]\s*$/u.test(cell));
      if (dash >= 0) unspent.push({ fields, dash: row[dash]!.trim() });
    }
    records.push({ name, fields, segment: index });
    if (own !== undefined) band = isBand(row) ? { name, record: records.length - 1 } : undefined;
  }
  if (records.some((record) => record.fields.has('spent')))
    for (const { fields, dash } of unspent) fields.set('spent', dash);
  addOutcomes(records);
  addSpentInRemarks(head, data, records);
  return { records, cells, told };
}

/** What was received and what was spent, in one cell under a word for money (งบประมาณ 56,800 เบิกจ่าย 54,200). */
function addBothSums({ columns, headings }: TableHead, row: readonly string[], fields: Map<ColumnId, string>): void {
  for (const [at, cell] of row.entries()) {
    if ((columns.get(at)?.size ?? 0) > 0 || !/เงิน|งบ/u.test((headings.get(at) ?? []).join(' '))) continue;
    const sums = bothSums.exec(norm(cell).text)?.groups;
    if (sums === undefined) continue;
    if (!fields.has('budget')) fields.set('budget', sums['budget']!);
    fields.set('spent', sums['spent']!);
    return;
  }
}
/** Over the match form. */
const bothSums =
  /(?:งบ(?:ประมาณ)?|ได้รับ|จัดสรร|อนุมัติ|ตั้ง)[ก-ฮะ-์\s:.]{0,16}(?<budget>\d[\d,]*(?:\.\d+)?)[^\d]{0,12}(?:เบิก|ใช้|จ่าย)[ก-ฮะ-์\s:.]{0,16}(?<spent>\d[\d,]*(?:\.\d+)?)/u;

/**
 * How far each has come, told of half of them at least by what came of it (อบรมแล้ว 61 ราย เป้า 100 ราย): their results. One or two
 * figures among states are no more than states.
 */
function addOutcomes(records: readonly RowRecord[]): void {
  const states = records.filter(({ fields }) => fields.has('progress') && !fields.has('result'));
  const telling = states.filter(({ fields }) => outcome.test(norm(fields.get('progress')!).text));
  if (telling.length < fewestOutcomes || telling.length * 2 < states.length) return;
  for (const { fields } of telling) fields.set('result', fields.get('progress')!);
}
const fewestOutcomes = 3;

/** Over the match form: so many of what was to be done, were done. */
const outcome =
  /(?:ได้|แล้ว|ครบ|เสร็จ|ออก|อบรม|จัด|ติดตั้ง|ตรวจ|เยี่ยม|มอบ|ผ่าน|สำเร็จ|ร่วม)[ก-ฮะ-์.\s]{0,24}\d[\d,]*\s*(?:คน|ราย|ครั้ง|แห่ง|รุ่น|หลัง|ตำบล|อำเภอ|หมู่|ชุมชน|ครัวเรือน|กลุ่ม|โรง|ไร่|กม|กิโล|เมตร|ต้น|ตัว|ชุด|จุด|ลำ|เครื่อง|คดี|เรื่อง|สาย|แปลง|เที่ยว|หน่วย|นาย|ทีม|เล่ม)/u;

/** Over the match form: an opinion that lets it pass advises nothing. */
const approval =
  /^\s*(?:คณะกรรมการ)?(?:มีมติ)?(?:เห็น(?:ชอบ|ด้วย|ควร(?:ให้)?(?:อนุมัติ|ผ่าน)|ว่าเหมาะสม)|อนุมัติ|ผ่าน|รับ?ทราบ|เหมาะสม|ถูกต้อง|ดี|approved|passed)[\u0e01-\u0e4e\s]{0,16}$/u;

/** All that stands in the row is one text. */
const isBand = (row: readonly string[]): boolean =>
  new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== '')).size === 1;

/** Several rows a project, each of one kind of figure. A name may stand in the first of them alone. */
export function readKinds(
  lexicon: Lexicon,
  head: TableHead,
  kinds: RowKinds,
  data: readonly IndexedSegment[],
  programmeOf: ProgrammeOf,
): Rows {
  const named = [...head.columns].find(([at, ids]) => ids.has('project') && at !== kinds.at)?.[0];
  const records: ProjectRecord[] = [];
  const cells: TableCell[] = [];
  let fields: Map<ColumnId, string> | undefined;
  let [name, unit] = ['', ''];
  for (const { segment, index } of data) {
    const row = segment.cells ?? [segment.text];
    const over = programmeOf(row);
    if (over !== undefined) {
      cells.push(programmeCell(over, index));
      [name, unit, fields] = ['', '', undefined];
      continue;
    }
    const own = named === undefined ? '' : (row[named]?.trim() ?? '');
    if (own !== '' && own !== name) {
      name = own;
      unit = '';
      fields = isProjectName(lexicon, name) ? new Map<ColumnId, string>([['project', name]]) : undefined;
      if (fields) records.push({ name, fields, segment: index });
    }
    if (kinds.unitAt !== undefined) unit = row[kinds.unitAt]?.trim() || unit;
    for (const [kind, value] of kinds.factsOf(row, unit)) if (fields && !fields.has(kind)) fields.set(kind, value);
  }
  const told = records.filter((record) => record.fields.has('result') || record.fields.has('progress')).length;
  return { records, cells, told };
}

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
      // A division's name is no state (แผนกก่อสร้าง); the word alone is.
      return findPhrases(lexicon.states, n).some(
        ({ start, end, from, to }) =>
          (end - start) * 5 >= n.text.length * 2 && (start === 0 || !namesWork(cell, from, to)),
      );
    })
    ?.trim();
}

function projectName(
  lexicon: Lexicon,
  row: readonly string[],
  ids: ReadonlySet<ColumnId>,
  fields: ReadonlyMap<ColumnId, string>,
): string | undefined {
  const named = fields.get('project');
  if (named !== undefined) return isProjectName(lexicon, named) ? named : undefined;
  if (ids.has('project')) return undefined;
  // No project column known: a cell that says it is a project. An irrigation office is called โครงการชลประทาน.
  const owner = fields.get('owner');
  return row
    .map((cell) => cell.trim())
    .find((cell) => cell !== owner && leadsProject(lexicon, cell) && isProjectName(lexicon, cell));
}

/** Facts of a row whose columns are not named: two amounts under a head that speaks of spending are budget and spent. */
function addByShape(
  lexicon: Lexicon,
  head: TableHead,
  row: readonly string[],
  name: string,
  fields: Map<ColumnId, string>,
  spentTable: boolean,
): void {
  const amounts = row.filter(
    (cell, at) =>
      cell.trim() !== name &&
      !notMoney.some((id) => head.columns.get(at)?.has(id)) &&
      !counted.test(norm((head.headings.get(at) ?? []).join(' ')).text) &&
      /[0-9๐-๙]/u.test(cell) &&
      findAmounts(norm(cell)).length > 0,
  );
  if (amounts[0] !== undefined && !fields.has('budget')) fields.set('budget', amounts[0].trim());
  const spoken = row.find(
    (cell, at) =>
      !notSpoken.some((id) => head.columns.get(at)?.has(id)) &&
      has(lexicon.spentWords, cell) &&
      findAmounts(norm(cell)).length > 0,
  );
  if (!fields.has('spent')) {
    if (spoken !== undefined) fields.set('spent', spoken.trim());
    else if (spentTable && amounts[1] !== undefined) fields.set('spent', amounts[1].trim());
  }
}

/** Over the match form: headings of what is counted and is no money (ผู้เข้าร่วม (คน), จำนวนครั้ง). */
const counted =
  /ผู้|คน|ราย(?!การ|จ่าย|ได้|ละเอียด|ชื่อ)|ครั้ง|แห่ง|หมู่บ้าน|ชุมชน|รุ่น|ชั่วโมง|คะแนน|ร้อยละ|%|จำนวน(?!เงิน|งบ)|ปริมาณ|participants?/u;
/** Columns that say what is to be (ลดค่าใช้จ่ายร้อยละ 10), or who does it. */
const notSpoken: readonly ColumnId[] = ['target', 'period', 'owner'];
/** Columns whose figures count something else. */
const notMoney: readonly ColumnId[] = ['number', 'target', 'period', 'owner', 'progress', 'result', 'spent-percent'];

function has(set: PhraseSet<true>, text: string): boolean {
  return findPhrases(set, norm(text)).length > 0;
}
