// Survey forms by their content: a form on which visitors rate the agency's service or work, whatever it is headed. Pure.
import { namesSurely } from './lexicon.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';

/** A form is short; a page that happens to hold one is not. */
const mostLines = 30;

/**
 * The segment in which a form asks for a grade of the service or the agency's work, or, where a label calls it a survey of outsiders,
 * its first question. Forms for staff, learners and those who took
 * part in something, on a website or an article, and on the visitor's own health ask something else.
 */
export function asksOutsiders(_: Survey, unit: Unit): number | undefined {
  if (!isAtMost(unit, ['survey-form', 'survey-report']) || unit.segments.length > mostLines) return undefined;
  const lines = linesOf(unit);
  const addressed = asksReaders(lines) || asksVisitors(lines);
  if (unit.fields === 0 && !addressed) return onPaper(unit, lines);
  const all = [unit.own?.text ?? '', unit.page.text.title ?? '', ...lines.map(({ segment }) => segment.text)].join(
    '\n',
  );
  if (asksOthers(all)) return undefined;
  if (namesSurely(unit.classes, 'survey-form')) {
    const questions = lines.filter(({ segment }) => question.test(segment.text));
    if (unit.fields > 1 && questions.length > 1) return questions[0]!.index;
  }
  if (!grades.test(all) || !(ofService.test(all) || addressed)) return undefined;
  return lines.find(({ segment }) => grades.test(segment.text))?.index;
}

/** It says for whom it is, puts questions to them, and asks whether they are satisfied; perhaps to be answered on paper. */
function asksReaders(lines: readonly Line[]): boolean {
  const questions = lines.filter(({ segment, text }) => segment.kind !== 'heading' && toReader.test(text));
  const all = lines.map(({ text }) => text).join('\n');
  return questions.length >= fewestQuestions && forOutsiders.test(all) && /พอใจ|ให้คะแนน/u.test(all);
}
/** It asks those who come to the agency to answer, in whatever words, and several questions stand below, on how they were served. */
function asksVisitors(lines: readonly Line[]): boolean {
  const questions = lines.filter(({ segment, text }) => segment.kind !== 'heading' && interrogative.test(text));
  const all = lines.map(({ text }) => text).join('\n');
  return questions.length >= fewestAsked && invites.test(all) && comes.test(all) && served.test(all);
}
const fewestAsked = 3;
/** Over the match form, as all that follow. */
const interrogative = /(?:ไหน|อย่างไร|ยังไง|ไหม|หรือไม่|อะไร|เท่าไร|กี่(?:ดาว|คะแนน|ครั้ง|นาที)|แค่ไหน|เพียงใด|เรื่องใด)(?:[^ก-๎]|$)/u;
const invites =
  /(?:ช่วย|โปรด|กรุณา|ขอเชิญ|เชิญ|ขอให้|อยากให้)[^\n]{0,24}?(?:ตอบ|กรอก|ให้คะแนน|ให้ดาว|แสดงความ)|ขอ(?:เสียง|ความเห็น|ความคิดเห็น|คำตอบ)/u;
const comes = /(?:เคย|ที่)?มา(?:ติดต่อ|ใช้|รับ|ทำธุระ|ที่นี่)|ผู้(?:มา)?(?:ติดต่อ|ใช้|รับ|ขอ|ปกครอง)|ประชาชน|ชาวบ้าน/u;

/** Over the match form, as the next. */
const toReader = /^[^\p{L}]*(?:[0-9๐-๙]+\s*[.)]\s*)?(?:ท่าน|คุณ)[^\n]{4,}(?:หรือไม่|เพียงใด|แค่ไหน|อย่างไร|มากน้อย|\?)/u;
const forOutsiders =
  /(?:สำหรับ|ถาม|เรียน|ขอเชิญ)(?:ท่าน)?(?:ผู้(?:มา)?(?:รับ|ใช้|ขอ|ติดต่อ|ปกครอง|ป่วย|โดยสาร|เข้า|มีส่วน)|คนไข้|ญาติ|ประชาชน|ลูกค้า|ชาวบ้าน|นักท่องเที่ยว|ชุมชน)/u;

