// Pages that say in their first lines what they are, under headings of their own; and what such lines do not make the plan.
import { describe, expect, test } from 'vitest';
import type { Agency } from '../../src/model/registry.ts';
import { judgePage } from './judge-page.ts';

const office: Pick<Agency, 'kind' | 'name'> = { kind: 'provincial-office', name: 'สำนักงานทดสอบจังหวัดเกาะทราย' };
const verdict = (html: string, criterion: string) => judgePage(html, criterion, office);

describe('the line under the page’s first heading says that it is the plan', () => {
  const card = (name: string, facts: string) => `<h4>${name}</h4><p>${facts}</p>`;
  const page = (line: string) =>
    `<h1>ทางเดินของเรา 2569</h1><p>${line}</p><h2>ก้าวแรก ดูแลชายหาด</h2>${card('เก็บขยะชายหาดทุกเดือน', '12 ครั้ง 240,000 บาท ต.ค.–ก.ย.')}${card('ปลูกป่าชายเลน', '40 ไร่ 1.2 ล้านบาท พ.ค.–ก.ค.')}<h2>ก้าวที่สอง ดูแลคน</h2>${card('ห้องเรียนริมทะเล', '20 โรงเรียน 350,000 บาท ตลอดปี')}`;
  const plan = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 สำนักงานทดสอบจังหวัดเกาะทราย';

  test('projects on cards under headings, programmes over them', () => {
    for (const criterion of ['plan-current', 'projects', 'work-programmes'])
      expect(verdict(page(plan), criterion)).toMatch(/^met/);
  });

  test('in a sentence on what stands below', () => {
    expect(verdict(page('หน้านี้คือแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ของสำนักงาน'), 'plan-current')).toMatch(/^met/);
  });

  test.each([
    'หน้านี้คือแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569',
    'แผนพัฒนา 5 ปี (พ.ศ. 2566–2570) ของสำนักงาน',
    'เรื่องเล่าจากทีมงานชายหาด',
  ])('another plan or none: %s', (line) => {
    expect(verdict(page(line), 'plan-current')).not.toMatch(/^met/);
  });
});

describe('a calendar that is the plan', () => {
  const cells = [
    'ต.ค. 68 [ก] อบรมอาสาสมัคร (45,000 บาท)',
    'พ.ย. 68 [ข] ซ่อมป้ายเตือน (80,000 บาท) [ก] ค่ายเยาวชน (60,000 บาท)',
    'ธ.ค. 68 ปิดงาน',
  ];
  const page = (line: string) =>
    `<h3>ปฏิทินงาน 2569</h3><p>${line}</p><p>[ก] พัฒนาคน [ข] พัฒนาพื้นที่</p><table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr><tr><td>ม.ค. 69 [ข] ปรับภูมิทัศน์ (150,000 บาท)</td><td>ก.พ. 69</td><td>มี.ค. 69</td></tr></table>`;

  test('its fields hold the projects, its marks the programmes', () => {
    const html = page('ปฏิทินนี้คือแผนปฏิบัติงานประจำปีงบประมาณ พ.ศ. 2569 ของสำนักงาน');
    for (const criterion of ['plan-current', 'projects', 'work-programmes'])
      expect(verdict(html, criterion)).toMatch(/^met/);
  });

  test('any other calendar is none', () => {
    expect(verdict(page('กิจกรรมที่น่าสนใจในจังหวัด'), 'plan-current')).not.toMatch(/^met/);
  });
});

