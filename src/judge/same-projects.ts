// Reports that are not called reports: a table that tells how far the very projects of the agency's plan have come, or what was
// spent on them, is a report on that plan, whatever its title says. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { namesSurely, norm } from './lexicon.ts';
import { meantAndCame } from './meant-and-came.ts';
import { planByName } from './plan-by-name.ts';
import { projectKey } from './project-name.ts';
import { type ProjectRecord, tellsOfBoth } from './records.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { yearsOf } from './years.ts';

/** Publications about the plan: what is one of these by name needs no help. */
const aboutThePlan = [
  'monitoring-report',
  'result-report',
  'budget-report',
  'lao-evaluation',
  'self-assessment',
  'annual-report',
  'annual-plan',
];

/** Rows that tell something, and how many of them, as a share, the plan must hold. */
const fewest = 2;
const share = 0.5;
/** Letters from which a longer name of the same beginning is the same project's. */
const tellingName = 10;
/** Lines above a table in which the plan may be named (เทียบกับแผนปฏิบัติงาน …). */
const introLines = 4;

/** The unit's year; where its title names no publication and so gave none, that of the first of its headings that names one. */
function yearByHeadings({ agency, calendar }: Survey, unit: Unit): number | undefined {
  if (unit.year.year !== undefined) return unit.year.year;
  const { segments, title } = unit.page.text;
  const headings = unit.segments.filter(({ segment }) => segment.kind === 'heading').map(({ segment }) => segment.text);
  for (const text of [...headings, title ?? segments.find(({ kind }) => kind === 'title')?.text ?? '']) {
    const years = yearsOf(findYears(norm(text)), agency.kind, calendar);
    if (years.length === 1) return years[0];
  }
  return undefined;
}

/** As above, and of what a sentence tells: the first line at its head that names one year. */
export function yearByLines(survey: Survey, unit: Unit): number | undefined {
  const known = yearByHeadings(survey, unit);
  if (known !== undefined) return known;
  const title = unit.titleSegment === undefined ? undefined : unit.page.text.segments[unit.titleSegment];
  for (const segment of [title, ...unit.segments.slice(0, introLines).map((part) => part.segment)]) {
    const years = segment ? yearsOf(findYears(norm(segment.text)), survey.agency.kind, survey.calendar) : [];
    if (years.length === 1) return years[0];
  }
  return undefined;
}

/** Keys of the projects of the agency's own plans, and the years of those. */
export type Planned = ReadonlyMap<string, ReadonlySet<number>>;

export function plannedProjects(survey: Survey): Planned {
  const planned = new Map<string, Set<number>>();
  for (const unit of survey.units) {
    if (unit.lookalike || !namesSurely(unit.classes, 'annual-plan')) continue;
    for (const { name } of unit.records) {
      const key = projectKey(name);
      const years = planned.get(key) ?? new Set();
      planned.set(key, years);
      if (unit.year.year !== undefined) years.add(unit.year.year);
    }
  }
  return planned;
}

/** Years of the plans that hold a project of that key, under the same or a longer or shorter name. */
export function plannedAs(key: string, planned: Planned): ReadonlySet<number> | undefined {
  const other = planned.has(key) ? key : [...planned.keys()].find((known) => begin(key, known));
  return other === undefined ? undefined : planned.get(other);
}

const tells = ({ fields }: ProjectRecord): boolean =>
  fields.has('progress') || fields.has('result') || fields.has('spent');

/**
 * Under a heading that says that they were evaluated, or with its own word on each, a report on a round sets what was reached beside
 * the targets.
 */
function evaluates({ classes, tables, segments }: Unit): boolean {
  if (!namesSurely(classes, 'monitoring-report')) return false;
  return tables.some(({ columns, told, first, judged = false }) => {
    if (told < fewest || !columns.has('target') || !columns.has('result') || columns.has('spent')) return false;
    if (judged) return true;
    const heading = segments.findLast(({ index, segment }) => index < (first ?? 0) && segment.kind === 'heading');
    return heading !== undefined && evaluated.test(norm(heading.segment.text).text);
  });
}

