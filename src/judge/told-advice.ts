// What a report that is told in plain words would have done otherwise: under a line of the family "if we did it again, what we learned,
// what is late and how to mend it", or in one breath (ปีหน้าต้องซื้อรวมเป็นชุดเดียว, นายกสั่งแล้วว่าให้เร่งเท); and that nothing is. Pure.
import { askedIn } from './form-fields.ts';
import { idleOpinions } from './idle-opinions.ts';
import { count } from './probe-context.ts';
import { plainOf } from './told-line.ts';
import type { Unit } from './unit.ts';

/** Letters of a line that leads to it, and of what then says it; lines under the lead in which it may stand. */
const [longestLead, fewestLetters, linesUnder] = [90, 12, 3];
const longest = 1200;
/** Rows that each say what to do otherwise, in a column of their own. */
const fewestRows = 2;

/** The first segment that says so. Only of what is known to tell of the year's work. */
export function adviceTold(unit: Unit): number | undefined {
  const asked = askedIn(unit);
  const idle = idleOpinions(unit);
  let left = 0;
  for (const { index, segment } of unit.segments) {
    const cells = segment.cells?.filter((cell) => cell !== '').length ?? 1;
    const aside =
      segment.kind === 'title' || cells > 1 || unit.linked.has(index) || asked.has(index) || idle.has(index);
    if (aside || segment.text.length > longest) {
      left = 0;
      continue;
    }
    const text = plainOf(segment.text);
    if (toOthers.test(text)) continue;
    if (left > 0 && segment.kind !== 'heading' && count(text) >= fewestLetters && says.test(text)) return index;
    left -= 1;
    if (text.length <= longestLead && leads.test(text) && index !== unit.titleSegment) left = linesUnder;
    else if (segment.kind === 'heading') left = 0;
    if (nextTime.test(text) || wished.test(text) || ordered.test(text) || mended.test(text) || inPoints.test(text))
      return index;
  }
  const advised = unit.records.filter(({ fields }) => fields.has('recommendations'));
  return advised.length >= fewestRows ? advised[0]!.segment : undefined;
}

/** Over the text as it is written. */
export const saysNoTrouble = (text: string): readonly [number, number] | undefined => {
  const match = noTrouble.exec(text);
  return match === null ? undefined : [match.index, match.index + match[0].length];
};
const noTrouble =
  /(?:ยัง)?ไม่(?:มี|พบ)(?:เรื่อง|สิ่ง|อะไร|จุด|ข้อ|งาน)?(?:ใด|ไหน)?ๆ?\s?(?:ที่)?(?:ติดขัด|ขัดข้อง|สะดุด|น่าห่วง|ต้อง(?:ขอ)?(?:แก้|ปรับปรุง|เปลี่ยน|เสนอแนะ))/u;

const when =
  '(?:ปี(?:หน้า|ใหม่|ต่อไป|ถัดไป)|(?:ครั้ง|คราว|รอบ|เทอม)(?:หน้า|ต่อไป)|ครึ่ง(?:ปี)?หลัง|(?<![ก-๎])ต่อไป(?=ต้อง|ควร|ให้|จะ| ))(?:นี้)?';
