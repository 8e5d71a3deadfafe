// A queue of jobs in PostgreSQL that many processes take from, by pg-boss: leases that the database's clock measures, one
// job of a group at a time, three tries, a dead letter for what used them up. Knows nothing of what a job is.
import type { Job, JobWithMetadata, PgBoss } from 'pg-boss';
import { UserError } from '../errors.ts';

/** A job to be done. */
export interface QueuedJob<Data> {
  /** UUID; a job whose id is there already is not added again. */
  readonly id: string;
  /** Of the jobs of one group, one at a time is leased out. */
  readonly group: string;
  /** Higher ones are leased out first; equal ones in the order in which they were added. */
  readonly priority: number;
  readonly data: Data;
}

/** A job that is ours for a while. */
export interface Lease<Data> {
  readonly id: string;
  readonly group: string;
  readonly data: Data;
  /** Times that it was leased out before and not ended: whoever held it is gone. */
  readonly tries: number;
  /** Seconds after which it is given to another, unless it is kept. */
  readonly seconds: number;
}

/** A job that used up its tries. */
export interface DeadLetter<Data> {
  readonly id: string;
  readonly data: Data;
  readonly reason: string;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly leased: number;
  /** Given up after their tries, not yet taken care of. */
  readonly dead: number;
}

export interface QueueOptions {
  /** Silence after which a lease ends; 10 at least. */
  readonly leaseSeconds: number;
  /** A lease ends after this many seconds even if it is kept. */
  readonly longestSeconds: number;
  /** Times that a job is leased out at most. */
  readonly tries: number;
}

/** One queue of a queue server. All calls reject when the server cannot be reached; none waits for it. */
export interface JobQueue<Data> {
  add(jobs: readonly QueuedJob<Data>[]): Promise<void>;
  take(): Promise<Lease<Data> | undefined>;
  /** Prolongs a lease; false when it is no longer ours. */
  keep(lease: Lease<Data>): Promise<boolean>;
  done(lease: Lease<Data>): Promise<void>;
  /** One of its tries is used up. */
  failed(lease: Lease<Data>, reason: string): Promise<void>;
  /** As if it had not been taken. */
  giveBack(lease: Lease<Data>): Promise<void>;
  takeDead(): Promise<DeadLetter<Data> | undefined>;
  buried(letter: DeadLetter<Data>): Promise<void>;
  counts(): Promise<QueueCounts>;
}

export interface QueueMember {
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  readonly since: Date;
}

export interface QueueServer {
  /** The queue of that name, made if it is not there. */
  create<Data>(name: string, options: QueueOptions): Promise<JobQueue<Data>>;
  /** A queue that is there. */
  open<Data>(name: string): JobQueue<Data>;
  /** With everything in it. */
  remove(name: string): Promise<void>;
  /** Processes that are connected and heard from, by the name they gave themselves. */
  members(): Promise<readonly QueueMember[]>;
  close(): Promise<void>;
}

/** What travels: the tries that a job which was given back had behind it. */
interface Payload<Data> {
  readonly job: Data;
  readonly group: string;
  readonly priority: number;
  readonly tries: number;
}

/** How often leases that ran out are looked for. Any process of any machine does it for all. */
const watchSeconds = 2;
const addedAtOnce = 1000;

/**
 * Connects to the queues in a PostgreSQL database. Their tables stand beside those of the store, in the schema
 * `planaudit_queue` (`<name>_queue` where the connection names a schema of its own).
 * @param member name under which this process shows among the members, and looks after leases that run out; without one it
 *   only looks on
 * @param onTrouble told of faults in the background, which mend themselves or show in a later call
 * @throws UserError `pg-boss-missing`
 */
export async function openQueueServer(
  url: string,
  member: string | undefined,
  onTrouble: (error: Error) => void,
): Promise<QueueServer> {
  const { PgBoss } = await loadPgBoss();
  const schema = await schemaName(url);
  const boss = new PgBoss({
    connectionString: url,
    schema,
    max: 3,
    schedule: false,
    registerInstance: member !== undefined,
    supervise: member !== undefined,
    ...(member === undefined ? {} : { instanceName: member }),
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds,
  });
  boss.on('error', onTrouble);
  await boss.start();
  return {
    async create<Data>(name: string, { leaseSeconds, longestSeconds, tries }: QueueOptions) {
      await boss.createQueue(deadName(name), { retryLimit: 1_000_000, deleteAfterSeconds: 0 });
      await boss.createQueue(name, {
        // The database itself keeps two jobs of one key from being leased out.
        policy: 'singleton',
        deadLetter: deadName(name),
        retryLimit: tries - 1,
        heartbeatSeconds: Math.max(10, leaseSeconds),
        expireInSeconds: longestSeconds,
        // A national run may take weeks.
        retentionSeconds: 90 * 24 * 3600,
      });
      return queueOf<Data>(boss, schema, name, tries);
    },
    open: <Data>(name: string) => queueOf<Data>(boss, schema, name),
    async remove(name) {
      await boss.deleteQueue(name);
      await boss.deleteQueue(deadName(name));
    },
    async members() {
      const all = await boss.getInstances();
      return all
        .filter(({ live }) => live)
        .map(({ name, host, pid, startedOn }) => ({ name: name ?? '', host, pid, since: startedOn }));
    },
    close: () => boss.stop({ graceful: false }),
  };
}

