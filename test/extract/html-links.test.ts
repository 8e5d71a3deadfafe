// What counts as a link and where it leads: one row for each way that pages write them, dead ones included.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import type { Link } from '../../src/model/document.ts';

const page = 'https://agency.go.th/dir/page.html';
const read = (html: string): readonly Link[] => extractHtml(html, page).links;

const real: readonly (readonly [name: string, html: string, url: string, element: Link['element']])[] = [
  ['relative href', '<a href="plan.pdf">แผน</a>', 'https://agency.go.th/dir/plan.pdf', 'a'],
  [
    'raw Thai and spaces',
    '<a href="img/แผน ปี 2569.pdf">แผน</a>',
    'https://agency.go.th/dir/img/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5%202569.pdf',
    'a',
  ],
  [
    'raw Thai prose with an extension',
    '<a href="แผน งาน.pdf">แผน</a>',
    'https://agency.go.th/dir/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%87%E0%B8%B2%E0%B8%99.pdf',
    'a',
  ],
  [
    'a Thai route of one word',
    '<a href="แผนงาน">แผน</a>',
    'https://agency.go.th/dir/%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%87%E0%B8%B2%E0%B8%99',
    'a',
  ],
  ['percent-encoded TIS-620 stays', '<a href="/%E1%BC%B9.pdf">แผน</a>', 'https://agency.go.th/%E1%BC%B9.pdf', 'a'],
  ['line breaks in the href', '<a href="/plan/\n  2569.pdf">แผน</a>', 'https://agency.go.th/plan/%20%202569.pdf', 'a'],
  ['padding around the href', '<a href="\n  /plan/2569.pdf  ">แผน</a>', 'https://agency.go.th/plan/2569.pdf', 'a'],
  [
    'entities in the href',
    '<a href="/i.php?a=1&amp;b=2&#38;c=&#3649;">แผน</a>',
    'https://agency.go.th/i.php?a=1&b=2&c=%E0%B9%81',
    'a',
  ],
  ['backslashes', '<a href="\\docs\\plan.pdf">แผน</a>', 'https://agency.go.th/docs/plan.pdf', 'a'],
  [
    'a viewer of others, with the file in its address',
    '<a href="https://docs.google.com/viewer?url=https%3A%2F%2Fagency.go.th%2Ff%2Fplan69.pdf&embedded=true">แผน</a>',
    'https://agency.go.th/f/plan69.pdf',
    'a',
  ],
  [
    'an office viewer',
    '<iframe src="https://view.officeapps.live.com/op/embed.aspx?src=https://agency.go.th/f/plan69.docx"></iframe>',
    'https://agency.go.th/f/plan69.docx',
    'frame',
  ],
  [
    'copied from a social network',
    '<a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fagency.go.th%2Fplan%3Fid%3D5&h=AT0x">แผน</a>',
    'https://agency.go.th/plan?id=5',
    'a',
  ],
  [
    'a wrapper around no address',
    '<a href="https://www.google.com/url?q=%E0%B9%81%E0%B8%9C%E0%B8%99">แผน</a>',
    'https://www.google.com/url?q=%E0%B9%81%E0%B8%9C%E0%B8%99',
    'a',
  ],
  [
    'a form of the same service',
    '<a href="https://docs.google.com/forms/d/e/1FAIpQLSd/viewform?url=https://agency.go.th/a">แบบสอบถาม</a>',
    'https://docs.google.com/forms/d/e/1FAIpQLSd/viewform?url=https://agency.go.th/a',
    'a',
  ],
  ['fragment kept', '<a href="/plan#p2">แผน</a>', 'https://agency.go.th/plan#p2', 'a'],
  [
    'javascript: with a URL',
    '<a href="javascript:window.open(\'/plan.pdf\')">แผน</a>',
    'https://agency.go.th/plan.pdf',
    'a',
  ],
  ['base href', '<head><base href="/new/"></head><a href="plan.pdf">แผน</a>', 'https://agency.go.th/new/plan.pdf', 'a'],
  [
    'base href of another host',
    '<base href="https://www.agency.go.th/a/"><a href="plan.pdf">แผน</a>',
    'https://www.agency.go.th/a/plan.pdf',
    'a',
  ],
  ['anchor of the same page', '<a href="#ita">แผน</a><h2 id="ita">ITA</h2>', `${page}#ita`, 'a'],
  ['named anchor of the same page', '<a href="#ita">แผน</a><a name="ita"></a>', `${page}#ita`, 'a'],
  ['route of a one-page application', '<a href="#/plan">แผน</a>', `${page}#/plan`, 'a'],
  [
    'image map',
    '<map name="m"><area href="/plan" alt="แผน" coords="0,0,1,1"></map>',
    'https://agency.go.th/plan',
    'area',
  ],
  ['iframe', '<iframe src="plan.pdf"></iframe>', 'https://agency.go.th/dir/plan.pdf', 'frame'],
  ['lazy iframe', '<iframe data-src="plan.pdf" src=""></iframe>', 'https://agency.go.th/dir/plan.pdf', 'frame'],
  [
    'frame of a frameset',
    '<frameset cols="20%,*"><frame src="menu.htm" name="menu"><frame src="main.htm"></frameset>',
    'https://agency.go.th/dir/main.htm',
    'frame',
  ],
  ['embed', '<embed src="plan.pdf" type="application/pdf">', 'https://agency.go.th/dir/plan.pdf', 'embed'],
  ['object', '<object data="plan.pdf" type="application/pdf"></object>', 'https://agency.go.th/dir/plan.pdf', 'embed'],
  [
    'meta refresh',
    '<meta http-equiv="refresh" content="3; URL=\'home.php\'">',
    'https://agency.go.th/dir/home.php',
    'refresh',
  ],
  [
    'meta refresh without quotes',
    '<META HTTP-EQUIV="Refresh" CONTENT="0;url=/home.php">',
    'https://agency.go.th/home.php',
    'refresh',
  ],
  [
    'onclick location',
    '<button onclick="location.href=\'/plan\'">แผน</button>',
    'https://agency.go.th/plan',
    'handler',
  ],
  [
    'onclick window.location',
    '<div onclick="window.location = &quot;/plan&quot;;">แผน</div>',
    'https://agency.go.th/plan',
    'handler',
  ],
  [
    'onclick window.open',
    '<img alt="แผน" src="a.png" onclick="window.open(\'/plan.pdf\',\'_blank\',\'width=800\')">',
    'https://agency.go.th/plan.pdf',
    'handler',
  ],
  [
    'onclick of a vendor function',
    "<a href=\"#\" onclick=\"MM_openBrWindow('plan.html','','')\">แผน</a>",
    'https://agency.go.th/dir/plan.html',
    'handler',
  ],
  [
    'onclick on a dead anchor',
    '<a href="javascript:void(0)" onclick="showPdf(\'files/plan.pdf\'); return false">แผน</a>',
    'https://agency.go.th/dir/files/plan.pdf',
    'handler',
  ],
  [
    'row click',
    '<table><tr onclick="window.location=\'/plan/1\'"><td>1</td><td>แผน</td></tr><tr><td>2</td><td>ผล</td></tr></table>',
    'https://agency.go.th/plan/1',
    'handler',
  ],
  ['data-href', '<tr><td data-href="/plan/1">แผน</td></tr>', 'https://agency.go.th/plan/1', 'handler'],
  ['data-link', '<div class="box" data-link="/plan/1">แผน</div>', 'https://agency.go.th/plan/1', 'handler'],
  ['data-url on a button', '<button data-url="/plan.pdf">แผน</button>', 'https://agency.go.th/plan.pdf', 'handler'],
  [
    'data-downloadurl on a button',
    '<button data-downloadurl="/plan.pdf">แผน</button>',
    'https://agency.go.th/plan.pdf',
    'handler',
  ],
  [
    'data-downloadurl of a file to be dragged out',
    '<button data-downloadurl="application/pdf:plan.pdf:https://agency.go.th/d/9">แผน</button>',
    'https://agency.go.th/d/9',
    'handler',
  ],
  [
    'data-download on a dead anchor',
    '<a href="#" data-download="/plan.pdf">แผน</a>',
    'https://agency.go.th/plan.pdf',
    'handler',
  ],
  [
    'one-button form',
    '<form action="/plan"><input type="hidden" name="y" value="2569"><input type="submit" value="แผน"></form>',
    'https://agency.go.th/plan?y=2569',
    'form',
  ],
  [
    'jump menu',
    '<select onchange="location=this.value"><option value="">เลือก</option><option value="/plan/69">แผน 69</option></select>',
    'https://agency.go.th/plan/69',
    'handler',
  ],
  [
    'document.write',
    '<script>document.write(\'<a href="/plan"><img src="x.png" alt="เข้าสู่เว็บไซต์"><\\/a>\');</script>',
    'https://agency.go.th/plan',
    'script',
  ],
  [
    'innerHTML',
    '<div id="m"></div><script>document.getElementById("m").innerHTML = "<a href=\'/plan\'>แผน</a>";</script>',
    'https://agency.go.th/plan',
    'script',
  ],
  [
    'template literal',
    '<script>el.innerHTML = `<ul><li><a href="/plan">แผน</a></li></ul>`</script>',
    'https://agency.go.th/plan',
    'script',
  ],
  [
    'written in parts',
    '<script>document.write("<a hr" + "ef=\'/pl"\n + "an\'>แผน</a>")</script>',
    'https://agency.go.th/plan',
    'script',
  ],
  [
    'script goes elsewhere at once',
    '<script>window.location.href = "/home";</script>',
    'https://agency.go.th/home',
    'script',
  ],
  [
    'script goes elsewhere later',
    '<body><script>setTimeout(function(){ location.replace("home.php") }, 3000)</script>',
    'https://agency.go.th/dir/home.php',
    'script',
  ],
  ['body onload', '<body onload="location=\'home.php\'">', 'https://agency.go.th/dir/home.php', 'script'],
];

