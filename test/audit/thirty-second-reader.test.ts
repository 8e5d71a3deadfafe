// Nine ordinary offices whose publishing is half done: renamed lists, forwarded circulars, sheets of budgets, a moved domain.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-second-reader-sites', {
  // Older recommendations stand in a report that is called a look-alike's.
  i03: ['recommendations'],
  // One project of a special budget is a part of what was asked for; the older report is the reader's reason.
  i04: ['evaluation-results'],
});
