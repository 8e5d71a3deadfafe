// Twenty-five ordinary sites of a southern province by a fourth reader who did not know the judge.
import { describeReader } from './describe-reader.ts';

describeReader('seventh-reader-sites', {
  faculty: ['work-programmes'],
  pwa: ['progress-presentation'],
});
