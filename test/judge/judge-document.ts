// The verdicts on an agency that links to one document, in the simple text form that the packs' cases are written in.
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { Agency } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const page = { media: 'pdf', source: 'text' } as const;

/** `verdict/reason` of a criterion on 15 June 2026 (fiscal year 2569), where the site has a link that names nothing, and what it leads to. */
export function judgeDocument(
  document: string,
  criterion: string,
  agency: Pick<Agency, 'kind' | 'name'> = { kind: 'provincial-office', name: 'สำนักงานทดสอบจังหวัดเกาะทราย' },
): string {
  const site = buildCaseSite({
    agency,
    pages: [
      { ...page, url: '/', html: '<p><a href="/d.pdf">เอกสารเผยแพร่</a></p>' },
      { ...page, url: '/d.pdf', document },
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], site.agency, site.crawl, { asOf: '2026-06-15', strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
  return `${verdict}/${reason}`;
}
