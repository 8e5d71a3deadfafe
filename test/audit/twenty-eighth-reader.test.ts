// Sixteen agencies in other builders and in words of their own; at first sight six cells had another verdict than the reader's.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-eighth-reader-sites', {
  // Crimes told and solved by month, as the police publish them: another reader left that open.
  e15: ['disclosure-order', 'progress-presentation'],
});
