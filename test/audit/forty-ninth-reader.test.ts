// Three ordinary agencies and three on whose sites looks deceive both ways, written and seen after the forty-eighth set was mended. At first
// sight 78 of 84 cells had a verdict that the reader allows (42 of 42, and 36 of 42); the judge before sets 46 to 48 had 42 and 30.
import { describeReader } from './describe-reader.ts';

describeReader('forty-ninth-reader-sites', {
  // Resolutions in minutes: what should be done next year, and a team for the plan that is to send how far it is.
  d04: ['recommendations', 'monitoring-mechanism'],
  // A newsletter's column on what came of the year's projects, told of this year too.
  d05: ['past-year-evaluation'],
  // Council minutes hold the advice, and a finance ledger the money, beside a report of an older year and cards of contract sums.
  d06: ['recommendations', 'budget-progress'],
});
