// A plan's own summary of its programmes: so many projects and so much money under each, and none of them by name. Pure.
import { namesSurely, norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Programmes from which it is a summary. */
const fewest = 2;

/** The first row of such a table under the plan's own title. */
export function programmeSums(_: Survey, unit: Unit): number | undefined {
  if (unit.own === undefined || !namesSurely(unit.own.classes, 'annual-plan')) return undefined;
  const rows = unit.segments.filter(({ segment }) => segment.kind === 'row');
  for (const [at, { segment: head }] of rows.entries()) {
    const columns = (head.cells ?? []).map((cell) => norm(cell).text);
    const [projects, money] = [ofProjects, ofMoney].map((word) => columns.findIndex((text) => word.test(text)));
    if (projects! < 0 || money! < 0 || projects === money) continue;
    const sums = rows.slice(at + 1).filter(({ segment: { cells = [], locator } }) => {
      const named = cells.some((cell) => programme.test(norm(cell).text));
      return locator.table === head.locator.table && named && isNumber(cells[projects!]) && isNumber(cells[money!]);
    });
    if (sums.length >= fewest) return sums[0]!.index;
  }
  return undefined;
}

const isNumber = (cell: string | undefined): boolean => /^\s*[0-9๐-๙][0-9๐-๙,.]*\s*$/u.test(cell ?? '');

/** Over the match form, as all that follow. */
const ofProjects = /จำนวน[^\n]{0,12}โครงการ|^[^\p{L}]*โครงการ[^\p{L}]*$|projects/u;
const ofMoney = /งบประมาณ|วงเงิน|จำนวนเงิน|budget/u;
const programme = /^[^\p{L}]*(?:แผนงาน|(?:ประเด็น)?ยุทธศาสตร์|กลยุทธ์|ประเด็นการพัฒนา|ด้าน|programme|strategy)/u;
