import { describe, expect, it } from 'vitest';
import type { CrawlOptions } from '../../src/crawl/crawl-options.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import type { CrawlResult, LookWidth } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import { type Answer, agency, epoch, type FakeGuide, fakeExtractor, fakeGuide, fakeSite } from './fake-site.ts';

const home = 'http://www.x.go.th/';
const planRules = {
  plan: { proof: 'โครงการพัฒนา', labels: { แผนปฏิบัติราชการ: 90, แผนงาน: 50, ข้อมูล: 30, ข่าว: 5 } },
};
const menu =
  '<nav><a href="/">หน้าหลัก</a> <a href="/news">ข่าว</a> <a href="/staff">บุคลากร</a> <a href="/about">ประวัติ</a> <a href="/contact">ติดต่อ</a></nav>';
const page = (body: string, title = 'หน่วยงาน'): string => `<title>${title}</title>${menu}<h1>${title}</h1>${body}`;
const link = (href: string, label: string): string => `<p><a href="${href}">${label}</a></p>`;

interface Outcome {
  readonly result: CrawlResult;
  readonly asked: readonly string[];
  readonly guide: FakeGuide;
}

async function crawl(
  pages: Record<string, Answer>,
  rest: {
    rules?: Parameters<typeof fakeGuide>[0];
    agency?: Partial<Agency>;
    url?: string;
    site?: Parameters<typeof fakeSite>[1];
    looks?: LookWidth;
  } & Partial<CrawlOptions> = {},
): Promise<Outcome> {
  const { rules, agency: fields, url, site: siteOptions, looks, ...options } = rest;
  const site = fakeSite(pages, siteOptions);
  const guide = fakeGuide(rules ?? planRules, looks);
  const result = await crawlSite(agency(url ?? home, fields), {
    fetcher: site.fetcher,
    extractor: fakeExtractor,
    guide,
    now: () => epoch,
    ...options,
  });
  return { result, asked: site.asked, guide };
}

