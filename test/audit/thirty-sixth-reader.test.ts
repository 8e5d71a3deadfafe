// Ten agencies: six that show everything in unexpected forms and places, four whose titles are half true. At first sight 72 of 140 cells had
// a verdict that the reader allows: the hardest set so far.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-sixth-reader-sites', {
  // Behind a link of a kind that is not looked at (comments on a service).
  n01: ['stakeholder-survey'],
  // In the annex of a manual: manuals teach how to report, and are not opened for what they might hold.
  n05: ['monitoring-mechanism', 'disclosure-order'],
  // Its title and its text name two years: a conflict of which nothing more is said.
  n07: ['monitoring-results'],
  // A page of counts too short to be a presentation by its length.
  n08: ['progress-presentation'],
});
