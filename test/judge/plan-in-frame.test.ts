// A page that is only a frame around others' plans is no link to the agency's annual plan, whatever its label in the menu says.
import { expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { CrawlResult } from '../../src/model/crawl.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const label = 'แผนปฏิบัติราชการ';

/** Verdict and reason on the plan link, where the page it leads to shows nothing but frames of this content. */
const judged = (...frames: readonly string[]): string => judgedAs('plan-link', label, `<h1>${label}</h1>`, frames);

/** Verdict and reason, where `called` leads to a page of `head` and frames. */
function judgedAs(criterion: string, called: string, head: string, frames: readonly string[]): string {
  const shell = `${head}${frames.map((_, at) => `<iframe src="/in${at}"></iframe>`).join('')}`;
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'เรือนจำอำเภอตัวอย่าง', kind: 'other' },
    pages: [
      { url: '/', source: 'text', media: 'html', html: `<nav><a href="/p">${called}</a></nav>` },
      { url: '/p', source: 'text', media: 'html', html: shell },
      ...frames.map((html, at) => ({ url: `/in${at}`, source: 'text' as const, media: 'html' as const, html })),
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const framed: CrawlResult = {
    ...crawl,
    pages: crawl.pages.map((page) => {
      const link = crawl.pages[1]!.text.links.find(({ url }) => url === page.url);
      return link?.element === 'frame' ? { ...page, role: 'frame', via: { pageId: 1, link } } : page;
    }),
  };
  expect(framed.pages.filter(({ role }) => role === 'frame').length).toBe(frames.length);
  const { criteria } = judgeAgency([pack], agency, framed, { asOf: '2026-06-15', strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
  return `${verdict}/${reason}`;
}

const fiveYears = '<ul><li><a href="/f/5y.pdf">แผนปฏิบัติราชการ ระยะ 5 ปี (พ.ศ. 2566 – 2570) กรมราชทัณฑ์</a></li></ul>';
const annual = '<ul><li><a href="/f/69.pdf">แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</a></li></ul>';

test('a list of other plans in the frame', () => {
  expect(judged(fiveYears)).toBe('not-met/wrong-plan');
});

test.each([
  ['the annual plan in the frame', [annual]],
  ['the annual plan in one of two frames', [fiveYears, annual]],
])('%s', (_, frames) => {
  expect(judged(...frames)).toMatch(/^met\//);
});

test('what leads to a page of one frame leads to what stands in it', () => {
  const work =
    '<h1>งานในปี 2569</h1><h3>ด้านที่ 1</h3><p>โครงการตลาดนัด งบ 90,000 บาท</p><p>โครงการฝึกอาชีพ งบ 45,000 บาท</p>';
  const called = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';
  expect(judgedAs('plan-current', called, '', [work])).toMatch(/^met\//);
  // Which of two frames it is that the label speaks of is not known.
  expect(judgedAs('plan-current', called, '', [work, '<h1>ติดต่อเรา</h1><p>โทร. 0 7600 0000</p>'])).not.toMatch(/^met\//);
});
