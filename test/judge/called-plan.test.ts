// Pages that say in their first lines what no label of them says: that what stands below is the year's plan, what came of the last one,
// who follows it, who ordered it onto the website; and pages that only speak of such things.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const h = (text: string) => `<h1>${text}</h1>`;
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const ul = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: (readonly string[])[]) => `<table>${rows.map(row).join('')}</table>`;
const dl = (...pairs: [string, string][]) =>
  `<dl>${pairs.map(([name, told]) => `<dt>${name}</dt><dd>${told}</dd>`).join('')}</dl>`;
const start = (label: string, at = 1) => `<h1>สำนักงานของเรา</h1><p><a href="/${at}">${label}</a></p>`;

const works: [string, string][] = [
  ['ซ่อมเรือตรวจการณ์ 3 ลำ', '640,000 บาท · พ.ย. 68 – ม.ค. 69 · กลุ่มช่าง'],
  ['วางทุ่นเขตอนุรักษ์หน้าอ่าว', '1.2 ล้านบาท · ก.พ. – มี.ค. 69 · กลุ่มทะเล'],
  ['ค่ายเยาวชนรักชายเลน', '96,000 บาท · เม.ย. 69 · กลุ่มวิชาการ'],
];
const rows = works.map(([name], at) => [name, '100,000', ['ธ.ค. 68', 'ม.ค. 69', 'เม.ย. 69'][at]!]);

