// What stands under a heading of opinions and is no advice on the agency's work: praise and thanks alone, and what visitors dropped
// into the box at the counter. Pure.
import { repair } from '../text/repair.ts';
import { norm } from './lexicon.ts';
import { projectKey } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import type { Unit } from './unit.ts';

/** Lines that stand under one heading of opinions, and letters of the heading at most. */
const [mostLines, longestHeading] = [14, 160];
/** Lines under the heading in which it may be said whose they are. */
const linesOfSource = 2;

const known = new WeakMap<Unit, ReadonlySet<number>>();

/** Segments that say nothing of what is to be done otherwise, though a heading over them speaks of opinions or recommendations. */
export function idleOpinions(unit: Unit): ReadonlySet<number> {
  const read = known.get(unit) ?? readIdle(unit);
  known.set(unit, read);
  return read;
}

function readIdle(unit: Unit): ReadonlySet<number> {
  const found = new Set<number>();
  const { segments } = unit;
  for (const [at, { segment }] of segments.entries()) {
    if (segment.kind === 'row' || segment.text.length > longestHeading || !opens(segment)) continue;
    const under = linesUnder(segments, at);
    const said = under.map((line) => repair(line.segment.text).text);
    const visitors = said.slice(0, linesOfSource).some((text) => ofVisitors.test(text)) && !namesProject(unit, said);
    if (!visitors && !praisesOnly(said)) continue;
    for (const { index } of under) found.add(index);
  }
  return found;
}

function opens({ kind, text: written }: IndexedSegment['segment']): boolean {
  const { text } = repair(written);
  return (kind === 'heading' || text.length <= shortLead || leads.test(text)) && ofOpinions.test(text);
}
const shortLead = 60;

function linesUnder(segments: readonly IndexedSegment[], at: number): readonly IndexedSegment[] {
  const rest = segments.slice(at + 1, at + 1 + mostLines);
  const end = rest.findIndex(({ segment }) => segment.kind === 'heading' || segment.kind === 'row');
  return end < 0 ? rest : rest.slice(0, end);
}

/** Somebody is praised, thanked or congratulated, and nobody is told anything else. */
export function praisesOnly(lines: readonly string[]): boolean {
  const points = lines.filter((text) => !leads.test(text));
  return points.some((text) => praise.test(text)) && !points.some((text) => advises.test(text));
}

/** One of the agency's projects is spoken of: opinions on them are on the plan, whoever gave them. */
const namesProject = ({ records }: Unit, lines: readonly string[]): boolean => {
  const text = norm(lines.join('\n')).text;
  return records.some(({ name }) => {
    const begins = projectKey(name).slice(0, lettersOfName);
    return begins.length >= lettersOfName && text.includes(begins);
  });
};
const lettersOfName = 10;

const ofOpinions = /ความ(?:คิด)?เห็น|ข้อ(?:คิดเห็น|สังเกต|เสนอ)|เสียงสะท้อน/u;
const leads = /(?:ดังนี้|ดังต่อไปนี้|คือ|ได้แก่)\s*:?\s*$/u;
const praise =
  /ชื่นชม|ชมเชย|น่า(?:ยินดี|ประทับใจ)|เป็น(?:แบบอย่าง|ต้นแบบ)|ขอบ(?:คุณ|พระคุณ|ใจ)|(?:แสดงความ|ร่วม)ยินดี|ยกย่อง|ภูมิใจ|ให้กำลังใจ|ประทับใจ|เป็น(?:แบบอย่าง|ตัวอย่าง)ที่ดี|ทำ(?:งาน)?ได้ดี/u;
/** What should be, or went wrong; in the middle of a clause ให้ and ต้อง tell of what was. */
const advises =
  /(?:สม)?ควร(?!ค่า|แก่|ได้รับ(?:คำชม|การยกย่อง)|ยกย่อง|ชื่นชม|(?:ได้|ถือ|ใช้)?เป็น(?:แบบอย่าง|ตัวอย่าง|ต้นแบบ))|น่าจะ|ขอให้|อยากให้|(?:เสนอ|แนะ(?:นำ)?|ฝาก)(?:แนะ)?ให้|ปัญหา|อุปสรรค|ล่าช้า|ปรับปรุง|(?:^|[\s:.)\]–•-]|จึง|แต่|และ|(?:ปี|ครั้ง|รอบ)(?:หน้า|ต่อไป|ถัดไป))(?:อย่า|ให้(?!บริการ|ความ|กำลังใจ)|ต้อง|ปรับ|เพิ่ม|ลด|เร่ง|แก้|เลื่อน|ทบทวน|ย้าย|หา|งด|เลิก|ขยาย|แยก|รวม|ตั้งเป้า)[ก-๎]/u;
/** Whose opinions these are, and nothing else: the box's, the questionnaire's, the visitors'. */
const ofVisitors =
  /^[^\p{L}]*(?:สรุป|รวบรวม|คัด|ได้|รวม)*(?:มา)?จาก(?:แบบ(?:สอบถาม|สำรวจ|ประเมิน)|(?:กล่อง|ตู้)(?:รับ|แสดง)?(?:ฟัง)?(?:ความ|คำ|ข้อ|ไปรษณีย์)|(?:ผู้(?:รับบริการ|มาติดต่อ|ใช้บริการ|มารับบริการ|เข้าชม|เยี่ยมชม|โดยสาร)|ประชาชน(?:ที่|ผู้)มา|ลูกค้า|ญาติผู้ป่วย|เพจ|เฟซบุ๊ก|ไลน์|สายด่วน|โซเชียล|กระดานสนทนา|เว็บบอร์ด|เคาน์เตอร์))[^\n]{0,80}$/u;
