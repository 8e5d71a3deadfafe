// Which line of a page titles what stands under it: sentences under a heading do not, what says in full what the page is called does.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const table = (head: string, ...rows: readonly string[]) =>
  `<table><tr><th>${head.replaceAll('|', '</th><th>')}</th></tr>${rows.map((row) => `<tr><td>${row.replaceAll('|', '</td><td>')}</td></tr>`).join('')}</table>`;
const results = table(
  'กิจกรรม|เป้าหมาย|ผลงาน|งบประมาณ|ใช้จ่ายจริง|สถานะ',
  'สำรวจภาวะการทำงาน|12 รอบ|12|366,000|365,240|เสร็จสิ้น',
  'จัดทำรายงานสถิติจังหวัด|1 เล่ม|1|28,000|28,000|เสร็จสิ้น',
);

describe('a sentence under the heading of a report', () => {
  const title = 'ผลการดำเนินงานตามแผนปฏิบัติราชการ รอบ 12 เดือน ปีงบประมาณ 2568';
  test.each([
    'สำนักงานได้ดำเนินโครงการ/กิจกรรมตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568 ครบทุกรายการ รายละเอียดดังนี้',
    'คณะทำงานได้ติดตามผลการดำเนินงานตามแผนปฏิบัติราชการ และขอรายงานผลต่อผู้ว่าราชการจังหวัด ดังตาราง',
    'คณะทำงานติดตามแผนปฏิบัติราชการประชุมเมื่อวันที่ 12 ตุลาคม 2568 สรุปดังนี้',
  ])('leaves its table to the heading: %s', (sentence) => {
    expect(judgePage(`<h1>${title}</h1><p>${sentence}</p>${results}`, 'evaluation-results')).toMatch(/^met/);
  });
});

test.each([
  'จะติดตามการดำเนินงานทุกโครงการอย่างใกล้ชิดและรายงานผลต่อสาธารณะในโอกาสต่อไป',
  'ส่วนแผนงานและประเมินผล',
  'ผู้อำนวยการส่วนแผนงานและประเมินผล',
])('an intent or a division claims no report: %s', (line) => {
  expect(judgePage(`<h1>ข่าวองค์การ</h1><p>14 พ.ย. 2568</p><p>${line}</p>`, 'monitoring-results')).toBe('not-met/absent');
});

test('who met and came to what follows is no mechanism beside the report', () => {
  const met = 'คณะทำงานติดตามแผนปฏิบัติราชการประชุมเมื่อวันที่ 12 ตุลาคม 2568 สรุปดังนี้';
  const page = `<h1>ผลการดำเนินงานตามแผนปฏิบัติราชการ รอบ 12 เดือน ปีงบประมาณ 2568</h1><p>${met}</p>${results}`;
  expect(judgePage(page, 'monitoring-mechanism')).toMatch(/^not-met/);
});

test.each([
  ['a list of what is to be published', 'ข้อมูลที่ต้องเผยแพร่ ได้แก่ แผนปฏิบัติงานประจำปี พ.ศ. 2569', 'แผนปฏิบัติงานประจำปี พ.ศ. 2569'],
  ['what there is to a plan', 'แผนปฏิบัติการปี 2569 มี 4 ยุทธศาสตร์ 12 โครงการ', 'แผนปฏิบัติการปี 2569'],
])('%s opens no plan', (_, line, title) => {
  const page = (named: string) =>
    `<h1>ข่าวองค์การ</h1><p>${named}</p>${table('ที่|โครงการ|งบประมาณ', '1|โครงการส่งเสริมเกษตรอินทรีย์|240,000', '2|โครงการคลินิกเกษตร|96,000')}`;
  expect(judgePage(page(line), 'plan-current')).toMatch(/^not-met/);
  expect(judgePage(page(title), 'plan-current')).toMatch(/^met/);
});

test('the first heading that says in full what the page is called governs others of its rank', () => {
  const plan = table('ที่|โครงการ|งบประมาณ', '1|โครงการส่งเสริมเกษตรอินทรีย์|240,000', '2|โครงการคลินิกเกษตร|96,000');
  const page = `<title>แผนปฏิบัติงาน</title><h3>แผนปฏิบัติงาน ประจำปีงบประมาณ พ.ศ. 2569</h3><p>ข้อมูลทั่วไป</p><h3>แผนงานพื้นฐาน</h3>${plan}`;
  expect(judgePage(page, 'plan-current')).toMatch(/^met/);
});

