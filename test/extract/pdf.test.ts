// Reading of PDFs that producers write oddly: fonts without Unicode, marks apart from letters, merged cells, tables over pages.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { extractPdf, type PdfOutcome } from '../../src/extract/pdf.ts';
import { capMemory, createPdfium, type Pdfium } from '../../src/extract/pdfium.ts';
import type { DocumentText } from '../../src/model/document.ts';
import { fixture, notesOf, rowsOf, textOf } from './extractor-for-test.ts';
import { book, helvetica, onePage, type RawObject, rawPdf } from './raw-pdf.ts';

let engine: Pdfium;
beforeAll(async () => {
  engine = await createPdfium(documentLimits.wasmPages);
});

function outcome(body: Buffer, pages: { from?: number; count?: number } = {}, now: () => number = () => 0): PdfOutcome {
  return extractPdf(engine, { body, limits: documentLimits, now, ...pages });
}
function read(body: Buffer, pages: { from?: number; count?: number } = {}): DocumentText {
  const result = outcome(body, pages);
  if (!result.ok) expect.fail(result.failure.detail);
  return result.text;
}

/** windows-874 bytes of Thai text, as a PDF string. */
function thaiBytes(text: string): string {
  return [...text]
    .map((char) => (char >= '\u0e01' && char <= '\u0e5b' ? `\\${(char.charCodeAt(0) - 0xd60).toString(8)}` : char))
    .join('');
}

