// Fourteen agencies as content systems emit them: Elementor, Download Manager, Phoca, Drupal, WebForms, viewers, choosers of years.
import { describeReader } from './describe-reader.ts';

describeReader('fifteenth-reader-sites', {
  // A row without a link under the report of the year before: named as outdated. Titles with nothing under them: as incomplete.
  s703: ['monitoring-results'],
  s712: ['budget-progress'],
});
