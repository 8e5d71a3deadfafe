// The year of which a report's text tells, where it is an older one than its title's: last year's cover over a report of years ago. The
// title's year and those about it are named nowhere under it, and what is named there, fiscal years and days, is all older. Pure.
import type { AgencyKind } from '../model/registry.ts';
import { findYears, type YearMention } from '../text/fiscal-year.ts';
import { norm } from './lexicon.ts';
import { titleLines } from './title.ts';
import type { UnitBody } from './unit.ts';
import { type AuditCalendar, effectiveYear } from './years.ts';

/** Years before the title's that a report may compare itself with, or go back to. */
const comparable = 1;
/** Mentions that are no slip. */
const fewest = 2;

/**
 * @param title the one year of the title
 * @return the year that the text names as that of the work; undefined where it names the title's, one near it, or too little
 */
export function yearOfText(
  { own, segments }: Pick<UnitBody, 'own' | 'segments'>,
  title: number,
  kind: AgencyKind,
  calendar: AuditCalendar,
): number | undefined {
  const near = new RegExp(`(?:^|[^\\d,.])(?:${title}|${title - 543}|${title % 100})(?!\\d|[,.]\\d)`, 'u');
  const titled = titleLines({ own });
  let told = Number.POSITIVE_INFINITY;
  let mentions = 0;
  let latest = 0;
  for (const { segment } of segments) {
    const n = norm(segment.text);
    // A cover's lines, and the page's head that repeats them.
    if (titled.has(n.text)) continue;
    if (!/\d\d/.test(n.text)) continue;
    if (near.test(n.text)) return undefined;
    for (const mention of findYears(n)) {
      const year = effectiveYear(mention, kind, calendar);
      if (mention.kind === 'range' && (mention.last ?? year) > title - comparable) return undefined;
      if (!counted.has(mention.kind)) continue;
      mentions += 1;
      latest = Math.max(latest, year);
      // What is advised for the next year is named after the year that was.
      if ((mention.kind === 'fiscal' || mention.kind === 'academic') && segment.kind !== 'row')
        told = Math.min(told, year);
    }
  }
  return mentions < fewest || latest >= title - comparable || told > latest ? undefined : told;
}
const counted: ReadonlySet<YearMention['kind']> = new Set(['fiscal', 'academic', 'date', 'plain']);
