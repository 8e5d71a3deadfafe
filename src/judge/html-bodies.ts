// Cuts an HTML page into units: as many as its headings name publications. Pure.
import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';
import { findYears } from '../text/fiscal-year.ts';
import { lettersIn } from './cell-value.ts';
import { governingTitle, outerSubject, subjectBelow, withOuterGrades, withPlanAbove } from './governing-title.ts';
import {
  type Entry,
  isCard,
  isDivision,
  isPart,
  isPoint,
  isReport,
  levelOf,
  lineLevel,
  numbered,
  type Title,
} from './heading-level.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import { createLineTitles } from './line-title.ts';
import { isProjectName, leadsProject } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { definite, isLookalike, readTitle, strong, type TitleReading } from './title.ts';
import { makeBody, type UnitBody, type UnitContext } from './unit.ts';
import { holdsTextAlone, isPlaceholder } from './unit-content.ts';
import { yearsOf } from './years.ts';

/** The bodies of a page's units: its content (boilerplate taken off), in reading order. */
export function htmlBodies(context: UnitContext, page: Page, content: readonly IndexedSegment[]): UnitBody[] {
  const { lexicon, agency } = context;
  const sections: Section[] = [];
  const pageTitle = page.text.segments.find((segment) => segment.kind === 'title')?.text ?? page.text.title;
  const outer: Title[] = pageTitle ? [{ reading: readTitle(lexicon, pageTitle, agency), segment: undefined }] : [];
  const stack: Entry[] = [];
  const linked = new Set(page.text.links.map((link) => link.segment));
  const ofCards = partsOfCards(lexicon, content);
  const masthead = mastheadOf(context, content, linked);
  const titleInLine = createLineTitles(context, content, linked);
  let current: Section = { chain: outer, parts: [] };
  sections.push(current);
  const open = (part: IndexedSegment, level: number, reading: TitleReading, text = part.segment.text) => {
    while (stack.length && stack.at(-1)!.level >= level) stack.pop();
    stack.push({ level, text, title: { reading, segment: part.index } });
    current = { chain: [...stack.map((entry) => entry.title).reverse(), ...outer], parts: [part] };
    sections.push(current);
  };
  const isTop = (reading: TitleReading): boolean => stack.length === 0 && sameTitle(reading, outer[0]?.reading);
  /** The first heading that names a publication. */
  let subject: Entry | undefined;
  /** Bold lines of lists, which the page's text has for headings. */
  const points = new Set<string | undefined>();
  let table: number | undefined;
  for (const [at, part] of content.entries()) {
    const { segment } = part;
    // That nothing is there yet (กำลังปรับปรุงข้อมูล) is said of what is headed above, in however large letters.
    const vacant =
      segment.kind === 'heading' && isPlaceholder(lexicon, segment.text) && !isTitled(context, segment.text);
    if (segment.kind === 'heading' && !vacant && !isPoint(segment)) {
      const named = readTitle(lexicon, segment.text, agency);
      const divides = isDivision(named) && stack.some(({ title }) => isReport(title.reading));
      const ofCard = ofCards.has(segment.text) && (isPart(named) || !strong(named));
      const reading = ofCard || divides ? untitled(named) : named;
      // Cards in a box of their own beside the box with the page's heading are of what that names.
      if (stack.length === 0 && subject !== undefined && subject.level < (segment.level ?? 6))
        if (leadsProject(lexicon, segment.text)) stack.push(subject);
      const above = stack.findLast((entry) => entry.level < lineLevel);
      const line = stack.findLast((entry) => entry.level === lineLevel);
      const ranked = stack.findLast((entry) => entry.level === (segment.level ?? 6));
      const level = levelOf(segment, reading, above, line, ranked, isCard(content[at + 1]));
      const last = stack.at(-1);
      const goesOn =
        last !== undefined && content[at - 1]?.index === last.title.segment && isSubtitle(segment, reading, last);
      open(part, isTop(reading) || part === masthead ? topLevel : goesOn ? last.level + 0.5 : level, reading);
      if (strong(reading) && !isLookalike(reading)) subject ??= stack.at(-1);
      continue;
    }
    if (segment.kind === 'heading') points.add(segment.text);
    // A band over some rows of a table is no heading over the table.
    const sameTable = segment.kind === 'row' && table !== undefined && segment.locator.table === table;
    table = segment.kind === 'row' ? segment.locator.table : undefined;
    if (!vacant && !sameTable && !points.has(segment.locator.heading) && leaveSection(stack, segment)) {
      current = { chain: [...stack.map((entry) => entry.title).reverse(), ...outer], parts: [] };
      sections.push(current);
    }
    const reading = titleInLine(at, stack);
    const over = reading && sayingUnder(reading, stack, content[at - 1]);
    const inFull = reading && saidInFull(reading, stack.at(-1), content[at - 1]);
    if (reading === undefined) current.parts.push(part);
    else if (inFull !== undefined) open(part, inFull.level + 0.25, reading, inFull.text);
    else if (over !== undefined) open(part, over.level + 0.5, reading, over.text);
    else open(part, isTop(reading) ? topLevel : lineLevel, withPlanAbove(reading, stack.at(-1)?.title, current.parts));
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
    const segments = parts.flatMap((section) => section.parts).filter((part) => part.index !== governing?.segment);
    const subject =
      governing && (subjectBelow(context, governing, segments[0]) ?? outerSubject(governing.reading, titleTexts));
    return makeBody(context, page, {
      own: governing && withOuterGrades(subject ?? governing.reading, titleTexts),
      titleSegment: governing?.segment,
      segments,
      ownYears: nearestYears(titleTexts, context, firstLine(parts)),
    });
  });
}

