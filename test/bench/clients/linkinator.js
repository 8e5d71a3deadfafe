// linkinator (current major), recursing: every page of the sites is loaded and its links found.
import { LinkChecker } from 'linkinator';
import { measure, task } from './measure.js';

await measure(async () => {
  const { links } = await new LinkChecker().check({
    path: task.starts,
    recurse: true,
    concurrency: 32,
    linksToSkip: ['\\.(?:css|js|jpg|png)$'],
  });
  return links.filter(({ state, url }) => state === 'OK' && /(?:\/|\.html)$/.test(url)).length;
});
