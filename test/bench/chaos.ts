// A shared run under everything at once: workers killed at random moments, PostgreSQL stopped and started again, two masters, an
// agency that kills whoever asks it, clocks hours off. Prints what happened and whether anything was lost, judged twice or judged
// differently from the run of one process. Run: node test/bench/chaos.ts [agencies] [kills] [restarts] [seed]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { openPostgresStore } from '../../src/store/postgres-store.ts';
import {
  auditArguments,
  interleaved,
  serveSites,
  startWorker,
  timeless,
  type Visit,
  type WorkerProcess,
} from '../audit/shared-lab.ts';
import { fakeTerminal } from '../commands/fake-terminal.ts';
import { startPostgres } from '../store/start-postgres.ts';

const [count = 120, kills = 25, restarts = 2, seed = 20261124] = process.argv.slice(2).map(Number);
const poison = 'poison';
const agencies = [poison, ...Array.from({ length: count - 1 }, (_, at) => `a${at}`)];
const atOnce = 4;
const leaseSeconds = 10;

let state = seed;
const random = (below: number): number => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return Math.floor((state / 2147483648) * below);
};
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (line: string) => process.stdout.write(`${line}\n`);

async function planaudit(...args: string[]) {
  const terminal = fakeTerminal({ PLANAUDIT_MIN_DELAY: '0' }, Date.now());
  const code = await main(args, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

const folder = mkdtempSync(join(tmpdir(), 'planaudit-chaos-'));
const lab = await serveSites({ folder, agencies, servers: 30, delay: 150 });
const postgres = await startPostgres({ durable: true });
const workers = new Map<string, WorkerProcess>();
const killed = new Map<string, 'random' | 'poison'>();
const visits: (Visit & { readonly time: number })[] = [];
let started = 0;
let over = false;

function start(url: string): void {
  const name = `w${started}`;
  started += 1;
  const worker = startWorker(name, url, { skewMs: [0, 7_200_000, -7_200_000, 90_000][started % 4]! });
  workers.set(name, worker);
  // As a service is: one that found no database when it was started is started again.
  void worker.ended.then(async () => {
    await sleep(1000);
    if (!over && !killed.has(name)) start(url);
  });
}

async function kill(url: string, name: string, why: 'random' | 'poison'): Promise<void> {
  const worker = workers.get(name);
  if (worker === undefined || killed.has(name)) return;
  killed.set(name, why);
  worker.child.kill('SIGKILL');
  await worker.ended;
  if (!over) start(url);
}

try {
  const single = await planaudit(...auditArguments(lab), '--data', join(folder, 'single'));
  const whole = timeless(JSON.parse(single.out) as AuditRun);
  const { url, schema } = await postgres.empty();
  const from = Date.now();
  const masters = await Promise.all(
    [1, 2].map(() => planaudit(...auditArguments(lab), '--store', url, '--enqueue-only')),
  );
  const ids = new Set(masters.map(({ out }) => out.trim()));
  const id = [...ids][0]!;
  await postgres.client.query(`update ${schema}_queue.job set heartbeat_seconds = ${leaseSeconds}`);
  lab.onVisit = (visit) => {
    visits.push({ ...visit, time: Date.now() });
    if (visit.agency === poison) void kill(url, visit.worker, 'poison');
  };
  for (let at = 0; at < atOnce; at += 1) start(url);
  let store = await openPostgresStore(url, { now: Date.now });
  const stateOf = async () => {
    try {
      return (await store.shared.get(id))?.state;
    } catch {
      return undefined;
    }
  };
  const killing = (async () => {
    for (let at = 0; at < kills && !over; at += 1) {
      await sleep(500 + random(3500));
      const alive = [...workers.keys()].filter((name) => !killed.has(name));
      // One that is still starting has nothing to lose.
      const busy = alive.filter((name) => visits.some(({ worker }) => worker === name));
      const name = busy[random(busy.length)];
      if (name !== undefined && !over) await kill(url, name, 'random');
    }
  })();
  const away: number[] = [];
  const restarting = (async () => {
    for (let at = 0; at < restarts; at += 1) {
      await sleep(8000 + random(12_000));
      if (over) return;
      const ms = 500 + random(4000);
      const before = Date.now();
      await postgres.restart(ms);
      away.push(Date.now() - before);
    }
  })();
  const deadline = Date.now() + 15 * 60_000;
  for (let at = 1; (await stateOf()) !== 'complete' && Date.now() < deadline; at += 1) {
    await sleep(500);
    if (at % 20 === 0) {
      const done = await store.recordedAgencies(id).catch(() => []);
      process.stderr.write(`${at / 2} s: ${done.length} of ${agencies.length} recorded, ${killed.size} killed\n`);
    }
  }
  over = true;
  const seconds = (Date.now() - from) / 1000;
  await Promise.all([killing, restarting]);
  await store.close();
  store = await openPostgresStore(url, { now: Date.now });
  for (const worker of workers.values()) worker.child.kill('SIGTERM');
  const codes = await Promise.all(
    [...workers].filter(([name]) => !killed.has(name)).map(async ([, worker]) => (await worker.ended).code),
  );
  // One that is started while the database is away says so and ends: its service would start it again.
  const crashed = [...workers].filter(
    ([name, { child, errors }]) => !killed.has(name) && child.exitCode !== 0 && !errors().includes('cannot be used'),
  );

  const runs = await store.runs();
  const recorded = await store.recordedAgencies(id);
  const reported = await planaudit('report', id, '--store', url, '--format', 'json', '--lang', 'en');
  const shared = timeless(JSON.parse(reported.out) as AuditRun);
  const given = shared.agencies.filter(({ coverage }) => coverage.stopped === 'failed').map((agency) => agency.id);
  const expected = new Map(whole.agencies.map((agency) => [agency.id, JSON.stringify(agency)]));
  const different = shared.agencies.filter(
    (agency) => !given.includes(agency.id) && JSON.stringify(agency) !== expected.get(agency.id),
  );
  const late = recorded.filter(({ agencyId, at }) =>
    visits.some(({ agency, time }) => agency === agencyId && time > Date.parse(at) + 1000),
  );
  const alive = visits.filter(({ worker }) => !killed.has(worker));
  const twice = agencies.filter(
    (id) => new Set(alive.filter(({ agency }) => agency === id).map((v) => v.worker)).size > 1,
  );
  const again = agencies.filter(
    (id) => new Set(visits.filter(({ agency }) => agency === id).map((v) => v.worker)).size > 1,
  );
  const countKilled = (why: string) => [...killed.values()].filter((each) => each === why).length;
  say(
    `agencies ${agencies.length}, workers at once ${atOnce}, started ${started}, lease ${leaseSeconds} s, seed ${seed}`,
  );
  say(`masters at once 2 → runs ${runs.length}, ids ${ids.size}`);
  say(`killed at random ${countKilled('random')}, by the poisoned agency ${countKilled('poison')}`);
  say(
    `PostgreSQL stopped and started ${away.length} times (away ${away.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ')})`,
  );
  say(`run ${runs[0]?.state} after ${seconds.toFixed(0)} s`);
  say(`verdicts ${recorded.length}, lost ${agencies.length - new Set(recorded.map((r) => r.agencyId)).size}`);
  say(`given up after three tries: ${given.join(', ') || 'none'}`);
  say(`different from the run of one process: ${different.length}`);
  say(`asked again after a worker died: ${again.length}; asked after being judged: ${late.length}`);
  say(
    `audited whole by two living workers: ${twice.length}; servers asked by two agencies by turns: ${interleaved(alive).length}`,
  );
  say(
    `workers that ended by themselves: ${crashed.length}; exit codes of the others: ${[...new Set(codes)].join(', ')}`,
  );
  for (const [name, worker] of crashed) say(`${name}: ${worker.errors().slice(-2000)}`);
  const good =
    runs[0]?.state === 'complete' &&
    recorded.length === agencies.length &&
    different.length === 0 &&
    late.length === 0 &&
    crashed.length === 0 &&
    given.includes(poison);
  say(good ? 'GOOD' : 'NOT GOOD');
  process.exitCode = good ? 0 : 1;
  await store.close();
} finally {
  over = true;
  for (const worker of workers.values()) worker.child.kill('SIGKILL');
  lab.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
