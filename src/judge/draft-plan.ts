// Plans that say of themselves that they are a draft: sent round for opinions, not agreed to, not in force. What is to be is no published
// plan, and its projects are nobody's yet. Pure.
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';

/** Lines at the head and at the end of a plan in which it says so. */
const [headLines, lastLines] = [8, 4];
const longestLine = 400;
const fewestLetters = 80;

/** It says so at its head or its end, or every label that leads there does; and it says of no day on which it was agreed to. */
export function isDraft(unit: Unit): boolean {
  // A name over nothing says that it is still to come.
  if (unit.records.length === 0 && unit.letters < fewestLetters) return false;
  const lines = linesOf(unit).filter(({ segment, text }) => segment.kind !== 'row' && text.length <= longestLine);
  const title = (unit.own?.text ?? '').split('\n').map((text) => norm(text).text);
  const head = [...title, ...lines.slice(0, headLines).map(textOf)];
  const end = lastOf(unit).map((text) => norm(text).text);
  if ([...head, ...end].some((text) => settled.test(text))) return false;
  if (head.some((text) => isCalledDraft(text) || saysUnsettled(text) || laidBefore.test(text))) return true;
  if (hasOpenSums(unit)) return true;
  if (end.some((text) => ofPaper.test(text) && saysUnsettled(text))) return true;
  const labels = unit.labels.map(({ reading }) => norm(reading.text).text);
  return labels.length > 0 && labels.every(isCalledDraft);
}

/** Sums of which only the places of their figures are there (xx,xxx): somebody is still to say how much. */
function hasOpenSums({ segments }: Unit): boolean {
  const cells = segments.flatMap(({ segment }) => (segment.kind === 'row' ? (segment.cells ?? []) : []));
  return cells.filter((cell) => openSum.test(cell.trim())).length >= fewestOpen;
}
const fewestOpen = 2;
const openSum = /^[x×]{1,3}(?:,[x×]{3})+(?:\.[x×]{2})?(?:\s*บาท)?$/iu;

const textOf = ({ text }: Line): string => text;

const lastOf = ({ segments }: Unit): string[] =>
  segments
    .filter(({ segment }) => segment.kind !== 'row' && segment.text.length <= longestLine)
    .slice(-lastLines)
    .map(({ segment }) => segment.text);

/** The line's subject is the paper, or it names none; what is not agreed to of projects or money is another matter. */
function saysUnsettled(text: string): boolean {
  const found = unsettled.exec(text);
  if (found === null) return false;
  const before = text.slice(0, found.index).replace(noted, '');
  if (ofPaper.test(before)) return true;
  return !others.test(text) && (!/\p{L}/u.test(before) || /แผน(?!ก|ที่|ผัง)|ร่าง|ฉบับ|เอกสาร|เล่ม/u.test(before));
}

/** Over the match form, as all that follow: a round of drafts, or the word by itself or in brackets. */
const isCalledDraft = (text: string): boolean => called.test(text);
const called =
  /^[^\p{L}]*(?:(?:ฉบับ|เอกสาร|เล่ม)?(?:ยก)?ร่าง|draft)\s*(?:[\])]|$|(?:ครั้ง|ฉบับ|แก้ไข)(?:ที่)?\s*\d|\d|[–—:-])|[([]\s*(?:ฉบับ)?(?:ยก)?(?:ร่าง|draft)(?:\s*[\])]|\s*(?:ครั้ง|ฉบับ|ณ|วันที่|v\.?|\d))|ฉบับ(?:ยก)?ร่าง(?!ผ่าน)/u;

/** A paper of a meeting that is asked to decide on it. */
const laidBefore =
  /(?:เอกสาร|ระเบียบ)?(?:ประกอบ)?(?:การ)?(?:ประชุม|วาระ)[^\n]{0,80}?(?:เรื่อง)?(?:เสนอ)?(?:เพื่อ|ให้)(?:ที่ประชุม)?พิจารณา[^\n]{0,20}$/u;

