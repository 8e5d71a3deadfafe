// The year's plan by its content, whatever it is called (งานที่จะทำในปี 2569, สิบสองเดือนของพิพิธภัณฑ์): the agency's projects of one
// year under programmes, each with its money and its time or who does it, and nothing done yet. Pure.
import { namesMonth } from '../text/thai-months.ts';
import { norm } from './lexicon.ts';
import { projectGroups } from './project-groups.ts';
import type { ProjectList } from './project-list.ts';
import type { ProjectRecord } from './records.ts';
import type { Unit } from './unit.ts';

/** Projects from which they are a plan, and the share of them that must say what a plan says. */
const [fewest, most] = [4, 0.75];

/** The list that a unit is (project-list.ts) is the plan of its year. */
export function isYearsPlan(unit: Unit, { records, year }: ProjectList): boolean {
  if (year === undefined || records.length < fewest) return false;
  if (unit.told > 0 || records.some(({ fields }) => done.some((id) => fields.has(id)))) return false;
  const share = (has: (record: ProjectRecord) => boolean): number => records.filter(has).length / records.length;
  if (share(({ fields }) => fields.has('budget')) < most) return false;
  if (share(isSetInTime) < most && share(({ fields }) => fields.has('owner')) < most) return false;
  return (
    unit.tables.some(({ columns }) => columns.has('programme')) || projectGroups(unit).length > 0 || isDivided(unit)
  );
}

/** It says when: in a column, or in words beside its name. */
export const isSetInTime = ({ name, fields }: ProjectRecord): boolean =>
  fields.has('period') || namesMonth(norm(name).text);

/** What no plan can tell of its own year. */
const done = ['spent', 'progress', 'result'] as const;

/** Its programmes are listed by number, and named so in a column of any head. */
function isDivided({ segments }: Unit): boolean {
  const named = new Set(segments.flatMap(({ segment }) => division.exec(norm(segment.text).text)?.[1] ?? []));
  return named.size > 1;
}

/** Over the match form. */
const division =
  /^[\s\d.()\-–•]*(?:(?:ประเด็น)?ยุทธศาสตร์|ประเด็น(?:การพัฒนา)?|กลยุทธ์|เป้าประสงค์|พันธกิจ|แผนงาน|จุดเน้น|ด้าน)\s*ที่\s*(\d)/u;
