// Sixteen agencies of sixteen sorts that call things by names of their own.
import { describeReader } from './describe-reader.ts';

describeReader('twenty-fourth-reader-sites', {
  // Figures of its register beside the spending of the office as a whole.
  a02: ['progress-presentation'],
  // Its key results are the plan's by their codes alone; what its board remarked stands in minutes.
  a09: [
    'evaluation-results',
    'recommendations',
    'monitoring-results',
    'budget-progress',
    'past-year-evaluation',
    'progress-presentation',
  ],
  // The pasted requirement stands before what is incomplete, and before what is not there.
  a10: ['recommendations', 'monitoring-results', 'budget-progress'],
  // A link to nobody's form.
  a11: ['stakeholder-survey'],
  // The dead link's label is the pasted requirement.
  a12: ['plan-current'],
  // Spending by kind is an incomplete tale of projects.
  a13: ['projects', 'progress-presentation'],
  a16: ['work-programmes', 'projects'],
});
