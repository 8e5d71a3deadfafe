// Tables: data told from layout, cells aligned by column whatever the spans, header rows found.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';

const read = (html: string) => extractHtml(html, 'https://agency.go.th/').segments;
const rows = (html: string) => read(html).filter((one) => one.kind === 'row');

test('rows carry cells, header flag, table and row numbers, heading', () => {
  const found = rows(
    '<h2>โครงการ</h2><table><thead><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ</th></tr></thead><tbody><tr><td>1</td><td>อบรม</td><td>10,000</td></tr></tbody></table>',
  );
  expect(found).toEqual([
    {
      kind: 'row',
      text: 'ที่ | โครงการ | งบประมาณ',
      cells: ['ที่', 'โครงการ', 'งบประมาณ'],
      header: true,
      region: 'main',
      locator: { heading: 'โครงการ', table: 1, row: 1 },
    },
    {
      kind: 'row',
      text: '1 | อบรม | 10,000',
      cells: ['1', 'อบรม', '10,000'],
      region: 'main',
      locator: { heading: 'โครงการ', table: 1, row: 2 },
    },
  ]);
});

test('a two-line header is aligned with its columns', () => {
  const found = rows(
    `<table><tr><td rowspan="2">โครงการ</td><td colspan="2">งบประมาณ</td><td rowspan="2">สถานะ</td></tr><tr><td>ได้รับ</td><td>เบิกจ่าย</td></tr>
     <tr><td>อบรม</td><td>10,000</td><td>8,000</td><td>แล้วเสร็จ</td></tr></table>`,
  );
  expect(found.map((one) => [one.header ?? false, one.cells])).toEqual([
    [true, ['โครงการ', 'งบประมาณ', 'งบประมาณ', 'สถานะ']],
    [true, ['โครงการ', 'ได้รับ', 'เบิกจ่าย', 'สถานะ']],
    [false, ['อบรม', '10,000', '8,000', 'แล้วเสร็จ']],
  ]);
});

test('a rowspan completes the rows it spans; a body colspan counts once', () => {
  const found = rows(
    `<table><tr><th>แผนงาน</th><th>โครงการ</th><th>งบ</th></tr><tr><td rowspan="2">บริหาร</td><td>ก</td><td>1,000</td></tr><tr><td>ข</td><td>2,000</td></tr>
     <tr><td colspan="2">รวม</td><td>3,000</td></tr></table>`,
  );
  expect(found.map((one) => one.cells)).toEqual([
    ['แผนงาน', 'โครงการ', 'งบ'],
    ['บริหาร', 'ก', '1,000'],
    ['บริหาร', 'ข', '2,000'],
    ['รวม', '', '3,000'],
  ]);
});

test('a full-width row titles the rows below it', () => {
  const found = rows(
    '<table><tr><th>ที่</th><th>รายการ</th></tr><tr><td colspan="2">แผนงานการศึกษา</td></tr><tr><td>1</td><td>อบรม</td></tr></table>',
  );
  expect(found.map((one) => [one.cells, one.locator.heading])).toEqual([
    [['ที่', 'รายการ'], undefined],
    [['แผนงานการศึกษา'], undefined],
    [['1', 'อบรม'], 'แผนงานการศึกษา'],
  ]);
});

const headers: readonly (readonly [name: string, html: string, header: readonly boolean[]])[] = [
  ['th', '<tr><th>ก</th><th>ข</th></tr><tr><td>1</td><td>2</td></tr>', [true, false]],
  [
    'bold first row',
    '<tr><td><b>ก</b></td><td><strong>ข</strong></td></tr><tr><td>1</td><td>2</td></tr>',
    [true, false],
  ],
  [
    'known column names',
    '<tr><td>ลำดับ</td><td>โครงการ</td><td>งบประมาณ</td></tr><tr><td>1</td><td>ก</td><td>5,000</td></tr>',
    [true, false],
  ],
  [
    'a first row with figures is data',
    '<tr><td>โครงการ ก</td><td>งบ 12,000</td></tr><tr><td>โครงการ ข</td><td>งบ 13,000</td></tr>',
    [false, false],
  ],
  ['row headings are no header', '<tr><th>ชื่อ</th><td>ก</td></tr><tr><th>ที่อยู่</th><td>ข</td></tr>', [false, false]],
  [
    'all rows bold: no header',
    '<tr><td><b>ก</b></td><td><b>ข</b></td></tr><tr><td><b>ค</b></td><td><b>ง</b></td></tr>',
    [false, false],
  ],
];
test.each(headers)('header rows: %s', (_name, html, header) => {
  expect(rows(`<table>${html}</table>`).map((one) => one.header ?? false)).toEqual(header);
});

