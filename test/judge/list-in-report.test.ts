// The year's projects within an annual report or a self-assessment are a list of them; its other tables are not.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const row = (tag: string, cells: string): string =>
  `<tr>${cells
    .split('|')
    .map((cell) => `<${tag}>${cell}</${tag}>`)
    .join('')}</tr>`;
const table = (head: string, ...rows: readonly string[]): string =>
  `<table>${row('th', head)}${rows.map((cells) => row('td', cells)).join('')}</table>`;

const school = { kind: 'school', name: 'โรงเรียนบ้านเนินทราย' } as const;
const report = '<h1>รายงานประจำปี 2569</h1><h2>สารจากผู้บริหาร</h2><p>ปีที่ผ่านมาเป็นปีแห่งการเปลี่ยนแปลง</p>';
const finance = `<h2>ฐานะการเงิน</h2>${table('รายการ|2569|2568', 'สินทรัพย์หมุนเวียน|4,120,000|3,900,000', 'หนี้สินรวม|1,020,000|967,000')}`;
const told = table(
  'โครงการ|อนุมัติ|เบิกจ่าย|ความก้าวหน้า (%)',
  'ขยายท่อเมนสายเหนือ|8,600,000|7,110,000|92',
  'เปลี่ยนมาตรเก่า|1,200,000|1,180,000|100',
);

describe('projects in a report on the whole year', () => {
  test.each(['projects', 'monitoring-results', 'budget-progress'])('with money and progress: %s', (criterion) => {
    const page = `${report}<h2>ความก้าวหน้าโครงการสำคัญ</h2>${told}${finance}`;
    expect(judgePage(page, criterion, { kind: 'state-enterprise', name: 'องค์การน้ำใส' })).toMatch(/^met/);
  });

  test.each(['projects', 'monitoring-results', 'budget-progress'])('of a school: %s', (criterion) => {
    const page = `<h1>รายงานการประเมินตนเองของสถานศึกษา (SAR) ปีการศึกษา 2569</h1><h2>มาตรฐานที่ 2</h2>${table(
      'โครงการ/กิจกรรมตามแผนปฏิบัติการ|ตั้งไว้|ใช้จริง|บรรลุ|ไม่บรรลุ',
      'ห้องเรียนสีเขียว|45,000|44,100|✓|',
      'เปิดรั้วโรงเรียน|80,000|51,000||✓',
    )}`;
    expect(judgePage(page, criterion, school)).toMatch(/^met/);
  });

  test('beside what each set out to do', () => {
    const aimed = (heading: string): string =>
      `${report}<h2>${heading}</h2>${table('โครงการ|สิ่งที่วางไว้|ทำได้จริง', 'ห้องเรียนริมคลอง|12 ห้อง|11 ห้อง', 'เดินป่าหน้าฝน|300 คน|342 คน', 'ซ่อมเรือครู|4 ลำ|4 ลำ')}${finance}`;
    expect(judgePage(aimed('งานตามแผนปฏิบัติการ ปีงบประมาณ 2569'), 'projects')).toMatch(/^met/);
    expect(judgePage(aimed('งานวิจัยของอาจารย์'), 'projects')).not.toMatch(/^met/);
  });

  test('told on cards', () => {
    const card = (name: string, had: string, spent: string): string =>
      `<h3>${name}</h3><p>งบประมาณที่ได้รับ ${had} บาท เบิกจ่าย ${spent} บาท</p><p>ผลที่เกิดขึ้น สมาชิก 96 รายจากเป้า 90 ราย</p>`;
    const page = (heading: string): string =>
      `${report}<h2>${heading}</h2>${card('1. แปลงใหญ่ปาล์มน้ำมัน', '86,400', '86,400')}${card('2. หยุดเผาในไร่นา', '9,000', '8,100')}`;
    expect(judgePage(page('ผลการดำเนินงานโครงการ ปี 2569'), 'budget-progress')).toMatch(/^met/);
    expect(judgePage(page('ผลการดำเนินโครงการวิจัย ปี 2569'), 'budget-progress')).not.toMatch(/^met/);
  });
});

