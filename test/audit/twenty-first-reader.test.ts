// Sixteen schools, colleges, universities, hospitals and enterprises: half-kept sites, reports of another year, books of many pages.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-first-reader-sites', {
  // A teacher's list has no chapter on problems, and none is promised.
  x02: ['recommendations'],
  // Told under an item of the minutes that names no report.
  x03: ['recommendations'],
  // A page of results for the area, which names no plan.
  x07: ['progress-presentation'],
});
