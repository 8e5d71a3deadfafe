// Twenty agencies that have look-alikes in place of what they lack; six that have all of it, under names of their own.
import { describeReader } from './describe-reader.ts';

describeReader('eleventh-reader-sites', {
  s404: ['monitoring-results'],
  s411: ['recommendations'],
  // What the title claims, the pasted requirement under it does too.
  s416: ['monitoring-results', 'budget-progress'],
});
