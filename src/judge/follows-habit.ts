// The mechanism told as a habit: who tells whom, again and again, how far each piece of the year's work has come, and what follows if
// one is late (ทุกศุกร์หัวหน้าเรือนเขียนว่าทำอะไร ติดอะไร ใช้เงินเท่าไร; ใบไหนช้า ผอ. เรียกคุย). Pure.
import { fullMonthSource } from '../text/thai-months.ts';
import { norm } from './lexicon.ts';
import type { PlanNames } from './plan-names.ts';
import { plainOf } from './told-line.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';
import { isMinutes } from './work-report-head.ts';

/** Lines that are read together, and letters of them. */
const [mostLines, longest] = [12, 1500];
/** From so many pieces of work on a page is about these. */
const fewestWorks = 3;

/** `plan`: what the office calls its plan. */
export function followsHabit(unit: Unit, plan: PlanNames): number | undefined {
  // What was said at one meeting is no habit.
  if (unit.lookalike !== undefined || isMinutes(unit)) return undefined;
  const lines = [
    ...linesOf(unit, mostLines).filter(
      ({ segment }) => segment.text.length <= longest && (segment.kind !== 'row' || isTurn(segment.text)),
    ),
    ...layoutCells(unit),
  ].filter(({ text }) => !advises.test(text) && !(putsOnWeb.test(text) && !howFar.test(text) && !checks.test(text)));
  // What needs no reading first.
  const told = lines.filter(
    ({ segment }, at) =>
      recurs.test(plainOf(segment.text)) &&
      tellsOrHears.test(plainOf(`${segment.text} ${lines[at + 1]?.segment.text ?? ''}`)),
  );
  if (told.length === 0) return undefined;
  const whole = plainOf([unit.page.text.title ?? '', ...lines.map(({ segment }) => segment.text)].join('\n'));
  if (ofOthers.test(whole)) return undefined;
  // One sentence may say it all.
  const ofWork = ofTheYear.test(norm(whole).text);
  const saying =
    unit.records.length >= fewestWorks || !ofWork
      ? undefined
      : told.find(({ segment }) => saysAll(plainOf(segment.text)));
  if (saying !== undefined) return saying.index;
  const asksBoth = howFar.test(whole) && howMuch.test(whole) && hears.test(whole);
  // Works that are done every month, in the plan itself or in a report on it, follow nothing.
  const tellsWorks = unit.classes.has('annual-plan') || unit.records.length >= fewestWorks;
  const ofPlan = !tellsWorks && lines.some(({ text }) => plan.names(text));
  const goesAfter = (ofPlan && checks.test(whole)) || (tells.test(whole) && hears.test(whole));
  if (!(asksBoth || (goesAfter && (ofPlan || ofWork)))) return undefined;
  const times = [...whole.matchAll(again)].map(([time]) => time);
  if (!follows.test(whole) && !appointed.test(whole) && new Set(times).size < 2) return undefined;
  return told[0]!.index;
}

/** When, who tells how far it is, and who hears of it; or who goes through the plan's projects one by one. */
const saysAll = (text: string): boolean =>
  recurs.test(text) &&
  hears.test(text) &&
  ((tells.test(text) && howFar.test(text) && heard.test(text)) || oneByOne.test(text));

/** A row of a roster: when, and who does what. */
const isTurn = (text: string): boolean => text.length <= 300 && recurs.test(plainOf(text));

/** Old pages lay out their text in a table: what stands in a cell of it beside the menu. */
function layoutCells({ segments, page }: Unit): Pick<Line, 'index' | 'segment' | 'text'>[] {
  return segments.flatMap(({ index, segment }) => {
    const long = segment.cells?.filter((cell) => cell.length >= shortestCell && cell.length <= longest) ?? [];
    if (long.length === 0) return [];
    const labels = page.text.links.filter((link) => link.segment === index).map(({ text }) => text);
    return long
      .filter((cell) => labels.filter((label) => cell.includes(label)).join('').length * 2 < cell.length)
      .map((text) => ({ index, segment: { ...segment, kind: 'paragraph' as const, text }, text: norm(text).text }));
  });
}
const shortestCell = 150;

