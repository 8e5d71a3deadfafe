// This program's own figures, as built. `crawl`: the crawl path (fetch, decode, parse, segments, links, frontier) under a guide that
// follows everything, in the main thread alone. `audit`: agencies as a run audits them, in threads where it has them, with the real
// guide asked for every page and the judge over the finished crawl.
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

/** Follows everything, wants for ever, holds nothing. */
const everything = {
  observe: () => {},
  observeGap: () => {},
  wanted: () => ['all'],
  rate: () => ({ all: 50 }),
  rateUrl: () => ({}),
};

/** The crawl path alone has no judge in its memory. */
const crawling = {
  audit: async (agency, crawl) => (await crawlSite(agency, { ...crawl, guide: everything })).pages.length,
  close: async () => {},
};

async function auditing() {
  const [{ auditAgency }, { createAgencyThreads }, { threadsFor }, { loadPack }, { judge }] = await Promise.all([
    import('../../../dist/audit/audit-agency.js'),
    import('../../../dist/audit/agency-threads.js'),
    import('../../../dist/commands/open-threads.js'),
    import('../../../dist/packs/load-pack.js'),
    import('./auditing.js'),
  ]);
  const packs = [loadPack('phuket-accountability')];
  const count = threadsFor({ threads: task.threads ?? null, concurrency: atOnce }, task.starts.length);
  const module = new URL('./auditing.js', import.meta.url).href;
  const threads =
    count === 0 ? undefined : createAgencyThreads({ threads: count, packs, now: Date.now, judge: module });
  const settings = { asOf: '2026-06-15', strictSection: false };
  return {
    async audit(agency, crawl) {
      const { verdict } = await (threads?.audit ?? auditAgency)(agency, { packs, judge, settings, crawl });
      if (verdict.pages === undefined) throw new Error(verdict.criteria[0].explanation.en);
      return verdict.pages;
    },
    close: async () => threads?.close(),
  };
}

const work = task.audit ? await auditing() : crawling;
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
    const read = await work.audit(agency, {
      fetcher,
      extractor,
      now: Date.now,
      budget: { requests: task.pages * 2 + 50, depth: 1e6, bytes: 1e12, milliseconds: 1e9 },
    });
    // Not `pages += await`: that adds to what pages was before the wait.
    pages += read;
  });
  await work.close();
  await Promise.all([fetcher.close(), extractor.close()]);
  return pages;
});
