// Eight agencies: five show nearly everything in forms that nobody would guess (a menu, a timetable, a sea chart, a game), three are half
// true. At first sight 57 of 110 cells had a verdict that the reader allows; the judge of the morning before had 40.
import { describeReader } from './describe-reader.ts';

describeReader('forty-first-reader-sites', {
  // A year's ports of call, so many of so many, and a mark: the plan is not named.
  v04: ['past-year-evaluation'],
  // What an inspector of the canteen had to say, under the title of recommendations: of whichever year, it is not on the plan's work.
  v06: ['recommendations'],
});
