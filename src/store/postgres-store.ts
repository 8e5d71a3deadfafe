// The store in a PostgreSQL database. Loads `pg` only here: most installations never need it.
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import { UserError } from '../errors.ts';
import { migrate, refuseNewer, versionOf } from './migrate.ts';
import { type LockHolder, lockedError, type RunLock } from './run-lock.ts';
import { createSqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Names the lock of a run among advisory locks of the server. */
const lockKey = [726172, 2] as const;

export async function openPostgresStore(url: string, { now }: { readonly now: () => number }): Promise<Store> {
  const place = withoutPassword(url);
  const pg = await loadPg();
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  // A connection that dies while idle is replaced at its next use.
  pool.on('error', () => undefined);
  // One that dies while it is lent out, between two statements, fails the next of them; unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    refuseNewer(await versionOf(db), place);
    await migrate(db, 'postgres', place, now);
  } catch (error) {
    await db.destroy();
    if (error instanceof UserError) throw error;
    throw new UserError('store-unreachable', `The database ${place} cannot be used: ${(error as Error).message}`, {
      hint: 'Check the address, user and password of --store, and that the server runs.',
      cause: error,
      th: {
        message: `ใช้ฐานข้อมูล ${place} ไม่ได้: ${(error as Error).message}`,
        hint: 'ตรวจที่อยู่ ชื่อผู้ใช้ และรหัสผ่านของ --store และตรวจว่าเซิร์ฟเวอร์ทำงานอยู่',
      },
    });
  }
  return createSqlStore({
    db,
    place,
    lock: (holder) => lockDatabase(pool, place, holder),
    totalBytes: async () => {
      const { rows } = await sql<{
        bytes: string;
      }>`select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = current_schema()`.execute(
        db,
      );
      return Number(rows[0]?.bytes ?? 0);
    },
    clock: async () => {
      const { rows } = await sql<{ ms: string }>`select extract(epoch from clock_timestamp()) * 1000 as ms`.execute(db);
      return Math.round(Number(rows[0]?.ms));
    },
    // The server's autovacuum does it.
    compact: async () => undefined,
    close: () => db.destroy(),
  });
}

/** A session's lock: it goes when the connection goes. The holder's name stands in the connection's application name. */
async function lockDatabase(pool: Pool, place: string, holder: LockHolder): Promise<RunLock> {
  const client = await pool.connect();
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [...lockKey]);
  if (rows[0]?.got !== true) {
    const found = await client.query<{ name: string; since: Date }>(
      `select a.application_name as name, a.backend_start as since from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.granted
         and l.database = (select oid from pg_database where datname = current_database())`,
      [...lockKey],
    );
    client.release();
    const row = found.rows[0];
    const [, pid, host] = /^planaudit (\d+) (.*)$/.exec(row?.name ?? '') ?? [];
    throw lockedError(
      place,
      row === undefined || pid === undefined
        ? undefined
        : { pid: Number(pid), host: host ?? '', since: row.since.toISOString() },
    );
  }
  await client.query("select set_config('application_name', $1, false)", [
    `planaudit ${holder.pid} ${holder.host}`.slice(0, 63),
  ]);
  return {
    release: async () => {
      try {
        await client.query('select pg_advisory_unlock($1, $2)', [...lockKey]);
      } finally {
        // Its name would stay with the connection; and should the query have failed, closing gives the lock back.
        client.release(true);
      }
    },
  };
}

async function loadPg(): Promise<typeof import('pg').default> {
  try {
    return (await import('pg')).default;
  } catch (error) {
    throw new UserError('pg-missing', 'The package pg, which --store needs, is not installed.', {
      hint: 'Install it beside planaudit: npm install pg',
      cause: error,
      th: { message: 'ยังไม่ได้ติดตั้งแพ็กเกจ pg ที่ --store ต้องใช้', hint: 'ติดตั้งด้วย npm install pg' },
    });
  }
}

function withoutPassword(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'postgres';
  parsed.password = '';
  parsed.search = '';
  return parsed.href;
}
