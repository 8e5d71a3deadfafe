// What a PDF page shows and its text layer does not tell: scans, pasted tables, curves, letters without characters.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { extractPdf, type PdfOutcome } from '../../src/extract/pdf.ts';
import { createPdfium, type Pdfium } from '../../src/extract/pdfium.ts';
import { textQuality } from '../../src/extract/text-quality.ts';
import { notesOf, textOf } from './extractor-for-test.ts';
import { helvetica, onePage, type RawObject, rawPdf } from './raw-pdf.ts';

let engine: Pdfium;
beforeAll(async () => {
  engine = await createPdfium(documentLimits.wasmPages);
});

type Read = Extract<PdfOutcome, { ok: true }>;
function read(body: Buffer): Read {
  const result = extractPdf(engine, { body, limits: documentLimits, now: () => 0 });
  if (!result.ok) expect.fail(result.failure.detail);
  return result;
}
/** Numbers of image pages, pages shown in part, garbled pages. */
const unread = ({ imagePages, picturedPages, garbledPages }: Read) => ({ imagePages, picturedPages, garbledPages });
const none = { imagePages: [], picturedPages: [], garbledPages: [] };

const scan = readFileSync(new URL('../../fixtures/documents/scan-150.jpg', import.meta.url));
/** Pixels of that scan. */
const [scanWidth, scanHeight] = [scan.readUInt16BE(frameOf(scan) + 7), scan.readUInt16BE(frameOf(scan) + 5)];
function frameOf(jpeg: Buffer): number {
  let at = 2;
  while (jpeg[at + 1] !== 0xc0 && jpeg[at + 1] !== 0xc2) at += 2 + jpeg.readUInt16BE(at + 2);
  return at;
}
const picture = (width: number, height: number, filter: string, stream: Buffer): RawObject => ({
  dictionary: `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceGray${filter}`,
  stream,
});
const scanned = (): RawObject => {
  const shown = picture(scanWidth, scanHeight, '/Filter/DCTDecode', scan);
  const rgb = scan[frameOf(scan) + 9] === 3;
  return rgb ? { ...shown, dictionary: shown.dictionary.replace('DeviceGray', 'DeviceRGB') } : shown;
};
/** A page with a picture in the box and text over it, after it or before. */
const withPicture = (image: RawObject, box: string, text: string): Buffer =>
  onePage(`q ${box} cm /I1 Do Q ${text}`, helvetica, [image], '/XObject<</I1 6 0 R>>');
const whole = '595 0 0 842 0 0';

/** windows-874 bytes of Thai text, as a PDF string. */
const thai = (text: string): string =>
  [...text].map((char) => (char >= '\u0e01' ? `\\${(char.charCodeAt(0) - 0xd60).toString(8)}` : char)).join('');
const line = (text: string, y: number, more = ''): string => `BT ${more} /F1 12 Tf 40 ${y} Td (${thai(text)}) Tj ET `;
/** Every consonant is the next one. */
const shifted = (text: string): string => text.replace(/[ก-ศ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 1));
const running = 'เอกสารประกอบการเผยแพร่ข้อมูลสาธารณะของหน่วยงาน';

describe('pages that are pictures', () => {
  test('under the mark that a scanning program leaves', () => {
    const page = withPicture(scanned(), whole, 'BT /F1 9 Tf 440 10 Td (Scanned with CamScanner) Tj ET');
    expect(unread(read(page))).toEqual({ ...none, imagePages: [1] });
  });

  test('under a running head, which is kept', () => {
    const result = read(withPicture(scanned(), whole, line(running, 825)));
    expect(unread(result)).toEqual({ ...none, picturedPages: [1] });
    expect(textOf(result.text).replaceAll(' ', '')).toContain('เผยแพร่ข้อมูลสาธารณะ');
    expect(notesOf(result.text)).toContain('images without text: 1');
  });

  test('below a text of its own: a table pasted as a picture', () => {
    const text = Array.from({ length: 12 }, (_, nth) => line(`${running} ${running}`, 820 - nth * 20)).join('');
    expect(unread(read(withPicture(scanned(), '500 0 0 560 40 20', text)))).toEqual({ ...none, picturedPages: [1] });
  });

  test('a title as a picture over the text, on the first page alone', () => {
    const text = Array.from({ length: 12 }, (_, nth) => line(`${running} ${running}`, 620 - nth * 20)).join('');
    const result = read(withPicture(scanned(), '500 0 0 120 40 700', text));
    expect(notesOf(result.text)).toContain('the title may stand in a picture');
    expect(unread(result)).toEqual({ ...none, picturedPages: [1] });
  });

  test('not a photograph with its caption', () => {
    const side = 200;
    const photo = Buffer.alloc(side * side, 0);
    for (let at = 0; at < photo.length; at++) {
      const [x, y] = [at % side, Math.floor(at / side)];
      photo[at] = 120 + 60 * Math.sin(x / 17) + 50 * Math.cos(y / 23 + x / 40) + ((x * 7 + y * 13) % 11);
    }
    expect(unread(read(withPicture(picture(side, side, '', photo), '500 0 0 500 40 200', line(running, 100))))).toEqual(
      none,
    );
  });

  test('a text layer that another program recognised in the picture', () => {
    const text = Array.from({ length: 14 }, (_, nth) => line(`${running} ${running}`, 820 - nth * 40, '3 Tr')).join('');
    const result = read(withPicture(scanned(), whole, text));
    expect(unread(result)).toEqual(none);
    expect(notesOf(result.text)).toContain('another program recognised in their pictures: 1');
  });
});