describe('looking around before anything is called absent', () => {
  const notices = (from: number) =>
    Array.from({ length: 30 }, (_, n) => link(`/n/${from + n}`, `ประกาศราคากลาง ครั้งที่ ${from + n}`)).join('');
  const notice = (url: string): string => page(`<p>วงเงิน ${url} บาท และรายละเอียดอื่น ๆ ตามเอกสารแนบท้าย</p>`, url);
  const pages: Record<string, Answer> = {
    [home]: page(link('/board', 'กระดานประกาศ')),
    [`${home}board`]: page(notices(1) + link('/board?page=2', '2'), 'กระดานประกาศ'),
    [`${home}board?page=2`]: page(notices(31) + link('/p.pdf', 'แผนปฏิบัติราชการ 2569'), 'กระดานประกาศ หน้า 2'),
    [`${home}p.pdf`]: 'โครงการพัฒนาถนน',
    ...Object.fromEntries(['news', 'staff', 'about', 'contact'].map((name) => [`${home}${name}`, notice(name)])),
    ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${home}n/${n + 1}`, notice(`n${n + 1}`)])),
  };

  it('finds what stands on the second page of a list that no label speaks for', async () => {
    const { result, asked } = await crawl(pages, { looks: 'widely' });
    expect(result.stopped).toBe('proven');
    expect(asked).toContain(`${home}p.pdf`);
  });
  it('looks at few pages of a kind, and is done soon', async () => {
    const { result, asked } = await crawl({ ...pages, [`${home}p.pdf`]: 'อย่างอื่น' }, { looks: 'widely' });
    expect(result.stopped).toBe('exhausted');
    expect(asked.filter((url) => url.includes('/n/')).length).toBe(4);
    expect(asked.length).toBeLessThan(20);
  });
  it('goes through the news last, page by page, and by titles alone', async () => {
    const posts = (from: number, next: string): string =>
      page(`${notices(from)}<nav>${link(next, '»')}</nav>`, `ข่าว ${from}`);
    const { result, asked } = await crawl(
      {
        ...pages,
        [`${home}board`]: page('<p>ไม่มีประกาศ</p>', 'กระดานประกาศ'),
        [`${home}news`]: posts(1, '/news?page=2'),
        [`${home}news?page=2`]: posts(31, '/news?page=3'),
        [`${home}news?page=3`]: page(link('/p.pdf', 'แผนปฏิบัติราชการ 2569'), 'ข่าว หน้า 3'),
      },
      { looks: 'widely' },
    );
    expect(result.stopped).toBe('proven');
    const looked = asked.filter((url) => /board|news|\/n\/|p\.pdf/.test(url));
    expect(looked).toEqual(['board', 'news', 'news?page=2', 'news?page=3', 'p.pdf'].map((path) => `${home}${path}`));
    expect(asked).not.toContain(`${home}contact`);
  });
  it('begins with what stands beside publications under words of its own, documents included', async () => {
    const { result, asked } = await crawl(
      {
        [home]: page(link('/plan', 'แผนปฏิบัติราชการ')),
        [`${home}plan`]: page(
          link('/old.pdf', 'แผนปฏิบัติราชการ 2568') + link('/a.pdf', 'งานปีนี้ทำถึงไหน') + link('/b', 'ไฟล์ที่ 2'),
          'แผนปฏิบัติราชการ',
        ),
        [`${home}old.pdf`]: 'แผนที่หมดอายุ',
        [`${home}a.pdf`]: 'โครงการพัฒนาถนน',
        ...Object.fromEntries(['news', 'staff', 'about', 'b'].map((name) => [`${home}${name}`, notice(name)])),
      },
      { looks: 'widely' },
    );
    expect(result.stopped).toBe('proven');
    expect(asked.slice(0, 4)).toEqual([home, `${home}plan`, `${home}old.pdf`, `${home}sitemap.xml`]);
    expect(asked.slice(4)).toEqual([`${home}a.pdf`, `${home}b`]);
  });
  it('reads the documents in the text of pages that say nothing of them, a few', async () => {
    const files = Array.from({ length: 30 }, (_, n) => link(`/f/${n + 1}.pdf`, `ไฟล์ ${n + 1}`)).join('');
    const found = await crawl(
      { [home]: page(''), [`${home}about`]: page(link('/p.pdf', 'ดาวน์โหลด')), [`${home}p.pdf`]: 'โครงการพัฒนาถนน' },
      { looks: 'widely' },
    );
    expect(found.result.stopped).toBe('proven');
    const { asked } = await crawl({ [home]: page(''), [`${home}about`]: page(files) }, { looks: 'widely' });
    expect(asked.filter((url) => url.includes('/f/')).length).toBe(4);
  });
  it('is brief for what is advisory: some pages of the menu, no lists of news', async () => {
    const { result, asked } = await crawl(
      {
        ...pages,
        [home]: page(link('/board', 'กระดานประกาศ') + link('/voice', 'เสียงของท่าน')),
        [`${home}voice`]: 'โครงการพัฒนาถนน',
      },
      { looks: 'briefly' },
    );
    expect(result.stopped).toBe('proven');
    expect(asked).toContain(`${home}voice`);
    const { asked: all } = await crawl({ ...pages, [`${home}p.pdf`]: 'อย่างอื่น' }, { looks: 'briefly' });
    expect(all).not.toContain(`${home}news`);
    expect(all.length).toBeLessThan(10);
  });
  it('is spared where the guide does not ask for it', async () => {
    const { result, asked } = await crawl(pages);
    expect(result.stopped).toBe('exhausted');
    expect(asked).not.toContain(`${home}board`);
  });
});

describe('best first', () => {
  it('follows the most promising link first and stops when all is proven', async () => {
    const { result, asked } = await crawl({
      [home]: page(link('/info', 'ข้อมูล') + link('/plan', 'แผนปฏิบัติราชการ') + link('/news', 'ข่าว')),
      [`${home}plan`]: page(`${link('/plan69.pdf', 'แผนปฏิบัติราชการ 2569')}<p>เอกสาร</p>`, 'แผน'),
      [`${home}plan69.pdf`]: 'โครงการพัฒนาถนน',
      [`${home}info`]: page('<p>ข้อมูลทั่วไปของหน่วยงานและเรื่องอื่น ๆ อีกมากมาย</p>', 'ข้อมูล'),
    });
    expect(result.stopped).toBe('proven');
    expect(asked).toEqual([home, `${home}plan`, `${home}info`, `${home}plan69.pdf`]);
    const last = result.pages.at(-1);
    expect(last?.path).toEqual([
      { url: home, label: '' },
      { url: `${home}plan`, label: 'แผนปฏิบัติราชการ' },
      { url: `${home}plan69.pdf`, label: 'แผนปฏิบัติราชการ 2569' },
    ]);
    expect(last?.depth).toBe(2);
    expect(result.requests.at(-1)).toMatchObject({ rating: 90, criterion: 'plan', purpose: 'page' });
  });

  it('does not follow what is not promising, and keeps it in pending', async () => {
    const { result, asked } = await crawl({
      [home]: page(link('/news/1', 'ข่าวประชาสัมพันธ์') + link('/map', 'แผนที่')),
    });
    expect(result.stopped).toBe('exhausted');
    expect(asked).toEqual([home, `${home}sitemap.xml`]);
    expect(result.pending.map(({ url }) => url)).toEqual([`${home}news`, `${home}news/1`]);
  });

  it('rates again when a criterion is proven: its links are no longer followed', async () => {
    const rules = {
      plan: { proof: 'โครงการพัฒนา', labels: { แผน: 90 } },
      report: { proof: 'ผลการดำเนินงานจริง', labels: { รายงาน: 40 } },
    };
    const more = Array.from({ length: 10 }, (_, at) => link(`/plan${at}`, `แผน ${at}`)).join('');
    const { result, asked } = await crawl(
      {
        [home]: page(more + link('/report', 'รายงาน')),
        [`${home}plan0`]: page('<p>โครงการพัฒนาระบบงานของหน่วยงานอีกหลายเรื่อง</p>', 'แผนศูนย์'),
        [`${home}plan1`]: page('<p>แผนหนึ่งของเรายังไม่มีรายละเอียดใด ๆ ให้อ่านในขณะนี้</p>', 'แผนหนึ่ง'),
        [`${home}report`]: page('<p>ผลการดำเนินงานจริงของทุกโครงการในปีนี้</p>', 'รายงาน'),
      },
      { rules },
    );
    expect(result.stopped).toBe('proven');
    expect(asked).toEqual([home, `${home}plan0`, `${home}plan1`, `${home}report`]);
  });

  it('starts from the link page as well, and asks once for one page under several spellings', async () => {
    const { result, asked } = await crawl(
      {
        [home]: page(link('/a?b=1&a=2', 'แผนงาน') + link('https://x.go.th/a/?a=2&b=1#top', 'แผนงาน')),
        [`${home}a?b=1&a=2`]: page('<p>เรื่องหนึ่งที่ยาวพอสมควรและไม่ซ้ำกับหน้าอื่นเลย</p>', 'งาน'),
        'http://www.x.go.th/plans': page('<p>หน้าแผนที่ไม่มีอะไรเลยแต่ก็ยาวพอประมาณไม่ซ้ำใคร</p>', 'หน้าแผน'),
      },
      { agency: { linkPage: 'http://www.x.go.th/plans' } },
    );
    expect(asked).toEqual([home, 'http://www.x.go.th/plans', `${home}a?b=1&a=2`, `${home}sitemap.xml`]);
    expect(result.pages.map(({ role }) => role)).toEqual(['start', 'entrance', 'link']);
  });
});

describe('budget', () => {
  const many = (from: number): string =>
    Array.from({ length: 30 }, (_, at) => link(`/p${from + at}x`, `แผนงาน ${from + at}`)).join('');

  it('stops at the number of requests with the promising rest pending', async () => {
    const pages: Record<string, Answer> = { [home]: page(many(0)) };
    for (let at = 0; at < 30; at += 1) {
      pages[`${home}p${at}x`] = page(`<p>${'กขคงจฉชซฌญ'[at % 10]?.repeat(30 + at)}</p>`);
    }
    const { result, asked } = await crawl(pages, { budget: { requests: 7 } });
    expect(result).toMatchObject({ stopped: 'budget', budget: 'requests' });
    expect(asked).toHaveLength(7);
    expect(result.pending.length).toBeGreaterThanOrEqual(24);
  });

  it('says so when only depth keeps it from more', async () => {
    const { result } = await crawl(
      {
        [home]: page(link('/a', 'แผนงาน')),
        [`${home}a`]: page(`${link('/b', 'แผนงาน ข')}<p>หน้าชั้นที่หนึ่งมีข้อความของตนเองอยู่พอควร</p>`, 'หนึ่ง'),
      },
      { budget: { depth: 1 } },
    );
    expect(result).toMatchObject({ stopped: 'budget', budget: 'depth' });
    expect(result.pending[0]?.url).toBe(`${home}b`);
  });

  it('spends nothing on what robots.txt forbids', async () => {
    const pages: Record<string, Answer> = { [home]: page(many(0) + link('/plan', 'แผนงาน')) };
    for (let at = 0; at < 30; at += 1) pages[`${home}p${at}x`] = { fail: 'robots-disallowed' };
    pages[`${home}plan`] = page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน');
    const { result } = await crawl(pages, { budget: { requests: 8 } });
    expect(result.stopped).toBe('proven');
    expect(result.gaps).toHaveLength(30);
  });

  it('spends bytes and time', async () => {
    const pages = { [home]: page(link('/a', 'แผนงาน')) };
    expect((await crawl(pages, { budget: { bytes: 10 } })).result.budget).toBe('bytes');
    let time = epoch;
    const slow = await crawl(pages, {
      budget: { milliseconds: 100 },
      now: () => {
        time += 200;
        return time;
      },
    });
    expect(slow.result.budget).toBe('time');
  });
});

describe('failures', () => {
  it('makes a gap of a dead link, with the click path and the link', async () => {
    const { result, guide } = await crawl({ [home]: page(link('/plan', 'แผนปฏิบัติราชการ')) });
    expect(result.gaps).toHaveLength(1);
    expect(result.gaps[0]).toMatchObject({
      url: `${home}plan`,
      fetch: { code: 'http-not-found', dead: true },
      via: { pageId: 0, link: { label: 'แผนปฏิบัติราชการ' } },
    });
    expect(guide.gaps).toEqual(result.gaps);
  });

  it('tries a passing failure once more, after the rest, and says what that recovered', async () => {
    const { result, asked } = await crawl({
      [home]: page(link('/plan', 'แผนปฏิบัติราชการ') + link('/b', 'แผนงาน')),
      [`${home}plan`]: [{ fail: 'http-server-error' }, page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน')],
      [`${home}b`]: page('<p>หน้าอื่นที่มีข้อความของตนเองอยู่พอควรและไม่เกี่ยวกัน</p>', 'อื่น'),
    });
    expect(asked).toEqual([home, `${home}plan`, `${home}b`, `${home}sitemap.xml`, `${home}plan`]);
    expect(result.stopped).toBe('proven');
    expect(result.gaps).toEqual([]);
    expect(result.notices).toEqual([expect.objectContaining({ code: 'second-pass-recovered', url: `${home}plan` })]);
    expect(result.requests.at(-1)?.purpose).toBe('retry');
  });

  it('keeps the failure as a gap when the second try fails too', async () => {
    const { result, asked } = await crawl({
      [home]: page(link('/plan', 'แผนปฏิบัติราชการ')),
      [`${home}plan`]: { fail: 'response-timeout' },
    });
    expect(asked.filter((url) => url === `${home}plan`)).toHaveLength(2);
    expect(result.gaps).toEqual([expect.objectContaining({ url: `${home}plan` })]);
  });

  it('keeps an unreadable document as a gap with its capture', async () => {
    const { result } = await crawl({
      [home]: page(link('/scan.pdf', 'แผนปฏิบัติราชการ')),
      [`${home}scan.pdf`]: 'scan',
    });
    expect(result.gaps[0]).toMatchObject({ extract: { code: 'image-only', media: 'pdf', capture: { status: 200 } } });
  });

  it('keeps a page that needs a script and marks the gap', async () => {
    const { result } = await crawl({
      [home]: page(link('/app', 'แผนปฏิบัติราชการ')),
      [`${home}app`]: '<title>แผน</title><div id="root"></div>',
    });
    expect(result.pages).toHaveLength(2);
    expect(result.gaps[0]).toMatchObject({ url: `${home}app`, needsBrowser: true });
  });

  it('takes a page behind a sign-in form for what it is to a visitor', async () => {
    const { result } = await crawl({
      [home]: page(link('/plan', 'แผนปฏิบัติราชการ')),
      [`${home}plan`]: { redirect: '/login?next=/plan' },
      [`${home}login?next=/plan`]: page('<p>ชื่อผู้ใช้ รหัสผ่าน</p>'),
    });
    expect(result.gaps[0]?.fetch).toMatchObject({ code: 'http-unauthorized', dead: false });
  });

  it('reads the rendered page where a browser is there', async () => {
    const { result } = await crawl(
      {
        [home]: page(link('/app', 'แผนปฏิบัติราชการ')),
        [`${home}app`]: '<title>แผน</title><div id="root"></div>',
      },
      {
        render: async (url) => ({
          ok: true,
          html: page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>'),
          finalUrl: url,
          requests: 3,
        }),
      },
    );
    expect(result.stopped).toBe('proven');
    expect(result.gaps).toEqual([]);
  });
});

describe('start page', () => {
  it.each([
    ['dns-not-found', 'http://x.go.th/', 'http://www.x.go.th/', 'host-fallback'],
    ['connection-refused', 'https://www.x.go.th/', 'http://www.x.go.th/', 'scheme-fallback'],
    ['tls-protocol', 'https://www.x.go.th/', 'http://www.x.go.th/', 'scheme-fallback'],
    ['connect-timeout', 'http://www.x.go.th/', 'https://x.go.th/', 'host-fallback'],
  ] as const)('on %s of %s opens %s', async (code, url, answering, notice) => {
    const spellings = ['http://x.go.th/', 'http://www.x.go.th/', 'https://x.go.th/', 'https://www.x.go.th/'];
    const pages: Record<string, Answer> = Object.fromEntries(spellings.map((each) => [each, { fail: code }]));
    const { result } = await crawl(
      { ...pages, [answering]: page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>') },
      { url },
    );
    expect(result.stopped).toBe('proven');
    expect(result.notices).toEqual([expect.objectContaining({ code: notice, url: answering })]);
  });

  it('is unreachable with the registered address’s own cause when nothing answers', async () => {
    const { result } = await crawl({ [home]: { fail: 'dns-not-found' } }, {});
    expect(result).toMatchObject({
      stopped: 'unreachable',
      unreachable: { code: 'dns-not-found', url: home },
      pages: [],
    });
  });

  it('retries once what may pass', async () => {
    const { result, asked } = await crawl({
      [home]: [{ fail: 'http-server-error' }, page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>')],
    });
    expect(asked).toEqual([home, home]);
    expect(result.notices[0]?.code).toBe('second-pass-recovered');
  });

  it('goes on where the site has moved and says so', async () => {
    const { result } = await crawl({
      [home]: { redirect: 'https://www.new-x.go.th/' },
      'https://www.new-x.go.th/': page(link('/plan', 'แผนปฏิบัติราชการ')),
      'https://www.new-x.go.th/plan': page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน'),
    });
    expect(result.stopped).toBe('proven');
    expect(result.ownHosts).toEqual(['www.x.go.th', 'www.new-x.go.th']);
    expect(result.notices[0]).toMatchObject({ code: 'moved-host' });
    expect(result.pages.every(({ offSite }) => !offSite)).toBe(true);
  });

  it('goes on where its start page says that it is now', async () => {
    const { result } = await crawl({
      [home]: page(`<p>ย้ายเว็บไซต์แล้ว</p>${link('https://www.new-x.go.th/', 'เข้าสู่เว็บไซต์ใหม่')}${link('/old', 'ข้อมูลเดิม')}`),
      'https://www.new-x.go.th/': page(link('/plan', 'แผนปฏิบัติราชการ')),
      'https://www.new-x.go.th/plan': page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน'),
    });
    expect(result.stopped).toBe('proven');
    expect(result.ownHosts).toEqual(['www.x.go.th', 'www.new-x.go.th']);
    expect(result.notices[0]).toMatchObject({ code: 'moved-host', url: 'https://www.new-x.go.th/' });
    expect(result.pages.every(({ offSite }) => !offSite)).toBe(true);
  });

  it('does not take a shared platform for the agency’s own', async () => {
    const { result } = await crawl({
      [home]: { redirect: 'https://www.facebook.com/agency' },
      'https://www.facebook.com/agency': page(link('/other', 'แผนปฏิบัติราชการ')),
    });
    expect(result.ownHosts).toEqual(['www.x.go.th']);
    expect(result.gaps[0]).toMatchObject({ url: home, needsBrowser: true });
  });
});

describe('entrances', () => {
  it.each([
    ['meta refresh', '<meta http-equiv="refresh" content="0;url=/home"><p>กำลังเข้าสู่เว็บไซต์</p>'],
    ['image link', '<a href="/home" title="เข้าสู่เว็บไซต์"></a><a href="/sign" title="ลงนามถวายพระพร"></a>'],
    ['unlabelled links', '<a href="/home"></a>'],
    ['frameset', '<frameset><frame src="/home"></frameset>'],
  ])('gets past a splash page: %s', async (_, html) => {
    const { result } = await crawl({
      [home]: html,
      [`${home}home`]: page(link('/plan', 'แผนปฏิบัติราชการ') + link('/c', 'ค') + link('/d', 'ง')),
      [`${home}plan`]: page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน'),
    });
    expect(result.stopped).toBe('proven');
    expect(result.requests.map(({ url }) => url)).not.toContain(`${home}sign`);
  });

  it('enters frames with the page that frames them, at its depth', async () => {
    const { result } = await crawl({
      [home]: page(link('/plan', 'แผนปฏิบัติราชการ')),
      [`${home}plan`]: page(
        '<iframe src="/plan69.pdf"></iframe><iframe src="https://www.youtube.com/embed/x"></iframe>',
      ),
      [`${home}plan69.pdf`]: 'โครงการพัฒนา',
    });
    const framed = result.pages.at(-1);
    expect(framed).toMatchObject({ role: 'frame', depth: 1, via: { pageId: 1 } });
    expect(result.requests.map(({ purpose }) => purpose)).toEqual(['page', 'page', 'frame']);
  });

  it('chooses among many framed documents by their labels', async () => {
    const frames = Array.from(
      { length: 9 },
      (_, at) => `<iframe src="/d${at}.pdf" title="เอกสาร ${at}"></iframe>`,
    ).join('');
    const { result, asked } = await crawl({
      [home]: page(`${frames}<iframe src="/d9.pdf" title="แผนปฏิบัติราชการ"></iframe>`),
      [`${home}d9.pdf`]: 'โครงการพัฒนา',
    });
    expect(asked).toEqual([home, `${home}d9.pdf`]);
    expect(result.stopped).toBe('proven');
  });

  it('survives redirects and frames in a ring', async () => {
    const { result } = await crawl({
      [home]: '<meta http-equiv="refresh" content="0;url=/a"><iframe src="/"></iframe>',
      [`${home}a`]: '<meta http-equiv="refresh" content="0;url=/b">',
      [`${home}b`]: `<meta http-equiv="refresh" content="0;url=/"><iframe src="/a"></iframe>`,
    });
    expect(result.stopped).toBe('exhausted');
    // The start page, and what the other two send on to.
    expect(result.pages.length).toBe(2);
  });
});

describe('off-site', () => {
  it('reads documents one hop away, and asks no more of an unlisted host that answers with pages', async () => {
    const other = (n: number): string => `https://other.go.th/plan/${n}`;
    const numbers = [1, 2, 3, 4];
    const { result, asked } = await crawl({
      [home]: page(
        link('https://cdn.example.com/plan.pdf', 'แผนงาน') +
          numbers.map((n) => link(other(n), `แผนปฏิบัติราชการ ${n}`)).join(''),
      ),
      'https://cdn.example.com/plan.pdf': 'แผนที่ยังไม่มีอะไร',
      ...Object.fromEntries(numbers.map((n) => [other(n), page(link('/more', 'แผนปฏิบัติราชการ'), 'ของหน่วยงานอื่น')])),
    });
    expect(asked).toEqual([home, other(1), other(2), 'https://cdn.example.com/plan.pdf', `${home}sitemap.xml`]);
    expect(result.pages.slice(1).every(({ offSite }) => offSite)).toBe(true);
    expect(result.pending.map(({ url, trap }) => [url, trap])).toContainEqual([other(3), 'foreign-pages']);
  });

  it('reads what a service that nobody knows answers with a document', async () => {
    const box = (n: number): string => `https://box.example.net/d/${n}`;
    const numbers = [1, 2, 3, 4];
    const { result, asked } = await crawl({
      [home]: page(
        numbers.map((n) => link(box(n), `แผนปฏิบัติราชการ ${n}`)).join('') +
          // Neither what its label does not name, nor a social network.
          link('https://box.example.net/d/5', 'ข้อมูล') +
          link('https://gone.example.net/d/6', 'แผนปฏิบัติราชการ') +
          link('https://www.facebook.com/agency/posts/1', 'แผนปฏิบัติราชการ'),
      ),
      ...Object.fromEntries(numbers.map((n) => [box(n), { redirect: `https://store.example.net/${n}.pdf` }])),
      ...Object.fromEntries(numbers.map((n) => [`https://store.example.net/${n}.pdf`, `แผนของปี ${n}`])),
    });
    expect(asked).toEqual([home, ...numbers.map(box), 'https://gone.example.net/d/6', `${home}sitemap.xml`]);
    expect(result.gaps).toEqual([]);
    expect(result.pages.map(({ offSite }) => offSite)).toEqual([false, true, true, true, true]);
  });

  it('follows pages of listed hosts as the agency’s own', async () => {
    const { result } = await crawl(
      {
        [home]: page(link('https://plans.example.com/69', 'แผนปฏิบัติราชการ')),
        'https://plans.example.com/69': page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน'),
      },
      { agency: { extraHosts: ['plans.example.com'] } },
    );
    expect(result.stopped).toBe('proven');
    expect(result.pages[1]?.offSite).toBe(false);
  });
});

