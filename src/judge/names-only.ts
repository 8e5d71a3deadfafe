// Whether what a report's name stands over is only about reporting: how it is to be done, what it is good for, a day on which
// people met or went to see, and nothing of what came out. Pure.
import { achieves } from './achieves.ts';
import { adviceIn } from './advises.ts';
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isSpan } from './scale.ts';
import type { Unit } from './unit.ts';

/** Letters of a document that is more than its preface: what it found stands somewhere in it, in whatever words. */
const realLength = 1500;

/** Its title or text says that it is about following up, or no line says that anything was done; and none says what was found. */
export function namesOnly(unit: Unit): boolean {
  const { title, method } = named(unit);
  if (unit.letters >= realLength && !method) return false;
  const lines = linesIn(unit);
  const foretells = lines.some(({ text }) => foretold.test(text)) || unit.tables.some(({ toCome = false }) => toCome);
  const ofMaking = isOnMaking(lines);
  // A report begins with what is to be said about it; its results follow.
  if (!method && !foretells && !ofMaking && lines.some(({ text }) => preface.test(text))) return false;
  const about =
    method ||
    foretells ||
    ofMaking ||
    expectsOnly(unit) ||
    activity.test(title) ||
    indicator.test(title) ||
    [{ text: title }, ...lines].some(({ text }) => aboutReporting(text)) ||
    // Right headings and steps to be taken (ติดตามและประเมินผล, จัดทำรายงาน): no line tells of anything done.
    !lines.some(({ kind, text }) => kind !== 'heading' && tellsAnything(text));
  return about && !shownIn(unit, lines, method);
}

interface Line {
  readonly kind: string;
  /** Match form. */
  readonly text: string;
}

const linesIn = ({ segments, linked }: Unit): Line[] =>
  segments
    .filter(({ index }) => !linked.has(index))
    .map(({ segment }) => ({ kind: segment.kind, text: norm(segment.text).text }));

/**
 * It tells how the report came about and who took note of it, and no more (a cover with its preface, steps of the evaluation), or of each
 * project only what is expected of it.
 */
export function tellsNoResult(unit: Unit): boolean {
  if (unit.letters >= realLength) return false;
  const lines = linesIn(unit);
  return (isOnMaking(lines) || expectsOnly(unit)) && !shownIn(unit, lines, false);
}

const expectsOnly = ({ records, tables }: Unit): boolean => records.length > 0 && tables.every(isPlanned);

function isOnMaking(lines: readonly Line[]): boolean {
  const prose = lines.filter(({ kind }) => kind !== 'heading');
  return (
    prose.some(({ text }) => making.test(text)) &&
    prose.every(({ kind, text }) => kind !== 'row' && (making.test(text) || !tellsAnything(text)))
  );
}
/** Over the match form. */
const making = new RegExp(
  [
    '(?:รายงาน|เอกสาร|เล่ม|ฉบับ)(?:ฉบับ|เล่ม)?นี้(?:ได้)?(?:จัดทำ|เรียบเรียง|เป็นส่วนหนึ่ง)',
    'ขอ(?:ขอบคุณ|ขอบพระคุณ)|หวัง(?:เป็นอย่างยิ่ง)?ว่า',
    '(?:ส่ง|แจก|เวียน)(?:แบบ|หนังสือ)|(?:ได้)?รับ(?:แบบ|เอกสาร)?(?:กลับ)?คืน',
    '(?:ประเมินผล|ติดตาม|จัดทำรายงาน|จัดทำเล่ม|รวบรวม)[^\\n]{0,80}?(?:แล้ว)?เสร็จ(?:สิ้น|เรียบร้อย)?\\s*(?:เมื่อ|ใน|วันที่|และ|แล้ว|$)',
    '(?:นำ)?เสนอ(?:ต่อ)?(?:นาย|สภา|ผู้|ที่ประชุม|คณะ|หัวหน้า|อธิบดี|อธิการ|จังหวัด|อำเภอ)[^\\n]{0,60}?(?:ทราบ|ลงนาม|เห็นชอบ|พิจารณา)',
    'ผู้ประเมิน[^\\n]{0,40}?(?:ร่วม|อ่าน|ตรวจ)',
  ].join('|'),
  'u',
);

/** Its columns say what is to be done, how and when, and none what came of it. */
const isPlanned = ({ columns, records, untold = false }: Unit['tables'][number]): boolean =>
  records.length === 0 ||
  ((columns.has('target') || untold) &&
    ![...columns].some((id) => outcome.has(id) || id === 'spent' || id === 'spent-percent'));

