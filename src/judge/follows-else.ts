// Committees and orders for following up whose title leaves open what is followed, and whose text says that it is something else:
// internal control, debtors, pupils, a flood. That a division in it is called after plans makes it none for the plan. And calendars and systems
// whose title may even name the plan, but that run another round: the appraisal of staff, visits to classrooms, requests
// that people handed in, what machines measure. Pure.
import { norm } from './lexicon.ts';
import { matters } from './other-matters.ts';
import { titleLines } from './title.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';

export function followsElse(unit: Unit): boolean {
  const hit = unit.classes.get('monitoring-mechanism');
  if (hit === undefined || hit.grade === 'weak' || unit.classes.has('annual-plan')) return false;
  if (roundOfElse(unit)) return true;
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

/** Under its title it tells of another round in words of that round, more than one of them, and never of the plan, its projects or its money. */
function roundOfElse(unit: Unit): boolean {
  const titled = titleLines(unit);
  const texts = linesOf(unit)
    .filter(({ index, text, segment }) => index !== unit.titleSegment && !titled.has(text) && segment.header !== true)
    .map(({ text }) => text);
  if (texts.some((text) => work.test(text))) return false;
  const whole = texts.join('\n');
  return rounds.some((words) => new Set([...whole.matchAll(words)].map(([word]) => word)).size >= fewestWords);
}
const fewestWords = 2;
/** Over the match form, as all that follow. */
const work =
  /แผน(?!ก(?!าร)|ที่|ผัง|การ(?:จัดการ)?(?:เรียน|สอน))|โครงการ|งบประมาณ|เบิก(?:จ่าย)?(?:เงิน|งบ)|ยุทธศาสตร์|ไตรมาส|ความก้าวหน้าของงาน/u;
const rounds: readonly RegExp[] = [
  // Of what staff did, for their pay.
  /ป\.?0?1(?!\d)|ตัวชี้วัด(?:ของตน|รายบุคคล|ของ(?:แต่ละ)?(?:คน|บุคคล))|สมรรถนะ|เลื่อน(?:ขั้น)?(?:เงินเดือน|ค่าจ้าง|ค่าตอบแทน)|เลื่อนขั้น|กลั่นกรอง|ผลสัมฤทธิ์ของงาน|ประเมินตนเอง|ให้คะแนน|ดีเด่น|ผู้(?:รับการ|ถูก)ประเมิน|ผู้ใต้บังคับ|ปฏิบัติราชการของ(?:ข้าราชการ|พนักงาน|บุคลากร)|\bPA\b/gu,
  // Of teachers in their classrooms.
  /สังเกต(?:การ)?(?:สอน|ชั้นเรียน)|เยี่ยมชั้นเรียน|นิเทศ(?:การสอน|ชั้นเรียน|ภายใน|ครู)?|แผนการ(?:จัดการ)?(?:เรียนรู้|สอน)|ชั่วโมงสอน|ครูผู้สอน|\bPLC\b/gu,
  // Of what people asked for or complained of.
  /ศูนย์ดำรงธรรม|ร้องเรียน|ร้องทุกข์|ยื่น(?:เรื่อง|คำ(?:ขอ|ร้อง))|เลข(?:รับ|คำขอ|ที่คำ)|เรื่องที่(?:รับ|ยื่น|แจ้ง|ร้อง)|ผู้ร้อง|ผู้ยื่น|ยุติ(?:แล้ว|เรื่อง)?|คำขอ|แจ้งเหตุ/gu,
  // Of what machines measure.
  /เซ็?นเซอร์|iot(?![a-z])|gps(?![a-z])|แรงดัน|อุณหภูมิ|กระแสไฟ|ปั๊ม|แผงเซลล์|โซลาร์|มิเตอร์|พิกัด|กล้อง(?:วงจร)?|(?:ระดับ|ปริมาณ)น้[ำา]|คุณภาพอากาศ|pm ?2\.5|ฝุ่นละออง/giu,
];

/** Over the match form, as the next: words for following up, one after the other, before what is followed. */
const follows =
  /(?:กำกับ|ติดตาม|ประเมิน(?:ผล)?|ตรวจสอบ|เร่งรัด|เฝ้าระวัง|วาง(?=ระบบ))(?:[\s,/]|กำกับ|ดูแล|ติดตาม|ประเมิน|ตรวจสอบ|เร่งรัด|รายงาน|สรุป|เฝ้าระวัง|และ|การ(?!ดำเนิน|ปฏิบัติ|ใช้|เบิก|ขับ|บริหาร)|ผล(?!งาน)|ด้าน)*/gu;
/** The plan, its work or its money. */
const ofPlan =
  /^(?:ความ(?:ก้าว|คืบ)หน้า|ของ|ตาม|ใน|ทุก|ราย|การ|ด้าน)*(?:ดำเนิน(?:งาน|การ|โครงการ|กิจกรรม)|ปฏิบัติ(?:งาน|ราชการ|การ)?(?:ตาม|$|[\s,])|(?:ใช้|เบิก)(?:จ่าย|เงิน|งบ)|งบ|แผน(?!ก(?!าร)|ที่)|โครงการ|กิจกรรม|ตัวชี้วัด|ภารกิจ|นโยบาย|ยุทธ|กลยุทธ์|คำรับรอง|ผลงาน|งาน(?!พัสดุ|คดี|บุคคล)|ขับเคลื่อน|บริหาร(?:งาน|แผน|งบ|โครงการ|ราชการ|จัดการแผน))/u;
/** People and things of the world, and systems of the office's own. */
const elsewhere =
  /^(?:การ|ใช้|ตัว|ดูแล|ช่วยเหลือ|ระบบ(?:การ)?(?=ควบคุม|ดูแล|รักษา)|กลุ่ม)*(?:นักเรียน|นักศึกษา|เด็ก|เยาวชน|ผู้(?:ต้องหา|ต้องขัง|ป่วย|กู้|ค้าง|หนี|หลบ|พ้น|ถูก|เสพ|สูง|พิการ|สำเร็จ|จบ)|จำเลย|นักโทษ|ลูกหนี้|หนี้|ภาษี|โรค|สถานการณ์|มลพิษ|ขยะ|น้[ำา](?:ท่วม|เสีย|$)|คดี|ราคา|ยาเสพติด|ทรัพย์สิน|อาคาร|ควบคุม|ความปลอดภัย|คุณภาพ(?:น้[ำา]|อากาศ|อาหาร)|หลักสูตร|เรียน(?:การ)?สอน|อาการ|ศิษย์เก่า)/u;
