// What a project's own sentence tells of it in passing, and what columns and headings in everyday words tell.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const met = (html: string, criterion: string) => judgePage(html, criterion).startsWith('met');
const title = '<h1>รายงานผลการติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</h1>';
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const table = (...rows: string[]) =>
  `<table>${rows
    .map((line, at) => {
      const tag = at === 0 ? 'th' : 'td';
      const cells = line.split('|').map((text) => `<${tag}>${text.trim()}</${tag}>`);
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('')}</table>`;

describe('money and stage in a sentence', () => {
  test.each([
    [
      'with what of how much was done',
      '2.1 โครงการธนาคารปลาดุกชุมชน ตั้งได้ครบ 15 หมู่บ้าน เบิกครบ 450,000 บาท',
      '2.2 โครงการยกระดับฟาร์มกุ้ง ตรวจฟาร์มไปแล้ว 48 จาก 90 ราย จ่ายค่าตรวจวิเคราะห์ 96,000 บาท จาก 180,000 บาท',
    ],
    [
      'with a state',
      'โครงการซ่อมท่าเรือ แล้วเสร็จเมื่อเดือนกุมภาพันธ์ งานพัสดุแจ้งว่าใช้เงินไป 310,000 บาท จากวงเงิน 320,000 บาท',
      'โครงการค่ายเยาวชน ยังไม่ได้จัดเพราะฝนตกชุก และยังไม่ได้เบิก',
    ],
  ])('is of each project: %s', (_, ...lines) => {
    expect(met(title + p(...lines), 'budget-progress')).toBe(true);
  });
  test.each([
    ['the stage alone', 'โครงการซ่อมท่าเรือ แล้วเสร็จ วงเงิน 320,000 บาท', 'โครงการค่ายเยาวชน ยังไม่ได้จัด วงเงิน 60,000 บาท'],
    [
      'both of one project alone',
      'โครงการไร้พุง ตั้งใจ 500 คน เข้าร่วม 377 คน ถือว่าผ่านครึ่งทาง',
      'โครงการคัดกรองมะเร็งปากมดลูก ตรวจ 612 จาก 1,100 คน จ่ายค่าชุดตรวจไป 48,960 บาท',
      'โครงการติดดาว ผ่าน 2 ใน 3 แห่ง กำลังแก้เรื่องบ่อบำบัด',
    ],
    ['the money alone', 'โครงการซ่อมท่าเรือ ใช้เงินไป 310,000 บาท', 'โครงการค่ายเยาวชน ใช้เงินไป 59,000 บาท'],
  ])('is not both: %s', (_, ...lines) => {
    expect(met(title + p(...lines), 'budget-progress')).toBe(false);
  });
});

test('what a plan is going to use is not spent', () => {
  const plan = '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>';
  const lines = [
    'โครงการซ่อมท่าเรือ ให้แล้วเสร็จในเดือนมีนาคม จ่ายค่าจ้างเหมา 320,000 บาท',
    'โครงการค่ายเยาวชน จัดครบทุกตำบล จ่ายค่าอาหาร 60,000 บาท',
  ];
  expect(met(plan + p(...lines), 'budget-progress')).toBe(false);
});

describe('columns in everyday words', () => {
  test.each([
    ['stages', 'โครงการ | ได้รับ (บาท) | ใช้จ่ายแล้ว (บาท) | ระยะงาน', 'ปิดโครงการ', 'อยู่ในช่วงประกวด'],
    ['whom it was paid to', 'โครงการ | งบประมาณ (บาท) | จ่ายให้ผู้รับจ้างแล้ว (บาท) | ความก้าวหน้า', 'เสร็จ', 'กำลังทำ'],
    ['or transferred', 'โครงการ | งบประมาณ (บาท) | โอนเงินให้กลุ่มแล้ว (บาท) | ความก้าวหน้า', 'เสร็จ', 'กำลังทำ'],
  ])('of %s', (_, head, first, second) => {
    const rows = [`ซ่อมถนนสายหนองกก | 260,000 | 260,000 | ${first}`, `วางท่อหมู่ที่ 4 | 480,000 | 240,000 | ${second}`];
    expect(met(title + table(head, ...rows), 'budget-progress')).toBe(true);
  });
  test.each([
    ['money to be kept for the next year', 'โครงการ | งบประมาณ (บาท) | ขอกันเงิน (บาท) | ความก้าวหน้า', 'เสร็จ', 'กำลังทำ'],
    ['to be paid', 'โครงการ | งบประมาณ (บาท) | ต้องจ่ายให้ผู้รับจ้าง (บาท) | ความก้าวหน้า', 'เสร็จ', 'กำลังทำ'],
    ['whose work it is', 'โครงการ | ได้รับ (บาท) | ใช้จ่ายแล้ว (บาท) | กลุ่มงาน', 'ส่งเสริมศาสนา', 'ยุทธศาสตร์'],
  ])('not of %s', (_, head, first, second) => {
    const rows = [`ซ่อมถนนสายหนองกก | 260,000 | 260,000 | ${first}`, `วางท่อหมู่ที่ 4 | 480,000 | 240,000 | ${second}`];
    expect(met(title + table(head, ...rows), 'budget-progress')).toBe(false);
  });
});

