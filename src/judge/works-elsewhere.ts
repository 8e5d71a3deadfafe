// Lists of works of a group of provinces, of other provinces' offices, and of national bodies: an agency may publish them, but they
// are not its own. Pure.
import type { Agency } from '../model/registry.ts';
import { norm } from './lexicon.ts';
import type { ProjectRecord } from './records.ts';
import type { Content } from './unit-content.ts';

/** Share of the works from which the list is one of others'. */
const most = 0.5;

/**
 * Offices of other provinces than the agency's do most of the work; where no province names the agency, offices of several do, and
 * what stands `around` the list says that it is of a group of provinces.
 */
export function worksElsewhere(
  { name }: Pick<Agency, 'name'>,
  records: readonly ProjectRecord[],
  around: readonly string[] = [],
): boolean {
  if (byNationalBodies(name, records)) return true;
  const own = provinceOf(name);
  const others = records.flatMap(({ fields }) => {
    const province = provinceOf(fields.get('owner') ?? '');
    // What follows a name may be run into it (จังหวัดภูผาทองร่วมกับ…).
    const isOwn =
      province === undefined || (own !== undefined && (province.startsWith(own) || own.startsWith(province)));
    return isOwn ? [] : [province];
  });
  if (others.length <= records.length * most) return false;
  return own !== undefined || (new Set(others).size > 1 && around.some((text) => ofGroup.test(norm(text).text)));
}

/** Departments, ministries and utilities do most of the work, several of them, and none of them is the agency. */
function byNationalBodies(name: string, records: readonly ProjectRecord[]): boolean {
  const own = norm(name).text;
  // A province's own plan holds what ministries and departments do in it.
  if (/^(?:สำนักงาน)?(?:กลุ่ม)?จังหวัด/u.test(own)) return false;
  const owners = records.map(({ fields }) => norm(fields.get('owner') ?? '').text.trim());
  const bodies = owners.filter((owner) => national.test(owner) && !(own !== '' && own.startsWith(owner)));
  return new Set(bodies).size > 1 && bodies.length > records.length * most;
}
/** Over the match form. */
const national =
  /^(?:กรม(?!การ)|กระทรวง|การ(?:ไฟฟ้า|ประปา|รถไฟ|ทางพิเศษ|ท่าเรือ|เคหะ)|แขวง(?:ทาง|การทาง)|โครงการ(?:ชลประทาน|ส่งน้ำ)|ชลประทาน|ทางหลวง|กฟ[ภน]|กป[ภน]|สพ[ปม])/u;

/** The content without tables of what offices of other provinces do. */
export function withoutOthersWorks(agency: Pick<Agency, 'name'>, content: Content): Content {
  const gone = new Set<number>();
  let told = content.told;
  const tables = content.tables.map((table) => {
    if (!table.columns.has('owner') || !worksElsewhere(agency, table.records)) return table;
    for (const { segment } of table.records) gone.add(segment);
    told -= table.told;
    return { ...table, records: [], cells: [], told: 0, foreign: true };
  });
  if (gone.size === 0) return content;
  return { ...content, tables, told, records: content.records.filter(({ segment }) => !gone.has(segment)) };
}

const provinceOf = (text: string): string | undefined => named.exec(norm(text).text)?.[1];

/** Over the match form, as the next. */
const ofGroup = /กลุ่มจังหวัด/u;
/** "The province and its districts" is no name. */
const named = /จังหวัด(?!และ|หรือ|ละ|ที่|ทุก|ใน|ของ|ร่วม|เคลื่อน|ชาย|ต่าง|อื่น)([ก-๎]{3,})/u;
