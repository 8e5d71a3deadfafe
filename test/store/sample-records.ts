// Runs, crawls and captures to keep, made up but whole.
import { createHash } from 'node:crypto';
import type { Pack } from '../../src/judge/pack.ts';
import type { Capture, CrawlResult } from '../../src/model/crawl.ts';
import type { AgencyVerdict } from '../../src/model/result.ts';
import type { AgencyRecord, NewRun } from '../../src/store/store.ts';
import { fakePack } from '../audit/fake-judge.ts';
import { agency } from '../crawl/fake-site.ts';

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

export const agencies = ['a', 'b', 'c'].map((id) => agency(`http://${id}.go.th/`, { id }));
const pack: Pack = fakePack;

export function newRun(id: string, startedAt: string, rest: Partial<NewRun> = {}): NewRun {
  return {
    id,
    identity: 'k',
    startedAt,
    asOf: '2026-06-15',
    fiscalYear: 2569,
    toolVersion: '0.1.0',
    registry: { path: 'agencies.csv', sha256: 'f'.repeat(64), agencies },
    selection: agencies.map(({ id }) => id),
    settings: { maxRequests: 7 },
    strictSection: false,
    reviews: [],
    packs: [pack],
    ...rest,
  };
}

export function captureOf(url: string, body: string, at: string, headers: Record<string, string> = {}): Capture {
  return {
    url,
    finalUrl: url,
    status: 200,
    hops: [],
    headers: { 'content-type': 'text/html', ...headers },
    contentType: 'text/html',
    bytes: Buffer.byteLength(body),
    transferred: Buffer.byteLength(body),
    sha256: sha256(body),
    fetchedAt: at,
    tlsFaults: [],
  };
}

export function crawlOf(agencyId: string, captures: readonly Capture[], words: string): CrawlResult {
  return {
    agencyId,
    pages: captures.map((capture, id) => ({
      id,
      url: capture.url,
      capture,
      text: {
        media: 'html',
        segments: [{ kind: 'heading', text: words, level: 1, region: 'main', locator: {} }],
        links: [],
        source: 'text',
        damage: [],
      },
      path: [{ url: capture.url, label: '' }],
      depth: 0,
      offSite: false,
      role: id === 0 ? 'start' : 'link',
    })),
    gaps: [],
    pending: [],
    requests: [{ url: `http://${agencyId}.go.th/`, finalUrl: `http://${agencyId}.go.th/`, purpose: 'page', bytes: 3 }],
    notices: [],
    ownHosts: [`${agencyId}.go.th`],
    stopped: 'exhausted',
    bytes: 3,
  };
}

export function verdictOf(
  id: string,
  verdict: 'met' | 'not-met' = 'met',
  evidence: readonly Capture[] = [],
): AgencyVerdict {
  return {
    id,
    name: `หน่วยงาน ${id}`,
    kind: 'subdistrict',
    url: `http://${id}.go.th/`,
    tags: [],
    status: verdict === 'met' ? 'compliant' : 'non-compliant',
    criteria: [
      {
        id: 'plan-link',
        pack: pack.name,
        level: 'required',
        verdict,
        reason: verdict === 'met' ? 'found' : 'absent',
        evidence: evidence.map((capture) => ({
          url: capture.url,
          finalUrl: capture.finalUrl,
          sha256: capture.sha256,
          fetchedAt: capture.fetchedAt,
          locator: {},
          quote: 'แผนปฏิบัติราชการ',
          path: [{ url: capture.url, label: '' }],
          section: false,
          offSite: false,
          year: null,
          source: 'text',
        })),
        explanation: { th: 'พบ', en: 'found' },
        remediation: [],
      },
    ],
    coverage: { requests: 1, pages: 1, documents: 0, bytes: 3, exhausted: true, stopped: 'exhausted', gaps: [] },
    notices: [],
  };
}

/** One agency's record with two pages; the second page's body differs by `month`. */
export function recordOf(id: string, month: string): { record: AgencyRecord; bodies: ReadonlyMap<string, string> } {
  const at = `2026-${month}-15T03:00:00.000Z`;
  const first = `<h1>${id}</h1>`;
  const second = `<h1>${id} ${month}</h1>`;
  const captures = [
    captureOf(`http://${id}.go.th/`, first, at, { etag: `"${id}"` }),
    captureOf(`http://${id}.go.th/news`, second, at, { 'last-modified': 'Mon, 15 Jun 2026 03:00:00 GMT' }),
  ];
  const verdict = verdictOf(id, 'met', captures.slice(0, 1));
  return {
    record: { verdict, reported: verdict, crawl: crawlOf(id, captures, `${id} แผนงาน`), captures, at },
    bodies: new Map([
      [sha256(first), first],
      [sha256(second), second],
    ]),
  };
}