describe('soft 404', () => {
  const notFound = page('<p>ขออภัย ไม่พบหน้าที่คุณต้องการ</p>', 'ไม่พบหน้า');

  it('recognises a page that says it is not there', async () => {
    const { result } = await crawl({ [home]: page(link('/plan', 'แผนปฏิบัติราชการ')), [`${home}plan`]: notFound });
    expect(result.gaps[0]).toMatchObject({ url: `${home}plan`, fetch: { code: 'soft-404', dead: true, status: 200 } });
    expect(result.pages).toHaveLength(1);
  });

  it('knows a menu again whose addresses carry a session’s id', async () => {
    const menuOf = (session: string): string =>
      [...'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ']
        .map((at) => `<p><a href="/${at}?PHPSESSID=${session}">หัวข้อ ${at}</a></p>`)
        .join('');
    const { result } = await crawl({
      [home]: page(menuOf('q3r8ad') + link('/plan?PHPSESSID=q3r8ad', 'แผนปฏิบัติราชการ')),
      [`${home}plan`]: page(`${menuOf('zk71mb')}<p>ขออภัย ไม่พบหน้าที่ท่านต้องการ</p>`),
    });
    expect(result.gaps[0]).toMatchObject({ url: `${home}plan`, fetch: { code: 'soft-404' } });
  });

  it('recognises a redirect to the start page', async () => {
    const { result } = await crawl({
      [home]: page(link('/old/plan.pdf', 'แผนปฏิบัติราชการ')),
      [`${home}old/plan.pdf`]: { redirect: '/' },
    });
    expect(result.gaps[0]?.fetch).toMatchObject({ code: 'soft-404', detail: 'redirected to the start page' });
  });

  it('asks each host once for a path that cannot exist, and compares', async () => {
    const silent = page('<p>ข่าวเด่นวันนี้</p>');
    const pages: Record<string, Answer> = {
      [home]: page(link('/p1', 'แผนปฏิบัติราชการ') + link('/p2', 'แผนปฏิบัติราชการ 2')),
      [`${home}p1`]: silent,
      [`${home}p2`]: silent,
    };
    const seen = fakeSite(pages);
    const fetcher = {
      ...seen.fetcher,
      fetch: (url: string, options?: object) =>
        seen.fetcher.fetch(url.includes('/planaudit-') ? `${home}p1` : url, options),
    };
    const { result } = await crawl(pages, { fetcher });
    expect(result.requests.filter(({ purpose }) => purpose === 'control')).toHaveLength(1);
    expect(result.gaps.map(({ fetch }) => fetch?.code)).toEqual(['soft-404', 'soft-404']);
  });

  it('knows a page of nothing but the menu from the error page', async () => {
    const pages: Record<string, Answer> = {
      [home]: page(link('/plan', 'แผนปฏิบัติราชการ')),
      [`${home}plan`]: page('', 'แผนผัง'),
    };
    const seen = fakeSite({ ...pages, [`${home}none`]: notFound });
    const fetcher = {
      ...seen.fetcher,
      fetch: (url: string) => seen.fetcher.fetch(url.includes('/planaudit-') ? `${home}none` : url),
    };
    const { result } = await crawl(pages, { fetcher });
    expect(result.requests.filter(({ purpose }) => purpose === 'control')).toHaveLength(1);
    expect(result.gaps).toEqual([]);
  });

  it.each([
    [
      'a widget says so on a full page',
      `<table><tr><td>ไม่พบข้อมูล</td></tr></table><p>${'แผนปฏิบัติราชการของเรา '.repeat(30)}</p>`,
    ],
    ['an empty list under its own heading', '<p>ไม่พบข้อมูล</p>'],
    ['a short page with a document', link('/plan69.pdf', 'ดาวน์โหลด')],
  ])('leaves a real page alone: %s', async (_, body) => {
    const { result } = await crawl({
      [home]: page(link('/plan', 'แผนปฏิบัติราชการ')),
      [`${home}plan`]: page(body, 'แผนปฏิบัติราชการประจำปี'),
    });
    expect(result.gaps.filter(({ url }) => url === `${home}plan`)).toEqual([]);
    expect(result.pages[1]?.url).toBe(`${home}plan`);
  });
});

