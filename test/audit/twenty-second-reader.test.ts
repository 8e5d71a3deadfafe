// Sixteen agencies of a southern province, most of them local governments and offices of ministries, on websites of every make.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-second-reader-sites', { y10: ['plan-current'] });
