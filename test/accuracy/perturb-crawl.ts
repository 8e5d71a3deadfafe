// The same crawl as worse tools or more careless webmasters would leave it: pages not reached, text damaged, tables flattened,
// titles, labels, years lost. What the site publishes stays as it was, so that what the judge then says can be wrong.
import { pick, type Random, randomOf } from '../../fixtures/build/site-source.ts';
import type { CrawlResult, Page } from '../../src/model/crawl.ts';
import type { DocumentText, Link, Segment } from '../../src/model/document.ts';

export const perturbationIds = [
  'pages-lost',
  'documents-lost',
  'text-damaged',
  'text-ruined',
  'cells-lost',
  'titles-lost',
  'labels-lost',
  'labels-shuffled',
  'years-lost',
  'cut-short',
  'mislabelled',
  'recognised',
] as const;
export type PerturbationId = (typeof perturbationIds)[number];

type PageChange = (page: Page, random: Random) => Page | undefined;

const isDocument = ({ text }: Page): boolean => text.media !== 'html';

const changes: Readonly<Record<PerturbationId, PageChange>> = {
  /** Links not understood: a third of what lies behind the start page was never seen. */
  'pages-lost': (page, random) => (page.role === 'start' || random() > 0.35 ? page : undefined),
  'documents-lost': (page, random) => (!isDocument(page) || random() > 0.5 ? page : undefined),
  'text-damaged': (page, random) => withTexts(page, (text) => damageText(text, 0.06, random)),
  'text-ruined': (page, random) => withTexts(page, (text) => damageText(text, 0.25, random)),
  'cells-lost': (page) =>
    withSegments(page, (segment) => {
      const { cells: _, header: __, ...rest } = segment;
      return { ...rest, kind: segment.kind === 'row' ? 'paragraph' : segment.kind };
    }),
  'titles-lost': (page, random) => {
    return !isDocument(page) && random() < 0.5 ? page : untitled(page);
  },
  'labels-lost': (page, random) =>
    withLinks(page, (link) =>
      link.region !== 'main' || random() < 0.4
        ? link
        : { ...link, label: 'ดาวน์โหลด', text: 'ดาวน์โหลด', labelFrom: 'text', context: [] },
    ),
  'labels-shuffled': (page, random) => shuffleLabels(page, random),
  'years-lost': (page, random) =>
    isDocument(page) && random() < 0.7 ? withTexts(page, (text) => text.replace(/[2๒][5๕][0-9๐-๙]{2}/g, '')) : page,
  /** Extraction stopped early; half of the time it knows. */
  'cut-short': (page, random) => {
    if (!isDocument(page)) return page;
    const kept = Math.max(4, Math.ceil(page.text.segments.length * 0.3));
    const damage =
      random() < 0.5 ? [...page.text.damage, { kind: 'unread', detail: 'read in part' } as const] : page.text.damage;
    return { ...page, text: { ...page.text, damage, segments: page.text.segments.slice(0, kept) } };
  },
  /** Another file than the one named was put up, and says nowhere what it is. */
  mislabelled: (page, random) => {
    if (isDocument(page)) return untitled(page);
    return withLinks(page, (link) => {
      if (link.region !== 'main' || link.url === null || random() > 0.3) return link;
      const label = `${pick(random, promises)} ${pick(random, ['2568', '2569'])}`;
      return { ...link, label, text: label, labelFrom: 'text' };
    });
  },
  /** Scans, read letter by letter from pictures. */
  recognised: (page, random) => {
    if (!isDocument(page) || random() < 0.3) return page;
    const read = withTexts(page, (text) => damageText(text, 0.04, random));
    return { ...read, text: { ...read.text, source: 'ocr' } };
  },
};

const promises = [
  'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ.',
  'รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ปีงบประมาณ',
  'รายงานการกำกับติดตามการดำเนินงานตามแผน ประจำปีงบประมาณ',
  'รายงานความก้าวหน้าและการใช้จ่ายงบประมาณ ปี',
  'ข้อเสนอแนะและปัญหาอุปสรรคจากการดำเนินงานตามแผน ปี',
] as const;

