// Tables between a plan and a report: calendars with marks, indicators that are rated, projects counted by stage, cards, opinions.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const row = (tag: string, cells: string): string =>
  `<tr>${cells
    .split('|')
    .map((cell) => `<${tag}>${cell}</${tag}>`)
    .join('')}</tr>`;
const table = (head: string, ...rows: string[]): string =>
  `<table>${row('th', head)}${rows.map((cells) => row('td', cells)).join('')}</table>`;
const local = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลเกาะทราย' } as const;
const plan = '<h1>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</h1>';

describe('a plan’s calendar', () => {
  test.each([
    [
      'bars and the month in which work ends',
      table(
        'โครงการ|งบประมาณ|ต.ค.|พ.ย.|ธ.ค.|ม.ค.|ดำเนินการแล้วเสร็จ',
        'ซ่อมท่อระบายน้ำ ซอย 4|120,000|↔|↔|||พ.ย.',
        'ขุดลอกหนองบัว|80,000|||↔|↔|ม.ค. 69',
      ),
    ],
    [
      'ticks under months headed as the work',
      `<table><tr><th rowspan="2">โครงการ</th><th rowspan="2">งบประมาณ</th><th colspan="3">การดำเนินงาน</th></tr>
      <tr><th>ต.ค.</th><th>พ.ย.</th><th>ธ.ค.</th></tr>
      ${row('td', 'ซ่อมท่อระบายน้ำ ซอย 4|120,000|✓|✓|')}${row('td', 'ขุดลอกหนองบัว|80,000||✓|✓')}</table>`,
    ],
  ])('tells no progress by %s', (_, rows) => {
    expect(judgePage(plan + rows, 'monitoring-results', local)).toMatch(/^not-met/);
    expect(judgePage(plan + rows, 'projects', local)).toMatch(/^met/);
  });

  test('tells it by states', () => {
    const rows = table(
      'โครงการ|งบประมาณ|ต.ค.|พ.ย.|ธ.ค.|ม.ค.|สถานะ',
      'ซ่อมท่อระบายน้ำ ซอย 4|120,000|↔|↔|||แล้วเสร็จ',
      'ขุดลอกหนองบัว|80,000|||↔|↔|อยู่ระหว่างดำเนินการ',
    );
    expect(judgePage(plan + rows, 'monitoring-results', local)).toMatch(/^met/);
  });
});

describe('indicators under the plan’s own name', () => {
  const head = '<h1>ตัวชี้วัด แผนปฏิบัติราชการประจำปี พ.ศ. 2569</h1>';

  test('with what they reached and its rate are followed up', () => {
    const page = `${head}${table(
      'ตัวชี้วัด|เป้าหมาย|ผล|% บรรลุ',
      'จำนวนเครือข่ายชุมชน|20|15|75.0',
      'ร้อยละของคำขอที่เสร็จในวันเดียว|80|84|105.0',
    )}`;
    expect(judgePage(page, 'monitoring-results')).toMatch(/^met/);
    expect(judgePage(page, 'evaluation-results')).toMatch(/^met/);
  });

  test('with what past years reached are a plan’s', () => {
    const page = `${head}${table(
      'ตัวชี้วัด|เป้าหมาย|ผล|ร้อยละของงบ',
      'จำนวนเครือข่ายชุมชน|20|15|30',
      'ร้อยละของคำขอที่เสร็จในวันเดียว|80|84|12',
    )}`;
    expect(judgePage(page, 'evaluation-results')).not.toMatch(/^met/);
  });
});

