// Ten agencies as a province has them: exemplary ones, half-done ones, look-alikes, scans, walls and odd builds. At first sight 128 of 140
// cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-fifth-reader-sites', {
  // Of the reasons that fit, the pasted requirement comes first by the criteria's list.
  m03: ['budget-progress'],
  // A visitor's browser shows it: a living target, as a scan is one.
  m09: ['plan-link-resolves'],
});
