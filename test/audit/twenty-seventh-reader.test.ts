// Sixteen agencies of a province in the set forms and builders that offices really use; right at first sight but for three cells.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-seventh-reader-sites', {
  // A short label in a row of an assessment, its file gone.
  d07: ['past-year-evaluation'],
  // What may not serve is told of as a wrong plan.
  d14: ['work-programmes'],
});