test.each(real)('%s', (_name, html, url, element) => {
  expect(read(html).map((link) => [link.url, link.element])).toContainEqual([url, element]);
});

test('documents put into a viewer by a script', () => {
  const links = read(
    '<h1>แผนปฏิบัติราชการ</h1><div id="v"></div><script>PDFObject.embed("/up/plan69.pdf", "#v"); var o = {pdfUrl: base + "/x.pdf"};</script><div class="_df_book" source="/up/book.pdf"></div>',
  );
  expect(links.map((link) => [link.element, link.url, link.label])).toEqual([
    ['embed', 'https://agency.go.th/up/plan69.pdf', 'แผนปฏิบัติราชการ'],
    ['embed', 'https://agency.go.th/up/book.pdf', 'แผนปฏิบัติราชการ'],
  ]);
});

const inert: readonly (readonly [name: string, html: string, cause: NonNullable<Link['inert']>])[] = [
  ['href="#"', '<a href="#">แผน</a>', 'fragment'],
  ['empty href', '<a href="">แผน</a>', 'fragment'],
  ['fragment that names nothing', '<a href="#plan">แผน</a>', 'fragment'],
  ['no href', '<a class="btn">แผน</a>', 'no-href'],
  ['javascript:void(0)', '<a href="javascript:void(0);">แผน</a>', 'script'],
  ['javascript:;', '<a href="JavaScript:;">แผน</a>', 'script'],
  ['a call that names no address', '<a href="#" onclick="loadPage(5); return false;">แผน</a>', 'script'],
  ['a handler that does nothing', '<a href="#" onclick="return(false)">แผน</a>', 'fragment'],
  ['mailto', '<a href="mailto:a@agency.go.th">แผน</a>', 'scheme'],
  ['tel', '<a href="tel:076123456">แผน</a>', 'scheme'],
  ['placeholder as href', '<a href="รอใส่ลิงก์">แผน</a>', 'invalid'],
  ['Thai prose as href', '<a href="ยังไม่มีข้อมูล ปี 2569">แผน</a>', 'invalid'],
  ['placeholder as text', '<a href="/x">รอใส่ลิงก์</a>', 'invalid'],
  ['template left unfilled', '<a href="{{ item.url }}">แผน</a>', 'invalid'],
  ['bare scheme', '<a href="http://">แผน</a>', 'invalid'],
  ['download attribute on nothing', '<a class="btn btn-style" href="#" download>ดาวน์โหลด</a>', 'fragment'],
];

