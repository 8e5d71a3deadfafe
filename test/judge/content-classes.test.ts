// What a page is by its content, whatever its title says.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const page = (title: string, body: string) => `<title>หน่วยงาน</title><h2>${title}</h2>${body}`;
const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row, at) =>
        `<tr>${row
          .split(' | ')
          .map((cell) => (at ? `<td>${cell}</td>` : `<th>${cell}</th>`))
          .join('')}</tr>`,
    )
    .join('')}</table>`;

describe('outsiders who answered, and how satisfied they are, are a survey report', () => {
  const survey = (title: string, body: string) => judgePage(page(title, body), 'stakeholder-survey');

  test.each([
    ['told in a sentence', 'เขาว่าเราเป็นอย่างไร', '<p>สอบถามผู้โดยสาร 380 คน พบว่าพอใจความสะอาด ร้อยละ 91</p>'],
    [
      'counted in a sentence, measured in a table',
      'Passenger voice',
      `<p>We surveyed 1,204 passengers in 2025.</p>${table('Topic | Satisfied', 'Punctuality | 81%', 'Cleanliness | 88%')}`,
    ],
    [
      'counted in the table',
      'ที่มาใช้บริการบอกเรา',
      `${table('เรื่อง | ผู้ตอบ (คน) | พึงพอใจ (ร้อยละ)', 'การต้อนรับ | 260 | 88', 'เวลารอ | 260 | 61')}<p>ผู้ตอบเป็นผู้ป่วยและญาติ</p>`,
    ],
    [
      'under a title that says so, in a table of few words',
      'ผลสำรวจความพึงพอใจผู้รับบริการ ประจำปี 2568',
      table('บริการ | ผู้ตอบ | ร้อยละ', '90 วัน | 140 | 84', 'วีซ่า | 160 | 80'),
    ],
  ])('%s', (_, title, body) => {
    expect(survey(title, body)).toMatch(/^met/);
  });

  test.each([
    ['staff', 'ความสุขในที่ทำงาน', '<p>สอบถามบุคลากร 120 คน พบว่าพึงพอใจ ร้อยละ 91 ในการดูแลประชาชน</p>'],
    ['IIT', 'ผลการประเมิน', '<p>ผู้ตอบ IIT 60 คน พอใจการใช้อำนาจ ร้อยละ 80 เพื่อประชาชน</p>'],
    ['students who grade teachers', 'ผลการประเมิน', '<p>สำรวจผู้ใช้หลักสูตร 80 คน พอใจการสอนของอาจารย์ ร้อยละ 90</p>'],
    ['participants of a training', 'อบรมอาชีพ', '<p>สอบถามประชาชนผู้เข้าอบรม 50 คน พึงพอใจ ร้อยละ 95</p>'],
    ['the website alone', 'เว็บของเรา', '<p>สำรวจประชาชน 100 คน พึงพอใจต่อเว็บไซต์ ร้อยละ 90</p>'],
    ['an aim', 'ตัวชี้วัดของเรา', '<p>เป้าหมาย: สำรวจผู้รับบริการ 400 คน พึงพอใจ ไม่น้อยกว่าร้อยละ 80</p>'],
    ['complaints', 'ร้องเรียน', '<p>ประชาชนร้องเรียน 25 ราย แก้ไขแล้ว ร้อยละ 92</p>'],
    ['nobody counted', 'บริการดี', '<p>จากการสอบถามประชาชนพอใจเฉลี่ย 4.5</p>'],
  ])('%s: none', (_, title, body) => {
    expect(survey(title, body)).not.toMatch(/^met/);
  });
});

describe('who follows the plan, and when, is a mechanism', () => {
  const mechanism = (title: string, body: string) => judgePage(page(title, body), 'monitoring-mechanism');
  const plan = `<p>ส่วนราชการมีงานหลัก ดังนี้</p>${table('โครงการ | งบประมาณ', 'ซ่อมถนนสายใน | 100,000', 'อบรมอาสาสมัคร | 40,000')}`;

  test.each([
    [
      'a page of its own',
      'ใครดูแลเรื่องนี้',
      '<p>คณะทำงานมีรองผู้อำนวยการเป็นประธาน รายงานผลตามแผนปฏิบัติราชการประจำปีผ่านระบบ eMENSCR ทุกไตรมาส</p>',
    ],
    [
      'a page whose title may be a report’s',
      'การขับเคลื่อนและติดตามแผนปฏิบัติราชการประจำปี',
      '<p>คณะอนุกรรมการติดตามแผนปฏิบัติราชการ ให้เจ้าของโครงการรายงานผ่านระบบ ทุกไตรมาส และเสนอที่ประชุมทุกเดือน</p>',
    ],
    [
      'a calendar in the plan',
      'แผนปฏิบัติราชการประจำปี 2569',
      `${plan}<h3>ใครตามงาน ตามเมื่อไร</h3><p>นายอำเภอมอบปลัดเป็นหัวหน้าชุดติดตามแผนนี้</p>${table('รอบ | ส่งตัวเลข', 'ไตรมาส 1 | 5 ม.ค. 2569', 'ไตรมาส 2 | 3 เม.ย. 2569')}`,
    ],
    [
      'a line of the plan',
      'แผนปฏิบัติราชการประจำปี 2569',
      `${plan}<p>การติดตามและรายงาน: กลุ่มยุทธศาสตร์รวบรวมผลทุกสิ้นไตรมาส ส่งภายในวันที่ 10 ของเดือนถัดไป</p>`,
    ],
    [
      'a resolution in minutes',
      'กก.บห. กรกฎาคม 2568',
      `${table('โครงการ | สถานะ', 'ซ่อมถนน | เสร็จแล้ว', 'อบรมอาสาสมัคร | กำลังทำ')}<p>มติ: แต่งตั้งหัวหน้างานแผนและหัวหน้าการเงินเป็นคณะทำงานกำกับติดตามแผนปฏิบัติการ ดูทุกโครงการปลายไตรมาส</p>`,
    ],
    [
      'the system itself, whatever it shows',
      'ถึงไหนแล้ว',
      `<p>หัวหน้ากองส่งความคืบหน้าทุกวันที่ 5 ของเดือน ระบบนี้ใช้ติดตามทุกโครงการในแผนปฏิบัติราชการประจำปี 2569</p>${table('โครงการ | สถานะ', 'ซ่อมถนน | เสร็จแล้ว', 'อบรมอาสาสมัคร | กำลังทำ')}`,
    ],
  ])('%s', (_, title, body) => {
    expect(mechanism(title, body)).toMatch(/^met/);
  });

  test.each([
    [
      'results of a round',
      'การติดตามแผนปฏิบัติราชการประจำปี',
      `<p>หัวหน้ากลุ่มรายงานตามแผนปฏิบัติราชการทุกไตรมาส</p>${table('โครงการ | ผลการดำเนินงาน', 'ซ่อมถนน | แล้วเสร็จ', 'อบรมอาสาสมัคร | จัดแล้ว 2 รุ่น')}`,
    ],
    [
      'a resolution on another plan',
      'กก.บห. กรกฎาคม 2568',
      '<p>มติ: แต่งตั้งหัวหน้างานนิติการเป็นคณะทำงานติดตามแผนปฏิบัติการป้องกันการทุจริต</p>',
    ],
    ['a committee proposed', 'กก.บห. กรกฎาคม 2568', '<p>ที่ประชุมเห็นควรแต่งตั้งคณะทำงานติดตามแผนปฏิบัติการในปีหน้า</p>'],
    [
      'a system that follows something else',
      'แจ้งซ่อม',
      '<p>หัวหน้ากองช่างปรับข้อมูลทุกวันที่ 5 ของเดือน ระบบนี้ใช้ติดตามเรื่องร้องเรียนของประชาชน</p>',
    ],
    [
      'news of a meeting',
      'ประชุมติดตามแผน',
      '<p>เมื่อวันที่ 5 มีนาคม นายอำเภอเป็นประธานประชุมติดตามแผนปฏิบัติราชการประจำปี รายงานผลทุกไตรมาส</p>',
    ],
    [
      'another plan’s committee',
      'คณะกรรมการ',
      '<p>คณะกรรมการติดตามแผนปฏิบัติการป้องกันการทุจริต รายงานผลต่อหัวหน้าหน่วยงานทุกไตรมาส</p>',
    ],
    [
      'what a plan’s project does',
      'แผนปฏิบัติราชการประจำปี 2569',
      `${plan}<h3>งานสาธารณสุข</h3><p>หัวหน้ากลุ่มติดตามเยี่ยมบ้านผู้ป่วยทุกเดือน</p>`,
    ],
    ['work of the office', 'งานของเรา', '<p>คณะกรรมการติดตามสถานการณ์น้ำ รายงานผู้ว่าราชการจังหวัดทุกสัปดาห์</p>'],
  ])('%s: none', (_, title, body) => {
    expect(mechanism(title, body)).not.toMatch(/^met/);
  });
});

describe('an order to put information on the website is one, whatever its subject', () => {
  const order = (title: string, body: string) => judgePage(page(title, body), 'disclosure-order');

  test.each([
    ['of another subject line', 'คำสั่ง ที่ 31/2569', '<p>ให้กลุ่มอำนวยการนำข้อมูลและแผนขึ้นเว็บไซต์ ภายใน 3 วัน</p>'],
    ['few words', 'ประกาศ เรื่อง มาตรการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์', '<p>ให้ผู้รับผิดชอบนำข้อมูลขึ้นเว็บไซต์</p>'],
    [
      'that names what to publish',
      'ประกาศ เรื่อง นโยบายการเผยแพร่สารสนเทศผ่านเว็บไซต์',
      '<p>ให้เผยแพร่แผนปฏิบัติการ รายงานประจำปี และข้อมูลหลักสูตรให้เป็นปัจจุบัน</p>',
    ],
  ])('%s', (_, title, body) => {
    expect(order(title, body)).toMatch(/^met/);
  });

  test.each([
    ['a tender', 'ประกาศประกวดราคา', '<p>ผู้สนใจต้องดูเอกสารซึ่งเผยแพร่ข้อมูลทางเว็บไซต์</p>'],
    ['personal data', 'นโยบายคุ้มครองข้อมูลส่วนบุคคล', '<p>ให้เจ้าหน้าที่ดูแลข้อมูลส่วนบุคคลบนเว็บไซต์ ไม่เปิดเผยข้อมูล</p>'],
    ['no gifts', 'ประกาศ No Gift Policy', '<p>ให้เจ้าหน้าที่เผยแพร่ข้อมูลนี้ทางเว็บไซต์ งดรับของขวัญ</p>'],
    ['the notice itself', 'ประกาศวันหยุดราชการ', '<p>ให้ประกาศนี้เผยแพร่ทางเว็บไซต์</p>'],
    ['no order', 'ข่าวประชาสัมพันธ์', '<p>เจ้าหน้าที่ต้องปรับปรุงข้อมูลบนเว็บไซต์</p>'],
  ])('%s: none', (_, title, body) => {
    expect(order(title, body)).not.toMatch(/^met/);
  });
});
