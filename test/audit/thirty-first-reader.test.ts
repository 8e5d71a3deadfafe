// Twelve agencies in six pairs: one of each publishes what is asked for, its twin differs by a few words. At first sight 150 of 168 cells had
// a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-first-reader-sites', {
  // The local government's own report on its plan, whose counts are of projects put into the budget: a severe reading.
  h02: ['past-year-evaluation'],
  // Another plan that stands in its place is the better reason, as elsewhere; instalments of a fund's loans are progress of its mission.
  h06: ['work-programmes', 'progress-presentation'],
  // Students asked customers of milk tea, for their lessons.
  h08: ['stakeholder-survey'],
});
