// Reports that a title calls those of the year's work, and that are on something else by what stands under it: the scores of one course,
// the fuel of the cars, internal control, who was on leave. The first lines say what is reported on, and the heads of the tables what was
// counted; nothing in them names the plan. Pure.
import type { Segment } from '../model/document.ts';
import { norm } from './lexicon.ts';
import { type Matter, matters } from './other-matters.ts';
import { ownNameOf } from './own-name.ts';
import { saysAnother } from './says-another.ts';
import type { Survey } from './survey.ts';
import { namedTo, titleLines } from './title.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';

/** What a title may call such a report. */
const ofWork: ReadonlySet<string> = new Set([
  'result-report',
  'monitoring-report',
  'annual-report',
  'budget-report',
  'progress-page',
  'recommendation-list',
  'lessons-learned',
  'lao-evaluation',
  'project-list',
]);

/** Lines under the title that may say what it is on; letters from which the whole is on more than its first lines say. */
const [openingLines, manyMatters] = [3, 4000];
/** Columns of one head, and lines of measures, from which they are on it; works that are the agency's own. */
const [fewestColumns, fewestMeasured, fewestWorks] = [2, 2, 2];

/** A title or a label calls it that. */
export const claimsWork = ({ classes }: Unit): boolean =>
  [...classes.values()].some(({ id, grade }) => grade !== 'weak' && ofWork.has(id));

export function onOtherMatter(survey: Pick<Survey, 'agency' | 'lexicon'>, unit: Unit): boolean {
  const { agency } = survey;
  if (!claimsWork(unit) || unit.classes.has('annual-plan') || unit.letters > manyMatters) return false;
  // What a cover or a page's head repeats of the title says nothing of what is under it.
  const titled = titleLines(unit);
  if (unit.tables.some(({ things }) => things) && unit.records.length === 0 && unit.told === 0) return true;
  const lines = linesOf(unit).filter(({ index, text }) => index !== unit.titleSegment && !titled.has(text));
  if (lines.length === 0) return false;
  if (saysAnother(survey, unit, titled)) return true;
  const texts = lines.filter(({ segment }) => segment.kind !== 'row').map(({ text }) => text);
  const opening = [restOfTitle(unit), ...openingOf(lines)];
  const heads = lines
    .filter(({ segment }, at) => segment.header === true || beginsTable(segment, lines[at - 1]?.segment))
    .map(({ segment }) => segment.cells ?? []);
  // Whose the works are, by the head of their column.
  const headed = heads.flatMap((cells) => cells.map((cell) => norm(cell).text).filter((text) => whose.test(text)));
  const name = ownNameOf(agency);
  // The plan named as what is followed, wherever; a first line may name it only as the reason for what it goes on to say.
  const named = lines.some(({ text }) => ofPlan.test(text.replace(asReason, '')) && !says(text));
  const aimed = lines.some(({ text }) => /เป้า|ตัวชี้วัด|บรรลุ/u.test(text));
  const projects = heads.some((cells) => cells.some((cell) => ofProjects.test(norm(cell).text)));
  const works = unit.records.filter(({ name }) => ofProjects.test(norm(name).text)).length;
  return matters.some((matter) => {
    if (matter.field?.test(name) || (matter.unlessAimed && aimed)) return false;
    if ((projects || works >= fewestWorks) && matter.hasWorks === undefined) return false;
    const said = [...opening, ...headed].some((text) => saysOn(matter, text));
    const counted = matter.hasWorks === undefined && (counts(matter, heads) || measures(matter, texts));
    return named ? said && counted : said || counted;
  });
}

/** Lines before any table or list, and before what stands in the way of the work or is advised. */
function openingOf(lines: readonly Line[]): string[] {
  const end = lines.findIndex(
    ({ segment, text }) => segment.kind === 'row' || segment.kind === 'item' || bullet.test(text) || advises.test(text),
  );
  return (end < 0 ? lines : lines.slice(0, end))
    .map(({ text }) => text)
    .filter((text) => !ofPaper.test(text))
    .slice(0, openingLines);
}
/** A piece of work in a list of them. */
const bullet = /^\s*(?:[•●▪*✓✔☑–-]|\d{1,2}(?:[.)]|\.\d{1,2})\s*(?!\d))/u;
/** Over the match form, as the next. */
const advises = /^[^\p{L}]*(?:สรุป)?(?:ปัญหา|อุปสรรค|ข้อเสนอ|ข้อจำกัด|ข้อขัดข้อง|[ก-๎]{0,12}ติดขัด|ข้อสังเกต|แนวทาง)|ควร(?!คร)/u;
const whose = /^[^\p{L}]*(?:กิจกรรม|โครงการ|งาน|รายการ)ของ/u;
const ofProjects = /^[^\p{L}]*(?:ชื่อ|แผนงาน\s*\/?\s*|งาน\s*\/\s*)?(?:โครงการ|กิจกรรม)/u;

