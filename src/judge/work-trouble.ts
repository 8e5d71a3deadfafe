// What a report that is told piece by piece says went wrong, and what is done about it: under a line of its own (ติดอะไรบ้าง), or
// in passing with the piece of work (วิทยากรไม่ว่าง เลื่อนไป พ.ค.). Only of what is known to tell of the year's work. Pure.
import { repair } from '../text/repair.ts';
import { idleOpinions } from './idle-opinions.ts';
import { norm } from './lexicon.ts';
import { closesMemo } from './memo-on-plan.ts';
import { count } from './probe-context.ts';
import type { Unit } from './unit.ts';
import { workFacts } from './work-line.ts';
import { isMinutes, ofAgenda } from './work-report-head.ts';

/** Letters of a line that says what those under it are, and of what stands under it. */
const [longestLead, fewestLetters] = [60, 12];
/** Lines that tell of both in passing, from which they are said. */
const fewestInPassing = 2;
const longest = 600;

/** The first segment that says so. */
export function troubleIn(unit: Unit): number | undefined {
  const { segments, linked, titleSegment } = unit;
  const ordered = orderedByMeeting(unit);
  if (ordered !== undefined) return ordered;
  const idle = idleOpinions(unit);
  const passing: number[] = [];
  const again: number[] = [];
  const proposed: number[] = [];
  let led = false;
  let rank = 6;
  for (const { index, segment } of segments) {
    const aside = segment.kind === 'row' || segment.kind === 'title' || linked.has(index) || idle.has(index);
    if (aside || segment.text.length > longest) {
      led = false;
      continue;
    }
    // Not the match form: a clause begins after a space, which that leaves out.
    const { text } = repair(segment.text);
    if (closesMemo(text)) return undefined;
    if (led && segment.kind !== 'heading' && count(text) >= fewestLetters) return index;
    // Each of them may have a heading of its own (สิ่งที่ทำให้ช้า, and under it สระว่ายน้ำไม่พอ).
    if (led && segment.kind === 'heading' && (segment.level ?? 6) > rank) continue;
    const lead = index === titleSegment ? undefined : leads.exec(text)?.[0];
    // On the same line, what it is, and then each of them.
    if (lead !== undefined && goesOn(text.slice(lead.length))) return index;
    led = lead !== undefined && text.length <= longestLead && !stateAlone.test(text);
    // A heading of what was not reached may stand over reasons; a line by itself says of the work over it that it was not.
    led &&= segment.kind === 'heading' || !notReached.test(text);
    rank = segment.level ?? 6;
    if (nextTime.test(text) && again.push(index) >= fewestInPassing) return again[0];
    if (proposes.test(text) && !toVisitors.test(text) && proposed.push(index) >= fewestInPassing) return proposed[0];
    const wrong = text.search(trouble);
    if (wrong < 0 || !remedy.test(text) || toVisitors.test(text)) continue;
    if (remedy.test(text.slice(wrong)) && cause.test(text)) return index;
    if (passing.push(index) >= fewestInPassing) return passing[0];
  }
  return undefined;
}

/** In minutes, under one item: what is the matter with a piece of work, and then what whoever presides, or the meeting, says is to be done. */
function orderedByMeeting(unit: Unit): number | undefined {
  if (!isMinutes(unit)) return undefined;
  const worked = new Set(unit.records.map(({ segment }) => segment));
  let [onWork, told] = [false, false];
  for (const { index, segment } of unit.segments) {
    if (segment.kind === 'row') onWork ||= worked.has(index);
    if (segment.kind === 'row' || segment.text.length > longest) continue;
    const { text } = repair(segment.text);
    if (ofAgenda.test(text)) [onWork, told] = [false, false];
    if (onWork && says.test(text) && !toVisitors.test(text)) return index;
    if (told && orders.test(text) && !toVisitors.test(text)) return index;
    onWork ||= worked.has(index);
    if (onWork && answers.test(text) && workFacts(norm(text))?.spent !== undefined) return index;
    told ||= onWork && trouble.test(text) && workFacts(norm(text)) !== undefined;
  }
  return undefined;
}
/** Not what it has decided on itself (มติ ให้ความเห็นชอบ), nor what was said already (ให้ดำเนินการตามที่ประธานสั่ง). */
const orders =
  /^[^\p{L}]*(?:มติ(?:ที่ประชุม)?|ที่ประชุม|ประธาน(?:ฯ)?|นายก(?:ฯ)?|ผู้ว่า\S{0,12}|ผู้อำนวยการ)(?=[\s:ฯ]|มี|มอบ|สั่ง|ให้|ขอ)[^\n]{0,40}?(?:ให้|มอบ(?:หมาย)?)(?!ความเห็น|เห็นชอบ|รับรอง|ที่ประชุม|ทราบ|ดำเนินการ(?:ตาม|ต่อ)|เลื่อนการประชุม|ทุกท่าน)[ก-๎][^\n]{15}/u;