/** Over the match form: of the plan's work or its indicators, and not of opinions, staff or integrity. */
const evaluated =
  /^[^\p{L}]*(?:สรุป|รายงาน|ส่วนที่\s*\d+|ตอนที่\s*\d+)*\s*ผล(?:การ)?ประเมิน(?:ผล)?(?:ตาม|ความสำเร็จ|ค่า|ราย|ระดับ|ของ|การ)*(?:ตัวชี้วัด|เป้าหมาย|แผน|โครงการ|ดำเนิน|ปฏิบัติราชการ)/u;

/**
 * Under the plan's own name, tables that set what its indicators reached beside their targets and rate it: the plan as it is
 * followed up. What past years reached is set beside no rate.
 */
export function ratesOwnPlan(unit: Unit): boolean {
  if (unit.lookalike || (unit.own?.foreign.size ?? 0) > 0) return false;
  if (evaluates(unit)) return true;
  if (!namesSurely(unit.classes, 'annual-plan')) return false;
  if (meantAndCame(unit) !== undefined) return true;
  const rated = unit.tables.filter((table) => table.rated);
  return rated.length > 0 && rated.length * 2 > unit.tables.length && unit.told >= fewest;
}

/** Reports that a unit's tables make it, and of which year; `planned`: the keys of the plan's projects. */
export function reportsOnProjects(
  survey: Survey,
  unit: Unit,
  planned: Planned,
): { readonly classes: readonly string[]; readonly year: number | undefined } | undefined {
  if (unit.lookalike || (unit.own?.foreign.size ?? 0) > 0) return undefined;
  if (aboutThePlan.some((id) => namesSurely(unit.classes, id))) return undefined;
  const telling = unit.records.filter(tells);
  if (telling.length < fewest && unit.told < fewest) return undefined;
  const ofPlan =
    areOfPlan(telling, planned) ||
    namesPlan(survey, unit, telling[0]?.segment) ||
    headsPlansWork(survey, unit) ||
    scoresPlan(unit);
  if (!ofPlan) return undefined;
  const worked = unit.told >= fewest || telling.some(({ fields }) => fields.has('progress') || fields.has('result'));
  const year = yearByLines(survey, unit) ?? yearAbove(survey, unit, telling[0]?.segment);
  if (!worked) return { classes: ['budget-report'], year };
  const over = year !== undefined && year < survey.calendar.fiscalYear;
  // What is set beside its target is a result, whatever the round.
  const aimed =
    unit.told >= fewest && unit.tables.some(({ columns }) => columns.has('target') && columns.has('result'));
  const found = over || aimed || toldByEvaluators(unit);
  return { classes: found ? ['monitoring-report', 'result-report'] : ['monitoring-report'], year };
}

/** Most of them are projects of the agency's own plan. */
export function areOfPlan(telling: readonly ProjectRecord[], planned: Planned): boolean {
  const keys = [...new Set(telling.map(({ name }) => projectKey(name)))];
  const known = keys.filter((key) => plannedAs(key, planned) !== undefined);
  if (known.length >= fewest && known.length >= keys.length * share) return true;
  const short = keys.filter((key) => known.includes(key) || isPartOfOne(key, planned));
  return telling.every(tellsOfBoth) && short.length >= fewestShort && short.length >= keys.length * mostShort;
}
/** In a ledger that tells of each what was spent and how far it is, a part of one project's name alone names that one. */
const isPartOfOne = (key: string, planned: Planned): boolean =>
  key.length >= shortName && [...planned.keys()].filter((known) => known.includes(key)).length === 1;
const [fewestShort, mostShort, shortName] = [3, 0.6, 6];

