// Honest content in forms of its own: minutes whose items are the projects, small tables with two sums in a row, dots that lead to what
// is told, spending by sorts of expense; and what only looks like them.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const municipality = { kind: 'municipality', name: 'เทศบาลตำบลทุ่งสำริด' } as const;

describe('minutes', () => {
  const items = [
    '4.1 โครงการหน่วยตรวจตาเคลื่อนที่ (งบประมาณ 90,000 บาท) ออกตรวจแล้ว 3 จาก 5 ตำบล เบิกจ่ายแล้ว 51,200 บาท',
    '4.2 โครงการบ้านปลอดลูกน้ำ (งบประมาณ 64,000 บาท) ดำเนินการแล้วเสร็จทั้ง 8 หมู่บ้าน เบิกจ่าย 63,400 บาท',
  ].join('\n');
  const minutes = (body: string, item: string, under = items): string =>
    `# รายงานการประชุม\n${body}\nครั้งที่ 3/2569 วันที่ 7 พฤษภาคม 2569\n## ระเบียบวาระที่ 3 เรื่องเพื่อทราบ\nประธานแจ้งกำหนดการ\n## ระเบียบวาระที่ 4 ${item}\n${under}\n## ระเบียบวาระที่ 5 เรื่องอื่น ๆ\nไม่มี`;
  const body = 'คณะกรรมการติดตามแผนปฏิบัติราชการประจำปี พ.ศ. 2569 สำนักงานทดสอบจังหวัดเกาะทราย';
  const item = 'รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ รอบ 6 เดือน ปีงบประมาณ 2569';

  test.each(['projects', 'monitoring-results', 'budget-progress'])('the items of an item: %s', (criterion) =>
    expect(judgeDocument(minutes(body, item), criterion)).toMatch(/^met/),
  );

  test.each([
    ['what is put forward', minutes(body, 'พิจารณาโครงการที่เสนอขอรับงบประมาณปี 2570')],
    [
      'not yet told',
      minutes(
        body,
        item,
        '4.1 โครงการหน่วยตรวจตาเคลื่อนที่ งบประมาณ 90,000 บาท\n4.2 โครงการบ้านปลอดลูกน้ำ งบประมาณ 64,000 บาท',
      ),
    ],
    ['a fund’s', minutes('คณะกรรมการกองทุนหลักประกันสุขภาพตำบลทุ่งสำริด', 'ผลการดำเนินงานรายโครงการที่ได้รับเงินกองทุน ปี 2569')],
  ])('%s is none', (_, text) => expect(judgeDocument(text, 'budget-progress')).not.toMatch(/^met/));

  test('a council is told how many were finished', () => {
    const text = (said: string): string =>
      `# รายงานการประชุมสภาเทศบาลตำบลทุ่งสำริด สมัยสามัญ สมัยที่ 2\nวันที่ 14 พฤษภาคม 2569\nระเบียบวาระที่ 5 รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ 2568\nนายกเทศมนตรี เรียนท่านประธาน ${said}\nมติที่ประชุม รับทราบ`;
    const told = text('แผนดำเนินงานมี 12 โครงการ จัดเสร็จ 9 โครงการ คิดเป็นร้อยละ 75');
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(judgeDocument(told, criterion, municipality)).toMatch(/^met/);
    const postponed = text('ขอเลื่อนการรายงานไปครั้งหน้า เพราะกรรมการยังไม่ได้ประชุม');
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(judgeDocument(postponed, criterion, municipality)).not.toMatch(/^met/);
  });
});

