// The store over a Kysely database: queries that SQLite and PostgreSQL understand alike. One agency is one transaction.
import type { Kysely } from 'kysely';
import type { ExtractionCache } from '../extract/extraction-cache.ts';
import type { Pack } from '../judge/pack.ts';
import { storedPack } from '../judge/stored-pack.ts';
import type { Capture } from '../model/crawl.ts';
import type { DocumentText, ExtractFailure } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, ReviewDecision } from '../model/result.ts';
import { getBlob, getBody, getCrawl, hasBlob, packCrawl, packTexts, putBlob } from './blobs.ts';
import { copyTables } from './copy-tables.ts';
import { packBytes, packJson, sha256Of, unpackJson } from './pack-bytes.ts';
import { pruneRuns } from './prune-runs.ts';
import type { LockHolder, RunLock } from './run-lock.ts';
import { shareStrings } from './share-strings.ts';
import { sharedRunsOf } from './shared-runs.ts';
import type { Store, StoredRun } from './store.ts';
import type { RunRow, Tables } from './tables.ts';
import { readUsage } from './usage.ts';

export interface SqlStoreParts {
  readonly db: Kysely<Tables>;
  readonly place: string;
  lock(holder: LockHolder): Promise<RunLock>;
  /** Bytes of the database as a whole. */
  totalBytes(): Promise<number>;
  clock(): Promise<number>;
  /**
   * Does what is of no use before an agency is recorded and need not be on disk until then, where the database can leave that for
   * later: the next recording takes it along.
   */
  relaxed?<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Gives freed space back, where the database does not do so itself. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

const verdictPortion = 200;
/** Nine values a row; every database accepts so many in one statement. */
const capturePortion = 100;

/** The database behind a store made here: copying reads another store's tables. */
const databases = new WeakMap<Store, Kysely<Tables>>();

export function createSqlStore(parts: SqlStoreParts): Store {
  const { db, place } = parts;
  const relaxed: NonNullable<SqlStoreParts['relaxed']> = parts.relaxed ?? ((work) => work(db));

  async function packOf(sha256: string): Promise<Pack> {
    const row = await db.selectFrom('pack').select(['codec', 'data']).where('sha256', '=', sha256).executeTakeFirst();
    if (row === undefined) throw new Error(`pack ${sha256} is missing from ${place}`);
    return storedPack(await unpackJson<Pack>(row));
  }

  /** In the order of the ids; a portion at a time, so that packed and parsed forms of a whole country never meet. */
  async function verdictsIn(agencyIds: readonly string[], runId: string): Promise<AgencyVerdict[]> {
    const share = shareStrings();
    const found: AgencyVerdict[] = [];
    for (let at = 0; at < agencyIds.length; at += verdictPortion) {
      const ids = agencyIds.slice(at, at + verdictPortion);
      const rows = await db
        .selectFrom('verdict')
        .select(['agency_id', 'codec', 'data'])
        .where('run_id', '=', runId)
        .where('agency_id', 'in', ids)
        .execute();
      const byAgency = new Map(rows.map((row) => [row.agency_id, row]));
      for (const id of ids) {
        const row = byAgency.get(id);
        if (row !== undefined) found.push(share(await unpackJson<AgencyVerdict>(row)));
      }
    }
    return found;
  }

  const store: Store = {
    place,
    lock: (holder) => parts.lock(holder),
    close: () => parts.close(),

    async begin(run) {
      const packs = await Promise.all(run.packs.map(async (pack) => ({ pack, packed: await packJson(pack) })));
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('registry')
          .values({ sha256: run.registry.sha256, agencies: JSON.stringify(run.registry.agencies) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        for (const { pack, packed } of packs) {
          const { sha256, name, version } = pack;
          await tx
            .insertInto('pack')
            .values({ sha256, name, version, ...packed })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        await tx
          .insertInto('run')
          .values({
            id: run.id,
            identity: run.identity,
            state: 'running',
            started_at: run.startedAt,
            finished_at: null,
            as_of: run.asOf,
            fiscal_year: run.fiscalYear,
            tool_version: run.toolVersion,
            registry_path: run.registry.path,
            registry_sha256: run.registry.sha256,
            selection: JSON.stringify(run.selection),
            settings: JSON.stringify(run.settings),
            strict_section: run.strictSection ? 1 : 0,
            reviews: JSON.stringify(run.reviews),
          })
          .execute();
        for (const [position, { pack }] of packs.entries()) {
          await tx.insertInto('run_pack').values({ run_id: run.id, position, pack_sha256: pack.sha256 }).execute();
        }
      });
    },

    async reopen(runId) {
      await db.updateTable('run').set({ state: 'running', finished_at: null }).where('id', '=', runId).execute();
    },

    async putBody(sha256, body) {
      if (await hasBlob(db, 'body', sha256)) return;
      const packed = await packBytes(body);
      await relaxed((free) => putBlob(free, 'body', sha256, packed));
    },

    async record(runId, { verdict, reported, crawl, captures, at }) {
      const packedVerdict = await packJson(verdict);
      const packedCrawl = crawl === undefined ? undefined : await packCrawl(crawl);
      const texts = packedCrawl === undefined ? new Map() : await packTexts(db, packedCrawl.texts);
      await db.transaction().execute(async (tx) => {
        if (packedCrawl !== undefined) {
          for (const [sha256, packed] of texts) await putBlob(tx, 'text', sha256, packed);
          await putBlob(tx, 'crawl', packedCrawl.sha256, packedCrawl.packed);
          for (const text of packedCrawl.texts.keys()) {
            await tx
              .insertInto('crawl_text')
              .values({ crawl_sha256: packedCrawl.sha256, text_sha256: text })
              .onConflict((conflict) => conflict.doNothing())
              .execute();
          }
        }
        await tx
          .insertInto('verdict')
          .values({
            run_id: runId,
            agency_id: verdict.id,
            ...packedVerdict,
            recorded_at: at,
            crawl_sha256: packedCrawl?.sha256 ?? null,
          })
          .execute();
        await putCells(tx, runId, [reported]);
        const rows = captures.map((capture, position) => ({
          run_id: runId,
          agency_id: verdict.id,
          position,
          final_url: capture.finalUrl,
          sha256: capture.sha256,
          fetched_at: capture.fetchedAt,
          etag: capture.headers['etag'] ?? null,
          last_modified: capture.headers['last-modified'] ?? null,
          capture: JSON.stringify(capture),
        }));
        for (let at = 0; at < rows.length; at += capturePortion) {
          await tx
            .insertInto('capture')
            .values(rows.slice(at, at + capturePortion))
            .execute();
        }
      });
    },

    async finish(runId, state, at) {
      await db.updateTable('run').set({ state, finished_at: at }).where('id', '=', runId).execute();
    },

    async setReviews(runId, reviews, reported) {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('run')
          .set({ reviews: JSON.stringify(reviews) })
          .where('id', '=', runId)
          .execute();
        await tx.deleteFrom('cell').where('run_id', '=', runId).execute();
        await putCells(tx, runId, reported);
      });
    },

    async runs() {
      const rows = await db.selectFrom('run').selectAll().orderBy('started_at').orderBy('id').execute();
      return rows.map(storedRun);
    },

    async verdicts(runId) {
      const run = await db.selectFrom('run').select('selection').where('id', '=', runId).executeTakeFirst();
      const selection = JSON.parse(run?.selection ?? '[]') as string[];
      return verdictsIn(selection, runId);
    },

    verdictsOf: (runId, agencyIds) => verdictsIn(agencyIds, runId),

    async recordedAgencies(runId) {
      const rows = await db
        .selectFrom('verdict')
        .select(['agency_id', 'recorded_at'])
        .where('run_id', '=', runId)
        .orderBy('recorded_at')
        .orderBy('agency_id')
        .execute();
      return rows.map((row) => ({ agencyId: row.agency_id, at: row.recorded_at }));
    },

    async crawl(runId, agencyId) {
      const row = await db
        .selectFrom('verdict')
        .select('crawl_sha256')
        .where('run_id', '=', runId)
        .where('agency_id', '=', agencyId)
        .executeTakeFirst();
      return row?.crawl_sha256 ? getCrawl(db, row.crawl_sha256) : undefined;
    },

    async captures(runId, agencyId) {
      const rows = await db
        .selectFrom('capture')
        .select('capture')
        .where('run_id', '=', runId)
        .where('agency_id', '=', agencyId)
        .orderBy('position')
        .execute();
      return rows.map(({ capture }) => JSON.parse(capture) as Capture);
    },

    body: (sha256) => getBody(db, sha256),

    async packs(runId) {
      const rows = await db
        .selectFrom('run_pack')
        .select('pack_sha256')
        .where('run_id', '=', runId)
        .orderBy('position')
        .execute();
      return Promise.all(rows.map((row) => packOf(row.pack_sha256)));
    },

    async registry(sha256) {
      const row = await db.selectFrom('registry').select('agencies').where('sha256', '=', sha256).executeTakeFirst();
      return JSON.parse(row?.agencies ?? '[]') as Agency[];
    },

    async lastCapture(finalUrl) {
      const row = await db
        .selectFrom('capture')
        .select(['capture', 'etag', 'last_modified'])
        .where('final_url', '=', finalUrl)
        .where((e) => e.or([e('etag', 'is not', null), e('last_modified', 'is not', null)]))
        .orderBy('fetched_at', 'desc')
        .orderBy('run_id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        capture: JSON.parse(row.capture) as Capture,
        ...(row.etag === null ? {} : { etag: row.etag }),
        ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
      };
    },

    async cells({ runId, agencyId } = {}) {
      let query = db.selectFrom('cell').selectAll();
      if (runId !== undefined) query = query.where('run_id', '=', runId);
      if (agencyId !== undefined) query = query.where('agency_id', '=', agencyId);
      const rows = await query.orderBy('run_id').orderBy('agency_id').orderBy('criterion_id').execute();
      return rows.map((row) => ({
        runId: row.run_id,
        agencyId: row.agency_id,
        criterionId: row.criterion_id,
        kind: row.kind,
        level: row.level,
        verdict: row.verdict,
        reason: row.reason,
      }));
    },

    extractions: extractionsOf(db, relaxed),
    shared: sharedRunsOf(db),
    clock: () => parts.clock(),
    usage: async () => readUsage(db, await parts.totalBytes()),
    async prune(keep) {
      const outcome = await pruneRuns(db, keep);
      if (outcome.bodies > 0) await parts.compact();
      return outcome;
    },
    async copyFrom(source, onTable) {
      const from = databases.get(source);
      if (from === undefined) throw new Error('only a store opened by this program can be copied');
      await copyTables(from, db, place, onTable);
    },
  };
  databases.set(store, db);
  return store;
}

