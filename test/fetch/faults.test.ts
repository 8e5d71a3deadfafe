// Every fault of the lab comes to its typed outcome, within bounded time, requests and bytes.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/fetch/fetcher.ts';
import { defaultFetchSettings, type FetchSettings } from '../../src/fetch/settings.ts';
import { type FaultsLab, faults, faultUrl, startFaultsLab } from './faults-lab.ts';

let lab: FaultsLab;
let fetcher: Fetcher;
/** With short time-outs, for the faults that run into them only: a loaded machine must not fail the others. */
let impatient: Fetcher;

const settings = (): FetchSettings => ({
  ...defaultFetchSettings,
  maxPageBytes: 16 * 1024 * 1024,
  minDelayMs: 0,
  perAddress: 100,
  allowAddresses: ['127.0.0.1'],
  hosts: lab.hosts,
});

beforeAll(async () => {
  lab = await startFaultsLab();
  fetcher = createFetcher(settings());
  impatient = createFetcher({ ...settings(), headersTimeoutMs: 1500, idleTimeoutMs: 700, totalTimeoutMs: 5000 });
});
afterAll(async () => {
  await fetcher.close();
  await impatient.close();
  await lab.close();
});

describe('faults lab', () => {
  test.concurrent.for(faults.map((fault) => [fault.name, fault] as const))('%s', async ([name, fault], { expect }) => {
    const outcome = await (fault.expect.endsWith('-timeout') ? impatient : fetcher).fetch(faultUrl(fault));
    if (fault.expect === 'ok') {
      expect(outcome.ok ? 'ok' : outcome.failure).toBe('ok');
      if (outcome.ok) {
        expect(outcome.body.toString()).toContain(fault.contains ?? '');
        expect(outcome.capture.bytes).toBe(outcome.body.length);
      }
    } else {
      expect(outcome.ok ? 'ok' : `${outcome.failure.code}`, outcome.ok ? '' : outcome.failure.detail).toBe(
        fault.expect,
      );
    }
    expect(lab.seen.get(name)?.length ?? 0).toBeLessThanOrEqual(fault.maxRequests ?? 4);
  });
});

