// Finds the years a text speaks of, in every form offices write them, and tells fiscal years from dates, ranges, laws and
// revisions. Buddhist Era throughout. Pure: the current date is not known here.

import { NormalText, normalise, sourceSpan } from './normal.ts';
import { beginsMonths, namesMonth } from './thai-months.ts';
import { calendarYear, fiscalYear, type YearKind, type YearReading, yearRules } from './year-rules.ts';

export type { YearKind } from './year-rules.ts';

export interface YearMention {
  /** Buddhist Era. */
  readonly year: number;
  /** Last year of a range. */
  readonly last?: number;
  readonly kind: YearKind;
  /** Span in the match form. */
  readonly start: number;
  readonly end: number;
  /** Span in the original. */
  readonly from: number;
  readonly to: number;
}

/** Years that can be the fiscal year of anything published on a website judged today. */
export const firstYear = 2555;
export const lastYear = 2575;

/** Older ones are read where they are said in full to be the year of a plan or report: then that is old, not undated. */
export const firstStated = 2530;

const inWindow = (year: number): boolean => year >= firstYear && year <= lastYear;

/** ประจำปี 2551, ปีงบประมาณ พ.ศ. 2553; not a law's (พ.ศ. 2542), nor the year something was founded in (เมื่อปี 2540). */
const isStated = ({ year, last, kind }: YearReading, words: string): boolean =>
  last === undefined &&
  year >= firstStated &&
  year < firstYear &&
  (kind === 'fiscal' || kind === 'academic' || kind === 'plain') &&
  /\d{4}/.test(words) &&
  (kind === 'plain' ? /ประจำปี/ : /ปี|year|f\.?y/).test(words);

/** A range counts when it reaches into the window. */
const reachesIn = ({ year, last }: YearReading): boolean =>
  last === undefined ? inWindow(year) : year <= lastYear && last >= firstYear;

/**
 * All mentions by position, none overlapping. Years outside 2555–2575 are left out unless stated, ranges that do not reach
 * into them too.
 */
export function findYears(n: NormalText): readonly YearMention[] {
  if (!/\d\d/.test(n.text)) return none;
  const taken = new Uint8Array(n.text.length);
  const mentions: YearMention[] = [];
  const months = namesMonth(n.text);
  for (const { expression, ofMonth, read } of yearRules) {
    if (ofMonth && !months) continue;
    expression.lastIndex = 0;
    for (let match = expression.exec(n.text); match !== null; match = expression.exec(n.text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      if (ofMonth && !beginsMonths(n, match)) continue;
      const reading = read(match, n.text);
      if (reading === undefined) continue;
      taken.fill(1, start, end);
      if (reading === 'none' || !(reachesIn(reading) || isStated(reading, match[0]))) continue;
      const [from, to] = sourceSpan(n, start, end);
      mentions.push({ ...reading, start, end, from, to });
    }
  }
  if (mentions.length === 0) return none;
  mentions.sort((a, b) => a.start - b.start);
  return inherit(mentions, n.text);
}
/** Of most texts, which are kept with what was read in them. */
const none: readonly YearMention[] = [];

/** Two digits that end a short title right after its publication's name (แผนปฏิบัติการ 63, แผน66): weak, where no other year stands. */
export function yearAfterName(n: NormalText): YearMention | undefined {
  if (n.text.length > 60 || countBefore.test(n.text)) return undefined;
  const match = afterName.exec(n.text);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const [from, to] = sourceSpan(n, end - 2, end);
  return { year: 2500 + Number(match[1]), kind: 'plain', start: end - 2, end, from, to };
}
const afterName =
  /(?:แผน(?:การ|งาน)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนิน(?:งาน|การ))?|รายงาน(?:ประจำปี)?|ผล(?:การ)?(?:ดำเนิน(?:งาน|การ)|ปฏิบัติ(?:ราชการ|การ|งาน))|ผลงาน|\b(?:plan|report|sar))ฯ?[ (_]{0,2}(5[5-9]|6\d|7[0-5])(?=\)?(?:$|[|\n]| -|\.[a-z]{3,4}$))/;
/** A share, a count, or a line of a table of contents with its page. */
const countBefore = /ร้อยละ|จำนวน|คะแนน|เฉลี่ย|หน้า|%|^\(?\d+(?:\.\d+)*[.)]?(?!\d)|^(?:บท|ส่วน|ตอน|ข้อ)ที่/;