describe('traps', () => {
  it('does not walk an endless calendar', async () => {
    const pages: Record<string, Answer> = { [home]: page(link('/cal?n=1', 'แผนงาน')) };
    for (let at = 1; at < 100; at += 1) {
      pages[`${home}cal?n=${at}`] = page(`${link(`/cal?n=${at + 1}`, `แผนงาน เดือนถัดไป ${at}`)}<p>เดือน ${at}</p>`);
    }
    const { result } = await crawl(pages, { budget: { depth: 50 } });
    expect(result.stopped).toBe('exhausted');
    expect(result.requests.length).toBeLessThan(12);
    expect(result.pending[0]).toMatchObject({ trap: expect.stringMatching(/endless-chain|near-duplicates/) });
  });

  it('does not give up a script that serves all pages because some are empty', async () => {
    const labels = ['แผนงาน ก', 'แผนงาน ข', 'แผนงาน ค', 'แผนงาน ง', 'แผนงาน จ', 'แผนงาน ฉ'];
    const links = labels.map((label, at) => link(`/page.php?id=${at}`, label));
    const pages: Record<string, Answer> = { [home]: page(links.join('') + link('/page.php?id=9', 'แผนงานอื่น')) };
    for (const at of labels.keys()) pages[`${home}page.php?id=${at}`] = page('<p>อยู่ระหว่างปรับปรุง</p>');
    pages[`${home}page.php?id=9`] = page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>');
    expect((await crawl(pages)).result.stopped).toBe('proven');
  });

  it('reads a list of a hundred different documents all the same', async () => {
    const links = Array.from({ length: 60 }, (_, at) => link(`/files/${at}.pdf`, `แผนงาน ${at}`)).join('');
    const pages: Record<string, Answer> = { [home]: page(links) };
    for (let at = 0; at < 60; at += 1) pages[`${home}files/${at}.pdf`] = `เอกสารฉบับที่ ${at}`;
    const { result } = await crawl(pages);
    expect(result.pages).toHaveLength(61);
  });
});

