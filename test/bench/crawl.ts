// Speed of the crawl path and of the whole audit beside peers and beside the bare limit, on the same generated sites on
// loopback. One client a process; rounds are interleaved and medians taken, so that a busy machine is busy for all.
import { execFile, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hostAddress, type SiteSizes } from './crawl-server.ts';
import { median } from './median.ts';
import type { BenchGoal, BenchOptions, BenchSection, BenchTable } from './section.ts';

interface Client {
  readonly name: string;
  readonly command: readonly string[];
  readonly task?: { readonly audit: boolean };
  /** Why it cannot run here. */
  readonly missing?: string;
}

interface Figures {
  readonly pages: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const full: SiteSizes = { pages: 5000, hosts: 200, hostPages: 25 };
const quick: SiteSizes = { pages: 500, hosts: 20, hostPages: 25 };
/** A client that takes longer is stopped, and the notes say so. */
const longestMs = { full: 300_000, quick: 180_000 } as const;

const ours = /^(?:bare limit|planaudit)/;
const file = (name: string): string => fileURLToPath(new URL(`./clients/${name}`, import.meta.url));
const isThere = (command: string, ...more: string[]): boolean => spawnSync(command, more).status === 0;

function clients(): Client[] {
  const peer = (name: string): Client => ({
    name,
    command: ['node', file(`${name}.js`)],
    ...(existsSync(fileURLToPath(new URL('./node_modules', import.meta.url))) ? {} : { missing: 'not installed' }),
  });
  return [
    { name: 'bare limit', command: ['node', file('bare.js')] },
    { name: 'planaudit, crawl path', command: ['node', file('planaudit.js')] },
    { name: 'planaudit, whole audit', command: ['node', file('planaudit.js')], task: { audit: true } },
    peer('crawlee'),
    peer('linkinator'),
    peer('linkinator-6'),
    {
      name: 'scrapy',
      command: ['python3', file('scrapy-spider.py')],
      ...(isThere('python3', '-c', 'import scrapy') ? {} : { missing: 'not on this machine' }),
    },
    {
      name: 'wget2',
      command: ['node', file('wget2.js')],
      ...(isThere('wget2', '--version') ? {} : { missing: 'not on this machine' }),
    },
  ];
}

function runClient(
  { command, task }: Client,
  starts: readonly string[],
  pages: number,
  timeout: number,
): Promise<Partial<Figures>> {
  const [program = '', ...args] = command;
  const given = JSON.stringify({ starts, pages, ...task });
  return new Promise((resolve, reject) => {
    execFile(
      program === 'node' ? process.execPath : program,
      [...args, given],
      { timeout, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        if (error?.killed) return resolve({});
        if (error) return reject(new Error(`${args[0]}: ${stderr || error.message}`));
        resolve(JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Figures);
      },
    );
  });
}

export async function benchCrawl(options: BenchOptions): Promise<BenchSection> {
  const sizes = options.quick ? quick : full;
  const rounds = options.rounds ?? 3;
  const longest = longestMs[options.quick ? 'quick' : 'full'];
  const known = clients();
  const unknown = options.clients?.filter((name) => !known.some((client) => client.name === name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`no such client: ${unknown.join(', ')}; there are ${known.map(({ name }) => name).join(', ')}`);
  const all = known.filter(({ name }) => ours.test(name) || (options.clients?.includes(name) ?? true));
  const server = fork(fileURLToPath(new URL('./crawl-server.ts', import.meta.url)), ['serve', JSON.stringify(sizes)], {
    execArgv: [],
  });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  const present = all.filter(({ missing }) => missing === undefined);
  const notes = known.flatMap((client) => {
    const why = all.includes(client) ? client.missing : 'not asked for';
    return why === undefined ? [] : [`${client.name}: ${why}, skipped`];
  });
  const shapes = [
    {
      title: `One site of ${sizes.pages} pages`,
      starts: [`http://127.0.0.1:${port}/`],
      pages: sizes.pages,
      total: sizes.pages,
    },
    {
      title: `${sizes.hosts} hosts of ${sizes.hostPages} pages`,
      starts: Array.from({ length: sizes.hosts }, (_, at) => `http://${hostAddress(at)}:${port}/`),
      pages: sizes.hostPages,
      total: sizes.hosts * sizes.hostPages,
    },
  ];
  const tables: BenchTable[] = [];
  const goals: BenchGoal[] = [];
  try {
    for (const { title, starts, pages, total } of shapes) {
      const figures = new Map<string, Figures[]>(present.map(({ name }) => [name, []]));
      const slow = new Set<string>();
      for (let round = 0; round < rounds; round += 1) {
        for (const client of present) {
          if (slow.has(client.name)) continue;
          server.send('count');
          await once(server, 'message');
          const found = await runClient(client, starts, pages, longest);
          server.send('count');
          const [{ served }] = (await once(server, 'message')) as [{ served: number }];
          if (found.ms === undefined) {
            slow.add(client.name);
            notes.push(`${client.name}: stopped after ${longest / 1000} s on ${title.toLowerCase()}, ${served} pages`);
            continue;
          }
          const { ms, cpuMs, peakMb } = found as Figures;
          figures.get(client.name)!.push({ pages: found.pages ?? served, ms, cpuMs, peakMb });
          options.progress?.(
            `${title}, round ${round + 1}, ${client.name}: ${(served / (ms / 1000)).toFixed(0)} pages/s`,
          );
        }
      }
      const summary = new Map(
        present
          .filter(({ name }) => figures.get(name)!.length > 0)
          .map(({ name }) => [name, summarise(figures.get(name)!)]),
      );
      const limit = summary.get('bare limit')!;
      tables.push({
        title: `${title}, ${total} pages of 40 KB with 60 links, median of ${rounds}`,
        columns: ['', 'pages', 'pages/s', 'of the bare limit', 'CPU ms a page', 'of the bare limit', 'peak RSS, MB'],
        rows: [...summary].map(([name, row]) => [
          name,
          row.pages,
          row.rate.toFixed(0),
          (row.rate / limit.rate).toFixed(2),
          row.cpu.toFixed(2),
          (limit.cpu / row.cpu).toFixed(2),
          row.peak.toFixed(0),
        ]),
      });
      goals.push(...goalsOf(title, summary));
    }
  } finally {
    server.disconnect();
  }
  return { tables, goals, notes };
}

interface Summary {
  readonly pages: number;
  readonly rate: number;
  readonly cpu: number;
  readonly peak: number;
}

function summarise(runs: readonly Figures[]): Summary {
  return {
    pages: median(runs.map(({ pages }) => pages)),
    rate: median(runs.map(({ pages, ms }) => (pages * 1000) / ms)),
    cpu: median(runs.map(({ pages, cpuMs }) => cpuMs / pages)),
    peak: median(runs.map(({ peakMb }) => peakMb)),
  };
}

function goalsOf(title: string, summary: ReadonlyMap<string, Summary>): BenchGoal[] {
  const crawl = summary.get('planaudit, crawl path');
  const audit = summary.get('planaudit, whole audit');
  const limit = summary.get('bare limit');
  const crawlee = summary.get('crawlee');
  const atLeast = (text: string, least: number, mine: Summary | undefined, other: Summary | undefined): BenchGoal => ({
    goal: `${title}: ${text}`,
    reached:
      mine === undefined || other === undefined
        ? 'not measured'
        : `${(mine.rate / other.rate).toFixed(2)} (by processor time ${(other.cpu / mine.cpu).toFixed(2)})`,
    met: mine !== undefined && other !== undefined && mine.rate / other.rate >= least,
  });
  const goals = [
    atLeast('crawl path at least 6 × crawlee', 6, crawl, crawlee),
    atLeast('whole audit at least 3 × crawlee’s mere crawl', 3, audit, crawlee),
    atLeast('crawl path at least 0.5 of the bare limit', 0.5, crawl, limit),
  ];
  if (title.includes('hosts') && crawl !== undefined) {
    const reached = `${crawl.peak.toFixed(0)} MB`;
    goals.push({ goal: `${title}: crawl path within 200 MB`, reached, met: crawl.peak <= 200 });
  }
  return goals;
}
