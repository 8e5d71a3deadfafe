// Results of an agency's mission told in numbers alone: of each kind of its cases, requests or works, how many came in, how many were
// finished and how many are left (คดี | รับใหม่ | แล้วเสร็จ | ค้าง), or month by month how much was done (เดือน | ตรวจสภาพรถ | ออกใบอนุญาต).
// Progress of the mission, though of no plan. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { monthSource } from '../text/thai-months.ts';
import { isValue } from './cell-value.ts';
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';
import { oneYearOf } from './years.ts';

/** Kinds of which it is told, or columns; months; and lines over them that may say of what they are. */
const [fewest, fewestMonths, linesAbove] = [2, 3, 4];

/** What a title may call such numbers. */
const ofResults = ['progress-page', 'result-report', 'monitoring-report'];

export interface MissionCounts {
  /** Of the first kind. */
  readonly segment: number;
  readonly year: number;
}

/** Where a table of the unit counts so, of a year that a line over it names. */
export function missionCounts({ agency, calendar }: Survey, unit: Unit): MissionCounts | undefined {
  if (unit.tables.length === 0 || !isAtMost(unit, ofResults)) return undefined;
  const lines = linesOf(unit);
  const rows = lines.filter(({ segment }) => segment.kind === 'row');
  for (const head of rows) {
    const heads = (head.segment.cells ?? []).map((cell) => norm(cell).text);
    if (!heads.some((text) => finished.test(text) || delivered.test(text))) continue;
    const { table } = head.segment.locator;
    const under = rows.filter(({ index, segment }) => index > head.index && segment.locator.table === table);
    const byKind = countedByKind(heads, under);
    const counted = byKind.length > 0 ? byKind : countedByMonth(heads, under);
    if (counted.length === 0) continue;
    const around = lines
      .filter(({ index, segment }) => index < head.index && segment.kind !== 'row')
      .slice(-linesAbove);
    const said = [unit.page.text.title ?? '', unit.own?.text ?? ''].map((text) => norm(text).text);
    const texts = [...said, ...around.map(({ text }) => text), ...heads, ...counted.map(({ text }) => text)];
    if (texts.some((text) => ofOffice.test(text))) continue;
    const tells = byKind.length > 0 ? tellsResults : tellsWork;
    if (![...said, ...around.map(({ text }) => text)].some((text) => tells.test(text))) continue;
    const year =
      unit.year.year ??
      oneYearOf(
        around.flatMap(({ segment }) => findYears(norm(segment.text))),
        agency.kind,
        calendar,
      );
    if (year !== undefined) return { segment: counted[0]!.index, year };
  }
  return undefined;
}

/** The rows that count of a kind what came in, was finished and is left. */
function countedByKind(heads: readonly string[], under: readonly Line[]): readonly Line[] {
  const columns = [cameIn, finished, left].map((words) => heads.findIndex((text) => words.test(text)));
  if (new Set(columns).size < columns.length || columns.includes(-1)) return [];
  const counted = under.filter(({ segment }) => columns.every((column) => isValue(segment.cells?.[column] ?? '')));
  const some = counted.some(({ segment }) => /[1-9๑-๙]/u.test(segment.cells![columns[1]!]!));
  return counted.length >= fewest && some ? counted : [];
}

/** The rows of months, where more than one column counts what was done in each, and one of them says that it was done for somebody. */
function countedByMonth(heads: readonly string[], under: readonly Line[]): readonly Line[] {
  const months = under.filter(({ segment }) => ofMonth.test(norm(segment.cells?.[0] ?? '').text));
  if (months.length < fewestMonths || heads.some((text) => notDone.test(text))) return [];
  const columns = heads.flatMap((_, at) =>
    at > 0 && months.every(({ segment }) => isValue(segment.cells?.[at] ?? '')) ? [at] : [],
  );
  const done = columns.filter((at) => delivered.test(heads[at]!));
  const some = months.some(({ segment }) => done.some((at) => /[1-9๑-๙]/u.test(segment.cells![at]!)));
  return columns.length >= fewest && some ? months : [];
}

