// Fourteen agencies: half with nearly everything, in forms of their own; three with a look-alike that is close to the real thing.
import { describeReader } from './describe-reader.ts';

describeReader('thirteenth-reader-sites', {
  // States after rows of dots, the money in another document of the archive; a measure told in a sentence.
  s612: ['budget-progress', 'disclosure-order'],
});
