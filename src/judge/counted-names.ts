// Projects of a report that no table lists: a sentence says how many of them came so far, and then names as many (โครงการที่ต่ำกว่า
// เป้าหมายมี 3 โครงการ ได้แก่ โครงการ… โครงการ… และโครงการ…). Pure.
import { plainDigits } from '../text/plain-digits.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import type { Unit } from './unit.ts';

/** Reports on the plan, whose projects are the plan's. */
const reports = ['result-report', 'monitoring-report', 'lao-evaluation'];
/** Letters of a name, and projects from which they are a list. */
const [shortest, longest, fewest] = [12, 120, 2];

/** Of a report in which nothing else tells of projects. */
export function countedNames(lexicon: Lexicon, unit: Unit): readonly ProjectRecord[] {
  if (unit.lookalike || unit.records.length > 0 || !reports.some((id) => namesSurely(unit.classes, id))) return [];
  const records = new Map<string, ProjectRecord>();
  for (const { index, segment } of unit.segments) {
    if (segment.kind === 'row' || segment.kind === 'heading' || unit.linked.has(index)) continue;
    for (const name of namesIn(lexicon, segment.text)) {
      const key = projectKey(name);
      if (!records.has(key)) records.set(key, { name, fields: new Map([['project', name]]), segment: index });
    }
  }
  return records.size >= fewest ? [...records.values()] : [];
}

/** As many as the sentence says that there are; of what is to come it tells nothing. */
function namesIn(lexicon: Lexicon, text: string): readonly string[] {
  const match = counts.exec(text);
  if (match === null || toCome.test(norm(text.slice(0, match.index + match[0].length)).text)) return [];
  const [first = '', ...others] = text.slice(match.index + match[0].length).split(between);
  const names = [first, ...others].map((part) => part.split(goesOn, 1)[0]!.trim());
  // What is said of the last one may go on to name others.
  if (names.length !== Number(plainDigits(match[1]!))) return [];
  return names.every((name) => name.length >= shortest && name.length <= longest && isProjectName(lexicon, name))
    ? names
    : [];
}

const counts = /([0-9๐-๙]{1,2})\s*โครงการ\s*(?:[ก-๎]{0,16}\s*)?(?:ได้แก่|คือ|ประกอบด้วย)\s*:?\s*(?=โครงการ[ก-ฮเ-ไ])/u;
/** Before the next of them. */
const between = /(?:\s|,|และ)+(?=โครงการ[ก-ฮเ-ไ](?!ดังกล่าว|นี้))/u;
/** What is said of it. */
const goesOn = /\s*(?:ซึ่ง|\(|,|;)|\s+(?:ที่|โดย|เนื่องจาก|เพราะ|มี|ได้|แล้วเสร็จ|ล่าช้า|สูงกว่า|ต่ำกว่า|ร้อยละ)/u;
/** Over the match form. */
const toCome = /(?:^|[^ก-๎]|ที่|จึง)จะ|เสนอขอ|ปี(?:หน้า|ถัดไป|ต่อไป)|ขอรับ|ควรมี/u;
