import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import chromium from '@sparticuz/chromium';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserRenderer, type BrowserSettings, createBrowserRenderer } from '../../src/fetch/browser.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetcher.ts';
import { findBrowser } from '../../src/fetch/find-browser.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';

const pages: Record<string, [type: string, body: string]> = {
  '/': ['text/html', '<div id="root">กำลังโหลด</div><script src="/app.js"></script><img src="/a.png">'],
  '/app.js': [
    'text/javascript',
    `fetch('/plans.json').then((r) => r.json()).then((plans) => {
       document.getElementById('root').innerHTML = plans.map((p) => '<a href="' + p.url + '">' + p.title + '</a>').join('');
     });`,
  ],
  '/plans.json': ['application/json', '[{"title":"แผนปฏิบัติราชการ 2569","url":"/plan.pdf"}]'],
  '/inside': [
    'text/html',
    `<p id="out">-</p><script>
      const tell = (text) => document.getElementById('out').textContent += text + ' ';
      Promise.allSettled([
        fetch('http://10.1.2.3/secret').then(() => tell('PRIVATE')),
        fetch('http://metadata.localhost/').then(() => tell('LOOPBACK')),
        fetch('/form', {method: 'POST'}).then(() => tell('POSTED')),
        new Promise((done, fail) => { const s = new WebSocket('ws://www.x.go.th/s'); s.onopen = () => { tell('SOCKET'); done(); }; s.onclose = fail; }),
      ]).then(() => tell('done'));
    </script>`,
  ],
  '/busy': [
    'text/html',
    '<p>มีอยู่</p><script>setInterval(() => fetch("/plans.json?" + Math.random()), 50); alert(1); open("/")</script>',
  ],
  '/never': ['text/html', '<p>x</p><script>for (;;) {}</script>'],
};

let server: Server;
let fetcher: Fetcher;
let renderer: BrowserRenderer;
let settings: BrowserSettings;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`);
    const [type, body] = pages[(request.url ?? '/').split('?')[0] ?? '/'] ?? [];
    if (type === undefined) return void response.writeHead(404).end('none');
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  fetcher = createFetcher({
    ...defaultFetchSettings,
    minDelayMs: 0,
    hosts: new Map([
      ['www.x.go.th', { address: '127.0.0.1', port }],
      ['metadata.localhost', { address: '127.0.0.2', port }],
    ]),
    allowAddresses: ['127.0.0.1/32'],
  });
  settings = {
    executablePath: await chromium.executablePath(),
    // The tests may run as root in a container, where the browser has no sandbox.
    sandbox: false,
    settleMs: 2000,
    maxRequests: 12,
  };
  renderer = createBrowserRenderer(fetcher, settings);
}, 60_000);

afterAll(async () => {
  await renderer?.close();
  await fetcher?.close();
  server?.close();
});

describe('browser', () => {
  it('shows what scripts build, with requests through the fetcher only', async () => {
    asked.length = 0;
    const outcome = await renderer.render('http://www.x.go.th/');
    expect(outcome).toMatchObject({ ok: true, finalUrl: 'http://www.x.go.th/', requests: 3 });
    expect(outcome.ok && outcome.html).toContain('แผนปฏิบัติราชการ 2569</a>');
    expect(asked.filter((line) => !line.includes('robots.txt'))).toEqual([
      'GET www.x.go.th/',
      'GET www.x.go.th/app.js',
      'GET www.x.go.th/plans.json',
    ]);
  });

  it('does not ask again for the page it is given', async () => {
    asked.length = 0;
    const page = { body: Buffer.from('<p id="a"></p><script src="/app.js"></script>'), contentType: 'text/html' };
    const outcome = await renderer.render('http://www.x.go.th/', { page });
    expect(outcome.ok).toBe(true);
    expect(asked).toEqual(['GET www.x.go.th/app.js', 'GET www.x.go.th/plans.json']);
  });

  it('keeps pages away from private addresses, forms and sockets', async () => {
    asked.length = 0;
    const outcome = await renderer.render('http://www.x.go.th/inside');
    expect(outcome.ok && outcome.html).toMatch(/-done/);
    expect(asked).toEqual(['GET www.x.go.th/inside']);
  });

  it('takes a page that never falls silent as it stands, within its requests', async () => {
    const outcome = await renderer.render('http://www.x.go.th/busy');
    expect(outcome).toMatchObject({ ok: true, requests: 12 });
    expect(outcome.ok && outcome.html).toContain('มีอยู่');
  });

  it('ends a page that hangs, and goes on with the next', async () => {
    const hurried = createBrowserRenderer(fetcher, { ...settings, timeoutMs: 4000 });
    expect(await hurried.render('http://www.x.go.th/never')).toMatchObject({ ok: false });
    expect(await hurried.render('http://www.x.go.th/plans.json')).toMatchObject({ ok: true });
    await hurried.close();
  });

  it('stops at once when interrupted', async () => {
    expect(await renderer.render('http://www.x.go.th/', { signal: AbortSignal.abort() })).toMatchObject({ ok: false });
  });
});

describe('findBrowser', () => {
  const find = (platform: NodeJS.Platform, path: string, env: Record<string, string>): string | undefined =>
    findBrowser({ platform, env, isFile: (each) => each === path });

  it.each([
    ['linux', '/usr/bin/chromium', { PATH: '/bin:/usr/bin' }],
    ['linux', '/snap/bin/chromium', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', { HOME: '/Users/a' }],
    [
      'win32',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
    ],
  ] as const)('on %s finds %s', (platform, path, env) => {
    expect(find(platform, path, env)).toBe(path);
  });
  it('finds nothing where there is nothing', () => {
    expect(findBrowser({ platform: 'linux', env: { PATH: '/nowhere' }, isFile: existsSync })).toBeUndefined();
  });
});
