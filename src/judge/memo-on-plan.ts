// A memo that asks to approve the agency's plan of the year, or a change of it, with the plan's projects in a table: the plan itself is
// its annex, and what is changed are its projects. What only speaks of preparing a plan stays what it is. One that tells how the work
// under the plan stands, project by project, is a report on it. Pure.
import { namesSurely, norm } from './lexicon.ts';
import { tellsOfBoth } from './records.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';

/** What a title is that speaks of preparing, discussing or approving a plan (vocabulary). */
const ofPreparing = 'preparing-plan';
/** Lines at the head of a memo in which its subject stands. */
const headLines = 10;
/** Projects from which a table is the plan's, and share of them with money. */
const [fewest, mostMoney] = [3, 0.8];

/** Classes that the memo's annex, or what it tells of the plan's work, makes it. */
export function memoOnPlan(survey: Survey, unit: Unit): readonly string[] {
  const { lexicon, agency } = survey;
  const { lookalike, own, page, segments } = unit;
  if ((lookalike !== undefined && lookalike !== own) || page.text.media === 'html') return [];
  if (tellsOfWork(survey, unit)) return ['monitoring-report'];
  if (lookalike === undefined || own === undefined) return [];
  const head = [own.text.split('\n'), segments.slice(0, headLines).map(({ segment }) => segment.text)].flat();
  if (!lookalike.lookalikes.every(({ id }) => id === ofPreparing)) return [];
  const asked = head.map((text) => subject.exec(text)).find((match) => match !== null);
  const name = asked?.[2];
  if (name === undefined || draft.test(norm(name).text)) return [];
  const reading = readTitle(lexicon, name, agency);
  if (!namesSurely(reading.classes, 'annual-plan') || isLookalike(reading) || reading.foreign.size > 0) return [];
  const lists = unit.tables.some(
    ({ columns, records }) =>
      columns.has('project') &&
      records.length >= fewest &&
      records.filter(({ fields }) => fields.has('budget')).length >= records.length * mostMoney,
  );
  if (!lists) return [];
  return asked?.[1] === undefined ? ['annual-plan'] : ['project-list'];
}

/** Its subject is the work under the plan, and it tells of most projects what was spent and how far they are. */
function tellsOfWork({ lexicon, agency }: Survey, unit: Unit): boolean {
  const { lookalike, page } = unit;
  const head = page.text.segments.slice(0, headLines).map(({ text }) => text);
  const subjects = head.filter((text) => ofWork.test(text));
  if (subjects.length === 0 || lookalike?.lookalikes.some(({ kind }) => kind !== 'other')) return false;
  const readings = subjects.map((text) => readTitle(lexicon, text, agency));
  if (readings.some((reading) => isLookalike(reading) || reading.foreign.size > 0)) return false;
  const told = unit.records.filter(tellsOfBoth).length;
  return told >= fewest && told * 2 >= unit.records.length;
}

/** A memo's last part asks its reader for something, and its writer signs: no more of what it tells. */
export const closesMemo = (text: string): boolean => /^\s*จึง(?:ขอ)?เรียน(?:มา)?เพื่อ/u.test(text);

/** The subject line: what is asked for, whether as a change, and of what. */
const subject =
  /^\s*เรื่อง\s+(?:ขอ|เสนอ)?(?:อนุมัติ|ความเห็นชอบ|ให้ความเห็นชอบ)(?:ใช้|ประกาศใช้)?(ปรับ(?:ปรุง|เปลี่ยน)?|เปลี่ยนแปลง|แก้ไข|เพิ่มเติม|ทบทวน)?\s*(แผน[^\n]{4,160})/u;
/** The subject line: the work under a plan, as it stands. */
const ofWork =
  /^\s*เรื่อง\s+(?:ขอ)?(?:รายงาน|สรุป|แจ้ง|ผล|ความ(?:คืบ|ก้าว)หน้า|สถานะ|การ|ของ)*(?:งาน|โครงการ|กิจกรรม|ดำเนินงาน|ดำเนินการ|ปฏิบัติงาน)ตามแผน(?=\s|$|ฯ|งาน|ของ|ประจำปี|ปี|ปฏิบัติ|ดำเนิน)/u;
/** Over the match form. */
const draft = /ร่าง/u;