/** Of the line nearest above the work that says of which year the page tells, though that line heads something else. */
function yearAbove({ agency, calendar }: Survey, { page }: Unit, first: number | undefined): number | undefined {
  for (const segment of page.text.segments.slice(0, first ?? 0).reverse()) {
    if (segment.kind === 'row' || segment.region !== 'main') continue;
    const named = findYears(norm(segment.text)).filter(({ kind }) => kind === 'fiscal' || kind === 'academic');
    const years = yearsOf(named, agency.kind, calendar);
    if (years.length === 1) return years[0];
  }
  return undefined;
}

const begin = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= tellingName && (one.startsWith(other) || other.startsWith(one));

/** Its title, or a line at its top or right over its table, sets it beside the plan (ตามแผน, เทียบกับแผน). */
function namesPlan({ lexicon, agency }: Survey, unit: Unit, first: number | undefined): boolean {
  const prose = unit.segments.filter(({ segment }) => segment.kind !== 'row' && !letterhead.test(segment.text));
  // Lines among others may tell of anything.
  const inTable = unit.told > 0 || (first !== undefined && unit.page.text.segments[first]?.kind === 'row');
  const over = prose.findLast(({ index }) => first !== undefined && index < first);
  const lines = [...prose.slice(0, introLines), ...(over === undefined ? [] : [over])].map(({ segment }) =>
    segment.text.slice(0, longestLine),
  );
  return [unit.own?.text ?? '', ...lines].some((text) => {
    // What the plan itself comes from is another plan (…แผนปฏิบัติการประจำปี 2569 ซึ่งถ่ายทอดจากแผนวิสาหกิจ).
    const line = text.replace(derived, '');
    const n = norm(line);
    if (line === '' || !besidePlan.test(n.text)) return false;
    const { classes, mentions, lookalikes, foreign } = readTitle(lexicon, line, agency);
    if (lookalikes.length > 0 || foreign.size > 0) return false;
    return classes.has('annual-plan') || mentions.has('annual-plan') || (inTable && namesYearsWork(line));
  });
}

/** Projects of the plan are what its table tells of by the head of the column, and its year stands over it. */
function headsPlansWork(survey: Survey, unit: Unit): boolean {
  const heads = unit.segments.flatMap(({ segment }) => (segment.kind === 'row' ? (segment.cells ?? []) : []));
  return (
    unit.told >= fewestRows &&
    heads.some((cell) => cell.length <= longestHead && plansWork.test(norm(cell).text)) &&
    unit.records.filter(({ name }) => byName.test(norm(name).text)).length >= fewestRows &&
    yearByLines(survey, unit) !== undefined
  );
}
const [fewestRows, longestHead] = [3, 30];
/** Over the match form, as the next. Activities are of any plan (of repairs). */
const byName = /^[^\p{L}]*โครงการ[ก-๎a-z]/u;
/** Over the match form. */
const plansWork =
  /^[^\p{L}]*(?:งาน|โครงการ|กิจกรรม)(?:\s*\/\s*(?:โครงการ|กิจกรรม))?(?:ใน|ตาม)แผน(?:ปฏิบัติการ|ปฏิบัติงาน|ปฏิบัติราชการ|ดำเนินงาน)?(?:ประจำปี|ของปี|ปีนี้)?\s*$/u;

