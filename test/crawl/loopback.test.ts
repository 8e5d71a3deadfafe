import { afterEach, describe, expect, it } from 'vitest';
import type { CrawlOptions } from '../../src/crawl/crawl-options.ts';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import type { CrawlResult } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import { agency, fakeGuide } from './fake-site.ts';
import { type Handler, type LoopbackSite, loopbackSite, pagesHandler } from './loopback-site.ts';

const host = 'www.x.go.th';
const home = `http://${host}/`;
const rules = { plan: { proof: 'โครงการพัฒนา', labels: { แผนปฏิบัติราชการ: 90, แผนงาน: 50 } } };
const menu = ['ประวัติ', 'บุคลากร', 'ข่าว', 'ติดต่อ', 'กระดานสนทนา'].map(
  (label, at) => `<li><a href="/m${at}">${label}</a></li>`,
);
const main = `<ul>${menu.join('')}</ul><p>ยินดีต้อนรับสู่หน่วยงานของเรา ซึ่งมีภารกิจหลายด้าน</p><a href="/plan">แผนปฏิบัติราชการ</a>`;
const plan = '<h1>แผนปฏิบัติราชการ</h1><p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>';
/** Windows-874, as most old sites are. */
const thai = (text: string): Buffer =>
  Buffer.from(
    [...text].map((char) => {
      const code = char.codePointAt(0)!;
      return code >= 0xe01 && code <= 0xe5b ? code - 0xe00 + 0xa0 : code;
    }),
  );

