// Runs that several machines work on. Never changed once released.
import type { Kysely } from 'kysely';

export async function sharedRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shared_run')
    .addColumn('run_id', 'text', (column) => column.primaryKey().notNull().references('run.id').onDelete('cascade'))
    .addColumn('hosts', 'text', (column) => column.notNull())
    .addColumn('contact', 'text')
    .addColumn('queued_at', 'text')
    .addColumn('cancelled_at', 'text')
    .execute();
}
