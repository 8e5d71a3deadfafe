// Committees and orders for following up whose title leaves open what is followed, and whose text says that it is something else:
// internal control, debtors, pupils, a flood. That a division in it is called after plans makes it none for the plan. Pure.
import { norm } from './lexicon.ts';
import { matters } from './other-matters.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

export function followsElse(unit: Unit): boolean {
  const hit = unit.classes.get('monitoring-mechanism');
  if (hit === undefined || hit.grade === 'weak' || unit.classes.has('annual-plan')) return false;
  const title = unit.own?.text.split('\n', 1)[0] ?? '';
  const texts = [norm(title).text, ...linesOf(unit).map(({ text }) => text)];
  let others = false;
  for (const text of texts)
    for (const { index, 0: verb } of text.matchAll(follows)) {
      const followed = text.slice(index + verb.length);
      if (ofPlan.test(followed)) return false;
      others ||= elsewhere.test(followed) || matters.some(({ names }) => names.test(followed));
    }
  return others;
}

/** Over the match form, as the next: words for following up, one after the other, before what is followed. */
const follows =
  /(?:กำกับ|ติดตาม|ประเมิน(?:ผล)?|ตรวจสอบ|เร่งรัด|เฝ้าระวัง|วาง(?=ระบบ))(?:[\s,/]|กำกับ|ดูแล|ติดตาม|ประเมิน|ตรวจสอบ|เร่งรัด|รายงาน|สรุป|เฝ้าระวัง|และ|การ(?!ดำเนิน|ปฏิบัติ|ใช้|เบิก|ขับ|บริหาร)|ผล(?!งาน)|ด้าน)*/gu;
/** The plan, its work or its money. */
const ofPlan =
  /^(?:ความ(?:ก้าว|คืบ)หน้า|ของ|ตาม|ใน|ทุก|ราย|การ|ด้าน)*(?:ดำเนิน(?:งาน|การ|โครงการ|กิจกรรม)|ปฏิบัติ(?:งาน|ราชการ|การ)?(?:ตาม|$|[\s,])|(?:ใช้|เบิก)(?:จ่าย|เงิน|งบ)|งบ|แผน(?!ก(?!าร)|ที่)|โครงการ|กิจกรรม|ตัวชี้วัด|ภารกิจ|นโยบาย|ยุทธ|กลยุทธ์|คำรับรอง|ผลงาน|งาน(?!พัสดุ|คดี|บุคคล)|ขับเคลื่อน|บริหาร(?:งาน|แผน|งบ|โครงการ|ราชการ|จัดการแผน))/u;
/** People and things of the world, and systems of the office's own. */
const elsewhere =
  /^(?:การ|ใช้|ตัว|ดูแล|ช่วยเหลือ|ระบบ(?:การ)?(?=ควบคุม|ดูแล|รักษา)|กลุ่ม)*(?:นักเรียน|นักศึกษา|เด็ก|เยาวชน|ผู้(?:ต้องหา|ต้องขัง|ป่วย|กู้|ค้าง|หนี|หลบ|พ้น|ถูก|เสพ|สูง|พิการ|สำเร็จ|จบ)|จำเลย|นักโทษ|ลูกหนี้|หนี้|ภาษี|โรค|สถานการณ์|มลพิษ|ขยะ|น้[ำา](?:ท่วม|เสีย|$)|คดี|ราคา|ยาเสพติด|ทรัพย์สิน|อาคาร|ควบคุม|ความปลอดภัย|คุณภาพ(?:น้[ำา]|อากาศ|อาหาร)|หลักสูตร|เรียน(?:การ)?สอน|อาการ|ศิษย์เก่า)/u;
