// Projects on cards, one after the other: a name on a line of its own, and right under it what it costs. What makes them projects
// is that the same is told of each, whatever their first words are. Pure.
import { findAmounts } from '../text/amount.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { moneyPair } from './money-line.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment } from './records.ts';

/** Cards from which they are a list: fewer where they are numbered, or where each tells what was spent as well. */
const [fewest, fewestSure] = [3, 2];
const longestName = 160;

/** Names on cards, by place. */
export function cardNames(lexicon: Lexicon, segments: readonly IndexedSegment[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (let at = 0; at + 1 < segments.length; at++) {
    const { kind, text } = segments[at]!.segment;
    if (kind === 'row' || kind === 'title' || text.length > longestName || !tellsCost(segments[at + 1]!)) continue;
    if (tellsCost(segments[at]!) || !isName(lexicon, text)) continue;
    names.set(at, text);
  }
  const different = new Set(names.values()).size;
  const sure =
    [...names.values()].every((text) => numbered.test(text)) ||
    [...names.keys()].every((at) => tellsSpent(segments.slice(at + 1, at + 4)));
  return different === names.size && different >= (sure ? fewestSure : fewest) ? names : new Map();
}

/**
 * Names in the headings of sheets bound together, one for each project by its number (แบบสรุปโครงการที่ 3 รักการอ่าน), by place.
 */
export function sheetNames(lexicon: Lexicon, segments: readonly IndexedSegment[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const [at, { segment }] of segments.entries()) {
    if (segment.kind !== 'heading' || segment.text.length > longestName) continue;
    const name = ofSheet.exec(segment.text)?.[1];
    if (name !== undefined && isProjectName(lexicon, name)) names.set(at, name);
  }
  return names.size >= fewestSure && new Set(names.values()).size === names.size ? names : new Map();
}
const ofSheet =
  /^\s*(?:แบบ)?(?:สรุป|รายงาน|ประเมิน|ติดตาม)(?:ผล)?(?:การ)?(?:ดำเนิน(?:งาน|การ)|จัด)?(?:โครงการ|กิจกรรม)(?:ลำดับ)?ที่\s*[0-9๐-๙]{1,3}\s*[.):–-]?\s*(\p{L}.*)$/u;

const numbered = /^\s*[0-9๐-๙]{1,3}\s*[.)]/u;

function isName(lexicon: Lexicon, text: string): boolean {
  const { text: name } = norm(text);
  return !notOnCards.test(name) && !/บาท|เบิกจ่าย|:\s*\d/u.test(name) && isProjectName(lexicon, text);
}

/** First words of lines that tell of the whole agency's money, of a part's or of a sort of expense, or what became of it: no names of projects. */
export const wholes =
  'ภาพรวม|รวม|ทั้งหมด|ทั้งสิ้น|ประเภท|งบ|เงิน|ค่า(?!ย)|รายได้|รายรับ|รายจ่าย|วงเงิน|ทุน|แหล่ง|หมวด|ไตรมาส|หน่วย|สำนัก|กอง|ฝ่าย|แผนก(?!าร)|กรม|จังหวัด|บุคลากร|สาธารณูปโภค|ครุภัณฑ์|ที่ดิน|วัสดุ|จัดสรร|เบิกจ่าย|ใช้ไป|ผูกพัน|(?:คง)?เหลือ|total|overall|spent|remaining|balance';

/** Over the match form: those, bids, funds, and what else stands on cards. */
export const notOnCards = new RegExp(
  `^[^\\p{L}]*(?:${wholes}|ยอด|กองทุน|ปี|รอบ|เดือน|กลุ่ม|อำเภอ|ตำบล|เทศบาล|ศูนย์|โรงเรียน|ยุทธ|แผนงาน|ด้าน|โครงการทั้ง|จัดซื้อ|ซื้อ|จ้าง|เช่า|ประกวด|ประกาศ|สอบราคา|แพ็กเกจ|หลักสูตร|summary)`,
  'u',
);

/** What it was given and what of it was spent, in a line or in lines one under the other. */
const tellsSpent = (lines: readonly IndexedSegment[]): boolean =>
  moneyPair(norm(lines.map(({ segment }) => segment.text).join('\n'))) !== undefined;

/** A short line that begins with the word for a budget and an amount of money (งบ: 30,000 บาท | เบิกจ่าย: 29,950 บาท). */
function tellsCost({ segment: { kind, text } }: IndexedSegment): boolean {
  if (kind === 'row' || kind === 'heading' || text.length > 120) return false;
  const n = norm(text);
  const lead = cost.exec(n.text)?.[0];
  if (lead === undefined) return (moneyPair(n)?.whole[0] ?? Number.POSITIVE_INFINITY) < 3;
  return findAmounts(n).some(
    ({ unit, start, value }) => unit !== 'percent' && start <= lead.length + 2 && value >= 100,
  );
}

/** Over the match form. */
const cost =
  /^[^\p{L}]*(?:(?:ได้รับ)?(?:จัดสรร)?(?:งบประมาณ|งบ|วงเงิน)(?:ที่ได้รับ|จัดสรร|อนุมัติ|ตามแผน|โครงการ)?|budget)\s*:?\s*/u;
