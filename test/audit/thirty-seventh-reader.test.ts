// Ten agencies in five pairs whose first of each says everything in plain, everyday words. At first sight 110 of 140 cells had a verdict
// that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-seventh-reader-sites', {
  // The report of 2568, by its title, is what there is; it is one of what is expected.
  q02: ['monitoring-results'],
  // A plan of sums by tambon, and what was reached by tambon: no projects, which a plan and its results tell of.
  q04: ['plan-current', 'evaluation-results'],
  // Twelve months by programme and number of projects, with no word of a plan or report in its title.
  q06: ['plan-link', 'work-programmes', 'monitoring-results', 'budget-progress', 'progress-presentation'],
  // The page's title is of 2568, its last line of 2569: a conflict of the two, of which nothing is shown.
  q10: ['monitoring-results', 'past-year-evaluation'],
});
