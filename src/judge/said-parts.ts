// Programmes that are not called so: the plan says that its works stand in so many parts (จัดไว้เป็น 3 หมวด, แบ่งเป็นสามด้าน, มีสามหัวเรื่อง), or
// its headings count them (เรื่องใหญ่ที่ 1, ด้านแรก), and under each of these headings works stand, whatever comes between; or it names them
// one after the other where it says how many; or lines count them by a word of its own (ก้าวที่ 1 …, ก้าวที่ 2 …). Pure.
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
  if (names.size >= fewest) return parts.map(({ index }) => index);
  const listed = listedParts(segments, first);
  if (listed.length > 0) return listed;
  const inTurn = countedParts(segments, works, linked);
  return inTurn.length > 0 ? inTurn : aimedRows(segments, records);
}

/** Rows or lines that each hold several works, and say first to what end (เสาที่หนึ่ง (มุ่งให้น้ำสะอาด), ประเด็นที่สอง รักษามรดกของท้องถิ่น จะ…). */
function aimedRows(segments: readonly IndexedSegment[], records: Unit['records']): number[] {
  const held = Map.groupBy(records, ({ segment }) => segment);
  const rows = segments.filter(({ index, segment }) => {
    if ((held.get(index)?.length ?? 0) > 1 && segment.kind !== 'row') return numbered.test(norm(segment.text).text);
    const first = segment.cells?.[0] ?? '';
    return (
      (held.get(index)?.length ?? 0) > 1 &&
      first.length <= longestHeading &&
      aims.test(norm(first).text) &&
      !held.get(index)!.some(({ name }) => first.includes(name))
    );
  });
  return rows.length >= fewest ? rows.map(({ index }) => index) : [];
}

/** Right under the line that says how many parts there are they are named, in items that each repeat the word. */
function listedParts(segments: readonly IndexedSegment[], first: number): number[] {
  for (const [at, { index, segment }] of segments.entries()) {
    if (index >= first) break;
    if (segment.kind === 'row' || segment.kind === 'item' || segment.text.length > longestLine) continue;
    const [, word] = sorted.exec(norm(segment.text).text) ?? [];
    if (word === undefined) continue;
    const from = segments.slice(at + 1);
    const end = from.findIndex(
      (part) =>
        part.segment.kind !== 'item' ||
        part.segment.text.length > longestHeading ||
        !norm(part.segment.text).text.includes(word),
    );
    const items = from.slice(0, end < 0 ? from.length : end);
    if (items.length >= fewest) return items.map((item) => item.index);
  }
  return [];
}

/** Lines that tell no work, count on from one by the same word, and have works under each. */
function countedParts(
  segments: readonly IndexedSegment[],
  works: ReadonlySet<number>,
  linked: ReadonlySet<number>,
): number[] {
  const lines = segments.flatMap(({ index, segment }, at) => {
    if (segment.kind === 'row' || segment.text.length > longestHeading) return [];
    if (works.has(index) || linked.has(index)) return [];
    const [, word, number] = counts.exec(norm(segment.text).text) ?? [];
    return word === undefined || notPart.test(word) ? [] : [{ index, at, word, number: Number(number) }];
  });
  for (const { word } of lines) {
    const same = lines.filter((line) => line.word === word);
    const inTurn = same.length >= fewest && same.every(({ number }, at) => number === at + 1);
    const filled = same.every(({ at }, place) =>
      segments.slice(at + 1, same[place + 1]?.at).some(({ index }) => works.has(index)),
    );
    if (inTurn && filled) return same.map(({ index }) => index);
  }
  return [];
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
/** To what end. */
const aims = /มุ่ง|เพื่อ(?!น)|เป้า(?:หมาย|ประสงค์)|ยุทธศาสตร์|พันธกิจ|ด้าน/u;
/** The whole is sorted into so many of them. */
const sorted = new RegExp(`(?:แบ่ง|จัด|แยก|เรียง)[^\\n]{0,24}?(?:${count})(${part})`, 'u');
/** A word that counts, its number, and a name of some length. */
const counts = /^[^\p{L}\d]*([ก-๎]{2,14}?)(?:ที่)?(\d{1,2})[:.–—-]?[ก-๎]{4}/u;
/** What else is counted: times, places, the works themselves, pages. */
const notPart =
  /เดือน|ไตรมาส|สัปดาห์|วัน|ปี|งวด|ครั้ง|รุ่น|ภาคเรียน|เทอม|หน้า|โครงการ|กิจกรรม|ลำดับ|หมู่|ข้อ|ตาราง|ภาพ|ชั้น|ระยะ|รอบ|ขั้น|มาตรา|ประกาศ|ครัวเรือน|งาน|รายการ|เขต|สาขา|อาคาร|ห้อง|โทร|ราย|อย่าง|คำสัญญา|สัญญา|ใบ|การ์ด|เรื่อง/u;
const numbered = new RegExp(
  `^[^\\p{L}\\d]*(?:${part})[^\\n\\d]{0,8}?(?:ที่)?(?:\\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|แรก|สุดท้าย)`,
  'u',
);
