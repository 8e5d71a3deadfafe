// Papers that a title calls the plan of the year and that say how it is going to be made: who writes down projects until when, who looks them
// over, the empty form to propose one. What their tables name are steps of the making, and no work of the year. Pure.
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Steps from which a paper is on the making alone. */
const fewestSteps = 2;

/** All that it tells of stands under headings on the making, or is a step of it by its own words. */
export function tellsOfMaking(unit: Unit): boolean {
  const { records, page, segments } = unit;
  if (records.length < fewestSteps) return false;
  const headed = segments.some(({ segment }) => segment.kind !== 'row' && ofMaking.test(norm(segment.text).text));
  if (!headed) return false;
  return records.every(({ name, segment }) => {
    const heading = page.text.segments[segment]?.locator.heading ?? '';
    return ofMaking.test(norm(heading).text) || step.test(norm(name).text);
  });
}

/** Over the match form, as the next. */
const ofMaking =
  /^[^\p{L}]*(?:ขั้นตอน|กระบวนการ|วิธี(?:การ)?|ปฏิทิน|กำหนดการ|แนวทาง(?:การ)?|หลักเกณฑ์(?:การ)?|แผนผัง|แบบ(?:ฟอร์ม)?|ไทม์ไลน์)[ก-๎ ]{0,14}?(?:จัดทำ|ทำ|เขียน|เสนอ|พิจารณา|ทบทวน|ขอ|กลั่นกรอง|อนุมัติ|คัดเลือก)(?:ร่าง)?(?:แผน(?!ที่|ผัง)|โครงการ)/u;
const step =
  /^[^\p{L}]*(?:(?:ทบทวน|วิเคราะห์|รวบรวม|กลั่นกรอง|พิจารณา|จัดทำ|ยกร่าง|เขียน|ส่ง|เสนอ|ประกาศใช้|เห็นชอบ|อนุมัติ|เผยแพร่|สื่อสาร|แจ้ง)[^\n]{0,60}?(?:แผน|โครงการ|อนุมัติ|เห็นชอบ|swot|สถานการณ์)|(?:โครงการ|แผน)(?:ที่เสนอ)?(?:ต้อง|ควร))/iu;