function extractionsOf(db: Kysely<Tables>, relaxed: NonNullable<SqlStoreParts['relaxed']>): ExtractionCache {
  return {
    async get(sha256, version) {
      const row = await db
        .selectFrom('extraction')
        .select('text_sha256')
        .where('sha256', '=', sha256)
        .where('version', '=', version)
        .executeTakeFirst();
      const packed = row === undefined ? undefined : await getBlob(db, 'text', row.text_sha256);
      return packed === undefined ? undefined : unpackJson<DocumentText | ExtractFailure>(packed);
    },
    async put(sha256, version, result) {
      const json = JSON.stringify(result);
      const text = sha256Of(json);
      const packed = (await hasBlob(db, 'text', text)) ? undefined : await packBytes(Buffer.from(json));
      await relaxed(async (free) => {
        if (packed !== undefined) await putBlob(free, 'text', text, packed);
        await free
          .insertInto('extraction')
          .values({ sha256, version, text_sha256: text })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
    },
  };
}

async function putCells(db: Kysely<Tables>, runId: string, reported: readonly AgencyVerdict[]): Promise<void> {
  for (const { id, kind, criteria } of reported) {
    if (criteria.length === 0) continue;
    await db
      .insertInto('cell')
      .values(
        criteria.map((cell) => ({
          run_id: runId,
          agency_id: id,
          criterion_id: cell.id,
          kind,
          level: cell.level,
          verdict: cell.verdict,
          reason: cell.reason,
        })),
      )
      .execute();
  }
}

function storedRun(row: RunRow): StoredRun {
  return {
    id: row.id,
    identity: row.identity,
    state: row.state,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    asOf: row.as_of,
    fiscalYear: row.fiscal_year,
    toolVersion: row.tool_version,
    registry: { path: row.registry_path, sha256: row.registry_sha256 },
    selection: JSON.parse(row.selection) as string[],
    settings: JSON.parse(row.settings) as Record<string, unknown>,
    strictSection: row.strict_section !== 0,
    reviews: JSON.parse(row.reviews) as ReviewDecision[],
  };
}
