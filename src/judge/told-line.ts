// What a line tells of a piece of work in plain words, once it is known that it tells of the year's work: what was meant and what came
// of it, how far it is, what was spent (วันนี้ออกไปแล้วห้าตำบล ควักไปแล้วหนึ่งแสนสี่หมื่น; ตั้งใจ 420 ราย ได้ 260 ราย). Pure.
import { plainDigits } from '../text/plain-digits.ts';
import { repair } from '../text/repair.ts';
import { withDigits } from '../text/spelled-numbers.ts';

export interface ToldFacts {
  readonly progress: string | undefined;
  readonly result: string | undefined;
  readonly budget: string | undefined;
  readonly spent: string | undefined;
  /** It says by itself whether that was enough. */
  readonly judged: boolean;
  /** It tells of what is done or left undone, as no plan does. */
  readonly past: boolean;
  /** Where in the plain text the first of them begins. */
  readonly first: number;
}

/** In Arabic digits, numbers in words as well, and spaces kept: a clause begins after one. */
export const plainOf = (text: string): string =>
  withDigits(plainDigits(repair(text).text))
    .replace(/\s+/gu, ' ')
    .trim();

const figure = String.raw`(?<![\d/.,])\d[\d,]*(?:\.\d+)?(?![\d/])`;
/** What millions may be of besides. */
const measured = 'ลบ|ลูกบาศก์|ลิตร|คิว|โดส|ต้น|ตัว|คน|ราย|ไร่|หน่วย|กล้า';
const ofMoney = String.raw`\s?(?:ล้าน|แสน|หมื่น|พัน)?\s?(?:บาท|บ\.|฿|\.-)|\s?(?:ล้าน|แสน|หมื่น)(?!\s?(?:${measured}))`;
const things =
  'คน|ราย|ครั้ง|วัน|เดือน|ปี|ชั่วโมง|ชม|นาที|แห่ง|ตัว|ไร่|ครัวเรือน|หลัง|กม|กิโล|เมตร|ลบ|ตัน|ต้น|หมู่|รุ่น|เรื่อง|โครงการ|รายการ|จุด|ชุด|เครื่อง|คัน|ราย|ตำบล|อำเภอ|โรง|กลุ่ม|แปลง|สาย|คู่|ม้วน|แผ่น|ลำ|บ่อ|ชิ้น|ถุง|ดวง|ตู้|ท่อน|ลูก|กิ่ง|แผง|ร้าน|รูป|%|ใน\\s?\\d';
/** A sum by its word, or one large enough and of nothing that is counted. */
const sum = `(?:ล้าน\\s?)?(?:${figure}(?:${ofMoney})|(?<![\\d/.,])(?:\\d{1,3}(?:,\\d{3})+|\\d{3,})(?:\\.\\d+)?(?![\\d/])(?!\\s?(?:${things}))|0(?!\\s?(?:${things})|[\\d.,]))`;
const spends =
  '(?<!จะ|ต้อง|เพื่อ|ค่า|ผู้|การ|ราย|แผน|ขอ|พอ|ที่)(?:จ่าย|ใช้(?!เวลา|งาน|การ|ชีวิต|ได้)|เบิก|ควัก|(?<!ทั้ง)หมด(?=เงิน|ไป|แล้ว|พอดี|\\s)|(?:เงิน|เบี้ยเลี้ยง|งบ|บาท)[ก-๎]{0,12}(?:ออก|ลง)(?=ไป|จาก|แล้ว)|(?:ออก|ลง)เงิน|ถลุง|เสียเงิน)';
