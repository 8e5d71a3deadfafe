// The verdicts on an agency that links to one document, in the simple text form that the packs' cases are written in.
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { Page } from '../../src/model/crawl.ts';
import type { Segment } from '../../src/model/document.ts';
import type { Agency } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const page = { media: 'pdf', source: 'text' } as const;

/**
 * `verdict/reason` of a criterion on 15 June 2026 (fiscal year 2569), where the site has a link that names nothing, and what it leads
 * to: its text, or what was read in it.
 */
export function judgeDocument(
  document: string | readonly Segment[],
  criterion: string,
  agency: Pick<Agency, 'kind' | 'name'> = { kind: 'provincial-office', name: 'สำนักงานทดสอบจังหวัดเกาะทราย' },
): string {
  const site = buildCaseSite({
    agency,
    pages: [
      { ...page, url: '/', html: '<p><a href="/d.pdf">เอกสารเผยแพร่</a></p>' },
      { ...page, url: '/d.pdf', document: typeof document === 'string' ? document : '' },
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const read = ({ text, ...rest }: Page): Page => ({
    ...rest,
    text: { ...text, segments: text.media === 'html' || typeof document === 'string' ? text.segments : document },
  });
  const crawl = { ...site.crawl, pages: site.crawl.pages.map(read) };
  const { criteria } = judgeAgency([pack], site.agency, crawl, { asOf: '2026-06-15', strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
  return `${verdict}/${reason}`;
}
