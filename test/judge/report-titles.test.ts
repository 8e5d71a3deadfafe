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
    ['monitoring-report', 'แผนปฏิบัติราชการ ปี 2569 ทำไปถึงไหนแล้ว (9 เดือน)'],
    ['budget-report', 'การใช้งบประมาณรายโครงการ'],
    ['budget-report', 'Spending by project, FY2026'],
    ['lessons-learned', 'ถอดบทเรียนการปฏิบัติงานตามแผนฯ ปี 2568'],
    ['lessons-learned', 'AAR แผนปฏิบัติราชการ 2568'],
    ['lessons-learned', 'บันทึก AAR หลังสิ้นสุดแผนปฏิบัติการ ปีการศึกษา 2568'],
    ['monitoring-report', 'Dashboard แผนปฏิบัติราชการ 2569'],
    ['monitoring-report', 'สรุปรายงานความก้าวหน้า (M5) พล 0017-69-0003'],
    ['monitoring-report', 'ข้อสังเกตและข้อเสนอแนะจากการตรวจราชการ รอบที่ 1 ประจำปีงบประมาณ 2569'],
    ['monitoring-report', 'รายงานรายไตรมาส (มกราคม – มีนาคม 2569) แผนปฏิบัติราชการประจำปี'],
    ['result-report', 'แบบสรุปโครงการ (ปิดโครงการ) ปีงบประมาณ 2568'],
    ['result-report', 'สรุปการประเมินโครงการในแผนปฏิบัติการ ปีการศึกษา 2568'],
    ['result-report', 'ผลประเมินแผนปฏิบัติการ คณะสถาปัตยกรรม ปีงบประมาณ 2569'],
    ['result-report', 'ผลตัวชี้วัดตามแผนปฏิบัติราชการ ปีงบประมาณ 2568'],
    ['result-report', 'รายงานการวิเคราะห์ผลการดำเนินงานตามแผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568'],
    ['recommendation-list', 'สรุปปัญหาอุปสรรคในการดำเนินงานตามแผนปฏิบัติราชการประจำปี พ.ศ. 2568'],
    ['recommendation-list', 'ปัญหา อุปสรรค และข้อเสนอแนะจากการดำเนินงานตามแผน ปี 2568'],
  ])('%s: %s', (id, title) => {
    expect(named(title)).toContain(id);
  });

  test('how far a plan has come is not the plan', () => {
    expect(named('แผนปฏิบัติราชการ ปี 2569 ทำไปถึงไหนแล้ว')).toEqual(['monitoring-report']);
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

/** Everything named, weak words too. */
const classes = (
  title: string,
  of: {
    name: string;
    kind: 'subdistrict' | 'provincial-office' | 'school' | 'province' | 'provincial-administration';
  } = agency,
) => [...readTitle(lexicon, title, of).classes.keys()];
const local = { name: 'องค์การบริหารส่วนตำบลทดสอบ', kind: 'subdistrict' } as const;

describe('what a title is besides a name', () => {
  test.each([
    ['a meeting', 'ประชุม ติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปี 2568'],
    ['a visit', 'นายกลงพื้นที่ ติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปี 2568'],
    ['an album', 'อัลบั้มภาพ "ติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปี 2568"'],
    ['the deed of a committee', 'คณะกรรมการติดตามและประเมินผลแผนพัฒนาตำบลทดสอบ ลงพื้นที่ดูโครงการ ปี 2568'],
    ['an empty form', 'แบบรายงานสรุปผลการดำเนินงานตามแผนปฏิบัติการ'],
    ['one person’s', 'รายงานผลการปฏิบัติงานประจำปี 2568 ของนางสาวทดสอบ ใจดี'],
    ['each person’s', 'รายงานผลการปฏิบัติงาน รายบุคคล ปี 2568'],
    ['a tool', 'เครื่องมือการติดตามและประเมินผล ปี 2568'],
  ])('%s is no report: %s', (_, title) => {
    expect(classes(title, local)).toEqual([]);
  });

  test.each([
    ['lao-evaluation', 'เอกสารประกอบการประชุม รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปี 2568'],
    ['result-report', 'แบบรายงานสรุปผลการดำเนินงานตามแผนปฏิบัติการ ปี 2568'],
    ['result-report', 'รายงานผลการดำเนินงานประจำปี 2568 ของนายกองค์การบริหารส่วนตำบลทดสอบ'],
    ['recommendation-list', 'ข้อเสนอแนะของผู้ตรวจราชการ (นางทดสอบ ใจดี) ปี 2568'],
    ['monitoring-mechanism', 'คณะกรรมการติดตามและประเมินผลแผนพัฒนาตำบลทดสอบ ปี 2568'],
  ])('still %s: %s', (id, title) => {
    expect(classes(title, local)).toContain(id);
  });

  test.each([
    'แผนปฏิบัติการ 2568 · ผลจริง',
    'แผนปฏิบัติการ 2568 (ผลการดำเนินงาน)',
    'ผลงานและการใช้เงินตามแผน ปีงบประมาณ 2568',
    'สรุปผลการดำเนินงานแผนงาน/โครงการ แผนปฏิบัติราชการ ประจำปี',
  ])('results, not the plan they are of: %s', (title) => {
    expect(classes(title)).toContain('result-report');
    expect(classes(title)).not.toContain('annual-plan');
  });

  test.each([
    'แผนปฏิบัติการ 2569 (ฉบับปรับปรุง)',
    'แผนปฏิบัติราชการ 2569 | ผลการดำเนินงาน 2568',
    'ผลการดำเนินงาน ปี 2568 และแผนปฏิบัติราชการ ปี 2569',
  ])('the plan too: %s', (title) => {
    expect(classes(title)).toContain('annual-plan');
  });

  test.each([
    'แผนปฏิบัติการปี 2569 : ผ่านมา 6 เดือน ทำอะไรไปแล้วบ้าง',
    'แผนปฏิบัติการปี 2569 ครบครึ่งปี',
    'แผนปฏิบัติการปี 2569 ผ่านไปแล้ว ๒ ไตรมาส',
  ])('how far it has come by then, not the plan: %s', (title) => {
    expect(classes(title)).toEqual(['monitoring-report']);
  });

  test('what the money was spent on is a result where it was spent by the plan', () => {
    expect(classes('ผลงานและการใช้เงินสะสม ปีงบประมาณ 2568')).not.toContain('result-report');
  });

  test('results by the budget’s ordinance and by the plan are the plan’s; the ordinance alone is no report', () => {
    const both = 'ตามข้อบัญญัติงบประมาณรายจ่าย และแผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2568';
    const alone = 'ตามข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2568';
    expect(classes(`รายงานผลการดำเนินงาน${both}`, local)).toEqual(['result-report']);
    expect(classes(`รายงานผลการดำเนินงาน${alone}`, local)).toEqual([]);
    expect(classes(alone.slice('ตาม'.length), local)).toEqual([]);
  });

  test('of a document its first line, whatever stands under it; a chapter’s is no report', () => {
    const under = '\nการพัฒนาคุณภาพการให้บริการประชาชนและการมีส่วนร่วมของภาคีเครือข่ายในพื้นที่อย่างยั่งยืน'.repeat(2);
    expect(classes(`กรอบงานประจำปีและแผนปฏิบัติการ พ.ศ. 2568${under}`)).toEqual(['annual-plan']);
    expect(classes(`ส่วนที่ 4 การติดตามและประเมินผล${under}`, local)).toEqual([]);
    expect(classes(`บทที่ 5 สรุปและรายงานผลการดำเนินงาน${under}`)).toEqual([]);
  });

  test('the plan of a group of provinces is no province’s own', () => {
    const nameless = { name: '', kind: 'province' } as const;
    expect(classes('แผนปฏิบัติราชการประจำปีของกลุ่มจังหวัดตัวอย่าง พ.ศ. 2569', nameless)).toEqual([]);
    expect(classes('แผนปฏิบัติราชการประจำปีของจังหวัดตัวอย่าง พ.ศ. 2569', nameless)).toEqual(['annual-plan']);
  });
});

describe('other names for the same', () => {
  test.each([
    ['lao-evaluation', 'รายงานผลงานการติดตามและประเมินผลแผนพัฒนาสี่ปี ประจำปี 2567'],
    ['lao-evaluation', 'ประกาศผลการให้คะแนนการติดตามและประเมินผลยุทธศาสตร์ ปี 2567'],
    ['lao-evaluation', 'รายงานการติดตามและประเมินผลแผน ประจำปี 2567 รอบเดือนตุลาคม'],
    ['lao-evaluation', 'การติดตามและประเมินผลการจัดทำและแปลงแผนไปสู่การปฏิบัติ ประจำปี 2567'],
    ['annual-plan', 'โครงการตามแผนปฏิบัติการประจำปี 2569 ที่ได้รับอนุมัติแล้ว'],
    ['annual-plan', 'แผนการการดำเนินงานประจำปีงบปรมาณ 2569'],
    ['monitoring-report', 'รายงานผลการดำเนินงาน ประจำเดือนมีนาคม 2569'],
    ['monitoring-report', 'ผลงานเทียบกับเป้าหมายรายไตรมาส'],
    ['result-report', 'การรายงานผลการดำเนินงานในรอบปีงบประมาณ พ.ศ. 2568'],
    ['result-report', 'ประกาศผลการดำเนินงาน_ปี_2568.pdf'],
    ['monitoring-mechanism', 'ผังขั้นตอนการดำเนินการติดตามและประเมินผลแผนพัฒนา'],
    ['monitoring-mechanism', 'การแต่งตั้งคณะกรรมการติดตามเร่งรัดการบริหารโครงการ ปี 2569'],
    ['disclosure-order', 'MOIT 1 หน่วยงานมีการกำหนดมาตรการและวางระบบการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์'],
    ['survey-report', 'การประเมินผลความพึงพอใจของผู้รับบริการ ปี 2568'],
  ])('%s: %s', (id, title) => {
    expect(classes(title, local)).toContain(id);
  });

  test.each([
    'ช่องทางการรับฟังความคิดเห็น',
    'การเปิดโอกาสให้เกิดการมีส่วนร่วม',
    'การประเมินผลความพึงพอใจของบุคลากร ปี 2568',
    'โครงการตามแผนปฏิบัติการประจำปี 2569 มอบถุงยังชีพ',
    'หลักเกณฑ์และวิธีการประเมินผล',
  ])('none of them: %s', (title) => {
    expect(classes(title, local).filter((id) => id !== 'budget-report')).toEqual([]);
  });

  test('a development plan’s name that ends in the first words of its owner', () => {
    expect(classes('การติดตามและประเมินผลแผนพัฒนาองค์การบริหารส่วนตำบลทดสอบ ปี 2567', local)).toEqual(['lao-evaluation']);
    expect(classes('การติดตามและประเมินผลแผนพัฒนาองค์การบริหารส่วนตำบลอื่น ปี 2567', local)).toEqual([]);
    const province = { name: 'องค์การบริหารส่วนจังหวัดทดสอบ', kind: 'provincial-administration' } as const;
    expect(classes('การติดตามและประเมินผลแผนพัฒนาองค์การบริหารส่วนจังหวัดทดสอบ ปี 2567', province)).toEqual(['lao-evaluation']);
  });

  test.each([
    ['แผนปฏิบัติการ 63', 2563],
    ['รวมแผน66', 2566],
    ['ผลดำเนินงาน 67', 2567],
    ['report 67 - e_book', 2567],
    ['แผนที่ 63', undefined],
    ['แผนงาน 60 โครงการ', undefined],
    ['ร้อยละของผลการดำเนินงาน 67', undefined],
    ['3. ผลการดำเนินงาน 67', undefined],
  ])('year of %s', (title, year) => {
    expect(readTitle(lexicon, title, agency).year?.year).toBe(year);
  });
});

test('the number of a round counts no years of a plan', () => {
  const office = { name: 'สำนักงานสาธารณสุขอำเภอทดสอบ', kind: 'health-office' } as const;
  const read = (span: string) => readTitle(lexicon, `รายงานผลการดำเนินงานตามแผนปฏิบัติการด้านสุขภาพ ${span}`, office);
  expect([...read('ไตรมาสที่ 2 ปีงบประมาณ 2569').classes.keys()]).toContain('result-report');
  expect(read('ระยะ 5 ปี (2566-2570)').lookalikes.map(({ id }) => id)).toContain('multi-year-plan');
});
