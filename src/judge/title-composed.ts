// Names of reports that no phrase lists because agencies put them together: words for reporting before the plan or the
// projects that they report on (สรุปการใช้เงินและการจัดกิจกรรมตามแผนปฏิบัติการ…). Pure.
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';

export interface ComposedReport {
  /** Class of publication. */
  readonly id: string;
  /** Span in the original title: from the first word for reporting to the end of the name of what is reported on. */
  readonly from: number;
  readonly to: number;
}

/** Longer openings of a line are running text. */
const longestOpening = 110;
const longestLine = 240;

/**
 * Reports on the plan or projects whose name stands at `subject` in the title. Words of preparing, of meetings, persons and
 * other subjects in the same line make it something else; so does running text.
 */
export function composedReports(
  lexicon: Lexicon,
  text: string,
  subject: { readonly from: number; readonly to: number },
): ComposedReport[] {
  // What stands before a colon is a heading or number of its own (ตารางที่ 1: …, ผลการประเมิน: …).
  const start = Math.max(lineStart(text, subject.from), text.lastIndexOf(':', subject.from - 2) + 1);
  const before = text.slice(start, subject.from);
  if (before.length < 3 || before.length > longestOpening) return [];
  const line = text.slice(start, lineEnd(text, subject.to));
  if (line.length > longestLine) return [];
  const n = norm(before);
  if (!/(?:ตาม|ใน|ของ|นำ|ขับเคลื่อน|[\s(:/–—-])$/u.test(n.text)) return [];
  const found = findPhrases(lexicon.composed.heads, n);
  // ผลการเบิกจ่าย is about money alone, though it begins as results do.
  const heads = found.filter(
    (head) =>
      !found.some(
        (other) =>
          other.value !== head.value &&
          other.start < head.end &&
          head.start < other.end &&
          other.end - other.start > head.end - head.start,
      ),
  );
  if (heads.length === 0 || findPhrases(lexicon.composed.not, norm(line)).length > 0) return [];
  const ids = new Set(heads.map(({ value }) => value));
  // Results of a round are what monitoring tells.
  if (ids.has('result-report') && findPhrases(lexicon.composed.rounds, norm(line)).length > 0)
    ids.add('monitoring-report');
  const from = start + Math.min(...heads.map((head) => head.from));
  return [...ids].sort().map((id) => ({ id, from, to: subject.to }));
}

/** Places in a title where the year's projects are named as what is reported on (…โครงการ ปี 2569, รายโครงการ). */
export function composedSubjects(lexicon: Lexicon, text: string): { readonly from: number; readonly to: number }[] {
  if (text.length > longestLine) return [];
  return findPhrases(lexicon.composed.subjects, norm(text)).filter(({ from }) => from > 0);
}

/** What a plan's own name goes on to report after a colon (Annual Action Plan 2026: Implementation Status). */
export function reportsAfterName(lexicon: Lexicon, text: string, to: number): ComposedReport[] {
  const rest = text.slice(to, lineEnd(text, to));
  const colon = rest.indexOf(':');
  // Between the name and the colon a year may stand.
  if (colon < 0 || colon > 40 || rest.length > 120) return [];
  const after = rest.slice(colon + 1);
  const n = norm(after);
  if (findPhrases(lexicon.composed.not, n).length > 0) return [];
  const head = findPhrases(lexicon.composed.heads, n).find(({ start }) => start <= 20);
  if (head === undefined) return [];
  const from = to + colon + 1;
  return [{ id: head.value, from: from + head.from, to: from + head.to }];
}

/**
 * A report's name and then the plan's, in brackets or after a colon. What only heads a list (ผลการดำเนินงาน: …) or names a plan
 * itself (แผนและความก้าวหน้า…: …) leaves the plan's name a title.
 */
export function namedInReport(text: string, from: number): boolean {
  const before = norm(text.slice(lineStart(text, from), from)).text;
  return (
    /[:(]\s*$/u.test(before) &&
    /รายงาน|ติดตาม|สรุปผล|report|monitoring|tracking/u.test(before) &&
    !/แผน|plan/u.test(before)
  );
}

/**
 * The year's projects, listed under a name that says no more (สรุปโครงการ ปี 2569), or the plan's work under any name (งานตามแผน…
 * ทำถึงไหนแล้ว): what the rows tell of them decides.
 */
export function isProjectList(
  lexicon: Lexicon,
  text: string,
  subject: { readonly from: number; readonly to: number },
  ofPlan: boolean,
): boolean {
  const start = lineStart(text, subject.from);
  const n = norm(text.slice(start, subject.from)).text.trim();
  if (ofPlan) {
    const line = text.slice(start, lineEnd(text, subject.to));
    return (
      n.length <= 60 &&
      /(?:โครงการ|งาน|กิจกรรม|สำคัญ)\s*ตาม$/u.test(n) &&
      line.length <= 140 &&
      findPhrases(lexicon.composed.not, norm(line)).length === 0
    );
  }
  return n !== '' && n.length <= 40 && findPhrases(lexicon.composed.lists, norm(n)).length > 0;
}

/** Nothing but a document's sort stands before the report's name in its line (บัญชีสรุปผล…, ชุดข้อมูลติดตาม…). */
export function afterDocumentNoun(lexicon: Lexicon, text: string, from: number): boolean {
  const before = text.slice(lineStart(text, from), from);
  if (before.length > 40) return false;
  if (findPhrases(lexicon.composed.not, norm(text.slice(from, lineEnd(text, from)))).length > 0) return false;
  const n = norm(before.replace(/^[\s0-9๐-๙.)(]+/u, '')).text.trim();
  return n !== '' && lexicon.composed.nouns.has(n);
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('|', at - 1)) + 1;

function lineEnd(text: string, at: number): number {
  const ends = [text.indexOf('\n', at), text.indexOf('|', at)].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : text.length;
}
