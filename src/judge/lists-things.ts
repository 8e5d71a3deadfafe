// Tables whose rows are things and no work: the cars of an office and what each cost, what was bought for one event, the clubs of a school,
// who was given a grant, the months of a year. Money and states stand beside them as beside projects; by what the rows are called, and how
// their column is headed, they are none. Pure.
import { fullMonthSource, thaiMonthAbbreviations } from '../text/thai-months.ts';
import { isValue, lettersIn } from './cell-value.ts';
import { norm } from './lexicon.ts';
import { filledCells, type TableHead } from './table-head.ts';

type Rows = readonly (readonly string[])[];

/** Rows from which they tell what the table lists, and the share of all that is such a thing. */
const [fewest, most] = [3, 0.6];

export function listsThings(head: TableHead, rows: Rows): boolean {
  const headings = [...head.headings.values()].map((parts) => norm(parts.join(' ')).text);
  if (rows.length < fewest || headings.some((heading) => ofWork.test(heading))) return false;
  const at = firstWords(head, rows);
  if (at === undefined) return false;
  const names = filledCells(rows, at)
    .map((cell) => norm(cell).text.replace(/^[^\p{L}]+/u, ''))
    .filter((name) => name !== '' && !total.test(name));
  if (names.length < fewest) return false;
  const heading = norm((head.headings.get(at) ?? []).join(' ')).text;
  if (isMost(names, (name) => vehicle.test(name)) || isMost(names, (name) => purchased.test(name))) return true;
  if (isMost(names, (name) => month.test(name))) return !namesBeside(head, rows, at);
  if (names.some((name) => work.test(name))) return false;
  return (
    goods.test(heading) || persons.test(heading) || sharesNoun(heading, names) || bought(head, rows, at, names.length)
  );
}

/** All are called by the noun that heads them (ชมรม: ชมรมหมากล้อม …): a body or a place each, where the noun is neither for work nor of the office. */
function sharesNoun(heading: string, names: readonly string[]): boolean {
  let noun = names[0]!;
  for (const name of names) while (!name.startsWith(noun)) noun = noun.slice(0, -1);
  noun = noun.replace(/[^ก-๎]+$/u, '');
  return noun.length >= shortestNoun && heading.includes(noun) && !ofOffice.test(noun);
}
const shortestNoun = 3;

/** Texts as long as names stand in another column. */
const namesBeside = (head: TableHead, rows: Rows, months: number): boolean =>
  [...head.headings.keys()].some(
    (at) =>
      at !== months && filledCells(rows, at).filter((cell) => lettersIn(cell) >= longName).length * 2 > rows.length,
  );
const longName = 12;

/** The first column in which words stand. */
const firstWords = ({ headings }: TableHead, rows: Rows): number | undefined =>
  [...headings.keys()].sort((a, b) => a - b).find((at) => filledCells(rows, at).some((cell) => lettersIn(cell) > 1));

/** Of nearly every row a cell says that it was bought, hired or paid for. */
function bought(head: TableHead, rows: Rows, names: number, count: number): boolean {
  return [...head.headings.keys()].some((at) => {
    if (at === names) return false;
    const states = filledCells(rows, at)
      .filter((cell) => !isValue(cell))
      .map((cell) => norm(cell).text);
    return (
      states.some((state) => purchase.test(state)) &&
      states.filter((state) => purchase.test(state) || paid.test(state)).length >= count * most
    );
  });
}

const isMost = (names: readonly string[], is: (name: string) => boolean): boolean =>
  names.filter(is).length >= names.length * most;

/** Over the match form, as all that follow: a heading under which whatever stands is meant as work. */
const ofWork = /โครงการ|แผนงาน|ตัวชี้วัด|ภารกิจ|กลยุทธ์|ยุทธศาสตร์|ผลผลิต|เป้าหมาย|project|indicator/u;
/** Parts of the office, works of its hands, and what a plan is made of. */
const ofOffice =
  /^(?:กอง|กลุ่ม|ฝ่าย|งาน|สำนัก|ส่วน|แผนก|หน่วย|ศูนย์|คณะ|สาขา|ภาค|ด้าน|การ|กิจกรรม|แผน|มาตรการ|ข้อ|เรื่อง|ประเด็น|มาตรฐาน|หลักสูตร|ความ|ระบบ|ถนน|คลอง|สาย|ซอย|สะพาน|บ้าน|หมู่|ชุมชน|ตำบล|อำเภอ|จังหวัด|โรงเรียน|บริการ|ร้อยละ|จำนวน|ระดับ|พันธ|เป้า|ค่าย|ตลาด|ท่า|หาด|อ่าง|ฝาย)/u;
