// Plans, reports, surveys and mechanisms in forms of their own: lines with their cost, log books, tallies, aims and what came of them.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const local = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลเกาะทราย' } as const;
const park = { kind: 'other', name: 'อุทยานแห่งชาติเขาทราย' } as const;
const lines = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

describe('a plan in lines', () => {
  const plan = '<h1>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</h1>';
  test.each([
    [
      'lettered, with who and when after the cost',
      lines(
        '(ก) ลาดยางซอยวัดใหม่ หมู่ 2 เงิน 310,000 บาท กองช่าง มกราคม',
        '(ข) ขุดลอกคลองหน้าเมือง เงิน 90,000 บาท กองช่าง มีนาคม',
      ),
    ],
    ['on cards', '<h3>ห้องน้ำผู้พิการ</h3><p>150,000 บาท | กองช่าง</p><h3>สวนผักโรงเรียน</h3><p>18,000 บาท | กองการศึกษา</p>'],
    [
      'one after the other in a paragraph',
      lines('แผนงานการเกษตร ส่งเสริมแปลงผักอินทรีย์ งบ 60,000; ธนาคารเมล็ดพันธุ์ 2 แห่ง งบ 45,000'),
    ],
  ])('shows its projects %s', (_, body) => {
    expect(judgePage(plan + body, 'projects', local)).toMatch(/^met/);
  });

  test.each([
    ['sorts of expense', lines('งบบุคลากร 5,200,000 บาท', 'งบดำเนินงาน 1,900,000 บาท', 'ค่าสาธารณูปโภค 300,000 บาท')],
    ['parts of the agency', lines('กองช่าง 4,000,000 บาท', 'กองการศึกษา 1,200,000 บาท', 'สำนักปลัด 900,000 บาท')],
    [
      'strategies and how many projects they hold',
      lines('ยุทธศาสตร์ที่ 1 คมนาคม 12 โครงการ 3,000,000 บาท', 'ยุทธศาสตร์ที่ 2 สังคม 8 โครงการ 900,000 บาท'),
    ],
    [
      'programmes of the budget',
      lines('บริหารงานทั่วไป 2,100,000 บาท', 'การรักษาความสงบภายใน 300,000 บาท', 'เคหะและชุมชน 900,000 บาท'),
    ],
    ['who gives the money', lines('สปสช. 300,000 บาท', 'อบจ.เกาะทราย 150,000 บาท', 'จากผู้มีจิตศรัทธา 20,000 บาท')],
    ['what each one gets', lines('เบี้ยผู้สูงอายุ 7,200 บาท ต่อคนต่อปี', 'อาหารกลางวัน 4,400 บาท ต่อคนต่อปี')],
  ])('does not take for projects %s', (_, body) => {
    expect(judgePage(plan + body, 'projects', local)).toMatch(/^not-met/);
  });
});

test('a link under a heading that names the plan leads to it, whatever its words', () => {
  const plan = `<h1>แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569</h1>${lines('1.1 ลาดยางซอยวัดใหม่ 310,000 บาท', '1.2 ขุดลอกคลองหน้าเมือง 90,000 บาท')}`;
  const under = (heading: string): string =>
    judgePage([`<h3>${heading}</h3><p><a href="/1">หน้าเว็บของเล่มนี้</a></p>`, plan], 'plan-link', local);
  expect(under('แผนการดำเนินงาน ประจำปี 2569')).toMatch(/^met/);
  expect(under('แผนแม่บทดิจิทัล')).not.toMatch(/^met/);
});

describe('a log book', () => {
  const log = (...entries: string[]): string =>
    `<h1>สมุดตามงาน</h1>${entries.map((entry, at) => `<h6>${at + 3} พ.ค. 69</h6><p>${entry}</p>`).join('')}`;
  test('tells how far the work in its brackets has come', () => {
    const page = log(
      '[ทางเดินศึกษาธรรมชาติ] เสร็จแล้ว 2 กม. ตั้งไว้ 80,000 จ่ายแล้ว 79,200',
      '[ค่ายเยาวชนรักษ์ป่า] จัดครบ 2 รุ่น ใช้ 45,000 (ตั้ง 50,000)',
      '[ซ่อมบ้านพัก] กำลังมุงหลังคา งวด 1 จ่าย 60,000 / 140,000',
    );
    expect(judgePage(page, 'monitoring-results', park)).toMatch(/^met/);
    expect(judgePage(page, 'budget-progress', park)).toMatch(/^met/);
  });
  test('of what visitors saw tells nothing of the kind', () => {
    const page = log('[นกเงือก] เห็น 2 ตัว', '[ช้างป่า] พบรอยเท้า 3 จุด', '[ทางขึ้นเขา] ปิดแล้วเพราะฝน');
    expect(judgePage(page, 'monitoring-results', park)).not.toMatch(/^met/);
  });
  test('that whoever has work in the plan must keep is how it is followed', () => {
    const rule = (text: string): string =>
      judgePage(`<h1>สมุดติดตามงาน</h1><p>${text}</p>`, 'monitoring-mechanism', park);
    expect(rule('หัวหน้าเปิดตรวจทุกวันพุธ ผู้รับโครงการในแผนต้องบันทึกเองอย่างน้อยเดือนละครั้ง')).toMatch(/^met/);
    expect(rule('หัวหน้าเปิดตรวจทุกวันพุธ ผู้เข้าพักต้องบันทึกเองอย่างน้อยเดือนละครั้ง')).not.toMatch(/^met/);
  });
});

