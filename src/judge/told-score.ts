// What somebody makes of the year's work as a whole: a mark, a grade, so many of so many reached. Pure.

import { planByName } from './plan-by-name.ts';
import type { PlanNames } from './plan-names.ts';
import { plainOf } from './told-line.ts';
import type { Line } from './unit-lines.ts';

/** Longer lines tell of more than that. */
const longest = 600;

export const scoredIn = (lines: readonly Line[]): boolean =>
  lines.some(
    ({ segment }) => segment.kind !== 'row' && segment.text.length <= longest && scored.test(plainOf(segment.text)),
  );

const reached =
  '(?:ได้(?:ครบ|ตาม|เต็ม)?|(?:ทำ)?ถึง(?:เป้า)?|ผ่าน|สำเร็จ|ลุล่วง|บรรลุ|ครบ|ทำได้|(?:เดิน)?ตาม(?:เวลา|แผน)|เกิน(?:ครึ่ง|เป้า))';
const missed = '(?:ไม่(?:ได้|ถึง|ผ่าน|เต็ม|ขยับ|สำเร็จ)|เกือบ[ก-๎]{0,6}|ใกล้[ก-๎]{0,6}|ตก|ช้า[ก-๎]{0,16}|คาบเส้น|น่าเป็นห่วง|ขาด)';
const works = '(?:งาน|เรื่อง|ข้อ|อย่าง|โครงการ|รายการ)';
const so = '(?:\\d+|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)';
const grade = '(?:\\d|เอ|บี|ซี|[A-D])';
/** The work as a whole, and what somebody gives for it. */
const scored = new RegExp(
  [
    `(?:ให้|ได้)[ก-๎ ]{0,16}(?:คะแนน|เกรด|ดาว)[^\\n]{0,24}?${grade}|(?:เกรด|คะแนน)(?:เฉลี่ย|รวม)?(?: |คือ|ได้)*${grade}`,
    '(?:ให้|ได้)[ก-๎ ]{0,24}\\d[\\d.]* ?(?:จาก|เต็ม) ?(?:5|10|100|สิบ)(?!\\d)',
    `(?:รวม|สรุป|นับ|บวกลบ)[ก-๎ ]{0,16}(?:${so} ?${works}[ก-๎ ]{0,8})?${reached}? ?\\d+ ?(?:ใน|จาก)? ?(?:\\d+ ?${works}|$)`,
    `${reached} ?\\d+ ?(?:จาก|ใน) ?\\d+ ?${works}`,
    `${so} ?${works}(?:ที่)?${reached}[^\\n]{0,24}?${so} ?${works}?(?:ที่)?${missed}`,
    `${works}[^\\n]{0,20}?${reached} ?${so}[^\\n]{0,30}?${missed} ?${so}`,
    `${works}ทำถึง ?${so}`,
    '(?:กรรมการ|อาจารย์|คนนอก|ผู้ตรวจ|สภา|บอร์ด)[^\\n]{0,40}?(?:ถือว่า|เห็นว่า|ลงความเห็นว่า)(?:น่า)?(?:พอใจ|ดี|ผ่าน|ใช้ได้)',
  ].join('|'),
  'u',
);

/**
 * It was promised so many of them, and so many were kept; or of so many in the plan, by the name that the office gives it, so many were done:
 * what is told of a year that is over, without telling of each.
 */
export function keptOf(lines: readonly Line[], plan: PlanNames): number | undefined {
  for (const { index, segment, text } of lines.slice(0, headLines)) {
    if (segment.kind === 'row' || segment.text.length > longest) continue;
    const plain = plainOf(segment.text);
    if (kept.test(plain) || (plan.names(text) && doneOfAll(plain)) || (ofPlan.test(text) && doneOfAll(plain, true)))
      return index;
  }
  return undefined;
}

/** Over the match form: the plan by the name that every office has for it. */
const ofPlan = new RegExp(`(?:ตาม|ใน)(?:เล่ม)?${planByName}`, 'u');

/** So many things, and so many of them done; `named`: only what is called a piece of work. */
export function doneOfAll(plain: string, named = false): boolean {
  const [, all, done] = (named ? ofAllWorks : ofAll).exec(plain) ?? [];
  return all !== undefined && done !== undefined && numberOf(done) <= numberOf(all) && numberOf(all) >= fewestOfAll;
}
const fewestOfAll = 3;
const inWords = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ'];
const numberOf = (word: string): number => (/^\d/u.test(word) ? Number(word) : inWords.indexOf(word) + 1);
const headLines = 8;
const allOf = (things: string): RegExp =>
  new RegExp(
    `(?<![\\d,.])(?!25\\d\\d)(${so}) ?(?!บาท|คน|ล้าน|แสน|ปี|เดือน|วัน)${things}[ก-๎ ]{0,16}? (?:ทำ|เดิน|ไป|ถึง|ผ่าน|สำเร็จ|ครบ|จบ|แวะ|เสร็จ)(?:ถึง|ได้|จบ|จริง|เสร็จ|ครบ|แล้ว|ไป| )*(${so})(?![\\d,.])`,
    'u',
  );
const ofAll = allOf('[ก-๎]{2,8}');
const ofAllWorks = allOf(`${works}`);
const kept = new RegExp(
  `(?:รับปาก|สัญญา|บอก|เขียน|ตั้งใจ|พูด|วาง)[ก-๎ ]{0,24}${so} ?${works}[^\\n]{0,80}?(?:ทำ(?:ได้|ถึง|สำเร็จ|ครบ)|สำเร็จ|ผ่าน|ครบ)[ก-๎ ]{0,24}${so} ?${works}`,
  'u',
);