const goods = /^[^\p{L}]*(?:รายการ)?(?:ครุภัณฑ์|วัสดุ|พัสดุ|สิ่งของ|ยานพาหนะ|ทะเบียนรถ|เลขทะเบียน)/u;
/** People who were given, taught or treated something. */
const persons =
  /^[^\p{L}]*(?:ราย)?(?:ชื่อ|นาม)?[^\p{L}]*(?:ผู้(?:ที่)?(?:ได้รับ|รับ(?!ผิดชอบ|จ้าง|เหมา|ชอบ)|เข้า(?:ร่วม|รับ|อบรม|แข่ง)|สมัคร|กู้|ป่วย|พิการ|สูงอายุ|ยื่น|บริจาค|ชนะ|ปกครอง|เช่า|เรียน)|(?:ชื่อ)?[^\p{L}]*(?:นาม)?สกุล|(?:นัก)(?:เรียน|ศึกษา|กีฬา)(?=$|[^ก-๎]))/u;
const total = /^(?:รวม|ยอดรวม|total)/u;
/** By its sort, and then its plate or how many of them. */
const vehicle =
  /^(?:รถ(?!ไฟ|ร่วม)|เรือ(?!น|ง))[^\n]{0,60}?(?:ทะเบียน|[ก-ฮ]-?\d{1,4}(?:[^\p{L}]*$| ?[([])|\d(?:คัน|ลำ)(?![ก-๎]))/u;
/** What an office buys and hires to be run. */
const purchased =
  /^(?:จัด)?(?:ซื้อ|เช่า)(?!ขาย)|^(?:จัด)?จ้าง(?:เหมา)?(?:บริการ)?(?=ทำความสะอาด|รักษาความปลอดภัย|บุคคล|พนักงาน|คนงาน|ถ่ายเอกสาร|ดูแล|กำจัด|บำรุง|เช่า|ทำป้าย|พิมพ์)/u;
const month = new RegExp(
  `^(?:เดือน)?(?:${fullMonthSource}|(?:${thaiMonthAbbreviations.map((each) => each.replace(/\?$/u, '')).join('|')}))[ \\d.]*$`,
  'u',
);
/** What is done, or given to somebody. */
const work =
  /^(?:จัด(?!ซื้อ)|ก่อสร้าง|สร้าง|ปรับปรุง|ซ่อม|พัฒนา|ส่งเสริม|สนับสนุน|อุดหนุน|อบรม|ฝึก|ขุด|เจาะ|วาง|ติดตั้ง|ขยาย|รณรงค์|ป้องกัน|แก้|ตรวจ|สำรวจ|เยี่ยม|ช่วย|สงเคราะห์|เบี้ย|เงินอุดหนุน|บริการ|บริหาร|ประชุม|สัมมนา|แข่งขัน|ประกวด|ค่าย|งาน|โครงการ|กิจกรรม|การ|เพิ่ม|ลด|บำรุง|ฟื้นฟู|อนุรักษ์|ศึกษา|วิจัย|ถนน|สะพาน|อาคาร|ระบบ|ท่อ|ฝาย|คลอง)|โครงการ|กิจกรรม/u;
const purchase =
  /^(?:ได้)?(?:จัด|สั่ง)?(?:ซื้อ|เช่า|จัดหา)(?:มา)?(?:ของ)?(?:แล้ว|เรียบร้อย|ครบ)|^ตรวจรับ(?:ของ|พัสดุ)?(?:แล้ว|เรียบร้อย)|^(?:ได้)?(?:รับ|ส่ง)(?:มอบ)?ของ(?:แล้ว|เรียบร้อย|ครบ)/u;
const paid =
  /^ส่งมอบ(?:แล้ว|เรียบร้อย)|^(?:ได้)?(?:เบิก)?จ่าย(?:เงิน)?(?:ไป)?(?:แล้ว|เรียบร้อย|ครบ)|^(?:ยังไม่|รอ)(?:ได้)?(?:จ่าย|ซื้อ|ของ|ส่งของ)/u;
