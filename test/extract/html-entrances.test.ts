// Entrances of agency sites, whole pages as they are met: splash pages, framesets, image maps, image menus, rows to click,
// menus that a script writes. Each is left by the links a visitor would take.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';

const home = 'http://www.agency.go.th/';
const read = (html: string, url = home) => extractHtml(html, url);
const ways = (html: string, url = home): string[] =>
  read(html, url)
    .links.filter((link) => link.url !== null)
    .map((link) => `${link.element} ${link.url} ${link.label}`.trim());

test('splash on certain days: written link and redirect are both known', () => {
  const html = `<html><head><meta charset="utf-8"><title>เทศบาล</title></head><body style="background:#000">
    <script type="text/javascript">
      var d = new Date(); var m = d.getMonth() + 1;
      if (d.getDate() == 28 && m == 7) {
        document.write('<div align="center"><a href="http://wellwishes.royaloffice.th/"><img src="docs/rama10.png" alt="ลงนามถวายพระพร"></a>');
        document.write('<br><a href="' + 'http://www.agency.go.th/' + 'Home"><img src="docs/to-web.png" alt="เข้าสู่เว็บไซต์"></a></div>');
      } else {
        window.location.href = "http://www.agency.go.th/Home";
      }
    </script></body></html>`;
  expect(ways(html)).toEqual([
    'script http://www.agency.go.th/Home',
    'script http://wellwishes.royaloffice.th/ ลงนามถวายพระพร',
    'script http://www.agency.go.th/Home เข้าสู่เว็บไซต์',
  ]);
  expect(read(html).needsScript).toBeUndefined();
});

test('splash with a picture and a refresh', () => {
  const html = `<html><head><meta http-equiv="refresh" content="10; url=main.php"></head>
    <body><center><a href="main.php"><img src="intro.jpg" border="0" alt="เข้าสู่หน้าหลัก"></a></center></body></html>`;
  expect(ways(html)).toEqual([
    'refresh http://www.agency.go.th/main.php',
    'a http://www.agency.go.th/main.php เข้าสู่หน้าหลัก',
  ]);
});

test('splash with empty anchors over a picture', () => {
  const html = `<div class="bg"><a class="btn-sign" href="https://wellwishes.royaloffice.th"></a><a class="btn-enter" href="/Home"></a></div>`;
  expect(ways(html)).toEqual(['a https://wellwishes.royaloffice.th/', 'a http://www.agency.go.th/Home']);
});

test('splash that goes on by itself after a while', () => {
  expect(
    ways(
      '<body onload="setTimeout(\'go()\', 5000)"><script>function go(){ self.location = "index2.html" }</script><img src="a.gif"></body>',
    ),
  ).toEqual(['script http://www.agency.go.th/index2.html']);
});

test('a full page is not left by what its scripts may do', () => {
  const html = `<p>${'ข่าวประชาสัมพันธ์ของหน่วยงาน '.repeat(120)}</p><script>function login(){ location.href = "/login"; }</script>`;
  expect(ways(html)).toEqual([]);
});

test('frameset', () => {
  const html = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN"><html><head><title>สำนักงาน</title></head>
    <frameset rows="120,*" border="0"><frame name="head" src="head.htm"><frameset cols="180,*">
    <frame name="เมนู" src="menu.htm"><frame name="main" src="main.asp?id=1"></frameset>
    <noframes><body><a href="noframes.htm">แผน</a></body></noframes></frameset></html>`;
  expect(ways(html)).toEqual([
    'frame http://www.agency.go.th/head.htm',
    'frame http://www.agency.go.th/menu.htm เมนู',
    'frame http://www.agency.go.th/main.asp?id=1',
  ]);
});

test('image map', () => {
  const html = `<img src="menu.jpg" usemap="#m" alt="เมนู"><map name="m"><area shape="rect" coords="0,0,90,30" href="plan.php" alt="แผนปฏิบัติราชการ">
    <area shape="rect" coords="0,31,90,60" href="report.php" title="รายงานผล" alt=""><area shape="default" nohref></map>`;
  expect(ways(html)).toEqual([
    'area http://www.agency.go.th/plan.php แผนปฏิบัติราชการ',
    'area http://www.agency.go.th/report.php รายงานผล',
  ]);
});

test('image menu of a 1990s layout', () => {
  const html = `<table width="780"><tr><td width="160" valign="top"><table>
    <tr><td><a href="history.html"><img src="b1.gif" alt="ประวัติความเป็นมา" border="0"></a></td></tr>
    <tr><td><a href="plan.html" onmouseover="MM_swapImage('p','','b2-on.gif',1)"><img src="b2.gif" name="p" alt="แผนปฏิบัติราชการ"></a></td></tr>
    </table></td><td><font size="4">ยินดีต้อนรับ</font><br>เว็บไซต์สำนักงานเทศบาล</td></tr></table>`;
  expect(ways(html)).toEqual([
    'a http://www.agency.go.th/history.html ประวัติความเป็นมา',
    'a http://www.agency.go.th/plan.html แผนปฏิบัติราชการ',
  ]);
  expect(read(html).segments.map((one) => `${one.kind} ${one.text}`)).toEqual([
    'heading ยินดีต้อนรับ',
    'paragraph เว็บไซต์สำนักงานเทศบาล',
  ]);
});

test('rows and cards to click', () => {
  const html = `<table class="table-hover"><tr><th>ที่</th><th>เรื่อง</th></tr>
    <tr class="clickable-row" data-href="detail.php?id=7"><td>1</td><td>แผนปฏิบัติราชการ 2569</td></tr>
    <tr onclick="window.location='detail.php?id=8'"><td>2</td><td>รายงานผล</td></tr></table>
    <div class="box" onclick="window.open(&quot;plan.pdf&quot;)"><h4>แผนงาน</h4></div>`;
  expect(ways(html)).toEqual([
    'handler http://www.agency.go.th/detail.php?id=7 1 แผนปฏิบัติราชการ 2569',
    'handler http://www.agency.go.th/detail.php?id=8 2 รายงานผล',
    'handler http://www.agency.go.th/plan.pdf แผนงาน',
  ]);
});

test('base href sends relative addresses elsewhere', () => {
  expect(
    ways(
      '<head><base href="http://www.agency.go.th/site2/" target="_blank"></head><a href="plan.php">แผน</a><a href="/plan.php">แผน</a>',
      'http://agency.go.th/index.php',
    ),
  ).toEqual(['a http://www.agency.go.th/site2/plan.php แผน', 'a http://www.agency.go.th/plan.php แผน']);
});

test('a menu written by an inline script', () => {
  const html = `<div id="menu"></div><script><!--
    var s = "";
    s = '<ul>';
    document.getElementById('menu').innerHTML = '<ul><li><a href="\\/plan">แผนปฏิบัติราชการ<\\/a></li>' +
      "<li><a href='/report'>รายงานผล</a></li></ul>";
    //--></script><p>เนื้อหา</p>`;
  expect(ways(html)).toEqual([
    'script http://www.agency.go.th/plan แผนปฏิบัติราชการ',
    'script http://www.agency.go.th/report รายงานผล',
  ]);
});

