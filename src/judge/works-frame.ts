// Against what a paper tells what became of the work: what the office's own head, board or council decided, signed or promised for a
// year, in whatever words (งานที่กรรมการเคาะให้ทำตั้งแต่ตุลาคม, สิ่งที่ตั้งใจไว้ในปีบัญชี). Composed of who, how, what and when. Pure.
import type { PlanNames } from './plan-names.ts';

/** Over the match form, as all that follow. Who decides what an office does, or the office itself. */
const who = `(?:${[
  'นายอำเภอ|ผู้ว่า|ผู้อำนวยการ|ผอ\\.?|อธิบดี|อธิการ|คณบดี|นายก|สภา|กรรมการ|บอร์ด|ผู้บริหาร|หัวหน้า|ผู้พิพากษา|ปลัด|รัฐมนตรี|เลขาธิการ|ผู้จัดการ|ประธาน|ที่ประชุม',
  'อำเภอ|จังหวัด|กรม|สำนัก|โรงพยาบาล|โรงเรียน|วิทยาลัย|อบต|เทศบาล|ศาล|สถาบัน|องค์การ|ศูนย์|คณะ|ครู|เรา|ผม|ทุกกลุ่ม|ทุกฝ่าย',
].join('|')})`;
/** What is signed with a contractor, or for a person, is no year's work. */
const decides =
  '(?:อนุมัติ|เห็นชอบ|รับรอง|ลงนาม(?!(?:ใน)?สัญญา|ซื้อ|จ้าง|ถวาย|ความร่วม|บันทึก)|ลงชื่อ|เซ็น(?!สัญญา|จ้าง)|มติ|ตกลง(?!กันได้)|เคาะ|ยกมือ|โหวต|ไฟเขียว|คัดเลือกไว้|ปิดประกาศ|ประกาศ(?=ไว้|ใช้|ให้(?:ใช้|ทำ))|ให้คำมั่น|มอบหมาย)';
const promises =
  '(?:รับปาก|ให้สัญญา|สัญญา(?=ไว้|กับ|ว่า)|ให้คำมั่น|ตั้งใจ|ตั้งเป้า|ตั้ง(?=ไว้)|วาง(?=ไว้)|หวัง(?=ไว้)|เขียน(?=ไว้)|บอก(?=ไว้|[ก-๎]{2,10}ไว้)|พูด(?=ไว้)|กำหนด(?=ไว้)|จะทำ|ต้องทำ|ให้ทำ|จะลงมือ)';
const work =
  '(?:(?<!หน่วย|สำนัก|พนัก|แรง|ราย|โรง|ประสาน|กลุ่ม|พลัง|เครื่อง)งาน(?!บุคคล|ศพ|บุญ|แต่ง|วัด|กฐิน)|เรื่อง(?!ร้อง)|สิ่งที่|ของที่|อย่าง|ข้อ(?=ใน|นี้|ที่|ต่อ)|คำสัญญา|โครงการ|กิจกรรม|ภารกิจ|(?:\\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)(?!คน|ราย|วัน|เดือน|ปี|ท่าน|บาท|ล้าน|แสน|หมื่น|พัน)[ก-๎]{2,10}(?=ที่))';
/** What it is written down in. */
const book =
  '(?:เล่ม(?!ทะเบียน)|สมุด|ป้าย|บัญชีงาน|ใบงาน|แผ่น(?:งาน|นี้)|กระดาษ|การ์ด|กระดาน(?:งาน|สัญญ)|รายการงาน|รายชื่องาน|แผน(?:งาน|ปฏิบัติ|ดำเนิน|การดำเนิน|ประจำ|ของ|ปี)|สัญญา\\d+ข้อ)';

const between = (one: string, other: string, letters: number): string =>
  `${one}[^\\n]{0,${letters}}?${other}|${other}[^\\n]{0,${letters}}?${one}`;
