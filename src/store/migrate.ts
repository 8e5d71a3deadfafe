// Brings a database to the form this program knows, forward only. A database of a newer program is refused, never written to.
import { type Kysely, sql } from 'kysely';
import { UserError } from '../errors.ts';
import { first } from './migrations/001-first.ts';
import { sharedRuns } from './migrations/002-shared-runs.ts';
import type { Tables } from './tables.ts';

interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<unknown>, blob: 'blob' | 'bytea') => Promise<void>;
}

/** In order; version N is the Nth. Released ones are never changed. */
const migrations: readonly Migration[] = [
  { name: '001-first', up: first },
  { name: '002-shared-runs', up: sharedRuns },
];

/** Version of the tables that this program reads and writes. */
export const schemaVersion = migrations.length;

/** Version of the database, 0 when empty. Reads only. */
export async function versionOf(db: Kysely<Tables>): Promise<number> {
  const known = await ownTables(db);
  if (!known.some(({ name }) => name === 'schema_migration')) {
    const strange = known.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
    if (strange.includes('run') || strange.includes('body')) {
      throw new UserError('store-foreign', 'The database holds tables of another program.', {
        hint: 'Name another folder with --data, or another database with --store.',
        th: { message: 'ฐานข้อมูลนี้เป็นของโปรแกรมอื่น', hint: 'ระบุโฟลเดอร์อื่นด้วย --data หรือฐานข้อมูลอื่นด้วย --store' },
      });
    }
    return 0;
  }
  const row = await db
    .selectFrom('schema_migration')
    .select((e) => e.fn.max<number | null>('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Tables of the file, or of the connection's schema on a server. */
async function ownTables(db: Kysely<Tables>): Promise<readonly { readonly name: string }[]> {
  const all = await db.introspection.getTables();
  if (all.every(({ schema }) => schema === undefined)) return all;
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  return all.filter(({ schema }) => schema === rows[0]?.name);
}

/** Throws UserError `store-newer` when the database was made by a newer program. `place` names it for the message. */
export function refuseNewer(version: number, place: string): void {
  if (version <= schemaVersion) return;
  throw new UserError(
    'store-newer',
    `${place} was made by a newer planaudit (its form is ${version}, this program knows ${schemaVersion}).`,
    {
      hint: 'Update planaudit. Nothing was changed.',
      th: {
        message: `${place} สร้างด้วยโปรแกรมรุ่นใหม่กว่า (รูปแบบ ${version} โปรแกรมนี้รู้จักถึง ${schemaVersion})`,
        hint: 'ปรับโปรแกรมเป็นรุ่นใหม่ ข้อมูลยังไม่ถูกแก้ไข',
      },
    },
  );
}

/** Applies what is missing, each migration whole or not at all. */
export async function migrate(
  db: Kysely<Tables>,
  dialect: 'sqlite' | 'postgres',
  place: string,
  now: () => number,
): Promise<void> {
  if ((await versionOf(db)) === schemaVersion) return;
  await db.transaction().execute(async (transaction) => {
    // Two programs may start on an empty server at once.
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(726172, 1)`.execute(transaction);
    const version = await versionOf(transaction);
    refuseNewer(version, place);
    if (version === 0) {
      await transaction.schema
        .createTable('schema_migration')
        .addColumn('version', 'integer', (column) => column.primaryKey().notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('applied_at', 'text', (column) => column.notNull())
        .execute();
    }
    for (const [index, { name, up }] of migrations.entries()) {
      if (index < version) continue;
      await up(transaction as unknown as Kysely<unknown>, dialect === 'sqlite' ? 'blob' : 'bytea');
      await transaction
        .insertInto('schema_migration')
        .values({ version: index + 1, name, applied_at: new Date(now()).toISOString() })
        .execute();
    }
  });
}
