// Waiting for a database that is away: what is tried again, for how long, and what is not.
import { expect, test } from 'vitest';
import { isAway, patientStore } from '../../src/store/patient-store.ts';
import type { Store } from '../../src/store/store.ts';

const refused = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

function createLab(answers: (() => number)[]) {
  const slept: number[] = [];
  const troubles: unknown[] = [];
  let calls = 0;
  const clock = async (): Promise<number> => {
    calls += 1;
    return (answers.shift() ?? (() => 7))();
  };
  const store = patientStore({ clock, extractions: {}, shared: {} } as unknown as Store, {
    patienceMs: 20_000,
    sleep: async (ms) => void slept.push(ms),
    onTrouble: (error) => troubles.push(error),
  });
  return { store, slept, troubles, calls: () => calls };
}

const failing = (error: Error) => (): number => {
  throw error;
};

test('a call is made again until the database is back, each wait longer than the last up to five seconds', async () => {
  const lab = createLab(Array.from({ length: 7 }, () => failing(refused())));
  await expect(lab.store.clock()).resolves.toBe(7);
  expect(lab.slept).toEqual([200, 400, 800, 1600, 3200, 5000, 5000]);
  expect(lab.troubles).toHaveLength(7);
});

test('patience ends: the fault is thrown as it came', async () => {
  const error = refused();
  const lab = createLab(Array.from({ length: 50 }, () => failing(error)));
  await expect(lab.store.clock()).rejects.toBe(error);
  expect(lab.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(20_000);
  expect(lab.calls()).toBe(lab.slept.length + 1);
});

test('a mistake in the call is not tried again', async () => {
  const error = Object.assign(new Error('column "x" does not exist'), { code: '42703' });
  const lab = createLab([failing(error)]);
  await expect(lab.store.clock()).rejects.toBe(error);
  expect([lab.calls(), lab.slept, lab.troubles]).toEqual([1, [], []]);
});

test.each([
  [{ code: 'ECONNRESET' }, true],
  [{ code: '57P01' }, true],
  [{ code: '08006' }, true],
  [{ code: '40001' }, true],
  [{ message: 'Connection terminated unexpectedly' }, true],
  [{ code: '23505', message: 'duplicate key value' }, false],
  [{ message: 'no such table: run' }, false],
  [undefined, false],
])('%j: away %s', (error, away) => {
  expect(isAway(error)).toBe(away);
});
