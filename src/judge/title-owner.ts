// Whose publication a title names: the agency's own mission, or another body. Pure.
import type { Agency, AgencyKind } from '../model/registry.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { begins, inFull, isOfItsOwn, isRenamed, ownNameOf, wholeNameOf } from './own-name.ts';

/**
 * Titles that name whose publication it is: another body's is not this agency's. The first owner named counts, after the
 * year, on the same line or a cover's next; the ministry over an office comes later.
 */
export function otherBody(lexicon: Lexicon, text: string, to: number, agency: Pick<Agency, 'name' | 'kind'>): boolean {
  // The subject that the agency itself has in its name comes before the owner (…ด้านการท่องเที่ยว กระทรวง…).
  const cell = (text.slice(to).split('|', 1)[0] ?? '').replace(/^\s*ด้าน[ก-๙]+\s+/u, '');
  // A development plan's name ends in the first words of its owner's (แผนพัฒนาองค์การบริหารส่วน|ตำบล…).
  const begun = /(?:องค์การบริหารส่วน|เทศบาล|อบ)$/u.exec(norm(text.slice(Math.max(0, to - 60), to)).text)?.[0] ?? '';
  const after = norm(cell.slice(0, 200)).text;
  const named = after.replace(
    /^(?:[\s\-–—:,.()"]|ประจำปี|รายปี|ปีงบประมาณ|ปีการศึกษา|งบประมาณ|การศึกษา|พ\.ศ\.?|ปี|ของ|[0-9])+/u,
    '',
  );
  // Or in a word for its sort, and its owner is named in full after the year (แผนพัฒนาเทศบาล ปี 2568 เทศบาลตำบล…).
  const goesOn = named === after.trimStart() && !lexicon.bodies.some((word) => named.startsWith(word));
  const rest = goesOn ? begun + named : named;
  const name = ownNameOf(agency);
  const whole = inFull(rest).split(/[|,()0-9\s]|ประจำปี|ปี(?=[0-9พ]|งบ|การศึกษา|$)|พ\.ศ/, 1)[0] ?? '';
  // Without a Thai name to compare with, the sort of body must do.
  if (!/[ก-ฮ]/u.test(name)) return ofOtherSort.some(([sort, kinds]) => sort.test(rest) && !kinds.includes(agency.kind));
  if (whole.length >= shortestName && begins(name, whole) && (isCentral(rest, agency) || isWhole(name, whole, after)))
    return true;
  if (office.test(whole)) {
    const [own, other] = [name, whole].map((full) => full.replace(/^สำนักงาน(?:ประจำ(?=ศาล))?/u, ''));
    return !begins(own!, other!, true) && !begins(other!, own!, true);
  }
  // A bureau, of the government or of a part of the agency.
  if (/^สำนัก(?!งาน|ปลัด)[ก-๎]{4}/u.test(whole) && isOfItsOwn(agency)) return true;
  const body = lexicon.bodies.find((word) => rest.startsWith(word));
  if (body === undefined || isRenamed(name, whole)) return false;
  // A registry that leaves out the sort of body (วชิระ… of a โรงพยาบาลวชิระ…).
  if (
    !ofASort.test(name) &&
    !lexicon.bodies.some((word) => name.startsWith(word)) &&
    begins(whole.slice(body.length), name)
  )
    return false;
  if (begins(name, inFull(body)) && (begins(name, whole, true) || begins(whole, name, true))) return false;
  // Of its own subject, for the area that its name says it serves (…ด้านสุขภาพ จังหวัด… of that province's health office).
  return !(whole.length >= body.length + 2 && wholeNameOf(agency).includes(whole) && namesSubject(lexicon, text, to));
}

/** Names that say what sort of body it is. */
const ofASort =
  /^(?:สำนัก|ที่ทำการ|ที่ว่าการ|อำเภอ|ศูนย์|สถานี|ศาล|กอง|ด่าน|คณะ|การ|องค์การ|หน่วย|อุทยาน|พิพิธภัณฑ|บริษัท|ธนาคาร|ท่าอากาศยาน)/u;

/** Letters from which a name is somebody's. */
const shortestName = 6;

/** The head office's, said so, at one of its offices. */
const isCentral = (rest: string, { kind }: Pick<Agency, 'kind'>): boolean =>
  kind !== 'department' && /^[^|\n\d]{0,60}[(\s](?:ส่วนกลาง|สำนักงานใหญ่)/u.test(rest);

/** Of a branch (องค์การ… สาขา…) the whole is named, and no branch. */
function isWhole(name: string, whole: string, after: string): boolean {
  const parent = /^(.+?)\s*สาขา./u.exec(name)?.[1];
  return whole.trim() === parent && !after.includes('สาขา');
}

/** The plan's name that ends at `to`, or goes on there, names a subject before its owner. */
function namesSubject(lexicon: Lexicon, text: string, to: number): boolean {
  const plan = text.lastIndexOf('แผน', to - 1);
  return plan >= 0 && subjectOf(lexicon, text.slice(plan, to + 40)) !== undefined;
}

/** Bodies, and the kinds of agency whose own they may be. */
const ofOtherSort: readonly (readonly [RegExp, readonly AgencyKind[]])[] = [
  [/^(?:กระทรวง|กรม|สำนักงานปลัด|สำนักนายก|รัฐบาล|คณะรัฐมนตรี|สพฐ|สอศ)/u, ['department', 'other']],
  // Several provinces' together, published by one of them.
  [/^กลุ่มจังหวัด/u, ['other']],
  [/^จังหวัด/u, ['province', 'other']],
  [/^(?:โรงเรียน|วิทยาลัย|มหาวิทยาลัย)/u, ['school', 'college', 'university', 'other']],
  [/^โรงพยาบาล/u, ['hospital', 'health-office', 'other']],
  [/^(?:เทศบาล|อบ[จต]|องค์การบริหารส่วน)/u, ['municipality', 'subdistrict', 'provincial-administration', 'other']],
];

/** An office that names its district or province is a body of its own (สำนักงานสาธารณสุขจังหวัด… over a district's). */
const office = /^สำนักงาน[ก-๙]{0,30}?(?:จังหวัด|อำเภอ|เขตพื้นที่|ภาค)[ก-๙]{2}/u;

/** The plan's name and the words that lead to its subject. Over the match form. */
const beforeSubject =
  /^\s*(?:แผน(?:การ)?(?:ปฏิบัติราชการ|ปฏิบัติการ|ปฏิบัติงาน|ดำเนินงาน|ดำเนินการ)?)?(?:\s|ของ|ด้าน|เพื่อ|การ|งาน|ส่งเสริม|สนับสนุน|พัฒนา|และ)*/u;

/** What a plan's name goes on with, as far as it is no year and no body. */
function subjectOf(lexicon: Lexicon, title: string): string | undefined {
  const rest = norm(title).text.replace(beforeSubject, '');
  const named = rest.split(/ประจำปี|ประจำ|ปี(?=[0-9พ]|งบ|การศึกษา|$)|รายปี|พ\.ศ|[\s|:;,./()[\]0-9–—-]/u, 1)[0] ?? '';
  const subject = named.replace(/(?<=.{4})(?:ของ|จังหวัด|อำเภอ|ตำบล|กระทรวง).*$/su, '');
  return subject.length < 4 || lexicon.bodies.some((body) => subject.startsWith(body)) ? undefined : subject;
}

/** The subject that a plan's name goes on with is what the agency is named after (แผนปฏิบัติการส่งเสริมการเกษตร of an office of เกษตร). */
export function isMission(lexicon: Lexicon, title: string, agency: Pick<Agency, 'name'>): boolean {
  const subject = subjectOf(lexicon, title);
  return subject !== undefined && ownNameOf(agency).includes(subject);
}

/** The subject begins with what the agency is named after (บังคับคดีแพ่ง at a สำนักงานบังคับคดี): a part of its mission. */
export function isPartOfMission(lexicon: Lexicon, title: string, agency: Pick<Agency, 'name'>): boolean {
  const mission = ownNameOf(agency)
    .replace(/^(?:สำนักงาน|ที่ทำการ|ศูนย์|สำนัก|กอง|กรม|ด่าน)(?:การ)?/u, '')
    .replace(/(?<=.{4})(?:จังหวัด|อำเภอ|เขต|พื้นที่|ภูมิภาค|ภาค|สาขา).*$/su, '');
  return mission.length >= 5 && (subjectOf(lexicon, title)?.startsWith(mission) ?? false);
}
