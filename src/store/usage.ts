// What the store takes up, run by run. Reads only.
import { type Kysely, sql } from 'kysely';
import type { StoreUsage } from './store.ts';
import type { Tables } from './tables.ts';

export async function readUsage(db: Kysely<Tables>, totalBytes: number): Promise<StoreUsage> {
  const total = async (table: 'body' | 'text') => {
    const row = await db
      .selectFrom(table)
      .select((e) => [
        e.fn.countAll<number | string>().as('count'),
        e.fn.coalesce(e.fn.sum<number | string>('bytes'), e.val(0)).as('bytes'),
        e.fn.coalesce(e.fn.sum<number | string>(e.fn('length', ['data'])), e.val(0)).as('stored'),
      ])
      .executeTakeFirstOrThrow();
    return { count: Number(row.count), bytes: Number(row.bytes), stored: Number(row.stored) };
  };
  const runs = await db.selectFrom('run').select('id').orderBy('started_at').orderBy('id').execute();
  const captures = await db
    .selectFrom('capture')
    .select((e) => ['run_id', e.fn.countAll<number | string>().as('count')])
    .groupBy('run_id')
    .execute();
  const verdicts = await db
    .selectFrom('verdict')
    .select((e) => [
      'run_id',
      e.fn.countAll<number | string>().as('count'),
      e.fn.count<number | string>('crawl_sha256').as('crawls'),
    ])
    .groupBy('run_id')
    .execute();
  // A body counts for the first run that saw it: ids of runs begin with their time.
  const bodies = await db
    .selectFrom((e) =>
      e
        .selectFrom('capture')
        .innerJoin('run', 'run.id', 'capture.run_id')
        .select((f) => ['capture.sha256', f.fn.min(sql<string>`run.started_at || ' ' || run.id`).as('first')])
        .groupBy('capture.sha256')
        .as('seen'),
    )
    .innerJoin('body', 'body.sha256', 'seen.sha256')
    .select((e) => ['seen.first', e.fn.sum<number | string>(e.fn('length', ['body.data'])).as('stored')])
    .groupBy('seen.first')
    .execute();
  const stored = new Map(bodies.map((row) => [row.first.slice(row.first.indexOf(' ') + 1), Number(row.stored)]));
  const usage = runs.map(({ id }): StoreUsage['runs'][number] => {
    const judged = verdicts.find((row) => row.run_id === id);
    return {
      runId: id,
      agencies: Number(judged?.count ?? 0),
      captures: Number(captures.find((row) => row.run_id === id)?.count ?? 0),
      newBodyBytes: stored.get(id) ?? 0,
      replayable: Number(judged?.crawls ?? 0) > 0,
    };
  });
  return { runs: usage, bodies: await total('body'), texts: await total('text'), totalBytes };
}