test('menus in comments are not taken, nor closed by what stands in them', () => {
  const html = `<ul><li><a href="/a">หน้าแรก</a></li><!-- <li><a href="/plan">แผนปฏิบัติราชการ</a></li></ul> --><li><a href="/b">ติดต่อ</a></li></ul>
    <!--[if lt IE 9]><a href="/old">เก่า</a><![endif]-->`;
  expect(ways(html)).toEqual(['a http://www.agency.go.th/a หน้าแรก', 'a http://www.agency.go.th/b ติดต่อ']);
});

test('an own page in a frame of the content', () => {
  const html = '<h2>แผนปฏิบัติราชการ 2569</h2><iframe src="/pdf/plan69.pdf" width="100%" height="800"></iframe>';
  expect(ways(html)).toEqual(['frame http://www.agency.go.th/pdf/plan69.pdf แผนปฏิบัติราชการ 2569']);
});

test('windows-874 page decoded before: labels and addresses as they stand', () => {
  const bytes = Uint8Array.from([...'<a href="pdf/'].map((c) => c.charCodeAt(0)));
  const thai = Uint8Array.from([0xe1, 0xbc, 0xb9]); // แผน
  const decoder = new TextDecoder('windows-874');
  const html = `${decoder.decode(bytes)}${decoder.decode(thai)}_57.pdf">${decoder.decode(thai)}</a>`;
  expect(ways(html)).toEqual(['a http://www.agency.go.th/pdf/%E0%B9%81%E0%B8%9C%E0%B8%99_57.pdf แผน']);
});

test('the query part of an address goes in the character set of the page', () => {
  const html = '<a href="view.asp?name=แผน&y=69#ผล">แผน</a><a href="แผน.asp">แผน</a>';
  const urls = (charset: string) => extractHtml(html, home, { charset }).links.map((link) => link.url);
  expect(urls('windows-874')).toEqual([
    'http://www.agency.go.th/view.asp?name=%E1%BC%B9&y=69#%E0%B8%9C%E0%B8%A5',
    'http://www.agency.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.asp',
  ]);
  expect(urls('utf-8')[0]).toBe(
    'http://www.agency.go.th/view.asp?name=%E0%B9%81%E0%B8%9C%E0%B8%99&y=69#%E0%B8%9C%E0%B8%A5',
  );
});

test('a page that only sends on is no shell, and what is meant for visitors without scripts is not taken', () => {
  const html = `<head><script src="analytics.js"></script><noscript><meta http-equiv="refresh" content="0; url=nojs.html"></noscript></head>
    <body><script>location.replace('/home')</script></body>`;
  expect(ways(html)).toEqual(['script http://www.agency.go.th/home']);
  expect(read(html).needsScript).toBeUndefined();
});

test('documents in frames under a menu class are content', () => {
  const html = `<nav class="navbar"><h5>EB 1 แผนปฏิบัติราชการ</h5><ul class="navbar-nav"><li><a href="#" data-toggle="modal" data-target="#m">แผน 2569</a>
    <div class="modal" id="m"><iframe src="/p.pdf"></iframe></div></li></ul></nav>`;
  expect(read(html).links.map((link) => link.region)).toEqual(['main', 'main']);
});
