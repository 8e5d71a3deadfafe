// The head's order to put plans, tables or papers on the office's website, told in plain words wherever the office tells it: in an order book,
// a letter, minutes, an interview, an answer (ผมสั่งปลัดแล้วว่าเรื่องแผนต้องขึ้นเว็บไซต์ภายในสามวัน). Who ordered, what is to be put up, and
// that it is to be are read each by itself: what teachers write for their rank, clips and pictures go up for other reasons. Pure.
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';
import { isMinutes } from './work-report-head.ts';

/** Letters of a line that tells it; lines before it that say whose words these are. */
const [longest, linesBefore] = [900, 2];

export function toldOrder(unit: Unit): number | undefined {
  // Minutes are of many things, whatever they look like.
  if ((unit.own?.foreign.size ?? 0) > 0 || (unit.lookalike !== undefined && !isMinutes(unit))) return undefined;
  const lines = linesOf(unit);
  let memo: boolean | undefined;
  let book: boolean | undefined;
  for (const [at, { index, segment, text }] of lines.entries()) {
    if (text.length > longest || segment.header === true || !web.test(text) || ofOthers.test(text)) continue;
    // In a memo to those under him, what a head asks for is ordered as well.
    memo ??= isMemo(lines);
    if (!putsUp(text, memo)) continue;
    if (memo || orders.test(text) || ordersIn(lines.slice(Math.max(0, at - linesBefore), at))) return index;
    book ??= isBook(unit, lines);
    if (book) return index;
  }
  return undefined;
}

/** To heads of divisions or everybody there, who shall do as it says. */
const isMemo = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => toStaff.test(text)) && lines.some(({ text }) => binding.test(text));

/** The line before says that somebody orders what follows. */
const ordersIn = (before: readonly Line[]): boolean => before.some(({ text }) => leads.test(text));

/** The page is of what a head ordered or wrote to those under him, by its title, its heading or its first line. */
function isBook(unit: Unit, lines: readonly Line[]): boolean {
  const headings = unit.page.text.segments.filter(({ kind, region }) => kind === 'heading' && region === 'main');
  const said = [
    unit.page.text.title ?? '',
    ...headings.slice(0, headingsRead).map(({ text }) => text),
    ...lines.slice(0, linesBefore).map(({ segment }) => segment.text),
  ];
  return said.some((text) => text.length <= longestHead && ofHead.test(norm(text).text));
}
const [headingsRead, longestHead] = [2, 160];
const lettersBefore = 8;

/** In a sentence of it, something that an office has is to go on its website, or (`asked`) is asked to. */
function putsUp(text: string, asked: boolean): boolean {
  for (const form of forms)
    for (const { index, 0: whole, 1: things = '' } of text.matchAll(form)) {
      if (!ofOffice.test(things.replace(works, '')) || others.test(things) || elsewhere.test(text)) continue;
      if (another.test(things) || ofUsers.test(whole)) continue;
      // With what stands right before it.
      const said = text.slice(Math.max(0, index - lettersBefore), index + whole.length);
      if (!(asked ? never : notOrdered).test(said)) return true;
    }
  return false;
}

const web = /เว[็]?[บป]/u;

/** Over the match form, as all that follow. */
const onWeb = '(?:ขึ้น|ลง|ไว้|บน|ใน|ผ่าน|ทาง|สู่|เข้า|ที่|ให้(?:อยู่|เห็น))+(?:หน้า)?(?:แรก)?เว[็]?[บป]';
const put = '(?:เอา|นำ|ยก|ส่ง|แขวน|ติด|วาง|แปะ|โพสต์|โพส|อัปโหลด|อัพโหลด|เผยแพร่|เปิดเผย|ใส่|เก็บ|ลง|ขึ้น|แสดง|ประกาศ)';
const forms: readonly RegExp[] = [
  // Somebody is told to put the things there.
  new RegExp(
    `(?:^|[^ก-๎]|[ก-๎]{2})(?:ให้|มอบ(?:หมาย)?|จง|ต้อง|สั่ง)[^\\n]{0,60}?${put}([^\\n]{2,160}?)(?:เผยแพร่)?${onWeb}`,
    'gu',
  ),
  // The things are to be put there.
  new RegExp(`([^\\n]{2,160}?)(?:ให้|ต้อง|จะต้อง)[^\\n]{0,24}?(?:${put})?(?:${put})?(?:เผยแพร่|ประกาศ)?${onWeb}`, 'gu'),
];