describe('a small table of each project', () => {
  const card = (name: string, ...rows: readonly (readonly [string, string])[]): string =>
    `<h3>${name}</h3><table><tr><th>หัวข้อ</th><th>รายละเอียด</th></tr>${rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`;
  const page = (second: readonly [string, string]): string =>
    `<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${[
      'โครงการคลินิกดินเคลื่อนที่',
      'โครงการตลาดเช้าปลอดสาร',
    ]
      .map((name, at) =>
        card(
          name,
          ['สถานะ', 'เสร็จสิ้นแล้ว'],
          [second[0], at === 0 ? second[1] : second[1].replaceAll('4', '6')],
          ['กิจกรรมที่ทำ', 'ตรวจดิน 40 แปลง'],
          ['ปัญหาและอุปสรรค', 'ฝนตกหนัก'],
          ['ผู้รับผิดชอบ', 'กลุ่มพัฒนา'],
        ),
      )
      .join('')}`;

  test('two sums in one row', () => {
    expect(judgePage(page(['งบที่ได้รับ/เบิกจ่าย', '40,000 / 38,450 บาท']), 'budget-progress')).toMatch(/^met/);
  });
  test.each([[['งบที่ได้รับ/เบิกจ่าย', '40,000 บาท']], [['งบที่ได้รับ/แหล่งเงิน', '40,000 บาท / เงินอุดหนุน']]] as const)(
    '%s tells one',
    (row) => expect(judgePage(page(row), 'budget-progress')).not.toMatch(/^met/),
  );
});

describe('dots lead from a name to what is told of it', () => {
  const page = (lines: readonly string[]): string =>
    `<h1>งานตามแผนดำเนินงาน ปีงบประมาณ 2569 เดินถึงไหน</h1><p>ไล่ดูทีละงานเมื่อ 31 พฤษภาคม 2569</p><pre>\n${lines.join('\n')}\n</pre>`;
  const names = ['โครงการซ่อมฝายบ้านเหนือ', 'โครงการติดไฟริมคลอง', 'โครงการสอนอาชีพหญิงหม้าย'];

  test('each has its state', () => {
    const lines = names.map(
      (name, at) =>
        `${name} ${'.'.repeat(30 - at)} ${['เสร็จแล้ว 4 มี.ค. 69', 'ติดตั้งแล้ว 18 จาก 24 ต้น', 'อยู่ระหว่างหาครู'][at]}`,
    );
    expect(judgePage(page(lines), 'monitoring-results', municipality)).toMatch(/^met/);
  });
  test.each([
    ['room to write', names.map((name) => `${name} ......................`)],
    ['pages of a table of contents', names.map((name, at) => `${name} ...................... ${at + 3}`)],
    ['blanks', names.map(() => 'โครงการ ............................ ดำเนินการแล้ว .................... บาท')],
  ])('%s tell nothing', (_, lines) =>
    expect(judgePage(page(lines), 'monitoring-results', municipality)).not.toMatch(/^met/),
  );
});

test('what each project was given and what of it was spent joins what is told of it elsewhere', () => {
  const names = ['โครงการซ่อมฝายบ้านเหนือ', 'โครงการติดไฟริมคลอง', 'โครงการสอนอาชีพหญิงหม้าย', 'โครงการห้องสมุดริมทุ่ง'];
  const state = `<h1>ความก้าวหน้าตามแผนดำเนินงาน ปีงบประมาณ 2569</h1><table><tr><th>โครงการ</th><th>สถานะ</th></tr>${names.map((name, at) => `<tr><td>${name}</td><td>${['แล้วเสร็จ', 'กำลังติดตั้ง', 'แล้วเสร็จ', 'ยังไม่เริ่ม'][at]}</td></tr>`).join('')}</table>`;
  const money = (spent: string): string =>
    `<h1>เงินงานปี 2569</h1><table><tr><th>โครงการในแผนดำเนินงาน</th><th>งบประมาณ</th><th>${spent}</th></tr>${names.map((name, at) => `<tr><td>${name}</td><td>${at + 2}0,000</td><td>${at + 1}8,500</td></tr>`).join('')}</table>`;
  const links = '<ul><li><a href="/1">ความก้าวหน้า</a></li><li><a href="/2">เงินปี 2569</a></li></ul>';
  const judged = (spent: string) => judgePage([links, state, money(spent)], 'budget-progress', municipality);
  expect(judged('จ่ายไปแล้ว')).toMatch(/^met/);
  expect(judged('ขอตั้งปีหน้า')).not.toMatch(/^met/);
});

