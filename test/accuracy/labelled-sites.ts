// Whole sites with known verdicts, crawled: the sample province, readers' sites, generated sites. For calibrating.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { generateSite } from '../../fixtures/build/random-site.ts';
import { randomTraits } from '../../fixtures/build/random-traits.ts';
import { randomOf } from '../../fixtures/build/site-source.ts';
import { writeSite } from '../../fixtures/build/write-site.ts';
import type { CrawlResult } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';
import { auditFolder } from '../audit/audit-folder.ts';
import { readerAgency } from '../audit/reader-agency.ts';

/** Readers' sets of sites: the first and the latest ordinary ones, and one of sites that tell what they have in free forms. */
export const readers = ['second-reader', 'ninth-reader-sites', 'twelfth-reader-sites'] as const;

/** A crawled site and what a reader (or the generator's traits) says of it. */
export interface LabelledSite {
  readonly source: 'province' | 'reader' | 'generated';
  readonly agency: Agency;
  readonly crawl: CrawlResult;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Criterion id → whether it is published; cells that are neither met nor not met by the labels are left out. */
  readonly shown: Readonly<Record<string, boolean>>;
}

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const provinceDate = '2026-06-15';

function shownOf(cells: Iterable<readonly [criterion: string, verdict: string]>): Record<string, boolean> {
  const decided = [...cells].filter(([, verdict]) => verdict === 'met' || verdict === 'not-met');
  return Object.fromEntries(decided.map(([criterion, verdict]) => [criterion, verdict === 'met']));
}

async function crawled(
  source: LabelledSite['source'],
  folder: string,
  agencies: readonly Agency[],
  asOf: string,
  shown: (id: string) => Record<string, boolean>,
  maxRequests: number | undefined,
): Promise<LabelledSite[]> {
  const crawls = new Map<string, CrawlResult>();
  const registry = { path: source, sha256: '0'.repeat(64), agencies };
  const keep = (agency: Agency, crawl: CrawlResult) => void crawls.set(agency.id, crawl);
  const budget = maxRequests === undefined ? {} : { budget: { requests: maxRequests } };
  await auditFolder(folder, registry, agencies, undefined, asOf, { onCrawl: keep, ...budget });
  return agencies.flatMap((agency) => {
    const crawl = crawls.get(agency.id);
    return crawl === undefined ? [] : [{ source, agency, crawl, asOf, shown: shown(agency.id) }];
  });
}

/** `maxRequests`: fewer than an audit may make, so that things stay unseen. */
export async function provinceSites(maxRequests?: number): Promise<LabelledSite[]> {
  const file = join(fixtures, 'province', 'registry.csv');
  const { agencies } = await readRegistry(file, readFileSync(file));
  const rows = parse(readFileSync(join(fixtures, 'province', 'expected.csv')), { columns: true }) as Record<
    'agency' | 'criterion' | 'verdict',
    string
  >[];
  const shown = (id: string) =>
    shownOf(rows.filter(({ agency }) => agency === id).map(({ criterion, verdict }) => [criterion, verdict] as const));
  return crawled('province', join(fixtures, 'sites'), agencies, provinceDate, shown, maxRequests);
}

export const readerSites = (reader: (typeof readers)[number], maxRequests?: number): Promise<LabelledSite[]> =>
  sitesOf(join(fixtures, reader), maxRequests);

/** `not-met/absent|not-met/incomplete`: not met. `met|review`: the reader allows both, so that the cell decides nothing. */
function verdictOf(wanted: string): string {
  const [verdict, ...others] = new Set(wanted.split('|').map((one) => one.split('/')[0]!));
  return verdict === undefined || others.length > 0 ? '' : verdict;
}

/** Of a folder with `expected.csv` and a folder of pages for each agency in it. */
export async function sitesOf(folder: string, maxRequests?: number): Promise<LabelledSite[]> {
  const rows = parse(readFileSync(join(folder, 'expected.csv')), { columns: true }) as Record<string, string>[];
  const sites: LabelledSite[] = [];
  for (const asOf of new Set(rows.map((row) => row['as_of']!))) {
    const dated = rows.filter((row) => row['as_of'] === asOf);
    const agencies = dated.map((row) => readerAgency(row['agency']!, row['name']!, row['kind']!, row['url']!));
    const shown = (id: string) => {
      const row = dated.find((one) => one['agency'] === id)!;
      return shownOf(Object.entries(row).map(([key, value]) => [key, verdictOf(value)]));
    };
    sites.push(...(await crawled('reader', folder, agencies, asOf, shown, maxRequests)));
  }
  return sites;
}

export async function generatedSites(count: number, maxRequests?: number): Promise<LabelledSite[]> {
  const made = Array.from({ length: count }, (_, i) => `calibration-${i + 1}`).map((seed) =>
    generateSite(seed, randomTraits(randomOf(`${seed}/traits`))),
  );
  const folder = mkdtempSync(join(tmpdir(), 'planaudit-calibrate-'));
  try {
    for (const { agency } of made)
      writeSite(agency, (path, content) => {
        const file = join(folder, agency.id, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      });
    const agencies = made.map(({ agency }) =>
      readerAgency(agency.id, agency.name, agency.kind, `http://${agency.host}/`),
    );
    const shown = (id: string) => {
      const { expected } = made.find(({ agency }) => agency.id === id)!;
      return shownOf(
        Object.entries(expected).map(([criterion, wanted]) => [criterion, wanted === 'open' ? '' : wanted[0]]),
      );
    };
    return await crawled('generated', folder, agencies, provinceDate, shown, maxRequests);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
