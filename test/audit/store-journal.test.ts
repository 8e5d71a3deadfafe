// A run that was cut off goes on from the store to the same result; what cannot be kept ends it and loses nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type RunAuditOptions, runAudit } from '../../src/audit/run-audit.ts';
import { openStoreJournal, type StoreJournalOptions, unfinishedRun } from '../../src/audit/store-journal.ts';
import { findRun, loadRun } from '../../src/audit/stored-run.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { openFolderStore } from '../../src/store/open-store.ts';
import { agency, epoch, fakeExtractor, fakeSite } from '../crawl/fake-site.ts';
import { fakeJudge, fakePack } from './fake-judge.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-journal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const agencies = Array.from({ length: 6 }, (_, at) => agency(`http://a${at}.go.th/`, { id: `a${at}` }));
const registry = { path: 'r.csv', sha256: 'a'.repeat(64), agencies };
const noise = Array.from({ length: 30_000 }, (_, at) => ((at * 2654435761) >>> 7).toString(36)).join(' ');
const pages = Object.fromEntries(
  agencies.map(({ url }, at) => [url, `${at % 2 ? '<p>โครงการพัฒนา</p>' : '<p>ว่าง</p>'}<i>${at} ${noise}</i>`]),
);
const now = () => epoch;
const open = (name: string, maxPages?: number) =>
  openFolderStore(join(root, name), { create: true, now, ...(maxPages === undefined ? {} : { maxPages }) });

interface Attempt {
  readonly name: string;
  readonly resume: boolean;
  /** Stop after this many agencies were recorded. */
  readonly stopAfter?: number;
  readonly maxPages?: number;
  readonly rest?: Partial<StoreJournalOptions>;
}

/** One attempt at the run, in a process of its own as it were. */
async function attempt({ name, resume, stopAfter, maxPages, rest }: Attempt) {
  const store = await open(name, maxPages);
  const abort = new AbortController();
  const judged: string[] = [];
  let failures = 0;
  try {
    const journal = await openStoreJournal({
      store,
      registry,
      agencies,
      packs: [fakePack],
      asOf: '2026-06-15',
      strictSection: false,
      version: '0',
      settings: {},
      reviews: [],
      resume,
      now,
      onFailure: () => {
        failures += 1;
        abort.abort();
      },
      ...rest,
    });
    const counting = {
      ...journal,
      record: async (verdict: Parameters<typeof journal.record>[0]) => {
        await journal.record(verdict);
        judged.push(verdict.id);
        if (judged.length === stopAfter) abort.abort();
      },
    };
    const { onStart, onCapture, onCrawl } = journal;
    const options: RunAuditOptions = {
      registry,
      packs: [fakePack],
      asOf: '2026-06-15',
      settings: {},
      version: '0',
      concurrency: 1,
      deps: {
        fetcher: fakeSite(pages).fetcher,
        extractor: fakeExtractor,
        now,
        judge: fakeJudge,
        onStart,
        onCapture,
        onCrawl,
      },
      signal: abort.signal,
      journal: counting,
    };
    let run: AuditRun | undefined;
    let error: unknown;
    try {
      run = await runAudit(options);
      await journal.close(run.run.complete, run.run.finishedAt);
    } catch (cause) {
      error = cause;
    }
    return { run, error, judged, failures, resumed: journal.resumed };
  } finally {
    await store.close();
  }
}

describe('a run in the store', () => {
  it('goes on from wherever it was cut off, to the same result, judging nothing twice', async () => {
    const { run: whole } = await attempt({ name: 'whole', resume: false });
    for (const stopAfter of [1, 3, 5]) {
      const name = `cut-${stopAfter}`;
      const first = await attempt({ name, resume: false, stopAfter });
      expect(first.run?.run.complete).toBe(false);
      const second = await attempt({ name, resume: true });
      expect(second.resumed).toBe(stopAfter);
      expect([...first.judged, ...second.judged].sort()).toEqual(agencies.map(({ id }) => id));
      expect(JSON.stringify(second.run)).toBe(JSON.stringify(whole));
      const store = await open(name);
      expect(await store.runs()).toHaveLength(1);
      expect(JSON.stringify(await loadRun(store, await findRun(store, undefined)))).toBe(JSON.stringify(whole));
      expect(await unfinishedRun(store)).toBeUndefined();
      await store.close();
    }
  });

  it('starts anew without resume, and when nothing is unfinished', async () => {
    const name = 'anew';
    await attempt({ name, resume: false, stopAfter: 2 });
    expect((await attempt({ name, resume: false })).judged).toHaveLength(agencies.length);
    expect((await attempt({ name, resume: true })).resumed).toBe(0);
    const store = await open(name);
    const runs = await store.runs();
    expect(runs.map(({ state }) => state)).toEqual(['interrupted', 'complete', 'complete']);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(3);
    await store.close();
  });

  it('is not mixed with one of another date, version, pack or selection', async () => {
    const name = 'mixed';
    await attempt({ name, resume: false, stopAfter: 2 });
    const others: Partial<StoreJournalOptions>[] = [
      { asOf: '2026-07-01' },
      { version: '1' },
      { packs: [{ ...fakePack, sha256: 'b'.repeat(64) }] },
      { agencies: agencies.slice(1) },
      { strictSection: true },
    ];
    for (const rest of others) {
      await expect(attempt({ name, resume: true, rest })).rejects.toMatchObject({ code: 'resume-mismatch' });
    }
  });

  it('ends when the disk is full, says so as unfinished, and goes on when there is room', async () => {
    const name = 'full';
    // The empty tables take some 40 pages; each agency's page some 30 more.
    const first = await attempt({ name, resume: false, maxPages: 140 });
    expect(first.error).toMatchObject({ code: 'store-full', status: 3 });
    expect(first.failures).toBe(1);
    expect(first.judged.length).toBeGreaterThan(0);
    expect(first.judged.length).toBeLessThan(agencies.length);
    const second = await attempt({ name, resume: true });
    expect(second.resumed).toBe(first.judged.length);
    expect(second.run?.agencies.map(({ id }) => id)).toEqual(agencies.map(({ id }) => id));
  });
});

describe('a run by name', () => {
  it('is found by its id, its beginning, latest, previous; else told apart', async () => {
    const store = await open('anew');
    const runs = await store.runs();
    expect(await findRun(store, undefined)).toEqual(runs[2]);
    expect(await findRun(store, 'previous')).toEqual(runs[1]);
    expect(await findRun(store, '-2')).toEqual(runs[0]);
    expect(await findRun(store, runs[0]!.id)).toEqual(runs[0]);
    for (const name of ['2026', 'nonsense', '-3']) {
      await expect(findRun(store, name), name).rejects.toMatchObject({ code: 'run-unknown' });
    }
    await store.close();
  });
});
