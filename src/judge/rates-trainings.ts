// Whether a page rates courses that staff or others sat through, whatever its title calls it: what they thought of the teacher, the room
// and the meals is no evaluation of the plan, nor is what they wish for a recommendation on it. Pure.
import { namesSurely, norm } from './lexicon.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

const headLines = 4;
/** Things about a course that are rated in columns, from which that is what a table does. */
const fewestRated = 2;

export function ratesTrainings(unit: Unit): boolean {
  if (namesSurely(unit.classes, 'annual-plan') || unit.records.length > 0) return false;
  const said = linesOf(unit, headLines).some(({ segment, text }) => segment.kind !== 'row' && atItsEnd.test(text));
  return (
    said ||
    unit.segments.some(
      ({ segment: { cells = [] } }) =>
        cells.some((cell) => teacher.test(norm(cell).text)) &&
        cells.filter((cell) => rated.test(norm(cell).text)).length >= fewestRated,
    )
  );
}

/** Over the match form, as all that follow: what is handed out when a course ends, or who filled it in. */
const atItsEnd =
  /(?:ใบ|แบบ)(?:ประเมิน|สอบถาม)(?:ผล)?(?:ท้าย|หลัง|เมื่อจบ|สิ้นสุด|จบ)(?:การ)?(?:หลักสูตร|(?:ฝึก)?อบรม|สัมมนา|ชั่วโมง)|ผู้ตอบ[ก-๎]{0,16}(?:เป็น|คือ)ผู้(?:เข้า|ผ่าน)(?:รับ|ร่วม)?(?:การ)?(?:ฝึก)?(?:อบรม|สัมมนา)/u;
const teacher = /^[^\p{L}]*(?:ด้าน|คะแนน)?(?:วิทยากร|ผู้บรรยาย|ผู้สอน|trainer|speaker)/u;
const rated =
  /^[^\p{L}]*(?:ด้าน|คะแนน)?(?:วิทยากร|ผู้บรรยาย|ผู้สอน|เนื้อหา|สถานที่|ห้อง(?:อบรม|ประชุม)|อาหาร|เอกสาร(?:ประกอบ)?|ระยะเวลา|โสต|trainer|speaker|venue|food|handout)/u;