/** Over the match form, as all that follow: a month and perhaps its year. */
const ofMonth = new RegExp(
  `^[^\\p{L}\\d]*(?:เดือน)?${monthSource}[^\\p{L}\\d]*(?:พ\\.?ศ\\.?)?\\s*(?:(?:25|20)?\\d\\d)?[^\\p{L}\\d]*$`,
  'u',
);
const delivered =
  /เสร็จ|จดทะเบียน|บริการ|(?:ออก|ต่อ)(?:ใบ|โฉนด|หนังสือ|บัตร|อายุ|ทะเบียน)|ตรวจ|ทดสอบ|สอบ(?:เทียบ|ใบ)|รับรอง|จัดเก็บ|ช่วยเหลือ|สงเคราะห์|รักษา|ฉีด|ทำหมัน|ปล่อย|แจกจ่าย|ไกล่เกลี่ย|พิจารณา|อนุญาต|คดี|ทำบัตร|รับแจ้ง|แจ้ง(?:เกิด|ตาย|ย้าย)|จับกุม|บรรจุงาน|ภาษี|ค่าธรรมเนียม/u;
/** What only happened, who looked in, and the office's own money. */
const notDone =
  /เบิกจ่าย|ใช้จ่าย|รายจ่าย|งบประมาณ|เข้าชม|เยี่ยมชม|ฝน|น้ำท่า|ระดับน้ำ|อุณหภูมิ|ราคา|อุบัติเหตุ|ประชากร|(?<!แจ้ง)(?:เกิด|ตาย)|ผู้ป่วย(?:ยืนยัน|สะสม|รายใหม่)|ค่าไฟ|ค่าน้ำ|หน่วยไฟ|สต็อก/u;
/** What an office did, and no forecast or list; figures alone (สถิติ) may be of anything. */
const tellsWork =
  /ผลงาน|ผล(?:การ)?(?:ให้บริการ|ปฏิบัติ|ดำเนิน|จัดเก็บ|จัดหา|ตรวจ|จดทะเบียน|ออกใบ|จับกุม)|ผลผลิต(?!ทาง|เกษตร)|(?:สถิติ|ปริมาณ|จำนวน)(?:งาน|ผลงาน|(?:การ)?ให้บริการ)/u;

const cameIn = /(?:^|[\s(])(?:[ก-ฮเ-ไ]{0,12})?(?:รับ(?:ใหม่|เข้า|ไว้|มา|คำขอ|เรื่อง|ทั้งหมด|$)|ยื่น(?:ใหม่|คำขอ|$)|เข้าใหม่)/u;
const finished = /(?:แล้ว)?เสร็จ|สำเร็จ|ยุติ|จำหน่าย(?!สินค้า)|สิ้นสุด/u;
const left = /^(?:ยอด|จำนวน)?(?:คง)?ค้าง|คงเหลือ|(?:อยู่)?ระหว่าง(?:ดำเนิน|พิจารณา|สอบสวน)/u;
/** It is what came of the work in some time, and no forecast or list. */
const tellsResults = /ผล(?!ิต|ไม้)|สถิติ|สรุป|ปริมาณ|ผลงาน/u;
/** What an office does beside its mission: letters, complaints, repairs, leave, stores, its own debts. */
const ofOffice =
  /ร้องเรียน|ร้องทุกข์|แจ้งซ่อม|ซ่อมบำรุง|หนังสือ(?:รับ|ส่ง|ราชการ)|สารบรรณ|ใบลา|วันลา|สมัครงาน|พัสดุ|ครุภัณฑ์|จัดซื้อ|จัดจ้าง|สินค้า|ลูกหนี้|เจ้าหนี้|ข้อตรวจพบ|ข้อทักท้วง|กระทู้|คำถาม|อบรม|เงินยืม|(?<!ฉีด|ให้|รับ)วัคซีน|เวชภัณฑ์/u;