describe('what a fetch tells', () => {
  test('hops, status, type, hash and times of a redirected page', async () => {
    const outcome = await fetcher.fetch('http://redirect-raw-thai.faults.test/#part');
    expect(outcome.ok).toBe(true);
    if (!outcome.ok) return;
    const to = `http://redirect-raw-thai.faults.test${encodeURI('/แผน')}`;
    expect(outcome.capture).toMatchObject({
      url: 'http://redirect-raw-thai.faults.test/#part',
      finalUrl: to,
      status: 200,
      hops: [{ url: 'http://redirect-raw-thai.faults.test/', status: 302, location: to }],
      contentType: 'text/html',
      tlsFaults: [],
    });
    expect(outcome.capture.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new Date(outcome.capture.fetchedAt).toISOString()).toBe(outcome.capture.fetchedAt);
  });

  test('proof of a block: status, headers, fingerprint', async () => {
    const outcome = await fetcher.fetch('http://challenge.faults.test/');
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        code: 'blocked',
        status: 403,
        fingerprint: 'cloudflare-challenge',
        headers: { 'cf-mitigated': 'challenge' },
        transient: true,
        dead: false,
      },
    });
  });

  test('a wall’s cookie is sent at once the next time', async () => {
    await fetcher.fetch('http://cookie-wall.faults.test/');
    const before = lab.seen.get('cookie-wall')!.length;
    const outcome = await fetcher.fetch('http://cookie-wall.faults.test/second');
    expect(outcome.ok && outcome.capture.hops.length).toBe(0);
    expect(outcome.ok && 'set-cookie' in outcome.capture.headers).toBe(false);
    expect(lab.seen.get('cookie-wall')!.length).toBe(before + 1);
  });

  test('the first page of a host begins its session; later pages do not change it', async () => {
    const own = createFetcher(settings());
    const before = await own.fetch('http://session.faults.test/inner', { purpose: 'control' });
    expect(before.ok && before.capture.finalUrl).toBe('http://session.faults.test/');
    await own.fetch('http://session.faults.test/');
    for (const path of ['/inner', '/other']) {
      const outcome = await own.fetch(`http://session.faults.test${path}`);
      expect(outcome.ok && outcome.capture.hops).toEqual([]);
    }
    await own.close();
  });

  test('user agent and headers are honest and complete', async () => {
    const named = createFetcher({ ...settings(), userAgent: 'planaudit/9.9 (+https://example.go.th/contact)' });
    await named.fetch(faultUrl({ name: 'none' }), { headers: { 'if-none-match': '"x"' } });
    await named.close();
    const { head } = lab.seen.get('none')!.at(-1)!;
    expect(head).toMatch(/^user-agent: planaudit\/9\.9 \(\+https:\/\/example\.go\.th\/contact\)\r?$/im);
    expect(head).toMatch(/^accept-encoding: gzip, deflate, br, zstd\r?$/im);
    expect(head).toMatch(/^accept-language: th/im);
    expect(head).toMatch(/^if-none-match: "x"\r?$/im);
    expect(head).not.toMatch(/^cookie:/im);
  });

  test('a size cap given with the request wins', async () => {
    const outcome = await fetcher.fetch(faultUrl({ name: 'none' }), { maxBytes: 20 });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'too-large', status: 200 } });
  });

  test('bad addresses fail without a request', async () => {
    for (const [url, code] of [
      ['zzz', 'invalid-url'],
      ['http://', 'invalid-url'],
      ['ftp://none.faults.test/', 'unsupported-scheme'],
      ['data:text/html,x', 'unsupported-scheme'],
      ['http://127.0.0.2/', 'address-refused'],
      ['http://[::1]/', 'address-refused'],
    ] as const) {
      expect(await fetcher.fetch(url), url).toMatchObject({ ok: false, failure: { code } });
    }
  });

  test('robots.txt is asked once a host, and its sitemaps and state are told', async () => {
    const before = lab.seen.get('robots-html')!.length;
    expect(await fetcher.robots('http://robots-html.faults.test/any')).toMatchObject({
      state: 'none',
      status: 200,
      sitemaps: [],
    });
    expect(await fetcher.robots('http://robots-broken.faults.test/')).toMatchObject({
      state: 'unreachable',
      status: 500,
    });
    expect(await fetcher.robots('http://robots-disallow.faults.test/')).toMatchObject({ state: 'rules' });
    expect(lab.seen.get('robots-html')!.length).toBe(before);
  });

  test('robots.txt can be left aside', async () => {
    expect((await fetcher.fetch('http://robots-disallow.faults.test/', { checkRobots: false })).ok).toBe(true);
    const rude = createFetcher({ ...settings(), obeyRobots: false });
    expect((await rude.fetch('http://robots-disallow.faults.test/')).ok).toBe(true);
    await rude.close();
  });

  test('more patience asks a failed robots.txt again and allows twice the size', async () => {
    const before = lab.seen.get('robots-broken')!.length;
    const again = await fetcher.fetch('http://robots-broken.faults.test/', { patience: 2 });
    expect(again).toMatchObject({ ok: false, failure: { code: 'robots-unreachable', transient: true } });
    expect(lab.seen.get('robots-broken')!.length).toBe(before + 1);
  });
});

describe('ending', () => {
  test('the caller’s signal aborts at any stage', async () => {
    for (const name of ['silent', 'dribble']) {
      const controller = new AbortController();
      const pending = fetcher.fetch(faultUrl({ name }), { signal: controller.signal, checkRobots: false });
      setTimeout(() => controller.abort(), 100);
      expect(await pending).toMatchObject({ ok: false, failure: { code: 'aborted', transient: true } });
    }
    expect(await fetcher.fetch(faultUrl({ name: 'none' }), { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      failure: { code: 'aborted' },
    });
  });

  test('close ends what is in flight and what waits for its turn', async () => {
    const own = createFetcher({ ...settings(), perHost: 1, totalTimeoutMs: 60_000, headersTimeoutMs: 60_000 });
    const pending = ['/1', '/2', '/3'].map((path) =>
      own.fetch(`http://silent.faults.test${path}`, { checkRobots: false }),
    );
    setTimeout(() => void own.close(), 100);
    for (const outcome of await Promise.all(pending))
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'aborted' } });
  });
});

