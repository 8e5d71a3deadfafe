// The agency's list of its projects of one year, whatever the page is called (a register, a tracking system, a bare table): told
// by its rows and by what stands around them. It is not the plan itself, but shows the plan's projects. Pure.
import { findYears } from '../text/fiscal-year.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { headsOf } from './list-head.ts';
import { isYearlyReport, listInReport } from './list-in-report.ts';
import { beforehand, isItsField, ofOneSubject, ofOtherSubject, saysOfPlan, saysWhose } from './list-subject.ts';
import { writesUpOne } from './one-project.ts';
import { namesDivision } from './orders-publishing.ts';
import { projectGroups } from './project-groups.ts';
import { leadsProject, projectKey } from './project-name.ts';
import { type ProjectRecord, tellsOfBoth } from './records.ts';
import { countSums } from './sums.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { tellsOfWork } from './work-told.ts';
import { yearsOf } from './years.ts';
import { isSetInTime } from './years-plan.ts';

export interface ProjectList {
  /** Projects, with what counts of what is told of them. */
  readonly records: readonly ProjectRecord[];
  readonly year: number | undefined;
}

/** Rows from which they are a list: fewer where each tells of money spent and of the work. */
const [fewest, fewestTold] = [3, 2];
/** Shares of the rows: of those with money, and of those with any fact. */
const [mostMoney, mostFacts] = [0.6, 0.75];
/** Without a word around it that says what it lists. */
const [fewestBare, mostLed] = [4, 0.75];
/** Lines over the list that may say what it is. */
const linesAbove = 6;

/** Classes beside which a unit may be such a list: a tracking system is a mechanism, and shows what it tracks. */
const beside: ReadonlySet<string> = new Set(['monitoring-mechanism', 'progress-page']);

/** The list that a unit is, if it is one. */
export function projectList(survey: Survey, unit: Unit): ProjectList | undefined {
  if (isYearlyReport(unit)) {
    const records = listInReport(survey, unit);
    return records && { records: withoutBlankForms(survey.lexicon, records), year: unit.year.year };
  }
  if ([...unit.classes.values()].some(({ id, grade }) => grade !== 'weak' && !beside.has(id))) return undefined;
  if ((unit.own?.foreign.size ?? 0) > 0) return undefined;
  // What needs no reading first.
  const part = isPart(unit);
  const ordained = isByOrdinance(survey, unit);
  const own = part || ordained || namesDivision(unit) || isOwnField(survey, unit) || isOfPlan(survey, unit);
  if (unit.lookalike && !own) return undefined;
  if (!mayList(unit)) return undefined;
  const records = listed(unit);
  if (records.length < fewestTold || writesUpOne(survey, unit)) return undefined;
  const around = textsAround(unit, records);
  if (part && !isPartOfList(unit, around) && !isOwnField(survey, unit)) return undefined;
  const { lexicon } = survey;
  const heads = headsOf(unit, records);
  const named = [...around.outer, ...around.near].map((text) => (ordained ? text.replace(ofOrdinance, '') : text));
  if (ofOtherSubject(survey, unit, named, heads.texts, records)) return undefined;
  if (heads.ofSeveralYears) return undefined;
  const told = records.filter(tellsOfBoth);
  if (records.length < fewest && told.length < fewestTold && siblings(survey, unit) < fewest) return undefined;
  const share = (has: (record: ProjectRecord) => boolean): number => records.filter(has).length / records.length;
  const inLines = records.every(({ segment }) => unit.page.text.segments[segment]?.kind !== 'row');
  const ofPlan = inLines && saysOfPlan([...around.outer, ...around.near]);
  const said = ofPlan || saysWhose([...around.outer, ...around.near], heads.programmes);
  const led = share(
    ({ name }) =>
      leadsProject(lexicon, name.replace(code, '')) ||
      (said && inLines && work.test(norm(name).text.replace(bullet, ''))),
  );
  // On cards, in lines and under a column of works, whatever their names begin with, what money and work are told of each is a project
  // where words around say so.
  const toldOfEach = told.length === records.length;
  const works = inLines || (heads.ofWorks && unit.tables.some(({ columns }) => columns.has('budget')));
  // So is what lines under headings say that it costs, and when.
  const dated = records.length >= fewestBare && share(isSetInTime) >= mostFacts;
  const planned = inLines && said && dated && projectGroups(unit).length > 0;
  const money = share(({ fields }) => fields.has('budget') || fields.has('spent'));
  // Cards of the plan's work, said so, that each have their money.
  const costed = ofPlan && records.length >= fewest && money >= mostFacts;
  if (!heads.ofProjects && led < mostLed && !(said && toldOfEach && works) && !planned && !costed) return undefined;
  const facts = share(({ fields }) => factual.some((id) => fields.has(id)));
  // A column of projects beside their money, what was spent of it and how far they are needs no word around it, nor do cards of such.
  const speaks = (heads.ofProjects || (inLines && led >= mostLed)) && toldOfEach && records.length >= fewest;
  if (!said && !speaks && !(records.length >= fewestBare && led >= mostLed && money >= mostFacts && facts >= mostFacts))
    return undefined;
  if (money < mostMoney && !(said && heads.ofProjects && facts >= mostFacts)) return undefined;
  return { records: withoutBlankForms(lexicon, records), year: yearOf(survey, unit, around, records) };
}

