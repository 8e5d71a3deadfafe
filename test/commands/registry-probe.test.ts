import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { csvText } from '../../src/report/csv-text.ts';
import { fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-probe-'));
let server: Server;
let closedPort: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (host.startsWith('old.')) response.writeHead(301, { location: 'http://new.go.th/' }).end();
    else response.writeHead(200, { 'content-type': 'text/html', server: '=cmd' }).end('<h1>หน้าแรก</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const shut = createServer();
  await new Promise<void>((resolve) => shut.listen(0, '127.0.0.1', resolve));
  closedPort = (shut.address() as AddressInfo).port;
  await new Promise((resolve) => shut.close(resolve));
  writeFileSync(
    join(folder, 'hosts'),
    `127.0.0.1:${port} living.go.th old.go.th new.go.th\n127.0.0.1:${closedPort} dead.go.th www.dead.go.th\n`,
  );
  writeFileSync(
    join(folder, 'agencies.csv'),
    `id,name,kind,url
living,อำเภอหนึ่ง,district,http://living.go.th/
moved,อำเภอสอง,district,http://old.go.th/
dead,อำเภอสาม,district,http://dead.go.th/
none,อำเภอสี่,district,
`,
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it('tells which sites live, where they lead and what to register instead', async () => {
  const terminal = fakeTerminal({ PLANAUDIT_MIN_DELAY: '0' });
  const args = ['registry', 'probe', join(folder, 'agencies.csv'), '--hosts', join(folder, 'hosts'), '--lang', 'en'];
  const status = await main([...args, '--allow-address', '127.0.0.1', '--out', join(folder, 'out')], {
    ...terminal,
    now: () => Date.now(),
  });
  expect(terminal.err()).toContain('[4/4]');
  expect(status).toBe(0);
  const out = terminal.out();
  expect(out).toMatch(/^✓ living {2}http:\/\/living\.go\.th\/ · 200 · \d+ ms/m);
  expect(out).toMatch(/^✓ moved .*→ http:\/\/new\.go\.th\//m);
  expect(out.replace(/\s+/g, ' ')).toContain('moved to: http://new.go.th/');
  expect(out).toMatch(/^✗ dead/m);
  expect(out).toMatch(/^✗ none {4}no website registered$/m);
  expect(out).toContain('2 of 4');

  const csv = readFileSync(join(folder, 'out', 'probe.csv'), 'utf8');
  const rows = csv.slice(1).trimEnd().split('\r\n');
  expect(rows.length).toBe(5);
  expect(rows[2]).toContain('http://new.go.th/,moved');
  expect(rows[3]).toContain('no,,connection-refused');
  expect(rows[4]).toContain('no-website');
  // What a server says of itself must not run in a spreadsheet.
  expect(rows[1]).toContain(",'=cmd,");
});

it('CSV cells are quoted, harmless and in UTF-8 with BOM', () => {
  expect(csvText([['a', 'b,c', 'd"e', '=1+1', '-x', -5, null, 'x\ny', ' z']])).toBe(
    `\ufeffa,"b,c","d""e",'=1+1,'-x,-5,,"x\ny"," z"\r\n`,
  );
});
