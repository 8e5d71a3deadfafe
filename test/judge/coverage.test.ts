// Absence is a verdict only over adequate coverage: where much of the agency's own site did not answer, nothing is called absent,
// whatever the labels that lead there are.
import { expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import type { CaseGap } from '../../src/audit/pack-cases.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const menu = ['เที่ยวกับเรา', 'งานของเรา', 'เล่าเรื่อง', 'มุมชุมชน', 'เสียงจากป่า', 'ห้องภาพ', 'ทำอะไรกันอยู่', 'คนของเรา'];
const html = `<ul>${menu.map((label, at) => `<li><a href="/p${at}">${label}</a></li>`).join('')}<li><a href="/c">ติดต่อเรา</a></li></ul>`;

/** The cell of the annual plan, where these of the menu's pages did not answer so; the others were read. */
function judged(
  failed: readonly number[],
  fetch: NonNullable<CaseGap['fetch']> = 'http-server-error',
  also: readonly string[] = [],
) {
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'อุทยานแห่งชาติตัวอย่าง', kind: 'other' },
    pages: [
      { url: '/', source: 'text', media: 'html', html },
      ...menu.flatMap((label, at) =>
        failed.includes(at)
          ? []
          : [
              {
                url: `/p${at}`,
                source: 'text' as const,
                media: 'html' as const,
                html: `<h1>${label}</h1><p>ยินดีต้อนรับ ${at}</p>`,
              },
            ],
      ),
    ],
    gaps: [...failed.map((at) => `/p${at}`), ...also].map((url) => ({ url, fetch })),
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  return criteria.find(({ id }) => id === 'plan-current')!;
}
const said = (...parts: Parameters<typeof judged>): string => {
  const { verdict, reason } = judged(...parts);
  return `${verdict}/${reason}`;
};

test('one page of nine that does not answer is any site’s', () => {
  expect(said([1])).toBe('not-met/absent');
});

test('three of nine are too many, and the report says so', () => {
  const { verdict, reason, evidence, explanation } = judged([1, 3, 6]);
  expect(`${verdict}/${reason}`).toBe('unknown/site-unreachable');
  expect(evidence.map(({ url }) => new URL(url).pathname)).toEqual(['/p1', '/p3', '/p6']);
  expect(explanation.en).toBe(
    'So much of the site did not answer that nothing can be called absent (6 pages and 0 documents were read)',
  );
  expect(explanation.th).toBe('หลายหน้าของเว็บไซต์เปิดไม่ได้ จึงยังสรุปไม่ได้ว่าไม่มี (เปิดได้ 6 หน้า เอกสาร 0 รายการ)');
});

test('half of all that was asked for, whatever its labels say', () => {
  const named = (failed: readonly string[]): string => {
    const labels = ['คำสั่งแต่งตั้งคณะกรรมการ', 'แผนจัดซื้อจัดจ้าง ปี 2569', 'รายงานผลการปฏิบัติราชการ 2568', 'ติดต่อเรา'];
    const { agency, crawl } = buildCaseSite({
      agency: { name: 'อุทยานแห่งชาติตัวอย่าง', kind: 'other' },
      pages: [
        {
          url: '/',
          source: 'text',
          media: 'html',
          html: labels.map((label, at) => `<p><a href="/n${at}">${label}</a></p>`).join(''),
        },
        ...labels.flatMap((label, at) =>
          failed.includes(`/n${at}`)
            ? []
            : [{ url: `/n${at}`, source: 'text' as const, media: 'html' as const, html: `<h1>${label}</h1>` }],
        ),
      ],
      gaps: failed.map((url) => ({ url, fetch: 'response-timeout' })),
      notVisited: [],
      extraHosts: [],
      unreachable: undefined,
    });
    const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
    return criteria.find(({ id }) => id === 'stakeholder-survey')!.verdict;
  };
  expect([named(['/n0', '/n1', '/n3']), named(['/n1'])]).toEqual(['unknown', 'not-met']);
});

test('a firewall is told as one', () => {
  expect(said([1, 3, 6], 'blocked')).toBe('unknown/blocked');
});

test('pages that are not there were seen not to be', () => {
  expect(said([1, 3, 6], 'http-not-found')).toMatch(/^not-met\//);
});

test('what would hold nothing anyway does not count', () => {
  expect(said([1], 'http-server-error', ['/c'])).toBe('not-met/absent');
});
