// Seventy-seven sites by a third reader: site builders, listings, share tables, windows of several audit dates, look-alikes.
import { describeReader } from './describe-reader.ts';

describeReader('third-reader', {
  'college-word': ['recommendations'],
  'hosp-moit5': ['budget-progress'],
  'city-joomla': ['recommendations', 'budget-progress'],
  'pao-aspx': ['disclosure-order'],
  'ppho-wpdm': ['budget-progress', 'disclosure-order'],
  'coop-nov': ['work-programmes'],
  'tm-index': ['past-year-evaluation'],
  'dlt-one': ['budget-progress'],
  'obt-embed': ['recommendations', 'past-year-evaluation'],
  'energy-spend': ['stakeholder-survey'],
  'land-dept-plan': ['plan-link', 'plan-current'],
  'v-three': ['progress-presentation'],
  'v-five': ['disclosure-order'],
  'v-ten': ['progress-presentation'],
});
