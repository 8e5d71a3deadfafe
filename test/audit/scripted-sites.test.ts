// Two sites of one make: on one a script fills what stands under the headings, on the other nothing does.
import { describeReader } from './describe-reader.ts';

describeReader('scripted-sites', {});
