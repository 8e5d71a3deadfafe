// Units whose title is right and whose content is of something else, or of nothing: they show nothing of what they claim. Pure.
import { isAnothers } from './anothers.ts';
import { showsHowToFillIn } from './filling-in.ts';
import { followsElse } from './follows-else.ts';
import { missionCounts } from './mission-counts.ts';
import { isNamesakes } from './namesakes.ts';
import { isUnfilledSurvey, neverSpeaks } from './never-speaks.ts';
import { claimsWork, onOtherMatter } from './other-matter.ts';
import { outsidersAnswered } from './outsiders-answered.ts';
import { isPassedOn } from './passed-on.ts';
import { onlyQuotesLaw } from './quotes-law.ts';
import { sourcedElsewhere } from './sourced-elsewhere.ts';
import type { Survey } from './survey.ts';
import { surveysElse } from './surveys-else.ts';
import type { Unit } from './unit.ts';

/**
 * A report on another matter, or that never speaks of what it is called after, a committee for one, what the law says of it, a paper passed
 * on for others, of a namesake or another of its sort, or taken from another body, a survey still to come or of how people live, or a form with its hints and examples.
 */
export const isHalfTrue = (survey: Survey, unit: Unit): boolean =>
  onOtherMatter(survey, unit) ||
  followsElse(unit) ||
  onlyQuotesLaw(survey, unit) ||
  isNamesakes(survey, unit) ||
  isAnothers(survey, unit) ||
  neverSpeaks(unit) ||
  isUnfilledSurvey(unit) ||
  surveysElse(survey, unit) ||
  ((unit.classes.size > 0 || unit.records.length > 0) && isPassedOn(unit, survey.agency)) ||
  (unit.classes.size > 0 && sourcedElsewhere(survey, unit)) ||
  ((claimsWork(unit) || unit.records.length > 0) && showsHowToFillIn(unit));

/** The unit with its title alone; what outsiders answered in it is told all the same, and what was done in the mission, counted. */
export function emptied(survey: Survey, unit: Unit): Unit {
  const answered = outsidersAnswered(survey, unit);
  if (answered !== undefined)
    return Object.create(unit, {
      classes: { value: new Map([['survey-report', byContent('survey-report')]]), enumerable: true },
      borneOut: { value: new Map([['survey-report', answered]]), enumerable: true },
    }) as Unit;
  const counted = missionCounts(survey, unit);
  return Object.create(unit, {
    ...(counted && {
      classes: { value: new Map(unit.classes).set('progress-page', byContent('progress-page')), enumerable: true },
      borneOut: { value: new Map([['progress-page', counted.segment]]), enumerable: true },
      year: { value: { ...unit.year, year: counted.year }, enumerable: true },
    }),
    segments: { value: [], enumerable: true },
    records: { value: [], enumerable: true },
    tables: { value: [], enumerable: true },
    told: { value: 0, enumerable: true },
    letters: { value: 0, enumerable: true },
    // What stands there is of something else: no page that is empty but for the requirement's words.
    echo: { value: [], enumerable: true },
  }) as Unit;
}

/** A class that no title names. */
export const byContent = (id: string) =>
  ({ id, grade: 'synonym', from: 0, to: 0, damaged: false, origin: 'content' }) as const;
