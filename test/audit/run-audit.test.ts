import { describe, expect, it } from 'vitest';
import type { Judge } from '../../src/audit/audit-agency.ts';
import { type RunAuditOptions, type RunEvent, runAudit } from '../../src/audit/run-audit.ts';
import type { SiteFetcher } from '../../src/crawl/crawl-options.ts';
import type { Agency } from '../../src/model/registry.ts';
import { type AgencyVerdict, auditRunSchema } from '../../src/model/result.ts';
import { type Answer, agency, epoch, fakeExtractor, fakeSite } from '../crawl/fake-site.ts';
import { fakeJudge, fakePack } from './fake-judge.ts';

const url = (id: string): string => `http://${id}.go.th/`;
const good = '<h1>แผน</h1><p>โครงการพัฒนา และ ผลการดำเนินงาน</p>';
const one = (id: string): Agency => agency(url(id), { id });

function options(
  agencies: readonly Agency[],
  pages: Record<string, Answer>,
  rest: Partial<RunAuditOptions> & { fetcher?: SiteFetcher; judge?: Judge } = {},
): RunAuditOptions {
  const { fetcher, judge, ...more } = rest;
  return {
    registry: { path: 'r.csv', sha256: 'a'.repeat(64), agencies },
    packs: [fakePack],
    asOf: '2026-06-15',
    settings: { lang: 'th' },
    version: '0.0.0',
    deps: {
      fetcher: fetcher ?? fakeSite(pages).fetcher,
      extractor: fakeExtractor,
      now: () => epoch,
      judge: judge ?? fakeJudge,
    },
    ...more,
  };
}

