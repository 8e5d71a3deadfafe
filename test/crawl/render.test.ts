// Sites that show nothing without scripts, with a real browser and without one.
import chromium from '@sparticuz/chromium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { type BrowserRenderer, createBrowserRenderer } from '../../src/fetch/browser.ts';
import { agency, fakeGuide } from './fake-site.ts';
import { type LoopbackSite, loopbackSite, pagesHandler } from './loopback-site.ts';

const home = 'http://www.x.go.th/';
const menu = ['ประวัติ', 'บุคลากร', 'ข่าว', 'ติดต่อ', 'แผนที่']
  .map((label) => `<li><a href="/${label}">${label}</a></li>`)
  .join('');
const pages = {
  '/': '<!doctype html><html><head><title>อบต. ตัวอย่าง</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>',
  '/app.js': `document.getElementById('root').innerHTML = '<ul>${menu}</ul><h1>ยินดีต้อนรับ</h1><a href="/plan">แผนปฏิบัติราชการ</a>';`,
  '/plan':
    '<h1>แผนปฏิบัติราชการ</h1><table id="t"><thead><tr><th>โครงการ</th><th>งบประมาณ</th></tr></thead><tbody></tbody></table><p>กำลังโหลดข้อมูล...</p><script>fetch("/rows").then((r) => r.text()).then((t) => { document.querySelector("tbody").innerHTML = t; document.querySelector("p").remove(); })</script>',
  '/rows': '<tr><td>โครงการพัฒนาถนน</td><td>100,000</td></tr><tr><td>โครงการพัฒนาแหล่งน้ำ</td><td>200,000</td></tr>',
};

let site: LoopbackSite;
let browser: BrowserRenderer;
beforeAll(async () => {
  const served = pagesHandler(pages);
  site = await loopbackSite(['www.x.go.th'], (request, response, path) => {
    if (path === '/app.js')
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(pages['/app.js']);
    else served(request, response, path);
  });
  browser = createBrowserRenderer(site.fetcher, { executablePath: await chromium.executablePath(), sandbox: false });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const crawl = (render?: BrowserRenderer['render']) =>
  crawlSite(agency(home), {
    fetcher: site.fetcher,
    extractor: site.extractor,
    guide: fakeGuide({ plan: { proof: 'โครงการพัฒนา', labels: { แผนปฏิบัติราชการ: 90 } } }),
    now: Date.now,
    ...(render === undefined ? {} : { render }),
  });

describe('a site built by scripts', () => {
  it('is read in a browser, page and table', async () => {
    const result = await crawl(browser.render);
    expect(result.stopped).toBe('proven');
    expect(result.gaps).toEqual([]);
    expect(result.pages.map(({ url }) => url)).toEqual([home, `${home}plan`]);
    expect(result.pages[1]?.text.segments.filter(({ kind }) => kind === 'row').length).toBeGreaterThanOrEqual(3);
  }, 40_000);

  it('is a gap that needs a browser where there is none', async () => {
    const result = await crawl();
    expect(result.stopped).toBe('exhausted');
    expect(result.gaps).toEqual([expect.objectContaining({ url: home, needsBrowser: true })]);
  });
});
