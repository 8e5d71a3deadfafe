// Speed of the crawl path: a generated Thai site on loopback, crawled by this program (fetch, decode, parse, segments, links,
// frontier; no judging) and by the bare limit (undici and htmlparser2, links only). Prints pages/s, CPU ms a page, peak memory.
// The server runs in a process of its own. Run: node test/bench/crawl.ts [pages]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { Agent, request } from 'undici';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { createFetcher } from '../../src/fetch/fetcher.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';
import type { CrawlGuide } from '../../src/model/crawl.ts';

const host = 'www.bench.go.th';
const words =
  'การประชุม คณะทำงาน เผยแพร่ ข่าวสาร ประชาชน ในพื้นที่ จังหวัด กิจกรรม โครงการ พัฒนา ส่งเสริม สนับสนุน หน่วยงาน ประจำปี งบประมาณ ตรวจเยี่ยม'.split(
    ' ',
  );

/** A page of some 40 KB with 60 links; page `at` links the next ones, so that the whole site is found. */
function pageOf(at: number, pages: number): Buffer {
  let state = at + 1;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  const text = (count: number): string => Array.from({ length: count }, () => words[random(words.length)]).join('');
  const links = Array.from(
    { length: 60 },
    (_, link) => `<li><a href="/p/${(at * 2 + link) % pages}">${text(3)} ${link}</a></li>`,
  );
  const body = Array.from({ length: 62 }, () => `<p>${text(22)}</p>`);
  return gzipSync(
    `<!doctype html><meta charset="utf-8"><title>${text(2)}</title><ul>${links.join('')}</ul><h1>${text(4)}</h1>${body.join('')}`,
  );
}

async function serve(pages: number): Promise<void> {
  const bodies = Array.from({ length: pages }, (_, at) => pageOf(at, pages));
  const server = createServer((incoming, response) => {
    const at = incoming.url === '/' ? 0 : Number(/^\/p\/(\d+)$/.exec(incoming.url ?? '')?.[1] ?? Number.NaN);
    const body = bodies[at];
    if (body === undefined) return void response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': body.length,
      })
      .end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.({ port: (server.address() as AddressInfo).port });
  process.on('disconnect', () => process.exit());
}

/** Follows everything, wants for ever, holds nothing. */
const everything: CrawlGuide = {
  observe: () => {},
  observeGap: () => {},
  wanted: () => ['all'],
  rate: () => ({ all: 50 }),
  rateUrl: () => ({}),
};

async function ours(port: number, pages: number): Promise<number> {
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    allowAddresses: ['127.0.0.1'],
    hosts: new Map([[host, { address: '127.0.0.1', port }]]),
    minDelayMs: 0,
  });
  const extractor = createExtractor({ decode: decodeText, ocr: 'never' });
  const result = await crawlSite(
    { id: 'bench', name: 'bench', kind: 'other', url: `http://${host}/`, extraHosts: [], tags: [], exempt: [] },
    {
      fetcher,
      extractor,
      guide: everything,
      now: Date.now,
      budget: { requests: pages + 5, depth: 1000, bytes: 1e12, milliseconds: 1e9 },
    },
  );
  await Promise.all([fetcher.close(), extractor.close()]);
  return result.pages.length;
}

async function bare(port: number): Promise<number> {
  const agent = new Agent({ connections: 2, pipelining: 1 });
  const seen = new Set(['/']);
  const queue = ['/'];
  let head = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const path = queue[head];
      if (path === undefined) return;
      head += 1;
      const base = `http://127.0.0.1:${port}${path}`;
      const { body, headers, statusCode } = await request(base, { dispatcher: agent });
      const bytes = Buffer.from(await body.arrayBuffer());
      if (statusCode !== 200) continue;
      done += 1;
      const html = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
      const parser = new Parser({
        onopentag(name, { href }) {
          if (name !== 'a' || href === undefined) return;
          const target = new URL(href, base).pathname;
          if (seen.has(target)) return;
          seen.add(target);
          queue.push(target);
        },
      });
      parser.end(html);
    }
  };
  await worker().then(() => {});
  await agent.close();
  return done;
}

async function measure(name: string, work: () => Promise<number>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const cpu = process.cpuUsage();
  const began = performance.now();
  const count = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  const perPage = (user + system) / 1000 / count;
  console.log(
    `${name.padEnd(16)} ${String(count).padStart(6)} pages  ${(count / (ms / 1000)).toFixed(0).padStart(6)} pages/s  ${perPage.toFixed(2).padStart(6)} CPU ms/page  ${(peak / 2 ** 20).toFixed(0).padStart(5)} MB peak`,
  );
  return perPage;
}

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]));
else {
  const pages = Number(process.argv[2] ?? 2000);
  const child = fork(fileURLToPath(import.meta.url), ['serve', String(pages)]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const runs: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const limit = await measure('bare limit', () => bare(port));
    const crawl = await measure('crawl path', () => ours(port, pages));
    runs.push(limit / crawl);
  }
  console.log(`crawl path reaches ${runs.sort((a, b) => a - b)[1]!.toFixed(2)} of the bare limit (CPU, median of 3)`);
  child.disconnect();
}
