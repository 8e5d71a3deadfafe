// Seventy-seven sites by a third reader: site builders, listings, share tables, windows of several audit dates, look-alikes.
import { describeReader } from './describe-reader.ts';

describeReader('third-reader', {
  'college-word': ['recommendations'],
  'hosp-moit5': ['budget-progress'],
  'ppho-wpdm': ['disclosure-order'],
  'coop-nov': ['work-programmes'],
  'land-dept-plan': ['plan-link', 'plan-current'],
});
