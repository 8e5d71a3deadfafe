// A document that could not be read, under a label in the agency's own words: whether it may hold what is asked for is told by what
// the label speaks of, by its file's name and by the page it hangs on. Nothing else is blocked by it.
import { expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');

/** Verdict and reason, where `file` behind `html` on the page `title` could not be read. */
function judged(criterion: string, title: string, html: string, file: string): string {
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'สำนักงานวัฒนธรรมจังหวัดตัวอย่าง', kind: 'provincial-office' },
    pages: [
      { url: '/', source: 'text', media: 'html', html: `<ul><li><a href="/p">${title}</a></li></ul>` },
      { url: '/p', source: 'text', media: 'html', html: `<h1>${title}</h1>${html}` },
    ],
    gaps: [{ url: file, extract: 'image-only' }],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
  return `${verdict}/${reason}`;
}

const unread = 'unknown/unreadable-document';
const attached = (label: string, file: string): string => `<p><a href="${file}">${label}</a></p>`;

test.each([
  [
    'attached to the page of the plan',
    'plan-current',
    'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569',
    'ไฟล์แนบ: culture_69.pdf',
  ],
  ['of a quarter, on the page of progress', 'budget-progress', 'ความก้าวหน้ารายโครงการ', 'ข้อมูลสิ้นเดือนมีนาคม 2569'],
  ['spoken of in the label', 'plan-current', 'งานปีนี้', 'ลงตัวแล้ว 4 ประเด็น 13 โครงการ โหลดแผนปฏิบัติการปี 69 ได้เลย'],
])('%s', (_, criterion, title, label) => {
  expect(judged(criterion, title, attached(label, '/x/culture_69.pdf'), '/x/culture_69.pdf')).toBe(unread);
});

test('called so by its file alone', () => {
  const file = '/x/action-plan-2569.pdf';
  expect(judged('plan-current', 'งานปีนี้', attached('ฉบับหลังประชุมใหญ่', file), file)).toBe(unread);
});

test.each([
  ['of an older year', 'budget-progress', 'ความก้าวหน้ารายโครงการ', 'ข้อมูลสิ้นเดือนมีนาคม 2565'],
  ['named as something else', 'plan-current', 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569', 'แผนการจัดซื้อจัดจ้าง ปี 2569'],
  ['on a page of nothing of the sort', 'plan-current', 'ทำเนียบผู้บริหาร', 'ประวัติผู้อำนวยการ'],
  ['of the ministry', 'plan-current', 'ยุทธศาสตร์', 'แผนปฏิบัติราชการรายปี กระทรวงวัฒนธรรม 2569'],
])('blocks nothing: %s', (_, criterion, title, label) => {
  expect(judged(criterion, title, attached(label, '/x/a1.pdf'), '/x/a1.pdf')).toMatch(/^not-met\//);
});