describe('projects of the plan counted by stage', () => {
  const page = (head: string, ...rows: string[]): string =>
    `<h1>สรุปสถานะโครงการตามแผนพัฒนาท้องถิ่น ปี 2569</h1>${table(head, ...rows)}`;

  test('are a report on it', () => {
    const counts = page(
      'ยุทธศาสตร์|ตามแผน (โครงการ)|อนุมัติ (โครงการ)|ลงนามสัญญา (โครงการ)|เบิกจ่าย (โครงการ)',
      'คมนาคม|40|12|10|9',
      'สังคม|22|15|15|11',
    );
    expect(judgePage(counts, 'monitoring-results', local)).toMatch(/^met/);
    // The development plan is local government's yearly work alone.
    expect(judgePage(counts, 'monitoring-results')).not.toMatch(/^met/);
  });

  test.each([
    [
      'planned year by year',
      'ยุทธศาสตร์|แผน 2567 (โครงการ)|แผน 2568 (โครงการ)|แผน 2569 (โครงการ)',
      'คมนาคม|40|30|20',
      'สังคม|22|15|15',
    ],
    [
      'of which none was begun',
      'ยุทธศาสตร์|แผน (โครงการ)|อนุมัติ (โครงการ)|เบิกจ่าย (โครงการ)',
      'คมนาคม|40|0|0',
      'สังคม|22|0|0',
    ],
  ])('are none where %s', (_, head, ...rows) => {
    expect(judgePage(page(head, ...rows), 'monitoring-results', local)).not.toMatch(/^met/);
  });
});

test('a card of two rows tells of the project that its heading names', () => {
  const card = (name: string, spent: string): string =>
    `<h3>${name}</h3><table>${row('td', `งบประมาณ:|90,000 บาท|เบิกจ่าย:|${spent} บาท`)}${row('td', 'ความก้าวหน้า:|60%|เป้าหมาย/ผล:|4 / 2 กลุ่ม')}</table>`;
  const page = (one: string, two: string): string =>
    `<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปี พ.ศ. 2569</h1>${card(one, '20,000')}${card(two, '31,000')}`;
  expect(judgePage(page('โครงการที่ 1.1: สวนครัวชุมชน', 'โครงการที่ 1.2: ตลาดนัดอินทรีย์'), 'budget-progress')).toMatch(/^met/);
  expect(judgePage(page('ไตรมาสที่ 1', 'ไตรมาสที่ 2'), 'budget-progress')).not.toMatch(/^met/);
});

describe('the opinions of those who follow projects up', () => {
  const page = (...opinions: readonly [string, string]): string =>
    `<h1>รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568</h1>${table(
      'โครงการ|เบิกจ่าย|ผลการดำเนินงาน|ความเห็นคณะกรรมการฯ',
      `ซ่อมสะพานไม้|90,000|แล้วเสร็จ|${opinions[0]}`,
      `ลานกีฬาตำบล|40,000|แล้วเสร็จ|${opinions[1]}`,
    )}`;

  test('are recommendations', () => {
    expect(judgePage(page('เพิ่มป้ายจำกัดน้ำหนักก่อนเปิดใช้', 'ให้ผู้รับจ้างแก้รอยแตก'), 'recommendations', local)).toMatch(/^met/);
  });

  test('are none where they let all pass', () => {
    expect(judgePage(page('เห็นชอบ', 'เห็นควรให้ผ่าน'), 'recommendations', local)).not.toMatch(/^met/);
  });
});

