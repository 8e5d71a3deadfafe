// Twenty-two sites of a northern province, half of which tell what they have in free forms.
import { describeReader } from './describe-reader.ts';

describeReader('eighth-reader-sites', {
  'mun-kadluang': ['evaluation-results', 'recommendations', 'past-year-evaluation'],
  'pao-wiangphakham': ['monitoring-results'],
  'amphoe-panglang': ['projects', 'recommendations', 'monitoring-results', 'budget-progress'],
  'water-region14': ['evaluation-results', 'past-year-evaluation'],
  'customs-phakham': ['recommendations'],
  'sso-doimon': ['evaluation-results', 'recommendations'],
  'school-wpkw': ['recommendations'],
  'fac-highland': ['recommendations'],
  'waterworks-wpk': ['recommendations', 'monitoring-results', 'budget-progress'],
  'hosp-maeteep': ['recommendations'],
  'tech-wpk': ['budget-progress'],
  'pmj-wpk': ['monitoring-results', 'budget-progress'],
});
