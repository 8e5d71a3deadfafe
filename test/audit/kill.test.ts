// kill -9 at random points of a real run, then --resume: nothing lost, nothing judged twice, nothing judged differently.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRun } from '../../src/model/result.ts';
import { databaseFile, openFolderStore } from '../../src/store/open-store.ts';

const count = 9;
/** Random points at which the run is killed; more cost seconds each and found nothing more. */
const kills = 2;
const ids = Array.from({ length: count }, (_, at) => `a${at}`);
const host = (id: string): string => `www.${id}.go.th`;
const folder = mkdtempSync(join(tmpdir(), 'planaudit-kill-'));
const entry = new URL('../../src/cli.ts', import.meta.url).href;
const script = `const cli = await import(${JSON.stringify(entry)}); process.exitCode = await cli.main(process.argv.slice(1), cli.processTerminal());`;

/** Requests seen since the last reset, robots.txt left out. */
let requests = 0;
let onRequest: ((id: string) => void) | undefined;
let server: Server;

const menu = ['ประวัติ', 'บุคลากร', 'ข่าว', 'ติดต่อ', 'กระดานสนทนา']
  .map((label, at) => `<li><a href="/m${at}">${label}</a></li>`)
  .join('');
const frame = (title: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><nav><ul>${menu}</ul></nav><h1>${title}</h1>${body}`;
const rows = ['ถนน', 'แหล่งน้ำ', 'อาชีพ']
  .map((what, at) => `<tr><td>${at + 1}</td><td>โครงการพัฒนา${what}</td><td>${at + 1}00,000</td></tr>`)
  .join('');

function answer(id: number, path: string): string | undefined {
  if (path === '/') {
    const link = id % 3 === 2 ? '' : '<a href="/plan">แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</a>';
    return frame(
      `หน่วยงานที่ ${id}`,
      `<p>ยินดีต้อนรับสู่หน่วยงานที่ ${id}</p>${link}<a href="/report">รายงานผลการดำเนินงานประจำปี 2568</a>`,
    );
  }
  if (path === '/plan' && id % 3 !== 2) {
    return frame(
      'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569',
      `<table><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ</th></tr>${rows}</table>`,
    );
  }
  if (path === '/report' && id % 2)
    return frame('รายงานผลการดำเนินงานประจำปี 2568', '<p>ผลการดำเนินงานตามแผนบรรลุเป้าหมายทุกโครงการ</p>');
  return undefined;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    const id = ids.findIndex((each) => host(each) === request.headers.host);
    if (path !== '/robots.txt') {
      requests += 1;
      onRequest?.(ids[id] ?? '');
    }
    const body = answer(id, path);
    if (body === undefined) response.writeHead(404).end('<h1>404</h1>');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  writeFileSync(join(folder, 'hosts'), `127.0.0.1:${port} ${ids.map(host).join(' ')}\n`);
  const lines = ids.map((id) => `${id},หน่วยงาน ${id},provincial-office,http://${host(id)}/`);
  writeFileSync(join(folder, 'r.csv'), `id,name,kind,url\n${lines.join('\n')}\n`);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

function planaudit(
  data: string,
  extra: readonly string[],
  started: (child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const args = ['audit', join(folder, 'r.csv'), '--hosts', join(folder, 'hosts'), '--allow-address', '127.0.0.1/32'];
  const fixed = [
    '--as-of',
    '2026-06-15',
    '--format',
    'json',
    '--data',
    data,
    '--browser',
    'never',
    '--concurrency',
    '3',
    '--lang',
    'en',
  ];
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...args, ...fixed, ...extra], {
    env: { ...process.env, PLANAUDIT_MIN_DELAY: '0', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started(child);
  let out = '';
  let err = '';
  // A letter may lie in two chunks.
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  return new Promise((done) => child.on('close', (code, signal) => done({ code, signal, out, err })));
}

/** A run without what may differ between two runs over the same bytes. */
function timeless(out: string): unknown {
  const run = JSON.parse(out) as AuditRun;
  const text = JSON.stringify({ ...run, run: { ...run.run, id: '', startedAt: '', finishedAt: '' } });
  return JSON.parse(text.replace(/"fetchedAt":"[^"]*"/g, '"fetchedAt":""'));
}

/** Agencies recorded in the data folder's only run. */
async function recorded(data: string): Promise<string[]> {
  if (!existsSync(join(data, databaseFile))) return [];
  const store = await openFolderStore(data, { create: false, now: Date.now });
  try {
    const runs = await store.runs();
    expect(runs.length).toBeLessThanOrEqual(1);
    return runs[0] === undefined ? [] : (await store.recordedAgencies(runs[0].id)).map(({ agencyId }) => agencyId);
  } finally {
    await store.close();
  }
}

describe('kill -9 and --resume', () => {
  it('loses no agency, judges none twice and none differently', async () => {
    requests = 0;
    const whole = await planaudit(join(folder, 'whole'), []);
    expect(whole.code, whole.err).toBe(1);
    const all = requests;
    expect(all).toBeGreaterThan(count);

    let state = 20261123;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % below;
    };
    const data = join(folder, 'killed');
    const done = new Set<string>();
    for (let attempt = 0; attempt <= kills; attempt += 1) {
      requests = 0;
      // Somewhere in the middle of what is left: some agencies are judged by then, some begun, some not.
      const left = Math.ceil((all * (count - done.size)) / count);
      const at = attempt === kills ? undefined : Math.ceil(left * 0.4) + random(Math.ceil(left * 0.3));
      const again = new Set<string>();
      const ended = await planaudit(data, attempt === 0 ? [] : ['--resume'], (child) => {
        onRequest = (id) => {
          if (done.has(id)) again.add(id);
          if (requests === at) child.kill('SIGKILL');
        };
      });
      onRequest = undefined;
      // What is recorded is judged: no one asks for it again.
      expect([...again]).toEqual([]);
      if (at !== undefined && ended.signal === 'SIGKILL') {
        const judged = await recorded(data);
        expect(new Set(judged).size).toBe(judged.length);
        for (const id of done) expect(judged).toContain(id);
        for (const id of judged) done.add(id);
        continue;
      }
      expect(ended.code, ended.err).toBe(1);
      expect(timeless(ended.out)).toEqual(timeless(whole.out));
      // Done before it could be killed: nothing is left to resume.
      break;
    }
    expect(done.size).toBeGreaterThan(0);
  }, 60_000);

  it('Ctrl-C keeps what was judged, says how to go on, and ends with status 3', async () => {
    const data = join(folder, 'stopped');
    requests = 0;
    const ended = await planaudit(data, [], (child) => {
      onRequest = () => void (requests === 12 && child.kill('SIGINT'));
    });
    onRequest = undefined;
    expect(ended.code, ended.err).toBe(3);
    expect(ended.err).toContain('--resume');
    const run = JSON.parse(ended.out) as AuditRun;
    expect(run.run.complete).toBe(false);
    expect(run.agencies.length).toBeLessThan(count);
  }, 60_000);
});
