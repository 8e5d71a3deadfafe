// Papers that say how a report is to be written, whatever their title calls them: what goes into which column, which word to choose, a line
// or a table that shows it with invented projects. Nothing is reported in them. Pure.
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

/** Lines that tell how, and the share of all that do. */
const [fewest, most] = [3, 0.5];
/** Letters of a line that counts. */
const shortest = 6;
/** Lines right over the first project that may call the table an example. */
const linesAbove = 2;

export const showsHowToFillIn = (unit: Unit): boolean => tellsHow(unit) || isInvented(unit);

/** Most of its lines do, and no project and no result stands beside them. */
function tellsHow(unit: Unit): boolean {
  if (unit.records.length > 0 || unit.told > 0) return false;
  const texts = linesOf(unit)
    .filter(({ segment, text }) => segment.kind !== 'row' && text.length >= shortest)
    .map(({ text }) => text);
  const telling = texts.filter((text) => tells.test(text)).length;
  return telling >= fewest && telling >= texts.length * most;
}

/** What is told of projects is an example by the line over it, or invented by what the paper says of its figures. */
function isInvented(unit: Unit): boolean {
  const first = unit.records[0]?.segment;
  if (first === undefined) return false;
  const lines = linesOf(unit).filter(({ segment }) => segment.kind !== 'row');
  // Such a line may look like a pasted requirement.
  const pasted = unit.echo.map(({ segment }) => norm(segment.text).text);
  if ([...lines.map(({ text }) => text), ...pasted].some((text) => invented.test(text))) return true;
  const above = lines.filter(({ index }) => index < first).slice(-linesAbove);
  return above.some(({ text }) => example.test(text));
}

/** Over the match form, as the next: a part of a form, and what to put there. */
const put = '(?:ให้|โปรด|กรุณา|ต้อง|เลือก|ใส่|ระบุ|กรอก|พิมพ์|เขียน|คัดลอก|ลอก|สรุป|หมายถึง)';
const tells = new RegExp(
  [
    `^[^\\p{L}]*(?:ใน)?(?:ช่อง|คอลัมน์|คอลัมภ์|หัวข้อ|แถว|column)[^\\n]{0,60}?${put}`,
    '^[^\\p{L}]*(?:วิธี|คำแนะนำ|คำชี้แจง|คำอธิบาย|ขั้นตอน|แนวทาง|หลักเกณฑ์|ข้อแนะนำ|ตัวอย่าง)(?:ใน|สำหรับ)?(?:การ)?[^\\n]{0,30}?(?:กรอก|บันทึก(?:ข้อมูล|ผล)?|ลงข้อมูล|เขียน|ใช้แบบ|จัดทำรายงาน|รายงานผล)',
    `^[^\\p{L}]*(?:ให้|โปรด|กรุณา)?(?:กรอก|ระบุ|พิมพ์|เลือก|ใส่|คัดลอก|ลอก)(?:เฉพาะ|เป็น|ด้วย)?(?:จำนวน|ตัวเลข|ชื่อ|คำ|เพียง|เครื่องหมาย|ข้อมูล|วันที่|สถานะ|ร้อยละ|ข้อความ|จาก|ตาม)`,
    '(?:ให้|โปรด|กรุณา)(?:ทุก)?(?:หน่วยงาน|ส่วนราชการ|กอง|กลุ่ม|ฝ่าย|งาน|ผู้รับผิดชอบ|เจ้าของ|โรงเรียน|สำนัก)?[ก-๎]{0,20}?(?:กรอก|พิมพ์|เว้นว่าง|ทำเครื่องหมาย|ส่ง(?:แบบ|กลับ|คืน|ไฟล์))',
    '(?:ตัวอย่าง|เช่น)[\\s:]*(?:โครงการ|กิจกรรม)\\s*(?:[ก-ฮa-z]|x+|\\d{1,2})(?![ก-๎a-z])',
    '^[^\\p{L}]*(?:ส่ง(?:กลับ|คืน|แบบ|ไฟล์|ข้อมูล|รายงาน)?|ผู้กรอก)[^\\n]{0,40}?(?:กอง|งาน|ฝ่าย|กลุ่ม|ภายใน|ทาง(?:ไลน์|อีเมล|line|e-?mail)|โทร|\\.{4})',
  ].join('|'),
  'u',
);
/** Figures, projects or the whole. */
const invented =
  /(?:ข้อมูล|ตัวเลข|โครงการ|ชื่อ|รายการ|ตาราง|เนื้อหา)[^\n]{0,30}?(?:สมมุ?ติ|ที่(?:แต่ง|คิด|สร้าง)ขึ้น|เป็น(?:เพียง)?ตัวอย่าง|จำลอง(?:ขึ้น)?(?:\s|$|เพื่อ))|(?:หน้าจอ|ระบบ|หน้า|ข้อมูล|ตาราง)(?:นี้)?(?:ใช้)?(?:สำหรับ|เพื่อ)?(?:การ)?(?:จำลอง|สาธิต|ฝึก(?:หัด|ลง|กรอก|บันทึก|ใช้)|ทดลอง(?:ใช้|ลง|กรอก|ระบบ))|(?:ไม่|มิ)ใช่(?:ข้อมูล|ตัวเลข|ผล(?:งาน)?|ยอด|เงิน|โครงการ|ของ)(?:ที่)?(?:เบิก)?จริง|(?:mock|dummy|sample) data/u;
const example =
  /^[^\p{L}]*(?:(?:แสดง)?ตัวอย่าง(?:การ(?:กรอก|เขียน|รายงาน|บันทึก|ลง|ใช้แบบ|จัดทำ)|แบบ|ตาราง|ข้อมูล|รายงาน|ที่กรอก|\s|:|$)|example)/u;
