// Memory and time of a whole run over many agencies, through the command line as it is used: registry, store, reports. Memory
// is flat when the last quarter of a run needs no more than the second, and a run of many no more than a run of few.
import { execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantile } from './median.ts';
import type { BenchOptions, BenchSection } from './section.ts';

const sizes = { full: [200, 1000], quick: [20, 60] } as const;
const server = fileURLToPath(new URL('./agencies-server.ts', import.meta.url));
const program = fileURLToPath(new URL('../../bin/planaudit.js', import.meta.url));
const everyMs = 200;

interface AgencyRun {
  readonly agencies: number;
  readonly seconds: number;
  /** Megabytes, sampled over the run. */
  readonly memory: readonly number[];
  readonly status: number | null;
}

async function auditAgencies(count: number): Promise<AgencyRun> {
  const sites = fork(server, [String(count)], { execArgv: [] });
  const [{ folder }] = (await once(sites, 'message')) as [{ folder: string }];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      program,
      'audit',
      join(folder, 'registry.csv'),
      ...['--hosts', join(folder, 'hosts'), '--allow-address', '127.0.0.0/8', '--as-of', '2026-06-15'],
      ...['--data', join(folder, 'data'), '--out', join(folder, 'out'), '--format', 'json', '--ocr', 'never'],
      ...['--browser', 'never', '--quiet'],
    ],
    { stdio: 'ignore', env: { ...process.env, PLANAUDIT_MIN_DELAY: '0' } },
  );
  const memory: number[] = [];
  const watch = setInterval(() => {
    try {
      memory.push(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024);
    } catch {
      // ended
    }
  }, everyMs);
  const [status] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  sites.disconnect();
  await once(sites, 'exit');
  return { agencies: count, seconds: (performance.now() - began) / 1000, memory, status };
}

export async function benchAgencies(options: BenchOptions): Promise<BenchSection> {
  const runs: AgencyRun[] = [];
  for (const count of sizes[options.quick ? 'quick' : 'full']) {
    const run = await auditAgencies(count);
    if (run.status !== 0 && run.status !== 1) throw new Error(`the audit of ${count} ended with status ${run.status}`);
    runs.push(run);
    options.progress?.(`${count} agencies: ${run.seconds.toFixed(0)} s, ${Math.max(...run.memory).toFixed(0)} MB`);
  }
  const quarter = ({ memory }: AgencyRun, nth: number): number =>
    quantile(memory.slice((memory.length * (nth - 1)) / 4, (memory.length * nth) / 4), 0.5);
  const [few, many] = runs as [AgencyRun, AgencyRun];
  const growth = quarter(many, 4) / quarter(many, 2);
  const ratio = Math.max(...many.memory) / Math.max(...few.memory);
  return {
    tables: [
      {
        title:
          'Runs of generated agencies through the command line (store, JSON report; processes of documents included)',
        columns: ['agencies', 'seconds', 'agencies/s', '1st quarter, MB', '2nd', '3rd', '4th', 'peak'],
        rows: runs.map((run) => [
          run.agencies,
          run.seconds.toFixed(0),
          (run.agencies / run.seconds).toFixed(1),
          ...[1, 2, 3, 4].map((nth) => quarter(run, nth).toFixed(0)),
          Math.max(...run.memory).toFixed(0),
        ]),
      },
    ],
    goals: [
      {
        goal: `memory of a run over ${many.agencies} agencies stays flat: last quarter at most 1.15 × the second`,
        reached: growth.toFixed(2),
        met: growth <= 1.15,
      },
      {
        goal: `peak over ${many.agencies} agencies at most 1.25 × that over ${few.agencies}`,
        reached: ratio.toFixed(2),
        met: ratio <= 1.25,
      },
    ],
    notes: [],
  };
}
