// Which links lead to the plan, by what stands where they lead: to what its content makes the plan, and not to what only its title calls
// so. Pure.
import type { Page } from '../model/crawl.ts';
import { namesSurely, norm } from './lexicon.ts';
import { sendsPlan } from './plan-in-letter.ts';
import { planPromise, saysNothing } from './plan-link.ts';
import { isPreparing } from './said-to-be.ts';
import type { Survey } from './survey.ts';
import { isLookalike } from './title.ts';
import type { Unit } from './unit.ts';

/** Without those that lead to a page on which nothing is the agency's plan but a title over another body's, or over an example. */
function withoutLinksTo(pages: ReadonlySet<Page>, survey: Survey): Survey {
  if (pages.size === 0) return survey;
  const planLinks = survey.planLinks.filter(({ ref }) => {
    const target = survey.site.targetOf(ref.link);
    return target.kind !== 'page' || !pages.has(target.page);
  });
  return planLinks.length === survey.planLinks.length ? survey : { ...survey, planLinks };
}

/**
 * Whatever leads to what is the plan by its content is a link to it, or to a page that says in its own lines that it is the plan, lists
 * its projects and holds nothing else.
 */
export function withPlanLinks(given: Survey, notPlans: ReadonlySet<Page>): Survey {
  const survey = withoutLinksTo(notPlans, given);
  const plans = new Set(
    survey.units
      .filter((unit) => unit.classes.get('annual-plan')?.origin === 'content' || isPlanAlone(survey, unit))
      .map(({ page }) => page),
  );
  if (plans.size === 0) return survey;
  const known = new Set(survey.planLinks);
  const planLinks = survey.links.filter((entry) => {
    if (known.has(entry)) return true;
    const sent = isPreparing(entry.reading) && sendsPlan(entry.ref.link.label);
    if ((planPromise(entry) !== 'unnamed' && !sent) || (entry.context !== undefined && isLookalike(entry.context)))
      return false;
    const target = survey.site.targetOf(entry.ref.link);
    if (target.kind !== 'page' || !plans.has(target.page) || target.page === entry.ref.page) return false;
    return entry.ref.link.region === 'main' || callsItByName(entry.ref.link.label, target.page);
  });
  return { ...survey, planLinks };
}

/** In a menu, what the page itself is headed or titled. */
const callsItByName = (label: string, { text }: Page): boolean => {
  const called = norm(label).text.trim();
  const heading = text.segments.find(({ kind, region }) => kind === 'heading' && region === 'main')?.text ?? '';
  return called.length >= shortestCall && [heading, text.title ?? ''].some((name) => norm(name).text.includes(called));
};
const shortestCall = 6;

function isPlanAlone({ units }: Survey, unit: Unit): boolean {
  const { own, page, records } = unit;
  if (page.role === 'start' || records.length < 2 || unit.lookalike || !namesSurely(own?.classes, 'annual-plan'))
    return false;
  return saysNothing(units.filter((other) => other.page === page && other !== unit));
}
