// Websites and workers for tests of shared runs: sites of several servers that note who asks, workers as processes of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AuditRun } from '../../src/model/result.ts';

/** One request to a site, robots.txt left out. */
export interface Visit {
  readonly agency: string;
  /** Server that answered: agencies of one server share an address. */
  readonly group: number;
  /** Contact of the asker's user agent. */
  readonly worker: string;
  /** By `performance.now`. */
  readonly at: number;
}

export interface SiteLab {
  readonly registry: string;
  readonly hosts: string;
  readonly visits: Visit[];
  /** Called at each visit. */
  onVisit: ((visit: Visit) => void) | undefined;
  /** Nothing is answered before this is over. */
  hold: Promise<unknown> | undefined;
  close(): void;
}

export interface SiteLabOptions {
  readonly folder: string;
  /** Ids; the agency at position `n` is served by server `n % servers`. */
  readonly agencies: readonly string[];
  readonly servers: number;
  /** Of each answer, ms. */
  readonly delay: number;
}

const host = (id: string): string => `www.${id}.go.th`;
const menu = ['ประวัติ', 'บุคลากร', 'ข่าว'].map((label, at) => `<li><a href="/m${at}">${label}</a></li>`).join('');
const frame = (title: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><nav><ul>${menu}</ul></nav><h1>${title}</h1>${body}`;
const rows = ['ถนน', 'แหล่งน้ำ', 'อาชีพ']
  .map((what, at) => `<tr><td>${at + 1}</td><td>โครงการพัฒนา${what}</td><td>${at + 1}00,000</td></tr>`)
  .join('');

function answer(at: number, path: string): string | undefined {
  if (path === '/') {
    const link = at % 3 === 2 ? '' : '<a href="/plan">แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</a>';
    return frame(`หน่วยงานที่ ${at}`, `<p>ยินดีต้อนรับ ${at}</p>${link}<a href="/report">รายงานผลประจำปี 2568</a>`);
  }
  if (path === '/plan' && at % 3 !== 2) {
    return frame(
      'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569',
      `<table><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ</th></tr>${rows}</table>`,
    );
  }
  if (path === '/report' && at % 2) return frame('รายงานผลประจำปี 2568', '<p>ผลการดำเนินงานตามแผนบรรลุเป้าหมาย</p>');
  return undefined;
}

export async function serveSites({ folder, agencies, servers, delay }: SiteLabOptions): Promise<SiteLab> {
  const listening: Server[] = [];
  const ports: number[] = [];
  const positions = new Map(agencies.map((id, at) => [host(id), at]));
  const visits: Visit[] = [];
  const lab: SiteLab = {
    registry: join(folder, 'registry.csv'),
    hosts: join(folder, 'hosts'),
    visits,
    onVisit: undefined,
    hold: undefined,
    close: () => {
      for (const server of listening) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
  for (let group = 0; group < servers; group += 1) {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      const at = positions.get(request.headers.host ?? '') ?? -1;
      if (path !== '/robots.txt') {
        const worker = /\(\+(.*)\)/.exec(request.headers['user-agent'] ?? '')?.[1] ?? '';
        const visit = { agency: agencies[at] ?? '', group, worker, at: performance.now() };
        visits.push(visit);
        lab.onVisit?.(visit);
      }
      setTimeout(async () => {
        await lab.hold;
        const body = answer(at, path);
        if (body === undefined) response.writeHead(404).end('<h1>404</h1>');
        else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
      }, delay);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    listening.push(server);
    ports.push((server.address() as AddressInfo).port);
  }
  const lines = ports.map((port, group) => {
    const names = agencies.filter((_, at) => at % servers === group).map(host);
    return `127.0.0.1:${port} ${names.join(' ')}`;
  });
  writeFileSync(lab.hosts, `${lines.join('\n')}\n`);
  const records = agencies.map((id) => `${id},หน่วยงาน ${id},provincial-office,http://${host(id)}/`);
  writeFileSync(lab.registry, `id,name,kind,url\n${records.join('\n')}\n`);
  return lab;
}

/** Arguments of an audit of the lab's registry. */
export function auditArguments(lab: SiteLab): string[] {
  return [
    'audit',
    lab.registry,
    ...['--hosts', lab.hosts, '--allow-address', '127.0.0.1/32', '--as-of', '2026-06-15', '--format', 'json'],
    ...['--browser', 'never', '--ocr', 'never', '--lang', 'en'],
  ];
}

export interface WorkerProcess {
  readonly name: string;
  readonly child: ChildProcess;
  readonly errors: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

const entry = new URL('../../src/cli.ts', import.meta.url).href;
const script = `
const cli = await import(${JSON.stringify(entry)});
process.exitCode = await cli.main(process.argv.slice(1), cli.processTerminal());`;
/** A clock that is wrong by so many milliseconds, in all that a process asks it. */
const skewed = (ms: number): string => `
const Right = Date, now = Date.now;
globalThis.Date = class Date extends Right {
  constructor(...given) { given.length === 0 ? super(now() + ${ms}) : super(...given); }
  static now() { return now() + ${ms}; }
};`;

/** `planaudit worker` as a process; its name stands in the user agent of its requests. */
export function startWorker(
  name: string,
  url: string,
  { skewMs = 0, concurrency = 3, extra = [] as readonly string[] } = {},
): WorkerProcess {
  const preload = skewMs === 0 ? '' : skewed(skewMs);
  const own = ['--store', url, '--contact', name, '--concurrency', String(concurrency), '--lang', 'en'];
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', `${preload}${script}`, '--', 'worker', ...own, ...extra],
    { env: { ...process.env, PLANAUDIT_MIN_DELAY: '0', NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return {
    name,
    child,
    errors: () => errors,
    ended: new Promise((done) => child.on('close', (code, signal) => done({ code, signal }))),
  };
}

/** A run without what may differ between two runs over the same bytes. */
export function timeless(run: AuditRun): AuditRun {
  const text = JSON.stringify({ ...run, run: { ...run.run, id: '', startedAt: '', finishedAt: '' } });
  return JSON.parse(text.replace(/"fetchedAt":"[^"]*"/g, '"fetchedAt":""')) as AuditRun;
}

/**
 * Where two agencies of one server were visited by turns: they were audited at once. The visits of a worker that died are its
 * successor's to repeat, so they are looked at apart.
 */
export function interleaved(visits: readonly Visit[]): string[] {
  const found: string[] = [];
  for (const group of new Set(visits.map((visit) => visit.group))) {
    const spans = new Map<string, { agency: string; from: number; to: number }>();
    for (const { agency, worker, at, group: of } of visits) {
      if (of !== group) continue;
      const span = spans.get(`${agency} ${worker}`);
      spans.set(`${agency} ${worker}`, { agency, from: span?.from ?? at, to: at });
    }
    const all = [...spans].sort(([, a], [, b]) => a.from - b.from);
    for (const [at, [name, span]] of all.entries()) {
      const next = all[at + 1];
      if (next !== undefined && next[1].from < span.to) found.push(`server ${group}: ${name} and ${next[0]}`);
    }
  }
  return found;
}
