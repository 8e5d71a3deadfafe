// The same conformance over a real PostgreSQL, started for this file alone on a free loopback port.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openFolderStore } from '../../src/store/open-store.ts';
import { openPostgresStore } from '../../src/store/postgres-store.ts';
import { fakeTerminal } from '../commands/fake-terminal.ts';
import { storeConformance } from './conformance.ts';
import { newRun, recordOf } from './sample-records.ts';
import { startPostgres, type TestPostgres } from './start-postgres.ts';

const now = () => Date.UTC(2026, 5, 15);
const folder = mkdtempSync(join(tmpdir(), 'planaudit-postgres-'));
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

const emptyDatabase = async (): Promise<string> => (await postgres.empty()).url;

storeConformance('PostgreSQL', async () => openPostgresStore(await emptyDatabase(), { now }));

describe('a PostgreSQL store', () => {
  it('takes over a data folder', async () => {
    const source = await openFolderStore(join(folder, 'data'), { create: true, now });
    const target = await openPostgresStore(await emptyDatabase(), { now });
    try {
      await source.begin(newRun('r1', '2026-01-15T02:00:00.000Z'));
      const { record, bodies } = recordOf('a', '01');
      for (const [hash, body] of bodies) await source.putBody(hash, Buffer.from(body));
      await source.record('r1', record);
      await target.copyFrom(source);
      expect(await target.verdicts('r1')).toEqual([record.verdict]);
      expect(await target.crawl('r1', 'a')).toEqual(record.crawl);
    } finally {
      await Promise.all([source.close(), target.close()]);
    }
  });

  it('is filled and read by the command line', async () => {
    const data = join(folder, 'cli');
    const source = await openFolderStore(data, { create: true, now });
    await source.begin(newRun('r1', '2026-01-15T02:00:00.000Z'));
    await source.close();
    const url = await emptyDatabase();
    const run = async (...args: string[]) => {
      const terminal = fakeTerminal();
      const code = await main([...args, '--lang', 'en'], terminal);
      return { code, out: terminal.out(), err: terminal.err() };
    };
    expect(await run('store', 'copy', data, url)).toMatchObject({
      code: 0,
      out: expect.stringContaining('copied 1 runs'),
    });
    expect(await run('store', 'copy', data, url)).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds runs already'),
    });
    const history = await run('history', '--store', url);
    expect(history).toMatchObject({ code: 0, out: expect.stringContaining('r1') });
    expect(history.out + history.err).not.toContain('secret');
    expect(await run('store', 'copy', join(folder, 'nowhere'), url)).toMatchObject({ code: 2 });
  });

  it('of a newer program is refused', async () => {
    const { url, schema } = await postgres.empty();
    await (await openPostgresStore(url, { now })).close();
    await postgres.client.query(`insert into ${schema}.schema_migration values (99, '099-future', '2027-01-01')`);
    await expect(openPostgresStore(url, { now })).rejects.toMatchObject({ code: 'store-newer' });
  });

  it('started twice at once on an empty database is made once', async () => {
    const url = await emptyDatabase();
    const stores = await Promise.all([openPostgresStore(url, { now }), openPostgresStore(url, { now })]);
    expect(await stores[0].runs()).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that cannot be reached is named without its password', async () => {
    const failure = openPostgresStore('postgres://u:geheim@127.0.0.1:1/x', { now });
    await expect(failure).rejects.toMatchObject({ code: 'store-unreachable' });
    await expect(failure).rejects.toThrow(/u@127\.0\.0\.1:1\/x/);
    await expect(failure).rejects.not.toThrow(/geheim/);
  });
});
