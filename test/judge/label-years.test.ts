// Which year of a label is the document's: the day on which it was posted is none, up to which day it reports is. And which year is a
// plan's that no name says.
import { describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { judgePage } from './judge-page.ts';

const pack = loadPack('phuket-accountability');

/** Verdict and reason on progress and spending, for a report of 2569 that is called so. */
function judged(label: string): string {
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'สำนักงานตัวอย่าง', kind: 'provincial-office' },
    pages: [
      { url: '/', source: 'text', media: 'html', html: `<p><a href="/r.pdf">${label}</a></p>` },
      {
        url: '/r.pdf',
        source: 'text',
        media: 'pdf',
        document: [
          '# รายงานความก้าวหน้าและการใช้จ่ายงบประมาณรายโครงการ ตามแผนปฏิบัติราชการประจำปี 2569',
          '| โครงการ | งบประมาณ | เบิกจ่าย | สถานะ |',
          '| โครงการส่งเสริมเกษตรแปลงใหญ่ | 120,000 | 80,000 | อยู่ระหว่างดำเนินการ |',
          '| โครงการตลาดเกษตรกร | 50,000 | 50,000 | แล้วเสร็จ |',
        ].join('\n'),
      },
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  const { verdict, reason } = criteria.find(({ id }) => id === 'budget-progress')!;
  return `${verdict}/${reason}`;
}

describe('a plan in whose names no year stands', () => {
  const plan = (line: string, ...months: readonly string[]): string =>
    `<h1>แผนปฏิบัติราชการประจำปีของสำนักงาน</h1><p>${line}</p><table><tr><th>แผนงาน</th><th>โครงการ</th><th>งบประมาณ (บาท)</th><th>ระยะเวลา</th></tr>${months.map((month, at) => `<tr><td>แผนงานประมงยั่งยืน</td><td>โครงการท่าเรือปลอดขยะ ระยะ ${at + 1}</td><td>${at + 1}40,000</td><td>${month}</td></tr>`).join('')}</table>`;
  const current = (html: string): string => judgePage(html, 'plan-current');

  test('is of the year of its first lines', () => {
    const months = ['ม.ค. – มี.ค.', 'เม.ย.', 'พ.ค.'];
    expect(current(plan('ในปีงบประมาณ พ.ศ. 2569 สำนักงานได้รับเงิน 720,000 บาท', ...months))).toMatch(/^met/);
    expect(current(plan('ในปีงบประมาณ พ.ศ. 2567 สำนักงานได้รับเงิน 720,000 บาท', ...months))).toBe('not-met/outdated');
    expect(current(plan('สำนักงานได้รับเงิน 720,000 บาท', ...months))).toBe('review/unclear-year');
  });
  test('or of the months in its rows', () => {
    expect(current(plan('ทุกงานทำภายในปี', 'ต.ค. 68 – มี.ค. 69', 'ม.ค. 69', 'ส.ค. 69'))).toMatch(/^met/);
    expect(current(plan('ทุกงานทำภายในปี', 'ต.ค. 67 – มี.ค. 68', 'ม.ค. 69', 'ส.ค. 69'))).toBe('review/unclear-year');
  });
});

test.each([
  'สรุปเงินและสถานะรายโครงการ เผยแพร่ 23 ม.ค. 2566',
  'สรุปเงินและสถานะรายโครงการ 23 มกราคม 2566',
  '23 ม.ค. 2566 สรุปเงินและสถานะรายโครงการ',
  'สรุปเงินและสถานะรายโครงการ 23 ม.ค. 2566 | ดาวน์โหลดแล้ว 144 ครั้ง',
  'สรุปเงินและสถานะรายโครงการ 23 ม.ค. 2566 (เปิดอ่าน 1,204 ครั้ง)',
  'สรุปเงินและสถานะรายโครงการ (อัปเดตเมื่อ 23 ม.ค. 2566) ฉบับเต็ม',
])('posted on a day: %s', (label) => {
  expect(judged(label)).toMatch(/^met/);
});

test.each(['สรุปเงินและสถานะรายโครงการ ณ 31 มีนาคม 2566', 'สรุปเงินและสถานะรายโครงการ ปีงบประมาณ 2566'])(
  'another year than the document says: %s',
  (label) => {
    expect(judged(label)).toBe('review/label-conflict');
  },
);
