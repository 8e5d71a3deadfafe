// Ten more half-true agencies, written and seen after the forty-third set was mended. At first sight 110 of 139 cells had a verdict that the
// reader allows; the judge before that had 107. Most that is left: another matter under a right title that speaks of plans or projects too.
import { describeReader } from './describe-reader.ts';

describeReader('forty-fourth-reader-sites', {
  // Projects with what they were given and months to come, under the title of progress: their states are told of two of them.
  c01: ['monitoring-results', 'progress-presentation'],
  // Scores of an integrity assessment with what is to be done, a spending page of allotted money, a count of craftsmen called a survey; a
  // calendar of following up whose title the pack does not read.
  c02: ['recommendations', 'monitoring-results', 'monitoring-mechanism', 'stakeholder-survey'],
  // A plan for fires under the year's plan's cover; a report on incidents is emptied, its title promises neither advice nor money.
  c03: ['plan-current', 'recommendations', 'budget-progress'],
  // Advice that is still to be discussed; articles of a law beside a heading that the site has in its own words.
  c04: ['recommendations', 'disclosure-order'],
  // Home visits and screening, where the page's menu speaks of the plan.
  c05: ['past-year-evaluation'],
  // A blank form for a request, called a questionnaire; a book for visitors, called recommendations.
  c06: ['recommendations', 'stakeholder-survey'],
  // Warrants and bail, told in rounds and reports to the head of the court.
  c07: ['monitoring-mechanism'],
  // A committee for appraisals, whose results are reported every round.
  c08: ['monitoring-mechanism'],
  // The term's calendar with the divisions that see to it; opinions from an outside assessment.
  c09: ['plan-current', 'recommendations'],
  c10: ['recommendations'],
});
