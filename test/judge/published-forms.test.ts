// What offices publish in set forms, and their doubles: each of these was seen on real sites before it was written down here.
import { describe, expect, test } from 'vitest';
import type { Agency } from '../../src/model/registry.ts';
import { judgePage } from './judge-page.ts';

const sao: Pick<Agency, 'kind' | 'name'> = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลทดสอบ' };
const school: Pick<Agency, 'kind' | 'name'> = { kind: 'school', name: 'โรงเรียนทดสอบ' };
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const table = (head: string, ...rows: readonly string[]) =>
  `<table><tr><th>${head.replaceAll('|', '</th><th>')}</th></tr>${rows.map((row) => `<tr><td>${row.replaceAll('|', '</td><td>')}</td></tr>`).join('')}</table>`;

describe('an announcement that only announces', () => {
  const law =
    'ตามระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนาขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2548 ข้อ 29 กำหนดให้คณะกรรมการติดตามและประเมินผลแผนพัฒนาท้องถิ่นรายงานผลและเสนอความเห็นต่อผู้บริหารท้องถิ่น พร้อมทั้งประกาศผลให้ประชาชนทราบอย่างน้อยปีละหนึ่งครั้ง ผลการดำเนินงานตามแผนจึงต้องเปิดเผย';
  const announced = p(law, 'จึงประกาศให้ทราบโดยทั่วกัน', 'ประกาศ ณ วันที่ 2 ธันวาคม พ.ศ. 2568');

  test('shows no result, and leaves it to a person', () => {
    const title = 'ประกาศ เรื่อง รายงานผลการติดตามและประเมินผลแผนพัฒนา ประจำปีงบประมาณ พ.ศ. 2568';
    expect(judgePage(`<h1>${title}</h1>${announced}`, 'past-year-evaluation', sao)).toBe('review/title-only');
    const told = p('ในปี 2568 มีโครงการ 87 โครงการ ดำเนินการแล้วเสร็จ 30 โครงการ คิดเป็นร้อยละ 34.48');
    expect(judgePage(`<h1>${title}</h1>${told}${announced}`, 'past-year-evaluation', sao)).toMatch(/^met/);
  });

  test('that a plan is in force is no plan', () => {
    const title = 'ประกาศใช้แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569';
    const lines = p(`${law} โครงการและกิจกรรมทั้งหมด`, 'จึงประกาศใช้แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569');
    expect(judgePage(`<h1>${title}</h1>${lines}`, 'plan-current', sao)).not.toMatch(/^met/);
  });
});

describe('cards that count the plan’s projects by how far they are', () => {
  const card = (word: string, figure: string, more: string) =>
    `<div class="card"><p>${word}</p><p class="text-2xl">${figure}</p><p>${more}</p></div>`;
  const cards = (done: number) =>
    card('โครงการทั้งหมด', '72 โครงการ', 'งบ 41.20 ล้าน บาท') +
    card('ดำเนินการแล้วเสร็จ', `${done} โครงการ`, '39% ของทั้งหมด') +
    card('อยู่ระหว่างดำเนินการ', '21 โครงการ', 'งบ 8.10 ล้าน บาท') +
    card('ยังไม่ได้ดำเนินการ', '23 โครงการ', '32% ของทั้งหมด');
  const money = `<h3>งบประมาณ (บาท)</h3>${card('เบิกจ่ายแล้ว', '9.33 ล้าน', 'บาท')}${card('คงเหลือ', '31.87 ล้าน', 'บาท')}`;
  const page = (done: number) => `<h1>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</h1>${cards(done)}${money}`;

  test('show that it is monitored, where they make up the whole', () => {
    expect(judgePage(page(28), 'monitoring-results', sao)).toMatch(/^met/);
    expect(judgePage(page(27), 'monitoring-results', sao)).not.toMatch(/^met/);
  });

  test('and name no projects, nor does what became of the money', () => {
    expect(judgePage(page(28), 'projects', sao)).not.toMatch(/^met/);
  });
});

test('a plan’s summary by programmes shows the plan, and no project by name', () => {
  const sums = table(
    'ยุทธศาสตร์/แผนงาน|จำนวนโครงการ|จำนวนงบประมาณ (บาท)',
    '1.1 แผนงานเคหะและชุมชน|12|5,600,000',
    '1.2 แผนงานการเกษตร|4|150,000',
  );
  const page = `<h1>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</h1>${sums}`;
  expect(judgePage(page, 'plan-current', sao)).toMatch(/^met/);
  expect(judgePage(page, 'projects', sao)).not.toMatch(/^met/);
  expect(judgePage(page.replace('แผนการดำเนินงาน ', 'ข้อบัญญัติงบประมาณ '), 'plan-current', sao)).not.toMatch(/^met/);
});

describe('opinions of the committee that follows the plan', () => {
  const lead =
    'คณะกรรมการติดตามและประเมินผลแผนพัฒนา ได้ติดตามการดำเนินงานตามแผนการดำเนินงาน ประจำปีงบประมาณ 2568 และได้เสนอความเห็นต่อนายก อบต. ดังนี้';
  const points = p('1. การก่อสร้างถนนบางสายล่าช้า แนะนำให้กองช่างเร่งสำรวจ', '2. โครงการอบรมอาชีพมีผู้เข้าร่วมน้อย');
  test('are recommendations, in an album as well', () => {
    expect(judgePage(`<h1>ภาพการประชุม</h1>${p(lead)}${points}`, 'recommendations', sao)).toMatch(/^met/);
  });
  test('of another committee are none', () => {
    const other = lead.replace('ติดตามและประเมินผลแผนพัฒนา', 'ศูนย์พัฒนาเด็กเล็ก').replace('ตามแผนการดำเนินงาน', 'ของศูนย์');
    expect(judgePage(`<h1>ภาพการประชุม</h1>${p(other)}${points}`, 'recommendations', sao)).not.toMatch(/^met/);
  });
});

