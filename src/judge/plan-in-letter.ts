// The year's plan told in a letter or memo: it says that the office's own plan was put into force, and what stands in it (ได้ประกาศใช้แผนปฏิบัติราชการ
// ประจำปีแล้ว มีใจความดังนี้), and then tells its works with the money of each. One that asks to approve it, or that only sends it, tells nothing. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import { plainOf } from './told-line.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';
import { oneYearOf } from './years.ts';

export interface PlanInLetter {
  readonly records: readonly ProjectRecord[];
  readonly year: number;
}

const ofSending: readonly string[] = ['preparing-plan', 'map-and-chart'];

/** Lines at the head in which it may be said, letters of such a line, and works from which what follows is the plan. */
const [headLines, longest, fewest] = [12, 700, 3];

export function planInLetter(survey: Survey, unit: Unit): PlanInLetter | undefined {
  const { lookalike, own } = unit;
  // What is meant to be done reads as a map (แผนที่จะทำ).
  if (unit.classes.size > 0 || lookalike?.lookalikes.some(({ id }) => !ofSending.includes(id))) return undefined;
  if (unit.told > 0 || (own?.foreign.size ?? 0) > 0) return undefined;
  const lines = linesOf(unit).filter(({ segment }) => segment.kind !== 'row');
  const said = lines.slice(0, headLines).find((line) => putsInForce(survey, line));
  if (said === undefined) return undefined;
  const after = lines.filter(({ index }) => index > said.index);
  if (after.some(({ text }) => spent.test(text))) return undefined;
  const records = works(survey.lexicon, after);
  if (records.length < fewest) return undefined;
  const named = oneYearOf(
    findYears(norm(said.segment.text)).filter(({ kind }) => kind === 'fiscal' || kind === 'academic'),
    survey.agency.kind,
    survey.calendar,
  );
  const year = named ?? unit.year.year;
  return year === undefined ? undefined : { records, year };
}

/** Each up to its money, one after the other in a line. */
function works(lexicon: Lexicon, lines: readonly Line[]): ProjectRecord[] {
  const found = new Map<string, ProjectRecord>();
  for (const { index, segment } of lines) {
    if (segment.text.length > longest) continue;
    for (const part of plainOf(segment.text).split(afterMoney)) {
      const [, told = '', budget = ''] = work.exec(part) ?? [];
      const name = told.replace(opening, '').trim();
      if (total.test(name) || name.length < shortestName || name.length > longestName || !isProjectName(lexicon, name))
        continue;
      const fields = new Map([
        ['project', name],
        ['budget', budget],
      ] as const);
      if (!found.has(projectKey(name))) found.set(projectKey(name), { name, fields, segment: index });
    }
  }
  return [...found.values()];
}
const [shortestName, longestName] = [8, 120];
const afterMoney = /(?<=[0-9] ?(?:ล้าน|แสน|หมื่น)?บาท(?:ถ้วน)?)[\s,;]*/u;
const work =
  /^(.{6,160}?)[\s,(]*(?:(?:ใช้|เป็น|ตั้ง|ใน)?(?:เงิน|งบประมาณ|งบ|วงเงิน))?(?:ประมาณ|ไว้)? ?([0-9][0-9,.]* ?(?:ล้าน|แสน|หมื่น)?บาท)/u;
/** Before what is to be done: the part that it belongs to, its number, a word that joins. */
const opening =
  /^[^\p{L}0-9]*(?:[0-9๐-๙.)]+ )?(?:(?:ประเด็น|ยุทธศาสตร์|กลยุทธ์|ด้าน|แผนงาน|เรื่อง|ข้อ|พันธกิจ|เป้าหมาย)[^\n]{0,80}? จะ(?=[ก-ฮเ-ไ]))?(?:และ|กับ|แล้วก็|ส่วน|ต่อด้วย|จะ)*/u;
const total = /^(?:รวม|ทั้งสิ้น|ทั้งหมด)/u;

/** The line says that the annual plan of its own is in force, and leads to what is in it. */
function putsInForce({ lexicon, agency }: Survey, { segment, text }: Line): boolean {
  if (segment.text.length > longest || !leads.test(text) || asks.test(text)) return false;
  const name = inForce.exec(text)?.[1];
  if (name === undefined) return false;
  const reading = readTitle(lexicon, name, agency);
  const { classes, mentions, lookalikes, foreign } = reading;
  return foreign.size === 0 && lookalikes.length === 0 && (classes.has('annual-plan') || mentions.has('annual-plan'));
}

const plan = '(แผน(?:การ)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนินงาน|งานประจำปี)[^\\n]{0,60})';
/** Over the match form, as all that follow. */
const inForce = new RegExp(
  `(?:ประกาศ(?:ใช้)?|(?<!ขอ)อนุมัติ(?:ให้ใช้|ใช้)?|(?<!ขอ(?:ความ)?)เห็นชอบ(?:ให้ใช้)?|ลงนาม(?:ใน)?|เริ่มใช้|ให้ใช้|ใช้|จัดทำ|ทำ|กำหนด)${plan}(?:แล้ว|เสร็จ|เรียบร้อย|ลงวันที่|เมื่อ|มี|ดังนี้|ดัง)`,
  'u',
);
const leads =
  /(?:ดังนี้|ดังต่อไปนี้|ใจความ(?:ว่า|สำคัญ|โดยย่อ|ย่อ)?|สาระ(?:สำคัญ|สังเขป)?|โดย(?:ย่อ|สรุป|สังเขป)|สรุป(?:ได้|ว่า|ความ)?|ความว่า|ประกอบด้วย|ได้แก่)[^\p{L}]*(?:ดังนี้|คือ|:)?[^\p{L}]*$/u;
/** It is not in force yet. */
const asks = /(?:ร่าง|(?:เพื่อ)?ขอ(?:ความ)?(?:อนุมัติ|เห็นชอบ)|จะ(?:เสนอ|ประกาศ|จัดทำ|อนุมัติ)|(?:เพื่อ|โปรด)พิจารณา|อยู่ระหว่าง|ยังไม่)/u;
const spent = /(?:เบิก|ใช้|จ่าย)(?:จ่าย)?(?:ไป|แล้ว|จริง)|ทำเสร็จ|แล้วเสร็จ|ผล(?:การ)?ดำเนินงาน/u;

/** A label says that the plan is sent, which the letter may tell. */
export const sendsPlan = (label: string): boolean => sending.test(norm(label).text);
const sending = /(?:ขอ|นำ|จัด|แนบ|แจ้ง|รายงาน)?ส่ง(?:เล่ม|สำเนา|เอกสาร)?แผน(?!ที่|ผัง)/u;