test('after close nothing keeps the process alive: no time-out, no pause, no half-open connection', async () => {
  const script = `
    import { createServer } from 'node:net';
    import { createFetcher } from './src/fetch/fetcher.ts';
    import { defaultFetchSettings } from './src/fetch/settings.ts';
    const server = createServer((socket) => socket.on('error', () => {}).on('data', (data) => {
      if (String(data).startsWith('GET')) socket.write('HTTP/1.1 429 Slow\\r\\nRetry-After: 25\\r\\nContent-Length: 0\\r\\n\\r\\n');
    })).listen(0, '127.0.0.1', async () => {
      const { port } = server.address();
      const fetcher = createFetcher({ ...defaultFetchSettings, allowAddresses: ['127.0.0.1'], connectTimeoutMs: 60000, perAddress: 9 });
      const all = ['https://127.0.0.1:' + port, 'http://127.0.0.1:' + port].map((url) => fetcher.fetch(url, { checkRobots: false }));
      setTimeout(() => { server.close(); void fetcher.close(); }, 1000);
      console.log(JSON.stringify((await Promise.all(all)).map((outcome) => outcome.failure.code)));
    });
    setTimeout(() => { console.log('still alive'); process.exit(1); }, 15000).unref();
  `;
  const child = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: process.cwd(),
  });
  expect(child.stdout.trim()).toBe('["aborted","aborted"]');
}, 20_000);

describe('names and addresses', () => {
  const withLookup = (lookup: FetchSettings['lookup'], more: Partial<FetchSettings> = {}) =>
    createFetcher({ ...settings(), hosts: new Map(), lookup, ...more });
  const url = () => `http://any.example:${lab.port}/`;
  const loopback = { address: '127.0.0.1', family: 4 as const };

  test.each([
    ['ENOTFOUND', 'dns-not-found'],
    ['EAI_AGAIN', 'dns-temporary'],
  ])('%s', async (code, expected) => {
    const own = withLookup(async () => {
      throw Object.assign(new Error('x'), { code });
    });
    expect(await own.fetch(url())).toMatchObject({ ok: false, failure: { code: expected, url: url() } });
    await own.close();
  });

  test('a name server that never answers', async () => {
    const own = withLookup(() => new Promise(() => {}), { connectTimeoutMs: 100 });
    expect(await own.fetch(url())).toMatchObject({ ok: false, failure: { code: 'dns-temporary' } });
    await own.close();
  });

  test('names behind a dead one are not timed out by it', async () => {
    let release = () => {};
    const dead = new Promise<never>((_, reject) => {
      release = () => reject(new Error('given up'));
    });
    const own = withLookup((host) => (host.startsWith('dead') ? dead : Promise.resolve([loopback])), {
      connectTimeoutMs: 150,
    });
    const urls = ['dead1', 'dead2', 'alive'].map((name) => `http://${name}.example:${lab.port}/`);
    const pending = urls.map((each) => own.fetch(each));
    expect((await pending[0])?.ok).toBe(false);
    release();
    expect(await pending[2]).toMatchObject({ ok: false, failure: { code: 'http-not-found' } });
    await own.close();
  });

  test('a clock that stands still does not stop the pace', async () => {
    const own = createFetcher({ ...settings(), minDelayMs: 20, now: () => Date.UTC(2026, 0, 1) });
    const outcomes = await Promise.all(['/1', '/2', '/3'].map((path) => own.fetch(`http://none.faults.test${path}`)));
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: true, capture: { fetchedAt: '2026-01-01T00:00:00.000Z' } });
    await own.close();
  });

  test('rebinding: the checked address is the one connected to', async () => {
    let lookups = 0;
    const own = withLookup(async () => {
      lookups += 1;
      return [lookups === 1 ? loopback : { address: '10.0.0.1', family: 4 as const }];
    });
    expect(await own.fetch(url())).toMatchObject({ ok: false, failure: { code: 'http-not-found' } });
    expect(lookups).toBe(1);
    await own.close();
  });

  test('rebinding without memory: every new answer is checked before it is connected to', async () => {
    let lookups = 0;
    const own = withLookup(
      async () => {
        lookups += 1;
        return [lookups <= 2 ? loopback : { address: '127.0.0.2', family: 4 as const }];
      },
      { addressTtlMs: -1 },
    );
    expect(await own.fetch(url(), { checkRobots: false })).toMatchObject({
      ok: false,
      failure: { code: 'http-not-found' },
    });
    expect(await own.fetch(url(), { checkRobots: false })).toMatchObject({
      ok: false,
      failure: { code: 'address-refused' },
    });
    await own.close();
  });

  test('the next address of a host is tried when the first is dead', async () => {
    const own = withLookup(async () => [{ address: '127.0.0.3', family: 4 as const }, loopback], {
      allowAddresses: ['127.0.0.0/8'],
    });
    expect(await own.fetch(url())).toMatchObject({ ok: false, failure: { code: 'http-not-found' } });
    await own.close();
  });

  test('a closed port', async () => {
    expect(await fetcher.fetch('http://127.0.0.1:1/')).toMatchObject({
      ok: false,
      failure: { code: 'connection-refused' },
    });
  });
});