/** What the office plans, decides, spends, reports. */
const ofOffice =
  /แผน(?!ก(?!าร)|ที่|ผัง|การ(?!ดำเนิน|ปฏิบัติ|ใช้|เงิน|ทำงาน))|งบ|บัญชี(?:เงิน|โครงการ|งาน)|เงินตาม|ตาราง(?:งาน|โครงการ|เงิน)|รายงาน|เอกสาร|ข้อมูล(?:ข่าวสาร|สาธารณะ|ตาม|ของ|การ|ผล)|ข้อบัญญัติ|เทศบัญญัติ|ประชุม|ผลการ(?:ดำเนิน|ปฏิบัติ|ใช้)|ผลงานตาม|โครงการ|ความ(?:คืบ|ก้าว)หน้า|เล่ม(?:งาน|ปี)|สมุดงาน|งาน(?:ประจำ|ทั้ง|ของ)ปี|รับจ่าย|รายจ่าย/u;
/** What is put up for the sake of those who made it, of pupils, or as news. */
const works =
  /ผลงาน(?:ทาง)?(?:วิชาการ|วิจัย|นักเรียน|ครู|ของครู|ดีเด่น)|(?:งาน|รายงาน(?:การ)?)วิจัย|นวัตกรรม|แผนการ(?:จัดการ)?(?:เรียน|สอน)[ก-๎]*|คลิป|วี[ดิ]+ทัศน์|วิดีโอ|ภาพ(?:ข่าว|ถ่าย|กิจกรรม)|ข่าว(?:ประชาสัมพันธ์|กิจกรรม)|ใบงาน|การบ้าน|รายงานตัว/gu;
/** Notices that the law has go up. */
const others = /จัดซื้อ|จัดจ้าง|ประกวดราคา|ราคากลาง|ผู้ชนะ|เสนอราคา|ข้อมูลส่วนบุคคล|คุกกี้|รายชื่อ|สรรหา|สมัคร|ภาษี|วิทยฐานะ/u;
const elsewhere =
  /เว[็]?[บป](?:ไซต์|ไซด์)?(?:ของ)?(?:กระทรวง|กรม|สำนักงบ|สมาคม|สื่อ|หนังสือพิมพ์|หน่วยงานต้นสังกัด|e-?gp|ท่องเที่ยว|ขาย)/iu;
/** Another sentence goes on, and they go elsewhere. */
const another = /(?:และ|ส่วน|แล้ว)(?:ขอ)?ให้[ก-๎]{2,}?(?:ส่ง|ทำ)|ไลน์|อีเมล|ป้าย|บอร์ด/u;
/** What visitors find, fill in or hand in there. */
const ofUsers =
  /ดาวน์โหลด|(?:ดู|อ่าน|ขอ|รับ|พบ)(?:ราย[ก-๎]+)?ได้(?:ที่|ทาง|จาก)|กรอก|ลงทะเบียน|ผู้(?:สมัคร|ยื่น|ขอ|เสนอ|เรียน|ประสงค์)/u;
/** Wished for, or not to be done. */
const never = /(?:อยาก|เสนอ|น่าจะ|ไม่|ห้าม|มิ)ให้|ไม่ต้อง/u;
const notOrdered = new RegExp(`${never.source}|(?:ขอ|ควร)ให้(?![ก-๎]{0,12}สั่ง)`, 'u');
/** Leave is asked to put them there, or a ministry has every office do so. */
const ofOthers =
  /ขออนุมัติ|โปรดพิจารณา|(?:กระทรวง|กรม(?!การ)|ป\.?ป\.?ช|รัฐมนตรี|ก\.พ\.ร)[^\n]{0,40}?(?:กำหนด|สั่ง|ให้(?:ทุก)?(?:หน่วยงาน|ส่วนราชการ))/u;
