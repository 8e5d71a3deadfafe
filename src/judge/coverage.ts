// Whether enough of the agency's own site answered for anything to be called absent ("absence is a verdict only over adequate
// coverage", criteria.md). Pure.
import type { Gap } from '../model/crawl.ts';
import { findPhrases } from '../text/phrase.ts';
import { norm } from './lexicon.ts';
import { isNamed, readLink } from './link-reading.ts';
import type { Survey } from './survey.ts';

/** One page that does not answer is any site's; from so many of all that was asked for, too little was seen. */
const fewestUnseen = 2;
const shareOfAnything = 0.2;
const shareOfAll = 0.5;

/**
 * What was asked for of the agency's own site and did not answer (a firewall, an error of the server, a time-out), where that is a
 * fifth of all that was asked for or more under labels that do not say that it is something else; or half of it under any labels.
 * Else none.
 */
export function unseenOf(survey: Survey): readonly Gap[] {
  const known = remembered.get(survey);
  if (known !== undefined) return known;
  const { gaps, pages } = survey.site.crawl;
  const silent = gaps.filter(({ fetch, offSite }) => fetch !== undefined && !fetch.dead && !offSite);
  const read = pages.filter(({ offSite, duplicateOf }) => !offSite && duplicateOf === undefined).length;
  const tooMany = (unseen: readonly Gap[], share: number): boolean =>
    unseen.length >= fewestUnseen && unseen.length >= share * (silent.length + read);
  const anything = silent.filter((gap) => mayBeAnything(survey, gap));
  // What robots.txt keeps from programs is there for visitors, as its labels say.
  const failed = silent.filter(({ fetch }) => fetch?.code !== 'robots-disallowed');
  const unseen = tooMany(anything, shareOfAnything) ? anything : tooMany(failed, shareOfAll) ? failed : [];
  remembered.set(survey, unseen);
  return unseen;
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
