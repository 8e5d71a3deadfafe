// Finds amounts of money and percentages in text and table cells. Not years, dates, item numbers, counts or telephone
// numbers. Pure.

import { findYears } from './fiscal-year.ts';
import { type NormalText, sourceSpan } from './normal.ts';

export interface Amount {
  /** In baht (`18.27 ล้าน` is 18,270,000), or in per cent; negative when written so or in brackets. */
  readonly value: number;
  /** How it was written; `none` for a bare figure such as a table cell's. */
  readonly unit: 'baht' | 'thousand' | 'million' | 'percent' | 'none';
  /** Span in the match form. */
  readonly start: number;
  readonly end: number;
  /** Span in the original. */
  readonly from: number;
  readonly to: number;
}

const figure =
  /(?<![\d.,:/]|[a-z]|\d-)(?<percentBefore>ร้อยละ(?:ของ)?:? ?)?(?<bracket>\()?(?<minus>(?<![\d\u0e01-\u0e4e])-)?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<dash>\.-|,-|\/-|\.--)?(?![\d]|[.,:/]\d|-\d)(?<unit> ?[km](?: ?(?:บาท|฿|thb|baht)|(?<=฿ ?[\d.]+ ?[km])(?![a-z\u0e01-\u0e4e]))| ?(?:ล้านล้าน|พันล้าน|ร้อยล้าน|สิบล้าน|ล้าน|แสน|หมื่น|พัน|ร้อย(?=บาท))?(?:บาท|฿|thb|baht)|(?<=\d{3}(?:\.\d\d?)?) ?บ\.(?=เบิก|ใช้|จ่าย|คง|เหลือ|จาก|[^\u0e01-\u0e2e\u0e40-\u0e44]|$)| ?(?:ล้านล้าน|พันล้าน|ร้อยล้าน|สิบล้าน|ล้าน|แสน(?!ละเอียด)|หมื่น|พัน(?!ธ|ตร|เอก|โท))(?![\u0e30-\u0e3a\u0e47-\u0e4e]|ตัน|คน|ไร่|ราย|ลิตร|ลบ\.? ?ม|ลูกบาศก์|คิว|ครั้ง|เมตร|กิโล|ตาราง|ครัวเรือน|หน่วย|ตัว|ต้น|usd|เหรียญ|ดอลลาร์)| ?million(?: baht)?| ?%|เปอร์เซ็นต์)?/g;

const powers: readonly (readonly [word: string, factor: number])[] = [
  ['ล้านล้าน', 1e12],
  ['พันล้าน', 1e9],
  ['ร้อยล้าน', 1e8],
  ['สิบล้าน', 1e7],
  ['ล้าน', 1e6],
  ['million', 1e6],
  ['แสน', 1e5],
  ['หมื่น', 1e4],
  ['พัน', 1e3],
  ['ร้อย', 1e2],
  // On dashboards (2.0M บาท, ฿700K).
  ['m', 1e6],
  ['k', 1e3],
];

/** Amounts by position. In a text of several cells (`|`) a whole number of one or two digits counts only as a cell of its own. */
export function findAmounts(n: NormalText): Amount[] {
  const amounts: Amount[] = [];
  if (!/\d/.test(n.text)) return amounts;
  let yearAt: Uint8Array | undefined;
  for (const match of n.text.matchAll(figure)) {
    const groups = match.groups!;
    const number = groups['number']!;
    const unitText = (groups['unit'] ?? '').trim();
    const start = match.index;
    let end = start + match[0].length;
    const percent = groups['percentBefore'] !== undefined || unitText === '%' || unitText === 'เปอร์เซ็นต์';
    const money =
      groups['dash'] !== undefined ||
      unitText !== '' ||
      /฿ ?$/.test(n.text.slice(Math.max(0, match.index - 2), match.index));
    if (!percent && !money) {
      yearAt ??= years(n);
      if (yearAt[start + match[0].indexOf(number)] === 1) continue;
      if (!bareAmount(n.text, start, end, number)) continue;
    }
    const factor = percent ? 1 : (powers.find(([word]) => unitText.startsWith(word))?.[1] ?? 1);
    const size = Number(number.replaceAll(',', '')) * factor;
    const closed = groups['bracket'] !== undefined && n.text[end] === ')';
    if (closed) end++;
    // Brackets mean a negative figure in accounts, but only around a figure that stands alone.
    const negative = groups['minus'] !== undefined || (closed && !percent && unitText === '' && number.includes(','));
    const first = groups['bracket'] !== undefined && !closed ? start + match[0].indexOf('(') + 1 : start;
    const [from, to] = sourceSpan(n, first, end);
    const value = round(negative ? -size : size);
    amounts.push({ value, unit: unitOf(percent, money, unitText, factor), start: first, end, from, to });
  }
  return amounts;
}

