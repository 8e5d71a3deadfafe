// Sixteen ordinary agencies of a northern province: local governments on their vendors' systems, schools, a hospital.
import { describeReader } from './describe-reader.ts';

describeReader('twentieth-reader-sites', {});