describe('sitemap', () => {
  it('is asked only when links promise nothing more', async () => {
    const { result, asked } = await crawl(
      {
        [home]: page(link('/staff', 'บุคลากร')),
        [`${home}map.xml`]: `<?xml version="1.0"?><urlset><url><loc>${home}แผนปฏิบัติราชการ-2569</loc></url><url><loc>${home}x</loc></url></urlset>`,
        [new URL(`${home}แผนปฏิบัติราชการ-2569`).href]: page('<p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>', 'แผน'),
      },
      { site: { sitemaps: [`${home}map.xml`] } },
    );
    expect(asked.slice(0, 2)).toEqual([home, `${home}map.xml`]);
    expect(result.stopped).toBe('proven');
    expect(result.pages[1]).toMatchObject({ role: 'sitemap', path: [{ label: '' }] });
  });
});

describe('determinism', () => {
  it('asks the same URLs in the same order whatever the timing', async () => {
    const pages: Record<string, Answer> = {
      [home]: page(
        Array.from({ length: 20 }, (_, at) => link(`/p${at}x`, at % 2 ? `แผนงาน ${at}` : `ข้อมูล ${at}`)).join(''),
      ),
    };
    for (let at = 0; at < 20; at += 1) {
      pages[`${home}p${at}x`] =
        at % 5 === 3
          ? { fail: 'http-server-error' }
          : page(
              `${link(`/d${at}.pdf`, `แผนปฏิบัติราชการ ${at}`)}<p>${'ข้อความเฉพาะหน้า'.repeat(2)} ${'กขคง'[at % 4]}</p>`,
              `หน้า ${'ก'.repeat(at)}`,
            );
      pages[`${home}d${at}.pdf`] = `เอกสาร ${at}`;
    }
    let reference: string | undefined;
    for (let seed = 1; seed <= 12; seed += 1) {
      const delay = (url: string): number => {
        let value = seed;
        for (const char of url) value = (value * 31 + char.charCodeAt(0)) % 9973;
        return value % 7;
      };
      const { result } = await crawl(pages, { site: { delay } });
      const text = JSON.stringify(result);
      reference ??= text;
      expect(text).toBe(reference);
    }
  });

  it('does not wait for a document half read when interrupted', async () => {
    const abort = new AbortController();
    const never = { extract: () => new Promise<never>(() => setImmediate(() => abort.abort())) };
    const { result } = await crawl({ [home]: page('') }, { signal: abort.signal, extractor: never });
    expect(result.stopped).toBe('interrupted');
  });

  it('stops at once when interrupted, with what was seen', async () => {
    const abort = new AbortController();
    const { result } = await crawl(
      { [home]: page(link('/a', 'แผนงาน')), [`${home}a`]: page('<p>x</p>') },
      { signal: abort.signal, onCapture: () => abort.abort() },
    );
    expect(result.stopped).toBe('interrupted');
  });
});