/**
 * The first question of a form typed into a page, to be printed and filled in by hand: several questions with boxes to mark, put to
 * those who come to the agency, on how they were served.
 */
function onPaper(unit: Unit, lines: readonly Line[]): number | undefined {
  const questions = lines.filter(({ segment }) => segment.kind !== 'row' && (segment.text.match(box)?.length ?? 0) > 1);
  if (questions.length < fewestQuestions) return undefined;
  const all = [unit.own?.text ?? '', ...lines.map(({ segment }) => segment.text)].join('\n');
  if (asksOthers(all) || !(visitor.test(all) && served.test(all))) return undefined;
  return questions[0]!.index;
}
const fewestQuestions = 2;
const box = /\(\s{0,4}\)|\[\s{0,4}\]|[□☐○◯]/gu;
const visitor =
  /(?:ท่าน|คุณ|ผู้ตอบ)(?:เป็น|คือ|มาใช้|มาติดต่อ|มารับ|มา)|ผู้(?:รับบริการ|ใช้บริการ|มาติดต่อ|มาเยือน|เข้าชม|โดยสาร|ประกอบการ)|ประชาชน|ลูกค้า|ผู้ปกครอง/u;
const served =
  /พอใจ|บริการ|เจ้าหน้าที่|ต้อนรับ|รอ(?:คิว|นาน)|(?:อยาก|ควร)ให้[\u0e01-\u0e4e]{1,30}?(?:แก้|ปรับ|พัฒนา)|การ(?:ทำงาน|ดำเนินงาน)ของ/u;

/** Put to the visitor. */
const question = /^[^\p{L}]*(?:ท่าน|คุณ)|(?:เพียงใด|แค่ไหน|มากน้อย|อย่างไร|เรื่องใด|อะไร|หรือไม่|ระดับใด)[\s?？]*$|\?\s*$/u;

const grades =
  /(?:ให้|ระดับ|เลือก)คะแนน|(?:ให้|กี่)ดาว|คะแนน\s*(?:1|๑)\s*[-–]\s*(?:5|๕)|[☆★⭐]\s?[☆★⭐]\s?[☆★⭐]|พอใจ|rate (?:us|our)|satisf/iu;

const ofService =
  /บริการ|การ(?:จัดการ|ให้การ)?ศึกษาของ|งานของ(?:เรา|สำนัก|หน่วย|อบต|เทศบาล|อำเภอ|โรงเรียน|โรงพยาบาล|วิทยาลัย|กรม|กอง|ศูนย์|จังหวัด|องค์กร)|การ(?:ทำงาน|ดำเนินงาน|ปฏิบัติงาน)ของ|our (?:service|work)|services?\b/iu;

/** Of parents a school asks how it teaches, which is what it does for them. */
const asksOthers = (all: string): boolean => others.test(ofParents.test(all) ? all.replace(teaching, '') : all);
const ofParents = /(?:ท่าน(?:เป็น|คือ)|สำหรับ|ขอความร่วมมือ|เรียน|ขอเชิญ)(?:ท่าน)?ผู้ปกครอง/u;
const teaching = /(?:การเรียน)?การ(?:จัดการเรียน)?(?:การ)?สอน|(?:คุณ)?ครู(?:ผู้สอน|ประจำชั้น)?|หลักสูตร|บุคลากร/gu;
const others =
  /เว็[บป]|website|แอป|บุคลากร|พนักงาน|ครู|อาจารย์|ผู้สอน|การสอน|รายวิชา|วิทยากร|อบรม|สัมมนา|หลักสูตร|ร้องเรียน|ร้องทุกข์|บทความ|กระทู้|ข่าวนี้|หน้านี้|สินค้า|ตะกร้า|สมัคร|จอง|โหวต|ประกวด|ตนเอง|เครียด|ซึมเศร้า|คัดกรอง|อาการ|\bIIT\b|\bstaff\b|employees/iu;
