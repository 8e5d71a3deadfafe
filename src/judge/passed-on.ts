// Papers of others that a site passes on: a page that says that it stands there at another body's request, or that the agency's own part
// is not in it, and a letter that another body sent to the agency on its own work, show nothing of the agency's plan, whatever they are called.
// Pure.
import type { Agency, AgencyKind } from '../model/registry.ts';
import { ownNameOf } from './own-name.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Letters of a line that says so. */
const longest = 240;

export function isPassedOn(unit: Unit, agency: Pick<Agency, 'name' | 'kind'>): boolean {
  const own = ownNameOf(agency);
  const ofAgency = (text: string): boolean => ours.test(text) || (own.length >= 6 && text.includes(own));
  return (
    isLetterToUs(unit, own, agency) ||
    linesOf(unit).some(
      ({ segment, text }) =>
        segment.kind !== 'row' &&
        text.length <= longest &&
        (atRequest.test(text) || (notInIt.test(text) && ofAgency(text))),
    )
  );
}

/**
 * A letter that another body sent to the agency, or to all of its sort, on what that body does itself: the sender's name stands over the
 * addressee, and nothing in it is said to be the agency's.
 */
function isLetterToUs(unit: Unit, own: string, { kind }: Pick<Agency, 'kind'>): boolean {
  // In their order: the title's own line, wherever it stands, is the first of a unit's.
  const lines = linesOf(unit)
    .toSorted((one, other) => one.index - other.index)
    .map(({ text }) => text);
  const to = lines.slice(0, letterhead).findIndex((text) => addressee.test(text));
  if (to < 0) return false;
  // A registry may leave out what it is called.
  const sort = sorts[kind];
  const isOurs = (text: string): boolean => (own.length >= 6 ? text.includes(own) : (sort?.test(text) ?? false));
  const head = lines.slice(0, to);
  if (!isOurs(lines[to]!) && !toMany.test(lines[to]!)) return false;
  if (head.some((text) => memo.test(text) || isOurs(text)) || !head.some((text) => sender.test(text))) return false;
  return !lines.some((text) =>
    text
      .split('ของ')
      .slice(1)
      .some((whose) => isOurs(whose.slice(0, own.length || longestSort))),
  );
}
const longestSort = 12;
const sorts: Partial<Record<AgencyKind, RegExp>> = {
  school: /โรงเรียน|สถานศึกษา/u,
  college: /วิทยาลัย|สถานศึกษา/u,
  hospital: /โรงพยาบาล/u,
  district: /อำเภอ/u,
  municipality: /นายก|เทศบาล/u,
  subdistrict: /นายก|อบต|องค์การบริหารส่วนตำบล/u,
  province: /ผู้ว่าราชการ/u,
};
const letterhead = 10;
/** Over the match form, as all that follow. */
const addressee = /^[^\p{L}]*เรียน(?!รู้|ดี|ฟรี|การ)/u;
const toMany = /(?:ทุก(?:แห่ง|โรง(?:เรียน)?|อำเภอ|หน่วย(?:งาน)?|ส่วนราชการ|ท่าน|คน|สำนัก|ศูนย์)|ในสังกัด|ตามบัญชี|ในพื้นที่)/u;
const memo = /บันทึกข้อความ|^[^\p{L}]*(?:ส่วนราชการ|ส่วนงาน|หน่วยงาน)/u;
const sender =
  /^[^\p{L}]*(?:สำนัก|กรม|กระทรวง|จังหวัด|ศาลากลาง|ที่(?:ว่า|ทำ)การ|อำเภอ|ศูนย์|สถาบัน|องค์การ|เทศบาล|สพ[ปม]|สสจ|สสอ|อบ[จต]|มหาวิทยาลัย|วิทยาลัย|โรงพยาบาล|กอง|คณะ)/u;

/** Made known for somebody who asked for that (ประกาศให้ทราบตามที่กรมขอความอนุเคราะห์). */
const atRequest =
  /(?:เผยแพร่|ประกาศ|ประชาสัมพันธ์|ลง(?:ไว้)?|นำลง|แจ้ง|ฝาก)[^\n]{0,30}?(?:ตามที่|ตามหนังสือ|แทน)[^\n]{0,60}?(?:ขอความ(?:อนุเคราะห์|ร่วมมือ)|ขอให้(?:ช่วย)?(?:เผยแพร่|ประชาสัมพันธ์|ลง)|ฝาก(?:เผยแพร่|ประชาสัมพันธ์|ลง))/u;
/** What the agency does stands elsewhere (ส่วนของวิทยาลัยไม่รวมอยู่ในเล่มนี้, งานของอำเภอไม่ได้อยู่ในแผนฉบับนี้). */
const notInIt =
  /^[^\p{L}]*(?:ทั้งนี้)?\s*(?:ใน)?(?:ส่วน|งาน|โครงการ|แผน|งบประมาณ)ของ[^\n]{0,80}?(?:ไม่|มิ)(?:ได้)?(?:รวม|อยู่|มี|บรรจุ|ปรากฏ)[ก-๎]{0,8}?(?:ใน)?(?:เล่ม|แผน|เอกสาร|ฉบับ|ตาราง|รายการ|บัญชี)(?:ฉบับ|เล่ม)?นี้/u;
const ours =
  /ของ(?:เรา|สำนักงาน|โรงเรียน|วิทยาลัย|โรงพยาบาล|อำเภอ|จังหวัด|เทศบาล|อบ[ตจ]|หน่วยงาน|ศูนย์|สถาบัน|คณะ)(?:เรา|ฯ|\s|ไม่|มิ|จะ|แยก|อยู่)/u;