describe('what a page says of the money it shows', () => {
  const page = (last: string) =>
    `<h2>ความก้าวหน้าและการใช้เงินตามแผนปฏิบัติการ ปีงบประมาณ 2569</h2><table><tr><th>โครงการ</th><th>ได้รับ</th><th>จ่าย</th><th>สถานะ</th></tr><tr><td>โครงการค่ายเยาวชน</td><td>60,000</td><td>58,000</td><td>แล้วเสร็จ</td></tr><tr><td>โครงการซ่อมป้ายเตือน</td><td>80,000</td><td>20,000</td><td>กำลังดำเนินการ</td></tr></table><p>${last}</p>`;

  test('that it is in no plan', () => {
    expect(verdict(page(''), 'budget-progress')).toMatch(/^met/);
    expect(verdict(page('โครงการเหล่านี้ไม่ได้อยู่ในแผนปฏิบัติการของสำนักงาน'), 'budget-progress')).not.toMatch(/^met/);
    expect(verdict(page('โครงการข้างต้นอยู่นอกแผนปฏิบัติการประจำปี'), 'monitoring-results')).not.toMatch(/^met/);
  });

  test('some other work may be outside the plan', () => {
    expect(verdict(page('โครงการดังกล่าวไม่เป็นไปตามแผน'), 'budget-progress')).toMatch(/^met/);
    expect(verdict(page('โครงการนี้ไม่ได้อยู่ในแผนปฏิบัติการ แต่ได้เงินเพิ่ม'), 'budget-progress')).toMatch(/^met/);
    expect(verdict(page('ยังมีงานที่ไม่อยู่ในแผนอีก 2 รายการ'), 'budget-progress')).toMatch(/^met/);
  });
});

describe('a letter or speech that looks back on the year’s plan', () => {
  const letter = (first: string) =>
    `<h1>จดหมายถึงเพื่อน</h1><p>${first} คนมาเรียนตั้งไว้สองร้อยห้าสิบคน มาจริงสามร้อยสิบคน ชายหาดที่สะอาดตั้งใจไว้แปดแห่ง ได้แปดแห่ง ต้นไม้ตั้งไว้ 1,200 ต้น ได้ 610</p><h2>บทเรียนที่ได้</h2><p>ปลูกช้าเพราะกล้าไม้มาไม่ทัน ปีหน้าต้องเพาะเอง</p>`;

  test('by numbers in words', () => {
    const html = letter('ปีงบประมาณ 2568 ผ่านไปแล้ว ต้นปีเราเขียนแผนไว้หลายเรื่อง');
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'recommendations'])
      expect(verdict(html, criterion)).toMatch(/^met/);
  });

  test('not where no plan or no year is spoken of', () => {
    expect(verdict(letter('สวัสดีเพื่อนทุกคน'), 'past-year-evaluation')).not.toMatch(/^met/);
    expect(verdict(letter('ปีงบประมาณ 2568 ผ่านไปแล้ว อากาศดีมาก'), 'past-year-evaluation')).not.toMatch(/^met/);
  });
});

describe('surveys', () => {
  test('staff who answered are no outsiders', () => {
    const html = (who: string) =>
      `<h1>ความพึงพอใจ</h1><p>${who} ตอบแบบสอบถามความพึงพอใจต่อการทำงานของสำนักงาน พอใจมาก ร้อยละ 60 ปานกลาง ร้อยละ 40</p>`;
    expect(verdict(html('ข้าราชการและพนักงาน 40 คน'), 'stakeholder-survey')).not.toMatch(/^met/);
    expect(verdict(html('ประชาชนผู้มาติดต่อ 40 คน'), 'stakeholder-survey')).toMatch(/^met/);
  });

  test('a paper form typed into a page', () => {
    const html = (lead: string) =>
      `<h1>ใบเล็ก</h1><p>${lead}</p><p>1. วันนี้รอนานไหม ( ) เร็ว ( ) พอรับได้ ( ) ช้า</p><p>2. เจ้าหน้าที่อธิบายเข้าใจไหม ( ) เข้าใจ ( ) ไม่เข้าใจ</p>`;
    expect(verdict(html('ท่านเป็น ( ) ชาวประมง ( ) ผู้ประกอบการ'), 'stakeholder-survey')).toMatch(/^met/);
    expect(verdict(html('สำหรับผู้เข้าอบรม'), 'stakeholder-survey')).not.toMatch(/^met/);
  });
});