const deadName = (name: string): string => `${name}.dead`;

function queueOf<Data>(boss: PgBoss, schema: string, name: string, limit = 3): JobQueue<Data> {
  /** As pg-boss knows a lease: the job and which of its tries this is. */
  const attempts = new WeakMap<Lease<Data>, Job<Payload<Data>>>();
  const attemptOf = (lease: Lease<Data>): Job<Payload<Data>> => {
    const attempt = attempts.get(lease);
    if (attempt === undefined) throw new Error(`job ${lease.id} was not taken from ${name}`);
    return attempt;
  };
  const insertOf = ({ id, group, priority, data }: QueuedJob<Data>, tries = 0) => {
    const payload: Payload<Data> = { job: data, group, priority, tries };
    return { id, priority, singletonKey: group, data: payload };
  };

  return {
    async add(jobs) {
      for (let at = 0; at < jobs.length; at += addedAtOnce) {
        await boss.insert(
          name,
          jobs.slice(at, at + addedAtOnce).map((job) => insertOf(job)),
        );
      }
    },

    async take() {
      const [job] = await boss.fetch<Payload<Data>>(name);
      if (job === undefined) return undefined;
      const { id, data, retryCount, heartbeatSeconds } = job;
      const lease = {
        id,
        group: data.group,
        data: data.job,
        tries: data.tries + retryCount,
        seconds: heartbeatSeconds ?? 60,
      };
      attempts.set(lease, job);
      return lease;
    },

    async keep(lease) {
      const kept = (await boss.touch(name, attemptOf(lease))) as { affected?: number };
      return kept.affected === 1;
    },

    async done(lease) {
      await boss.complete(name, attemptOf(lease));
    },

    async failed(lease, reason) {
      await boss.fail(name, attemptOf(lease), { message: reason });
    },

    async giveBack(lease) {
      const { data, retryCount, id } = attemptOf(lease);
      const tx = await boss.getDb().beginTransaction?.();
      if (tx === undefined) throw new Error('pg-boss gave no transaction');
      try {
        const removed = (await boss.deleteJob(name, { id, retryCount }, { db: tx.db })) as { affected?: number };
        if (removed.affected === 1) {
          const again = insertOf({ id, group: data.group, priority: data.priority, data: data.job }, lease.tries);
          await boss.insert(name, [{ ...again, retryLimit: Math.max(0, limit - 1 - lease.tries) }], { db: tx.db });
        }
        await tx.commit();
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    },

    async takeDead() {
      const [job] = await boss.fetch<Payload<Data>>(deadName(name), { includeMetadata: true });
      return job === undefined ? undefined : { id: job.id, data: job.data.job, reason: reasonOf(job) };
    },

    async buried({ id }) {
      await boss.complete(deadName(name), id);
    },

    async counts() {
      const { rows } = await boss
        .getDb()
        .executeSql(
          `select name, state::text as state, count(*)::int as count from ${schema}.job where name = any($1) group by 1, 2`,
          [[name, deadName(name)]],
        );
      const count = (queue: string, ...states: string[]): number =>
        (rows as { name: string; state: string; count: number }[])
          .filter((row) => row.name === queue && states.includes(row.state))
          .reduce((sum, row) => sum + row.count, 0);
      return {
        waiting: count(name, 'created', 'retry'),
        leased: count(name, 'active'),
        dead: count(deadName(name), 'created', 'retry', 'active'),
      };
    },
  };
}

/** Why a job failed last, in words: what its worker said, or that its worker fell silent. */
function reasonOf({ sourceOutput }: JobWithMetadata<unknown>): string {
  const output = sourceOutput as { message?: unknown; value?: { message?: unknown } } | null;
  const message = String(output?.message ?? output?.value?.message ?? 'unknown');
  if (message === 'job heartbeat timeout') return 'the process that audited it ended abnormally or fell silent';
  return message === 'job timed out' ? 'it took longer than an agency may take' : message;
}

/** A schema for the queues, named after the one that holds the store: a plain name that needs no quotes. */
async function schemaName(url: string): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  // A server that goes away rejects the query; unheard, the same fault would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select current_schema() as name');
    const name = rows[0]?.name ?? 'public';
    return `${name === 'public' ? 'planaudit' : name.toLowerCase().replace(/[^a-z0-9_]/g, '_')}_queue`.slice(0, 50);
  } finally {
    await client.end();
  }
}

async function loadPgBoss(): Promise<typeof import('pg-boss')> {
  try {
    return await import('pg-boss');
  } catch (error) {
    throw new UserError('pg-boss-missing', 'The package pg-boss, which --store needs, is not installed.', {
      hint: 'Install it beside planaudit: npm install pg pg-boss',
      cause: error,
      th: { message: 'ยังไม่ได้ติดตั้งแพ็กเกจ pg-boss ที่ --store ต้องใช้', hint: 'ติดตั้งด้วย npm install pg pg-boss' },
    });
  }
}
