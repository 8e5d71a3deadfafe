// This program's own figures. `crawl`: the crawl path (fetch, decode, parse, segments, links, frontier) under a guide that
// follows everything. `audit`: the same with the real guide asked for every page, and the judge over the finished crawl.
import { packJudge } from '../../../src/audit/audit-agency.ts';
import { crawlSite } from '../../../src/crawl/crawl-site.ts';
import { createExtractor } from '../../../src/extract/extractor.ts';
import { decodeText } from '../../../src/fetch/decode.ts';
import { createFetcher } from '../../../src/fetch/fetcher.ts';
import { defaultFetchSettings } from '../../../src/fetch/settings.ts';
import type { CrawlGuide } from '../../../src/model/crawl.ts';
import type { Agency } from '../../../src/model/registry.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { runJobs } from '../../../src/queue/run-jobs.ts';
import { measure, task } from './measure.js';

/** Agencies at once, as a run has it by default. */
const atOnce = 8;
const settings = { asOf: '2026-06-15', strictSection: false };
const packs = task.audit ? [loadPack('phuket-accountability')] : [];

/** Follows everything, wants for ever, holds nothing. */
const everything: CrawlGuide = {
  observe: () => {},
  observeGap: () => {},
  wanted: () => ['all'],
  rate: () => ({ all: 50 }),
  rateUrl: () => ({}),
};

/** The real guide does all of its work; but everything is followed, proven or not. */
function auditing(agency: Agency): CrawlGuide {
  const guide = packJudge.createGuide(packs, agency, settings);
  return {
    ...guide,
    wanted() {
      guide.wanted();
      return ['all'];
    },
    rate(link, from) {
      guide.rate(link, from);
      return { all: 50 };
    },
  };
}

await measure(async () => {
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    allowAddresses: ['127.0.0.0/8'],
    perAddress: 8,
    minDelayMs: 0,
  });
  const extractor = createExtractor({ decode: decodeText, ocr: 'never' });
  let pages = 0;
  const agencies = task.starts.map(
    (url, at): Agency => ({ id: `a${at}`, name: 'หน่วยงาน', kind: 'other', url, extraHosts: [], tags: [], exempt: [] }),
  );
  await runJobs(agencies, atOnce, async (agency) => {
    const crawl = await crawlSite(agency, {
      fetcher,
      extractor,
      guide: task.audit ? auditing(agency) : everything,
      now: Date.now,
      budget: { requests: task.pages * 2 + 50, depth: 1e6, bytes: 1e12, milliseconds: 1e9 },
    });
    pages += crawl.pages.length;
    if (task.audit) packJudge.judgeAgency(packs, agency, crawl, settings);
  });
  await Promise.all([fetcher.close(), extractor.close()]);
  return pages;
});
