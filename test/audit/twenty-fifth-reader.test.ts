// Sixteen agencies of another province that call things by names of their own; the twenty-fourth set was mended for before it was seen.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-fifth-reader-sites', {
  // Pasted rows without a link are named before they are an echo.
  b02: [
    'work-programmes',
    'projects',
    'evaluation-results',
    'recommendations',
    'monitoring-results',
    'budget-progress',
    'progress-presentation',
  ],
  // The plan that nobody can open might hold it; a calendar of its own does.
  b07: ['monitoring-mechanism'],
  // One sentence of a board's resolution.
  b09: ['monitoring-results', 'budget-progress', 'monitoring-mechanism'],
  b11: ['recommendations'],
  b13: ['progress-presentation'],
  // As b02.
  b14: ['work-programmes', 'projects', 'recommendations', 'stakeholder-survey', 'progress-presentation'],
  b15: ['recommendations'],
  // Half a year in one running paragraph.
  b16: ['recommendations', 'monitoring-results', 'budget-progress', 'progress-presentation'],
});
