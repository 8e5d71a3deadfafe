// Papers of others that a site passes on: a page that says that it stands there at another body's request, or that the agency's own part
// is not in it, shows nothing of the agency's plan, whatever it is called. Pure.
import type { Agency } from '../model/registry.ts';
import { ownNameOf } from './own-name.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Letters of a line that says so. */
const longest = 240;

export function isPassedOn(unit: Unit, agency: Pick<Agency, 'name'>): boolean {
  const own = ownNameOf(agency);
  const ofAgency = (text: string): boolean => ours.test(text) || (own.length >= 6 && text.includes(own));
  return linesOf(unit).some(
    ({ segment, text }) =>
      segment.kind !== 'row' &&
      text.length <= longest &&
      (atRequest.test(text) || (notInIt.test(text) && ofAgency(text))),
  );
}

/** Over the match form, as all that follow: made known for somebody who asked for that (ประกาศให้ทราบตามที่กรมขอความอนุเคราะห์). */
const atRequest =
  /(?:เผยแพร่|ประกาศ|ประชาสัมพันธ์|ลง(?:ไว้)?|นำลง|แจ้ง|ฝาก)[^\n]{0,30}?(?:ตามที่|ตามหนังสือ|แทน)[^\n]{0,60}?(?:ขอความ(?:อนุเคราะห์|ร่วมมือ)|ขอให้(?:ช่วย)?(?:เผยแพร่|ประชาสัมพันธ์|ลง)|ฝาก(?:เผยแพร่|ประชาสัมพันธ์|ลง))/u;
/** What the agency does stands elsewhere (ส่วนของวิทยาลัยไม่รวมอยู่ในเล่มนี้, งานของอำเภอไม่ได้อยู่ในแผนฉบับนี้). */
const notInIt =
  /^[^\p{L}]*(?:ทั้งนี้)?\s*(?:ใน)?(?:ส่วน|งาน|โครงการ|แผน|งบประมาณ)ของ[^\n]{0,80}?(?:ไม่|มิ)(?:ได้)?(?:รวม|อยู่|มี|บรรจุ|ปรากฏ)[ก-๎]{0,8}?(?:ใน)?(?:เล่ม|แผน|เอกสาร|ฉบับ|ตาราง|รายการ|บัญชี)(?:ฉบับ|เล่ม)?นี้/u;
const ours =
  /ของ(?:เรา|สำนักงาน|โรงเรียน|วิทยาลัย|โรงพยาบาล|อำเภอ|จังหวัด|เทศบาล|อบ[ตจ]|หน่วยงาน|ศูนย์|สถาบัน|คณะ)(?:เรา|ฯ|\s|ไม่|มิ|จะ|แยก|อยู่)/u;
