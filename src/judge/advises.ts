// Whether a report advises: sentences that say what should be done (ควรเร่ง…), under a heading of whatever wording. Pure.
import { repair } from '../text/repair.ts';
import { askedIn } from './form-fields.ts';
import { idleOpinions, praisesOnly } from './idle-opinions.ts';
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import { adviceTold } from './told-advice.ts';
import type { Unit } from './unit.ts';
import { troubleIn, troubleInRemarks } from './work-trouble.ts';

/** Letters at the end of a line that may name what stands under it. */
const leadLetters = 40;
/** Longer lines are running text that may advise on anything. */
const longest = 600;
/** What a PDF sets larger than the rest is no heading where it is longer. */
const longestHeading = 120;
/** A paragraph may hold the whole list. */
const longestList = 1500;

/**
 * Segment of the first sentence that advises, where it stands under a heading of its own within the report, names itself a
 * proposal (คณะกรรมการเสนอแนะว่า … ควร …), or first says what went wrong. A report that its content makes one says it in more ways.
 */
export function adviceIn(unit: Unit): number | undefined {
  const asked = askedIn(unit);
  const idle = idleOpinions(unit);
  const told = ['monitoring-report', 'result-report'].some(
    (id) => unit.borneOut.has(id) || unit.classes.get(id)?.origin === 'content',
  );
  const ordered: number[] = [];
  const works: number[] = [];
  const again: number[] = [];
  const mended: { readonly index: number; readonly inTrouble: boolean }[] = [];
  let headed = false;
  let above = '';
  for (const { index, segment } of unit.segments) {
    const before = above;
    above = segment.kind === 'row' ? '' : segment.text;
    if (segment.kind === 'heading' && segment.text.length <= longestHeading) {
      headed ||= index !== unit.titleSegment && index > (unit.titleSegment ?? -1) && segment.level !== 1;
      continue;
    }
    if (segment.kind === 'row' || segment.kind === 'title' || unit.linked.has(index) || asked.has(index)) continue;
    if (idle.has(index) || segment.text.length > longestList) continue;
    // Not the match form: a clause begins after a space, which that leaves out.
    const { text } = repair(segment.text);
    if (praisesOnly([text])) continue;
    if (givesOpinions(text, before)) return index;
    if (named.test(text) && !toOthers.test(segment.text)) return index;
    if (segment.text.length > longest) continue;
    if (answered.test(text) && !toOthers.test(segment.text)) return index;
    if ((headed || told) && advised.test(text) && !toOthers.test(segment.text)) return index;
    if ((headed || ofMeeting.test(text)) && proposed.test(text) && !toOthers.test(segment.text)) return index;
    if (nextTime.test(text) && again.push(index) >= fewestOrders) return again[0];
    if (afterwards.test(text) && !toOthers.test(segment.text)) return index;
    if (onWork(unit, text) && !toOthers.test(segment.text) && (headed || works.push(index) >= fewestOrders))
      return works[0] ?? index;
    const way = arrow.test(text) ? wayOut.exec(text)?.[1] : undefined;
    if (way !== undefined && headed && !toOthers.test(segment.text)) {
      mended.push({ index, inTrouble: trouble.test(way) });
      if (mended.length >= fewestOrders && mended.some(({ inTrouble }) => inTrouble)) return mended[0]!.index;
    }
    if (agreed.test(text) && !toOthers.test(segment.text)) return index;
    if (orders.test(text) && ordered.push(index) >= fewestOrders) return ordered[0];
    const at = text.search(advice);
    if (at < 0 || toOthers.test(text)) continue;
    // A list's first point, under a line that ends in what the list is of.
    const lead = `${before.slice(-leadLetters)} ${text.slice(0, at)}`;
    if (headed || proposal.test(lead) || trouble.test(text.slice(0, at))) return index;
  }
  const remarked = troubleInRemarks(unit);
  if (remarked !== undefined) return remarked;
  return told || unit.classes.has('lessons-learned') ? (troubleIn(unit) ?? adviceTold(unit)) : undefined;
}

