// Worker threads that crawl and judge agencies, so that a run uses all processors: the main thread keeps the network, the pace of
// hosts, the document workers and the store, and answers the threads' questions. Verdicts are those of `auditAgency` in the
// main thread. A thread that dies or hangs costs no agency its row. Threads start when first needed; close it.
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Pack } from '../judge/pack.ts';
import type { Agency } from '../model/registry.ts';
import {
  bufferOf,
  type FromThread,
  ownBytes,
  type ThreadCall,
  type ThreadJob,
  type ThreadSetup,
  type ToThread,
} from './agency-thread-messages.ts';
import { type AgencyAudit, type AuditAgencyOptions, auditAgency, toolErrorVerdict } from './audit-agency.ts';

export interface AgencyThreadsOptions {
  /** At most so many. */
  readonly threads: number;
  readonly packs: readonly Pack[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** As in `ThreadSetup`. */
  readonly judge?: string;
  /** A thread that shows no sign of life for so long is ended. Default five minutes: the slowest judgement seen takes seconds. */
  readonly silenceMs?: number;
}

export interface AgencyThreads {
  /** As `auditAgency`; `options.judge` and `options.packs` are those that the threads were started with. */
  audit(agency: Agency, options: AuditAgencyOptions): Promise<AgencyAudit | undefined>;
  /** Ends the threads; what they are at is lost. */
  close(): Promise<void>;
}

interface Job {
  readonly agency: Agency;
  readonly options: AuditAgencyOptions;
  readonly settle: (ended: AgencyAudit | undefined | Died) => void;
}

/** The thread ended before the agency did. */
class Died {
  readonly error: Error;
  /** It had been at work: what it was at may have killed it. */
  readonly atWork: boolean;
  constructor(error: Error, atWork: boolean) {
    this.error = error;
    this.atWork = atWork;
  }
}

interface Seat {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
  readonly beats: Int32Array;
  /** For one agency, whose first thread died. */
  readonly alone: boolean;
  /** Why it ended, as far as is known. */
  cause: Error;
  /** Beat last seen, and how often since. */
  seen: number;
  silent: number;
}

const defaultSilenceMs = 5 * 60_000;
/** Looks for signs of life in `silenceMs`. */
const looks = 10;

export function createAgencyThreads(options: AgencyThreadsOptions): AgencyThreads {
  const { packs, now } = options;
  const silenceMs = options.silenceMs ?? defaultSilenceMs;
  const seats = new Set<Seat>();
  /** Agencies whose thread died are suspects: each gets a second try in a thread that no other can lose by. */
  const suspects = pLimit(options.threads);
  let lastJob = 0;
  let closed = false;
  let unable = false;

  function start(alone = false): Seat {
    const pulse = new SharedArrayBuffer(4);
    const setup: ThreadSetup = {
      packs,
      aheadMs: now() - Date.now(),
      pulse,
      ...(options.judge === undefined ? {} : { judge: options.judge }),
    };
    const worker = new Worker(file, {
      workerData: setup,
      execArgv: process.execArgv.filter((flag) => !/^--(?:inspect|input-type|eval|test)/.test(flag)),
    });
    const seat: Seat = {
      worker,
      jobs: new Map(),
      beats: new Int32Array(pulse),
      alone,
      cause: new Error('the thread ended'),
      seen: 0,
      silent: 0,
    };
    seats.add(seat);
    worker.on('message', (message: FromThread) => {
      const job = seat.jobs.get(message.job);
      if (job !== undefined) hear(seat, job, message);
    });
    worker.on('error', (error) => {
      seat.cause = asError(error);
    });
    worker.on('exit', () => {
      seats.delete(seat);
      for (const [id, { settle }] of [...seat.jobs]) {
        seat.jobs.delete(id);
        settle(new Died(seat.cause, Atomics.load(seat.beats, 0) > 0));
      }
    });
    return seat;
  }

  const watch = setInterval(() => {
    for (const seat of seats) {
      const beat = Atomics.load(seat.beats, 0);
      // Nothing is heard of a thread while it loads.
      seat.silent = beat > 0 && beat === seat.seen ? seat.silent + 1 : 0;
      seat.seen = beat;
      if (seat.silent < looks || seat.jobs.size === 0) continue;
      seat.cause = new Error(`no sign of life for ${silenceMs / 1000} s`);
      void seat.worker.terminate();
    }
  }, silenceMs / looks);
  watch.unref();

  /** The least busy thread; a new one while all have work and there may be more. */
  function seatFor(): Seat {
    const shared = [...seats].filter((seat) => !seat.alone).sort((a, b) => a.jobs.size - b.jobs.size);
    const [least] = shared;
    return least === undefined || (least.jobs.size > 0 && shared.length < options.threads) ? start() : least;
  }

  function send(seat: Seat, message: ToThread, given: readonly ArrayBuffer[] = []): void {
    seat.worker.postMessage(message, given);
  }

  function auditOn(seat: Seat, agency: Agency, given: AuditAgencyOptions): Promise<AgencyAudit | undefined | Died> {
    given.onStart?.();
    lastJob += 1;
    const id = lastJob;
    const { promise, resolve } = Promise.withResolvers<AgencyAudit | undefined | Died>();
    const abort = (): void => send(seat, { kind: 'abort', job: id });
    given.signal?.addEventListener('abort', abort);
    seat.jobs.set(id, {
      agency,
      options: given,
      settle(ended) {
        given.signal?.removeEventListener('abort', abort);
        resolve(ended);
      },
    });
    send(seat, { kind: 'audit', job: id, audit: jobOf(agency, given) });
    if (given.signal?.aborted) abort();
    return promise;
  }

  function end(seat: Seat, id: number, ended: AgencyAudit | undefined): void {
    const job = seat.jobs.get(id);
    seat.jobs.delete(id);
    job?.settle(ended);
  }

  function hear(seat: Seat, { agency, options: given }: Job, message: FromThread): void {
    try {
      switch (message.kind) {
        case 'event':
          given.onEvent?.(message.event);
          return;
        case 'capture':
          given.onCapture?.(message.capture, bufferOf(message.body));
          return;
        case 'crawl':
          given.onCrawl?.(message.crawl);
          return;
        case 'call':
          void reply(seat, message.call, message.ask, given);
          return;
        case 'done':
          end(seat, message.job, message.outcome);
          return;
        case 'failed':
          throw asError(message.error);
      }
    } catch (error) {
      // As in the main thread: what throws costs this agency its verdicts, and nobody else anything.
      end(seat, message.job, { verdict: toolErrorVerdict(agency, packs, error) });
    }
  }

  async function reply(seat: Seat, call: number, ask: ThreadCall, given: AuditAgencyOptions): Promise<void> {
    try {
      const { value, bytes } = await answer(ask, given);
      send(seat, { kind: 'answer', call, value }, bytes);
    } catch (error) {
      const { name, message } = asError(error);
      send(seat, { kind: 'refusal', call, error: { name, message } });
    }
  }

  return {
    async audit(agency, given) {
      if (unable) return auditAgency(agency, given);
      const first = await auditOn(seatFor(), agency, given);
      if (!(first instanceof Died)) return first;
      // No thread can be started here (no memory left, say): the main thread does what threads would.
      if (!first.atWork && !closed) {
        unable = true;
        return auditAgency(agency, given);
      }
      return suspects(async () => {
        if (closed || given.signal?.aborted) return undefined;
        const seat = start(true);
        const second = await auditOn(seat, agency, given);
        if (second instanceof Died) return { verdict: toolErrorVerdict(agency, packs, second.error) };
        await seat.worker.terminate();
        return second;
      });
    },
    async close() {
      closed = true;
      clearInterval(watch);
      await Promise.all([...seats].map(({ worker }) => worker.terminate()));
    },
  };
}

// Sources run as .ts under Node and Vitest, as .js once built.
const file = new URL(import.meta.url.endsWith('.ts') ? './agency-thread.ts' : './agency-thread.js', import.meta.url);

function asError(error: unknown): { readonly name: string; readonly message: string } & Error {
  if (error instanceof Error) return error;
  const { name = 'Error', message = String(error) } = (error ?? {}) as { name?: string; message?: string };
  return Object.assign(new Error(message), { name });
}

function jobOf(agency: Agency, given: AuditAgencyOptions): ThreadJob {
  const { settings, crawl, failedBefore } = given;
  // What is left is plain data.
  const { fetcher: _, extractor: __, now: ___, render, ...limits } = crawl;
  return {
    agency,
    settings,
    limits,
    render: render !== undefined,
    ...(failedBefore === undefined ? {} : { failedBefore }),
    wants: {
      captures: given.onCapture !== undefined,
      crawl: given.onCrawl !== undefined,
      events: given.onEvent !== undefined,
    },
  };
}

/** What a thread asked for, and the memory that goes with it. */
async function answer(
  ask: ThreadCall,
  { crawl, signal }: AuditAgencyOptions,
): Promise<{ readonly value: unknown; readonly bytes: readonly ArrayBuffer[] }> {
  const stop = signal === undefined ? {} : { signal };
  switch (ask.what) {
    case 'fetch': {
      const outcome = await crawl.fetcher.fetch(ask.url, { ...ask.request, ...stop });
      if (!outcome.ok) return { value: outcome, bytes: [] };
      const body = ownBytes(outcome.body);
      return { value: { ...outcome, body }, bytes: [body.buffer] };
    }
    case 'robots':
      return { value: await crawl.fetcher.robots(ask.url), bytes: [] };
    case 'extract':
      return { value: await crawl.extractor.extract(bufferOf(ask.body), ask.hints), bytes: [] };
    case 'render': {
      const { url, page } = ask;
      const sent = page === undefined ? {} : { page: { ...page, body: bufferOf(page.body) } };
      if (crawl.render === undefined) throw new Error('no browser');
      return { value: await crawl.render(url, { ...stop, ...sent }), bytes: [] };
    }
  }
}
