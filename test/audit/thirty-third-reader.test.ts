// Eight agencies in four pairs, other changes than the thirty-first's. At first sight 101 of 112 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-third-reader-sites', {
  // The menu's page is called plan and reports as well, and is the agency's own, whatever host its row leads to.
  j04: ['plan-link-resolves'],
  // Another plan in the place of the annual one is told first.
  j08: ['work-programmes'],
});
