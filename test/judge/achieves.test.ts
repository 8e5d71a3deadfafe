// What a few words of results must say to be an evaluation.
import { expect, test } from 'vitest';
import type { Agency } from '../../src/model/registry.ts';
import { judgePage } from './judge-page.ts';

const school: Pick<Agency, 'kind' | 'name'> = { kind: 'school', name: 'โรงเรียนทดสอบวิทยา' };
const sar = '<h1>รายงานการประเมินตนเองของสถานศึกษา (SAR) ปีการศึกษา 2568</h1>';

test('standards and the grades that they were given', () => {
  const graded = `${sar}<h3>มาตรฐานที่ 1 คุณภาพผู้เรียน ระดับดีเลิศ</h3><p>ผลสัมฤทธิ์เฉลี่ย 2.94</p><h3>มาตรฐานที่ 2 กระบวนการบริหาร ระดับดี</h3>`;
  expect(judgePage(graded, 'past-year-evaluation', school)).toBe('met/found-other-wording');
});

test.each([
  ['standards without grades', '<h3>มาตรฐานที่ 1 คุณภาพผู้เรียน</h3><h3>มาตรฐานที่ 2 กระบวนการบริหาร</h3>'],
  ['grades aimed at', '<p>ค่าเป้าหมาย มาตรฐานที่ 1 ระดับดีเลิศ</p><p>ค่าเป้าหมาย มาตรฐานที่ 2 ระดับดีเลิศ</p>'],
])('%s show none', (_, html) => {
  expect(judgePage(sar + html, 'past-year-evaluation', school)).toBe('review/title-only');
});

test('a line that names the report and goes on to tell it', () => {
  const told = (line: string) => judgePage(`<h1>บทเรียนจากปีที่แล้ว</h1><p>${line}</p>`, 'past-year-evaluation');
  expect(told('ผลการดำเนินงานตามแผนปี 2568 จาก 6 โครงการ แล้วเสร็จ 5 โครงการ (ร้อยละ 83)')).toBe('met/found-other-wording');
  expect(told('ผลการดำเนินงานตามแผนปี 2568 จำนวน 6 โครงการ')).not.toMatch(/^met/);
});

test.each([
  ['จาก 6 โครงการ แล้วเสร็จ 5 โครงการ', true],
  ['บรรลุเป้าหมายร้อยละ 92', true],
  ['โครงการที่ตั้งงบ 50 ทำเสร็จ 40 (80 %)', true],
  ['โครงการที่ตั้งงบ 50 จะให้เสร็จ 40 แห่ง', false],
  ['ทำสัญญา 30 โครงการ 2,000,000 บาท คิดเป็นร้อยละ 60', true],
  ['ทำสัญญา 30 โครงการ 2,000,000 บาท', false],
  ['ผู้เรียนผ่านเกณฑ์ร้อยละ 80 ขึ้นไป', false],
  ['จะดำเนินการ 6 โครงการ', false],
  // Told off by how far they have come.
  ['มี 23 โครงการ ปิดได้ 19 ไม่ได้ทำ 2 ค้าง 2', true],
  ['ทั้งปี 12 กิจกรรม เสร็จ 9 กิจกรรม ยกเลิก 1 กิจกรรม เลื่อนไปปีหน้า 2 กิจกรรม', true],
  ['ทั้งหมด 40 เรื่อง จบแล้ว 31 ยังไม่จบ 9', true],
  ['มี 23 โครงการ ใน 3 ตำบล งบ 19 ล้าน', false],
  ['มี 23 โครงการ ปิดรับสมัคร 19 มิถุนายน', false],
  ['มี 23 โครงการ เสร็จสิ้นปี 2569', false],
])('%s: %s', (line, told) => {
  const verdict = judgePage(`<h1>ผลการดำเนินงานตามแผน ปี 2568</h1><p>${line}</p>`, 'past-year-evaluation');
  expect(verdict.startsWith('met')).toBe(told);
});

test('a sentence that names publications is the content of the title over it', () => {
  const html =
    '<h2>มาตรการการเผยแพร่ข้อมูลต่อสาธารณะ</h2><p>ให้เจ้าหน้าที่นำข้อมูลแผนปฏิบัติราชการ ผลการดำเนินงาน และงบประมาณ เผยแพร่ทางเว็บไซต์ภายใน 15 วัน</p>';
  expect(judgePage(html, 'disclosure-order')).toBe('met/found-other-wording');
});

test('a story’s first line says what it tells', () => {
  const html =
    '<h1>หกเดือนแรกเราทำอะไรไปแล้วบ้าง</h1><p>เมื่อสิ้นเดือนมีนาคม 2569 สำนักงานติดตามงานตามแผนการดำเนินงานประจำปีแล้ว สรุปได้ดังนี้</p>' +
    '<ul><li>ทะเบียนดิจิทัล: บันทึกแล้ว 641 รายการ คิดเป็นร้อยละ 53</li><li>นิทรรศการ: จัดแล้ว 8 จาก 12 ครั้ง</li></ul>';
  expect(judgePage(html, 'monitoring-results')).toMatch(/^met/);
});