describe('results by local government’s budget ordinance', () => {
  const rows = table(
    'ลำดับ|โครงการ/กิจกรรม|งบประมาณ|เบิกจ่าย|สถานะ',
    '1|โครงการวันท้องถิ่นไทย|10,000|4,950|แล้วเสร็จ',
    '2|โครงการปลูกหญ้าแฝก|10,000|5,000|แล้วเสร็จ',
    '3|โครงการอบรม อปพร.|100,000|98,200|แล้วเสร็จ',
  );
  test('are those of the year’s projects, project by project', () => {
    const page = `<h1>รายงานการกำกับติดตามผลการดำเนินงานตามข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</h1>${rows}`;
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(judgePage(page, criterion, sao)).toMatch(/^met/);
  });
  test('the ordinance itself is a budget', () => {
    const page = `<h1>ข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2569</h1>${rows}`;
    expect(judgePage(page, 'monitoring-results', sao)).not.toMatch(/^met/);
  });
});

test.each([
  ['steps to be taken', 'ไตรมาส 1', 'จัดทำเอกสารพื้นฐาน', 'ติดตามและประเมินผล', 'รายงานผลการดำเนินงาน', 'ปรับปรุงการดำเนินงาน'],
])('right headings over %s show nothing', (_, ...lines) => {
  const page = `<h1>ความคืบหน้าการดำเนินงานตามแผนปฏิบัติการ ปีงบประมาณ 2569</h1>${p(...lines, ...lines, ...lines)}`;
  expect(judgePage(page, 'monitoring-results', sao)).toBe('review/title-only');
});

test('that nothing is there yet is said of the title above, in however large letters', () => {
  const page = '<h2>แผนการดำเนินงาน ประจำปี 2569</h2><center><h1>กำลังปรับปรุงข้อมูล...</h1></center>';
  expect(judgePage(page, 'plan-current', sao)).toMatch(/^not-met/);
});

test('a report named after one project is on that alone', () => {
  const rows = table(
    'กิจกรรม|งบประมาณ|จ่ายจริง|ผลการดำเนินงาน',
    '1. อบรมคัดแยกขยะ|4,000|4,000|ดำเนินการแล้ว นร. 137 คน',
    '2. ธนาคารขยะ|3,000|2,100|เปิดทุกวันพุธ',
    '3. ปุ๋ยหมัก|5,000|4,890|ได้ปุ๋ย 350 กก.',
  );
  const page = `<h1>รายงานผลโครงการ โรงเรียนปลอดขยะ ปีการศึกษา 2569</h1>${rows}`;
  expect(judgePage(page, 'projects', school)).not.toMatch(/^met/);
  expect(judgePage(page, 'monitoring-results', school)).not.toMatch(/^met/);
});

test('a memo’s last part asks its reader for something and is no recommendation', () => {
  const memo = p(
    'บันทึกข้อความ',
    'เรื่อง รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปี 2568',
    'โครงการแล้วเสร็จ 12 จาก 14 โครงการ คิดเป็นร้อยละ 85.71',
    '3. ข้อเสนอ',
    'จึงเรียนมาเพื่อโปรดทราบ และพิจารณาอนุญาตให้นำเผยแพร่บนเว็บไซต์ของหน่วยงาน',
    'นางสาวจิราพร นักวิชาการสาธารณสุขชำนาญการ',
  );
  expect(judgePage(memo, 'recommendations', school)).not.toMatch(/^met/);
});

describe('news that tells of the work', () => {
  const news = (...works: string[]) =>
    `<h1>ประชุมติดตามความก้าวหน้าโครงการตามแผนปฏิบัติราชการ ประจำปี 2569</h1>${p(`ที่ประชุมได้รับทราบความก้าวหน้า ได้แก่ ${works.join(' ')}`)}`;
  test('project by project in one sentence, with money and how far they are', () => {
    const page = news(
      'โครงการขุดลอกลำน้ำเก่า งบประมาณ 12.8 ล้านบาท ผลงานร้อยละ 45 เบิกจ่ายแล้ว 3.84 ล้านบาท',
      'โครงการปรับปรุงตลาดผ้าไหม งบประมาณ 5.2 ล้านบาท ตรวจรับงานงวดสุดท้ายแล้ว เบิกจ่าย 5.17 ล้านบาท',
      'และโครงการพัฒนาทักษะช่างเชื่อม งบประมาณ 1.4 ล้านบาท ฝึกอบรมแล้ว 2 รุ่น จาก 5 รุ่น เบิกจ่าย 0.52 ล้านบาท',
    );
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(judgePage(page, criterion, sao)).toMatch(/^met/);
  });
  test('in words alone shows nothing', () => {
    const page = news('ความก้าวหน้าและการเบิกจ่ายของทุกหน่วยงาน พร้อมรับฟังปัญหาอุปสรรค');
    expect(judgePage(page, 'monitoring-results', sao)).not.toMatch(/^met/);
  });
});