/** Whoever is named before a colon says what should be done (นายอำเภอ: ถ้าไม่ทันให้เปลี่ยนมาใช้…). */
const says =
  /^[^\p{L}]*(?:นาย|นาง|ท่าน|ประธาน|ปลัด|ผู้|หัวหน้า|รอง|เลขา|ผอ|ครู|คณบดี|อธิบดี|อธิการ|สารวัตร|ผกก|กรรมการ|ที่ประชุม)[^:\n\d]{0,40}:\s+[^\n]*?(?:ควร(?!รู้|ทราบ|ค่า|แก่)|น่าจะ|(?:^|[\s:]|แทน|ปีนี้|แล้ว)(?:ขอ)?(?:ให้|อย่า)(?=(?:ปรับ|เปลี่ยน|แก้|เพิ่ม|ลด|เร่ง|ย้าย|ใช้|รวม|เลื่อน|หา|ตั้ง|ทำ|ขอ|จัด|ไป|พึ่ง|รอ|แยก|ขยาย)))[ก-๎]{3}/u;

/** In one breath with how it stands with the work, what whoever presides wants done about it. */
const answers =
  /\s(?:ท่าน)?(?:ประธาน|ที่ประชุม|นายก)(?:ฯ)?\s?(?:จึง)?(?:เห็นว่า(?:น่าจะ|ควร(?!รู้|ทราบ))|เห็นควร|(?:ขอ|สั่ง|มอบ|แนะ|แนะนำ)?ให้(?!ความเห็น|เห็นชอบ|รับรอง|ที่ประชุม|ทราบ|เลื่อน|ทุกท่าน))[ก-๎]{6}/u;

/** Begins a line that is headed so, and says no more than that. */
const leads = new RegExp(
  `^[^\\p{L}]*(?:(?:รอบ|ข้อ|ตอน|ช่วง|วง|ส่วน)(?:ที่)?\\s*[0-9๐-๙]+[^\\p{L}]*|[ก-ฮ]\\s*[.)]\\s*)?(?:(?:สิ่ง|เรื่อง|งาน|จุด|อะไร|ข้อ)[ก-ฮะ-์.\\s]{0,20}?|ที่|สรุป)?\\s*(?:${[
    'ติด(?:ขัด|อะไร|ปัญหา|อยู่)|ขัดข้อง',
    '(?:ยัง)?ทำ(?:ได้)?ไม่(?:ดี|สำเร็จ|ได้)',
    'ปัญหา',
    'อุปสรรค',
    'ข้อ(?:ขัดข้อง|จำกัด|สังเกต|คิด|สั่งการ|เสนอ)',
    '(?:ยัง)?ไม่(?:ดี|เป็นไปตาม|ได้ตาม|ถึง|บรรลุ)',
    'ต(?:กแผน|กเป้า|่ำกว่าแผน|่ำกว่าเป้า)',
    '(?:ยัง)?(?:ล่าช้า|ช้า(?!ง)|ค้าง)',
    // Not when the page was edited (แก้ไขล่าสุด: 12 มิ.ย.).
    'แก้(?:ไข(?!\\s*(?:ล่าสุด|เมื่อ|ครั้ง|วันที่|ข้อมูล|[\\d๐-๙]))|ปัญหา)',
    '(?:จะ)?ทำ(?:อย่างไร|ยังไง|อะไร)?(?:กัน)?ต่อ',
    'มองไปข้างหน้า|ก้าวต่อไป',
    'บทเรียน|ถอดบทเรียน|(?:ได้)?เรียนรู้',
    // As a question put to the agency (แล้วทำไมสองงานนั้นไม่เสร็จ; จะไม่ให้เป็นอีกทำอย่างไร).
    '(?:ถาม(?:ต่อ|ว่า|เพิ่ม)?\\s*[:：]?\\s*)?(?:แล้ว)?ทำไม[ก-๎]{0,24}?(?:ช้า|ไม่)|(?:ถาม(?:ต่อ|ว่า|เพิ่ม)?\\s*[:：]?\\s*)?[ก-๎]{0,8}(?:จะ|ต้อง)?ไม่ให้(?:เป็น|เกิด|ซ้[ำา])[ก-๎]{0,16}?(?:อีก|ซ้[ำา]|รอย)',
    'ทำไม(?:ถึง|จึง)?(?:ช้า|ไม่|(?:สี)?(?:แดง|เหลือง))|(?:จะ)?ไปต่อ|สะดุด|น่าห่วง',
    '(?:ครึ่ง(?:ปี)?หลัง|ปีหน้า|รอบหน้า|คราวหน้า|ปีต่อไป)',
    '(?:(?:ถ้า|หาก)(?:จะ)?ถามว่า)?(?:ต้อง|ควร|จะ|อยาก)(?:ปรับ|แก้|เร่ง|ทำ)',
    // What whoever did it would do otherwise (ถ้าได้ทำอีกรอบ, หากย้อนกลับไปได้).
    '(?:ถ้า|หาก|เมื่อ)(?:จะ)?(?:ได้|ต้อง|มีโอกาส)?(?:(?:ทำ|จัด|เริ่ม|ดำเนินการ)(?:งาน|กัน)?(?:อีก|ใหม่|ซ้ำ)|ย้อน(?:เวลา|กลับ))',
    'ครั้งหน้า(?:จะ|ขอ|อยาก|ควร|ต้อง|ทำ)',
    'เหตุ(?:ขัดข้อง|ที่)|ข้อค้นพบ|ความเห็น(?:ต่อ|ของ(?:กรรมการ|คณะ|ที่ประชุม))|(?:คณะ)?กรรมการ(?:ว่า|เห็น|ฝาก)|(?:ขอ)?เสนอ(?:ให้|แนะ)',
    'สั่งการ|ฝาก(?:แก้|ไว้|ให้)|(?:ต้อง)?ยอมรับ|อยาก(?:เห็น|ให้(?:ดี|ปรับ|แก้|เปลี่ยน))',
  ].join('|')})`,
  'u',
);

