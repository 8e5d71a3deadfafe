// Projects of a plan that is told in lines of its own form: what is to be done, and what it costs, in a sentence or on the line under
// the name. What makes them projects is that a title calls the whole the plan of the year. Pure.
import { findAmounts } from '../text/amount.ts';
import { monthSource } from '../text/thai-months.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { wholes } from './project-cards.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Projects from which they are the plan's. */
const fewest = 2;
/** Letters of a name, and of a line that may hold it. */
const [shortestName, longestName, longestLine] = [6, 120, 400];
/** Cards under headings from which that is how the plan is told, and letters of what stands on one. */
const [fewestCards, longestCard] = [3, 120];
const monthLed = new RegExp(`^\\s*(?:${monthSource})\\.?\\s*(?:พ\\.?\\s*ศ\\.?\\s*)?[0-9๐-๙]{0,4}\\s*:?`, 'u');
/** Less is no project's money. */
const leastBaht = 1000;

/** What the lines of an annual plan tell of, in which nothing else was found; or nothing. */
export function planLines({ lexicon }: Survey, unit: Unit): readonly ProjectRecord[] {
  if (unit.lookalike || !namesSurely(unit.classes, 'annual-plan') || unit.own?.classes.has('annual-plan') !== true)
    return [];
  if ((unit.own.foreign.size ?? 0) > 0 || unit.records.length >= fewest) return [];
  return costedLines(lexicon, unit);
}

/** What lines tell of that is to be done, and what it costs; the caller knows that they are a plan's. */
export function costedLines(lexicon: Lexicon, unit: Pick<Unit, 'segments' | 'linked'>): readonly ProjectRecord[] {
  const found = new Map<string, ProjectRecord>();
  const put = (name: string, budget: string, segment: number, more: readonly (readonly [ColumnId, string])[] = []) => {
    const key = projectKey(name);
    const fields = new Map<ColumnId, string>([['project', name], ['budget', budget], ...more]);
    if (!found.has(key)) found.set(key, { name, fields, segment });
  };
  const cards = cardsUnderHeadings();
  let above: { readonly name: string; readonly index: number } | undefined;
  for (const { index, segment } of unit.segments) {
    const { kind, text } = segment;
    const card = cards.get(index);
    if (card !== undefined) {
      put(card.name, card.budget, card.index);
      above = undefined;
      continue;
    }
    if (kind === 'row' && !unit.linked.has(index)) {
      for (const cell of segment.cells ?? []) readMonth(cell, index);
      above = undefined;
      continue;
    }
    if (kind === 'row' || kind === 'title' || unit.linked.has(index) || text.length > longestLine) {
      above = undefined;
      continue;
    }
    let last: typeof above;
    for (const part of text.split(betweenCosts)) {
      const cost = costIn(part);
      if (cost === undefined) {
        last = isName(part) ? { name: nameIn(part), index } : undefined;
        continue;
      }
      const name = nameIn(part.slice(0, cost.from));
      // On a card the cost begins the line under the name.
      const named = name === '' ? above : isName(name) ? { name, index } : undefined;
      if (named === undefined) continue;
      put(named.name, part.slice(cost.from, cost.to), named.index);
    }
    above = last;
  }
  return found.size >= fewest ? [...found.values()] : [];

  /** A field of a calendar: the month, and what is done in it, each with what it costs. */
  function readMonth(cell: string, segment: number): void {
    const month = monthLed.exec(cell)?.[0];
    if (month === undefined || cell.length > longestLine) return;
    for (const part of cell.slice(month.length).split(betweenCosts)) {
      const cost = costIn(part);
      if (cost === undefined) continue;
      const name = part.slice(0, cost.from);
      if (isName(name)) put(nameIn(name), part.slice(cost.from, cost.to), segment, [['period', month.trim()]]);
    }
  }

  /** By the place of the line, where one heading after the other has one line with what it costs under it, and nothing else. */
  function cardsUnderHeadings() {
    const cards = new Map<number, { readonly name: string; readonly budget: string; readonly index: number }>();
    for (const [at, { index, segment }] of unit.segments.entries()) {
      const [heading, next] = [unit.segments[at - 1], unit.segments[at + 1]];
      if (segment.kind === 'heading' || segment.kind === 'row' || segment.text.length > longestCard) continue;
      if (heading?.segment.kind !== 'heading' || (next !== undefined && next.segment.kind !== 'heading')) continue;
      const cost = costIn(segment.text);
      if (cost === undefined || costIn(heading.segment.text) !== undefined || !isName(heading.segment.text)) continue;
      const budget = segment.text.slice(cost.from, cost.to);
      cards.set(index, { name: nameIn(heading.segment.text), budget, index: heading.index });
    }
    return cards.size >= fewestCards ? cards : new Map<number, never>();
  }

  function isName(text: string): boolean {
    const name = nameIn(text);
    return (
      name.length >= shortestName &&
      name.length <= longestName &&
      !notName.test(norm(name).text) &&
      isProjectName(lexicon, name)
    );
  }
}

