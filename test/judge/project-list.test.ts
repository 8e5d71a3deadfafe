// A table or cards of the agency's projects of a year are known whatever the page is called; other lists with names and money are not.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const row = (tag: string, cells: string): string =>
  `<tr>${cells
    .split('|')
    .map((cell) => `<${tag}>${cell}</${tag}>`)
    .join('')}</tr>`;
const table = (head: string, rows: readonly string[]): string =>
  `<table>${row('th', head)}${rows.map((cells) => row('td', cells)).join('')}</table>`;
const rows = [
  'โครงการซ่อมท่าเรือ|80,000|กองช่าง',
  'โครงการตลาดสีเขียว|45,000|กองสวัสดิการ',
  'โครงการกีฬาตำบล|30,000|กองการศึกษา',
];
const costs = table('โครงการ|งบประมาณ|ผู้รับผิดชอบ', rows);

test.each([
  ['a register', `<h1>ทะเบียนโครงการ ปีงบประมาณ 2569</h1>${costs}`],
  ['under strategies', `<h1>พ.ศ. 2569</h1><h2>ยุทธศาสตร์ที่ 2 การพัฒนาบุคลากร</h2>${costs}`],
  [
    'the year in the names',
    `<h1>โครงการ</h1>${table(
      'โครงการ|งบประมาณ',
      rows.map((cells) => cells.replace('|', ' ประจำปีงบประมาณ 2569|').replace(/\|[^|]*$/u, '')),
    )}`,
  ],
  ['of a round, its number before the year', `<h1>ทะเบียนโครงการ ไตรมาสที่ 3 ปีงบประมาณ 2569</h1>${costs}`],
])('projects: %s', (_, page) => {
  expect(judgePage(page, 'projects')).toMatch(/^met/);
});

test.each([
  ['courses', `<h1>หลักสูตรฝึกอบรม ปีงบประมาณ 2569</h1>${costs}`],
  ['donations', `<h1>โครงการรับบริจาค ปีงบประมาณ 2569</h1>${costs}`],
  ['student clubs', `<h1>โครงการของชมรม ปีการศึกษา 2569</h1>${costs}`],
  ['news', `<h1>ข่าวโครงการ ปีงบประมาณ 2569</h1>${costs}`],
  ['requests for another year’s budget', `<h1>คำของบประมาณโครงการ ปีงบประมาณ 2569</h1>${costs}`],
  ['several years', `<h1>บัญชีโครงการ พ.ศ. 2566-2570</h1>${costs}`],
  ['three years', `<h1>ทะเบียนโครงการตามแผนพัฒนา 3 ปี ปีงบประมาณ 2569</h1>${costs}`],
  ['bids', `<h1>โครงการ ปีงบประมาณ 2569</h1>${table('โครงการ|งบประมาณ|ราคากลาง', rows)}`],
  ['cleaning', `<h1>ตารางงานทำความสะอาด ปีงบประมาณ 2569</h1>${table('กิจกรรม|งบประมาณ|ผู้รับผิดชอบ', rows)}`],
  [
    'purchases by their names',
    `<h1>โครงการ ปีงบประมาณ 2569</h1>${table('โครงการ|งบประมาณ', ['ซื้อโต๊ะ|9,000', 'จ้างพิมพ์ป้าย|5,000', 'เช่าเครื่องเสียง|7,000'])}`,
  ],
  ['an older year', `<h1>ทะเบียนโครงการ ปีงบประมาณ 2566</h1>${costs}`],
  [
    'too few',
    `<h1>โครงการ ปีงบประมาณ 2569</h1>${table('โครงการ|งบประมาณ', ['โครงการซ่อมท่าเรือ|80,000', 'โครงการกีฬา|9,000'])}`,
  ],
])('no list of the year’s projects: %s', (_, page) => {
  expect(judgePage(page, 'projects')).not.toMatch(/^met/);
});

const card = (name: string, cost: string, state: string): string =>
  `<div><div>${name}</div><div>${cost}</div><span>${state}</span></div>`;
const report = (cards: string): string => `<h1>รายงานความก้าวหน้าแผนการดำเนินงาน ปีงบประมาณ 2569</h1>${cards}`;

test('projects on cards are known by what each costs', () => {
  const cards = [
    card('1. ถมดินสนามเด็กเล่น', 'งบ: 60,000 บ. | เบิกจ่าย: 59,500 บ.', 'แล้วเสร็จ'),
    card('2. แข่งเรือยาว', 'งบ: 90,000 บ. | เบิกจ่าย: 0 บ.', 'ยังไม่ได้ดำเนินการ'),
  ];
  expect(judgePage(report(cards.join('')), 'budget-progress')).toMatch(/^met/);
});

test('cards of divisions are none', () => {
  const cards = [
    card('กองช่าง', 'งบ: 60,000 บ. | เบิกจ่าย: 59,500 บ.', 'แล้วเสร็จ'),
    card('สำนักปลัด', 'งบ: 90,000 บ. | เบิกจ่าย: 4,000 บ.', 'อยู่ระหว่างดำเนินการ'),
    card('กองคลัง', 'งบ: 90,000 บ. | เบิกจ่าย: 4,000 บ.', 'อยู่ระหว่างดำเนินการ'),
  ];
  expect(judgePage(report(cards.join('')), 'budget-progress')).not.toMatch(/^met/);
});