/** It only says that something is made known or put in force, and under which law; what that is stands in an annex. */
export const announcesOnly = (unit: Unit): boolean =>
  unit.letters < realLength &&
  unit.records.length < 2 &&
  unit.segments.some(({ segment }) => inForce.test(norm(segment.text).text));
/** Over the match form. */
const inForce = /จึง(?:ขอ)?ประกาศ(?:ใช้|ให้|มา)|ประกาศ\s*ณ\s*วันที่/u;

/** A letter or memo that sends on what stands elsewhere (รายละเอียดตามรูปเล่มที่แนบ), and tells nothing of it. */
export function sendsOnly(unit: Unit): boolean {
  if (unit.letters >= realLength || unit.records.length > 0) return false;
  const lines = linesIn(unit);
  const head = lines.slice(0, linesOfLetterhead);
  if (
    !head.some(({ text }) => ofMemo.test(text)) &&
    !ofLetter.every((part) => head.some(({ text }) => part.test(text)))
  )
    return false;
  return lines.some(({ text }) => enclosed.test(text)) && !shownIn(unit, lines, false);
}
const linesOfLetterhead = 8;
/** Over the match form, as the next. */
const ofMemo = /^[^\p{L}]*บันทึกข้อความ/u;
const ofLetter = [/^[^\p{L}]*เรื่อง/u, /^[^\p{L}]*เรียน/u];

/** The title's own words, and whether they name a way of following up rather than what came of it. */
function named({ own }: Unit): { title: string; method: boolean } {
  if (own === undefined) return { title: '', method: false };
  const hits = [...own.classes.values()].filter(({ to }) => to > 0);
  if (hits.length === 0) return { title: '', method: false };
  const from = Math.min(...hits.map((hit) => hit.from));
  const start = Math.max(own.text.lastIndexOf('\n', from - 1), own.text.lastIndexOf('|', from - 1)) + 1;
  const end = own.text.indexOf('\n', from);
  const line = norm(own.text.slice(start, end < 0 ? undefined : end)).text;
  const before = norm(own.text.slice(start, from)).text;
  return { title: line, method: methods.test(before) && !/รายงานผล|สรุปผล|ผลการ/u.test(line) };
}

function shownIn(unit: Unit, lines: readonly Line[], method: boolean): boolean {
  if (unit.told > 0 || achieves(unit)) return true;
  const telling = unit.records.filter(({ fields }) => [...outcome].some((id) => fields.has(id)));
  // A single word of state may be part of an indicator's name (ร้อยละความสำเร็จ…).
  if (telling.length >= 2) return true;
  if (unit.tables.some(({ cells }) => cells.some(({ column, text }) => outcome.has(column) && text.trim().length > 1)))
    return true;
  if (unit.segments.filter(({ segment }) => ticked.test(segment.text)).length >= fewestTicked) return true;
  const spoken = lines.filter(({ kind, text }) => kind !== 'heading' && !(kind === 'row' && isSpan(text)));
  if (spoken.some(({ text }) => found.test(text.replace(aimed, '')) && !aims.test(text))) return true;
  if (!method && spoken.filter(({ text }) => figure.test(text)).length >= fewestFigures) return true;
  return adviceIn(unit) !== undefined;
}

const aboutReporting = (text: string): boolean =>
  announces.test(text) ||
  intends.test(text) ||
  explains.test(text) ||
  enclosed.test(text) ||
  (day.test(text) && meets.test(text));

const outcome: ReadonlySet<ColumnId> = new Set(['result', 'progress', 'spent', 'problems', 'recommendations']);

/** Pieces of work ticked off, with a word on each. */
const fewestTicked = 3;
const ticked = /^\s*[☑☒✓✔✅]\s*[\p{L}\p{M}]{4}.*\s[—–-]\s*\p{L}/u;

/** Lines of a dashboard or card that hold a figure and little else. */
const fewestFigures = 3;

/** Over the match form, as all that follow. With what it counts or of what: a bare number is a page's or a chapter's. */
const figure =
  /^(?:\d{1,2}[.)]\s*(?!\d))?[^\d]{0,30}\d[\d,]*(?:\.\d+[^\d]{0,12}$|\s*(?:%|\/\s*\d|[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e])[^\d]{0,12}\d*$)/u;

/** Ways of doing it. */
const methods = /แนวทาง|กรอบ|วิธี(?:การ)?|หลักเกณฑ์|ขั้นตอน|ระเบียบ|คู่มือ|ปฏิทิน|แบบฟอร์ม/u;

