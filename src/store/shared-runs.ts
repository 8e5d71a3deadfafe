// What several machines must know of the run they work on: whether it is open, whether its queue is filled, who may seal it.
// Every step that must happen once is one statement of the database.
import { type Kysely, sql } from 'kysely';
import type { RunState } from './store.ts';
import type { Tables } from './tables.ts';

export interface SharedRun {
  readonly runId: string;
  readonly state: RunState;
  /** All its agencies are in the queue. */
  readonly queued: boolean;
  readonly cancelled: boolean;
  /** Names to contact at fixed addresses, as the one who began the run gave them (JSON of entries). */
  readonly hosts: string;
  /** Who runs the audit, for the user agent. */
  readonly contact: string | null;
}

export interface SharedRuns {
  /** Makes a run that was begun one for many machines. */
  share(run: { readonly runId: string; readonly hosts: string; readonly contact: string | null }): Promise<void>;
  /** The run that is under way, or being put in the queue; the oldest, should there be several. */
  current(): Promise<SharedRun | undefined>;
  /** Undefined for a run of one machine. */
  get(runId: string): Promise<SharedRun | undefined>;
  queued(runId: string, at: string): Promise<void>;
  isRecorded(runId: string, agencyId: string): Promise<boolean>;
  /** Agencies recorded so far. */
  countRecorded(runId: string): Promise<number>;
  /** Agencies with a cell of this reason. */
  withReason(runId: string, reason: string): Promise<readonly string[]>;
  /** Completes the run if `agencies` verdicts are there and it is under way; true for the one caller who did. */
  seal(runId: string, agencies: number, at: string): Promise<boolean>;
  /** Ends a run that is under way; true for the one caller who did. */
  cancel(runId: string, at: string): Promise<boolean>;
  /** A run that was cancelled or interrupted goes on; its queue has to be filled anew. */
  reopen(runId: string): Promise<void>;
}

export function sharedRunsOf(db: Kysely<Tables>): SharedRuns {
  const rows = () =>
    db
      .selectFrom('shared_run')
      .innerJoin('run', 'run.id', 'shared_run.run_id')
      .select(['run_id', 'state', 'queued_at', 'cancelled_at', 'hosts', 'contact']);
  type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];
  const sharedRunOf = (row: Row | undefined): SharedRun | undefined =>
    row === undefined
      ? undefined
      : {
          runId: row.run_id,
          state: row.state,
          queued: row.queued_at !== null,
          cancelled: row.cancelled_at !== null,
          hosts: row.hosts,
          contact: row.contact,
        };
  const recorded = async (runId: string): Promise<number> => {
    const row = await db
      .selectFrom('verdict')
      .select((e) => e.fn.countAll<number | string>().as('count'))
      .where('run_id', '=', runId)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };

  return {
    async share({ runId, hosts, contact }) {
      await db
        .insertInto('shared_run')
        .values({ run_id: runId, hosts, contact, queued_at: null, cancelled_at: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async current() {
      return sharedRunOf(await rows().where('state', '=', 'running').orderBy('started_at').limit(1).executeTakeFirst());
    },
    async get(runId) {
      return sharedRunOf(await rows().where('run_id', '=', runId).executeTakeFirst());
    },
    async queued(runId, at) {
      await db.updateTable('shared_run').set({ queued_at: at }).where('run_id', '=', runId).execute();
    },
    async isRecorded(runId, agencyId) {
      const row = await db
        .selectFrom('verdict')
        .select('agency_id')
        .where('run_id', '=', runId)
        .where('agency_id', '=', agencyId)
        .executeTakeFirst();
      return row !== undefined;
    },
    countRecorded: recorded,
    async withReason(runId, reason) {
      const found = await db
        .selectFrom('cell')
        .select('agency_id')
        .distinct()
        .where('run_id', '=', runId)
        .where('reason', '=', reason)
        .orderBy('agency_id')
        .execute();
      return found.map((row) => row.agency_id);
    },
    async seal(runId, agencies, at) {
      const { numUpdatedRows } = await db
        .updateTable('run')
        .set({ state: 'complete', finished_at: at })
        .where('id', '=', runId)
        .where('state', '=', 'running')
        .where(sql<boolean>`(select count(*) from verdict where run_id = ${runId}) >= ${agencies}`)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async cancel(runId, at) {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('run')
          .set({ state: 'interrupted', finished_at: at })
          .where('id', '=', runId)
          .where('state', '=', 'running')
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) return false;
        await tx
          .updateTable('shared_run')
          .set({ cancelled_at: at, queued_at: null })
          .where('run_id', '=', runId)
          .execute();
        return true;
      });
    },
    async reopen(runId) {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('shared_run')
          .set({ cancelled_at: null, queued_at: null })
          .where('run_id', '=', runId)
          .execute();
        await tx.updateTable('run').set({ state: 'running', finished_at: null }).where('id', '=', runId).execute();
      });
    },
  };
}
