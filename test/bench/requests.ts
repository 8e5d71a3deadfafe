// Requests to verdict: every sample and generated site crawled best-first, breadth-first until proven, and to exhaustion;
// prints the requests of each and where the verdicts differ. Run: node test/bench/requests.ts [number of generated sites]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSite } from '../../fixtures/build/random-site.ts';
import { randomTraits } from '../../fixtures/build/random-traits.ts';
import { randomOf } from '../../fixtures/build/site-source.ts';
import { writeSite } from '../../fixtures/build/write-site.ts';
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

function generated(count: number): { folder: string; agencies: Agency[] } {
  const folder = mkdtempSync(join(tmpdir(), 'planaudit-requests-'));
  const agencies: Agency[] = [];
  for (let at = 1; at <= count; at += 1) {
    const site = generateSite(`bench-${at}`, randomTraits(randomOf(`bench-${at}/traits`)));
    const { id, name, kind } = site.agency;
    writeSite(site.agency, (path, content) => {
      const file = join(folder, id, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    });
    const { hosts } = JSON.parse(readFileSync(join(folder, id, 'site.json'), 'utf8')) as { hosts: [string] };
    agencies.push({ id, name, kind, url: `http://${hosts[0]}/`, extraHosts: [], tags: [], exempt: [] });
  }
  return { folder, agencies };
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}: ${rows.length} sites`);
  const line = (name: string, of: readonly Row[], pick: (row: Row) => CrawlResult): void => {
    const counts = of.map((row) => pick(row).requests.length);
    console.log(`  ${name.padEnd(34)} median ${quantile(counts, 0.5)}  95th ${quantile(counts, 0.95)}`);
  };
  const compliant = rows.filter(({ verdict }) => verdict.status === 'compliant');
  line('best first', rows, ({ best }) => best);
  line(`best first, compliant (${compliant.length})`, compliant, ({ best }) => best);
  line('breadth first until proven', rows, ({ breadth }) => breadth);
  line('to exhaustion', rows, ({ all }) => all);
  for (const { agency, verdict, exhaustive } of rows) {
    for (const cell of verdict.criteria) {
      const other = exhaustive.criteria.find(({ id }) => id === cell.id);
      if (other?.verdict === cell.verdict) continue;
      const source = other?.evidence[0]?.path.map(({ label }) => label || '·').join(' › ') ?? '';
      console.log(
        `  ${agency.id} ${cell.id}: ${cell.verdict}/${cell.reason}, exhaustion ${other?.verdict}/${other?.reason} ${source}`,
      );
    }
  }
}

const registryFile = join(fixtures, 'province', 'registry.csv');
const { agencies } = await readRegistry(registryFile, readFileSync(registryFile));
print('sample province', await compare(join(fixtures, 'sites'), agencies));
const random = generated(Number(process.argv[2] ?? 40));
try {
  print('generated', await compare(random.folder, random.agencies));
} finally {
  rmSync(random.folder, { recursive: true, force: true });
}
