// SARA AA and SARA AM confused for one another: throughout a text (กำร for การ), or AM without its ring in words that
// cannot be anything else (ดาเนินงาน). Same-length changes only; words that could be right as written are left alone.

import type { MappedText } from './draft.ts';
import { replaceMapped } from './draft.ts';

/** Letter groups of everyday words that never hold SARA AM, and the same as they should be. */
const swapped =
  /กำร|งำน|ควำม|ตำม|รำช|รำย|ภำย|ภำค|สำม|สำธ|สำข|ศึกษำ|พัฒนำ|รำค|ว่ำ|ค่ำใ|หน้ำ|บำท|ฐำน|ธำร|หำร|อำชี|อำคำร|จำก(?![ัิีึืุู])|ระยะเวลำ/g;
const unswapped =
  /การ|งาน|ความ|ตาม|ราช|ราย|ภาย|ภาค|สาม|สาธ|สาข|ศึกษา|พัฒนา|ราค|ว่า|ค่าใ|หน้า|บาท|ฐาน|ธาร|หาร|อาชี|อาคาร|จาก(?![ัิีึืุู])|ระยะเวลา/g;

/** Beginnings of words that do hold SARA AM, with the vowel left out. */
const trueAm =
  /(?:^|[^\u0e40-\u0e44])(?:ด(?=ำเน|ำร[ิง]|ำรงต)|ก(?=ำหน|ำก[ับ]|ำลั|ำไร|ำจัด|ำชับ|ำแพง)|จ(?=ำนว|ำกัด|ำหน|ำเป|ำแน|ำเล|ำป|ำคุก|ำวัน|ำเ|ำทุก)|ท(?=ำ(?![งน]))|ค(?=ำส|ำรั|ำแ|ำข|ำน[วึ]|ำต|ำถ|ำป|ำว|ำอ|ำม)|ส(?=ำน|ำห|ำค|ำเร|ำรว|ำรอ|ำเน|ำนึ)|ต(?=ำบล|ำแห|ำรว|ำร[าำ])|อ(?=ำเภ|ำนว|ำนา|ำนำ)|ล(?=ำดั|ำน้|ำป|ำเล)|บ(?=ำรุ|ำเห|ำบั|ำนา|ำนำ|ำเพ็)|น(?=ำเส|ำเข|ำร่อง)|ช(?=ำระ|ำรุ|ำนา|ำนำ)|(?:น้|ต่|ค่|ซ้|ย้|ร่|ก้|ถ้|ล้|ม่ว|ชี้)(?=ำ(?!ใ|ย|ง|น|ว)))ำ/g;

/** Turns ำ into า where a text has the two swapped throughout. */
export function swapSaraAm(m: MappedText): MappedText {
  const wrong = m.text.match(swapped)?.length ?? 0;
  if (wrong === 0) return m;
  const right = m.text.match(unswapped)?.length ?? 0;
  if (wrong <= 3 * right) return m;
  const keep = new Set<number>();
  for (const match of m.text.matchAll(trueAm)) keep.add(match.index + match[0].length - 1);
  return replaceMapped(m, /ำ/g, (match) => (keep.has(match.index!) ? undefined : 'า'), true);
}

/**
 * Words that lost the ring of SARA AM, as written. The look-arounds keep words that happen to meet so (`ราคาสั่ง`,
 * `เวลาดับเพลิง`, `อเมริกากับ`) as they are.
 */
const lost =
  /ดาเน[ินี]|ดาริห|(?<=พระราช)ดาริ|กาหนด|(?<=การ|ผู้|นิเทศ|ด้าน)กากับ|กากับ(?=\s?ติดตาม|ดูแล|\s?และติดตาม)|(?<=อัตรา)กาลัง|กาไร|กาจัด(?=ขยะ|มูลฝอย|สิ่ง|น้|ค)|ประจา(?=ปี|เดือน|งวด|ไตรมาส|จังหวัด|ตัว|ตาบล|ตำบล|สานัก|สำนัก|\s?ปี)|จานวน|จากัด|จาหน่าย|(?<!เจร|วา)จาเป็น|จาแนก|(?<=จัด|การ|ที่|ผู้|ได้|ให้|ร่วม|และ)ทา(?=แผน|การ|งาน|รายงาน|ราย|โครงการ|ขึ้น|คู่มือ|บัญชี|ประชาคม|\s|$)|(?<!รา)คาสั่ง|(?<!รา)คารับรอง|คานวณ|คาร้อง(?=ทุกข์|เรียน|ขอ)|(?<=แนะ)นา(?![ยงมท])|(?<=ผู้)นา(?![ยงม])|(?<!พัฒ|ชาว)นา(?=เสนอ|เข้าข้อมูล)|(?<!รา)คา(?=แนะน)|สานัก(?=งาน|ปลัด|นายก|ทะเบียน|การ|บริหาร|[ก-ฮ])|สาหรับ|สาคัญ|สาเร็จ|สารวจ|สาเนา|สารอง(?=จ่าย|ราช|เงิน)|ตาบล|ตาแหน่ง|ตารวจ|อาเภอ|อานวย|อานาจ|(?<!เว)ลาดับ(?!เพลิง|ไฟ)|บารุง|บาเหน็จ|บาบัด|(?<=เงิน|รับ)บานาญ|(?<!ประ)ชาระ(?=เงิน|ภาษี|ค่า|หนี้)|ชารุด|ชานาญ|น้า(?=ท่วม|มัน|เสีย|ประปา|ดื่ม|บาดาล|ใต้ดิน|ผิวดิน|แล้ง)|(?<=ลุ่ม|แม่|แหล่ง|จัดการ)น้า|ต่า(?=กว่า|สุด)|ซ้าซ้อน/g;

const lostOnce = new RegExp(lost.source);

/** Whether restoreSaraAm would find anything. */
export const lacksSaraAm = (text: string): boolean => lostOnce.test(text);

/** Puts the ring of SARA AM back in words that are not words without it. */
export function restoreSaraAm(m: MappedText): MappedText {
  return replaceMapped(m, lost, (match) => match[0].replace('า', 'ำ'), true);
}
