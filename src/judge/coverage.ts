// Whether enough of the agency's own site answered for anything to be called absent ("absence is a verdict only over adequate
// coverage", criteria.md). Pure.
import type { Gap } from '../model/crawl.ts';
import { findPhrases } from '../text/phrase.ts';
import { norm } from './lexicon.ts';
import { isNamed, readLink } from './link-reading.ts';
import type { Survey } from './survey.ts';

/** One page that does not answer is any site's; from so many of all that was asked for, too little was seen. */
const fewestUnanswered = 2;
const shareUnanswered = 0.2;

/**
 * What was asked for of the agency's own site, under labels that do not say that it is something else, and did not answer (a firewall,
 * an error of the server, a time-out), where that is a fifth of all that was asked for or more; else none.
 */
export function unansweredOf(survey: Survey): readonly Gap[] {
  const known = remembered.get(survey);
  if (known !== undefined) return known;
  const { gaps, pages } = survey.site.crawl;
  const silent = gaps.filter(
    (gap) => gap.fetch !== undefined && !gap.fetch.dead && !gap.offSite && mayBeAnything(survey, gap),
  );
  const read = pages.filter(({ offSite, duplicateOf }) => !offSite && duplicateOf === undefined).length;
  const enough = silent.length < fewestUnanswered || silent.length < shareUnanswered * (silent.length + read);
  const unanswered = enough ? [] : silent;
  remembered.set(survey, unanswered);
  return unanswered;
}
const remembered = new WeakMap<Survey, readonly Gap[]>();

/** No label that leads there names what it is, or says that it is nothing of interest (contact, map, sign-in). */
function mayBeAnything({ site, lexicon, agency }: Survey, gap: Gap): boolean {
  const refs = site.labelsOfGap(gap).filter(({ link }) => link.element !== 'sitemap');
  return (
    refs.length > 0 &&
    refs.every(
      (ref) =>
        !isNamed(readLink(lexicon, agency, ref)) &&
        findPhrases(lexicon.idle, norm(ref.link.label.slice(0, 300))).length === 0,
    )
  );
}
