// The frame of a year's work, in whatever words it is set: first lines which say that what stands there are the works to be done
// (งานที่จะลงมือ, สิ่งที่กรมต้องทำ, ใช้ทำงาน, ทุกงานในเล่ม), that the office's own head, board, council or staff decided or promised them
// (ลงนาม, เห็นชอบ, ให้ใช้, รับปาก), and for which one year. Not the name of a plan makes it one: these three do, together. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import { readTitle } from './title.ts';
import { otherBody } from './title-owner.ts';
import type { UnitContext } from './unit.ts';
import type { Line } from './unit-lines.ts';
import { oneYearOf } from './years.ts';

export interface YearsFrame {
  /** The one year that the lines name, if they do. */
  readonly year: number | undefined;
  /** The last of the lines that it rests on: the works stand below. */
  readonly segment: number;
}

/** Letters of a line that may say it. */
const longest = 700;

/**
 * `head`: the first lines of a page, document or sheet, its titles included. `foot`: its last lines, in which somebody may have signed.
 */
export function yearsFrame(
  context: Pick<UnitContext, 'lexicon' | 'agency' | 'calendar'>,
  head: readonly Line[],
  foot: readonly Line[] = [],
): YearsFrame | undefined {
  const lines = untilSaid(head.filter(({ segment, text }) => segment.kind !== 'row' && text.length <= longest));
  // What needs no dictionary first.
  const planned = new Set(lines.filter(({ text }, at) => isPlanToldHere(text, lines[at + 1]?.text ?? '')));
  const works = lines.filter((line) => planned.has(line) || saysWorks(line));
  const decided = lines.filter((line) => planned.has(line) || isDecided(line));
  const signed = decided.length > 0 || foot.some((line) => line.text.length <= longest && isDecided(line));
  if (works.length === 0 || !signed) return undefined;
  if (works.every((line) => !planned.has(line) && !toBeDone.test(line.text)) && !lines.some(isOfWholeYear))
    return undefined;
  const heads = lines.filter(({ segment }) => isHead(segment.kind));
  if (lines.some(({ text }) => toCome.test(text)) || heads.some(({ text }) => tellsWhatCame.test(text)))
    return undefined;
  const said = lines.filter((line) => works.includes(line) || decided.includes(line) || heads.includes(line));
  if (said.some(({ text }) => ofOthers.test(text)) || said.some((line) => namesAnother(context, line)))
    return undefined;
  if (heads.some(({ text }) => isOfOneSubject(context, text))) return undefined;
  // By its name a plan is one only where it is the annual one.
  const inOwnWords = works.some(saysWorks) && (decided.some(isDecided) || decided.length === 0);
  if (!inOwnWords && ![...planned].some((line) => namesAnnualPlan(context, line))) return undefined;
  return { year: yearOf(context, said), segment: Math.max(...[...works, ...decided].map(({ index }) => index)) };
}

/** The lines up to the heading of a part, once they have said what is done and who decided it. */
function untilSaid(lines: readonly Line[]): readonly Line[] {
  let [works, decided] = [false, false];
  for (const [at, line] of lines.entries()) {
    if (works && decided && isHead(line.segment.kind)) return lines.slice(0, at);
    works ||= saysWorks(line) || line.text.includes('แผน');
    decided ||= isDecided(line);
  }
  return lines;
}

const isHead = (kind: string): boolean => kind === 'heading' || kind === 'title';

/** The one year of these lines: what they call one (ปีงบประมาณ 2569, a span of twelve months) before others, never a day's. */
function yearOf({ agency, calendar }: Pick<UnitContext, 'agency' | 'calendar'>, lines: readonly Line[]) {
  const mentions = lines.flatMap(({ segment }) => findYears(norm(segment.text)));
  return oneYearOf(mentions, agency.kind, calendar);
}

/** It calls itself another body's plan, or one of another sort. */
function namesAnother({ lexicon, agency }: Pick<UnitContext, 'lexicon' | 'agency'>, { segment }: Line): boolean {
  const { lookalikes, foreign } = readTitle(lexicon, segment.text, agency);
  if (foreign.size > 0 || lookalikes.some(({ kind }) => kind !== 'other')) return true;
  // Whose it is may be said after its name and year.
  const owner = /(?:แผน|งาน)[^\n]{0,100}?ของ/u.exec(segment.text);
  if (owner === null) return false;
  const to = owner.index + owner[0].length;
  return !ourOwn.test(segment.text.slice(to)) && otherBody(lexicon, segment.text, to, agency);
}
/** Whoever writes so speaks of his own office (ของสำนักงานในปี 2569, ของกรมเรา). */
const ourOwn =
  /^\s*(?:สำนักงาน|กรม|โรงเรียน|โรงพยาบาล|วิทยาลัย|มหาวิทยาลัย|คณะ|เทศบาล|อบ[จต]\.?|ตำบล|อำเภอ|จังหวัด|ศูนย์|สถาบัน|หน่วยงาน|องค์กร|ศาล)(?:ฯ|เรา|ใน|ปี|ที่|ทั้ง|ตลอด|ตั้งแต่|จะ|ไว้|แล้ว|มี|อยู่|[^ก-๎]|$)/u;

