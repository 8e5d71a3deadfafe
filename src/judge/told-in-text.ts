// Reports that are told in running text: how many of the plan's projects were carried out, or a list of those that were. Pure.
import { withDigits } from '../text/spelled-numbers.ts';
import { compared, counts } from './achieves.ts';
import { namesSurely, norm } from './lexicon.ts';
import { ofOtherSubject } from './list-subject.ts';
import { yearByLines } from './same-projects.ts';
import { stageCounts, wholeTold } from './stage-counts.ts';
import type { Survey } from './survey.ts';
import { readTitle } from './title.ts';
import { plainOf } from './told-line.ts';
import { doneOfAll } from './told-score.ts';
import type { Unit } from './unit.ts';
import { isAtMost, type Line, linesOf } from './unit-lines.ts';

export interface ToldInText {
  readonly classes: readonly string[];
  /** The segment that tells it, where that alone is a result. */
  readonly segment: number | undefined;
  /** Of the year that it says is over, whatever year it was told in. */
  readonly year?: number;
}

/** What a title may name without saying that the content is something else. */
const ofReports = [
  'result-report',
  'monitoring-report',
  'lao-evaluation',
  'annual-report',
  'budget-report',
  'progress-page',
  'monitoring-mechanism',
];

const ofYears = 'development-plan';

/** Lines at the head in which the plan or its report is named. */
const headLines = 6;
const longestLead = 500;

export function toldInText(survey: Survey, unit: Unit): ToldInText | undefined {
  const committee = meetingOf(survey, unit);
  // A sentence as title names the plan of several years beside the report on it.
  const plain = unit.lookalike === undefined;
  if (!plain && !committee && !unit.lookalike?.lookalikes.every(({ id }) => id === ofYears)) return undefined;
  const lines = linesOf(unit);
  // The plan's own page may say how far its projects have come; what a plan's text counts is most often those of the year before.
  if (plain && unit.page.text.media === 'html' && namesSurely(unit.classes, 'annual-plan'))
    return toldOff(survey, unit, lines);
  if (plain ? !isAtMost(unit, ofReports) : unit.classes.size > 0) return undefined;
  return (
    countedOfPlan(survey, unit, lines) ??
    (plain ? toldOff(survey, unit, lines) : undefined) ??
    (committee ? followedOneByOne(unit, lines) : undefined) ??
    (plain
      ? (listedAsDone(survey, unit, lines) ?? besideAims(survey, unit, lines) ?? looksBack(survey, unit, lines))
      : undefined)
  );
}

/** Sentences that count the plan's projects by how far they have come. */
function countedOfPlan(survey: Survey, unit: Unit, lines: readonly Line[]): ToldInText | undefined {
  const counting = lines.filter(
    ({ segment, text }) =>
      segment.kind !== 'row' &&
      ofProjects(text) &&
      (counts(segment.text) || doneOfAll(plainOf(segment.text), true)) &&
      !toCome.test(text),
  );
  const staged = counting[0]?.index ?? stageCounts(unit);
  if (staged === undefined || !namesPlan(survey, unit, lines, staged)) return undefined;
  const named = ofReports.filter((id) => namesSurely(unit.classes, id));
  // What it is called it is; results of a round are no evaluation by a count alone.
  const classes =
    named.length > 0 ? named.filter((id) => id !== 'monitoring-mechanism') : ['monitoring-report', 'result-report'];
  return { classes, segment: staged };
}

/** All projects of a year or round told off by how far they have come, so many in all: of what plan, need not be said. */
function toldOff(survey: Survey, unit: Unit, lines: readonly Line[]): ToldInText | undefined {
  const segment = wholeTold(unit);
  if (segment === undefined) return undefined;
  const over = lines.filter(({ index, segment: { kind } }) => index < segment && kind !== 'row').slice(0, headLines);
  const texts = [unit.own?.text, unit.page.text.title, ...over.map((line) => line.segment.text)].filter(isShort);
  if (!texts.some((text) => ofYear.test(norm(text).text))) return undefined;
  if (ofOtherSubject(survey, unit, texts, [], [])) return undefined;
  return { classes: ['monitoring-report'], segment };
}

const isShort = (text: string | undefined): text is string =>
  text !== undefined && text !== '' && text.length <= longestTitle;

/** More than one project is counted, and as projects of a plan, or the indicators are that are said to be its. */
const ofProjects = (text: string): boolean =>
  /\d[\d,]*\s*(?:โครงการ|แผนงาน)|ตัวชี้วัด(?:ความสำเร็จ)?(?:ของ|ตาม|ใน)แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน|ฯ|ทั้งหมด|นี้|\s*\d)/u.test(
    text,
  );