describe('runAudit', () => {
  it('gives a valid run with one row for each agency, in registry order, whatever happened to it', async () => {
    const { url: _, ...homeless } = one('homeless');
    const agencies = [one('good'), one('dead'), homeless, one('empty'), one('odd')];
    const bomb: Judge = {
      ...fakeJudge,
      createGuide: (packs, who, settings) => {
        if (who.id === 'odd') throw new Error('a bug');
        return fakeJudge.createGuide(packs, who, settings);
      },
    };
    const pages = {
      [url('good')]: good,
      [url('dead')]: { fail: 'connection-refused' as const },
      [url('empty')]: '<p>x</p>',
    };
    const run = await runAudit(options(agencies, pages, { judge: bomb }));
    expect(auditRunSchema.parse(run)).toEqual(run);
    expect(run.agencies.map(({ id, status }) => [id, status])).toEqual([
      ['good', 'compliant'],
      ['dead', 'undetermined'],
      ['homeless', 'undetermined'],
      ['empty', 'non-compliant'],
      ['odd', 'undetermined'],
    ]);
    expect(run.agencies[4]?.criteria.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['unknown', 'tool-error'],
      ['unknown', 'tool-error'],
    ]);
    expect(run.summary).toMatchObject({ agencies: 5, compliant: 1, nonCompliant: 1, undetermined: 3 });
    expect(run.summary.criteria['plan']).toEqual({ met: 1, 'not-met': 1, review: 0, unknown: 3, 'not-applicable': 0 });
    expect(run.run).toMatchObject({
      complete: true,
      fiscalYear: 2569,
      id: expect.stringMatching(/^20260615T000000Z-/),
    });
  });

  it('turns a helper that throws into a tool error, not into a verdict against the agency', async () => {
    const site = fakeSite({});
    const fetcher: SiteFetcher = { ...site.fetcher, fetch: () => Promise.reject(new TypeError('broken')) };
    const run = await runAudit(options([one('a')], {}, { fetcher }));
    expect(run.agencies[0]?.criteria[0]).toMatchObject({ verdict: 'unknown', reason: 'tool-error' });
    expect(run.agencies[0]).toMatchObject({ status: 'undetermined', coverage: { stopped: 'failed' } });
    expect(run.agencies[0]?.coverage.gaps[0]?.detail).toContain('TypeError: broken');
  });

  it('tries unreachable sites again at the end and says which came back', async () => {
    const events: RunEvent[] = [];
    const flaky: Answer = [{ fail: 'http-server-error' }, { fail: 'http-server-error' }, good];
    const starts: string[] = [];
    const { deps, ...rest } = options(
      [one('flaky'), one('good')],
      { [url('flaky')]: flaky, [url('good')]: good },
      { concurrency: 1, onProgress: (event) => events.push(event) },
    );
    const run = await runAudit({ ...rest, deps: { ...deps, onStart: ({ id }) => void starts.push(id) } });
    expect(starts).toEqual(['flaky', 'good', 'flaky']);
    expect(run.agencies[0]).toMatchObject({ status: 'compliant', notices: [{ code: 'second-pass-recovered' }] });
    expect(events.filter(({ kind }) => kind !== 'request').map(({ kind }) => kind)).toEqual([
      'run-started',
      'agency-started',
      'agency-postponed',
      'agency-started',
      'agency-finished',
      'agency-started',
      'agency-finished',
    ]);
  });

  it('keeps what was judged when interrupted, and says so', async () => {
    const abort = new AbortController();
    const agencies = Array.from({ length: 6 }, (_, at) => one(`a${at}`));
    const pages = Object.fromEntries(agencies.map(({ id }) => [url(id), good]));
    const run = await runAudit(
      options(agencies, pages, {
        concurrency: 1,
        signal: abort.signal,
        onProgress: (event) => {
          if (event.kind === 'agency-finished' && event.done === 2) abort.abort();
        },
      }),
    );
    expect(run.run.complete).toBe(false);
    expect(run.agencies.map(({ id }) => id)).toEqual(['a0', 'a1']);
    expect(auditRunSchema.parse(run)).toEqual(run);
  });

  it('goes on from a journal: nothing lost, nothing judged twice, the same verdicts', async () => {
    const agencies = Array.from({ length: 8 }, (_, at) => one(`a${at}`));
    const pages = Object.fromEntries(agencies.map(({ id }, at) => [url(id), at % 3 === 0 ? good : '<p>ไม่มี</p>']));
    const whole = await runAudit(options(agencies, pages));
    for (let stop = 0; stop <= agencies.length; stop += 1) {
      const kept = new Map<string, AgencyVerdict>();
      const judged: string[] = [];
      const journal = {
        runId: whole.run.id,
        startedAt: whole.run.startedAt,
        isFinished: (id: string) => kept.has(id),
        verdicts: async () => [...kept.values()],
        record: (verdict: AgencyVerdict) => {
          judged.push(verdict.id);
          kept.set(verdict.id, JSON.parse(JSON.stringify(verdict)) as AgencyVerdict);
        },
      };
      const abort = new AbortController();
      if (stop === 0) abort.abort();
      await runAudit(
        options(agencies, pages, {
          concurrency: 3,
          journal,
          signal: abort.signal,
          onProgress: (event) => event.kind === 'agency-finished' && event.done === stop && abort.abort(),
        }),
      );
      const resumed = await runAudit(options(agencies, pages, { journal }));
      expect(JSON.stringify(resumed)).toBe(JSON.stringify(whole));
      expect(judged.sort()).toEqual(agencies.map(({ id }) => id).sort());
    }
  });

  it('is byte-equal whatever the timing', async () => {
    const agencies = Array.from({ length: 5 }, (_, at) => one(`a${at}`));
    const pages: Record<string, Answer> = {};
    for (const { id } of agencies) {
      pages[url(id)] = '<a href="/p">แผน</a> <a href="/r">รายงาน</a> <a href="/s">รายงาน ๒</a> <a href="/t">แผน ๒</a>';
      pages[`${url(id)}p`] = '<h1>แผน</h1><p>โครงการพัฒนาและเรื่องอื่น ๆ ที่เกี่ยวข้องกัน</p>';
      pages[`${url(id)}r`] = [{ fail: 'response-timeout' }, '<h1>รายงาน</h1><p>ผลการดำเนินงาน</p>'];
    }
    const seen = new Set<string>();
    for (let seed = 1; seed <= 6; seed += 1) {
      const delay = (asked: string): number => ((asked.length * seed * 7 + asked.charCodeAt(8) * seed) % 5) as number;
      const { fetcher } = fakeSite(pages, { delay });
      seen.add(JSON.stringify(await runAudit(options(agencies, pages, { fetcher, concurrency: 3 }))));
    }
    expect(seen.size).toBe(1);
  });
});