test('a manual’s examples are nobody’s work', () => {
  const rows = table(
    'โครงการ|งบประมาณ|เบิกจ่าย|สถานะ',
    'โครงการปลูกป่า|100,000|90,000|แล้วเสร็จ',
    'โครงการปล่อยปู|50,000|20,000|อยู่ระหว่างดำเนินการ',
  );
  const page = (title: string) => `<h1>${title} ปีงบประมาณ 2569</h1><p>ตามแผนปฏิบัติราชการประจำปี 2569</p>${rows}`;
  expect(judgePage(page('คู่มือการรายงานความก้าวหน้าโครงการ'), 'budget-progress')).not.toMatch(/^met/);
  expect(judgePage(page('รายงานความก้าวหน้าโครงการ'), 'budget-progress')).toMatch(/^met/);
});

test('what the money of one project went to names no projects', () => {
  const rows = table(
    'รายการ|ประมาณการ|จ่ายจริง',
    'ค่าอาหารกลางวัน|54,000|53,800',
    'ค่าวิทยากร|18,000|18,000',
    'ค่าป้าย|4,000|3,600',
  );
  const page = `<h1>รายงานผลการดำเนินโครงการโรงเรียนผู้สูงอายุ รุ่นที่ 7 ประจำปีงบประมาณ พ.ศ. 2569</h1><p>ผู้เข้าเรียน 62 คน ใช้จ่ายรวม 75,400 บาท แยกเป็น</p>${rows}`;
  expect(judgePage(page, 'projects')).not.toMatch(/^met/);
  expect(judgePage(page, 'monitoring-results')).not.toMatch(/^met/);
});

test('spending by sorts of expense is incomplete', () => {
  const rows = table(
    'รายการ|ได้รับจัดสรร|เบิกจ่าย|คงเหลือ',
    'ค่าน้ำมันเชื้อเพลิง|412,000|389,640|22,360',
    'ค่าสาธารณูปโภค|198,000|176,204|21,796',
  );
  expect(judgePage(`<h1>รายงานการรับ - จ่ายงบประมาณ ปีงบประมาณ พ.ศ. 2569</h1>${rows}`, 'budget-progress')).toBe(
    'not-met/incomplete',
  );
});

test.each(['plan-current', 'plan-link'])('a plan between links of a list is named, and no link: %s', (criterion) => {
  const list = (note: string) =>
    `<h2>เอกสารเผยแพร่</h2><ul><li><a href="/a.pdf">คำสั่งแต่งตั้ง</a></li><li>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ${note}</li><li><a href="/b.pdf">ประกาศสำนักงาน</a></li></ul>`;
  expect(judgePage(list('(อยู่ระหว่างนำขึ้นเว็บไซต์)'), criterion)).toBe('not-met/not-a-link');
  expect(judgePage(list('(เล่มเดิม)'), criterion)).toBe('not-met/not-a-link');
});

test('boxes with a project’s money belong to the report that the page’s first line names; a box of news does not', () => {
  const box = (name: string, ...lines: readonly string[]) =>
    `<div><h4>${name}</h4>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const page = (...boxes: readonly string[]) =>
    `<h1>โครงการของเราวันนี้</h1><p>ติดตามความคืบหน้าโครงการตามแผนการดำเนินงาน ปี 2569</p>${boxes.join('')}`;
  const projects = [
    box('สะพานไม้ข้ามห้วยแม่แดง', 'งบ 290,000 บาท', 'ใช้ไปแล้ว 145,000 บาท', '50% กำลังทำราวสะพาน'),
    box('แนวกันไฟ 14 กิโลเมตร', 'งบ 120,000 บาท', 'ใช้ไปแล้ว 119,400 บาท', '100% เสร็จแล้ว'),
    box('ลานกีฬาหน้า อบต.', 'งบ 680,000 บาท', 'ใช้ไปแล้ว 0 บาท', '0% ยังไม่เริ่ม'),
  ];
  expect(judgePage(page(...projects), 'budget-progress')).toMatch(/^met/);
  const news = ['ข่าวล่าสุด', 'กิจกรรมวันนี้', 'ภาพกิจกรรม'].map((name) => box(name, 'ทำบุญตักบาตรวันพระ'));
  expect(judgePage(page(...news), 'budget-progress')).not.toMatch(/^met/);
});

test('an item of an assessment is not over the items that follow it', () => {
  const items = [
    'O6 แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี 2569',
    'O7 รายงานผลการดำเนินงานประจำปี 2568',
    'O8 คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่ ใช้ร้อยละ 100',
    'O9 คู่มือหรือแนวทางการให้บริการ สำหรับผู้มาติดต่อทุกประเภท แล้วเสร็จปี 2569',
    'O10 ข้อมูลสถิติการให้บริการ ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน ทุกงานบริการ',
  ];
  const list = `<h1>ITA 2569</h1><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  for (const id of ['plan-current', 'monitoring-results', 'evaluation-results'])
    expect(judgePage(list, id), id).not.toMatch(/^met/);
});

