// Sixty-two sites by a third reader: site builders, listings, share tables, windows of several audit dates, look-alikes.
import { describeReader } from './describe-reader.ts';

describeReader('third-reader', {
  'college-word': ['recommendations'],
  'hosp-moit5': ['budget-progress'],
  'city-joomla': ['recommendations', 'budget-progress'],
  'pao-aspx': ['disclosure-order'],
  'ppho-wpdm': ['budget-progress', 'disclosure-order'],
  'pubo-aria': ['stakeholder-survey'],
  'coop-nov': ['work-programmes'],
  'dpt-conflict': ['recommendations'],
  'tm-index': ['recommendations', 'past-year-evaluation'],
  'dlt-one': ['budget-progress'],
  'uni-long': ['budget-progress'],
  'obt-embed': ['recommendations', 'past-year-evaluation'],
  'peo-posts': ['recommendations', 'monitoring-results', 'budget-progress'],
  'museum-onepage': ['evaluation-results', 'past-year-evaluation', 'monitoring-mechanism'],
  'school-ay-april': ['evaluation-results', 'recommendations', 'past-year-evaluation'],
  'health-chain': ['monitoring-mechanism'],
  'rubber-sheets': ['budget-progress'],
  'hosp-yearfolders': ['monitoring-mechanism'],
  'customs-full': ['stakeholder-survey'],
  'park-html': ['plan-link', 'plan-link-resolves'],
  'energy-spend': ['stakeholder-survey'],
  'land-dept-plan': ['plan-link', 'plan-link-resolves', 'plan-current'],
});
