// Which report a title names, however it is put together.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readTitle } from '../../src/judge/title.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);
const agency = { name: 'สำนักงานเกษตรจังหวัดทดสอบ', kind: 'provincial-office' } as const;

/** Classes named in words that leave no doubt. */
const named = (title: string): string[] =>
  [...readTitle(lexicon, title, agency).classes.values()].filter(({ grade }) => grade !== 'weak').map(({ id }) => id);

describe('a title names', () => {
  test.each([
    ['monitoring-report', 'แบบรายงานความก้าวหน้าโครงการ รอบ 9 เดือน (ต.ค. 68 – มิ.ย. 69) ปีงบประมาณ พ.ศ. 2569'],
    ['monitoring-report', 'รายงานผลความก้าวหน้าตามแผนปฏิบัติราชการ ปี 2569'],
    ['monitoring-report', 'รายงานความคืบหน้าโครงการ ต.ค.68 - มี.ค.69'],
    ['monitoring-report', 'สถานะการดำเนินงานโครงการ ปีงบประมาณ 2569'],
    ['monitoring-report', 'ติดตามผลโครงการและการใช้จ่าย ไตรมาส 1-2 ปี 2567'],
    ['monitoring-report', 'ข้อมูลติดตามโครงการ 31 พ.ค. 69 (csv)'],
    ['monitoring-report', 'Half-year progress and expenditure by project, FY2026'],
    ['budget-report', 'การใช้งบประมาณรายโครงการ'],
    ['budget-report', 'Spending by project, FY2026'],
    ['lessons-learned', 'ถอดบทเรียนการปฏิบัติงานตามแผนฯ ปี 2568'],
    ['lessons-learned', 'AAR แผนปฏิบัติราชการ 2568'],
    ['recommendation-list', 'สรุปปัญหาอุปสรรคในการดำเนินงานตามแผนปฏิบัติราชการประจำปี พ.ศ. 2568'],
  ])('%s: %s', (id, title) => {
    expect(named(title)).toContain(id);
  });

  // A report on the plan is not the plan.
  test.each([
    'Performance Report on the Annual Action Plan, Fiscal Year 2025',
    'Mid-term review of Annual Action Plan 2026',
  ])('a report and no plan: %s', (title) => {
    expect(named(title)).toEqual(['result-report']);
  });

  test.each([
    'นายอำเภอลงพื้นที่ติดตามโครงการ ปี 2569',
    'แบบฟอร์มติดตามผลการดำเนินงานโครงการ ปี 2569',
    'แผนการใช้จ่ายงบประมาณรายโครงการ ปี 2569',
    'ประชุมถอดบทเรียนการปฏิบัติงานตามแผนปฏิบัติงาน ปี 2568',
    'ถอดบทเรียนน้ำท่วมปี 2568',
    'แผนปฏิบัติงานประจำเดือนมิถุนายน 2569 พนักงานขับรถ',
    'Research project progress report',
    'Budget by project 2026',
    'Review of the plan preparation meeting',
  ])('none of them: %s', (title) => {
    expect(named(title)).toEqual([]);
  });
});
