// The torture set: files made to exhaust time, memory or the stack of whoever reads them. Built when asked for.
import { constants, deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { fixtureBytes } from './fixture-bytes.ts';
import { book, helvetica, onePage, type RawObject, rawPdf } from './raw-pdf.ts';

/** ZIP of the entries given, in order. */
export async function zip(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(files))
    file.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Name → body. */
export const hostileFiles = {
  /** A content stream of a few kilobytes that expands to 400 MB, made without making 400 MB here. */
  'flate-bomb.pdf': async () => {
    const block = deflateRawSync(Buffer.alloc(4 * 1024 * 1024, 'BT (a) Tj ET '), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const stream = Buffer.concat([
      Buffer.from([0x78, 0xda]),
      ...Array.from({ length: 100 }, () => block),
      Buffer.from([3, 0]),
    ]);
    return rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      { dictionary: '/Filter/FlateDecode', stream },
      helvetica,
    ]);
  },
  /** Twelve forms, each drawing the next ten times. */
  'form-bomb.pdf': async () => {
    const levels = 12;
    const forms = Array.from({ length: levels }, (_, level): RawObject => {
      const last = level === levels - 1;
      return {
        dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>${last ? '' : `/XObject<</X ${7 + level} 0 R>>`}>>`,
        stream: Buffer.from(last ? 'BT /F1 12 Tf 50 50 Td (bomb) Tj ET' : '/X Do '.repeat(10)),
      };
    });
    return onePage('/X Do '.repeat(10), helvetica, forms, '/XObject<</X 6 0 R>>');
  },
  'cyclic-tree.pdf': async () =>
    rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>']),
  'truncated.pdf': async () => {
    const whole = book(40, (page) => [
      `Page number ${page} of the annual report on the progress of projects`,
      'Second line of the page',
    ]);
    return whole.subarray(0, Math.floor(whole.length * 0.6));
  },
  'book-588-pages.pdf': async () =>
    book(588, (page) => [`Chapter ${page} begins here and goes on for a while`, `Content of page ${page}`]),
  'garbage.pdf': async () => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5_000, 'x')]),
  'user-password.pdf': async () => fixtureBytes('user-password.pdf'),
  'owner-password.pdf': async () => fixtureBytes('owner-password.pdf'),
  'html-named.pdf': async () => Buffer.from('<!doctype html><title>ไม่พบ</title><p>ไม่พบหน้า</p>'),
  'bomb.zip': async () => zip({ 'report.txt': Buffer.alloc(60 * 1024 * 1024, 'a') }),
  'bomb.docx': async () =>
    zip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document><w:body>${'<w:p/>'.repeat(9_000_000)}</w:body></w:document>`,
    }),
  'nested.zip': async () => {
    let inner = await zip({ 'plan.txt': 'แผนปฏิบัติราชการ' });
    for (let depth = 0; depth < 3; depth++) inner = await zip({ 'inner.zip': inner });
    return inner;
  },
  'cut-off.zip': async () => {
    const whole = await zip({ 'plan.txt': 'แผนปฏิบัติราชการ'.repeat(100) });
    return whole.subarray(0, whole.length - 60);
  },
  /** Two cells, and one in the last row and column there is. */
  'far-cell.xlsx': async () =>
    zip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="แผน" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml':
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>โครงการ</t></is></c><c r="B1" t="inlineStr"><is><t>งบประมาณ</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    }),
  'deep.odt': async () =>
    zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content><office:body>${deep('text:section')}</office:body></office:document-content>`,
    }),
  'deep.docx': async () => zip({ 'word/document.xml': `<w:document>${deep('w:sdt')}</w:document>` }),
  'deep.rtf': async () => Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`),
  'deep.html': async () => Buffer.from(`<!doctype html>${'<div>'.repeat(100_000)}แผน`),
  'encrypted.docx': async () =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(600),
    ]),
  'noise.doc': async () =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('WordDocument', 'utf16le'),
      Buffer.alloc(600, 7),
    ]),
  'binary.bin': async () => Buffer.from([1, 2, 3, 0, 0, 0, 9, 8, 7, 0, 1, 2]),
  'archive.rar': async () => Buffer.from('Rar!\x1a\x07\x01\x00abc', 'latin1'),
  'nothing.txt': async () => Buffer.alloc(0),
  'white.txt': async () => Buffer.from(' \r\n \n'),
} as const satisfies Readonly<Record<string, () => Promise<Buffer>>>;

function deep(tag: string): string {
  return `<${tag}>`.repeat(100_000) + `</${tag}>`.repeat(100_000);
}
