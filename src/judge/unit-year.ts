// The fiscal year a unit is of: its own words, else the labels that lead to it, else its file's name. Pure.
import type { Page } from '../model/crawl.ts';
import type { AgencyKind } from '../model/registry.ts';
import { findYears, type YearMention, yearsInFileName } from '../text/fiscal-year.ts';
import type { NormalText } from '../text/normal.ts';
import type { Labels } from './labels.ts';
import { norm } from './lexicon.ts';
import { yearOfText } from './text-year.ts';
import { reports } from './title-composed.ts';
import type { UnitBody, UnitContext } from './unit.ts';
import { fileNameOf } from './unit-file-name.ts';
import { type AuditCalendar, yearsOf } from './years.ts';

export interface UnitYear {
  /** Years in the content's own title, headings or first words. */
  readonly own: readonly number[];
  /** Years in the labels that lead here. */
  readonly label: readonly number[];
  readonly file: readonly number[];
  /** The year the unit is of: own words, else label, else file name; undefined where none or several. */
  readonly year: number | undefined;
  /** Label and own words disagree. */
  readonly conflict: boolean;
}

/** Own words before labels before the file's name. */
export function unitYear(
  { agency, calendar }: UnitContext,
  page: Page,
  body: Pick<UnitBody, 'own' | 'ownYears' | 'segments'>,
  labels: Labels,
): UnitYear {
  const { own: title, ownYears: own } = body;
  const label = labels.years;
  const file = fileYears(page, agency.kind, calendar);
  const named = [own, label, labels.yearsAround, file];
  // A plan without a year in any name is of the one that it speaks of.
  const isPlan = title?.classes.has('annual-plan') === true || labels.classes.has('annual-plan');
  const order =
    isPlan && named.every((years) => years.length === 0) ? [yearsOfWork(body, agency.kind, calendar)] : named;
  const first = order.find((years) => years.length > 0) ?? [];
  const year = first.length === 1 ? first[0] : first.length > 1 ? pickYear(first, order) : undefined;
  // A label may leave out that it counts as the title does (SAR 67 on the report of ปีการศึกษา 2567).
  const titled = title?.years ?? headedYears(body);
  const asTitled = titled.filter(({ kind }) => kind === 'academic').map((mention) => mention.year);
  const agrees = [...own, ...asTitled].some((entry) => label.includes(entry));
  const conflict = own.length > 0 && label.length > 0 && !agrees;
  const told =
    (own.length === 1 ? toldOf(body, own[0]!, agency.kind, calendar) : undefined) ??
    (own.length > 0 && isReport(body) ? yearOfText(body, Math.max(...own), agency.kind, calendar) : undefined);
  if (told !== undefined)
    return { own: [told], label: [...new Set([...label, ...own])], file, year: told, conflict: true };
  return { own, label, file, year, conflict };
}

/** The one fiscal or academic year of a plan's first lines (ปีงบประมาณ พ.ศ. 2569 ได้รับจัดสรร…), else of the months in its rows. */
function yearsOfWork({ segments }: Pick<UnitBody, 'segments'>, kind: AgencyKind, calendar: AuditCalendar): number[] {
  const lines = segments
    .filter(({ segment }) => segment.kind !== 'row')
    .slice(0, introLines)
    .filter(({ segment }) => segment.text.length <= longestIntro)
    .flatMap(({ segment }) => findYears(norm(segment.text)))
    .filter((mention) => countedYears.has(mention.kind));
  const years = [...new Set(yearsOf(lines, kind, calendar))];
  if (years.length > 0) return years.length === 1 ? years : [];
  const cells = segments.flatMap(({ segment }) => (segment.kind === 'row' ? (segment.cells ?? []) : []));
  const months = cells.flatMap((cell) => {
    const mentions = cell.length <= longestMonths ? findYears(norm(cell)) : [];
    return mentions.length === 1 && mentions[0]!.last === undefined ? mentions : [];
  });
  const [one, ...others] = new Set(months.filter(({ kind }) => ofMonths.has(kind)).map(({ year }) => year));
  return one !== undefined && others.length === 0 && months.length >= fewestMonths ? [one] : [];
}
/** Letters of a cell that says when something is done, and rows that say so. */
const [longestMonths, fewestMonths] = [40, 3];
const ofMonths: ReadonlySet<YearMention['kind']> = new Set(['fiscal', 'date']);

