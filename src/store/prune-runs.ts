// Removes what old runs were judged on – crawls, captures, bodies, texts – and keeps what was judged.
import type { Kysely } from 'kysely';
import type { PruneOutcome } from './store.ts';
import type { Tables } from './tables.ts';

/** All but the newest `keep` runs lose their captures. One transaction: a kill leaves everything or nothing removed. */
export async function pruneRuns(db: Kysely<Tables>, keep: number): Promise<PruneOutcome> {
  return db.transaction().execute(async (tx) => {
    const runs = await tx.selectFrom('run').select('id').orderBy('started_at', 'desc').orderBy('id', 'desc').execute();
    const old = runs.slice(keep).map(({ id }) => id);
    const pruned: string[] = [];
    for (const id of old) {
      const { numUpdatedRows } = await tx
        .updateTable('verdict')
        .set({ crawl_sha256: null })
        .where('run_id', '=', id)
        .where('crawl_sha256', 'is not', null)
        .executeTakeFirstOrThrow();
      const { numDeletedRows } = await tx.deleteFrom('capture').where('run_id', '=', id).executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n || numDeletedRows > 0n) pruned.push(id);
    }
    const bytes = async (table: 'body' | 'text' | 'crawl'): Promise<number> => {
      const row = await tx
        .selectFrom(table)
        .select((e) => e.fn.coalesce(e.fn.sum<number | string>(e.fn('length', ['data'])), e.val(0)).as('bytes'))
        .executeTakeFirstOrThrow();
      return Number(row.bytes);
    };
    const before = (await bytes('body')) + (await bytes('text')) + (await bytes('crawl'));
    const { numDeletedRows: bodies } = await tx
      .deleteFrom('body')
      .where((e) =>
        e.not(e.exists(e.selectFrom('capture').select('run_id').whereRef('capture.sha256', '=', 'body.sha256'))),
      )
      .executeTakeFirstOrThrow();
    await tx
      .deleteFrom('crawl')
      .where((e) =>
        e.not(e.exists(e.selectFrom('verdict').select('run_id').whereRef('verdict.crawl_sha256', '=', 'crawl.sha256'))),
      )
      .execute();
    // A text read once need not be read again as long as its document is still there.
    await tx
      .deleteFrom('extraction')
      .where((e) =>
        e.not(e.exists(e.selectFrom('body').select('body.sha256').whereRef('body.sha256', '=', 'extraction.sha256'))),
      )
      .execute();
    await tx
      .deleteFrom('text')
      .where((e) =>
        e.not(
          e.exists(
            e.selectFrom('crawl_text').select('crawl_sha256').whereRef('crawl_text.text_sha256', '=', 'text.sha256'),
          ),
        ),
      )
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('extraction')
              .select('extraction.sha256')
              .whereRef('extraction.text_sha256', '=', 'text.sha256'),
          ),
        ),
      )
      .execute();
    const after = (await bytes('body')) + (await bytes('text')) + (await bytes('crawl'));
    return { runs: pruned, bodies: Number(bodies), bytes: before - after };
  });
}
