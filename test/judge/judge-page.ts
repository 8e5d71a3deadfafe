// The verdicts on an agency of whose site a page or a few were read, from their markup. For tests of what content shows.
import { extractHtml } from '../../src/extract/html.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { CrawlResult, Page } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const url = 'http://www.x.go.th/';

/** `verdict/reason` of a criterion, on 15 June 2026 (fiscal year 2569) unless told, where `html` is all that the site has: a page, or several. */
export function judgePage(
  html: string | readonly string[],
  criterion: string,
  { kind, name }: Pick<Agency, 'kind' | 'name'> = { kind: 'provincial-office', name: 'สำนักงานทดสอบจังหวัดเกาะทราย' },
  asOf = '2026-06-15',
): string {
  const agency: Agency = { id: 'x', name, kind, url, extraHosts: [], tags: [], exempt: [] };
  const pages = [html].flat().map((text, id) => pageOf(text, id === 0 ? url : `${url}${id}`, id));
  const crawl: CrawlResult = {
    agencyId: 'x',
    pages,
    gaps: [],
    pending: [],
    requests: [],
    notices: [],
    ownHosts: ['www.x.go.th'],
    stopped: 'exhausted',
    bytes: 1,
  };
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf, strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
  return `${verdict}/${reason}`;
}

function pageOf(html: string, at: string, id: number): Page {
  return {
    id,
    url: at,
    capture: {
      url: at,
      finalUrl: at,
      status: 200,
      hops: [],
      headers: {},
      contentType: 'text/html',
      bytes: 1,
      transferred: 1,
      sha256: String(id).padStart(64, '0'),
      fetchedAt: '2026-06-15T00:00:00.000Z',
      tlsFaults: [],
    },
    text: extractHtml(html, at),
    path: [{ url: at, label: '' }],
    depth: 0,
    offSite: false,
    role: id === 0 ? 'start' : 'link',
  };
}
