// Orders and measures to publish on the website by their content, whatever their subject line. Pure.
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { isAtMost, linesOf, numberedPaper } from './unit-lines.ts';

/**
 * The segment in which an order, announcement, measure or policy says that information or plans are to be put on the website.
 * Notices that will themselves be posted there (tenders, results of a selection, a plan coming into force) say no such thing.
 */
export function ordersPublishing(survey: Survey, unit: Unit): number | undefined {
  const lines = linesOf(unit);
  // An order ends in the day of it, whatever stands over it (42/2568 ผู้รับผิดชอบข้อมูลบนเว็บไซต์).
  const signed = lines.some(({ text }) => isSigned.test(text));
  const inOneLine = lines.find(({ text }) => (signed || numbered.test(text)) && web.test(text) && tells(text));
  if (inOneLine !== undefined) return inOneLine.index;
  const retold = isAtMost(unit, ['disclosure-order'])
    ? lines.find((line, at) => retells(line.text, lines[at - 1]?.text))
    : undefined;
  if (retold !== undefined) return retold.index;
  const titles = [unit.own?.text ?? '', ...unit.labels.map(({ ref }) => ref.link.label)].map((text) => norm(text).text);
  const head = [...titles, ...lines.slice(0, headLines).map(({ text }) => text)].filter((text) => text.length <= 300);
  const instrumental = head.filter((text) => instrument.test(text));
  if (instrumental.length === 0) return undefined;
  // What it orders to be published may be named close under its title.
  const named = instrumental.some((text) => isToPublish(text)) && unit.records.length === 0;
  const open = isAtMost(unit, named ? [...unit.classes.keys()] : ['disclosure-order']);
  if (!open && !(named && namesDivision(unit)) && !isOrderByTitle(survey, unit)) return undefined;
  if (![...titles, ...lines.map(({ text }) => text)].some((text) => web.test(text))) return undefined;
  // Notices of other things among what is to be published do not make it one of them.
  if (instrumental.some((text) => others.test(text))) return undefined;
  // Under an order on the website itself, whose name stands before what goes there is told to do it.
  const ofWeb = instrumental.some((text) => web.test(text) && duty.test(text) && !lessons.test(text));
  let led = false;
  for (const { index, segment, text } of lines) {
    if (segment.kind === 'heading' || segment.kind === 'row') continue;
    if (tells(text) || ((led || ofWeb) && segment.kind === 'item' && isPublished(text))) return index;
    if (segment.kind !== 'item') led = leads.test(text);
  }
  return undefined;
}

/** Its title alone is that of an order to publish; what it looks like comes of the pages and divisions that it names under that. */
export function isOrderByTitle({ lexicon, agency }: Survey, unit: Unit): boolean {
  const title = unit.own?.text.split('\n', 1)[0] ?? '';
  const { text } = norm(title);
  if (!instrument.test(text) || !isToPublish(text) || isLookalike(readTitle(lexicon, title, agency))) return false;
  // Read last, for most units are no orders.
  return unit.records.length === 0;
}

const isToPublish = (text: string): boolean => disclosure.test(text) && !others.test(text);

/** One of the things that it tells to do, as long as it is not about something else. */
const tells = (text: string): boolean => duty.test(text) && isPublished(text);

/**
 * The page tells what the head of the office ordered, and on what day or by what paper (ผู้อำนวยการสั่งไว้ในบันทึกที่ … ให้ทุกฝ่ายนำแผน…ขึ้นเว็บไซต์):
 * in the line, or in the one before it.
 */
function retells(text: string, before = ''): boolean {
  if (ordersThings(text)) return true;
  if (!web.test(text) || !toDo.test(text) || !isPublished(text)) return false;
  return [text, before].some((said) => headOrders.test(said) && dated.test(said));
}

/**
 * In one breath an order of a number or a day, whom or what it tells, and the things of whatever name that go on the office's website: more than
 * one of them, or again and again (คำสั่งที่ 5/2568 … ให้นำสมุดงานและใบผลขึ้นเว็บทุกเดือน).
 */
function ordersThings(text: string): boolean {
  const [, said = ''] = paper.exec(text) ?? [];
  const [, things = ''] = putOnWeb.exec(said) ?? [];
  return things !== '' && (severalOf.test(things) || again.test(said)) && !others.test(text) && !elsewhere.test(text);
}
/** Over the match form, as the next. */
const paper =
  /(?:(?:คำสั่ง|ประกาศ|บันทึก|หนังสือ|มาตรการ)[^\n]{0,60}?(?:ที่\d{1,4}\/(?:25)?[5-7]\d|(?:ลง)?วันที่\d|\d{1,4}\/25[5-7]\d)|(?:สั่ง|กำชับ)(?:ไว้|การ)?(?:เมื่อ|ตั้งแต่|ใน)[^\n]{0,24}?\d)([^\n]{0,400})/u;