describe('requirements pasted item by item', () => {
  const asked = '<ul><li>แสดงผลการดำเนินโครงการ ผลการใช้จ่ายงบประมาณ</li><li>แสดงปัญหา อุปสรรค และข้อเสนอแนะ</li></ul>';
  const said =
    '<p>คะแนนที่วิทยาลัยได้ปีก่อน หมวดการบริหารงาน 71.43 หมวดการบริหารเงิน 66.67 หมวดบุคคล 100 ข้อที่ไม่ได้คะแนนคือข้อ 6 และข้อ 7 เพราะไฟล์เปิดไม่ได้</p><p>คำแนะนำจากวิทยาลัยพี่เลี้ยง ให้ตั้งชื่อไฟล์เป็นภาษาอังกฤษ ไม่เกิน 20 เมกะไบต์ และทดสอบเปิดจากมือถือก่อนส่ง</p>';
  const page = (item: string) =>
    `<p><b>ข้อ 7 รายงานผลการดำเนินงานประจำปี 2568</b></p>${asked}<p><b>${item}</b></p>${said}`;

  test('a later one is no part of the one above it', () => {
    expect(judgePage(page('ข้อ 9 การกำกับติดตาม'), 'evaluation-results')).not.toMatch(/^met/);
  });
  test('one of other words is', () => {
    expect(judgePage(page('สรุปคะแนน'), 'evaluation-results')).toMatch(/^met/);
  });
});

test('what is headed alike under the projects of several years is titled so under each', () => {
  const table =
    '<table><tr><th>โครงการ</th><th>เป้าหมาย</th><th>ผลการดำเนินงาน</th></tr>' +
    ['ซ่อมท่าเรือ', 'ตลาดสีเขียว', 'กีฬาตำบล']
      .map((name) => `<tr><td>โครงการ${name}</td><td>2 ครั้ง</td><td>จัดแล้ว 2 ครั้ง</td></tr>`)
      .join('') +
    '</table>';
  const year = (named: string, title: string) => `<h2>โครงการ/กิจกรรม ปีงบประมาณ ${named}</h2><h3>${title}</h3>${table}`;
  for (const title of ['รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ', 'รายงานผลการดำเนินงาน'])
    expect(judgePage(year('2569', title) + year('2568', title), 'evaluation-results'), title).toMatch(/^met/);
});

describe('a paper saved as a page', () => {
  const title = 'รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568';
  const shown = (page: string) => judgePage(page, 'evaluation-results');

  test('whose chapters alone are ranked is titled by the bold line over them', () => {
    const page = (chapter: string, more = '') => `<p><b>${title}</b></p><h1>${chapter}</h1>${results}${more}`;
    const link = '<p><a href="/news.html">ข่าวทั้งหมด</a></p>';
    expect(shown(page('บทที่ 2 ผลการดำเนินงานโครงการ', link))).toMatch(/^met/);
    expect(shown(page('๑. งานของปี', link))).toMatch(/^met/);
    // What is no chapter of it is another matter, unless the page holds nothing but the paper.
    expect(shown(page('งานของกลุ่มอำนวยการ', link))).not.toMatch(/^met/);
    expect(shown(page('งานของกลุ่มอำนวยการ'))).toMatch(/^met/);
  });

  test('has a title of two headings where the second says whose it is or of when', () => {
    const page = (second: string) => `<h1>${title}</h1><h1>${second}</h1>${results}`;
    expect(shown(page('สำนักงานทดสอบจังหวัดเกาะทราย'))).toMatch(/^met/);
    expect(shown(page('ปีงบประมาณ พ.ศ. 2568'))).toMatch(/^met/);
    expect(shown(page('กระดานข่าวของชุมชน'))).not.toMatch(/^met/);
  });
});