/** Work told one after the other, each with what it costs (การเปรียบเทียบพันธุ์ (งบ 182,000 บาท) การจัดการปุ๋ย (96,000 บาท)). */
const betweenCosts = /;|(?<=\d[\d,.]{2,12}\s?บาท\))\s+/u;

/** The one sum of money that a part of a line tells; of several it is not said which is whose. */
function costIn(part: string): { readonly from: number; readonly to: number } | undefined {
  const n = norm(part);
  const sums = findAmounts(n).filter(
    ({ unit, value, start }) =>
      value >= leastBaht &&
      (unit === 'baht' ||
        unit === 'thousand' ||
        unit === 'million' ||
        (unit === 'none' && cost.test(n.text.slice(0, start)))),
  );
  const [sum] = sums;
  return sums.length === 1 && sum !== undefined && !perOne.test(part.slice(sum.to)) ? sum : undefined;
}

/** What each gets, or who may. */
const perOne = /^\s*(?:ต่อ(?!เติม|ยอด)|\/\s*\p{L}|ละ|ขึ้นไป|สำหรับ|แรก|หรือ)/u;

/** Over the match form: the word for money right before a bare figure. */
const cost = /(?:งบ(?:ประมาณ)?|วงเงิน|เงิน|เป็นเงิน|ใช้)\s*:?\s*$/u;

/** Bullets, and the programme that the first of its projects is told with, before a name; words for money after it. */
const nameIn = (text: string): string =>
  text
    .replace(/^[^\p{L}]*(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,2})*|[ก-ฮ](?=\s*[.)]))\s*[.)]?\s*/u, '')
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(/^แผนงาน\S+\s+/u, '')
    .replace(/^(?:ได้แก่|คือ|และ)\s*/u, '')
    .replace(/(?:เป็นเงิน|วงเงิน|งบ(?:ประมาณ)?|เงิน|จำนวน|ใช้)[\s:]*$/u, '')
    .replace(/[\s–—:|(•·-]+$/u, '');

/** Programmes of local government's budget and parts of a school's work: summed up beside each other, they are no projects. */
const parts =
  '(?:งาน)?(?:บริหาร(?:งาน)?|วิชาการ$|บุคคล|ทั่วไป|ธุรการ|การเงิน|พัสดุ|ปกครอง|กิจการ|นโยบาย)|(?:การ)?รักษาความสงบ|การศึกษา$|การเกษตร$|สังคมสงเคราะห์|เคหะ|สร้างความเข้มแข็ง|การศาสนา|อุตสาหกรรม|การพาณิชย์';

/** Over the match form: money of the whole, of a part or a sort of expense; what else a plan says with a sum. */
const notName = new RegExp(
  `^[^\\p{L}]*(?:${wholes}|ยอด|กองทุน|ปี|รอบ|เดือน|กลุ่ม|อำเภอ|ตำบล|เทศบาล|ศูนย์|ยุทธ|แผน|ด้าน|โครงการ(?:ทั้ง|จำนวน)|กิจกรรมทั้ง|ประกาศ|มี|เพื่อ|ตาม|ได้รับ|ขอ|โดย|และ|หลักเกณฑ์|ตัวชี้วัด|เป้า|กลยุทธ์|พันธกิจ|วิสัย|มาตรฐาน|ประเด็น|ลำดับ|หมายเหตุ|ผู้|คณะ|นาย|นาง|จาก|อบ[จต]|สปสช|ภาค|สาขา|รพ|โรง(?:พยาบาล|เรียน[^\\s]*$)|วิทยาลัย|มหาวิทยาลัย|หมู่(?:ที่)?\\s*\\d+$|${parts})|\\d\\s*(?:โครงการ|กิจกรรม|รายการ)`,
  'u',
);
