// Papers under a right title that never speak of what the title names: a report on the plan without a word of plans, projects, aims or budgets, a
// committee for following the plan that is told of no plan, an order on publishing that publishes nothing. What else they are on need not
// be known for that. Pure.
import { norm } from './lexicon.ts';
import type { ProjectRecord } from './records.ts';
import { namedTo, titleLines } from './title.ts';
import type { Unit } from './unit.ts';
import { lettersAfterTitle } from './unit-content.ts';
import { linesOf } from './unit-lines.ts';

/** Letters from which a text would have come to speak of it. */
const fewestLetters = 120;

/** Over the match form: one of these stands in every paper that is what its title says. */
const plan =
  /แผน(?!ก|ที่|ผัง)|โครงการ|กิจกรรม|ยุทธศาสตร์|กลยุทธ์|ตัวชี้วัด|ตัวบ่งชี้|งบ|เบิก|เป้า|ภารกิจ|พันธกิจ|ประเด็น|บรรลุ|นโยบาย|ก้าวหน้า|คืบหน้า|เสร็จ|กำลัง(?:ทำ|ดำเนิน|จัด|สร้าง)|อยู่(?:ใน)?ระหว่าง|ล่าช้า|ช้ากว่า|เลื่อน(?!เงิน|ค่า|ขั้น|ตำแหน่ง|ระดับ)|ยกเลิก|ดำเนินการแล้ว|ตั้งใจ|ตั้งไว้|วางไว้|ปี(?:นี้|หน้า|ต่อไป|ถัดไป)|plan|project|activit|budget|target|kpi|programme|program\b/iu;
const topics: Readonly<Record<string, RegExp>> = {
  'result-report': plan,
  'monitoring-report': plan,
  'lao-evaluation': plan,
  'monitoring-mechanism': new RegExp(
    `${plan.source}|(?:ติดตาม|รายงาน|กำกับ|ทบทวน|ประเมิน|ไล่ดู|ตรวจ)(?:ผล|งาน|ความ|การ(?:ดำเนิน|ปฏิบัติ|ทำงาน|ใช้จ่าย))|ทุก|ไตรมาส|รอบ|ราย(?:เดือน|ปี)|(?<!ห้อง|เข้า)ประชุม`,
    'iu',
  ),
  'disclosure-order':
    /เผยแพร่|เว็บ|เวบ|เว็ป|ประชาสัมพันธ์|เปิดเผย|ข้อมูลข่าวสาร|โปร่งใส|ลงข้อมูล|สื่อ|โพสต์|ประกาศ(?:ผ่าน|ทาง|บน|ใน)|facebook|เฟซบุ๊ก|web|publish|online|ออนไลน์/iu,
};

const orders: ReadonlySet<string> = new Set(['monitoring-mechanism', 'disclosure-order']);

/** What was counted month by month, with the unit in brackets behind it (ผู้ป่วยนอก (ครั้ง)), and set against nothing. */
const isCount = ({ name, fields }: ProjectRecord): boolean =>
  countedIn.test(name) && [...fields.keys()].every((id) => id === 'project' || id === 'period' || id === 'progress');
const countedIn = /\((?:ครั้ง|ราย|คน|ร้อยละ|เรื่อง|คดี|ฉบับ|แห่ง|วัน|เตียง|หลัง|คัน|ตัว|ต้น|ตัน|ลิตร|หน่วย|%)\)\s*$/u;

/** Every class that the title names is one of these, and its text speaks of none of them. */
export function neverSpeaks(unit: Unit): boolean {
  // What was done, in figures alone, is progress of a kind by itself.
  const ids = [...unit.classes.keys()].filter((id) => id !== 'progress-page');
  if (ids.length === 0 || !ids.every((id) => id in topics) || !unit.records.every(isCount)) return false;
  // An order that is entitled so is one; a page's heading over another order is not.
  if (unit.page.text.media !== 'html' && ids.some((id) => orders.has(id))) return false;
  const title = titleLines(unit);
  // A title may be the beginning of a sentence that goes on.
  if (goesOn(unit)) return false;
  const texts = linesOf(unit)
    .filter(({ index, text }) => index !== unit.titleSegment && !title.has(text))
    .map(({ text }) => text);
  if (texts.reduce((sum, text) => sum + text.length, 0) < fewestLetters) return false;
  if (ids.some((id) => texts.some((text) => topics[id]!.test(text)))) return false;
  // What the rest of a page speaks of, its parts do.
  return unit.page.text.media !== 'html' || !ids.some((id) => spokenOn(unit, id, title));
}

function spokenOn({ page, titleSegment }: Unit, id: string, title: ReadonlySet<string>): boolean {
  return page.text.segments.some(({ kind, region, text }, index) => {
    if (kind === 'title' || region !== 'main' || index === titleSegment) return false;
    const form = norm(text).text;
    return !title.has(form) && topics[id]!.test(form);
  });
}

/** Results of a survey in a table in which nothing is filled in, as they are still to come. */
export function isUnfilledSurvey(unit: Unit): boolean {
  if (!unit.classes.has('survey-report') || unit.classes.has('survey-form')) return false;
  const rows = unit.segments.filter(({ segment }) => segment.kind === 'row' && segment.header !== true);
  const lines = linesOf(unit).filter(({ index }) => index !== unit.titleSegment);
  if (rows.length < fewestRows || !lines.some(({ text }) => toCome.test(text))) return false;
  return !lines.some(({ text }) => /\d/u.test(text.replace(year, '')));
}
const fewestRows = 2;
const toCome =
  /(?:อยู่)?ระหว่าง(?:การ)?(?:รวบรวม|จัดทำ|ประมวล|วิเคราะห์|สรุป|ดำเนิน|เก็บ)|รอ(?:ข้อมูล|ผล|การ|สรุป)|ยังไม่(?:ได้|มี|ครบ|แล้ว)/u;
const year = /(?<!\d)25\d\d(?!\d)/gu;

function goesOn({ own }: Unit): boolean {
  if (own === undefined) return false;
  const to = namedTo(own);
  const end = own.text.indexOf('\n', to);
  return lettersAfterTitle(end < 0 ? own.text : own.text.slice(0, end), to) > 0;
}