/**
 * What came of the projects in local government's budget ordinance, said so by its title (รายงานผลการดำเนินงานตามข้อบัญญัติ…): they are
 * those that its plan of operations lists. The ordinance itself is a budget.
 */
function isByOrdinance({ lexicon, agency }: Survey, { lookalike }: Unit): boolean {
  if (!lexicon.vocabulary.classes['lao-evaluation']?.kinds?.includes(agency.kind)) return false;
  return (
    lookalike?.lookalikes.every(({ id }) => id === 'budget-plan') === true && ofResults.test(norm(lookalike.text).text)
  );
}
/** Over the match form. */
const ofResults = /(?:ผล|ติดตาม|ก้าวหน้า|คืบหน้า)[^\n]{0,60}ตาม(?:ข้อบัญญัติ|เทศบัญญัติ)/u;
const ofOrdinance = /ตาม(?:ข้อบัญญัติ|เทศบัญญัติ)(?:งบประมาณ)?(?:รายจ่าย)?(?:ประจำปี)?/gu;

/** Its first line names the plan's projects, and a line under it the occasion on which they were looked through, which is another subject. */
function isOfPlan({ lexicon, agency }: Survey, { own, lookalike }: Unit): boolean {
  if (own === undefined || lookalike !== own || !beforehand.test(own.text)) return false;
  const [first = '', ...rest] = own.text.split('\n');
  const readings = [first, rest.join('\n').replace(beforehand, '')].map((text) => readTitle(lexicon, text, agency));
  return saysOfPlan([first]) && !readings.some((reading) => isLookalike(reading) || reading.foreign.size > 0);
}

/** A plan of one subject, which is this office's. */
function isOwnField(survey: Survey, unit: Unit): boolean {
  const { lookalikes, text } = unit.lookalike ?? { lookalikes: [], text: '' };
  return lookalikes.every(({ id }) => id === ofOneSubject) && isItsField(survey, unit, text);
}

/** Over the match form: in a list said to be of the agency's work of a year, what is built, mended or held, with its cost. */
const work =
  /^(?:ก่อสร้าง|ปรับปรุง|ซ่อม|ขุด|ติดตั้ง|วาง|ขยาย|จัด(?!ซื้อ|จ้าง|สรร|เก็บ)|อบรม|พัฒนา|ส่งเสริม|รณรงค์|สนับสนุน|บูรณะ|ปลูก|สร้าง|เสริม)/u;
const bullet = /^[^\p{L}]+/u;

/** Most units have no rows, no two lines with sums, or tell of no projects: they need not be read. */
function mayList({ segments, page, titleSegment }: Unit): boolean {
  let rows = 0;
  let projects = speaksOfProjects(page.text.title ?? '');
  if (titleSegment !== undefined) projects ||= speaksOfProjects(page.text.segments[titleSegment]!.text);
  for (const { segment } of segments) {
    // A table that was run together has all its sums in one line.
    if (segment.kind === 'row') rows++;
    else if (rows < fewestTold) rows += Math.ceil(countSums(segment.text, 2 * fewestTold) / fewestTold);
    projects ||= speaksOfProjects(segment.text);
    if (projects && rows >= fewestTold) return true;
  }
  return false;
}

/** Places where a line may break stand within words. */
const speaksOfProjects = (text: string): boolean =>
  ofProjects.test(text) || (text.includes('\u200b') && ofProjects.test(text.replaceAll('\u200b', '')));

const ofProjects =
  /โครงการ|กิจกรรม|โครงกำร|แผนงาน|แผนการทำงาน|งาน[ก-๎ 0-9.]{0,30}(?:ใน|ตาม|จาก)แผน|(?:คัด|หยิบ|ยก|เลือก)(?:มา)?จากแผน|project|activit/iu;

const factual = ['budget', 'spent', 'progress', 'result', 'owner', 'period', 'target'] as const;

/** A project's code before its name ([PJ1-4], 68-9300-0101). */
const code = /^\s*(?:\[[^\]]{1,12}\]|[A-Za-z]{1,4}[0-9][0-9.-]*|[0-9]+(?:-[0-9]+)+)\s*/u;

