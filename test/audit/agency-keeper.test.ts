// What an agency leaves behind in the store: that of the attempt that was judged, and only once it is all there.
import { expect, it } from 'vitest';
import { type AgencyKeeper, keepAgencies } from '../../src/audit/agency-keeper.ts';
import { toolErrorVerdict } from '../../src/audit/audit-agency.ts';
import type { Store } from '../../src/store/store.ts';
import { agency } from '../crawl/fake-site.ts';
import { captureOf } from '../store/sample-records.ts';
import { fakePack } from './fake-judge.ts';

type AgencyRecord = Parameters<Store['record']>[1];

const a = agency('http://a.go.th/', { id: 'a' });
const b = agency('http://b.go.th/', { id: 'b' });
const capture = (page: string) => captureOf(`http://a.go.th/${page}`, page, '2026-06-15T03:00:00.000Z');
const verdictOf = (who: typeof a) => toolErrorVerdict(who, [fakePack], new Error('any'));

/** A keeper whose bodies are kept, or not, when the test says so. */
function keeping() {
  const bodies = new Map<string, PromiseWithResolvers<void>>();
  const recorded: AgencyRecord[] = [];
  const keeper: AgencyKeeper = keepAgencies({
    store: {
      putBody(_sha256, body) {
        const waiting = Promise.withResolvers<void>();
        bodies.set(String(body), waiting);
        return waiting.promise;
      },
      record(_run, agencyRecord) {
        recorded.push(agencyRecord);
        return Promise.resolve();
      },
    },
    runId: 'r',
    reviews: [],
    asOf: '2026-06-15',
    now: () => 0,
  });
  const take = (who: typeof a, page: string) => keeper.onCapture(who, capture(page), Buffer.from(page));
  return { keeper, bodies, take, urls: () => recorded.map(({ captures }) => captures.map(({ url }) => url)) };
}

it('records what the last attempt captured, not what earlier ones did', async () => {
  const { keeper, bodies, take, urls } = keeping();
  keeper.onStart(a);
  take(a, '1');
  take(a, '2');
  keeper.onStart(a);
  take(a, '1');
  take(a, '3');
  for (const { resolve } of bodies.values()) resolve();
  await keeper.record(verdictOf(a));
  expect(urls()).toEqual([['http://a.go.th/1', 'http://a.go.th/3']]);
});

it('records an agency after its bodies, whoever brought them', async () => {
  const { keeper, bodies, take, urls } = keeping();
  take(a, '1');
  keeper.drop('a');
  take(b, '1');
  const done = keeper.record(verdictOf(b));
  await new Promise(setImmediate);
  expect(urls()).toEqual([]);
  expect([...bodies.keys()]).toEqual(['1']);
  bodies.get('1')?.resolve();
  await done;
  expect(urls()).toEqual([['http://a.go.th/1']]);
});

it('records no agency whose body could not be kept, whoever brought it, until it could', async () => {
  const { keeper, bodies, take, urls } = keeping();
  take(a, '1');
  take(b, '1');
  bodies.get('1')?.reject(new Error('disk full'));
  await expect(keeper.record(verdictOf(b))).rejects.toThrow('disk full');
  await expect(keeper.record(verdictOf(a))).rejects.toThrow('disk full');
  expect(urls()).toEqual([]);
  keeper.onStart(a);
  take(a, '1');
  bodies.get('1')?.resolve();
  await keeper.record(verdictOf(a));
  expect(urls()).toEqual([['http://a.go.th/1']]);
});
