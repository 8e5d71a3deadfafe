// What went wrong with the work of the plan and how it is mended, told in a letter, an interview or a column: what frames it asks or says that
// the plan's work is hard (งานในแผนปีก่อน อะไรที่หนักใจ), or several of the plan's projects are named in it, and one breath tells what was in the
// way and what is done otherwise (น้ำยาขาดไปสองเดือน ตั้งแต่สิงหาคมเราจะสั่งสองเจ้า). Pure.
import { findYears } from '../text/fiscal-year.ts';
import { askedIn } from './form-fields.ts';
import { idleOpinions } from './idle-opinions.ts';
import { namesSurely, norm } from './lexicon.ts';
import type { Planned } from './same-projects.ts';
import type { Survey } from './survey.ts';
import { adviceTold } from './told-advice.ts';
import { plainOf } from './told-line.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';
import { yearsOf } from './years.ts';

/** Letters of a line that frames it, and of one that tells; lines of a unit that still is a letter or a column. */
const [longestFrame, longestLine, mostLines] = [240, 700, 60];
/** Projects of the plan that must be named where nothing says that the work is the plan's, and letters of their names that name them. */
const [fewestNamed, shortName] = [2, 9];

export interface PlainAdvice {
  readonly segment: number;
  /** That its frame names, or that the projects are of. */
  readonly year: number | undefined;
}

export function plainAdvice(survey: Survey, unit: Unit, planned: Planned): PlainAdvice | undefined {
  if (unit.page.role === 'start' || unit.segments.length > mostLines) return undefined;
  if (namesSurely(unit.classes, 'annual-plan') || (unit.own?.foreign.size ?? 0) > 0) return undefined;
  const [asked, idle] = [askedIn(unit), idleOpinions(unit)];
  const lines = linesOf(unit).filter(({ index }) => !asked.has(index) && !idle.has(index));
  const tells = lines.find(
    ({ segment, index }) =>
      segment.kind !== 'row' &&
      segment.kind !== 'heading' &&
      segment.text.length <= longestLine &&
      index !== unit.titleSegment &&
      mends(plainOf(segment.text)),
  );
  const told = tells?.index ?? adviceTold(unit);
  if (told === undefined) return undefined;
  const title = unit.titleSegment === undefined ? [] : [norm(unit.own?.text.split('\n', 1)[0] ?? '').text];
  const over = [...title, ...lines.filter(({ index }) => index < told).map(({ text }) => text)];
  const frame = over.find((text) => text.length <= longestFrame && ofPlansWork(survey, text));
  if (frame !== undefined) return { segment: told, year: yearsIn(survey, frame)[0] };
  const years = projectsNamed(lines.map(({ text }) => text).join('\n'), planned);
  return years.length < fewestNamed ? undefined : { segment: told, year: Math.max(...years.flat()) };
}

/** The line says that the plan's work is what was hard, of a year that may be asked for. */
function ofPlansWork(survey: Survey, text: string): boolean {
  if (!plansWork.test(text) || !hard.test(text)) return false;
  const years = yearsIn(survey, text);
  return years.length > 0 ? years.every((year) => year >= survey.calendar.fiscalYear - 2) : recent.test(text);
}

const yearsIn = ({ agency, calendar }: Survey, text: string): number[] =>
  yearsOf(findYears(norm(text)), agency.kind, calendar);

/** Of each of the plan's projects that the text names, the years of its plan. */
function projectsNamed(text: string, planned: Planned): number[][] {
  return [...planned].flatMap(([key, years]) => {
    const name = key.replace(/^[\d\s.)-]+/u, '');
    return years.size > 0 && name.length >= shortName && text.includes(name.slice(0, shortName)) ? [[...years]] : [];
  });
}

/** What was in the way stands before what is done about it. */
function mends(text: string): boolean {
  if (toOthers.test(text)) return false;
  const at = cure.exec(text);
  return at !== null && trouble.test(text.slice(0, at.index));
}

