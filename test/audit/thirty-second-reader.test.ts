// Nine ordinary offices whose publishing is half done: renamed lists, forwarded circulars, sheets of budgets, a moved domain.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-second-reader-sites', {
  i03: ['recommendations', 'monitoring-mechanism'],
  i04: ['evaluation-results', 'monitoring-results', 'disclosure-order'],
  i07: ['plan-current'],
});
