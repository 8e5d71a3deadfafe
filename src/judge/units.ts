// Cuts pages and documents into units: content that stands under one title. A document is one unit; an HTML page is as
// many as its headings name publications. Pure.
import type { Page } from '../model/crawl.ts';
import type { DocumentText, Segment } from '../model/document.ts';
import type { Agency, AgencyKind } from '../model/registry.ts';
import { findYears, yearsInFileName } from '../text/fiscal-year.ts';
import { findPhrases } from '../text/phrase.ts';
import type { Boilerplate } from './boilerplate.ts';
import { echoSegments } from './echo.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { type IndexedSegment, type ProjectRecord, readLines, readTable, type TableReading } from './records.ts';
import type { LinkRef, Site } from './site.ts';
import { type ClassHit, definite, isLookalike, needsSubject, readTitle, strong, type TitleReading } from './title.ts';
import { type AuditCalendar, yearsOf } from './years.ts';

export type TitleOrigin = 'own' | 'label' | 'context' | 'file-name';

export interface UnitYear {
  /** Years in the content's own title, headings or first words. */
  readonly own: readonly number[];
  /** Years in the labels that lead here. */
  readonly label: readonly number[];
  readonly file: readonly number[];
  /** The year the unit is of: own words, else label, else file name; undefined where none or several. */
  readonly year: number | undefined;
  /** Label and own words disagree. */
  readonly conflict: boolean;
}

export interface Unit {
  readonly page: Page;
  /** What it is, and who says so. */
  readonly classes: ReadonlyMap<string, ClassHit & { readonly origin: TitleOrigin }>;
  /** What its own title says, where it says anything. */
  readonly own: TitleReading | undefined;
  /** What the labels that lead here say. */
  readonly labels: readonly { readonly ref: LinkRef; readonly reading: TitleReading }[];
  /** It is a look-alike, by its own words or (where they say nothing) by its label. */
  readonly lookalike: TitleReading | undefined;
  readonly year: UnitYear;
  /** Content in reading order: boilerplate, echo and the title itself excluded, headings included. */
  readonly segments: readonly IndexedSegment[];
  /** Pasted requirement text that stands in it. */
  readonly echo: readonly IndexedSegment[];
  readonly records: readonly ProjectRecord[];
  readonly tables: readonly TableReading[];
  /** Segments that hold a link: the label of what lies elsewhere, not content. */
  readonly linked: ReadonlySet<number>;
  /** Letters of content (headings, heads of tables and labels of links excluded). */
  readonly letters: number;
  /** Segment that carries the title, if one of the page's own does. */
  readonly titleSegment: number | undefined;
}

export interface UnitContext {
  readonly lexicon: Lexicon;
  readonly agency: Agency;
  readonly site: Site;
  readonly boilerplate: Boilerplate;
  readonly calendar: AuditCalendar;
}

/** All units of a page, in reading order. */
export function unitsOf(context: UnitContext, page: Page): Unit[] {
  const echo = echoSegments(context.lexicon, page.text.segments, linkedSegments(page));
  const labels = labelReadings(context, page);
  const content: IndexedSegment[] = [];
  for (const [index, segment] of page.text.segments.entries()) {
    if (segment.kind === 'title' || context.boilerplate.has(page, segment)) continue;
    content.push({ index, segment, echo: echo.has(index) });
  }
  return page.text.media === 'html'
    ? htmlUnits(context, page, content, labels)
    : [documentUnit(context, page, content, labels)];
}

type LabelReading = { readonly ref: LinkRef; readonly reading: TitleReading };

function labelReadings({ lexicon, agency, site }: UnitContext, page: Page): LabelReading[] {
  const seen = new Set<string>();
  const found: LabelReading[] = [];
  for (const ref of site.labelsOf(page)) {
    if (ref.link.label === '' || seen.has(ref.link.label)) continue;
    seen.add(ref.link.label);
    found.push({ ref, reading: readTitle(lexicon, ref.link.label, agency) });
  }
  return found;
}

interface Title {
  readonly reading: TitleReading;
  readonly segment: number | undefined;
}

interface Section {
  /** Titles over it, nearest first. */
  readonly chain: readonly Title[];
  readonly parts: IndexedSegment[];
}