function namesAnnualPlan({ lexicon, agency }: Pick<UnitContext, 'lexicon' | 'agency'>, { segment }: Line): boolean {
  const { classes, mentions } = readTitle(lexicon, segment.text, agency);
  return mentions.has('annual-plan') || classes.has('annual-plan');
}

/** It names a plan as one in force, and says that this is told here. Over the match form, as all that follow. */
const isPlanToldHere = (text: string, next: string): boolean =>
  text.includes('แผน') && inForce.test(text) && (toldHere.test(text) || toldHere.test(next));
const deciding = 'ลงนาม|ลงชื่อ|เซ็น|เห็นชอบ|อนุมัติ|ประกาศใช้';
const inForce = new RegExp(`(?:คือ|เป็น)แผน|(?:${deciding})[^\\n]{0,60}แผน|แผน[^\\n]{0,160}(?:${deciding}|บังคับใช้)`, 'u');
const toldHere =
  /ข้างล่าง|ข้างใต้|ด้านล่าง|ต่อไปนี้|ดังนี้|ดังตาราง|(?:หน้า|ตาราง|รายการ|โพสต์)นี้|ทุก(?:งาน|โครงการ|บรรทัด|เรื่อง|กิจกรรม|รายการ|ข้อ|ตัวอักษร)|ทั้ง(?:แผน|เล่ม|ฉบับ)|(?:คัด|ลอก|ถอด|ยก|นำ|เอา|ย่อ|พิมพ์)[^\n]{0,24}(?:ลง|มา|ไว้|ให้)|แบ่ง(?:เป็น|เล่า|ลง|ออก)/u;

/** Things of which a year's work is made up, what they are set down in, and words for doing them. */
const things = 'งาน|เรื่อง|สิ่ง|ของ|รายการ|ข้อ|อย่าง|ใบ|การ์ด|โครงการ|กิจกรรม|ภารกิจ|ประการ|อะไร|ชิ้น';
const papers =
  'สมุด|เล่ม|บัญชี|ปฏิทิน|ตาราง|แผ่น|ผัง|กระดาน|ป้าย|การ์ด|เช็[คก]ลิสต์|ลิสต์|รายการ|กล่อง|โรดแมป|roadmap|เส้นทาง|เข็มทิศ|พิมพ์เขียว|แฟ้ม|ใบ|หน้า|โพย|คิว';
const doing = 'ลงมือ|ลงแรง|ทำ|จัด(?!เก็บ|ซื้อ|จ้าง|หา)|ดำเนิน|เดินหน้า|เดินงาน|สร้าง|ขับเคลื่อน|เกิดขึ้น|ใช้(?:เงิน|งบ)';
/** What an office calls itself. */
const office =
  'เรา|พวกเรา|กรม|สำนัก|โรงพยาบาล|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|คณะ|เทศบาล|อบ[จต]|อำเภอ|จังหวัด|ศูนย์|สถาบัน|องค์การ|หน่วยงาน|ศาล|ทุก(?:กอง|ฝ่าย|กลุ่ม|แผนก)';
