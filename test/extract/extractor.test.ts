// The extractor as a whole: kinds by bytes, archives, the cache, character recognition, wanted pages.
import { createHash } from 'node:crypto';
import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { afterAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { knownLetters, knownText } from '../../fixtures/build/known-text.ts';
import type { ExtractionCache } from '../../src/extract/extraction-cache.ts';
import { createExtractor, type ExtractSettings } from '../../src/extract/extractor.ts';
import { findOcr, type Ocr } from '../../src/extract/ocr.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import type { DocumentText, ExtractFailure } from '../../src/model/document.ts';
import { errorRate } from './error-rate.ts';
import { extractorForTest, fixture, notesOf, rowsOf, textOf } from './extractor-for-test.ts';
import { book, helvetica, onePage, type RawObject, rawPdf } from './raw-pdf.ts';

async function zip(files: readonly (readonly [string, Buffer])[], compress = true): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of files) file.addBuffer(content, name, { compress });
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Pages that are a picture each (the scan), and pages of text, in one PDF. */
function scannedBook(pages: readonly ('scan' | 'text')[]): Buffer {
  const jpeg = fixture('scan-150.jpg');
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    helvetica,
    {
      dictionary:
        '/Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode',
      stream: jpeg,
    },
    ...pages.flatMap((kind, index): (string | RawObject)[] => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</I 4 0 R>>>>>>`,
      {
        dictionary: '',
        stream: Buffer.from(
          kind === 'scan'
            ? 'q 595 0 0 842 0 0 cm /I Do Q'
            : `BT /F1 12 Tf 50 700 Td (Page ${index + 1} has a text layer of its own) Tj ET`,
        ),
      },
    ]),
  ]);
}

function fakeOcr(text: string): { ocr: Ocr; pictures: Uint8Array[] } {
  const pictures: Uint8Array[] = [];
  const ocr: Ocr = {
    engine: 'tesseract.js',
    recognise: async (picture) => {
      pictures.push(picture);
      return text;
    },
    close: async () => {},
  };
  return { ocr, pictures };
}

describe('archives', () => {
  const { read, fail } = extractorForTest();

  test('a web page with its pictures in one file is told as such, and not read as letters encoded for transfer', async () => {
    const part =
      '------=_Next_01\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Next_01"\r\n\r\n';
    const body = Buffer.from(
      `${head}${part}<html><body><h1>=E0=B9=81=E0=B8=9C=E0=B8=99</h1></body></html>\r\n------=_Next_01--`,
    );
    expect(await fail(body)).toMatchObject({ code: 'unsupported', detail: expect.stringContaining('mhtml') });
    const page = '<html><body><p>Content-Type: multipart/related</p></body></html>';
    expect((await read(Buffer.from(page))).media).toBe('html');
  });

  test('every document inside is read, in name order, with its entry and its own place', async () => {
    const inner = await zip([['ตาราง.xlsx', fixture('table.xlsx')]]);
    const body = await zip([
      ['เอกสาร/แผน 2570.pdf', fixture('chromium.pdf')],
      ['a.zip', inner],
      ['~$plan.docx', Buffer.from('lock')],
      ['__MACOSX/._x.pdf', Buffer.from('fork')],
      ['กราฟ.jpg', fixture('scan-150.jpg')],
    ]);
    const text = await read(body);
    expect(text.media).toBe('zip');
    expect(new Set(text.segments.map(({ locator }) => locator.entry))).toEqual(
      new Set(['a.zip/ตาราง.xlsx', 'เอกสาร/แผน 2570.pdf']),
    );
    expect(
      text.segments.find(({ locator }) => locator.entry?.endsWith('.xlsx') && locator.row === 2)?.locator.sheet,
    ).toBe('table');
    expect(text.segments.find(({ locator }) => locator.entry?.endsWith('.pdf'))?.locator.page).toBe(1);
    const notes = notesOf(text);
    expect(notes).toMatch(/กราฟ\.jpg: image-only/);
    expect(notes).not.toMatch(/lock|__MACOSX|~\$/);
  });

  test('is one though the first document in it is a PDF kept as it is', async () => {
    const letter = ['หนังสือนำส่ง.txt', Buffer.from('ส่งแผนปฏิบัติราชการประจำปี')] as const;
    const text = await read(await zip([['แผน 2569.pdf', fixture('chromium.pdf')], letter], false));
    expect(text.media).toBe('zip');
    expect(new Set(text.segments.map(({ locator }) => locator.entry))).toEqual(new Set(['แผน 2569.pdf', letter[0]]));
    // Nor are others that begin as what they are.
    for (const [head, detail] of [
      ['Rar!\x1a\x07', 'rar'],
      ['7z\xbc\xaf\x27\x1c', '7z'],
    ] as const)
      expect((await fail(Buffer.concat([Buffer.from(head, 'latin1'), fixture('chromium.pdf')]))).detail).toContain(
        detail,
      );
    // Behind what a server wrote before it, a PDF is one.
    const warned = Buffer.concat([
      Buffer.from('<br />\n<b>Warning</b>: headers already sent<br />\n'),
      fixture('chromium.pdf'),
    ]);
    expect((await read(warned)).media).toBe('pdf');
  });

  test('entry names in windows-874', async () => {
    const name = Buffer.from([0xe1, 0xbc, 0xb9, 0x2e, 0x74, 0x78, 0x74]);
    const body = await zip([['xxx.txt', Buffer.from('แผนปฏิบัติราชการประจำปี')]]);
    for (let at = body.indexOf('xxx.txt'); at >= 0; at = body.indexOf('xxx.txt', at + 1)) {
      name.copy(body, at);
      // Not flagged as UTF-8: the flags of the local header, and of the directory.
      if (body.readUInt32LE(at - 30) === 0x04034b50) body.writeUInt16LE(0, at - 24);
      else body.writeUInt16LE(0, at - 38);
    }
    expect((await read(body)).segments[0]?.locator.entry).toBe('แผน.txt');
  });

  test('an archive of pictures alone is as unreadable as they are', async () => {
    expect((await fail(await zip([['1.jpg', fixture('scan-150.jpg')]]))).code).toBe('image-only');
    expect((await fail(await zip([['Thumbs.db', Buffer.alloc(9)]]))).code).toBe('empty');
  });

  test('what could not be read in them is told by its name, at any depth; programs and leftovers are no documents', async () => {
    const rar = Buffer.concat([Buffer.from('Rar!\x1a\x07\x00', 'latin1'), Buffer.alloc(60, 7)]);
    const inner = await zip([
      ['แผน 2569.rar', rar],
      ['อ่านก่อน.txt', Buffer.from('อ่านก่อนเปิด')],
    ]);
    const body = await zip([
      ['0 นำส่ง.txt', Buffer.from('ขอส่งเอกสารตามที่แนบ')],
      ['1 ภาพ.jpg', fixture('scan-150.jpg')],
      ['2 ใน.zip', inner],
      ['3 setup.exe', Buffer.alloc(90, 1)],
      ['Thumbs.db', Buffer.alloc(90, 1)],
    ]);
    const text = await read(body);
    expect(text.unread).toEqual([
      { entry: '1 ภาพ.jpg', code: 'image-only' },
      { entry: '2 ใน.zip/แผน 2569.rar', code: 'unsupported' },
    ]);
    expect((await read(await zip([['ก.txt', Buffer.from('ข้อความ')]]))).unread).toBeUndefined();
  });
});

describe('cache', () => {
  function memoryCache() {
    const kept = new Map<string, DocumentText | ExtractFailure>();
    const asked: string[] = [];
    const cache: ExtractionCache = {
      get: async (sha256, version) => {
        asked.push(`${sha256} ${version}`);
        return kept.get(`${sha256} ${version}`);
      },
      put: async (sha256, version, result) => {
        kept.set(`${sha256} ${version}`, JSON.parse(JSON.stringify(result)));
      },
    };
    return { cache, kept, asked };
  }

  test('the same document is read once; what comes back is the same; failures are kept too', async () => {
    const { cache, kept } = memoryCache();
    const { read, fail } = extractorForTest({ cache });
    const first = await read(fixture('chromium.pdf'));
    expect(kept.size).toBe(1);
    expect([...kept.keys()][0]).toContain(createHash('sha256').update(fixture('chromium.pdf')).digest('hex'));
    expect(await read(fixture('chromium.pdf'))).toEqual(first);
    const failure = await fail(fixture('user-password.pdf'));
    expect(await fail(fixture('user-password.pdf'))).toEqual(failure);
    expect(kept.size).toBe(2);
  });

  test('a time-out is not kept: it says nothing about the document', async () => {
    const { cache, kept } = memoryCache();
    const { fail } = extractorForTest({ cache, limits: { baseMs: 0, perPdfPageMs: 0, graceMs: 1 } });
    expect((await fail(book(500, () => ['a line of text', 'another line of text']))).code).toBe('timed-out');
    expect(kept.size).toBe(0);
  });

  test('HTML and its links depend on the address and are not cached', async () => {
    const { cache, asked } = memoryCache();
    const { read } = extractorForTest({ cache });
    await read(Buffer.from('<p><a href="plan.pdf">แผน</a></p>'));
    expect(asked).toEqual([]);
  });
});

describe('recognition', () => {
  const settings = (text: string): { settings: Partial<ExtractSettings>; pictures: Uint8Array[] } => {
    const { ocr, pictures } = fakeOcr(text);
    return { settings: { ocr: 'auto', findOcr: async () => ocr }, pictures };
  };

  test('pages without text are drawn and recognised; the rest keeps its text layer', async () => {
    const { settings: given, pictures } = settings('แผนปฏิบัติราชการประจำปี\n\nโครงการอบรมประชาชนในพื้นที่');
    const { read } = extractorForTest(given);
    const text = await read(scannedBook(['text', 'scan', 'text']));
    expect(pictures).toHaveLength(1);
    expect(Buffer.from(pictures[0]!).subarray(1, 4).toString()).toBe('PNG');
    expect(text.source).toBe('text');
    expect(text.segments.map(({ locator, source }) => [locator.page, source])).toEqual([
      [1, undefined],
      [2, 'ocr'],
      [2, 'ocr'],
      [3, undefined],
    ]);
    expect(notesOf(text)).toContain('figures unreliable');
  });

  test('a document of pictures alone is recognised as a whole, at most its first six pages', async () => {
    const { settings: given, pictures } = settings('รายงานผลการดำเนินงานตามแผน');
    const { read } = extractorForTest(given);
    const text = await read(scannedBook(Array.from({ length: 9 }, () => 'scan')));
    expect(text.source).toBe('ocr');
    expect(pictures).toHaveLength(6);
    expect(notesOf(text)).toContain('only 6 of 9 pages');
  });

  describe('pictures that an Office document is read by', () => {
    const picture = fixture('scan-150.jpg');
    const docx = (text: string, images: number): Promise<Buffer> =>
      Packer.toBuffer(
        new Document({
          sections: [
            {
              children: [
                new Paragraph(text),
                ...Array.from({ length: images }, () => {
                  const transformation = { width: 500, height: 700 };
                  return new Paragraph({ children: [new ImageRun({ type: 'jpg', data: picture, transformation })] });
                }),
              ],
            },
          ],
        }),
      );
    const title = 'แผนปฏิบัติราชการประจำปี พ.ศ. 2569';

    const plain = extractorForTest();
    const { settings: given, pictures } = settings('โครงการอบรมประชาชนในพื้นที่');
    const recognising = extractorForTest(given);

    test('are recognised, and are all there is where no text stands beside them', async () => {
      const text = await recognising.read(await docx(title, 1));
      expect(pictures).toHaveLength(1);
      expect(text.segments.map(({ text: said, source }) => [said, source])).toEqual([
        [title, undefined],
        ['โครงการอบรมประชาชนในพื้นที่', 'ocr'],
      ]);
      expect((await recognising.read(await docx('', 1))).source).toBe('ocr');
    });

    test('are told as unread without an engine; beside a long text they are no more than its pictures', async () => {
      expect((await plain.read(await docx(title, 1))).damage).toEqual([
        { kind: 'unread', detail: '1 pictures are images without text' },
      ]);
      expect((await plain.fail(await docx('', 1))).code).toBe('image-only');
      const long = `${title} ${'โครงการอบรมประชาชน '.repeat(20)}`;
      expect((await plain.read(await docx(long, 1))).damage).toEqual([]);
    });
  });

  test('beside what a page says of its own, which stays', async () => {
    const mark =
      'BT /F1 12 Tf 50 800 Td (A running head of an agency that says who it is and where to write to, page 1 of 9, and more than that so that it is a text and no mark of a program that scans pages) Tj ET';
    const scan: RawObject = {
      dictionary:
        '/Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode',
      stream: fixture('scan-150.jpg'),
    };
    const body = onePage(`q 595 0 0 842 0 0 cm /I Do Q ${mark}`, helvetica, [scan], '/XObject<</I 6 0 R>>');
    const text = await extractorForTest(settings('โครงการอบรมประชาชนในพื้นที่').settings).read(body);
    expect(text.segments.map(({ source }) => source)).toEqual([undefined, 'ocr']);
  });

  test('specks are no text', async () => {
    const { settings: given } = settings('. ๆ -');
    const { fail } = extractorForTest(given);
    expect((await fail(scannedBook(['scan']))).code).toBe('image-only');
    expect((await fail(fixture('scan-150.jpg'))).code).toBe('image-only');
  });

  test('a garbled text layer falls through to recognition, and without it says what is wrong', async () => {
    const gibberish =
      'ruuifirJ:vluanrtn:rln nqninrr:u rt.drfnrlaruu ijrrlJefrrJrl1l rnosmt!n1:!1 uJoluyl nru6al rcniun0rr intllin? eau1duu frr:rur !yrinarn';
    const body = onePage(`BT /F1 12 Tf 50 700 Td (${gibberish}) Tj 0 -20 Td (${gibberish}) Tj ET`, helvetica);
    const { fail } = extractorForTest();
    expect((await fail(body)).code).toBe('garbled-text');
    const { read } = extractorForTest(settings('แผนบริหารความเสี่ยงประจำปี').settings);
    expect((await read(body)).source).toBe('ocr');
  });

  test('a picture larger than any page is refused before it is decoded', async () => {
    const header = Buffer.alloc(33);
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').copy(header);
    header.writeUInt32BE(13, 8);
    header.write('IHDR', 12);
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    const { settings: given, pictures } = settings('x');
    const { fail } = extractorForTest(given);
    expect(await fail(header)).toMatchObject({ code: 'too-large', media: 'image' });
    expect(pictures).toEqual([]);
  });

  test('the real engine reads a scan', async () => {
    const ocr = await findOcr({ program: false });
    expect(ocr?.engine).toBe('tesseract.js');
    // A picture that cannot be decoded is answered, and the next one read as ever.
    expect(await ocr!.recognise(fixture('scan-150.jpg').subarray(0, 100), 60_000)).toBeUndefined();
    const extractor = createExtractor({ decode: decodeText, ocr: 'auto', workers: 1, findOcr: async () => ocr });
    afterAll(() => extractor.close());
    const outcome = await extractor.extract(fixture('scan-150.jpg'), {
      url: 'http://agency.example/scan',
      contentType: 'image/jpeg',
    });
    if (!outcome.ok) expect.fail(outcome.failure.detail);
    expect(outcome.text.source).toBe('ocr');
    expect(outcome.text.segments.every(({ source }) => source === 'ocr')).toBe(true);
    const title = textOf(outcome.text).replace(/\s/g, '').slice(0, 60);
    expect(title).toContain('แผนปฏิบัติราชการประจ');
    expect(errorRate(textOf(outcome.text), knownLetters())).toBeLessThan(0.25);
  }, 90_000);
});

test('wanted pages of a PDF; more can be asked for later', async () => {
  const extractor = createExtractor({ decode: decodeText, ocr: 'never', workers: 1 });
  const body = book(30, (page) => [`Page ${page} of a report with several words on it`]);
  const hints = { url: 'http://agency.example/book.pdf', contentType: 'application/pdf' };
  const outcome = await extractor.extract(body, { ...hints, wantedPages: { from: 1, count: 4 } });
  const next = await extractor.extract(body, { ...hints, wantedPages: { from: 5, count: 4 } });
  await extractor.close();
  if (!outcome.ok || !next.ok) expect.fail('not read');
  expect([outcome.text.pageCount, outcome.text.pagesRead]).toEqual([30, 4]);
  expect(next.text.segments.map(({ locator }) => locator.page)).toEqual([5, 6, 7, 8]);
});

test('documents read at once give what they give alone', async () => {
  const { read } = extractorForTest({ workers: 2 });
  const names = ['chromium.pdf', 'plan.docx', 'table.xlsx', 'plan.rtf', 'libreoffice.pdf', 'plan.odt'];
  const alone = [];
  for (const name of names) alone.push(await read(fixture(name)));
  expect(await Promise.all(names.map((name) => read(fixture(name))))).toEqual(alone);
  expect(rowsOf(alone[0]!.segments)).toHaveLength(6);
  expect(alone[0]!.title).toBe(knownText.title);
});
