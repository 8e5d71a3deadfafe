// What a line, a list's item or a card tells of its project: what it was given, what was spent, how far it has come. Pure.
import { findAmounts } from '../text/amount.ts';
import type { NormalText } from '../text/normal.ts';
import { findPhrases } from '../text/phrase.ts';
import { isFilled } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { moneyPair, targetReached } from './money-line.ts';
import type { ColumnId } from './pack.ts';
import { columnIdsOf } from './table-head.ts';
import { toBeSpent } from './table-values.ts';
import { longestTelling, workFacts } from './work-line.ts';
import { countsWork, namesWork, tellsOfWork } from './work-told.ts';

export function factsOf(lexicon: Lexicon, name: string, text: string): Map<ColumnId, string> {
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
export const fewestInPassing = 2;

/** In the project's own sentence, what was spent and how far the work has come, where both are told as in passing: adds them. */
export function inPassing(fields: Map<ColumnId, string>, line: string): (() => void) | undefined {
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
export function labelledFact(lexicon: Lexicon, part: string): { ids: readonly ColumnId[]; text: string } | undefined {
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
