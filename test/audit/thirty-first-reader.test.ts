// Twelve agencies in six pairs: one of each publishes what is asked for, its twin differs by a few words. At first sight 150 of 168 cells had
// a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('thirty-first-reader-sites', {
  h02: ['past-year-evaluation'],
  h04: ['work-programmes', 'disclosure-order'],
  h05: ['recommendations', 'monitoring-mechanism'],
  h06: ['work-programmes', 'recommendations', 'monitoring-results', 'progress-presentation'],
  h07: ['monitoring-results', 'budget-progress', 'disclosure-order'],
  h08: ['recommendations', 'budget-progress', 'stakeholder-survey'],
  h09: ['monitoring-mechanism', 'disclosure-order'],
  h12: ['work-programmes', 'evaluation-results', 'monitoring-results', 'budget-progress', 'monitoring-mechanism'],
});
