// The fiscal year a unit is of: its own words, else the labels that lead to it, else its file's name. Pure.
import type { Page } from '../model/crawl.ts';
import type { AgencyKind } from '../model/registry.ts';
import { findYears, type YearMention, yearsInFileName } from '../text/fiscal-year.ts';
import type { Labels } from './labels.ts';
import { norm } from './lexicon.ts';
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
  const order = [own, label, labels.yearsAround, file];
  const first = order.find((years) => years.length > 0) ?? [];
  const year = first.length === 1 ? first[0] : first.length > 1 ? pickYear(first, order) : undefined;
  // A label may leave out that it counts as the title does (SAR 67 on the report of ปีการศึกษา 2567).
  const asTitled = title?.years.filter(({ kind }) => kind === 'academic').map((mention) => mention.year) ?? [];
  const agrees = [...own, ...asTitled].some((entry) => label.includes(entry));
  const conflict = own.length > 0 && label.length > 0 && !agrees;
  const told = own.length === 1 ? toldOf(body, own[0]!, agency.kind, calendar) : undefined;
  if (told !== undefined)
    return { own: [told], label: [...new Set([...label, ...own])], file, year: told, conflict: true };
  return { own, label, file, year, conflict };
}

/**
 * The earlier year whose plan the first lines say that all is of, where the title's own year is told nowhere under it: an old text
 * under a new heading.
 */
function toldOf(
  { segments }: Pick<UnitBody, 'segments'>,
  titled: number,
  kind: AgencyKind,
  calendar: AuditCalendar,
): number | undefined {
  const named: YearMention[] = [];
  let lines = 0;
  for (const { segment } of segments) {
    if (segment.kind === 'row' || segment.kind === 'heading') continue;
    if (++lines > introLines) break;
    const n = norm(segment.text);
    if (segment.text.length <= longestIntro && ofPlan.test(n.text))
      named.push(...findYears(n).filter((mention) => mention.kind === 'fiscal' || mention.kind === 'academic'));
  }
  const years = new Set(yearsOf(named, kind, calendar));
  const [told] = years;
  if (years.size !== 1 || told === undefined || told >= titled) return undefined;
  const itself = new RegExp(`${titled}|${titled - 543}|(?<!\\d)${titled % 100}(?!\\d)`, 'u');
  return segments.some(({ segment }) => itself.test(norm(segment.text).text)) ? undefined : told;
}
const [introLines, longestIntro] = [3, 400];
/** Over the match form: what was done is told of that plan. */
const ofPlan = /(?:ตาม|ใช้|ของ)แผน(?:การ)?(?:ปฏิบัติ|ดำเนิน)[^\n]{0,160}?(?:ผล|ดังนี้|ดังต่อไปนี้)/u;

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
