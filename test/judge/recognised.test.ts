// Documents of which some pages are scans: what is read of the scanned ones shows words, but no year and no figures.
import { expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { CrawlResult, Page } from '../../src/model/crawl.ts';
import type { Link, Segment } from '../../src/model/document.ts';
import type { Agency } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const agency: Agency = {
  id: 'x',
  name: 'สำนักงานเกษตรจังหวัดทดสอบ',
  kind: 'provincial-office',
  url: 'http://www.x.go.th/',
  extraHosts: [],
  tags: [],
  exempt: [],
};
const home = 'http://www.x.go.th/';
const file = `${home}report.pdf`;

function pageOf(id: number, url: string, text: Page['text'], via?: Page['via']): Page {
  const capture = {
    url,
    finalUrl: url,
    status: 200,
    hops: [],
    headers: {},
    contentType: text.media === 'html' ? 'text/html' : 'application/pdf',
    bytes: 1,
    transferred: 1,
    sha256: String(id).repeat(64),
    fetchedAt: '2026-06-15T00:00:00.000Z',
    tlsFaults: [],
  };
  const path = [{ url: home, label: '' }, ...(via === undefined ? [] : [{ url, label: via.link.label }])];
  const rest = { path, depth: id, offSite: false, role: id === 0 ? ('start' as const) : ('link' as const) };
  return { id, url, capture, text, ...rest, ...(via === undefined ? {} : { via }) };
}

type Scanned = 'cover' | 'table' | 'nothing';

/** A progress report of the year in force by its label, in a file of two pages, some of which were recognised. */
function verdictsOf(label: string, cover: string, scanned: Scanned) {
  const link: Link = {
    href: 'report.pdf',
    url: file,
    label,
    labelFrom: 'text',
    text: label,
    context: [],
    element: 'a',
    region: 'main',
  };
  const source = (part: Scanned) => (part === scanned ? { source: 'ocr' as const } : {});
  const rows = [
    ['ที่', 'โครงการ', 'งบประมาณ', 'เบิกจ่าย', 'ความก้าวหน้า'],
    ['1', 'โครงการส่งเสริมเกษตรแปลงใหญ่', '120,000', '80,000', 'อยู่ระหว่างดำเนินการ'],
    ['2', 'โครงการพัฒนาเกษตรกรรุ่นใหม่', '90,000', '90,000', 'แล้วเสร็จ'],
    ['3', 'โครงการตลาดเกษตรกร', '50,000', '10,000', 'อยู่ระหว่างดำเนินการ'],
  ];
  const segments: Segment[] = [
    { kind: 'heading', text: cover, level: 1, region: 'main', locator: { page: 1 }, ...source('cover') },
    ...rows.map(
      (cells, row): Segment => ({
        kind: 'row',
        text: cells.join(' '),
        cells,
        region: 'main',
        locator: { page: 2, table: 1, row: row + 1 },
        ...(row === 0 ? { header: true } : {}),
        ...source('table'),
      }),
    ),
  ];
  const start = { media: 'html' as const, segments: [], links: [link], source: 'text' as const, damage: [] };
  const report = { media: 'pdf' as const, segments, links: [], source: 'text' as const, damage: [], pageCount: 2 };
  const crawl: CrawlResult = {
    agencyId: 'x',
    pages: [pageOf(0, home, start), pageOf(1, file, report, { pageId: 0, link })],
    gaps: [],
    pending: [],
    requests: [],
    notices: [],
    ownHosts: ['www.x.go.th'],
    stopped: 'exhausted',
    bytes: 2,
  };
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  return (id: string) => criteria.find((one) => one.id === id)!;
}

const named = 'รายงานความก้าวหน้าและการใช้จ่ายงบประมาณตามแผนปฏิบัติราชการประจำปี';

test('read whole, the report shows progress and spending', () => {
  const verdict = verdictsOf(`${named} 2569`, `${named} 2569`, 'nothing')('budget-progress');
  expect([verdict.verdict, verdict.evidence[0]?.source]).toEqual(['met', 'text']);
});

test('a year recognised on a scanned cover does not stand against the label’s', () => {
  const whole = verdictsOf(`${named} 2569`, `${named} 2566`, 'nothing')('budget-progress');
  expect([whole.verdict, whole.reason]).toEqual(['review', 'label-conflict']);
  const scanned = verdictsOf(`${named} 2569`, `${named} 2566`, 'cover')('budget-progress');
  expect([scanned.verdict, scanned.evidence[0]?.year]).toEqual(['met', 2569]);
});

test('figures recognised in a scanned table prove no spending, and say where they come from', () => {
  const verdict = verdictsOf(`${named} 2569`, `${named} 2569`, 'table')('budget-progress');
  expect([verdict.verdict, verdict.reason]).toEqual(['review', 'damaged-text']);
  expect(verdict.evidence[0]?.source).toBe('ocr');
});

/** `verdict/reason` on the plan of the year, where a scan behind the label was recognised as these lines. */
function scanned(label: string, ...lines: readonly string[]): string {
  const { agency: asked, crawl } = buildCaseSite({
    agency: { name: agency.name, kind: agency.kind },
    pages: [
      { url: '/', source: 'text', media: 'html', html: `<p><a href="/scan.pdf">${label}</a></p>` },
      { url: '/scan.pdf', source: 'ocr', media: 'pdf', document: lines.join('\n') },
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], asked, crawl, { asOf: '2026-06-15', strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === 'plan-current')!;
  return `${verdict}/${reason}`;
}
const garbled = ['แผบ ปฎบตราซ การ', 'ลา ดบ โครง', 'สงเสรม กล มสตร 120 000'];

test('a scan whose title was not made out, behind a label that says nothing, may be anything', () => {
  expect(scanned('ดาวน์โหลด', ...garbled)).toBe('unknown/unreadable-document');
});

test.each([
  ['a label that says what else it is', 'ประกาศผลสอบ', garbled],
  ['a title that says what else it is', 'ดาวน์โหลด', ['# แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569', 'วิธีเฉพาะเจาะจง']],
])('with %s it is no plan', (_, label, lines) => {
  expect(scanned(label, ...lines)).toMatch(/^not-met\//);
});
