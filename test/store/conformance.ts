// What every store must do, whatever database is behind it.
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { newRun, recordOf, sha256, verdictOf } from './sample-records.ts';

/** A store with nothing in it each time. */
export function storeConformance(name: string, open: () => Promise<Store>): void {
  async function fill(store: Store, id: string, month: string, agencies = ['a', 'b']): Promise<void> {
    await store.begin(newRun(id, `2026-${month}-15T02:00:00.000Z`));
    for (const agency of agencies) {
      const { record, bodies } = recordOf(agency, month);
      for (const [hash, body] of bodies) await store.putBody(hash, Buffer.from(body));
      await store.record(id, record);
    }
    await store.finish(id, 'complete', `2026-${month}-15T04:00:00.000Z`);
  }

  describe(`${name}: a store`, () => {
    it('gives back a run, its verdicts in the order of the selection, its crawls and its packs', async () => {
      const store = await open();
      try {
        await fill(store, 'r1', '01', ['b', 'a']);
        const [run] = await store.runs();
        expect(run).toMatchObject({ id: 'r1', state: 'complete', asOf: '2026-06-15', selection: ['a', 'b', 'c'] });
        expect(run?.settings).toEqual({ maxRequests: 7 });
        expect(await store.verdicts('r1')).toEqual([
          recordOf('a', '01').record.verdict,
          recordOf('b', '01').record.verdict,
        ]);
        expect(await store.recordedAgencies('r1')).toHaveLength(2);
        const crawl = await store.crawl('r1', 'a');
        expect(JSON.stringify(crawl)).toBe(JSON.stringify(recordOf('a', '01').record.crawl));
        expect(await store.captures('r1', 'a')).toEqual(recordOf('a', '01').record.captures);
        expect((await store.packs('r1')).map((pack) => pack.name)).toEqual(
          newRun('x', '').packs.map(({ name }) => name),
        );
        expect(await store.registry('f'.repeat(64))).toEqual(newRun('x', '').registry.agencies);
        expect(await store.crawl('r1', 'c')).toBeUndefined();
      } finally {
        await store.close();
      }
    });

    it('keeps a body once across months, of any size, and gives back the same bytes', async () => {
      const store = await open();
      try {
        await fill(store, 'r1', '01');
        await fill(store, 'r2', '02');
        const { bodies, runs } = await store.usage();
        // Two agencies: one page each that stays, one that is new each month.
        expect(bodies.count).toBe(2 + 2 * 2);
        expect(runs.map(({ captures }) => captures)).toEqual([4, 4]);
        expect(runs[1]!.newBodyBytes).toBeLessThan(runs[0]!.newBodyBytes);
        const noise = Buffer.alloc(300_000);
        for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2654435761) >>> 13;
        await store.putBody(sha256(noise), noise);
        await store.putBody(sha256(noise), noise);
        expect((await store.body(sha256(noise)))?.equals(noise)).toBe(true);
        expect(await store.body('0'.repeat(64))).toBeUndefined();
      } finally {
        await store.close();
      }
    });

    it('records an agency whole or not at all, and never twice', async () => {
      const store = await open();
      try {
        await store.begin(newRun('r1', '2026-01-15T02:00:00.000Z'));
        const { record, bodies } = recordOf('a', '01');
        // A capture whose body was never kept breaks the transaction at its last step.
        await expect(store.record('r1', record)).rejects.toThrow();
        expect(await store.verdicts('r1')).toEqual([]);
        expect(await store.cells()).toEqual([]);
        for (const [hash, body] of bodies) await store.putBody(hash, Buffer.from(body));
        await store.record('r1', record);
        await expect(store.record('r1', record)).rejects.toThrow();
        expect(await store.verdicts('r1')).toHaveLength(1);
        expect(await store.cells()).toHaveLength(1);
      } finally {
        await store.close();
      }
    });

    it('takes many agencies at once', async () => {
      const store = await open();
      try {
        const ids = Array.from({ length: 24 }, (_, at) => `m${at}`);
        await store.begin(newRun('r1', '2026-01-15T02:00:00.000Z', { selection: ids }));
        await Promise.all(
          ids.map(async (id) => {
            const { record, bodies } = recordOf(id, '01');
            await Promise.all([...bodies].map(([hash, body]) => store.putBody(hash, Buffer.from(body))));
            await store.record('r1', record);
          }),
        );
        expect((await store.verdicts('r1')).map(({ id }) => id)).toEqual(ids);
      } finally {
        await store.close();
      }
    });

    it('knows the newest capture of an address', async () => {
      const store = await open();
      try {
        await fill(store, 'r1', '01');
        await fill(store, 'r2', '02');
        expect(await store.lastCapture('http://a.go.th/')).toMatchObject({
          etag: '"a"',
          capture: { fetchedAt: '2026-02-15T03:00:00.000Z' },
        });
        expect(await store.lastCapture('http://a.go.th/news')).toMatchObject({
          lastModified: 'Mon, 15 Jun 2026 03:00:00 GMT',
        });
        expect(await store.lastCapture('http://a.go.th/none')).toBeUndefined();
      } finally {
        await store.close();
      }
    });

    it('remembers what documents say, by bytes and version, failures too', async () => {
      const store = await open();
      try {
        const { extractions } = store;
        const text = recordOf('a', '01').record.crawl!.pages[0]!.text;
        const failure = { code: 'encrypted', detail: 'a password is needed', media: 'pdf' } as const;
        await extractions.put('1'.repeat(64), 'v1', text);
        await extractions.put('2'.repeat(64), 'v1', failure);
        await extractions.put('2'.repeat(64), 'v1', failure);
        expect(await extractions.get('1'.repeat(64), 'v1')).toEqual(text);
        expect(await extractions.get('2'.repeat(64), 'v1')).toEqual(failure);
        expect(await extractions.get('1'.repeat(64), 'v2')).toBeUndefined();
      } finally {
        await store.close();
      }
    });

    it('prunes captures of old runs, never verdicts, and nothing a kept run needs', async () => {
      const store = await open();
      try {
        for (const month of ['01', '02', '03']) await fill(store, `r${month}`, month);
        const outcome = await store.prune(2);
        expect(outcome.runs).toEqual(['r01']);
        expect(outcome.bodies).toBe(2);
        expect(outcome.bytes).toBeGreaterThan(0);
        expect(await store.verdicts('r01')).toHaveLength(2);
        expect((await store.cells()).filter(({ runId }) => runId === 'r01')).toHaveLength(2);
        expect(await store.crawl('r01', 'a')).toBeUndefined();
        expect(await store.captures('r01', 'a')).toEqual([]);
        for (const month of ['02', '03']) {
          const { record, bodies } = recordOf('a', month);
          expect(await store.crawl(`r${month}`, 'a')).toEqual(record.crawl);
          for (const [hash, body] of bodies) expect((await store.body(hash))?.toString()).toBe(body);
        }
        expect((await store.usage()).runs.map(({ replayable }) => replayable)).toEqual([false, true, true]);
        expect(await store.prune(2)).toEqual({ runs: [], bodies: 0, bytes: 0 });
      } finally {
        await store.close();
      }
    });

    it('keeps decisions with a run and replaces its cells', async () => {
      const store = await open();
      try {
        await fill(store, 'r1', '01');
        const decision = {
          agency: 'a',
          criterion: 'plan-link',
          verdict: 'not-met' as const,
          reason: 'เป็นแผนของจังหวัด',
          by: 'สมชาย',
          at: '2026-01-20',
          evidence: [],
        };
        await store.setReviews('r1', [decision], [verdictOf('a', 'not-met'), verdictOf('b')]);
        expect((await store.runs())[0]?.reviews).toEqual([decision]);
        expect((await store.cells()).map(({ agencyId, verdict }) => [agencyId, verdict])).toEqual([
          ['a', 'not-met'],
          ['b', 'met'],
        ]);
        expect((await store.cells({ runId: 'r1' })).length).toBe(2);
        expect(await store.cells({ runId: 'none' })).toEqual([]);
        expect((await store.cells({ agencyId: 'b' })).map(({ agencyId }) => agencyId)).toEqual(['b']);
      } finally {
        await store.close();
      }
    });

    it('refuses a second run while one holds it, and says who', async () => {
      const store = await open();
      try {
        const lock = await store.lock({ pid: 4711, host: 'pc-1', since: '2026-01-15T02:00:00.000Z' });
        await expect(store.lock({ pid: 1, host: 'x', since: '2026-01-15T02:00:00.000Z' })).rejects.toMatchObject({
          code: 'run-locked',
          message: expect.stringContaining('process 4711 on pc-1'),
        });
        await lock.release();
        await (await store.lock({ pid: 1, host: 'x', since: '2026-01-15T02:00:00.000Z' })).release();
      } finally {
        await store.close();
      }
    });

    it('copies into an empty store, whole, and into no other', async () => {
      const [source, target] = [await open(), await open()];
      try {
        await fill(source, 'r1', '01');
        await fill(source, 'r2', '02');
        await source.extractions.put('1'.repeat(64), 'v1', { code: 'empty', detail: '', media: 'pdf' });
        await target.copyFrom(source);
        expect(await target.runs()).toEqual(await source.runs());
        expect(await target.cells()).toEqual(await source.cells());
        for (const run of ['r1', 'r2']) {
          expect(await target.verdicts(run)).toEqual(await source.verdicts(run));
          expect(await target.crawl(run, 'b')).toEqual(await source.crawl(run, 'b'));
        }
        const { bodies } = recordOf('b', '02');
        for (const [hash, body] of bodies) expect((await target.body(hash))?.toString()).toBe(body);
        expect(await target.extractions.get('1'.repeat(64), 'v1')).toMatchObject({ code: 'empty' });
        await expect(target.copyFrom(source)).rejects.toMatchObject({ code: 'store-not-empty' });
      } finally {
        await Promise.all([source.close(), target.close()]);
      }
    });
  });
}
