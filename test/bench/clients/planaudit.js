// This program's own figures, as built. `crawl`: the crawl path (fetch, decode, parse, segments, links, frontier) under a guide that
// follows everything. `audit`: the same with the real guide asked for every page, and the judge over the finished crawl.
import { boundMemory } from '../../../dist/audit/bound-memory.js';
import { crawlSite } from '../../../dist/crawl/crawl-site.js';
import { createExtractor } from '../../../dist/extract/extractor.js';
import { decodeText } from '../../../dist/fetch/decode.js';
import { createFetcher } from '../../../dist/fetch/fetcher.js';
import { defaultFetchSettings } from '../../../dist/fetch/settings.js';
import { runJobs } from '../../../dist/queue/run-jobs.js';
import { measure, task } from './measure.js';

/** Agencies at once, as a run has it by default. */
const atOnce = 8;
const settings = { asOf: '2026-06-15', strictSection: false };

// The crawl path alone has no judge in its memory.
const judging = task.audit ? await loadJudge() : undefined;

async function loadJudge() {
  const [{ packJudge }, { loadPack }] = await Promise.all([
    import('../../../dist/audit/audit-agency.js'),
    import('../../../dist/packs/load-pack.js'),
  ]);
  const packs = [loadPack('phuket-accountability')];
  return {
    createGuide: (agency) => packJudge.createGuide(packs, agency, settings),
    judgeAgency: (agency, crawl) => packJudge.judgeAgency(packs, agency, crawl, settings),
  };
}

/** Follows everything, wants for ever, holds nothing. */
const everything = {
  observe: () => {},
  observeGap: () => {},
  wanted: () => ['all'],
  rate: () => ({ all: 50 }),
  rateUrl: () => ({}),
};

/** The real guide does all of its work; but everything is followed, proven or not. */
function auditing(guide) {
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

boundMemory(process.versions.node);
await measure(async () => {
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    allowAddresses: ['127.0.0.0/8'],
    perAddress: 8,
    minDelayMs: 0,
  });
  const extractor = createExtractor({ decode: decodeText, ocr: 'never' });
  let pages = 0;
  const agencies = task.starts.map((url, at) => ({
    id: `a${at}`,
    name: 'หน่วยงาน',
    kind: 'other',
    url,
    extraHosts: [],
    tags: [],
    exempt: [],
  }));
  await runJobs(agencies, atOnce, async (agency) => {
    const crawl = await crawlSite(agency, {
      fetcher,
      extractor,
      guide: judging === undefined ? everything : auditing(judging.createGuide(agency)),
      now: Date.now,
      budget: { requests: task.pages * 2 + 50, depth: 1e6, bytes: 1e12, milliseconds: 1e9 },
    });
    pages += crawl.pages.length;
    judging?.judgeAgency(agency, crawl);
  });
  await Promise.all([fetcher.close(), extractor.close()]);
  return pages;
});
