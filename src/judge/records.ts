// Finds projects and activities with their facts (budget, spent, progress …) in a table of any medium. Pure.
import type { Segment } from '../model/document.ts';
import { isExample, lettersIn } from './cell-value.ts';
import { applyNotes, type ColumnNotes } from './column-notes.ts';
import { readKeyValues, turned } from './key-values.ts';
import type { Lexicon } from './lexicon.ts';
import { listsThings } from './lists-things.ts';
import { tellsNoughts, withoutNoughts } from './nothing-told.ts';
import type { ColumnId } from './pack.ts';
import { programmeRows } from './programme-rows.ts';
import { readKinds, readRows } from './read-rows.ts';
import { rowKindsOf } from './row-kinds.ts';
import { isScale } from './scale.ts';
import { withoutSheetFrame } from './sheet-frame.ts';
import { ratesTargets } from './table-arithmetic.ts';
import { hasColumn, isToCome, readTableHead } from './table-head.ts';
import { addColumnsByValue, judgesTargets } from './table-values.ts';

/** One project or activity as a row, a line or a card tells of it. */
export interface ProjectRecord {
  readonly name: string;
  /** Facts by column; only filled ones (an amount where an amount is due). */
  readonly fields: ReadonlyMap<ColumnId, string>;
  /** Index of the segment it stands in. */
  readonly segment: number;
}

/** It tells both what was spent and how far it has come, or what came of it. */
export const tellsOfBoth = ({ fields }: Pick<ProjectRecord, 'fields'>): boolean =>
  fields.has('spent') && (fields.has('progress') || fields.has('result'));

/** What is told under it is no project by name. */
export const withoutName = (record: ProjectRecord): ProjectRecord => ({
  ...record,
  fields: new Map([...record.fields].filter(([id]) => id !== 'project')),
});

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
  /** Its rows are things and no work. */
  readonly things?: boolean;
  /** Its rows set what was reached beside the target, and the rate beside both. */
  readonly rated?: boolean;
  /** Beside what was aimed at and reached a column says of each whether that was enough. */
  readonly judged?: boolean;
  /** A column of results says what they are going to be. */
  readonly toCome?: boolean;
  /** A column headed as progress or results says nothing of them. */
  readonly untold?: boolean;
  /** Index of its first row. */
  readonly first?: number | undefined;
  /** Rows that a form shows as examples of how to fill it in, which are left out. */
  readonly examples?: number;
}

/** What is said of a table around it. */
interface TableSurroundings {
  /** The line above it. */
  readonly caption?: string | undefined;
  /** The project that a title further up names. */
  readonly project?: string | undefined;
  /** Lines right over it. */
  readonly over?: readonly string[];
  /** What notes say of its columns. */
  readonly notes?: ColumnNotes;
}

/**
 * Reads one table, given its rows in order and what is said of it around them.
 */
export function readTable(
  lexicon: Lexicon,
  given: readonly IndexedSegment[],
  { caption, project, over = [], notes = noNotes }: TableSurroundings = {},
): TableReading {
  if (isScale(given)) return { records: [], cells: [], columns: new Set(), told: 0, foreign: false };
  const framed = withoutSheetFrame(given);
  const rows = turned(lexicon, framed) ?? framed;
  const keyed = readKeyValues(lexicon, rows, caption, project);
  if (keyed !== undefined) return keyed;
  const head = readTableHead(lexicon, rows);
  const heads = new Set(rows.slice(0, head.count).map(({ segment }) => segment.text));
  // A table's head may be repeated on each page.
  const filled = rows.slice(head.count).filter(({ segment }) => !heads.has(segment.text));
  let data = filled.filter(({ segment }) => !isExample(segment.cells ?? []));
  const examples = filled.length - data.length;
  const texts = data.map(({ segment }) => segment.cells ?? [segment.text]);
  const toCome = applyNotes(head, notes) || [...head.headings.values()].some((parts) => isToCome(parts.at(-1) ?? ''));
  const asked = hasColumn(head, 'progress', 'result');
  addColumnsByValue(lexicon, head, texts, caption, over);
  const untold = asked && !hasColumn(head, 'progress', 'result');
  const ids = new Set([...head.columns.values()].flatMap((set) => [...set]));
  const foreign = (ids.has('foreign') && !ids.has('spent')) || listsPersons(texts);
  if (foreign) return { records: [], cells: [], columns: ids, told: 0, foreign };
  if (listsThings(head, texts)) return { records: [], cells: [], columns: ids, told: 0, foreign, things: true };
  const programmeOf = programmeRows(head.headings.size, caption);
  if (tellsNoughts(head, texts)) data = data.map(unfilled);
  const kinds = ids.has('project') ? rowKindsOf(lexicon, head, texts) : undefined;
  if (kinds !== undefined)
    return { ...readKinds(lexicon, head, kinds, data, programmeOf), columns: ids, foreign, examples };
  const marks = { rated: ratesTargets(head, texts), judged: judgesTargets(head, texts) };
  return {
    ...readRows(lexicon, head, ids, data, programmeOf),
    columns: ids,
    foreign,
    ...marks,
    toCome,
    untold,
    first: rows[0]?.index,
    examples,
  };
}

const unfilled = ({ segment, ...rest }: IndexedSegment): IndexedSegment => ({
  ...rest,
  segment: segment.cells === undefined ? segment : { ...segment, cells: withoutNoughts(segment.cells) },
});

/** Most rows are headed by a person's name: borrowers, staff, patients, and no work that is done. */
function listsPersons(rows: readonly (readonly string[])[]): boolean {
  const named = rows.map((row) => row.find((cell) => lettersIn(cell) > 0) ?? '').filter((cell) => cell !== '');
  return named.filter((cell) => person.test(cell)).length * 2 > Math.max(named.length, 2);
}
const person =
  /^[\s0-9๐-๙.)]*(?:นาย(?!ก|อำเภอ|ทะเบียน|สถานี|ช่าง|แพทย์)|นาง|น\.\s?ส\.|ด\.\s?[ชญ]\.|เด็ก(?:ชาย|หญิง)|Mr\.|Mrs\.|Ms\.)\s?[\u0e01-\u0e4eA-Z]/u;
const noNotes: ColumnNotes = new Map();
