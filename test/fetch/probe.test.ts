import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/fetch/fetcher.ts';
import { parseHostsFile } from '../../src/fetch/hosts-file.ts';
import { probeSite } from '../../src/fetch/probe.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';

let server: Server;
let fetcher: Fetcher;

beforeAll(async () => {
  server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    if (request.url === '/robots.txt') {
      if (host === 'closed.test') response.end('User-agent: *\nDisallow: /');
      else if (host === 'alive.test') response.end('User-agent: *\nCrawl-delay: 0\nDisallow: /admin\nSitemap: /s.xml');
      else response.writeHead(404).end();
    } else if (host === 'old.test') response.writeHead(301, { location: 'http://alive.test/home' }).end();
    else if (host === 'today.test') response.writeHead(302, { location: 'http://alive.test/home' }).end();
    else if (host === 'bare.test') response.writeHead(301, { location: 'http://www.bare.test/' }).end();
    else if (host === 'forbidden.test') response.writeHead(403, { server: 'nginx' }).end('no');
    else response.writeHead(200, { server: 'Apache/2.4', 'content-type': 'text/html' }).end('<p>หน้าแรก</p>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const live = [
    'alive.test',
    'old.test',
    'today.test',
    'bare.test',
    'www.bare.test',
    'www.only.test',
    'closed.test',
    'forbidden.test',
  ];
  fetcher = createFetcher({
    ...defaultFetchSettings,
    minDelayMs: 0,
    allowAddresses: ['127.0.0.1'],
    hosts: parseHostsFile(
      live.map((host) => `127.0.0.1:${port} ${host}:80\n127.0.0.1:1 ${host}:443`).join('\n'),
      'hosts',
    ),
    lookup: async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    },
  });
});
afterAll(async () => {
  await fetcher.close();
  server.closeAllConnections();
  server.close();
});

test('a living site: server, speed, robots', async () => {
  const probe = await probeSite(fetcher, 'http://alive.test/');
  expect(probe).toMatchObject({
    alive: true,
    status: 200,
    finalUrl: 'http://alive.test/',
    server: 'Apache/2.4',
    robots: { state: 'rules', sitemaps: 1, allowsStart: true, crawlDelaySeconds: 0 },
  });
  expect(probe.responseMs).toBeTypeOf('number');
  expect(probe).not.toHaveProperty('suggestion');
  expect(probe).not.toHaveProperty('tls');
});

test.each([
  ['http://old.test/', true, { url: 'http://alive.test/home', reason: 'moved' }],
  ['http://today.test/', true, undefined],
  ['http://bare.test/', true, { url: 'http://www.bare.test/', reason: 'www' }],
  ['http://only.test/a', false, { url: 'http://www.only.test/a', reason: 'www' }],
  ['https://alive.test/', false, { url: 'http://alive.test/', reason: 'http' }],
  ['http://www.alive.test/', false, { url: 'http://alive.test/', reason: 'no-www' }],
  ['https://www.alive.test/', false, { url: 'http://alive.test/', reason: 'no-www' }],
  ['http://nowhere.test/', false, undefined],
  ['not a url', false, undefined],
])('%s', async (url, alive, suggestion) => {
  const probe = await probeSite(fetcher, url);
  expect(probe.alive).toBe(alive);
  expect(probe.suggestion).toEqual(suggestion);
});

test('what keeps us out is told', async () => {
  expect(await probeSite(fetcher, 'http://closed.test/')).toMatchObject({
    alive: false,
    failure: { code: 'robots-disallowed' },
  });
  expect(await probeSite(fetcher, 'http://forbidden.test/')).toMatchObject({
    alive: false,
    status: 403,
    server: 'nginx',
    failure: { code: 'http-forbidden' },
  });
});
