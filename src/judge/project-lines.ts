// Projects told in lines, list items or cards (`โครงการ… งบประมาณ 50,000 บาท เบิกจ่าย 45,000 บาท แล้วเสร็จ`). Pure.

import type { Segment } from '../model/document.ts';
import { findAmounts } from '../text/amount.ts';
import type { NormalText } from '../text/normal.ts';
import { findPhrases } from '../text/phrase.ts';
import { isFilled } from './cell-value.ts';
import { costedHeadings } from './costed-headings.ts';
import { headedLines } from './headed-lines.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { moneyPair, targetReached } from './money-line.ts';
import type { ColumnId } from './pack.ts';
import { cardNames, sheetNames, wholes } from './project-cards.ts';
import { isProjectName, leadsProject } from './project-name.ts';
import { type IndexedSegment, type ProjectRecord, tellsOfBoth } from './records.ts';
import { countSums } from './sums.ts';
import { columnIdsOf } from './table-head.ts';
import { toBeSpent } from './table-values.ts';
import { aimsAmong } from './told-aims.ts';
import { longestTelling, workFacts } from './work-line.ts';
import { countsWork, namesWork, tellsOfWork } from './work-told.ts';

/** Lines below a name that may hold its facts; of a card that has parts of its own (### งบประมาณ) more. */
const [factLines, cardLines] = [8, 24];

export function readLines(lexicon: Lexicon, segments: readonly IndexedSegment[]): ProjectRecord[] {
  const records: ProjectRecord[] = [];
  const passing: (() => void)[] = [];
  const costed = costedHeadings(lexicon, segments);
  const aims = costed.size === 0 ? undefined : aimsAmong(segments.map(({ segment }) => segment.text));
  const items = new Map([
    ...costed,
    ...cardNames(lexicon, segments),
    ...sheetNames(lexicon, segments),
    ...sortedItems(lexicon, segments),
    ...listItems(lexicon, segments),
  ]);
  const headed = headedLines(lexicon, segments);
  for (let i = 0; i < segments.length; i++) {
    const { segment, index } = segments[i]!;
    if (segment.kind === 'row' || segment.kind === 'title' || segment.text.length > 600) continue;
    const named = leadsProject(lexicon, segment.text) ? segment.text : items.get(i);
    if (named === undefined || !isProjectName(lexicon, named)) continue;
    // A question asked of a project tells nothing of it.
    let text = costed.get(i) ?? segment.text;
    const card = segment.kind === 'heading';
    if (card || (segments[i + 1] && !leadsProject(lexicon, segments[i + 1]!.segment.text))) {
      // A card's facts stand below its heading; a line's on the lines below it, until the next project.
      let last = i + factLines;
      for (let j = i + 1; j < segments.length && j <= last; j++) {
        const next = segments[j]!.segment;
        if (card && next.kind === 'heading' && isPartOf(lexicon, segment, next)) {
          last = i + cardLines;
          continue;
        }
        if (costed.has(i) && aims?.has(j)) continue;
        if (next.kind === 'heading' || next.kind === 'row' || items.has(j)) break;
        // Of its parts what is labelled counts (ความก้าวหน้า: 80%): a plan's sheet on a project has parts as well.
        if (last > i + factLines && !costed.has(i) && !(withLabel.test(next.text) && labelledFact(lexicon, next.text))) continue;
        if (!card && (leadsProject(lexicon, next.text) || next.text.length > 200)) break;
        if (comesNext(segment.text, next.text)) break;
        text += `\n${headed.get(j) ?? next.text}`;
      }
    }
    const fields = factsOf(lexicon, named, text);
    const onCard = costed.has(i) && !tellsOfBoth({ fields });
    const more = onCard || !fields.has('spent') ? inPassing(fields, onCard ? text : segment.text) : undefined;
    if (more) passing.push(more);
    records.push({ name: named, fields, segment: index });
  }
  if (passing.length >= fewestInPassing) for (const add of passing) add();
  return records;
}

/** A heading of lower rank than the card's, which names no project of its own. */
const isPartOf = (lexicon: Lexicon, card: Segment, heading: Segment): boolean =>
  (heading.level ?? 6) > (card.level ?? 6) && !leadsProject(lexicon, heading.text);

/** The line is numbered as the one that comes after an item (๔.๒, then ๔.๓ or ๕). */
function comesNext(item: string, line: string): boolean {
  const [of, next] = [item, line].map((text) => numbers.exec(norm(text).text)?.[1]?.split('.').map(Number));
  if (of === undefined || next === undefined || next.length > of.length) return false;
  const at = next.length - 1;
  return next[at] === of[at]! + 1 && next.every((number, place) => place === at || number === of[place]);
}
const numbers = /^(\d{1,2}(?:\.\d{1,2})*)[.)\s]*(?=\p{L})/u;

