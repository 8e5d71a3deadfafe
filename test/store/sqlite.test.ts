import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { databaseFile, openFolderStore } from '../../src/store/open-store.ts';
import { storeConformance } from './conformance.ts';
import { newRun, recordOf } from './sample-records.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const folder = () => {
  count += 1;
  return join(root, String(count));
};
const options = { create: true, now: () => Date.UTC(2026, 5, 15) };

storeConformance('SQLite', () => openFolderStore(folder(), options));

describe('a data folder', () => {
  it('that is not there is an error for commands that only read, and is not made', async () => {
    const path = folder();
    await expect(openFolderStore(path, { ...options, create: false })).rejects.toMatchObject({ code: 'store-missing' });
    expect(() => readFileSync(join(path, databaseFile))).toThrow();
  });

  it('of a newer program is refused and not written to', async () => {
    const path = folder();
    await (await openFolderStore(path, options)).close();
    const db = new DatabaseSync(join(path, databaseFile));
    db.exec("insert into schema_migration values (99, '099-future', '2027-01-01')");
    db.close();
    const before = readFileSync(join(path, databaseFile));
    await expect(openFolderStore(path, options)).rejects.toMatchObject({ code: 'store-newer' });
    expect(readFileSync(join(path, databaseFile)).equals(before)).toBe(true);
  });

  it.each([
    ['is no database', () => Buffer.from('id,name\n1,x\n'.repeat(2000))],
    [
      'is torn in the middle',
      (whole: Buffer) => Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 0x5a)]),
    ],
    ['lost its head', (whole: Buffer) => Buffer.concat([Buffer.alloc(100), whole.subarray(100)])],
  ])('whose file %s is refused with a way out, and not overwritten', async (_, damage) => {
    const path = folder();
    const store = await openFolderStore(path, options);
    await store.begin(newRun('r1', '2026-01-15T02:00:00.000Z'));
    await store.close();
    const file = join(path, databaseFile);
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    const use = async () => {
      const opened = await openFolderStore(path, options);
      try {
        await opened.runs();
      } finally {
        await opened.close();
      }
    };
    await expect(use()).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  it('on a full disk keeps what was recorded and says how to go on', async () => {
    const path = folder();
    const ids = Array.from({ length: 300 }, (_, at) => `f${at}`);
    const store = await openFolderStore(path, { ...options, maxPages: 90 });
    await store.begin(newRun('r1', '2026-01-15T02:00:00.000Z', { selection: ids }));
    const kept: string[] = [];
    const fill = async () => {
      for (const id of ids) {
        const { record, bodies } = recordOf(id, '01');
        for (const [hash, body] of bodies) await store.putBody(hash, Buffer.from(body));
        await store.record('r1', record);
        kept.push(id);
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: 'store-full' });
    await store.close();
    expect(kept.length).toBeGreaterThan(0);
    const again = await openFolderStore(path, options);
    expect((await again.verdicts('r1')).map(({ id }) => id)).toEqual(kept);
    const [next] = ids.slice(kept.length);
    const { record, bodies } = recordOf(next!, '01');
    for (const [hash, body] of bodies) await again.putBody(hash, Buffer.from(body));
    await again.record('r1', record);
    await again.close();
  });

  it('can be read while a run writes to it', async () => {
    const path = folder();
    const writer = await openFolderStore(path, options);
    const reader = await openFolderStore(path, { ...options, create: false });
    await writer.begin(newRun('r1', '2026-01-15T02:00:00.000Z'));
    expect(await reader.runs()).toHaveLength(1);
    await Promise.all([writer.close(), reader.close()]);
  });
});
