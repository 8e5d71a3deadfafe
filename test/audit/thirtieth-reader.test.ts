// Eight agencies whose sites have most things nearly: of another year, body, plan or kind; and the real ones between them.
import { describeReader } from './describe-reader.ts';

describeReader('thirtieth-reader-sites', {
  // Results of the plan of five years as a presentation of progress.
  g01: ['progress-presentation'],
  // A report named without a link promises more than the criterion's own.
  g08: ['work-programmes', 'budget-progress'],
});
