// Whether what a page tells is not of the agency's plan: results of the whole government, of which the cabinet was told, work that it
// says itself is others', or how the office is run, which an inspector looked into. Pure.
import type { Segment } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { namesSurely, norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

const headLines = 3;

/** Over the match form, at the head of a line. */
const cabinet =
  /^(?:เมื่อวันที่[^ก-๙]{0,12}[ก-๙.]{3,12}\d{4})?(?:ที่ประชุม)?(?:คณะรัฐมนตรี|ครม\.?)(?:ได้|มีมติ)*(?:รับทราบ|เห็นชอบ|อนุมัติ)/u;

/** One of its first lines says that the cabinet took note of or agreed to it, and does not name the agency. */
export function isGovernments(unit: Unit, agency: Pick<Agency, 'name'>): boolean {
  if (namesSurely(unit.classes, 'annual-plan')) return false;
  const name = ownNameOf(agency);
  const lines = [
    norm(unit.own?.text.split('\n', 1)[0] ?? '').text,
    ...linesOf(unit, headLines).map(({ text }) => text),
  ];
  if (name.length >= 6 && lines.some((line) => line.includes(name))) return false;
  return lines.some((line) => cabinet.test(line));
}

const shownLines = 8;
/** Over the match form: who passes on what others do says so (อำเภอมิได้เป็นผู้ดำเนินงาน; โครงการต่อไปนี้มิใช่งานของอำเภอ). */
const othersWork =
  /(?:มิ|ไม่)(?:ได้|ใช่)(?:เป็น)?(?:ผู้|หน่วย(?:งาน)?ที่)(?:ดำเนิน|จัดทำ|รับผิดชอบ|เบิกจ่าย)|(?:มิ|ไม่)ใช่(?:งาน|โครงการ|ภารกิจ)ของ(?:อำเภอ|จังหวัด|เทศบาล|อบต|สำนักงาน|หน่วยงาน|เรา)/u;

/** Nor does what stands outside the agency's plan (กิจกรรมนอกแผนปฏิบัติการ); so many projects that do are told of beside those of the plan. */
const outsidePlan = /(?<!และ|หรือ|ทั้ง|ซึ่ง|ซึ่งอยู่)นอก(?:เหนือ)?(?:จาก)?แผน(?!ก|ที่|ผัง)/u;
/** Of a heading, which is over all that is told. */
const notInPlan = /(?<!ที่|ซึ่ง)(?:ไม่|มิ)(?:ได้)?(?:อยู่|บรรจุ|เป็นส่วนหนึ่ง)(?:ใน|ของ)?แผน/u;
const counted = /\d\s*(?:โครงการ|กิจกรรม|รายการ|เรื่อง)|ร้อยละ|%/u;
const longestSaying = 160;

/** One of its first lines says that the work told of is others', or one over or under its table that it is in no plan of the agency. */
export const isOthers = (unit: Unit): boolean =>
  !namesSurely(unit.classes, 'annual-plan') && (saysOthersWork(unit) || saysBesidePlan(unit));

/** The agency's own work, in no plan: how far it has come is progress of its mission all the same. */
export const isBesidePlan = (unit: Unit): boolean => saysBesidePlan(unit) && !saysOthersWork(unit);

const saysOthersWork = (unit: Unit): boolean => linesOf(unit, shownLines).some(({ text }) => othersWork.test(text));

const saysBesidePlan = (unit: Unit): boolean =>
  linesOf(unit, shownLines).some(({ segment, text }) => saysOutside(segment, text)) || isOutsidePlan(unit);

const saysOutside = ({ kind }: Segment, text: string): boolean =>
  kind !== 'row' &&
  text.length <= longestSaying &&
  (outsidePlan.test(text) || (kind === 'heading' && notInPlan.test(text))) &&
  !counted.test(text);

/** The line that says so speaks of all that the page tells: other projects than these may be outside the plan, too. */
const isOutsidePlan = (unit: Unit): boolean =>
  linesOf(unit).some(({ segment, text }) => segment.kind !== 'row' && outside.test(text));

/** Over the match form (เงินนี้ไม่อยู่ในแผนปฏิบัติการ, โครงการเหล่านี้อยู่นอกแผนดำเนินงาน): all the money, or all the works, and not one of them. */
const allOf =
  '(?:(?:เงิน|งบ(?:ประมาณ)?|กองทุน|ข้อมูล|ตาราง)[ก-๎]{0,12}?(?:นี้|ดังกล่าว|ข้างต้น)|(?:โครงการ|กิจกรรม|งาน|รายการ)(?:ทั้งหมด|ทุก[ก-๎]{2,8})?(?:เหล่านี้|ข้างต้น|ข้างบน|ต่อไปนี้|ในตารางนี้|ในหน้านี้|ทั้งหมดนี้))';
const notIn =
  '(?:(?:ไม่|มิ)(?:ได้)?(?:(?:อยู่|รวม|นับ|บรรจุ|กำหนด)(?:ไว้|อยู่|เข้า)*ใน|เป็น(?:ส่วนหนึ่ง)?(?:ของ|ใน)|ใช่(?:งาน|โครงการ|เงิน|งบ)?(?:ใน|ตาม|ของ))|(?:อยู่|เป็น(?:งาน|โครงการ|เงิน|งบ))นอก(?:เหนือ(?:จาก)?)?)';
const outside = new RegExp(
  `${allOf}(?:ทั้งหมด)?[^\\n]{0,40}?${notIn}(?:เล่ม)?แผน(?:(?:การ)?(?:ปฏิบัติ|ดำเนิน)|ประจำปี|งานประจำปี|ของ|นี้|$)`,
  'u',
);

/** Letters of an inspector's report from which it would say what it is on. */
const fewestInspected = 200;
/** Over the match form, as the next. */
const ofInspection =
  /^[^\p{L}]*(?:(?:สรุป|รายงาน)?(?:ผล)?(?:การ)?(?:ตรวจราชการ|ตรวจเยี่ยม|ตรวจติดตาม)|(?:รายงาน|สรุป)?ข้อ(?:สังเกต|เสนอแนะ|สั่งการ)[^\n]{0,40}ตรวจราชการ)/u;
/** What a plan is made of, or what it is for. */
const ofPlans =
  /แผน(?!ที่|ก(?!าร|ลยุทธ์)|ผัง)|โครงการ|กิจกรรม|ตัวชี้วัด|นโยบาย|ยุทธศาสตร์|ภารกิจ|เป้าหมาย|ผลการ(?:ดำเนิน|ปฏิบัติ)|ใช้จ่าย|เบิกจ่าย|project|plan/u;

/** An inspector's report that names neither a plan nor anything a plan is made of is on correspondence, cars or buildings. */
export function inspectsOffice(unit: Unit): boolean {
  const title = norm(unit.own?.text.split('\n', 1)[0] ?? '').text;
  if (!ofInspection.test(title) || ofPlans.test(title) || unit.letters < fewestInspected || unit.records.length > 0)
    return false;
  return !unit.segments.some(({ segment }) => ofPlans.test(norm(segment.text).text));
}