const putOnWeb =
  /ให้[^\n]{0,80}?((?:เอา|นำ|ยก|ส่ง|แขวน|ติด|ปิด|วาง|แปะ|โพสต์|อัปโหลด|ลง|ขึ้น|เก็บ|ใส่|เผยแพร่)[^\n]{3,140}?)(?:ขึ้น|ลง|ไว้|บน|ใน|ผ่าน|ทาง|สู่|เผยแพร่)+(?:หน้า)?เว[็]?[บป]/u;
const severalOf = /(?:และ|กับ|พร้อม|ทุก|ทั้ง|,)[ก-๎]/u;
const again =
  /ทุก(?:ครั้ง|วัน|สัปดาห์|เดือน|ไตรมาส|สิ้น|ต้น|คราว|ฝ่าย|กอง|กลุ่ม|งาน)|ภายใน(?:\d|[ก-๎])[^\n]{0,8}วัน|(?:ก่อน|ไม่เกิน)วันที่\d{1,2}ของ|เสมอ|เป็นประจำ/u;
/** Of websites of others. */
const elsewhere = /เว[็]?[บป](?:ไซต์)?(?:ของ)?(?:กระทรวง|กรมบัญชี|สำนักงบ|หน่วยงานต้นสังกัด|e-?gp|ระบบจัดซื้อ)/iu;
/** Over the match form, as the next two. */
const headOrders =
  /(?:ผู้อำนวยการ|ผอ\.|นายอำเภอ|ผู้ว่า|ปลัด|นายก|อธิบดี|อธิการบดี|คณบดี|เลขาธิการ|ผู้กำกับ|ผู้บัญชาการ|หัวหน้า(?:สำนักงาน|ส่วน)|(?:ประมง|เกษตร|พัฒนาการ|ปศุสัตว์|คลัง|สาธารณสุข|ขนส่ง|แรงงาน|พาณิชย์)(?:จังหวัด|อำเภอ)|ผู้บริหาร)[^\n]{0,40}?(?:สั่ง|มีบันทึก|มีหนังสือ|ออกประกาศ|ลงนาม|เซ็น|กำหนด)/u;
const dated = /ที่\s*[ก-๎.]{0,8}\s*\d|ลงวันที่|เมื่อ(?:วันที่)?\s*\d|คำสั่ง|บันทึก/u;
const toDo = /(?:^|[^ก-๎]|สั่ง|\d|ว่า)ให้(?:ทุก|งาน|ฝ่าย|กลุ่ม|กอง|สำนัก|เจ้าหน้าที่|ผู้|หัวหน้า|ปลัด|หน่วย|นัก|เอา|นำ)/u;

const isPublished = (text: string): boolean =>
  text.split(/\d{1,2}\)/u).some((part) => publishes.test(part) && !others.test(part));

/** It says where things are to be published, on boards, over the radio, by loudspeaker, and nowhere that it is on the website as well. */
export function publishesOffline(unit: Unit): boolean {
  const lines = linesOf(unit);
  const all = [unit.own?.text ?? '', ...unit.labels.map(({ ref }) => ref.link.label)].map((text) => norm(text).text);
  all.push(...lines.map(({ text }) => text));
  return lines.some(({ text }) => offline.test(text)) && !all.some((text) => online.test(text));
}

/**
 * It is told to publish what teachers wrote for their rank, clips, songs or pictures, and nothing of what the agency plans, decides or has on file:
 * whatever its title says of publishing in general.
 */
export function publishesWorks(unit: Unit): boolean {
  const title = unit.own?.text.split('\n', 1)[0] ?? '';
  const lines = linesOf(unit).filter(({ index, segment }) => index !== unit.titleSegment && segment.text !== title);
  if (!lines.some(({ text }) => works.test(text))) return false;
  return !lines.some(({ text }) => onFile.test(text.replace(allWorks, '')));
}
/** Over the match form, as the next. */
const works =
  /วิทยฐานะ|ผลงาน(?:ทาง)?(?:วิชาการ|วิจัย|(?:ของ)?(?:ครู|นักเรียน|นักศึกษา))|(?:งาน|รายงาน(?:การ)?|ผลงาน)วิจัย[ก-๎]{0,10}|นวัตกรรม|แผนการ(?:จัดการ)?(?:เรียน|สอน)[ก-๎]*|คลิป|วี[ดิ]+ทัศน์|วิดีโอ|หนังสั้น|ภาพยนตร์|เพลง|ผลงานศิลป/u;
const allWorks = new RegExp(works, 'gu');
const onFile =
  /ข้อมูลข่าวสาร|ข้อมูล(?:สาธารณะ|ภาครัฐ|ของ(?:หน่วยงาน|สำนัก|โรงเรียน|วิทยาลัย|ส่วนราชการ))|แผน(?!ก(?!าร)|ที่|ผัง)|งบประมาณ|รายงานผล|ผลการดำเนิน|โปร่งใส|\bO?IT\b|\bITA\b|MOIT|เอกสาร(?:ราชการ|ของ)|ระเบียบ(?!การ)|จัดซื้อ|ประกาศของ/iu;