test('minutes tell of the plan’s work one after the other', () => {
  const minutes = (subject: string): string =>
    judgePage(
      `<h1>บันทึกรายงานการประชุมสภา อบต.เกาะทราย สมัยที่ 2/2569</h1>${lines(
        'เริ่มประชุม 9.30 น.',
        `วาระ 3 นายกฯ แจ้งความคืบหน้า${subject} ถึงสิ้นเดือนเมษายน`,
        'เรื่องแรก ลาดยางซอยวัดใหม่ ตั้งไว้ 310,000 เสร็จแล้ว จ่ายไป 305,000',
        'เรื่องที่สอง ขุดลอกคลองหน้าเมือง 90,000 ยังไม่ได้เริ่ม ยังไม่มีการจ่ายเงิน',
      )}`,
      'budget-progress',
      local,
    );
  expect(minutes('งานตามแผนการดำเนินงานปี 2569')).toMatch(/^met/);
  expect(minutes('เรื่องร้องเรียนและผู้ประสบภัย ปี 2569')).not.toMatch(/^met/);
});

describe('all projects told off', () => {
  const card = (...texts: string[]): string =>
    judgePage(`<h2>ครึ่งปีงบ 2569</h2>${lines(...texts)}`, 'monitoring-results', local);
  test('are followed where the parts make up the whole', () => {
    expect(card('โครงการที่ตั้งใจทำ 20', '✔ เสร็จ 11 เช่น ลาดยางซอยวัดใหม่', '⏳ ทำอยู่ 6', '✘ ไม่ได้ทำ 3')).toMatch(/^met/);
    const table = `<h1>ติดตามงาน</h1><p>ถึงไตรมาส 2/2569</p><table><tr><th>ยุทธศาสตร์</th><th>จำนวนโครงการ</th><th>เสร็จ</th><th>กำลังทำ</th><th>ยังไม่เริ่ม</th></tr>
      <tr><td>สังคม</td><td>7</td><td>4</td><td>2</td><td>1</td></tr><tr><td>คมนาคม</td><td>5</td><td>3</td><td>2</td><td>0</td></tr></table>`;
    expect(judgePage(table, 'monitoring-results', local)).toMatch(/^met/);
  });
  test('are not where they do not, or something else is counted', () => {
    expect(card('โครงการที่ตั้งใจทำ 20', '✔ เสร็จ 11', '⏳ ทำอยู่ 6')).not.toMatch(/^met/);
    expect(card('เรื่องร้องเรียน 20', '✔ เสร็จ 11', '⏳ ทำอยู่ 6', '✘ ยังไม่ได้ทำ 3')).not.toMatch(/^met/);
    expect(card('โครงการจัดซื้อจัดจ้าง 20', '✔ เสร็จ 11', '⏳ ทำอยู่ 6', '✘ ไม่ได้ทำ 3')).not.toMatch(/^met/);
  });
});

describe('what was aimed at and what came of it', () => {
  const year = (head: string, ...texts: string[]): string =>
    judgePage(`<h2>เล่าปี 2568</h2>${lines(head, ...texts)}`, 'past-year-evaluation');
  const told = 'นักท่องเที่ยวเกินเป้า (ตั้ง 9,000 ได้ 11,250) อบรมได้ 7 กลุ่ม เป้า 8 ส่วนรายได้ต่ำกว่าเป้า 3 เปอร์เซ็นต์';
  test('evaluates the year that it is the report on', () => {
    expect(year('ปีงบ 2568 หัวหน้าให้เขียนรายงานการปฏิบัติราชการส่งจังหวัด เอามาลงไว้ตรงนี้', told)).toMatch(/^met/);
  });
  test('is none where no report is told, or of how it would be rated', () => {
    expect(year('ปี 2568 ชมรมวิ่งของเราสนุกมาก', told)).not.toMatch(/^met/);
    expect(
      year(
        'เกณฑ์สำหรับรายงานการปฏิบัติราชการ ปี 2568',
        'เกณฑ์ ถึงเป้า ได้ 3 คะแนน',
        'หากเกินเป้า ได้ 5 คะแนน หากต่ำกว่าเป้า ได้ 1 คะแนน',
      ),
    ).not.toMatch(/^met/);
  });
});

