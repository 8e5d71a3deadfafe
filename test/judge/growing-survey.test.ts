// What a guide knows after any page is what a fresh reading of the same pages says; and a page more costs what is new with it.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createFolderFetcher } from '../../src/audit/folder-site.ts';
import { folderUrl } from '../../src/audit/folder-url.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { extractHtml } from '../../src/extract/html.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { withClassesByContent } from '../../src/judge/content-classes.ts';
import { evaluate } from '../../src/judge/evaluate.ts';
import { createGuide } from '../../src/judge/guide.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import type { Pack } from '../../src/judge/pack.ts';
import { type Survey, surveyOf } from '../../src/judge/survey.ts';
import { createSurveyMemory } from '../../src/judge/survey-memory.ts';
import { calendarOf } from '../../src/judge/years.ts';
import type { CrawlGuide, CrawlResult, Gap, Page } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const asOf = '2026-06-15';
const calendar = calendarOf(asOf);
const lexicon = lexiconOf(pack.vocabulary);
const now = () => Date.UTC(2026, 5, 15, 3);

/** Follows everything: pages that the real guide would not have asked for grow a site, too. */
const everything: CrawlGuide = {
  observe: () => {},
  observeGap: () => {},
  wanted: () => ['all'],
  rate: () => ({ all: 50 }),
  rateUrl: () => ({}),
};

async function crawlFolder(site: string, kind: Agency['kind']): Promise<{ agency: Agency; crawl: CrawlResult }> {
  const agency = { id: site, name: 'หน่วยงานทดสอบ', kind, url: folderUrl, extraHosts: [], tags: [], exempt: [] };
  const extractor = createExtractor({ decode: decodeText, ocr: 'never' });
  try {
    const crawl = await crawlSite(agency, {
      fetcher: createFolderFetcher(fileURLToPath(new URL(`../../fixtures/sites/${site}`, import.meta.url)), now),
      extractor,
      guide: everything,
      now,
      budget: { requests: 24 },
    });
    return { agency, crawl };
  } finally {
    await extractor.close();
  }
}

/** The crawl as it stood after so many pages; gaps come with the page that led to them. */
function upTo(crawl: CrawlResult, pages: number): CrawlResult {
  const known = (gap: Gap) => (gap.via?.pageId ?? 0) < pages;
  return { ...crawl, pages: crawl.pages.slice(0, pages), gaps: crawl.gaps.filter(known), pending: [] };
}

/** The same pages with nothing remembered of them. */
const forgotten = (crawl: CrawlResult): CrawlResult => structuredClone(crawl);

function told({ units, links, planLinks, section, echoes }: Survey) {
  const link = ({ ref }: Survey['links'][number]) => `${ref.page.id} ${ref.link.url} ${ref.link.label}`;
  return {
    units: units.map((unit) => ({
      page: unit.page.id,
      classes: [...unit.classes.values()],
      lookalike: unit.lookalike?.text,
      own: unit.own?.text,
      year: unit.year,
      segments: unit.segments.map(({ index }) => index),
      labels: unit.labels.map(({ ref }) => `${ref.page.id} ${ref.link.label}`),
      projects: unit.records.map(({ name }) => name),
      letters: unit.letters,
    })),
    links: links.map((entry) => [link(entry), entry.context?.text, entry.silent]),
    planLinks: planLinks.map(link),
    section: [...section].sort((a, b) => a - b),
    echoes: echoes.map(({ unit, segment }) => [unit.page.id, segment]),
  };
}

function openOf(packs: readonly Pack[], agency: Agency, crawl: CrawlResult, strictSection: boolean): string[] {
  return packs.flatMap(({ criteria, vocabulary }) => {
    const survey = surveyOf(lexiconOf(vocabulary), agency, crawl, calendar);
    return criteria
      .filter((criterion) => !/^(?:met|not-applicable)$/.test(evaluate(survey, criterion, { strictSection }).verdict))
      .map(({ id }) => id);
  });
}

const sites = [
  ['agri', 'provincial-office'],
  ['sao-khaolom', 'subdistrict'],
  ['school-phamok', 'school'],
  ['pao', 'provincial-administration'],
] as const;

