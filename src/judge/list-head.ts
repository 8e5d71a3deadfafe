// What the heads of the tables say in which a list of projects stands. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import type { ProjectRecord } from './records.ts';
import type { Unit } from './unit.ts';

export interface ListHeads {
  /** Cells of the rows over the first project of each table. */
  readonly texts: readonly string[];
  /** A column is headed as that of projects or activities. */
  readonly ofProjects: boolean;
  /** One is headed as that of works (ชื่องาน), whatever sort of work that is. */
  readonly ofWorks: boolean;
  /** A column says to which programme each of them belongs. */
  readonly programmes: boolean;
  /** Columns of several years: a plan of as many. */
  readonly ofSeveralYears: boolean;
}

/** Rows that a head may take. */
const tallest = 6;

export function headsOf(unit: Unit, records: readonly ProjectRecord[]): ListHeads {
  const { segments } = unit.page.text;
  const texts: string[] = [];
  const years = new Set<number>();
  const seen = new Set<number | undefined>();
  for (const { segment: at } of records) {
    const row = segments[at];
    if (row?.kind !== 'row' || seen.has(row.locator.table)) continue;
    seen.add(row.locator.table);
    // A sheet of facts has its heads beside them.
    if (row.cells?.length === 2) texts.push(row.cells[0]!);
    for (let above = at - 1; above >= Math.max(0, at - tallest); above--) {
      const head = segments[above]!;
      if (head.kind !== 'row' || head.locator.table !== row.locator.table) break;
      texts.push(...(head.cells ?? [head.text]));
    }
  }
  for (const text of texts) {
    const n = norm(text);
    // Months name the calendar years that one fiscal year lies in; the title of a table in its first row one year.
    if (!yearColumn.test(n.text)) continue;
    for (const { year } of findYears(n)) years.add(year);
  }
  return {
    texts,
    ofProjects: texts.some((text) => projectColumn.test(norm(text).text)),
    ofWorks: texts.some((text) => workColumn.test(norm(text).text)),
    programmes: unit.tables.some(({ columns }) => columns.has('programme')),
    ofSeveralYears: years.size > 1,
  };
}

/** Over the match form. */
const projectColumn =
  /^[\s\d.]*(?:ชื่อ|รายการ|รายละเอียด|ราย)?\s*(?:แผนงาน(?:ย่อย|หลัก)?\s*\/?\s*|(?:งาน|ประเด็น|(?:ประเด็น)?ยุทธศาสตร์|กลยุทธ์|ผลผลิต|แนวทาง|หมวด)\s*\/\s*)?(?:โครงการ|กิจกรรม|project|activit)/u;
const workColumn = /^[\s\d.]*(?:ชื่อ)?(?:งาน|ภารกิจ)\s*$/u;
const yearColumn =
  /^\s*(?:(?:ปี|งบ|งบประมาณ|ประมาณการ|แผน|ผล|การศึกษา|พ\.?\s?ศ\.?|fy|\(บาท\)|บาท)\s*)*\d{4}\s*(?:\(?บาท\)?)?\s*$/u;
