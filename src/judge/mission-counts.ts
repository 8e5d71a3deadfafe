// Results of an agency's mission told in numbers alone: of each kind of its cases, requests or works, how many came in, how many were
// finished and how many are left (คดี | รับใหม่ | แล้วเสร็จ | ค้าง). Progress of the mission, though of no plan. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { isValue } from './cell-value.ts';
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { isAtMost, linesOf } from './unit-lines.ts';
import { oneYearOf } from './years.ts';

/** Kinds of which it is told, and lines over them that may say of what they are. */
const [fewest, linesAbove] = [2, 4];

export interface MissionCounts {
  /** Of the first kind. */
  readonly segment: number;
  readonly year: number;
}

/** Where a table of the unit counts so, of a year that a line over it names. */
export function missionCounts({ agency, calendar }: Survey, unit: Unit): MissionCounts | undefined {
  if (unit.tables.length === 0 || !isAtMost(unit, ['progress-page'])) return undefined;
  const lines = linesOf(unit);
  const rows = lines.filter(({ segment }) => segment.kind === 'row');
  for (const head of rows) {
    const heads = (head.segment.cells ?? []).map((cell) => norm(cell).text);
    const columns = [cameIn, finished, left].map((words) => heads.findIndex((text) => words.test(text)));
    if (new Set(columns).size < columns.length || columns.includes(-1)) continue;
    const { table } = head.segment.locator;
    const under = rows.filter(({ index, segment }) => index > head.index && segment.locator.table === table);
    const counted = under.filter(({ segment }) => columns.every((column) => isValue(segment.cells?.[column] ?? '')));
    if (counted.length < fewest || !counted.some(({ segment }) => /[1-9๑-๙]/u.test(segment.cells![columns[1]!]!)))
      continue;
    const around = lines
      .filter(({ index, segment }) => index < head.index && segment.kind !== 'row')
      .slice(-linesAbove);
    const said = [unit.page.text.title ?? '', unit.own?.text ?? ''].map((text) => norm(text).text);
    const texts = [...said, ...around.map(({ text }) => text), ...heads, ...counted.map(({ text }) => text)];
    if (texts.some((text) => ofOffice.test(text))) continue;
    if (![...said, ...around.map(({ text }) => text)].some((text) => tellsResults.test(text))) continue;
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

/** Over the match form, as all that follow. */
const cameIn = /(?:^|[\s(])(?:[ก-ฮเ-ไ]{0,12})?(?:รับ(?:ใหม่|เข้า|ไว้|มา|คำขอ|เรื่อง|ทั้งหมด|$)|ยื่น(?:ใหม่|คำขอ|$)|เข้าใหม่)/u;
const finished = /(?:แล้ว)?เสร็จ|สำเร็จ|ยุติ|จำหน่าย(?!สินค้า)|สิ้นสุด/u;
const left = /^(?:ยอด|จำนวน)?(?:คง)?ค้าง|คงเหลือ|(?:อยู่)?ระหว่าง(?:ดำเนิน|พิจารณา|สอบสวน)/u;
/** It is what came of the work in some time, and no forecast or list. */
const tellsResults = /ผล(?!ิต|ไม้)|สถิติ|สรุป|ปริมาณ|ผลงาน/u;
/** What an office does beside its mission: letters, complaints, repairs, leave, stores, its own debts. */
const ofOffice =
  /ร้องเรียน|ร้องทุกข์|แจ้งซ่อม|ซ่อมบำรุง|หนังสือ(?:รับ|ส่ง|ราชการ)|สารบรรณ|ใบลา|วันลา|สมัครงาน|พัสดุ|ครุภัณฑ์|จัดซื้อ|จัดจ้าง|สินค้า|ลูกหนี้|เจ้าหนี้|ข้อตรวจพบ|ข้อทักท้วง|กระทู้|คำถาม|อบรม|เงินยืม|วัคซีน|เวชภัณฑ์/u;