/** What should do otherwise is a piece of the work (งานเยี่ยมบ้านควรปรับรอบเยี่ยม…), or one of the projects that are told of. */
function onWork({ records }: Unit, text: string): boolean {
  const subject = advisedSubject.exec(text)?.[1]?.trim();
  if (subject === undefined || ofPeople.test(subject)) return false;
  const name = norm(subject).text;
  return (
    ofTheWork.test(name) ||
    (name.length >= shortestSubject && records.some((record) => norm(record.name).text.includes(name)))
  );
}
const shortestSubject = 6;
/** Over the clause: what goes before ควร. */
const advisedSubject = /(?:^|[\s:.)\]–•*-])([ก-๎/]{3,60}?)ควร(?!รู้|ทราบ|แก่|ค่า|จำ|ระวัง|มิ|ประกอบ|มีลักษณะ|คำนึง|ยึด)[ก-๎]{3}/u;
const ofPeople = /^(?:ผู้|ญาติ|ประชาชน|เด็ก|นักเรียน|นักศึกษา|เกษตรกร|ชาว|ท่าน|พ่อแม่|คน|สตรี|หญิง|ครอบครัว)/u;
/** Over the match form. */
const ofTheWork = /^(?:ทุก|แต่ละ)?(?:โครงการ|กิจกรรม|แผนงาน|แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)|งาน(?!วิจัย|บุญ|ศพ|แต่ง))/u;

/** A line holds a committee's or meeting's opinions, or the first of those that the line before it says are given. */
const givesOpinions = (text: string, before: string): boolean =>
  (opinions.test(text) || (point.test(text) && leadsOpinions.test(before))) && !praisesOnly([text]);

/** Segment in which a committee or meeting that follows the plan up begins to tell its opinions, wherever that is told. */
export function opinionsOnPlan({ lexicon, agency }: Survey, unit: Unit): number | undefined {
  let before = '';
  for (const { index, segment } of unit.segments) {
    const { text } = segment.kind === 'row' || unit.linked.has(index) ? { text: '' } : repair(segment.text);
    const lead = opinions.test(text) ? text : before;
    if (givesOpinions(text, before) && !idleOpinions(unit).has(index)) {
      const { lookalikes } = readTitle(lexicon, lead, agency);
      const others = lookalikes.filter(({ id, kind }) => kind !== 'other' && id !== 'development-plan');
      if (others.length === 0 && followsPlan.test(norm(lead).text)) return index;
    }
    before = text;
  }
  return opinionsUnderHeading(unit);
}

/** Under a heading of recommendations stands that they come of following the plan, and then what should be done. */
function opinionsUnderHeading(unit: Unit): number | undefined {
  const [heading, line] = unit.segments;
  if (heading?.segment.kind !== 'heading' || line === undefined || line.segment.text.length > longestLead)
    return undefined;
  const said = norm(line.segment.text).text;
  if (!ofAdvice.test(norm(heading.segment.text).text) || !(followsPlan.test(said) || byPlan.test(said)))
    return undefined;
  return adviceIn(unit);
}
const longestLead = 240;
/** Over the match form, as the next two. */
const ofAdvice = /^[^\p{L}]*(?:สรุป)?(?:ข้อเสนอแนะ|ข้อสังเกต|ข้อเสนอ|สิ่งที่ควร(?:ปรับ|แก้)|เรื่องที่ควร)/u;
const byPlan = /(?:ตาม|ใน)แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)/u;
const followsPlan = /ติดตาม[^\n]{0,60}?แผน(?!ก|ที่|ผัง)/u;

/**
 * At the head of its clause: someone before it (ผู้ปกครองควร…, เด็กควรได้รับ…) is told what to do himself.
 */