const future = 'จะ|ต้อง|ให้|ตกลง|รับปาก|ตั้งใจ|สัญญา|วางไว้';
const everyone = 'ทุก(?:กอง|ฝ่าย|กลุ่ม|งาน|แผนก|ส่วน|คน|เขต|สำนัก|หน่วย|ตึก|ห้อง|ศูนย์|สาขา|คณะ)';
const toBeDone = new RegExp(
  [
    // งานที่โรงพยาบาลรับปากจะทำ, สิ่งที่กรมต้องทำให้เสร็จ, ของที่จะทำทั้งปี
    `(?:${things})[^\\n]{0,40}?(?:${future})[^\\n]{0,14}?(?:${doing})`,
    // มีมติให้ทำห้าอย่าง, ตกลงจะลงมือทำแปดเรื่อง, ปีนี้อำเภอจะทำอะไร
    `(?:${future})[^\\n]{0,8}?(?:${doing})[^\\n]{0,14}?(?:${things})`,
    // ทุกอย่างที่โรงพยาบาลจะเสิร์ฟ, จุดที่ทีมของศูนย์ต้องไปให้ครบ: whatever the word for doing it, it is the office that shall
    `(?:${things}|จุด|ที่หมาย|ช่อง|หมุด|ก้าว|ด่าน|บท|ตอน|ทั้งหมด)ที่[^\\n]{0,16}?(?:${office})[^\\n]{0,30}?(?:จะ|ต้อง)(?!ได้รับ|การ|เป็น|มี)[ก-ฮเ-ไ]`,
    // แผ่นนี้ใช้ถึง 30 กันยายน 2569
    `(?:${papers})[^\\n]{0,12}?(?:ใช้|มีผล|เดิน)(?:ได้|งาน|ไป|กัน)?(?:จน)?(?:ถึง|ตั้งแต่|ระหว่าง)(?:วันที่)?\\d{1,2}(?:ตุลา|กันยา|ต\\.?ค|ก\\.?ย)`,
    // ใช้ทำงานกัน, เป็นหลักในการทำงาน, ยึดแผ่นนี้ทำงานและใช้เงิน, ให้ใช้ทั้งปี
    '(?:ใช้|เป็นหลัก|ยึด|ถือ|กาง|ตาม)[^\\n]{0,24}?(?:ทำงาน|ปฏิบัติงาน|ลงมือ|ใช้เงิน|ใช้งบ)',
    'ใช้(?:ได้|งาน|กัน)?(?:ทั้ง|ตลอด)(?:ทั้ง)?ปี',
    // ทุกกองต้องเดินตามตารางนี้, ให้ทุกฝ่ายเอาไปทำ, เดินงานตามรายการนี้
    `(?:เดิน|ทำ|ปฏิบัติ|ยึด|ถือ)(?:งาน|กัน|ไป|ปฏิบัติ)?ตาม(?:นี้|(?:${papers})[^\\n]{0,6}นี้)`,
    `(?:${everyone})[^\\n]{0,24}?(?:เอาไป|นำไป|ยึด|ถือ|เดิน|ลงมือ|ทำตาม)`,
    // งานทั้งปี, ทุกงานในเล่ม, หนึ่งใบคือหนึ่งงาน
    '(?:งาน|โครงการ|กิจกรรม|ภารกิจ)(?:ทุกอย่าง|ทั้งปี|ตลอดปี|ของปี|ทั้งหมด(?:ของ|ที่|ใน))|ทุก(?:งาน|เรื่อง|โครงการ|รายการ)(?:ใน|ของ|ตาม)(?:เล่ม|สมุด|บัญชี|ปี|แผ่น)',
    '(?:หนึ่ง|แต่ละ|1)(?:ใบ|หน้า|รูป|ภาพ|การ์ด|ข้อ|ช่อง|แผ่น|กล่อง|บรรทัด)[^\\n]{0,12}?(?:คือ|เท่ากับ|=|เป็น|แทน)(?:หนึ่ง|1)?(?:งาน|โครงการ|เรื่อง|กิจกรรม)',
  ].join('|'),
  'u',
);
/** A heading that names works, or what they are set down in, says it where the whole year's are meant. */
const namesWorks = new RegExp(
  `(?<!สำนัก|พนัก|หน่วย|โรง|ราย|ปฏิบัติ|ดำเนิน|ผล|หา|ที่ทำ|คน|วัน|ร่วม|สมัคร|จัด)งาน(?!วัน|เลี้ยง|ประเพณี|บุญ|ศพ)|ภารกิจ|โครงการ|กิจกรรม|เรื่อง|สิ่งที่|${papers}`,
  'u',
);
const saysWorks = ({ text, segment }: Line): boolean =>
  toBeDone.test(text) || (isHead(segment.kind) && text.length <= 120 && namesWorks.test(text));
/** From October to September, or all the year. */
const wholeYear =
  /(?:ทั้ง|ตลอด|จบ|สิ้น|ประจำ|ของ)(?:ทั้ง)?ปี|ทั้งหมด|ทุกงาน|(?:12|สิบสอง)เดือน|365วัน|^[^\p{L}]*(?:งาน|โครงการ|ภารกิจ)(?:ใน|ของ|ประจำ)?ปีงบ(?:ประมาณ)?(?:พ\.?ศ\.?)?(?:25)?[5-7]\d$|(?:ตุลา|ต\.?ค)[^\n]{0,24}?(?:ถึง|จน|-|จบ|สิ้น|ยัน)[^\n]{0,16}?(?:กันยา|ก\.?ย)/u;
const isOfWholeYear = ({ text }: Line): boolean => wholeYear.test(text);