test('cards whose cost is told beside what was spent need no word for a budget', () => {
  const cards = [
    ['คลองสวยหน้าบ้าน', 'ตั้งไว้ 180,000 จ่าย 92,400', 'เก็บวัชพืชแล้ว 3 ใน 6 คลอง'],
    ['รถรับส่งผู้สูงวัย', 'ตั้งไว้ 40,000 จ่าย 40,000', 'ตรวจสภาพครบ 27 คัน'],
  ].map(([name, money, work]) => `<h3>${name}</h3><p>${money}</p><p>${work}</p>`);
  expect(judgePage(report(cards.join('')), 'budget-progress')).toMatch(/^met/);
});

test('lines broken within words are no cards', () => {
  const lines = ['ประธานกลาวเปิ', 'ด', 'วาระที่สองของการประชุ', 'ม', 'ความเป็นมาของงา', 'น', 'กำหนดความรับผิดชอ', 'บ'];
  expect(judgePage(report(lines.map((line) => `<p>${line}</p>`).join('')), 'projects')).not.toMatch(/^met/);
});

test('a column of projects with money, what was spent and how far each is needs no word around it; without one of these it does', () => {
  const told = ['ลานธรรมหน้าวัด|150000|149200|100', 'ห้องทดลองดิน|820000|410000|50', 'ศิษย์เก่าสอนน้อง|20000|0|ยังไม่เริ่ม'];
  const year = '<p>ข้อมูล ณ มีนาคม 2569</p>';
  expect(judgePage(`${year}${table('ชื่อโครงการ|งบ|ใช้|ก้าวหน้า(%)', told)}`, 'projects')).toMatch(/^(?:met|review)/);
  const given = told.map((cells) => cells.split('|').slice(0, 2).join('|'));
  expect(judgePage(`${year}${table('ชื่อโครงการ|งบ', given)}`, 'projects')).toMatch(/^not-met/);
});

test('what was bought, with money and state of each, is no list of projects', () => {
  const bought = table('รายการ|จำนวน|งบประมาณ|เบิกจ่าย|สถานะ', [
    'กล้องวงจรปิด|10|220,000|218,000|ส่งมอบแล้ว',
    'เครื่องสำรองไฟ|4|32,000|32,000|ส่งมอบแล้ว',
    'จอภาพ|6|36,000|35,400|ส่งมอบแล้ว',
  ]);
  expect(judgePage(`<h1>รายการครุภัณฑ์ ปีงบประมาณ 2569</h1>${bought}`, 'projects')).toMatch(/^not-met/);
});

describe('what counts projects or names a part of the plan', () => {
  const all = ['projects', 'budget-progress', 'monitoring-results'];
  const told = (...rows: readonly string[]) =>
    report(rows.map((name) => `<p>${name} งบ 400,000 บาท เบิกจ่าย 120,000 บาท แล้วเสร็จ</p>`).join(''));
  const shown = (html: string) => all.filter((id) => judgePage(html, id).startsWith('met'));

  // It says how far the plan has come all the same.
  test.each([
    ['strategies', ['ยุทธศาสตร์ที่ 1 ถนนและไฟฟ้า', 'ประเด็นยุทธศาสตร์ที่ 2 คนและสังคม']],
    ['those that reached their aims, and those that did not', ['โครงการที่บรรลุเป้าหมาย', 'โครงการที่ยังไม่แล้วเสร็จ']],
    ['questions', ['ทำไมโครงการถนนถึงช้า', 'ใครดูแลโครงการคลอง']],
  ])('names none: %s', (_, names) => {
    expect(shown(told(...names))).toEqual(['monitoring-results']);
  });

  test('names none where each is only counted', () => {
    const rows = ['โครงการที่บรรลุเป้าหมาย|29 โครงการ', 'โครงการที่ยังไม่แล้วเสร็จ|4 โครงการ'];
    expect(shown(report(table('โครงการ|ผลการดำเนินงาน', rows)))).toEqual(['monitoring-results']);
  });

  test.each([
    ['the number of a project', ['โครงการที่ 3 ขุดลอกคลองหน้าเมือง', 'โครงการที่ 4 ลาดยางซอยวัดใหม่']],
    ['a place that the word for which begins', ['โครงการที่พักผู้สูงอายุ', 'กิจกรรมที่จอดรถหน้าตลาด']],
    ['made by those who do it', ['โครงการที่ทำการผู้ใหญ่บ้าน', 'โครงการยุทธศาสตร์ชุมชนสีเขียว']],
  ])('but not %s', (_, names) => {
    expect(shown(told(...names))).toEqual(all);
  });
});

test('cards headed by their projects are a list without a word around them, whatever parts each has', () => {
  const part = (name: string, money: string, spent: string, done: string): string =>
    `<section><div>PRJ-69-004 ปีงบประมาณ 2569</div><h2>${name}</h2><h4>ผลการดำเนินงาน</h4><p>จัดแล้วหนึ่งครั้ง มีผู้ร่วมงานครบตามที่ตั้งใจไว้</p>
    <p>หมายเหตุ: ได้รับโล่รางวัลระดับเขต</p><h4>งบประมาณ</h4><p>งบอนุมัติ: ฿${money}</p><p>เบิกจ่ายจริง: ฿${spent}</p><p>ความก้าวหน้าโครงการ: ${done}</p></section>`;
  const cards =
    part('โครงการโรงพยาบาลสีเขียว', '80,000', '78,500', '100%') +
    part('โครงการก้าวท้าใจ', '65,000', '54,000', '80%') +
    part('โครงการสุขภาพจิตวัยรุ่น', '55,000', '38,500', '70%');
  expect(judgePage(cards, 'projects')).toMatch(/^met/);
  expect(judgePage(cards, 'budget-progress')).toMatch(/^met/);
});