const open: LoopbackSite[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function crawl(
  handler: Handler,
  rest: {
    agency?: Partial<Agency>;
    hosts?: string[];
    settings?: Parameters<typeof loopbackSite>[2];
  } & Partial<CrawlOptions> = {},
): Promise<{ result: CrawlResult; asked: readonly string[] }> {
  const { agency: fields, hosts, settings, ...options } = rest;
  const site = await loopbackSite(hosts ?? [host], handler, settings);
  open.push(site);
  const result = await crawlSite(agency(home, fields), {
    fetcher: site.fetcher,
    extractor: site.extractor,
    guide: fakeGuide(rules),
    now: Date.now,
    ...options,
  });
  return { result, asked: site.asked };
}

describe('entrances', () => {
  it.each([
    ['picture link', '<center><a href="home.php"><img src="enter.gif" alt="เข้าสู่เว็บไซต์"></a></center>'],
    ['picture link without a word', '<a href="home.php"><img src="x.jpg"></a>'],
    [
      'two ways, one of them to sign the book',
      '<a href="http://wellwishes.royaloffice.th/"><img alt="ลงนามถวายพระพร"></a> <a href="home.php">เข้าสู่เว็บไซต์หลัก</a>',
    ],
    ['document.write', `<script>document.write('<a href="home.php"><img src="a.png" alt="เข้าสู่เว็บไซต์"></a>');</script>`],
    ['location.href', `<script>window.location.href = 'home.php';</script>`],
    [
      'on some days only',
      `<script>var d = new Date(); if (d.getDate() == 5) { document.write('<a href="home.php">เข้าสู่เว็บไซต์</a>') } else { location.href = "home.php"; }</script>`,
    ],
    ['meta refresh', '<meta http-equiv="refresh" content="3; URL=home.php">รอสักครู่'],
    ['frameset', '<frameset rows="80,*"><frame src="top.html"><frame src="home.php" name="main"></frameset>'],
    [
      'image map',
      '<map name="m"><area shape="rect" coords="0,0,9,9" href="home.php" alt="Enter"></map><img usemap="#m" src="a.jpg">',
    ],
    ['button handler', `<button onclick="location.href='home.php'">เข้าสู่เว็บไซต์</button>`],
    ['base address', '<base href="/site/"><a href="../home.php">ENTER</a>'],
    ['old code page', thai('<a href="home.php">เข้าสู่เว็บไซต์</a>')],
  ])('gets in by %s', async (_, splash) => {
    const { result } = await crawl(
      pagesHandler({ '/': splash, '/home.php': main, '/plan': plan, '/top.html': '<p>x</p>' }),
    );
    expect(result.stopped).toBe('proven');
    expect(result.requests.length).toBeLessThanOrEqual(4);
  });

  it('does not take links out of comments', async () => {
    const { asked } = await crawl(
      pagesHandler({ '/': `${main.replace('/plan', '/m9')}<!-- <a href="/old">แผนปฏิบัติราชการ</a> -->` }),
    );
    expect(asked).not.toContain(`${host}/old`);
  });

  it('follows percent-encoded TIS-620, raw Thai and entities in addresses', async () => {
    const pages = { '/': `${main.replace('"/plan"', '"/แผน&#32;69/a.html"')}`, '/แผน 69/a.html': plan };
    expect((await crawl(pagesHandler(pages))).result.stopped).toBe('proven');
    const seen: string[] = [];
    const { result } = await crawl((request, response) => {
      seen.push(request.url ?? '');
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(seen.length === 1 ? main.replace('/plan', '/%e1%bc%b9.html') : plan);
    });
    expect(result.pages.map(({ url }) => url)).toContain(`${home}%E1%BC%B9.html`);
  });

  it('goes on at a listed host the site has moved to', async () => {
    const { result } = await crawl(
      (request, response, path) => {
        if (request.headers.host === host)
          return void response.writeHead(301, { location: 'http://new.example.org/' }).end();
        pagesHandler({ '/': main, '/plan': plan })(request, response, path);
      },
      { hosts: [host, 'new.example.org'], agency: { extraHosts: ['new.example.org'] } },
    );
    expect(result.stopped).toBe('proven');
    expect(result.notices).toEqual([
      expect.objectContaining({ code: 'moved-host', detail: expect.stringContaining('a host of the agency') }),
    ]);
  });
});

describe('hostile sites', () => {
  it('ends in an endless calendar under a promising label', async () => {
    const { result } = await crawl(
      (_, response, path) => {
        const at = Number(/(\d+)$/.exec(path)?.[1] ?? 0);
        const body = `${at === 0 ? main : ''}<a href="/cal/${at + 1}">แผนงานเดือนถัดไป</a><a href="/cal/x/${at + 1}">แผนงานปีถัดไป</a><p>เดือน ${at}</p>`;
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
      },
      { budget: { depth: 1000 } },
    );
    expect(result.requests.length).toBeLessThan(40);
    expect(result.stopped).not.toBe('budget');
  });

  it('ends in relative links that grow for ever', async () => {
    const { result } = await crawl(
      (_, response, path) => {
        const body = `${path === '/' ? main : ''}<a href="a/b/c.html">แผนงาน ก</a> <a href="b/a.html">แผนงาน ข</a> <p>${path}</p>`;
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
      },
      { budget: { depth: 1000 } },
    );
    expect(result.requests.length).toBeLessThan(60);
    expect(result.stopped).toBe('exhausted');
  });

  it('bears a page of 100,000 links, each promising', async () => {
    const links = Array.from({ length: 100_000 }, (_, at) => `<a href="/l/${at}.html">แผนงาน ${at}</a>`).join('');
    const { result } = await crawl(
      (_, response, path) => {
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(path === '/' ? main + links : `<p>หน้า ${path}</p>`);
      },
      { budget: { requests: 30 } },
    );
    expect(result.pending.length).toBeLessThanOrEqual(400);
  }, 60_000);

  it('keeps what came before a body broke off as a failure, and tries it again', async () => {
    let tries = 0;
    const { result } = await crawl((_, response, path) => {
      response.setHeader('content-type', 'text/html');
      if (path === '/') return void response.end(main);
      tries += 1;
      if (tries > 1) return void response.end(plan);
      response.writeHead(200, { 'content-length': '5000' });
      response.write(plan, () => response.destroy());
    });
    expect(result.stopped).toBe('proven');
    expect(result.notices.map(({ code }) => code)).toEqual(['second-pass-recovered']);
  });

  it('reports a site that is all firewall as blocked, with proof', async () => {
    const { result } = await crawl((_, response) => {
      response
        .writeHead(403, {
          server: 'cloudflare',
          'cf-ray': 'x',
          'cf-mitigated': 'challenge',
          'content-type': 'text/html',
        })
        .end('<title>Just a moment...</title>');
    });
    expect(result).toMatchObject({ stopped: 'unreachable', unreachable: { code: 'blocked', status: 403 } });
    expect(result.unreachable?.fingerprint).toBeTruthy();
  });
});

describe('determinism', () => {
  it('asks and finds the same under random latencies', async () => {
    const pages: Record<string, string> = {
      '/': `${main.replace('/plan', '/m9')}${Array.from({ length: 12 }, (_, at) => `<a href="/p${at}">แผนงาน ที่ ${'กขคงจฉชซฌญฎฏ'[at]}</a>`).join('')}`,
    };
    for (let at = 0; at < 12; at += 1) {
      pages[`/p${at}`] =
        `<h1>งาน ${'กขคงจฉชซฌญฎฏ'[at]}</h1><p>รายละเอียดของงานที่ ${'กขคงจฉชซฌญฎฏ'[at]?.repeat(30)}</p><a href="/q${at}">แผนปฏิบัติราชการ ${'กขคงจฉชซฌญฎฏ'[at]}</a>`;
      if (at % 3) pages[`/q${at}`] = `<h1>แผน ${at}</h1><p>${'ฐฑฒณดตถทธนบป'[at]?.repeat(40)}</p>`;
    }
    const results = new Set<string>();
    for (let seed = 1; seed <= 4; seed += 1) {
      let state = seed;
      const { result } = await crawl((request, response, path) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        setTimeout(() => pagesHandler(pages)(request, response, path), state % 23);
      });
      const facts = {
        ...result,
        pages: result.pages.map(({ capture, ...page }) => ({
          ...page,
          sha256: capture.sha256,
          finalUrl: capture.finalUrl,
        })),
        gaps: result.gaps.map(({ fetch, ...gap }) => ({ ...gap, code: fetch?.code })),
      };
      results.add(JSON.stringify(facts));
    }
    expect(results.size).toBe(1);
  });
});