/** Who decides what the office does. */
const deciders =
  'นายก(?!รัฐ)|นายอำเภอ|ผู้ว่า|อธิบดี|ผู้อำนวยการ|ผอ\\.?|หัวหน้า|ปลัด|เลขา|คณบดี|อธิการ|ผู้พิพากษา|ประธาน|กรรมการ|บอร์ด|สภา(?!พ)|ที่ประชุม|รัฐมนตรี|ผู้จัดการ|ผู้บริหาร|ผู้กำกับ|ผู้บังคับ|ผู้บัญชาการ|ครู|บุคลากร|เจ้าหน้าที่|พวกเรา|ทุก(?:กอง|ฝ่าย|กลุ่ม|แผนก|ตึก|คน)|ทั้ง(?:กรม|สำนักงาน|โรงเรียน|โรงพยาบาล|วิทยาลัย|อำเภอ|ศูนย์)';
const verbs =
  'ลงนาม|ลงชื่อ|เซ็น|จรดปากกา|ประทับตรา|ลงตรา|พยักหน้า|เห็นชอบ|เห็นพ้อง|อนุมัติ|อนุญาต|ยืนยัน|(?<!คำ)รับรอง|ประกาศ(?:ใช้|ให้|แล้ว)|(?:มี|ลง)มติ|มติ[^\\n]{0,12}ให้|เคาะ|ให้ใช้|ไฟเขียว|ตกลง(?:กัน|จะ|ว่า|ให้|ทำ)|สั่งให้(?:ใช้|ทำ|ยึด)|ผ่าน(?:มติ|ความเห็น)';
const decision = new RegExp(
  [
    `(?:${deciders})[^\\n]{0,90}?(?:${verbs})`,
    `(?:${verbs})[^\\n]{0,40}?(?:โดย|จาก)[^\\n]{0,12}?(?:${deciders})`,
    // ลงนามแล้ว, อนุมัติเมื่อ 30 ก.ย., ผ่านสภาแล้ว
    `(?:${verbs})(?:แล้ว|เรียบร้อย|ไว้|เมื่อ|วันที่|\\s?\\d)`,
    'ผ่าน(?:สภา|บอร์ด|ที่ประชุม|คณะ(?:กรรมการ|ผู้บริหาร)|กรรมการ|มติ|ความเห็นชอบ|การ(?:อนุมัติ|เห็นชอบ|รับรอง))',
    // รับปากไว้, ให้คำมั่น, คำสัญญา 12 ข้อ
    'รับปาก|คำมั่น|สัญญา(?:ไว้|ว่า|กับ)|คำสัญญา',
    // ล็อกแล้ว, ลงมือได้เฉพาะงานในบัญชีนี้, ใครทำนอกเล่มเบิกไม่ได้
    'ล็อก(?:ไว้)?(?:แล้ว|หลัง)|(?:เฉพาะ|แต่)งานใน(?:บัญชี|เล่ม|สมุด|รายการ|แผ่น)|นอก(?:เล่ม|บัญชี|สมุด)[^\\n]{0,12}(?:ไม่ได้|ห้าม)',
  ].join('|'),
  'u',
);
const isDecided = ({ text }: Line): boolean => decision.test(text);

/** It is not in force yet, or was only spoken of. */
const toCome =
  /ร่าง(?!กาย)|(?:จัด|ร่วม|เปิด)(?:การ)?ประชุม|ประชุม(?:เชิง|เพื่อ|จัดทำ|วาง|ระดม|หารือ|คณะ(?![^\n]{0,80}(?:มติ|เห็นชอบ|อนุมัติ|รับรอง|ตกลง)))|ทบทวน|เตรียม(?:จัด|เสนอ|การ|ทำ|แผน|ความพร้อม|เข้า)|รับฟัง|ชี้แจง|พิจารณา(?!แล้ว)|ยังไม่|รอ(?:การ)?(?:อนุมัติ|ลงนาม|เห็นชอบ|ประกาศ|เคาะ|มติ|เข้าสภา)|(?:จะ|เพื่อ)(?:ขอ|เสนอ|ลงนาม|ประกาศ|อนุมัติ|นำเข้า)|เสนอ(?:ขอ|ให้|ต่อ|เพื่อ)|ฉบับ(?:ขอความเห็น|เวียน)|แสดงความ(?:คิด)?เห็น|ตัวอย่าง|แบบฟอร์ม|ยกเลิกแล้ว/u;
/** Of a plan that was carried out it is told what came of it. */
export const tellsWhatCame =
  /ผล(?!ิต|ักดัน)|สรุป|ย้อน|บรรลุ|ทำได้|ทำไป|ติดตาม|ประเมิน|ก้าวหน้า|คืบหน้า|เบิกจ่าย|แค่ไหน|ถึงไหน|รายงาน|สถานะ/u;

