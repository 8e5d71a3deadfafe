// What was spent on the projects of a table, where no column is of it and the remarks on them say so. Pure.
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { IndexedSegment } from './records.ts';
import type { TableHead } from './table-head.ts';
import { mayTell, workFacts } from './work-line.ts';

interface Told {
  readonly fields: Map<ColumnId, string>;
  readonly segment: number;
}

/**
 * Where no column is of the money, what the remarks on most of the projects that are told of say was paid (จ่ายผู้รับจ้างแล้ว 1.28
 * ล้านบาท): what something costs, or is to be paid, is not read as that.
 */
export function addSpentInRemarks(
  { columns, headings }: TableHead,
  data: readonly IndexedSegment[],
  records: readonly Told[],
): void {
  if ([...columns.values()].some((ids) => ids.has('spent') || ids.has('foreign'))) return;
  const free = [...headings.keys()].filter((at) => (columns.get(at)?.size ?? 0) === 0);
  if (free.length === 0) return;
  const rows = new Map(data.map(({ index, segment }) => [index, segment.cells ?? []]));
  const telling = records.filter(({ fields }) => fields.has('progress') || fields.has('result'));
  const paid = telling.flatMap(({ fields, segment }) => {
    const cells = free.map((at) => rows.get(segment)?.[at]?.trim() ?? '');
    const cell = cells.find((text) => text.length <= longestRemark && paysIn(text));
    return cell === undefined || fields.has('spent') ? [] : [{ fields, cell }];
  });
  if (paid.length < fewestPaid || paid.length * 2 < telling.length) return;
  for (const { fields, cell } of paid) fields.set('spent', cell);
}
const [fewestPaid, longestRemark] = [2, 200];

/** A sum of money is said to have been spent. */
function paysIn(text: string): boolean {
  const span = mayTell(text) ? workFacts(norm(text))?.spent : undefined;
  return (
    span !== undefined &&
    /[0-9๐-๙]/u.test(text.slice(span[0])) &&
    money.test(norm(text).text) &&
    !ifPaid.test(norm(text).text)
  );
}
/** Over the match form, as the next. */
const money = /\d\s*(?:ล้าน|แสน|พัน|หมื่น)?\s*บาท|\d{1,3},\d{3}|฿/u;
const ifPaid = /(?:จะ|คาดว่า|ต้อง|รอ|กำหนด|ไม่เกิน|เพื่อ|ขอ|แผน|ประมาณการ)[ก-๎ ]{0,16}(?:ใช้|เบิก|จ่าย)/u;
