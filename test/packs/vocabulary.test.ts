// How titles are read with the shipped vocabulary: names agencies use, and what only looks like them.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readTitle } from '../../src/judge/title.ts';
import type { AgencyKind } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const { vocabulary } = loadPack('phuket-accountability');
const lexicon = lexiconOf(vocabulary);

function classesOf(title: string, kind: AgencyKind = 'department', name = 'หน่วยงานตัวอย่าง'): string[] {
  const { classes } = readTitle(lexicon, title, { name, kind });
  return [...classes.values()].filter((hit) => hit.grade !== 'weak').map((hit) => hit.id);
}

describe('names of the annual plan', () => {
  test.each([
    'แผนปฏิบัติราชการประจำปี',
    'แผนปฏิบัติราชการ 2569',
    'แผนปฏิบัติราชการ2569',
    'แผนปฏิบัติราชการรายปี พ.ศ. 2569',
    'แผนปฏิบัติราชการ (Action Plan) ประจำปีงบประมาณ 2569',
    'แผนปฏิบัติการประจำปีของหน่วยงาน(ทุกแผน)',
    'รวมเล่มแผนปฏิบัติการ',
    '2. รวมรูปเล่มแผนปฎิบัติราชการ ปีงบประมาณ 2568',
    '>เล่มแผนปฏิบัติราชการประจำปี2567',
    '📊 ดูแผนปฏิบัติราชการ',
    '010 - แผนดำเนินงานประจำปี',
    'O10 แผนดำเนินงานประจำปี',
    'EB 10 หน่วยงานมีการเผยแพร่แผนปฏิบัติราชการประจำปี',
    'แผนการดําเนินงานประจําปี 2569',
    'ประกาศใช้แผนการดําเนินงานประจําปี 2568 แก้ไขครั้งที่ 2/2568',
    'ประกาศ เรื่อง แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569',
    'แผนการดำเนินงาน/แผนการใช้จ่ายงบประมาณ ปี 2567',
    'แผนดำเนินงาน/งบประมาณประจำปี',
    'แผนดำเนินงานและการใช้งบประมาณประจำปี',
    'แผนและความก้าวหน้าในการดำเนินงานและการใช้จ่ายงบประมาณประจำปี',
    'แผนปฎิบัติงานและแผนงบประมาณประจำปี 2565',
    'แผนปฏิบัติราชการและแผนการใช้จ่ายงบประมาณประจำปี',
    'มาตรา 9(3) แผนงานโครงการและงบประมาณรายจ่ายประจำปีของปีที่กำลังดำเนินการ',
    'แผนปฏิบัติการประจำปี/การติดตามผล/รายงานความพึงพอใจ',
    'แผนพัฒนาสถานศึกษาหรือแผนปฏิบัติราชการประจำปี',
    'แผนปฏิบัติการ ปี 69',
    'แผนปฏิบัติราชการประจาปี ปีการศึกษา ๒๕๖3',
    'แผนปฏบิ ัตริ าชการประจาปี',
    'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ภายใต้แผนปฏิบัติราชการ ระยะ 5 ปี (พ.ศ. 2566-2570)',
    'Annual Action Plan 2026',
    'Annual Operation Plan',
  ])('%s', (title) => {
    expect(classesOf(title)).toContain('annual-plan');
  });

  test('another body’s plan is not this agency’s, its own is', () => {
    const title = 'แผนปฏิบัติราชการประจำปี พ.ศ. 2569 ของจังหวัดภูเก็ต';
    expect(classesOf(title, 'provincial-office', 'สำนักงานเกษตรจังหวัดภูเก็ต')).not.toContain('annual-plan');
    expect(classesOf(title, 'province', 'จังหวัดภูเก็ต')).toContain('annual-plan');
  });

  test('a person’s name after the word for plans is no plan of personnel', () => {
    const lookalikes = (title: string) =>
      readTitle(lexicon, title, { name: 'โรงเรียนตัวอย่าง', kind: 'school' }).lookalikes.map(({ id }) => id);
    expect(lookalikes('แผนงาน ครูสายใจ ใจดี')).toEqual([]);
    expect(lookalikes('แผนพัฒนาครู')).toEqual(['personnel']);
    expect(lookalikes('แผนงานบริหารครู ปี 2569')).toEqual(['personnel']);
  });

  test('a health plan is the yearly plan of health agencies only', () => {
    const title = 'แผนปฏิบัติการด้านสาธารณสุข ประจำปีงบประมาณ 2569';
    expect(classesOf(title, 'hospital')).toContain('annual-plan');
    expect(classesOf(title, 'municipality')).not.toContain('annual-plan');
  });

  const health = ['health-office', 'สำนักงานสาธารณสุขจังหวัดเกาะทราย'] as const;
  test.each([
    'แผนปฏิบัติราชการด้านสุขภาพ ปี 2569',
    'แผนปฏิบัติราชการด้านสุขภาพ จังหวัดเกาะทราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๙',
    'แผนปฏิบัติการสาธารณสุข คปสอ.เมืองทราย ปี 2569',
  ])('a health office’s: %s', (title) => {
    expect(classesOf(title, ...health)).toContain('annual-plan');
  });
  test.each([
    'แผนปฏิบัติราชการด้านสุขภาพจิต ปี 2569',
    'แผนปฏิบัติการด้านสุขภาพช่องปาก ปี 2569',
    'แผนปฏิบัติราชการด้านสุขภาพ 5 ปี',
    'แผนปฏิบัติราชการด้านสุขภาพ พ.ศ. 2566-2570',
    'แผนปฏิบัติราชการ จังหวัดเกาะทราย ปี 2569',
    'แผนปฏิบัติราชการด้านสุขภาพ จังหวัดอื่นไกล ปี 2569',
    'แผนปฏิบัติราชการด้านสาธารณสุข กระทรวงสาธารณสุข ปี 2569',
  ])('no health office’s: %s', (title) => {
    expect(classesOf(title, ...health)).not.toContain('annual-plan');
  });

  test('an agency’s own subject, with its province or without; not for several years, not the ministry’s', () => {
    const tourism = ['provincial-office', 'สำนักงานการท่องเที่ยวและกีฬาจังหวัดเกาะทราย'] as const;
    const named = (rest: string) => classesOf(`แผนปฏิบัติการด้านการท่องเที่ยว${rest}`, ...tourism);
    expect(named(' ปี 2569')).toContain('annual-plan');
    expect(named('จังหวัดเกาะทราย ปี 2569')).toContain('annual-plan');
    expect(named(' พ.ศ. 2566-2570')).toEqual([]);
    expect(named(' กระทรวงการท่องเที่ยวและกีฬา ปี 2569')).toEqual([]);
  });
});

