// Ten agencies on whose sites some parts look right and are not, and others look poor and show it. At first sight 86 of 140 cells had a verdict
// that the reader allows; mending the set before had brought none of them.
import { describeReader } from './describe-reader.ts';

describeReader('forty-eighth-reader-sites', {
  // Spending of the whole agency by sorts of money, under a title that promises it of each project.
  c10: ['progress-presentation'],
});