/** Rows of tables, the same project once; where there are none, lines with their cost. */
function listed(unit: Unit): ProjectRecord[] {
  const { segments } = unit.page.text;
  const rows = unit.records.filter(({ segment }) => segments[segment]?.kind === 'row');
  const chosen = rows.length >= fewestTold ? rows : unit.records.filter(({ fields }) => fields.has('budget'));
  const seen = new Set<string>();
  return chosen.filter(({ name }) => {
    const key = projectKey(name);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

interface Around {
  /** The page's title and first heading. */
  readonly outer: readonly string[];
  /** The heading right over the list and the lines under it. */
  readonly near: readonly string[];
}

function textsAround({ page, segments, titleSegment, own, linked }: Unit, records: readonly ProjectRecord[]): Around {
  const first = records[0]!.segment;
  // The name of one of them says nothing of them all.
  const names = new Set(records.map(({ segment }) => segment));
  const texts = page.text.segments;
  const short = (text: string | undefined): text is string =>
    text !== undefined && text.trim() !== '' && text.length <= 200;
  const headings = texts.slice(0, first).filter(({ kind }) => kind === 'heading');
  // A menu's labels say nothing of what stands under it.
  const above = segments
    .filter(({ index, segment }) => index < first && segment.kind !== 'row')
    .slice(-linesAbove)
    .filter(({ index, segment }) => segment.kind === 'heading' || !linked.has(index));
  const headed = segments
    .filter(({ index, segment }) => segment.kind === 'heading' && !names.has(index))
    .map(({ segment }) => segment.text);
  // What heads the same fact of each of them is a word on their cards.
  const inside = headed.filter((text) => headed.filter((other) => other === text).length < fewest);
  const title = texts.find(({ kind }) => kind === 'title')?.text ?? page.text.title;
  const outer = [title, headings[0]?.text].filter(short);
  const near = [
    ...above.map(({ segment }) => segment.text).reverse(),
    titleSegment === undefined ? own?.text.split('\n', 1)[0] : texts[titleSegment]?.text,
    headings.at(-1)?.text,
    ...inside,
  ].filter(short);
  return { outer: [...new Set(outer)], near: [...new Set(near)] };
}

/** The look-alike is the name of a programme or division that may head a part of a list (ยุทธศาสตร์ที่ 3 พัฒนาครู, ฝ่ายแผนงาน). */
const isPart = ({ own, lookalike }: Unit): boolean =>
  own !== undefined && lookalike === own && ofPart.test(norm(own.text).text);

/** What stands further out than a part's name says that it is a list of projects. */
const isPartOfList = ({ own }: Unit, { outer }: Around): boolean =>
  saysWhose(
    outer.filter((text) => text !== own?.text),
    false,
  );

const ofPart =
  /^[\s\d.()\-–•]*(?:(?:ประเด็น)?ยุทธศาสตร์|ประเด็น|กลยุทธ์|เป้าประสงค์|พันธกิจ|แผนงาน(?:ที่|\s)|ฝ่าย|กอง(?!ทุน)|กลุ่ม|งาน|สำนัก|แผนก(?!าร)|strategy|division)/u;

/** Projects in tables of the whole page: a list may be cut into parts by its headings. */
const siblings = (survey: Survey, unit: Unit): number =>
  survey.units
    .filter((other) => other.page === unit.page)
    .reduce(
      (sum, { records, page }) => sum + records.filter((r) => page.text.segments[r.segment]?.kind === 'row').length,
      0,
    );

/** The year of its title, headings and lines, nearest first; else the one that its rows name. */
function yearOf({ agency, calendar }: Survey, unit: Unit, { outer, near }: Around, records: readonly ProjectRecord[]) {
  if (unit.year.year !== undefined) return unit.year.year;
  for (const text of [...near, ...[...outer].reverse()]) {
    const years = yearsOf(findYears(norm(text)), agency.kind, calendar);
    if (years.length > 0) return years.length === 1 ? years[0] : undefined;
  }
  const first = records[0]!.segment;
  const lines = unit.page.text.segments.slice(Math.max(0, first - 2 * linesAbove), first);
  const stated = lines
    .filter(({ kind, text }) => kind !== 'row' && text.length <= 80)
    .flatMap(({ text }) => told(text));
  if (stated.length > 0) return new Set(stated).size === 1 ? stated[0] : undefined;
  const named = records.flatMap(({ name }) => told(name));
  return named.length >= 2 && new Set(named).size === 1 ? named[0] : undefined;

  /** Years called fiscal or academic. */
  function told(text: string): number[] {
    const mentions = findYears(norm(text)).filter(({ kind }) => kind === 'fiscal' || kind === 'academic');
    return yearsOf(mentions, agency.kind, calendar);
  }
}

/**
 * Nothing spent on any of them is a report only where something is told of the work: a register in which every row has 0 and the
 * same first state, or a state of its own system alone (Active), is still to be filled in.
 */
function withoutBlankForms(lexicon: Lexicon, records: readonly ProjectRecord[]): readonly ProjectRecord[] {
  const spent = records.flatMap(({ fields }) => fields.get('spent') ?? []);
  if (spent.length === 0 || spent.some((text) => /[1-9๑-๙]/u.test(text))) return records;
  const works = records.flatMap(({ fields }) => [fields.get('progress') ?? [], fields.get('result') ?? []].flat());
  const tells = works.some(
    (text) =>
      tellsOfWork(lexicon, text) || findPhrases(lexicon.states, norm(text)).length > 0 || /[1-9๑-๙]/u.test(text),
  );
  if (tells && new Set(works.map((text) => text.trim())).size > 1) return records;
  return records.map((record) => ({
    ...record,
    fields: new Map([...record.fields].filter(([id]) => id !== 'spent' && id !== 'progress')),
  }));
}
