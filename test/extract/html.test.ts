// Pages as segments: kinds, headings, regions, tables. Inline snippets, one for each rule.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import type { Segment } from '../../src/model/document.ts';

const page = 'https://agency.go.th/page.html';
const read = (html: string): readonly Segment[] => extractHtml(html, page).segments;
const brief = (segments: readonly Segment[]): string[] =>
  segments.map((one) => `${one.kind}${one.level ?? ''}${one.header ? '*' : ''}: ${one.text}`);

const cases: readonly (readonly [name: string, html: string, segments: readonly string[]])[] = [
  [
    'title, headings, paragraphs',
    '<title> งาน \n วางแผน</title><h1>แผน</h1><p>ย่อหน้า <b>หนึ่ง</b></p><div>สอง</div>',
    ['title: งาน วางแผน', 'heading1: แผน', 'paragraph: ย่อหน้า หนึ่ง', 'paragraph: สอง'],
  ],
  [
    'line breaks part lines',
    '<p>1) โครงการ<br>2) งบประมาณ<BR/>3) ระยะเวลา</p>',
    ['paragraph: 1) โครงการ', 'paragraph: 2) งบประมาณ', 'paragraph: 3) ระยะเวลา'],
  ],
  ['text beside blocks', 'ก่อน<div>ใน</div>หลัง', ['paragraph: ก่อน', 'paragraph: ใน', 'paragraph: หลัง']],
  [
    'headings by role, caption, legend, summary, dt',
    '<div role="heading" aria-level="3">ก1</div><details><summary>ก2</summary>x1</details><fieldset><legend>ก3</legend>x2</fieldset><dl><dt>ก4</dt><dd>x3</dd></dl>',
    ['heading3: ก1', 'heading6: ก2', 'paragraph: x1', 'heading6: ก3', 'paragraph: x2', 'heading6: ก4', 'paragraph: x3'],
  ],
  [
    'running text as an office program sets it is no heading, larger lines are',
    '<p><span style="font-size:20.0pt">ผลงาน</span></p><p class="MsoNormal"><span style="font-size:16.0pt;font-family:TH SarabunPSK">หัวหน้าเปิดตรวจทุกวันศุกร์</span></p><ul><li>ข้อหนึ่ง</li></ul>',
    ['heading6: ผลงาน', 'paragraph: หัวหน้าเปิดตรวจทุกวันศุกร์', 'item: ข้อหนึ่ง'],
  ],
  [
    'bold lines are headings',
    '<p><strong>ปัญหา อุปสรรค</strong></p><p>ไม่มี</p>',
    ['heading6: ปัญหา อุปสรรค', 'paragraph: ไม่มี'],
  ],
  [
    'large font lines are headings',
    '<font size="4">แผนงาน</font><br>ข้อความ<br><span style="font-size:20px">โครงการ</span><br>ข้อความ',
    ['heading6: แผนงาน', 'paragraph: ข้อความ', 'heading6: โครงการ', 'paragraph: ข้อความ'],
  ],
  [
    'a page all in bold has one',
    '<b>หัวเรื่อง<br>บรรทัดหนึ่ง<br>บรรทัดสอง</b>',
    ['heading6: หัวเรื่อง', 'paragraph: บรรทัดหนึ่ง', 'paragraph: บรรทัดสอง'],
  ],
  [
    'accordion buttons',
    '<button class="accordion">O10 แผน</button><div class="panel"><p>ใน</p></div>',
    ['heading6: O10 แผน', 'paragraph: ใน'],
  ],
  [
    'bars and signs that no text tells',
    '<table><tr><th>โครงการ</th><th>คืบหน้า</th><th>สถานะ</th></tr><tr><td>ก</td><td><div class="progress"><div role="progressbar" aria-valuenow="70" style="width:70%"></div></div></td><td><i class="fa fa-check" title="แล้วเสร็จ"></i></td></tr><tr><td>ข</td><td><progress value="3" max="12"></progress></td><td><img src="x.png" alt="x.png"></td></tr><tr><td>ค</td><td><div class="progress-bar" style="width: 64.18%"></div></td><td></td></tr></table>',
    ['row*: โครงการ | คืบหน้า | สถานะ', 'row: ก | 70% | แล้วเสร็จ', 'row: ข | 25%', 'row: ค | 64.2%'],
  ],
  [
    'a figure set large is no heading',
    '<div><p>แล้วเสร็จ</p><p class="text-2xl">28 โครงการ</p><p class="text-2xl">6. สรุปผล</p></div>',
    ['paragraph: แล้วเสร็จ', 'paragraph: 28 โครงการ', 'heading6: 6. สรุปผล'],
  ],
  [
    'several terms with a line each are facts',
    '<dl><dt>งบประมาณ</dt><dd>18,400 บาท</dd><dt>เบิกจ่าย</dt><dd>9,126 บาท</dd></dl>',
    ['paragraph: งบประมาณ', 'paragraph: 18,400 บาท', 'paragraph: เบิกจ่าย', 'paragraph: 9,126 บาท'],
  ],
  ['a bold link is no heading', '<p><b><a href="/x">แผนปฏิบัติราชการ</a></b></p>', ['paragraph: แผนปฏิบัติราชการ']],
  ['bold words in a line are no heading', '<p>งบประมาณ <b>37,000</b> บาท</p>', ['paragraph: งบประมาณ 37,000 บาท']],
  ['picture headings', '<h2><img src="h.gif" alt="แผนปฏิบัติราชการ"></h2>', ['heading2: แผนปฏิบัติราชการ']],
  [
    'titles by class',
    '<div class="card"><div class="card-header">แผนงาน</div><div class="card-body">ข้อความ</div></div><div class="panel"><div class="panel-heading"><h4 class="panel-title">ผล</h4></div></div>',
    ['heading6: แผนงาน', 'paragraph: ข้อความ', 'heading4: ผล'],
  ],
  [
    'list items, nested lists apart',
    '<ul><li>แผนงาน<ul><li>หนึ่ง</li><li>สอง</li></ul></li><li>ผล</li></ul>',
    ['item: แผนงาน', 'item: หนึ่ง', 'item: สอง', 'item: ผล'],
  ],
  [
    'an item of several lines',
    '<ul><li><b>แผน</b><br>รายละเอียด<p>อีกบรรทัด</p></li></ul>',
    ['item: แผน รายละเอียด อีกบรรทัด'],
  ],
  [
    'what drops down from an item',
    '<ul><li class="dropdown"><a href="#" class="dropdown-toggle">แผนงาน</a><div class="dropdown-menu"><a class="dropdown-item" href="/1">หนึ่ง</a><a class="dropdown-item" href="/2">สอง</a></div></li></ul>',
    ['item: แผนงาน', 'paragraph: หนึ่ง', 'paragraph: สอง'],
  ],
  [
    'a row of links is no phrase',
    '<div class="c"><a href="/1">แผนงาน</a>\n<a href="/2">โครงการ</a> | <a href="/3">ผล</a></div>',
    ['paragraph: แผนงาน', 'paragraph: โครงการ', 'paragraph: ผล'],
  ],
  [
    'links in a sentence',
    '<p>ดู <a href="/1">แผนงาน</a> และ <a href="/2">โครงการ</a></p>',
    ['paragraph: ดู แผนงาน และ โครงการ'],
  ],
  [
    'links set as blocks',
    '<div><a href="/1" style="display: block; padding: 2px">หนึ่ง</a><a href="/2" style="display:block">สอง</a></div>',
    ['paragraph: หนึ่ง', 'paragraph: สอง'],
  ],
  ['unclosed items', '<ul><li>ก<li>ข<li>ค</ul>', ['item: ก', 'item: ข', 'item: ค']],
  [
    'cards of a grid',
    '<div class="g"><div class="c"><p>แผน ก</p><a href="/1">เปิด</a></div><div class="c"><p>แผน ข</p><a href="/2">เปิด</a></div></div>',
    ['item: แผน ก เปิด', 'item: แผน ข เปิด'],
  ],
  [
    'no content: scripts, styles, templates, comments',
    '<script>var a="แผน"</script><style>.x{}</style><template>แผน</template><!-- แผน --><p>ข้อความ</p>',
    ['paragraph: ข้อความ'],
  ],
  ['noscript when there is more', '<noscript>เปิด JavaScript</noscript><p>ข้อความ</p>', ['paragraph: ข้อความ']],
  ['noscript when there is nothing else', '<noscript><p>แผนปฏิบัติราชการ</p></noscript>', ['paragraph: แผนปฏิบัติราชการ']],
  [
    'folded panels are read',
    '<h6>คำถาม</h6><div class="answer" style="display:none"><p>แผนงาน</p></div>',
    ['heading6: คำถาม', 'paragraph: แผนงาน'],
  ],
  ['pop-ups are read', '<div class="modal fade" aria-hidden="true"><p>แผนงาน</p></div>', ['paragraph: แผนงาน']],
  [
    'hidden for good is not',
    '<p style="display: none">สล็อต</p><span hidden>หวย</span><p>ข้อความ</p>',
    ['paragraph: ข้อความ'],
  ],
  ['preformatted lines', '<pre>แผนงาน\nโครงการ   หนึ่ง</pre>', ['paragraph: แผนงาน', 'paragraph: โครงการ หนึ่ง']],
  ['ornaments are left out', '<p>▲</p><p>•</p><p>แผน</p>', ['paragraph: แผน']],
  [
    'written by a script',
    '<script>document.write("<h2>แผนงาน</h2><p>ข้อ" + "ความ</p>")</script>',
    ['heading2: แผนงาน', 'paragraph: ข้อความ'],
  ],
  ['entities and no-break spaces', '<p>&#3649;ผน&nbsp;&nbsp;&nbsp;งาน&amp;โครงการ</p>', ['paragraph: แผน งาน&โครงการ']],
  ['NUL bytes', '<p>แผน\0งาน</p>\0<\0p>x', ['paragraph: แผนงาน', 'paragraph: x']],
  [
    'unclosed formatting in cells',
    '<table><tr><td><font>ก<td><b>ข<tr><td>ค<td>ง</table><p>หลัง</p>',
    ['row: ก | ข', 'row: ค | ง', 'paragraph: หลัง'],
  ],
];

