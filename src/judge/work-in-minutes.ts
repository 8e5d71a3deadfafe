// Work under the plan that minutes of a meeting tell of: in a table or in lines under an item of the agenda that is on it by its name, or
// by whoever says that he tells of it. Pure.
import { counts } from './achieves.ts';
import { toldUnderItem } from './item-in-minutes.ts';
import { namesSurely } from './lexicon.ts';
import { tellsOfBoth } from './records.ts';
import { areOfPlan, namesYearsWork, type Planned, yearByLines } from './same-projects.ts';
import { toldByShortNames } from './short-names.ts';
import { speaksOfPlan, spokenWorks } from './spoken-works.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import { plainOf } from './told-line.ts';
import { doneOfAll } from './told-score.ts';
import type { Unit } from './unit.ts';
import { linesOf } from './unit-lines.ts';
import type { WorkReport } from './work-report.ts';
import { ofAgenda } from './work-report-head.ts';
import { yearsOf } from './years.ts';

/** Pieces of work, or rows of them, from which they are told of. */
const fewestSure = 2;

/** Reports on the plan that an item of the agenda may be by its name. */
const ofPlan = ['result-report', 'monitoring-report', 'lao-evaluation'];
export const planReports = ({ classes }: TitleReading): string[] => ofPlan.filter((id) => namesSurely(classes, id));

/** What minutes tell under an item named so: the plan is followed up, in the year of the name or of the lines. */
function followedAs(survey: Survey, unit: Unit, named: TitleReading): Pick<WorkReport, 'classes' | 'year'> {
  const years = yearsOf(named.years, survey.agency.kind, survey.calendar);
  const year = years.length === 1 ? years[0] : yearByLines(survey, unit);
  // What is told of a year that is over are its results.
  const over = year !== undefined && year < survey.calendar.fiscalYear ? ['result-report'] : [];
  return { classes: [...new Set(['monitoring-report', ...planReports(named), ...over])], year };
}

/**
 * A table of the year's projects with what came of each, under an item of the agenda that is a report on the plan by its name; or whatever
 * the item is called, of the plan's own projects.
 */
export function tableInMinutes(survey: Survey, unit: Unit, planned: Planned): WorkReport | undefined {
  for (const { records, first, told } of unit.tables) {
    if (first === undefined || told < fewestSure || records.length < fewestSure) continue;
    const above = unit.segments
      .filter(({ index, segment }) => index < first && segment.kind !== 'row')
      .slice(-linesOverTable)
      .map(({ segment }) => readTitle(survey.lexicon, segment.text.replace(agendaItem, ''), survey.agency));
    const named =
      above.find(
        (reading) => planReports(reading).length > 0 || namesYearsWork(reading.text.replace(sortOfItem, '')),
      ) ?? (areOfPlan(records, planned) ? (above.find(({ years }) => years.length > 0) ?? above.at(-1)) : undefined);
    if (named === undefined || above.some(isLookalike)) continue;
    return { ...followedAs(survey, unit, named), records, segment: records[0]!.segment };
  }
  return undefined;
}

/**
 * An item of the agenda that is on work under the plan by its name, under which is said how many of its projects were carried out, or of
 * some of them what was spent and how far they are.
 */
