// A year's work set out as a calendar: in the box of each month, or in the row under a row of months, works with their money behind them
// (ต.ค. 68 เปิดเวทีเลือกแปลง (12,000)). Boxes with holidays and meetings have no money, and name no projects. Pure.
import { monthSource } from '../text/thai-months.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment, ProjectRecord, TableReading } from './records.ts';

/** Months that make a table a calendar, works from which it is one of work, and the share of months in which there is some. */
const [fewestMonths, fewestWorks, most] = [6, 3, 0.5];
const longestWork = 160;

export function calendarWorks(
  lexicon: Lexicon,
  segments: readonly IndexedSegment[],
): { readonly table: TableReading; readonly used: ReadonlySet<number> } | undefined {
  const records: ProjectRecord[] = [];
  const months = new Set<string>();
  const busy = new Set<string>();
  const used = new Set<number>();
  let heads: readonly string[] = [];
  for (const { index, segment } of segments) {
    if (segment.kind !== 'row') continue;
    const cells = segment.cells ?? [];
    if (
      cells.some((cell) => cell.trim() !== '') &&
      cells.every((cell) => cell.trim() === '' || bare.test(cell.trim()))
    ) {
      heads = cells.map((cell) => cell.trim());
      continue;
    }
    for (const [at, cell] of cells.entries()) {
      const month = begins.exec(cell)?.[0] ?? heads[at] ?? '';
      if (month === '') continue;
      months.add(norm(month).text.trim());
      used.add(index);
      for (const fields of worksIn(lexicon, cell.slice(begins.exec(cell)?.[0].length ?? 0))) {
        busy.add(norm(month).text.trim());
        fields.set('period', month.trim());
        records.push({ name: fields.get('project')!, fields, segment: index });
      }
    }
    heads = [];
  }
  if (months.size < fewestMonths || records.length < fewestWorks || busy.size < months.size * most) return undefined;
  const columns = new Set<ColumnId>(['project', 'budget', 'period']);
  return { table: { records, cells: [], columns, told: 0, foreign: false, first: records[0]!.segment }, used };
}

/** Works in a box, each up to its money. */
function worksIn(lexicon: Lexicon, box: string): Map<ColumnId, string>[] {
  return [...box.matchAll(work)].flatMap(({ groups }) => {
    const budget = groups!['money'] ?? groups!['baht'];
    if (budget === undefined) return [];
    const name = groups!['name']!.replace(mark, '').trim();
    if (name.length > longestWork || !isProjectName(lexicon, name)) return [];
    return [
      new Map<ColumnId, string>([
        ['project', name],
        ['budget', budget],
      ]),
    ];
  });
}

/** With its year, or without. */
const dated = String.raw`${monthSource}\s*(?:(?:25|๒๕)?[0-9๐-๙]{2}(?![0-9๐-๙,.]))?`;
const begins = new RegExp(String.raw`^\s*(?:เดือน)?\s*${dated}[\s:–-]*`, 'u');
const bare = new RegExp(String.raw`^(?:เดือน)?\s*${dated}$`, 'u');
/** The sum may stand in brackets without a word for money, or behind a word for it. */
const work =
  /(?<name>[^\n;•]*?\p{L}[^\n;•]*?)\s*(?:\(\s*(?:งบ|ใช้|เงิน)?\s*(?<money>[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+|[0-9๐-๙]{4,})(?:\s*(?:บาท|ทั้ง|ต่อ|\/)[^)]{0,20})?\s*\)|\s(?:งบ(?:ประมาณ)?|ใช้(?:เงิน)?|วงเงิน)?\s*(?<baht>[0-9๐-๙][0-9๐-๙,]{2,})\s*บาท|$)/gu;
/** Which programme it is part of (ด), or a bullet. */
const mark = /^[\s\-–—•*,.;:]*(?:\([\p{L}0-9๐-๙]{1,4}\)\s*|[0-9๐-๙]{1,2}[.)]\s*)?/u;