test.each(cases)('%s', (_name, html, segments) => {
  expect(brief(read(html))).toEqual(segments);
});

test('each segment names the nearest heading above it', () => {
  const segments = read('<h1>หนึ่ง</h1><p>ก</p><h2>สอง</h2><p>ข</p><h3>สาม</h3><p>ค</p><h2>สี่</h2><p>ง</p>');
  expect(segments.map((one) => one.locator.heading ?? '')).toEqual(['', 'หนึ่ง', 'หนึ่ง', 'สอง', 'สอง', 'สาม', 'หนึ่ง', 'สี่']);
});

test("a section's headings end with it, a title's box does not", () => {
  const segments = read(
    '<section><h2>ก</h2><p>ใน</p></section><p>นอก</p><div class="page-title"><h2>ข</h2></div><div><p>ใต้</p></div><section><h2>ค</h2></section><p>ตาม</p>',
  );
  const heading = (text: string) => segments.find((one) => one.text === text)!.locator.heading;
  expect([heading('ใน'), heading('นอก'), heading('ใต้'), heading('ตาม')]).toEqual(['ก', undefined, 'ข', 'ค']);
});

test('in bands of one make a heading goes on until one as high', () => {
  const band = (inner: string, make = 'yaqOZd') => `<section class="${make}">${inner}</section>`;
  const headings = (...bands: string[]) =>
    read(bands.join('')).flatMap(({ kind, text, locator }) =>
      kind === 'paragraph' ? [`${text} < ${locator.heading}`] : [],
    );
  expect(
    headings(band('<h2>ก</h2><p>หนึ่ง</p>'), band('<p>สอง</p>'), band('<h3>ข</h3><p>สาม</p>'), band('<p>สี่</p>')),
  ).toEqual(['หนึ่ง < ก', 'สอง < ก', 'สาม < ข', 'สี่ < ข']);
  expect(headings(band('<h2>ก</h2><p>หนึ่ง</p>'), band('<p>สอง</p><h2>ข</h2>'))).toEqual(['หนึ่ง < ก', 'สอง < undefined']);
  expect(headings(band('<h2>ก</h2><p>หนึ่ง</p>'), band('<p>สอง</p>', 'footer-links'))).toEqual([
    'หนึ่ง < ก',
    'สอง < undefined',
  ]);
});