/** Items under a heading that says which of the projects they are: those that were done, or were not. */
function sortedItems(lexicon: Lexicon, segments: readonly IndexedSegment[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const [at, { segment }] of segments.entries()) {
    if (segment.kind !== 'heading' || segment.text.length > longestSort || !sort.test(norm(segment.text).text))
      continue;
    for (let item = at + 1; item < segments.length; item++) {
      const { kind, text } = segments[item]!.segment;
      if (kind !== 'item' || text.length > longestItem) break;
      if (isProjectName(lexicon, text)) names.set(item, text);
    }
  }
  return names;
}
const [longestSort, longestItem] = [60, 160];
/** Over the match form, the nikhahit lost or not. */
const sort =
  /^[^\p{L}]*(?:โครงการ|กิจกรรม)ที่(?:ได้)?(?:ไม่ได้|ยังไม่ได้|ไม่)?(?:ท[ำา]|ด[ำา]เนินการ|เสร็จ|แล้วเสร็จ|ส[ำา]เร็จ)(?:แล้ว|เสร็จ|ไป)*(?!\p{L})/u;

/** Names of the items of lists that are projects by what they tell, whatever their first word is, by place. */
function listItems(lexicon: Lexicon, segments: readonly IndexedSegment[]): ReadonlyMap<number, string> {
  const told = segments.map(({ segment }) => toldName(lexicon, segment) ?? costedName(lexicon, segment));
  const names = new Map<number, string>();
  for (const [at, name] of told.entries()) {
    if (name === undefined) continue;
    const { segment } = segments[at]!;
    const listed = segment.kind === 'item' || bulleted.test(segment.text);
    // A line that no bullet makes an item, or that tells of no spending, is one among others like it.
    const alike = [at - 2, at - 1, at + 1, at + 2].some((other) => told[other] !== undefined);
    if (alike || (listed && toldName(lexicon, segment) !== undefined)) names.set(at, name);
  }
  return names;
}

/**
 * Name of an item of a list that tells of money spent as projects do (• แผนงานขยายเขต – วงเงิน 12 ล้านบาท เบิกจ่าย 6.4 ล้านบาท),
 * words, then what was had and what was spent.
 */
function toldName(lexicon: Lexicon, { kind, text }: Segment): string | undefined {
  if (kind === 'row' || kind === 'heading' || text.length > 400 || countSums(text, 1) === 0) return undefined;
  const n = norm(text);
  if (ofAll.test(n.text)) return undefined;
  const pair = moneyPair(n);
  const spent = findPhrases(lexicon.spentWords, n)[0];
  const amounts = findAmounts(n).filter(({ unit }) => unit !== 'percent' && unit !== 'none');
  if (pair === undefined && (spent === undefined || amounts.length < 2)) return undefined;
  const name = text
    .slice(0, pair?.whole[0] ?? Math.min(spent!.from, amounts[0]!.from))
    .replace(/(?:วงเงิน|(?:ได้รับ)?(?:จัดสรร)?งบ(?:ประมาณ)?(?:ที่ได้รับ)?|ได้รับ(?:จัดสรร)?|จำนวน)[\s:]*$/u, '')
    .replace(/[\s–—:|-]+$/u, '');
  return name.length <= 160 && isProjectName(lexicon, name) ? name : undefined;
}

const bulleted = /^\s*(?:[-–—•*]|[0-9๐-๙(]{1,3}(?:[.)]|\s))/u;

/** Money of the whole agency, of a part of it or of a sort of expense, or what became of it, over the match form. */
const ofAll = new RegExp(`^[\\s\\-•*()0-9.]*(?:${wholes}|ยอดรวม|ปีงบประมาณ|กลุ่มงาน|ได้รับ|อนุมัติ)`, 'u');

/** Nothing, or who does it: an abbreviation (กชช.), or an office's name. */
const afterCost =
  /^[\s).\]]*(?:[[(–-]?\s*(?:(?:[ก-ฮ]{1,5}\.){1,3}|(?:กอง|สำนัก|ฝ่าย|กลุ่ม|งาน|ศูนย์|แผนก(?!าร))[\u0e01-\u0e4e]{2,24})[\s)\]]*)?$/u;

