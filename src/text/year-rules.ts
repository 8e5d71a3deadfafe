// The forms of years, one rule each, in the order they are tried: an expression over the match form and what it says.
// A rule never decides by the current date.

import { monthOf, monthSource } from './thai-months.ts';
import { academicMarker, era, fiscalMarker } from './year-forms.ts';

/**
 * - `fiscal`, `academic`: said to be so, or a span of months inside one such year;
 * - `plain`: a year without a word that says which kind;
 * - `range`: several years, `year` to `last`;
 * - `date`: a day or month; `year` is the fiscal year it falls in (of a number like `12/2568`, the year itself);
 * - `law`: the year of an act or regulation; `revision`: the year something was revised. Neither is a year of a plan.
 */
export type YearKind = 'fiscal' | 'academic' | 'plain' | 'range' | 'date' | 'law' | 'revision';

/** What a form says. */
export type YearReading = { readonly year: number; readonly last?: number; readonly kind: YearKind };

export interface YearRule {
  /** Global; over the match form. */
  readonly expression: RegExp;
  /** Holds the name of a month: not worth trying where none is. */
  readonly ofMonth?: true;
  /** undefined: not this form, later rules may try; 'none': understood, and no year. */
  readonly read: (match: RegExpExecArray, text: string) => YearReading | 'none' | undefined;
}

/** Anything but more digits of the same number; `2568.` at a sentence's end is a year, `2568.50` is not. */
const after = '(?![\\d%]|[,.]\\d)';
const dateYear = `(?:${era}|ปี)?,? ?'?(\\d{4}|\\d{2})${after}`;
const day = '(?:(?<!\\d)(0?[1-9]|[12]\\d|3[01]) ?)?(?:เดือน)?';

