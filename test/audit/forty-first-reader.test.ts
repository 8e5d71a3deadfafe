// Eight agencies: five show nearly everything in forms that nobody would guess (a menu, a timetable, a sea chart, a game), three are half
// true. At first sight 57 of 110 cells had a verdict that the reader allows; the judge of the morning before had 40.
import { describeReader } from './describe-reader.ts';

describeReader('forty-first-reader-sites', {
  v01: [],
});