test('a memo on a page is one document, unless links stand in it', () => {
  const memo = (more: string) =>
    `<p>บันทึกข้อความ</p><p>เรื่อง รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568</p><p>เรียน หัวหน้าสำนักงาน</p>
     <h2>กลุ่มอำนวยการ</h2>${results}${more}`;
  expect(judgePage(memo(''), 'evaluation-results')).toMatch(/^met/);
  expect(judgePage(memo('<p><a href="/a.pdf">เอกสารประกอบ</a></p>'), 'evaluation-results')).not.toMatch(/^met/);
});

describe('a report named right under a heading in words of its own', () => {
  const second = 'ผลการทำงานตามแผนปฏิบัติงานของหน่วยงาน ปีงบประมาณ 2568 เทียบเป้าหมายกับที่ทำได้จริง';
  const cards = ['ตลาดนัด', 'หน่วยเคลื่อนที่']
    .map((name) => `<h4>${name}</h4><p>เป้า: 12 ครั้ง</p><p>ผล: ทำได้ 11 ครั้ง</p><p>สำเร็จร้อยละ 92</p>`)
    .join('');
  const page = `<h1>ปีที่แล้วเราทำอะไรได้บ้าง</h1><p>${second}</p>${cards}<h3>ที่ยังไม่ดี และจะปรับอย่างไร</h3><p>ตลาดนัดฝนตกคนเดินน้อย ควรหาเต็นท์และย้ายเข้าใต้อาคาร</p>`;
  test.each(['past-year-evaluation', 'recommendations'])('is over the chapters of the page: %s', (criterion) => {
    expect(judgePage(page, criterion)).toMatch(/^met/);
  });
  test('and of its own year', () => {
    expect(judgePage(page, 'monitoring-results')).not.toMatch(/^met/);
  });
});

test('what went wrong, headed in the rank of the report’s own title, is of the report; a box for complaints is not', () => {
  const page = (heading: string, text: string): string =>
    `<h3>สรุปผลงานตามแผนปฏิบัติงาน ปีงบประมาณ 2568</h3>${results}<h3>${heading}</h3><p>${text}</p>`;
  expect(judgePage(page('อุปสรรคในการทำงาน', 'วัคซีนมาช้ากว่ากำหนดสองเดือน'), 'recommendations')).toMatch(/^met/);
  expect(judgePage(page('แจ้งปัญหาการใช้งาน', 'พบปัญหาโปรดโทรหาเจ้าหน้าที่ได้ทุกวัน'), 'recommendations')).not.toMatch(/^met/);
});

test('a text of an earlier year under a heading of this one is a conflict; a look back beside this year’s figures is none', () => {
  const rows = table(
    'โครงการ|งบประมาณ|เบิกจ่าย|ความก้าวหน้า',
    'ก่อสร้างถนน|890,000|890,000|แล้วเสร็จ',
    'ขุดลอกหนอง|450,000|0|อยู่ระหว่างจัดหาผู้รับจ้าง',
  );
  const page = (line: string): string =>
    `<h1>รายงานผลตามแผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</h1><p>${line}</p>${rows}`;
  const old = 'ตามที่ประกาศใช้แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2567 นั้น ผลระหว่างวันที่ 1 ตุลาคม 2566 ถึง 31 มีนาคม 2567 เป็นดังนี้';
  for (const criterion of ['monitoring-results', 'budget-progress'])
    expect(judgePage(page(old), criterion)).toBe('review/label-conflict');
  expect(judgePage(page(`${old.replace(/นั้น.*/, '')} ผลปี 2569 ดังนี้`), 'budget-progress')).toMatch(/^met/);
  expect(judgePage(page('ผลการดำเนินงานมีดังนี้'), 'budget-progress')).toMatch(/^met/);
});

test('an obstacle among strengths and weaknesses is one of an analysis; one that was met stands by itself', () => {
  const page = (...points: string[]): string =>
    `<h1>ผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568</h1>${results}${points.map((point) => `<p>• ${point}</p>`).join('')}`;
  const obstacle = 'อุปสรรค ราคาน้ำมันและคลื่นลมแปรปรวน';
  expect(judgePage(page('จุดแข็ง เจ้าหน้าที่รู้จักพื้นที่', 'โอกาส ตลาดเติบโต', obstacle), 'recommendations')).not.toMatch(/^met/);
  expect(judgePage(page(obstacle), 'recommendations')).toMatch(/^met/);
});

