import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedSites, serveSites } from '../../src/demo/serve-sites.ts';

let root: string;
let served: ServedSites;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planaudit-sites-'));
  const put = async (site: string, files: Record<string, string | Buffer>) => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(join(root, site, name, '..'), { recursive: true });
      await writeFile(join(root, site, name), content);
    }
  };
  await put('a', {
    'site.json': JSON.stringify({
      hosts: ['a.go.th', 'www.a.go.th'],
      layout: 'layout.html',
      contentType: 'text/html',
      notFound: { status: 200, file: 'lost.body.html' },
      routes: [
        { path: '/index.php', query: { id: '5' }, file: 'five.html' },
        { path: '/old', redirect: '/new.html', status: 301 },
      ],
    }),
    // windows-874 bytes of แผน inside an ASCII layout.
    'layout.html': '<html><title><!--#title--></title><nav>menu</nav><!--#body--></html>',
    'index.body.html': Buffer.concat([Buffer.from('<!-- T $& -->\n<p>'), Buffer.from([0xe1, 0xbc, 0xb9])]),
    'five.html': 'five',
    'lost.body.html': '<!-- lost -->\nไม่พบหน้า',
    'เอกสาร/แผน.pdf': '%PDF-',
  });
  await put('b', {
    'site.json': JSON.stringify({
      hosts: ['b.go.th'],
      firewall: { status: 403, file: 'no.html', headers: { server: 'BigWall' } },
    }),
    'no.html': 'blocked',
  });
  await put('c', { 'site.json': JSON.stringify({ hosts: ['c.go.th'], closed: true }) });
  served = await serveSites(root);
});

afterAll(async () => {
  await served.close();
  await rm(root, { recursive: true });
});

function get(host: string, path: string): Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: Buffer }> {
  const [hostname, port] = served.hosts.get(host)!.split(':') as [string, string];
  return new Promise((resolve, reject) => {
    request({ host: hostname, port, path, headers: { host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a body stands inside the layout with its bytes and its title untouched', async () => {
  const { status, headers, body } = await get('www.a.go.th', '/');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html');
  expect(headers['date']).toBeUndefined();
  expect(body.toString('latin1')).toBe('<html><title>T $&</title><nav>menu</nav><p>\xe1\xbc\xb9</html>');
});

test('routes by query, redirects, Thai file names, soft 404', async () => {
  expect((await get('a.go.th', '/index.php?option=x&id=5')).body.toString()).toBe('five');
  expect(await get('a.go.th', '/old')).toMatchObject({ status: 301, headers: { location: '/new.html' } });
  const pdf = await get('a.go.th', encodeURI('/เอกสาร/แผน.pdf'));
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  const lost = await get('a.go.th', '/nothing');
  expect([lost.status, lost.body.toString()]).toEqual([200, '<html><title>lost</title><nav>menu</nav>ไม่พบหน้า</html>']);
});

test('neither site.json nor anything above the folder is served', async () => {
  for (const path of ['/site.json', '/%2e%2e/b/no.html', '/..%2fb%2fno.html']) {
    expect((await get('a.go.th', path)).body.toString()).toContain('ไม่พบหน้า');
  }
});

test('a firewall answers everything, a closed site refuses', async () => {
  expect(await get('b.go.th', '/robots.txt')).toMatchObject({ status: 403, headers: { server: 'BigWall' } });
  await expect(get('c.go.th', '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a folder without sites and a wrong site.json are user errors', async () => {
  await expect(serveSites(join(root, 'a'))).rejects.toMatchObject({ code: 'sites-folder' });
  const bad = await mkdtemp(join(tmpdir(), 'planaudit-bad-'));
  await mkdir(join(bad, 'x'));
  await writeFile(join(bad, 'x', 'site.json'), '{"hosts":["x"],"colour":1}');
  await expect(serveSites(bad)).rejects.toMatchObject({ code: 'site-json' });
  await rm(bad, { recursive: true });
});