function htmlUnits(
  context: UnitContext,
  page: Page,
  content: readonly IndexedSegment[],
  labels: readonly LabelReading[],
): Unit[] {
  const { lexicon, agency } = context;
  const sections: Section[] = [];
  const pageTitle = page.text.segments.find((segment) => segment.kind === 'title')?.text ?? page.text.title;
  const outer: Title[] = pageTitle ? [{ reading: readTitle(lexicon, pageTitle, agency), segment: undefined }] : [];
  const stack: { level: number; text: string; title: Title }[] = [];
  const linked = new Set(page.text.links.map((link) => link.segment));
  let current: Section = { chain: outer, parts: [] };
  sections.push(current);
  const open = (part: IndexedSegment, level: number, reading: TitleReading) => {
    while (stack.length && stack.at(-1)!.level >= level) stack.pop();
    stack.push({ level, text: part.segment.text, title: { reading, segment: part.index } });
    current = { chain: [...stack.map((entry) => entry.title).reverse(), ...outer], parts: [part] };
    sections.push(current);
  };
  let plain = 0;
  let table: number | undefined;
  for (const part of content) {
    const { segment } = part;
    if (segment.kind === 'heading') {
      open(part, segment.level ?? 6, readTitle(lexicon, segment.text, agency));
      continue;
    }
    // A band over some rows of a table is no heading over the table.
    const sameTable = segment.kind === 'row' && table !== undefined && segment.locator.table === table;
    table = segment.kind === 'row' ? segment.locator.table : undefined;
    if (!sameTable && leaveSection(stack, segment)) {
      current = { chain: [...stack.map((entry) => entry.title).reverse(), ...outer], parts: [] };
      sections.push(current);
    }
    // Old pages set their title as an ordinary line: one of the first that are no links.
    if (
      !linked.has(part.index) &&
      segment.kind !== 'row' &&
      !part.echo &&
      ++plain <= titleLines &&
      segment.text.length <= 220
    ) {
      const reading = readTitle(lexicon, segment.text, agency);
      if ([...reading.classes.values()].some((hit) => hit.grade !== 'weak')) {
        open(part, lineLevel, reading);
        continue;
      }
    }
    current.parts.push(part);
  }
  // Sections under one governing title are one unit.
  const groups = new Map<string, { governing: Title | undefined; sections: Section[] }>();
  for (const section of sections) {
    const governing = governingTitle(section.chain);
    const years = section.chain.slice(0, governing ? section.chain.indexOf(governing) : 0);
    const year = years.map((title) => title.reading.year).find((mention) => mention !== undefined);
    const key = `${governing ? (governing.segment ?? governing.reading.text) : ''}/${(year ?? governing?.reading.year)?.year ?? ''}`;
    const group = groups.get(key);
    if (group) group.sections.push(section);
    else groups.set(key, { governing, sections: [section] });
  }
  return [...groups.values()].map(({ governing, sections: parts }) => {
    const titleTexts = parts[0]!.chain.map((title) => title.reading);
    return makeUnit(context, page, {
      own: governing && withOuterGrades(outerSubject(governing.reading, titleTexts) ?? governing.reading, titleTexts),
      titleSegment: governing?.segment,
      segments: parts.flatMap((section) => section.parts).filter((part) => part.index !== governing?.segment),
      ownYears: nearestYears(titleTexts, context),
      labels,
    });
  });
}

/** The same publication may be named in better words further out (a page's title over its table's). */
function withOuterGrades(reading: TitleReading, chain: readonly TitleReading[]): TitleReading {
  const classes = new Map(reading.classes);
  for (const outer of chain) {
    for (const hit of outer.classes.values()) {
      const known = classes.get(hit.id);
      if (known && hit.grade === 'term' && known.grade !== 'term') classes.set(hit.id, { ...known, grade: 'term' });
    }
  }
  return { ...reading, classes };
}

/** A report's title that does not name the plan is about what the headings further out are about. */
function outerSubject(reading: TitleReading, chain: readonly TitleReading[]): TitleReading | undefined {
  if (!needsSubject(reading)) return undefined;
  const outer = chain.slice(chain.indexOf(reading) + 1).find((title) => strong(title) && !needsSubject(title));
  return outer && (isLookalike(outer) || isOfOthers(outer)) ? outer : undefined;
}

/** A survey's, an order's results are no results of the plan. */
function isOfOthers(reading: TitleReading): boolean {
  const ids = [...reading.classes.keys()];
  return ids.length > 0 && ids.every((id) => /^(?:survey-|disclosure-)/.test(id));
}

/** The nearest title in plain words; a chapter's heading belongs to the publication over it, if one is. */
function governingTitle(chain: readonly Title[]): Title | undefined {
  return (
    chain.find((title) => strong(title.reading) && !chapter.test(norm(title.reading.text).text)) ??
    chain.find((title) => strong(title.reading)) ??
    chain.find((title) => definite(title.reading))
  );
}