/** The plan that is this agency's annual or development plan, or the report on it, is named; and no other. */
function namesPlan({ lexicon, agency }: Survey, unit: Unit, lines: readonly Line[], counting: number): boolean {
  // What comes after the count is no longer about what is counted.
  const upTo = lines.filter(({ index }) => index <= counting).length;
  const head = [
    unit.own?.text.split('\n', 1)[0] ?? '',
    ...lines.slice(0, Math.min(headLines, upTo)).map(({ segment }) => segment.text),
  ].map((text) => text.replace(ofMeeting, ''));
  const readings = head.map((text) => readTitle(lexicon, text, agency));
  // A plan of several years is what local government's yearly work is counted by.
  if (readings.some(({ lookalikes, foreign }) => foreign.size > 0 || lookalikes.some(({ id }) => id !== ofYears)))
    return false;
  const several = readings.some(({ lookalikes }) => lookalikes.length > 0);
  if (several && !lexicon.vocabulary.classes['lao-evaluation']?.kinds?.includes(agency.kind)) return false;
  if (several && head.some((text) => ofPlansProjects.test(norm(text).text))) return true;
  const ids = ['annual-plan', 'lao-evaluation', ...ofMonitoredPlan];
  return readings.some(({ classes, mentions }) => ids.some((id) => classes.has(id) || mentions.has(id)));
}

/** Over the match form: the plan's projects, counted. */
const ofPlansProjects = /โครงการ(?:ใน|ตาม)แผนพัฒนา[^\d\n]{0,40}\d[\d,]*\s*โครงการ/u;

/** What makes a paper the minutes of a meeting. */
const ofMeeting = /(?:รายงาน|สรุป|บันทึก)(?:ผล)?\s*การประชุม/gu;

/** Its title says that a committee met that follows the plan, its projects or their spending, of this agency. */
function meetingOf({ lexicon, agency }: Survey, unit: Unit): boolean {
  const title = unit.own?.text.split('\n', 1)[0] ?? unit.segments[0]?.segment.text ?? '';
  if (title.length > longestTitle || title.search(ofMeeting) < 0) return false;
  const rest = title.replace(ofMeeting, '');
  const reading = readTitle(lexicon, rest, agency);
  if (reading.lookalikes.some(({ id }) => id !== ofYears) || reading.foreign.size > 0) return false;
  return namesSurely(reading.classes, 'monitoring-mechanism') || hastens.test(norm(rest).text);
}

const longestTitle = 240;
/** Over the match form, as the next. */
const hastens =
  /^[^\p{L}]*(?:คณะ)?(?:กรรมการ|ทำงาน)(?:และ|เร่งรัด|กำกับ|ติดตาม|ประเมินผล|[\s,])*(?:เร่งรัด|ติดตาม)[^\n]{0,20}?(?:ใช้จ่าย|เบิกจ่าย|โครงการ|แผน)(?!.*(?:ภาครัฐ|รัฐบาล))/u;
const state = /ปัญหา|อุปสรรค|คงเหลือ|ล่าช้า|อยู่ระหว่าง|แล้วเสร็จ|ยังไม่|ร้อยละ/u;

/** Project by project, how it stands with each. */
function followedOneByOne(unit: Unit, lines: readonly Line[]): ToldInText | undefined {
  const named = new Set(unit.records.map(({ segment }) => segment));
  const told = lines.filter(
    ({ index, segment, text }) => segment.kind !== 'row' && named.has(index) && state.test(text),
  );
  return told.length < 2 ? undefined : { classes: ['monitoring-report'], segment: told[0]!.index };
}

const ofMonitoredPlan = ['monitoring-report', 'result-report', 'monitoring-mechanism'];

/** A sentence that says that the year's or quarter's work was done, and the projects in a list under it. */
function listedAsDone({ lexicon, agency }: Survey, unit: Unit, lines: readonly Line[]): ToldInText | undefined {
  for (const { index, segment, text } of lines) {
    if (segment.kind === 'row' || text.length > longestLead || !leads.test(text) || !ofYear.test(text)) continue;
    if (!carriedOut.test(text) || toCome.test(text)) continue;
    if (unit.records.filter((record) => record.segment > index).length < 2) continue;
    const { lookalikes, foreign } = readTitle(lexicon, segment.text, agency);
    if (lookalikes.length > 0 || foreign.size > 0) return undefined;
    // What was carried out is named with what it was given; what is finished is reported on.
    if (!finished.test(text)) return { classes: ['budget-report'], segment: undefined };
    return { classes: ['monitoring-report'], segment: index };
  }
  return undefined;
}

/** Times that what was reached is set beside what was aimed at, from which that is what is told. */
const fewestAims = 3;
const reportLines = 3;

