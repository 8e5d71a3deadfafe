import { expect, it } from 'vitest';
import { createWorkerMetrics } from '../../src/audit/worker-metrics.ts';
import type { CrawlResult } from '../../src/model/crawl.ts';
import type { AgencyVerdict } from '../../src/model/result.ts';

const verdict = (status: AgencyVerdict['status'], pages: number) =>
  ({ status, coverage: { pages, documents: 2 } }) as AgencyVerdict;
const crawl = (requests: number, ...codes: string[]) =>
  ({
    requests: Array(requests).fill({}),
    bytes: 500,
    gaps: codes.map((code) => ({ fetch: { code } })),
  }) as unknown as CrawlResult;

it('a worker counts what it did, in the text format of Prometheus', () => {
  const metrics = createWorkerMetrics();
  metrics.started();
  metrics.crawled(crawl(9, 'blocked', 'timeout', 'blocked'));
  metrics.ended('judged', 4200, verdict('compliant', 7));
  metrics.started();
  metrics.ended('failed', 100);
  metrics.started();
  metrics.trouble();
  const lines = metrics
    .text({ rssBytes: 1024, cpuSeconds: 1.5, queue: { waiting: 3, leased: 1, dead: 0 } })
    .split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'planaudit_agency_turns_total{outcome="judged"} 1',
      'planaudit_agency_turns_total{outcome="failed"} 1',
      'planaudit_agencies_total{status="compliant"} 1',
      'planaudit_agencies_in_flight 1',
      'planaudit_jobs_waiting 3',
      'planaudit_requests_total 9',
      'planaudit_received_bytes_total 500',
      'planaudit_pages_total 7',
      'planaudit_documents_total 2',
      'planaudit_fetch_failures_total{cause="blocked"} 2',
      'planaudit_fetch_failures_total{cause="timeout"} 1',
      'planaudit_agency_duration_seconds_bucket{le="+Inf"} 1',
      'planaudit_agency_duration_seconds_sum 4.2',
      'planaudit_database_troubles_total 1',
      'process_resident_memory_bytes 1024',
    ]),
  );
  // Every sample belongs to a family that is described, and no bucket holds more than the next.
  const families = new Set(lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]));
  for (const line of lines.filter((each) => each !== '' && !each.startsWith('#')))
    expect(
      [...families].some((family) => line.startsWith(family!)),
      line,
    ).toBe(true);
  const buckets = lines.filter((line) => line.includes('_bucket{')).map((line) => Number(line.split(' ')[1]));
  expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
});

it('without a run there is nothing to say of its queue', () => {
  expect(createWorkerMetrics().text({ rssBytes: 1, cpuSeconds: 1 })).not.toContain('planaudit_jobs');
});