const change = '(?:แก้|ปรับ|เปลี่ยน|ทำใหม่|ทำให้ดี|ไม่ทำซ้ำ)';
const will = '(?:จะ|ขอ|ต้อง|อยาก|ควร)';
const number = '(?:\\d+|หนึ่ง|สอง|สาม|สี่|ห้า|หก) ?(?:เรื่อง|อย่าง|ข้อ|สิ่ง|จุด)';
/** At the head of the line, a word of what it is about before it at most. */
const leads = new RegExp(
  `^[^\\p{L}]*(?:ถาม[ :]*|แล้ว|กระทู้[ก-๎]{0,8}[ :]*|(?:${number}|เรื่อง|สิ่ง|งาน|จุด)?(?:ที่|ซึ่ง))?(?:${[
    `${when}[ก-๎ ]{0,16}(?:${will}|${change}|เรา|ให้)`,
    `(?:เรา|ผม|พวกเรา|กรรมการ|${when}เรา)?(?:จึง)?${will}(?:ให้)?[ก-๎]{0,12}?${change}`,
    `[ก-๎]{0,8}(?:ช้า|ค้าง|สะดุด|ติด|พลาด|ไม่(?:ได้|ถึง|สำเร็จ|ขยับ))[ก-๎ ]{0,20}${change}`,
    '(?:เรา|พวกเรา)?ได้อะไร(?:มา)?(?:จาก|บ้าง)|[^\\n]{0,24}?(?:ได้)?(?:เรียนรู้(?:อะไร|ว่า)|บทเรียน|สอน(?:อะไร|ให้รู้)|สอนเรา)',
    '(?:ถ้า|หาก)(?:ได้|มีโอกาส)?(?:ทำใหม่|ทำอีก|ย้อน)',
    'ฝาก(?:ไว้)?(?:ให้|ถึง|แก่)?(?:ปี|คน|ทีม|รอบ)',
  ].join('|')})`,
  'u',
);
/** In the manner of advice. */
const says =
  /ให้(?=[ก-ฮเ-ไ])|ควร|ต้อง|(?:^|[ .)])ขอ(?!บคุณ|แสดง|เชิญ)|อย่า|เปลี่ยน|ย้าย|จะ(?=[ก-ฮเ-ไ])|แทน|จับคู่|เลิก|เพิ่ม|ลด|(?:^|[ .)])ไม่(?:ฝาก|ฝืน|ใช้|รอ|ทำ)/u;
/** In one breath. A word to the visitor, or a day on which it is held again, is none. */
const nextTime = new RegExp(
  `${when}[ก-๎ ]{0,24}?(?:ต้อง|อย่า(?!งไร)|ควร|ให้(?=[ก-ฮเ-ไ])(?!กำลังใจ|บริการ)|ไม่(?:ควร|ให้)|(?:จะ|ขอ)(?:เปลี่ยน|ปรับ|แก้|ย้าย|เลิก))[ก-๎]{3}`,
  'u',
);
/** Or what is wished stands before when. */
const wished = new RegExp(
  `(?:อยาก|ควร|เสนอ|แนะนำ|ขอ|เห็นว่า)(?:ให้)[ก-๎ ]{0,8}?(?!ปีใหม่)${when}[ก-๎ ]{0,4}(?!มี(?:ความสุข|โชค)|สนุก)[ก-๎]{3}`,
  'u',
);
/** Whoever leads has ordered what is to be done about the work. */
const ordered =
  /(?:นายก|ผู้ว่า|ผอ\.?|ผู้อำนวยการ|ประธาน|นายอำเภอ|ปลัด|อธิบดี|หัวหน้า|คณบดี|บอร์ด|กรรมการ|ที่ประชุม)[ก-๎ ฯ.]{0,8}?(?:สั่ง|กำชับ|ย้ำ)(?:แล้ว|ไว้|มา)?(?:ว่า)?[^\n]{0,40}?(?:ให้|อย่า)(?=เร่ง|ย้าย|เปลี่ยน|ปรับ|แก้|เพิ่ม|หา|ทำ|กาง|ใช้|ติดต่อ|รวม|แยก)[ก-๎]{3}/u;
/** What was in the way, and how it is mended, by labels of their own (ติดตรงไหน แก้แบบนี้: …). */
const mended = /ติด(?:ตรงไหน|อะไร|ขัด)[ก-๎ ]{0,6}[\s,/]+(?:วิธี)?แก้[ก-๎]{0,12} ?[:：] ?[ก-๎]{6}/u;
/** So many points that they leave behind, and the first of them (ขอฝากไว้สองข้อ หนึ่ง … ให้ …). */
const inPoints = new RegExp(
  `(?:ฝาก|เสนอ(?:แนะ)?|แนะนำ|ขอให้|ข้อสังเกต)(?:ไว้|ว่า|ให้แก้|เพิ่ม)? ?${number}[ :]+(?:คือ ?)?(?:ข้อ|เรื่อง|อย่าง)?(?:ที่ ?)?(?:หนึ่ง|1|แรก)[.) ][^\\n]{6,90}?(?:ให้|ควร|ต้อง|อย่า)[ก-๎]{3}`,
  'u',
);
const toOthers = /ท่าน(?:ใด|ที่|สามารถ)|ทุกท่าน|ผู้ใด|ขออภัย|สอบถาม|ติดต่อ(?:ได้|เจ้าหน้าที่)|ขอเชิญ|รับสมัคร|ลงทะเบียน|กำหนดจัด/u;
