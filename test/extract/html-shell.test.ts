// Pages whose menus and headings are there and whose content a script brings, beside pages that are truly empty: every page has
// scripts and empty elements.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';

const page = 'https://www.agency.go.th/plan/';
const items = ['หน้าแรก', 'เกี่ยวกับหน่วยงาน', 'แผนและงบประมาณ', 'ข่าวประชาสัมพันธ์', 'ติดต่อเรา'];
const links = items.map((item, at) => `<li><a href="/${at === 0 ? '' : `m${at}`}">${item}</a></li>`).join('');
const nav = `<nav><ul>${links}</ul></nav>`;
const h1 = '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>';
const footer = '<footer>ที่อยู่ 1 ถนนหลวง โทร 0 7600 0000 <a href="/privacy">นโยบายความเป็นส่วนตัว</a></footer>';
/** As on every page: libraries, a theme's script, statistics, the menu's. */
const everyday =
  '<script src="/js/jquery.min.js"></script><script src="/assets/js/bootstrap.bundle.min.js"></script>' +
  '<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>' +
  "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-1');</script>" +
  "<script>$(function(){ $('.navbar-toggler').click(function(){ $('#menu').toggle(); }); $('#back-to-top').hide(); });</script>" +
  '<div id="back-to-top"></div><div class="modal fade" id="pop"><div class="modal-body"></div></div><div class="clearfix"></div>';
const requirement =
  '<p>แสดงแผนปฏิบัติราชการประจำปี ที่มีข้อมูลรายละเอียดอย่างน้อยประกอบด้วย (1) แผนงาน (2) โครงการหรือกิจกรรม (3) ผลการประเมิน (4) ข้อเสนอแนะในการปรับปรุงพัฒนา (5) ผลการกำกับติดตาม (6) ความก้าวหน้าและการใช้จ่ายงบประมาณแต่ละโครงการหรือกิจกรรม</p>';
const prose = `<p>${'สำนักงานดำเนินงานตามภารกิจที่ได้รับมอบหมายในพื้นที่ของจังหวัด '.repeat(30)}</p>`;

const whole = (content: string) => `${nav}<main>${content}</main>${footer}${everyday}`;
const needs = (html: string) =>
  extractHtml(`<!DOCTYPE html><html lang="th"><head><title>แผน</title></head><body>${html}</body></html>`, page)
    .needsScript ?? false;

const brought: readonly (readonly [name: string, content: string])[] = [
  [
    'fetched into an empty box',
    `<div id="app-content" class="loading"></div><script>fetch('/api/page').then(r=>r.json()).then(d=>{document.getElementById('app-content').innerHTML=d.html})</script>`,
  ],
  [
    'a list put together under its heading',
    `${h1}<div id="list"></div><script>$(function(){ $.getJSON('/api/docs', function (d) { $.each(d, function (i, v) { $('#list').append('<a href="' + v.url + '">' + v.name + '</a>'); }); }); });</script>`,
  ],
  [
    'a script named after the documents',
    `${h1}<div id="doc-list" class="row"></div><script src="/assets/js/doc-list.js"></script>`,
  ],
  ['a bare hook and the script of the site', `${h1}<div id="document-list"></div><script src="/js/main.js"></script>`],
  [
    'the requirement pasted over it',
    `${h1}${requirement}<div id="docs"></div><script>fetch('/api/docs').then(r => r.json()).then(show); function show(d) { const box = document.querySelector('#docs'); box.innerHTML = d.map(x => row(x)).join(''); }</script>`,
  ],
  [
    'rows of a table',
    `${h1}<table><tbody id="rows"></tbody></table><script>$.get('/api', function (d) { d.forEach(function (x) { $('#rows').append($('<tr>').append($('<td>').text(x.name))); }); });</script>`,
  ],
  [
    'rows of a table without a name',
    `${h1}<table class="table"><tbody></tbody></table><script>axios.get('/api').then(({ data }) => { document.querySelector('table tbody').innerHTML = rows(data) })</script>`,
  ],
  [
    'a list known by its class',
    `${h1}<ul class="files"></ul><script>fetch('f.json').then(r=>r.json()).then(f=>{ const ul=document.querySelector('.files'); f.forEach(x=>{ const li=document.createElement('li'); ul.appendChild(li); }); })</script>`,
  ],
  ['jQuery load', `${h1}<div id="content"></div><script>$('#content').load('/ajax/page.php?id=5');</script>`],
  [
    'data in the page',
    `${h1}<ol id="plans"></ol><script>var all=[{n:'ก',u:'a.pdf'}];all.forEach(function(p){document.getElementById('plans').innerHTML+='<li><a href="'+p.u+'">'+p.n+'</a></li>'})</script>`,
  ],
  ['a custom element', `<app-documents></app-documents><script type="module" src="/main.3f2a.js"></script>`],
  ['a router', `<div class="page"><router-view></router-view></div><script src="/js/app.js"></script>`],
  [
    'a loop of Vue',
    `${h1}<ul><li v-for="d in docs"><a :href="d.url" v-text="d.name"></a></li></ul><script src="/js/main.js"></script>`,
  ],
  [
    'a loop of Angular',
    `${h1}<div class="row" ng-repeat="d in docs"><a ng-href="{{d.url}}" ng-bind="d.name"></a></div>`,
  ],
  [
    'a loop of Alpine',
    `${h1}<div x-data="docs()"><template x-for="d in all"><a :href="d.url" x-text="d.name"></a></template></div>`,
  ],
  [
    'a loop of Knockout',
    `${h1}<ul data-bind="foreach: docs"><li><a data-bind="text: name, attr: {href: url}"></a></li></ul>`,
  ],
  ['htmx', `${h1}<div hx-get="/part/docs" hx-trigger="load"></div>`],
  [
    'bars of a skeleton',
    `${h1}<div class="grid"><div class="skeleton"></div><div class="skeleton"></div></div><script src="/build/x.js"></script>`,
  ],
  [
    'a spinner where the list will be',
    `${h1}<div id="plan-files"><div class="spinner-border"></div></div><script src="/js/script.js"></script>`,
  ],
  [
    'a template to copy',
    `${h1}<div id="cards"></div><template id="card"><div><a></a></div></template><script src="/js/script.js"></script>`,
  ],
  [
    'a frame without address',
    `${h1}<iframe id="reader" width="100%"></iframe><script>document.getElementById('reader').src='/files/'+new URLSearchParams(location.search).get('id')+'.pdf'</script>`,
  ],
  ['a request for scripts over an empty place', `<div id="plan"></div><noscript>โปรดเปิดใช้งาน JavaScript</noscript>`],
  [
    'a call named after the data',
    `${h1}<div id="reports">\n</div><script src="/js/main.js"></script><script>loadReports();</script>`,
  ],
];

