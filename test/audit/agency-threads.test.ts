import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type AgencyThreads, type AgencyThreadsOptions, createAgencyThreads } from '../../src/audit/agency-threads.ts';
import { type AuditAgencyOptions, auditAgency } from '../../src/audit/audit-agency.ts';
import { runAudit } from '../../src/audit/run-audit.ts';
import { loadPacks } from '../../src/commands/load-packs.ts';
import { threadsFor } from '../../src/commands/open-threads.ts';
import type { BodyExtractor, SiteFetcher } from '../../src/crawl/crawl-options.ts';
import type { Agency } from '../../src/model/registry.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';
import { type Answer, agency, epoch, fakeExtractor, fakeSite } from '../crawl/fake-site.ts';
import { auditFolder } from './audit-folder.ts';
import { fakePack } from './fake-judge.ts';

const fixtures = (path: string): string => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
const url = (id: string): string => `http://${id}.go.th/`;
const good = '<h1>แผน</h1><p>โครงการพัฒนา และ ผลการดำเนินงาน</p>';
const one = (id: string): Agency => agency(url(id), { id });

let open: AgencyThreads | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

function threads(options: Partial<AgencyThreadsOptions> = {}): AgencyThreads {
  open = createAgencyThreads({
    threads: 2,
    packs: [fakePack],
    now: Date.now,
    judge: new URL('./thread-judge.ts', import.meta.url).href,
    ...options,
  });
  return open;
}

function auditOptions(
  pages: Record<string, Answer>,
  crawl: { fetcher?: SiteFetcher; extractor?: BodyExtractor } = {},
  rest: Partial<AuditAgencyOptions> = {},
): AuditAgencyOptions {
  return {
    packs: [fakePack],
    settings: { asOf: '2026-06-15', strictSection: false },
    crawl: { fetcher: fakeSite(pages).fetcher, extractor: fakeExtractor, now: () => epoch, ...crawl },
    ...rest,
  };
}

