// Ten agencies as a province has them. At first sight 130 of 139 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-ninth-reader-sites', {
  // The requirement's own words stand there over nothing: of the reasons that fit, the criteria name that before the others.
  w05: ['monitoring-results', 'budget-progress'],
  // The report of the year before, which robots are asked to leave alone, would show them as well as the plan that a firewall keeps.
  w09: ['work-programmes', 'projects'],
});
