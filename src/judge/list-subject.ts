// What a list of projects is about: the agency's own work of a year, or another subject that has projects, rows and money too. Pure.
import { norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { isLookalike, isOfSubject, readTitle } from './title.ts';
import { otherBody } from './title-owner.ts';
import type { Unit } from './unit.ts';
import { worksElsewhere } from './works-elsewhere.ts';

/** Share of the names from which they make the list one of purchases, courses or research. */
const most = 0.5;

/** Words around the rows say that they are the agency's projects: a list of them, its plan, strategies, or the year of its budget. */
export function saysWhose(texts: readonly string[], programmes: boolean): boolean {
  return programmes || texts.some((text) => ofTheAgency.test(norm(text).text));
}

/** They are named as the work of the agency's plan of the year (งานทางตามแผนการดำเนินงาน, หกงานที่คัดมาจากแผนปฏิบัติการ). */
export const saysOfPlan = (texts: readonly string[]): boolean => texts.some((text) => ofPlan.test(norm(text).text));

/** Over the match form, as the next. */
const ofPlan =
  /(?:(?:โครงการ|กิจกรรม|(?<!ดำเนิน|ปฏิบัติ|ราย|หน่วย|สำนัก)งาน)[ก-๎/ 0-9.]{0,30}(?:ใน|ตาม|จาก)|(?:คัด|ยก|หยิบ|เลือก)(?:มา)?จาก)(?:เล่ม)?แผน(?:การ)?(?:ดำเนินงาน|ดำเนินการ|ปฏิบัติ(?:ราชการ|การ|งาน))/u;

/** Over the match form. One project's own title (โครงการอบรม…) says nothing of the kind. */
const ofTheAgency = new RegExp(
  [
    '(?:ทะเบียน|บัญชี|รายการ|รายชื่อ|ตาราง|ข้อมูล|ระบบ|สรุป|สถานะ|สถานภาพ|ติดตาม|รายงาน|ความก้าวหน้า|แผน|ผล|จำนวน|แสดง)[ก-๙/ ]{0,40}โครงการ',
    '^[\\s\\d.()]*(?:แผนงาน\\s*[/และ]*\\s*|งาน\\s*[/และ]+\\s*)?(?:โครงการ|projects?)(?:\\s*(?:/|และ)\\s*กิจกรรม)?\\s*(?:$|[|:–—-]|ทั้งหมด|ตาม|ของ|ใน|ที่(?:ได้|ดำเนิน|จะ|อยู่|แล้ว)|ประจำปี|ปี|พ\\.?ศ|งบ|สำคัญ|พัฒนา(?:จังหวัด|อำเภอ|ตำบล|เทศบาล|เมือง))',
    '(?:งาน|ระบบ)แผน(?:งาน)?(?:และ|/)',
    'แผน(?:งาน|และ)[ก-๙ /]{0,20}งบประมาณ',
    '(?:คณะทำงาน|ประชุม|มาตรการ)[ก-๙ ]{0,20}(?:เร่งรัด|ติดตาม)(?:งาน(?!ก่อสร้าง|ซ่อม|จ้าง|พัสดุ|คดี|สอบสวน|บุคคล)|การ(?:ดำเนินงาน|ใช้จ่าย|เบิกจ่าย))',
    '^[\\s\\d.()]*(?:ประเด็น(?:ยุทธศาสตร์|การพัฒนา|ที่)|ยุทธศาสตร์|กลยุทธ์|เป้าประสงค์|พันธกิจที่|แผนงาน(?:ที่|[ก-๙]))',
    '(?:ประจำ)?ปี(?:งบประมาณ|การศึกษา)\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*25\\d\\d',
    '^\\s*(?:ประจำปี|ปี)?\\s*(?:พ\\.?\\s*ศ\\.?)?\\s*25\\d\\d\\s*$',
    '\\bprojects?\\b.*\\b(?:20|25)\\d\\d|project (?:register|list|tracker|tracking|status)',
  ].join('|'),
  'u',
);

/** Its title, headings, columns or names say that it is something else, or the labels that lead to it. */
export function ofOtherSubject(
  { lexicon, agency }: Survey,
  unit: Unit,
  around: readonly string[],
  heads: readonly string[],
  records: readonly ProjectRecord[],
  labels: readonly string[] = unit.labels.map(({ reading }) => reading.text),
): boolean {
  const name = ownNameOf(agency);
  const without = (text: string): string => {
    const n = norm(text).text;
    return name.length >= 6 ? n.replaceAll(name, ' ') : n;
  };
  // Minutes are called so by who leads there as well.
  const minutes = unit.own?.lookalikes.some(({ id }) => id === ofMeetings) === true;
  for (const given of [...around, ...labels]) {
    const text = given.replace(beforehand, '');
    const own = without(text);
    if (subject.test(own) || severalYears(own) || ofAnother(text)) return true;
    const reading = readTitle(lexicon, text, agency);
    if (isOfSubject(reading) && !isItsField({ agency }, unit, text)) return true;
    if (
      given !== unit.own?.text &&
      isLookalike(reading) &&
      reading.lookalikes.some(({ kind, id }) => kind !== 'other' && !(id === ofMeetings && minutes)) &&
      !division.test(own) &&
      !(reading.lookalikes.every(({ id }) => id === ofOneSubject) && isItsField({ agency }, unit, text))
    )
      return true;
  }
  if (heads.some((text) => column.test(norm(text).text))) return true;
  if (worksElsewhere(agency, records, around)) return true;
  const named = records.filter((record) => purchase.test(norm(record.name).text.replace(/^[^\p{L}]+/u, '')));
  return named.length > records.length * most;

  /** Of a ministry, a department, another office. */
  function ofAnother(text: string): boolean {
    const owner = /โครงการ(?:พัฒนา|สำคัญ|หลัก|ต่างๆ)?\s*(?:ของ)?|(?<!หน้าที่)ของ/gu;
    for (const match of text.matchAll(owner))
      if (otherBody(lexicon, text, match.index + match[0].length, agency)) return true;
    return false;
  }
}

/** Before what it was drawn up (ตรวจแฟ้มโครงการก่อนรับการประเมินคุณภาพ): that is another subject, and it is not on that. */
export const beforehand = /ก่อน(?:เข้า|การ|จะ)*รับ(?:การ)?[ก-๎]+/u;

/** What minutes of meetings are kept under (vocabulary), among reports of other sorts. */
export const ofMeetings = 'other-reports';

/** A plan of one subject (vocabulary). */
export const ofOneSubject = 'subject-plan';
/** Lines at its head in which an office may be named, and letters of what it is there for. */
const [headLines, fewestLetters] = [4, 4];

/** The subject is what the office is there for (แผน…ส่งเสริมการเกษตร of a สำนักงานเกษตร), as it or the page's head is named. */
export function isItsField({ agency }: Pick<Survey, 'agency'>, { segments }: Unit, title: string): boolean {
  const head = segments
    .slice(0, headLines)
    .filter(({ segment }) => segment.kind !== 'row' && segment.text.length <= 80);
  const { text } = norm(title);
  return [ownNameOf(agency), ...head.map(({ segment }) => segment.text)].some((name) => {
    const field = office.exec(norm(name).text.trim())?.[1];
    return field !== undefined && field.length >= fewestLetters && text.includes(field);
  });
}

/** Over the match form: an office of the province or district, and its field. */
const office =
  /^(?:ที่ทำการ|สำนักงาน|สนง\.?)(?!คณะ|ปลัด|เลขา|เทศบาล|องค์การ|เขตพื้นที่)([\u0e01-\u0e4e]{4,30}?)(?:จังหวัด|อำเภอ|ประจำ|\s|$)/u;

/** Over the match form. */
const division =
  /^[\s\d.()\-–•]*(?:(?:ประเด็น)?ยุทธศาสตร์|ประเด็น|กลยุทธ์|เป้าประสงค์|พันธกิจ|แผนงาน|ฝ่าย|กอง(?!ทุน)|กลุ่ม|งาน|สำนัก|แผนก(?!าร)|โครงการ|ด้าน)/u;

/** Subjects of pages that list things with names, owners and money and are no plan's projects. */
const subject =
  /จัดซื้อ|จัดจ้าง|จัดหา(?!งาน)|ประกวดราคา|สอบราคา|ราคากลาง|e-?bidding|ผู้ชนะ|เฉพาะเจาะจง|พัสดุ|(?<!คำ)สัญญา(?!ณ|\s?\d+\s?ข้อ)|(?<!สถาบัน|สำนัก(?:งาน)?(?:การ)?|ศูนย์|กอง|สถานี)วิจัย|นวัตกรรม|(?<!(?:จาก|งบ|เงิน)[^\n]{0,30}กอง)ทุน(?!ทรัพย์|หมุน)|หลักสูตร|คอร์ส|ฝึกอบรม|อบรมออนไลน์|บริจาค|ระดมทุน|ชมรม|สโมสร|สภานักเรียน|องค์การนักศึกษา|โครงงาน|วิทยานิพนธ์|สหกิจ|แจ้งซ่อม|ใบงาน|help ?desk|ticket|ทำความสะอาด|รักษาความปลอดภัย|จ้างเหมา|(?<!จดหมาย)ข่าว|ประชาสัมพันธ์(?!องค์กร)|ภาพกิจกรรม|อัลบั้ม|ปฏิทิน|รับสมัคร|สมัคร|ลงทะเบียน|ประกวด|รางวัล|ร้องเรียน|ร้องทุกข์|ทุจริต|จริยธรรม|คุณธรรม|ความเสี่ยง|ควบคุมภายใน|ตรวจสอบภายใน|ข้อบัญญัติ|เทศบัญญัติ|ประมาณการรายจ่าย|(?<!ใช้จ่าย)(?<!เบิกจ่าย)งบประมาณรายจ่ายประจำปี(?!.*(?:โครงการ|แผน))|(?<!พบ)ประชาคม|มีส่วนร่วม|ที่เสนอ|เสนอขอ|คำขอ|ขอรับ|ข้อเสนอ|พระราชดำริ|ทั่วประเทศ|ระดับประเทศ|ทุกจังหวัด|บ้านจัดสรร|คอนโด|อสังหา|เครื่องราช|ตัวอย่าง|สำรวจ|แบบสอบถาม|procurement|tender|research|donat|training course|scholarship|funding|grants?\b|club/u;

/** Columns that other lists have. */
const column =
  /ราคากลาง|เสนอราคา|ผู้ชนะ|คู่สัญญา|ผู้ขาย|วิธี(?:การ)?(?:จัด|ซื้อ|จ้าง)|เลขที่(?:สัญญา|โครงการ.*e-?gp)|ผู้วิจัย|หัวหน้าโครงการ|แหล่งทุน|ผู้บริจาค|ยอดบริจาค|รุ่น(?:ที่)?$|วิทยากร|ค่าลงทะเบียน|จำนวนรับ|ผู้สมัคร|ผู้แจ้ง|ใบแจ้ง|ประเภทปัญหา|ระดับความ(?:เสี่ยง|เร่งด่วน)|อาจารย์ที่ปรึกษา|ชมรม|เงินเดือน|vendor|supplier|contractor/u;

/** What is bought, paid to staff, taught or studied. */
const purchase = /^(?:จัดซื้อ|ซื้อ|จ้าง|เช่า|ค่า(?!ย)|เงิน|วัสดุ|ครุภัณฑ์|หลักสูตร|วิจัย|การวิจัย|การศึกษาวิจัย|โครงการวิจัย|ทุน|ชมรม)/u;

/** A span of years (2566-2570), academic years from one to the next excepted. The year after a round's number (ไตรมาส 3 ปี 2569) is one. */
function severalYears(text: string): boolean {
  const match = /(25\d\d)\s*(?:[-–—]|ถึง)\s*(?:พ\.?\s*ศ\.?\s*)?(25\d\d)/u.exec(text);
  return (match !== null && Number(match[2]) - Number(match[1]) > 1) || yearsCounted.test(text);
}
const yearsCounted =
  /(?:สาม|สี่|ห้า)\s*ปี|แผน[\u0e01-\u0e4e]{0,12}\s*[3-9]\s*ปี|(?<![\d.]|(?:บท|ตอน|ครั้ง|เล่ม|ข้อ|ส่วน|หมวด|ฉบับ|หน้า|ลำดับ)(?:ที่)?\s?)[3-9]\s*ปี(?!\s*(?:งบประมาณ|การศึกษา|พ\.?\s*ศ|25\d\d))/u;