/** Of a page that marks no heads: the first row, without a figure. */
const beginsTable = ({ kind, cells = [] }: Segment, before: Segment | undefined): boolean =>
  kind === 'row' && before?.kind !== 'row' && !cells.some((cell) => /\d/.test(norm(cell).text));

function says(text: string): boolean {
  return matters.some((matter) => saysOn(matter, text));
}

/** Over the match form: what the line is a report on, after the words for reporting at its head, or where it says that it reports. */
function saysOn({ names }: Matter, text: string): boolean {
  for (const { index } of text.matchAll(begins)) {
    const rest = text.slice(index).replace(leads, '');
    if (names.test(rest)) return true;
  }
  return false;
}
const begins = /^|(?<=[ก-๎ ])ขอ(?=รายงาน|สรุป|แจ้ง|นำเสนอ)|(?<=\s)(?=(?:รายงาน|สรุป|ผลการ|หลักสูตร))/gu;
const leads =
  /^(?:[^\p{L}]|รายงาน|สรุป|สถิติ|ข้อมูล|จำนวน|ปริมาณ|ตาราง|บัญชี|แบบ|แสดง|แจ้ง|นำเสนอ|ขอ(?!บ|ง)|ความ(?:ก้าว|คืบ)หน้า|ผล(?:สัมฤทธิ์)?|การ|ของ|ด้าน|เรื่อง|และ|ที่ได้รับ|ปัญหา|อุปสรรค|ข้อเสนอแนะ|ข้อขัดข้อง|กำกับ|ติดตาม|ตรวจสอบ|ประเมิน|วัด|ดำเนิน(?:งาน|การ|โครงการ)|(?:ใช้|เบิก)จ่าย(?:เงิน|งบประมาณ)?|ณ\s*(?:วันที่|สิ้น(?:เดือน)?)\s*\d{1,2}\s*[ก-๎.]{2,12}?\s*\d{4}|ปฏิบัติตาม|จัด(?!ซื้อ|จ้าง|หา)|ใน|ต่อ|ระดับ|คะแนน|(?:กิจกรรม|โครงการ|งาน|รายการ)(?=ของ)|ร้อยละ|ณ|ปค\.?\s*[4-6]|ตามแผน(?:การ)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนินงาน)?(?:ประจำปี)?|ตาม(?:นโยบาย|มาตรการ|แนวทาง|โครงการ)|มาตรการ(?=ลด|ประหยัด|อนุรักษ์|ป้องกัน))+/u;

/** Over the match form: its number and day, to whom, where from. */
const ofPaper = /^[^\p{L}]*(?:ที่|วันที่|เรียน|ส่วนราชการ|คำสั่ง|ประกาศ|เผยแพร่|ปรับปรุง|ผู้|โดย|หน้า)[^\n]{0,60}$/u;

/** Over the match form: the plan, its projects as a whole, what is meant to be reached by it. */
const ofPlan =
  /แผน(?:การ)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนิน(?:งาน|การ)|พัฒนา(?:ท้องถิ่น|จังหวัด|อำเภอ))|(?:ใน|ตาม)แผน(?!ก|ที่|ผัง)|ยุทธศาสตร์ที่|ทุกโครงการ/u;
const asReason = /^[^\p{L}]*(?:ตามที่|เพื่อ(?:ให้)?|อ้างถึง|เนื่องจาก)[^\n]{0,120}?(?=ขอ(?:รายงาน|สรุป|แจ้ง)|จึง)/u;

/** What the title's own line goes on to say after the name and the year. */
function restOfTitle({ own }: Unit): string {
  if (own === undefined) return '';
  const line = own.text.slice(namedTo(own)).split('\n', 1)[0] ?? '';
  return norm(line).text.replace(
    /^(?:[^\p{L}]|ประจำ|ปี|งบประมาณ|การศึกษา|พ\.?ศ\.?|รอบ|เดือน|ไตรมาส(?:ที่)?|และ|ข้อเสนอแนะ|ปัญหา|อุปสรรค)+/u,
    '',
  );
}

const counts = ({ columns }: Matter, heads: readonly (readonly string[])[]): boolean =>
  columns !== undefined &&
  heads.some(
    (cells) =>
      new Set(cells.map((cell) => norm(cell).text.trim()).filter((text) => columns.test(text))).size >= fewestColumns,
  );

function measures({ measures: words }: Matter, texts: readonly string[]): boolean {
  if (words === undefined) return false;
  const measured = texts.filter((text) => words.test(text)).length;
  return measured >= fewestMeasured && measured * 2 >= texts.length;
}
