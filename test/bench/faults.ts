// Prints the faults table: fault → outcome → time → requests → peak memory of the fetching process. The lab runs in a process
// of its own, so that its memory is not counted. Run: node --expose-gc test/bench/faults.ts
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createFetcher } from '../../src/fetch/fetcher.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';
import { type Fault, faults, faultUrl, labHosts, startFaultsLab } from '../fetch/faults-lab.ts';

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

async function serve(): Promise<void> {
  const lab = await startFaultsLab();
  process.on('message', () =>
    process.send?.({ seen: Object.fromEntries([...lab.seen].map(([name, all]) => [name, all.length])) }),
  );
  process.send?.({ port: lab.port });
  process.on('disconnect', () => void lab.close());
}

async function run(): Promise<boolean> {
  const child = fork(fileURLToPath(import.meta.url), ['serve'], { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    headersTimeoutMs: 2000,
    idleTimeoutMs: 1000,
    totalTimeoutMs: 3000,
    minDelayMs: 0,
    perAddress: 10,
    allowAddresses: ['127.0.0.1'],
    hosts: labHosts(port),
  });
  const rows: { fault: Fault; outcome: string; ms: number; peak: number }[] = [];
  for (const fault of faults) {
    globalThis.gc?.();
    let peak = process.memoryUsage.rss();
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 5);
    const began = performance.now();
    const outcome = await fetcher.fetch(faultUrl(fault));
    const ms = performance.now() - began;
    clearInterval(watch);
    peak = Math.max(peak, process.memoryUsage.rss());
    rows.push({ fault, outcome: outcome.ok ? 'ok' : outcome.failure.code, ms, peak });
  }
  child.send('count');
  const [{ seen }] = (await once(child, 'message')) as [{ seen: Record<string, number> }];
  await fetcher.close();
  child.disconnect();
  console.log(
    ['fault'.padEnd(28), 'outcome'.padEnd(24), 'ms'.padStart(6), 'requests'.padStart(9), 'peak MB'.padStart(8)].join(
      '',
    ),
  );
  let wrong = 0;
  for (const { fault, outcome, ms, peak } of rows) {
    const bad = outcome !== fault.expect;
    if (bad) wrong += 1;
    const cells = [
      fault.name.padEnd(28),
      outcome.padEnd(24),
      ms.toFixed(0).padStart(6),
      String(seen[fault.name] ?? 0).padStart(9),
      megabytes(peak).padStart(8),
    ];
    console.log(`${cells.join('')}${bad ? `  expected ${fault.expect}` : ''}`);
  }
  const slowest = Math.max(...rows.map(({ ms }) => ms));
  const highest = Math.max(...rows.map(({ peak }) => peak), process.resourceUsage().maxRSS * 1024);
  console.log(
    `\n${rows.length} faults, ${wrong} unexpected; slowest ${slowest.toFixed(0)} ms; peak memory ${megabytes(highest)} MB`,
  );
  return wrong === 0;
}

if (process.argv[2] === 'serve') await serve();
else process.exitCode = (await run()) ? 0 : 1;
