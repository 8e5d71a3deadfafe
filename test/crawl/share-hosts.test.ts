import { describe, expect, it } from 'vitest';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { looksLikeDocument, readableForm } from '../../src/crawl/share-hosts.ts';
import { type Answer, agency, epoch, fakeExtractor, fakeGuide, fakeSite } from './fake-site.ts';

const home = 'http://www.x.go.th/';
const id = '1AbCdEfGhIjKlMnOpQrStUv';
const id2 = '2AbCdEfGhIjKlMnOpQrStUv';
const drive = (key: string): string => `https://drive.google.com/file/d/${key}/view?usp=sharing`;
const download = (key: string): string =>
  `https://drive.usercontent.google.com/download?id=${key}&export=download&confirm=t`;
const menu = ['ก', 'ข', 'ค', 'ง', 'จ'].map((label) => `<a href="/${label}">${label}</a>`).join('');

async function crawl(href: string, pages: Record<string, Answer>) {
  const site = fakeSite({ [home]: `${menu}<a href="${href}">แผนปฏิบัติราชการ</a>`, ...pages });
  const guide = fakeGuide({ plan: { proof: 'โครงการพัฒนา', labels: { แผน: 90 } } });
  const result = await crawlSite(agency(home), {
    fetcher: site.fetcher,
    extractor: {
      // Kind goes by bytes: what is no HTML is a document here.
      extract: (body, hints) =>
        fakeExtractor.extract(body, { ...hints, url: body.toString().startsWith('<') ? hints.url : 'x.pdf' }),
    },
    guide,
    now: () => epoch,
  });
  return { result, asked: site.asked };
}

describe('looksLikeDocument', () => {
  it.each([
    ['http://www.parent.go.th/download.php?id=5', true],
    ['http://www.parent.go.th/index.php/getFile/1205', true],
    ['http://www.parent.go.th/download/', false],
    ['http://www.parent.go.th/downloads.html', false],
    ['http://www.parent.go.th/download/forms', false],
    ['https://bit.ly/3xYz', true],
    ['https://bit.ly/', false],
  ])('%s: %s', (url, expected) => expect(looksLikeDocument(url)).toBe(expected));
});

describe('documents on sharing services', () => {
  it('reads the file behind a link, and keeps the link in the path', async () => {
    const { result, asked } = await crawl(drive(id), { [download(id)]: 'โครงการพัฒนา' });
    expect(asked[1]).toBe(download(id));
    expect(result.stopped).toBe('proven');
    expect(result.pages[1]).toMatchObject({ url: drive(id), offSite: true });
    expect(result.pages[1]?.path.at(-1)?.url).toBe(drive(id));
  });

  it('reads the files of a shared folder, and goes no further', async () => {
    const entry = `<div class="flip-entry" id="e"><div><a href="${drive(id2)}" target="_blank"><div class="flip-entry-title">แผน 2569.pdf</div></a></div></div>`;
    const { result } = await crawl(`https://drive.google.com/drive/folders/${id}?usp=sharing`, {
      [`https://drive.google.com/embeddedfolderview?id=${id}#list`]: entry,
      [download(id2)]: 'โครงการพัฒนา',
    });
    expect(result.stopped).toBe('proven');
    expect(result.pages.map(({ offSite }) => offSite)).toEqual([false, true, true]);
    expect(result.pages[2]?.path.map(({ label }) => label)).toEqual(['', 'แผนปฏิบัติราชการ', 'แผน 2569.pdf']);
  });

  it('follows a shortened link to a document, a shared file or a page of the agency itself', async () => {
    const short = 'https://bit.ly/plan69';
    const shared = await crawl(short, {
      [short]: { redirect: drive(id) },
      [drive(id)]: '<title>plan.pdf</title><script src="/viewer.js"></script>',
      [download(id)]: 'โครงการพัฒนา',
    });
    expect(shared.asked.slice(1, 3)).toEqual([short, download(id)]);
    expect(shared.result.stopped).toBe('proven');
    expect(shared.result.pages[1]).toMatchObject({ url: short, offSite: true });

    const own = await crawl(short, {
      [short]: { redirect: `${home}plan` },
      [`${home}plan`]: '<h1>แผนปฏิบัติราชการ</h1><p>โครงการพัฒนา</p>',
    });
    expect(own.result.stopped).toBe('proven');
    expect(own.result.pages[1]?.offSite).toBe(false);
  });

  it('says when a file wants an account', async () => {
    const { result } = await crawl(drive(id), {
      [download(id)]: { redirect: 'https://accounts.google.com/ServiceLogin?x=1' },
      'https://accounts.google.com/ServiceLogin?x=1': '<h1>Sign in</h1>',
    });
    expect(result.gaps[0]?.fetch).toMatchObject({ code: 'http-unauthorized', dead: false });
  });

  it('takes neither a viewer’s shell nor a service’s page for the document', async () => {
    const book = await crawl('https://anyflip.com/abcd/efgh/', {
      'https://anyflip.com/abcd/efgh/': '<title>แผน</title>',
    });
    expect(book.result.gaps[0]).toMatchObject({ needsBrowser: true, extract: { code: 'unsupported', media: 'html' } });
    const quota = await crawl(drive(id), { [download(id)]: '<h1>Quota exceeded</h1>' });
    expect(quota.result.gaps[0]).toMatchObject({ url: drive(id), needsBrowser: true });
    expect(quota.result.pages).toHaveLength(1);
  });

  it('reads the document inside a viewer of the agency’s own', async () => {
    const { result, asked } = await crawl('/pdfjs/web/viewer.html?file=%2Fdocs%2Fplan.pdf', {
      [`${home}docs/plan.pdf`]: 'โครงการพัฒนา',
    });
    expect(asked[1]).toBe(`${home}docs/plan.pdf`);
    expect(result.stopped).toBe('proven');
  });
});

describe('addresses', () => {
  it.each([
    ['https://cdn.example.com/plan.PDF?v=2', true],
    [drive(id), true],
    ['https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit#gid=0', true],
    ['https://heyzine.com/flip-book/abc.html', true],
    ['https://docs.google.com/viewer?url=http%3A%2F%2Fx.go.th%2Fa.pdf', true],
    ['https://www.facebook.com/agency/posts/1', false],
    ['https://docs.google.com/forms/d/e/1FAIpQL/viewform', false],
    ['https://www.oic.go.th/plan', false],
  ])('%s: document %s', (url, expected) => {
    expect(looksLikeDocument(url)).toBe(expected);
  });
  it('leaves other addresses alone', () => {
    expect(readableForm('http://x.go.th/view.php?id=3')).toBe('http://x.go.th/view.php?id=3');
    expect(readableForm('http://x.go.th/viewer?file=http://y.go.th/a')).toBe(
      'http://x.go.th/viewer?file=http://y.go.th/a',
    );
  });
});
