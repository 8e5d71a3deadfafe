// Columns of money that their own headings do not tell: the lines over a table say what they are of. Pure.
import { isMoney } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { columnIdsOf, filledCells, hasColumn as has, type TableHead } from './table-head.ts';

type Rows = readonly (readonly string[])[];

/** Columns headed แผน and ผล alone, or as what there was and what went out, are of money where the line over the table says so. */
export function addPlannedAndPaid(head: TableHead, rows: Rows, over: readonly string[]): void {
  if (has(head, 'budget', 'spent', 'foreign')) return;
  const texts = over.map((text) => norm(text).text);
  if (!texts.some((text) => ofSpending.test(text) && !ofMoreThanSpending.test(text))) return;
  const headed = (name: RegExp): number[] =>
    [...head.headings].filter(([, parts]) => name.test(norm(parts.at(-1) ?? '').text)).map(([at]) => at);
  const [planned, actual] = [headed(had), headed(gone)];
  if (planned.length !== 1 || actual.length !== 1) return;
  const sums = [...planned, ...actual].flatMap((at) => filledCells(rows, at));
  const large = sums.filter((cell) => sum.test(cell)).length;
  const inMillions = texts.some((text) => /(?:ล้าน|พัน)บาท/u.test(text));
  if (!sums.every(isMoney) || (!inMillions && large * 2 < sums.length)) return;
  head.columns.set(planned[0]!, new Set<ColumnId>(['budget']));
  head.columns.set(actual[0]!, new Set<ColumnId>(['spent']));
}
/** Over the match form, as the next. */
const had = /^(?:แผน|(?:ที่)?มี(?:อยู่)?|ได้(?:มา|รับ)?|รับ(?:มา)?|ตั้ง(?:ไว้)?)$/u;
const gone = /^(?:ผล|ออก(?:ไป)?(?:แล้ว)?|(?:จ่าย|เบิก|ใช้)(?:ออก)?(?:ไป)?(?:แล้ว)?|ไป(?:แล้ว)?)$/u;
const ofSpending = /(?:ใช้|เบิก)จ่าย|ใช้(?:เงิน|งบ)|จ่ายเงิน|(?:เงิน|งบ)(?:ที่)?(?:จ่าย|เบิก|ใช้)?ออก/u;
const ofMoreThanSpending = /(?:ดำเนิน|ปฏิบัติ)[ก-๎]{0,20}และ|จัดเก็บ|รายได้|รายรับ/u;
/** A sum that counts nothing but money. */
const sum = /[0-9๐-๙],[0-9๐-๙]{3}|[0-9๐-๙]{5}/u;

/**
 * A head torn off its table, as a PDF's text has it: the line over the table says that the sums under quarters or months, or under bare
 * numbers, were spent by then (จ่ายสะสมสิ้นไตรมาส, and under it 1 | 2 | 3).
 */
export function addPaidSoFar(lexicon: Lexicon, head: TableHead, rows: Rows, over: readonly string[]): void {
  if (!has(head, 'project') || !has(head, 'budget') || has(head, 'spent', 'foreign')) return;
  const said = over.some(
    (text) => text.length <= longestOver && columnIdsOf(lexicon, text).has('spent') && !toBePaid.test(norm(text).text),
  );
  if (!said) return;
  const paid = [...head.headings].filter(([at, parts]) => {
    const ids = head.columns.get(at);
    if (ids?.has('budget') || ids?.has('project')) return false;
    const cells = filledCells(rows, at);
    return spans.test(norm(parts.at(-1) ?? '').text) && cells.every(isMoney) && cells.some((cell) => sum.test(cell));
  });
  const last = paid.at(-1)?.[0];
  if (last !== undefined) head.columns.set(last, new Set<ColumnId>(['spent']));
}
const longestOver = 60;
/** Over the match form, as the next. */
const toBePaid = /แผน(?:การ)?(?:ใช้|เบิก|จ่าย)|ประมาณการ|คาด|จะ/u;
/** A quarter, a month, or its number. */
const spans =
  /^(?:ไตรมาส(?:ที่)?|q|เดือน|งวด(?:ที่)?|สิ้น)?\s*\d{1,2}\s*(?:\([^)]*\))?$|^(?:[ก-ฮ]\.?[ก-ฮ]\.|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรก[ฎฏ]า|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)/u;
