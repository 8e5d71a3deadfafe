// Runs that several processes work on, over a real PostgreSQL: whatever dies, nothing is lost, nothing is judged twice and
// nothing is judged differently from the run of one process.
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { openPostgresStore } from '../../src/store/postgres-store.ts';
import { fakeTerminal } from '../commands/fake-terminal.ts';
import { startPostgres, type TestPostgres } from '../store/start-postgres.ts';
import {
  auditArguments,
  interleaved,
  type SiteLab,
  serveSites,
  startWorker,
  timeless,
  type Visit,
  type WorkerProcess,
} from './shared-lab.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-shared-'));
const poison = 'poison';
const agencies = [poison, ...Array.from({ length: 11 }, (_, at) => `a${at}`)];
const allowed = { PLANAUDIT_MIN_DELAY: '0', PLANAUDIT_CONCURRENCY: '4' };
let postgres: TestPostgres;
let lab: SiteLab;
let whole: AuditRun;

async function planaudit(...args: string[]) {
  const terminal = fakeTerminal(allowed, Date.now());
  const code = await main(args, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

beforeAll(async () => {
  [postgres, lab] = await Promise.all([startPostgres(), serveSites({ folder, agencies, servers: 6, delay: 20 })]);
  const single = await planaudit(...auditArguments(lab), '--data', join(folder, 'single'));
  whole = timeless(JSON.parse(single.out) as AuditRun);
}, 60_000);
afterAll(async () => {
  lab?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 100));
}

describe('workers that are killed', () => {
  it('lose no agency, judge none twice and none differently; what kills three of them is given up', async () => {
    const { url, schema } = await postgres.empty();
    const from = Date.now();
    const enqueued = await planaudit(...auditArguments(lab), '--store', url, '--enqueue-only');
    expect(enqueued, enqueued.err).toMatchObject({ code: 0 });
    const id = enqueued.out.trim();
    // As if the queue had been made for shorter leases.
    await postgres.client.query(`update ${schema}_queue.job set heartbeat_seconds = 8`);
    lab.visits.length = 0;

    const workers = new Map<string, WorkerProcess>();
    const killed = new Set<string>();
    const start = (skewMs = 0): void => {
      const name = `w${workers.size}`;
      workers.set(name, startWorker(name, url, { skewMs }));
    };
    const kill = async (name: string): Promise<void> => {
      const worker = workers.get(name);
      if (worker === undefined || killed.has(name)) return;
      killed.add(name);
      worker.child.kill('SIGKILL');
      await worker.ended;
      if (workers.size - killed.size < 2) start();
      // Its lease on what killed it has run out; those on the others run out in their time.
      await postgres.client.query(
        `update ${schema}_queue.job set heartbeat_on = heartbeat_on - interval '1 minute'
         where state = 'active' and data->'job'->>'agency' = $1`,
        [poison],
      );
    };
    let other = 0;
    const kills: Promise<void>[] = [];
    const wall: (Visit & { readonly time: number })[] = [];
    lab.onVisit = (visit) => {
      wall.push({ ...visit, time: Date.now() });
      if (visit.agency === poison) kills.push(kill(visit.worker));
      else {
        other += 1;
        if (other === 13) kills.push(kill(visit.worker));
      }
    };
    // Clocks that are hours off must not end a lease, nor stand in a record.
    for (const hours of [2, -2, 0, 0]) start(hours * 3_600_000);

    const store = await openPostgresStore(url, { now: Date.now });
    try {
      await until(async () => (await store.shared.get(id))?.state !== 'running');
      lab.onVisit = undefined;
      await Promise.all(kills);
      for (const worker of workers.values()) worker.child.kill('SIGTERM');
      for (const [name, worker] of workers) {
        const { code } = await worker.ended;
        // One that was started last may be told to end before it listens; all that took part end in order.
        const tookPart = wall.some((visit) => visit.worker === name);
        if (tookPart && !killed.has(name)) expect(code, worker.errors()).toBe(0);
      }

      const [run] = await store.runs();
      expect(run).toMatchObject({ id, state: 'complete' });
      const verdicts = await store.verdicts(id);
      expect(verdicts.map((verdict) => verdict.id)).toEqual(agencies);
      const reported = await planaudit('report', id, '--store', url, '--format', 'json', '--lang', 'en');
      const shared = timeless(JSON.parse(reported.out) as AuditRun);
      expect(shared.agencies.slice(1)).toEqual(whole.agencies.slice(1));
      expect(shared.run).toEqual(whole.run);

      const [given] = shared.agencies;
      expect(given).toMatchObject({ id: poison, status: 'undetermined', coverage: { stopped: 'failed' } });
      expect(new Set(given?.criteria.map(({ verdict, reason }) => `${verdict} ${reason}`))).toEqual(
        new Set(['unknown tool-error']),
      );
      const tried = new Set(wall.filter(({ agency }) => agency === poison).map(({ worker }) => worker));
      expect(tried.size).toBe(3);
      expect(killed.size).toBeGreaterThanOrEqual(3);

      // Nobody asks for what is judged, and nobody asks two agencies of one server by turns.
      const recorded = await store.recordedAgencies(id);
      for (const { agencyId, at } of recorded) {
        const late = wall.filter(({ agency, time }) => agency === agencyId && time > Date.parse(at) + 1000);
        expect(late).toEqual([]);
      }
      expect(interleaved(wall.filter(({ worker }) => !killed.has(worker)))).toEqual([]);

      const to = Date.now();
      const times = [run!.startedAt, run!.finishedAt!, ...recorded.map(({ at }) => at)].map((at) => Date.parse(at));
      for (const captured of await store.captures(id, 'a3')) times.push(Date.parse(captured.fetchedAt));
      expect(Math.min(...times)).toBeGreaterThan(from - 60_000);
      expect(Math.max(...times)).toBeLessThan(to + 60_000);

      const listed = await planaudit('runs', 'list', '--store', url, '--lang', 'en');
      expect(listed.out).toMatch(new RegExp(`${id} +complete +12/12 +0 +0 +1\n`));
      expect(listed.out).toContain(`  ${poison}: the process that audited it ended abnormally`);
    } finally {
      for (const worker of workers.values()) worker.child.kill('SIGKILL');
      await store.close();
    }
  }, 120_000);
});

describe('an audit of many machines', () => {
  it('begun twice at once is one run, done once', async () => {
    const { url } = await postgres.empty();
    lab.visits.length = 0;
    const both = await Promise.all([1, 2].map(() => planaudit(...auditArguments(lab), '--store', url)));
    const runs = both.map(({ out }) => JSON.parse(out) as AuditRun);
    expect(runs[0]).toEqual(runs[1]);
    expect(timeless(runs[0]!)).toEqual(whole);
    expect(both.map(({ code }) => code)).toEqual([1, 1]);
    expect(interleaved(lab.visits)).toEqual([]);
    const pages = lab.visits.filter(({ agency }) => agency === 'a2').length;
    expect(pages).toBe(whole.agencies.find(({ id }) => id === 'a2')?.coverage.requests);

    // A threshold asks for other verdicts of the same sites: of each machine as of the one that works alone.
    const below = [...auditArguments(lab), '--review-below', '1'];
    const single = await planaudit(...below, '--data', join(folder, 'single-below'));
    const doubting = await planaudit(...below, '--store', url);
    const shared = timeless(JSON.parse(doubting.out) as AuditRun);
    expect(shared).toEqual(timeless(JSON.parse(single.out) as AuditRun));
    const doubted = (run: AuditRun) =>
      run.agencies.flatMap(({ criteria }) => criteria.filter((cell) => cell.doubted?.below === 1));
    expect(doubted(shared).length).toBeGreaterThan(agencies.length);
  }, 60_000);

  it('is cancelled, keeps off another one, and goes on with --resume', async () => {
    const { url } = await postgres.empty();
    let cancelling: ReturnType<typeof planaudit> | undefined;
    // Sites answer no more until the audit has seen that it was cancelled: a fast one would be done before it looks.
    const seen = Promise.withResolvers<void>();
    lab.visits.length = 0;
    lab.onVisit = () => {
      if (lab.visits.length !== 9) return;
      cancelling = planaudit('runs', 'cancel', '--store', url, '--lang', 'en');
      lab.hold = seen.promise;
    };
    const watched = await planaudit(...auditArguments(lab), '--store', url);
    seen.resolve();
    lab.onVisit = undefined;
    lab.hold = undefined;
    expect(await cancelling).toMatchObject({ code: 0, out: expect.stringContaining('is cancelled') });
    expect(watched).toMatchObject({ code: 3, err: expect.stringContaining('--resume') });
    const first = JSON.parse(watched.out) as AuditRun;
    expect(first.run.complete).toBe(false);
    expect(first.agencies.length).toBeLessThan(agencies.length);
    expect(await planaudit('runs', 'cancel', '--store', url)).toMatchObject({ code: 2 });

    const enqueued = await planaudit(...auditArguments(lab), '--store', url, '--resume', '--enqueue-only');
    expect(enqueued.out.trim(), enqueued.err).toBe(first.run.id);
    const another = await planaudit(...auditArguments(lab), '--store', url, '--strict-section');
    expect(another).toMatchObject({ code: 2, err: expect.stringContaining('runs cancel') });
    const doubting = await planaudit(...auditArguments(lab), '--store', url, '--review-below', '0.9');
    expect(doubting).toMatchObject({ code: 2, err: expect.stringContaining('runs cancel') });
    expect(await planaudit('prune', '--keep', '1', '--store', url)).toMatchObject({ code: 2 });
    const judged = new Set(first.agencies.map(({ id }) => id));
    lab.visits.length = 0;
    const second = await planaudit(...auditArguments(lab), '--store', url);
    expect(timeless(JSON.parse(second.out) as AuditRun)).toEqual(whole);
    expect(lab.visits.filter(({ agency }) => judged.has(agency))).toEqual([]);
  }, 60_000);

  it('is left alone by workers of another version or with another pack, who say why', async () => {
    const { url, schema } = await postgres.empty();
    cpSync(fileURLToPath(new URL('../../src/packs', import.meta.url)), join(folder, 'packs'), { recursive: true });
    const pack = join(folder, 'packs', 'phuket-accountability');
    appendFileSync(join(pack, 'pack.yaml'), '# of this office\n');
    const worker = (...more: string[]) => planaudit('worker', '--store', url, '--until-idle', '--lang', 'en', ...more);
    const { out } = await planaudit(...auditArguments(lab), '--store', url, '--enqueue-only', '--pack', pack);
    const id = out.trim();
    expect(await worker()).toMatchObject({ code: 2, err: expect.stringContaining('the pack phuket-accountability') });
    const version = (await postgres.client.query(`select tool_version from ${schema}.run`)).rows[0].tool_version;
    await postgres.client.query(`update ${schema}.run set tool_version = '9.9.9'`);
    expect(await worker('--pack', pack)).toMatchObject({ code: 2, err: expect.stringContaining('planaudit 9.9.9') });
    await postgres.client.query(`update ${schema}.run set tool_version = $1`, [version]);
    const done = await worker('--pack', pack, '--metrics', '0');
    expect(done, done.err).toMatchObject({ code: 0, err: expect.stringContaining(`run ${id} is complete`) });
    expect(done.err).toMatch(/metrics: http:\/\/127\.0\.0\.1:\d+\/metrics/);
  }, 60_000);
});
