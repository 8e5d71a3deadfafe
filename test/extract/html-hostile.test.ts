// Pages made to break a reader: each ends, within its limits, and says what it left out. No clock decides: sizes that a
// quadratic step would turn into minutes simply have to come back before the test's own deadline.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import { handlerUrl, navigations, writtenMarkup } from '../../src/extract/html-script.ts';

// far above what any of these takes, far below what a quadratic step would
vi.setConfig({ testTimeout: 60_000 });

const page = 'https://agency.go.th/';
const many = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

test('100,000 nested boxes', () => {
  const { links, segments } = extractHtml(
    `${'<div>'.repeat(100_000)}<a href="/x">แผน</a>${'</div>'.repeat(100_000)}<p>หลัง</p>`,
    page,
  );
  expect(links.map((link) => link.url)).toContain('https://agency.go.th/x');
  expect(segments.at(-1)!.text).toBe('หลัง');
});

test('100,000 links', () => {
  const { links, damage } = extractHtml(
    many(100_000, (i) => `<a href="/p/${i}">แผน ${i}</a>\n`),
    page,
  );
  expect(links).toHaveLength(20_000);
  expect(links[19_999]!.url).toBe('https://agency.go.th/p/19999');
  expect(damage.length).toBeGreaterThan(0);
});

test('more text than is read', () => {
  const { segments, damage } = extractHtml('<p>แผนปฏิบัติราชการประจำปี</p>\n'.repeat(600_000), page);
  expect(segments).toHaveLength(50_000);
  expect(damage.map(({ detail }) => detail).join()).toMatch(/left out|cut/);
  const one = extractHtml(`<p>${'แผนปฏิบัติราชการ '.repeat(1_000_000)}`, page);
  expect(one.damage).toEqual([{ kind: 'cut', detail: 'page cut after 16000000 characters' }]);
});

const hostile: readonly (readonly [name: string, html: string])[] = [
  ['generic links in one line', many(12_000, (i) => `<a href="/${i}">คลิก</a>`)],
  ['generic links line by line', many(12_000, (i) => `<a href="/${i}">คลิก</a><br>`)],
  ['generic items', `<ul>${many(12_000, (i) => `<li><a href="/${i}">ดาวน์โหลด</a></li>`)}</ul>`],
  ['cards', many(10_000, (i) => `<div class="card"><p>เรื่อง ${i}</p><a href="/${i}">ดาวน์โหลด</a></div>`)],
  [
    'spans that multiply',
    `<table>${`<tr>${'<td rowspan="65534" colspan="1000">x</td>'.repeat(5)}</tr>`.repeat(5000)}</table>`,
  ],
  [
    'tall spans',
    `<table><tr>${'<td rowspan="65534" colspan="1000">x</td>'.repeat(3)}</tr>${'<tr></tr>'.repeat(60_000)}</table>`,
  ],
  ['nested tables', '<table><tr><td>a</td><td>'.repeat(5000)],
  ['nested lists', '<ul><li>แผน<a href="/x">คลิก</a>'.repeat(4000)],
  ['nested anchors', '<a href="/1"><div>'.repeat(20_000)],
  ['unclosed formatting', '<font color="red">x'.repeat(60_000)],
  ['stray end tags', `<b>${'<div>'.repeat(400)}${'</b></i></span></p>'.repeat(200_000)}`],
  ['only angle brackets', '<'.repeat(2_000_000)],
  ['only ampersands', '&'.repeat(2_000_000)],
  ['one element with 200,000 attributes', `<a ${many(200_000, (i) => ` a${i}=1`)}>x</a>`],
  ['unclosed comment', `<p>แผน</p><!--${'-'.repeat(3_000_000)}`],
  [
    'pop-ups sharing an id',
    many(6_000, (i) => `<a href="#p" data-toggle="modal">ก${i}</a><div id="p" class="modal"></div>`),
  ],
  ['script writing without end', `<script>${`document.write('<a href="x">y</a>');`.repeat(10_000)}</script>`],
  ['unclosed string in a script', `<script>document.write(${'"\\'.repeat(300_000)}</script>`],
  ['digits as a link', `<a href="x">${'1'.repeat(58)}x</a>`.repeat(2000)],
  [
    'box rows',
    `<div>${'<div class="row"><div class="col">ลำดับ</div><div class="col">งบ</div><div class="col">ผล</div></div>'.repeat(8000)}</div>`,
  ],
];

