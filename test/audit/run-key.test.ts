// What makes two attempts one run: the same registry, agencies, packs, date, rules, threshold and version.
import { expect, test } from 'vitest';
import { type RunIdentity, runKey } from '../../src/audit/run-key.ts';
import type { Pack } from '../../src/judge/pack.ts';
import type { Agency } from '../../src/model/registry.ts';

const agencyOf = (id: string): Agency => ({ id, name: id, kind: 'district', extraHosts: [], tags: [], exempt: [] });
const packOf = (sha256: string) => ({ name: 'sample', sha256 }) as Pack;
const run: RunIdentity = {
  registry: { path: 'agencies.csv', sha256: 'a', agencies: [] } as unknown as RunIdentity['registry'],
  agencies: [agencyOf('a'), agencyOf('b')],
  packs: [packOf('b')],
  asOf: '2026-06-15',
  strictSection: false,
  reviewBelow: 0.5,
  version: '1.0.0',
};

test('the same is one run, wherever its registry lies', () => {
  expect(runKey({ ...run, registry: { ...run.registry, path: 'other.csv' } })).toBe(runKey(run));
});

test.each<[string, Partial<RunIdentity>]>([
  ['another registry', { registry: { ...run.registry, sha256: 'c' } }],
  ['fewer agencies', { agencies: [agencyOf('a')] }],
  ['another pack', { packs: [packOf('c')] }],
  ['another date', { asOf: '2026-06-16' }],
  ['the section alone', { strictSection: true }],
  ['another threshold', { reviewBelow: 0.8 }],
  ['no threshold', { reviewBelow: 0 }],
  ['another version', { version: '1.0.1' }],
])('with %s it is another run', (_, other) => {
  expect(runKey({ ...run, ...other })).not.toBe(runKey(run));
});

test('no threshold is the run of a version that had none', () => {
  const { reviewBelow: _, ...earlier } = run;
  expect(runKey({ ...run, reviewBelow: 0 })).toBe(runKey(earlier));
});
