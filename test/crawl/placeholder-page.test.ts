import { describe, expect, it } from 'vitest';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { agency, epoch, fakeExtractor, fakeGuide, fakeSite } from './fake-site.ts';

const home = 'http://www.x.go.th/';
const crawl = (pages: Parameters<typeof fakeSite>[0]) =>
  crawlSite(agency(home), {
    fetcher: fakeSite(pages).fetcher,
    extractor: fakeExtractor,
    guide: fakeGuide({ plan: { proof: 'โครงการพัฒนา', labels: { แผน: 90 } } }),
    now: () => epoch,
  });

describe('a start page that is not the agency’s', () => {
  it.each([
    ['<title>Account Suspended</title><h1>Account Suspended</h1><p>Contact your hosting provider</p>', false],
    ['<title>Apache2 Ubuntu Default Page: It works</title><p>This is the default welcome page</p>', false],
    ['<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>', false],
    ['<title>IIS Windows Server</title><a href="http://go.microsoft.com/"></a>', false],
    ['<h1>It works!</h1>', false],
    ['<title>x.go.th</title><h1>The domain x.go.th is for sale</h1>', false],
    ['<title>เว็บไซต์</title><h1>ขออภัย เว็บไซต์ปิดปรับปรุงชั่วคราว</h1>', true],
    ['<p>เว็บไซต์อยู่ระหว่างการปรับปรุง</p>', true],
    ['<title>Site under maintenance</title><p>x</p>', true],
    ['<h1>Error establishing a database connection</h1>', true],
    ['<b>Fatal error</b>: Uncaught Error: Class "DB" not found in /home/www/index.php:3', true],
    ["<title>Runtime Error</title><h1>Server Error in '/' Application.</h1>", true],
  ])('%s', async (html, transient) => {
    const result = await crawl({ [home]: html });
    expect(result).toMatchObject({
      stopped: 'unreachable',
      unreachable: { code: 'placeholder-page', transient, status: 200 },
      pages: [],
    });
  });

  it('knows the hosting company’s page by its address', async () => {
    const result = await crawl({
      [home]: { redirect: '/cgi-sys/suspendedpage.cgi' },
      [`${home}cgi-sys/suspendedpage.cgi`]: '<p>ติดต่อผู้ให้บริการ</p>',
    });
    expect(result.unreachable?.detail).toContain('suspended');
  });
});

describe('a start page of the agency’s own', () => {
  const menu = ['ประวัติ', 'บุคลากร', 'ข่าว', 'ติดต่อ', 'กระดานสนทนา']
    .map((label) => `<a href="/${label}">${label}</a>`)
    .join(' ');
  it.each([
    ['speaks of works in its news', `${menu}<h1>อบต. ตัวอย่าง</h1><h2>ระบบปิดปรับปรุงชั่วคราว วันที่ 5</h2>`],
    ['is named like nothing in particular', '<title>หน้าแรก</title><h1>Welcome</h1><p>สำนักงานตัวอย่าง</p>'],
    ['is about roads', '<title>ถนนสายใหม่อยู่ระหว่างการก่อสร้าง</title><p>x</p>'],
  ])('%s', async (_, html) => {
    expect((await crawl({ [home]: html })).pages).toHaveLength(1);
  });
});