test('layout tables are no rows, tables inside them are', () => {
  const segments = read(
    `<table width="100%"><tr><td><table><tr><td><a href="/1">เมนู</a></td></tr></table></td>
     <td><h2>แผน</h2><p>เนื้อหา</p><table border="1"><tr><td>1</td><td>อบรม</td></tr><tr><td>2</td><td>สัมมนา</td></tr></table></td></tr></table>`,
  );
  expect(segments.map((one) => `${one.kind}: ${one.text}`)).toEqual([
    'paragraph: เมนู',
    'heading: แผน',
    'paragraph: เนื้อหา',
    'row: 1 | อบรม',
    'row: 2 | สัมมนา',
  ]);
  expect(segments.at(-1)!.locator).toEqual({ heading: 'แผน', table: 1, row: 2 });
});

test('a table that frames a short page is layout: a menu beside text, a cell with a heading of its own', () => {
  const menu = ['บุคลากร', 'รายงาน', 'แผน', 'ติดต่อ'].map((label) => `<a href="/${label}">${label}</a>`).join('<br>');
  const head = '<tr><td colspan="2">สำนักงานพลังงานจังหวัด</td></tr>';
  const form = '<h2>รับฟังความคิดเห็น</h2><p>แบบสอบถามความพึงพอใจ</p><form><p>1. ท่านเป็น</p></form>';
  expect(rows(`<table>${head}<tr><td>${menu}</td><td>${form}</td></tr></table>`)).toEqual([]);
  const prose = 'ผลการดำเนินงานตามแผนปฏิบัติราชการในรอบหกเดือนแรก '.repeat(4);
  expect(rows(`<table><tr><td>${menu}</td><td>${prose}</td></tr></table>`)).toEqual([]);
  // Files of a year beside the year are data.
  expect(
    rows(`<table><tr><td>2568</td><td>${menu}</td></tr><tr><td>2569</td><td>${menu}</td></tr></table>`),
  ).toHaveLength(2);
});

test('a table of one column and a strip of menu pictures are no rows', () => {
  expect(rows('<table><tr><td>ก</td></tr><tr><td>ข</td></tr></table>')).toEqual([]);
  expect(
    rows('<table><tr><td><a href="/1"><img alt="ก"></a></td><td><a href="/2"><img alt="ข"></a></td></tr></table>'),
  ).toEqual([]);
});

test('a caption titles its table', () => {
  const found = read(
    '<table><caption>ตารางที่ 1 โครงการ</caption><tr><th>ก</th><th>ข</th></tr><tr><td>1</td><td>2</td></tr></table>',
  );
  expect(found.map((one) => [one.kind, one.locator.heading])).toEqual([
    ['heading', undefined],
    ['row', 'ตารางที่ 1 โครงการ'],
    ['row', 'ตารางที่ 1 โครงการ'],
  ]);
});

test('lists and lines in a cell are one cell', () => {
  const [row] = rows(
    '<table><tr><td>O10</td><td><ul><li><a href="/a">แผน 68</a></li><li><a href="/b">แผน 69</a></li></ul></td></tr><tr><td>O11</td><td>ผล<br>งาน</td></tr></table>',
  );
  expect(row!.cells).toEqual(['O10', 'แผน 68 แผน 69']);
});

test('tables drawn with boxes', () => {
  const found = rows(
    `<div role="table"><div role="row"><div role="columnheader">โครงการ</div><div role="columnheader">งบ</div></div>
     <div role="row"><div role="cell">อบรม</div><div role="cell">1,000</div></div></div>
     <div style="display:table"><div style="display:table-row"><div style="display: table-cell">ก</div><div style="display:table-cell">ข</div></div>
     <div style="display:table-row"><div style="display:table-cell">ค</div><div style="display:table-cell">ง</div></div></div>`,
  );
  expect(found.map((one) => [one.cells, one.header ?? false, one.locator.table])).toEqual([
    [['โครงการ', 'งบ'], true, 1],
    [['อบรม', '1,000'], false, 1],
    [['ก', 'ข'], false, 2],
    [['ค', 'ง'], false, 2],
  ]);
});

test('column names repeated under a group are header rows again', () => {
  const names = '<tr><td>ข้อ</td><td>ข้อมูล</td><td>รายละเอียด</td></tr>';
  const found = rows(
    `<table>${names}<tr><td>O1</td><td>ก</td><td>x</td></tr><tr><td colspan="3">การบริหาร</td></tr>${names}<tr><td>O2</td><td>ข</td><td>y</td></tr></table>`,
  );
  expect(found.map((one) => one.header ?? false)).toEqual([true, false, false, true, false]);
});

