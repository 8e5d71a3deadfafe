// Twenty-seven ordinary sites by a third reader who did not know the judge, each by another hand.
import { describeReader } from './describe-reader.ts';

describeReader('sixth-reader-sites', { 'park-pages': ['budget-progress'], 'amphoe-khlonghoi': ['recommendations'] });