/** A scorecard of the office's year on which one of the indicators is how much of its plan was done (งานที่เสร็จตามแผนปฏิบัติการ | 90% | 84%). */
function scoresPlan({ segments, tables, told }: Unit): boolean {
  if (told < fewestRows || !tables.some(({ columns }) => columns.has('target') && columns.has('result'))) return false;
  const texts = segments.map(({ segment }) => segment).filter(({ text }) => text.length <= longestLine);
  if (texts.some(({ text }) => ofPerson.test(norm(text).text))) return false;
  return texts.some(({ kind, cells = [] }) => kind === 'row' && cells.some((cell) => planDone.test(norm(cell).text)));
}
/** Over the match form, as the next. By its own name, or by the letters that the office has for it. */
const plan = `(?:ตาม|ใน|ของ)(?:${planByName}|(?:op|poa|action ?plan)(?![a-z]))`;
const counted = '^[^\\p{L}]*(?:ร้อยละ|จำนวน|ระดับ|สัดส่วน|ความสำเร็จ|ผลสำเร็จ|ของ|การ|งาน|โครงการ|กิจกรรม|เรื่อง|ที่|\\s)*';
const done = '(?:แล้ว)?(?:เสร็จ|สำเร็จ|ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน|ทำได้|ทำครบ|ทำเสร็จ|บรรลุ|คืบหน้า|ก้าวหน้า)(?:ครบ|ได้|จริง)?';
const planDone = new RegExp(`${counted}(?:${done}${plan}|(?<=งาน|โครงการ|กิจกรรม|เรื่อง)${plan}(?:ที่|ซึ่ง)?${done})`, 'u');
/** One person is rated. */
const ofPerson =
  /ผู้รับการประเมิน|ผู้ถูกประเมิน|เลื่อนเงินเดือน|รายบุคคล|ตำแหน่ง(?:เลขที่|ประเภท|:)|(?:นาย|นาง)[^\n]{2,50}ตำแหน่ง|ชื่อ[^\n]{0,8}(?:นาย|นาง)|คำรับรอง(?:การ)?ปฏิบัติราชการ(?:ของ)?(?:นาย|นาง)/u;

/** What comes later in a paragraph is about more than one thing. */
const longestLine = 400;
/** What stands over the words of a memo. */
const letterhead = /^\s*(?:บันทึกข้อความ|ส่วนราชการ|ที่\s|วันที่|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย)/u;

/** Over the match form: the plan of a year, which needs no other name (งานตามแผนปีงบประมาณ 2568). */
const planOfYear =
  /(?:ตาม|เทียบ(?:กับ)?|ใน|ของ)แผน(?:งาน|ฯ)?(?:ของ)?(?:ประจำ|ราย)?(?:ปี)?(?:งบประมาณ|งบ|การศึกษา)?\s*(?:พ\.?\s*ศ\.?)?\s*(?:25)?[4-9]\d(?!\d|\s*[-–—])/u;

/** The line names the work under the plan of a year, and no plan by its name. */
export const namesYearsWork = (text: string): boolean => {
  const n = norm(text).text;
  return planOfYear.test(n) || plansWorkOfYear.test(n);
};

/** The same as a heading: the work by the agency's own plan, and its year (งานตามแผนของด่าน ปีงบประมาณ 2568). */
const plansWorkOfYear =
  /^[^\p{L}]*(?:สรุป|สถานะ|ผล|รายการ)?(?:งาน|โครงการ|กิจกรรม)(?:ใน|ตาม)แผน(?:งาน|ฯ)?(?:ของ[ก-๎]{2,30})?\s*(?:ประจำ)?ปี(?:งบประมาณ|งบ|การศึกษา)?\s*(?:พ\.?\s*ศ\.?)?\s*(?:25)?[4-9]\d(?!\d|\s*[-–—])/u;

const derived =
  /(?<=\S.{12})\s*(?:ซึ่ง|ที่|อัน|โดย)(?:ได้)?(?:ถ่ายทอด|แปลง|สอดคล้อง|รองรับ|เชื่อมโยง|เป็นไปตาม|จัดทำ(?:ขึ้น)?(?:ตาม|จาก|ภายใต้)|อยู่ภายใต้).*$/su;

/** Over the match form. */
const besidePlan = /(?:ตาม|เทียบ(?:กับ)?|ใน|ของ|ผู้ประเมิน[ก-๎]{0,24}\s*ต่อ)(?:เล่ม)?แผน|against the|under the|of the/u;

/** Those who evaluated the plan tell at its head what they found about it. */
const toldByEvaluators = ({ own, segments }: Unit): boolean =>
  [own?.text ?? '', ...segments.slice(0, introLines).map(({ segment }) => segment.text)].some(
    (line) => line.length <= 300 && byEvaluators.test(norm(line).text),
  );
/** Over the match form. */
const byEvaluators = /ผู้ประเมิน[^\n]{0,40}แผน/u;
