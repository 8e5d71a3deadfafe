// kill -9 in the middle of writing, and two processes at one data folder: what was recorded is whole, the lock goes with the
// process that held it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { databaseFile, openFolderStore } from '../../src/store/open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-durable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
const options = { create: true, now: () => Date.UTC(2026, 5, 15) };

/** Takes the lock, then records agency after agency, four at a time, and tells of each that is recorded. */
const script = `
const { openFolderStore } = await import(${url('../../src/store/open-store.ts')});
const { thisHolder } = await import(${url('../../src/store/run-lock.ts')});
const { newRun, recordOf } = await import(${url('./sample-records.ts')});
const [folder, run] = process.argv.slice(1);
const store = await openFolderStore(folder, { create: true, now: Date.now });
await store.lock(thisHolder(Date.now));
const ids = Array.from({ length: 4000 }, (_, at) => 'k' + at);
await store.begin(newRun(run, run, { selection: ids }));
process.stdout.write('locked\\n');
const next = async () => {
  for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
    const { record, bodies } = recordOf(id, '01');
    for (const [hash, body] of bodies) await store.putBody(hash, Buffer.from(body.repeat(200)));
    await store.record(run, record);
    process.stdout.write(id + '\\n');
  }
};
await Promise.all([next(), next(), next(), next()]);
`;

interface Writer {
  readonly child: ChildProcess;
  /** Lines told so far. */
  readonly told: string[];
  /** Resolves when `count` lines were told. */
  reached(count: number): Promise<void>;
  ended: Promise<string>;
}

function writer(data: string, run: string): Writer {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, data, run], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: string[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  let errors = '';
  let rest = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString()}`.split('\n');
    rest = lines.pop() ?? '';
    told.push(...lines);
    for (const { count, go } of waiting) if (told.length >= count) go();
  });
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(errors)));
  return {
    child,
    told,
    ended,
    reached: (count) =>
      Promise.race([
        new Promise<void>((go) => (told.length >= count ? go() : waiting.push({ count, go }))),
        ended.then((text) => {
          if (told.length < count) throw new Error(text);
        }),
      ]),
  };
}

describe('a process killed while it writes', () => {
  it('loses nothing it had told of, leaves nothing half, and gives the lock back', async () => {
    const data = join(folder, 'killed');
    for (const [round, count] of [2, 17].entries()) {
      const run = `r${round}`;
      const { child, told, ended, reached } = writer(data, run);
      await reached(1 + count);
      const store = await openFolderStore(data, options);
      try {
        // The lock is the process's while it lives …
        await expect(store.lock({ pid: 1, host: 'x', since: '' })).rejects.toMatchObject({
          code: 'run-locked',
          message: expect.stringContaining(`process ${child.pid} on `),
        });
        child.kill('SIGKILL');
        await ended;
        // … and nobody's at once when it is dead.
        await (await store.lock({ pid: 1, host: 'x', since: '' })).release();
        const recorded = (await store.verdicts(run)).map(({ id }) => id);
        expect(new Set(recorded).size).toBe(recorded.length);
        for (const id of told.slice(1)) expect(recorded, id).toContain(id);
        for (const id of recorded) {
          expect((await store.crawl(run, id))?.pages).toHaveLength(2);
          const captures = await store.captures(run, id);
          expect(captures).toHaveLength(2);
          for (const { sha256 } of captures) expect(await store.body(sha256)).toBeDefined();
        }
        expect((await store.cells()).filter(({ runId }) => runId === run)).toHaveLength(recorded.length);
      } finally {
        child.kill('SIGKILL');
        await store.close();
      }
    }
    const db = new DatabaseSync(join(data, databaseFile));
    expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(db.prepare('pragma foreign_key_check').all()).toEqual([]);
    db.close();
  }, 60_000);
});
