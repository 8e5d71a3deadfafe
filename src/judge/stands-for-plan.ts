// Whether a link's label names another plan where the annual plan should stand. Pure.
import { findPhrases } from '../text/phrase.ts';
import { norm } from './lexicon.ts';
import type { LinkReading } from './link-reading.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';

/** A look-alike plan where the annual plan should stand: under a menu of plans, or a longer plan of its name. */
export function standsForPlan(survey: Survey, entry: LinkReading, isPlanMenu: (text: string) => boolean): boolean {
  const { reading, ref } = entry;
  if (ref.link.url === null || !isLookalike(reading)) return false;
  if (!reading.lookalikes.some((item) => item.kind === 'plan')) return false;
  if (reading.multiYearPlan || calledPlanOfTheYear(survey, entry)) return true;
  const around = [
    ...ref.link.context.map((context) => context.text),
    ...(ref.link.region === 'main' ? ref.page.path.map((step) => step.label) : []),
  ];
  return around.some(isPlanMenu);
}

/** Whether a text is the head of a menu of plans; the same heads stand over many links. */
export function planMenuTest({ lexicon }: Survey): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length > 80) return false;
    const answer = known.get(text) ?? findPhrases(lexicon.planMenus, norm(text)).length > 0;
    known.set(text, answer);
    return answer;
  };
}

/** It has the annual plan's name and a year, and does not stand among its own subject's things. */
function calledPlanOfTheYear(survey: Survey, { reading, ref }: LinkReading): boolean {
  const { text } = norm(reading.text);
  // Its own name, not a report on it.
  if (!/^[^\u0E00-\u0E7F]*(?:ประกาศ(?:ใช้)?|เล่ม)?\s*แผน(?:การ)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนินงาน)/u.test(text))
    return false;
  // A report on such a plan is no plan.
  if (/รายงาน|ผลการ|ความก้าวหน้า|กำกับ|ติดตาม|ประเมิน/u.test(text)) return false;
  if (!/ประจำปี/u.test(text) && reading.year === undefined) return false;
  const ids = new Set(reading.lookalikes.map((item) => item.id));
  return !ref.link.context.some((around) => {
    const outer = readTitle(survey.lexicon, around.text, survey.agency);
    return around.text !== reading.text && isLookalike(outer) && outer.lookalikes.some((item) => ids.has(item.id));
  });
}
