// Pictures that a page shows as its content, however they are written, and those that only decorate it.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';

const read = (html: string) => extractHtml(html, 'https://agency.go.th/dir/page.html').pictures ?? [];
const scan = 'https://agency.go.th/up/plan-1.jpg';

const shown: readonly (readonly [name: string, html: string])[] = [
  ['plain', '<h1>แผน</h1><p><img src="/up/plan-1.jpg"></p>'],
  ['large by its attributes', '<img src="/up/plan-1.jpg" width="900" height="1600">'],
  ['as wide as the page', '<img src="/up/plan-1.jpg" width="100%" style="max-width: 100%; height: auto">'],
  ['lazy', '<img class="lazy" src="data:image/gif;base64,R0lGOD" data-src="/up/plan-1.jpg">'],
  ['lazy of a content system', '<img src="/i/blank.gif" data-lazy-src="/up/plan-1.jpg">'],
  ['at its largest', '<img src="/up/plan-1-300x424.jpg" srcset="/up/plan-1-300x424.jpg 300w, /up/plan-1.jpg 1024w">'],
  ['picture element', '<picture><source srcset="/up/plan-1.jpg 2x"><img></picture>'],
  ['in a cell of a layout', '<table><tr><td><img src="/up/plan-1.jpg"></td></tr></table>'],
];
test.each(shown)('%s', (_, html) => {
  expect(read(html).map(({ url, element }) => [url, element])).toEqual([[scan, 'picture']]);
});

const left: readonly (readonly [name: string, html: string])[] = [
  ['the label of a link', '<a href="/plan"><img src="/up/plan-1.jpg"></a>'],
  ['small by its attributes', '<img src="/up/plan-1.jpg" width="120">'],
  ['small by its style', '<img src="/up/plan-1.jpg" style="height:48px">'],
  ['small by its name', '<img src="/up/plan-1-150x150.jpg">'],
  ['a bar', '<img src="/up/top.jpg" width="980" height="120">'],
  ['a logo', '<img src="/up/logo-2569.png">'],
  ['a banner by its class', '<img class="site-banner" src="/up/plan-1.jpg">'],
  ['in a box for banners', '<div class="banner-top"><div><img src="/up/plan-1.jpg"></div></div>'],
  ['the seal', '<img src="/up/1.png" alt="ตราเทศบาล">'],
  ['of the design', '<img src="/wp-content/themes/gov/plan-1.jpg">'],
  ['drawn', '<img src="/up/plan-1.svg">'],
  ['moving', '<img src="/up/plan.gif">'],
  ['in the header', '<header><img src="/up/plan-1.jpg"></header>'],
  ['in a menu', '<nav><img src="/up/plan-1.jpg"></nav>'],
  ['in the side column', '<aside><img src="/up/plan-1.jpg"></aside>'],
  ['still to be loaded', '<img src="data:image/png;base64,iVBORw0KGgo=">'],
  ['without an address', '<img>'],
];
test.each(left)('%s is no content', (_, html) => {
  expect(extractHtml(html, 'https://agency.go.th/')).not.toHaveProperty('pictures');
});

test('is named by its own words, else by the headings it stands under', () => {
  const pictures = read(
    '<h1>แผนปฏิบัติราชการ 2569</h1><h2>หน้า 1</h2><img src="1.jpg" alt="1.jpg"><img src="2.jpg" alt="ปฏิทินการติดตาม">',
  );
  expect(pictures.map(({ label, labelFrom }) => [label, labelFrom])).toEqual([
    ['หน้า 1', 'heading'],
    ['ปฏิทินการติดตาม', 'alt'],
  ]);
  expect(pictures[0]!.context.map(({ text }) => text)).toEqual(['หน้า 1', 'แผนปฏิบัติราชการ 2569']);
});

test('are no links of the page, and few of a gallery are kept', () => {
  const html = Array.from({ length: 50 }, (_, at) => `<img src="/up/${at % 40}.jpg">`).join('');
  const { links, pictures } = extractHtml(html, 'https://agency.go.th/');
  expect(links).toEqual([]);
  expect(pictures).toHaveLength(20);
});
