// Pages whose content is pictures: which pictures are asked for, and what is known of them afterwards.
import { afterEach, describe, expect, it } from 'vitest';
import type { CrawlOptions } from '../../src/crawl/crawl-options.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import type { CrawlResult } from '../../src/model/crawl.ts';
import { agency, fakeGuide } from './fake-site.ts';
import { type LoopbackSite, loopbackSite, pagesHandler } from './loopback-site.ts';

const host = 'www.x.go.th';
const home = `http://${host}/`;
/** Where a service keeps its customers' pictures. */
const store = 'store.example.com';
const rules = { plan: { proof: 'โครงการพัฒนา', labels: { แผนปฏิบัติราชการ: 90, แผนงาน: 50 } } };
const menu = ['ประวัติ', 'บุคลากร', 'ข่าว', 'ติดต่อ', 'กระดานสนทนา'].map(
  (label, at) => `<li><a href="/m${at}">${label}</a></li>`,
);
const header = `<meta charset="utf-8"><ul>${menu.join('')}</ul>`;
const start = `${header}<p>ยินดีต้อนรับสู่หน่วยงานของเรา</p><a href="/plan">แผนปฏิบัติราชการ</a> <a href="/work">แผนงาน</a>`;
const show = (...files: string[]) => files.map((file) => `<p><img src="/up/${file}"></p>`).join('');
const paragraph = `<p>${'หน่วยงานจัดกิจกรรมร่วมกับประชาชนในพื้นที่ '.repeat(12)}</p>`;
/** A PNG by its first bytes, each another. */
const png = (name: string): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(`IHDR ${name}`)]);
const pictures = Object.fromEntries(
  ['1.jpg', '2.jpg', '3.jpg', 'top.jpg'].map((name) => [`/up/${name}`, png(name)] as const),
);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function crawl(
  pages: Readonly<Record<string, string | Buffer>>,
  options: Partial<CrawlOptions> = {},
): Promise<{ result: CrawlResult; asked: readonly string[] }> {
  const site: LoopbackSite = await loopbackSite([host, store], pagesHandler({ '/': start, ...pictures, ...pages }));
  open.push(site);
  const result = await crawlSite(agency(home), {
    fetcher: site.fetcher,
    extractor: site.extractor,
    guide: fakeGuide(rules),
    now: Date.now,
    ...options,
  });
  const asked = site.asked.map((url) => url.replace(host, '')).filter((url) => url.includes('/up/'));
  return { result, asked };
}

/** Reads in each picture what its bytes say. */
function recognising() {
  const extractor = createExtractor({
    decode: decodeText,
    workers: 1,
    findOcr: async () => ({
      engine: 'tesseract.js',
      recognise: async (picture) => `โครงการที่อ่านจากภาพ ${Buffer.from(picture).toString('latin1').slice(8)}`,
      close: async () => {},
    }),
  });
  open.push(extractor);
  return extractor;
}

