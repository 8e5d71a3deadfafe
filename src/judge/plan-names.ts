// What the office itself calls its plan of the year, where that is one by its content (แผนที่เดินทาง 2569, โพยงานปี 70): whoever then writes of
// work "on the map" or of "the crib" writes of the plan, on other pages of the same site. Pure.
import { namesMonth } from '../text/thai-months.ts';
import { norm } from './lexicon.ts';
import type { Survey } from './survey.ts';

/** Letters of a name, and names of one plan that are worth looking for. */
const [shortest, longest] = [4, 40];

export interface PlanNames {
  /** Whether a text in match form speaks of the plan by a name of its own. */
  names(text: string): boolean;
}

export function planNames(survey: Survey): PlanNames {
  const full = new Set<string>();
  const heads = new Set<string>();
  for (const { classes, page, labels, own } of survey.units) {
    if (classes.get('annual-plan')?.origin !== 'content' || page.role === 'start') continue;
    const called = [
      page.text.title ?? '',
      own?.text ?? '',
      page.text.segments.find(({ kind, region }) => kind === 'heading' && region === 'main')?.text ?? '',
      ...labels.map(({ ref }) => ref.link.label),
    ];
    for (const text of called) {
      const [, name = ''] = ofYear.exec(norm(text.split('\n', 1)[0]!).text) ?? [];
      if (name.length < shortest || name.length > longest || common.test(name) || namesMonth(name)) continue;
      full.add(name);
      const head = paper.exec(name)?.[0] ?? ofOffice.exec(name)?.[1];
      if (head !== undefined) heads.add(head);
    }
  }
  if (full.size === 0) return { names: () => false };
  const escaped = (words: ReadonlySet<string>): string =>
    [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  const short = `(?:${escaped(heads)})`;
  const known = new RegExp(
    heads.size === 0
      ? escaped(full)
      : `${escaped(full)}|(?:ตาม|ใน|บน|กับ|จาก|ดู|นำ|เอา|คือ|ว่า|ให้)${short}(?!${another})|${short}(?:ปี|นี้|ทั้ง|ทุก|งาน|(?:25)?[5-7]\\d)`,
    'u',
  );
  return { names: (text) => known.test(text) };
}

/** Up to its year or its months. Over the match form, as all that follow. */
const ofYear =
  /^(?:[^\n]{0,60}?[:|–—])?[^\p{L}]*([ก-๎]+?)(?:ประจำ)?(?:รอบ|ตลอด)?(?:ปี(?:งบประมาณ|การศึกษา|บัญชี)?)?(?:พ\.?ศ\.?)?(?:(?:ตุลา|ต\.ค|ตค)[ก-๎]*\.?)?(?:25)?[5-7]\d(?!\d)/u;
/** What anything may be called, and the plan's names that everybody knows. */
const common =
  /^(?:แผน(?!ที่|ผัง)|งาน|โครงการ|กิจกรรม|ข่าว|รายงาน|ประกาศ|เอกสาร|ข้อมูล|สรุป|ผล|งบ|รายการ|รายละเอียด|ตารางที่|หน้า|เรื่อง|สิ่ง|อะไร|เรา|จะ|ที่|ทุก|ทั้ง|รวม|ประจำ|ปี|เดือน|ไตรมาส|ครั้ง|รอบ|วันที่|ของ|ปรับปรุง|อัปเดต|กรม|ศาล|เรือนจำ|คณะ|มหาวิทยาลัย|สถาบัน|โรงเรียน|เทศบาล|องค์การ|สำนัก|ศูนย์|วิทยาลัย|โรงพยาบาล|อำเภอ|จังหวัด)/u;
/** A sort of paper by which alone it is then spoken of. */
const paper = /^(?:ป[ฏ]ิทิน|กระดาน|สมุด|โพย|โรดแมป|เข็มทิศ|พิมพ์เขียว|เช็[คก]ลิสต์|แผนที่|ผัง)/u;
/** What comes before whose it is. */
const ofOffice = /^([ก-๎]{4,}?)(?:ประจำ|ของ|แห่ง)/u;
/** Other things of the same sort. */
const another = 'การศึกษา|วิชาการ|กิจกรรม|ข่าว|สนทนา|ประชาสัมพันธ์|วันหยุด|ท่องเที่ยว|พก|บันทึก|เยี่ยม|ประเพณี|ประชุม|สอบ';
