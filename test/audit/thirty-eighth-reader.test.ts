// Ten agencies: seven show nearly everything in forms and places of their own, three have right titles over half of it. At first sight 69 of
// 138 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-eighth-reader-sites', {
  // Six questions for a card that is handed out; what two thousand people answered, told in a sentence on a page of another subject.
  r01: ['stakeholder-survey'],
  r05: ['stakeholder-survey'],
  // An order to put things on the web, told as a rule of the house.
  r04: ['disclosure-order'],
  // All of it stands in an issue of a newsletter that nothing calls more than that; the plan is named among what is not on the web.
  r06: ['work-programmes', 'recommendations', 'monitoring-results', 'budget-progress'],
  // In a thread of a forum.
  r07: ['recommendations'],
});
