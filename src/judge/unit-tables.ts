// The tables that stand in a unit, each read with what is said of it around it: those that go on over a page, that know their projects by
// codes, or tell the facts of one project each. Pure.
import type { Segment } from '../model/document.ts';
import { withNamesForCodes } from './coded-rows.ts';
import { columnNotes } from './column-notes.ts';
import { withHead } from './headless-tables.ts';
import { isHeadOfFacts } from './key-values.ts';
import type { Lexicon } from './lexicon.ts';
import { isProjectName, leadsProject } from './project-name.ts';
import { type IndexedSegment, readTable, type TableReading } from './records.ts';
import { columnIdsOf } from './table-head.ts';

export function readTables(
  lexicon: Lexicon,
  texts: readonly Segment[],
  segments: readonly IndexedSegment[],
): TableReading[] {
  const tables = new Map<number, IndexedSegment[]>();
  for (const part of segments) {
    if (part.segment.kind !== 'row') continue;
    const key = part.segment.locator.table ?? -(part.segment.locator.page ?? 0) - 1;
    const rows = tables.get(key);
    if (rows) rows.push(part);
    else tables.set(key, [part]);
  }
  const lines = new Map(segments.map(({ index, segment }) => [index, segment]));
  const found = joinContinued(lexicon, withNamesForCodes(lexicon, [...tables.values()]));
  const joined = found.map((rows) =>
    withHead(lexicon, rows, { over: linesOver(lines, rows[0]!.index), under: linesUnder(lines, rows.at(-1)!.index) }),
  );
  const captions = joined.map((rows) => {
    const above = lines.get(rows[0]!.index - 1);
    const longest = above?.kind === 'heading' && leadsProject(lexicon, above.text) ? 200 : 80;
    return above && above.kind !== 'row' && above.text.length <= longest ? above.text : undefined;
  });
  // Small tables of the same facts, each under the name of what they are of.
  const cards = joined.map((rows, at) =>
    isFactTable(lexicon, rows) && isName(lexicon, captions[at]) ? captions[at] : '',
  );
  const named = new Set(cards.filter((name) => name !== '')).size >= fewestCards;
  const notes = columnNotes(joined.length === 0 ? [] : segments);
  return joined.map((rows, at) => {
    const ofTitle = tables.size === 1 ? titleProject(texts, rows[0]!.index) : undefined;
    const project = (named ? cards[at] : undefined) || ofTitle;
    return readTable(lexicon, rows, { caption: captions[at], project, over: linesOver(lines, rows[0]!.index), notes });
  });
}

/** Lines right over a table that are no part of another one. */
function linesOver(lines: ReadonlyMap<number, Segment>, first: number): string[] {
  const found: string[] = [];
  for (let at = first - 1; at >= first - mostOver; at--) {
    const line = lines.get(at);
    if (line === undefined || line.kind === 'row') break;
    if (line.text.length <= longestOver) found.push(line.text);
  }
  return found;
}
/** Lines right under a table that are no part of another one. */
function linesUnder(lines: ReadonlyMap<number, Segment>, last: number): string[] {
  const found: string[] = [];
  for (let at = last + 1; at <= last + mostOver; at++) {
    const line = lines.get(at);
    if (line === undefined || line.kind === 'row') break;
    found.push(line.text);
  }
  return found;
}
const [mostOver, longestOver] = [3, 200];

const fewestCards = 2;

const isName = (lexicon: Lexicon, caption: string | undefined): boolean =>
  caption !== undefined && isProjectName(lexicon, caption) && columnIdsOf(lexicon, caption).size === 0;

/** Names and values, one under the other; most of the names are those of columns. */
function isFactTable(lexicon: Lexicon, rows: readonly IndexedSegment[]): boolean {
  const facts = isHeadOfFacts(rows[0]) ? rows.slice(1) : rows;
  if (facts.length < fewestFacts || facts.length > mostFacts) return false;
  if (!facts.every(({ segment }) => segment.cells?.length === 2)) return false;
  const known = facts.filter((row) => columnIdsOf(lexicon, firstCell(row)).size > 0);
  return known.length >= fewestFacts && known.length >= facts.length * shareOfFacts;
}

const firstCell = ({ segment }: IndexedSegment): string => segment.cells?.[0] ?? '';
const [fewestFacts, mostFacts, shareOfFacts] = [3, 10, 0.6];

/** The project that a report on it alone names in its title (รายงานผลการจัดกิจกรรม โครงการดิจิทัลชุมชน), close above its table. */
function titleProject(texts: readonly Segment[], before: number): string | undefined {
  for (let at = before - 1; at >= 0 && at >= before - 4; at--) {
    const { kind, text } = texts[at]!;
    if (kind === 'row') return undefined;
    const name =
      text.length <= 200 ? /(?:^|\s)(โครงการ(?!ตาม|ใน|ของ|ทั้ง|ที่|และ|ประจำ|ปี)\S[^\n]*)$/u.exec(text)?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** On the next page; or, where there are no pages, with at most a word between (ต่อ). */
function follow(last: IndexedSegment, next: IndexedSegment): boolean {
  const [from, to] = [last.segment.locator.page, next.segment.locator.page];
  if (from !== undefined || to !== undefined) return (to ?? 0) === (from ?? 0) + 1;
  return last.segment.header !== true && next.index - last.index <= 2;
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
      follow(last.at(-1)!, rows[0]!) &&
      readTable(lexicon, rows).columns.size === 0;
    if (follows) last.push(...rows);
    else joined.push([...rows]);
  }
  return joined;
}
