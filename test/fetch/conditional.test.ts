// Conditional requests over loopback: what is sent, what a 304 gives, what happens when the kept body is gone.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/fetch/fetcher.ts';
import { defaultFetchSettings, type KnownAnswer } from '../../src/fetch/settings.ts';

let server: Server;
let port = 0;
const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
const body = '<h1>แผนปฏิบัติราชการ</h1>';

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    if (path === '/robots.txt') return void response.writeHead(404).end();
    if (path === '/old') return void response.writeHead(302, { location: '/page' }).end();
    const same = request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] !== undefined;
    if (same) return void response.writeHead(304, { etag: '"v1"', date: 'Tue, 16 Jun 2026 03:00:00 GMT' }).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"v1"' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const known = (rest: Partial<KnownAnswer> = {}): KnownAnswer => ({
  etag: '"v1"',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', etag: '"v1"', 'x-was': 'there' },
  body: async () => Buffer.from(body),
  ...rest,
});

async function get(path: string, revalidate?: (url: string) => Promise<KnownAnswer | undefined>, request = {}) {
  asked.length = 0;
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    minDelayMs: 0,
    allowAddresses: ['127.0.0.0/8'],
    hosts: new Map([['www.x.go.th', { address: '127.0.0.1', port }]]),
    ...(revalidate === undefined ? {} : { revalidate }),
  });
  try {
    const outcome = await fetcher.fetch(`http://www.x.go.th${path}`, request);
    if (!outcome.ok) throw new Error(outcome.failure.detail);
    return { ...outcome, pages: asked.filter(({ path }) => path !== '/robots.txt') };
  } finally {
    await fetcher.close();
  }
}

describe('a conditional request', () => {
  it('gives the kept answer as if it had been sent again, at no cost', async () => {
    const plain = await get('/page');
    const again = await get('/page', async () => known());
    expect(again.pages[0]?.headers['if-none-match']).toBe('"v1"');
    expect(again.body.equals(plain.body)).toBe(true);
    expect(again.capture).toMatchObject({
      status: 200,
      sha256: plain.capture.sha256,
      contentType: 'text/html',
      transferred: 0,
      headers: { 'x-was': 'there', date: 'Tue, 16 Jun 2026 03:00:00 GMT' },
    });
  });

  it('is made where the redirects end', async () => {
    const urls: string[] = [];
    const again = await get('/old', async (url) => {
      urls.push(new URL(url).pathname);
      return url.endsWith('/page') ? known() : undefined;
    });
    expect(urls).toEqual(['/old', '/page']);
    expect(again.capture).toMatchObject({ finalUrl: 'http://www.x.go.th/page', transferred: 0 });
  });

  it('by date alone is made too', async () => {
    const { etag, ...dated } = known();
    const again = await get('/page', async () => ({ ...dated, lastModified: 'Mon, 15 Jun 2026 03:00:00 GMT' }));
    expect(again.pages[0]?.headers['if-modified-since']).toBe('Mon, 15 Jun 2026 03:00:00 GMT');
    expect(again.body.toString()).toBe(body);
  });

  it('takes what is new when it is new', async () => {
    const again = await get('/page', async () => known({ etag: '"v0"', body: async () => Buffer.from('old') }));
    expect(again.body.toString()).toBe(body);
    expect(again.pages).toHaveLength(1);
  });

  it('is asked once more without conditions when the kept body is gone', async () => {
    const again = await get('/page', async () => known({ body: async () => undefined }));
    expect(again.body.toString()).toBe(body);
    expect(again.pages.map(({ headers }) => headers['if-none-match'])).toEqual(['"v1"', undefined]);
  });

  it('is not made for errands, nor over conditions of the caller', async () => {
    const never = async () => {
      throw new Error('asked');
    };
    for (const purpose of ['control', 'sitemap'] as const) await get('/page', never, { purpose });
    await expect(get('/page', never, { headers: { 'if-none-match': '"x"' } })).resolves.toBeDefined();
  });
});
