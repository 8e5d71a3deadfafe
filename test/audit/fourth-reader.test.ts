// Thirty ordinary sites by a reader who did not know the judge: agencies of many kinds, as they build.
import { describeReader } from './describe-reader.ts';

describeReader('fourth-reader-sites', {});
