// Twenty-two ordinary agencies on hostile ground: frames, pictures for menus, scans, soft 404s, firewalls, old charsets.
import { describeReader } from './describe-reader.ts';

describeReader('tenth-reader-sites', {
  // Yearly reports of long ago, whose labels alone were read: they hold what is asked for only by what is in them.
  s22: ['monitoring-results', 'budget-progress', 'recommendations'],
});