describe('projects in lines with their cost', () => {
  const lines = (...items: string[]): string => `<ul>${items.map((text) => `<li>${text}</li>`).join('')}</ul>`;
  const works = lines(
    'ก่อสร้างลานตากข้าว งบประมาณ 180,000 บาท',
    'ปรับปรุงระบบประปาบ้านเหนือ งบประมาณ 90,000 บาท',
    'ติดตั้งไฟส่องทาง งบประมาณ 70,000 บาท',
  );

  test('are the year’s work where a line says so', () => {
    const said = '<p>ผลการปฏิบัติงานประจำปีงบประมาณ พ.ศ. 2569 ดังนี้</p>';
    expect(judgePage(`<h1>คำแถลงของนายก</h1>${said}${works}`, 'projects', local)).toMatch(/^met/);
    expect(judgePage(`<h1>คำแถลงของนายก</h1>${works}`, 'projects', local)).not.toMatch(/^met/);
    expect(judgePage(`<h1>ประกาศจัดจ้าง</h1>${said}${works}`, 'projects', local)).not.toMatch(/^met/);
  });

  test('of a plan of the office’s own field, not of another', () => {
    const projects = lines(
      '1) โครงการแปลงสาธิต เป้าหมาย 4 แปลง งบประมาณ 80,000 บาท',
      '2) โครงการเกษตรกรรุ่นใหม่ เป้าหมาย 40 ราย งบประมาณ 60,000 บาท',
      '3) โครงการคลินิกพืช เป้าหมาย 4 ครั้ง งบประมาณ 20,000 บาท',
      '4) โครงการเครื่องจักรกลชุมชน เป้าหมาย 2 กลุ่ม งบประมาณ 30,000 บาท',
    );
    const page = `<h1>แผนปฏิบัติงานส่งเสริมการเกษตร ปีงบประมาณ 2569</h1>${projects}`;
    const of = (name: string): string => judgePage(page, 'projects', { kind: 'provincial-office', name });
    expect(of('สำนักงานเกษตรจังหวัดเกาะทราย')).toMatch(/^met/);
    expect(of('สำนักงานขนส่งจังหวัดเกาะทราย')).not.toMatch(/^met/);
  });

  test('end with who does them', () => {
    const page = (tail: string): string =>
      `<h1>แผนปฏิบัติราชการประจำปี พ.ศ. 2569</h1>${lines(
        `040102 โรงอบผลไม้ชุมชน 1,500,000 บาท ${tail}`,
        `040103 ตลาดกลางริมน้ำ 800,000 บาท ${tail}`,
      )}`;
    expect(judgePage(page('กชช.'), 'projects')).toMatch(/^met/);
    expect(judgePage(page('ต่อคนต่อปีสำหรับผู้มีรายได้น้อย'), 'projects')).not.toMatch(/^met/);
  });
});

test('the states of projects are no complaints', () => {
  const states = table(
    'โครงการ|ผู้รับผิดชอบ|สถานะ',
    'ซ่อมตลาดสด|กองช่าง|เสร็จสิ้น',
    'โรงเรียนผู้สูงวัย|กองสวัสดิการ|ยังไม่เริ่ม',
    'ประกวดบ้านสะอาด|กองสาธารณสุข|อยู่ระหว่างดำเนินการ',
  );
  const page = (title: string): string => `<h1>${title} ปีงบประมาณ 2569</h1>${states}`;
  expect(judgePage(page('ติดตามสถานะการดำเนินโครงการ'), 'monitoring-results', local)).toMatch(/^met/);
  expect(judgePage(page('ติดตามสถานะเรื่องร้องทุกข์'), 'monitoring-results', local)).not.toMatch(/^met/);
});

describe('a round’s chapter on what its indicators reached', () => {
  const head = '<h1>รายงานผลการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปี พ.ศ. 2569 รอบ 6 เดือน</h1>';
  const rows = table(
    'ตัวชี้วัด|เป้าทั้งปี|ผล 6 เดือน|แนวโน้ม',
    'ครูได้รับการพัฒนา|300 คน|318 คน|เกินเป้า',
    'ห้องเรียนผ่านเกณฑ์|80%|64%|ใกล้เคียง',
  );

  test('evaluates where its heading says so', () => {
    expect(judgePage(`${head}<h2>2. ผลการประเมินตัวชี้วัด ครึ่งปี</h2>${rows}`, 'evaluation-results')).toMatch(/^met/);
  });

  test.each([
    ['follows them up alone', `<h2>2. ความก้าวหน้าของตัวชี้วัด</h2>${rows}`],
    ['evaluates opinions', `<h2>2. ผลการประเมินความพึงพอใจ</h2>${rows}`],
    ['evaluates integrity', `<h2>2. ผลการประเมิน ITA</h2>${rows}`],
    [
      'is still to be filled in',
      `<h2>2. ผลการประเมินตัวชี้วัด</h2>${table('ตัวชี้วัด|เป้าทั้งปี|ผล 6 เดือน', 'ครูได้รับการพัฒนา|300 คน|', 'ห้องเรียนผ่านเกณฑ์|80%|')}`,
    ],
  ])('does not where it %s', (_, chapter) => {
    expect(judgePage(head + chapter, 'evaluation-results')).not.toMatch(/^met/);
  });
});
