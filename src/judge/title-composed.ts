// Names of reports that no phrase lists because agencies put them together: words for reporting before the plan or the
// projects that they report on (สรุปการใช้เงินและการจัดกิจกรรมตามแผนปฏิบัติการ…). Adds them to what a title names. Pure.
import type { Agency } from '../model/registry.ts';
import { findPhrases, type PhraseMatch } from '../text/phrase.ts';
import { type ClassHit, type Lexicon, namesSurely, norm, type TitleMeaning } from './lexicon.ts';
import { endsClause } from './title-clause.ts';
import { otherBody } from './title-owner.ts';

interface ComposedReport {
  /** Class of publication. */
  readonly id: string;
  /** Span in the original title: from the first word for reporting to the end of the name of what is reported on. */
  readonly from: number;
  readonly to: number;
}

/** Classes that report on a plan. */
export const reports: ReadonlySet<string> = new Set([
  'result-report',
  'monitoring-report',
  'budget-report',
  'progress-page',
  'recommendation-list',
]);

/** Longer openings of a line are running text. */
const longestOpening = 110;
const longestLine = 240;

/** Reports whose names are put together; those that a phrase lists already are left as they are. */
export function addComposed(
  lexicon: Lexicon,
  text: string,
  agency: Pick<Agency, 'name' | 'kind'>,
  found: {
    readonly kept: readonly PhraseMatch<TitleMeaning>[];
    readonly lookalikes: readonly PhraseMatch<TitleMeaning>[];
    readonly classes: Map<string, ClassHit>;
    readonly foreign: Set<string>;
  },
): void {
  const { kept, lookalikes, classes, foreign } = found;
  const put = (id: string, from: number, to: number): void => {
    const known = classes.get(id);
    if (known && known.grade !== 'weak') return;
    if (lexicon.vocabulary.classes[id]?.ownOnly && otherBody(lexicon, text, to, agency)) foreign.add(id);
    else classes.set(id, { id, grade: 'synonym', from, to, damaged: false });
  };
  // Beside the budget's ordinance, which is another subject by itself.
  const withBudget = namedAfter(text, kept, 'annual-plan', resultsByBudgetAnd);
  if (withBudget !== undefined) {
    put('result-report', withBudget.start, withBudget.to);
    if (classes.get('annual-plan')?.from === withBudget.from) classes.delete('annual-plan');
  }
  // Another subject, however it is named, is not the plan.
  if (lookalikes.some(({ value }) => value.kind === 'lookalike' && value.entry.kind !== 'other')) return;
  const plans = kept.filter(
    ({ value, to }) =>
      value.kind === 'class' &&
      value.id === 'annual-plan' &&
      value.grade !== 'weak' &&
      (!value.bare || endsClause(lexicon, text, to, agency) || /^\s*ไป(?:สู่การ|ใช้|ปฏิบัติ)/u.test(text.slice(to))),
  );
  for (const { value, from, to, damaged } of kept) {
    if (value.kind !== 'class' || !reports.has(value.id) || value.grade === 'weak') continue;
    if (namesSurely(classes, value.id)) continue;
    if (value.bare && !endsClause(lexicon, text, to, agency)) continue;
    if (!afterDocumentNoun(lexicon, text, from)) continue;
    if (lexicon.vocabulary.classes[value.id]?.ownOnly && otherBody(lexicon, text, to, agency)) foreign.add(value.id);
    else classes.set(value.id, { id: value.id, grade: 'synonym', from, to, damaged });
  }
  const withSpending = namedAfter(text, kept, 'budget-report', resultsAnd);
  if (withSpending !== undefined && byPlan.test(norm(text.slice(withSpending.from, withSpending.to)).text))
    put('result-report', withSpending.start, withSpending.to);
  for (const plan of plans) {
    for (const { id, from, to } of composedReports(lexicon, text, plan)) put(id, from, to);
    if (classes.get('annual-plan')?.from !== plan.from) continue;
    // Progress Report: Annual Plan …; ติดตามผลโครงการ (แผน…): what is reported on is named, not published here.
    const named =
      namedInReport(text, plan.from) && [...classes].some(([id, hit]) => reports.has(id) && hit.from < plan.from);
    const after = [...reportsAfterName(lexicon, text, plan.to), ...askedHowFar(text, plan)];
    for (const { id, from, to } of after) put(id, from, to);
    if (named || after.length > 0) classes.delete('annual-plan');
  }
  for (const plan of plans)
    if (classes.size === 0 && isProjectList(lexicon, text, plan, true)) put('budget-report', plan.from, plan.to);
  for (const subject of composedSubjects(lexicon, text)) {
    for (const { id, from, to } of composedReports(lexicon, text, subject)) put(id, from, to);
    if (classes.size === 0 && isProjectList(lexicon, text, subject, false))
      put('budget-report', subject.from, subject.to);
  }
}

/** A name before which its line says this, and where the line begins. */
function namedAfter(
  text: string,
  kept: readonly PhraseMatch<TitleMeaning>[],
  id: string,
  before: RegExp,
): { readonly start: number; readonly from: number; readonly to: number } | undefined {
  for (const { value, from, to } of kept) {
    if (value.kind !== 'class' || value.id !== id || value.grade === 'weak') continue;
    const start = lineStart(text, from);
    if (before.test(norm(text.slice(start, from)).text)) return { start, from, to };
  }
  return undefined;
}

/**
 * Over the match form: results by the budget's ordinance and by the plan are the plan's as well (รายงานผล…ตามข้อบัญญัติงบประมาณ
 * และแผนการดำเนินงาน…).
 */
