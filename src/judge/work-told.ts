// Whether a cell or line tells how far work has come, in whatever words: Thai marks what is done, being done, waiting or not yet
// done with a few particles. Pure.
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';

/** Over the match form. */
const particles =
  /แล้ว|เสร็จ|สำเร็จ|ครบ|กำลัง|ระหว่าง|(?:ทำ|จัด|สร้าง|ซ่อม|ดำเนิน(?:การ|งาน))อยู่|ยังไม่|เลื่อน|^\s*รอ|^\s*ยกเลิก|^\s*ปิด(?:โครงการ|งาน|กิจกรรม)|^\s*อยู่(?:ใน)?(?:ช่วง|ขั้น)|จาก(?:ทั้งหมด|เป้าหมาย)?\s*\d/u;
/** All that a cell says: over, left lying, or being done (จบ, ทำค้างอยู่, ลงมืออยู่). */
const alone =
  /^\s*(?:ทำ)?(?:จบ|ค้าง)(?:แล้ว|อยู่|งาน|โครงการ|ครบ|ไว้)*\s*$|^\s*(?:ลงมือ|เดินงาน|คืบ|ค้าง|ทำค้าง)[ก-๎]{0,8}อยู่\s*$|^\s*ข้ามปี\s*$/u;
/** No end of a word before another (กลางบ้าน). */
const ofMoney = /บาท|งบ(?![\u0e30-\u0e3a\u0e47-\u0e4e])|เบิก|จ่าย|โอน/u;
/** Days that have gone by are no work done (วันสัญญาผ่านไปแล้ว, ใช้เวลาไปแล้ว 75%). */
const ofTime = /(?:วัน|เวลา|อายุ(?:สัญญา)?)[ก-๎]{0,16}(?:ผ่าน|ล่วง|หมด)(?:ไป|มา|เลย)|(?:ใช้|เหลือ)(?:ระยะ)?เวลา(?:ไป|อีก|แล้ว)/u;

/** Words of money alone (เบิกจ่ายแล้ว) tell nothing of the work. */
export function tellsOfWork(lexicon: Lexicon, text: string): boolean {
  const n = norm(text);
  if (!/\p{L}/u.test(n.text) || n.text.length > 300 || ofMoney.test(n.text) || ofTime.test(n.text)) return false;
  return particles.test(n.text) || alone.test(n.text) || findPhrases(lexicon.states, n).some(({ start }) => start <= 3);
}

/** A number of something that is no money (ออกตรวจ 14 ครั้ง, ให้บริการ 3 ตำบล). */
export function countsWork(text: string): boolean {
  const n = norm(text).text;
  return (
    !ofMoney.test(n) &&
    /\p{L}[\p{L}\p{M}\s]*\d[\d,]*\s*[\u0e01-\u0e2e\u0e40-\u0e44]/u.test(n) &&
    !/ปี\s*\d|พ\.?ศ/u.test(n)
  );
}

/** A word for work that is a state where it goes on stands in a name: at the head of it, or as a part of a word (แผนกช่างก่อสร้าง). */
export const namesWork = (text: string, from: number, to: number): boolean =>
  work.test(text.slice(from, to)) && withinName.test(text.slice(0, from));
const work = /^(?:ก่อสร้าง|ส่งมอบ|ประกวดราคา)$/u;
/** Nothing but a bullet or a number before it, or a letter. */
const withinName = /^[\s\-–—•*()[\]0-9๐-๙.]*$|[\u0e01-\u0e2e\u0e30-\u0e4e]$/u;
