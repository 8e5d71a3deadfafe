// What a person reads a link as: one row for each way that agencies write links (criteria.md, evidence 1).
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import { saying } from '../../src/extract/html-generic.ts';
import type { LabelSource } from '../../src/model/document.ts';

const page = 'https://agency.go.th/ita/page.html';

interface Row {
  readonly name: string;
  readonly html: string;
  /** Path of the link in question under test. */
  readonly path: string;
  readonly label: string;
  readonly from: LabelSource;
}

const rows: readonly Row[] = [
  {
    name: 'own text',
    html: '<a href="/x">แผนปฏิบัติราชการประจำปี</a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการประจำปี',
    from: 'text',
  },
  {
    name: 'text padded with no-break spaces',
    html: '<a href="/x">&nbsp;&nbsp;แผนปฏิบัติราชการ&nbsp;&nbsp;&nbsp; 2569&nbsp;</a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'text',
  },
  {
    name: 'one word of a menu, whatever stands over it',
    html: '<table><tr><td><b>เมนูหลัก</b><br><a href="/h">ประวัติความเป็นมา</a><br><a href="/t">คณะครู</a><br><a href="/download.php">ดาวน์โหลดเอกสาร</a><br><a href="/g">สมุดเยี่ยม</a></td></tr></table>',
    path: '/download.php',
    label: 'ดาวน์โหลดเอกสาร',
    from: 'text',
  },
  {
    name: 'one word of a menu in items',
    html: '<h3>เมนูหลัก</h3><ul><li><a href="/h">ประวัติความเป็นมา</a></li><li><a href="/t">คณะครู</a></li><li><a href="/x.php">เอกสารดาวน์โหลด</a></li><li><a href="/g">สมุดเยี่ยม</a></li></ul>',
    path: '/x.php',
    label: 'เอกสารดาวน์โหลด',
    from: 'text',
  },
  {
    name: 'a file under a title, beside other links',
    html: '<h3>แผนปฏิบัติการ 2569</h3><ul><li><a href="/h">ประวัติความเป็นมา</a></li><li><a href="/t">คณะครู</a></li><li><a href="/x.pdf">ดาวน์โหลด</a></li><li><a href="/g">สมุดเยี่ยม</a></li></ul>',
    path: '/x.pdf',
    label: 'แผนปฏิบัติการ 2569',
    from: 'heading',
  },
  {
    name: 'words in brackets after a name',
    html: '<ul><li>แผนปฏิบัติราชการ 2569 <a href="/x">(เว็บไซต์ส่วนกลาง)</a></li><li>แผนห้าปี <a href="/y">(ดาวน์โหลด)</a></li></ul>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569 (เว็บไซต์ส่วนกลาง)',
    from: 'item',
  },
  {
    name: 'alt of a picture',
    html: '<a href="/x"><img src="m1.gif" alt="แผนปฏิบัติราชการ"></a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'alt',
  },
  {
    name: 'alt before title',
    html: '<a href="/x" title="เปิด"><img src="m1.gif" alt="แผนงาน"></a>',
    path: '/x',
    label: 'แผนงาน',
    from: 'alt',
  },
  {
    name: 'title',
    html: '<a href="/x" title="แผนปฏิบัติราชการ"><i class="fa fa-file"></i></a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'title',
  },
  {
    name: 'title where the text is generic',
    html: '<a href="/x" title="แผนปฏิบัติราชการ 2569">คลิกที่นี่</a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'title',
  },
  {
    name: 'aria-label',
    html: '<a href="/x" aria-label="แผนปฏิบัติราชการ"><svg><path d="M0"/></svg></a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'aria-label',
  },
  {
    name: 'button value',
    html: '<input type="button" value="แผนปฏิบัติราชการ" onclick="location.href=\'/x\'">',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'value',
  },
  {
    name: 'button inside the anchor',
    html: '<a href="/x"><button class="button">แผนปฏิบัติราชการ 2569</button></a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'text',
  },
  {
    name: 'menu text cut for room',
    html: '<a href="/x" title="รายงานการประเมินผลการปฏิบัติงานตามแผน">รายงานการประเมินผลการปฏิ...</a>',
    path: '/x',
    label: 'รายงานการประเมินผลการปฏิบัติงานตามแผน',
    from: 'title',
  },
  {
    name: 'icon font word is no text',
    html: '<p>แผนปฏิบัติราชการ <a href="/x.pdf"><i class="material-icons">picture_as_pdf</i></a></p>',
    path: '/x.pdf',
    label: 'แผนปฏิบัติราชการ',
    from: 'card',
  },
  {
    name: 'text before it in the same line',
    html: '<p>แผนปฏิบัติราชการ 2569 : <a href="/x">คลิก</a></p>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'card',
  },
  {
    name: 'text after it in the same line',
    html: '<p><a href="/x">คลิกที่นี่</a> เพื่อดูแผนปฏิบัติราชการประจำปี</p>',
    path: '/x',
    label: 'เพื่อดูแผนปฏิบัติราชการประจำปี',
    from: 'card',
  },
  {
    name: 'second of two in one line',
    html: '<p>แผนปฏิบัติราชการ <a href="/a">คลิก</a> รายงานผล <a href="/x">คลิก</a></p>',
    path: '/x',
    label: 'รายงานผล',
    from: 'card',
  },
  {
    name: 'line above, dash before the anchor',
    html: '<div>2.2 แผนดำเนินงานประจำปี<br>- <a href="/x">ดาวน์โหลด</a></div>',
    path: '/x',
    label: '2.2 แผนดำเนินงานประจำปี',
    from: 'card',
  },
  {
    name: 'row of a table',
    html: '<table><tr><th>ที่</th><th>รายการ</th><th>ไฟล์</th></tr><tr><td>1</td><td>แผนปฏิบัติราชการ 2569</td><td><a href="/x">เปิดข้อมูล</a></td></tr></table>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'row',
  },
  {
    name: 'row of a table without header',
    html: '<table><tr><td>แผน ก</td><td><a href="/a">PDF</a></td></tr><tr><td>แผนปฏิบัติราชการ</td><td><a href="/x">PDF</a></td></tr></table>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'row',
  },
  {
    name: 'columns of years',
    html: '<table><tr><th>รายการ</th><th>2568</th><th>2569</th></tr><tr><td>แผนปฏิบัติราชการ</td><td><a href="/a">PDF</a></td><td><a href="/x">PDF</a></td></tr></table>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'row',
  },
  {
    name: 'row of a group',
    html: '<table><tr><td colspan="2">ข้อ 9 แผนปฏิบัติการประจำปี</td></tr><tr><td>ปี 2568</td><td><a href="/a">PDF</a></td></tr><tr><td>ปี 2569</td><td><a href="/x">PDF</a></td></tr></table>',
    path: '/x',
    label: 'ข้อ 9 แผนปฏิบัติการประจำปี ปี 2569',
    from: 'row',
  },
  {
    name: 'rowspan cell',
    html: '<table><tr><td rowspan="2">แผนปฏิบัติราชการ</td><td>ปี 2568</td><td><a href="/a">คลิก</a></td></tr><tr><td>ปี 2569</td><td><a href="/x">คลิก</a></td></tr></table>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ ปี 2569',
    from: 'row',
  },
  {
    name: 'row with a column that recites the requirement',
    html: '<table><tr><th>ข้อ</th><th>ข้อมูล</th><th>องค์ประกอบ</th><th>การเผยแพร่</th></tr><tr><td>O6</td><td>แผนปฏิบัติราชการ</td><td>- แสดงผลการใช้จ่ายงบประมาณ</td><td><a href="/x">รายละเอียด</a></td></tr></table>',
    path: '/x',
    label: 'O6 แผนปฏิบัติราชการ',
    from: 'row',
  },
  {
    name: 'name written once for several rows',
    html: '<table><tr><td>ข้อ</td><td>แผน</td><td>ไฟล์</td></tr><tr><td>1</td><td>แผนปฏิบัติราชการ</td><td><a href="/a">ปี 2568</a></td></tr><tr><td></td><td></td><td><a href="/x">ปี 2569</a></td></tr></table>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ ปี 2569',
    from: 'row',
  },
  {
    name: 'file block of WordPress',
    html: '<div class="wp-block-file"><a href="/x">แผนปฏิบัติราชการ</a><a href="/x" class="wp-block-file__button" download>ดาวน์โหลด</a></div><p><a href="/b">อื่น ๆ</a></p>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'text',
  },
  {
    name: 'two titles and two buttons in a row',
    html: '<table><tr><td>แผน ก</td><td><a href="/a">โหลด</a></td><td>แผน ข</td><td><a href="/x">โหลด</a></td></tr><tr><td>แผน ค</td><td><a href="/c">โหลด</a></td><td>แผน ง</td><td><a href="/d">โหลด</a></td></tr></table>',
    path: '/x',
    label: 'แผน ข',
    from: 'row',
  },
  {
    name: 'second of two buttons of a row',
    html: '<table><tr><td>1</td><td>แผน ก</td><td><a href="/a">PDF</a></td><td><a href="/x">Word</a></td></tr><tr><td>2</td><td>แผน ข</td><td><a href="/c">PDF</a></td><td><a href="/d">Word</a></td></tr></table>',
    path: '/x',
    label: 'แผน ก',
    from: 'row',
  },
  {
    name: 'years in columns without names',
    html: '<table><tr><td>แผนปฏิบัติราชการ</td><td><a href="/a">2568</a></td><td><a href="/x">2569</a></td></tr><tr><td>รายงานผล</td><td><a href="/c">2568</a></td><td><a href="/d">2569</a></td></tr></table>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'row',
  },
  {
    name: 'titles over buttons in one cell',
    html: '<table><tr><td>O10</td><td>แผนปฏิบัติราชการ<br><a href="/a">ดาวน์โหลด</a><br>รายงานผล<br><a href="/x">ดาวน์โหลด</a></td></tr><tr><td>O11</td><td>อื่น ๆ</td></tr></table>',
    path: '/x',
    label: 'รายงานผล',
    from: 'row',
  },
  {
    name: 'list item',
    html: '<ul><li>แผนปฏิบัติราชการ 2569 <a href="/x">ดาวน์โหลด</a></li></ul>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'item',
  },
  {
    name: 'year under a parent item',
    html: '<ul><li>แผนปฏิบัติราชการประจำปี<ul><li><a href="/a">ปี 2568</a></li><li><a href="/x">ปี 2569</a></li></ul></li></ul>',
    path: '/x',
    label: 'แผนปฏิบัติราชการประจำปี ปี 2569',
    from: 'item',
  },
  {
    name: 'year under a heading',
    html: '<h3>แผนปฏิบัติราชการประจำปี</h3><p><a href="/a">ปี 2568</a></p><p><a href="/x">ปี 2569</a></p>',
    path: '/x',
    label: 'แผนปฏิบัติราชการประจำปี ปี 2569',
    from: 'heading',
  },
  {
    name: 'years in one line after a title',
    html: '<p>แผนปฏิบัติราชการ : <a href="/a">2568</a> | <a href="/x">2569</a></p>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'card',
  },
  {
    name: 'round under a heading',
    html: '<h3>รายงานผลการดำเนินงาน</h3><ul><li><a href="/x">รอบ 6 เดือน</a></li><li><a href="/b">รอบ 12 เดือน</a></li></ul>',
    path: '/x',
    label: 'รายงานผลการดำเนินงาน รอบ 6 เดือน',
    from: 'heading',
  },
  {
    name: 'sibling title (file card)',
    html: '<div><div><p>ชื่อไฟล์:</p><p>รายงานผล 2568</p></div><a href="/a">ดาวน์โหลด PDF</a></div><div><div><p>ชื่อไฟล์:</p><p>แผนปฏิบัติราชการ 2568</p></div><a href="/x">ดาวน์โหลด PDF</a></div>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2568',
    from: 'card',
  },
  {
    name: 'heading beside the button',
    html: '<div class="list"><h6>แผนการดำเนินงาน ปี 2567</h6><a href="/x">ดาวน์โหลด</a></div><div class="list"><h6>แผนการดำเนินงาน ปี 2566</h6><a href="/b">ดาวน์โหลด</a></div>',
    path: '/x',
    label: 'แผนการดำเนินงาน ปี 2567',
    from: 'card',
  },
  {
    name: 'title below in a card',
    html: '<div class="grid"><div class="item"><a href="/x.pdf"><img src="pdf.png"></a><p>แผนปฏิบัติราชการ 2569</p></div><div class="item"><a href="/b.pdf"><img src="pdf.png"></a><p>รายงานผล</p></div></div>',
    path: '/x.pdf',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'card',
  },
  {
    name: 'definition list',
    html: '<dl><dt>แผนปฏิบัติราชการ</dt><dd><a href="/x">เปิดข้อมูล</a></dd><dt>รายงาน</dt><dd><a href="/b">เปิดข้อมูล</a></dd></dl>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ',
    from: 'heading',
  },
  {
    name: 'definition list in one of the boxes of a page',
    html: '<section class="box"><h2>เอกสารของเรา</h2><dl><dt>รายงานผล 2568</dt><dd><a href="/b">เปิดไฟล์</a></dd><dt>แผนปฏิบัติราชการ 2569</dt><dd><p><a href="/x">เปิดไฟล์</a></p></dd></dl></section><section class="box"><h2>ข่าว</h2><a href="/n">ข่าวทั้งหมด</a></section>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'heading',
  },
  {
    name: 'title line over each button',
    html: '<h1>งานวางแผน</h1><p>แผนปฏิบัติราชการ 2569</p><a href="/x">ดาวน์โหลด</a><p>รายงานผล 2568</p><a href="/b">ดาวน์โหลด</a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'card',
  },
  {
    name: 'title and date of a card',
    html: '<div><p>แผนปฏิบัติราชการ</p><p>12 มกราคม 2569</p><a href="/x">ดาวน์โหลด</a></div><p>รายงานผล</p>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 12 มกราคม 2569',
    from: 'card',
  },
  {
    name: 'heading and year of a card, whatever describes it between them',
    html: '<div><h4>แผนปฏิบัติราชการ</h4><p>เผยแพร่แผนฉบับที่ปรับปรุงแล้วให้ประชาชนทราบ</p><p>ปี 2569</p><a href="/x">ดาวน์โหลด</a></div>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ ปี 2569',
    from: 'heading',
  },
  {
    name: 'a date is of the card that it stands in',
    html: '<p>รายงานผล</p><p>3 มีนาคม 2568</p><a href="/b">ดาวน์โหลด</a><p>แผนปฏิบัติราชการ</p><p>12 มกราคม 2569</p><a href="/x">ดาวน์โหลด</a>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ 12 มกราคม 2569',
    from: 'card',
  },
  {
    name: 'bold line over buttons',
    html: '<div><b>แผนปฏิบัติราชการประจำปี</b><br><a href="/x">เปิดข้อมูล</a></div>',
    path: '/x',
    label: 'แผนปฏิบัติราชการประจำปี',
    from: 'heading',
  },
  {
    name: 'requirement text is no title',
    html: '<h3>O10 แผนดำเนินงานประจำปี</h3><p>แสดงแผนการดำเนินภารกิจที่มีระยะ 1 ปี</p><p>- มีข้อมูลรายละเอียด</p><a href="/x">เปิดข้อมูล</a>',
    path: '/x',
    label: 'O10 แผนดำเนินงานประจำปี',
    from: 'heading',
  },
  {
    name: 'accordion title',
    html: '<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button" data-bs-toggle="collapse" data-bs-target="#c1">แผนปฏิบัติราชการ</button></h2><div id="c1" class="accordion-collapse collapse"><a href="/x">ปี 2569</a></div></div>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ ปี 2569',
    from: 'heading',
  },
  {
    name: 'tab title',
    html: '<ul class="nav nav-tabs"><li><a data-toggle="tab" href="#t1">แผนปฏิบัติราชการ</a></li><li><a data-toggle="tab" href="#t2">รายงาน</a></li></ul><div class="tab-content"><div id="t1" class="tab-pane"><a href="/x">ปี 2569</a></div><div id="t2" class="tab-pane"><a href="/b">ปี 2568</a></div></div>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ ปี 2569',
    from: 'heading',
  },
  {
    name: 'technical file name',
    html: '<h3>แผนปฏิบัติราชการ</h3><p><a href="/x">MOIT2-69-9.pdf</a></p>',
    path: '/x',
    label: 'แผนปฏิบัติราชการ MOIT2-69-9.pdf',
    from: 'heading',
  },
  {
    name: 'file name when nothing else speaks',
    html: '<p><a href="/up/แผนปฏิบัติราชการ%202569.pdf">ดาวน์โหลด</a></p>',
    path: '/up/%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%9B%E0%B8%8F%E0%B8%B4%E0%B8%9A%E0%B8%B1%E0%B8%95%E0%B8%B4%E0%B8%A3%E0%B8%B2%E0%B8%8A%E0%B8%81%E0%B8%B2%E0%B8%A3%202569.pdf',
    label: 'แผนปฏิบัติราชการ 2569',
    from: 'file-name',
  },
  {
    name: 'a back arrow is not named by the page title',
    html: '<h1>แผนปฏิบัติราชการ</h1><div><a href="/Home"><img src="back.png"></a></div>',
    path: '/Home',
    label: '',
    from: 'none',
  },
  {
    name: 'a short word of the menu names its page',
    html: '<h1>แผนปฏิบัติราชการ</h1><nav><ul><li><a href="/x">ข้อมูล</a></li></ul></nav>',
    path: '/x',
    label: 'ข้อมูล',
    from: 'text',
  },
];

