// Whether running text tells what was achieved: so much of the work done, standards graded. Pure.
import type { Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import type { Unit } from './unit.ts';

/**
 * A sentence counts what was achieved (ดำเนินการแล้ว 30 โครงการ คิดเป็นร้อยละ 46.88), be it what the title's own line goes on to
 * say; or it grades at least twice what was assessed (มาตรฐานที่ 1 … ระดับดีเลิศ), or sets it beside its aim (ได้ 11 แห่ง เป้า 10).
 */
export function achieves(unit: Unit): boolean {
  if (counts(restOfTitle(unit))) return true;
  const lines = unit.segments.filter(({ index, segment }) => !unit.linked.has(index) && segment.text.length <= 3000);
  const prose = lines.filter(({ segment }) => segment.kind !== 'heading');
  // On a board the figure itself is set as a heading.
  if (lines.some(({ segment }) => segment.kind === 'heading' && reachedOf.test(norm(segment.text).text))) return true;
  return prose.some(({ segment }) => counts(segment.text)) || grades(lines) >= 2 || compared(prose).length >= 2;
}

/** Lines, once for each time that they set what was reached beside what was aimed at. */
export function compared<T extends { readonly segment: Segment }>(lines: readonly T[]): T[] {
  return lines.flatMap((line) => {
    const { text } = norm(line.segment.text);
    if (line.segment.kind === 'row' || supposed.test(text)) return [];
    const times = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
    // The word for it may follow the two figures.
    const told = Math.max(times(besideAim) + times(sameCounted), times(besideMeant));
    return Array.from({ length: told }, () => line);
  });
}

/** Over the match form: more or less than was aimed at; so much, and the aim; the aim, and so much, with or without its word. */
const besideAim =
  /(?:เกิน|ถึง|ต่ำกว่า|พลาด|สูงกว่า|ครบตาม|ได้ตาม)(?:เป้า(?:หมาย)?|แผน(?!ที่|ก|ง))|\d[^\d\n]{0,16}?เป้า(?:หมาย)?(?:ที่ตั้งไว้)?\s*\d|ตั้ง(?:ไว้|เป้า)*[^\d\n]{0,12}\d[\d,.]*\s*[^\d\n]{0,8}?ได้(?:จริง)?\s*(?:ร้อยละ)?\s*\d|เป้า(?:หมาย)?[^\d\n]{0,24}\d[^\n]{0,40}?(?:ผล(?:ที่ได้|งาน|การดำเนินงาน|จริง)?|(?:ทำ|ดำเนินการ|ปฏิบัติ)ได้|ได้จริง)\s*:?\s*(?:ร้อยละ)?\s*\d/gu;
/** So much, which is more or less than what was meant to be (ยังไม่ถึง 85 ที่ตั้งไว้, ถือว่าเกินที่ตั้งใจ). */
const besideMeant =
  /\d[^\n]{0,60}?(?<!หาก|ให้|จะ|ต้อง)(?:ไม่ถึง|เกิน|ต่ำกว่า|สูงกว่า|มากกว่า|น้อยกว่า|ดีกว่า|พลาด(?:จาก)?|ขาดจาก|เกือบ(?:ถึง|ได้|ครบ)|ครบตาม|ได้ตาม|เท่ากับ)(?:จาก)?(?:(?:ร้อยละ)?\d[\d.,]*[ก-๎%]{0,8})?(?:ตาม)?ที่(?:เรา|ได้|เคย)?(?:ตั้ง|วาง|หวัง|คาด|สัญญา|มุ่ง|กำหนด|หมาย)(?!แต่|อยู่)/gu;
/** The same counted as it was meant to be and as it came out, whatever the word between (วางไว้ 900 เครื่อง ตรวจได้ 871 เครื่อง). */
const sameCounted =
  /(?:(?:ตั้ง(?:ใจ|เป้า)?|วาง|คาด|ขอ|หวัง|เขียน|กำหนด)(?:หมาย)?ไว้|(?<!ความ)ตั้งใจ|ตั้งเป้า|คาดหวัง)(?:(?:ว่า)?(?:จะ|ให้)[ก-ฮะ-์]{0,30}?)?(?:ที่)?\s*\d[\d,.]*\s*(?<what>(?!ล้าน|บาท|แสน|ปี|เดือน|วัน)[ก-ฮะ-์]{2,16})[^\d\n]{0,24}?(?<!จะ[ก-ฮะ-์]{0,12})(?:ได้(?!แก่|รับ)|แล้ว|จริง|ผ่าน|ครบ|เข้าร่วม|มา)(?:(?!ละ|ไม่น้อย|อย่างน้อย|ไตรมาส)[^\d\n]){0,24}?\d[\d,.]*\s*\k<what>/gu;
/** How it is to be rated, or what is to be done if. */
const supposed = /หาก|กรณี(?!ศึกษา)|ถ้า|เกณฑ์|ไม่(?:น้อย|ต่ำ)กว่า|ให้คะแนน/u;

/** What stands after the names in a title that is an ordinary line of a page. */
export function restOfTitle({ page, own, titleSegment }: Unit): string {
  const title = titleSegment === undefined ? undefined : page.text.segments[titleSegment];
  if (title === undefined || own === undefined || title.kind === 'heading' || title.text !== own.text) return '';
  return title.text.slice(Math.max(0, ...[...own.classes.values()].map(({ to }) => to)));
}

/** One line counts what was done of what was planned, or rates it. */
export function counts(line: string): boolean {
  const { text } = norm(line);
  if (
    [achieved, reachedOf, ofAll, doneOf, shareDone, stages, bare, tally, reached].some((pattern) => pattern.test(text))
  )
    return true;
  return rate.test(text) && !/ไม่(?:น้อย|ต่ำ)กว่า|ขึ้นไป|ค่าเป้า|เป้าหมาย[:=]/u.test(text);
}

const grades = (lines: readonly { readonly segment: Segment }[]): number =>
  lines.filter(({ segment }) => {
    const { text } = norm(segment.text);
    return graded.test(text) && !/เป้าหมาย|เกณฑ์การ|คำอธิบาย/u.test(text);
  }).length;

/** Over the match form. Of which work, in whatever unit (ดำเนินการแล้ว 8 จาก 12 ครั้ง). */
const ofAll =
  /(?:(?:ดำเนินการ|ปฏิบัติ|จัด|ทำ|ออก)(?:งาน|กิจกรรม)?(?:ได้|ไป)|แล้ว(?:เสร็จ)?)\s*\d[\d,]*\s*(?:[\u0e00-\u0e7f]{1,12}\s*)?จาก(?:ทั้งหมด|เป้าหมาย|แผน)?\s*\d/u;

const achieved =
  /(?:บรรลุ|ผ่าน|แล้วเสร็จ|(?:ปฏิบัติ|ดำเนินการ|ก่อสร้าง|ทำ|จัด)เสร็จ(?:สิ้น|เรียบร้อย)?|สำเร็จ|ดำเนินการ(?:แล้ว|ได้|ครบ)?|ดำเนินงาน(?:แล้ว|ได้)?|(?:นำไป)?ปฏิบัติ(?:แล้ว|ได้)?|ทำ(?:แล้ว|ได้))(?:ตาม)?(?:เป้า(?:หมาย)?|เกณฑ์|แผน|วัตถุประสงค์)?(?:แล้ว|จำนวน|ได้)?\s*\d+\s*(?:โครงการ|กิจกรรม|ตัว|แผนงาน|รายการ|ข้อ)[\s\S]{0,80}?(?:ร้อยละ|%|เป้าหมาย|จาก(?:ทั้งหมด)?\s*\d)/u;

/** So many of so many (บรรลุ 21 จาก 24 ตัวชี้วัด). */
const reachedOf =
  /(?:บรรลุ|ผ่าน|แล้วเสร็จ|สำเร็จ)(?:ตาม)?(?:เป้า(?:หมาย)?|เกณฑ์|แผน)?(?:แล้ว)?\s*\d{1,3}\s*(?:โครงการ|กิจกรรม|ตัวชี้วัด|ตัว|ข้อ)?\s*จาก(?:ทั้งหมด)?\s*\d{1,3}\s*(?:โครงการ|กิจกรรม|ตัวชี้วัด|ตัว|ข้อ|แผนงาน)/u;

/** So many, and how many of them were reached (ตัวชี้วัดหลัก 14 ตัว บรรลุ 11); no day on which that is due. */
const reached =
  /(?<![\d/.])\d{1,3}\s*(?:โครงการ|กิจกรรม|ตัวชี้วัด|ตัว|แผนงาน)\s*(?:ทำ|จัด|ดำเนินการ|ปฏิบัติ)?(?:สำเร็จ|บรรลุ|แล้วเสร็จ|เสร็จ|ผ่าน|ถึง)(?:แล้ว|ตาม)?(?:เป้า(?:หมาย)?|เกณฑ์|แผน)?(?:แล้ว)?\s*\d{1,3}(?![\d/.]|\s*(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรก[ฎฏ]า|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|เดือน|วัน|ปี|เมษ))/u;

/** The whole before what was done of it (จาก 6 โครงการ แล้วเสร็จ 5 โครงการ). */
const doneOf =
  /จาก(?:ทั้งหมด|ทั้งสิ้น)?\s*\d+\s*(?:โครงการ|กิจกรรม|ตัวชี้วัด|ตัว|แผนงาน|รายการ|ข้อ)[\s\S]{0,30}?(?:แล้วเสร็จ|บรรลุ|ผ่าน|สำเร็จ|ดำเนินการ(?:แล้ว|ได้))(?:ตาม)?(?:เป้าหมาย|เกณฑ์|แผน|ตัวชี้วัด)?(?:แล้ว|จำนวน)?\s*\d/u;

/** So many, of which a share in words was done (120 โครงการ ทำแล้วกว่าครึ่ง). */
const shareDone =
  /\d\s*(?:โครงการ|กิจกรรม|แผนงาน)[^\d\n]{0,40}?(?:ทำ|ดำเนินการ|ปฏิบัติ|เสร็จ)(?:แล้ว)?(?:เสร็จ)?(?:ไป)?(?:กว่า|เกือบ|ราว|มากกว่า|เกิน)?(?:ครึ่ง|ทั้งหมด|ทุกโครงการ|ครบทุก)/u;

/** How many came so far as to be contracted or paid for, and what share that is (ลงนามสัญญา 40 โครงการ … คิดเป็นร้อยละ 80). */
const stages =
  /(?:ผูกพัน|ลงนาม(?:ใน)?สัญญา|ทำสัญญา|เบิกจ่าย(?:แล้ว|ได้)?)(?:แล้ว|จำนวน)?\s*\d[\d,]*\s*(?:โครงการ|กิจกรรม|รายการ)[\s\S]{0,80}?(?:ร้อยละ|%)\s*\d/u;

/** Counted without the word after each number (โครงการที่ตั้งงบ 50 เสร็จ 40 (80 %)). */
const bare =
  /(?:โครงการ|กิจกรรม|แผนงาน)[^\d\n]{0,40}\d[\d,]*[^\d\n]{0,30}เสร็จ(?:แล้ว|สิ้น|เรียบร้อย)*\s*\d[\d,]*\s*\(\s*(?:ร้อยละ)?\s*\d[\d.]*\s*%?\s*\)/u;

/** Told off by how far they have come (มี 23 โครงการ ปิดได้ 19 ไม่ได้ทำ 2 ค้าง 2). */
const stage =
  '(?:แล้ว)?เสร็จ|ปิด(?:งาน)?|จบ|สำเร็จ|ลงมือ|ดำเนินการ|ทำ|กำลัง|อยู่ระหว่าง|ค้าง|ยกเลิก|ไม่(?:ได้)?(?:ทำ|เริ่ม|ดำเนิน)|ยังไม่|ยกไป|เลื่อน';
const tally = new RegExp(
  `\\d\\s*(?:โครงการ|กิจกรรม|รายการ|เรื่อง|งาน)[^\\d\\n]{0,16}?(?:${stage})[^\\d\\n]{0,12}\\d+\\s*(?:โครงการ|กิจกรรม|รายการ|เรื่อง|งาน)?[^\\d\\n]{0,16}?(?:${stage})[^\\d\\n]{0,14}\\d`,
  'u',
);

/** What share of the aims was reached (บรรลุเป้าหมายร้อยละ 92). */
const rate = /(?:บรรลุ|ผ่าน|สำเร็จ)(?:ตาม)?(?:เป้าหมาย|เกณฑ์|แผน|วัตถุประสงค์)?(?:ของโครงการ)?(?:คิดเป็น|เฉลี่ย)?(?:ร้อยละ|%)\s*\d/u;

/** A standard or indicator, and the grade that it was given. */
const graded =
  /(?:มาตรฐาน|ตัวบ่งชี้|ตัวชี้วัด|องค์ประกอบ|ประเด็น|ด้าน)(?:การประเมิน|คุณภาพ)?(?:ที่)?\s*\d[\s\S]{0,160}?(?:ระดับ|คุณภาพ)(?:คุณภาพ)?\s*[:"']?\s*(?:ดีเลิศ|ยอดเยี่ยม|ดีเยี่ยม|ดี|ปานกลาง|พอใช้|กำลังพัฒนา|(?:ควร|ต้อง)?ปรับปรุง)/u;