/**
 * The title of a paper whose markup ranks its chapters and not the title itself, as word processors write it: it is over them all
 * where they are numbered (1., บทที่ 1), or where nothing stands on the page but the paper.
 */
function mastheadOf(
  { lexicon, agency }: UnitContext,
  content: readonly IndexedSegment[],
  linked: ReadonlySet<number | undefined>,
): IndexedSegment | undefined {
  let title: IndexedSegment | undefined;
  for (const part of content) {
    const { kind, level = 6, text } = part.segment;
    if (kind !== 'heading') continue;
    const isNumbered = numbered.test(text);
    if (level < 6) {
      if (title === undefined) return undefined;
      const isChapter = isNumbered && !strong(readTitle(lexicon, text, agency));
      const isOver = isChapter || (content.indexOf(title) < mostAbove && holdsTextAlone(content, linked));
      return isOver ? title : undefined;
    }
    if (title !== undefined || isNumbered) continue;
    const reading = readTitle(lexicon, text, agency);
    if (strong(reading) && !isLookalike(reading)) title = part;
  }
  return undefined;
}

/** A paper's title is one of its first lines. */
const mostAbove = 2;

/** The next line of the title right above, in a heading of its own: whose it is, or of which time. */
const isSubtitle = (segment: Segment, reading: TitleReading, above: Entry): boolean =>
  Math.floor(above.level) === (segment.level ?? 6) &&
  strong(above.title.reading) &&
  !definite(reading) &&
  ofTitle.test(norm(segment.text).text);
/** Over the match form. */
const ofTitle =
  /^[^\p{L}]*(?:สำนัก|กรม|กระทรวง|เทศบาล|องค์การ|อบต|อบจ|โรงเรียน|รร\.|วิทยาลัย|มหาวิทยาลัย|คณะ|โรงพยาบาล|รพ\.|ที่ว่าการ|อำเภอ|จังหวัด|ศูนย์|สถานี|สถาบัน|ด่าน|เรือนจำ|ประจำปี|ปีงบประมาณ|ปีการศึกษา|รอบ|ไตรมาส|ครั้งที่|ณ วันที่|ข้อมูล ณ|ระหว่าง|ตั้งแต่|เดือน)/u;

/**
 * The page's first heading, in words of its own (Roadmap 2569), over the line that says that this is the plan: what the heading is over
 * is the plan, the parts with headings of lower rank included.
 */
function sayingUnder(
  reading: TitleReading,
  stack: readonly Entry[],
  above: IndexedSegment | undefined,
): Entry | undefined {
  const [first] = stack;
  if (stack.length !== 1 || first === undefined || above === undefined || first.title.segment !== above.index)
    return undefined;
  if (above.segment.kind !== 'heading' || definite(first.title.reading) || first.title.reading.foreign.size > 0)
    return undefined;
  if (!namesSurely(reading.classes, 'annual-plan') || isLookalike(reading)) return undefined;
  return [first.text, reading.text].some((text) => tellsWhatCame.test(norm(text).text)) ? undefined : first;
}
/** Over the match form: of a plan that was carried out, it is told what came of it. */
const tellsWhatCame = /ผล(?!ิต|ักดัน)|สรุป|ย้อน|บรรลุ|ทำได้|ทำไป|ติดตาม|ประเมิน|ก้าวหน้า|คืบหน้า|เบิกจ่าย|แค่ไหน|ถึงไหน|รายงาน|สถานะ/u;

/** The heading right above names the same without its year: the line is its second one, over all that the heading is over. */
function saidInFull(
  reading: TitleReading,
  last: Entry | undefined,
  above: IndexedSegment | undefined,
): Entry | undefined {
  if (last === undefined || last.level >= lineLevel || last.title.segment !== above?.index) return undefined;
  const { reading: heading } = last.title;
  if (reading.year === undefined || heading.year !== undefined || isLookalike(reading) || isLookalike(heading))
    return undefined;
  return strong(heading) && sameTitle(reading, heading) ? last : undefined;
}

