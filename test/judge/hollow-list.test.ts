// A page under the plan's name that only lists it: it resolves to what it lists. And one that lists nothing but other plans, beside
// papers that speak of none.
import { expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const html = { source: 'text', media: 'html' } as const;
const named = 'แผนปฏิบัติราชการประจำปี';

/** Verdicts where `list` stands on the page under the plan's name; the documents that were read, and the links that are dead or unread. */
function judged(
  list: string,
  {
    documents = {},
    gaps = [],
  }: { documents?: Record<string, string>; gaps?: Parameters<typeof buildCaseSite>[0]['gaps'] },
) {
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'สำนักงานประมงอำเภอตัวอย่าง', kind: 'district' },
    pages: [
      { ...html, url: '/', html: `<ul><li><a href="/plan">${named}</a></li><li><a href="/about">ประวัติ</a></li></ul>` },
      { ...html, url: '/plan', html: `<h1>${named}</h1>${list}` },
      { ...html, url: '/about', html: '<h1>ประวัติ</h1><p>ตั้งขึ้นเมื่อ พ.ศ. 2504</p>' },
      ...Object.entries(documents).map(([url, document]) => ({
        source: 'text' as const,
        media: 'pdf' as const,
        url,
        document,
      })),
    ],
    gaps,
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  return (id: string): string => {
    const { verdict, reason } = criteria.find((one) => one.id === id)!;
    return `${verdict}/${reason}`;
  };
}

const link = (url: string, label: string): string => `<p><a href="${url}">${label}</a></p>`;
const [this69, last68] = [link('/a69.pdf', `${named} พ.ศ. 2569`), link('/a68.pdf', `${named} พ.ศ. 2568`)];
const dead = (url: string) => ({ url, fetch: 'http-not-found' as const });

test('every link to the plan is dead', () => {
  const verdict = judged(this69 + last68, { gaps: [dead('/a69.pdf'), dead('/a68.pdf')] });
  expect(verdict('plan-link')).toMatch(/^met/);
  expect(verdict('plan-link-resolves')).toBe('not-met/broken-link');
});

test.each([
  [
    'one of them lives',
    this69 + last68,
    { gaps: [dead('/a69.pdf')], documents: { '/a68.pdf': `# ${named} พ.ศ. 2568` } },
  ],
  ['one is a scan', this69 + last68, { gaps: [dead('/a69.pdf'), { url: '/a68.pdf', extract: 'image-only' as const }] }],
  [
    'one did not answer',
    this69 + last68,
    { gaps: [dead('/a69.pdf'), { url: '/a68.pdf', fetch: 'http-server-error' as const }] },
  ],
  [
    'beside a living file of no name',
    this69 + link('/x.pdf', 'เล่มสมบูรณ์'),
    { gaps: [dead('/a69.pdf'), { url: '/x.pdf', extract: 'image-only' as const }] },
  ],
  [
    'the page itself is the plan',
    `<p>สำนักงานจะปล่อยพันธุ์ปลา 12 แห่ง ตรวจฟาร์ม 40 แห่ง อบรมชาวประมง 6 รุ่น และซ่อมเรือตรวจการ 2 ลำ ตลอดปีงบประมาณ พ.ศ. 2569 ตามที่นายอำเภอเห็นชอบไว้เมื่อเดือนตุลาคม โดยใช้เงินของกรมและของจังหวัด</p>${this69}`,
    { gaps: [dead('/a69.pdf')] },
  ],
])('it resolves all the same: %s', (_, list, rest) => expect(judged(list, rest)('plan-link-resolves')).toMatch(/^met/));

const fiveYears = link('/five.pdf', 'แผนพัฒนาอำเภอ พ.ศ. 2566 - 2570');
const five = '# แผนพัฒนาอำเภอ พ.ศ. 2566 - 2570\nวิสัยทัศน์ อำเภอน่าอยู่\nโครงการขุดบ่อ 2566 ถึง 2570';

test('beside a plan of five years stands what is no plan at all', () => {
  const verdict = judged(fiveYears + link('/motto.pdf', 'คำขวัญและเป้าหมายของอำเภอ'), {
    documents: { '/five.pdf': five, '/motto.pdf': '# คำขวัญอำเภอ\nปลาชุม น้ำใส ผู้คนใจดี' },
  });
  expect(verdict('plan-link')).toBe('not-met/wrong-plan');
  expect(verdict('plan-current')).toBe('not-met/wrong-plan');
});

test.each([['what may be the year’s plan', 'สิ่งที่จะทำปีนี้', '# งานปีนี้\nโครงการปล่อยพันธุ์ปลา 12 แห่ง\nโครงการตรวจฟาร์ม 40 แห่ง']])(
  'beside it stands %s',
  (_, label, document) =>
    expect(
      judged(fiveYears + link('/w.pdf', label), { documents: { '/five.pdf': five, '/w.pdf': document } })('plan-link'),
    ).toMatch(/^met/),
);