describe('no projects of the year', () => {
  test.each([
    ['finance', finance],
    ['research', `<h2>ผลงานวิชาการ</h2>${told.replace('<th>โครงการ', '<th>โครงการวิจัย')}`],
    ['donations', `<h2>โครงการที่ได้รับบริจาค</h2>${told}`],
    ['purchases', `<h2>การจัดซื้อจัดจ้าง</h2>${told}`],
    [
      'courses that people attended',
      `<h2>กิจกรรมในรอบปี</h2>${table('กิจกรรม|วันที่|ผู้เข้าร่วม', 'อบรมปฐมพยาบาล|3 ก.พ. 68|40', 'ซ้อมหนีไฟ|9 มี.ค. 68|120')}`,
    ],
    [
      'several years',
      `<h2>โครงการ</h2>${table('โครงการ|ปี 2568|ปี 2569', 'ขยายท่อเมน|8,600,000|7,110,000', 'เปลี่ยนมาตรเก่า|1,200,000|1,180,000', 'ลดน้ำสูญเสีย|90,000|80,000')}`,
    ],
  ])('%s', (_, tables) => {
    expect(judgePage(report + tables, 'projects')).not.toMatch(/^met/);
    expect(judgePage(report + tables, 'budget-progress')).not.toMatch(/^met/);
  });
});

test('works of offices in other provinces are not an office of the province its own', () => {
  const office = { kind: 'provincial-office', name: 'สำนักงานวัฒนธรรมจังหวัดปากอ่าว' } as const;
  const page = (title: string, one: string, other: string): string =>
    `<h1>${title}</h1>${table(
      'โครงการ|หน่วยดำเนินการ|งบประมาณ|เบิกแล้ว|สถานะ',
      `ท่าเรือสำราญร่วม|โยธาธิการจังหวัด${one}|64,000,000|12,800,000|อยู่ระหว่างดำเนินการ`,
      `ตลาดกลางยางก้อน|เกษตรจังหวัด${other}|18,500,000|18,200,000|แล้วเสร็จ`,
    )}`;
  for (const title of ['งานปีนี้ (ปีงบประมาณ 2569)', 'ความก้าวหน้าโครงการ ปีงบประมาณ 2569']) {
    const verdict = (one: string, other: string) => judgePage(page(title, one, other), 'budget-progress', office);
    expect(verdict('ปากอ่าว', 'ปากอ่าวร่วมกับเทศบาล'), title).toMatch(/^met/);
    expect(verdict('เกาะใหญ่', 'ควนไทร'), title).not.toMatch(/^met/);
  }
});

test('an institute of research is named so, and its projects are not for that research', () => {
  const page = (heading: string): string =>
    `<h1>รายงานประจำปี 2569 สถาบันวิจัยน้ำและดิน</h1><h2>${heading}</h2>${table(
      'แผนงาน|โครงการ|เป้าหมาย|ผลงาน',
      'แผนงานถ่ายทอดเทคโนโลยี|หมู่บ้านเรียนรู้ดิน|20 หมู่บ้าน|23 หมู่บ้าน',
      'แผนงานถ่ายทอดเทคโนโลยี|ศูนย์สาธิตน้ำใต้ดิน|4 แห่ง|4 แห่ง',
      'แผนงานพัฒนาองค์กร|ห้องปฏิบัติการมาตรฐาน|1 แห่ง|1 แห่ง',
    )}`;
  const judge = (heading: string) =>
    judgePage(page(heading), 'projects', { kind: 'public-organization', name: 'สถาบันวิจัยน้ำและดิน' });
  expect(judge('ผลตามแผนปฏิบัติการของสถาบันวิจัยน้ำและดิน')).toMatch(/^met/);
  expect(judge('รายชื่องานวิจัยที่ได้รับทุน')).not.toMatch(/^met/);
});

describe('a list cut into tables of one head, each under its programme', () => {
  const part = (programme: string, head: string, ...rows: readonly string[]): string =>
    `<h4>${programme}</h4>${table(head, ...rows)}`;
  const head = 'กิจกรรม|หน่วยนับ|เป้าหมาย|ผลงาน';
  const cut = (other: string): string =>
    `${report.replace('2569', '2568')}<h2>ผลงานในรอบปี</h2>${part('กลยุทธ์ที่ 1 คนสุขภาพดี', head, 'ออกหน่วยคัดกรองสายตา|ครั้ง|6|7')}${part('กลยุทธ์ที่ 2 เมืองสะอาด', other, 'ลอกคลองหลังตลาด|เมตร|900|860', 'แยกขยะหน้าบ้าน|ครัวเรือน|300|322')}`;
  test.each(['projects', 'work-programmes'])('%s', (criterion) =>
    expect(judgePage(cut(head), criterion)).toMatch(/^met/),
  );
  test('tables of other heads are other lists', () =>
    expect(judgePage(cut('กิจกรรม|วันที่|ผู้เข้าร่วม|สถานที่'), 'projects')).not.toMatch(/^met/));
});
