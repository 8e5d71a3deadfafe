// Papers of another body of the agency's sort under the agency's name: another college's report with a new cover. Its first line tells what
// that other body did, its name comes again, and the agency's own stands on the cover alone. Pure.
import { norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { Survey } from './survey.ts';
import { titleLines } from './title.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Lines under the title that may say who did it, and lines in which the other's name stands. */
const [openingLines, fewestLines] = [4, 2];
/** Letters of what bodies of one sort are told apart by: the end of their names. */
const lettersOfEnd = 6;

export function isAnothers({ agency }: Pick<Survey, 'agency'>, unit: Unit): boolean {
  if (unit.classes.size === 0) return false;
  const own = ownNameOf(agency);
  const sort = sorts.find((word) => own.startsWith(word));
  if (sort === undefined || own.length < sort.length + lettersOfEnd) return false;
  const titled = titleLines(unit);
  const end = own.slice(-lettersOfEnd);
  const lines = linesOf(unit).filter(({ index, text }) => index !== unit.titleSegment && !titled.has(text));
  const first = lines
    .filter(({ segment }) => segment.kind !== 'row' && segment.kind !== 'heading')
    .slice(0, openingLines);
  for (const { text } of first) {
    const [, name = ''] = actor.exec(text) ?? [];
    if (!name.startsWith(sort) || name.length < sort.length + lettersOfEnd || common.test(name.slice(sort.length)))
      continue;
    if (own.includes(name) || name.endsWith(end)) continue;
    // Alone on the cover, or nowhere.
    if (lines.some((line) => line.text.includes(end))) return false;
    return lines.filter((line) => line.text.includes(name)).length >= fewestLines;
  }
  return false;
}

/** Of which there are many, each with a name of its own. In match form. */
const sorts = [
  'โรงเรียน',
  'วิทยาลัย',
  'มหาวิทยาลัย',
  'โรงพยาบาล',
  'เทศบาลตำบล',
  'เทศบาลเมือง',
  'เทศบาลนคร',
  'องค์การบริหารส่วนตำบล',
  'องค์การบริหารส่วนจังหวัด',
  'สำนักงานสาธารณสุขอำเภอ',
  'ศาลจังหวัด',
  'ศาลแขวง',
  'สถานีตำรวจภูธร',
].map((word) => norm(word).text);
/** Over the match form: who did something, at the head of a line, after the year perhaps. */
const actor =
  /^[^\p{L}]*(?:(?:ใน|ตาม|สำหรับ|ด้วย|ตามที่)?(?:รอบ)?(?:ปี(?:งบประมาณ|การศึกษา)?)\s*(?:พ\.?ศ\.?\s*)?\d{2,4}\s*|ด้วย|ตามที่)?([ก-๎]+?)\s*(?:ได้|ดำเนิน|จัด(?!หวัด|การ)|ขอ(?:รายงาน|สรุป)|มี(?:โครงการ|แผน|การ))/u;
/** What a sort's word may go on with that is no name. */
const common = /^(?:ใน|ของ|ที่|และ|ทุก|ต่าง|แต่ละ|เรา|นี้|ฯ|ส่งเสริมสุขภาพ|คุณธรรม|คุณภาพ|สุจริต|ขนาด|เครือข่าย|ทั้ง|เป็น|ให้)/u;