describe.each(sites)('%s', async (site, kind) => {
  const { agency, crawl } = await crawlFolder(site, kind);

  test('a survey that grew page by page is the survey of all pages', () => {
    const memory = createSurveyMemory(lexicon, agency, calendar);
    expect(crawl.pages.length).toBeGreaterThan(4);
    for (let pages = 1; pages <= crawl.pages.length; pages += 1) {
      const grown = upTo(crawl, pages);
      memory.grow(grown);
      expect(told(withClassesByContent(memory.survey()))).toEqual(
        told(surveyOf(lexicon, agency, forgotten(grown), calendar)),
      );
    }
  });

  test.each([false, true])('what is wanted is what nothing proves yet (in the section alone: %s)', (strictSection) => {
    const guide = createGuide([pack], agency, { asOf, strictSection });
    const gaps = new Set<Gap>();
    for (let pages = 1; pages <= crawl.pages.length; pages += 1) {
      const grown = upTo(crawl, pages);
      guide.observe(grown.pages.at(-1)!);
      for (const gap of grown.gaps) if (!gaps.has(gap)) guide.observeGap(gap);
      for (const gap of grown.gaps) gaps.add(gap);
      expect(guide.wanted()).toEqual(openOf([pack], agency, forgotten(grown), strictSection));
    }
  });

  test('verdicts over a guided crawl are those over a stored one', () => {
    const options = { asOf, strictSection: false };
    const guide = createGuide([pack], agency, options);
    for (const page of crawl.pages) {
      guide.observe(page);
      guide.wanted();
    }
    for (const gap of crawl.gaps) guide.observeGap(gap);
    expect(judgeAgency([pack], agency, crawl, options)).toEqual(judgeAgency([pack], agency, forgotten(crawl), options));
  });
});

/** A site of pages alike: a menu, one link on and one back, a text and a table of its own. */
function pageOf(id: number, looks: { count: number }): Page {
  const url = `http://www.x.go.th/p${id}.html`;
  const menu = Array.from({ length: 8 }, (_, at) => `<li><a href="/p${at}.html">เมนูที่ ${at}</a></li>`).join('');
  const html = `<nav><ul>${menu}</ul></nav><main><h1>แผนปฏิบัติราชการประจำปี ${2500 + (id % 70)} ฉบับที่ ${id}</h1>
    <p>เนื้อหาของหน้าที่ ${id} ว่าด้วยการปฏิบัติราชการตามแผนของหน่วยงาน</p>
    <table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>โครงการที่ ${id}</td><td>5,000</td></tr></table>
    <a href="/p${id + 1}.html">หน้าถัดไป ${id}</a> <a href="/p${Math.max(0, id - 1)}.html">หน้าก่อน ${id}</a></main>`;
  const text = extractHtml(html, url);
  const watched = new Proxy(text, {
    get(target, name) {
      if (name === 'segments' || name === 'links') looks.count += 1;
      return Reflect.get(target, name);
    },
  });
  const capture = { url, finalUrl: url, sha256: `${id}`, fetchedAt: '' };
  const page = { id, url, capture, text: watched, path: [{ url, label: '' }], depth: 1, offSite: false, role: 'link' };
  return page as unknown as Page;
}

/** How often the guide looks into its pages, asked after each of so many. */
function looksAt(pages: number): number {
  const looks = { count: 0 };
  const agency: Agency = {
    id: 'x',
    name: 'เทศบาลตำบลทดสอบ',
    kind: 'municipality',
    url: 'http://www.x.go.th/',
    extraHosts: [],
    tags: [],
    exempt: [],
  };
  const guide = createGuide([pack], agency, { asOf, strictSection: false });
  for (let id = 0; id < pages; id += 1) {
    const page = pageOf(id, looks);
    guide.observe(page);
    guide.wanted();
  }
  return looks.count;
}

test('four times the pages are four times the work', () => {
  const few = looksAt(40);
  const many = looksAt(160);
  expect(few).toBeGreaterThan(40);
  expect(many / few).toBeLessThan(4.6);
});
