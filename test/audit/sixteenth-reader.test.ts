// Sixteen ordinary agencies of one province: a third with nearly everything, a third with half, a third with little.
import { describeReader } from './describe-reader.ts';

describeReader('sixteenth-reader-sites', {
  // Only outdated recommendations, in a report whose years the criterion no longer looks at.
  s903: ['recommendations'],
  // Told in minutes without the words of a result.
  s910: ['evaluation-results'],
});
