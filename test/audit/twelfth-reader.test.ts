// Twenty agencies that publish as offices do, with no wish to be hard to audit: what they lack they lack by neglect.
import { describeReader } from './describe-reader.ts';

describeReader('twelfth-reader-sites', {
  // Named by a year of a date: a document of a host that could not be asked.
  s508: ['stakeholder-survey'],
  // The requirement's wording is what the page says of it.
  s510: ['budget-progress'],
  // Photographed pages under a title of the year.
  s514: ['plan-current'],
  s519: ['recommendations'],
});