/** Over the match form, as the next two. */
const plansWork =
  /(?:งาน|โครงการ|กิจกรรม|เรื่อง|ทำ)[^\n]{0,16}?(?:ใน|ตาม)(?:เล่ม)?แผน(?!ที่|ผัง|ก(?!าร)|พัฒนา|แม่บท|จัดซื้อ|อัตรา|[ก-๎]{0,24}(?:ทุจริต|คุณธรรม|ป้องกัน|ดิจิทัล|บุคล|เผชิญ|อพยพ|ตรวจสอบ|(?:การ)?สอน|(?:การ)?เรียน|ความเสี่ยง|พลังงาน|ควบคุม))/u;
const hard =
  /หนักใจ|ติด(?:ขัด|อยู่|ตรง)|สะดุด|ขัด(?:อยู่|ข้อง)|ปัญหา|อุปสรรค|พลาด|ไม่ราบรื่น|ค้าง|ยาก|เหนื่อย|ต้องแก้|น่าห่วง|ไม่(?:ถึง|สำเร็จ|ทัน)/u;
const recent = /ปี(?:นี้|ก่อน|ที่(?:แล้ว|ผ่านมา))/u;
/** Over the text as it is written, with Arabic digits. */
const trouble =
  /ขาด|ไม่(?:พอ|ทัน|ถึง|ครบ|ได้|มี(?:คน|ใคร|ที่))|ช้า|หยุด|ป่วย|ติด(?=ขัด|หน้า|อยู่|ที่|ตรง)|หลุด|ล้น|เสีย|ใจลอย|ตาย|ยังไม่|น้อย(?:ไป|เกิน|กว่า)|มาก(?:ไป|เกิน)|เลย(?:กำหนด)|ชน(?:กับ)|พัง|ล่ม|รอ(?=[ก-ฮเ-ไ])/u;
const act =
  '(?:ขอ|หา|ยืม|จ้าง|สั่ง|ซื้อ|ขยับ|เลื่อน|ย้าย|เปลี่ยน|ปรับ|เพิ่ม|ลด|แยก|รวม|เริ่ม|จัด(?!งาน)|ทำ(?!บุญ)|แบ่ง|ใช้|เอา|ให้|คุย|ส่ง|ชวน|เร่ง|แก้|สำรอง|เลิก|ตัด|ฝึก|ติด(?:ตั้ง)|วาง)';
const cure = new RegExp(
  [
    `(?:^|[ ,]|จึง|เลย|น่าจะ|เรา|ผม|ดิฉัน)ควร(?!รู้|ทราบ|ระวัง|กิน|ดื่ม)[ก-๎]{0,8}?${act}`,
    `(?:ตั้งแต่|นับ(?:จาก|แต่)|เริ่ม|พอ)(?:เดือน|ปี|งวด|รอบ|ต้น)?[ก-๎0-9. ]{2,24}?(?:เรา|ผม|ทีม|ฝ่าย[ก-๎]{0,10})?จะ[ก-๎]{0,6}?${act}`,
    `(?:ปี(?:หน้า|ต่อไป|นี้)|(?:ครั้ง|คราว|รอบ)(?:หน้า|ต่อไป|ใหม่|นี้)|ต่อไป(?:นี้)?)[ก-๎ ]{0,12}?(?:จะ|ต้อง|ควร|ให้|ขอ|ทำหนังสือขอ)[ก-๎]{0,6}?${act}?`,
    `(?:^|[ ,]|เลย|จึง|ก็)ต้อง(?:ไป)?(?:ขอ|หา|ยืม|จ้าง|เร่ง|เพิ่ม|เปลี่ยน|ย้าย|สำรอง)`,
    '(?:^|[ ,])(?:และ)?(?:ขอ)?ให้[^\\n]{3,60}?(?:แทน|มาช่วย|มาสำรอง|ก่อนกำหนด|ล่วงหน้า)',
  ].join('|'),
  'u',
);
const toOthers =
  /ท่าน(?:ใด|ที่|สามารถ)|ทุกท่าน|ผู้ใด|ขออภัย|สอบถาม|ติดต่อ(?:ได้|เจ้าหน้าที่)|ขอเชิญ|รับสมัคร|ลงทะเบียน|(?:ผู้ป่วย|ประชาชน|ผู้ปกครอง|ญาติ)ควร/u;