test.each(rows)('$name', ({ html, path, label, from }) => {
  const { links } = extractHtml(`<!DOCTYPE html><html><body>${html}</body></html>`, page);
  const link = links.find((one) => one.url === `https://agency.go.th${path}`);
  expect(link, `links: ${JSON.stringify(links.map((one) => one.url))}`).toBeDefined();
  expect({ label: link!.label, from: link!.labelFrom }).toEqual({ label, from });
});

test.each([
  [
    'blank',
    [
      'คลิก',
      'คลิกที่นี่',
      'รอใส่ลิงก์',
      'ยังไม่ได้แนบไฟล์',
      'เปิดข้อมูล',
      'ดูรายละเอียด',
      'รายละเอียดเพิ่มเติม',
      'อ่านต่อ',
      'อ่านต่อ...',
      '» อ่านเพิ่มเติม',
      'ดาวน์โหลด',
      'ดาวน์โหลดเอกสาร',
      'โหลดเอกสาร (PDF)',
      'ไฟล์แนบ',
      'แนบไฟล์',
      'เอกสารแนบ 1',
      'PDF',
      'DOCX',
      'Download',
      'Click here!',
      'View',
      'Read more',
      'Link',
      'ลิงก์',
      'URL',
      '📄',
      '▼',
      '1',
      '๓',
      'https://agency.go.th/a/b',
      'รายละเอียด 1',
      '(1.2 MB)',
      '',
    ],
  ],
  [
    'part',
    [
      'ปี 2569',
      '2569',
      '๒๕๖๙',
      'ปีงบประมาณ 2569',
      'ปีงบประมาณ พ.ศ. ๒๕๖๙',
      'ประจำปี 2569',
      'รอบ 6 เดือน',
      'รอบ ๖ เดือนแรก',
      'ไตรมาส 1',
      'ไตรมาสที่ ๔',
      'ครั้งที่ 1',
      'ตุลาคม 2568',
      'ต.ค. 68',
      '1.pdf',
      'MOIT2-69-9.pdf',
      'ดาวน์โหลด ปี 2569',
      'FY2026',
      'Q3',
    ],
  ],
  [
    'named',
    [
      'แผนปฏิบัติราชการ',
      'ดูแผนปฏิบัติราชการ',
      '📊 ดูแผนปฏิบัติราชการ',
      'รายงาน',
      'หน้าแรก',
      'หน้าหลัก',
      'แผนงาน',
      'คำสั่ง',
      'แผนปฏิบัติราชการ 2569.pdf',
      'ITA',
      'Annual Action Plan',
      'ติดต่อเรา',
      'เอกสารเผยแพร่',
      'ข้อมูลข่าวสาร',
      '02-140-6000',
    ],
  ],
] as const)('texts that say %s', (says, texts) => {
  expect(texts.filter((text) => saying(text) !== says)).toEqual([]);
});