/** In this order: what an earlier rule took, a later one does not see. */
export const yearRules: readonly YearRule[] = [
  {
    // ต.ค.67-มี.ค.68 · 1 ตุลาคม 2567 - 30 กันยายน 2568 · ตุลาคม - มีนาคม 2568
    expression: new RegExp(
      `${day}(${monthSource})(?:(?:${era}|ปี)?,? ?'?(\\d{4}|\\d{2})(?!\\d))? ?(?:-{1,2}|~|จนถึง|ถึง|to) ?(?:สิ้น)?(?:วันที่)?${day}(${monthSource})${dateYear}`,
      'g',
    ),
    ofMonth: true,
    read: ([, , monthA, yearA, , monthB, yearB]) => readSpan(monthA!, yearA, monthB!, yearB!),
  },
  {
    // March 31, 2025
    expression: new RegExp(`(${monthSource}) ?\\d{1,2}(?:st|nd|rd|th)?,? (20\\d\\d)${after}`, 'g'),
    ofMonth: true,
    read: ([, month, year]) => readDate(monthOf(month!), calendarYear(year!)),
  },
  {
    // 31 มีนาคม 2568 · ต.ค. 58 · March 2025
    expression: new RegExp(`${day}(${monthSource})${dateYear}`, 'g'),
    ofMonth: true,
    read: ([, , month, year]) => readDate(monthOf(month!), calendarYear(year!)),
  },
  {
    // 31/03/2568 · 31-3-68 · 31.03.2568
    expression: /(?<![\d/.-])\d{1,2}([/.-])(\d{1,2})\1(25\d\d|20\d\d|[5-7]\d)(?![\d/])/g,
    read: ([, , month, year]) => readDate(Number(month), calendarYear(year!)),
  },
  {
    // 2568-03-31
    expression: /(?<![\d/.-])(25\d\d|20\d\d)-(\d\d)-(\d\d)(?!\d)/g,
    read: ([, year, month, dayOfMonth]) =>
      Number(dayOfMonth) > 31 ? undefined : readDate(Number(month), calendarYear(year!)),
  },
  {
    // ไตรมาสที่ 2/2568 · ไตรมาส 1 ปี 68
    expression: new RegExp(
      `ไตรมาส(?:ที่)?[1-4](?:[/, (]|ของ|ประจำ|ปีงบประมาณ|ปี|${era}){1,5}(25\\d\\d|[5-7]\\d)${after}`,
      'g',
    ),
    read: ([, year]) => ({ year: calendarYear(year!), kind: 'fiscal' }),
  },
  {
    // ภาคเรียนที่ 1/2568 · ปีการศึกษา 2568
    expression: new RegExp(
      `(?:ภาค(?:เรียน|การศึกษา)(?:ที่)?[1-3](?:[/ ]|${academicMarker}){1,3}|${academicMarker})[ :(\\n]{0,2}(?:${era})? ?(25\\d\\d|20\\d\\d|[5-7]\\d)${after}(?!(?:-|ถึง)\\d{2})`,
      'g',
    ),
    read: ([, year]) => ({ year: calendarYear(year!), kind: 'academic' }),
  },
  {
    // (พ.ศ. 2566 - พ.ศ. 2570) · 2566-70 · 2561-3563 (a slip of the hand)
    expression: new RegExp(
      `(?:${fiscalMarker}|${academicMarker}|ปี)?[ :(]{0,2}(?:${era})? ?(?<![\\d,/-]|\\d\\.)(2[45]\\d\\d|20\\d\\d)(?: ?(?:-{1,2}|~) ?|จนถึง|ถึง)(?:ปี)?(?:${era})? ?([23][4-9]\\d\\d|20\\d\\d|[5-9]\\d)(?![\\d,]|-\\d)`,
      'g',
    ),
    read: ([, first, last]) => readRange(first!, last!),
  },
  {
    // ปี 66-70 · (66-70)
    expression: new RegExp(
      `(?:(?:${fiscalMarker}|${academicMarker}|(?<!\\d)ปี)(?:${era})?|${era}|\\((?:${era})?) ?([5-7]\\d)(?:-|ถึง)(?:ปี)?([5-9]\\d)(?![\\d,.%-])`,
      'g',
    ),
    read: ([, first, last]) => readRange(first!, last!),
  },
  {
    // ปีงบประมาณ พ.ศ. 2568 · งบ 69 · FY2026
    expression: new RegExp(
      `(?:${fiscalMarker.replace('f\\.?y\\.?', '(?<![a-z])f\\.?y\\.?')})[ :("'\\n]{0,3}(?:ปี)?(?:${era})? ?'?(25\\d\\d|20\\d\\d|\\d\\d)${after}(?!${units()})`,
      'g',
    ),
    read: ([text, year]) => readFiscal(text, year!),
  },
  {
    // พ.ศ. 2568 · ปี 2568 · ค.ศ. 2025 · ปี 68
    expression: new RegExp(
      `(?:(?:ประจำ|(?<!\\d))ปี(?:${era})?|${era}|(?<![a-z])year)[ :(\\n]{0,2}(?:ita|พ\\.?ศ\\.?)? ?'?(25\\d\\d|20\\d\\d|[5-7]\\d)${after}(?!${units()}|\\/\\d)`,
      'g',
    ),
    read: (match, text) => readPlain(match[1]!, text, match.index, /ปี|year/.test(match[0])),
  },
  {
    // OP69, BSC68, KPI'69: right behind the letters of a plan or a scorecard
    expression: new RegExp(`(?<![a-z])(?:op|bsc|poa|okrs?|kpis?)[-'_]?(25\\d\\d|[5-7]\\d)${after}(?!${units()})`, 'g'),
    read: (match, text) => readPlain(match[1]!, text, match.index, true),
  },
  {
    // ที่ 12/2568, ครั้งที่ 2/2568
    expression: /(?<![\d/])\d{1,6}\/(25\d\d)(?![\d/,])/g,
    read: (match, text) => ({
      year: Number(match[1]),
      kind: revised.test(text.slice(Math.max(0, match.index - 40), match.index)) ? 'revision' : 'date',
    }),
  },
  {
    // 2568 · 2025 · คปสอ.2568 (after a month only as its year)
    expression: new RegExp(
      `(?<![\\d,]|(?<![ก-ฮ]{3})\\.|\\d[-:/])(25\\d\\d|(?<![a-z])20\\d\\d)${after}(?!${units()}|[-/:]\\d)`,
      'g',
    ),
    read: (match, text) => readPlain(match[1]!, text, match.index, false),
  },
];

/** Words after a number that make it a count. */
function units(): string {
  return ' ?(?:บาท|ล้าน|แสน|คน|ราย(?!งาน|การ|ได้|จ่าย|ละเอียด|ชื่อ|ปี|ไตรมาส|เดือน)|ครั้ง(?!ที่)|หน้า(?!ที่)|กิโล|กก\\.|กม\\.|ตร\\.|ตาราง|เมตร|ลิตร|ไร่|ครัวเรือน|ชั่วโมง|นาที|วัน(?!ที่)|hits|views|[km]b|%)';
}

/** Footers and product names. */
const notAYear =
  /(?:©|\(c\)|copyrights?|สงวนลิขสิทธิ์|ลิขสิทธิ์|iso ?\d*:?|office|windows|version|since|theme|template)[ ,:]?(?:พ\.?ศ\.?)?$/;

