// wget2, recursing, deleting what it read. Its processor time and memory are read from /proc, where there is one; its pages are counted by the server.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { task } from './measure.js';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-wget2-'));
const began = performance.now();
const child = spawn(
  'wget2',
  ['--recursive', '--level=0', '--no-robots', '--delete-after', '--max-threads=8', '--quiet', ...task.starts],
  { cwd: folder, stdio: 'ignore' },
);
let peakMb = 0;
let cpuMs = 0;
const watch = setInterval(() => {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    peakMb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    // ended
  }
}, 20);
child.on('exit', () => {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify({ ms: performance.now() - began, cpuMs, peakMb })}\n`);
});
