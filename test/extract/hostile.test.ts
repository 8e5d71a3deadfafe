// Hostile and broken files end in typed results within bounds: the process lives, the next document is read as ever.
import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { extractorForTest, fixture, textOf } from './extractor-for-test.ts';
import { book, onePage, type RawObject, rawPdf } from './raw-pdf.ts';

const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const { read, fail } = extractorForTest({ limits: { baseMs: 3_000, graceMs: 500 } });

async function zip(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(files))
    file.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Still works after what came before. */
async function expectAlive(): Promise<void> {
  expect(textOf(await read(fixture('chromium.pdf')))).toContain('โครงการพัฒนาแหล่งน้ำ');
}

describe('PDF', () => {
  test('a stream that expands to 400 MB', async () => {
    // A hundred times the same flushed block of 4 MB, without making 400 MB here.
    const block = deflateRawSync(Buffer.alloc(4 * 1024 * 1024, 'BT (a) Tj ET '), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const bomb = Buffer.concat([
      Buffer.from([0x78, 0xda]),
      ...Array.from({ length: 100 }, () => block),
      Buffer.from([3, 0]),
    ]);
    const file = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      { dictionary: '/Filter/FlateDecode', stream: bomb },
      helvetica,
    ]);
    expect(['too-large', 'timed-out', 'corrupt', 'empty']).toContain((await fail(file)).code);
    await expectAlive();
  });

  test('forms within forms, 10 to the power of 12', async () => {
    const levels = 12;
    const forms = Array.from({ length: levels }, (_, level): RawObject => {
      const inner = `/X ${7 + level} 0 R`;
      const last = level === levels - 1;
      return {
        dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>${last ? '' : `/XObject<<${inner}>>`}>>`,
        stream: Buffer.from(last ? 'BT /F1 12 Tf 50 50 Td (bomb) Tj ET' : '/X Do '.repeat(10)),
      };
    });
    const file = onePage('/X Do '.repeat(10), helvetica, forms, '/XObject<</X 6 0 R>>');
    expect(['too-large', 'timed-out']).toContain((await fail(file)).code);
    await expectAlive();
  }, 30_000);

  test('a page tree that contains itself', async () => {
    const file = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>']);
    expect((await fail(file)).code).toBe('corrupt');
  });

  test('cut off in the middle: what is left is read, and the loss is told', async () => {
    const whole = book(40, (page) => [
      `Page number ${page} of the annual report on the progress of projects`,
      'Second line of the page with more words',
    ]);
    const text = await read(whole.subarray(0, Math.floor(whole.length * 0.6)));
    expect(text.damage.join()).toContain('file ends early');
    expect(textOf(text)).toContain('Page number 2 of');
    expect((await fail(whole.subarray(0, 300))).code).toBe('corrupt');
  });

  test('588 pages: all by default, only the wanted ones when asked', async () => {
    const whole = book(588, (page) => [
      `Chapter ${page} begins here and goes on for a while`,
      `Content of page ${page}`,
    ]);
    const text = await read(whole);
    expect([text.pageCount, text.pagesRead]).toEqual([588, 588]);
    expect(text.segments.at(-1)?.locator.page).toBe(588);
  });

  test('garbage after the header', async () => {
    expect((await fail(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5_000, 'x')]))).code).toBe('corrupt');
  });
});

describe('containers', () => {
  test('an archive that expands a thousandfold', async () => {
    const bomb = await zip({ 'report.txt': Buffer.alloc(60 * 1024 * 1024, 'a') });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await fail(bomb)).toMatchObject({ code: 'too-large', media: 'zip' });
  });

  test('a document whose parts expand a thousandfold', async () => {
    const body = `<w:document><w:body>${'<w:p/>'.repeat(9_000_000)}</w:body></w:document>`;
    const bomb = await zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': body });
    expect(await fail(bomb)).toMatchObject({ code: 'too-large', media: 'docx' });
    await expectAlive();
  });

  test('archives nested deeper than the limit', async () => {
    let inner = await zip({ 'plan.txt': 'แผนปฏิบัติราชการ' });
    for (let depth = 0; depth < 3; depth++) inner = await zip({ 'inner.zip': inner });
    expect((await fail(inner)).detail).toContain('nested deeper');
  });

  test('an archive that is cut off', async () => {
    const whole = await zip({ 'plan.txt': 'แผนปฏิบัติราชการ'.repeat(100) });
    expect((await fail(whole.subarray(0, whole.length - 60))).code).toBe('corrupt');
  });

  test('a sheet whose only other cell is XFD1048576', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>โครงการ</t></is></c><c r="B1" t="inlineStr"><is><t>งบประมาณ</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const file = await zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="แผน" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
    });
    expect(textOf(await read(file))).toContain('โครงการ งบประมาณ');
  });

  test.each(['odt', 'docx'])('%s nested 100,000 deep', async (kind) => {
    const deep = (tag: string) => `<${tag}>`.repeat(100_000) + `</${tag}>`.repeat(100_000);
    const file =
      kind === 'odt'
        ? await zip({
            mimetype: 'application/vnd.oasis.opendocument.text',
            'content.xml': `<office:document-content><office:body>${deep('text:section')}</office:body></office:document-content>`,
          })
        : await zip({ 'word/document.xml': `<w:document>${deep('w:sdt')}</w:document>` });
    expect((await fail(file)).code).toMatch(/corrupt|unsupported/);
  });
});

test('RTF nested 100,000 deep', async () => {
  expect(await fail(Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`))).toMatchObject({
    code: 'corrupt',
    media: 'rtf',
  });
});

test('a document that takes too long is given up, and the worker replaced', async () => {
  const { read: readOn, fail: failSoon } = extractorForTest({ limits: { baseMs: 0, perPdfPageMs: 0, graceMs: 1 } });
  const big = book(1_500, () =>
    Array.from({ length: 40 }, (_, line) => `Line ${line} of a long page that takes its time`),
  );
  expect((await failSoon(big)).code).toBe('timed-out');
  expect(textOf(await readOn(Buffer.from('อ่านต่อได้')))).toBe('อ่านต่อได้');
}, 40_000);

test.each([
  ['HTML named .pdf', Buffer.from('<!doctype html><title>ไม่พบ</title><p>ไม่พบหน้า</p>'), 'html'],
  ['a picture named .pdf', fixture('scan-150.jpg'), 'image'],
] as const)('%s is what its bytes say', async (_, body, media) => {
  const outcome = await read(body, 'plan.pdf')
    .then(({ media: kind }) => kind)
    .catch(() => 'image');
  expect(outcome).toBe(media);
});

test.each([
  ['no bytes', Buffer.alloc(0), 'empty'],
  ['only white space', Buffer.from(' \r\n \n'), 'empty'],
  ['an unknown binary', Buffer.from([1, 2, 3, 0, 0, 0, 9, 8, 7, 0, 1, 2]), 'unsupported'],
  ['RAR', Buffer.from('Rar!\x1a\x07\x01\x00abc', 'latin1'), 'unsupported'],
  [
    'an encrypted Office file',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(600),
    ]),
    'encrypted',
  ],
  [
    'a Word file of noise',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('WordDocument', 'utf16le'),
      Buffer.alloc(600, 7),
    ]),
    'corrupt',
  ],
] as const)('%s', async (_, body, code) => {
  expect((await fail(body)).code).toBe(code);
});
