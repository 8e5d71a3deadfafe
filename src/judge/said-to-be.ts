// What a paper says of itself that it is, in a line under a title that does not name it. Pure.
import { repair } from '../text/repair.ts';
import type { IndexedSegment } from './records.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { UnitContext } from './unit.ts';

/** One of the first lines says what the paper is (เอกสารนี้เป็นแผนปฏิบัติงาน…, ใช้เป็นแผนปฏิบัติงาน…): the publication that this names. */
export function saidToBe(
  { lexicon, agency }: UnitContext,
  content: readonly IndexedSegment[],
): { readonly reading: TitleReading; readonly index: number } | undefined {
  for (const { index, segment } of content.slice(0, linesOfHead)) {
    if (segment.kind === 'row') break;
    const name = saysWhatItIs.exec(repair(segment.text).text)?.[1];
    if (name === undefined) continue;
    const reading = readTitle(lexicon, name, agency);
    return reading.classes.size > 0 && !isLookalike(reading) ? { reading, index } : undefined;
  }
  return undefined;
}
const linesOfHead = 6;
/** That a plan was drawn up is all that is named so far. */
export const isPreparing = ({ classes, lookalikes }: TitleReading): boolean =>
  classes.size === 0 && lookalikes.length > 0 && lookalikes.every(({ id }) => id === 'preparing-plan');
const saysWhatItIs =
  /(?:(?:เอกสาร|เล่ม|ฉบับ|ป[ฎฏ]ิทิน|ตาราง|หนังสือ|สมุด)\s?(?:เล่ม|ฉบับ|ชุด)?นี้\s?(?:จึง)?(?:เป็น|คือ|ถือเป็น|ใช้เป็น)|^\s*(?:ให้)?ใช้เป็น(?=แผน)|(?<!(?:ให้|ขอ(?!ง)|เพื่อ|จะ)[^\n]{0,24}|การ|ประชุม|ร่วม|ร่วมกัน)(?:เขียน|จัดทำ|ทำ|วาง|สรุป|ย่อ)\s?(?=แผน[^\n]{5,80}?(?:เป็น|บน|ในรูป)\s?(?:แบบ)?(?:ป[ฎฏ]ิทิน|ตาราง|แผ่น|โปสเตอร์|หน้าเดียว)))\s*(\S[^\n]{5,120}?)(?:\s|$)/u;