/** Following up as something done, not the report on it. */
const activity =
  /^[\s\d.:•*–—-]*(?:อัลบั้ม(?:ภาพ)?|ภาพ|ข่าว|กิจกรรม)?["“']?(?:การ|ประชุม|ลงพื้นที่|ออก)*(?:กำกับ)?(?:ติดตาม|ประเมินผล|นิเทศ)/u;

/** What is measured, in whose name following up is mentioned. */
const indicator = /^[\s\d.:•*–—-]*(?:ชื่อ)?(?:ตัวชี้วัด|โครงการ|กิจกรรม)(?!ที่|ตาม|ใน)[^:]{10}/u;

const preface =
  /คำ\s*นำ|^คานา|สารบัญ|รายงานฉบับนี้|ฉบับนี้(?:ได้)?จัดทำ|preface|table of contents|executive summary|บทสรุปผู้บริหาร/iu;

/** What is going to be done, or has to be. */
const intends =
  /จะ(?:ได้)?(?:ดำเนินการ|ทำการ|จัดทำ)?(?:กำกับ)?(?:ติดตาม|ประเมินผล|รายงาน)|กำหนดให้(?:มี)?(?:การ)?(?:ติดตาม|ประเมิน|รายงาน)|(?:มี)?หน้าที่(?:ในการ)?(?:ติดตาม|ประเมิน|รายงาน)/u;

/**
 * That results are still to come: who will gather or sum them up, when they will be published, what is to be delivered. A round's
 * report may say so of the next one, and tells its own.
 */
const foretold = new RegExp(
  [
    // Not when it is (จะแล้วเสร็จ), but when it is told.
    '(?:ผล|ข้อมูล|รายงาน|รายละเอียด|ปัญหา|ข้อเสนอแนะ|ความก้าวหน้า|ความคืบหน้า)[^\\n]{0,60}?จะ(?:ได้|มีการ)?(?:ทยอย)?(?:นำ(?:ขึ้น|ลง|เสนอ)|เผยแพร่|รายงาน(?:ให้|ผล|ต่อ|ใน|ภายใน|เมื่อ)|แจ้ง(?:ให้|ผล|ใน)|ประกาศ|สรุป(?:ให้|ผล|เป็น|ใน)|ลง(?:ใน|ให้|ไว้)|ปรากฏ)',
    'จะ(?:ได้|ดำเนินการ|ทำการ)?(?:สรุป|ประมวล|รวบรวม|เก็บรวบรวม|เก็บ|วิเคราะห์|วัด|เผยแพร่|นำเสนอ|แจ้ง)(?:ผล|ข้อมูล|ความสำเร็จ|ปัญหา)',
    '(?:กำลัง|อยู่(?:ใน)?ระหว่าง|รอ)(?:การ|ดำเนินการ)*(?:เก็บ)?(?:รวบรวม|สรุป|ประมวล|วิเคราะห์|ประเมิน|จัดทำ|เก็บ)(?:ผล|ข้อมูล|รายงาน|สรุปผล)',
    'ผล(?:ผลิต|งาน|ลัพธ์|สัมฤทธิ์|การดำเนินงาน|การประเมิน)?(?:ที่)?(?:คาดว่า)?จะ(?:ได้รับ|ได้|เกิด|ส่งมอบ|ทราบ)',
    '(?:results?|findings?|report) (?:will|are to) be|(?:will|to) be (?:published|reported|announced|measured)',
  ].join('|'),
  'u',
);

/** A letter over the report, which is enclosed (and may be published elsewhere, or not). */
const enclosed =
  /ตาม(?:เอกสาร|สิ่ง|รายงาน|ไฟล์|รูปเล่ม|เล่ม|ฉบับ)?ที่(?:ได้)?(?:แนบ|ส่งมา)|(?:เอกสาร|สิ่งที่ส่งมา)(?:แนบท้าย|ด้วย|พร้อมนี้)|ดังแนบ|(?:จัด)?เก็บ(?:รักษา)?(?:รูป)?(?:เล่ม|รายงาน|ฉบับ|เอกสาร)?(?:สมบูรณ์|จริง)?ไว้(?:ที่|ณ|ใน)?(?:ห้อง|ศูนย์|งาน|กลุ่ม|ฝ่าย|สำนัก|กอง|ตู้)|จึง(?:ขอ)?เรียนมาเพื่อ/u;

/** That it is made known, and under which law: the results are in a file, or nowhere. */
const announces = /(?:จึง|ขอ)(?:ได้)?(?:ขอ)?ประกาศ(?:ผล|ราย|ให้|มา|การ|แผน|ใช้|เผยแพร่|$)|ประกาศ\s*ณ\s*วันที่/u;

/** What following up or evaluating is. */
const explains =
  /(?:การติดตาม|การประเมินผล?)[^\s]{0,60}?["”’]?(?:นั้น)?(?:เป็น|คือ|หมายถึง)(?:สิ่ง|กระบวนการ|เครื่องมือ|ขั้นตอน|การ|วิธี)|ผลที่ได้จากการ(?:ติดตาม|ประเมิน)[^\s]{0,10}จะ/u;

/** A day's news, and what people do in it. */
const day = /^(?:เมื่อ)?วัน(?:นี้|ที่\s*\d|(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)ที่\s*\d)|^ในวันที่\s*\d/u;
const meets =
  /ประชุม|ลงพื้นที่|ลงตรวจ|ออกตรวจ|ตรวจเยี่ยม|เข้าร่วม|เป็นประธาน|นำโดย|พร้อมด้วย|โดยมี|มอบหมาย|ร่วมกับ|ได้จัดทำ|จัดกิจกรรม|ต้อนรับ/u;

/** What came out: rates, grades, findings, money spent, how much was done. */
const found =
  /(?:ร้อยละ|คะแนน|ค่าเฉลี่ย|เฉลี่ย)[^\d\s]{0,12}\s*\d|\d\s*%|\d\s*(?:percent|per cent)|ระดับ(?:คุณภาพ)?(?:ดี|มาก|ปานกลาง|พอใช้|น้อย|ยอดเยี่ยม)|พบว่า|ผลปรากฏว่า|(?:เบิกจ่าย|ใช้จ่าย|ใช้เงิน|ใช้งบ)[^\d]{0,40}\d[\d,.]*\s*(?:ล้าน)?บาท|(?:เสร็จ|(?<!ความ)สำเร็จ|บรรลุ|ดำเนินการแล้ว|ดำเนินการได้|ปฏิบัติได้|ทำได้|อยู่ระหว่าง|ยังไม่)[^\d\n]{0,40}\d[\d,]*\s*(?:โครงการ|กิจกรรม|แผนงาน|ตัวชี้วัด|รายการ|ครั้ง|คน|ราย|แห่ง|หมู่บ้าน)|แล้วเสร็จ(?:ตาม|ทุก|ทั้งหมด|ครบ)|(?:บรรลุ|สูงกว่า|ต่ำกว่า)(?:ค่า)?เป้าหมาย/u;
/** Words for what was done, or a figure that is no year's, round's or item's number. */
const tellsAnything = (text: string): boolean => doneOrReached.test(text) || /\d/u.test(text.replace(numbers, ''));
const numbers =
  /(?:25|20)\d\d|(?:ไตรมาส|ครั้ง|รอบ|ข้อ|วัน|หน้า|ส่วน|งวด)(?:ที่)?\s*\d+(?:\/\d+)?|^[^\p{L}]*\d{1,3}[^\p{L}\d]*(?=$|\p{L})/gu;
/** Something was done, or came of it, in whatever words. */
const doneOrReached =
  /เสร็จ|สำเร็จ|บรรลุ|แล้ว(?!แต่)|ได้(?:ดำเนิน|จัด|รับ(?!มอบหมาย)|ผล|มี|ทำ|ร่วม|ให้|เข้า|สนับสนุน|ประชุม|ติดตาม|ตรวจ)|ทำให้|ส่งผล|สามารถ|เป็นไปตาม(?:แผน|เป้า|กำหนด)|ครบ|เพิ่มขึ้น|ลดลง|ดีขึ้น|ล่าช้า|พบ(?!ปะ|กับ)|ยังไม่|อยู่ระหว่าง|กำลัง|ยกเลิก|เลื่อน|done|complet|achiev|held|built|delay/u;
/** A figure that was set, or by which others are read (คะแนนเต็ม 5, 4.51-5.00 หมายถึง), beside what may have been found (ดีกว่าที่กำหนดไว้ร้อยละ 10). */
const aimed =
  /\d[\d.]*\s*-\s*\d[\d.]*\s*(?:หมายถึง|แปลว่า|คือ|=)|คะแนน\s*\(?เต็ม\s*\d[\d,.]*|(?:กำหนด|ตั้งเป้า|ตั้ง|วาง|ตั้งใจ)ไว้(?:ที่|ว่า)?(?:ร้อยละ|คะแนน)?\s*\d[\d,.]*/gu;
const aims = /ไม่(?:น้อย|ต่ำ)กว่า|เป้าหมาย:|ค่าเป้า|เกณฑ์การ/u;