/** Under each piece of work, what to do differently. */
const nextTime = /^[^\p{L}]*(?:เปลี่ยน|ปรับ|แก้)?(?:ครั้งหน้า|ปีหน้า|ปีต่อไป|ปีถัดไป|รอบหน้า|คราวหน้า|ฝากทำต่อ|ครั้งต่อไป)\s*:?\s*\S{4}/u;

/** How far the work above has come, and no heading of what follows. */
const stateAlone = /^[^\p{L}]*(?:ล่าช้า|ช้า(?:กว่า(?:แผน|กำหนด))?|ค้าง|(?:ยัง)?ไม่บรรลุ|ต่ำกว่า(?:แผน|เป้า))[^\p{L}]*$/u;

const notReached =
  /^[^\p{L}]*(?:ยัง)?(?:ไม่|ขาด|ห่าง|ต่ำ|น้อย)(?:ถึง|ได้|เป็นไป|สำเร็จ|กว่า|อีก|อยู่)?(?:ตาม)?(?:เป้า(?:หมาย)?|แผน|เกณฑ์|ที่ตั้ง(?:ใจ|เป้า)?(?:ไว้)?|นิดเดียว|มาก|เล็กน้อย)*[^\p{L}]*$/u;

/** After a colon, or a few more words and a first point. */
const goesOn = (rest: string): boolean => {
  const said = /^[^\n:]{0,30}?(?::|\s(?:คือ|ได้แก่|\(?[1๑][.)]|หนึ่ง\s|ดังนี้))\s*(.*)$/u.exec(rest)?.[1];
  return said !== undefined && count(said) >= fewestLetters;
};

/** Rows whose remarks say what is the matter or what is done about it, from which they are remarks on the work. */
const fewestRemarks = 2;