test.each(inert)('inert: %s', (_name, html, cause) => {
  const links = read(html);
  expect(links.map((link) => [link.url, link.inert])).toEqual([[null, cause]]);
});

const nothing: readonly (readonly [name: string, html: string])[] = [
  ['commented out', '<!-- <a href="/plan">แผนปฏิบัติราชการ</a> --><p>ข้อความ</p>'],
  ['conditional comment', '<!--[if IE]><a href="/plan">แผน</a><![endif]--><p>ข้อความ</p>'],
  ['in a template', '<template><a href="/plan">แผน</a></template>'],
  ['in a style', '<style>a{content:"<a href=/plan>"}</style>'],
  ['in a textarea', '<textarea><a href="/plan">แผน</a></textarea>'],
  [
    'commented out in a script',
    '<script>\n// document.write("<a href=/plan>แผน</a>");\n/* document.write("<a href=/plan>แผน</a>"); */\n</script>',
  ],
  [
    'an address known only to the script',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template literal of the page's script
    '<script>document.write("<a href=\'" + url + "\'>แผน</a>"); box.innerHTML = `<a href="${row.url}">แผน</a>`;</script>',
  ],
  ['a named place', '<a name="top"></a><p>ข้อความ</p>'],
  ['a mark that it is downloaded', '<button data-download="true">แผนปฏิบัติราชการ</button>'],
  ['picture swap', "<img src=\"a.gif\" onmouseover=\"swap('b.gif')\" onclick=\"MM_swapImage('i','','b.gif')\">"],
  ['data source of a table', '<table data-url="/api/rows.php"><tr><td>ก</td><td>ข</td></tr></table>'],
  ['search form', '<form action="/search"><input name="q"><button>ค้นหา</button></form>'],
  ['posting form', '<form action="/vote" method="post"><button>โหวต</button></form>'],
  [
    'options that are no addresses',
    '<select name="y"><option value="2569">2569</option><option value="all">ทั้งหมด</option></select>',
  ],
  ['hidden for good', '<p style="display:none"><a href="/casino">สล็อต</a></p>'],
  ['empty frame', '<iframe src="about:blank"></iframe>'],
  ['refresh of the page itself', '<meta http-equiv="refresh" content="300">'],
];

