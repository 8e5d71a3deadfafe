// A project's facts as a small table of names and values, one under the other (ชื่อโครงการ | …, งบประมาณ | …). Pure.
import { isFilled, isValue } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName, leadsProject } from './project-name.ts';
import type { IndexedSegment, ProjectRecord, TableCell, TableReading } from './records.ts';
import { columnIdsOf } from './table-head.ts';

interface Pair {
  readonly ids: ReadonlySet<ColumnId>;
  readonly heading: string;
  readonly value: string;
  readonly segment: number;
}

/**
 * Projects side by side with their facts down the side, turned so that each project is a row: the first column is headings, one of the
 * first rows names, under rows that say of which programme each is. Undefined where the rows are no such table.
 */
export function turned(lexicon: Lexicon, rows: readonly IndexedSegment[]): IndexedSegment[] | undefined {
  const lines = rows.map(({ segment }) => (segment.cells ?? []).map((cell) => cell.trim()));
  const at = rowOfNames(lexicon, lines);
  const width = lines[at]?.length ?? 0;
  if (lines.length < 3 || width < 3 || lines.some((cells) => cells.length > width)) return undefined;
  // A sheet leaves out the empty cells that a row ends with.
  const grid = [lines[at]!, ...lines.slice(0, at), ...lines.slice(at + 1)].map((cells) =>
    Array.from({ length: width }, (_, column) => cells[column] ?? ''),
  );
  const columns = [...grid[0]!.keys()].slice(1).filter((column) => !total.test(norm(grid[0]![column]!).text));
  // Neither bands over the names nor a sum beside them: rows of another length are those of an ordinary table.
  const plain = at === 0 && columns.length === width - 1;
  if (columns.length < 2 || (plain && lines.some((cells) => cells.length < width))) return undefined;
  const names = columns.map((column) => grid[0]![column]!);
  if (!names.every((name) => isProjectName(lexicon, name) && !headsColumn(lexicon, name))) return undefined;
  const down = grid.slice(1).map((cells) => columnIdsOf(lexicon, cells[0]!));
  const ids = new Set(down.flatMap((set) => [...set]));
  if (down.filter((set) => set.size > 0).length * 10 < down.length * 6) return undefined;
  if (!facts.some((id) => ids.has(id)) || ids.has('project')) return undefined;
  const { index, segment } = rows[at]!;
  return [0, ...columns].map((column) => {
    const cells = grid.map((row, y) => (column === 0 && y === 0 ? 'โครงการ' : row[column]!));
    return { index, segment: { ...segment, cells, text: cells.join(' | '), header: column === 0 } };
  });
}

/** The row headed as the projects', under rows headed as what they are parts of; else the first. */
function rowOfNames(lexicon: Lexicon, lines: readonly (readonly string[])[]): number {
  const heads = lines.slice(0, mostBands + 1).map((cells) => columnIdsOf(lexicon, cells[0] ?? ''));
  const at = heads.findIndex((ids) => ids.has('project'));
  return at > 0 && heads.slice(0, at).every((ids) => ids.has('programme') || ids.has('number')) ? at : 0;
}
const mostBands = 2;

/** What is bought (จัดซื้อระบบแผนที่ภาษี) may be a project. */
const headsColumn = (lexicon: Lexicon, text: string): boolean =>
  [...columnIdsOf(lexicon, text)].some((id) => id !== 'foreign');
/** Over the match form: the sum of the others. */
const total = /^(?:ยอด)?(?:รวม|ทั้งสิ้น|total)(?:ทั้งสิ้น|ทั้งหมด|เงิน)?[^\p{L}]*$/u;

const facts: readonly ColumnId[] = ['budget', 'spent', 'progress', 'result'];