const resultsByBudgetAnd =
  /(?:รายงาน|สรุป)ผล(?:การ)?(?:ดำเนิน(?:งาน|การ)|ปฏิบัติ(?:งาน|ราชการ)|งาน)?ตาม(?:ข้อบัญญัติ|เทศบัญญัติ)[^\n|]{0,50}(?:และ|\/|กับ)(?:ตาม)?$/u;

/** Over the match form: results beside the spending by the plan, in one name (ผลงานและการใช้เงินตามแผน…). */
const resultsAnd = /^(?:รายงาน|สรุป)*ผล(?:งาน|การ(?:ดำเนินงาน|ปฏิบัติ(?:งาน|ราชการ)))(?:และ|\/|กับ)(?:ผล)?$/u;
const byPlan = /ตามแผน/u;

/** After a plan's name: how far the work in it has come (แผน… ปี 2569 ทำไปถึงไหนแล้ว). */
function askedHowFar(text: string, plan: { readonly from: number; readonly to: number }): ComposedReport[] {
  const asked = howFar.exec(text.slice(plan.to, lineEnd(text, plan.to)));
  return asked === null ? [] : [{ id: 'monitoring-report', from: plan.from, to: plan.to + asked[0].length }];
}
const howFar =
  /^[^\n|:]{0,30}?(?:ไป|ทำ|มา|เดิน|ดำเนินการ)?ถึง(?:ไหน|ขั้นไหน|ขั้นตอนไหน)|^[^\n|]{0,16}?(?:ครบ|ผ่าน(?:มา|ไป))(?:แล้ว)?\s*(?:ครึ่งปี|ครึ่งทาง|[0-9๐-๙]{1,2}\s*เดือน|(?<=ผ่าน(?:มา|ไป)(?:แล้ว)?\s*)[0-9๐-๙]\s*ไตรมาส)/u;

/**
 * Reports on the plan or projects whose name stands at `subject` in the title. Words of preparing, of meetings, persons and
 * other subjects in the same line make it something else; so does running text.
 */
function composedReports(
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
  // รายโครงการ joins by itself; English words stand apart.
  const joined = /^ราย|^แต่ละ|^ทุก/u.test(norm(text.slice(subject.from, subject.to)).text) || /[a-z]\s+$/iu.test(before);
  if (
    !joined &&
    !/(?:ตาม|ภายใต้|เทียบ(?:กับ)?|(?:ติดตาม|ประเมิน)ผล|ก้าวหน้า|คืบหน้า|สถานะ|ดำเนิน(?:งาน|การ)?|ปฏิบัติงาน|ใน|ของ|นำ|ขับเคลื่อน|[\s(:/–—-])$/u.test(
      n.text,
    )
  )
    return [];
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
  // What is going to be spent (แผนการใช้จ่ายงบประมาณรายโครงการ) is no report.
  if (/แผน(?:การ)?(?:ใช้|เบิก)/u.test(n.text) && !/ผล/u.test(n.text)) ids.delete('budget-report');
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

/** What a plan's own name goes on to report after a colon or another mark (Annual Action Plan 2026: Implementation Status). */
function reportsAfterName(lexicon: Lexicon, text: string, to: number): ComposedReport[] {
  const rest = text.slice(to, lineEnd(text, to));
  // Between the name and the mark a year may stand; a dash or bracket without one joins names.
  const mark = /^[^:·•([\d๐-๙]*(?:[\d๐-๙]+\s*(?:[-–—]\s|[([]))|^[^:·•]{0,40}[:·•]/u.exec(rest);
  if (mark === null || mark[0].length > 41 || rest.length > 120) return [];
  const after = rest.slice(mark[0].length);
  const n = norm(after);
  if (findPhrases(lexicon.composed.not, n).length > 0) return [];
  const nearest = /[:·•]$/u.test(mark[0]) ? 20 : 6;
  const head = findPhrases(lexicon.composed.heads, n).find(({ start }) => start <= nearest);
  if (head === undefined) return [];
  const from = to + mark[0].length;
  return [{ id: head.value, from: from + head.from, to: from + head.to }];
}

/**
 * A report's name and then the plan's, in brackets, after a colon or an English preposition. What only heads a list (ผลการดำเนินงาน: …) or names a plan
 * itself (แผนและความก้าวหน้า…: …) leaves the plan's name a title.
 */
function namedInReport(text: string, from: number): boolean {
  const before = norm(text.slice(lineStart(text, from), from)).text;
  return (
    /[:(]\s*$|\b(?:of|on)(?: the)?(?: annual)?\s*$/u.test(before) &&
    /รายงาน|ติดตาม|สรุปผล|report|review|evaluation|progress|monitoring|tracking/u.test(before) &&
    !/แผน|plan/u.test(before)
  );
}

/**
 * The year's projects, listed under a name that says no more (สรุปโครงการ ปี 2569), or the plan's work under any name (งานตามแผน…
 * ทำถึงไหนแล้ว): what the rows tell of them decides.
 */
function isProjectList(
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
      // Projects are asked for, or asked leave for.
      !/(?:เปิดรับ|(?<!ข้อ|แบบ)เสนอ|ขอ(?:อนุมัติ|อนุญาต|เบิก|ยืม|ใช้))/u.test(n) &&
      // A sentence tells that it was done.
      !/ได้(?:ดำเนิน|จัด|ปฏิบัติ|ทำ)/u.test(n) &&
      line.length <= 140 &&
      findPhrases(lexicon.composed.not, norm(line)).length === 0
    );
  }
  return n !== '' && n.length <= 40 && findPhrases(lexicon.composed.lists, norm(n)).length > 0;
}

/** Nothing but a document's sort stands before the report's name in its line (บัญชีสรุปผล…, ชุดข้อมูลติดตาม…). */
function afterDocumentNoun(lexicon: Lexicon, text: string, from: number): boolean {
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
