// Serves a generated country on loopback, in a process of its own: latencies divided by a scale, pages made when asked for.
// Run by national.ts: fork with [size, scale]; sends { port } and ends with its parent.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { layoutOf } from '../../fixtures/build/layouts.ts';
import { randomOf } from '../../fixtures/build/site-source.ts';
import { encodeWindows874 } from '../../fixtures/build/windows-874.ts';
import { type Citizen, citizenOf, indexOf, jitter, pageKey, pagesOf, sourceOf } from './national-country.ts';

const [size, scale] = process.argv.slice(2).map(Number) as [number, number];

/** Sites kept made; more would only cost memory, as agencies are audited one after another. */
const keptSites = 600;
/** Real-world time for which a `recovering` server stays down: longer than the crawler's patience, shorter than the run. */
const recoveryMs = 120_000;

interface Site {
  readonly citizen: Citizen;
  readonly layout: string;
  readonly pages: ReturnType<typeof pagesOf>;
  readonly encode: (html: string) => Buffer;
  readonly charset: string;
  readonly random: () => number;
  firstAsked: number;
}

const sites = new Map<number, Site>();
const firstAsked = new Map<number, number>();

function siteOf(index: number): Site {
  const known = sites.get(index);
  if (known !== undefined) return known;
  const source = sourceOf(index);
  const began = firstAsked.get(index) ?? performance.now();
  firstAsked.set(index, began);
  const site: Site = {
    citizen: citizenOf(index, size),
    layout: layoutOf(source, source.menu ?? []),
    pages: pagesOf(source),
    encode: source.charset ? encodeWindows874 : (html) => Buffer.from(html),
    charset: source.charset ? 'text/html' : 'text/html; charset=utf-8',
    random: randomOf(`${index}/latency`),
    firstAsked: began,
  };
  if (sites.size >= keptSites) sites.delete(sites.keys().next().value!);
  sites.set(index, site);
  return site;
}

/** Real documents of the sample province, by what their titles say; each agency gets its own bytes of them. */
const documents = collect(fileURLToPath(new URL('../../fixtures/sites', import.meta.url)));

function collect(root: string): Readonly<Record<'plan' | 'result' | 'progress', readonly Buffer[]>> {
  const found = { plan: [] as Buffer[], result: [] as Buffer[], progress: [] as Buffer[] };
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (/\.pdf$/i.test(name) && !/scan|locked|plan5/i.test(name)) {
        const kind = /m6|q2|follow/i.test(name)
          ? 'progress'
          : /eval|result|report|ar68|annual/i.test(name)
            ? 'result'
            : /plan|ap/i.test(name)
              ? 'plan'
              : undefined;
        if (kind !== undefined) found[kind].push(readFileSync(path));
      }
    }
  };
  walk(root);
  return found;
}

function documentOf(title: string, index: number): Buffer {
  const pool = /ติดตาม|ความก้าวหน้า/.test(title)
    ? documents.progress
    : /ผล/.test(title)
      ? documents.result
      : documents.plan;
  // A comment after the end of the file makes it this agency's alone: nothing is read or stored once for all.
  return Buffer.concat([pool[index % pool.length]!, Buffer.from(`\n%${index} ${title.length}\n`)]);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const counts = { requests: 0, bytes: 0 };

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  counts.requests += 1;
  const index = indexOf((request.headers.host ?? '').replace(/:\d+$/, ''));
  if (index === undefined || index >= size) return void response.writeHead(421).end();
  const site = siteOf(index);
  const { behaviour, latencyMs } = site.citizen;
  if (behaviour === 'silent') return;
  await wait((latencyMs * jitter(site.random)) / scale);
  if (behaviour === 'recovering' && performance.now() - site.firstAsked < recoveryMs / scale) {
    request.socket.destroy();
    return;
  }
  if (behaviour === 'blocked') {
    counts.bytes += firewall.length;
    response.writeHead(403, { server: 'cloudflare', 'cf-mitigated': 'challenge', 'content-type': 'text/html' });
    return void response.end(firewall);
  }
  const key = pageKey(request.url ?? '/');
  if (key === '/robots.txt?') {
    return send(response, 200, 'text/plain', Buffer.from('User-agent: *\nDisallow: /admin/\n'), request);
  }
  const page = site.pages.get(key);
  if (page === undefined) return send(response, 404, 'text/html', Buffer.from('<h1>Not Found</h1>'), request);
  if (page.document && site.citizen.pdf) {
    return send(response, 200, 'application/pdf', documentOf(page.title, index), request);
  }
  const html = site.layout.replaceAll('<!--#title-->', () => page.title).replace('<!--#body-->', () => page.body);
  send(response, 200, site.charset, site.encode(html), request);
}

const firewall = readFileSync(fileURLToPath(new URL('../../fixtures/sites/forest-region/index.html', import.meta.url)));

function send(response: ServerResponse, status: number, type: string, body: Buffer, request: IncomingMessage): void {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const packed = type.startsWith('text/html') && body.length > 2000 ? gzipSync(body, { level: 1 }) : undefined;
  const sent = packed ?? body;
  counts.bytes += sent.length;
  response
    .writeHead(status, {
      'content-type': type,
      'content-length': sent.length,
      ...(status === 200 ? { etag } : {}),
      ...(packed === undefined ? {} : { 'content-encoding': 'gzip' }),
    })
    .end(sent);
}

const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
  answer(request, response).catch((error: unknown) => response.destroy(error as Error));
});
// Every address of 127.0.0.0/8 is this machine: the vendors' shared addresses are real ones to the program.
server.listen(0, '0.0.0.0', 4096);
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port });
process.on('message', (message) => {
  if (message === 'counts') process.send?.({ ...counts });
  if (message === 'reset') {
    counts.requests = 0;
    counts.bytes = 0;
    firstAsked.clear();
    sites.clear();
  }
});
process.on('disconnect', () => process.exit());
