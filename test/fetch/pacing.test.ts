import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPacing, type Turn } from '../../src/fetch/pacing.ts';

/** A clock that stands still until told; sleepers wake in order of their time. */
function fakeClock() {
  let now = 1000;
  let sleepers: { at: number; wake: () => void }[] = [];
  const settle = async () => {
    for (let round = 0; round < 20; round += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        sleepers.push({ at: now + ms, wake: resolve });
      }),
    async advance(ms: number) {
      const until = now + ms;
      await settle();
      while (true) {
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers[0];
        if (next === undefined || next.at > until) break;
        sleepers.shift();
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = until;
      sleepers = sleepers.filter((each) => each.at > now);
    },
  };
}

function setUp(overrides: Partial<Parameters<typeof createPacing>[0]> = {}) {
  const clock = fakeClock();
  const pacing = createPacing({
    perHost: 2,
    perAddress: 2,
    minDelayMs: 250,
    maxDelayMs: 10_000,
    ...clock,
    ...overrides,
  });
  const starts: { name: string; at: number }[] = [];
  const turns = new Map<string, Turn>();
  const ask = (name: string, host = 'a', address = '1', signal?: AbortSignal) => {
    void pacing.acquire(host, address, signal).then(
      (turn) => {
        starts.push({ name, at: clock.now() });
        turns.set(name, turn);
      },
      () => {},
    );
  };
  const order = () => starts.map(({ name }) => name);
  return { clock, pacing, starts, turns, ask, order };
}

describe('limits', () => {
  test('two at once per host, 250 ms apart, first come first served', async () => {
    const { clock, ask, starts, turns } = setUp();
    for (const name of ['a1', 'a2', 'a3', 'a4']) ask(name);
    await clock.advance(2000);
    expect(starts).toEqual([
      { name: 'a1', at: 1000 },
      { name: 'a2', at: 1250 },
    ]);
    turns.get('a1')!.release({ outcome: 'ok', responseMs: 10 });
    await clock.advance(10);
    expect(starts.map(({ name }) => name)).toEqual(['a1', 'a2', 'a3']);
  });

  test('hosts on one address share its pace; hosts on others do not wait', async () => {
    const { clock, ask, starts } = setUp();
    ask('a', 'a.go.th', '1');
    ask('b', 'b.go.th', '1');
    ask('c', 'c.go.th', '1');
    ask('d', 'd.go.th', '2');
    await clock.advance(5000);
    expect(starts).toEqual([
      { name: 'a', at: 1000 },
      { name: 'd', at: 1000 },
      { name: 'b', at: 1250 },
    ]);
  });

  test('a paused host does not hold up its address', async () => {
    const { clock, ask, pacing, starts } = setUp();
    pacing.pause('a', 5000);
    ask('a1', 'a', '1');
    ask('b1', 'b', '1');
    await clock.advance(6000);
    expect(starts).toEqual([
      { name: 'b1', at: 1000 },
      { name: 'a1', at: 6000 },
    ]);
  });

  test('crawl-delay: one at a time, that far apart', async () => {
    const { clock, ask, pacing, starts, turns } = setUp();
    pacing.setCrawlDelay('a', 3000);
    for (const name of ['a1', 'a2', 'a3']) ask(name);
    await clock.advance(10_000);
    expect(starts).toEqual([{ name: 'a1', at: 1000 }]);
    turns.get('a1')!.release({ outcome: 'ok' });
    await clock.advance(100);
    turns.get('a2')!.release({ outcome: 'ok' });
    await clock.advance(10_000);
    expect(starts.map(({ at }) => at)).toEqual([1000, 11_000, 14_000]);
  });

  test('an aborted wait leaves the queue; releasing twice counts once', async () => {
    const { clock, ask, order, turns } = setUp({ perHost: 1 });
    const controller = new AbortController();
    ask('a1');
    ask('a2', 'a', '1', controller.signal);
    ask('a3');
    ask('a4');
    await clock.advance(1000);
    controller.abort();
    turns.get('a1')!.release({ outcome: 'ok' });
    turns.get('a1')!.release({ outcome: 'ok' });
    await clock.advance(1000);
    expect(order()).toEqual(['a1', 'a3']);
  });
});

describe('adaptive delay', () => {
  test('grows with the response time, and not beyond the cap', async () => {
    const { clock, ask, pacing, turns } = setUp();
    ask('a1');
    await clock.advance(0);
    turns.get('a1')!.release({ outcome: 'ok', responseMs: 4000 });
    expect(pacing.delayOf('a')).toBe(2000);
    for (let index = 2; index < 9; index += 1) {
      ask(`a${index}`);
      await clock.advance(30_000);
      turns.get(`a${index}`)!.release({ outcome: 'ok', responseMs: 90_000 });
    }
    expect(pacing.delayOf('a')).toBe(10_000);
  });

  test('refusals double it, successes halve it back', async () => {
    const { clock, ask, pacing, turns } = setUp();
    const once = async (name: string, outcome: 'ok' | 'refused' | 'failed') => {
      ask(name);
      await clock.advance(60_000);
      turns.get(name)!.release({ outcome });
      return pacing.delayOf('a');
    };
    expect(await once('1', 'refused')).toBe(1250);
    expect(await once('2', 'refused')).toBe(2250);
    expect(await once('3', 'ok')).toBe(1250);
    expect(await once('4', 'ok')).toBe(750);
    expect(await once('5', 'ok')).toBe(500);
    expect(await once('6', 'ok')).toBe(375);
    expect(await once('7', 'ok')).toBe(250);
  });

  test('a minimum of zero switches it off', async () => {
    const { clock, ask, pacing, turns } = setUp({ minDelayMs: 0 });
    ask('a1');
    await clock.advance(0);
    turns.get('a1')!.release({ outcome: 'refused', responseMs: 9000 });
    expect(pacing.delayOf('a')).toBe(0);
  });
});

test('no host and no address ever exceeds its limits, and everyone gets a turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ host: fc.integer({ min: 0, max: 4 }), took: fc.integer({ min: 0, max: 900 }) }), {
        minLength: 1,
        maxLength: 25,
      }),
      async (requests) => {
        const clock = fakeClock();
        const pacing = createPacing({ perHost: 2, perAddress: 3, minDelayMs: 100, maxDelayMs: 1000, ...clock });
        const active = new Map<string, number>();
        const last = new Map<string, number>();
        let done = 0;
        const enter = (key: string, limit: number) => {
          expect((active.get(key) ?? 0) + 1).toBeLessThanOrEqual(limit);
          expect(clock.now() - (last.get(key) ?? -1e9)).toBeGreaterThanOrEqual(100);
          active.set(key, (active.get(key) ?? 0) + 1);
          last.set(key, clock.now());
        };
        for (const { host, took } of requests) {
          const [name, address] = [`host${host}`, `address${host % 2}`];
          void pacing.acquire(name, address).then(async (turn) => {
            enter(name, 2);
            enter(address, 3);
            await clock.sleep(took);
            active.set(name, active.get(name)! - 1);
            active.set(address, active.get(address)! - 1);
            turn.release({ outcome: took > 800 ? 'failed' : 'ok', responseMs: took });
            done += 1;
          });
        }
        await clock.advance(200_000);
        expect(done).toBe(requests.length);
      },
    ),
    { numRuns: 60 },
  );
});
