// Projects told in lines, list items or cards (`โครงการ… งบประมาณ 50,000 บาท เบิกจ่าย 45,000 บาท แล้วเสร็จ`). Pure.

import type { Segment } from '../model/document.ts';
import { findAmounts } from '../text/amount.ts';
import { findPhrases } from '../text/phrase.ts';
import { costedHeadings } from './costed-headings.ts';
import { headedLines } from './headed-lines.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { moneyPair } from './money-line.ts';
import { cardNames, sheetNames, wholes } from './project-cards.ts';
import { factsOf, fewestInPassing, inPassing, labelledFact } from './project-facts.ts';
import { isProjectName, leadsProject } from './project-name.ts';
import { type IndexedSegment, type ProjectRecord, tellsOfBoth } from './records.ts';
import { countSums } from './sums.ts';
import { aimsAmong } from './told-aims.ts';

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
        if (last > i + factLines && !costed.has(i) && !(withLabel.test(next.text) && labelledFact(lexicon, next.text)))
          continue;
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

const withLabel = /^[^:\n]{2,40}:\s*\S/u;
