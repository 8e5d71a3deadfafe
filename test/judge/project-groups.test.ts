// Programmes by how a plan sets its projects apart, and reports on one project each.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const table = (one: string, other: string): string =>
  `<table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>${one}</td><td>8,000</td></tr><tr><td>${other}</td><td>12,000</td></tr></table>`;
const plan = (one: string, other: string): string =>
  judgePage(
    `<h1>แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569</h1><p>${one}</p>${table('รักการอ่าน', 'ค่ายลูกเสือ')}<p>${other}</p>${table('ห้องน้ำสะอาด', 'ซ่อมหลังคาโรงอาหาร')}`,
    'work-programmes',
  );

test('headings of its own, each over projects, order a plan by programmes', () => {
  expect(plan('คุณภาพผู้เรียน', 'อาคารและความปลอดภัย')).toBe('met/found-other-wording');
});

test.each([
  ['quarters', 'ไตรมาสที่ 1', 'ไตรมาสที่ 2'],
  ['kinds of money', 'งบดำเนินงาน', 'งบลงทุน'],
  ['departments', 'กลุ่มบริหารทั่วไป', 'ฝ่ายวิชาการ'],
  ['the work of departments', 'งานของกองช่าง', 'งานของกองการศึกษา'],
  ['one name again', 'คุณภาพผู้เรียน', 'คุณภาพผู้เรียน'],
])('%s do not', (_, one, other) => {
  expect(plan(one, other)).not.toMatch(/^met/);
});

const single = (project: string, spent: string): string =>
  `<h1>รายงานผลการจัดกิจกรรมตามแผนปฏิบัติการ ปีงบประมาณ 2569 โครงการ${project}</h1><table><tr><td>เป้าหมาย</td><td>60 คน</td></tr><tr><td>สถานะ</td><td>ดำเนินการเสร็จสิ้น</td></tr><tr><td>งบประมาณที่ได้รับ</td><td>24,000 บาท</td></tr>${spent}</table>`;
const paid = '<tr><td>จ่ายจริง</td><td>23,760 บาท</td></tr>';

test('reports on one project each tell of several together', () => {
  const verdict = (...pages: string[]) => judgePage(pages, 'budget-progress');
  expect(verdict(single('ดิจิทัลชุมชน', paid), single('ทำขนมพื้นบ้าน', paid))).toBe('met/found-other-wording');
  expect(verdict(single('ดิจิทัลชุมชน', paid), single('ดิจิทัลชุมชน', paid))).not.toMatch(/^met/);
  expect(verdict(single('ดิจิทัลชุมชน', paid), single('ทำขนมพื้นบ้าน', ''))).not.toMatch(/^met/);
});
