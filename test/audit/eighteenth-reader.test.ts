// Sixteen agencies of a tourist island: provincial offices above all, in their own words and on their own systems.
import { describeReader } from './describe-reader.ts';

describeReader('eighteenth-reader-sites', {
  // A list whose documents are dead is the plan link's living target; reasons of what only such lists and placeholders promise.
  u09: ['plan-link-resolves', 'evaluation-results', 'recommendations', 'past-year-evaluation'],
  // A plan of 2567 alone: its table is no report, but the nearest that there is.
  u05: ['monitoring-results', 'progress-presentation'],
});