/** At its head it says that it is the report on a year that is over, and then what was reached in it. */
function besideAims(survey: Survey, unit: Unit, lines: readonly Line[]): ToldInText | undefined {
  const head = [unit.own?.text ?? '', ...lines.slice(0, reportLines).map(({ segment }) => segment.text)];
  if (!head.some((text) => ofReport.test(norm(text).text))) return undefined;
  const told = compared(lines);
  const year = yearByLines(survey, unit);
  if (told.length < fewestAims || year === undefined || year >= survey.calendar.fiscalYear) return undefined;
  // What is told goes on to be about anything.
  const over = head.slice(0, 1 + lines.indexOf(told[0]!)).filter(isShort);
  if (ofOtherSubject(survey, unit, over, [], [])) return undefined;
  return { classes: ['result-report'], segment: told[0]!.index };
}

/**
 * A letter or speech that begins with the year that is over and the plan for it, and goes on to set what was reached beside what was
 * aimed at, be the numbers in words.
 */
function looksBack(survey: Survey, unit: Unit, lines: readonly Line[]): ToldInText | undefined {
  // Old pages set all their text in one cell.
  const prose = lines
    .filter(({ segment }) => segment.kind !== 'heading' && (segment.kind !== 'row' || isSingle(segment.cells)))
    .map((line) => ({ ...line, segment: { ...line.segment, kind: 'paragraph' as const } }));
  const at = prose.findIndex(({ text }) => isOver.test(text));
  if (at < 0 || at >= headLines) return undefined;
  const year = Number(isOver.exec(prose[at]!.text)?.[1]);
  if (year >= survey.calendar.fiscalYear) return undefined;
  const rest = prose
    .slice(at, at + linesOfLetter)
    .map((line) => ({ ...line, segment: { ...line.segment, text: withDigits(line.segment.text) } }));
  if (!rest.slice(0, 2).some(({ text }) => byPlan.test(text))) return undefined;
  const counted = rest.filter(({ segment }) => counts(segment.text)).length;
  const told = compared(rest);
  if (told.length === 0 || told.length + counted < fewestAims) return undefined;
  if (ofOtherSubject(survey, unit, [unit.own?.text, unit.page.text.title].filter(isShort), [], [])) return undefined;
  return { classes: ['result-report'], segment: told[0]!.index, year };
}
const isSingle = (cells: readonly string[] = []): boolean => cells.filter((cell) => cell.trim() !== '').length === 1;
const linesOfLetter = 8;
/** Over the match form, as the next. */
const isOver =
  /ปี(?:งบประมาณ|งบ|การศึกษา)?\s*(?:พ\.?\s*ศ\.?)?\s*(25\d\d)\s*(?:ที่|ซึ่ง)?(?:เพิ่ง|พึ่ง|ได้)?\s*(?:ผ่าน(?:ไป|มา|พ้น)|จบ|สิ้นสุด|ปิด(?:ไป|ลง|ฉาก)|ล่วงไป)/u;
const byPlan =
  /(?:เขียน|วาง|ตั้ง|ทำ|จัดทำ|มี)แผน(?!ที่|ก(?!าร))|(?:ตาม|ใน)แผน(?!ที่|ก(?!าร)|พัฒนา(?:บุคลากร|ตน))|แผน(?:ปฏิบัติ|(?:การ)?ดำเนิน|ประจำปี|งานประจำ|ของเรา|ปี)/u;

/** Over the match form, as all that follow. */
const ofReport = /รายงาน(?:ผล)?(?:ของ)?(?:การ)?(?:ปฏิบัติ(?:ราชการ|งาน)|ดำเนินงาน|ประจำปี)/u;
const leads = /(?:ดังนี้|ดังต่อไปนี้|ได้แก่|:)\s*:?$/u;
const ofYear = /ปี(?:งบ(?:ประมาณ)?|การศึกษา)?\s*:?\s*(?:พ\.?ศ\.?)?\s*(?:25)?\d\d|ไตรมาส/u;
const finished = /เสร็จ(?:สิ้น|เรียบร้อย|สมบูรณ์)?(?:แล้ว)?(?:จำนวน|ทั้งสิ้น|ทั้งหมด|รวม|\d|โครงการ|\s)*(?:ดัง|ได้แก่|:)|แล้วเสร็จ/u;
const carriedOut = new RegExp(`(?:ได้ดำเนิน|ดำเนินการแล้ว|ได้จัด(?:ทำ|กิจกรรม)?โครงการ)|${finished.source}`, 'u');
/** What is yet to be done, bought, or asked for. */
const toCome =
  /(?:^|[^\u0e01-\u0e4e]|ที่|จึง|และ)จะ(?:ดำเนิน|จัด|ได้)|ยังไม่(?:ได้)?ดำเนินการดัง|คาดว่า|เสนอขอ|จัดซื้อ|จัดจ้าง|ประกวดราคา|เป้าหมาย(?:ที่|คือ|:)/u;