describe('a page whose content is pictures', () => {
  const plan = `${header}<h1>แผนปฏิบัติราชการ</h1>${show('1.jpg', '2.jpg', '3.jpg')}`;

  it('is a gap by its first picture, where none can be read', async () => {
    const { result, asked } = await crawl({ '/plan': plan });
    expect(asked).toEqual(['/up/1.jpg']);
    const gaps = result.gaps.filter(({ extract }) => extract !== undefined);
    expect(gaps.map(({ url, extract, via }) => [url, extract?.code, via?.link.element, via?.link.label])).toEqual([
      [`${home}up/1.jpg`, 'image-only', 'picture', 'แผนปฏิบัติราชการ'],
    ]);
    expect(result.pages[gaps[0]!.via!.pageId]!.url).toBe(`${home}plan`);
  });

  it('is read by all of them in order, where they can be', async () => {
    const { result, asked } = await crawl({ '/plan': plan }, { extractor: recognising() });
    expect(asked).toEqual(['/up/1.jpg', '/up/2.jpg', '/up/3.jpg']);
    const read = result.pages.filter(({ role }) => role === 'frame');
    expect(read.map(({ text, depth, via }) => [text.source, depth, via?.link.label])).toEqual(
      Array(3).fill(['ocr', 1, 'แผนปฏิบัติราชการ']),
    );
  });

  it('is read by ten of many', async () => {
    const files = Array.from({ length: 15 }, (_, at) => `p${at}.jpg`);
    const bytes = Object.fromEntries(files.map((file) => [`/up/${file}`, png(file)] as const));
    const { asked } = await crawl({ '/plan': header + show(...files), ...bytes }, { extractor: recognising() });
    expect(asked).toEqual(files.slice(0, 10).map((file) => `/up/${file}`));
  });

  it('goes on to the next where one is gone', async () => {
    const { result, asked } = await crawl({ '/plan': header + show('gone.jpg', '1.jpg', '2.jpg') });
    expect(asked).toEqual(['/up/gone.jpg', '/up/1.jpg']);
    const shown = result.gaps.filter(({ via }) => via?.link.element === 'picture');
    expect(shown.map(({ fetch, extract }) => fetch?.code ?? extract?.code)).toEqual(['http-not-found', 'image-only']);
    expect(shown[0]!.fetch?.dead).toBe(true);
  });

  it('shows what is kept elsewhere, too', async () => {
    const kept = `http://${store}/up/1.jpg`;
    const busy = `http://${store}/up/busy`;
    const { result, asked } = await crawl({
      '/plan': `${header}<p><img src="${kept}"></p>`,
      '/work': `${header}<p><img src="${busy}"></p>`,
    });
    expect(asked).toEqual([`${store}/up/1.jpg`, `${store}/up/busy`]);
    const shown = result.gaps.filter(({ via }) => via?.link.element === 'picture');
    expect(shown.map(({ url, offSite }) => [url, offSite])).toEqual([
      [kept, true],
      [busy, true],
    ]);
  });

  it('is given up where three are gone', async () => {
    const { asked } = await crawl({ '/plan': header + show('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg') });
    expect(asked).toEqual(['/up/a.jpg', '/up/b.jpg', '/up/c.jpg']);
  });

  it('goes on to the next where one is a line that parts the page', async () => {
    const line = Buffer.from('89504e470d0a1a0a0000000d49484452000003200000000c', 'hex');
    const { result, asked } = await crawl({ '/plan': header + show('line.png', '1.jpg'), '/up/line.png': line });
    expect(asked).toEqual(['/up/line.png', '/up/1.jpg']);
    const shown = result.gaps.filter(({ via }) => via?.link.element === 'picture');
    expect(shown.map(({ url }) => url)).toEqual([`${home}up/1.jpg`]);
  });

  it('is not read by a page that answers in the place of a picture', async () => {
    const { result, asked } = await crawl({
      '/plan': header + show('page.jpg', '1.jpg'),
      '/up/page.jpg': `${header}${paragraph}`,
    });
    expect(asked).toEqual(['/up/page.jpg', '/up/1.jpg']);
    expect(result.pages.map(({ url }) => url)).not.toContain(`${home}up/page.jpg`);
  });

  it('is asked for one picture alone, where its name is none that is wanted', async () => {
    const { asked } = await crawl(
      { '/m0': header + show('1.jpg', '2.jpg') },
      { extractor: recognising(), guide: fakeGuide(rules, 'widely') },
    );
    expect(asked).toEqual(['/up/1.jpg']);
  });

  it('is left where the budget is spent', async () => {
    const { result, asked } = await crawl({ '/plan': plan }, { budget: { requests: 3 } });
    expect(asked).toEqual([]);
    expect([result.stopped, result.budget]).toEqual(['budget', 'requests']);
    expect(result.pending.map(({ url, ratings }) => [url, ratings['plan']])).toContainEqual([`${home}up/1.jpg`, 90]);
  });
});

describe('pictures that are not asked for', () => {
  it.each([
    ['beside a text', { '/plan': `${header}<h1>แผนปฏิบัติราชการ</h1>${paragraph}${show('1.jpg')}` }],
    ['beside a document', { '/plan': `${header}${show('1.jpg')}<a href="/plan.pdf">ดาวน์โหลด</a>` }],
    ['that the start page shows', { '/': show('1.jpg') + start, '/plan': header + show('1.jpg') }],
    ['on a start page alone', { '/': `${header}${show('1.jpg')}<a href="/plan">แผนปฏิบัติราชการ</a>` }],
    ['beside a few lines of news', { '/m0': `${header}<p>${'วันนี้มีกิจกรรม '.repeat(12)}</p>${show('1.jpg')}` }],
    ['on a page that every site has', { '/m3': header + show('1.jpg') }],
  ])('%s', async (_, pages: Record<string, string>) => {
    expect((await crawl(pages, { guide: fakeGuide(rules, 'widely') })).asked).toEqual([]);
  });

  it('those of the design, which pages with a text show too', async () => {
    const text = header + show('top.jpg') + paragraph;
    const pages = { '/m0': text, '/m1': `${text}<p>ตำแหน่งว่าง</p>`, '/work': header + show('top.jpg', '2.jpg') };
    const links = ['/m0', '/m1'].map((path) => `<a href="${path}">แผนปฏิบัติราชการ ${path}</a>`).join(' ');
    const { asked } = await crawl({ '/': start + links, ...pages });
    expect(asked).toEqual(['/up/2.jpg']);
  });
});

describe('a page that is read by its text', () => {
  const page = (rest: string) => `${header}<h1>ความก้าวหน้า</h1>${paragraph}${rest}`;

  it.each([
    ['asks for a picture that is a section of what is sought', `<h2>แผนงาน</h2>${show('1.jpg')}`, ['/up/1.jpg']],
    ['and not for one of anything else', `<h2>ภาพกิจกรรม</h2>${show('1.jpg')}`, []],
    ['or beside text under its heading', `<h2>แผนงาน</h2>${show('1.jpg')}<p>ดังที่กล่าวไว้ข้างต้น</p>`, []],
    ['or under the heading of the whole page', show('1.jpg'), []],
  ])('%s', async (_, rest, expected) => {
    const { asked } = await crawl({ '/plan': page(rest) });
    expect(asked).toEqual(expected);
  });
});
