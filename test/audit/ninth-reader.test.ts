// Twenty-two sites of a north-eastern province, half of which tell what they have in free forms.
import { describeReader } from './describe-reader.ts';

describeReader('ninth-reader-sites', {
  // A living link to an old plan stands beside the dead one to the plan in force: the criterion asks for no year.
  'tt-nonghaedyai': ['plan-link-resolves'],
  'amphoe-dongphakwan': ['budget-progress'],
});
