// Twelve big sites of some sixty pages: menus of fifty links, lists over several pages, three years of ITA rows, archives.
import { describeReader } from './describe-reader.ts';

describeReader('seventeenth-reader-sites', {
  // A dead link of a monitoring report; titles over nothing, of which a year before has a page of its own.
  t04: ['recommendations'],
  t11: ['work-programmes', 'projects', 'monitoring-results'],
});