/** Undefined where the rows are no such table. `project`: named further up, for a report on one project (its title names it). */
export function readKeyValues(
  lexicon: Lexicon,
  given: readonly IndexedSegment[],
  caption: string | undefined,
  project?: string,
): TableReading | undefined {
  const headed = isHeadOfFacts(given[0]);
  const rows = headed ? given.slice(1) : given;
  // Under a heading that names the project, two rows of two facts each are enough.
  const card = rows.length === 2 && rows.every(({ segment }) => segment.cells?.length === 4);
  const named = card && caption !== undefined && leadsProject(lexicon, caption);
  if (rows.length < 3 && !named) return undefined;
  const form = isFormOfProject(lexicon, rows);
  const pairs: (Pair | { readonly band: string; readonly segment: number })[] = [];
  let typed = 0;
  // Headings side by side: the head of a table, not a name and its value.
  const first = rows.find(({ segment }) => (segment.cells?.length ?? 0) > 1)?.segment.cells ?? [];
  const heads = first.map((cell) => columnIdsOf(lexicon, cell).size > 0);
  if (!headed && ((heads[0] && heads[1]) || (heads[2] && heads[3]))) return undefined;
  for (const { segment, index } of rows) {
    const cells = (segment.cells ?? []).map((cell) => cell.trim());
    if (cells.length === 1 || cells.slice(1).every((cell) => cell === '' || cell === cells[0])) {
      pairs.push({ band: cells[0] ?? '', segment: index });
      continue;
    }
    if (cells.length !== 2 && cells.length !== 4) return undefined;
    let known = 0;
    for (let at = 0; at < cells.length; at += 2) {
      const heading = cells[at]!.replace(/^[0-9๐-๙.)\s]+/u, '')
        .replace(/[\s:]+$/u, '')
        // โครงการที่ 1 | …, โครงการที่ 2 | …
        .replace(/^(โครงการ|กิจกรรม)\s*ที่\s*[0-9๐-๙]+$/u, '$1');
      // What is left of a figure (41.18%) heads nothing.
      const words = heading.length <= 60 && !isValue(cells[at]!);
      const ids = words ? columnIdsOf(lexicon, heading) : new Set<ColumnId>();
      if (ids.size > 0) known++;
      const halves = words ? twoInOne(lexicon, heading, cells[at + 1]!) : [];
      for (const half of halves) pairs.push({ ...half, segment: index });
      if (halves.length === 0) pairs.push({ ids, heading, value: cells[at + 1]!, segment: index });
    }
    typed += named ? known : Math.min(1, known);
  }
  const ids = new Set(pairs.flatMap((pair) => ('ids' in pair ? [...pair.ids] : [])));
  if (!form && (typed < 3 || typed * 10 < rows.length * (named ? 12 : 6) || ids.size < 3)) return undefined;
  if (!form && !facts.some((id) => ids.has(id))) return undefined;
  const records: ProjectRecord[] = [];
  const cells: TableCell[] = [];
  let fields: Map<ColumnId, string> | undefined;
  const start = (name: string, segment: number) => {
    fields = new Map<ColumnId, string>([['project', name]]);
    records.push({ name, fields, segment });
  };
  // A name in a row of its own at the top of a sheet stands above the table, which may name the project itself.
  const captioned = caption !== undefined && leadsProject(lexicon, caption);
  const namesOne = (pair: Pair): boolean =>
    pair.ids.has('project') &&
    !(captioned && ofActivities.test(norm(pair.heading).text)) &&
    isProjectName(lexicon, pair.value);
  const names = pairs.some((pair) => 'ids' in pair && namesOne(pair));
  for (const band of names ? [] : new Set([caption, project]))
    if (band !== undefined) pairs.unshift({ band, segment: rows[0]!.index });
  for (const pair of pairs) {
    if (!('ids' in pair)) {
      if ((leadsProject(lexicon, pair.band) || pair.band === project) && isProjectName(lexicon, pair.band))
        start(pair.band, pair.segment);
      continue;
    }
    // What belongs to a project already begun (its activities) starts no other.
    const fresh = fields === undefined || [...fields.keys()].some((id) => id !== 'project' && id !== 'programme');
    if (fresh && namesOne(pair)) start(pair.value, pair.segment);
    for (const column of pair.ids) {
      const none = column === 'spent' && /^[-–—]$/u.test(pair.value);
      if (column === 'project' || !(isFilled(column, pair.value) || none)) continue;
      if (fields !== undefined && !fields.has(column)) fields.set(column, pair.value);
      if (column === 'problems' || column === 'recommendations' || column === 'programme')
        cells.push({ column, heading: pair.heading, text: pair.value, segment: pair.segment });
    }
  }
  const foreign = ids.has('foreign') && !ids.has('spent');
  const told = records.filter((record) => record.fields.has('result') || record.fields.has('progress')).length;
  if (foreign) return { records: [], cells: [], columns: ids, told: 0, foreign };
  return { records, cells, columns: ids, told, foreign };
}