describe('a heading that asks twice', () => {
  const said = p('ตู้ปลา: อะคริลิกนำเข้าช้า – ให้สั่งแผ่นสำรองไว้ล่วงหน้าทุกปี');
  test.each(['ติดขัดตรงไหน / เสนอแก้อย่างไร', 'ติดอะไรบ้าง และจะแก้อย่างไร', 'ติดปัญหาอะไร – ทางแก้', 'ที่ยังติดขัด / แนวทางแก้ไข'])(
    '%s',
    (heading) => {
      expect(met(`${title}<h2>${heading}</h2>${said}`, 'recommendations')).toBe(true);
      expect(met(`${title}<h2>${heading}</h2>`, 'recommendations')).toBe(false);
    },
  );
  test.each(['เรื่องเสนอที่ประชุม', 'ติดขัดตรงไหน / โทรหาใคร'])('not: %s', (heading) => {
    const lines = p('รับทราบความก้าวหน้าตามแผนปฏิบัติการประจำปี 2569 ไตรมาส 3', 'กำหนดวันประชุมครั้งที่ 8/2569');
    expect(met(`${title}<h2>${heading}</h2>${lines}`, 'recommendations')).toBe(false);
  });
});

describe('a round of visits', () => {
  const round = (subject: string, heads: string, ...rows: string[]) =>
    `<h1>สรุปผลการเยี่ยม${subject} ครั้งที่ 2 ประจำปีงบประมาณ 2569</h1>${table(heads, ...rows)}`;
  const heads = 'หน่วยงาน | โครงการที่รับผิดชอบ | สิ่งที่พบ | ข้อเสนอแนะของทีมเยี่ยม';
  const rows = [
    'หอผู้ป่วยใน | ลดแผลกดทับด้วยที่นอนลม | ได้ที่นอน 12 จาก 20 หลัง ติดตั้งใช้แล้ว | ขอใช้เงินเหลือจ่ายซื้อส่วนที่ขาด',
    'ห้องฉุกเฉิน | ช่องทางด่วนหลอดเลือดสมอง | ซ้อมแล้ว 3 ครั้ง | เพิ่มการซ้อมเวรดึก',
    'หอผู้ป่วยเด็ก | มุมนมแม่ | ยังไม่ได้ลงมือ รอแบบก่อสร้าง | ให้งานช่างส่งแบบภายใน 31 พ.ค.',
  ];
  const verdicts = (html: string) =>
    ['projects', 'monitoring-results', 'recommendations', 'budget-progress'].map((id) => met(html, id));

  test('of the projects of the year', () => {
    expect(verdicts(round('ติดตามโครงการในหน่วยงาน', heads, ...rows))).toEqual([true, true, true, false]);
  });
  test('of places', () => {
    const places = heads.replace('โครงการที่รับผิดชอบ', 'จุดที่สำรวจ');
    expect(verdicts(round('สำรวจ 5 ส ในหน่วยงาน', places, ...rows))).toEqual([false, false, false, false]);
  });
  test('before anything was found', () => {
    const plan = rows.map((line) => line.split('|').slice(0, 2).join('|'));
    expect(verdicts(round('ติดตามโครงการในหน่วยงาน', 'หน่วยงาน | โครงการที่รับผิดชอบ', ...plan)).slice(1)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
