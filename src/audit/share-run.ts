// Puts a run before many machines: begins it (or joins the one that is under way, or goes on with an unfinished one) and puts
// one job an agency in its queue. The caller holds the run lock meanwhile. Audits nothing.
import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { AddressLookup } from '../fetch/find-addresses.ts';
import type { HostsMap } from '../fetch/hosts-file.ts';
import { calendarOf } from '../judge/years.ts';
import type { ReviewDecision } from '../model/result.ts';
import type { QueuedJob, QueueServer } from '../queue/boss-queue.ts';
import type { Store, StoredRun } from '../store/store.ts';
import { groupAgencies } from './agency-groups.ts';
import { runId } from './run-audit.ts';
import { type RunIdentity, runKey } from './run-key.ts';
import { freeRunId, resumeMismatch, unfinishedRun } from './store-journal.ts';

/** What a worker is told of a job. */
export interface AgencyJob {
  readonly agency: string;
  /** 2: it could not be reached at first, for a reason that may pass; asked again with more patience. */
  readonly pass: 1 | 2;
  /** What the first pass failed with. */
  readonly cause?: string;
}

export interface ShareRunOptions extends RunIdentity {
  readonly store: Store;
  readonly queues: QueueServer;
  /** As recorded in the run. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reviews: readonly ReviewDecision[];
  readonly resume: boolean;
  /** ms since 1970, by the database's clock. */
  readonly now: () => number;
  readonly hosts: HostsMap;
  readonly contact: string | null;
  readonly lookup: AddressLookup;
  /** Minutes that one agency may take. */
  readonly maxMinutes: number;
  /** Seconds of silence after which a worker's agencies go to another. */
  readonly leaseSeconds?: number;
}

export interface SharedStart {
  readonly runId: string;
  readonly how: 'begun' | 'joined' | 'resumed';
  /** Agencies put in the queue by this call. */
  readonly queued: number;
  /** Groups of agencies that share a host or address, of those put in the queue. */
  readonly groups: number;
}

/** Tries that an agency has before it is given up: what kills its worker three times will kill the fourth. */
const triesOfAgency = 3;
const defaultLeaseSeconds = 60;

/** @throws UserError `run-open` while a run of another registry, pack, date or version is under way; `resume-mismatch` */
export async function shareRun(options: ShareRunOptions): Promise<SharedStart> {
  const { store, now } = options;
  const identity = runKey(options);
  const open = await store.shared.current();
  if (open !== undefined) {
    const run = (await store.runs()).find(({ id }) => id === open.runId);
    if (run?.identity !== identity) throw runOpen(open.runId);
    return {
      runId: run.id,
      how: 'joined',
      ...(open.queued ? { queued: 0, groups: 0 } : await fillQueue(run.id, options)),
    };
  }
  const earlier = options.resume ? await unfinishedRun(store) : undefined;
  if (earlier !== undefined) {
    if (earlier.identity !== identity) throw resumeMismatch(earlier);
    await share(earlier.id, options);
    await store.shared.reopen(earlier.id);
    // Whatever was left in it is of the attempt before.
    await options.queues.remove(earlier.id);
    return { runId: earlier.id, how: 'resumed', ...(await fillQueue(earlier.id, options)) };
  }
  const startedAt = new Date(now()).toISOString();
  const id = await freeRunId(store, runId(startedAt, options.registry));
  await removeOldQueues(options, await store.runs());
  await store.begin({
    id,
    identity,
    startedAt,
    asOf: options.asOf,
    fiscalYear: calendarOf(options.asOf).fiscalYear,
    toolVersion: options.version,
    registry: options.registry,
    selection: options.agencies.map((agency) => agency.id),
    settings: options.settings,
    strictSection: options.strictSection,
    reviews: options.reviews,
    packs: options.packs,
  });
  await share(id, options);
  return { runId: id, how: 'begun', ...(await fillQueue(id, options)) };
}

function share(id: string, { store, hosts, contact }: ShareRunOptions): Promise<void> {
  return store.shared.share({ runId: id, hosts: JSON.stringify([...hosts]), contact });
}

/** The hosts map as `shareRun` wrote it down. */
export function sharedHosts(hosts: string): HostsMap {
  return new Map(JSON.parse(hosts) as [string, { address: string; port?: number }][]);
}

async function fillQueue(id: string, options: ShareRunOptions): Promise<Pick<SharedStart, 'queued' | 'groups'>> {
  const { store, queues, agencies, hosts, lookup, maxMinutes, leaseSeconds, now } = options;
  const recorded = new Set((await store.recordedAgencies(id)).map(({ agencyId }) => agencyId));
  const todo = agencies.filter((agency) => !recorded.has(agency.id));
  const queue = await queues.create<AgencyJob>(id, {
    leaseSeconds: leaseSeconds ?? defaultLeaseSeconds,
    // The second pass has doubled limits; what takes longer than three times its bound hangs.
    longestSeconds: maxMinutes * 60 * 3 + 600,
    tries: triesOfAgency,
  });
  const groups = await groupAgencies(todo, hosts, lookup);
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  await queue.add(
    todo.map((agency, at) =>
      // The members of a large group go one after another: begun late, they would be what everybody waits for.
      agencyJob(id, { agency: agency.id, pass: 1 }, groups[at]!, sizes.get(groups[at]!) ?? 1),
    ),
  );
  await store.shared.queued(id, new Date(now()).toISOString());
  return { queued: todo.length, groups: sizes.size };
}

/** One job an agency and pass of a run, however often it is added. */
export function agencyJob(id: string, data: AgencyJob, group: string, priority: number): QueuedJob<AgencyJob> {
  const hex = createHash('sha256').update(`${id}\n${data.agency}\n${data.pass}`).digest('hex');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { id: uuid, group, priority, data };
}

/** Queues of runs that are over hold nothing but the traces of what went wrong. */
async function removeOldQueues({ store, queues }: ShareRunOptions, runs: readonly StoredRun[]): Promise<void> {
  for (const run of runs) {
    if (run.state !== 'running' && (await store.shared.get(run.id)) !== undefined) await queues.remove(run.id);
  }
}

function runOpen(id: string): UserError {
  return new UserError('run-open', `The run ${id}, of another registry, pack, date or version, is not finished.`, {
    hint: `Wait for it (planaudit runs list), go on with it (--resume, with its registry), or end it: planaudit runs cancel ${id}`,
    th: {
      message: `การตรวจ ${id} ซึ่งใช้ทะเบียน ชุดเกณฑ์ วันที่ หรือรุ่นโปรแกรมอื่น ยังไม่เสร็จ`,
      hint: `รอให้เสร็จ (ดูด้วย planaudit runs list) ตรวจต่อด้วย --resume และทะเบียนเดิม หรือยกเลิกด้วย planaudit runs cancel ${id}`,
    },
  });
}