/** `ปีงบประมาณ 2567 และ 2568`: the marker holds for the whole list. */
function inherit(mentions: YearMention[], text: string): YearMention[] {
  for (let i = 1; i < mentions.length; i++) {
    const before = mentions[i - 1]!;
    const mention = mentions[i]!;
    if (mention.kind !== 'plain' || (before.kind !== 'fiscal' && before.kind !== 'academic')) continue;
    if (listed.test(text.slice(before.end, mention.start))) mentions[i] = { ...mention, kind: before.kind };
  }
  return mentions;
}
const listed = /^(?:,|และ|หรือ|กับ|\/|&|\+| )+$/;

/**
 * The year a text is about: fiscal or academic before plain before date; the most frequent of its rank, the earliest of
 * equals. Laws, revisions and ranges never count.
 */
export function dominantYear(
  mentions: readonly YearMention[],
): { readonly year: number; readonly kind: YearKind; readonly mention: YearMention } | undefined {
  // Most texts name no year, or one.
  if (mentions.length < 2) {
    const [mention] = mentions;
    return mention !== undefined && ranked.has(mention.kind)
      ? { year: mention.year, kind: mention.kind, mention }
      : undefined;
  }
  for (const kinds of ranks) {
    const counts = new Map<number, { count: number; mention: YearMention }>();
    for (const mention of mentions) {
      if (!kinds.includes(mention.kind)) continue;
      const entry = counts.get(mention.year) ?? { count: 0, mention };
      entry.count++;
      counts.set(mention.year, entry);
    }
    let best: { count: number; mention: YearMention } | undefined;
    for (const entry of counts.values()) if (best === undefined || entry.count > best.count) best = entry;
    if (best !== undefined) return { year: best.mention.year, kind: best.mention.kind, mention: best.mention };
  }
  return undefined;
}

const ranks: readonly (readonly YearKind[])[] = [['fiscal', 'academic'], ['plain'], ['date']];
const ranked: ReadonlySet<YearKind> = new Set(ranks.flat());

/** Fiscal year (Buddhist Era) of a calendar date `YYYY-MM-DD` (Common Era). */
export function fiscalYearOf(isoDate: string): number {
  const match = /^(\d{4})-(\d{2})/.exec(isoDate);
  if (match === null) throw new Error(`not an ISO date: ${isoDate}`);
  return fiscalYear(Number(match[2]), Number(match[1]) + 543);
}

/**
 * Years in a file's name (`plan67-22.pdf`, `MOIT2-69-9.pdf`, `แผน_2569.pdf`), spans in the decoded name. Two digits count only
 * where no full year stands. Weak evidence: a name is often copied from last year's.
 */
export function yearsInFileName(name: string): readonly YearMention[] {
  const decoded = decodeName(name);
  const n = normalise(
    decoded.replaceAll('_', ' ').replace(/\.[a-z]{3,4}$/i, (extension) => ' '.repeat(extension.length)),
  );
  const mentions = findYears(new NormalText(decoded, n.text, n.damage, n.offsets));
  if (mentions.length > 0) return mentions;
  const rest: YearMention[] = [];
  for (const match of n.text.matchAll(fileDate)) {
    const year = calendarYear(match[1] ?? match[4]!);
    const month = Number(match[2] ?? match[3]);
    if (month >= 1 && month <= 12 && inWindow(year)) rest.push(mentionAt(match, fiscalYear(month, year), 'date'));
  }
  if (rest.length > 0) return rest;
  for (const match of n.text.matchAll(/(?<!\d)([5-7]\d)(?!\d)/g)) {
    const year = 2500 + Number(match[1]);
    if (inWindow(year)) rest.push(mentionAt(match, year, 'plain'));
  }
  return rest;

  function mentionAt(match: RegExpExecArray, year: number, kind: YearKind): YearMention {
    const start = match.index;
    const end = start + match[0].length;
    const [from, to] = sourceSpan(n, start, end);
    return { year, kind, start, end, from, to };
  }
}

/** 20250331, 25680331, 31032568 */
const fileDate =
  /(?<!\d)(?:(25[5-7]\d|20[1-3]\d)(0\d|1[0-2])(?:[0-2]\d|3[01])|(?:[0-2]\d|3[01])(0\d|1[0-2])(25[5-7]\d|20[1-3]\d))(?!\d)/g;

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a bare % or another character set: as written
  }
}