describe('agencies audited in threads', () => {
  it('get the verdicts, crawls and captures that the main thread gives them', async () => {
    const file = fixtures('province/registry.csv');
    const registry = await readRegistry(file, readFileSync(file));
    const audited = async (audit?: AgencyThreads['audit']) => {
      const crawls: Record<string, string> = {};
      const captures: string[] = [];
      const run = await auditFolder(fixtures('sites'), registry, registry.agencies.slice(0, 8), undefined, undefined, {
        // When something was found out is told by each thread's own clock.
        onCrawl: ({ id }, crawl) => {
          crawls[id] = hash('sha256', JSON.stringify(crawl).replace(/"at":"[^"]*"/g, ''));
        },
        onCapture: ({ id }, capture, body) =>
          void captures.push(`${id} ${capture.url} ${capture.sha256} ${hash('sha256', body)}`),
        ...(audit === undefined ? {} : { audit }),
      });
      // Two answers of one site may come in either order.
      return {
        cells: run.agencies.map((one) => hash('sha256', JSON.stringify(one))),
        crawls,
        captures: captures.sort(),
      };
    };
    const inMain = await audited();
    open = createAgencyThreads({ threads: 2, packs: loadPacks(['phuket-accountability']), now: () => epoch });
    const inThreads = await audited(open.audit);
    expect(inMain.cells.length).toBe(8);
    expect(inMain.captures.length).toBeGreaterThan(100);
    expect(inThreads).toEqual(inMain);
  }, 60_000);

  it('cost nobody else anything when one throws, kills its thread, or hangs', async () => {
    const ids = ['a', 'throws', 'b', 'kills', 'c', 'hangs', 'd', 'e'];
    const pages = Object.fromEntries(ids.map((id) => [url(id), good]));
    const run = await runAudit({
      registry: { path: 'r.csv', sha256: 'a'.repeat(64), agencies: ids.map(one) },
      packs: [fakePack],
      asOf: '2026-06-15',
      settings: {},
      version: '0.0.0',
      deps: {
        fetcher: fakeSite(pages).fetcher,
        extractor: fakeExtractor,
        now: () => epoch,
        audit: threads({ silenceMs: 3000 }).audit,
      },
    });
    const cells = Object.fromEntries(
      run.agencies.map(({ id, criteria }) => [id, criteria.map(({ reason }) => reason)]),
    );
    const error = ['tool-error', 'tool-error'];
    const found = ['found', 'found'];
    expect(cells).toEqual({
      a: found,
      throws: error,
      b: found,
      kills: error,
      c: found,
      hangs: error,
      d: found,
      e: found,
    });
    const details = run.agencies.map(({ coverage }) => coverage.gaps[0]?.detail);
    expect(details[1]).toBe('RangeError: a bug');
    expect(details[3]).toContain('the thread ended');
    expect(details[5]).toContain('no sign of life');
  }, 40_000);

  it('begin anew after their thread died, and tell so', async () => {
    const told: string[] = [];
    const { audit } = threads();
    const id = 'kills-late';
    const outcome = await audit(
      one(id),
      auditOptions(
        { [url(id)]: good },
        {},
        { onStart: () => void told.push('start'), onCapture: (capture) => void told.push(capture.url) },
      ),
    );
    expect(outcome?.verdict.criteria[0]?.reason).toBe('tool-error');
    expect(told.filter((each) => each === 'start')).toHaveLength(2);
    expect(told.slice(told.lastIndexOf('start'))).toEqual(['start', url(id)]);
  });

  it('are audited in the main thread where no thread can be started', async () => {
    const { audit } = threads({ judge: new URL('./no-such-judge.ts', import.meta.url).href });
    const ids = ['a', 'b', 'c'];
    const pages = Object.fromEntries(ids.map((id) => [url(id), good]));
    const { judge } = await import('./thread-judge.ts');
    const outcomes = await Promise.all(ids.map((id) => audit(one(id), auditOptions(pages, {}, { judge }))));
    expect(outcomes.map((outcome) => outcome?.verdict.status)).toEqual(['compliant', 'compliant', 'compliant']);
  });

  it('are told of by the same events, and read documents by the main thread', async () => {
    const pages = { [url('a')]: '<a href="/plan.pdf">แผน</a>', [`${url('a')}plan.pdf`]: `%PDF-1.4 ${good}` };
    const told = async (audit: AgencyThreads['audit']) => {
      const events: unknown[] = [];
      const read: string[] = [];
      const extractor: BodyExtractor = {
        extract: (body, hints) => {
          read.push(`${hints.url} ${body.length} ${body.subarray(0, 5).toString()}`);
          return fakeExtractor.extract(body, hints);
        },
      };
      const outcome = await audit(
        one('a'),
        auditOptions(pages, { extractor }, { onEvent: (event) => void events.push(event) }),
      );
      return { events, read, verdict: outcome?.verdict.criteria.map(({ verdict }) => verdict) };
    };
    const inThread = await told(threads().audit);
    expect(inThread.read).toEqual([expect.stringContaining('plan.pdf')]);
    expect(inThread.read[0]).toContain('%PDF-');
    const { judge } = await import('./thread-judge.ts');
    const inMain = await told((who, options) => auditAgency(who, { ...options, judge }));
    expect(inThread.events).toEqual(inMain.events);
    expect(inThread.events.length).toBeGreaterThan(0);
    expect(inThread.verdict).toEqual(inMain.verdict);
  });

  it('become tool errors where what the main thread does for them throws', async () => {
    const extractor: BodyExtractor = { extract: () => Promise.reject(new TypeError('the cache is broken')) };
    const pages = { [url('a')]: '<a href="/plan.pdf">แผน</a>', [`${url('a')}plan.pdf`]: '%PDF-1.4' };
    const { audit } = threads();
    const broken = await audit(one('a'), auditOptions(pages, { extractor }));
    expect(broken?.verdict.coverage.gaps[0]?.detail).toBe('TypeError: the cache is broken');
    const hook = await audit(
      one('b'),
      auditOptions(
        { [url('b')]: good },
        {},
        {
          onCapture: () => {
            throw new Error('no room');
          },
        },
      ),
    );
    expect(hook?.verdict.coverage.gaps[0]?.detail).toBe('Error: no room');
    const after = await audit(one('c'), auditOptions({ [url('c')]: good }));
    expect(after?.verdict.status).toBe('compliant');
  });

  it('end without a verdict when interrupted, before and during their turn', async () => {
    const abort = new AbortController();
    const fetcher: SiteFetcher = {
      ...fakeSite({}).fetcher,
      // Never answers by itself.
      fetch: (where, request) =>
        new Promise((resolve) => {
          request?.signal?.addEventListener('abort', () => {
            const at = new Date(epoch).toISOString();
            const failure = {
              code: 'aborted' as const,
              url: where,
              detail: '',
              hops: [],
              at,
              transient: false,
              dead: false,
            };
            resolve({ ok: false, failure });
          });
          abort.abort();
        }),
    };
    const { audit } = threads();
    expect(await audit(one('a'), auditOptions({}, { fetcher }, { signal: abort.signal }))).toBeUndefined();
    expect(abort.signal.aborted).toBe(true);
    expect(await audit(one('b'), auditOptions({}, {}, { signal: abort.signal }))).toBeUndefined();
  });

  it('find sites that come back, and say so', async () => {
    const { audit } = threads();
    const pages = { [url('a')]: { fail: 'http-server-error' as const } };
    const first = await audit(one('a'), auditOptions(pages));
    expect(first?.tryAgain).toBe('http-server-error');
    const second = await audit(one('a'), auditOptions({ [url('a')]: good }, {}, { failedBefore: first!.tryAgain! }));
    expect(second?.verdict.notices).toEqual([expect.objectContaining({ code: 'second-pass-recovered' })]);
  });
});

it.each([
  // threads set, concurrency, agencies, processors → threads
  [null, 8, 200, 8, 4],
  [null, 8, 200, 2, 2],
  [null, 3, 200, 8, 3],
  [null, 8, 200, 1, 0],
  [null, 1, 200, 8, 0],
  [null, 8, 39, 8, 0],
  [0, 8, 200, 8, 0],
  [1, 8, 200, 8, 1],
  [6, 8, 200, 2, 6],
  [6, 8, 3, 2, 3],
] as const)(
  'threads %s, %i at once of %i agencies on %i processors: %i',
  (asked, concurrency, agencies, processors, wanted) => {
    expect(threadsFor({ threads: asked, concurrency }, agencies, processors)).toBe(wanted);
  },
);