test('panels stand under the titles that open them', () => {
  const segments = read(
    `<h2>ITA</h2><ul class="nav nav-tabs"><li><a data-bs-toggle="tab" href="#a">ปี 2568</a></li><li><a data-bs-toggle="tab" href="#b">ปี 2569</a></li></ul>
     <div class="tab-content"><div class="tab-pane" id="a"><p>แผน ก</p></div><div class="tab-pane" id="b"><p>แผน ข</p></div></div>
     <button data-bs-toggle="collapse" data-bs-target="#c">O10 แผน</button><div id="c" class="collapse"><p>แผน ค</p></div><p>หลัง</p>`,
  );
  const heading = (text: string) => segments.find((one) => one.text === text)!.locator.heading;
  expect([heading('แผน ก'), heading('แผน ข'), heading('แผน ค'), heading('หลัง')]).toEqual([
    'ปี 2568',
    'ปี 2569',
    'O10 แผน',
    'ITA',
  ]);
});

test('title, language, generator, charset-free facts', () => {
  const text = extractHtml(
    '<html lang="th-TH"><head><meta name="generator" content="Joomla! - Open Source"><title>หน่วยงาน</title></head><body>x</body></html>',
    page,
  );
  expect(text).toMatchObject({
    media: 'html',
    source: 'text',
    title: 'หน่วยงาน',
    language: 'th-TH',
    generator: 'Joomla! - Open Source',
    damage: [],
  });
  expect(extractHtml('<link href="/wp-content/a.css"><p>x', page).generator).toBe('WordPress');
  expect(extractHtml('<p>x', page)).not.toHaveProperty('generator');
});

