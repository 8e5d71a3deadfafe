// What stands under a heading of recommendations and is none on the agency's work: where the public may send its own, how a form is
// filled in, and what others than the agency should do. Pure.
import { norm } from './lexicon.ts';

/** The line says where or how opinions may be sent, or that they will be heard, and nothing of what they are. */
export function tellsWhereToSend(line: string): boolean {
  const { text } = norm(line);
  return (channel.test(text) || heard.test(text)) && !says.test(text);
}

/** Over the match form, as all that follow. */
const channel = new RegExp(
  [
    '(?:แจ้ง|ส่ง|ฝาก|เสนอ|เสนอแนะ|แสดงความคิดเห็น|แสดงความเห็น|ติดต่อ|สอบถาม|กรอก|สแกน|ยื่น|หย่อน|เขียน|ติชม)[^\\n]{0,30}?(?:ได้ที่|ได้ทาง|ได้ตาม|ได้โดย|ผ่าน|มาที่|มายัง|มาทาง|ทาง(?!การ|เดิน|ลาด|หลวง|เท้า))',
    '(?:ผู้ใด|ผู้ที่|ท่าน|ประชาชน|หาก|ถ้า)[^\\s]{0,24}?มี(?:ข้อเสนอแนะ|ข้อคิดเห็น|ข้อสงสัย|ความคิดเห็น|ความเห็น|คำแนะนำ)[^\\n]*?(?:แจ้ง|ส่ง|ติดต่อ|เสนอ|โปรด|กรุณา|สามารถ)',
    '^[^\\p{L}]*สแกน',
    '(?:ตู้|กล่อง)(?:รับ|แสดง)?(?:ฟัง)?(?:ความคิดเห็น|ความเห็น|ข้อเสนอแนะ|ข้อร้องเรียน|ไปรษณีย์)',
    '^[^\\p{L}]*(?:ทาง|ผ่าน|โทร(?:ศัพท์|สาร)?|อีเมล|e-?mail|line|ไลน์|facebook|เฟซบุ๊ก|เฟสบุ๊ค|สายด่วน|qr|คิวอาร์|เว็บไซต์|เว็บบอร์ด|กระดาน|ตู้ปณ|แบบฟอร์ม)',
  ].join('|'),
  'u',
);
const heard =
  /(?:ยินดี|พร้อม|น้อม)รับ(?:ฟัง)?(?:ทุก)?(?:ความ|คำ|ข้อ)|(?:จะ(?:ได้)?|เพื่อ)(?:รวบรวม|นำ)(?:ทุก)?(?:ความคิดเห็น|ความเห็น|ข้อเสนอแนะ|ข้อคิดเห็น|คำแนะนำ)|ขอ(?:เชิญ(?:ชวน)?|ความร่วมมือ)[^\n]{0,40}(?:แสดงความ|เสนอแนะ|ให้ข้อ)/u;
/** What is to be minded in filling in the form, not in the work. */
export const tellsHowToFillIn = (heading: string): boolean => fillingIn.test(norm(heading).text);
const fillingIn =
  /^[^\p{L}]*(?:ข้อแนะนำ|คำแนะนำ|ข้อเสนอแนะ|ข้อควรระวัง|ข้อควรรู้|คำชี้แจง|คำอธิบาย|หมายเหตุ)(?:ใน|สำหรับ|เกี่ยวกับ|ก่อน|ประกอบ)?(?:การ|วิธี)?(?:กรอก|ใช้แบบ|เขียนแบบ|เขียนรายงาน|จัดทำรายงาน|ส่งแบบ|ส่งรายงาน|ส่งไฟล์|บันทึกข้อมูล|ลงข้อมูล)/u;

/** What should be done, or went wrong: an opinion, in whatever else it tells. */
const says = /ควร|ปัญหา|อุปสรรค|ล่าช้า|ไม่(?:เพียงพอ|ทัน|ครบ|ทั่วถึง)|เพราะ|เนื่องจาก|ให้(?:กอง|เร่ง|จัด|เพิ่ม|ปรับ|มี)|ขาด/u;

/**
 * All that is advised is for others: the public is told what to do, or government and firms are, from what research found. `lines`:
 * what stands under the heading.
 */
export function advisesOutsiders(heading: string, lines: readonly string[], agency: string): boolean {
  const texts = lines.map((line) => norm(line).text).filter((text) => /\p{L}/u.test(text));
  const own = norm(agency).text;
  const toOthers = texts.filter((text) => toPublic.test(text) || isTo(text, own));
  if (toOthers.length < fewest) return false;
  const rest = texts.filter((text) => !toOthers.includes(text));
  if (rest.length === 0 && toOthers.every((text) => toPublic.test(text))) return true;
  const lead = [norm(heading).text, ...rest];
  // Besides them nothing but what leads to them.
  return lead.some((text) => ofResearch.test(text)) && rest.length <= 1 && !texts.some((text) => ofOwnWork.test(text));
}
const fewest = 2;

/** The point is for a body that is not the agency. */
const isTo = (text: string, agency: string): boolean => {
  const body = toBody.exec(text)?.[1];
  return body !== undefined && !agency.includes(body);
};
const start = String.raw`^[^\p{L}]*(?:[ก-ฮ][.)]\s*)?`;
const toBody = new RegExp(
  `${start}(?:จึง)?(?:ขอ)?(?:เสนอ)?(?:แนะ)?(?:ให้)?(รัฐบาล|ภาครัฐ|รัฐ(?=ควร|ต้อง)|กระทรวง|องค์กรปกครองส่วนท้องถิ่น|อปท|ธนาคาร|ภาคเอกชน|เอกชน|ผู้ประกอบการ|โรงงาน|ภาคธุรกิจ|หน่วยงาน(?:ของรัฐ|ภาครัฐ|ที่เกี่ยวข้อง)|สภา|สถาบันการเงิน|เกษตรกร|ชุมชน|ผู้กำหนดนโยบาย)`,
  'u',
);
/** People are told what to do; what they should be given, or have a part in, is the agency's work. */
const toPublic = new RegExp(
  `${start}(?:ขอให้)?(?:ผู้ป่วย|ญาติ|ผู้บริโภค|ผู้ขับขี่|ผู้เดินทาง|นักท่องเที่ยว|เกษตรกร|ชาวสวน|ชาวนา|ผู้เลี้ยง|ผู้สูงอายุ|หญิงตั้งครรภ์|ประชาชน)[^\\s]{0,20}?(?:ควร|โปรด|ต้อง|ให้ระวัง|หมั่น|งด)(?!ได้|มีส่วน|เข้า|มี|ถูก)`,
  'u',
);
const ofResearch =
  /(?:จาก|ผล)(?:ผล)?(?:การ|งาน)(?:ศึกษา)?วิจัย|ข้อค้นพบ(?:จาก|ของ)(?:การ|งาน)วิจัย|เชิงนโยบาย|นโยบายสาธารณะ|ผู้วิจัย/u;
const ofOwnWork = /ตามแผน|แผน(?:งาน|ปฏิบัติ)|โครงการ(?:ของ|ใน|ตาม|นี้)|การดำเนินงานของ/u;