test.each(hostile)('%s', (_name, html) => {
  const { links, segments } = extractHtml(html, page);
  expect(links.length).toBeLessThanOrEqual(20_000);
  expect(segments.length).toBeLessThanOrEqual(50_001);
});

test('what is kept does not keep the page', () => {
  // a slice of the page would be told by the heap; here: texts are equal, whatever they were cut from
  const text = extractHtml(
    `<h1>${'แผนปฏิบัติราชการ'.repeat(3)}</h1><a href="/a-rather-long-address-of-a-plan.pdf">แผนปฏิบัติราชการประจำปี</a>`,
    page,
  );
  expect(structuredClone(text)).toEqual(text);
});

const fragment = fc.oneof(
  fc.constantFrom(
    '<a href="/x">',
    '</a>',
    '<table>',
    '<tr>',
    '<td colspan=2 rowspan=3>',
    '</td>',
    '</table>',
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
    '<div class="card">',
    '</div>',
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<h2>',
    '</h2>',
    '<br>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<iframe src=a.pdf>',
    '</iframe>',
    '<select>',
    '<option value=/a>',
    '<form action=/f>',
    '<button>',
    '<dl><dt>',
    '<dd>',
    '<title>',
    '<svg>',
    '</svg>',
    '<noscript>',
    'document.write("<a href=/w>")',
    '<div role=table><div role=row><div role=cell>',
    '<a data-toggle=tab href=#t>',
    '<div id=t class=tab-pane>',
    '\0',
    '&nbsp;',
    '<![CDATA[',
  ),
  fc.constantFrom('แผนปฏิบัติราชการ', 'คลิก', 'ปี 2569', ' ', '\n', '10,000', '|'),
  fc.string({ maxLength: 6 }),
);

test('any soup of tags is read without failing, and twice alike', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 60 }), (pieces) => {
      const html = pieces.join('');
      const text = extractHtml(html, page);
      expect(extractHtml(html, page)).toEqual(text);
      for (const link of text.links) {
        expect(link.url === null).toBe(link.inert !== undefined);
        if (link.url !== null) expect(URL.canParse(link.url)).toBe(true);
        if (link.segment !== undefined) expect(link.segment).toBeLessThan(text.segments.length);
      }
      for (const segment of text.segments) {
        expect(segment.text).toBe(segment.text.trim());
        expect(segment.text).not.toMatch(/\s\s|[\n\t\0]/);
        if (segment.kind === 'row') expect(segment.cells!.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500, seed: 42 },
  );
});

test('plain text comes through whole and in order', () => {
  const word = fc.stringMatching(/^[ก-ฮa-z0-9]{1,8}$/);
  const tag = fc.constantFrom('p', 'div', 'span', 'b', 'li', 'h3', 'td', 'section', 'center', 'font');
  fc.assert(
    fc.property(fc.array(fc.tuple(tag, word), { minLength: 1, maxLength: 30 }), (parts) => {
      const html = parts.map(([name, text]) => `<${name}>${text}</${name}> `).join('');
      const read = extractHtml(html, page)
        .segments.map((segment) => segment.text.replace(/ \| /g, ' '))
        .join(' ');
      expect(read.replace(/\s+/g, '')).toBe(parts.map(([, text]) => text).join(''));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('scripts are read without failing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'document.write(',
          '"',
          "'",
          '`',
          '${',
          '}',
          '+',
          '\\',
          '<a href=/x>',
          ')',
          ';',
          '\n',
          'location.href=',
          'window.open(',
          '/*',
          '*/',
          '//',
          'el.innerHTML=',
          'a',
        ),
        { maxLength: 40 },
      ),
      (pieces) => {
        const script = pieces.join('');
        writtenMarkup(script);
        navigations(script);
        handlerUrl(script);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});