const advice =
  /(?:^|[\s:.)\]–-]|จึง|ดังนั้น|ทั้งนี้|(?:ปี|ครั้ง|รอบ|ระยะ)(?:หน้า|ต่อไป|ถัดไป))(?:เห็น)?ควร(?!รู้|ทราบ|แก่|ค่า|จำ|ระวัง|อ่าน|ดื่ม|กิน|รับประทาน|สวม|พบแพทย์|หลีกเลี่ยง|งด|ได้รับวัคซีน|มิ)[\u0e01-\u0e4e]{3}/u;
/** That opinions are given, and the first point of them. */
const given = String.raw`(?:กรรมการ|ที่ประชุม|ผู้ตรวจ)[\s\S]{0,300}?(?:เสนอ|ให้|มี|แจ้ง)\s*(?:ความ(?:คิด)?เห็น|ข้อเสนอแนะ|ข้อคิดเห็น|ข้อสังเกต)(?!ชอบ)[^\n]{0,120}?(?:ดังนี้|ดังต่อไปนี้|คือ)\s*:?\s*`;
const first = String.raw`\(?[1๑]\s*[.)]\s*\S{12}`;
/** A committee's or meeting's opinions, point by point (ที่ประชุมเสนอความเห็นต่อผู้บริหาร ดังนี้ 1. …). */
const opinions = new RegExp(`${given}${first}`, 'u');
/** The same, the points on lines of their own. */
const leadsOpinions = new RegExp(`${given}$`, 'u');
const point = new RegExp(`^\\s*${first}`, 'u');
/** In the middle of a paragraph, by its name (อุปสรรคต่อการดำเนินงานได้แก่ แนวเขตไม่ชัดเจน). */
const named =
  /(?:^|\s|และ|ส่วน)(?:ข้อเสนอแนะ|อุปสรรค|ปัญหา(?:และอุปสรรค)?)(?:ต่อ|ใน|ของ|สำหรับ|ที่|จาก|เพื่อ)[\u0e01-\u0e4e\s]{2,40}?(?:คือ|ได้แก่)\s*[\u0e01-\u0e4e]{8}/u;
/** In running text what went wrong, by its name, and what is done about it, by its own (ข้อขัดข้อง ป้ายส่งช้า แนวทาง ขอยืมรถ). */
const answered =
  /(?:^|\s)(?:ข้อขัดข้อง|ปัญหา(?:และอุปสรรค|อุปสรรค)?|อุปสรรค)[\s:]+[\u0e01-\u0e4e][^\n]{8,300}?\s(?:แนวทาง(?:แก้ไข)?|(?:วิธี|ทาง|การ)แก้(?:ไข|ปัญหา)?)[\s:]+[\u0e01-\u0e4e]{3}/u;
/** Whoever follows the work told its doers what to change. */
const advised =
  /(?:กรรมการ|ที่ประชุม|ผู้ประเมิน|ผู้ตรวจ|ผู้ทรงคุณวุฒิ)[\u0e01-\u0e4e\s]{0,30}?(?:แนะนำ|เสนอแนะ|แนะ|ฝาก)(?:ไว้)?ให้(?!ประชาชน|ผู้|ชาว|เด็ก|ทราบ|รู้จัก)[\u0e01-\u0e4e]{3}/u;
/** Someone at a meeting proposes what should be done (นายก อบต. เสนอว่า การบำบัดควร …). */
const proposed =
  /(?:เสนอ(?:แนะ)?|แนะ(?:นำ)?|ให้ความเห็น|เห็น)ว่า[^\n]{3,160}?(?:ควร(?!รู้|ทราบ|ระวัง|แก่|ค่า)|น่าจะ)[\u0e01-\u0e4e]{3}/u;
