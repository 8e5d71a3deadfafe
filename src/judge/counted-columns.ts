// Columns in the words for money that count something else: seedlings allotted and used, doses, hours. The unit stands in their own
// heads, in their cells, or once over the table. Pure.
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { filledCells, type TableHead } from './table-head.ts';

type Rows = readonly (readonly string[])[];

const ofMoney: readonly ColumnId[] = ['budget', 'spent', 'balance', 'spent-percent'];

/** Columns of money that are counted in something else are no more than numbers. */
export function dropCounted(head: TableHead, rows: Rows, over: readonly string[]): void {
  for (const [at, ids] of head.columns) {
    if (!ofMoney.some((id) => ids.has(id))) continue;
    if (!countsThings((head.headings.get(at) ?? []).join(' '), filledCells(rows, at), over)) continue;
    head.columns.set(at, new Set<ColumnId>(['number', ...[...ids].filter((id) => !ofMoney.includes(id))]));
  }
}

/** Its figures are of something else than money, as its heading, its cells or a line over the table say. */
export function countsThings(heading: string, filled: readonly string[], over: readonly string[]): boolean {
  const { text } = norm(heading);
  if (moneyWord.test(text)) return false;
  const cells = filled.map((cell) => norm(cell).text);
  if (cells.some((cell) => moneyWord.test(cell))) return false;
  if (unitIn.test(text) || over.some((line) => unitOver.test(norm(line).text))) return true;
  const counted = cells.filter((cell) => unitAfter.test(cell)).length;
  return counted >= fewestCells && counted * 2 > cells.length;
}
const fewestCells = 2;

/** What things are counted in that are handed out and used up. */
const unit =
  '(?:ต้น|กล้า|ตัว|คน|ราย|ครัวเรือน|หลังคาเรือน|ครั้ง|แห่ง|ไร่|แปลง|ชุด|เล่ม|ฉบับ|แผ่น|ใบ|ชิ้น|อัน|ถุง|กระสอบ|กล่อง|ขวด|เม็ด|หลอด|โดส|ซอง|ถัง|ลัง|แกลลอน|ลิตร|ตัน|กก\\.?|กิโลกรัม|กรัม|ลบ\\.\\s*ม\\.?|ลูกบาศก์เมตร|กม\\.?|กิโลเมตร|เมตร|ชั่วโมง|ชม\\.?|วัน|เที่ยว|คัน|เครื่อง|หลัง|ฟอง|ลูก|อัตรา|คดี|เรื่อง|doses?|hours?|trees?|seedlings?|kg|litres?|liters?)';
/** Over the match form, as all that follow: the whole of a table is counted in it (หน่วย: ต้น), whatever it is called before that. */
const unitOver = new RegExp(
  `(?:(?:หน่วย(?:นับ)?|unit)\\s*(?:[:=]|เป็น|คือ)|^[^\\p{L}]*หน่วย(?:นับ)?)\\s*(?:พัน|หมื่น|แสน|ล้าน)?${unit}\\s*\\)?\\s*$`,
  'u',
);
const unitIn = new RegExp(`[([]\\s*(?:หน่วย\\s*:?\\s*)?(?:พัน|หมื่น|แสน|ล้าน)?${unit}\\s*[)\\]]`, 'u');
const unitAfter = new RegExp(`^\\d[\\d,.]*\\s*${unit}$`, 'u');
const moneyWord = /บาท|เงิน|งบ|baht|thb|฿/u;