/** Headings that stand alike under the names of several projects (ผลการดำเนินงาน): parts of what is told of each, and titles of nothing. */
function partsOfCards(lexicon: Lexicon, content: readonly IndexedSegment[]): ReadonlySet<string> {
  const over = new Map<string, Set<string>>();
  const stack: Segment[] = [];
  for (const { segment } of content) {
    if (segment.kind !== 'heading' || isPoint(segment)) continue;
    while (stack.length > 0 && (stack.at(-1)!.level ?? 6) >= (segment.level ?? 6)) stack.pop();
    const card = stack.at(-1);
    if (card !== undefined && namesOne(lexicon, card.text) && !leadsProject(lexicon, segment.text))
      over.set(segment.text, (over.get(segment.text) ?? new Set()).add(card.text));
    stack.push(segment);
  }
  return new Set([...over].flatMap(([text, cards]) => (cards.size >= 2 ? [text] : [])));
}

/** One project by its name, and not the projects of a year (โครงการ/กิจกรรม ปีงบประมาณ 2569). */
const namesOne = (lexicon: Lexicon, text: string): boolean =>
  leadsProject(lexicon, text) && isProjectName(lexicon, text) && lettersIn(norm(text).text.replace(ofMany, '')) >= 4;
/** Over the match form. */
const ofMany =
  /โครงการ|กิจกรรม|แผนงาน|งาน|และ|ต่างๆ|ทั้งหมด|สำคัญ|ประจำ|ปีงบประมาณ|ปีการศึกษา|ปี|พ\.?\s*ศ\.?|รายการ|รายงาน|ผล|ดำเนิน|การ|ตาม|ของ|ใน|ที่|แผน|ปฏิบัติ|ราชการ|ไตรมาส|รอบ|เดือน/gu;

const untitled = (reading: TitleReading): TitleReading => ({ ...reading, classes: new Map(), lookalikes: [] });

/** It names something besides. */
const isTitled = ({ lexicon, agency }: UnitContext, text: string): boolean =>
  definite(readTitle(lexicon, text, agency));

interface Section {
  /** Titles over it, nearest first. */
  readonly chain: readonly Title[];
  readonly parts: IndexedSegment[];
}

/** Above all headings, whatever its own rank: what says in full what the page is called. */
const topLevel = 0;

/** Both name the same publication, and nothing else. */
const sameTitle = (line: TitleReading, page: TitleReading | undefined): boolean =>
  page !== undefined && page.classes.size > 0 && [...page.classes.keys()].every((id) => namesSurely(line.classes, id));

/** Content that the markup places outside the headings seen last (another cell, another block) is not under them. */
function leaveSection(stack: { level: number; text: string }[], segment: Segment): boolean {
  const { heading } = segment.locator;
  const real = stack.findLast((entry) => entry.level < lineLevel && entry.level > topLevel);
  if (real === undefined || real.text === heading) return false;
  while (stack.length && stack.at(-1)!.level > topLevel && stack.at(-1)!.text !== heading) stack.pop();
  return true;
}

/** Years of the titles, nearest first; where none names one, of a line under them that does (ปีงบประมาณ พ.ศ. 2569 ณ …). */
function nearestYears(
  chain: readonly TitleReading[],
  { agency, calendar }: UnitContext,
  first: string | undefined,
): number[] {
  for (const reading of chain) {
    const years = yearsOf(reading.years, agency.kind, calendar);
    if (years.length) return years;
  }
  const named = first === undefined ? [] : findYears(norm(first));
  return yearsOf(
    named.filter(({ kind }) => kind === 'fiscal' || kind === 'academic'),
    agency.kind,
    calendar,
  );
}

/** The first words under a title, where they are a short line of their own, or state the span of the year that they are on. */
function firstLine(sections: readonly Section[]): string | undefined {
  const first = sections.flatMap((section) => section.parts).find(({ segment }) => segment.kind !== 'heading')?.segment;
  if (first === undefined || first.kind === 'row') return undefined;
  return first.text.length <= 160 || (first.text.length <= 500 && yearsSpan.test(norm(first.text).text))
    ? first.text
    : undefined;
}
/** Over the match form: (1 ตุลาคม 2565 – 30 กันยายน 2566). */
const yearsSpan =
  /(?:ตุลา(?:คม)?|ต\.?ค\.?)\s*(?:25)?\d\d\s*(?:[-–—]|ถึง|จนถึง)[^\n]{0,12}(?:กันยา(?:ยน)?|ก\.?ย\.?)\s*(?:25)?\d\d/u;
