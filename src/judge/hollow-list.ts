// Pages under the plan's name that only list it, and on which every link to it is dead: they live, and lead nowhere. Pure.
import type { Page } from '../model/crawl.ts';
import { isFramed, isJump, readLink } from './link-reading.ts';
import { planPromise, saysNothing } from './plan-link.ts';
import type { Target } from './site.ts';
import type { Survey } from './survey.ts';
import { urlKey } from './url-key.ts';

/** Whether a page that a plan link leads to holds nothing but links to the plan that are dead, or that lead to such a page. */
export function hollowTest({ agency, lexicon, planLinks, site, units }: Survey): (page: Page) => boolean {
  // By where they lead: the same link on several pages is read on the first of them.
  const plans = new Map(planLinks.map(({ ref }) => [urlKey(ref.link.url!), site.targetOf(ref.link)]));
  const unitsOn = Map.groupBy(units, (unit) => unit.page);
  const known = new Map<Page, boolean>();
  const isHollow = (page: Page): boolean => {
    const answer = known.get(page);
    if (answer !== undefined) return answer;
    // While it is asked of a page, what leads back to it (its own menu) tells nothing.
    known.set(page, true);
    const listed = page.text.links.flatMap(({ url }) => (url === null ? [] : (plans.get(urlKey(url)) ?? [])));
    const hollow =
      listed.some(isDead) &&
      listed.every((target) => isDead(target) || (isOwnPage(target) && isHollow(target.page))) &&
      holdsNothing(page);
    known.set(page, hollow);
    return hollow;
  };
  return isHollow;

  /** It says nothing itself, shows nothing in a frame, and has no living file whose label leaves open what it is. */
  function holdsNothing(page: Page): boolean {
    if (page.text.media !== 'html' || page.text.links.some(isFramed)) return false;
    if (!saysNothing(unitsOn.get(page) ?? [])) return false;
    return !page.text.links.some((link) => {
      const ref = { page, link };
      if (link.region !== 'main' || link.url === null || isJump(ref) || site.linkedElsewhere(link.url, page))
        return false;
      const target = site.targetOf(link);
      if (isDead(target) || isOwnPage(target)) return false;
      return planPromise(readLink(lexicon, agency, ref)) !== 'none';
    });
  }
}

const isDead = (target: Target): boolean => target.kind === 'gap' && target.gap.fetch?.dead === true;

const isOwnPage = (target: Target): target is Extract<Target, { kind: 'page' }> =>
  target.kind === 'page' && target.page.text.media === 'html' && !target.page.offSite;
