// What one speaker tells of several works in one breath, one after the other, each up to its money or the word that none was spent
// (ถนนสายใน เสร็จแล้ว ใช้ไป 96,500 บาท ลานวัดยังไม่ได้ทำ เงินยังอยู่), once he has said that they are the plan's. Pure.
import { repair } from '../text/repair.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { planByName } from './plan-by-name.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import { plainOf } from './told-line.ts';
import type { Line } from './unit-lines.ts';
import { workFacts } from './work-line.ts';
import { tellsOfWork } from './work-told.ts';

/** Letters of a paragraph, and of its first words in which it says of what it tells; works from which it tells of them. */
const [shortest, longest, opening, fewest] = [120, 3000, 260, 2];
const [shortestName, longestName] = [4, 90];

/** What the paragraph says that it tells of, if that is the agency's plan of the year. */
export function speaksOfPlan({ lexicon, agency }: Survey, { segment: { kind, text } }: Line): TitleReading | undefined {
  if (kind !== 'paragraph' && kind !== 'item') return undefined;
  if (text.length < shortest || text.length > longest) return undefined;
  const first = repair(text).text.slice(0, opening);
  const at = ofPlan.exec(first);
  if (at === null) return undefined;
  // What is told of one of them names other things; up to the plan's year is what he says that he tells of.
  const named = readTitle(lexicon, `${at[0]}${ofYear.exec(first.slice(at.index + at[0].length))?.[0] ?? ''}`, agency);
  const said = readTitle(lexicon, first.slice(0, at.index + at[0].length), agency);
  if (isLookalike(named) || named.foreign.size > 0 || said.foreign.size > 0) return undefined;
  const years = named.years.length > 0 ? named.years : said.years;
  return years.length === 0 ? undefined : { ...named, years };
}
/** By its name, as what was done, decided, looked at. */
const ofPlan = new RegExp(`(?:ตาม|ใน|ของ|ดู|ตรวจ|จาก|คือ)(?:เล่ม)?${planByName}`, 'u');
const ofYear = /^[ก-๎ ]{0,16}(?:ปี|พ\.ศ\.)[ก-๎ .]{0,14}[0-9๐-๙]{2,4}/u;

export function spokenWorks(lexicon: Lexicon, { index, segment }: Line): ProjectRecord[] {
  const works = new Map<string, ProjectRecord>();
  const parts = plainOf(segment.text).split(untilMoney);
  for (const [place, part] of parts.entries()) {
    const told = place === 0 ? (part.split(intro).at(-1) ?? part) : part;
    const facts = workFacts(norm(told));
    const state = told.split(/\s+/u).find((word) => tellsOfWork(lexicon, word));
    if (facts?.spent === undefined || state === undefined) continue;
    const at = told.indexOf(state);
    // A name may run into what is told of it (หอถังประปายังไม่ได้ทำ).
    const name = nameIn(
      told,
      facts.first > at && facts.first < at + state.length ? facts.first : Math.min(facts.first, at),
    );
    if (name.length < shortestName || name.length > longestName || !isProjectName(lexicon, name)) continue;
    const fields = new Map([
      ['project', name],
      ['progress', state],
      ['spent', told.slice(...facts.spent)],
    ] as const);
    if (!works.has(projectKey(name))) works.set(projectKey(name), { name, fields, segment: index });
  }
  return works.size < fewest ? [] : [...works.values()];
}

/** After a sum, or the word that there was none, the next one begins. */
const untilMoney =
  /(?<=[0-9]\s?(?:ล้าน)?บาท(?:ถ้วน)?|(?:ใช้|จ่าย|เบิก)[ก-๎ ]{0,16}[0-9]{1,3}(?:,[0-9]{3})+(?! ?(?:บาท|จาก|คน|ราย|ตัว|ครั้ง))|(?:ไม่ได้|ยังไม่(?:ได้)?)(?:ใช้|จ่าย|เบิก)(?:เงิน|งบ)?(?:เลย|สักบาท)?|เงิน(?:ยังอยู่|ไม่ได้ใช้)(?:ครบ)?)[ ,;]+/u;
/** What he says before the first of them. */
const intro =
  /(?:นะ)?(?:ครับ|คะ|ค่ะ)\s|ดังนี้\s|(?:เป็น|ที)(?:ละ)?เรื่อง(?:ๆ| ๆ|ไป)\s|(?:แจ้ง|เรียน|รายงาน|เล่า)(?:ให้ทราบ)?ว่า\s?|แผน[ก-๎]{0,24}\s?(?:ปี[ก-๎]{0,10}\s?)?[0-9]{2,4}\s(?=[ก-๎])/u;

/** Whatever stands before the first thing told of it. */
function nameIn(told: string, until: number): string {
  return told
    .slice(0, until)
    .replace(/^\s*(?:(?:และ|แล้วก็|ส่วน|อีก(?:เรื่อง|อัน)|ต่อ(?:มา|ไป)|เรื่อง|โครงการ)(?=[ก-ฮเ-ไ ]))*\s*/u, '')
    .replace(/\s+(?:ผู้รับจ้าง|ช่าง|ตอนนี้|ขณะนี้|ปัจจุบัน|ก็)?(?:ยัง|ได้|ทำ)*$/u, '')
    .trim();
}
