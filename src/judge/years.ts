// Which fiscal years a criterion accepts on the audit date, and which year a piece of evidence is of. Pure.

import type { AgencyKind } from '../model/registry.ts';
import { fiscalYearOf, type YearMention } from '../text/fiscal-year.ts';
import type { YearWindow } from './pack.ts';

export interface AuditCalendar {
  /** ISO date. */
  readonly asOf: string;
  /** Fiscal year in force (B.E.). */
  readonly fiscalYear: number;
  /** Academic year in force (B.E.): from 16 May. */
  readonly academicYear: number;
}

export function calendarOf(asOf: string): AuditCalendar {
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  const begun = month > 5 || (month === 5 && day >= 16);
  return { asOf, fiscalYear: fiscalYearOf(asOf), academicYear: year + 543 - (begun ? 0 : 1) };
}

/** The fiscal years (B.E.) a criterion accepts on the audit date; 'any' where it names none. */
export function acceptedYears(
  rule: 'any' | readonly YearWindow[],
  calendar: AuditCalendar,
): ReadonlySet<number> | 'any' {
  if (rule === 'any') return 'any';
  const accepted = new Set<number>();
  for (const window of rule)
    if (window.through === undefined || dayOfFiscalYear(calendar.asOf.slice(5)) <= dayOfFiscalYear(window.through))
      accepted.add(calendar.fiscalYear + window.offset);
  return accepted;
}

/** Order of a MM-DD within a fiscal year that starts on 1 October. */
function dayOfFiscalYear(monthDay: string): number {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return ((month + 2) % 12) * 100 + day;
}

const academicKinds: ReadonlySet<AgencyKind> = new Set(['school', 'college', 'university']);

/**
 * The fiscal year a mention stands for. Schools and colleges may count by academic year: either calendar's year in
 * force is the current one.
 */
export function effectiveYear(mention: YearMention, kind: AgencyKind, calendar: AuditCalendar): number {
  if (mention.kind === 'academic' && academicKinds.has(kind)) {
    if (mention.year === calendar.fiscalYear) return calendar.fiscalYear;
    return mention.year - calendar.academicYear + calendar.fiscalYear;
  }
  return mention.year;
}

/** Mentions that name the year something is of, best first: fiscal, academic, plain, date; laws and ranges never. */
export function yearsOf(mentions: readonly YearMention[], kind: AgencyKind, calendar: AuditCalendar): number[] {
  if (mentions.length === 0) return [];
  const order = { fiscal: 0, academic: 1, plain: 2, date: 3 } as const;
  const usable = mentions.filter((mention) => mention.kind in order);
  const best = Math.min(...usable.map((mention) => order[mention.kind as keyof typeof order]));
  const years = usable
    .filter((mention) => order[mention.kind as keyof typeof order] === best)
    .map((mention) => effectiveYear(mention, kind, calendar));
  return [...new Set(years)];
}

/** The one year that they name; a day on which something was signed or posted names none. */
export function oneYearOf(
  mentions: readonly YearMention[],
  kind: AgencyKind,
  calendar: AuditCalendar,
): number | undefined {
  const years = yearsOf(
    mentions.filter((mention) => mention.kind !== 'date'),
    kind,
    calendar,
  );
  return years.length === 1 ? years[0] : undefined;
}
