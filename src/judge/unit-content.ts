// What stands in a unit: its tables, its projects, how much text. Pure.
import type { Page } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { type IndexedSegment, type ProjectRecord, readLines, readTable, type TableReading } from './records.ts';

const facts: readonly ColumnId[] = ['budget', 'spent', 'target', 'period', 'owner', 'progress', 'result', 'problems'];

/** Rows of links with nothing told of them: files to open, not projects. */
function isListing(table: TableReading, linked: ReadonlySet<number>): boolean {
  if (facts.some((id) => table.columns.has(id))) return false;
  return table.records.filter((record) => linked.has(record.segment)).length * 2 > table.records.length;
}

export interface Content {
  readonly tables: readonly TableReading[];
  readonly records: readonly ProjectRecord[];
  readonly letters: number;
}

/** A document's content does not change while its site is being read, and may be long: it is read once. */
const documentContents = new WeakMap<Lexicon, WeakMap<DocumentText, Content>>();

export function contentOf(
  lexicon: Lexicon,
  page: Page,
  segments: readonly IndexedSegment[],
  linked: ReadonlySet<number>,
): Content {
  if (page.text.media === 'html') return readContent(lexicon, segments, linked);
  const known = documentContents.get(lexicon) ?? new WeakMap<DocumentText, Content>();
  documentContents.set(lexicon, known);
  const content = known.get(page.text) ?? readContent(lexicon, segments, new Set());
  known.set(page.text, content);
  return content;
}

/** Segments that hold links; a frame or an embedded file is no label. */
export function linkedSegments(page: Page): ReadonlySet<number> {
  if (page.text.media !== 'html') return new Set();
  const inText = page.text.links.filter((link) => link.element === 'a' || link.element === 'handler');
  return new Set(inText.flatMap((link) => link.segment ?? []));
}

/** A line saying that the content is still to come. */
function isPlaceholder(lexicon: Lexicon, text: string): boolean {
  return text.length <= 120 && findPhrases(lexicon.placeholders, norm(text)).length > 0;
}

/** Letters and digits: figures are content too. */
const lettersOf = (text: string): number => text.match(/[\p{L}\p{Nd}]/gu)?.length ?? 0;

/**
 * Letters of what a title's own line goes on to say (มาตรการเผยแพร่ข้อมูล… ให้กลุ่มงาน… ปรับปรุงทุกเดือน): more than a year and
 * an owner, and told in words or figures that a name does not hold.
 */
export function lettersAfterTitle(text: string, to: number): number {
  const rest = text.slice(to);
  if (rest.length < 40 || !told.test(norm(rest).text.replace(/(?:พ\.ศ\.?|ปี|งบประมาณ|การศึกษา)[ .]*\d{4}/gu, '')))
    return 0;
  return lettersOf(rest);
}

const told = /\d|ร้อยละ|ให้|ได้|โดย|เพื่อ|จึง|เป็นผู้|มีการ|ควร/u;

function readContent(lexicon: Lexicon, segments: readonly IndexedSegment[], linked: ReadonlySet<number>): Content {
  const tables = readTables(lexicon, segments).map((table) =>
    isListing(table, linked) ? { ...table, records: [] } : table,
  );
  const rows = tables.flatMap((table) => table.records);
  const records = [...rows, ...readLines(lexicon, segments)].sort((a, b) => a.segment - b.segment);
  let letters = 0;
  for (const { index, segment } of segments)
    if (segment.kind !== 'heading' && !segment.header && !linked.has(index) && !isPlaceholder(lexicon, segment.text))
      letters += lettersOf(segment.text);
  return { tables, records, letters };
}

function readTables(lexicon: Lexicon, segments: readonly IndexedSegment[]): TableReading[] {
  const tables = new Map<number, IndexedSegment[]>();
  for (const part of segments) {
    if (part.segment.kind !== 'row') continue;
    const key = part.segment.locator.table ?? -(part.segment.locator.page ?? 0) - 1;
    const rows = tables.get(key);
    if (rows) rows.push(part);
    else tables.set(key, [part]);
  }
  return joinContinued(lexicon, [...tables.values()]).map((rows) => readTable(lexicon, rows));
}

/** A table that goes on over a page break without repeating its head takes the head of the one before. */
function joinContinued(lexicon: Lexicon, tables: readonly IndexedSegment[][]): IndexedSegment[][] {
  const joined: IndexedSegment[][] = [];
  for (const rows of tables) {
    const last = joined.at(-1);
    const width = rows[0]?.segment.cells?.length;
    const lastRow = last?.at(-1)?.segment;
    const follows =
      last !== undefined &&
      width !== undefined &&
      width > 1 &&
      lastRow?.cells?.length === width &&
      (rows[0]?.segment.locator.page ?? 0) === (lastRow.locator.page ?? 0) + 1 &&
      readTable(lexicon, rows).columns.size === 0;
    if (follows) last.push(...rows);
    else joined.push([...rows]);
  }
  return joined;
}