describe('reports, orders and surveys', () => {
  test.each<[string, string, AgencyKind?]>([
    ['รายงานการประเมินผลการปฏิบัติงานตามแผนปฏิบัติราชการ', 'result-report'],
    ['รายงานผลการดำเนินงานประจำปี', 'result-report'],
    ['📋 ดูรายงานผลการดำเนินงานตามแผนปฎิบัติราชการ', 'result-report'],
    ['คำรับรองและรายงานผลการปฏิบัติราชการ', 'result-report'],
    ['สรุปรายงานผลการดำเนินงานประจำปี2567', 'result-report'],
    ['รายงานประจำปี', 'annual-report'],
    ['รายงานการประเมินตนเอง (SAR)', 'self-assessment', 'school'],
    ['รายงานการกำกับติดตามการดำเนินงานฯ รอบ 6 เดือน', 'monitoring-report'],
    ['รายงานความก้าวหน้ารอบ 6 เดือน (ต.ค.67–มี.ค.68)', 'monitoring-report'],
    ['สงป.301', 'monitoring-report'],
    ['ผลการดําเนินงานของแผนงาน/โครงการรายไตรมาส', 'monitoring-report'],
    ['รายงานการนิเทศ กำกับ ติดตาม โครงการ ปีการศึกษา 2569', 'monitoring-report', 'school'],
    ['รายงานการกำกับติดตามการใช้จ่ายงบประมาณ รอบ 6 เดือน', 'budget-report'],
    ['แผนและผลการเบิกจ่าย', 'budget-report'],
    ['สรุปผลการใช้จ่ายเงิน ปีงบประมาณ พ.ศ. 2568', 'budget-report'],
    ['รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปี 2568', 'lao-evaluation', 'subdistrict'],
    ['คำสั่งแต่งตั้งคณะกรรมการติดตามและประเมินผลแผนพัฒนาเทศบาล', 'monitoring-mechanism', 'municipality'],
    ['ระบบติดตามและประเมินผลแห่งชาติ (eMENSCR)', 'monitoring-mechanism'],
    ['คำสั่งแต่งตั้งผู้รับผิดชอบดำเนินการเผยแพร่ข้อมูลบนเว็บไซต์', 'disclosure-order'],
    ['กรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ', 'disclosure-order'],
    ['แบบวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายนอก (EIT)', 'survey-form'],
    ['แบบประเมินความพึงพอใจการให้บริการ', 'survey-form'],
    ['รายงานผลสำรวจความพึ่งพอใจการให้บริการ', 'survey-report'],
    ['ผลการดำเนินงานเทียบแผนดำเนินงาน ปีงบประมาณ 2568', 'result-report'],
    ['ผลการดำเนินงานเปรียบเทียบกับแผนปฏิบัติการ ปี 2568', 'result-report'],
    ['นิเทศติดตามแผน รอบ 1 ปี 2569', 'monitoring-report'],
    ['รายงานตามแผน ไตรมาส 2', 'monitoring-report'],
    ['รายงานความก้าวหน้าโครงการตามแผนการดำเนินงาน 9 เดือน ปี 2569', 'monitoring-report', 'municipality'],
    ['แบบรายงานความก้าวหน้าโครงการ รอบ 9 เดือน (ต.ค. 68 – มิ.ย. 69) ปีงบประมาณ พ.ศ. 2569', 'monitoring-report'],
    ['การใช้จ่ายงบประมาณรายโครงการ ปีงบประมาณ 2569 ณ 30 เมษายน 2569', 'budget-report'],
    ['รายงานการใช้เงินตามแผน ไตรมาส 2/2569', 'budget-report'],
    ['ร่วมประเมินความพึงพอใจลูกค้า', 'survey-form'],
    ['แบบประเมินคุณภาพการให้บริการ', 'survey-form'],
    ['ขอเชิญร่วมตอบแบบสอบถามความพึงพอใจ', 'survey-form'],
    ['แบบสำรวจความคิดเห็นของประชาชนต่อการให้บริการของเจ้าหน้าที่', 'survey-form'],
    ['สรุปผลแบบสำรวจความคิดเห็นผู้รับบริการและภาคีเครือข่าย', 'survey-report'],
    ['สรุปผลการตอบแบบสอบถามความพึงพอใจของประชาชน', 'survey-report'],
    ['ผลสำรวจความต้องการและความพึงพอใจของกลุ่มเป้าหมาย', 'survey-report'],
    ['ผลงานเด่น', 'progress-page'],
  ])('%s is %s', (title, id, kind) => {
    expect(classesOf(title, kind)).toContain(id);
  });

  test.each<[string, AgencyKind?]>([
    ['รายงานผลการติดตามและประเมินผลแผนพัฒนาการศึกษา', 'school'],
    ['รายงานผลการดำเนินงานตามมาตรการประหยัดพลังงาน รอบ 6 เดือน'],
    ['รายงานผลการดำเนินงานด้านการป้องกันยาเสพติด ประจำปี 2568'],
    ['รายงานการประเมินตนเอง (SAR)', 'university'],
    ['คำสั่งแต่งตั้งผู้ปิดประกาศและผู้ปลดประกาศ'],
    ['ผลการประเมิน ITA'],
    ['ผลการดำเนินงานเทียบแผนจัดซื้อจัดจ้าง ปี 2568'],
    ['แผนการใช้จ่ายงบประมาณรายโครงการ ปี 2569'],
    ['รายงานแผน ไตรมาส 2'],
    ['แบบสำรวจผู้สูงอายุ'],
    ['แบบประเมินสถานประกอบการ'],
    ['ขอเชิญร่วมประเมินความพึงพอใจการใช้งานเว็บไซต์'],
    ['ผลสำรวจความต้องการฝึกอบรมของบุคลากร'],
    ['ติดตามข่าวสาร'],
  ])('%s is none of them', (title, kind) => {
    expect(classesOf(title, kind)).toEqual([]);
  });
});

describe('every example of a look-alike', () => {
  const examples = vocabulary.lookalikes.flatMap((entry) => entry.examples.map((example) => ({ entry, example })));
  test.each(examples)('$entry.id: $example', ({ entry, example }) => {
    const kind = (['department', 'school', 'province'] as const).find((id) => !entry.exceptKinds?.includes(id))!;
    const reading = readTitle(lexicon, example, { name: 'หน่วยงานตัวอย่าง', kind });
    expect([...reading.classes.values()].filter((hit) => hit.grade !== 'weak')).toEqual([]);
  });
});
