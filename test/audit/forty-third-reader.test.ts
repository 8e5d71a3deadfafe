// Ten half-true agencies: right titles over other matters, hollow tables, others' papers, beside what is honestly there. At first sight 108 of
// 140 cells had a verdict that the reader allows; 22 of the others were a wrong `met`.
import { describeReader } from './describe-reader.ts';

describeReader('forty-third-reader-sites', {
  // A page that quotes the law on evaluating development plans, of no year, is for review.
  b01: ['progress-presentation'],
  // That an evaluation will be done, of no year.
  b06: ['progress-presentation'],
});
