// How long the program takes to start: the help beside an empty Node.js, and the first words of an audit. Needs the build.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import type { BenchOptions, BenchSection } from './section.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/planaudit.js');

function timed(args: readonly string[]): number {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}`);
  return performance.now() - began;
}

/** Milliseconds to the first byte on either output. */
async function firstOutput(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
  await said;
  const ms = performance.now() - began;
  child.kill();
  await once(child, 'exit');
  return ms;
}

export async function benchStartup(options: BenchOptions): Promise<BenchSection> {
  const rounds = options.rounds ?? (options.quick ? 5 : 15);
  const data = mkdtempSync(join(tmpdir(), 'planaudit-startup-'));
  const empty: number[] = [];
  const help: number[] = [];
  const audit: number[] = [];
  // Nothing listens there: what is measured is the start, not the audit.
  writeFileSync(join(data, 'registry.csv'), 'id,name,kind,url\na,หน่วยงาน,other,http://www.a.go.th/\n');
  writeFileSync(join(data, 'hosts'), '127.0.0.1:9 www.a.go.th\n');
  const args = ['audit', join(data, 'registry.csv'), '--hosts', join(data, 'hosts'), '--data', join(data, 'store')];
  args.push('--allow-address', '127.0.0.0/8');
  try {
    for (let round = -1; round < rounds; round += 1) {
      const figures = [timed(['-e', '0']), timed([program, '--help']), await firstOutput(args)] as const;
      if (round < 0) continue; // the first round fills the compile cache
      empty.push(figures[0]);
      help.push(figures[1]);
      audit.push(figures[2]);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  const ratio = median(help.map((ms, at) => ms / empty[at]!));
  const first = median(audit);
  return {
    tables: [
      {
        title: `Start of the program, median of ${rounds}`,
        columns: ['', 'ms', 'of an empty Node.js'],
        rows: [
          ['node -e 0', median(empty).toFixed(0), '1.00'],
          ['planaudit --help', median(help).toFixed(0), ratio.toFixed(2)],
          [
            'planaudit audit, first output',
            first.toFixed(0),
            median(audit.map((ms, at) => ms / empty[at]!)).toFixed(2),
          ],
        ],
      },
    ],
    goals: [
      { goal: '--help within 2.5 × an empty Node.js', reached: ratio.toFixed(2), met: ratio <= 2.5 },
      { goal: 'first output of an audit within 0.5 s', reached: `${(first / 1000).toFixed(2)} s`, met: first <= 500 },
    ],
    notes: [],
  };
}
