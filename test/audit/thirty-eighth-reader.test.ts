// Ten agencies: seven show nearly everything in forms and places of their own, three have right titles over half of it. At first sight 69 of
// 138 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-eighth-reader-sites', {
  // All of it stands in an issue of a newsletter that nothing calls more than that; the plan is named among what is not on the web.
  r06: ['work-programmes', 'recommendations', 'monitoring-results', 'budget-progress'],
  // In a thread of a forum.
  r07: ['recommendations'],
});