const act = `(?:${who}[^\\n]{0,36}?(?:${decides}|${promises})|${promises})`;
/** What was meant at the beginning (เทียบกับที่ตั้งใจไว้ทั้งปี). */
const meant = `(?:กับ|จาก|ตาม|ของ|ว่า|เอา|ดู|ทวน)(?:สิ่ง)?ที่(?:เรา|ได้)?(?:ตั้งใจ|ตั้ง|หวัง|เขียน|บอก|รับปาก|พูด|วาง|สัญญา)[ก-๎]{0,10}?ไว้`;
/** The work that somebody decided or promised; the book that it is written in, signed. */
const decided = new RegExp(`${between(`(?:${work}|${book})`, act, 48)}|${meant}`, 'u');
/** The book of a year, taken out to see. */
const year =
  '(?:ปี(?:งบ(?:ประมาณ)?|บัญชี|การศึกษา)?(?:พ\\.?ศ\\.?)?(?:25)?[5-7]\\d(?!\\d)|(?:ต้น|ทั้ง|ตลอด|ของ|รอบ|สิ้น)ปี|ปี(?:นี้|นั้น|ก่อน|ที่แล้ว|ที่ผ่านมา))';
const bookOfYear = new RegExp(between(`(?:${book}|งาน|ผลงาน|คำสัญญา)`, year, 24), 'u');
/** It asks how far things have come, or lays the one beside the other. */
const asks =
  /ถึงไหน|ไปไหน|ขั้นไหน|ตรงไหน|ทำ(?:ได้)?(?:กี่|หรือเปล่า|หรือยัง)|เทียบ(?:กับ|ไว้)|ไล่(?:ดู|ถาม|ที|เรียง)|ทวน|ตรวจ(?:ทาน|การบ้าน|ป้าย)|ได้ผล(?:แค่|เพียง)ไหน|คืบหน้า|ความก้าวหน้า|มอง(?:ย้อน|กลับ)|ให้เกรด|กาง|สะสางงาน|กระดานงาน|กระดานสัญญ|เต็มสิบ/u;

/** A day up to which it is counted, a round, a year. */
const time =
  /ไตรมาส|\d\s*เดือน|(?:สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|สาม)เดือน|ครึ่ง(?:ปี|ทาง|ค่อนปี)|(?:ต้น|ปลาย|สิ้น|ทั้ง|ตลอด|รอบ|ครบ|หนึ่ง)ปี|ปี(?:งบ|นี้|นั้น|ก่อน|ที่ผ่าน|ที่แล้ว)|ปี(?:บัญชี|การศึกษา)?(?:พ\.?ศ\.?)?(?:25)?[5-7]\d(?!\d)|25[5-7]\d|(?:นับ|ณ|ถึง)(?:ถึง)?(?:วันที่|สิ้น)?\d{1,2}[ก-ฮ]|(?<!\d)[0-3]?\d(?:[ก-ฮมิเี]{1,3}\.[ก-ฮ]\.|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรก[ฎฏ]า|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)[ก-๎]{0,4}(?:25)?[67]\d/u;

export interface Frame {
  /** Somebody of the office decided or promised it. */
  readonly decided: boolean;
  /** It stands in the year's book, and it is asked how far it has come; or one of the two. */
  readonly followed: 'surely' | 'perhaps' | 'no';
  readonly timed: boolean;
}

/** `texts`: what stands over the work, in match form. `plan`: what the office calls its plan. */
export function frameOf(texts: readonly string[], plan: PlanNames): Frame {
  const says = (words: RegExp): boolean => texts.some((text) => words.test(text));
  const ofPlan = texts.some((text) => plan.names(text));
  const [ofBook, asked] = [ofPlan || says(bookOfYear), says(asks)];
  return {
    decided: ofPlan || says(decided),
    followed: ofBook && asked ? 'surely' : ofBook || asked ? 'perhaps' : 'no',
    timed: says(time),
  };
}
