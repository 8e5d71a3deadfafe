// Kysely's SQLite dialect over node:sqlite: one file, WAL, safe with several readers. Faults of the file or disk become
// UserErrors here, in one place; a damaged file is never written to.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteDialect } from 'kysely';
import { UserError } from '../errors.ts';

/** Milliseconds to wait for another writer (a review beside a run) before giving up. */
const busyMs = 15_000;

export interface SqliteOptions {
  readonly path: string;
  /** Only for tests of a full disk: the largest number of pages. */
  readonly maxPages?: number;
}

export function sqliteDialect(options: SqliteOptions): SqliteDialect {
  return new SqliteDialect({
    database: async () => {
      const db = openDatabase(options);
      return {
        close: () => db.close(),
        prepare: (sql) => {
          const statement = guard(options.path, () => db.prepare(sql));
          const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => guard(options.path, () => statement.all(...values(parameters))),
            run: (parameters) => {
              // A full disk has ended the transaction already; a second fault would hide the first.
              if (sql === 'rollback' && !db.isTransaction) return { changes: 0, lastInsertRowid: 0 };
              return guard(options.path, () => statement.run(...values(parameters)));
            },
            iterate: (parameters) => statement.iterate(...values(parameters)),
          };
        },
      };
    },
  });
}

function openDatabase({ path, maxPages }: SqliteOptions): DatabaseSync {
  return guard(path, () => {
    const db = new DatabaseSync(path, { timeout: busyMs, enableForeignKeyConstraints: true });
    try {
      db.exec('pragma journal_mode = wal');
      // A recorded agency must survive a power cut, not only a killed process.
      db.exec('pragma synchronous = full');
      if (maxPages !== undefined) db.exec(`pragma max_page_count = ${maxPages}`);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** SQLite's primary result codes that a user can do something about. */
const faults: Readonly<
  Record<number, readonly [code: string, en: string, hintEn: string, th: string, hintTh: string]>
> = {
  5: [
    'store-busy',
    'is in use by another program',
    'Wait until it has finished, then try again.',
    'มีโปรแกรมอื่นใช้อยู่',
    'รอให้โปรแกรมนั้นทำงานเสร็จแล้วลองใหม่',
  ],
  8: [
    'store-readonly',
    'may not be written to',
    'Check the permissions of the folder, or name another with --data.',
    'เขียนไม่ได้',
    'ตรวจสิทธิ์ของโฟลเดอร์ หรือระบุโฟลเดอร์อื่นด้วย --data',
  ],
  10: [
    'store-io',
    'cannot be read or written (disk error)',
    'Check the disk. What was judged so far is kept; go on with --resume.',
    'อ่านหรือเขียนไม่ได้ (ดิสก์ขัดข้อง)',
    'ตรวจดิสก์ ผลที่ตรวจแล้วยังอยู่ ทำต่อด้วย --resume',
  ],
  11: [
    'store-corrupt',
    'is damaged; nothing was written to it',
    'Put back a copy of the file (docs/data.md), or move it away and start anew.',
    'เสียหาย โปรแกรมไม่ได้เขียนทับ',
    'นำไฟล์สำรองกลับมา (docs/data.md) หรือย้ายไฟล์ออกแล้วเริ่มใหม่',
  ],
  13: [
    'store-full',
    'cannot grow: the disk is full',
    'Free some space (planaudit prune --keep 6 removes old captures), then go on with --resume: what was judged is kept.',
    'บันทึกไม่ได้เพราะดิสก์เต็ม',
    'เพิ่มพื้นที่ว่าง (planaudit prune --keep 6 ลบข้อมูลเก่า) แล้วทำต่อด้วย --resume ผลที่ตรวจแล้วยังอยู่',
  ],
  14: [
    'store-unopenable',
    'cannot be opened',
    'Check the path and its permissions, or name another folder with --data.',
    'เปิดไม่ได้',
    'ตรวจที่อยู่และสิทธิ์ หรือระบุโฟลเดอร์อื่นด้วย --data',
  ],
  26: [
    'store-corrupt',
    'is not a database of planaudit, or is damaged; nothing was written to it',
    'Put back a copy of the file (docs/data.md), or move it away and start anew.',
    'ไม่ใช่ฐานข้อมูลของ planaudit หรือเสียหาย โปรแกรมไม่ได้เขียนทับ',
    'นำไฟล์สำรองกลับมา (docs/data.md) หรือย้ายไฟล์ออกแล้วเริ่มใหม่',
  ],
};

function guard<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    const fault = errcode === undefined ? undefined : faults[errcode & 0xff];
    if (fault === undefined) throw error;
    const [code, en, hint, th, hintTh] = fault;
    throw new UserError(code, `The database ${path} ${en}.`, {
      hint,
      cause: error,
      th: { message: `ฐานข้อมูล ${path} ${th}`, hint: hintTh },
    });
  }
}
