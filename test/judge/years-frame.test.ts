// The year's plan under whatever name: what its first lines must say (works to be done, decided by the office's own, for one year), the
// forms in which its works stand below, and the look-alikes that are signed, promised or listed too.
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../src/model/document.ts';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const h = (text: string) => `<h1>${text}</h1>`;
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: (readonly string[])[]) => `<table>${rows.map(row).join('')}</table>`;

const works = table(
  ['ลงมือเรื่องใด', 'กระเป๋า (บาท)', 'เดือน', 'มือหลัก'],
  ['ซ่อมฝายทุ่งนา', '120,000', 'มี.ค. 69', 'กลุ่มช่าง'],
  ['ติดไฟทางเดินหลังตลาด', '80,000', 'เม.ย. 69', 'กลุ่มช่าง'],
  ['พาผู้เฒ่าไปตรวจตา', '40,000', 'มิ.ย. 69', 'กลุ่มอนามัย'],
  ['ปลูกไผ่ริมห้วย', '35,000', 'ก.ค. 69', 'กลุ่มเกษตร'],
);
const site = (title: string, said: string, body = works, label = 'อ่านต่อ') => [
  `<h1>สำนักงานของเรา</h1><p><a href="/1">${label}</a></p>`,
  h(title) + p(said) + body,
];

describe('the frame of a year’s work', () => {
  test.each([
    ['งานของเราปีงบประมาณ 2569', 'หัวหน้าสำนักงานเซ็นรับไว้แล้วเมื่อ 3 ต.ค. 68 ทุกกลุ่มจะเดินตามนี้จนจบปี'],
    ['ภารกิจสิบสองเดือน ต.ค. 68 – ก.ย. 69', 'สี่ภารกิจนี้ผ่านมติคณะผู้บริหารวันที่ 15 กันยายน 2568 ถือปฏิบัติทุกกลุ่ม'],
    ['สัญญากับชาวเกาะ ปี 2569', 'ผู้ว่าราชการให้สัญญาไว้ว่าปีนี้จะทำ 4 เรื่อง'],
    ['เช็กลิสต์ของปี 69', 'คณะกรรมการบริหารอนุมัติ 24 กันยายน 2568 ให้ทุกฝ่ายเอาไปทำตั้งแต่ตุลาคม 2568 จนถึงกันยายน 2569'],
    ['เราจะทำอะไรกันในปี 2569', 'ที่ประชุมหัวหน้าส่วนเห็นพ้องเมื่อต้นเดือนตุลาคม 2568'],
    ['แผนที่เดินทาง 365 วัน', 'ท่านหัวหน้าลงนาม 1 ต.ค. 2568 งานทั้งหมดของสำนักงานในปีงบประมาณ 2569 อยู่บนแผ่นนี้'],
    ['สิ่งที่จะเกิดขึ้นในปี 2569', 'ไฟเขียวแล้วเมื่อ 30 กันยายน 2568 โดยท่านผู้ว่าราชการจังหวัด'],
  ])('%s: %s', (title, said) => {
    for (const criterion of ['plan-link', 'plan-link-resolves', 'plan-current', 'projects'])
      expect(judgePage(site(title, said), criterion), criterion).toMatch(/^met/);
  });

  test('a plan of a year gone by is outdated', () => {
    const old = site(
      'งานที่จะลงมือทั้งปี 2568',
      'หัวหน้าลงนามให้ใช้ตั้งแต่ตุลาคม 2567 ถึงกันยายน 2568',
      works.replaceAll(' 69', ' 68'),
    );
    expect(judgePage(old, 'plan-current')).toBe('not-met/outdated');
    expect(judgePage(old, 'plan-link')).toMatch(/^met/);
  });

  test('somebody signed at its foot', () => {
    const page = site(
      'สมุดงานทั้งปี 2569',
      'งานที่ทุกกลุ่มต้องทำตั้งแต่ตุลาคม 2568 ถึงกันยายน 2569',
      `${works}<p>ก</p><p>ข</p><p>ค</p><p>ง</p>${p('นายสมาน หัวหน้าสำนักงาน ลงนาม 1 ตุลาคม 2568')}`,
    );
    expect(judgePage(page, 'plan-current')).toMatch(/^met/);
    expect(judgePage([page[0]!, page[1]!.replace('ลงนาม', 'โทร')], 'plan-link')).not.toMatch(/^met/);
  });

  const decided = 'หัวหน้าลงนามแล้วให้ใช้ทั้งปี งานที่จะทำมี 4 เรื่อง';
  test.each([
    ['a draft', 'ร่างงานทั้งปี 2569', decided],
    ['for a hearing', 'งานทั้งปี 2569', `รับฟังความเห็นถึงวันที่ 30 ${decided}`],
    ['still to be signed', 'งานทั้งปี 2569', 'งานที่จะทำมี 4 เรื่อง รอลงนาม'],
    ['nobody decided it', 'ข่าวฝากปี 2569', 'มีงานดังนี้'],
    ['another body’s', 'งานทั้งปี 2569 ของกรมประมง', decided],
    ['a club’s', 'งานของชมรมคนรักป่า ทั้งปี 2569', 'ประธานชมรมลงนามแล้ว งานที่จะทำมี 4 เรื่อง'],
    ['a fund’s', 'งานทั้งปี 2569', 'คณะกรรมการกองทุนหมู่บ้านเห็นชอบแล้ว งานที่จะทำมี 4 เรื่อง'],
    ['of five years', 'สิ่งที่เราจะทำใน 5 ปี (2566–2570)', decided],
    ['an agreement with others', 'บันทึกข้อตกลงความร่วมมือ ปี 2569', `${decided} ร่วมกับมหาวิทยาลัย`],
    ['of staff', 'คำรับรองการปฏิบัติราชการ ปี 2569', decided],
    ['promised to customers', 'มาตรฐานการให้บริการ ปี 2569', 'เราสัญญาว่าจะทำให้เสร็จตามนี้ ผู้อำนวยการลงนามแล้ว'],
    ['promised before an election', 'ปี 2569 ถ้าเลือกผม', 'ผู้สมัครให้สัญญาว่าจะทำ 4 เรื่องในปี 2569'],
    ['of one subject', 'งานความปลอดภัยทั้งปี 2569', decided],
    ['purchases', 'รายการจัดซื้อจัดจ้างทั้งปี 2569', decided],
    ['courses', 'หลักสูตรทั้งปี 2569', decided],
    ['a budget', 'ข้อบัญญัติงบประมาณรายจ่าย ปี 2569', 'สภาเห็นชอบแล้ว ใช้ทั้งปี งานที่จะทำมี 4 เรื่อง'],
    ['a month’s', 'งานที่จะทำเดือนมกราคม 2569', 'หัวหน้าลงนามแล้ว'],
    ['a division’s', 'งานของฝ่ายทะเบียนทั้งปี 2569', decided],
    ['works paid from savings', 'สามสายที่จะทำในปี 2569', 'สภาเห็นชอบให้จ่ายขาดเงินสะสม ทำสามเรื่อง'],
    ['what came of it', 'ผลงานทั้งปี 2569', 'หัวหน้าลงนามแล้ว งานที่ตกลงจะทำมี 4 เรื่อง'],
  ])('none: %s', (_, title, said) => {
    for (const criterion of ['plan-current', 'plan-link'])
      expect(judgePage(site(title, said), criterion), criterion).not.toMatch(/^met/);
  });
});