describe('pages that are drawn', () => {
  /** Strokes as of letters, a line of them. */
  const strokes = (y: number): string =>
    Array.from({ length: 60 }, (_, nth) => {
      const x = 40 + nth * 8;
      return `${x} ${y} m ${x} ${y + 8} ${x + 5} ${y + 10} ${x + 5} ${y} c S ${x + 2} ${y + 2} m ${x + 4} ${y + 7} l S `;
    }).join('');
  const lines = Array.from({ length: 20 }, (_, nth) => strokes(780 - nth * 25)).join('');

  test('letters as curves', () => {
    expect(unread(read(onePage(lines, helvetica)))).toEqual({ ...none, imagePages: [1] });
    expect(unread(read(onePage(lines + line(running, 820), helvetica)))).toEqual({ ...none, picturedPages: [1] });
  });

  test('an empty form of ruling lines is no writing', () => {
    const rules = [
      ...Array.from({ length: 30 }, (_, nth) => `40 ${60 + nth * 25} m 550 ${60 + nth * 25} l S `),
      ...Array.from({ length: 12 }, (_, nth) => `${40 + nth * 46} 60 m ${40 + nth * 46} 785 l S `),
    ].join('');
    expect(unread(read(onePage(rules, helvetica)))).toEqual(none);
  });
});

describe('letters without their characters', () => {
  const hex = (codes: readonly number[]): string =>
    `<${codes.map((code) => code.toString(16).padStart(4, '0')).join('')}>`;
  const font = [
    '<</Type/Font/Subtype/Type0/BaseFont/Thai/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Thai/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/Thai/Flags 4/FontBBox[0 -200 600 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>',
    {
      dictionary: '',
      stream: Buffer.from(
        'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap',
      ),
    },
  ];
  const drawn = (codes: readonly number[]): Buffer =>
    onePage(`BT /F1 12 Tf 40 700 Td ${hex(codes)} Tj ET`, font[0] as string, font.slice(1));

  test('numbers of glyphs are garbled text', () => {
    const numbers = Array.from({ length: 60 }, (_, nth) => 1 + ((nth * 7) % 60));
    expect(unread(read(drawn(numbers)))).toEqual({ ...none, garbledPages: [1] });
  });

  test.each([
    ['signs', '?%"$ <*+,2 !"#$ %&\'( )*+,', 'garbled'],
    ['a short line with a few signs', 'ค่าใช้จ่าย (บาท) * = # รวม', 'text'],
    [
      'a table shifted by a letter',
      shifted('แผนปฏิบัติราชการประจำปีงบประมาณ สำนักงานเกษตรจังหวัด โครงการส่งเสริมอาชีพ ').repeat(6),
      'garbled',
    ],
    ['Thai', 'แผนปฏิบัติราชการประจำปีงบประมาณ สำนักงานเกษตรจังหวัด โครงการส่งเสริมอาชีพ '.repeat(6), 'text'],
    ['Thai without its marks', 'แผนปฏบตราชการประจาปงบประมาณ สานกงานเกษตรจงหวด โครงการสงเสรมอาชพ '.repeat(6), 'text'],
    ['Thai as Latin-1', 'á¼¹»¯ÔºÑµÔÃÒª¡ÒÃ»ÃÐ¨Ó»Õ§º»ÃÐÁÒ³ '.repeat(6), 'text'],
  ])('%s', (_, text, quality) => {
    expect(textQuality(text)).toBe(quality);
  });
});

test('stacked letters with a replacement stand where their form puts them', () => {
  const content = 'BT /F1 18 Tf 1 0 0 1 50 700 Tm (The o) Tj /Span<</ActualText<FEFF0066>>>BDC (f) Tj EMC (fice) Tj ET';
  const turned = (matrix: string): Buffer =>
    rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 4 0 R/Resources<</XObject<</X1 6 0 R>>>>>>',
      { dictionary: '', stream: Buffer.from(`q ${matrix} cm /X1 Do Q`) },
      helvetica,
      {
        dictionary: '/Type/XObject/Subtype/Form/BBox[0 0 842 842]/Resources<</Font<</F1 5 0 R>>>>',
        stream: Buffer.from(content),
      },
    ]);
  for (const matrix of ['1 0 0 1 0 0', '0 1 -1 0 842 0', '1 0 0 1 300 -200'])
    expect(textOf(read(turned(matrix)).text)).toBe('The office');
});

describe('what a file carries beside its pages', () => {
  const page = (catalog: string, more: readonly (RawObject | string)[]): Buffer =>
    rawPdf([
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      {
        dictionary: '',
        stream: Buffer.from('BT /F1 12 Tf 50 700 Td (Please wait... open this in another program) Tj ET'),
      },
      helvetica,
      ...more,
    ]);

  test('documents of a portfolio are unread, program files are nothing', () => {
    const names = '/Names<</EmbeddedFiles<</Names[(a)6 0 R(b)8 0 R]>>>>/Collection<</Type/Collection>>';
    const file = (name: string, at: number) => `<</Type/Filespec/F(${name})/UF(${name})/EF<</F ${at} 0 R>>>>`;
    const stream = { dictionary: '/Type/EmbeddedFile', stream: Buffer.from('x') };
    const body = page(names, [file('plan 2569.docx', 7), stream, file('settings.joboptions', 9), stream]);
    expect(read(body).text.unread).toEqual([{ entry: 'plan 2569.docx', code: 'unsupported' }]);
  });

  test('a form that its own program fills', () => {
    const body = page('/NeedsRendering true/AcroForm<</Fields[]/XFA 6 0 R>>', [
      { dictionary: '', stream: Buffer.from('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>') },
    ]);
    const result = extractPdf(engine, { body, limits: documentLimits, now: () => 0 });
    expect(result).toMatchObject({ ok: false, failure: { code: 'unsupported' } });
  });
});
