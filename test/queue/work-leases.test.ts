// The loop that takes jobs and does them, over a queue in memory and a clock that the test moves.
import { expect, test } from 'vitest';
import type { Lease } from '../../src/queue/boss-queue.ts';
import { type WorkLeasesOptions, workLeases } from '../../src/queue/work-leases.ts';

interface Entry {
  readonly lease: Lease<string>;
  state: 'waiting' | 'leased' | 'done' | 'failed' | 'given-back';
  reason?: string;
}

/** Sleepers wake when the test moves the clock past their time, or when their signal aborts. */
function createClock() {
  let now = 0;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    sleep: (ms: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper = {
          at: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener('abort', sleeper.wake, { once: true });
      }),
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        await settled();
        const next = [...sleepers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        now = next.at;
        next.wake();
      }
      now = until;
    },
  };
}

/** Lets everything go on that waits for nothing but other promises. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const entry = (id: string, tries = 0): Entry => ({
  lease: { id, group: id, data: id, tries, seconds: 30 },
  state: 'waiting',
});

function createLab(entries: readonly Entry[], rest: Partial<WorkLeasesOptions<string>> = {}) {
  const clock = createClock();
  const drain = new AbortController();
  const stop = new AbortController();
  const kept: string[] = [];
  const lost = new Set<string>();
  const troubles: unknown[] = [];
  const end = async ({ id }: Lease<string>, state: Entry['state'], reason?: string): Promise<void> => {
    Object.assign(entries.find(({ lease }) => lease.id === id)!, {
      state,
      ...(reason === undefined ? {} : { reason }),
    });
  };
  const queue: WorkLeasesOptions<string>['queue'] = {
    take: async () => {
      const next = entries.find(({ state }) => state === 'waiting');
      if (next !== undefined) next.state = 'leased';
      return next?.lease;
    },
    keep: async (lease) => {
      kept.push(lease.id);
      return !lost.has(lease.id);
    },
    done: (lease) => end(lease, 'done'),
    failed: (lease, reason) => end(lease, 'failed', reason),
    giveBack: (lease) => end(lease, 'given-back'),
  };
  const options: WorkLeasesOptions<string> = {
    queue,
    concurrency: 2,
    work: async () => 'done',
    onIdle: async (busy) => (busy === 0 ? 'end' : 'wait'),
    drain: drain.signal,
    stop: stop.signal,
    sleep: clock.sleep,
    onTrouble: (error) => troubles.push(error),
    isFatal: (error) => (error as Error).message === 'fatal',
    ...rest,
  };
  return { options, queue, clock, drain, stop, kept, lost, troubles, states: () => entries.map(({ state }) => state) };
}

/** Work that goes on until the test lets it end. */
function createHeldWork() {
  const running = new Map<string, { end: (outcome: 'done' | 'again') => void; signal: AbortSignal }>();
  let most = 0;
  return {
    running,
    most: () => most,
    work: (lease: Lease<string>, signal: AbortSignal): Promise<'done' | 'again'> =>
      new Promise((resolve) => {
        const end = (outcome: 'done' | 'again'): void => {
          running.delete(lease.id);
          resolve(outcome);
        };
        signal.addEventListener('abort', () => end('again'), { once: true });
        running.set(lease.id, { end, signal });
        most = Math.max(most, running.size);
      }),
  };
}

test('all jobs are done, no more than so many at once', async () => {
  const entries = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id));
  const held = createHeldWork();
  const lab = createLab(entries, { work: held.work });
  const over = workLeases(lab.options);
  for (let turn = 0; turn < 10; turn += 1) {
    await lab.clock.pass(3000);
    for (const { end } of held.running.values()) end('done');
  }
  await over;
  expect(lab.states()).toEqual(Array.from({ length: 5 }, () => 'done'));
  expect(held.most()).toBe(2);
});

test('a job that throws uses up a try, with its reason; the others go on', async () => {
  const entries = [entry('a'), entry('b')];
  const lab = createLab(entries, {
    work: async ({ id }) => {
      if (id === 'a') throw new Error('broken page');
      return 'done';
    },
  });
  const over = workLeases(lab.options);
  await lab.clock.pass(5000);
  await over;
  expect(entries.map(({ state, reason }) => [state, reason])).toEqual([
    ['failed', 'broken page'],
    ['done', undefined],
  ]);
});

