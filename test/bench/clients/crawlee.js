// Crawlee's CheerioCrawler, storage in memory, retries off: every page is loaded and its links of the same host enqueued.
import { CheerioCrawler, Configuration, LogLevel, log } from '@crawlee/cheerio';
import { measure, task } from './measure.js';

log.setLevel(LogLevel.OFF);
await measure(async () => {
  let pages = 0;
  const crawler = new CheerioCrawler(
    {
      minConcurrency: 8,
      maxConcurrency: 32,
      maxRequestRetries: 0,
      requestHandler: async ({ enqueueLinks }) => {
        pages += 1;
        await enqueueLinks({ strategy: 'same-hostname' });
      },
    },
    new Configuration({ persistStorage: false, availableMemoryRatio: 0.5 }),
  );
  await crawler.run(task.starts);
  return pages;
});
