// Opens the store of a data folder (SQLite) or of a server (PostgreSQL), in the form this program knows. Close it.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { UserError } from '../errors.ts';
import { migrate, refuseNewer, versionOf } from './migrate.ts';
import { lockFolder } from './run-lock.ts';
import { createSqlStore } from './sql-store.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The one file of a data folder that matters. */
export const databaseFile = 'planaudit.sqlite';

export interface OpenOptions {
  /** False: a store that is not there is the user's mistake (reading commands). */
  readonly create: boolean;
  readonly now: () => number;
  /** For tests of a full disk. */
  readonly maxPages?: number;
}

/** @throws UserError `store-missing`, `store-newer`, `store-corrupt` … */
export async function openFolderStore(folder: string, { create, now, maxPages }: OpenOptions): Promise<Store> {
  const path = join(folder, databaseFile);
  if (!existsSync(path)) {
    if (!create) throw missing(folder);
    makeFolder(folder);
  }
  const db = new Kysely<Tables>({
    dialect: sqliteDialect({ path, ...(maxPages === undefined ? {} : { maxPages }) }),
  });
  try {
    refuseNewer(await versionOf(db), path);
    await migrate(db, 'sqlite', path, now);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createSqlStore({
    db,
    place: path,
    lock: async (holder) => lockFolder(folder, holder),
    totalBytes: async () =>
      [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0),
    clock: async () => now(),
    // Bodies come one by one; to wait for the disk at each would hold up every other agency. Nobody else has the connection meanwhile.
    relaxed: (work) =>
      db.connection().execute(async (free) => {
        await sql`pragma synchronous = normal`.execute(free);
        try {
          return await work(free);
        } finally {
          await sql`pragma synchronous = full`.execute(free);
        }
      }),
    compact: async () => {
      await sql`vacuum`.execute(db);
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    close: () => db.destroy(),
  });
}

function missing(folder: string): UserError {
  return new UserError('store-missing', `Nothing is stored in ${folder}.`, {
    hint: 'planaudit audit keeps its runs in the folder of --data (default: planaudit-data).',
    th: {
      message: `ยังไม่มีข้อมูลใน ${folder}`,
      hint: 'planaudit audit เก็บผลไว้ในโฟลเดอร์ของ --data (ค่าเริ่มต้น planaudit-data)',
    },
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError('data-folder', `The data folder ${folder} cannot be made: ${(error as Error).message}`, {
      hint: 'Name another folder with --data.',
      cause: error,
      th: { message: `สร้างโฟลเดอร์ข้อมูล ${folder} ไม่ได้`, hint: 'ระบุโฟลเดอร์อื่นด้วย --data' },
    });
  }
}

/** By the settings: `store` (a URL) stands before `data` (a folder). */
export async function openStore(
  where: { readonly data: string; readonly store: string | null },
  options: OpenOptions,
): Promise<Store> {
  if (where.store === null) return openFolderStore(where.data, options);
  const { openPostgresStore } = await import('./postgres-store.ts');
  return openPostgresStore(where.store, options);
}
