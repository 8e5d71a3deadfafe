// Thirty-three sites by a second reader: other wordings, systems, documents and traps than the sample province's.
import { describeReader } from './describe-reader.ts';

describeReader('second-reader', {});
