// How deep a heading of a page stands under those before it: by its markup, by what it names, and as a part of what they name. Pure.
import type { Segment } from '../model/document.ts';
import { namesSurely, norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import { isLookalike, needsSubject, strong, type TitleReading } from './title.ts';

/** A title that is open: what follows stands under it. */
export interface Entry {
  readonly level: number;
  readonly text: string;
  readonly title: Title;
}

export interface Title {
  readonly reading: TitleReading;
  readonly segment: number | undefined;
}

/** Names a report on the plan that has chapters. */
export function isReport(reading: TitleReading): boolean {
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
export function isPart(reading: TitleReading): boolean {
  return needsSubject(reading) && reading.year === undefined && reading.text.length <= 40;
}

/** Chapters, and parts that plans and reports consist of, whatever subject they name (โครงการป้องกันการทุจริต). */
export const chapter =
  /^[\s0-9๐-๙.()\-–•]*(?:ส่วนที่|ส่วน\s*[0-9๐-๙]|บทที่|ตอนที่|ภาคที่|ภาคผนวก|หมวดที่|(?:ประเด็น)?ยุทธศาสตร์|ประเด็นการพัฒนา|กลยุทธ์|เป้าประสงค์|พันธกิจ|แผนงาน|โครงการ|กิจกรรม|ด้าน|ตาราง|ความสอดคล้อง|ความเชื่อมโยง|chapter|part|project|activity|strategy)/iu;

/**
 * Headings that the markup does not rank (bold lines, a word processor's paragraphs) have the lowest level: one that names
 * no publication is below the one that does.
 */
export function levelOf(
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
export const isDivision = ({ text, classes, lookalikes }: TitleReading): boolean =>
  classes.size === 0 && lookalikes.every(({ kind }) => kind === 'other') && division.test(norm(text).text);

/** Over the match form. */
const division =
  /^[^\p{L}]*(?:ฝ่าย|กอง(?!ทุน|ทัพ)|กลุ่ม(?:งาน|ภารกิจ|สาระ|บริหาร|อำนวยการ)|แผนก(?!าร)|สำนัก(?:งาน)?ปลัด|ส่วน(?:โยธา|การ|สวัสดิ|บริหาร|อำนวย))[ก-๙ฯ\s]{0,60}$/u;

/** The line is the second of one title: nothing stands between, and the first is no publication of its own. */
function isSecondLine(line: Entry, { title }: Entry): boolean {
  if (line.title.segment !== (title.segment ?? Number.NaN) + 1 || isLookalike(title.reading)) return false;
  return [...title.reading.classes.keys()].every((id) => id === 'progress-page' || chaptered.has(id));
}

/**
 * A numbered part of what an entry of its own rank or the one right above names (แผนปฏิบัติราชการ…, then ส่วนที่ 3 …), or one of the
 * programmes that a plan is divided into.
 */
function isChapterOf(text: string, title: TitleReading): boolean {
  const parts = [ofBook, ...(namesSurely(title.classes, 'annual-plan') ? [ofPlan] : [])];
  const isPartIn = (of: string): boolean => parts.some((part) => part.test(norm(of).text));
  return isPartIn(text) && !isPartIn(title.text) && strong(title) && !isLookalike(title);
}

/** Over the match form. */
const ofBook = /^[^\p{L}]*(?:ส่วนที่|บทที่|ตอนที่|หมวดที่|part|chapter)\s*[0-9ivx]/u;

const ofPlan =
  /^[^\p{L}]*(?:(?:ประเด็น(?:การ(?:พัฒนา|ปฏิบัติราชการ))?)?(?:ยุทธศาสตร์(?!ชาติ|จังหวัด|การพัฒนา(?:จังหวัด|ประเทศ))|ที่\s*\d)|กลยุทธ์|เป้าประสงค์|พันธกิจที่|แผนงาน(?!\s*(?:[/]|และ|ประจำ|$))|ด้าน(?:ที่|[ก-๎])|strategy\s*\d)/u;

/** Right under the heading stands what a project was given, what of it was spent, or how far it has come. */
export const isCard = (next: IndexedSegment | undefined): boolean =>
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

export const numbered = /^\s*(?:[(]?[0-9๐-๙]{1,2}[.)]|ส่วนที่|บทที่|ตอนที่|หมวดที่)/u;

/** Below all headings. */
export const lineLevel = 7;

/** A bold line of a list is content. */
export const isPoint = (segment: Segment): boolean =>
  (segment.level ?? 6) === 6 && /^\s*[-–•*]\s*\p{L}/u.test(segment.text);

export const reportsOnPlan: ReadonlySet<string> = new Set(['result-report', 'monitoring-report', 'budget-report']);