const toStaff = /^(?:เรียน|ถึง|แจ้ง)[^\n]{0,8}?(?:หัวหน้า|ทุก|ผอ\.|ผู้อำนวยการกอง|เจ้าหน้าที่|คณะครู|ครู|รอง|ปลัด|บุคลากร|ผู้ใต้)/u;
const binding = /ถือปฏิบัติ|ให้เป็นไปตาม|โดยเคร่งครัด|ปฏิบัติตาม/u;

const rank =
  '(?:ผู้อำนวยการ|ผอ\\.|ผบ\\.|ผู้บัญชาการ|ผู้กำกับ|ผกก\\.|สารวัตรใหญ่|นายอำเภอ|ผู้ว่า|ปลัด|นายก|ท่านนายก|อธิบดี|อธิการบดี|คณบดี|เลขาธิการ|ครูใหญ่|ประธาน|ผู้จัดการ|ผู้บริหาร|กรรมการผู้จัดการ|หัวหน้า(?:สำนัก|ส่วน|หน่วย|ศูนย์|สถานี|อุทยาน|ศาล)|ผู้พิพากษาหัวหน้า|(?:ประมง|เกษตร|พัฒนาการ|ปศุสัตว์|คลัง|สาธารณสุข|ขนส่ง|แรงงาน|พาณิชย์|วัฒนธรรม|ท้องถิ่น|สรรพากร|สรรพสามิต|ศึกษาธิการ|ที่ดิน|สหกรณ์)(?:จังหวัด|อำเภอ)?)';
/** Of things bought, meals, lessons, remedies. */
const order = '(?<!ไม่|ไม่ได้|มิได้)สั่ง(?!ซื้อ|จ้าง|สอน|สม|ของ|อาหาร|จอง|พิมพ์|ยา|น้ำ|ตัด|สินค้า|ปิด|เสีย)';
/** Who ordered it, in the sentence: by rank, in the first person, or by a paper of a number or a day. */
const orders = new RegExp(
  [
    `(?:${rank}|(?:^|[^ก-๎]|[ก-๎])(?:ผม|ดิฉัน|ข้าพเจ้า|กระผม))[^\\n]{0,60}?(?:${order}|กำชับ|ย้ำ|บอก[^\\n]{0,24}?ว่า|ให้แจ้ง|กำหนด(?:ว่า|ให้)|มี(?:คำสั่ง|บัญชา|บันทึก)|ออกคำสั่ง|มอบหมาย(?:ให้)?|ลงนาม[^\\n]{0,20}?ให้)`,
    '(?:^|[^ก-๎]|มี|ออก|ตาม|ด้วย)คำสั่ง[^\\n]{0,40}?\\d{1,4}\\/(?:25)?[5-7]\\d',
    `${order}(?:การ|ไว้|แล้ว|กำชับ)*(?:ว่า|ให้)`,
  ].join('|'),
  'u',
);
/** At the end of what goes before. */
const leads = new RegExp(`(?:${rank}[^\\n]{0,40}?${order}|มีคำสั่ง|สั่งการ)[^\\n]{0,40}?(?:ดัง(?:นี้|ต่อไปนี้)|ว่า|:)\\s*$`, 'u');
const ofHead = new RegExp(
  `สมุด(?:คำ)?สั่ง|ข้อสั่งการ|(?:คำ)?สั่ง(?:งาน|การ)?(?:ของ|จาก)${rank}|(?:บันทึก|โน้ต|จดหมาย|หนังสือ)(?:สั่ง(?:การ|งาน)?|เวียน|ภายใน)?(?:ของ|จาก)?${rank}|${rank}[ก-๎]{0,12}(?:สั่ง|เขียนถึง|บันทึกถึง)`,
  'u',
);
