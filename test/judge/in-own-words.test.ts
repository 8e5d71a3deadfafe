// What offices publish in words of their own: the year's plan under any name, surveys, orders and mechanisms told in passing; and
// what looks like them.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const h = (text: string) => `<h1>${text}</h1>`;
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[][]) => `<table>${rows.map((cells) => row(...cells)).join('')}</table>`;
const start = (label: string) => `<h1>งานยุทธศาสตร์</h1><p><a href="/1">${label}</a></p>`;

const head = ['แผนงาน', 'โครงการ', 'งบ (บาท)', 'เดือน', 'เจ้าภาพ'];
const projects = [
  ['ชายฝั่ง', 'ปลูกโกงกางปากคลอง', '42,000', 'พ.ย.-ม.ค.', 'กลุ่มชายฝั่ง'],
  ['ชายฝั่ง', 'เก็บอวนร้างแนวปะการัง', '80,000', 'ธ.ค.-เม.ย.', 'กลุ่มชายฝั่ง'],
  ['ชาวประมง', 'อบรมซ่อมเครื่องเรือ', '36,000', 'ม.ค.-ส.ค.', 'กลุ่มอาชีพ'],
  ['ชาวประมง', 'ตลาดปลาหน้าท่า', '64,000', 'พ.ย.-ม.ค.', 'กลุ่มอาชีพ'],
];
const list = (title: string, ...rows: string[][]) => h(title) + table(head, ...(rows.length > 0 ? rows : projects));