/** Name of an item that ends with what it costs (1.1 อบรมเกษตรกรรุ่นใหม่ 120,000 บาท), or with that and who does it. */
function costedName(lexicon: Lexicon, { kind, text }: Segment): string | undefined {
  if (kind === 'row' || kind === 'heading' || text.length > 200 || countSums(text, 1) === 0) return undefined;
  if (!(kind === 'item' || bulleted.test(text))) return undefined;
  const n = norm(text);
  if (ofAll.test(n.text) || /^[\s\-•*()0-9.]*แผนงาน/u.test(n.text)) return undefined;
  const amounts = findAmounts(n).filter(({ unit }) => unit === 'baht' || unit === 'thousand' || unit === 'million');
  if (amounts.length !== 1 || !afterCost.test(text.slice(amounts[0]!.to))) return undefined;
  const name = text
    .slice(0, amounts[0]!.from)
    .replace(/(?:วงเงิน|งบ(?:ประมาณ)?|ใช้|จำนวน|เป็นเงิน)[\s:]*$/u, '')
    .replace(/[\s–—:|(-]+$/u, '');
  return isProjectName(lexicon, name) ? name : undefined;
}

function factsOf(lexicon: Lexicon, name: string, text: string): Map<ColumnId, string> {
  const fields = new Map<ColumnId, string>([['project', name]]);
  const n = norm(text);
  const amounts = findAmounts(n);
  let rated = true;
  for (const match of findPhrases(lexicon.spentWords, n)) {
    const amount = amounts.find((entry) => entry.start >= match.end && entry.start - match.end <= 24);
    // A rate is told beside the money (เบิกจ่าย 29,950 บาท … เบิกจ่าย 98%): the money counts.
    if (!amount || (!rated && amount.unit === 'percent')) continue;
    fields.set('spent', text.slice(match.from, amount.to));
    rated = amount.unit === 'percent';
  }
  const budget =
    amounts.find(({ unit }) => unit === 'baht' || unit === 'thousand' || unit === 'million') ??
    amounts.find((entry) => entry.unit !== 'percent');
  if (budget) fields.set('budget', text.slice(budget.from, budget.to));
  const pair = moneyPair(n);
  if (pair) {
    fields.set('budget', text.slice(...pair.set));
    fields.set('spent', text.slice(...pair.spent));
  }
  const reached = targetReached(n);
  if (reached) fields.set('result', text.slice(...reached));
  const rate = amounts.find(({ unit, start }) => unit === 'percent' && isRateOfWork(lexicon, n, start));
  if (rate) fields.set('progress', text.slice(rate.from, rate.to));
  const state = rate
    ? undefined
    : findPhrases(lexicon.states, n).find(
        ({ from, to, start }) =>
          !namesWork(text, from, to) && !isAim(n, start) && !byPlan.test(text.slice(Math.max(0, from - 1), to + 1)),
      );
  if (state) fields.set('progress', text.slice(state.from, state.to));
  for (const part of text.slice(text.startsWith(name) ? name.length : 0).split(partsOf)) {
    const fact = labelledFact(lexicon, part);
    if (fact === undefined) continue;
    for (const id of fact.ids) if (!fields.has(id)) fields.set(id, fact.text);
  }
  // Beside money spent, what has been done is the progress, however it is put (ไปมาแล้ว 8 จังหวัด จาก 20 จังหวัด).
  if (fields.has('spent') && !fields.has('progress') && !fields.has('result')) {
    const parts = text
      .split(partsOf)
      .slice(1)
      .filter((part) => !labelledFact(lexicon, part)?.ids.some((id) => ofPlans.includes(id)));
    const done =
      (pair ? workTold(lexicon, text.slice(pair.whole[1])) : undefined) ??
      parts.find((part) => tellsOfWork(lexicon, part)) ??
      workAfterMoney(lexicon, text, n);
    if (done !== undefined) fields.set('progress', done.trim());
  }
  keepToBeSpent(fields);
  return fields;
}

/** Projects of which both are told in passing, from which that is how they are told of. */
const fewestInPassing = 2;

/** In the project's own sentence, what was spent and how far the work has come, where both are told as in passing: adds them. */
function inPassing(fields: Map<ColumnId, string>, line: string): (() => void) | undefined {
  const facts = line.length > longestTelling ? undefined : workFacts(norm(line));
  const told = facts?.progress ?? facts?.result;
  if (facts === undefined || told === undefined) return undefined;
  if (fields.has('spent')) return () => fields.set(facts.progress ? 'progress' : 'result', line.slice(...told));
  if (facts.spent === undefined) return undefined;
  const { spent, budget, progress } = facts;
  // What a plan is going to use has no word that it was, and is no part of a sum.
  const paid = wasPaid.test(norm(line.slice(...spent)).text);
  if (!paid && !(budget && paidOf.test(norm(line.slice(spent[1], budget[0])).text))) return undefined;
  return () => {
    fields.set('spent', line.slice(...spent));
    if (budget) fields.set('budget', line.slice(...budget));
    if (!fields.has('progress') && !fields.has('result'))
      fields.set(progress ? 'progress' : 'result', line.slice(...told));
  };
}

/** Over the match form, as the next. */
const wasPaid = /แล้ว|ไป|จริง|ครบ|หมด|เต็ม|ยังไม่|ไม่ได้/u;
const paidOf = /^\s*จาก/u;

/** Facts that say what is meant to be, whatever figures stand in them (ช่วงเวลา: จาก 10 ม.ค. ถึง 28 ก.พ.). */
const ofPlans: readonly ColumnId[] = ['period', 'target', 'owner', 'budget'];

/** What is labelled as used, without a word for when (งบประมาณที่ใช้: 60,000 บาท), is to be spent where nothing is told of the work. */
function keepToBeSpent(fields: Map<ColumnId, string>): void {
  const spent = fields.get('spent');
  if (spent === undefined || fields.has('progress') || fields.has('result')) return;
  if (!toBeSpent.test(norm(spent).text)) return;
  fields.delete('spent');
  if (!fields.has('budget')) fields.set('budget', spent);
}

const withLabel = /^[^:\n]{2,40}:\s*\S/u;

/** Between what is told one after the other in a line. */
const partsOf = /\n|\s[|;•·]\s/u;

/** A word for progress stands just before the figure (ความก้าวหน้า 80%). */
function isRateOfWork(lexicon: Lexicon, n: NormalText, start: number): boolean {
  if (isAim(n, start)) return false;
  if (comeSoFar.test(n.text.slice(0, start))) return true;
  return findPhrases(lexicon.columns, n).some(
    (match) => match.value === 'progress' && match.end <= start && start - match.end <= 12,
  );
}

/** Over the match form: right after the project's name, whatever that is (…เคลื่อนที่คืบหน้า 75%). */
const comeSoFar = /(?:(?:คืบ|ก้าว)หน้า|(?:^|[\s:|])งานเดิน)(?:แล้ว|ไป|สะสม)*\s*:?\s*(?:ร้อยละ)?\s*$/u;

/** A figure at a place is what is aimed at (เป้าหมายเชิงปริมาณ: ร้อยละ 90). */
const isAim = ({ text }: NormalText, start: number): boolean =>
  aimed.test(text.slice(Math.max(0, start - 30), start)) ||
  underIndicator.test(text.slice(Math.max(0, start - 160), start));
/** Over the match form. */
const underIndicator = /\n[^\p{L}\n]*(?:ร้อยละ|จำนวน|ระดับ|อัตรา)[^\d\n]{4,}\n\s*$/u;
/** What a plan says (ตามแผนสอน 6 โรงเรียน), and not that it goes by it. */
const byPlan = /^(?:[\s:])?ตาม(?:แผน|เป้าหมาย)[ก-ฮเ-ไ]$/u;
const aimed = /(?:เป้า(?:หมาย|ประสงค์)?|ไม่(?:น้อย|ต่ำ)กว่า|อย่างน้อย|เกณฑ์)[^\d\n]{0,24}$/u;

/** In one sentence what was done comes after the money (เบิกจ่ายแล้ว 11,500 บาท ออกตรวจ 14 ครั้ง). */
function workAfterMoney(lexicon: Lexicon, text: string, n: NormalText): string | undefined {
  const last = findAmounts(n)
    .filter(({ unit }) => unit === 'baht' || unit === 'thousand' || unit === 'million')
    .at(-1);
  const spent = findPhrases(lexicon.spentWords, n).at(-1);
  if (last === undefined || spent === undefined || spent.start > last.start) return undefined;
  return workTold(lexicon, text.slice(last.to));
}

/** The rest of the line, where it tells of work. */
function workTold(lexicon: Lexicon, text: string): string | undefined {
  const rest = text.split('\n', 1)[0]!;
  return tellsOfWork(lexicon, rest) || countsWork(rest) ? rest : undefined;
}

/** A part that begins with a column's name and goes on (ความก้าวหน้า ฝึกอบรมแล้ว 2 รุ่น; สถานะ: รอจัดเดือนสิงหาคม). */
function labelledFact(lexicon: Lexicon, part: string): { ids: readonly ColumnId[]; text: string } | undefined {
  const text = part.replace(/^[\s\-–—•*]+/u, '').trim();
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= 60) {
    const value = text.slice(colon + 1).trim();
    const ids = [...columnIdsOf(lexicon, text.slice(0, colon))].filter(
      (id) => labelled.has(id) && (isFilled(id, value) || (id === 'spent' && /^[-–—]$/u.test(value))),
    );
    if (ids.length > 0) return { ids, text };
  }
  const n = norm(text);
  for (const match of findPhrases(lexicon.columns, n)) {
    if (match.start > 0 || (match.value !== 'progress' && match.value !== 'result')) continue;
    if ((n.text.slice(match.end).match(/[\p{L}\p{Nd}]/gu)?.length ?? 0) >= 4) return { ids: [match.value], text };
  }
  return undefined;
}

/** Facts that a label with a colon may name. */
const labelled: ReadonlySet<ColumnId> = new Set(['budget', 'spent', 'progress', 'result', 'period', 'owner', 'target']);