/** The crawl under a perturbation; the same seed gives the same crawl. */
export function perturbCrawl(crawl: CrawlResult, id: PerturbationId, seed: string): CrawlResult {
  const random = randomOf(`${seed}/${id}`);
  const pages = crawl.pages.flatMap((page) => changes[id](page, random) ?? []);
  const kept = new Set(pages.map((page) => page.id));
  const lost = new Set(
    crawl.pages
      .filter((page) => !kept.has(page.id))
      .flatMap((page) => [page.url, page.capture.url, page.via?.link.url]),
  );
  const without = (page: Page): Page => ({
    ...page,
    text: { ...page.text, links: page.text.links.filter(({ url }) => url === null || !lost.has(url)) },
  });
  return {
    ...crawl,
    // What was not found was not seen as a link either: what is known and unread would be no `not-met`.
    pages: lost.size === 0 ? pages : pages.map(without),
    // A crawl that had not proven as much would have gone on to what it left.
    ...(crawl.stopped === 'proven' || crawl.stopped === 'exhausted'
      ? { stopped: 'exhausted' as const, pending: crawl.pending.filter(({ trap }) => trap !== undefined) }
      : {}),
  };
}

/** Without its title, headings and first lines. */
function untitled(page: Page): Page {
  const { title: _, ...text } = page.text;
  let seen = 0;
  const blank = (segment: Segment): Segment =>
    segment.kind === 'title' || segment.kind === 'heading' || (isDocument(page) && seen++ < 3)
      ? { ...segment, text: '', ...(segment.cells === undefined ? {} : { cells: [] }) }
      : segment;
  return { ...page, text: { ...text, segments: text.segments.map(blank) } };
}

function withSegments(page: Page, change: (segment: Segment) => Segment): Page {
  return { ...page, text: { ...page.text, segments: page.text.segments.map(change) } };
}

function withLinks(page: Page, change: (link: Link) => Link): Page {
  return { ...page, text: { ...page.text, links: page.text.links.map(change) } };
}

function withTexts(page: Page, change: (text: string) => string): Page {
  const changed = withSegments(page, (segment) => ({
    ...segment,
    text: change(segment.text),
    ...(segment.cells === undefined ? {} : { cells: segment.cells.map(change) }),
  }));
  // What is written on a page stands in its labels as well; a document's links keep theirs.
  if (isDocument(page)) return changed;
  return withLinks(changed, (link) => ({ ...link, label: change(link.label), text: change(link.text) }));
}

const mark = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;

/** Marks dropped or set apart, SARA AM undone, letters exchanged, at `rate` a letter. */
function damageText(text: string, rate: number, random: Random): string {
  let damaged = '';
  for (const letter of text) {
    if (!/[\u0e00-\u0e7f0-9]/.test(letter) || random() > rate) damaged += letter;
    else if (mark.test(letter)) damaged += random() < 0.5 ? '' : ` ${letter}`;
    else if (letter === '\u0e33') damaged += pick(random, ['\u0e32', '\u0e4d\u0e32', ' \u0e32']);
    else damaged += random() < 0.5 ? ` ${letter}` : pick(random, ['', letter, '\uf70a', letter]);
  }
  // As extraction leaves every text.
  return damaged.replace(/\s+/g, ' ').trim();
}

/** Labels of a page's documents exchanged among each other, as where rows and files got out of step. */
function shuffleLabels(page: Page, random: Random): Page {
  const files = page.text.links.filter(({ url, region }) => url !== null && region === 'main');
  const order = files.map((link) => ({ link, at: random() })).sort((a, b) => a.at - b.at);
  const exchanged = new Map<Link, Link>(files.map((link, i) => [link, order[i]!.link]));
  const text: DocumentText = {
    ...page.text,
    links: page.text.links.map((link) => {
      const other = exchanged.get(link);
      return other === undefined ? link : { ...link, label: other.label, text: other.text, labelFrom: other.labelFrom };
    }),
  };
  return { ...page, text };
}
