// Programmes that are not called so: the plan says that its works stand in so many parts (จัดไว้เป็น 3 หมวด, แบ่งเป็นสามด้าน, มีสามหัวเรื่อง), or
// its headings count them (เรื่องใหญ่ที่ 1, ด้านแรก), and under each of these headings works stand, whatever comes between. Pure.
import { norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import type { Unit } from './unit.ts';

/** Parts from which they order the works, letters of a heading, and of a line that may say how many there are. */
const [fewest, longestHeading, longestLine] = [2, 90, 700];

/** Segments of the headings over the parts, if there are at least two with works under them. */
export function saidParts({ segments, records, titleSegment, linked }: Unit): number[] {
  const works = new Set(records.map(({ segment }) => segment));
  const first = Math.min(...works);
  const counted = segments.some(
    ({ index, segment }) =>
      index < first &&
      segment.kind !== 'row' &&
      segment.text.length <= longestLine &&
      saysSo.test(norm(segment.text).text),
  );
  const headings = segments.flatMap((part, at) => {
    const { kind, text } = part.segment;
    if (kind !== 'heading' || part.index === titleSegment || works.has(part.index) || linked.has(part.index)) return [];
    if (text.length > longestHeading || !holdsWork(segments, at, works)) return [];
    return counted || numbered.test(norm(text).text) ? [part] : [];
  });
  // A heading over several of the others is over the whole.
  const parts = headings.filter(
    (part) =>
      !headings.some((other) => other.index > part.index && rank(other) > rank(part)) ||
      numbered.test(norm(part.segment.text).text),
  );
  const names = new Set(parts.map(({ segment }) => norm(segment.text).text));
  return names.size >= fewest ? parts.map(({ index }) => index) : [];
}

const rank = ({ segment }: IndexedSegment): number => segment.level ?? 6;

/** A work stands between this heading and the next one of its rank. */
function holdsWork(segments: readonly IndexedSegment[], at: number, works: ReadonlySet<number>): boolean {
  const own = rank(segments[at]!);
  for (const part of segments.slice(at + 1)) {
    if (works.has(part.index)) return true;
    if (part.segment.kind === 'heading' && rank(part) <= own) return false;
  }
  return false;
}

/** Over the match form, as the next. */
const count = '\\d{1,2}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ';
const part =
  'ด้าน|หมวด|เรื่องใหญ่|หัวเรื่อง|หัวข้อ|ทิศ|สำรับ|ใจความ|แนว|แกน|เสา(?!ร์)|ธง|ประเด็น|พันธกิจ|ภารกิจ|เป้าหมาย|กลุ่ม(?!เป้า)|ส่วน|ภาค|ตอน|บท|สาย|ก้อน|กอง(?=งาน)|ชุด|ตะกร้า|ลิ้นชัก|บ้าน(?=ใหญ่)|มุม';
const saysSo = new RegExp(
  `(?:แบ่ง|จัด|แยก|เรียง|มี|ยึด|อยู่|ใต้|ตาม|รวม|เป็น|แจก|ใน)[^\\n]{0,24}?(?:${count})(?:${part})|(?:${count})(?:${part})[^\\n]{0,12}(?:คือ|ได้แก่|ดังนี้|:)|(?:เรียง|จัด|แบ่ง|แยก)(?:กัน|ไว้|ลำดับ)?(?:ตาม|เป็น)(?:${part})`,
  'u',
);
const numbered = new RegExp(
  `^[^\\p{L}\\d]*(?:${part})[^\\n\\d]{0,8}?(?:ที่)?(?:\\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|แรก|สุดท้าย)`,
  'u',
);
