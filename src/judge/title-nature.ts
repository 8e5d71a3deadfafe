// What a title's own words say it is instead of the report or plan it speaks of: news of a meeting or visit, an album of
// pictures, an empty form, one person's report; and the plan whose results are told beside its name. Pure.
import { type ClassHit, norm } from './lexicon.ts';
import { quotedProject } from './named-project.ts';
import { reports } from './title-composed.ts';

interface Hit {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Classes that the title only speaks of: it is news, a form or one person's, or tells the results of the plan it names. */
export function somethingElse(classes: ReadonlyMap<string, ClassHit>, text: string): string[] {
  const hits = [...classes.values()];
  const ofReport = (id: string): boolean => reports.has(id) || id === 'lao-evaluation' || id === 'self-assessment';
  const told = hits.filter(({ id, grade }) => ofReport(id) && grade !== 'weak');
  return hits
    .filter((hit) => {
      if (hit.id === 'annual-plan') return isReportedOn(text, hit, told);
      if (orders.has(hit.id) && isRepealed(text, hit)) return true;
      if (hit.id === 'monitoring-mechanism') return isDeedOf(text, hit);
      if (!ofReport(hit.id)) return false;
      return (
        isCommittees(text, hit) ||
        isNews(text, hit) ||
        isOnePersons(text, hit) ||
        (reports.has(hit.id) && isEmptyForm(text, hit))
      );
    })
    .map(({ id }) => id);
}

/** Over the match form, before the name in its line. Who has somebody as its head (มี…เป็นประธาน) is described, not reported on. */
const event =
  /(?:ประชุม|สัมมนา|ลงพื้นที่|ออกตรวจ|ลงตรวจ|ตรวจเยี่ยม|เยี่ยมชม|ศึกษาดูงาน|(?<!มี.{0,60})เป็นประธาน|ต้อนรับ|พร้อมด้วย|พร้อมคณะ|ร่วมเป็นเกียรติ|\bmeeting\b)/u;
const album = /อัลบั้ม|อัลบัม|ประมวลภาพ|ภาพ(?:กิจกรรม|ข่าว|ถ่าย|บรรยากาศ|การ)|รูปภาพ|คลังภาพ|\bphotos?\b/u;
/** What is read or shown at a meeting is the thing itself. */
const papers = /เอกสาร|รายงาน|สรุปผล|ผลการ|นำเสนอ|มติ|papers?|report/u;
/** Someone does something, told after the name. */
const deed = /^[^|\n]{0,60}?(?:ลงพื้นที่|จัดประชุม|ประชุมติดตาม|ออกตรวจ|ตรวจเยี่ยม|เยี่ยมชม|เข้าพบ|ให้การต้อนรับ)/u;

/** What is done again and again is how it is done, not news. */
const recurs = /ทุก|ปีละ|เดือนละ|ไตรมาสละ|เป็นประจำ/u;

/** The name in its line is that of what a meeting, a visit or pictures are about. */
function isNews(text: string, hit: Hit): boolean {
  const { from, before } = lineOf(text, hit);
  if (album.test(before)) return true;
  return (event.test(before) && !papers.test(before)) || hasDeed(text, hit, from);
}

/** Those whom the name speaks of (คณะกรรมการติดตาม…) go somewhere, meet or open something. */
function isDeedOf(text: string, hit: Hit): boolean {
  const { from, before } = lineOf(text, hit);
  return album.test(before) || hasDeed(text, hit, from);
}

/** Over the match form, up to a name: those who follow or evaluate, in whose own name it stands (คณะกรรมการเร่งรัด ติดตาม และ…). */
const those = /(?:กรรมการ|คณะทำงาน)(?:เร่งรัด|กำกับ|ดูแล|ติดตาม|ขับเคลื่อน|อำนวยการ|บริหาร|และ|การ|,|\s)*$/u;

/** Publications that are put in force by an order, and out of it by another. */
const orders: ReadonlySet<string> = new Set(['monitoring-mechanism', 'disclosure-order']);

/** The paper does away with it (ยกเลิกคณะทำงานติดตาม…), and puts nothing in its place. */
const isRepealed = (text: string, { from, to }: Hit): boolean =>
  text.includes('ยกเลิก') &&
  repeals.test(norm(text.slice(Math.max(0, from - nearRepeal), to)).text) &&
  !replaces.test(norm(text).text);
/** Letters before the name. */
const nearRepeal = 40;
/** Over the match form, as the next. */
const repeals = /ยกเลิก(?:การ)?(?:ค[ำา]สั่ง|ประกาศ|แต่งตั้ง|คณะ|มาตรการ|แนวทาง|ระบบ|กลไก|หลักเกณฑ์)/u;
const replaces = /(?:และ|พร้อม|แล้ว|เพื่อ)(?:ให้)?(?:แต่งตั้ง|กำหนด|มอบหมาย|ใช้|ปรับปรุง)/u;

/** What the name says is done is what a committee is there for, and nothing of what came of it. */
function isCommittees(text: string, hit: Hit): boolean {
  if (papers.test(norm(text.slice(hit.from, hit.to)).text)) return false;
  return those.test(norm(text.slice(lineAt(text, hit.from).from, hit.from)).text);
}

/**
 * Hits of reports whose line goes on to name the one project that they are on, in quotes (รายงานผลการดำเนินโครงการ "…") or right after
 * what was spent (ผลการเบิกจ่ายโครงการคืนคนดีสู่สังคม): the title alone does not say that they tell of the plan's work.
 */
export function onOneProject(classes: ReadonlyMap<string, ClassHit>, text: string): ClassHit[] {
  if (classes.has('annual-plan') || classes.has('lao-evaluation')) return [];
  return [...classes.values()].filter(({ id, from, to }) => {
    if (!reports.has(id)) return false;
    if (id === 'budget-report' && moneyOfOne.test(norm(text.slice(to, to + 40)).text)) return true;
    const named = quotedProject(text.slice(from, lineAt(text, from).to));
    return named !== undefined && text.indexOf(named.slice(0, 4), to) - to <= nearQuote;
  });
}

/** Over the match form, after a name that ends in spending: one project by its name, and not those of the plan, of a year or of a place. */
const moneyOfOne =
  /^\s*โครงการ(?!ตาม|ใน|ของ|ที่|ทั้ง|ทุก|ประจำ|และ|หรือ|ปี|งบ|เงิน|แต่ละ|สำคัญ|ภายใต้|ลงทุน|ราย|ต่าง|จังหวัด|กลุ่มจังหวัด|พัฒนาจังหวัด|พัฒนากลุ่ม)[ก-ฮเ-ไ][ก-๎]{7}/u;

/** Letters between a report's name and the quotes. */
const nearQuote = 40;

function hasDeed(text: string, { from, to }: Hit, start: number): boolean {
  const end = lineAt(text, from).to;
  if (end - start > longestTitle || papers.test(norm(text.slice(from, to)).text)) return false;
  const after = norm(text.slice(to, end)).text;
  return deed.test(after) && !recurs.test(after);
}

function lineOf(text: string, { from }: Hit): { readonly from: number; readonly before: string } {
  const line = lineAt(text, from);
  return { from: line.from, before: line.to - line.from > longestTitle ? '' : norm(text.slice(line.from, from)).text };
}

/** แบบ and words for reporting right before the name, or in it. */
const formBefore = /แบบ(?:ฟอร์ม)?(?:การ|สรุป|รายงาน|บันทึก|ติดตาม|กรอก|จัดเก็บ|ข้อมูล|ผล)*$/u;
const form = /^แบบ(?:ฟอร์ม)?(?:การ|สรุป|รายงาน|บันทึก|ติดตาม|ผล)/u;
const period = /\d{2}|ไตรมาส|รอบ|เดือน|ครึ่งปี|ภาคเรียน/u;

/** A form for the report: it says of no year and no round whose it is, so nobody has filled it in. */
function isEmptyForm(text: string, { from, to }: Hit): boolean {
  const before = norm(text.slice(lineAt(text, from).from, from)).text;
  if (!formBefore.test(before) && !form.test(norm(text.slice(from, to)).text)) return false;
  // Numbers before it are an item's.
  return !period.test(norm(text.slice(from)).text);
}

/** Of one person: รายบุคคล, ของนาย… (not the mayor, นายก, nor the district head; a name in brackets is an office's holder). */
const person =
  /รายบุคคล|ของ(?:นาย(?!ก(?:เทศ|รัฐ|องค์|อบ|เมือง|สมาคม|\s|$)|อำเภอ|ทะเบียน|แพทย์|ช่าง|จ้าง|ด่าน|ตรวจ|ายอาม)|นางสาว|น\.ส\.|นาง(?!รอง|แล|เลิ้ง)|ว่าที่ร้อย|ข้าพเจ้า)/u;

function isOnePersons(text: string, { from, to }: Hit): boolean {
  const line = lineAt(text, from);
  if (line.to - line.from > longestTitle) return false;
  return person.test(norm(text.slice(from, Math.max(to, line.to))).text);
}

/** Longer lines are running text. */
const longestTitle = 240;

/** A report's name and then, after no more than a space, the plan's: what is reported on. */
function isReportedOn(text: string, plan: Hit, reports: readonly Hit[]): boolean {
  return reports.some(({ from, to }) => {
    if (to > plan.from || lineAt(text, from).from !== lineAt(text, plan.from).from) return false;
    const name = norm(text.slice(from, to)).text;
    return /^\s+$/u.test(text.slice(to, plan.from)) && /^(?:รายงาน|สรุป|ผล)/u.test(name) && !/\d{4}/.test(name);
  });
}

function lineAt(text: string, at: number): { readonly from: number; readonly to: number } {
  const from = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('|', at - 1)) + 1;
  const ends = [text.indexOf('\n', at), text.indexOf('|', at)].filter((end) => end >= 0);
  return { from, to: ends.length > 0 ? Math.min(...ends) : text.length };
}