describe('the year’s plan by its content', () => {
  const pages = (title: string, label = 'เข็มมุ่งและโครงการของเรา', ...rows: string[][]) => [
    start(label),
    list(title, ...rows),
  ];

  test.each(['เข็มมุ่งและโครงการ ปีงบประมาณ ๒๕๖๙', 'งานที่จะทำในปีงบประมาณ พ.ศ. 2569'])('%s', (title) => {
    expect(judgePage(pages(title), 'plan-current')).toBe('met/found-other-wording');
    expect(judgePage(pages(title), 'plan-link')).toBe('met/found-other-wording');
    expect(judgePage(pages(title), 'work-programmes')).toMatch(/^met/);
  });

  test('lines under headings, each with its money and months', () => {
    const lines = (...texts: string[]) => `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
    const twelve =
      h('สิบสองเดือนของเรา ปีงบประมาณ 2569') +
      p('แผนการทำงานฉบับย่อ ลงนามแล้วเมื่อ 17 ตุลาคม 2568') +
      '<h3>งานอนุรักษ์</h3>' +
      lines('ซ่อมไหโบราณ 24 ใบ (พ.ย.-มี.ค.) ตั้งงบไว้ 210,000 บาท', 'อบแห้งผ้า 180 ผืน (ธ.ค.-ก.พ.) ตั้งงบไว้ 95,000 บาท') +
      '<h3>งานจัดแสดง</h3>' +
      lines('นิทรรศการลูกปัด (ก.พ.-ส.ค.) ตั้งงบไว้ 320,000 บาท', 'ห้องดนตรี (มี.ค.-ก.ย.) ตั้งงบไว้ 2,100,000 บาท');
    expect(judgePage([start('ปีนี้เราจะทำอะไร'), twelve], 'plan-current')).toMatch(/^met/);
  });

  test.each([
    ['of several years', pages('เข็มมุ่งและโครงการ พ.ศ. 2566-2570')],
    ['of purchases', pages('แผนจัดซื้อจัดจ้าง ปีงบประมาณ 2569')],
    ['of a fund', pages('โครงการที่ขอรับทุนกองทุนหมู่บ้าน ปี 2569')],
    ['asked for', pages('โครงการที่เสนอขอรับงบประมาณ ปี 2569')],
    ['of three projects', pages('งานที่จะทำในปีงบประมาณ พ.ศ. 2569', undefined, ...projects.slice(0, 3))],
    ['another office’s', pages('โครงการของกรมประมง ปีงบประมาณ 2569')],
  ])('none: %s', (_, html) => {
    expect(judgePage(html, 'plan-current')).not.toMatch(/^met/);
  });

  test('a plan of one subject that nobody listed is none, whatever list it stands in', () => {
    const of = (title: string) => [
      `<h1>แผนงานประจำปีและแผนองค์กร</h1><ul><li><a href="/1">${title}</a></li></ul>`,
      list(title),
    ];
    for (const criterion of ['plan-current', 'projects'])
      expect(judgePage(of('แผนปฏิบัติการลดน้ำสูญเสีย ปี 2569'), criterion), criterion).not.toMatch(/^met/);
    expect(judgePage(of('แผนปฏิบัติการทั้งเล่ม ปี 2569'), 'plan-current')).toMatch(/^met/);
  });

  test('a page of the plan and nothing else is led to by whatever words', () => {
    const plan = list('แผนดำเนินงานและการใช้เงินของสถานี ปีงบประมาณ 2569');
    expect(judgePage([start('ของปีงบ 69'), plan], 'plan-link')).toMatch(/^met/);
    const among = plan + h('ข่าว') + p('กีฬาสี '.repeat(40));
    expect(judgePage([start('ของปีงบ 69'), among], 'plan-link')).not.toMatch(/^met/);
  });

  test('what is told of it already is no plan', () => {
    const told =
      h('งานปีงบประมาณ พ.ศ. 2569') +
      table(
        ['แผนงาน', 'โครงการ', 'งบ (บาท)', 'จ่ายแล้ว', 'สถานะ'],
        ...projects.map(([plan, name, sum]) => [plan!, name!, sum!, '12,000', 'กำลังทำ']),
      );
    expect(judgePage([start('งานของเรา'), told], 'plan-current')).not.toMatch(/^met/);
  });
});

describe('surveys of outsiders', () => {
  const survey = (...parts: string[]) => judgePage([start('เสียงจากคนนอก'), parts.join('')], 'stakeholder-survey');
  const graded = table(['ข้อ', 'ดี', 'พอใช้', 'แย่'], ['หาหน่วยง่าย', '72', '20', '8'], ['เจ้าหน้าที่สุภาพ', '81', '15', '4']);
  const means = table(['ด้าน', 'ค่าเฉลี่ย'], ['ทักษะ', '4.21'], ['ความรับผิดชอบ', '4.02']);

  test.each([
    ['grades by their words', p('ถามผู้มีสิทธิเลือกตั้ง 800 คน หลังเลือกตั้งท้องถิ่น มกราคม 2569'), graded],
    ['means', p('แบบสอบถามสถานประกอบการ ปี 2568 ส่ง 61 แห่ง ตอบ 47 แห่ง'), means],
    ['a score in the same line', p('จ้างมหาวิทยาลัยสำรวจลูกค้าสาขา 420 ราย พ.ค.-ก.ค. 2568 คะแนน 4.41'), ''],
    ['so many answers', p('แบบถามหลังซื้อเมล็ดพันธุ์ของเกษตรกร ส่งไปรษณียบัตร 260 ใบ ตอบ 171 ใบ'), graded],
    [
      'parents on teaching',
      p('แจกแบบถามให้ผู้ปกครอง 612 คน ตอบกลับ 540 คน', 'การสอน พอใจร้อยละ 91', 'อาหาร พอใจร้อยละ 63'),
      '',
    ],
    [
      'gathered from patients',
      p('เก็บจากผู้ป่วยและญาติ 602 ราย'),
      table(['จุดบริการ', 'ร้อยละพอใจ'], ['ห้องบัตร', '82.3'], ['ห้องยา', '77.9']),
    ],
    ['visitors’ opinion', h('ความเห็นผู้เข้าชม') + p('เก็บแบบสอบถาม 612 ชุด'), graded],
  ])('%s', (_, said, answers) => {
    expect(survey(said, answers)).toMatch(/^met/);
  });

  test.each([
    ['staff', p('สอบถามบุคลากร 85 คน เรื่องสวัสดิการ'), means],
    [
      'a count of farms',
      p('สำรวจเกษตรกร 420 ราย เนื้อที่ปลูก'),
      table(['ตำบล', 'ไร่'], ['บ้านใหม่', '4,210'], ['ท่าช้าง', '1,302']),
    ],
    ['learners on teaching', p('แบบสอบถามนักเรียน 540 คน ตอบ 512 คน เรื่องการสอนของครู'), means],
    ['nobody counted', p('ถามผู้รับบริการ'), graded],
  ])('none: %s', (_, said, answers) => {
    expect(survey(said, answers)).not.toMatch(/^met/);
  });

  test('the outside one of two in a line, and a form in a frame that the words beside it call so', () => {
    const two = (first: string, second: string) =>
      p(
        `แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) <a href="${first}">เข้าตอบ</a> / ภายใน (IIT) <a href="${second}">เข้าตอบ</a>`,
      );
    const [eit, iit] = ['https://itas.nacc.go.th/go/eit/a1', 'https://itas.nacc.go.th/go/iit/a1'];
    expect(judgePage(h('OIT 2569') + two(eit, iit), 'stakeholder-survey')).toMatch(/^met/);
    expect(judgePage(h('OIT 2569') + two('#', iit), 'stakeholder-survey')).not.toMatch(/^met/);
    const framed = (said: string) =>
      `<main><section>${h('รับฟัง')}</section><section><div>${p(said)}<iframe src="https://docs.google.com/forms/d/e/1FAIpQLSe_nkt/viewform"></iframe>${p('ใช้เวลาไม่นาน')}</div></section></main>`;
    expect(judgePage(framed('กรอกแบบสำรวจความเห็นของคนในตำบลได้ตลอด ใช้เวลา 3 นาที'), 'stakeholder-survey')).toMatch(
      /^met/,
    );
    expect(judgePage(framed('ลงทะเบียนเข้าอบรมที่นี่'), 'stakeholder-survey')).not.toMatch(/^met/);
  });
});

describe('orders and mechanisms in passing', () => {
  const order = 'คำสั่งอำเภอ ที่ 204/2568 ลงวันที่ 6 พฤศจิกายน 2568 ให้ปลัดอำเภอนำข้อมูลของที่ทำการขึ้นเว็บไซต์ ภายใน 3 วัน';
  test('an order to publish among other things, by its number', () => {
    const page = (line: string) => h('ศูนย์ข้อมูลข่าวสาร') + p('มาตรา 9(3) แผนงาน โครงการ และงบประมาณ', line);
    expect(judgePage(page(order), 'disclosure-order')).toMatch(/^met/);
    expect(judgePage(page(order.replace('คำสั่งอำเภอ ที่ 204/2568', 'ข่าว')), 'disclosure-order')).not.toMatch(/^met/);
    const tender = 'ประกาศอำเภอ ที่ 12/2569 ให้ผู้เสนอราคายื่นเอกสารประกวดราคาที่เผยแพร่บนเว็บไซต์';
    expect(judgePage(page(tender), 'disclosure-order')).not.toMatch(/^met/);
  });

  test.each([
    ['an order', p('คำสั่งที่ 58/2568 แต่งตั้งคณะทำงานติดตามแผนประจำปี ประกอบด้วยหัวหน้ากลุ่ม ประชุมทุกไตรมาส')],
    [
      'one body of several',
      `<ul><li>อนุกรรมการบริหารบุคคล</li><li>อนุกรรมการติดตามแผนและประเมินผล มีหน้าที่กลั่นกรองแผนประจำปี เชิญหัวหน้าโครงการมาชี้แจงความคืบหน้าทุกไตรมาส</li></ul>`,
    ],
    [
      'a calendar',
      table(
        ['เมื่อไร', 'ทำอะไร', 'ใคร'],
        ['วันที่ 5', 'กรอกผลงานและเงินโครงการในแผนลงระบบ', 'เจ้าของโครงการ'],
        ['สัปดาห์ที่ 2 หลังสิ้นไตรมาส', 'ทบทวนแผนต่อที่ประชุม', 'ผู้จัดการ'],
      ),
    ],
  ])('%s for following the plan', (_, html) => {
    expect(judgePage(h('รอบของเรา') + html, 'monitoring-mechanism')).toMatch(/^met/);
  });

  test('a district’s committee for the plan of its development', () => {
    const order = p(
      'คำสั่งอำเภอเกาะทราย เรื่อง แต่งตั้งคณะกรรมการบริหารงานอำเภอ',
      'อำนาจหน้าที่ กำกับ ติดตามการดำเนินงานตามแผนพัฒนาอำเภอ โดยประชุมติดตามทุกสามเดือน และรายงานนายอำเภอ',
    );
    const of = (kind: 'district' | 'provincial-office') =>
      judgePage(h('คำสั่ง') + order, 'monitoring-mechanism', { kind, name: 'ที่ว่าการอำเภอเกาะทราย' });
    expect(of('district')).toMatch(/^met/);
    expect(of('provincial-office')).not.toMatch(/^met/);
  });

  test.each([
    ['for staff', p('คำสั่งที่ 58/2568 แต่งตั้งคณะทำงานติดตามแผนพัฒนาบุคลากร ประชุมทุกไตรมาส')],
    [
      'of duties',
      table(['เมื่อไร', 'ทำอะไร', 'ใคร'], ['วันที่ 5', 'ส่งบัญชีเวร', 'หัวหน้าเวร'], ['ทุกจันทร์', 'ประชุมเช้า', 'ทุกงาน']),
    ],
  ])('none: %s', (_, html) => {
    expect(judgePage(h('รอบของเรา') + html, 'monitoring-mechanism')).not.toMatch(/^met/);
  });
});

describe('whose plan, and which year’s', () => {
  const office = { kind: 'hospital', name: 'โรงพยาบาลดอยคำ' } as const;
  const titled = (title: string) => [start(title), list(title)];
  test('marks that were lost make no other owner', () => {
    const plan = titled('แผนปฏิบัติการโรงพยาบาลดอยคา ปีงบประมาณ 2569');
    expect(judgePage(plan, 'plan-current', office)).toMatch(/^met/);
    expect(judgePage(titled('แผนปฏิบัติการโรงพยาบาลดอยสน ปีงบประมาณ 2569'), 'plan-current', office)).not.toMatch(/^met/);
  });

  test('the head office’s is not its office’s', () => {
    const at = { kind: 'provincial-office', name: 'สำนักงานคณะกรรมการการเลือกตั้งประจำจังหวัดเกาะทราย' } as const;
    const plan = (who: string) => titled(`แผนปฏิบัติการประจำปี 2569 ของสำนักงานคณะกรรมการการเลือกตั้ง${who}`);
    expect(judgePage(plan(' (ส่วนกลาง)'), 'plan-link', at)).not.toMatch(/^met/);
    expect(judgePage(plan('ประจำจังหวัดเกาะทราย'), 'plan-link', at)).toMatch(/^met/);
  });

  test('the whole enterprise’s is not its branch’s, whatever a label calls it', () => {
    const branch = { kind: 'state-enterprise', name: 'องค์การไม้แปรรูปแห่งชาติ สาขาเกาะทราย' } as const;
    const plan = (who: string) => [
      start('แผนปฏิบัติการประจำปี 2569'),
      list(`แผนปฏิบัติการประจำปี 2569 องค์การไม้แปรรูปแห่งชาติ${who}`),
    ];
    for (const who of ['', ' (สำนักงานใหญ่ กรุงเทพฯ)'])
      expect(judgePage(plan(who), 'plan-current', branch), who).not.toMatch(/^met/);
    expect(judgePage(plan(' สาขาเกาะทราย'), 'plan-current', branch)).toMatch(/^met/);
  });

  test('bands over the rows of a plan’s table are its programmes', () => {
    const bands =
      h('แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569') +
      table(
        ['ที่', 'โครงการ', 'งบประมาณ', 'ระยะเวลา'],
        ['ส่งเสริมสุขภาพและป้องกันโรค', '', '', ''],
        ['1', 'มหัศจรรย์พันวัน', '64,000', 'ไตรมาส 1-2'],
        ['2', 'วัคซีนเด็กดอย', '45,000', 'ไตรมาส 2-4'],
        ['บริการเป็นเลิศ', '', '', ''],
        ['3', 'คลินิกหมอครอบครัว', '120,000', 'ไตรมาส 1-2'],
      );
    expect(judgePage([start('แผนปฏิบัติการประจำปี 2569'), bands], 'work-programmes')).toMatch(/^met/);
  });

  test('a plan told in prose, each work with what it costs', () => {
    const prose =
      h('แผนดำเนินงานประจำปีงบประมาณ พ.ศ. 2569') +
      p(
        'แบ่งเป็นสองแผนงาน',
        'แผนงานวิจัยและพัฒนา ได้แก่ การเปรียบเทียบพันธุ์ข้าวโพด (งบ 182,000 บาท) การจัดการปุ๋ยถั่วลิสง (96,000 บาท)',
        'แผนงานผลิตพันธุ์ ได้แก่ ผลิตเมล็ดพันธุ์ข้าวโพด 12 ตัน (340,000 บาท) ปรับปรุงลานตาก (58,000 บาท)',
      );
    expect(judgePage([start('แผนดำเนินงาน 2569'), prose], 'projects')).toMatch(/^met/);
  });

  test('results beside targets, of the plan of a year', () => {
    const results = (said: string) =>
      h('บันทึกถึงผู้ว่าฯ') +
      p(said) +
      table(
        ['กิจกรรม', 'เป้า', 'ทำได้', 'ผล'],
        ['ธงฟ้า', '20', '23.4', 'บรรลุ'],
        ['ลำไย', '900', '1,040', 'บรรลุ'],
        ['ออนไลน์', '80', '76', 'ไม่บรรลุ'],
      );
    expect(judgePage(results('งานตามแผนปีงบประมาณ 2568 จำนวน 11 กิจกรรม'), 'evaluation-results')).toMatch(/^met/);
    expect(judgePage(results('การแข่งขันปีงบประมาณ 2568 จำนวน 11 รายการ'), 'evaluation-results')).not.toMatch(/^met/);
  });

  test('an item of monthly minutes on work under the plan of a year, with its works counted', () => {
    const minutes = (item: string, said: string) =>
      h('รายงานการประชุมประจำเดือน ครั้งที่ 12/2568') +
      p('วันที่ 9 ธันวาคม 2568 ผู้มาประชุม 27 คน', 'วาระที่ 1 ประธานแจ้งเรื่องการแต่งกาย', `วาระที่ 3 ${item}`, said, 'วาระที่ 4 อื่น ๆ');
    const counted = 'ปีงบประมาณ 2568 มี 15 กิจกรรม ทำได้ตามเป้า 12 กิจกรรม คิดเป็นร้อยละ 80';
    const of = (item: string, said = counted) => judgePage(minutes(item, said), 'evaluation-results');
    expect(of('ทบทวนว่างานตามแผนปฏิบัติงานปี 2568 ได้ผลแค่ไหน')).toMatch(/^met/);
    expect(of('ทบทวนว่างานตามแผนปฏิบัติงานปี 2568 ได้ผลแค่ไหน', 'ที่ประชุมรับทราบ')).not.toMatch(/^met/);
    expect(of('แผนป้องกันการทุจริต ปี 2568 ได้ผลแค่ไหน')).not.toMatch(/^met/);
  });

  test('lights beside what was aimed at and reached, of the plan of a year', () => {
    const board = (title: string) =>
      h(title) +
      table(
        ['ตัวชี้วัด', 'เป้าทั้งปี', 'หกเดือนแรก', 'สี'],
        ['ฝากครรภ์', '75', '77.1', 'เขียว'],
        ['ฟันไม่ผุ', '65', '58.8', 'แดง'],
        ['เบาหวาน', '40', '34.0', 'แดง'],
      );
    expect(judgePage(board('กระดาน KPI ไล่ตามแผน ๒๕๖๙ ครึ่งปี'), 'monitoring-results')).toMatch(/^met/);
    expect(judgePage(board('กระดาน KPI คุณภาพบริการ ๒๕๖๙ ครึ่งปี'), 'monitoring-results')).not.toMatch(/^met/);
  });

  test('an aim on a project’s sheet is no progress', () => {
    const sheet = (n: number, name: string) =>
      `<h2>ใบโครงการที่ ${n} ${name}</h2>` +
      p(
        `วัตถุประสงค์ เพื่อให้งาน${name}เกิดผลต่อผู้รับบริการ ตัวชี้วัด กลุ่มเป้าหมายมีความรู้เพิ่มขึ้นร้อยละ 20`,
        'วงเงิน 150,000 บาท ผู้เสนอ นายบุญมี',
      );
    const plan =
      h('แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569') +
      sheet(1, 'โรงเรียนปลอดภัย') +
      sheet(2, 'อ่านคล่อง') +
      sheet(3, 'พาน้องกลับมา');
    for (const criterion of ['monitoring-results', 'progress-presentation'])
      expect(judgePage([start('แผนปฏิบัติการประจำปี 2569'), plan], criterion)).not.toMatch(/^met/);
  });
});

describe('a label’s year', () => {
  const school = { kind: 'school', name: 'โรงเรียนเกาะทรายวิทยา' } as const;
  test('counts as the title does that it leads to', () => {
    const sar =
      h('รายงานการประเมินตนเองของสถานศึกษา (SAR) ปีการศึกษา 2568') +
      p('ผลการดำเนินงานตามแผนปฏิบัติการประจำปี 18 โครงการ บรรลุเป้าหมาย 16 โครงการ คิดเป็นร้อยละ 88.9');
    // Academic and fiscal year differ from October to May.
    const on = (label: string) => judgePage([start(label), sar], 'evaluation-results', school, '2026-12-10');
    expect(on('SAR 68')).toBe('met/found-other-wording');
    expect(on('SAR 66')).toBe('review/label-conflict');
  });
});

test('a calendar of reports is a mechanism where a row of it says that they are on the plan', () => {
  const rows = (first: string): string =>
    [
      'รอบ|ผู้รายงาน|ส่งภายใน',
      first,
      '6 เดือน|ทุกกลุ่ม รายงานผลและเงิน|5 เม.ย.',
      '9 เดือน|ทุกกลุ่ม|5 ก.ค.',
      'สิ้นปี|กลุ่มยุทธศาสตร์รวมเล่ม|31 ต.ค.',
    ]
      .map((row) => `<tr><td>${row.split('|').join('</td><td>')}</td></tr>`)
      .join('');
  const page = (title: string, first: string): string => `<h2>${title}</h2><table>${rows(first)}</table>`;
  const ofPlan = 'ไตรมาส 1 (ต.ค.-ธ.ค.)|ทุกกลุ่มรายงานโครงการตามแผนปฏิบัติราชการ|5 ม.ค.';
  expect(judgePage(page('ปฏิทินการรายงาน', ofPlan), 'monitoring-mechanism')).toMatch(/^met/);
  expect(judgePage(page('ปฏิทินการรายงาน', 'ไตรมาส 1|ทุกกลุ่ม รายงานพัสดุ|5 ม.ค.'), 'monitoring-mechanism')).not.toMatch(
    /^met/,
  );
});

test('a division that follows the plan through a system is no other plan', () => {
  const line = 'ฝ่ายแผนงานและติดตามใช้ระบบติดตามงานตามแผนปฏิบัติงานของทุกส่วน ผู้รับผิดชอบงานบันทึกผลทุกวันที่ 25 และประชุมสรุปทุกไตรมาส';
  expect(judgePage(`<h2>ระบบติดตามงาน</h2><p>${line}</p>`, 'monitoring-mechanism')).toMatch(/^met/);
  const other = line.replace('แผนปฏิบัติงาน', 'แผนป้องกันการทุจริต');
  expect(judgePage(`<h2>ระบบติดตามงาน</h2><p>${other}</p>`, 'monitoring-mechanism')).not.toMatch(/^met/);
});