function unitOf(percent: boolean, money: boolean, unitText: string, factor: number): Amount['unit'] {
  if (percent) return 'percent';
  if (!money) return 'none';
  if (factor >= 1e6) return 'million';
  return factor === 1e3 || unitText.startsWith('พัน') ? 'thousand' : 'baht';
}

/** Satang are the smallest unit; keeps 18.27 × 10⁶ from becoming 18269999.999…. */
const round = (value: number): number => (value === 0 ? 0 : Math.round(value * 10_000) / 10_000);

function years(n: NormalText): Uint8Array {
  const at = new Uint8Array(n.text.length);
  for (const { start, end } of findYears(n)) at.fill(1, start, end);
  return at;
}

/** A figure without a unit: grouped, decimal, or alone in its cell; never a number that counts or orders something. */
function bareAmount(text: string, start: number, end: number, number: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 12);
  if (ordinal.test(before) || counted.test(after)) return false;
  const grouped = number.includes(',');
  const aloneBefore = /(?:^|[|\n])\(?$/.test(before);
  const aloneAfter = /^\)?(?:$|[|\n])/.test(after);
  if (aloneBefore && aloneAfter) {
    // The first of several cells holds the row's number.
    const firstCell = !/[|\n]/.test(text.slice(0, start));
    const several = /[|]/.test(after);
    if (firstCell && several && !grouped && !number.includes('.')) return false;
    if (!grouped && /^(?:0\d|\d{10,})/.test(number)) return false;
    return true;
  }
  if (grouped) return true;
  // 1.2 and 2.10 are numbers of items, 1234.50 is money.
  if (/^\d+\.\d{2}$/.test(number) && Number(number) >= 100) return true;
  return /^\d{4,9}$/.test(number) && !number.startsWith('0') && moneyWord.test(before);
}

const ordinal =
  /(?:ข้อ|ข้อที่|ลำดับ|ลำดับที่|ครั้งที่|ไตรมาส|ไตรมาสที่|รอบ|หมวด|มาตรา|ที่|เลขที่|หมู่|ฉบับที่|โทร\.?|โทรสาร|โทรศัพท์|tel\.?|fax\.?|หน้า|ชั้น|บทที่|ปีที่|no\.?|ว)[ :]?$/;
const counted =
  /^ ?(?:โครงการ|กิจกรรม|คน|ราย|แห่ง|ครั้ง|เดือน|ปี|วัน|หน้า|เรื่อง|ฉบับ|หน่วยงาน|หมู่บ้าน|ตำบล|อำเภอ|ครัวเรือน|ไร่|กิโลเมตร|กม|เมตร|ตร|ชั่วโมง|นาที|น\.|ตัว|ชุด|เครื่อง|เล่ม|หลัง|คัน|รายการ|kb|mb|ข้อ|คะแนน|ระดับ|ตัวชี้วัด|แผนงาน|ยุทธศาสตร์)/;
const moneyWord =
  /(?:งบประมาณ|เบิกจ่าย(?:แล้ว)?|จำนวน(?:เงิน)?|วงเงิน|เงิน|ราคา|คงเหลือ|ใช้ไป|ได้รับ|จัดสรร|รวม(?:ทั้งสิ้น)?|ค่าใช้จ่าย)[ :]?$/;