const agreed = '(?:เห็นชอบ|อนุมัติ|รับรอง|ลงนาม|ประกาศ(?:ใช้)?|ให้ใช้|พิจารณา)';
const unsettled = new RegExp(
  [
    // Not yet: in force, through those who decide, agreed to, final.
    `(?:ยัง)(?:ไม่|มิ)(?:ได้|ถูก|เคย)*(?:มีผล|ผ่าน(?:การ|ความ)?(?:${agreed}|สภา|คณะ|ที่ประชุม|มติ|ผู้|บอร์ด|ประชาคม)|(?:รับ|ให้)?(?:การ|ความ)?${agreed}|นำเสนอ|เสนอ|เข้า(?:สภา|ที่ประชุม|บอร์ด)|ใช้(?:บังคับ|จริง|อ้างอิง)|เป็น(?:ฉบับ|ทางการ|ที่สุด|แผน)|(?:เสร็จ)?สมบูรณ์|นิ่ง|ลงตัว|สรุป)`,
    `(?:(?<!ก|ค|จ|ส|พ|ต|ม)รอ(?!บ|ง|ย|ด|ก|น|ม)|อยู่(?:ใน)?ระหว่าง|กำลัง)(?:การ|ให้|เสนอ(?:ขอ)?|ขอ|นำ|ความ)*[^\\n]{0,40}?${agreed}`,
    `(?:ห้าม|มิให้|ไม่ให้|อย่า|โปรดอย่า|งด|ไม่ควร)(?:นำ|เอา)?(?:ไป)?(?:ใช้)?(?:เพื่อ|ใน)?(?:การ)?อ้างอิง`,
    // Sent round.
    '(?:ฉบับ|เอกสาร|เล่ม|ร่าง|เวียน)[^\\n]{0,30}?(?:เพื่อ|สำหรับ|เวียน|ให้)[^\\n]{0,20}?(?:ขอ|รับฟัง|แสดง|ให้|รวบรวม)(?:ข้อคิด|ความคิด|ความ)เห็น(?!ชอบ)',
    '(?:เพื่อ|สำหรับ)(?:ขอ|รับฟัง)ความ(?:คิด)?เห็น(?!ชอบ)[^\\n]{0,12}$',
    'not (?:yet )?(?:approved|in force|final|adopted)|for (?:comment|consultation) only',
  ].join('|'),
  'u',
);
/** Words that lead to what is said of the paper. */
const noted = /^[^\p{L}]*(?:หมายเหตุ|สถานะ(?:ของ)?(?:เอกสาร|แผน|เล่ม)?|คำชี้แจง|ปัจจุบัน|ขณะนี้|ทั้งนี้|โปรดทราบ)[^\p{L}]*/u;
const others = /โครงการ|กิจกรรม|รายการ|งบ|เงิน|สัญญา|แบบ|ใบอนุญาต|อัตรา|ที่ดิน|ฉบับ(?:เพิ่มเติม|เปลี่ยนแปลง|แก้ไข)|ปี(?:หน้า|ถัดไป)/u;
const ofPaper = /(?:แผน|เอกสาร|ฉบับ|เล่ม|ร่าง)(?:ฉบับ|เล่ม|ปฏิบัติ[ก-๎]{2,6}|ดำเนินงาน)?(?:นี้|ดังกล่าว|$|(?=ยัง|รอ|อยู่))/u;

/** Who decides did, on a day. */
const settled =
  /(?<!ยังไม่|ยังไม่ได้|ยังมิได้|รอ|จะ|เพื่อ|ขอ|ความ|ให้|เสนอ)(?:เห็นชอบ|อนุมัติ|ลงนาม|ประกาศใช้|ประกาศ)(?:แผน|แล้ว|ให้ใช้|ใช้|ไว้|ใน|การประชุม|ครั้งที่[\s\d/]*|[ก-๎]{0,30})?[^\p{L}\d]*(?:เมื่อ|ณ|ตั้งแต่)?(?:วัน)?(?:ที่)?\s*\d{1,2}\s*[ก-๎.]{2,12}\s*(?:พ\.?ศ\.?)?\s*25\d\d/u;