/** Chapters, and parts that plans and reports consist of, whatever subject they name (โครงการป้องกันการทุจริต). */
const chapter =
  /^[\s0-9๐-๙.()\-–•]*(?:ส่วนที่|ส่วน\s*[0-9๐-๙]|บทที่|ตอนที่|ภาคที่|ภาคผนวก|หมวดที่|(?:ประเด็น)?ยุทธศาสตร์|ประเด็นการพัฒนา|กลยุทธ์|เป้าประสงค์|พันธกิจ|แผนงาน|โครงการ|กิจกรรม|ด้าน|ตาราง|ความสอดคล้อง|ความเชื่อมโยง|chapter|part|project|activity|strategy)/iu;

/** Plain lines at the top of a page's content that may be its title. */
const titleLines = 6;
/** Below all headings. */
const lineLevel = 7;

/** Content that the markup places outside the headings seen last (another cell, another block) is not under them. */
function leaveSection(stack: { level: number; text: string }[], segment: Segment): boolean {
  const { heading } = segment.locator;
  const real = stack.findLast((entry) => entry.level < lineLevel);
  if (real === undefined || real.text === heading) return false;
  while (stack.length && stack.at(-1)!.text !== heading) stack.pop();
  return true;
}

function documentUnit(
  context: UnitContext,
  page: Page,
  content: readonly IndexedSegment[],
  labels: readonly LabelReading[],
): Unit {
  const { lexicon, agency } = context;
  // The title of a document is its first words; covers break it over lines.
  const opening: IndexedSegment[] = [];
  let length = 0;
  for (const part of content) {
    if (part.echo || isDataRow(part.segment)) continue;
    if ((part.segment.locator.page ?? 1) > 1 && opening.length > 0) break;
    if (opening.length >= 10 || length > 360) break;
    opening.push(part);
    length += part.segment.text.length;
  }
  const openingText = opening.map((part) => part.segment.text).join('\n');
  let own: TitleReading | undefined = titleOnly(opening, readTitle(lexicon, joinTitle(openingText), agency));
  let titleSegment = segmentAt(opening, own);
  if (!definite(own)) {
    // A cover letter may come first: the title then heads one of the next pages.
    const later = content.find(
      ({ index, segment }) =>
        !opening.some((part) => part.index === index) &&
        (segment.locator.page ?? segment.locator.slide ?? 1) <= 6 &&
        segment.text.length <= 200 &&
        !isDataRow(segment) &&
        readTitle(lexicon, segment.text, agency).classes.size > 0,
    );
    if (later) {
      own = readTitle(lexicon, later.segment.text, agency);
      titleSegment = later.index;
    } else if (page.text.title) {
      const metadata = readTitle(lexicon, page.text.title, agency);
      if (definite(metadata)) own = metadata;
    }
  }
  const first =
    definite(own) || own.text === joinTitle(openingText) ? yearsOf(own.years, agency.kind, context.calendar) : [];
  return makeUnit(context, page, {
    own: definite(own) ? own : undefined,
    titleSegment: definite(own) ? titleSegment : undefined,
    segments: content,
    ownYears: first.length ? first : commonYear(context, content),
    labels,
  });
}

/** A row of a table: its column headings are no titles. A cover set in one or two cells may be one. */
function isDataRow(segment: Segment): boolean {
  return segment.kind === 'row' && (segment.cells ?? []).filter((cell) => cell.trim() !== '').length > 2;
}

/** Names in the line that names the document first, and in headings; what the text then speaks of is not its title. */
function titleOnly(opening: readonly IndexedSegment[], reading: TitleReading): TitleReading {
  const first = segmentAt(opening, reading);
  const classes = new Map(
    [...reading.classes].filter(([, hit]) => {
      const part = partAt(opening, hit.from);
      return part === undefined || part.index === first || part.segment.kind === 'heading';
    }),
  );
  return classes.size === reading.classes.size ? reading : { ...reading, classes };
}

/** The line of the opening in which the title's name stands. */
function segmentAt(opening: readonly IndexedSegment[], reading: TitleReading): number | undefined {
  const at = [...reading.classes.values()].map((hit) => hit.from).sort((a, b) => a - b)[0] ?? 0;
  return (partAt(opening, at) ?? opening[0])?.index;
}

/** The part of the opening at an offset of its joined text. */
function partAt(opening: readonly IndexedSegment[], at: number): IndexedSegment | undefined {
  let end = 0;
  for (const part of opening) {
    end += part.segment.text.length + 1;
    if (at < end) return part;
  }
  return undefined;
}

