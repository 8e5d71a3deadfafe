// Lines that tell what was aimed at, and nothing of what came of it (ตั้งไว้ว่า ให้ได้ 85 ใน 100 คน): a figure in them is no progress. Pure.
import { repair } from '../text/repair.ts';

/** Places of lines that only tell an aim, or name one that the next line tells (เราตั้งไว้ว่า / ครบทั้ง 146 ราย). */
export function aimsAmong(texts: readonly string[]): ReadonlySet<number> {
  const aims = new Set<number>();
  for (const [at, given] of texts.entries()) {
    if (given.length > longest) continue;
    const { text } = repair(given);
    if (leads.test(text)) {
      aims.add(at);
      const next = texts[at + 1];
      if (next !== undefined && next.length <= longest && !done.test(next)) aims.add(at + 1);
    } else if (begins.test(text) && !done.test(text) && !money.test(text)) aims.add(at);
  }
  return aims;
}
const longest = 160;

const words = String.raw`(?:เรา|ปีนี้|ที่|สิ่งที่|โครงการ|งานนี้|\s)*(?:ตั้ง(?:ใจ|เป้า(?:หมาย)?)?|เป้า(?:หมาย)?|วาง(?:เป้า(?:หมาย)?|แผน)?|(?:คาด)?หวัง|หมายมั่น)(?:เอา)?(?:ไว้)?`;
/** The whole line says that what follows is an aim. */
const leads = new RegExp(String.raw`^[^\p{L}\d]*${words}(?:ว่า|คือ|ให้|จะ|ปีนี้|ของปี|\s)*[^\p{L}\d]*$`, 'u');
/** The line goes on to say which. */
const begins = new RegExp(
  String.raw`^[^\p{L}\d]*(?:${words}(?:ว่า|คือ|จะ|ให้)(?=[\s:ก-๎\d])|(?:จะ|ต้อง)?(?:ให้|ทำให้)(?:ได้|ครบ|ถึง))`,
  'u',
);
/** Money that is set aside is told, whatever the word. */
const money = /(?:งบ|เงิน|วงเงิน)[^\n]{0,20}[0-9๐-๙]|[0-9๐-๙]\s*(?:ล้าน|แสน|พัน)?\s*บาท/u;
const done =
  /แล้ว|ทำได้|ได้จริง|(?<!ให้|ต้อง|จะ)ได้\s*[0-9๐-๙]|ผล(?:งาน|ที่|คือ|\s*:)|เสร็จ|จ่าย|เบิก|ใช้ไป|เหลือ|ขณะนี้|ตอนนี้|สำเร็จ|บรรลุ|กำลัง|ยังไม่/u;