/** The first row of a table of projects whose remarks (หมายเหตุ) say what went wrong. */
export function troubleInRemarks({ segments, tables }: Unit): number | undefined {
  if (!tables.some(({ records, told }) => records.length > 0 && told > 0)) return undefined;
  const said: { readonly index: number; readonly wrong: boolean }[] = [];
  let table: number | undefined;
  let column = -1;
  let explains = false;
  for (const { index, segment } of segments) {
    if (segment.kind !== 'row') continue;
    const { cells = [], locator } = segment;
    if (locator.table !== table || segment.header) {
      table = locator.table;
      column = cells.findIndex((cell) => remarks.test(norm(cell).text));
      explains = explanations.test(norm(cells[column] ?? '').text);
      continue;
    }
    if (column < 0) continue;
    const { text } = repair(cells[column] ?? '');
    const wrong = trouble.test(text) || wrongIn.test(text);
    if (count(text) >= fewestLetters && (wrong || remedy.test(text))) said.push({ index, wrong: wrong || explains });
  }
  return said.length >= fewestRemarks ? said.find(({ wrong }) => wrong)?.index : undefined;
}
/** Over the match form. */
const remarks = /^หมายเหตุ|^คำชี้แจง|^remarks?$/u;
/** Of what is not as it was planned: what is done about it says that something was wrong. */
const explanations = /^คำชี้แจง/u;
/** More than these in running text, where the same words tell of other things. */
const wrongIn = /ไม่(?:ตรง|มีผู้|อนุมัติ|สะดวก|ได้รับ)|สละสิทธิ์|เกินราคา|เกินวงเงิน|ทับ(?:กับ|ซ้อน|ที่)|ร้องเรียน|ยกเลิก|ทิ้งงาน|ลาออก|ย้ายไป/u;

const trouble =
  /ล่าช้า|ช้า(?:กว่า)?|ไม่(?:สามารถ|เพียงพอ|พอ|ทัน|ครบ|บรรลุ|เป็นไปตาม|ได้ตาม|ต่อเนื่อง|ว่าง|ผ่าน|พร้อม|ถึง)|ขาด|ติด(?!ต่อ|ตาม|ตั้ง|ประกาศ|อันดับ)|เสีย(?!ชีวิต|ภาษี|หาย|ง)|ชำรุด|ต่ำกว่า|น้อยกว่า|เพราะ|เนื่องจาก|ปัญหา|อุปสรรค|เลื่อน|พัง|หมด/u;
/** Words that say why, or that it is a fault. */
const cause = /เพราะ|เสีย(?!ชีวิต|ภาษี|หาย|ง)|ชำรุด|เนื่องจาก|ปัญหา|อุปสรรค|ติดขัด|ไม่ทัน|ไม่พอ|ไม่เพียงพอ|ขาด|ช้ากว่า|ล่าช้า/u;
/** At the head of its clause. */
const remedy =
  /(?:^|[\s:.)\]–→/-]|จึง|เลย|ทั้งนี้|(?:ปี|ครั้ง|รอบ|ระยะ|เทอม)(?:หน้า|ต่อไป|ถัดไป))(?:และ|จึง|ก็|เลย|แต่|ผม|เรา|ที่ประชุม|ประธาน|หัวหน้า)*(?:เห็น)?(?:ควร|เสนอ|ขอ(?:ให้|ยืม|ปรับ|เพิ่ม|โอน|เลื่อน|อนุมัติ|สนับสนุน)|ให้(?=[ก-ฮเ-ไ])|สั่ง|เร่ง(?!ด่วน)|จะ(?=[ก-ฮเ-ไ])|แก้(?:ไข|โดย|ด้วย|ปัญหา)|ต้อง(?=[ก-ฮเ-ไ])|ปรับ(?!ปรุงเมื่อ)|ย้าย|เปลี่ยนเป็น|ประสาน|ได้ประสาน)/u;
/** Whoever tells of a piece of work proposes what to do otherwise; what is put before a meeting is decided there. */
const proposes =
  /(?:^|[\s:]|บาท)(?:จึง|ขอ)*เสนอ(?:แนะ)?ให้(?!ที่ประชุม|สภา|คณะ|อนุมัติ|พิจารณา|เห็นชอบ|รับรอง|ความเห็น|มีมติ|เลือก|แต่งตั้ง|ทราบ)[ก-๎]{3}/u;
/** Asks something of who reads it (ท่านใดมีปัญหา ขอให้แจ้ง…; เนื่องจากเป็นวันหยุด ขอให้มารับ…). */
const toVisitors =
  /ท่าน(?:ใด|ที่|สามารถ)|ทุกท่าน|ผู้ใด|ขออภัย|สอบถาม|ติดต่อ(?:ได้|เจ้าหน้าที่|ที่)|ขอให้(?:มา|โทร)|วันหยุด(?:ราชการ|ทำการ)/u;