test('work ticked off with a word on each tells how far it has come', () => {
  const title = 'ติดตามความคืบหน้ากิจกรรมตามแผนปฏิบัติงานของสำนักงาน ปี 2569 อัปเดตทุกไตรมาส';
  const told = [
    'เดินสำรวจออกโฉนดที่ดิน ตำบลโคกอุดม — ตั้งศูนย์รับคำขอในหมู่บ้าน',
    'แปลงระวางแผนที่ทั้งอำเภอ — ส่งข้อมูลชุดแรกให้ส่วนกลาง',
    'สแกนสารบบเก่าเข้าระบบ — อยู่ระหว่างตรวจทานกับทะเบียน',
    'เปิดช่องบริการด่วนวันเสาร์ — เริ่มเดือนกุมภาพันธ์',
  ];
  const page = (mark: string): string =>
    `<h2>เส้นเวลา</h2><p>${title}</p><h3>ไตรมาส</h3>${told.map((line) => `<p>${mark}${line}</p>`).join('')}`;
  expect(judgePage(page('☑ '), 'monitoring-results')).toMatch(/^met/);
  expect(judgePage(page(''), 'monitoring-results')).not.toMatch(/^met/);
});

describe('a sentence on what those did who follow the plan', () => {
  const title = '<h1>รายงานผลการติดตามและประเมินผลแผนพัฒนาเทศบาล ประจำปีงบประมาณ พ.ศ. 2568</h1>';
  const counts = table('ยุทธศาสตร์|ในแผน|ตั้งงบ|ทำแล้ว|ไม่ได้ทำ', 'โครงสร้างพื้นฐาน|72|21|18|3', 'คุณภาพชีวิต|51|33|32|1');
  const judge = (html: string, criterion: string) =>
    judgePage(html, criterion, { kind: 'municipality', name: 'เทศบาลเมืองทดสอบ' });

  test('leaves what stands under it to the report', () => {
    const html = `${title}<p>คณะกรรมการติดตามและประเมินผลแผนพัฒนาเทศบาลได้ติดตามโครงการที่บรรจุในแผนพัฒนาและนำมาทำจริงในปี 2568</p>${counts}`;
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(judge(html, criterion)).toMatch(/^met/);
  });
  test('who they are is still the mechanism', () => {
    const html = `${title}${counts}<h2>คณะกรรมการติดตามและประเมินผลแผนพัฒนาเทศบาล</h2><p>1. นายสมบัติ ท่าเรือดี ประธานกรรมการ</p><p>2. นางกัลยา ริมน้ำ กรรมการ</p>`;
    expect(judge(html, 'monitoring-mechanism')).toMatch(/^met/);
  });
});

test('the line right under a heading that says the same with its year is over all that the heading is over', () => {
  const table = (name: string): string =>
    `<table><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ (บาท)</th></tr><tr><td>1</td><td>${name}</td><td>24,000</td></tr></table>`;
  const page = (line: string): string =>
    `<h1>แผนปฏิบัติราชการประจำปี</h1><p>${line}</p><p>นายอำเภอเห็นชอบเมื่อวันที่ 8 ตุลาคม</p><p><b>กลยุทธ์ที่ 1 คลองใส</b></p>${table('ขุดลอกคลองสายใน')}<p><b>กลยุทธ์ที่ 2 คนแข็งแรง</b></p>${table('ออกกำลังทุกเย็นวันศุกร์')}`;
  const judged = (line: string) =>
    judgePage(['<p><a href="/1">แผนปฏิบัติราชการประจำปี</a></p>', page(line)], 'work-programmes');
  expect(judged('แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569')).toMatch(/^met/);
  expect(judged('แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2565')).toBe('not-met/outdated');
  expect(judged('เอกสารเผยแพร่ของอำเภอ')).toBe('review/unclear-year');
});

test('programmes set in the rank of the plan’s own title are its parts', () => {
  const page = (part: string): string =>
    `<p><b>แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569</b></p><p>ผ่านความเห็นชอบแล้ว</p><p><b>${part}</b></p><table><tr><th>ที่</th><th>รายการ</th><th>งบประมาณ</th></tr><tr><td>1</td><td>โครงการขุดลอกคลองสายใน</td><td>24,000</td></tr><tr><td>2</td><td>โครงการปลูกป่าชายเลน</td><td>30,000</td></tr></table>`;
  const judged = (part: string) => judgePage(['<p><a href="/1">แผนปฏิบัติการ 2569</a></p>', page(part)], 'projects');
  expect(judged('แผนงานการเกษตร')).toMatch(/^met/);
  expect(judged('แผนการจัดซื้อจัดจ้าง ปี 2569')).not.toMatch(/^met/);
});