export function toldInMinutes(survey: Survey, unit: Unit): WorkReport | undefined {
  const lines = linesOf(unit);
  for (const [at, { segment }] of lines.entries()) {
    const item = agendaOf.exec(segment.text) ?? ofSubItem.exec(segment.text);
    if (item === null) continue;
    const named = readTitle(survey.lexicon, segment.text.slice(item[0].length), survey.agency);
    if (isLookalike(named) || !(planReports(named).length > 0 || named.mentions.has('annual-plan'))) continue;
    const rest = lines.slice(at + 1);
    const next = rest.findIndex(({ segment: { text } }) => ofAgenda.test(text) || ofSubItem.test(text));
    const under = [lines[at]!, ...(next < 0 ? rest : rest.slice(0, next))];
    const told = under
      .slice(0, linesOfItem)
      // A PDF breaks a sentence where its line ends.
      .find(({ segment: { text }, text: n }, place, all) => {
        const after = all[place + 1]?.segment.text ?? '';
        return (
          carriedOut.test(n) ||
          (ofWorks.test(n) && (counts(text) || counts(`${text} ${after}`) || doneOfAll(plainOf(text), true)))
        );
      });
    if (told !== undefined) return { ...followedAs(survey, unit, named), records: [], segment: told.index };
    const indexes = new Set(under.map(({ index }) => index));
    const records = unit.records.filter((record) => indexes.has(record.segment) && tellsOfBoth(record));
    if (records.length >= fewestSure)
      return { ...followedAs(survey, unit, named), records, segment: records[0]!.segment };
    // The projects may be the items of this one, each with what is told of it, or be spoken of after the last of them.
    const end = rest.findIndex(({ segment: { text } }) => ofAgenda.test(text));
    const whole = ofAgenda.test(segment.text) ? (end < 0 ? rest : rest.slice(0, end)) : [];
    const items = new Set(whole.map(({ index }) => index));
    const listed = unit.records.filter((record) => items.has(record.segment));
    const inItems = listed.filter(tellsOfBoth);
    const spokenOf = inItems.length >= fewestSure ? inItems : toldByShortNames(survey.lexicon, listed, whole);
    if (spokenOf.length >= fewestSure)
      return { ...followedAs(survey, unit, named), records: spokenOf, segment: spokenOf[0]!.segment };
  }
  return undefined;
}

/** A numbered item tells how the plan stands, and its works line by line. */
export function itemOfPlan(survey: Survey, unit: Unit): WorkReport | undefined {
  const told = toldUnderItem(survey, unit);
  if (told === undefined) return undefined;
  return { ...followedAs(survey, unit, told.named), records: told.records, segment: told.records[0]!.segment };
}

/** Somebody says that he tells of the plan's work, and then in the same breath work by work, or how many of them were carried out. */
export function spokenOfPlan(survey: Survey, unit: Unit): WorkReport | undefined {
  const spoken = linesOf(unit).flatMap((line) => {
    const named = speaksOfPlan(survey, line);
    if (named === undefined) return [];
    const records = spokenWorks(survey.lexicon, line);
    const { text } = line.segment;
    return records.length >= fewestSure || (ofWorks.test(line.text) && counts(text)) ? [{ line, named, records }] : [];
  });
  const first = spoken[0];
  if (first === undefined) return undefined;
  const records = spoken.flatMap((told) => told.records);
  return { ...followedAs(survey, unit, first.named), records, segment: first.line.index };
}
/** Lines of an item in which the count stands. */
const linesOfItem = 12;
/** An item's number, or the word alone before what is reported. */
const agendaOf = /^\s*(?:ระเบียบ)?วาระ(?:ที่)?\s*[0-9๐-๙./]*\s*(?:เรื่อง)?\s*(?:รับทราบ|พิจารณา|เสนอ|ที่เสนอ)?\s*/u;
/** A number of two parts, which only items of an item have (3.1 การติดตามและประเมินผลแผน…). */
const ofSubItem = /^\s*[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2}[.)]?\s+(?:เรื่อง\s*)?(?=\p{L})/u;
/** Over the match form: works are counted. */
const ofWorks = /\d\s*(?:โครงการ|กิจกรรม|แผนงาน)/u;
/** Over the match form: so many of so many projects. */
const carriedOut =
  /(?:ทำ|ดำเนินการ|ดำเนินงาน|จัด|เสร็จ|สำเร็จ|บรรลุ)[ก-ฮะ-์]{0,24}?\d{1,3}(?:โครงการ)?(?:จาก|ใน)(?:ทั้งหมด|จำนวน)?\d{1,3}โครงการ/u;

const linesOverTable = 3;
/** Before what the item is on (เรื่องสืบเนื่อง – งานตามแผน…). */
const sortOfItem = /^\s*(?:เรื่อง)?(?:สืบเนื่อง|(?:เพื่อ|ที่เสนอ(?:เพื่อ)?)?(?:ทราบ|พิจารณา)|อื่น\s?ๆ|ติดตาม)\s*[–—:-]?\s*/u;
/** A PDF may join it to where and when they met. */
const agendaItem = /^(?:[^\n]{0,120}\s)?(?:ระเบียบ)?วาระ(?:ที่)?\s*[0-9๐-๙.]+\s*(?:เรื่อง)?\s*/u;
