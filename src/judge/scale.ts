// A table that says how figures are read (ช่วงคะแนน | แปลความ): each row a span of them and its name, and nothing that was found. Pure.
import { norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';

const fewestSteps = 2;

/** Its head names steps and what they mean, and one column holds a span in every row. */
export function isScale(rows: readonly IndexedSegment[]): boolean {
  if (rows.length <= fewestSteps) return false;
  const [head, ...steps] = rows.map(({ segment }) => segment.cells ?? [segment.text]);
  const headings = head!.map((cell) => norm(cell).text);
  if (!headings.some((cell) => reads.test(cell)) || headings.some((cell) => ofWork.test(cell))) return false;
  return headings.some((_, at) => steps.every((cells) => isSpan(norm(cells[at] ?? '').text)));
}

/** Over the match form, as all that follow. */
const reads = /^(?:เกณฑ์|ช่วง|ค่าเฉลี่ย|ร้อยละ|คะแนน|ระดับ|แปล(?:ความ|ผล)|ความหมาย|การแปล|score|rating|level|range|meaning)/u;
const ofWork = /โครงการ|กิจกรรม|แผนงาน|ตัวชี้วัด|เป้าหมาย|ผล(?:การ|งาน|ที่)|project|activit|indicator|target/u;

/** From one figure to another, or from one figure on (4.51–5.00, ร้อยละ 80 ขึ้นไป, ต่ำกว่า 60). */
export const isSpan = (text: string): boolean => span.test(text);
const span =
  /\d\s*(?:%\s*)?(?:[-–—~]|ถึง)\s*(?:ร้อยละ)?\d|\d[^\d]{0,8}(?:ขึ้นไป|ลงมา|หรือมากกว่า)|(?:ต่ำ|น้อย|สูง|มาก)กว่า(?:หรือเท่ากับ)?\s*(?:ร้อยละ)?\s*\d|(?:ไม่(?:ถึง|เกิน|น้อยกว่า|ต่ำกว่า)|ตั้งแต่)\s*(?:ร้อยละ)?\s*\d|[<>≤≥]=?\s*\d/u;
