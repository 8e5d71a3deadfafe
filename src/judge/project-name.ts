// Which words name a project or activity: a lead word, or what stands in a column of projects and is no total, category of
// expense or publication. Pure.
import { findPhrases } from '../text/phrase.ts';
import { lettersIn } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';

export function isProjectName(lexicon: Lexicon, name: string): boolean {
  if (lettersIn(name) < 5 || unwritten.test(name) || numberedOnly.test(name)) return false;
  // A list of publications is no list of projects, though its column may be called รายการ too.
  if (isExpense(name)) return false;
  if (publication.test(name.replace(/^[\s\-–—•*()[\]0-9๐-๙.]+/u, ''))) return false;
  const n = norm(name);
  if (ofSheet.test(n.text) || ofSpending.test(n.text) || isHeld.test(n.text)) return false;
  // A sentence that counts them (ดำเนินการแล้ว 30 โครงการ).
  if (/[\p{L}\p{M}]\s*(?<!(?:ที่|ลำดับ)\s*)(?:[2-9]|\d{2,3})\s*โครงการ/u.test(n.text)) return false;
  return !findPhrases(lexicon.notProjects, n).some(
    (match) => match.start <= 3 && (match.end - match.start) * 2 >= n.text.length,
  );
}

/** Over the match form: what a project's own sheet says of it comes under its name (วัตถุประสงค์ เพื่อ…). */
const ofSheet =
  /^[^\p{L}]*(?:หลักการ(?:และ|เหตุผล|$|[\s:])|วัตถุประสงค์|ตัวชี้วัด|ผลที่คาดว่า|ผู้รับผิดชอบ|ผู้เสนอ|ระยะเวลา|วิธี(?:การ)?ดำเนิน|ขั้นตอนการดำเนิน|กลุ่มเป้าหมาย|หมายเหตุ|ลงชื่อ|แหล่ง(?:ทุน|เงิน|งบ))/u;

/** Over the match form: what an office has or takes in (เงินสะสม, เงินฝากธนาคาร, รายได้จากค่าธรรมเนียม). */
const isHeld =
  /^[^\p{L}]*(?:เงิน(?:สะสม|ทุนสำรอง|คงคลัง|คงเหลือ|ฝาก|รับฝาก|รายรับ|รายได้|สด|ประกัน|กู้คงค้าง)|ยอด(?:ยกมา|ยกไป|คงเหลือ)|รายรับ|รายได้(?:จาก|ที่|รวม|อื่น|$)|ลูกหนี้|เจ้าหนี้|หนี้สิน|สินทรัพย์)(?!.*(?:โครงการ|กิจกรรม|อบรม))/u;

/** Over the match form: what was spent in all, or of a sort of money (ภาพรวม_เบิกจ่าย, รายจ่ายลงทุน ใช้จ่าย). */
const ofSpending = /^(?!.*(?:โครงการ|กิจกรรม|เร่งรัด|ติดตาม|อบรม|ระบบ)).{0,40}(?:เบิกจ่าย|ใช้จ่าย)[^\p{L}]*$/u;

/** Room to write a name or a number in (ทั้งหมด ( โครงการ)). */
export const unwritten = /\.{5,}|…{2,}|_{4,}|[([]\s+(?:โครงการ|กิจกรรม|รายการ)\s*[)\]]/u;

/** Which of them it is, and not what it is called (กิจกรรมที่ 1.1.2). */
const numberedOnly = /^[^\p{L}]*(?:โครงการ|กิจกรรม|งาน)(?:หลัก|ย่อย|พัฒนา)?\s*(?:ที่)?\s*[0-9๐-๙.]*[^\p{L}]*$/u;

/**
 * A piece of work that tells how far things have come and yet names no project: which projects a line counts or speaks of
 * (โครงการที่บรรลุเป้าหมาย), a part of the plan (ยุทธศาสตร์ที่ 1 …), a question, a word to the readers.
 */
export const namesNone = (name: string): boolean => noName.test(norm(name).text);
/** Over the match form. */
const noName =
  /^[^\p{L}]*(?:(?:โครงการ|กิจกรรม|งาน)ที่(?:$|ดี|บรรลุ|บรรจุ|ปรากฏ|ตั้งไว้|ยัง|ไม่|ได้|จะ|ทำ(?!การ)|ดำเนิน|เสร็จ|แล้ว|ล่าช้า|ต้อง|ผ่าน|ขอ|อยู่ระหว่าง|สำเร็จ|มี)|(?:ประเด็น)?ยุทธศาสตร์(?:ชาติ|จังหวัด)?(?:ที่)?\s*\d|ทำไม|ใคร(?!เก่ง)|คอมเมนต์)/u;

const publication =
  /^(?:ประกาศ|คำสั่ง|รายงาน|เอกสาร|แบบฟอร์ม|แบบสำรวจ|แบบสอบถาม|คู่มือ|หนังสือ|บันทึก|ระเบียบ|พระราช|พ\.ร\.บ|แผน(?!งาน)|ผลการ|สรุปผล|ปฏิทิน|ดาวน์โหลด|download)/iu;

/** What a project's money goes to (ค่าวิทยากร, ค่าอาหารว่าง). Local budgets list their projects as ค่าใช้จ่าย… and ค่าก่อสร้าง…. */
export const isExpense = (text: string): boolean => expense.test(text);
const expense =
  /^[\s\-–—•*()[\]0-9๐-๙.]*ค่า(?:อาหาร|วิทยากร|ตอบแทน(?:วิทยากร|คณะกรรมการ)|วัสดุ(?!ศาสตร์)|พาหนะ|ยานพาหนะ|เดินทาง|ที่พัก|เอกสาร|ป้าย|เช่า(?:รถ|เครื่อง|สถานที่|เต็นท์|เวที|ห้อง|เหมา)|สถานที่|จัดสถานที่|เครื่อง(?:ดื่ม|เสียง|เขียน)|ของที่ระลึก|ของรางวัล|เบี้ยเลี้ยง|น้ำมัน|ถ่ายเอกสาร|สมนาคุณ|จัดทำ(?:เอกสาร|ป้าย|เล่ม)|จ้างเหมารถ)/u;

/** The text starts (after a number or bullet) with a word for a project. */
export function leadsProject(lexicon: Lexicon, text: string): boolean {
  const lead = text.replace(/^[\s\-–—•*()[\]0-9๐-๙.]+/u, '');
  return findPhrases(lexicon.projectLeads, norm(lead.slice(0, 60))).some((match) => match.start === 0);
}

/** Names of the same project told apart by its number and lead word alone. */
export const projectKey = (name: string): string =>
  norm(name)
    .text.replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:ชื่อ)?(?:โครงการ|กิจกรรม|งาน)[\s:.-]*/u, '')
    .slice(0, 40);