test.each(brought)('needs a script: %s', (_name, content) => {
  expect(needs(whole(content))).toBe(true);
  // the same page whose menu is a mere row of links
  expect(needs(`<div><div><ul>${links}</ul></div></div>${content}${everyday}`)).toBe(true);
});

const plain: readonly (readonly [name: string, content: string])[] = [
  ['nothing under its heading', h1],
  ['the requirement over nothing', `${h1}${requirement}`],
  [
    'an empty entry of a content manager',
    `${h1}<div class="entry-content"></div><script src="/wp-content/themes/x/js/main.js"></script>`,
  ],
  [
    'an empty article',
    `<div id="content" class="site-content"><div class="item-page"><div itemprop="articleBody">\n</div></div></div><script src="/templates/x/js/app.js"></script>`,
  ],
  [
    'an empty row of a grid',
    `${h1}${requirement}<div class="container"><div class="row"></div></div><script src="/assets/js/main.js"></script>`,
  ],
  [
    'a list that the server printed empty',
    `${h1}<ul class="list-group doc-list">\n</ul><script src="/js/script.js"></script>`,
  ],
  [
    'a table that the server printed empty',
    `${h1}<table class="table table-striped" id="tbl"><tbody>\n</tbody></table><script src="/js/custom.js"></script>`,
  ],
  [
    'visitors counted',
    `${h1}${requirement}<div class="row"></div><p id="visitor-count"></p><script>fetch('/count.php').then(r=>r.text()).then(t=>{document.getElementById('visitor-count').innerHTML=t})</script>`,
  ],
  [
    'pop-up, slides, cookies',
    `${h1}<div class="swiper" id="hero-list"></div><div id="cookie-bar"></div><div id="popup-content"></div><script>new Swiper('#hero-list');$.get('/cookie',function(d){$('#cookie-bar').html(d);$('#popup-content').html(d)})</script>`,
  ],
  [
    'widgets of others',
    `${h1}<div id="fb-root"></div><div class="fb-page" data-href="https://www.facebook.com/x"></div><div id="google_translate_element"></div><div id="map"></div><div id="truehits_div"></div><script>(function(d,s,id){var js,f=d.getElementsByTagName(s)[0];js=d.createElement(s);js.id=id;f.parentNode.insertBefore(js,f)}(document,'script','facebook-jssdk'));new google.translate.TranslateElement({},'google_translate_element');new google.maps.Map(document.getElementById('map'),{});</script>`,
  ],
  [
    'a box of markup that scripts build elsewhere',
    `${h1}${requirement}<div class="row"></div><script>fetch('/news.json').then(r=>r.json()).then(d=>{ $('#side-menu').append('<div class="row">' + d.t + '</div>') })</script>`,
  ],
  [
    'messages of the system',
    `<div id="system-message-container"></div>${h1}<div id="error-box"></div><script>$('#error-box').html(messages)</script>`,
  ],
  [
    'documents beside a list that a script fills',
    `${h1}<p><a href="/files/plan2569.pdf">แผนปฏิบัติราชการ 2569</a></p><div id="list"></div><script>$.get('/x',function(d){$('#list').html(d)})</script>`,
  ],
  [
    'pages of its own beside it',
    `${h1}<ul><li><a href="/p1">แผน 2567</a></li><li><a href="/p2">แผน 2568</a></li><li><a href="/p3">แผน 2569</a></li></ul><div id="list"></div><script>$.get('/x',function(d){$('#list').html(d)})</script>`,
  ],
  [
    'much to read beside related news',
    `${h1}${prose}<div id="related-news"></div><script>$.get('/x',function(d){$('#related-news').html(d)})</script>`,
  ],
  [
    'a side column filled by a script',
    `${h1}${requirement}<aside class="sidebar"><div id="news-list"></div></aside><script>$.get('/x',function(d){$('#news-list').html(d)})</script>`,
  ],
  [
    'what is hidden',
    `${h1}<div style="display:none"><div id="result"></div></div><script>$.get('/x',function(d){$('#result').html(d)})</script>`,
  ],
  [
    'what a script spells out is read',
    `${h1}<div id="notice-box"></div><script>document.getElementById('notice-box').innerHTML = '<p>ยังไม่มีข้อมูล</p>';</script>`,
  ],
  [
    'a frame with an address',
    `${h1}<iframe id="viewer" src="/files/plan.pdf"></iframe><script>document.getElementById('viewer').src=x</script>`,
  ],
  [
    'a template of a slot for scripts elsewhere',
    `${h1}${requirement}<div class="content"></div><script type="application/ld+json">{"name":"content","selector":"#content"}</script>`,
  ],
  ['a request for scripts on a page with a heading alone', `${h1}<noscript>Please enable JavaScript</noscript>`],
];

