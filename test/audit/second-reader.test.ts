// Thirty-three sites by a second reader: other wordings, systems, documents and traps than the sample province's.
import { describeReader } from './describe-reader.ts';

describeReader('second-reader', {
  // A form's heading with dots to fill in is taken for a title.
  'hosp-words': ['progress-presentation'],
});
