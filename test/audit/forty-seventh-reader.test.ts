// Five agencies that look rich and are half-true, and five that look poor and show it all. At first sight 98 of 140 cells had a verdict that the
// reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('forty-seventh-reader-sites', {
  // Titles of a report and an evaluation over the plan's own rows and a blank form: words enough for a presentation.
  b01: ['progress-presentation'],
  // Another body's fund under the right title, beside a report of an older year: of the two the second is named.
  b03: ['monitoring-results'],
  // Advice of another college in a report with this one's cover, which is emptied: its title promises none.
  b05: ['recommendations'],
  // A draft is no plan, so that it shows no programmes and no projects either; an anti-corruption report; counts of cases.
  b09: ['work-programmes', 'projects', 'monitoring-results', 'progress-presentation'],
});
