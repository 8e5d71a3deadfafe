// Copies a store into an empty one, table by table, whole or not at all (SQLite to PostgreSQL and back).
import type { Kysely } from 'kysely';
import { UserError } from '../errors.ts';
import { type Tables, tableNames } from './tables.ts';

/** Rows read at once; those with bodies may be a hundred megabytes each. */
const portion = { body: 4, text: 50, crawl: 20 } as const;
const otherPortion = 200;

const keys = {
  body: ['sha256'],
  text: ['sha256'],
  crawl: ['sha256'],
  registry: ['sha256'],
  pack: ['sha256'],
  run: ['id'],
  run_pack: ['run_id', 'position'],
  verdict: ['run_id', 'agency_id'],
  cell: ['run_id', 'agency_id', 'criterion_id'],
  capture: ['run_id', 'agency_id', 'position'],
  crawl_text: ['crawl_sha256', 'text_sha256'],
  extraction: ['sha256', 'version'],
} as const satisfies Record<(typeof tableNames)[number], readonly string[]>;

/** Throws UserError `store-not-empty` when the target holds runs already. */
export async function copyTables(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  place: string,
  onTable?: (table: string, rows: number) => void,
): Promise<void> {
  const there = await to.selectFrom('run').select('id').limit(1).executeTakeFirst();
  if (there !== undefined) {
    throw new UserError('store-not-empty', `${place} holds runs already; nothing was copied.`, {
      hint: 'Copy into a new folder or an empty database.',
      th: { message: `${place} มีข้อมูลอยู่แล้ว จึงไม่ได้คัดลอก`, hint: 'คัดลอกลงโฟลเดอร์ใหม่หรือฐานข้อมูลว่าง' },
    });
  }
  await to.transaction().execute(async (tx) => {
    for (const table of tableNames) {
      const size = table in portion ? portion[table as keyof typeof portion] : otherPortion;
      let rows = 0;
      for (;;) {
        let query = from.selectFrom(table as 'run').selectAll();
        for (const key of keys[table]) query = query.orderBy(key as 'id');
        const some = await query.limit(size).offset(rows).execute();
        if (some.length > 0) {
          await tx
            .insertInto(table as 'run')
            .values(some)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        rows += some.length;
        if (some.length < size) break;
      }
      onTable?.(table, rows);
    }
  });
}
