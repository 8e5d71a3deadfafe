// Ten agencies as a province has them. At first sight 127 of 140 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('forty-sixth-reader-sites', {
  // A self-assessment of an accepted year with results by aims: it serves by the pack, the reader calls it no monitoring report.
  a07: ['monitoring-results'],
  // Beside a report that is a cover and its contents (review) the reader counts a sheet of spending alone.
  a08: ['monitoring-results'],
});