/** `69`, `2569`, `26` (after FY only) or `2026` in the Buddhist Era. */
export function calendarYear(text: string): number {
  const n = Number(text);
  if (text.length === 2) return n >= 50 ? 2500 + n : 2543 + n;
  return n < 2400 ? n + 543 : n;
}

/** Fiscal year of a month of a calendar year, both in the same era. */
export const fiscalYear = (month: number, year: number): number => (month >= 10 ? year + 1 : year);

function readDate(month: number, year: number): YearReading | undefined {
  return month >= 1 && month <= 12 ? { year: fiscalYear(month, year), kind: 'date' } : undefined;
}

function readSpan(monthA: string, yearA: string | undefined, monthB: string, yearB: string): YearReading {
  const first = monthOf(monthA);
  const last = monthOf(monthB);
  const end = calendarYear(yearB);
  const start = yearA === undefined ? (first > last ? end - 1 : end) : calendarYear(yearA);
  const from = fiscalYear(first, start);
  const to = fiscalYear(last, end);
  const months = (end - start) * 12 + last - first + 1;
  if (from === to || months <= 0) return { year: to, kind: 'fiscal' };
  // A school year begins in May or June and ends by April or May of the next year.
  if (months <= 12 && first >= 4 && first <= 6 && last <= 5) return { year: start, kind: 'academic' };
  if (months <= 12) return { year: to, kind: 'date' };
  return { year: from, last: to, kind: 'range' };
}

function readRange(first: string, last: string): YearReading | undefined {
  const year = calendarYear(first);
  let end = calendarYear(last);
  if (last.length === 2 && first.startsWith('20')) end = 2500 + Number(last) + 43;
  // Slips of the hand: 2561-3563, 2557-2661.
  if (end >= 3400) end -= 1000;
  if (end - year > 90) end -= 100;
  return end > year && end - year <= 30 ? { year, last: end, kind: 'range' } : undefined;
}

function readFiscal(text: string, year: string): YearReading | undefined {
  if (year.length === 2) {
    const n = Number(year);
    const english = /f\.?y\.?|fiscal/.test(text);
    if (!(n >= 55 && n <= 75) && !(english && n >= 12 && n <= 32)) return undefined;
  }
  return { year: calendarYear(year), kind: 'fiscal' };
}

/** A year that no word calls fiscal: of a law, of a revision, or plain. `ofPeriod`: ปี stands before it. */
function readPlain(year: string, text: string, start: number, ofPeriod: boolean): YearReading | 'none' {
  const before = text.slice(Math.max(0, start - 120), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('|'), before.lastIndexOf('\n')) + 1);
  const value = calendarYear(year);
  if (notAYear.test(sentence)) return 'none';
  if (revised.test(sentence.slice(-40))) return { year: value, kind: 'revision' };
  if (!ofPeriod && isLaw(sentence)) return { year: value, kind: 'law' };
  return { year: value, kind: 'plain' };
}

const revised =
  /(?:ฉบับ|\(|ที่)?(?:ทบทวน|ปรับปรุง|แก้ไข|เพิ่มเติม|เปลี่ยนแปลง|อัปเดต|อัพเดท|update[ds]?|revised)(?:ใหม่|เพิ่มเติม|เปลี่ยนแปลง|ข้อมูล|ล่าสุด|เมื่อ|วันที่)*(?:ครั้งที่\d*)?[ :(/]{0,2}$/;
const law =
  /(?:พระราชบัญญัติ|พ\.?ร\.?บ\.?|พระราชกฤษฎีกา|พระราชกฤษฏีกา|พ\.?ร\.?ฏ\.?|พระราชกำหนด|รัฐธรรมนูญ|ระเบียบ|กฏ(?:กระทรวง|ก\.พ\.|หมาย|องค์การ)|ข้อบังคับ|ประมวล|ว่าด้วย|คำสั่งหัวหน้าคณะ|มติคณะรัฐมนตรี|ประกาศ(?=.*(?:หลักเกณฑ์|วิธีการ|กำหนด|มาตรฐาน|คณะกรรมการ|ว่าด้วย)))(?!.*(?:\d{4}|ประจำปี|แผนปฏิบัติ(?:ราชการ|การ)|แผนดำเนินงาน|แผนการดำเนินงาน|รายงานผล))/;

function isLaw(sentence: string): boolean {
  return law.test(sentence) || /\(?ฉบับที่\d{1,2}\)?$/.test(sentence);
}
