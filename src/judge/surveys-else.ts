// Surveys under the name of one of the public's opinion that ask after something else: how households live, what they earn and grow, who lives
// there, mostly for a bureau of statistics. Nobody is asked there what he thinks of the agency. Pure.
import { norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

export function surveysElse({ agency }: Pick<Survey, 'agency'>, unit: Unit): boolean {
  const ids = [...unit.classes.keys()];
  if (ids.length === 0 || !ids.every((id) => id === 'survey-form' || id === 'survey-report')) return false;
  const texts = linesOf(unit)
    .filter(({ index }) => index !== unit.titleSegment)
    .map(({ text }) => text);
  if (!texts.some((text) => life.test(text) && surveyed.test(text))) return false;
  return !bureau.test(norm(ownNameOf(agency)).text) && !texts.some((text) => ofAgency.test(text));
}

/** Over the match form, as all that follow: what is asked. */
const life =
  /ภาวะ(?:เศรษฐกิจ|การทำงาน|การครองชีพ|โภชนาการ)|สำมะโน|รายได้(?:และ|\/|-)?(?:รายจ่าย|ค่าใช้จ่าย|หนี้)|ค่าใช้จ่ายของครัวเรือน|การมีงานทำ|(?:ว่างงาน|แรงงาน)ของ(?:ประชากร|ครัวเรือน)|จปฐ|กชช|ความจำเป็นพื้นฐาน|(?:ข้อมูล)?พื้นฐาน(?:ของ)?(?:ครัวเรือน|หมู่บ้าน)|ผลผลิต(?:ทาง)?(?:การ)?(?:เกษตร|ข้าว)|พื้นที่เพาะปลูก|อนามัย(?:และ)?สวัสดิการ|พฤติกรรม(?:สุขภาพ|การ(?:บริโภค|สูบ|ดื่ม|เดินทาง|ใช้))/u;
const surveyed = /สำรวจ|สอบถาม|เก็บข้อมูล|สัมภาษณ์|ตอบแบบ|สำมะโน/u;
const ofAgency =
  /พอใจ|(?:การ)?(?:ให้)?บริการของ|(?:การ)?(?:ดำเนินงาน|ทำงาน|ปฏิบัติงาน)ของ(?:เรา|สำนัก|อบต|เทศบาล|องค์การ|โรง|หน่วยงาน|กรม|ศูนย์|อำเภอ|จังหวัด)/u;
/** That is its work. */
const bureau = /สถิติ|พัฒนาชุมชน|เศรษฐกิจการเกษตร/u;