test('context stands around every link, nearest first', () => {
  const { links } = extractHtml(
    `<h1>เปิดเผยข้อมูล</h1><h2>แผน</h2><table><tr><th>ข้อ</th><th>รายการ</th><th>เอกสาร</th></tr>
     <tr><td>O10</td><td>แผนดำเนินงานประจำปี</td><td><a href="/p.pdf">แผนปฏิบัติราชการ 2569</a></td></tr></table>`,
    page,
  );
  expect(links[0]!.context).toEqual([
    { from: 'row', text: 'O10 | แผนดำเนินงานประจำปี | แผนปฏิบัติราชการ 2569' },
    { from: 'column', text: 'เอกสาร' },
    { from: 'heading', text: 'แผน' },
    { from: 'heading', text: 'เปิดเผยข้อมูล' },
  ]);
});

test('menu parents stand in the context', () => {
  const { links } = extractHtml(
    `<nav><ul><li><a href="#">แผนงาน</a><ul class="dropdown-menu"><li><a href="/poa">แผนการดำเนินงานประจำปี</a></li></ul></li>
     <li class="dropdown"><a class="dropdown-toggle" data-toggle="dropdown" href="#">รายงาน</a><div class="dropdown-menu"><a href="/r">ผลการดำเนินงาน</a></div></li></ul></nav>`,
    page,
  );
  const context = (path: string) => links.find((link) => link.url === `https://agency.go.th${path}`)!.context;
  expect(context('/poa')).toContainEqual({ from: 'menu', text: 'แผนงาน' });
  expect(context('/r')).toContainEqual({ from: 'menu', text: 'รายงาน' });
});

test('a context text is at most 300 characters and never cut inside a letter', () => {
  const long = 'ที่'.repeat(400);
  const { links } = extractHtml(`<h2>${long}</h2><ul><li>${long}<a href="/x">แผน</a></li></ul>`, page);
  for (const { text } of links[0]!.context) {
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text.length % 3).toBe(0);
  }
});

test('picture, title and button of one card are one name', () => {
  const { links } = extractHtml(
    `<div class="card"><a href="/x"><img src="cover.jpg"></a><p><a href="/x">แผนปฏิบัติราชการ 2569</a></p><a href="/x">อ่านต่อ</a></div>`,
    page,
  );
  expect(links.map((link) => [link.label, link.labelFrom])).toEqual([
    ['แผนปฏิบัติราชการ 2569', 'card'],
    ['แผนปฏิบัติราชการ 2569', 'text'],
    ['แผนปฏิบัติราชการ 2569', 'card'],
  ]);
});