const shells: readonly (readonly [name: string, html: string, needs: boolean])[] = [
  ['empty root of an application', '<div id="root"></div><script src="/static/js/main.js"></script>', true],
  [
    'root and a request for scripts',
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><script src="a.js"></script>',
    true,
  ],
  ['loading placeholder', '<h1>แผน</h1><div id="list">กำลังโหลดข้อมูล...</div><script>fetch("news.json")</script>', true],
  [
    'loading in a widget of a full page',
    `<p>${'ข้อความของหน้า '.repeat(100)}</p><div>Loading...</div><script>fetch("x")</script>`,
    false,
  ],
  [
    'header-only table filled by a script',
    '<h1>แผน</h1><table id="t"><thead><tr><th>ลำดับ</th><th>โครงการ</th></tr></thead><tbody></tbody></table><script>$("#t").DataTable({ajax:"x.json"})</script>',
    true,
  ],
  [
    'header-only table without script',
    '<h1>แผนปฏิบัติราชการประจำปีของหน่วยงาน</h1><table><tr><th>ลำดับ</th><th>โครงการ</th></tr></table>',
    false,
  ],
  [
    'full table with a script',
    '<table id="t"><thead><tr><th>ลำดับ</th><th>โครงการ</th></tr></thead><tbody><tr><td>1</td><td>ก</td></tr></tbody></table><script>$("#t").DataTable()</script>',
    false,
  ],
  ['unfilled template', '<ul><li>{{ item.title }}</li><li>{{item.date}}</li></ul><script src="vue.js"></script>', true],
  [
    'an ordinary page',
    '<div id="app"><h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ของหน่วยงาน</h1><p>รายละเอียดแผนงานโครงการ</p></div><script src="app.js"></script>',
    false,
  ],
  ['a splash page with a link', '<a href="/home"><img src="x.png"></a><script src="a.js"></script>', false],
];

test.each(shells)('needs a script: %s', (_name, html, needs) => {
  expect(extractHtml(`<!DOCTYPE html><html><body>${html}</body></html>`, page).needsScript ?? false).toBe(needs);
});

test('a link knows the segment it stands in', () => {
  const { links, segments } = extractHtml(
    '<title>t</title><h2><a href="/1">หนึ่ง</a></h2><p>ก <a href="/2">สอง</a></p><ul><li><a href="/3">สาม</a></li></ul><table><tr><td>1</td><td><a href="/4">สี่</a></td></tr><tr><td>2</td><td>ห้า</td></tr></table>',
    page,
  );
  expect(links.map((link) => segments[link.segment!]!.text)).toEqual(['หนึ่ง', 'ก สอง', 'สาม', '1 | สี่']);
});

