// Titles that a page's own style sheet makes bold or large are headings as if each said so itself.
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import { createPageSheet } from '../../src/extract/html-sheet.ts';

const headings = (css: string, title: string): string[] =>
  extractHtml(
    `<style>${css}</style><p>ยินดีต้อนรับสู่เว็บไซต์</p>${title}<p>งบประมาณรวม 1,250,000 บาท จำนวน 12 โครงการ</p>`,
    'http://a.go.th/',
  )
    .segments.filter(({ kind }) => kind === 'heading')
    .map(({ text }) => text);
const title = '<p><span class="style2">แผนปฏิบัติราชการประจำปี 2569</span></p>';

test.each([
  ['an editor’s sheet', '<!-- .style1 {color: red} .style2 {font-size: 20px; font-weight: bold} -->'],
  ['a class of one element', 'p{margin:0} span.style2 { font-size : 18pt }'],
  ['a list of selectors, a comment before it', '/* หัวข้อ */ .style1, .style2 {font-weight:700}'],
  ['a rule within a condition', '@media screen { body{margin:0} .style2{font-weight:bold} }'],
  ['after an import', '@import url(x.css); .style2{font-weight:bold}'],
])('%s', (_, css) => {
  expect(headings(css, title)).toEqual(['แผนปฏิบัติราชการประจำปี 2569']);
});

test.each([
  ['another class', '.style22 {font-weight:bold}'],
  ['something within it', '.style2 a {font-weight:bold}'],
  ['only when pointed at', '.style2:hover {font-weight:bold}'],
  ['neither bold nor large', '.style2 {font-size: 14px; color: #030}'],
  ['no rule at all', '.style2 font-weight:bold'],
])('no heading by %s', (_, css) => {
  expect(headings(css, title)).toEqual([]);
});

test('a sheet of whatever length is read in time in proportion, up to a bound', () => {
  const sheet = createPageSheet();
  for (const css of [
    '{'.repeat(200_000),
    '}'.repeat(200_000),
    '/*'.repeat(100_000),
    ','.repeat(200_000),
    '.a{'.repeat(70_000),
  ])
    sheet.read(`${css}{font-weight:bold}`);
  sheet.read(Array.from({ length: 9000 }, (_, at) => `.c${at}{font-weight:bold}`).join(''));
  expect(sheet.bitsOf('c1')).not.toBe(0);
  expect(sheet.bitsOf('c8999')).toBe(0);
});