const spent = new RegExp(
  `${spends}[^\\d\\n]{0,40}?${sum}|(?:เงิน|งบ)[ก-๎]{0,10}(?:ยังอยู่|อยู่ครบ|ไม่ได้(?:ใช้|แตะ)|ยังไม่(?:ได้)?(?:ออก|ใช้|จ่าย|แตะ)|คืน)|ยังไม่(?:ได้|มีการ)?(?:จ่าย|ใช้เงิน|เบิก|ควัก)|ไม่ได้(?:จ่าย|ใช้)(?:เงิน|สัก|เลย)`,
  'u',
);
const budget = new RegExp(
  `(?:ตั้ง|เงิน|งบ|กัน|ขอ|ได้(?:มา|รับ)?|วงเงิน|จาก)(?:ไว้|ที่|ตั้งต้น|ตั้ง|มา|ให้|[ :])*(?:ล้าน\\s?)?(?:${figure}(?:${ofMoney})|\\d{1,3}(?:,\\d{3})+(?!\\s?(?:${things})))`,
  'u',
);

const aim =
  '(?:ตั้งใจ|ตั้งเป้า|ตั้ง(?=ไว้)|หวัง|เขียน(?=ไว้|ว่า)|บอก(?=ไว้|ว่า)|พูด(?=ไว้)|รับปาก|วาง(?=ไว้)|กะ(?=ไว้|ว่า)|คาด|เป้า(?:หมาย)?|อยาก(?:ได้|ให้)|ก่อน(?=\\s?:))(?:ไว้|ว่า|จะ|ให้|ได้|ที่|เอา|ทั้งปี|[: ])*';
const came =
  '(?<!จะ|ให้|ที่)(?:ได้(?!รับ|แก่)|เหลือ|จบไป|ไปแล้ว|แล้ว|ครบ|หลัง(?= ?:)|ได้จริง|(?<= )(?:มา|ไป|ตาย|ติด|ออก|วันนี้|ตอนนี้|เกิดจริง))';
const pair = new RegExp(
  [
    `${aim}[^\\d\\n]{0,36}?${figure}(?!${ofMoney})[^\\n]{0,40}?${came}[^\\d\\n]{0,20}?${figure}(?!${ofMoney})`,
    `${figure}[^\\d\\n(]{0,24}\\((?:ที่)?${aim}[^\\d\\n]{0,12}?${figure}`,
    `${came}[^\\d\\n]{0,16}?${figure}(?!${ofMoney})[^\\d\\n]{0,40}?(?:${aim})${figure}(?=\\s?(?:${things}|%|\\)))`,
  ].join('|'),
  'u',
);
/** Its own word on whether that was enough, or somebody's mark. */
const verdict =
  /(?:ลงความเห็นว่า|ถือว่า|นับว่า|สรุปว่า)\s?(?:ยัง|ข้อนี้|น่า)*(?:ไม่|เกือบ|ใกล้)?(?:ได้|ครบ|ถึง|ผ่าน|สำเร็จ|พอใจ|ดี|ตก)|[–—-]\s?(?:ยัง)?(?:ไม่)?(?:ได้(?:ตาม[ก-๎]{2,10})?|ผ่าน|ถึง|ครบ)\s*$|(?:เกิน|ได้ตาม|ไม่ถึง|ดีกว่า|ต่ำกว่า)ที่(?:ตั้ง|หวัง|คาด|บอก|เขียน)|ให้(?:ดาว)?\s?\d?\s?ดวง|ไม่ให้ดาว|(?:^|\s)(?:ไม่)?ผ่าน(?:ทั้ง[ก-๎ \d]{2,16})?\s*(?:$|เพราะ)/u;

