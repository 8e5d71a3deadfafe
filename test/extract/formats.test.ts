// The same plan in every format reads alike: headings, paragraphs, and the table with its cells in their columns.
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, test } from 'vitest';
import { knownLetters, knownTable, knownText, knownTexts } from '../../fixtures/build/known-text.ts';
import { errorRate } from './error-rate.ts';
import { extractorForTest, fixture, notesOf, rowsOf, textOf } from './extractor-for-test.ts';

const { read, fail } = extractorForTest();
const table = knownTable();
const rows = [table.header, ...table.rows];
const letters = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\s,]/g, ''));

describe.each([
  'libreoffice.pdf',
  'chromium.pdf',
  'borderless.pdf',
  'rotated.pdf',
  'owner-password.pdf',
  'plan.docx',
  'plan.doc',
  'plan.odt',
  'plan.rtf',
])('%s', (name) => {
  test('every letter is read, in order', async () => {
    expect(errorRate(textOf(await read(fixture(name))), knownLetters())).toBe(0);
  });

  test('rows have their cells in the header’s columns, and the first is the header', async () => {
    const { segments } = await read(fixture(name));
    expect(rowsOf(segments).map(letters)).toEqual(rows.map(letters));
    const found = segments.filter(({ kind }) => kind === 'row');
    expect(found.map(({ header }) => header === true)).toEqual(rows.map((_, index) => index === 0));
    expect(new Set(found.map(({ locator }) => locator.table))).toEqual(new Set([1]));
    expect(found.map(({ locator }) => locator.row)).toEqual(rows.map((_, index) => index + 1));
  });

  test('the table stands under its heading, paragraphs are whole', async () => {
    const { segments } = await read(fixture(name));
    const row = segments.find(({ kind }) => kind === 'row');
    expect(row?.locator.heading).toBe('โครงการและงบประมาณ');
    const whole = knownTexts('paragraph').map((text) => text.replace(/\s/g, ''));
    expect(segments.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text.replace(/\s/g, ''))).toEqual(
      whole,
    );
  });
});

test.each(['libreoffice.pdf', 'chromium.pdf', 'plan.docx', 'plan.odt', 'plan.rtf'])('%s: headings', async (name) => {
  const { segments } = await read(fixture(name));
  const headings = knownTexts('heading').map((text) => text.replace(/\s/g, ''));
  expect(segments.filter(({ kind }) => kind === 'heading').map(({ text }) => text.replace(/\s/g, ''))).toEqual(
    headings,
  );
});

test('DOCX: rows whose repeating is switched off are no header', async () => {
  const row = (cells: readonly string[], tableHeader: boolean) =>
    new TableRow({ tableHeader, children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
  const body = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                row(['ลำดับ', 'โครงการ', 'ปัญหา'], true),
                row(['1', 'อบรม อสม.', 'ไม่มี'], false),
                row(['2', 'ขุดลอกคลอง', 'ฝนตก'], false),
              ],
            }),
          ],
        },
      ],
    }),
  );
  const { segments } = await read(body);
  expect(segments.map(({ header = false, cells }) => [header, cells?.[1]])).toEqual([
    [true, 'โครงการ'],
    [false, 'อบรม อสม.'],
    [false, 'ขุดลอกคลอง'],
  ]);
});

test('cairo: marks without a character in the file are told as damage, nothing else is lost', async () => {
  const text = await read(fixture('cairo.pdf'));
  expect(notesOf(text)).toMatch(/marks above or below letters/);
  const consonants = (from: string) => from.replace(/[\s\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/g, '');
  expect(errorRate(consonants(textOf(text)), consonants(knownLetters()))).toBeLessThan(0.012);
});

test.each(['table.xlsx', 'table.xls', 'table.ods', 'table.csv', 'table-windows-874.csv'])(
  '%s: title, header and rows with the sheet’s row numbers',
  async (name) => {
    const { segments } = await read(fixture(name), name);
    expect(segments.find(({ text }) => text === knownText.title)?.kind).toBe('heading');
    const found = segments.filter(({ kind }) => kind === 'row');
    expect(found.map(({ cells }) => letters(cells!))).toEqual(rows.map(letters));
    expect(found.map(({ locator }) => locator.row)).toEqual(rows.map((_, index) => index + 2));
    expect(found.map(({ header }) => header === true)).toEqual(rows.map((_, index) => index === 0));
    expect(found[0]?.locator.heading).toBe(knownText.title);
    if (!name.endsWith('.csv')) expect(found[0]?.locator.sheet).toBe('table');
  },
);

test.each(['slides.pptx', 'slides.odp'])('%s: slides with titles and a table', async (name) => {
  const { segments, pageCount } = await read(fixture(name));
  expect(pageCount).toBe(2);
  expect(segments.filter(({ kind }) => kind === 'heading').map(({ text, locator }) => [text, locator.slide])).toEqual([
    [knownText.title, 1],
    ['โครงการและงบประมาณ', 2],
  ]);
  expect(rowsOf(segments).map(letters)).toEqual(rows.map(letters));
  expect(segments.find(({ kind }) => kind === 'row')?.locator.slide).toBe(2);
});

test('TXT: first line and lines over long text are headings', async () => {
  const { media, segments, charset } = await read(fixture('plan.txt'));
  expect([media, charset]).toEqual(['txt', 'utf-8']);
  expect(
    segments
      .filter(({ kind }) => kind === 'heading')
      .map(({ text }) => text)
      .slice(0, 2),
  ).toEqual([knownText.title, 'บทนำ']);
});

test('TXT: a line of figures heads nothing, and spaces between cells make no line long', async () => {
  const lines = [
    'รายงาน',
    'โครงการอบรมอาสาสมัคร',
    `6 ครั้ง   3 ครั้ง   18,000   8,250   45.83`,
    `รวม${' '.repeat(90)}684,400   325,950`,
  ];
  const { segments } = await read(Buffer.from(lines.join('\n')));
  expect(segments.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
});

test('a PDF that needs a password is encrypted; one that only restricts printing is read', async () => {
  expect(await fail(fixture('user-password.pdf'))).toMatchObject({ code: 'encrypted', media: 'pdf' });
});

test('a scan is image-only without a recognition engine', async () => {
  expect(await fail(fixture('scan-150.jpg'))).toMatchObject({ code: 'image-only', media: 'image' });
});
