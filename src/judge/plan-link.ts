// Which links lead to the annual plan: by their label, unless the target is something else; or by what the target is. Pure.
import type { Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import { isFramed, isJump, type LinkReading, readLink } from './link-reading.ts';
import { costedLines } from './plan-lines.ts';
import { definite, isLookalike, isOfSubject, readTitle, type TitleReading } from './title.ts';
import type { UnitBody, UnitContext } from './unit.ts';
import { type Content, linkedSegments } from './unit-content.ts';
import { bodiesOf } from './units.ts';

/** What a label must say for the link to be one to the plan: its name; or nothing, where the target says it. */
export type PlanPromise = 'named' | 'unnamed' | 'none';

export function planPromise({ ref, reading }: LinkReading): PlanPromise {
  if (ref.link.url === null || isJump(ref)) return 'none';
  const hit = reading.classes.get('annual-plan');
  if (hit && hit.grade !== 'weak') return 'named';
  // Weak words for it (งบหน้ารายจ่าย) promise no more than words of any other sort do.
  const others = reading.classes.size - (hit ? 1 : 0);
  return isLookalike(reading) || others > 0 ? 'none' : 'unnamed';
}

/**
 * The content is the plan itself: whatever leads there is a link to it, or whatever stands under no heading of another plan, or whatever
 * speaks of a plan.
 */
export type ShownPlan = 'any-label' | 'own-place' | 'plan-label' | 'no';

export function shownPlan(lexicon: Lexicon, page: Page, bodies: readonly UnitBody[]): ShownPlan {
  const plans = bodies.filter(({ own }) => namesSurely(own?.classes, 'annual-plan'));
  if (plans.length === 0) return 'no';
  if (page.text.media !== 'html') return 'any-label';
  // A page of nothing else is as good as a document.
  const rest = bodies.filter((body) => !plans.includes(body));
  if (
    page.role !== 'start' &&
    saysNothing(contentsOf(rest)) &&
    plans.some((body) => listsProjects(body) || tellsCosts(lexicon, page, body))
  )
    return 'own-place';
  // A page must show it, and be reached by a word for plans.
  return plans.some(({ content }) => content.records.length > 1 || content.letters > 80) ? 'plan-label' : 'no';
}

/** A sentence names it, and below it works stand with their money. */
const tellsCosts = (lexicon: Lexicon, page: Page, { segments }: UnitBody): boolean =>
  costedLines(lexicon, { segments, linked: linkedSegments(page) }).length > 1;

const listsProjects = ({ content }: UnitBody): boolean => content.records.length > 1;

/** `target`: what was read under the link, if anything was. */
export function isPlanLink(
  entry: LinkReading,
  promise: PlanPromise,
  target: { readonly shown: ShownPlan; contradicts(): boolean } | undefined,
): boolean {
  switch (promise) {
    case 'none':
      return false;
    case 'named':
      return !target?.contradicts();
    case 'unnamed':
      if (target?.shown === 'any-label') return true;
      if (target?.shown === 'own-place') return entry.context === undefined || !isLookalike(entry.context);
      if (target?.shown !== 'plan-label') return false;
      // Or by words of any sort (อ่านออนไลน์) under a heading, or on a card, that names the plan.
      return norm(entry.ref.link.label).text.includes('แผน') || entry.context?.classes.has('annual-plan') === true;
  }
}

/**
 * Under a label that promises the annual plan: the target, by its own words, is another plan and holds nothing of the annual
 * one, or is a list of nothing but other plans and other bodies' plans.
 */
export function contradicted(context: UnitContext, page: Page, bodies: readonly UnitBody[]): boolean {
  if (bodies.length === 0) return false;
  if (listsOthersOnly(context, page, bodies)) return true;
  if (!isOthers(bodies)) return false;
  return !mainLinks(page).some((link) =>
    readTitle(context.lexicon, link.label, context.agency).classes.has('annual-plan'),
  );
}

/** By their titles they are another plan, or another body's, and none of them this agency's annual one. */
const isOthers = (bodies: readonly UnitBody[]): boolean =>
  bodies.some(({ own }) => own !== undefined && (isOtherPlan(own) || isForeign(own))) && !isPlan(bodies);

const isPlan = (bodies: readonly UnitBody[]): boolean => bodies.some(({ own }) => own?.classes.has('annual-plan'));

/** No content of its own: at most a line or two about what it lists or frames. */
export const saysNothing = (parts: readonly Pick<Content, 'records' | 'letters'>[]): boolean =>
  parts.every(({ records, letters }) => records.length === 0 && letters <= mostSaid);
const contentsOf = (bodies: readonly UnitBody[]) => bodies.map(({ content }) => content);

const isForeign = ({ classes, foreign }: TitleReading): boolean => classes.size === 0 && foreign.has('annual-plan');

const isOtherPlan = (reading: TitleReading): boolean =>
  isLookalike(reading) && reading.lookalikes.some((entry) => entry.kind === 'plan');

/** Letters that a list says of itself and of what it holds no link to. */
const mostSaid = 120;

/** Of the document that a link leads to, whose own words stand before what it is called in a list. */
function bodiesUnder(context: UnitContext, link: Link): readonly UnitBody[] {
  const target = context.site.targetOf(link);
  return target.kind === 'page' && target.page.text.media !== 'html' ? bodiesOf(context, target.page) : [];
}

/** Neither a plan but one of several years, nor work that could be planned. */
const speaksOfNoPlan = ({ segments }: UnitBody): boolean =>
  segments.length > 0 && !segments.some(({ segment }) => ofPlanned.test(norm(segment.text).text));
/** Over the match form. */
const ofPlanned = /แผน(?!พัฒนา|ยุทธศาสตร์|แม่บท|ที่)|โครงการ|กิจกรรม/u;

const mainLinks = (page: Page) => page.text.links.filter((link) => link.url && link.region === 'main');

/** A page without content of its own whose every link names a plan that is not this agency's annual one. */
function listsOthersOnly(context: UnitContext, page: Page, bodies: readonly UnitBody[]): boolean {
  const { lexicon, agency, site } = context;
  if (page.text.media !== 'html' || !saysNothing(contentsOf(bodies))) return false;
  if (page.text.links.some(isFramed)) return false;
  let others = 0;
  for (const link of mainLinks(page)) {
    const ref = { page, link };
    // Menus that the markup does not call so stand on other pages too.
    if (isJump(ref) || site.linkedElsewhere(link.url!, page)) continue;
    const entry = readLink(lexicon, agency, ref);
    const { reading } = entry;
    const target = bodiesUnder(context, link);
    if (isOtherPlan(reading) || isForeign(reading)) others++;
    else if (isOfSubject(reading) && !isPlan(target)) others++;
    else if (reading.classes.has('annual-plan') && isOthers(target)) others++;
    // What is no plan by its label and by itself is none of this agency's year.
    else if (isLookalike(reading) && target.some(({ own }) => own !== undefined && isLookalike(own)) && !isPlan(target))
      continue;
    // What was read and speaks of no plan and no work (a vision, a motto, a map) is none, whatever it is called.
    else if (target.length > 0 && target.every(speaksOfNoPlan)) continue;
    // Reports listed beside them make none of them the plan.
    else if (!entry.silent && reading.classes.size > 0 && !reading.classes.has('annual-plan')) continue;
    else if (entry.silent || definite(reading) || /\.\w{3,4}$/.test(link.url ?? '')) return false;
  }
  return others > 0;
}
