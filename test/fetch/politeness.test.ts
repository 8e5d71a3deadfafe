// A server watches the fetcher's manners. Only lower bounds of time are asserted, so a slow machine cannot fail the test.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/fetch/fetcher.ts';
import { parseHostsFile } from '../../src/fetch/hosts-file.ts';
import { defaultFetchSettings, type FetchSettings, userAgentFor } from '../../src/fetch/settings.ts';

interface Visit {
  readonly host: string;
  readonly path: string;
  readonly agent: string;
  /** ms since the first fetch call. */
  readonly at: number;
}

const robots: Record<string, string> = {
  'slow.test': 'User-agent: *\nCrawl-delay: 0.15\n',
  'strict.test': 'User-agent: planaudit\nDisallow: /private\nAllow: /private/plan\n\nUser-agent: *\nDisallow: /\n',
};
const names = ['a.test', 'b.test', 'c.test', 'slow.test', 'strict.test', 'busy.test', 'moved.test', 'led.test'];

let server: Server;
let fetcher: Fetcher;
let visits: Visit[];
let active: Map<string, number>;
let mostActive: Map<string, number>;
let began: number;

beforeEach(async () => {
  visits = [];
  active = new Map();
  mostActive = new Map();
  let refused = false;
  server = createServer(async (request, response) => {
    const host = request.headers.host ?? '';
    const path = request.url ?? '';
    visits.push({ host, path, agent: request.headers['user-agent'] ?? '', at: performance.now() - began });
    for (const key of [host, 'address']) {
      active.set(key, (active.get(key) ?? 0) + 1);
      mostActive.set(key, Math.max(mostActive.get(key) ?? 0, active.get(key)!));
    }
    await sleep(30);
    for (const key of [host, 'address']) active.set(key, active.get(key)! - 1);
    if (host === 'moved.test') response.writeHead(302, { location: `http://strict.test${path}` }).end();
    else if (path === '/robots.txt') {
      const body = robots[host];
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(body);
    } else if (host === 'busy.test' && !refused) {
      refused = true;
      response.writeHead(429, { 'retry-after': '1' }).end('slow down');
    } else if (host === 'led.test') response.writeHead(302, { location: `http://strict.test${path}` }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>ok</p>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  began = performance.now();
});
afterEach(async () => {
  await fetcher.close();
  server.closeAllConnections();
  server.close();
});

function start(overrides: Partial<FetchSettings>): void {
  fetcher = createFetcher({
    ...defaultFetchSettings,
    userAgent: userAgentFor('1.2.3', 'https://example.go.th/audit'),
    allowAddresses: ['127.0.0.1'],
    hosts: parseHostsFile(`127.0.0.1:${(server.address() as AddressInfo).port} ${names.join(' ')}`, 'hosts'),
    ...overrides,
  });
}

const of = (host: string) => visits.filter((visit) => visit.host === host);
const fetchAll = (urls: readonly string[]) => Promise.all(urls.map((url) => fetcher.fetch(url)));
const pages = (host: string, count: number) => Array.from({ length: count }, (_, index) => `http://${host}/${index}`);

/** The n-th start comes no sooner than n delays after the first could. Two ms for the rounding of the clock. */
function expectSpaced(all: readonly Visit[], delayMs: number): void {
  all.forEach((visit, index) => {
    expect(visit.at, `${visit.host}${visit.path}`).toBeGreaterThanOrEqual(index * delayMs - 2);
  });
}

describe('politeness', () => {
  test('one host: never more than two at once, never faster than the delay', async () => {
    start({ minDelayMs: 25, perHost: 2, perAddress: 5 });
    const outcomes = await fetchAll(pages('a.test', 12));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(mostActive.get('a.test')).toBeLessThanOrEqual(2);
    expectSpaced(of('a.test'), 25);
  });

  test('hosts on one address share its limits', async () => {
    start({ minDelayMs: 20, perHost: 2, perAddress: 3 });
    await fetchAll(['a.test', 'b.test', 'c.test'].flatMap((host) => pages(host, 5)));
    expect(visits).toHaveLength(18);
    expect(mostActive.get('address')).toBeLessThanOrEqual(3);
    for (const host of ['a.test', 'b.test', 'c.test']) expect(mostActive.get(host)).toBeLessThanOrEqual(2);
    expectSpaced(visits, 20);
  });

  test('crawl-delay is kept, one request at a time', async () => {
    start({ minDelayMs: 1, perHost: 4, perAddress: 4 });
    await fetchAll(pages('slow.test', 4));
    expect(mostActive.get('slow.test')).toBe(1);
    expectSpaced(of('slow.test'), 150);
    expect(await fetcher.robots('http://slow.test/')).toMatchObject({ crawlDelaySeconds: 0.15 });
  });

  test('an overlong crawl-delay is cut to the cap', async () => {
    start({ minDelayMs: 1, maxCrawlDelayMs: 40 });
    await fetchAll(pages('slow.test', 4));
    expectSpaced(of('slow.test'), 40);
  });

  test('robots.txt is asked first and once; what it forbids is never asked', async () => {
    start({ minDelayMs: 1, perAddress: 5 });
    const outcomes = await fetchAll(['/private', '/private/plan', '/open'].map((path) => `http://strict.test${path}`));
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.failure.code))).toEqual([
      'robots-disallowed',
      'ok',
      'ok',
    ]);
    expect(visits[0]?.path).toBe('/robots.txt');
    expect(visits.map(({ path }) => path).sort()).toEqual(['/open', '/private/plan', '/robots.txt']);
  });

  test('what it forbids is not asked by way of a redirect either', async () => {
    start({ minDelayMs: 1 });
    const outcome = await fetcher.fetch('http://led.test/private/x');
    expect(outcome).toMatchObject({
      ok: false,
      failure: { code: 'robots-disallowed', url: 'http://strict.test/private/x' },
    });
    expect(of('strict.test').map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  test('Retry-After is waited for by the whole host, and the refused request is asked once more', async () => {
    start({ minDelayMs: 1, perHost: 1 });
    const outcomes = await fetchAll(pages('busy.test', 3));
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true]);
    const [robotsVisit, refused, ...later] = of('busy.test');
    expect(robotsVisit?.path).toBe('/robots.txt');
    expect(later).toHaveLength(3);
    for (const visit of later) expect(visit.at - refused!.at).toBeGreaterThanOrEqual(990);
  });

  test('a robots.txt that leads to another origin’s is that origin’s, too', async () => {
    start({ minDelayMs: 1 });
    await fetchAll(['http://moved.test/open']);
    expect(visits.map(({ host, path }) => host + path)).toEqual([
      'moved.test/robots.txt',
      'strict.test/robots.txt',
      'moved.test/open',
      'strict.test/open',
    ]);
  });

  test('every request names the program and its contact', async () => {
    start({ minDelayMs: 1 });
    await fetchAll(pages('a.test', 2));
    expect(new Set(visits.map(({ agent }) => agent))).toEqual(
      new Set(['planaudit/1.2.3 (+https://example.go.th/audit)']),
    );
  });
});