test('the same page gives the same result, and JSON keeps it whole', () => {
  const html =
    '<h1>แผน</h1><ul><li>ก <a href="/x">คลิก</a></li></ul><table><tr><th>ก</th><th>ข</th></tr><tr><td>1</td><td>2</td></tr></table>';
  const once = extractHtml(html, page);
  expect(extractHtml(html, page)).toEqual(once);
  expect(JSON.parse(JSON.stringify(once))).toEqual(once);
});

test('where most of the text is large, size sets nothing apart', () => {
  const line = (text: string) => `<p><span style="font-size:18px">${text}</span></p>`;
  const segments = read(
    `<h2>แผน</h2>${Array.from({ length: 30 }, (_, i) => line(`รายละเอียดของงานที่ดำเนินการในปีนี้ ข้อ ${i}`)).join('')}`,
  );
  expect(segments.filter((one) => one.kind === 'heading').map((one) => one.text)).toEqual(['แผน']);
  expect(segments.at(-1)!.locator.heading).toBe('แผน');
});

test('tabs that a call opens stand under their buttons', () => {
  const segments = read(
    `<h2>ITA</h2><button onclick="openTab(event, 'Y69')">ปี 2569</button><button onclick="openTab(event, 'Y68')">ปี 2568</button>
     <div id="Y69" class="tabcontent"><p>แผน ก</p></div><div id="Y68" class="tabcontent" style="display:none"><p>แผน ข</p></div>
     <ul><li data-tab="t1">รอบ 6 เดือน</li></ul><div id="t1"><p>แผน ค</p></div>`,
  );
  const heading = (text: string) => segments.find((one) => one.text === text)!.locator.heading;
  expect([heading('แผน ก'), heading('แผน ข'), heading('แผน ค')]).toEqual(['ปี 2569', 'ปี 2568', 'รอบ 6 เดือน']);
});

test('a heading inside a link titles that link alone', () => {
  const segments = read(
    '<h2>ข่าว</h2><div><a href="/1"><h6>รายงานผล</h6><small>12 ม.ค. 2569</small></a></div><p>อื่น</p>',
  );
  expect(segments.at(-1)!.locator.heading).toBe('ข่าว');
});

test('fields are told by the text that they stand in or after; search, login and what is no answer are none', () => {
  const fields = (html: string) => extractHtml(html, page).fields;
  expect(fields('<title>ก</title><h2>แบบสำรวจ</h2><p>ข้อหนึ่ง <input type="radio" name="q"> มาก</p>')).toEqual([2]);
  expect(
    fields('<h2>แบบสำรวจ</h2><form><select name="s"><option>พอใจ</option></select><button>ส่ง</button></form>'),
  ).toEqual([0]);
  expect(fields('<p>ความเห็น</p><textarea name="t"></textarea><h2>อื่น ๆ</h2>')).toEqual([0]);
  for (const none of [
    '<form action="/search"><input name="word"></form>',
    '<form role="search"><input name="word"></form>',
    '<input type="search"><input name="q"><input type="hidden" name="a"><input type="submit">',
    '<nav><input name="a"></nav>',
    '<select onchange="location.href=this.value"><option value="/a.html">ก</option></select>',
  ])
    expect(fields(`<p>ข้อความ</p>${none}`), none).toBeUndefined();
});

test('boxes of an accordion are no cards: what opens stands under its title', () => {
  const panel = (id: string, title: string, text: string): string =>
    `<div class="panel panel-default"><div class="panel-heading"><a data-toggle="collapse" href="#${id}">${title}</a></div>
     <div id="${id}" class="panel-collapse"><div>${text}</div><a href="/${id}.pdf">เปิด</a></div></div>`;
  const segments = read(panel('p8', 'O8 แผน', 'แสดงแผนของหน่วยงาน') + panel('p9', 'O9 ผล', 'แสดงผลตามแผน'));
  expect(segments.filter(({ kind }) => kind === 'item')).toEqual([]);
  const heading = (text: string) => segments.find((one) => one.text === text)!.locator.heading;
  expect([heading('แสดงแผนของหน่วยงาน'), heading('แสดงผลตามแผน')]).toEqual(['O8 แผน', 'O9 ผล']);
});
