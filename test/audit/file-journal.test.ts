import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { journalDate, openFileJournal, runKey } from '../../src/audit/file-journal.ts';
import { type RunAuditOptions, runAudit } from '../../src/audit/run-audit.ts';
import { UserError } from '../../src/errors.ts';
import { agency, epoch, fakeExtractor, fakeSite } from '../crawl/fake-site.ts';
import { fakeJudge, fakePack } from './fake-judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const agencies = Array.from({ length: 6 }, (_, at) => agency(`http://a${at}.go.th/`, { id: `a${at}` }));
const registry = { path: 'r.csv', sha256: 'a'.repeat(64), agencies };
const fresh = { runId: 'run-1', startedAt: new Date(epoch).toISOString(), asOf: '2026-06-15' };
const identity = { registry, agencies, packs: [fakePack], asOf: '2026-06-15', strictSection: false, version: '0' };
const key = runKey(identity);
const pages = Object.fromEntries(agencies.map(({ url }, at) => [url, at % 2 ? '<p>โครงการพัฒนา</p>' : '<p>ว่าง</p>']));

const options = (rest: Partial<RunAuditOptions>): RunAuditOptions => ({
  registry,
  packs: [fakePack],
  asOf: '2026-06-15',
  settings: {},
  version: '0',
  concurrency: 2,
  deps: { fetcher: fakeSite(pages).fetcher, extractor: fakeExtractor, now: () => epoch, judge: fakeJudge },
  ...rest,
});

describe('file journal', () => {
  it('goes on from any byte at which a kill may have cut it off', async () => {
    const whole = join(folder, 'whole.jsonl');
    const journal = openFileJournal(whole, key, fresh, false);
    const reference = JSON.stringify(await runAudit(options({ journal })));
    journal.close(false);
    const bytes = readFileSync(whole);
    // Every line's edges, and places in between.
    const cuts = new Set([0, 1, bytes.length]);
    for (let at = 0; at < bytes.length; at += 1)
      if (bytes[at] === 0x0a) for (const near of [-1, 0, 1]) cuts.add(at + near);
    for (let at = 17; at < bytes.length; at += 211) cuts.add(at);
    for (const cut of cuts) {
      const path = join(folder, 'cut.jsonl');
      writeFileSync(path, bytes);
      truncateSync(path, cut);
      const again = openFileJournal(path, key, fresh, true);
      const judged: string[] = [];
      const counting = {
        ...again,
        record: (verdict: Parameters<typeof again.record>[0]) => {
          judged.push(verdict.id);
          return again.record(verdict);
        },
      };
      expect(JSON.stringify(await runAudit(options({ journal: counting })))).toBe(reference);
      expect(judged.length).toBe(agencies.length - again.resumed);
      again.close(false);
      expect(openFileJournal(path, key, fresh, true).resumed).toBe(agencies.length);
    }
  });

  it('starts anew without resume, writes nothing before the first verdict, and goes away when the run is done', async () => {
    const path = join(folder, 'new', 'anew.jsonl');
    const first = openFileJournal(path, key, fresh, false);
    expect(existsSync(path)).toBe(false);
    await runAudit(options({ journal: first }));
    first.close(false);
    expect(existsSync(path)).toBe(true);
    expect(journalDate(path)).toBe('2026-06-15');
    const journal = openFileJournal(path, 'other', { ...fresh, runId: 'run-2' }, false);
    expect(journal).toMatchObject({ runId: 'run-2', resumed: 0 });
    journal.close(true);
    expect(existsSync(join(folder, 'new'))).toBe(false);
    expect(openFileJournal(path, key, fresh, true).resumed).toBe(0);
    expect(journalDate(path)).toBeUndefined();
  });

  it('refuses to mix runs, and a file that is no journal', async () => {
    const path = join(folder, 'mixed.jsonl');
    const first = openFileJournal(path, key, fresh, false);
    await runAudit(options({ journal: first }));
    first.close(false);
    expect(() => openFileJournal(path, runKey({ ...identity, asOf: '2026-07-01' }), fresh, true)).toThrow(UserError);
    appendFileSync(path, '{"id":"a0"}\n');
    expect(() => openFileJournal(path, key, fresh, true)).toThrow(/not a journal/);
  });
});
