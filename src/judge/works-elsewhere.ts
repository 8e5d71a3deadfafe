// Lists of works of a group of provinces, and of other provinces' offices: an agency may publish them, but they are not its own. Pure.
import type { Agency } from '../model/registry.ts';
import { norm } from './lexicon.ts';
import type { ProjectRecord } from './records.ts';
import type { Content } from './unit-content.ts';

/** Share of the works from which the list is one of others'. */
const most = 0.5;

/** Offices of other provinces than the agency's do most of the work; of an agency that is named by no province, any offices' so named. */
export function provincesElsewhere({ name }: Pick<Agency, 'name'>, records: readonly ProjectRecord[]): Set<string> {
  const own = provinceOf(name);
  const others = records.flatMap(({ fields }) => {
    const province = provinceOf(fields.get('owner') ?? '');
    // What follows a name may be run into it (จังหวัดภูผาทองร่วมกับ…).
    const isOwn =
      province === undefined || (own !== undefined && (province.startsWith(own) || own.startsWith(province)));
    return isOwn ? [] : [province];
  });
  return new Set(others.length > records.length * most ? others : []);
}

export const isOfProvince = ({ name }: Pick<Agency, 'name'>): boolean => provinceOf(name) !== undefined;

/** The content without tables of what offices of other provinces do. */
export function withoutOthersWorks(agency: Pick<Agency, 'name'>, content: Content): Content {
  if (!content.tables.some(({ columns }) => columns.has('owner')) || !isOfProvince(agency)) return content;
  const gone = new Set<number>();
  let told = content.told;
  const tables = content.tables.map((table) => {
    if (provincesElsewhere(agency, table.records).size === 0) return table;
    for (const { segment } of table.records) gone.add(segment);
    told -= table.told;
    return { ...table, records: [], cells: [], told: 0, foreign: true };
  });
  if (gone.size === 0) return content;
  return { ...content, tables, told, records: content.records.filter(({ segment }) => !gone.has(segment)) };
}

const provinceOf = (text: string): string | undefined => named.exec(norm(text).text)?.[1];

/** Over the match form; "the province and its districts" is no name. */
const named = /จังหวัด(?!และ|หรือ|ละ|ที่|ทุก|ใน|ของ|ร่วม|เคลื่อน|ชาย|ต่าง|อื่น)([ก-๎]{3,})/u;