/** How far it is, in so many of them or in a word; marks are read where the line or its heading begins. */
const doneCount = `(?:ได้|แล้ว|ไป|มา(?!จาก)|ครบ|เสร็จ|จบ|ยังขาด|เหลือ(?:อีก)?)(?:แค่|เพียง|ราว|กว่า|แล้ว|ทั้ง|ถึง|เพิ่ม|[ก-๎]{0,12} )?\\s?${figure}(?!${ofMoney})\\s?(?:${things}|[ก-ฮเ-ไ])`;
const state = new RegExp(
  [
    doneCount,
    `${figure}\\s?[ก-๎.]{0,16}\\s?จาก(?:ทั้งหมด)?\\s?${figure}(?!${ofMoney})`,
    `(?<![\\d.])\\d{1,3}(?:\\.\\d+)?\\s?%|\\d ?ส่วน ?(?:10|สิบ)`,
    'จบ(?!การศึกษา|จาก|วิชา|ปวช|ปวส|ปริญญา)|เสร็จ(?!ภายใน|ก่อน|ทัน|ใน)|ลุล่วง|ครบ(?!กำหนด|รอบ|วงจร|เครื่อง|ถ้วน)|ยังไม่|ยัง[ก-๎]{1,24}?ไม่ได้|ไม่ได้(?=ทำ|เริ่ม|เปิด|จัด)|กำลัง(?!คน|ใจ|ซื้อ|แรง|พล|กาย)|(?:^|[ ,])รอ(?![งบยด])(?=[ก-ฮเ-ไ])',
    '(?:เปิด|ติด|ทำ|ซ่อม|จัด|ส่ง|ขุด|วาง|ฉีด|แจก|เท|ลาด|ปลูก|เยี่ยม|สร้าง|อบรม|ขาย|เกลี่ย|เรียบ|กั้น|ปัก)[ก-๎]{0,16}?(?:แล้ว|ไม่ได้|ทุกวัน)|(?:ได้|ไป|เหลือ)(?:แค่|เพียง)?ครึ่ง|(?:^|[ ,])(?:ช้า|ค้าง|หยุด)|ค้าง(?=อยู่)|ล่าช้า|เลื่อน(?!ขั้น|ตำแหน่ง|ระดับ)|ยกเลิก|ผ่านแล้ว|ข้างหน้า$|(?:ใช้งาน|ใช้การ|วิ่ง|เดิน|ใช้|เปิด|ทำ)ได้(?!รับ|แก่)|ไม่ได้ทำ',
    '(?:^| )(?:สี)?(?:เขียว|เหลือง|แดง)(?= |$|,)|(?:เขียว|เหลือง|แดง) ?(?=\\d)',
  ].join('|'),
  'u',
);
/** A mark that a legend gives a meaning, at the head of a line. */
export const mark = /^\s*[✓✔☑✅◐◑◒◓◔◕○●◌◯✗✘✕❌⬤🟢🟡🔴🟠⬜⭕]/u;

/** What is going to be done is told so from its first words on (เราจะเปิดร้าน…). */
const toCome = /^[^\p{L}]*(?:เรา|ปีนี้|ครู|โรงเรียน|ฝ่าย[ก-๎]{0,12}|และ|ส่วน| )*จะ(?!แจ้ง)/u;
const past =
  /แล้ว|ไปแล้ว|(?:ได้|ไป|มา|ครบ|เหลือ|ขาด) ?\d|จบ|เสร็จ(?!ก่อน|ใน|ภายใน|ทัน)|ยังไม่|ไม่ได้|กำลัง|ค้าง|(?:จ่าย|ใช้|หมด|เบิก|ออก|ควัก)(?:เงิน)?(?:ไป|แล้ว|จริง|ครบ)|ควัก|ยกเลิก|เลื่อน|ผ่าน|ช้า|จริง|จาก ?\d|(?:เขียว|เหลือง|แดง)(?= |\d|$)|(?:ใช้การ|ใช้งาน|วิ่ง|เดิน)ได้|ทุกวัน/u;

export function toldFacts(plain: string): ToldFacts | undefined {
  if (toCome.test(plain)) return undefined;
  const marked = mark.exec(plain);
  const found = {
    progress: marked ?? state.exec(plain),
    result: /\d/u.test(plain) ? pair.exec(plain) : null,
    budget: /\d/u.test(plain) ? budget.exec(plain) : null,
    spent: spent.exec(plain),
  };
  const judged = verdict.exec(plain);
  const places = [...Object.values(found), judged]
    .filter((match) => match !== null && match !== marked)
    .map((match) => match!.index);
  if (places.length === 0 && marked === null) return undefined;
  return {
    progress: found.progress?.[0],
    result: found.result?.[0] ?? judged?.[0],
    budget: found.budget?.[0],
    spent: found.spent?.[0],
    judged: judged !== null,
    past: marked !== null || judged !== null || found.result !== null || past.test(plain),
    first: places.length === 0 ? plain.length : Math.min(...places),
  };
}