test.each(nothing)('no link: %s', (_name, html) => {
  expect(read(html).filter((link) => link.url !== null || link.label.includes('แผน'))).toEqual([]);
});

test('panels of the same page are neither dead nor elsewhere', () => {
  const links = read(
    `<a data-toggle="collapse" href="#c1">แผนงาน</a><div id="c1" class="collapse"><a href="/p">แผน</a></div>
     <ul class="nav nav-tabs"><li><a role="tab" aria-controls="t1" href="#t1">แท็บ</a></li></ul><div id="t1" role="tabpanel">x</div>
     <a data-bs-toggle="collapse" data-bs-target="#c2" href="#">รายงาน</a><div id="c2">y</div>`,
  );
  expect(links.filter((link) => link.url?.startsWith(page)).map((link) => link.url)).toEqual([
    `${page}#c1`,
    `${page}#t1`,
    `${page}#c2`,
  ]);
  expect(links.some((link) => link.inert !== undefined)).toBe(false);
});

test("a menu's parent item opens its submenu", () => {
  const [parent] = read(
    '<ul><li><a href="#">แผนงาน</a><ul class="sub-menu"><li><a href="/p">แผน</a></li></ul></li></ul>',
  );
  expect([parent!.inert, parent!.url]).toEqual([undefined, `${page}#`]);
  // in a printed site map nothing opens
  const [printed] = read('<ul><li><a href="#">แผนงาน</a><ul><li><a href="#">แผน</a></li></ul></li></ul>');
  expect(printed!.inert).toBe('fragment');
});

test('a frame in a pop-up is what its opener opens', () => {
  const links = read(
    `<a href="#" data-toggle="modal" data-target="#m1">1.7 แผนปฏิบัติราชการ</a>
     <div class="modal fade" id="m1"><h5>EB1</h5><iframe src="../up/1.7.pdf"></iframe><button data-dismiss="modal">ปิด</button></div>
     <a href="#" data-toggle="modal" data-target="#m1">1.6 คำสั่ง</a>
     <div class="modal fade" id="m1"><iframe src="../up/1.6.pdf"></iframe></div>`,
  );
  expect(links.map((link) => [link.label, link.url, link.element])).toEqual([
    ['1.7 แผนปฏิบัติราชการ', 'https://agency.go.th/up/1.7.pdf', 'a'],
    ['1.7 แผนปฏิบัติราชการ', 'https://agency.go.th/up/1.7.pdf', 'frame'],
    ['1.6 คำสั่ง', 'https://agency.go.th/up/1.6.pdf', 'a'],
    ['1.6 คำสั่ง', 'https://agency.go.th/up/1.6.pdf', 'frame'],
  ]);
});

test('unclosed anchors do not swallow what follows', () => {
  const links = read(
    '<ul><li><a href="/a">แผนงาน<li><a href="/b">รายงาน</ul><p>ข้อความ</p><td><a href="/c">ประกาศ</a></a>',
  );
  expect(links.map((link) => [link.url, link.text])).toEqual([
    ['https://agency.go.th/a', 'แผนงาน'],
    ['https://agency.go.th/b', 'รายงาน'],
    ['https://agency.go.th/c', 'ประกาศ'],
  ]);
});

test('an object and the embed inside it are one link', () => {
  expect(read('<object data="p.pdf"><embed src="p.pdf"></object>')).toHaveLength(1);
});

test('regions are told by elements, roles and common names', () => {
  const links = read(
    `<header><a href="/1">a1</a></header><div id="navbar"><a href="/2">a2</a></div><div role="navigation"><a href="/3">a3</a></div>
     <main><article><header><a href="/4">a4</a></header><div class="card-header"><a href="/5">a5</a></div></article></main>
     <div class="sidebar"><a href="/6">a6</a></div><div class="tab-content"><div class="tab-pane" id="nav-home"><a href="/7">a7</a></div></div>
     <div class="footer-bottom copyright"><a href="/8">a8</a></div><ul class="pagination"><li><a href="/9">2</a></li></ul>`,
  );
  expect(links.map((link) => `${new URL(link.url!).pathname} ${link.region}`)).toEqual([
    '/1 header',
    '/2 nav',
    '/3 nav',
    '/4 main',
    '/5 main',
    '/6 aside',
    '/7 main',
    '/8 footer',
    '/9 nav',
  ]);
});
