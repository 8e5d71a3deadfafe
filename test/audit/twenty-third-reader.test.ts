// Sixteen agencies of all kinds but local government: schools, universities, hospitals, a police station, enterprises, a province.
import { describeReader } from './describe-reader.ts';

// Last year's report on results follows the plan up as well: outdated rather than absent.
describeReader('twenty-third-reader-sites', {
  z07: ['monitoring-results'],
  z10: ['monitoring-results'],
  z13: ['monitoring-results'],
});