/** Of what has no title that it is known by, its first heading. */
function headedYears({ segments }: Pick<UnitBody, 'segments'>): readonly YearMention[] {
  const heading = segments.find(({ segment }) => segment.kind === 'heading');
  return heading === undefined ? [] : findYears(norm(heading.segment.text));
}

/**
 * The earlier year that the first lines say all is of, where the title's own year is told nowhere under it: an old text under a new
 * heading. A plan's first lines that say which year's plan was made need no more: its rows name months of two years.
 */
function toldOf(
  { own: title, segments }: Pick<UnitBody, 'own' | 'segments'>,
  titled: number,
  kind: AgencyKind,
  calendar: AuditCalendar,
): number | undefined {
  const intro = segments
    .filter(({ segment }) => segment.kind !== 'row' && segment.kind !== 'heading')
    .slice(0, introLines)
    .filter(({ segment }) => segment.text.length <= longestIntro)
    .map(({ segment }) => norm(segment.text));
  const ofReport = isReport({ own: title });
  const told = soleYear(intro.filter(({ text }) => ofPlan.test(text) || (ofReport && asOf.test(text))));
  const ofPlanItself = title?.classes.has('annual-plan') === true;
  if (told === undefined && !ofPlanItself) return undefined;
  const itself = new RegExp(`${titled}|${titled - 543}|(?<!\\d)${titled % 100}(?!\\d)`, 'u');
  if (told !== undefined && !segments.some(({ segment }) => itself.test(norm(segment.text).text))) return told;
  if (!ofPlanItself || intro.some(({ text }) => itself.test(text))) return undefined;
  return soleYear(intro.filter(({ text }) => madePlan.test(text)));

  /** The one fiscal or academic year that the lines name, if it is an earlier one. */
  function soleYear(lines: readonly NormalText[]): number | undefined {
    const named = lines.flatMap((n) => findYears(n).filter((mention) => countedYears.has(mention.kind)));
    const years = new Set(yearsOf(named, kind, calendar));
    const [year] = years;
    return years.size === 1 && year !== undefined && year < titled ? year : undefined;
  }
}
const isReport = ({ own }: Pick<UnitBody, 'own'>): boolean => [...reports].some((id) => own?.classes.has(id));
const [introLines, longestIntro] = [3, 400];
const countedYears: ReadonlySet<YearMention['kind']> = new Set(['fiscal', 'academic']);
/** Over the match form, as the next two: what was done is told of that plan. */
const ofPlan = /(?:ตาม|ใช้|ของ)แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)[^\n]{0,160}?(?:ผล|ดังนี้|ดังต่อไปนี้)/u;
/** Of when the figures are. */
const asOf = /^[^\p{L}]*(?:ข้อมูล\s*)?(?:ณ|ถึง|สิ้น)\s*(?:วันที่|สิ้น|เดือน)|^[^\p{L}]*(?:ข้อมูล)?รอบ\s*\d{1,2}\s*เดือน/u;
const madePlan = /(?:ได้|จึง)(?:จัด)?ทำแผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)/u;

/** Several years in one source: the one a weaker source confirms, else the latest. */
function pickYear(years: readonly number[], order: readonly (readonly number[])[]): number | undefined {
  for (const source of order) {
    const common = years.filter((year) => source.includes(year));
    if (common.length === 1) return common[0];
  }
  return Math.max(...years);
}

function fileYears(page: Page, kind: AgencyKind, calendar: AuditCalendar): number[] {
  if (page.text.media === 'html') return [];
  const name = fileNameOf(page);
  return yearsOf([...findYears(norm(name)), ...yearsInFileName(name)], kind, calendar);
}
