// The first form of the store. Never changed once released: a change is a migration of its own.
import { type Kysely, sql } from 'kysely';

export async function first(db: Kysely<unknown>, blob: 'blob' | 'bytea'): Promise<void> {
  const bytes = sql.raw(blob);
  for (const name of ['body', 'text', 'crawl']) {
    await db.schema
      .createTable(name)
      .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
      .addColumn('codec', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('data', bytes as never, (column) => column.notNull())
      .execute();
  }
  await db.schema
    .createTable('registry')
    .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
    .addColumn('agencies', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pack')
    .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('codec', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('data', bytes as never, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('run')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('fiscal_year', 'integer', (column) => column.notNull())
    .addColumn('tool_version', 'text', (column) => column.notNull())
    .addColumn('registry_path', 'text', (column) => column.notNull())
    .addColumn('registry_sha256', 'text', (column) => column.notNull().references('registry.sha256'))
    .addColumn('selection', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('strict_section', 'integer', (column) => column.notNull())
    .addColumn('reviews', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('run_pack')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('pack_sha256', 'text', (column) => column.notNull().references('pack.sha256'))
    .addPrimaryKeyConstraint('run_pack_key', ['run_id', 'position'])
    .execute();
  await db.schema
    .createTable('verdict')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('codec', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('data', bytes as never, (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('crawl_sha256', 'text', (column) => column.references('crawl.sha256'))
    .addPrimaryKeyConstraint('verdict_key', ['run_id', 'agency_id'])
    .execute();
  await db.schema
    .createTable('cell')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('criterion_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('cell_key', ['run_id', 'agency_id', 'criterion_id'])
    .execute();
  await db.schema
    .createTable('capture')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('agency_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('final_url', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull().references('body.sha256'))
    .addColumn('fetched_at', 'text', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('capture', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('capture_key', ['run_id', 'agency_id', 'position'])
    .execute();
  await db.schema.createIndex('capture_by_url').on('capture').columns(['final_url', 'fetched_at']).execute();
  await db.schema.createIndex('capture_by_body').on('capture').columns(['sha256']).execute();
  await db.schema
    .createTable('crawl_text')
    .addColumn('crawl_sha256', 'text', (column) => column.notNull().references('crawl.sha256').onDelete('cascade'))
    .addColumn('text_sha256', 'text', (column) => column.notNull().references('text.sha256'))
    .addPrimaryKeyConstraint('crawl_text_key', ['crawl_sha256', 'text_sha256'])
    .execute();
  await db.schema.createIndex('crawl_text_by_text').on('crawl_text').columns(['text_sha256']).execute();
  await db.schema.createIndex('verdict_by_crawl').on('verdict').columns(['crawl_sha256']).execute();
  await db.schema
    .createTable('extraction')
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('text_sha256', 'text', (column) => column.notNull().references('text.sha256'))
    .addPrimaryKeyConstraint('extraction_key', ['sha256', 'version'])
    .execute();
  await db.schema.createIndex('extraction_by_text').on('extraction').columns(['text_sha256']).execute();
}
