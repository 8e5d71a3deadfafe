// A whole run over the faults lab, one agency for each fault: the run ends, every agency has its row, and no fault of the
// network or of a third party is held against an agency.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run-audit.ts';
import { createExtractor, type Extractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetcher.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';
import type { Agency } from '../../src/model/registry.ts';
import { type AgencyVerdict, type AuditRun, auditRunSchema } from '../../src/model/result.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { type FaultsLab, faults, faultUrl, labHosts, startFaultsLab } from '../fetch/faults-lab.ts';

let lab: FaultsLab;
let fetcher: Fetcher;
let extractor: Extractor;
let run: AuditRun;

beforeAll(async () => {
  lab = await startFaultsLab();
  fetcher = createFetcher({
    ...defaultFetchSettings,
    connectTimeoutMs: 1000,
    headersTimeoutMs: 500,
    idleTimeoutMs: 300,
    totalTimeoutMs: 1500,
    maxRetryAfterMs: 100,
    minDelayMs: 0,
    perAddress: 96,
    allowAddresses: ['127.0.0.1'],
    hosts: labHosts(lab.port),
  });
  extractor = createExtractor({ decode: decodeText, ocr: 'never', workers: 1 });
  const agencies = faults.map(
    (fault): Agency => ({
      id: fault.name,
      name: fault.name,
      kind: 'other',
      url: faultUrl(fault),
      extraHosts: [],
      tags: [],
      exempt: [],
    }),
  );
  run = await runAudit({
    registry: { path: 'faults.csv', sha256: '0'.repeat(64), agencies },
    packs: [loadPack('phuket-accountability')],
    asOf: '2026-06-15',
    settings: {},
    version: '0',
    concurrency: 48,
    deps: { fetcher, extractor, now: Date.now },
  });
}, 120_000);

afterAll(async () => {
  await Promise.all([fetcher?.close(), extractor?.close()]);
  await lab?.close();
});

const row = (name: string): AgencyVerdict => run.agencies.find(({ id }) => id === name)!;

describe('a run over the faults lab', () => {
  it('ends with a row for every agency', () => {
    expect(run.run.complete).toBe(true);
    expect(run.agencies.map(({ id }) => id)).toEqual(faults.map(({ name }) => name));
    expect(auditRunSchema.safeParse(run).error).toBeUndefined();
  });

  it.each(faults.filter(({ expect: outcome }) => outcome !== 'ok').map(({ name, expect: outcome }) => [name, outcome]))(
    '%s (%s) is unknown, never not-met',
    (name) => {
      const { criteria, status, coverage } = row(name);
      expect(status).toBe('undetermined');
      expect(new Set(criteria.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
      expect(new Set(criteria.map(({ reason }) => reason)).size).toBe(1);
      expect(criteria[0]?.reason).not.toBe('tool-error');
      expect(coverage.stopped).toBe('unreachable');
    },
  );

  it.each(faults.filter(({ expect: outcome }) => outcome === 'ok').map(({ name }) => [name]))('%s is read', (name) => {
    expect(row(name).coverage.pages + row(name).coverage.gaps.length).toBeGreaterThan(0);
    expect(row(name).criteria.map(({ reason }) => reason)).not.toContain('tool-error');
  });

  it('asks no site more often than a patient visitor would', () => {
    for (const { id, coverage } of run.agencies) expect([id, coverage.requests <= 12]).toEqual([id, true]);
  });
});
