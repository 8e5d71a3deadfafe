// Eight agencies in four pairs: changes of whose plan it is, what the committee, order or survey is about, and which year. At first sight
// 98 of 112 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-fourth-reader-sites', {
  // What stands behind a password was not seen: blocked, as everywhere. The plan may hold a chapter on following it up.
  k06: ['plan-current', 'monitoring-mechanism'],
  // The department's committee, as the office shows it: whose plans it follows is said in half a sentence.
  k08: ['monitoring-mechanism'],
});
