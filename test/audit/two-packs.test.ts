// Several packs over one crawl: none changes what the other says, and no page is asked for twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { testPack } from '../../src/audit/test-pack.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { listPacks, loadPack, packSource } from '../../src/packs/load-pack.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';
import { auditFolder } from './audit-folder.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const registryFile = join(fixtures, 'province', 'registry.csv');
const registry = await readRegistry(registryFile, readFileSync(registryFile));
const agencies = registry.agencies.slice(0, 2);

describe('one crawl for both packs', () => {
  let alone: AuditRun;
  let both: AuditRun;
  beforeAll(async () => {
    const sites = join(fixtures, 'sites');
    alone = await auditFolder(sites, registry, agencies);
    both = await auditFolder(sites, registry, agencies, ['phuket-accountability', 'ita-oit']);
  }, 120_000);

  test('each agency has a row of each pack', () => {
    for (const agency of both.agencies) {
      expect(agency.criteria.filter(({ pack }) => pack === 'phuket-accountability')).toHaveLength(14);
      expect(agency.criteria.filter(({ pack }) => pack === 'ita-oit').map(({ id }) => id)).toEqual([
        'oit-plan',
        'oit-monitoring',
        'oit-result',
        'oit-budget',
      ]);
    }
  });

  test('the first pack’s verdicts stay as they are', () => {
    const cells = (run: AuditRun) =>
      run.agencies.map(({ id, criteria }) => [
        id,
        criteria
          .filter(({ pack }) => pack === 'phuket-accountability')
          .map(({ id: criterion, verdict, reason }) => `${criterion} ${verdict}/${reason}`),
      ]);
    expect(cells(both)).toEqual(cells(alone));
  });

  test('a second pack costs few requests of its own', () => {
    for (const [at, agency] of both.agencies.entries()) {
      const { requests } = alone.agencies[at]!.coverage;
      expect(agency.coverage.requests).toBeGreaterThanOrEqual(requests);
      expect(agency.coverage.requests).toBeLessThanOrEqual(requests + 6);
    }
  });

  test('the agency whose plan is a table with budget and period has it for the OIT item too', () => {
    const verdicts = both.agencies.flatMap(({ criteria }) => criteria.filter(({ id }) => id === 'oit-plan'));
    const met = verdicts.filter(({ verdict }) => verdict === 'met');
    expect(met.length).toBeGreaterThan(0);
    for (const { evidence } of met) expect(evidence[0]?.quote).toMatch(/[0-9๐-๙]/u);
  });
});

test.each(listPacks())('the built-in pack %s passes its own cases', (name) => {
  const { failures, gaps, cases } = testPack(loadPack(name), packSource(name).cases);
  expect(failures).toEqual([]);
  expect(gaps).toEqual([]);
  expect(cases).toBeGreaterThan(0);
});

test('the draft pack says that it is one, and shares its words with the other', () => {
  const [draft, finished] = [loadPack('ita-oit'), loadPack('phuket-accountability')];
  expect([draft.draft, finished.draft]).toEqual([true, false]);
  expect(draft.vocabulary).toBe(finished.vocabulary);
});
