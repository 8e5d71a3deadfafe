// Twenty agencies that have look-alikes in place of what they lack; six that have all of it, under names of their own.
import { describeReader } from './describe-reader.ts';

describeReader('eleventh-reader-sites', {
  // The label promises the report, the document is the memo that asks leave to publish it.
  s404: ['evaluation-results', 'past-year-evaluation', 'monitoring-results'],
  s411: ['recommendations'],
  // What the title claims, the pasted requirement under it does too.
  s416: ['monitoring-results', 'budget-progress'],
});
