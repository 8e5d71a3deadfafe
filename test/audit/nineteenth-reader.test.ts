// Sixteen agencies of ordinary content on hostile sites: splash pages, frames, scripts, damaged text, dead and soft-dead links.
import { describeReader } from './describe-reader.ts';

describeReader('nineteenth-reader-sites', {
  // Reasons beside a dead link of another report.
  v03: ['work-programmes', 'projects', 'recommendations', 'monitoring-results', 'budget-progress'],
  v06: ['recommendations'],
  // The plan's own page lists a plan on another host: read as a living target here.
  v13: ['plan-link-resolves', 'plan-current', 'projects'],
});