test('a job in hand is kept every third of its lease', async () => {
  const held = createHeldWork();
  const lab = createLab([entry('a')], { work: held.work });
  const over = workLeases(lab.options);
  await lab.clock.pass(35_000);
  expect(lab.kept).toEqual(['a', 'a', 'a']);
  held.running.get('a')!.end('done');
  await lab.clock.pass(5000);
  await over;
  expect(lab.states()).toEqual(['done']);
});

test('a lease that is lost ends the work, and nothing is said of the job: it is another’s', async () => {
  const held = createHeldWork();
  const lab = createLab([entry('a')], { work: held.work });
  lab.lost.add('a');
  const over = workLeases(lab.options);
  await lab.clock.pass(15_000);
  expect(held.running.size).toBe(0);
  await lab.clock.pass(5000);
  await over;
  expect(lab.states()).toEqual(['leased']);
});

test('what was in the hands of a process that died is done alone', async () => {
  const held = createHeldWork();
  const lab = createLab([entry('a'), entry('suspect', 1), entry('c')], { work: held.work });
  const over = workLeases(lab.options);
  await settled();
  expect([...held.running.keys()]).toEqual(['a']);
  held.running.get('a')!.end('done');
  await settled();
  expect([...held.running.keys()]).toEqual(['suspect']);
  await lab.clock.pass(20_000);
  expect([...held.running.keys()]).toEqual(['suspect']);
  held.running.get('suspect')!.end('done');
  await settled();
  expect([...held.running.keys()]).toEqual(['c']);
  held.running.get('c')!.end('done');
  await lab.clock.pass(5000);
  await over;
  expect(lab.states()).toEqual(['done', 'done', 'done']);
});

test('draining takes nothing more and finishes what is in hand', async () => {
  const held = createHeldWork();
  const lab = createLab([entry('a'), entry('b'), entry('c')], { work: held.work });
  const over = workLeases(lab.options);
  await settled();
  lab.drain.abort();
  held.running.get('a')!.end('done');
  await settled();
  held.running.get('b')!.end('done');
  await over;
  expect(lab.states()).toEqual(['done', 'done', 'waiting']);
});

test('stopping gives back at once', async () => {
  const held = createHeldWork();
  const lab = createLab([entry('a'), entry('b'), entry('c')], { work: held.work });
  const over = workLeases(lab.options);
  await settled();
  lab.stop.abort();
  await over;
  expect(lab.states()).toEqual(['given-back', 'given-back', 'waiting']);
});

test('a queue that is away is waited for, and what was done is said when it is back', async () => {
  const entries = [entry('a')];
  const lab = createLab(entries);
  let away = 3;
  const { done, take } = lab.queue;
  const failing =
    <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      if (away-- > 0) throw new Error('away');
      return call(...args);
    };
  const queue = { ...lab.queue, take: failing(take), done: failing(done) };
  const over = workLeases({ ...lab.options, queue });
  await lab.clock.pass(2500);
  expect(lab.troubles).toHaveLength(3);
  away = 2;
  await lab.clock.pass(20_000);
  await over;
  expect(lab.states()).toEqual(['done']);
});

test('a fatal fault gives back what is in hand and is thrown', async () => {
  const held = createHeldWork();
  const lab = createLab([entry('a'), entry('b')], {
    work: async (lease, signal) => {
      if (lease.id === 'b') throw new Error('fatal');
      return held.work(lease, signal);
    },
  });
  await expect(workLeases(lab.options)).rejects.toThrow('fatal');
  expect(lab.states()).toEqual(['given-back', 'given-back']);
});

test('an empty queue is looked at less and less often', async () => {
  let looks = 0;
  const lab = createLab([], {
    onIdle: async () => {
      looks += 1;
      return 'wait';
    },
  });
  const over = workLeases(lab.options);
  await lab.clock.pass(60_000);
  // 100, 250, 500 and 1000 ms first, then every two seconds.
  expect(looks).toBeGreaterThan(25);
  expect(looks).toBeLessThan(40);
  lab.drain.abort();
  await over;
});