/** The year that the first words of a document speak of most, where one stands out. */
function commonYear({ agency, calendar }: UnitContext, content: readonly IndexedSegment[]): number[] {
  const opened = norm(
    content
      .map((part) => part.segment.text)
      .join('\n')
      .slice(0, 2500),
  );
  const counts = new Map<number, number>();
  for (const mention of findYears(opened))
    for (const year of yearsOf([mention], agency.kind, calendar))
      counts.set(year, (counts.get(year) ?? 0) + (mention.kind === 'fiscal' || mention.kind === 'academic' ? 2 : 1));
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && (!second || best[1] > second[1]) ? [best[0]] : [];
}

/** Lines of a cover belong together where one ends in the middle of a name. */
function joinTitle(text: string): string {
  return text.replace(
    /\n(?=\s*(?:ประจำปี|ประจําปี|ปีงบประมาณ|พ\.?\s*ศ|ปีการศึกษา|ตาม|ของ|รอบ|และ|ระยะ|[(]|[0-9๐-๙]))/gu,
    ' ',
  );
}

function nearestYears(chain: readonly TitleReading[], { agency, calendar }: UnitContext): number[] {
  for (const reading of chain) {
    const years = yearsOf(reading.years, agency.kind, calendar);
    if (years.length) return years;
  }
  return [];
}

function makeUnit(
  context: UnitContext,
  page: Page,
  parts: {
    own: TitleReading | undefined;
    titleSegment: number | undefined;
    segments: readonly IndexedSegment[];
    ownYears: readonly number[];
    labels: readonly LabelReading[];
  },
): Unit {
  const { own, labels } = parts;
  const segments = parts.segments.filter((part) => !part.echo);
  const classes = new Map<string, ClassHit & { origin: TitleOrigin }>();
  for (const hit of own?.classes.values() ?? []) classes.set(hit.id, { ...hit, origin: 'own' });
  const ownSays = own !== undefined && definite(own);
  const labelsAgree = labels.some(({ reading }) => [...reading.classes.keys()].some((id) => classes.has(id)));
  // Named as another body's, by itself or by every label: no heading of a list makes it this agency's.
  const foreign = new Set([...(own?.foreign ?? []), ...labels.flatMap(({ reading }) => [...reading.foreign])]);
  if (!ownSays || (labelsAgree && classes.size > 0)) {
    for (const { reading } of labels)
      for (const hit of reading.classes.values())
        if (!classes.has(hit.id) && !own?.foreign.has(hit.id)) classes.set(hit.id, { ...hit, origin: 'label' });
  }
  if (!ownSays && classes.size === 0 && foreign.size === 0 && !labels.some(({ reading }) => isLookalike(reading)))
    addSecondary(context, page, labels, classes);
  const labelLookalike = labels.find(({ reading }) => isLookalike(reading))?.reading;
  const lookalike = own && isLookalike(own) ? own : !ownSays && classes.size === 0 ? labelLookalike : undefined;
  const linked = linkedSegments(page);
  const { tables, records, letters } = contentOf(context.lexicon, page, segments, linked);
  return {
    page,
    classes,
    own,
    labels,
    lookalike,
    year: unitYear(context, page, parts.ownYears, labels),
    segments,
    echo: parts.segments.filter((part) => part.echo),
    records,
    tables,
    linked,
    letters,
    titleSegment: parts.titleSegment,
  };
}

const facts: readonly ColumnId[] = ['budget', 'spent', 'target', 'period', 'owner', 'progress', 'result', 'problems'];

/** Rows of links with nothing told of them: files to open, not projects. */
function isListing(table: TableReading, linked: ReadonlySet<number>): boolean {
  if (facts.some((id) => table.columns.has(id))) return false;
  return table.records.filter((record) => linked.has(record.segment)).length * 2 > table.records.length;
}

interface Content {
  readonly tables: readonly TableReading[];
  readonly records: readonly ProjectRecord[];
  readonly letters: number;
}

/** A document's content does not change while its site is being read, and may be long: it is read once. */
const documentContents = new WeakMap<Lexicon, WeakMap<DocumentText, Content>>();

function contentOf(
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
function linkedSegments(page: Page): ReadonlySet<number> {
  if (page.text.media !== 'html') return new Set();
  const inText = page.text.links.filter((link) => link.element === 'a' || link.element === 'handler');
  return new Set(inText.flatMap((link) => link.segment ?? []));
}

/** A line saying that the content is still to come. */
function isPlaceholder(lexicon: Lexicon, text: string): boolean {
  return text.length <= 120 && findPhrases(lexicon.placeholders, norm(text)).length > 0;
}

function readContent(lexicon: Lexicon, segments: readonly IndexedSegment[], linked: ReadonlySet<number>): Content {
  const tables = readTables(lexicon, segments).map((table) =>
    isListing(table, linked) ? { ...table, records: [] } : table,
  );
  const rows = tables.flatMap((table) => table.records);
  const records = [...rows, ...readLines(lexicon, segments)].sort((a, b) => a.segment - b.segment);
  let letters = 0;
  for (const { index, segment } of segments)
    if (segment.kind !== 'heading' && !segment.header && !linked.has(index) && !isPlaceholder(lexicon, segment.text))
      letters += segment.text.match(/\p{L}/gu)?.length ?? 0;
  return { tables, records, letters };
}

/** Where neither title nor label says anything: the row or heading the link stands in, then the file's name. */
function addSecondary(
  { lexicon, agency }: UnitContext,
  page: Page,
  labels: readonly LabelReading[],
  classes: Map<string, ClassHit & { origin: TitleOrigin }>,
): void {
  if (page.text.media === 'html') return;
  for (const { ref } of labels) {
    for (const context of ref.link.context) {
      const reading = readTitle(lexicon, context.text, agency);
      if (!definite(reading)) continue;
      for (const hit of reading.classes.values()) classes.set(hit.id, { ...hit, origin: 'context' });
      break;
    }
  }
  if (classes.size > 0) return;
  const reading = readTitle(lexicon, fileNameOf(page), agency);
  for (const hit of reading.classes.values()) classes.set(hit.id, { ...hit, origin: 'file-name' });
}

const unreadParts =
  /images without text|garbled|not readable|limit reached|only the first|may be missing|could not be|encrypted|recognised|broken|read in part/;

/** Parts of the document were not read, or only guessed from a picture: it may hold more than was seen. */
export function partlyRead(page: Page): boolean {
  if (page.text.media === 'html') return false;
  return page.text.source === 'ocr' || page.text.damage.some((note) => unreadParts.test(note));
}

/** The document's file name as words, without its extension. */
export function fileNameOf(page: Page): string {
  return page.capture.fileName ?? fileNameOfUrl(page.capture.finalUrl);
}

export function fileNameOfUrl(url: string): string {
  const last =
    url
      .replace(/[?#].*$/s, '')
      .split('/')
      .pop() ?? '';
  try {
    return decodeURIComponent(last).replace(/\.[a-z0-9]{2,5}$/i, '');
  } catch {
    return last;
  }
}

function unitYear(
  { lexicon, agency, calendar }: UnitContext,
  page: Page,
  own: readonly number[],
  labels: readonly LabelReading[],
): UnitYear {
  const label = new Set<number>();
  for (const { ref, reading } of labels) {
    // A heading's year is the year of the list, not of each document in it.
    if (ref.link.labelFrom === 'heading') {
      for (const year of yearsOf(readTitle(lexicon, ref.link.text, agency).years, agency.kind, calendar))
        label.add(year);
    } else for (const year of yearsOf(reading.years, agency.kind, calendar)) label.add(year);
  }
  const weak = new Set<number>();
  if (label.size === 0) {
    for (const { ref } of labels)
      for (const context of ref.link.context) {
        const years = yearsOf(readTitle(lexicon, context.text, agency).years, agency.kind, calendar);
        if (years.length === 0) continue;
        for (const year of years) weak.add(year);
        break;
      }
  }
  const file = fileYears(page, agency.kind, calendar);
  const ocr = page.text.source === 'ocr';
  const trusted = ocr ? [] : own;
  const order = [trusted, [...label], [...weak], file];
  const first = order.find((years) => years.length > 0) ?? [];
  const year = first.length === 1 ? first[0] : first.length > 1 ? pickYear(first, order) : undefined;
  const conflict = trusted.length > 0 && label.size > 0 && !trusted.some((entry) => label.has(entry));
  return { own: trusted, label: [...label], file, year, conflict };
}

/** Several years in one source: the one a weaker source confirms, else the latest. */
function pickYear(years: readonly number[], order: readonly (readonly number[])[]): number | undefined {
  for (const source of order) {
    const common = years.filter((year) => source.includes(year));
    if (common.length === 1) return common[0];
  }
  return Math.max(...years);
}

function fileYears(page: Page, kind: AgencyKind, calendar: AuditCalendar): number[] {
  if (page.text.media === 'html') return [];
  const name = fileNameOf(page);
  return yearsOf([...findYears(norm(name)), ...yearsInFileName(name)], kind, calendar);
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
