// Cuts an HTML page into units: as many as its headings name publications. Pure.
import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';
import { findYears } from '../text/fiscal-year.ts';
import { lettersIn } from './cell-value.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import { isProjectName, leadsProject } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { definite, isLookalike, needsSubject, readTitle, strong, type TitleReading } from './title.ts';
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
  const listed = content.filter(({ segment }) => ofAssessment.test(segment.text)).length >= fewestListed;
  let current: Section = { chain: outer, parts: [] };
  sections.push(current);
  const open = (part: IndexedSegment, level: number, reading: TitleReading) => {
    while (stack.length && stack.at(-1)!.level >= level) stack.pop();
    stack.push({ level, text: part.segment.text, title: { reading, segment: part.index } });
    current = { chain: [...stack.map((entry) => entry.title).reverse(), ...outer], parts: [part] };
    sections.push(current);
  };
  const isTop = (reading: TitleReading): boolean => stack.length === 0 && sameTitle(reading, outer[0]?.reading);
  /** The first heading that names a publication. */
  let subject: Entry | undefined;
  /** Bold lines of lists, which the page's text has for headings. */
  const points = new Set<string | undefined>();
  let plain = 0;
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
    // Old pages set their title as an ordinary line: one of the first that are no links.
    if (
      !linked.has(part.index) &&
      segment.kind !== 'row' &&
      !(listed && ofAssessment.test(segment.text)) &&
      !isCategory(content, at) &&
      !isAmongLinks(content, at, linked) &&
      // An order says under its number what it is on, and then tells of duties.
      (/^\s*เรื่อง/u.test(segment.text) || !stack.some(({ text }) => numberedOrder.test(text))) &&
      // A point of a list says of what its heading names; how work is followed up is told by naming the reports that are due.
      !(
        (segment.kind === 'item' || bullet.test(segment.text)) &&
        stack.some(
          ({ title }) => isLookalike(title.reading) || namesSurely(title.reading.classes, 'monitoring-mechanism'),
        )
      ) &&
      !part.echo &&
      ++plain <= titleLines &&
      segment.text.length <= 220 &&
      !sentences.test(segment.text) &&
      !instruction.test(segment.text) &&
      !isPlaceholder(lexicon, segment.text)
    ) {
      const reading = readTitle(lexicon, segment.text, agency);
      if (
        [...reading.classes.values()].some(
          ({ grade, from, to }) =>
            grade !== 'weak' &&
            !goesOnToSay.test(segment.text.slice(to)) &&
            !lists.test(segment.text.slice(0, from)) &&
            !required.test(segment.text.slice(0, from)),
        ) &&
        !introduces(segment.text, reading, stack.at(-1)?.title.reading)
      ) {
        open(part, isTop(reading) ? topLevel : lineLevel, withPlanAbove(reading, stack.at(-1)?.title, current.parts));
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
    return makeBody(context, page, {
      own: governing && withOuterGrades(outerSubject(governing.reading, titleTexts) ?? governing.reading, titleTexts),
      titleSegment: governing?.segment,
      segments: parts.flatMap((section) => section.parts).filter((part) => part.index !== governing?.segment),
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

/** An item of an assessment (O6 แผนและความก้าวหน้า…): where several stand one after another, none is over what the next ones list. */
const ofAssessment = /^\s*[([]?O(?:IT)?\s?-?[0-9๐-๙]{1,2}(?![0-9๐-๙])/u;
const fewestListed = 3;

/** A short item of a list of short items (แผนปฏิบัติการ, between รายงานการประชุม and ระเบียบ) is one of the kinds that there are. */
const isCategory = (content: readonly IndexedSegment[], at: number): boolean =>
  isShortItem(content[at]) && isShortItem(content[at - 1]) && findYears(norm(content[at]!.segment.text)).length === 0;
const isShortItem = (part: IndexedSegment | undefined): boolean =>
  part?.segment.kind === 'item' && part.segment.text.length <= 40;

const numberedOrder = /^\s*คำสั่ง[^\n]{0,120}\s(?:เลข)?ที่\s*[0-9๐-๙]{1,5}\s*\/\s*[0-9๐-๙]{4}/u;

/** An item between items that are links: a name in a list, whose link is to come. */
const isAmongLinks = (
  content: readonly IndexedSegment[],
  at: number,
  linked: ReadonlySet<number | undefined>,
): boolean =>
  content[at]!.segment.kind === 'item' &&
  [content[at - 1], content[at + 1]].some((part) => part?.segment.kind === 'item' && linked.has(part.index));

/** Written before an ordinary line. */
const bullet = /^\s*[•●▪■◦‣]/u;

/** A title that is open: what follows stands under it. */
interface Entry {
  readonly level: number;
  readonly text: string;
  readonly title: Title;
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

/**
 * A report's name right under the heading that names the plan, no content between: two lines of one title, and what follows
 * belongs to both.
 */
function withPlanAbove(
  reading: TitleReading,
  above: Title | undefined,
  between: readonly IndexedSegment[],
): TitleReading {
  const plan = above?.reading.classes.get('annual-plan');
  const alone = between.length === 1 && between[0]!.index === above?.segment && between[0]!.segment.kind === 'heading';
  if (!alone || plan === undefined || plan.grade === 'weak' || reading.foreign.size > 0) return reading;
  if (reading.classes.has('annual-plan') || ![...reading.classes.keys()].some((id) => reportsOnPlan.has(id)))
    return reading;
  // A round's months lie in two calendar years.
  const own = reading.year?.kind === 'date' ? undefined : reading.year?.year;
  const outer = above?.reading.year?.year;
  if (own !== undefined && outer !== undefined && own !== outer) return reading;
  return { ...reading, classes: new Map(reading.classes).set('annual-plan', { ...plan, from: 0, to: 0 }) };
}

const reportsOnPlan: ReadonlySet<string> = new Set(['result-report', 'monitoring-report', 'budget-report']);

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
function governingTitle(titles: readonly Title[]): Title | undefined {
  const report = titles.findIndex((title) => title.segment !== undefined && isReport(title.reading));
  const chain = titles.filter((title, at) => !(at < report && isPart(title.reading)));
  return (
    chain.find((title) => strong(title.reading) && !chapter.test(norm(title.reading.text).text)) ??
    chain.find((title) => strong(title.reading)) ??
    chain.find((title) => definite(title.reading)) ??
    // Another body's it is, whatever a label calls it.
    chain.find((title) => title.reading.foreign.size > 0)
  );
}

/** Names a report on the plan that has chapters. */
function isReport(reading: TitleReading): boolean {
  return strong(reading) && !isPart(reading) && [...reading.classes.keys()].some((id) => chaptered.has(id));
}

const chaptered: ReadonlySet<string> = new Set([
  'result-report',
  'monitoring-report',
  'lao-evaluation',
  'self-assessment',
  'annual-report',
]);

/** The bare name of what such a report tells (3. ผลการดำเนินงาน), of no year of its own: its chapter. */
function isPart(reading: TitleReading): boolean {
  return needsSubject(reading) && reading.year === undefined && reading.text.length <= 40;
}

/** Chapters, and parts that plans and reports consist of, whatever subject they name (โครงการป้องกันการทุจริต). */
const chapter =
  /^[\s0-9๐-๙.()\-–•]*(?:ส่วนที่|ส่วน\s*[0-9๐-๙]|บทที่|ตอนที่|ภาคที่|ภาคผนวก|หมวดที่|(?:ประเด็น)?ยุทธศาสตร์|ประเด็นการพัฒนา|กลยุทธ์|เป้าประสงค์|พันธกิจ|แผนงาน|โครงการ|กิจกรรม|ด้าน|ตาราง|ความสอดคล้อง|ความเชื่อมโยง|chapter|part|project|activity|strategy)/iu;

/**
 * Headings that the markup does not rank (bold lines, a word processor's paragraphs) have the lowest level: one that names
 * no publication is below the one that does.
 */
function levelOf(
  segment: Segment,
  reading: TitleReading,
  above: Entry | undefined,
  line: Entry | undefined,
  /** The entry of its own rank. */
  ranked: Entry | undefined,
  card: boolean,
): number {
  const level = segment.level ?? 6;
  const named = strong(reading) && !isPart(reading);
  // Bold parts under a report's title that is an ordinary line.
  if (line !== undefined && above === undefined && level === 6 && !named && isReport(line.title.reading))
    return lineLevel + 0.5;
  // A page headed in words of its own (บทเรียนจากปี 2568) says in its first lines that it is a report: its chapters are the report's.
  if (!named && line !== undefined && above !== undefined && isReport(line.title.reading)) {
    const secondLine = isSecondLine(line, above);
    const chapterOf = level > above.level && (card || secondLine || ofReport.test(norm(segment.text).text));
    // Bold lines both: the one over it names a part of the site, this one a part of what is reported on.
    const partOf = level === Math.floor(above.level) && chapter.test(norm(segment.text).text);
    if ((secondLine || !strong(above.title.reading)) && (chapterOf || partOf)) return lineLevel + 0.5;
  }
  // The markup ranks its chapters and not the report's title.
  if (above?.level === 6 && level < 6 && !named && isReport(above.title.reading) && isAdvice(segment.text)) return 6.5;
  // A later item of the list whose item is above (ข้อ 7 รายงานผล…, then ข้อ 9 …) is none of its parts.
  if (above?.level === level && comesLater(segment.text, above.title.reading.text)) return level;
  if (ranked !== undefined && isChapterOf(segment.text, ranked.title.reading)) return level + 0.5;
  // Numbered parts set in the same rank as the report's own title.
  const report = above?.level === level ? above : ranked;
  if (
    !named &&
    report !== undefined &&
    isReport(report.title.reading) &&
    (isChapter(segment.text) || isDivision(reading))
  )
    return level + 0.5;
  return level === 6 && !strong(reading) ? 6.5 : level;
}

/** A division of the agency (ฝ่ายแผนงานและความร่วมมือ), whose part of what is reported on stands under it. */
const isDivision = ({ text, classes, lookalikes }: TitleReading): boolean =>
  classes.size === 0 && lookalikes.every(({ kind }) => kind === 'other') && division.test(norm(text).text);
/** Over the match form. */
const division =
  /^[^\p{L}]*(?:ฝ่าย|กอง(?!ทุน|ทัพ)|กลุ่ม(?:งาน|ภารกิจ|สาระ|บริหาร|อำนวยการ)|แผนก(?!าร)|สำนัก(?:งาน)?ปลัด|ส่วน(?:โยธา|การ|สวัสดิ|บริหาร|อำนวย))[ก-๙ฯ\s]{0,60}$/u;

/** The line is the second of one title: nothing stands between, and the first is no publication of its own. */
function isSecondLine(line: Entry, { title }: Entry): boolean {
  if (line.title.segment !== (title.segment ?? Number.NaN) + 1 || isLookalike(title.reading)) return false;
  return [...title.reading.classes.keys()].every((id) => id === 'progress-page' || chaptered.has(id));
}

/** A numbered part of what an entry of its own rank or the one right above names (แผนปฏิบัติราชการ…, then ส่วนที่ 3 …). */
const isChapterOf = (text: string, title: TitleReading): boolean =>
  ofBook.test(norm(text).text) && !ofBook.test(norm(title.text).text) && strong(title) && !isLookalike(title);
/** Over the match form. */
const ofBook = /^[^\p{L}]*(?:ส่วนที่|บทที่|ตอนที่|หมวดที่|part|chapter)\s*[0-9ivx]/u;

/** Right under the heading stands what a project was given, what of it was spent, or how far it has come. */
const isCard = (next: IndexedSegment | undefined): boolean =>
  next !== undefined && next.segment.kind !== 'heading' && ofCard.test(norm(next.segment.text).text);
const ofCard =
  /^[^\p{L}]*(?:งบ(?:ประมาณ)?|วงเงิน|เงินที่ตั้ง|ใช้(?:ไป|จ่าย)|เบิกจ่าย|สถานะ|(?:ความ)?(?:คืบ|ก้าว)หน้า)[^\n]{0,30}\d/u;

/** What chapters of a report are about, over the match form. */
const ofReport =
  /ปัญหา|อุปสรรค|ข้อเสนอ|ข้อสังเกต|ข้อค้นพบ|แนวทาง|บทเรียน|ปรับปรุง|สรุป|ผลการ|ผลงาน|ตัวชี้วัด|ก้าวหน้า|งบประมาณ|เบิกจ่าย|โครงการ|กิจกรรม/u;

/** A numbered part of a report in the same rank as its title, or what such reports end with. */
const isChapter = (text: string): boolean => numbered.test(text) || isAdvice(text);

/** What went wrong and what should be done; no box for complaints. */
function isAdvice(text: string): boolean {
  const heading = norm(text).text;
  return ofAdvice.test(heading) && !ofComplaints.test(heading);
}
/** Over the match form. */
const ofAdvice =
  /^[^\p{L}]*(?:สรุป|ประเด็น)?(?:ปัญหา|อุปสรรค|ข้อ(?:สังเกต|แนะนำ|ค้นพบ|จำกัด|ขัดข้อง)|ข้อเสนอแนะ(?:ใน|เพื่อ|ต่อ|สำหรับ|จาก|ของคณะ)|แนวทาง(?:การ)?(?:แก้|ปรับ|พัฒนา))/u;
const ofComplaints = /ร้องเรียน|ร้องทุกข์|ติชม|แจ้ง|สอบถาม|ช่องทาง|กล่อง|กระดาน|ส่งข้อ|พบบ่อย/u;

/** Numbered with the same word, and higher. */
function comesLater(text: string, before: string): boolean {
  const [own, other] = [text, before].map((line) => item.exec(norm(line).text));
  return own?.[1] !== undefined && own[1] === other?.[1] && Number(own[2]) > Number(other[2]);
}
/** Over the match form. */
const item = /^[^\p{L}]*(ข้อ|o|oit|moit|eb)\s?-?(\d{1,2})(?![\d.])/u;

const numbered = /^\s*(?:[(]?[0-9๐-๙]{1,2}[.)]|ส่วนที่|บทที่|ตอนที่|หมวดที่)/u;

/** A bold line of a list is content. */
export const isPoint = (segment: Segment): boolean =>
  (segment.level ?? 6) === 6 && /^\s*[-–•*]\s*\p{L}/u.test(segment.text);

/** What comes after is one of many things named (ข้อมูลที่ต้องเผยแพร่ ได้แก่ แผน…). */
const lists = /ได้แก่|อาทิ|เป็นต้นว่า/u;

/** What comes after has to be done (เมื่อดำเนินงานแล้วต้องติดตามความก้าวหน้า…). */
const required = /(?:ต้อง|ควร|พึง)(?:มีการ|มี|จัดให้มี|จัดทำ|ทำ|ได้รับ)?(?:การ)?\s*$/u;

/** A label and what it labels (ผลการดำเนินงาน: จัดเวทีแล้ว 2 ครั้ง), what such a thing is, or what there is to a plan (แผนปฏิบัติการปี 2567 มี 4 ยุทธศาสตร์ …). */
const goesOnToSay =
  /^\s*(?:[:：]\s*\S|(?:\(?[^()\n]{0,40}\)\s*)?(?:เป็น|คือ|หมายถึง|หมายความว่า)\s*(?:การ|กระบวนการ|เครื่องมือ|แผน|เอกสาร|สิ่ง|ขั้น)|(?:(?:ประจำ)?ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s*ศ\.?\s*)?[0-9๐-๙]{0,4}\s*มี(?:ทั้งหมด|ทั้งสิ้น)?\s*[0-9๐-๙])/u;

/**
 * A sentence under the heading of a report (สำนักงานได้ดำเนินงานตามแผน… ดังนี้) names no other one: what stands under it is the
 * heading's.
 */
function introduces(text: string, reading: TitleReading, over: TitleReading | undefined): boolean {
  if (over === undefined || !strong(over) || isLookalike(over) || !sentence.test(text)) return false;
  // Who reports on what, or who met and came to what follows, is no mechanism beside the report.
  const author =
    isReport(over) &&
    ([...reading.mentions].some((id) => reportsOnPlan.has(id)) ||
      findsThis.test(text) ||
      theyDid.test(norm(text).text));
  return [...reading.classes.values()].every(
    ({ id, grade }) =>
      grade === 'weak' ||
      over.classes.has(id) ||
      (isReport(over) && reportsOnPlan.has(id)) ||
      (author && id === 'monitoring-mechanism'),
  );
}

/** Over the match form: those who follow the plan are who did what the sentence tells (คณะกรรมการติดตามแผน… ได้ติดตามโครงการที่…). */
const theyDid =
  /^[^\p{L}]*(?:คณะ)?(?:อนุ)?(?:กรรมการ|คณะทำงาน)[^\n]{0,120}?ได้(?:ร่วม|ทำการ|ดำเนินการ|จัด(?:ให้มี)?(?:การ)?)?(?:ติดตาม|ประเมิน|ประชุม|ลงพื้นที่|ออก|ตรวจ|พิจารณา|สรุป|รวบรวม|สุ่ม)/u;

/** Tells what somebody did, or that something follows. */
const sentence =
  /(?:ได้|จึง|ขอ)(?:ดำเนิน|จัด|ปฏิบัติ|รายงาน|รวบรวม|สรุป|ติดตาม|แต่งตั้ง|เผยแพร่|แจ้ง|นำ)|รายงานผล(?:และ|ต่อ)|ดัง(?:นี้|ต่อไปนี้|ตาราง)|ผ่านความเห็นชอบ|ตามที่|เพื่อ(?:เสนอ|ให้|ใช้|เป็น)|แล้ว\s*$/u;

/** Ends with what was found (… ประชุมเมื่อ … สรุปดังนี้). */
const findsThis = /(?:สรุป|พบ|ปรากฏ|ผล)(?:ว่า|ได้|ผล)*ดัง(?:นี้|ต่อไปนี้)\s*:?\s*$/u;

/** English sentences one after another: somebody tells of the publication. */
const sentences = /[\p{L}\p{N})][.!?]\s+\p{Lu}.*[.!?]\s*$/u;
/**
 * Opens an instruction, an intent or a condition: publications that it goes on to name (ให้เจ้าหน้าที่นำแผน… เผยแพร่) are no title. Other
 * sentences may be a story's first line that says what it tells (เมื่อสิ้นเดือนมีนาคม … ติดตามงานตามแผน… สรุปได้ดังนี้).
 */
const instruction =
  /^\s*(?:คำสั่ง|ประกาศ|หนังสือ)[^\n]{0,80}?\s(?:ให้|มอบ(?:หมาย)?)(?:ทุก|หน่วย|กอง|กลุ่ม|ฝ่าย|งาน|สำนัก|เจ้าหน้าที่|ส่วนราชการ|นาย|นาง)|^\s*(?:(?:เพื่อ)?ให้|ทั้งนี้|กรณี|หาก|จะ|ต้อง|ควร|โปรด|กรุณา|ยังไม่|อยู่ระหว่าง)/u;

/** Plain lines at the top of a page's content that may be its title. */
const titleLines = 6;
/** Below all headings. */
const lineLevel = 7;
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

/** The first words under a title, where they are a short line of their own. */
function firstLine(sections: readonly Section[]): string | undefined {
  const first = sections.flatMap((section) => section.parts).find(({ segment }) => segment.kind !== 'heading')?.segment;
  return first && first.kind !== 'row' && first.text.length <= 160 ? first.text : undefined;
}
