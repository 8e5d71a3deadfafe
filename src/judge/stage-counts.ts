// A table that counts a plan's projects by how far they have come (planned, approved, under contract, paid), by programme. Pure.
import type { Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Columns that count projects at a stage, rows that are counted, and the share of them in which no stage has more than the one before. */
const [fewestStages, fewestRows, share] = [3, 2, 0.8];

/** The first row of such counts. */
export function stageCounts(unit: Unit): number | undefined {
  const rows = unit.segments.filter(({ segment }) => segment.kind === 'row');
  for (const [at, { segment: head }] of rows.entries()) {
    const columns = stagesOf(head);
    if (columns.length < fewestStages) continue;
    const below = rows
      .slice(at + 1)
      .filter(({ segment }) => segment.locator.table === head.locator.table)
      .map(({ index, segment }) => ({ index, counts: columns.map((column) => countIn(segment.cells?.[column])) }))
      .filter(({ counts }) => counts.every((count) => count !== undefined));
    const falling = below.filter(({ counts }) => counts.every((count, i) => i === 0 || count! <= counts[i - 1]!));
    const reached = below.some(({ counts }) => counts.at(-1)! > 0);
    if (below.length >= fewestRows && falling.length >= below.length * share && reached) return below[0]!.index;
  }
  return undefined;
}

/** Columns headed as a stage of the work, and as a number of projects. */
function stagesOf({ cells = [] }: Segment): number[] {
  const columns = cells.flatMap((cell, at) => {
    const { text } = norm(cell);
    return text.length <= 60 &&
      /โครงการ|project/u.test(text) &&
      stage.test(text) &&
      !/งบ|บาท/u.test(text.replace(/อนุมัติงบประมาณ|เบิกจ่ายงบประมาณ/gu, ''))
      ? [at]
      : [];
  });
  // A plan alone counts by years: something must have been begun.
  return columns.some((at) => begun.test(norm(cells[at]!).text)) ? columns : [];
}

/** Over the match form. */
const stage = /แผน|ตั้ง|อนุมัติ|ข้อบัญญัติ|เทศบัญญัติ|สัญญา|เบิกจ่าย|ดำเนินการ|เสร็จ|planned|approved|signed|paid|completed/u;
const begun = /สัญญา|เบิกจ่าย|(?:ดำเนินการ|แล้ว)(?:แล้ว|จริง|เสร็จ)|เสร็จ|signed|paid|completed/u;

function countIn(cell: string | undefined): number | undefined {
  const text = norm(cell ?? '').text.replace(/[,\s]/gu, '');
  return /^\d{1,5}$/u.test(text) ? Number(text) : undefined;
}