test('results of a part of what the agency is named after present its progress; another subject’s do not', () => {
  const enforcement = { kind: 'provincial-office' as const, name: 'สำนักงานบังคับคดีจังหวัดเกาะทราย' };
  const html = (of: string) =>
    `<h2>ผลการปฏิบัติงาน${of} ปีงบประมาณ 2569</h2><table><tr><th>ภารกิจ</th><th>เป้าหมาย</th><th>ผลงาน</th></tr>` +
    '<tr><td>ผลักดันทรัพย์สิน</td><td>900</td><td>612</td></tr><tr><td>ไกล่เกลี่ยข้อพิพาท</td><td>300</td><td>241</td></tr></table>';
  expect(judgePage(html('บังคับคดีแพ่ง'), 'progress-presentation', enforcement)).toMatch(/^met/);
  expect(judgePage(html('ประหยัดพลังงาน'), 'progress-presentation', enforcement)).not.toMatch(/^met/);
});

test('results beside the plan they are compared with', () => {
  const html =
    '<h2>ผลการดำเนินงานเทียบแผนดำเนินงาน ปีงบประมาณ 2568</h2><table><tr><th>ตัวชี้วัด</th><th>แผน</th><th>ผล</th></tr>' +
    '<tr><td>น้ำสูญเสีย</td><td>22.0</td><td>23.4</td></tr><tr><td>ผู้ใช้น้ำเพิ่ม</td><td>600</td><td>655</td></tr></table>';
  expect(judgePage(html, 'past-year-evaluation')).toBe('met/found-other-wording');
  expect(judgePage(html, 'plan-current')).not.toMatch(/^met/);
});

test('a report on "the plan" is about the plan that the headings over it name', () => {
  const html = (head: string) =>
    `<h2>${head}</h2><h3>รายงานผลตามแผน รอบ 6 เดือน ปี 2569</h3><table><tr><th>โครงการ</th><th>ความก้าวหน้า</th></tr>` +
    '<tr><td>โครงการอบรมหนึ่ง</td><td>แล้วเสร็จ</td></tr><tr><td>โครงการอบรมสอง</td><td>อยู่ระหว่างดำเนินการ</td></tr></table>';
  expect(judgePage(html('แผนปฏิบัติราชการประจำปี 2569'), 'monitoring-results')).toMatch(/^met/);
  expect(judgePage(html('แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2569'), 'monitoring-results')).not.toMatch(/^met/);
});

test('a dead label of the development plan’s evaluation promises no spending by project', () => {
  const html =
    '<table><tr><th>ชื่อเอกสาร</th><th>ไฟล์</th></tr><tr><td>รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปี 2568</td><td>รอใส่ลิงก์</td></tr>' +
    '<tr><td>ข้อมูลทั่วไป</td><td><a href="a.pdf">PDF</a></td></tr></table>';
  const local: Pick<Agency, 'kind' | 'name'> = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลเกาะทราย' };
  expect(judgePage(html, 'past-year-evaluation', local)).toBe('not-met/not-a-link');
  expect(judgePage(html, 'budget-progress', local)).toBe('not-met/absent');
});

test('what was reached beside each aim, in whatever order', () => {
  const told = (...lines: string[]) =>
    judgePage(
      `<h2>สรุปผลการดำเนินโครงการตามแผนปฏิบัติการ ปีการศึกษา 2568</h2>${lines.map((line) => `<p>${line}</p>`).join('')}`,
      'past-year-evaluation',
      school,
    );
  expect(told('เป้าหมาย นักเรียนร้อยละ 80 อ่านคล่อง ผลที่ได้ร้อยละ 84.5', 'เป้าหมาย 12 ห้อง ทำได้ 11 ห้อง')).toMatch(/^met/);
  expect(told('เป้าหมาย นักเรียนร้อยละ 80 อ่านคล่อง', 'เป้าหมาย 12 ห้อง จะทำให้ได้ใน 2 ปี')).not.toMatch(/^met/);
});

test('the same counted as it was meant to be and as it came out', () => {
  const report = (...lines: string[]) =>
    judgePage(
      `<h1>ผลการปฏิบัติราชการตามแผนประจำปีงบประมาณ พ.ศ. 2568</h1>${lines.map((line) => `<p>${line}</p>`).join('')}`,
      'past-year-evaluation',
    );
  const meant = ['เรื่องแรก งานพัฒนาผู้ประกอบการ ตั้งใจไว้ 60 ราย', 'เรื่องที่สอง งานตรวจเครื่องชั่งในตลาดสด วางไว้ 900 เครื่อง'];
  expect(report(`${meant[0]} ผ่านการพัฒนา 63 ราย`, `${meant[1]} ตรวจได้ 871 เครื่อง`)).toMatch(/^met/);
  expect(report(`${meant[0]} ปีหน้าจะเพิ่มอีก 63 ราย`, `${meant[1]} งบประมาณ 90,000 บาท`)).not.toMatch(/^met/);
  expect(report(`${meant[0]} รุ่นละ 30 ราย`, `${meant[1]} ได้แก่ตลาดใหญ่ 600 เครื่อง`)).not.toMatch(/^met/);
});
