// Tracking systems that give each project of the plan a page of its own.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1><table><tr><th>โครงการ</th><th>งบประมาณ</th></tr>
  <tr><td>ซ่อมท่าเรือบ้านแหลม</td><td>800,000</td></tr><tr><td>อบรมผู้ขับเรือ</td><td>60,000</td></tr>
  <tr><td>เก็บขยะชายหาด</td><td>45,000</td></tr></table><p><a href="/1">1</a> <a href="/2">2</a></p>`;
const page = (name: string, facts: string) => `<title>หน่วยงาน</title><h1>${name}</h1>${facts}`;
const site = (...pages: string[]) => [plan, ...pages] as const;

const chip = page(
  'ซ่อมท่าเรือบ้านแหลม',
  '<div>กำลังทำ</div><dl><dt>เงินที่ตั้งไว้</dt><dd>800,000</dd><dt>จ่ายไปแล้ว</dt><dd>240,000</dd></dl><ol><li>3 ก.พ. ลงนามสัญญา</li></ol>',
);
const lines = page(
  'TR-02 อบรมผู้ขับเรือ',
  '<p>Fiscal year 2569</p><div>Status: Done</div><div>Budget 60,000 THB</div><div>Spent 58,200 THB</div>',
);
const table = page(
  'เก็บขยะชายหาด',
  '<table><tr><td>สถานะ</td><td>ยังไม่เริ่ม</td></tr><tr><td>เบิกจ่าย</td><td>0</td></tr></table>',
);

describe('pages of one project each', () => {
  test.each([
    ['chips and lines', site(chip, lines)],
    ['tables of two columns', site(table, lines)],
    [
      'under a report’s name in the browser',
      site(...[table, lines].map((html) => html.replace('หน่วยงาน', 'ความก้าวหน้าโครงการ'))),
    ],
  ])('%s', (_, pages) => {
    expect(judgePage(pages, 'monitoring-results')).toMatch(/^met/);
    expect(judgePage(pages, 'budget-progress')).toMatch(/^met/);
  });

  test('one alone tells of one project', () => {
    expect(judgePage(site(chip), 'budget-progress')).not.toMatch(/^met/);
    expect(judgePage(site(chip), 'monitoring-results')).not.toMatch(/^met/);
  });

  test('budget and state show how far it has come, not what was spent', () => {
    const state = (name: string) => page(name, '<p>สถานะ: แล้วเสร็จ</p><p>งบประมาณ: 45,000 บาท</p>');
    const pages = site(state('เก็บขยะชายหาด'), state('อบรมผู้ขับเรือ'));
    expect(judgePage(pages, 'monitoring-results')).toMatch(/^met/);
    expect(judgePage(pages, 'budget-progress')).not.toMatch(/^met/);
  });

  test.each([
    [
      'of no plan’s projects',
      site(chip.replace('ซ่อมท่าเรือบ้านแหลม', 'ศูนย์ข้อมูลเมืองเก่า'), lines.replace('อบรมผู้ขับเรือ', 'พิพิธภัณฑ์สัตว์น้ำ')),
    ],
    ['of an older year', site(chip.replace('</h1>', '</h1><p>ปีงบประมาณ 2567</p>'), lines.replace('2569', '2567'))],
    [
      'news of them',
      site(
        ...['ซ่อมท่าเรือบ้านแหลม', 'อบรมผู้ขับเรือ'].map((name) =>
          page(
            name,
            '<p>วันนี้นายกเทศมนตรีลงพื้นที่ตรวจงานซึ่งเสร็จเรียบร้อยแล้ว โดยใช้งบประมาณ 60,000 บาท ประชาชนร่วมงานเป็นจำนวนมาก</p>',
          ),
        ),
      ),
    ],
    [
      'tenders for them',
      site(
        ...['ซ่อมท่าเรือบ้านแหลม', 'อบรมผู้ขับเรือ'].map((name) =>
          page(name, '<p>งบประมาณ: 60,000 บาท</p><p>ราคากลาง: 59,000 บาท</p><p>สถานะ: แล้วเสร็จ</p>'),
        ),
      ),
    ],
  ])('%s: none', (_, pages) => {
    expect(judgePage(pages, 'monitoring-results')).not.toMatch(/^met/);
    expect(judgePage(pages, 'budget-progress')).not.toMatch(/^met/);
  });
});
