// Twelve old websites that grew for years: lists by year over several pages, the same document under several labels.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-ninth-reader-sites', {
  // A dead report on the plan promises its projects, and is told of before the plan of five years in the annual one's place.
  f10: ['work-programmes', 'projects'],
});
