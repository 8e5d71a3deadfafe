// Which of the titles over a section it is of, and what of the others counts for it. Pure.
import { chapter, isPart, isReport, reportsOnPlan, type Title } from './heading-level.ts';
import { norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import { definite, isLookalike, needsSubject, readTitle, strong, type TitleReading } from './title.ts';
import type { UnitContext } from './unit.ts';

/** The same publication may be named in better words further out (a page's title over its table's). */
export function withOuterGrades(reading: TitleReading, chain: readonly TitleReading[]): TitleReading {
  const classes = new Map(reading.classes);
  for (const outer of chain) {
    for (const hit of outer.classes.values()) {
      const known = classes.get(hit.id);
      if (known && hit.grade === 'term' && known.grade !== 'term') classes.set(hit.id, { ...known, grade: 'term' });
    }
  }
  return { ...reading, classes };
}

/** A report's title that does not name the plan is about what the headings further out are about. */
export function outerSubject(reading: TitleReading, chain: readonly TitleReading[]): TitleReading | undefined {
  if (!needsSubject(reading)) return undefined;
  const outer = chain.slice(chain.indexOf(reading) + 1).find((title) => strong(title) && !needsSubject(title));
  return outer && (isLookalike(outer) || isOfOthers(outer)) ? outer : undefined;
}

/**
 * The line right under a report's title may say which plan it is on (ตามแผนปฏิบัติการป้องกันการทุจริต…): another plan's report by that,
 * whatever its title calls it.
 */
export function subjectBelow(
  { lexicon, agency }: UnitContext,
  title: Title,
  under: IndexedSegment | undefined,
): TitleReading | undefined {
  if (under === undefined || under.index - 1 !== title.segment || under.segment.kind === 'row') return undefined;
  const { text } = under.segment;
  if (text.length > longestSubject || !onPlan.test(norm(text).text) || !isReport(title.reading)) return undefined;
  const reading = readTitle(lexicon, text, agency);
  const others = reading.lookalikes.some(({ kind, id }) => kind === 'plan' && !ofArea.has(id));
  return isLookalike(reading) && others ? reading : undefined;
}
const longestSubject = 200;
/** Over the match form. */
const onPlan = /^[^\p{L}]*(?:ตาม|ภายใต้|ใน|ของ)แผน/u;
/** The plan of its area, which local government's and offices' yearly work follows. */
const ofArea: ReadonlySet<string> = new Set(['development-plan', 'development-evaluation']);

/** A survey's, an order's results are no results of the plan. */
function isOfOthers(reading: TitleReading): boolean {
  const ids = [...reading.classes.keys()];
  return ids.length > 0 && ids.every((id) => /^(?:survey-|disclosure-)/.test(id));
}

/** The nearest title in plain words; a chapter's heading belongs to the publication over it, if one is. */
export function governingTitle(titles: readonly Title[]): Title | undefined {
  const report = titles.findIndex((title) => title.segment !== undefined && isReport(title.reading));
  const chain = titles.filter((title, at) => !(at < report && isPart(title.reading)));
  return (
    chain.find((title) => strong(title.reading) && !chapter.test(norm(title.reading.text).text)) ??
    chain.find((title) => strong(title.reading)) ??
    chain.find((title) => definite(title.reading)) ??
    // Another body's it is, whatever a label calls it.
    chain.find((title) => title.reading.foreign.size > 0)
  );
}

/**
 * A report's name right under the heading that names the plan, no content between: two lines of one title, and what follows
 * belongs to both.
 */
export function withPlanAbove(
  reading: TitleReading,
  above: Title | undefined,
  between: readonly IndexedSegment[],
): TitleReading {
  const plan = above?.reading.classes.get('annual-plan');
  const alone = between.length === 1 && between[0]!.index === above?.segment && between[0]!.segment.kind === 'heading';
  if (!alone || plan === undefined || plan.grade === 'weak' || reading.foreign.size > 0) return reading;
  if (reading.classes.has('annual-plan') || ![...reading.classes.keys()].some((id) => reportsOnPlan.has(id)))
    return reading;
  // A round's months lie in two calendar years.
  const own = reading.year?.kind === 'date' ? undefined : reading.year?.year;
  const outer = above?.reading.year?.year;
  if (own !== undefined && outer !== undefined && own !== outer) return reading;
  return { ...reading, classes: new Map(reading.classes).set('annual-plan', { ...plan, from: 0, to: 0 }) };
}