const often = `ทุก(?: ?(?:วัน|คืน|เช้า|บ่าย|เย็น)(?:วัน)?)?(?:ที่ ?[\\d๐-๙]+|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|(?:ต้น|สิ้น|ปลาย)?(?:เดือน|ไตรมาส|สัปดาห์)|(?:สอง|สาม|หก| ?\\d+)? ?(?:เดือน|สัปดาห์))|(?:แรก|สุดท้าย|สิ้น|ต้น)(?:ของ)?(?:ทุก)?เดือน(?!มี|นี้|หน้า|${fullMonthSource})|(?:เดือน|สัปดาห์|ไตรมาส)ละ|ปีละ ?(?:สอง|สาม|สี่|[2-4]) ?(?:หน|ครั้ง|รอบ|เที่ยว)|(?:(?:สิ้น|เดือน) ?)?(?:${fullMonthSource})(?: |,|และ|กับ)+(?:เดือน|สิ้น)?(?:${fullMonthSource})`;
const recurs = new RegExp(`${often}|ส่ง(?:ความ)?(?:คืบ|ก้าว)หน้า|ตามวันนี้`, 'u');
const again = new RegExp(`${often}|\\d{1,2} ?(?:${fullMonthSource}) ?25\\d\\d`, 'gu');

const howFar = /ถึงไหน|อยู่(?:ที่|ตรง)?(?:ไหน|ขั้นไหน)|ไปกี่|เหลืออะไร|ทำอะไร(?:ไป)?(?:แล้ว|บ้าง)?|ติด(?:อะไร|ตรงไหน)|คืบหน้า|ก้าวหน้า/u;
const howMuch = /(?:ใช้|จ่าย|เบิก|ควัก)(?:เงิน|งบ)?(?:ไป)?(?:แล้ว)?เท่าไ/u;
/** Somebody tells of it. */
const tells =
  /(?:ดู|ตรวจ|เช็ก)ว่า[^\n]{0,60}?ทำ(?:จริง|ครบ|แล้ว|ถึง|หรือ)|(?:ส่ง|เขียน|จด|บอก|เล่า|รายงาน|กรอก|ลง(?=สมุด|กระดาน|ตาราง|แบบ|ใบ|ช่อง|การ์ด)|รวบรวม|นำ[ก-๎]{2,8}มาเปิด)[^\n]{0,60}?(?:ความ(?:คืบ|ก้าว)หน้า|ถึงไหน|ทำอะไร|สัญญา|งาน|การ์ด|เล่ม|แผน|บรรทัด)/u;
/** Somebody goes after it, piece by piece or in the plan itself. */
const checks =
  /(?:(?:ไล่|ตาม|คอย|เดิน|นั่ง|มา)(?:ถาม|ดู|ตรวจ|เก็บ|ทวง|เทียบ|อ่าน|เปิด|เช็[คก])|(?:ถาม|ตรวจ|ดู|เช็[คก]|ทวง)(?:ทุก|ทีละ|ทั้ง))|(?:บอก|แจ้ง|เล่า|ตอบ)[^\n]{0,40}?ว่า[^\n]{0,20}?(?:ไหน|เท่าไ|แล้วหรือ)/u;
/** The year's work, or the book of it, over the match form. */
const ofTheYear =
  /งาน(?:ใน|ตาม|ของ|ทั้ง)(?:เล่ม)?(?:แผน|ปี|เล่ม)|แผน(?:ของ)?(?:ปี|งานปี|ปฏิบัติ|ดำเนินงาน)|สัญญา\d+ข้อ|คำสัญญา|งานของปี|(?:ที่|ของ)[^\n]{0,16}?(?:บอก|รับปาก|สัญญา)(?:ไว้)?(?:ว่า)?จะทำ|เจ้าของ(?:งาน|การ์ด|รูป|ป้าย|โครงการ|เรื่อง|บรรทัด|แฟ้ม)|(?:เดิน|ไล่)(?:ตรวจ|ดู)(?:ป้าย|งาน|สมุด|เล่ม)|(?:สมุด|เล่ม|ป้าย|การ์ด|กระดาน)(?:งาน)/u;
