// What a list of the year's projects tells beyond their names, which makes it a report as well: how far they are, what was spent of what
// they were given, whether they reached what they aimed at. Pure.
import type { ProjectList } from './project-list.ts';
import { type ProjectRecord, tellsOfBoth } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/**
 * It tells of half of the projects at least how far they are, and what was spent, or what is to be done about it: they are followed up.
 */
export function followsUp({ records }: Pick<ProjectList, 'records'>): boolean {
  const told = records.filter((record) => tellsOfBoth(record) || isAdvised(record));
  return told.length >= fewestFollowed && told.length * 2 >= records.length;
}
const fewestFollowed = 3;
const isAdvised = ({ fields }: ProjectRecord): boolean => fields.has('progress') && fields.has('recommendations');

/**
 * Beside what they aimed at, it counts what came of half of the projects at least, and says of each whether that was enough: a result,
 * whatever the round. Where the year is over the counts are enough: before, they may be what is hoped for.
 */
export function reachesAims({ calendar }: Survey, { tables }: Unit, { records, year }: ProjectList): boolean {
  const reached = records.filter(({ fields }) => fields.has('target') && /[0-9๐-๙]/u.test(fields.get('result') ?? ''));
  if (reached.length < fewestFollowed || reached.length * 2 < records.length) return false;
  return (year !== undefined && year < calendar.fiscalYear) || tables.some(({ judged = false }) => judged);
}

/** Of most of the projects it says what each was given and what of it was spent. */
export function tellsSpent({ records }: ProjectList): boolean {
  const spent = records.filter(({ fields }) => fields.has('budget') && /[1-9๑-๙]/u.test(fields.get('spent') ?? ''));
  return spent.length >= fewestFollowed && spent.length * 2 >= records.length;
}

/** Of a year that is over, what came of it is its result. */
export const followedAs = ({ calendar }: Survey, { year, records }: ProjectList): readonly string[] =>
  year !== undefined && year < calendar.fiscalYear && records.some(({ fields }) => fields.has('result'))
    ? ['monitoring-report', 'result-report']
    : ['monitoring-report'];
