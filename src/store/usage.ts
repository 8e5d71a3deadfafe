// What the store takes up, run by run. Reads only.
import type { Kysely } from 'kysely';
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
  const sizes = await db
    .selectFrom('body')
    .select((e) => ['sha256', e.fn<number>('length', ['data']).as('stored')])
    .execute();
  const stored = new Map(sizes.map((row) => [row.sha256, Number(row.stored)]));
  const runs = await db.selectFrom('run').select('id').orderBy('started_at').orderBy('id').execute();
  const seen = new Set<string>();
  const usage: StoreUsage['runs'][number][] = [];
  for (const { id } of runs) {
    const captures = await db.selectFrom('capture').select('sha256').where('run_id', '=', id).execute();
    const verdicts = await db.selectFrom('verdict').select('crawl_sha256').where('run_id', '=', id).execute();
    let newBodyBytes = 0;
    for (const { sha256 } of captures) {
      if (!seen.has(sha256)) newBodyBytes += stored.get(sha256) ?? 0;
      seen.add(sha256);
    }
    usage.push({
      runId: id,
      agencies: verdicts.length,
      captures: captures.length,
      newBodyBytes,
      replayable: verdicts.some(({ crawl_sha256 }) => crawl_sha256 !== null),
    });
  }
  return { runs: usage, bodies: await total('body'), texts: await total('text'), totalBytes };
}
