// Titles that a page sets as ordinary lines, as old pages do. Pure.
import type { Agency } from '../model/registry.ts';
import { findYears } from '../text/fiscal-year.ts';
import { type Entry, isReport, reportsOnPlan } from './heading-level.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import { isLookalike, readTitle, strong, type TitleReading } from './title.ts';
import type { UnitContext } from './unit.ts';
import { isPlaceholder } from './unit-content.ts';

/** What the line at an index of the content is a title of, if it is one; `stack`: the titles that are open there. */
export type LineTitles = (at: number, stack: readonly Entry[]) => TitleReading | undefined;

/** Of one page, asked for its lines in reading order: one of the first that are no links may be a title. `linked`: segments of links. */
export function createLineTitles(
  { lexicon, agency }: UnitContext,
  content: readonly IndexedSegment[],
  linked: ReadonlySet<number | undefined>,
): LineTitles {
  const listed = content.filter(({ segment }) => ofAssessment.test(segment.text)).length >= fewestListed;
  let plain = 0;
  return (at, stack) => {
    if (plain >= titleLines) return undefined;
    const { index, segment, echo } = content[at]!;
    const { text, kind } = segment;
    if (linked.has(index) || kind === 'row' || echo || (listed && ofAssessment.test(text))) return undefined;
    if (isCategory(content, at) || isAmongLinks(content, at, linked) || isDutyOfOrder(content, at, stack))
      return undefined;
    // A point of a list says of what its heading names, or is a duty by an order to publish; how work is followed up is told by naming the reports that are due.
    if ((kind === 'item' || bullet.test(text)) && stack.some(({ title }) => holdsPoints(title.reading)))
      return undefined;
    if (stack.some(({ title }) => namesSurely(title.reading.classes, 'monitoring-mechanism')) && tellsHow(text))
      return undefined;
    plain += 1;
    if (text.length > longestLine) return undefined;
    if (sentences.test(text) || instruction.test(text) || isPlaceholder(lexicon, text)) return undefined;
    const reading = saysItself(lexicon, agency, text) ?? readTitle(lexicon, text, agency);
    const names = [...reading.classes.values()].some(
      ({ grade, from, to }) =>
        grade !== 'weak' &&
        !goesOnToSay.test(text.slice(to)) &&
        !notYet.test(text.slice(to)) &&
        !lists.test(text.slice(0, from)) &&
        !required.test(text.slice(0, from)),
    );
    return names && !introduces(text, reading, stack.at(-1)?.title.reading) ? reading : undefined;
  };
}
const longestLine = 220;

const holdsPoints = (reading: TitleReading): boolean =>
  isLookalike(reading) ||
  namesSurely(reading.classes, 'monitoring-mechanism') ||
  namesSurely(reading.classes, 'disclosure-order');

/** Who goes to see what, again and again. */
const tellsHow = (text: string): boolean =>
  /กำหนด(?:วัน|ให้|การ|แผน|รอบ)|ทุก(?:แห่ง|เดือน|ไตรมาส|สิ้น|ฝ่าย|กลุ่ม|หน่วย|วันที่)/u.test(norm(text).text);

/** An order says under its number what it is on, right there or as its subject, and then tells of duties. */
function isDutyOfOrder(content: readonly IndexedSegment[], at: number, stack: readonly Entry[]): boolean {
  const order = stack.find((entry) => numberedOrder.test(norm(entry.text).text));
  if (order === undefined || content[at - 1]?.index === order.title.segment) return false;
  return !/^\s*เรื่อง/u.test(content[at]!.segment.text);
}