describe('the plan, which its first lines say it is', () => {
  const page = (said: string, body: string, title = 'เข็มทิศของปี') => h(title) + p(said) + body;
  const judged = (said: string, body: string, criterion = 'plan-current', label = 'อ่านต่อ', title?: string) =>
    judgePage([start(label), page(said, body, title)], criterion);

  test.each([
    'ข้อความข้างล่างคือแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ของสำนักงาน',
    'ผู้ว่าราชการจังหวัดลงนามแผนปฏิบัติการประจำปี 2569 เมื่อวันที่ 12 ตุลาคม 2568 คัดมาลงให้อ่านครบทุกงาน ดังนี้',
    'แผนปฏิบัติงานประจำปีงบประมาณ 2569 ได้รับอนุมัติแล้ว ขอยกทั้งเล่มมาไว้ตรงนี้',
  ])('%s', (said) => {
    for (const body of [dl(...works), table(['จะทำอะไร', 'เงิน (บาท)', 'เมื่อไร'], ...rows)]) {
      expect(judged(said, body)).toMatch(/^met/);
      expect(judged(said, body, 'plan-link')).toMatch(/^met/);
      expect(judged(said, body, 'plan-link-resolves')).toMatch(/^met/);
    }
  });

  test('in parts that it links to', () => {
    const parts = works.map(([name, told]) => `${h(name)}${p('ต่อจากตอนที่แล้ว')}<h3>โครงการ${name}</h3><p>งบ ${told}</p>`);
    const hub = page(
      'หัวหน้าลงนามแผนปฏิบัติงานประจำปีงบประมาณ พ.ศ. 2569 แล้ว แบ่งเล่าเป็นสามตอน ครบทุกโครงการ',
      ul(...works.map(([name], at) => `<a href="/${at + 2}">${name}</a>`)),
    );
    expect(judgePage([start('ปีนี้ทำอะไร'), hub, ...parts], 'plan-link')).toMatch(/^met/);
  });

  test.each([
    ['a draft', 'ร่างแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ที่จะเสนอผู้ว่าฯ ลงนาม มีโครงการดังนี้'],
    ['still to be approved', 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ยังไม่ได้รับอนุมัติ โครงการมีดังนี้'],
    ['a meeting', 'ที่ประชุมพิจารณาเห็นชอบแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ดังนี้'],
    ['another body’s', 'รายการข้างล่างคือแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ของกรมประมง'],
    ['another plan', 'รายการข้างล่างคือแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569 ที่ลงนามแล้ว'],
    ['purchases', 'รายการข้างล่างคือแผนปฏิบัติการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569'],
  ])('none: %s', (_, said) => {
    expect(judged(said, dl(...works))).not.toMatch(/^met/);
  });

  test('nothing of it is told below', () => {
    const said = 'ผู้ว่าราชการจังหวัดลงนามแผนปฏิบัติการประจำปี 2569 แล้ว มีทั้งเล่มให้อ่านที่สำนักงาน';
    expect(judged(said, p('ติดต่อได้ในเวลาราชการ'))).not.toMatch(/^met/);
    expect(judged(said, dl(...works), 'plan-current', 'ข่าวจัดซื้อจัดจ้าง', 'ประกาศจัดซื้อจัดจ้าง')).not.toMatch(/^met/);
  });
});

describe('what came of last year', () => {
  const compared = (title: string, said: string, heads: readonly string[]) => [
    start(title),
    h(title) +
      p(said) +
      table(heads, ['พื้นที่ปลูกป่าเพิ่ม', '400 ไร่', '385 ไร่'], ['กลุ่มอาชีพ', '12', '14'], ['ตรวจเรือ', '900 ลำ', '951 ลำ']),
  ];
  const judged = (pages: readonly string[]) => judgePage(pages, 'past-year-evaluation', undefined, '2025-11-20');
  test('beside what the plan meant', () => {
    const said = 'ปีงบประมาณ 2568 ปิดแล้ว ที่วางไว้ในแผนกับที่ทำได้เป็นอย่างนี้';
    expect(judgePage(compared('ปีก่อนเป็นอย่างไร', said, ['', 'แผนว่าไว้', 'ทำได้จริง']), 'past-year-evaluation')).toMatch(
      /^met/,
    );
    expect(judgePage(compared('ปีก่อนเป็นอย่างไร', said, ['เรื่อง', 'ตั้งใจไว้', 'ได้จริง']), 'past-year-evaluation')).toMatch(
      /^met/,
    );
  });
  test.each([
    ['no plan', compared('สถิติ', 'ปีงบประมาณ 2568 เทียบกับปีก่อนหน้า', ['', 'ปี 2567', 'ได้จริง'])],
    ['another plan', compared('ลดใช้ไฟ', 'ปีงบประมาณ 2568 ตามแผนพัฒนาบุคลากร เป็นอย่างนี้', ['', 'แผนว่าไว้', 'ได้จริง'])],
    ['this year', compared('ถึงไหนแล้ว', 'ปีงบประมาณ 2569 ที่วางไว้ในแผนกับที่ทำได้', ['', 'แผนว่าไว้', 'ได้จริง'])],
  ])('none: %s', (_, pages) => {
    expect(judgePage(pages, 'past-year-evaluation')).not.toMatch(/^met/);
  });

  const minutes = (item: string, ...told: string[]) => [
    start('ครั้งที่ 11/2568'),
    h('รายงานการประชุมประจำเดือน ครั้งที่ 11/2568') +
      p('วาระที่ 1 ประธานแจ้งให้ทราบ', 'เรื่องเวรรักษาการณ์') +
      `<p><b>${item}</b></p>` +
      p('เลขานุการสรุปว่าปีที่สิ้นสุดไปทำ 4 โครงการ') +
      ul(...told),
  ];
  const told = [
    'ปลูกป่าชายเลน 385 ไร่ ตั้งไว้ 400 ไร่ ไม่ถึง',
    'อบรมกลุ่มอาชีพ 14 กลุ่ม เกินที่ตั้งไว้ 12 กลุ่ม',
    'ตรวจเรือ ตั้งเป้าไว้ 900 ลำ ตรวจได้ 951 ลำ',
  ];
  test('in minutes, under an item that closes the year', () => {
    expect(judged(minutes('วาระที่ 3 สรุปงานปี 2568', ...told))).toMatch(/^met/);
    expect(judged(minutes('วาระที่ 3 งานกาชาดปี 2568', ...told))).not.toMatch(/^met/);
    expect(judged(minutes('วาระที่ 3 สรุปงานปี 2568', told[0]!))).not.toMatch(/^met/);
    expect(judged(minutes('วาระที่ 3 สรุปงานปี 2569', ...told))).not.toMatch(/^met/);
  });
});

describe('who follows it, and who put it online', () => {
  const page = (...lines: string[]) => [start('อ่านต่อ'), h('เล่าสู่กันฟัง') + p(...lines)];
  test.each([
    'หัวหน้าตั้งคณะทำงานไว้ 6 คน ไล่งานตามแผนปฏิบัติงานทีละโครงการทุกวันศุกร์แรกของเดือน',
    'ที่ประชุมมีมติให้มีคณะทำงานตามงานตามแผนปฏิบัติราชการ ประกอบด้วยหัวหน้ากลุ่มทุกกลุ่ม รวบรวมผลก่อนวันที่ 25 ของทุกเดือน',
  ])('%s', (said) => {
    expect(judgePage(page(said), 'monitoring-mechanism')).toMatch(/^met/);
  });
  test.each(['คณะทำงานออกไล่งานซ่อมถนนกับช่างทุกวันศุกร์ ชาวบ้านช่วยกันดี', 'เห็นควรให้มีคณะทำงานติดตามแผนปฏิบัติราชการในปีหน้า'])(
    'none: %s',
    (said) => {
      expect(judgePage(page(said), 'monitoring-mechanism')).not.toMatch(/^met/);
    },
  );

  test.each([
    [['ผู้อำนวยการสั่งไว้ในบันทึกที่ สข 0412/88 ลงวันที่ 2 ธันวาคม 2568 ว่า', 'ให้ทุกกลุ่มนำแผนของปี ผลงาน และยอดเงินขึ้นเว็บไซต์ให้ชาวบ้านดูได้']],
    [['นายอำเภอสั่งเมื่อ 3 ธ.ค. 2568 ให้งานสำนักงานอำเภอเอาแผนของปีกับผลงานลงเว็บไซต์อำเภอทุกสิ้นเดือน']],
  ])('an order that the page retells (%#)', (lines) => {
    expect(judgePage(page(...lines), 'disclosure-order')).toMatch(/^met/);
  });
  test.each([
    [['ช่างเว็บบอกว่าให้นำแผนที่ขึ้นเว็บไซต์ได้แล้ว']],
    [['นายอำเภอลงนามเมื่อ 3 ธ.ค. 2568 ให้ทุกงานนำประกาศจัดซื้อจัดจ้างขึ้นเว็บไซต์']],
    [['ชาวบ้านขอให้นำแผนของปีขึ้นเว็บไซต์ด้วย']],
  ])('none (%#)', (lines) => {
    expect(judgePage(page(...lines), 'disclosure-order')).not.toMatch(/^met/);
  });
});

describe('who was asked', () => {
  const survey = (...lines: string[]) => [
    start('ผลสำรวจความพึงพอใจของผู้มีส่วนได้ส่วนเสีย ปี 2568'),
    h('ผลสำรวจความพึงพอใจของผู้มีส่วนได้ส่วนเสีย ปี 2568') +
      p(...lines) +
      table(['ด้าน', 'พอใจ (ร้อยละ)'], ['ระบบลา', '78.2'], ['ระบบสารบรรณ', '91.5']),
  ];
  test('staff alone, whatever the title calls them', () => {
    const judged = (line: string) => judgePage(survey(line), 'stakeholder-survey');
    expect(judged('กลุ่มตัวอย่าง ได้แก่ ข้าราชการและลูกจ้างของสำนักงาน 212 คน')).not.toMatch(/^met/);
    expect(judged('ผู้ตอบเป็นพนักงานราชการของสำนักงาน จำนวน 60 คน')).not.toMatch(/^met/);
    expect(judged('กลุ่มตัวอย่าง ได้แก่ ผู้รับบริการและเจ้าหน้าที่ของหน่วยงานคู่ค้า 212 คน')).toMatch(/^met/);
  });

  test('what trainees thought of their course is no evaluation of the plan', () => {
    const title = 'ผลการประเมินโครงการตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568';
    const rated = (said: string, heads: readonly string[]) => [
      start(title),
      h(title) +
        p(said) +
        table(heads, ['การเขียนหนังสือราชการ', '40', '4.5', '4.1', '3.9'], ['ภาษาอังกฤษ', '25', '4.7', '3.8', '4.0']) +
        '<h2>ข้อเสนอแนะ</h2>' +
        ul('ห้องอบรมร้อนเกินไป ควรเพิ่มพัดลม', 'ควรจัดเวลาถามตอบให้มากกว่านี้'),
    ];
    const heads = ['หลักสูตร', 'จำนวน', 'วิทยากร', 'สถานที่', 'อาหาร'];
    for (const criterion of ['recommendations', 'evaluation-results', 'progress-presentation']) {
      expect(judgePage(rated('สรุปจากแบบประเมินท้ายการอบรม', heads), criterion), criterion).not.toMatch(/^met/);
      expect(judgePage(rated('สรุปได้ดังนี้', heads), criterion), criterion).not.toMatch(/^met/);
    }
  });
});

describe('tables from elsewhere', () => {
  test('a spreadsheet published with its letters and numbers', () => {
    const sheet = [
      ['', 'A', 'B', 'C', 'D'],
      ['1', 'งานตามแผนปีงบประมาณ 2569 ลงยอดถึง 31 พ.ค. 69', '', '', ''],
      ['2', 'งาน', 'ตั้งงบ', 'จ่ายแล้ว', 'ถึงไหนแล้ว'],
      ['3', 'วางทุ่นเขตอนุรักษ์', '120,000', '118,500', 'เสร็จ มี.ค.'],
      ['4', 'ค่ายเยาวชนชายเลน', '96,000', '40,000', 'จัดแล้ว 1 รุ่น'],
      ['5', 'ซ่อมเรือตรวจการณ์', '640,000', '0', 'รออะไหล่'],
    ];
    const head = `<thead><tr>${sheet[0]!.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>`;
    const page = `<h1>คุมโครงการตามแผนปฏิบัติการ ปีงบประมาณ 2569</h1><table>${head}${sheet.slice(1).map(row).join('')}</table>`;
    expect(judgePage([start('ตารางคุมงาน'), page], 'budget-progress')).toMatch(/^met/);
  });

  test('answers of those outside, each with its mean', () => {
    const asked = (...answers: string[]) => [
      start('ชาวเรือให้คะแนนเราเท่าไร'),
      h('ชาวเรือให้คะแนนเราเท่าไร') + p('ฝากใบถามไว้ที่ท่าเรือ ถามชาวประมง 48 คน ได้คืนมาครบ') + ul(...answers),
    ];
    const judged = (...answers: string[]) => judgePage(asked(...answers), 'stakeholder-survey');
    expect(judged('พูดจาดีไหม 4.6 เต็ม 5', 'ออกใบอนุญาตเร็วไหม 3.9')).toMatch(/^met/);
    expect(judged('เรือยาว 4.6 เมตร', 'เรือกว้าง 3.9 เมตร')).not.toMatch(/^met/);
  });
});