describe('the works below it', () => {
  const met = (body: string, criterion = 'projects') =>
    judgePage(site('ปีนี้เราจะทำอะไร (ปีงบ 2569)', 'หัวหน้าลงนามไว้เมื่อ 1 ตุลาคม 2568 จัดเป็นสองทิศ', body), criterion);
  const names = ['ซ่อมฝายทุ่งนา', 'ติดไฟทางเดิน', 'พาผู้เฒ่าไปตรวจตา', 'ปลูกไผ่ริมห้วย'];
  const months = ['พ.ย. 68', 'ม.ค. 69', 'มี.ค. 69', 'มิ.ย. 69'];
  const facts = (at: number) => ['ใช้สองหมื่นสี่พันบาท', `เสร็จใน ${months[at]}`, 'ช่างเปี๊ยกเป็นแม่งาน'];
  const forms: [string, string][] = [
    ['sentences', p(...names.map((name, at) => `เราจะ${name} ${facts(at).join(' ')}`))],
    ['a list', `<ul>${names.map((name, at) => `<li>${name} (45,000 บาท, ${months[at]})</li>`).join('')}</ul>`],
    ['cards', names.map((name, at) => `<h3>${name}</h3>${p(...facts(at))}`).join('')],
    [
      'questions',
      names.map((name) => `<h3>ถาม: ${name}เมื่อไร</h3>${p(`ตอบ: งาน “${name}” ใช้เงิน 45,000 บาท`)}`).join(''),
    ],
    ['lines under names', `<dl>${names.map((name) => `<dt>${name}</dt><dd>${facts(0)[0]}</dd>`).join('')}</dl>`],
  ];
  test.each(forms)('%s', (_, body) => {
    expect(met(body)).toMatch(/^met/);
  });
  test('without money they say when and who', () => {
    const rows = names.map((name, at) => ['☐', name, `${months[at]}`, 'ฝ่ายอาคาร']);
    expect(met(table(['ช่อง', 'เรื่อง', 'เมื่อไร', 'เจ้าของ'], ...rows))).toMatch(/^met/);
    expect(met(table(['ช่อง', 'เรื่อง'], ...rows.map((cells) => cells.slice(0, 2))))).not.toMatch(/^met/);
  });
  test('of works that are told as done it is no plan', () => {
    const told = p(...names.map((name) => `${name} ตั้งไว้ 45,000 บาท เสร็จแล้วเมื่อมีนาคม จ่ายไป 41,000 บาท`));
    expect(met(told, 'plan-current')).not.toMatch(/^met/);
  });

  test('nor with who was given the contract, nor all in one month', () => {
    const heads = ['งาน', 'บาท', 'เดือน', 'มือหลัก'];
    const rows = (month: string) => names.map((name) => [name, '45,000', month, 'หจก.ทองดี']);
    expect(met(table(heads, ...rows('ทั้งปี')))).toMatch(/^met/);
    expect(met(table(heads.toSpliced(3, 1, 'ผู้รับจ้าง'), ...rows('ทั้งปี')), 'plan-current')).not.toMatch(/^met/);
    expect(met(table(heads, ...rows('5 มกราคม 69')), 'plan-current')).not.toMatch(/^met/);
  });

  test('its parts are its programmes where it says so', () => {
    const parts = (one: string, two: string) =>
      `<h2>${one}</h2>${p('ให้น้ำถึงนา')}<ul><li>${names[0]} 45,000 บาท</li><li>${names[1]} 30,000 บาท</li></ul>` +
      `<h2>${two}</h2>${p('ให้คนแข็งแรง')}<ul><li>${names[2]} 20,000 บาท</li></ul>`;
    expect(met(parts('น้ำกับไฟ', 'คนกับป่า'), 'work-programmes')).toMatch(/^met/);
    expect(met(parts('หมวดที่ 1 น้ำ', 'หมวดที่ 2 คน'), 'work-programmes')).toMatch(/^met/);
  });
});