/** An item of an assessment (O6 แผนและความก้าวหน้า…): where several stand one after another, none is over what the next ones list. */
const ofAssessment = /^\s*[([]?O(?:IT)?\s?-?[0-9๐-๙]{1,2}(?![0-9๐-๙])/u;

const fewestListed = 3;

/** A short item of a list of short items (แผนปฏิบัติการ, between รายงานการประชุม and ระเบียบ) is one of the kinds that there are. */
const isCategory = (content: readonly IndexedSegment[], at: number): boolean =>
  isShortItem(content[at]) && isShortItem(content[at - 1]) && findYears(norm(content[at]!.segment.text)).length === 0;

const isShortItem = (part: IndexedSegment | undefined): boolean =>
  part?.segment.kind === 'item' && part.segment.text.length <= 40;

/** Over the match form. */
const numberedOrder = /^[^\p{L}]*ค[ำา]สั่ง[^\n]{0,120}?(?:เลข)?ที่\s*\d{1,5}\s*\/\s*\d{4}/u;

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

/** What comes after is one of many things named (ข้อมูลที่ต้องเผยแพร่ ได้แก่ แผน…). */
const lists = /ได้แก่|อาทิ|เป็นต้นว่า/u;

/** What comes after has to be done (เมื่อดำเนินงานแล้วต้องติดตามความก้าวหน้า…). */
const required = /(?:ต้อง|ควร|พึง)(?:มีการ|มี|จัดให้มี|จัดทำ|ทำ|ได้รับ)?(?:การ)?\s*$/u;

/** A label and what it labels (ผลการดำเนินงาน: จัดเวทีแล้ว 2 ครั้ง), what such a thing is, or what there is to a plan (แผนปฏิบัติการปี 2567 มี 4 ยุทธศาสตร์ …). */
const goesOnToSay =
  /^\s*(?:[:：]\s*\S|(?:\(?[^()\n]{0,40}\)\s*)?(?:เป็น|คือ|หมายถึง|หมายความว่า)\s*(?:การ|กระบวนการ|เครื่องมือ|แผน|เอกสาร|สิ่ง|ขั้น)|(?:(?:ประจำ)?ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s*ศ\.?\s*)?[0-9๐-๙]{0,4}\s*มี(?:ทั้งหมด|ทั้งสิ้น)?\s*[0-9๐-๙])/u;

/** What was named is still to be approved, signed or made (แผน… ยังไม่ได้รับอนุมัติ). */
const notYet =
  /^[^\n]{0,40}?(?:ยังไม่(?:ได้|มี|เสร็จ|ผ่าน|ประกาศ)|(?:อยู่)?ระหว่าง(?:การ)?(?:เสนอ|รอ|จัดทำ|พิจารณา)|รอ(?:การ)?(?:อนุมัติ|ลงนาม|เห็นชอบ|ประกาศ))/u;

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

/**
 * A sentence that says what the page, or what stands under it, is (ปฏิทินนี้คือแผนปฏิบัติการ…, รายการข้างล่างเป็นแผน…), read as that
 * publication's name.
 */
function saysItself(lexicon: Lexicon, agency: Pick<Agency, 'name' | 'kind'>, text: string): TitleReading | undefined {
  const lead = itself.exec(text)?.[0];
  if (lead === undefined) return undefined;
  const reading = readTitle(lexicon, text.slice(lead.length), agency);
  if (!strong(reading) || isLookalike(reading)) return undefined;
  const shifted = [...reading.classes].map(
    ([id, hit]) => [id, { ...hit, from: hit.from + lead.length, to: hit.to + lead.length }] as const,
  );
  return { ...reading, text, classes: new Map(shifted) };
}

/** The page or what it shows is spoken of, and then what that is. */
const itself =
  /^[^\p{L}\n]*[\u0e01-\u0e4e /]{0,30}?(?:นี้|ข้างล่าง(?:นี้)?|ด้านล่าง(?:นี้)?|ต่อไปนี้|ข้างต้น)(?:ทั้งหมด|ทั้งหน้า)?\s*(?:ก็|จึง|นี่เอง)?(?:คือ|เป็น|ใช้เป็น|ถือเป็น|นับเป็น|ทำหน้าที่เป็น)\s*(?=แผน|รายงาน|ผล)/u;

/** Plain lines at the top of a page's content that may be its title. */
const titleLines = 6;