/** Over the match form: what was done of the project that the caption names. */
const ofActivities = /^กิจกรรม/u;

/**
 * Two facts in one row, and their two values in the same order (งบประมาณที่ได้รับ / ใช้ไป | 24,000 บาท / 23,480 บาท). One sum under
 * both is what was given.
 */
function twoInOne(lexicon: Lexicon, heading: string, value: string): Omit<Pair, 'segment'>[] {
  const [names, values] = [heading, value].map((text) => text.split(between).map((part) => part.trim()));
  if (names!.length !== 2) return [];
  const halves = names!.map((name, at) => ({
    ids: columnIdsOf(lexicon, name),
    heading: name,
    value: values!.length === 2 ? values![at]! : value,
  }));
  if (!halves.every(({ ids, value: half }) => ids.size > 0 && sum.test(half))) return [];
  return values!.length === 2 ? halves : halves[1]!.ids.has('spent') ? halves.slice(0, 1) : [];
}
const sum = /^[^\p{L}]*[0-9๐-๙][0-9๐-๙,.]*\s*(?:บาท|%)?[^\p{L}]*$/u;
const between = /\s*[/|]\s*|\s+(?:[-–—]|และ)\s+/u;

/** The first row names the two columns, and no fact (หัวข้อ | รายละเอียด). */
export const isHeadOfFacts = (row: IndexedSegment | undefined): boolean => {
  const [label = '', value = '', ...more] = (row?.segment.cells ?? []).map((cell) => norm(cell).text.trim());
  return more.length === 0 && headOfNames.test(label) && headOfValues.test(value);
};
/** Over the match form. */
const headOfNames = /^(?:หัวข้อ|รายการ|ประเด็น|เรื่อง|ข้อ|ข้อมูล|item)$/u;
const headOfValues = /^(?:รายละเอียด|ข้อมูล|คำตอบ|คำอธิบาย|ค่า|ผล|สรุป|เนื้อหา|สาระ(?:สำคัญ|สังเขป)?|details?|summary|value)$/u;

/** Rows of such a form, and of those the names that it begins with. */
const [tallestForm, fewestNamed] = [12, 2];

/**
 * The head of a project's own form (ชื่อโครงการ | …, ลักษณะโครงการ | …, ระยะเวลา | …): whatever else it asks for, its first row
 * names the project, and is no head of a list.
 */
function isFormOfProject(lexicon: Lexicon, rows: readonly IndexedSegment[]): boolean {
  const pairs = rows.map(({ segment }) => (segment.cells ?? []).map((cell) => cell.trim()));
  if (pairs.length > tallestForm || pairs.some((cells) => cells.length !== 2)) return false;
  const [label, name] = pairs[0]! as [string, string];
  if (!/^ชื่อ(?:โครงการ|กิจกรรม|งาน)/u.test(norm(label).text) || !isProjectName(lexicon, name)) return false;
  if (columnIdsOf(lexicon, name).size > 0) return false;
  return pairs.filter(([heading]) => columnIdsOf(lexicon, heading!).size > 0).length >= fewestNamed;
}