test('a menu’s link that calls it as it is headed leads to it', () => {
  const [start, page] = site(
    'ปี 69 เราจะทำอะไรให้ท่านบ้าง',
    'หัวหน้าลงนามไว้เมื่อ 1 ตุลาคม 2568 ใช้ทำงานทั้งปี',
    works,
    'ปี 69 เราจะทำอะไรให้ท่านบ้าง',
  );
  expect(judgePage([`<aside>${start}</aside><p>ยินดีต้อนรับ</p>`, page!], 'plan-link')).toMatch(/^met/);
});

describe('a sheet of a workbook', () => {
  const sheet = (name: string, said: string, ...rows: (readonly string[])[]): Segment[] => [
    { kind: 'heading', text: name, level: 2, region: 'main', locator: { sheet: name } },
    { kind: 'heading', text: said, level: 3, region: 'main', locator: { sheet: name, heading: name } },
    ...rows.map(
      (cells, at): Segment => ({
        kind: 'row',
        text: cells.join(' | '),
        cells: [...cells],
        ...(at === 0 && { header: true }),
        region: 'main',
        locator: { sheet: name, table: name.length, row: at + 1 },
      }),
    ),
  ];
  const past = sheet('ปีก่อน', 'มองปี 2568', ['เรื่อง', 'ได้เท่าไร'], ['ลอกคลอง', '3 กม.'], ['ปลูกป่า', '40 ไร่']);
  const rows = [
    ['เรื่อง', 'ล้านบาท', 'เดือน', 'กอง'],
    ['ขุดร่องน้ำหน้าอ่าว', '41', 'ม.ค. - เม.ย.', 'กองช่าง'],
    ['ทุ่นไฟปากคลอง', '6.9', 'ธ.ค. - ก.พ.', 'กองทะเล'],
    ['ค่ายเด็กริมทะเล', '0.4', 'ต.ค. - พ.ย.', 'กองคน'],
  ] as const;
  test('that is the plan stands by itself', () => {
    const plan = sheet('ปีนี้', 'บอร์ดมีมติให้ทำสามอย่างต่อไปนี้ตั้งแต่ตุลาคม 2568 ถึงกันยายน 2569', ...rows);
    expect(judgeDocument([...past, ...plan], 'plan-current')).toMatch(/^met/);
    expect(judgeDocument([...plan, ...past], 'projects')).toMatch(/^met/);
  });
  test('none that nobody decided', () => {
    expect(judgeDocument([...past, ...sheet('ปีนี้', 'ปี 2569', ...rows)], 'plan-current')).not.toMatch(/^met/);
  });
});