test('a table of long cells under column names is data', () => {
  const long = `<p>${'การดำเนินงานล่าช้าเนื่องจากสภาพอากาศ '.repeat(30)}</p>`;
  const found = rows(
    `<table><tr><td>โครงการ</td><td>ปัญหา อุปสรรค</td><td>ข้อเสนอแนะ</td></tr><tr><td>อบรม</td><td>${long}</td><td>${long}</td></tr></table>`,
  );
  expect(found.map((one) => one.header ?? false)).toEqual([true, false]);
});

test('markup that makes a header of every row tells nothing', () => {
  const found = rows(
    `<table><thead><tr><th>โครงการ</th><th>งบประมาณ</th><th>สถานะ</th></tr><tr><th>อบรม</th><th>10,000</th><th>แล้วเสร็จ</th></tr>
     <tr><th>ขุดลอก</th><th>20,000</th><th>ยังไม่เริ่ม</th></tr></thead></table>
     <table><tr><th>ปัญหา</th><th>ข้อเสนอแนะ</th></tr></table>`,
  );
  expect(found.map((one) => [one.header ?? false, one.cells?.[0]])).toEqual([
    [true, 'โครงการ'],
    [false, 'อบรม'],
    [false, 'ขุดลอก'],
    [true, 'ปัญหา'],
  ]);
});

test('titles over a table’s head are captions: over the whole of it, or in a sheet’s first cell', () => {
  const head = '<tr><td>ที่</td><td>โครงการ</td><td>งบประมาณ</td></tr>';
  const row = '<tr><td>1</td><td>ขุดลอกคลอง</td><td>120,000</td></tr>';
  const title = 'รายงานผลการดำเนินงาน ปี 2569';
  const whole = `<tr><td colspan="3">${title}</td></tr>`;
  const first = `<tr><td>${title}</td><td></td><td></td></tr>`;
  for (const caption of [whole, first]) {
    const found = read(`<table>${caption}<tr><td colspan="3">เทศบาล</td></tr>${head}${row}</table>`);
    expect(found.map(({ kind, text, header = false }) => [kind, header, text])).toEqual([
      ['heading', false, title],
      ['heading', false, 'เทศบาล'],
      ['row', true, 'ที่ | โครงการ | งบประมาณ'],
      ['row', false, '1 | ขุดลอกคลอง | 120,000'],
    ]);
    expect(found.at(-1)!.locator.heading).toBe('เทศบาล');
  }
});

test('bands between rows, links and a first cell over data caption nothing', () => {
  const row = '<tr><td>ขุดลอกคลอง</td><td>120,000</td></tr>';
  const kinds = (table: string) => read(`<table>${table}</table>`).map(({ kind }) => kind);
  expect(kinds(`${row}<tr><td colspan="2">แผนงานการศึกษา</td></tr>${row}`)).toEqual(['row', 'row', 'row']);
  expect(kinds(`<tr><td>รายการที่ดำเนินการในปีนี้</td><td></td></tr>${row}${row}`)).toEqual(['row', 'row', 'row']);
  const link = '<tr><td colspan="2"><a href="/plan.pdf">แผนปฏิบัติการ 2569</a></td></tr>';
  expect(kinds(`${link}<tr><td>ที่</td><td>รายการ</td></tr>${row}`)).toEqual(['row', 'row', 'row']);
});

test('months make a head', () => {
  const cells = (texts: string) => `<tr><td>${texts.replaceAll('|', '</td><td>')}</td></tr>`;
  const found = rows(`<table>${cells('งานที่ทำ|ต.ค.|พ.ย.|ธ.ค.')}${cells('ขุดลอกคลอง|x||x')}</table>`);
  expect(found.map(({ header = false }) => header)).toEqual([true, false]);
});

test('cells one under the other lay out a page, whatever columns they are said to span', () => {
  const found = read(
    '<table><tr><td colspan="3"><img src="/b.jpg" alt="ป้าย"></td></tr><tr><td><b>คำสั่ง</b><p>เรื่อง แต่งตั้งคณะทำงาน</p><p>ประกอบด้วย ปลัดอำเภอ</p></td></tr><tr><td>โทร. 1</td></tr></table>',
  );
  expect(found.map(({ kind }) => kind)).not.toContain('row');
  expect(found.map(({ text }) => text)).toContain('ประกอบด้วย ปลัดอำเภอ');
});
