// Twenty agencies that publish as offices do, with no wish to be hard to audit: what they lack they lack by neglect.
import { describeReader } from './describe-reader.ts';

describeReader('twelfth-reader-sites', {
  // Named by a year of a date: a document of a host that could not be asked.
  s508: ['stakeholder-survey'],
  // The requirement's wording is what the page says of it.
  s510: ['budget-progress'],
  // The plan is photographed pages: without reading them nobody can say that it has no chapter on how it is followed up.
  s514: ['monitoring-mechanism'],
  s519: ['recommendations'],
});
