// What somebody makes of the year's work as a whole: a mark, a grade, so many of so many reached. Pure.
import { plainOf } from './told-line.ts';
import type { Line } from './unit-lines.ts';

/** Longer lines tell of more than that. */
const longest = 600;

export const scoredIn = (lines: readonly Line[]): boolean =>
  lines.some(({ segment }) => segment.text.length <= longest && scored.test(plainOf(segment.text)));

const words = '(?:คะแนน|เกรด|ดาว|เต็ม(?: ?10| ?สิบ)|ให้ผ่าน|แต้ม)';
const reached = '(?:ได้(?:ครบ|ตาม|เต็ม)?|ถึง(?:เป้า)?|ผ่าน|สำเร็จ|ลุล่วง|บรรลุ|ครบ|ทำได้|ทำถึง|ตามเวลา|เกิน(?:ครึ่ง|เป้า))';
const missed = '(?:ไม่(?:ได้|ถึง|ผ่าน|เต็ม|ขยับ|สำเร็จ)|เกือบ[ก-๎]{0,6}|ใกล้[ก-๎]{0,6}|ตก|ช้า[ก-๎]{0,16}|คาบเส้น|น่าเป็นห่วง|ขาด)';
const scored = new RegExp(
  [
    `${words}[^\\n]{0,40}?(?:\\d|เอ|บี|ซี|ดี|[A-D])|(?:ให้|ได้)(?:เรา|ตัวเอง|ผ่าน[ก-๎]{0,20})? ?\\d[\\d.]* ?(?:จาก|เต็ม|/) ?\\d|เกรด(?:เฉลี่ย)? ?(?:\\d|[A-D]|เอ|บี|ซี)`,
    `${reached} ?\\d[\\d.]* ?(?:[ก-๎]{2,10} ?)?(?:จาก|ใน) ?\\d`,
    `(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า) ?(?:งาน|เรื่อง|ข้อ|อย่าง)?${reached}[^\\n]{0,24}?(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า) ?(?:งาน|เรื่อง|ข้อ|อย่าง)?${missed}`,
    `${reached} ?(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)[^\\n]{0,30}?${missed} ?(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า)`,
    '(?:กรรมการ|อาจารย์|คนนอก|ผู้ตรวจ|สภา|บอร์ด)[^\\n]{0,40}?(?:ถือว่า|เห็นว่า|ลงความเห็นว่า)(?:น่า)?(?:พอใจ|ดี|ผ่าน|ใช้ได้)',
  ].join('|'),
  'u',
);