test.each(plain)('is read as it is: %s', (_name, content) => {
  expect(needs(whole(content))).toBe(false);
});

test('a menu that a script brings is no content', () => {
  const html = `<div id="navbar"></div><main>${h1}${requirement}</main><div id="footer"></div>${everyday}<script>fetch('nav.html').then(r=>r.text()).then(t=>{document.getElementById('navbar').innerHTML=t});$('#footer').load('footer.html')</script>`;
  expect(needs(html)).toBe(false);
});

const menuLeft = (html: string): boolean =>
  extractHtml(`<!DOCTYPE html><html lang="th"><head><title>แผน</title></head><body>${html}</body></html>`, page)
    .menuByScript ?? false;
const news = '<main><h1>ข่าว</h1><p><a href="/news/1">พิธีวันสำคัญ</a></p></main>';

test.each([
  [
    'filled by an inline script',
    `<div id="navbar"></div>${news}<script>fetch('nav.html').then(r=>r.text()).then(t=>{document.getElementById('navbar').innerHTML=t})</script>`,
  ],
  [
    'by the site’s script for menus',
    `<header><a href="/">สำนักงาน</a></header><nav id="main-menu"></nav>${news}<script src="/js/menu.js"></script>`,
  ],
])('the only menu is left to a script: %s', (_, html) => {
  expect([menuLeft(html), needs(html)]).toEqual([true, false]);
});

test.each([
  ['a menu that is there', `${nav}${news}<div id="navbar2" class="nav"></div><script src="/js/menu.js"></script>`],
  [
    'its copy for small screens',
    `<nav class="mobile-menu" id="mobile-menu"></nav>${news}<script src="/js/menu.js"></script>`,
  ],
  ['a menu of a theme', `<nav id="main-menu"></nav>${news}<script src="/wp-content/themes/x/js/menu.js"></script>`],
  ['no script at all', `<nav id="main-menu"></nav>${news}`],
  [
    'many links in the content',
    `<nav id="main-menu"></nav>${Array.from({ length: 20 }, (_, at) => `<p><a href="/p${at}">งานที่ ${at}</a></p>`).join('')}<script src="/js/menu.js"></script>`,
  ],
])('no menu is missing: %s', (_, html) => {
  expect(menuLeft(html)).toBe(false);
});

test('a page of thousands of empty places costs little', () => {
  const places = Array.from({ length: 20_000 }, (_, at) => `<div id="doc${at}" class="row a${at}"></div>`).join('');
  const start = performance.now();
  needs(whole(`${h1}${places}<script>${'x("#other");'.repeat(20_000)}</script>`));
  expect(performance.now() - start).toBeLessThan(5000);
});
