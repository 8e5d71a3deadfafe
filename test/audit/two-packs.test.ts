// Several packs over one crawl: none changes what the other says, and no page is asked for twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { packInfos } from '../../src/audit/run-audit.ts';
import { testPack } from '../../src/audit/test-pack.ts';
import { auditStatus } from '../../src/commands/audit-status.ts';
import { agencyStatus } from '../../src/judge/agency-status.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { AuditRun, CriterionVerdict } from '../../src/model/result.ts';
import { listPacks, loadPack, packSource } from '../../src/packs/load-pack.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';
import { renderText } from '../../src/report/text.ts';
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

  test('the draft’s cells are shown as such and count for nothing: neither status nor totals nor exit status', () => {
    for (const [at, agency] of both.agencies.entries()) {
      for (const cell of agency.criteria)
        expect([cell.pack, cell.level === 'required', cell.draft ?? false]).toEqual(
          cell.pack === 'ita-oit' ? [cell.pack, false, true] : [cell.pack, cell.level === 'required', false],
        );
      expect(agency.status).toBe(alone.agencies[at]!.status);
    }
    const { compliant, nonCompliant, undetermined } = both.summary;
    const { summary } = alone;
    expect([compliant, nonCompliant, undetermined]).toEqual([
      summary.compliant,
      summary.nonCompliant,
      summary.undetermined,
    ]);
    // Were all drafts not met, nothing of it would change.
    const failing = (cell: CriterionVerdict): CriterionVerdict => (cell.draft ? { ...cell, verdict: 'not-met' } : cell);
    const onlyDrafts = {
      ...both,
      agencies: both.agencies.map((agency) => ({
        ...agency,
        criteria: agency.criteria.filter(({ draft }) => draft).map(failing),
      })),
    };
    for (const [at, agency] of both.agencies.entries())
      expect(agencyStatus(agency.criteria.map(failing))).toBe(alone.agencies[at]!.status);
    expect(auditStatus(onlyDrafts, ['not-met', 'unknown', 'review'])).toBe(0);
    expect(both.run.packs.map(({ name, draft }) => [name, draft ?? false])).toEqual([
      ['phuket-accountability', false],
      ['ita-oit', true],
    ]);
    expect(renderText(both, { lang: 'en', columns: 120, colour: 0 })).toContain('draft, does not count');
  });

  test('given alone the draft counts: trying it out is the purpose', () => {
    const draft = loadPack('ita-oit');
    const { agency, crawl } = buildCaseSite({
      agency: { name: 'สำนักงานตัวอย่าง', kind: 'provincial-office' },
      pages: [{ url: '/', html: '<h1>สำนักงานตัวอย่าง</h1>', media: 'html', source: 'text' }],
      gaps: [],
      notVisited: [],
      extraHosts: [],
      unreachable: undefined,
    });
    const options = { asOf: '2026-06-15', strictSection: false };
    const byItself = judgeAgency([draft], agency, crawl, options);
    expect(byItself.status).toBe('non-compliant');
    expect(byItself.criteria.every(({ level, draft: shown }) => level === 'required' && shown === undefined)).toBe(
      true,
    );
    expect(packInfos([draft])[0]).toMatchObject({ draft: true });
    expect(packInfos([draft])[0]?.criteria?.[0]).not.toHaveProperty('draft');
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

// Those of the finished pack are test-pack.test.ts's.
const others = listPacks().filter((name) => name !== 'phuket-accountability');
test.each(others)('the built-in pack %s passes its own cases', (name) => {
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