test.each([
  ['งบประมาณและการใช้จ่าย', 'not-met/incomplete'],
  ['เงินสวัสดิการลูกจ้าง', 'not-met/absent'],
])('under %s, spending by sorts of expense is %s', (heading, verdict) => {
  const table =
    '<table><tr><th>หมวดรายจ่าย</th><th>ได้รับ</th><th>เบิกจ่าย</th></tr><tr><td>งบบุคลากร</td><td>8.20</td><td>8.11</td></tr><tr><td>งบดำเนินงาน</td><td>5.40</td><td>3.96</td></tr></table>';
  expect(judgePage(`<h1>${heading}</h1><p>ข้อมูลปีงบประมาณ พ.ศ. 2569</p>${table}`, 'budget-progress')).toBe(verdict);
});

describe('what came in, was finished and is left', () => {
  const court = { kind: 'other', name: 'สำนักงานที่ดินจังหวัดเกาะทราย' } as const;
  const page = (heading: string, line: string, kinds: readonly string[], heads = 'ประเภท|รับใหม่|เสร็จ|คงค้าง'): string =>
    `<h2>${heading}</h2><p>${line}</p><table><tr><th>${heads.replaceAll('|', '</th><th>')}</th></tr>${kinds.map((kind, at) => `<tr><td>${kind}</td><td>${at + 3}12</td><td>${at + 2}98</td><td>${at + 1}4</td></tr>`).join('')}</table>`;
  const kinds = ['รังวัดแบ่งแยก', 'รังวัดสอบเขต', 'รังวัดรวมโฉนด'];

  test('by kinds of its work, in a year', () => {
    const html = page('สถิติงานรังวัด', 'ผลการรังวัด ปี 2568', kinds);
    expect(judgePage(html, 'progress-presentation', court)).toMatch(/^met/);
    expect(judgePage(html, 'monitoring-results', court)).not.toMatch(/^met/);
  });
  test.each([
    ['of an older year', page('สถิติงานรังวัด', 'ผลการรังวัด ปี 2565', kinds)],
    ['of complaints', page('สถิติเรื่องร้องเรียน', 'ผลการรับเรื่อง ปี 2568', ['โทรศัพท์', 'เว็บไซต์', 'จดหมาย'])],
    ['of letters', page('สถิติงานธุรการ', 'ปริมาณงาน ปี 2568', ['หนังสือรับ', 'หนังสือส่ง'])],
    ['of what came in alone', page('สถิติงานรังวัด', 'ปริมาณงาน ปี 2568', kinds, 'ประเภท|รับใหม่|ในเมือง|นอกเมือง')],
  ])('%s is none', (_, html) => expect(judgePage(html, 'progress-presentation', court)).not.toMatch(/^met/));
});

