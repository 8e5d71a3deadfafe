// What stands in a unit: its tables, its projects, how much text. Pure.
import type { Page } from '../model/crawl.ts';
import type { DocumentText, Segment } from '../model/document.ts';
import { findPhrases } from '../text/phrase.ts';
import { calendarWorks } from './calendar-works.ts';
import { withCellCards } from './cell-cards.ts';
import { labelCards } from './label-cards.ts';
import { labelledLines } from './labelled-lines.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { readLines } from './project-lines.ts';
import { projectKey } from './project-name.ts';
import { projectSheets } from './project-sheets.ts';
import { type IndexedSegment, type ProjectRecord, readTable, type TableReading, tellsOfBoth } from './records.ts';
import { textTables } from './text-tables.ts';
import { readTables } from './unit-tables.ts';

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
  /** Table rows that tell a result or a progress, of projects or of anything else. */
  readonly told: number;
}

interface Known {
  readonly segments: readonly IndexedSegment[];
  readonly content: Content;
}

/** Content does not change while its site is being read, though what is known of it does: it is read once. */
const contents = new WeakMap<Lexicon, WeakMap<DocumentText, Map<string, Known>>>();

export function contentOf(
  lexicon: Lexicon,
  page: Page,
  segments: readonly IndexedSegment[],
  linked: ReadonlySet<number>,
): Content {
  const ofTexts = contents.get(lexicon) ?? new WeakMap<DocumentText, Map<string, Known>>();
  contents.set(lexicon, ofTexts);
  const units = ofTexts.get(page.text) ?? new Map<string, Known>();
  ofTexts.set(page.text, units);
  // Units of one page begin at different segments; one that lost a line to boilerplate is read anew.
  const key = `${segments[0]?.index} ${segments.length}`;
  const known = units.get(key);
  if (known?.segments.every(({ index }, at) => index === segments[at]!.index)) return known.content;
  const content = readContent(lexicon, page.text.segments, segments, linked);
  units.set(key, { segments, content });
  return content;
}

/** Neither links nor parts of the site's frame stand among it: the page holds what it tells, and nothing else. */
export const holdsTextAlone = (content: readonly IndexedSegment[], linked: ReadonlySet<number | undefined>): boolean =>
  content.every(({ index, segment }) => !linked.has(index) && segment.region === 'main');

/** Segments that hold links; a frame or an embedded file is no label. */
export function linkedSegments(page: Page): ReadonlySet<number> {
  let linked = linkedOf.get(page.text);
  if (linked === undefined) {
    linked = new Set<number>();
    if (page.text.media === 'html')
      for (const { element, segment } of page.text.links)
        if (segment !== undefined && (element === 'a' || element === 'handler')) linked.add(segment);
    linkedOf.set(page.text, linked);
  }
  return linked;
}
const linkedOf = new WeakMap<DocumentText, Set<number>>();

/** A line saying that the content is still to come, or a form's to be filled in. */
export function isPlaceholder(lexicon: Lexicon, text: string): boolean {
  return (
    text.length <= 120 && (/\.{6,}|_{4,}|…{2,}/u.test(text) || findPhrases(lexicon.placeholders, norm(text)).length > 0)
  );
}

/** Letters and digits: figures are content too. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let counts = counted[code]!;
    if (counts === 0) {
      // A pair of surrogates is looked at as one, and never remembered.
      if (code >= 0xd800 && code <= 0xdbff) {
        if (letter.test(String.fromCodePoint(text.codePointAt(at)!))) letters += 1;
        continue;
      }
      counts = letter.test(String.fromCharCode(code)) ? 1 : 2;
      counted[code] = counts;
    }
    if (counts === 1) letters += 1;
  }
  return letters;
}
const letter = /[\p{L}\p{Nd}]/u;
/** By UTF-16 unit: 1 a letter or digit, 2 none, 0 not asked yet. */
const counted = new Uint8Array(65536);

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

function readContent(
  lexicon: Lexicon,
  texts: readonly Segment[],
  segments: readonly IndexedSegment[],
  linked: ReadonlySet<number>,
): Content {
  const bound = projectSheets(lexicon, segments) ?? calendarWorks(lexicon, segments);
  const apart = bound === undefined ? segments : segments.filter(({ index }) => !bound.used.has(index));
  const tables = readTables(lexicon, texts, apart).map((table) =>
    isListing(table, linked) ? { ...table, records: [] } : table,
  );
  if (bound !== undefined) tables.push(bound.table);
  const flat = textTables(lexicon, apart, unreadRows(apart, tables));
  for (const given of flat.tables) tables.push(readTable(lexicon, given));
  const lines = readLines(lexicon, withCellCards(apart.filter(({ index }) => !flat.used.has(index))));
  const taken = new Set([...flat.used, ...lines.map(({ segment }) => segment)]);
  for (const read of [labelledLines, labelCards]) {
    const given = read(lexicon, apart, taken);
    if (given) tables.push(readTable(lexicon, given));
  }
  const rows = joinTables(tables);
  // A project's line with money spent and how far it has come tells as a row does.
  const toldInLines = lines.filter(tellsOfBoth).length;
  const records = [...rows, ...lines].sort((a, b) => a.segment - b.segment);
  // A form that shows how it is to be filled in, and is not: the states to choose from and the notes beside it tell nothing.
  if (records.length === 0 && tables.some(({ examples = 0 }) => examples > 0))
    return { tables: [], records, letters: 0, told: 0 };
  let letters = 0;
  for (const { index, segment } of segments)
    if (segment.kind !== 'heading' && !segment.header && !linked.has(index) && !isPlaceholder(lexicon, segment.text))
      letters += lettersOf(segment.text);
  const told = tables.reduce((sum, table) => sum + table.told, toldInLines);
  return { tables, records, letters, told };
}

/** Rows of a PDF's tables of which no column was made out. */
function unreadRows(segments: readonly IndexedSegment[], tables: readonly TableReading[]): ReadonlySet<number> {
  const none = tables.filter(({ columns, records }) => columns.size === 0 && records.length === 0);
  const unread = new Set(none.map(({ first }) => first));
  const rows = new Set<number>();
  let of: number | undefined;
  let reading = false;
  for (const { index, segment } of segments) {
    if (segment.kind !== 'row' || segment.locator.page === undefined) {
      of = undefined;
      continue;
    }
    if (segment.locator.table !== of || of === undefined) reading = unread.has(index);
    of = segment.locator.table;
    if (reading) rows.add(index);
  }
  return rows;
}

/**
 * Facts of one project that stand in several tables (progress in the first, spending in the next) are told together, where it
 * stands first.
 */
function joinTables(tables: readonly TableReading[]): ProjectRecord[] {
  const rows = tables.flatMap((table) => table.records);
  if (tables.length < 2) return rows;
  const first = new Map<string, { table: number; fields: Map<ColumnId, string> }>();
  const joined: ProjectRecord[] = [];
  for (const [table, { records }] of tables.entries()) {
    for (const record of records) {
      const key = projectKey(record.name);
      const known = first.get(key);
      if (known === undefined) {
        const fields = new Map(record.fields);
        first.set(key, { table, fields });
        joined.push({ ...record, fields });
        continue;
      }
      if (known.table !== table)
        for (const [id, text] of record.fields) if (!known.fields.has(id)) known.fields.set(id, text);
      joined.push(record);
    }
  }
  return joined;
}
