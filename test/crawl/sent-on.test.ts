// Pages that only send their visitor on (counters of clicks, old addresses): redirects by other means, over a real server.
import { afterEach, expect, test } from 'vitest';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { agency, fakeGuide } from './fake-site.ts';
import { type LoopbackSite, loopbackSite, pagesHandler } from './loopback-site.ts';

const host = 'www.x.go.th';
const home = `http://${host}/`;
let site: LoopbackSite | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

const main = `<ul><li><a href="/go.php?id=7">แผนปฏิบัติราชการ 2569</a></li><li><a href="/b">ข</a></li><li><a href="/c">ค</a></li></ul>`;
const plan = '<h1>แผนปฏิบัติราชการ 2569</h1><p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมดของอำเภอ</p>';

async function crawl(pages: Readonly<Record<string, string>>) {
  site = await loopbackSite([host], pagesHandler({ '/': main, ...pages }));
  const { fetcher, extractor } = site;
  return crawlSite(agency(home), {
    fetcher,
    extractor,
    guide: fakeGuide({ plan: { proof: 'โครงการพัฒนา', labels: { แผนปฏิบัติราชการ: 90 } } }),
    now: Date.now,
  });
}

test.each([
  ['meta refresh', '<meta http-equiv="refresh" content="0; url=/plan">'],
  ['script', '<script>window.location.replace("/plan");</script>'],
  [
    'a word of patience, and a link for those without scripts',
    '<title>Redirecting</title><script>location.href="/plan"</script><p>กำลังนำท่านไป… <a href="/plan">คลิกที่นี่</a></p>',
  ],
])('the page behind is what the link leads to: %s', async (_, html) => {
  const { pages, requests } = await crawl({ '/go.php?id=7': html, '/plan': plan });
  const found = pages.find(({ url }) => url === `${home}go.php?id=7`);
  expect(found?.capture).toMatchObject({
    url: `${home}go.php?id=7`,
    finalUrl: `${home}plan`,
    hops: [{ url: `${home}go.php?id=7`, status: 200, location: `${home}plan` }],
  });
  expect(found?.path.at(-1)?.label).toBe('แผนปฏิบัติราชการ 2569');
  expect(found?.text.segments.map(({ text }) => text)).toContain('แผนปฏิบัติราชการ 2569');
  expect(requests.filter(({ url }) => url.endsWith('go.php?id=7')).length).toBe(1);
});

test('what it sends to is not there: the link is dead, and both addresses are named', async () => {
  const { gaps } = await crawl({ '/go.php?id=7': '<meta http-equiv="refresh" content="0; url=/lost">' });
  expect(gaps.find(({ url }) => url === `${home}go.php?id=7`)?.fetch).toMatchObject({
    code: 'http-not-found',
    url: `${home}lost`,
    dead: true,
    hops: [{ url: `${home}go.php?id=7`, status: 200, location: `${home}lost` }],
  });
});

test('a page with content of its own stays what it is, wherever it sends its visitor after a while', async () => {
  const { pages } = await crawl({
    '/go.php?id=7': `<meta http-equiv="refresh" content="300; url=/b">${plan}<ul><li><a href="/f.pdf">ไฟล์</a></li></ul>`,
  });
  expect(pages.find(({ url }) => url === `${home}go.php?id=7`)?.capture).toMatchObject({
    finalUrl: `${home}go.php?id=7`,
    hops: [],
  });
});

test('pages that send each other round end', async () => {
  const { stopped, pages } = await crawl({
    '/go.php?id=7': '<meta http-equiv="refresh" content="0; url=/r1">',
    '/r1': '<meta http-equiv="refresh" content="0; url=/r2">',
    '/r2': '<meta http-equiv="refresh" content="0; url=/r1">',
  });
  expect(stopped).toBe('exhausted');
  expect(pages.filter(({ url }) => url === `${home}go.php?id=7`).length).toBe(1);
});
