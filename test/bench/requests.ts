// Requests to verdict: every sample and generated site crawled best-first, breadth-first until proven, and to exhaustion; how
// many requests each took, and where the verdicts differ.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { serveSites } from '../../src/demo/serve-sites.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { createFetcher } from '../../src/fetch/fetcher.ts';
import { parseHostsFile } from '../../src/fetch/hosts-file.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';
import { createGuide } from '../../src/judge/guide.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { CrawlGuide, CrawlResult } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import type { AgencyVerdict } from '../../src/model/result.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';
import { writeGeneratedSites } from './generated-sites.ts';
import { quantile } from './median.ts';
import type { BenchOptions, BenchSection, BenchTable } from './section.ts';

const packs = [loadPack('phuket-accountability')];
const settings = { asOf: '2026-06-15', strictSection: false };
const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Every link is as good as any other: breadth first, by depth and order. */
const flat = (guide: CrawlGuide, untilProven: boolean): CrawlGuide => ({
  ...guide,
  wanted: () => (untilProven && guide.wanted().length === 0 ? [] : ['any']),
  rate: () => ({ any: 50 }),
  rateUrl: () => ({}),
});

interface Row {
  readonly agency: Agency;
  readonly best: CrawlResult;
  readonly breadth: CrawlResult;
  readonly all: CrawlResult;
  readonly verdict: AgencyVerdict;
  readonly exhaustive: AgencyVerdict;
}

async function compare(sites: string, agencies: readonly Agency[]): Promise<Row[]> {
  const served = await serveSites(sites);
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    allowAddresses: ['127.0.0.0/8'],
    hosts: parseHostsFile([...served.hosts].map(([host, address]) => `${address} ${host}`).join('\n'), 'bench'),
    minDelayMs: 0,
  });
  const extractor = createExtractor({ decode: decodeText, ocr: 'never' });
  const rows: Row[] = [];
  for (const agency of agencies) {
    if (agency.url === undefined || !served.hosts.has(new URL(agency.url).host)) continue;
    const crawl = (guide: CrawlGuide) =>
      crawlSite(agency, { fetcher, extractor, guide, now: Date.now, budget: { requests: 1000, depth: 20 } });
    const guide = () => createGuide(packs, agency, settings);
    const best = await crawl(guide());
    const breadth = await crawl(flat(guide(), true));
    const all = await crawl(flat(guide(), false));
    if (best.unreachable !== undefined) continue;
    const judge = (result: CrawlResult) => judgeAgency(packs, agency, result, settings);
    rows.push({ agency, best, breadth, all, verdict: judge(best), exhaustive: judge(all) });
  }
  await Promise.all([fetcher.close(), extractor.close(), served.close()]);
  return rows;
}

const countOf = (crawl: CrawlResult): number => crawl.requests.length;

/** Cells that come out otherwise when the whole site is read. */
function differences(rows: readonly Row[]): string[] {
  return rows.flatMap(({ agency, verdict, exhaustive }) =>
    verdict.criteria.flatMap(({ id, verdict: mine, reason }) => {
      const other = exhaustive.criteria.find((cell) => cell.id === id);
      return other?.verdict === mine
        ? []
        : [`${agency.id} ${id}: ${mine}/${reason}, to exhaustion ${other?.verdict}/${other?.reason}`];
    }),
  );
}

function tableOf(title: string, rows: readonly Row[]): BenchTable {
  const compliant = rows.filter(({ verdict }) => verdict.status === 'compliant');
  const line = (name: string, of: readonly Row[], pick: (row: Row) => CrawlResult) => {
    const counts = of.map((row) => countOf(pick(row)));
    const sum = counts.reduce((all, one) => all + one, 0);
    return [name, of.length, quantile(counts, 0.5), quantile(counts, 0.95), sum];
  };
  return {
    title,
    columns: ['', 'sites', 'median', '95th percentile', 'all'],
    rows: [
      line('best first', rows, ({ best }) => best),
      line('best first, compliant sites', compliant, ({ best }) => best),
      line('breadth first until proven', rows, ({ breadth }) => breadth),
      line('breadth first until proven, compliant sites', compliant, ({ breadth }) => breadth),
      line('to exhaustion', rows, ({ all }) => all),
    ],
  };
}

export async function benchRequests(options: BenchOptions): Promise<BenchSection> {
  const registryFile = join(fixtures, 'province', 'registry.csv');
  const { agencies } = await readRegistry(registryFile, readFileSync(registryFile));
  const sample = await compare(join(fixtures, 'sites'), agencies);
  options.progress?.(`requests: ${sample.length} sample sites`);
  const folder = mkdtempSync(join(tmpdir(), 'planaudit-requests-'));
  let generated: Row[];
  try {
    const made = writeGeneratedSites(folder, options.quick ? 10 : 60);
    generated = await compare(folder, made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const all = [...sample, ...generated];
  const compliant = all.filter(({ verdict }) => verdict.status === 'compliant');
  const median = quantile(
    compliant.map(({ best }) => countOf(best)),
    0.5,
  );
  const share =
    quantile(
      compliant.map(({ best }) => countOf(best)),
      0.5,
    ) /
    quantile(
      compliant.map(({ breadth }) => countOf(breadth)),
      0.5,
    );
  const differing = differences(all);
  const cells = all.reduce((sum, { verdict }) => sum + verdict.criteria.length, 0);
  return {
    tables: [
      tableOf('Requests to verdict: sample sites', sample),
      tableOf('Requests to verdict: generated sites', generated),
    ],
    goals: [
      { goal: 'median of compliant sites at most 15 requests', reached: String(median), met: median <= 15 },
      {
        goal: 'compliant sites: at most a fifth of breadth first (medians)',
        reached: share.toFixed(2),
        met: share <= 0.2,
      },
      {
        goal: 'verdicts equal to those of the whole site read',
        reached: `${cells - differing.length} of ${cells}`,
        met: differing.length === 0,
      },
    ],
    notes: differing,
  };
}
