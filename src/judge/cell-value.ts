// What a table cell is by its own look: a figure, money, a rate, a tick, nothing. Pure.
import { findAmounts } from '../text/amount.ts';
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';

const money: ReadonlySet<ColumnId> = new Set(['budget', 'spent', 'balance', 'spent-percent']);

/** Something stands in it that the column can mean: an amount where an amount is due. */
export function isFilled(column: ColumnId, text: string): boolean {
  if (text === '' || /^[-–—.\s]+$/u.test(text) || pointsElsewhere(text)) return false;
  if (column === 'result' && awaited.test(norm(text).text)) return false;
  if (money.has(column)) return /^[^\p{L}]*[0-9๐-๙]/u.test(text) || findAmounts(norm(text)).length > 0;
  return true;
}

/** Over the match form: a result that is not known yet (รอ HDC ประมวลผล). */
const awaited =
  /^[^\p{L}]*(?:รอ(?!บ|ด|ง|ย|ม|น|ก)[^\n]{0,24}?(?:ผล|ข้อมูล|ประมวล|สรุป|รายงาน|ประเมิน|วิเคราะห์)|(?:อยู่)?(?:ใน)?ระหว่าง(?:การ)?(?:ประมวล|สรุป|รวบรวม|วิเคราะห์|ประเมิน)(?:ผล|ข้อมูล)?)[^\n]{0,24}$/u;

/** Where it is told, in place of what (ตามเอกสารแนบ, ดูภาคผนวก). */
export const pointsElsewhere = (text: string): boolean => text.length <= 60 && elsewhere.test(norm(text).text);
const elsewhere =
  /^[^\p{L}]*(?:รายละเอียด)?(?:(?:ปรากฏ|เป็นไป|แสดง|ระบุ|โปรด|กรุณา)*(?:ดู|ดัง|ตาม|อยู่)+)(?:ใน|ที่|จาก)*(?:รายละเอียด|เอกสาร|ไฟล์|หนังสือ|บันทึก|สิ่งที่|รายงาน|ส่ง|ที่)*(?:แนบ(?:ท้าย|มาพร้อมนี้|มาด้วย|มา)?|ภาคผนวก|ผนวก|มาด้วย|ท้าย(?:เล่ม|ตาราง|เอกสาร|รายงาน))[^\p{L}]*$|^[^\p{L}]*(?:see|refer to)\s+(?:the\s+)?(?:attach|annex|appendix)/iu;

/** Somebody took note of it, or passed it on, and said nothing of it (รับทราบ, รับทราบ และให้นำเสนอรัฐมนตรีเพื่อทราบ). */
export const takesNote = (text: string): boolean => text.length <= 90 && noted.test(norm(text).text);
const noted =
  /^[^\p{L}]*(?:มติ)?(?:ที่ประชุม|คณะกรรมการ|สภา|ผู้บริหาร)?(?:ได้|มีมติ|มติ)?(?:รับ)?ทราบ(?:ผล|รายงาน|ตามที่เสนอ|ตามที่รายงาน|และ|ให้|แล้ว|[^\p{L}])*(?:(?:นำ)?(?:เสนอ|เรียน|รายงาน|แจ้ง)[ก-๎]{2,30}?(?:เพื่อ|ได้)?(?:ทราบ|พิจารณา)(?:ต่อไป)?)?[^\p{L}]*$/u;

/** Nothing but figures and what goes with them (12,400.00, 100%, ๕๐): data, never a heading. A lone year is a heading. */
export function isValue(text: string): boolean {
  return (
    /^[\s0-9๐-๙.,%()/*+-]*[0-9๐-๙][\s0-9๐-๙.,%()/*+-]*$/u.test(text) && !/^\s*(?:25|๒๕)[0-9๐-๙]{2}\s*$/u.test(text)
  );
}

export const isNought = (text: string): boolean => isValue(text) && !/[1-9๑-๙]/u.test(text);

/** A figure that may be an amount of money: not a rate, not a date. A dash among them means none. */
export function isMoney(text: string): boolean {
  return isValue(text) && !text.includes('%') && !text.includes('/');
}

/** A mark that chooses its column (✓, ●, /, x). */
export function isTick(text: string): boolean {
  return /^\s*\(?\s*(?:[✓✔√☑✅●•⬤◉■▲★⚫🟢🟡🔴🟠∕/]|[xX×ü])️?\s*\)?\s*$/u.test(text);
}

/** A bar drawn through the months (↔, <---->), or blocks that fill them (█, ▬). */
export const isBar = (text: string): boolean => bar.test(text);
const bar =
  /^[\s↔→←⟷⟶⟵⇔⇒⇐⇄─━—–\-<>=|.\u2580-\u259f\u25a0\u25ac]*[↔→←⟷⟶⟵⇔⇒⇐⇄─━—–\-<>=\u2580-\u259f\u25a0\u25ac][\s↔→←⟷⟶⟵⇔⇒⇐⇄─━—–\-<>=|.\u2580-\u259f\u25a0\u25ac]*$/u;

/** A month in which something is done: ticked, or under a bar; a dash alone says that there is nothing. */
export const isMark = (text: string): boolean => isTick(text) || (isBar(text) && !/^\s*[-–—.]\s*$/u.test(text));

/** Letters and marks: short Thai names (กีฬาสี) are more marks than letters. */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;

/**
 * A row that shows how a form is filled in: it begins with a mark that says so, or holds what stands for a name (โครงการตัวอย่าง กขค,
 * โครงการ ก, กิจกรรม XXX).
 */
export function isExample(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => norm(cell).text).filter((text) => text.trim() !== '');
  return (
    mark.test(texts[0] ?? '') || texts.some((text) => bracketed.test(text) || stand.test(text) || noName.test(text))
  );
}
/** Over the match form, as the next; further on it may be what is counted (น้ำดื่ม 40 ตัวอย่าง). */
const mark =
  /^[^\p{L}]*(?:(?:ตัวอย่าง|ตย\.?)(?:การ(?:กรอก|เขียน)|แถว)?|e\.?g\.?|examples?|sample)(?:[^\p{L}]*|\s*(?:ชื่อ)?(?:โครงการ|กิจกรรม)\s*\S{1,12})$/u;
/** Before whatever name. */
const bracketed = /^[^\p{L}]*[([]\s*(?:ตัวอย่าง|ตย\.?|example|sample)\s*[\])]|^[^\p{L}]*(?:ตัวอย่าง|ตย\.?|example)\s*:/u;
/** A letter in the place of a name; a number may be an item's, and dots wait for one. */
const noName =
  /^[^\p{L}]*(?:ชื่อ)?(?:โครงการ|กิจกรรม)(?:ที่)?\s*(?:[ก-ฮ]|กขค|[a-z]|x{2,}|y{2,}|z{2,}|abc)\s*\.?\)?$|^[^\p{L}]*(?:(?:โครงการ|กิจกรรม|งาน)?ทดสอบ(?:ระบบ)?|test)\s*\d{0,2}$/u;
const stand = /^[^\p{L}]*(?:ชื่อ)?(?:โครงการ|กิจกรรม)ตัวอย่าง\s*(?:\d{1,2}|[ก-ฮ]{1,3}|[a-z]{1,3})?[^\p{L}\d]*$/u;