/** A composite font whose codes are Unicode by its ToUnicode map; advance 500 for all but the marks. */
function unicodeFont(
  toUnicode: boolean,
  marks = '\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4c\u0e4d\uf70a\uf70b\uf712',
): (RawObject | string)[] {
  const widths = [...marks].map((mark) => `${mark.charCodeAt(0)}[0]`).join(' ');
  const map =
    'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap';
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/Thai/Encoding/Identity-H/DescendantFonts[6 0 R]${toUnicode ? '/ToUnicode 8 0 R' : ''}>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Thai/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/W[${widths}]/FontDescriptor 7 0 R>>`,
    '<</Type/FontDescriptor/FontName/Thai/Flags 4/FontBBox[0 -200 600 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>',
    { dictionary: '', stream: Buffer.from(map) },
  ];
}
const hex = (text: string) => `<${[...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
function unicodePage(content: string, toUnicode = true): Buffer {
  const [font, ...more] = unicodeFont(toUnicode);
  return onePage(content, font as string, more);
}

describe('characters', () => {
  const line = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2570 ของสำนักงาน';

  test('Thai stored as windows-874 in a Latin font', () => {
    const text = read(onePage(`BT /F1 14 Tf 50 700 Td (${thaiBytes(line)}) Tj ET`, helvetica));
    expect(textOf(text).replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
    expect(notesOf(text)).toContain('Latin-1');
  });

  test('accented European text stays what it is', () => {
    const words =
      'Rapport annuel sur les activites realisees en \\351t\\351 par la d\\351l\\351gation \\340 Gen\\350ve';
    expect(textOf(read(onePage(`BT /F1 12 Tf 50 700 Td (${words}) Tj ET`, helvetica)))).toContain(
      'été par la délégation à Genève',
    );
  });

  test.each([
    ['a control character', 'คำ\u0003สั่งโรงพย\u0003บ\u0003ล ประจำ\u0003ปี', 'คำสั่งโรงพยาบาล ประจำปี'],
    ['a sign', 'ลำ,ดับ โครงก,ร จำ,นวน', 'ลำดับ โครงการ จำนวน'],
    ['a control character in a font without SARA AM', 'ง\u0004นประป\u0004', 'งานประปา'],
  ])('SARA AA that the font has lost to %s', (_, drawn, meant) => {
    const text = textOf(read(unicodePage(`BT /F1 14 Tf 50 700 Td ${hex(drawn)} Tj ET`)));
    expect(text.replace(/\s/g, '')).toBe(meant.replace(/\s/g, ''));
  });

  test.each([
    'ประจำ,ปี การงาน', // the font has SARA AA
    'ลำ1', // once, by chance
    'ประจำ: ตำบล', // not behind every SARA AM
  ])('signs behind SARA AM stay what they are: %s', (line) => {
    const text = textOf(read(unicodePage(`BT /F1 14 Tf 50 700 Td ${hex(line)} Tj ET`)));
    expect(text.replace(/\s/g, '')).toBe(line.replace(/\s/g, ''));
  });

  test('private-use glyph variants become the letters they draw', () => {
    expect(textOf(read(unicodePage(`BT /F1 14 Tf 50 700 Td ${hex('ป\uf702 ป\uf70b า ฝ\uf712')} Tj ET`)))).toBe(
      'ปี ป้ า ฝ็',
    );
  });

  test('SARA AM drawn as NIKHAHIT and SARA AA is one letter again', () => {
    expect(
      textOf(read(unicodePage(`BT /F1 14 Tf 50 700 Td ${hex('ประจ\u0e4d\u0e32ปี น\u0e4d\u0e49\u0e32')} Tj ET`))),
    ).toBe('ประจำปี น้ำ');
  });

  test('marks drawn after the line find their letters by place', () => {
    // กำลังที่: the marks of the second word are written last, moved back over their letters.
    const content = `BT /F1 20 Tf 50 700 Td ${hex('กทด')} Tj ET BT /F1 20 Tf 69 700 Td ${hex('\u0e35')} Tj ET BT /F1 20 Tf 69 700 Td ${hex('\u0e48')} Tj ET`;
    expect(textOf(read(unicodePage(content)))).toBe('กที่ด');
  });

  test('text turned by its matrix, and a note beside it in the usual direction', () => {
    const content = `BT /F1 14 Tf 0 1 -1 0 300 100 Tm ${hex('แผนงานและโครงการทั้งหมด')} Tj ET BT /F1 14 Tf 0 1 -1 0 330 100 Tm ${hex('บรรทัดที่สองของหน้า')} Tj ET BT /F1 9 Tf 20 20 Td ${hex('หน้า')} Tj ET`;
    const text = textOf(read(unicodePage(content)));
    expect(text).toContain('แผนงานและโครงการทั้งหมด');
    expect(text).toContain('บรรทัดที่สองของหน้า');
    expect(text.split('\n').at(-1)).toBe('หน้า');
  });

  test('text printed twice for a shadow is read once', () => {
    const content = `BT /F1 14 Tf 50 700 Td ${hex('แผนงาน')} Tj ET BT /F1 14 Tf 50.6 699.5 Td ${hex('แผนงาน')} Tj ET`;
    expect(textOf(read(unicodePage(content)))).toBe('แผนงาน');
    const narrow = 'BT /F1 5 Tf 50 700 Td (1..51 all ..... fill) Tj ET';
    expect(textOf(read(onePage(narrow, helvetica)))).toBe('1..51 all ..... fill');
  });

  test('wide gaps part words where no spaces are drawn', () => {
    const content = `BT /F1 14 Tf 50 700 Td ${hex('แผนงาน')} Tj 70 0 Td ${hex('2570')} Tj ET`;
    expect(textOf(read(unicodePage(content)))).toMatch(/^แผนงาน\s2570$/);
  });
});

describe('tables', () => {
  /** Ruling lines and texts of a table: cells as [column, row, columns, rows, text] on a raster. */
  function drawn(
    xs: readonly number[],
    ys: readonly number[],
    cells: readonly (readonly [number, number, number, number, string])[],
  ): string {
    return cells
      .map(([column, row, columns, rows, text]) => {
        const [x0, x1, y0, y1] = [xs[column]!, xs[column + columns]!, ys[row]!, ys[row + rows]!];
        const lines = text
          .split('\n')
          .map((line, index) => `BT /F1 10 Tf ${x0 + 3} ${y0 - 12 - index * 14} Td ${hex(line)} Tj ET`);
        return `${x0} ${y1} ${x1 - x0} ${y0 - y1} re S ${lines.join(' ')}`;
      })
      .join('\n');
  }

  test('without ruling lines: a strip of little more than half a letter’s height parts two columns of figures', () => {
    const file = new URL('../../fixtures/fourteenth-reader-documents/files/d3-011.pdf', import.meta.url);
    const rows = rowsOf(read(readFileSync(file)).segments);
    expect(rows[0]?.slice(1, 3)).toEqual(['อนุมัติ (บ.)', 'ใช้ไป (บ.)']);
    expect(rows.slice(1, 6).map((cells) => cells.slice(1, 4))).toEqual([
      ['32,000', '32,000', '100%'],
      ['50,000', '21,600', '45%'],
      ['24,500', '18,000', '80%'],
      ['41,200', '0', '10%'],
      ['12,000', '9,850', '75%'],
    ]);
  });

  test('merged cells: headers stand over each column, spanning rows are repeated', () => {
    const xs = [50, 80, 250, 330, 410];
    const ys = [780, 760, 740, 700, 660];
    const text = read(
      unicodePage(
        drawn(xs, ys, [
          [0, 0, 1, 2, 'ที่'],
          [1, 0, 1, 2, 'โครงการ'],
          [2, 0, 2, 1, 'งบประมาณ'],
          [2, 1, 1, 1, 'จัดสรร'],
          [3, 1, 1, 1, 'เบิกจ่าย'],
          [0, 2, 1, 1, '1'],
          [1, 2, 1, 2, 'โครงการพัฒนา\nแหล่งน้ำ'],
          [2, 2, 1, 1, '100,000'],
          [3, 2, 1, 1, '50,000'],
          [0, 3, 1, 1, '2'],
          [2, 3, 1, 1, '20,000'],
          [3, 3, 1, 1, '-'],
        ]),
      ),
    );
    expect(rowsOf(text.segments).map((cells) => cells.map((cell) => cell.replace(/\s/g, '')))).toEqual([
      ['ที่', 'โครงการ', 'งบประมาณ', 'งบประมาณ'],
      ['ที่', 'โครงการ', 'จัดสรร', 'เบิกจ่าย'],
      ['1', 'โครงการพัฒนาแหล่งน้ำ', '100,000', '50,000'],
      ['2', 'โครงการพัฒนาแหล่งน้ำ', '20,000', '-'],
    ]);
    expect(text.segments.filter(({ kind }) => kind === 'row').map(({ header }) => header === true)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('rows without lines between them are told apart by their figures', () => {
    const xs = [50, 90, 300, 400];
    const ys = [780, 760, 660];
    const text = read(
      unicodePage(
        drawn(xs, ys, [
          [0, 0, 1, 1, 'ที่'],
          [1, 0, 1, 1, 'กิจกรรม'],
          [2, 0, 1, 1, 'บาท'],
          [0, 1, 1, 1, '1\n2\n3'],
          [1, 1, 1, 1, 'อบรม\nประชุม\nจัดซื้อ'],
          [2, 1, 1, 1, '1,000\n2,000\n3,000'],
        ]),
      ),
    );
    expect(rowsOf(text.segments).slice(1)).toEqual([
      ['1', 'อบรม', '1,000'],
      ['2', 'ประชุม', '2,000'],
      ['3', 'จัดซื้อ', '3,000'],
    ]);
  });

  test('a title across the whole table is one cell', () => {
    const text = read(
      unicodePage(
        drawn(
          [50, 90, 300],
          [780, 760, 740, 720],
          [
            [0, 0, 1, 1, 'ที่'],
            [1, 0, 1, 1, 'โครงการ'],
            [0, 1, 2, 1, 'แผนงานการศึกษา'],
            [0, 2, 1, 1, '1'],
            [1, 2, 1, 1, 'โครงการอาหารกลางวัน'],
          ],
        ),
      ),
    );
    expect(rowsOf(text.segments)).toEqual([['ที่', 'โครงการ'], ['แผนงานการศึกษา'], ['1', 'โครงการอาหารกลางวัน']]);
  });

  test('headers turned by ninety degrees stand in their cells', () => {
    const upright = drawn(
      [50, 90, 300, 340, 380],
      [780, 700, 680, 660],
      [
        [0, 0, 1, 1, 'ที่'],
        [1, 0, 1, 1, 'โครงการ'],
        [2, 0, 1, 1, ''],
        [3, 0, 1, 1, ''],
        [0, 1, 1, 1, '1'],
        [1, 1, 1, 1, 'โครงการอาหารกลางวัน'],
        [2, 1, 1, 1, '/'],
        [3, 1, 1, 1, ''],
        [0, 2, 1, 1, '2'],
        [1, 2, 1, 1, 'โครงการทุนการศึกษา'],
        [2, 2, 1, 1, ''],
        [3, 2, 1, 1, '/'],
      ],
    );
    const turned = `BT /F1 10 Tf 0 1 -1 0 325 705 Tm ${hex('ตุลาคม')} Tj ET BT /F1 10 Tf 0 1 -1 0 365 705 Tm ${hex('มกราคม')} Tj ET`;
    expect(rowsOf(read(unicodePage(`${upright} ${turned}`)).segments)).toEqual([
      ['ที่', 'โครงการ', 'ตุลาคม', 'มกราคม'],
      ['1', 'โครงการอาหารกลางวัน', '/', ''],
      ['2', 'โครงการทุนการศึกษา', '', '/'],
    ]);
  });

  test('a frame around text is no table', () => {
    const text = read(unicodePage(drawn([40, 500], [800, 600], [[0, 0, 1, 1, 'ข้อความในกรอบ\nบรรทัดต่อมา']])));
    expect(rowsOf(text.segments)).toEqual([]);
    expect(textOf(text)).toContain('ข้อความในกรอบ');
  });

  test('a table that goes on over the page keeps its number, its rows count on, the repeated header is dropped', () => {
    const [font, ...more] = unicodeFont(true) as [string, ...(RawObject | string)[]];
    const page = (rows: readonly string[]) =>
      drawn(
        [50, 90, 300],
        [780, ...['ที่', ...rows].map((_, index) => 760 - index * 20)],
        [
          [0, 0, 1, 1, 'ที่'],
          [1, 0, 1, 1, 'โครงการ'],
          ...rows.flatMap((text, index): (readonly [number, number, number, number, string])[] => [
            [0, index + 1, 1, 1, String(index + 1)],
            [1, index + 1, 1, 1, text],
          ]),
        ],
      );
    const body = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      { dictionary: '', stream: Buffer.from(page(['โครงการหนึ่ง', 'โครงการสอง'])) },
      font,
      ...more,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 10 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      { dictionary: '', stream: Buffer.from(page(['โครงการสาม'])) },
    ]);
    const rows = read(body).segments.filter(({ kind }) => kind === 'row');
    expect(
      rows.map(({ text, locator, header }) => [text, locator.page, locator.table, locator.row, header === true]),
    ).toEqual([
      ['ที่ | โครงการ', 1, 1, 1, true],
      ['1 | โครงการหนึ่ง', 1, 1, 2, false],
      ['2 | โครงการสอง', 1, 1, 3, false],
      ['1 | โครงการสาม', 2, 1, 4, false],
    ]);
  });
});

describe('tables without rules', () => {
  /** Texts at their places: x, y, text, and its size. */
  const placed = (texts: readonly (readonly [x: number, y: number, text: string, size?: number])[]): Buffer =>
    unicodePage(texts.map(([x, y, text, size = 10]) => `BT /F1 ${size} Tf ${x} ${y} Td ${hex(text)} Tj ET`).join('\n'));
  const row = (y: number, name: string, money: string, tick: number) =>
    [
      [60, y, name],
      [250, y, money],
      [tick, y, '✓'],
    ] as const;
  const table = [
    // Half a line above the head’s other cells, and half a line below: one cell of two lines.
    [452, 706, 'ไม่ได้'],
    [60, 700, 'โครงการ'],
    [250, 700, 'งบประมาณ'],
    [350, 700, 'เสร็จ'],
    [400, 700, 'ทำอยู่'],
    [455, 694, 'ทำ'],
    ...row(670, 'ลอกท่อระบายน้ำ', '150,000', 355),
    ...row(650, 'ทางเท้าถนนเทศบาล', '240,000', 405),
    ...row(630, 'ตลาดสดริมคลอง', '870,000', 457),
  ] as const;

  test('a cell of the head that is set in two lines begins above the others', () => {
    const { segments } = read(placed(table));
    expect(rowsOf(segments)[0]).toEqual(['โครงการ', 'งบประมาณ', 'เสร็จ', 'ทำอยู่', 'ไม่ได้ทำ']);
  });

  test('go on under a heading between their rows, also where some columns stand empty', () => {
    const { segments } = read(
      placed([
        ...table,
        [60, 600, 'ยุทธศาสตร์คนมีคุณภาพ', 14],
        ...row(575, 'ศูนย์บริการผู้สูงวัย', '240,000', 355),
        ...row(555, 'มหกรรมวิชาการ', '350,000', 457),
        ...row(535, 'ค่ายเยาวชนสร้างสรรค์', '900,000', 355),
      ]),
    );
    expect(rowsOf(segments).slice(4)).toEqual([
      ['ศูนย์บริการผู้สูงวัย', '240,000', '✓', '', ''],
      ['มหกรรมวิชาการ', '350,000', '', '', '✓'],
      ['ค่ายเยาวชนสร้างสรรค์', '900,000', '✓', '', ''],
    ]);
    expect(new Set(segments.flatMap(({ locator }) => locator.table ?? []))).toEqual(new Set([1]));
  });

  test('end at running text, and where another stands elsewhere', () => {
    const other = (x: number, text: string) =>
      read(
        placed([
          ...table,
          [60, 600, text],
          ...[575, 555, 535].flatMap((y) => [
            [x, y, 'รายรับประจำเดือน'] as const,
            [x + 180, y, '240,000'] as const,
            [x + 300, y, '12,500'] as const,
          ]),
        ]),
      );
    // What has no head of its own, and is no part of the table above, is lines.
    const lines = ({ segments }: DocumentText) =>
      segments.filter(({ kind, text }) => kind === 'paragraph' && text === 'รายรับประจำเดือน 240,000 12,500').length;
    expect(lines(other(130, 'รายรับ'))).toBe(3);
    expect(lines(other(60, `ทั้งนี้รายรับของปีที่ผ่านมา${'ยังคงเพิ่มขึ้นอย่างต่อเนื่องในทุกหมวด'.repeat(3)}`))).toBe(3);
  });
});

test('figures set large head nothing', () => {
  const line = (y: number, size: number, text: string) => `BT /F1 ${size} Tf 60 ${y} Td ${hex(text)} Tj ET`;
  const { segments } = read(
    unicodePage(
      [
        line(700, 18, 'ผลการใช้จ่าย 2569'),
        line(660, 18, 'รวม 684,400 325,950 47.63'),
        ...[620, 600, 580].map((y) => line(y, 10, 'ดำเนินการครบทุกโครงการตามแผนของปี')),
      ].join('\n'),
    ),
  );
  expect(segments.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['ผลการใช้จ่าย 2569']);
});

describe('documents', () => {
  const whole = book(60, (page) => [
    `Heading of page ${page} in the annual report`,
    `Text of page ${page} with some more words to fill it`,
  ]);

  test('only the wanted pages are read', () => {
    const text = read(whole, { from: 11, count: 5 });
    expect([text.pageCount, text.pagesRead]).toEqual([60, 5]);
    expect(new Set(text.segments.map(({ locator }) => locator.page))).toEqual(new Set([11, 12, 13, 14, 15]));
    expect(text.damage).toEqual([]);
  });

  test('out of time: what was read so far, and where it stopped', () => {
    let clock = 0;
    const result = outcome(whole, {}, () => {
      clock += 1_000;
      return clock;
    });
    if (!result.ok) expect.fail(result.failure.detail);
    expect(result.text.pagesRead).toBeLessThan(60);
    expect(notesOf(result.text)).toMatch(/time limit reached after page \d+/);
  });

  test('a page shown turned has its margins where it is written: a paragraph of two lines is whole', () => {
    const [font, ...more] = unicodeFont(true) as [string, ...(RawObject | string)[]];
    const lines = [`ผล ${'ก'.repeat(64)}`, 'ตาม แผน'];
    const content = lines.map((line, at) => `BT /F1 14 Tf 60 ${700 - at * 20} Td ${hex(line)} Tj ET`).join(' ');
    const body = (rotate: number) =>
      rawPdf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        `<</Type/Page/Parent 2 0 R/Rotate ${rotate}/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
        { dictionary: '', stream: Buffer.from(content) },
        font,
        ...more,
      ]);
    for (const rotate of [0, 90, 180, 270]) expect(read(body(rotate)).segments).toHaveLength(1);
  });

  test('links carry the words under them', () => {
    const body = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[50 695 150 715]/A<</S/URI/URI(https://drive.google.com/file/d/abc)>>>>]>>',
      { dictionary: '', stream: Buffer.from('BT /F1 12 Tf 50 700 Td (Annual plan) Tj 200 0 Td (elsewhere) Tj ET') },
      helvetica,
    ]);
    expect(read(body).links).toMatchObject([
      { url: 'https://drive.google.com/file/d/abc', label: 'Annual plan', element: 'a' },
    ]);
  });

  test('the same bytes give the same text', () => {
    expect(read(fixture('chromium.pdf'))).toEqual(read(fixture('chromium.pdf')));
  });
});

test('the engine’s memory is capped in its binary; a binary without a maximum is refused', () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const capped = capMemory(Uint8Array.from([...header, 5, 7, 1, 1, 0x10, 0x80, 0x80, 0x02, 0]), 8_192);
  expect([...capped.slice(13, 16)]).toEqual([0x80, 0xc0, 0x00]);
  expect(() => capMemory(Uint8Array.from([...header, 5, 3, 1, 0, 0x10]), 8_192)).toThrow(/maximum/);
  expect(engine.memory.buffer.byteLength).toBeLessThan(documentLimits.wasmPages * 65_536);
});