/** What it looks like is no publication, but the division of the agency that it puts in charge (กองยุทธศาสตร์และแผนงาน). */
export const namesDivision = ({ lookalike, own }: Unit): boolean =>
  lookalike !== undefined && lookalike === own && lookalike.lookalikes.every(({ id }) => id === ofDivisions);
/** What divisions' names are kept under (vocabulary). */
const ofDivisions = 'map-and-chart';

/** An order says what it is at its top. */
const headLines = 4;

/** Over the match form, as all that follow. */
const instrument =
  /^[\s\d.()]*(?:EB\s?1|MOIT\s?1)?[\s\d.:()]*(?:ค[ำา]สั่ง|ประกาศ|มาตรการ|แนวทาง|แนวปฏิบัติ|นโยบาย|ระเบียบ|หลักเกณฑ์|ข้อกำหนด|order|announcement|policy|measure|guideline)/iu;

const numbered = numberedPaper('คำสั่ง|ประกาศ');

const isSigned = /สั่ง\s*ณ\s*วันที่/u;

const disclosure = /เผยแพร่|เปิดเผย|(?:ขึ้น|ลง)เว[็]?[บป]|publish|disclos/iu;

const web = /เว[็]?[บป]\s*ไ[ซช]|website|web site/iu;

const offline =
  /(?:ปิด|ติด)(?:ใบ|แผ่น)?(?:ประกาศ|ป้าย)|ป้าย(?:ประกาศ|ประชาสัมพันธ์|หน้า)|(?:บอร์ด|กระดาน)[\u0e01-\u0e4e]{0,16}|วิทยุ|เสียงตามสาย|หอกระจาย|รถ(?:แห่|กระจาย|ประชาสัมพันธ์)|หนังสือพิมพ์|แผ่นพับ|notice ?board|radio|loudspeaker/iu;
const online =
  /เว[็]?[บป]|website|web site|ออนไลน์|อิน[เท]{1,2}อร์เน็ต|เฟซบุ๊?[กค]|เฟสบุ๊?[กค]|facebook|เพจ|ไลน์|\bline\b|online|internet|สารสนเทศ|แอป|\.(?:go|or|ac|mi|in|co)\.th|MOIT|\bEB\s?\d/iu;

/** Information, plans, reports: what an agency has, not this notice alone. */
const what = '(?:ข้อมูล|ข่าวสาร|สารสนเทศ|แผน|รายงาน|เอกสาร|ผลการดำเนินงาน|information|plans?|reports?|documents?)';
const publishes = new RegExp(
  `(?:เผยแพร่|เปิดเผย|ลง|นำเข้า|ปรับปรุง|อั[ปพ](?:โหลด|เด[ตท])|จัดการ|ดูแล|publish|post|disclose|upload)[^\\n]{0,40}?${what}|(?:นำ|เอา|ส่ง)${what}[^\\n]{0,90}?(?:ขึ้น|ลง|เผยแพร่)|${what}[^\\n]{0,40}?(?:เผยแพร่|ขึ้น|ลง)(?:ไว้|อยู่)?(?:บน|ใน|ที่|ผ่าน|ทาง|สู่)?เว`,
  'iu',
);

/** Somebody shall do it. */
const duty =
  /(?:^|[\s(\d]|กำหนด|สั่ง|จึง)ให้|มอบ(?:หมาย|หน้าที่)|แต่งตั้ง|ต้อง|รับผิดชอบ|มีหน้าที่|shall|must|responsible|is assigned|are assigned/iu;

/** Where it is taught, or judged who does it best. */
const lessons = /อบรม|สัมมนา|ประกวด|ประชุมเชิง|เรียนรู้|ตรวจประเมิน/u;

/** Ends in that the points under it are to be done (จึงประกาศให้, กำหนดมาตรการไว้ดังนี้). */
const leads =
  /(?:(?:ประกาศ|สั่ง|กำหนด|มอบ(?:หมาย)?|จึง)ให้|(?:ประกาศ|สั่ง|กำหนด|มอบหมาย|มาตรการ|ให้ถือปฏิบัติ|ให้ดำเนินการ)[^\n]{0,40}?ดัง(?:นี้|ต่อไปนี้))\s*:?\s*$/u;

/** What such an order is not about. */
const others =
  /จัดซื้อ|จัดจ้าง|ประกวดราคา|สอบราคา|ราคากลาง|ผู้ชนะ|เสนอราคา|เช่า|ข้อมูลส่วนบุคคล|คุกกี้|ของขวัญ|รายชื่อผู้|เลือกสรร|สรรหา|สมัคร|ประกาศใช้|ภาษี|cookie|personal data|privacy|no gift|tender|procurement/iu;