describe('what was done month by month', () => {
  const page = (
    heading: string,
    line: string,
    heads: string,
    months = ['ต.ค. 68', 'พ.ย. 68', 'ธ.ค. 68', 'ม.ค. 69'],
  ): string =>
    `<h2>${heading}</h2><p>${line}</p><table><tr><th>${heads.replaceAll('|', '</th><th>')}</th></tr>${months.map((month, at) => `<tr><td>${month}</td><td>${at + 3}12</td><td>${at + 2}98</td></tr>`).join('')}</table>`;
  const done = 'เดือน|ตรวจสภาพรถ (คัน)|ออกใบอนุญาตขับรถ (ราย)';
  const judged = (html: string): string => judgePage(html, 'progress-presentation');

  test('for the public, in a year', () => {
    expect(judged(page('ผลการให้บริการ', 'ปีงบประมาณ พ.ศ. 2569', done))).toMatch(/^met/);
    expect(judgePage(page('ผลการให้บริการ', 'ปีงบประมาณ พ.ศ. 2569', done), 'monitoring-results')).not.toMatch(/^met/);
  });
  test('of people', () => {
    expect(judged(page('สถิติงานทะเบียน', 'ผลงานปีงบประมาณ พ.ศ. 2569', 'เดือน|ทำบัตรประชาชน|แจ้งเกิด'))).toMatch(/^met/);
    expect(judged(page('สถิติงานทะเบียน', 'ผลงานปีงบประมาณ พ.ศ. 2569', 'เดือน|เกิด|ตาย'))).not.toMatch(/^met/);
    const named = page('ผลการปฏิบัติงาน ปีงบประมาณ 2569', 'รายเดือน', 'เดือน|รับแจ้งย้ายที่อยู่|ทำบัตรประชาชน');
    expect(judged(named)).toMatch(/^met/);
    for (const criterion of ['evaluation-results', 'monitoring-results'])
      expect(judgePage(named, criterion)).not.toMatch(/^met/);
  });
  test.each([
    ['an older year', page('ผลการให้บริการ', 'ปีงบประมาณ พ.ศ. 2566', done, ['ต.ค. 65', 'พ.ย. 65', 'ธ.ค. 65'])],
    ['visitors of the site', page('สถิติการให้บริการ', 'ปีงบประมาณ พ.ศ. 2569', 'เดือน|ผู้เข้าชมเว็บไซต์|ใช้บริการออนไลน์')],
    ['the rain', page('ผลงาน', 'ปีงบประมาณ พ.ศ. 2569', 'เดือน|ปริมาณฝน|วันที่ตรวจวัด')],
    ['the office’s money', page('ผลการดำเนินงาน', 'ปีงบประมาณ พ.ศ. 2569', 'เดือน|เบิกจ่าย|พิจารณา')],
    ['places', page('ผลการให้บริการ', 'ปีงบประมาณ พ.ศ. 2569', done, ['เกาะนอก', 'เกาะใน', 'เกาะกลาง'])],
    ['two months', page('ผลการให้บริการ', 'ปีงบประมาณ พ.ศ. 2569', done, ['ต.ค. 68', 'พ.ย. 68'])],
  ])('not of %s', (_, html) => expect(judged(html)).not.toMatch(/^met/));
});

describe('a report that counts and names its projects in a sentence', () => {
  const report = (said: string): string =>
    `# บทสรุปผู้บริหาร รายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569\nสำนักงานทดสอบจังหวัดเกาะทราย\n## ผลโดยรวม\nงานทั้งปีเป็นไปตามที่หวัง ประชาชนพอใจในระดับมาก ${said}`;
  test.each([
    'ที่ทำเสร็จก่อนกำหนดมี 2 โครงการ ได้แก่ โครงการตลาดน้ำยามเย็น ซึ่งเปิดตั้งแต่มีนาคม และโครงการคลินิกเรือประมง',
    'ล่าช้า ๒ โครงการ คือ โครงการท่าเทียบเรือเกาะกลาง (ติดมรสุม) โครงการศูนย์เรียนรู้ปะการัง เนื่องจากขาดผู้รับจ้าง',
  ])('%s', (said) => expect(judgeDocument(report(said), 'projects')).toMatch(/^met/));
  test.each([
    'ปีหน้าจะทำ 2 โครงการ ได้แก่ โครงการตลาดน้ำยามเย็น และโครงการคลินิกเรือประมง',
    'ทำเสร็จ 7 โครงการ ได้แก่ โครงการตลาดน้ำยามเย็น ซึ่งเปิดตั้งแต่มีนาคม และอื่น ๆ',
    'ทำเสร็จ 2 โครงการ',
  ])('%s: names none', (said) => expect(judgeDocument(report(said), 'projects')).not.toMatch(/^met/));
});
