// Ten agencies as a province has them, with what offices really attach: parts, archives, pictures, a site that moved. At first sight 120 of
// 140 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('forty-fifth-reader-sites', {
  // News that an amendment of the plan is in force, beside the plan's own dead link.
  e04: ['plan-link-resolves', 'plan-current'],
  // The annual report's page is taken to be filled by a script.
  e07: ['recommendations'],
});
