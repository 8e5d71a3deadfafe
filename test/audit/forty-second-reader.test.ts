// Ten agencies as a province has them. At first sight 133 of 140 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('forty-second-reader-sites', {});
