// Ten agencies as a province has them, of other kinds and builds. At first sight 132 of 140 cells had a verdict that the reader allows.
import { describeReader } from './describe-reader.ts';

describeReader('fortieth-reader-sites', {
  // The parent's plan and reports on the parent's own host, under the office's menu: a link called so that leads off the site.
  y08: ['plan-link', 'plan-link-resolves', 'recommendations', 'progress-presentation'],
});