/** Somebody hears or reads it. */
const hears =
  /ประชุม|โต๊ะ|คณะกรรมการ|อนุกรรมการ|กรรมการ|หัวหน้า|ผู้ว่า|อธิบดี|บอร์ด|นายก|ผอ\.|ผู้อำนวยการ|รอง|รวบรวม|สรุปส่ง|จังหวัดอ่าน|สภา|ปลัด|คณบดี|ประธาน|อ่าน(?:ทั้งหมด|ทุก|ทีละ|แล้ว)/u;
const heard =
  /(?:เข้า|ใน|นำ|เสนอ|อ่าน|เล่า|ก่อน|ให้)[^\n]{0,24}?(?:ที่)?ประชุม|วางบนโต๊ะ|(?:รวม|รวบรวม|สรุป)[^\n]{0,24}?(?:เข้า|เสนอ|ให้|ส่ง)/u;
const oneByOne =
  /(?:ไล่|ดู|ถาม|ตรวจ|เปิด|อ่าน)(?:ดู|ถาม|ตรวจ)?(?:กัน)?(?:ทีละ|ทุก)(?:โครงการ|งาน|ข้อ|เรื่อง|กิจกรรม|บรรทัด)[^\n]{0,20}?แผน(?!ก|ที่)|แผน(?!ก|ที่)[^\n]{0,40}?(?:ไล่|ดู|ถาม|ตรวจ|เปิด|อ่าน)(?:ดู|ถาม|ตรวจ)?(?:กัน)?ทีละ(?:โครงการ|งาน|ข้อ|เรื่อง|กิจกรรม|บรรทัด)/u;
const tellsOrHears = new RegExp([tells, checks, oneByOne, howFar, hears].map(({ source }) => source).join('|'), 'u');
/** What follows if a piece of work does not go on. */
const follows =
  /(?:ช้า|ติด|ไม่ขยับ|แดง|ค้าง|ไม่ถึง|ไม่เดิน|ไม่ส่ง)[^\n]{0,60}?(?:เรียก|พาไป|ไปหา|เดินไป|โทรหา|ขีด|กลับมา|ตัดสิน|แก้|ไม่เซ็น|ชี้แจง|ลงไปดู|อธิบาย|คุย|เร่ง|(?:เขียน|บอก|แจ้ง|ให้)เหตุ|(?:มา|เข้า|ให้)พบ|หยุดจ่าย)/u;
/** Whoever does it was appointed to. */
const appointed = /(?:คำสั่ง|แต่ง|ออกคำสั่ง)ตั้ง|คำสั่ง[^\n]{0,30}?ที่ ?\d{1,4} ?\/ ?25\d\d/u;
/** What should be done next year is no habit yet; nor does whoever keeps a website up to date follow the work. Over the match form, as the next. */
const advises = /(?:ปีหน้า|ปีต่อไป|คราวหน้า|ต่อไป)[^\n]{0,12}?(?:ควร|น่าจะ|จะ(?!ต้อง))|(?:จึง|เห็น)ควร(?!คร)/u;
const putsOnWeb = /(?:ขึ้น|ลง|บน|ใน|ผ่าน|ทาง|สู่)(?:หน้า)?เว[็]?[บป]/u;
/** What else is gone after again and again. */
const ofOthers =
  /ร้องเรียน|ร้องทุกข์|เผยแพร่(?:ข้อมูล|แผน|ต่อ|บน|ผ่าน)|แจ้งซ่อม|ผู้ป่วย(?:รายใหม่|สะสม)|เวรยาม|ทุจริต|ควบคุมภายใน|ความเสี่ยง|จัดซื้อจัดจ้าง|น้ำมันเชื้อเพลิง|เลื่อนเงินเดือน|สหกรณ์|ชมรม|การเรียน(?:การสอน)?ของนักเรียน|การบ้าน(?:นักเรียน|เด็ก)|ดูแลรักษา|ผู้พ้นโทษ|บำบัด|หลบหนี/u;