describe('outsiders', () => {
  const survey = (html: string): string => judgePage(html, 'stakeholder-survey');
  test.each([
    '<h1>ชาวนาว่าอย่างไร</h1><p>เก็บแบบสอบถามชาวนา 410 ราย พอใจ 4.3/5</p>',
    '<h1>ความเห็นผู้ใช้บัณฑิต</h1><p>สำรวจนายจ้าง 96 แห่ง คะแนน 4.37 อยากให้เพิ่มภาษา</p>',
    '<h1>เสียงหน้าด่าน</h1><p>แบบสอบถามนักท่องเที่ยวได้คืน 512 ใบ พอใจห้องน้ำ 64%</p>',
    '<h1>ช่วยติชมเราหน่อย</h1><form>บริการวันนี้ ☆☆☆☆☆ <textarea name="a"></textarea><button>ส่ง</button></form>',
  ])('are asked: %s', (html) => {
    expect(survey(html)).toMatch(/^met/);
  });
  test.each([
    '<h1>ประชุมครั้งที่ 2</h1><p>แบบสอบถามลูกค้า 410 ราย พอใจ ครั้งที่ 2/2569</p>',
    '<h1>สำรวจลูกน้ำ</h1><p>สำรวจ 96 แห่ง คะแนน 4.37</p>',
    '<h1>ให้คะแนนบทความ</h1><form>บริการความรู้ ☆☆☆☆☆ <textarea name="a"></textarea><button>ส่ง</button></form>',
    '<h1>ประเมินความเครียดตนเอง</h1><form>ให้คะแนน 1-5 บริการสุขภาพจิต <input type="radio" name="a"><button>ส่ง</button></form>',
    '<h1>ติชมวิทยากร</h1><form>ให้คะแนนการอบรม การบริการ <input type="radio" name="a"><button>ส่ง</button></form>',
  ])('are not: %s', (html) => {
    expect(survey(html)).not.toMatch(/^met/);
  });
});

test('an order that puts a division in charge of publishing is one on publishing', () => {
  const order = (duty: string): string =>
    judgePage(`<h1>คำสั่งสำนักงาน ที่ 12/2568 เรื่อง การเผยแพร่ข้อมูลข่าวสารผ่านเว็บไซต์</h1><p>${duty}</p>`, 'disclosure-order');
  expect(order('กำหนดให้กองยุทธศาสตร์และแผนงานนำแผนและรายงานผลเผยแพร่บนเว็บไซต์ภายใน 15 วัน')).toMatch(/^met/);
  expect(order('กองยุทธศาสตร์และแผนงานย้ายไปอยู่ชั้น 3')).not.toMatch(/^met/);
});

test('who is told to follow the plan, and how often, is a mechanism', () => {
  const order = (subject: string): string =>
    judgePage(
      `<h1>คำสั่งทีมนิเทศ</h1><p>คำสั่งที่ 4/2568 ให้มีทีมนิเทศ กำกับ และประเมินผล${subject} ออกปีละสองรอบ สาธารณสุขอำเภอเป็นหัวหน้าทีม</p>`,
      'monitoring-mechanism',
      { kind: 'health-office', name: 'สำนักงานสาธารณสุขอำเภอเกาะทราย' },
    );
  expect(order('แผนปฏิบัติการ สสอ.')).toMatch(/^met/);
  expect(order('การรักษาผู้ป่วยเบาหวาน')).not.toMatch(/^met/);
});

test('a committee’s advice to the doers is a recommendation, to the public none', () => {
  const report = (text: string): string =>
    judgePage(
      `<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปี 2568</h1><p>ดำเนินการ 8 จาก 9 โครงการ บรรลุเป้าหมายร้อยละ 88</p><h2>มองย้อน</h2><p>${text}</p>`,
      'recommendations',
    );
  expect(report('คณะกรรมการประจำจังหวัดแนะนำให้เปิดรับสมัครเร็วขึ้นและใช้ทีมเดียวกัน')).toMatch(/^met/);
  expect(report('คณะกรรมการแนะนำให้ประชาชนสวมหมวกนิรภัย')).not.toMatch(/^met/);
});

test('the page of a category claims nothing that the titles in it do not', () => {
  const page = (...titles: string[]): string =>
    judgePage(
      [
        '<ul><li><a href="/1">แผนการดำเนินงาน</a></li></ul>',
        `<h1>คลังเก็บหมวดหมู่: แผนการดำเนินงาน</h1>${titles.map((title) => `<h2><a href="/2">${title}</a></h2>`).join('')}`,
      ],
      'plan-current',
      local,
    );
  expect(page('แผนการดำเนินงาน ประจำปี 2567')).not.toMatch(/^(?:met|review)/);
});
