// Calendars of who follows the plan or its projects, and when: a table of rounds or days, with what is done in each. Pure.
import { namesMonth } from '../text/thai-months.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';
import type { Line } from './unit-lines.ts';

/** The first row of a table of who follows the plan or its projects and when, of which some rows say so. */
export function calendarOfPlan(lines: readonly Line[]): number | undefined {
  const rows = lines.filter(({ segment }) => segment.kind === 'row');
  const timed = rows.filter(({ text }) => round.test(text) || namesMonth(text));
  // Under the name of such a calendar, what is reported need be said once.
  const named = lines.some(({ segment, text }) => segment.kind === 'heading' && ofReporting.test(text));
  const said = timed.filter(({ text }) => followsWork.test(text));
  const following =
    named && said.length > 0 ? timed.filter(({ text }) => followsWork.test(text) || /รายงาน|ติดตาม/u.test(text)) : said;
  const telling = following.length >= fewestRounds && timed.length * 2 > rows.length;
  return telling && rows.some(({ text }) => who.test(text)) ? following[0]!.index : undefined;
}

/** Over the match form. */
const ofReporting = /^[^\p{L}]*(?:ปฏิทิน|กำหนดการ|รอบ|กำหนดเวลา)(?:การ)?(?:รายงาน|ติดตาม)/u;

/** Of a calendar. */
const fewestRounds = 2;

/** Its title calls it a calendar. */
export const isCalled = ({ own }: Unit): boolean => own !== undefined && calendar.test(norm(own.text).text);
/** Over the match form, as all that follow. */
const calendar = /^[^\p{L}]*(?:ป[ฏ]ิทิน|กำหนดการ|กำหนดเวลา|รอบเวลา)/u;

/** In a table of when what is done, a round or its day. */
const round = /ทุก|วันที่\s*\d|ไตรมาส|สัปดาห์|เดือน|รอบ|quarter|month|week/iu;

/** The plan and its projects, also by the letters that an office has for them (OP, BSC). */
const plan = '(?:แผน(?!ที่|ก)|โครงการ|(?<![a-z])(?:op|bsc|okrs?|kpis?|poa|action ?plan)(?![a-z]))';
const followsWork = new RegExp(
  [
    // What is done with them in a round.
    `(?:ติดตาม|ทบทวน|เร่งรัด|ประเมิน)(?:และ|ผล|การ|ความก้าวหน้า|ความคืบหน้า)*${plan}`,
    `(?:กรอก|ลง|ส่ง|รายงาน|สรุป|รวบรวม)(?:ตัวเลข|ข้อมูล)?(?:ผล|ความก้าวหน้า|ความคืบหน้า|แบบติดตาม|แบบรายงาน)[^|\\n]{0,30}${plan}`,
    'แบบ[^|\\n]{0,12}(?:ไตรมาส|รอบ)',
    '(?:สรุป|รายงาน)(?:ผล)?(?:โครงการ|(?:op|bsc|okrs?|kpis?|poa)(?![a-z]))',
    // Whoever is behind the plan has to explain himself.
    '(?:ต่ำกว่า|ช้ากว่า|ไม่ถึง|ตก)(?:แผน|เป้า)[^|\\n]{0,40}?(?:ชี้แจง|อธิบาย|รายงานเหตุ)',
  ].join('|'),
  'iu',
);

/** Who follows it. */
export const who =
  /กรรมการ|คณะทำงาน|ประชุม|หัวหน้า|ผู้บริหาร|ผู้อำนวยการ|ผู้ว่าราชการ|นายอำเภอ|ปลัด|นายก|ผู้กำกับการ|ผกก\.|ผู้รับผิดชอบ|เจ้าของโครงการ|(?:^|[\s:.)|]|ให้|โดย|มอบ|ทุก)(?:กลุ่ม|งาน|ฝ่าย|กอง|สำนัก|แผนก(?!าร)|ส่วน)[ก-๙]{4,}|committee|board|director|working group|manager/imu;