const ofMeeting = /ที่ประชุม|มติ/u;
/** Under each piece of work what to do the next time, by a label of its own; a day on which it is done again is none. */
const nextTime =
  /^[^\p{L}]*(?:ครั้ง|คราว|โอกาส|ปี)(?:หน้า|ต่อไป|ถัดไป)\s*[:：]\s*(?=(?:[^\p{L}\n]*\p{L}\p{M}*){8})(?![^\n]*(?:[ก-ฮ]\.[ก-ฮ]\.|กำหนดจัด|วันที่\s*[0-9๐-๙]))/u;
/** Those who did the work look back on it, and say what should be done otherwise (จากที่ทำมา สำนักงานเห็นว่า … ต้อง …). */
const afterwards =
  /(?:จาก(?:ที่|การ)(?:ได้)?(?:ทำ|ดำเนิน|ปฏิบัติ|ติดตาม)[^\n]{0,60}?|จากผล[^\n]{0,60}?|ที่ผ่านมา[^\n]{0,40}?)(?:เห็น(?:ว่า|ควร)|เสนอ(?:ว่า|ให้)|สรุปว่า|ได้บทเรียนว่า)[^\n]{3,200}?(?:ควร(?!รู้|ทราบ|ระวัง|แก่|ค่า)|ต้อง|น่าจะ)[\u0e01-\u0e4e]{3}/u;
/** Someone proposes what should be done otherwise, and the meeting is for it. */
const agreed =
  /(?:เสนอ|แนะนำ)ให้(?!ที่ประชุม|สภา|อนุมัติ|พิจารณา|เห็นชอบ|รับรอง|ความเห็น|มีมติ|เลือก|แต่งตั้ง)[^\n]{6,160}?ที่ประชุม(?:ยกมือ|ทั้งหมด|ส่วนใหญ่|มีมติ|\s)*(?:เห็นด้วย|รับ(?:ไป|หลักการ)|ให้(?:ปรับ|แก้|ทำตาม|ดำเนินการตาม))/u;
/** Work by work: what is the matter with it, and what is to be done (ปัญหา ขาดช่าง ให้กองช่างหาเพิ่ม). */
const orders =
  /(?:^|\s)(?:ปัญหา|อุปสรรค|สาเหตุ|ข้อขัดข้อง)(?:และอุปสรรค|\/อุปสรรค)?[\s:]+[\u0e01-\u0e4e][^\n]{4,160}?[\s,](?:จึง|มติ|ขอ)*ให้(?:เร่ง|[\u0e01-\u0e2e\u0e40-\u0e44])[\u0e01-\u0e4e]{3}/u;
const fewestOrders = 2;
/** What is the matter, and behind an arrow what is done about it (ช่างไม่พอ → จ้างเหมา 2 คน); more arrows are steps. */
const arrow = /[→⇒➔➜]|[-=]>/u;
const wayOut = /^([^\n→⇒➔➜]*[\u0e01-\u0e4e]{6}[^\n→⇒➔➜]*?)\s*(?:→|⇒|➔|➜|[-=]>)\s*[\u0e01-\u0e4e]{3}[^\n→⇒➔➜>]*$/u;
/** What goes before the advice names it one. */
const proposal = /เสนอ|แนะ|ความเห็น|เห็นว่า|recommend|suggest/u;
/** What went wrong. */
const trouble = /ล่าช้า|ช้า|ไม่(?:สามารถ|เพียงพอ|พอ|ทัน|ครบ|บรรลุ|เป็นไปตาม|ต่อเนื่อง)|ขาด(?:แคลน)?|ติดขัด|ปัญหา|อุปสรรค|ชำรุด|เลื่อน/u;
/** Advice to the public, or to those who do research. */
const toOthers =
  /บทคัดย่อ|กลุ่มตัวอย่าง|(?:การ|ผู้)วิจัย|ประชาชน(?:ทั่วไป)?ควร|ขอให้ประชาชน|ผู้(?:ป่วย|สูงอายุ|ปกครอง|บริโภค|ขับขี่)ควร|สายด่วน|ติดต่อสอบถาม/u;
