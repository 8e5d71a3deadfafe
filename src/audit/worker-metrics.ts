// What a worker did, counted for Prometheus (text exposition format 0.0.4). Counts only; serving it is the command's work.
import type { CrawlResult } from '../model/crawl.ts';
import type { AgencyVerdict } from '../model/result.ts';
import type { TurnObserver, TurnOutcome } from './work-shared-run.ts';

/** What is read when the page is asked for. */
export interface WorkerGauges {
  readonly rssBytes: number;
  readonly cpuSeconds: number;
  /** Of the run at work; absent when there is none or the database is away. */
  readonly queue?: { readonly waiting: number; readonly leased: number; readonly dead: number };
}

export interface WorkerMetrics extends TurnObserver {
  crawled(crawl: CrawlResult): void;
  /** A fault of the database or queue that was waited out. */
  trouble(): void;
  text(gauges: WorkerGauges): string;
}

const outcomes: readonly TurnOutcome[] = ['judged', 'postponed', 'given-up', 'left', 'failed'];
/** Upper bounds in seconds. */
const buckets = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200];

export function createWorkerMetrics(): WorkerMetrics {
  const turns = new Map<TurnOutcome, number>(outcomes.map((outcome) => [outcome, 0]));
  const statuses = new Map<string, number>();
  const failures = new Map<string, number>();
  const durations = buckets.map(() => 0);
  let [inFlight, requests, bytes, pages, documents, seconds, measured, troubles] = [0, 0, 0, 0, 0, 0, 0, 0];
  const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

  return {
    started() {
      inFlight += 1;
    },
    ended(outcome, milliseconds, verdict?: AgencyVerdict) {
      inFlight -= 1;
      add(turns, outcome);
      if (outcome === 'judged' || outcome === 'postponed') {
        const taken = milliseconds / 1000;
        seconds += taken;
        measured += 1;
        for (const [at, bound] of buckets.entries()) if (taken <= bound) durations[at]! += 1;
      }
      if (verdict === undefined) return;
      add(statuses, verdict.status);
      pages += verdict.coverage.pages;
      documents += verdict.coverage.documents;
    },
    crawled(crawl) {
      requests += crawl.requests.length;
      bytes += crawl.bytes;
      if (crawl.unreachable !== undefined) add(failures, crawl.unreachable.code);
      for (const { fetch, extract } of crawl.gaps) add(failures, fetch?.code ?? extract?.code ?? 'needs-browser');
    },
    trouble() {
      troubles += 1;
    },
    text({ rssBytes, cpuSeconds, queue }) {
      const lines: string[] = [];
      const metric = (
        name: string,
        type: 'counter' | 'gauge' | 'histogram',
        help: string,
        samples: readonly string[],
      ) => {
        if (samples.length > 0) lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples);
      };
      const labelled = <Key extends string>(name: string, label: string, counts: ReadonlyMap<Key, number>) =>
        [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${name}{${label}="${key}"} ${count}`);
      const single = (name: string, type: 'counter' | 'gauge', help: string, value: number) =>
        metric(name, type, help, [`${name} ${value}`]);
      metric(
        'planaudit_agency_turns_total',
        'counter',
        'Turns of agencies at this worker, by how they ended.',
        labelled('planaudit_agency_turns_total', 'outcome', turns),
      );
      metric(
        'planaudit_agencies_total',
        'counter',
        'Verdicts recorded by this worker, by status.',
        labelled('planaudit_agencies_total', 'status', statuses),
      );
      single('planaudit_agencies_in_flight', 'gauge', 'Agencies at work in this worker.', inFlight);
      if (queue !== undefined) {
        single('planaudit_jobs_waiting', 'gauge', 'Agencies of the run that wait for a worker.', queue.waiting);
        single('planaudit_jobs_leased', 'gauge', 'Agencies of the run at work in all workers.', queue.leased);
        single('planaudit_jobs_dead', 'gauge', 'Agencies given up after their tries, not yet recorded.', queue.dead);
      }
      single('planaudit_requests_total', 'counter', 'Requests sent to websites.', requests);
      single('planaudit_received_bytes_total', 'counter', 'Bytes of bodies received from websites.', bytes);
      single('planaudit_pages_total', 'counter', 'Pages read.', pages);
      single('planaudit_documents_total', 'counter', 'Documents read.', documents);
      metric(
        'planaudit_fetch_failures_total',
        'counter',
        'Pages and documents that could not be looked at, by cause.',
        labelled('planaudit_fetch_failures_total', 'cause', failures),
      );
      metric('planaudit_agency_duration_seconds', 'histogram', 'Time that one agency took.', [
        ...buckets.map((bound, at) => `planaudit_agency_duration_seconds_bucket{le="${bound}"} ${durations[at]}`),
        `planaudit_agency_duration_seconds_bucket{le="+Inf"} ${measured}`,
        `planaudit_agency_duration_seconds_sum ${seconds}`,
        `planaudit_agency_duration_seconds_count ${measured}`,
      ]);
      single('planaudit_database_troubles_total', 'counter', 'Faults of the database that were waited out.', troubles);
      single('process_resident_memory_bytes', 'gauge', 'Resident memory of this process.', rssBytes);
      single('process_cpu_seconds_total', 'counter', 'User and system CPU time of this process.', cpuSeconds);
      return `${lines.join('\n')}\n`;
    },
  };
}