/** Bodies beside the office, and what else is signed, agreed and promised: their year is another. */
const ofOthers =
  /(?:ของ|โดย|กรรมการ|ประธาน|สมาชิก|หัวหน้า|ผู้จัดการ|สภา)[^\n]{0,12}?(?:กองทุน|ชมรม|สโมสร|สหกรณ์|มูลนิธิ|สมาคม|เครือข่าย|นักเรียน|นักศึกษา|ผู้ปกครอง|ศิษย์เก่า|สวัสดิการ|หมู่บ้าน|ชุมชน|สตรี|เด็กและเยาวชน|ผู้สูงอายุ|พรรค|สหภาพ)|บันทึกข้อตกลง|\bmou\b|บันทึกความเข้าใจ|คำรับรองการปฏิบัติ|ตัวชี้วัดราย|เลื่อนเงินเดือน|หาเสียง|เลือกตั้ง|ผู้สมัคร|มาตรฐาน(?:การให้)?บริการ|คู่มือ|หลักสูตร|จ่ายขาด|โอนงบประมาณ|กันเงินเหลื่อม|เงินกู้|คู่สัญญา|ผู้รับจ้าง|ประกวดราคา|จัดซื้อจัดจ้าง|(?:[3-9]|สาม|สี่|ห้า)ปี(?!งบ|การศึกษา|ก่อน|ที่|25)|25\d\d-25\d\d/u;

/** A year's work of one sort alone, unless the office is there for that. */
function isOfOneSubject({ agency }: Pick<UnitContext, 'agency'>, text: string): boolean {
  if (shorter.test(text)) return true;
  if (ofWholeOffice.test(text)) return false;
  const word = oneSubject.exec(text)?.[0] ?? division.exec(text)?.[1];
  return word !== undefined && !ownNameOf(agency).includes(word);
}
/** Whatever it is likened to (ตารางสอนของโรงเรียนทั้งโรง), it is said to be of the whole office. */
const ofWholeOffice =
  /(?:ของ|ทั้ง)(?:กรม|สำนักงาน|โรงเรียน|โรงพยาบาล|วิทยาลัย|เทศบาล|อำเภอ|จังหวัด|ศูนย์|สถาบัน|หน่วยงาน|องค์กร)ทั้ง(?:โรง|กรม|แห่ง|หมด|สำนัก|ศูนย์|องค์กร|หน่วย|อำเภอ|จังหวัด)|ทั้ง(?:โรงเรียน|โรงพยาบาล|กรม|สำนักงาน|หน่วยงาน|องค์กร)/u;
/** Of a month, a week or a round of the year. */
const shorter = /(?<!ทุก|ราย|แต่ละ|12|สิบสอง|หก|6)เดือน(?!ละ|ต่อเดือน)|(?<!ทุก|ราย|แต่ละ)สัปดาห์|ไตรมาสที่|ไตรมาส\d/u;
/** A division's, by its name. */
const division = /(?:ของ|งาน)((?:กอง(?!ทุน)|ฝ่าย|แผนก(?!าร)|กลุ่มงาน|กลุ่มสาระ|สาขา|ชั้น|ห้อง)[ก-๎]{2,8})/u;
const oneSubject =
  /ความปลอดภัย|อาชีวอนามัย|อัคคีภัย|พลังงาน|ประหยัด|ลดใช้|ขยะ|ของเสีย|เวร(?!ี)|จิตอาสา|กีฬา|ซ่อมบำรุง|บำรุงรักษา|พัสดุ|ครุภัณฑ์|ยานพาหนะ|อบรม|บุคลากร|อัตรากำลัง|สวัสดิการ|ประกันคุณภาพ|ความเสี่ยง|ควบคุมภายใน|ตรวจสอบภายใน|ทุจริต|โปร่งใส|จริยธรรม|คุณธรรม|ประชาสัมพันธ์|ดิจิทัล|สารสนเทศ|วิจัย|จัดการความรู้|วันสำคัญ|ประเพณี|เทศกาล|นิเทศ|แนะแนว|อาหารกลางวัน|ตรวจราชการ|ออกหน่วย|หน่วยเคลื่อนที่|เงินสะสม|โอนงบ|กันเงิน|งบกลาง|อุดหนุน|ข้อบัญญัติ|เทศบัญญัติ|ค่าธรรมเนียม|ทุนการศึกษา|รายชื่อ|รางวัล|วันหยุด|ห้องเรียน|ตารางสอน|ตารางเรียน/u;
