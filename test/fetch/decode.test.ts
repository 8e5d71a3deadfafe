import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFileName, decodeShort, decodeText } from '../../src/fetch/decode.ts';

const thai = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. ๒๕๖๙ ของสำนักงานเกษตรและสหกรณ์จังหวัดภูเก็ต';
const page = (head: string, body = thai) =>
  `<html><head>${head}<title>${body}</title></head><body><p>${body}</p></body></html>`;

/** Encodes by inverting the decoder's table; C1 places stay. */
function encode(text: string, label: string): Buffer {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(label);
  for (let byte = 255; byte >= 0; byte -= 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Buffer.from([...text].map((character) => table.get(character) ?? 0x3f));
}
const tis = (text: string) => encode(text, 'windows-874');

describe('decodeText', () => {
  test.each([
    ['windows-874 without label', tis(page('')), '', 'windows-874', 'bytes'],
    ['windows-874 labelled UTF-8 by the header', tis(page('')), 'text/html; charset=utf-8', 'windows-874', 'bytes'],
    ['windows-874 labelled UTF-8 by META', tis(page('<meta charset="utf-8">')), '', 'windows-874', 'bytes'],
    ['windows-874 labelled Latin-1', tis(page('<meta charset="iso-8859-1">')), 'text/html', 'windows-874', 'bytes'],
    [
      'UTF-8 labelled TIS-620 by META',
      Buffer.from(page('<meta http-equiv="Content-Type" content="text/html; charset=tis-620">')),
      '',
      'utf-8',
      'bytes',
    ],
    ['UTF-8 labelled TIS-620 by the header', Buffer.from(page('')), 'text/html; charset=TIS-620', 'utf-8', 'bytes'],
    [
      'three METAs that contradict each other',
      Buffer.from(
        page(
          '<meta http-equiv="Content-Type" content="text/html; charset=windows-874"><meta charset="utf-8"><meta http-equiv="content-type" content="text/html; charset=tis-620">',
        ),
      ),
      '',
      'utf-8',
      'bytes',
    ],
    [
      'charset put inside the viewport META',
      tis(page('<meta name="viewport" content="width=device-width, charset=UTF-8">')),
      '',
      'windows-874',
      'bytes',
    ],
    ['malformed charset', tis(page('<meta charset="\u0000utf-8;;">')), 'text/html; charset="', 'windows-874', 'bytes'],
    ['UTF-8 mark', Buffer.from(`\uFEFF${page('')}`), 'text/html; charset=tis-620', 'utf-8', 'bom'],
    ['UTF-16 with mark', Buffer.from(`\uFEFF${page('')}`, 'utf16le'), '', 'utf-16le', 'bom'],
    ['UTF-16 big endian with mark', Buffer.from(`\uFEFF${page('')}`, 'utf16le').swap16(), '', 'utf-16be', 'bom'],
    ['UTF-16 without mark', Buffer.from(page(''), 'utf16le'), 'text/html', 'utf-16le', 'bytes'],
  ])('%s', (_name, bytes, contentType, charset, how) => {
    const decoded = decodeText(bytes, contentType);
    expect(decoded.text).toContain(`<p>${thai}</p>`);
    expect(decoded).toMatchObject({ charset, how });
    expect(decoded.text.startsWith('<html>')).toBe(true);
  });

  test('UTF-8 cut in the middle of letters stays UTF-8', () => {
    const bytes = Buffer.from(`<p>${thai}</p>`);
    const cut = Buffer.concat([bytes, Buffer.from(`<p>${thai}`).subarray(0, 44), Buffer.from('...</p>')]);
    const { text, charset } = decodeText(cut, '');
    expect(charset).toBe('utf-8');
    expect(text).toContain(`<p>${thai}</p>`);
    expect(text).toContain('\uFFFD...');
  });

  test('a windows-874 include in a UTF-8 page is read too', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<div>${thai}</div>`.repeat(3)),
      tis(`<div>${thai}</div>`),
      Buffer.from('<p>จบ</p>'),
    ]);
    const { text, how } = decodeText(bytes, 'text/html; charset=utf-8');
    expect(text).toBe(`${`<div>${thai}</div>`.repeat(4)}<p>จบ</p>`);
    expect(how).toBe('mixed');
  });

  test('a windows-874 page with a UTF-8 frame around it', () => {
    const bytes = Buffer.concat([
      Buffer.from('<h1>เทศบาล</h1>'),
      tis(`<div>${thai}</div><b>แผน</b>`.repeat(5)),
      Buffer.from('<p>ท้ายหน้า</p>'),
    ]);
    expect(decodeText(bytes, '').text).toBe(`<h1>เทศบาล</h1>${`<div>${thai}</div><b>แผน</b>`.repeat(5)}<p>ท้ายหน้า</p>`);
  });

  test('words that happen to be valid UTF-8 of ancient Greek are Thai', () => {
    expect(decodeText(tis('แผน 2569'), 'text/plain')).toMatchObject({ text: 'แผน 2569', charset: 'windows-874' });
  });

  test('broken UTF-8 of other languages stays UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('Résumé – “été”'.repeat(3)), Buffer.of(0xc3)]);
    expect(decodeText(bytes, 'text/html')).toMatchObject({
      text: `${'Résumé – “été”'.repeat(3)}\uFFFD`,
      charset: 'utf-8',
    });
  });

  test.each([
    ['UTF-8 read as windows-874 and stored', new TextDecoder('windows-874').decode(Buffer.from(page('')))],
    ['UTF-8 read as windows-1252 and stored', new TextDecoder('windows-1252').decode(Buffer.from(page('')))],
    ['UTF-8 read as Latin-1 and stored', Buffer.from(page('')).toString('latin1')],
    ['windows-874 read as Latin-1 and stored', tis(page('')).toString('latin1')],
  ])('%s is put right', (_name, wrong) => {
    const decoded = decodeText(Buffer.from(wrong), 'text/html; charset=utf-8');
    expect(decoded.text).toBe(page(''));
    expect(decoded.how).toBe('repaired');
    expect(decodeText(Buffer.from(wrong), '', { repair: false }).text).toBe(wrong);
  });

  test.each([
    ['French', 'Déjà vu à l’école, été, garçon', 'utf-8'],
    ['Thai with words of เธอ and เน้น', 'เธอเน้นว่าเธอเห็นแก่เนื้อหา เธอเนรมิต', 'utf-8'],
    ['ASCII', 'plain', 'utf-8'],
  ])('%s is left alone', (_name, text, charset) => {
    expect(decodeText(Buffer.from(text), '')).toMatchObject({ text, charset });
  });

  test('labels decide where the bytes do not', () => {
    const western = encode('<p>Café Müller, señor</p>', 'windows-1252');
    expect(decodeText(western, 'text/html; charset=iso-8859-1')).toMatchObject({
      text: '<p>Café Müller, señor</p>',
      how: 'header',
    });
    const chinese = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><p>'),
      Buffer.from('d6d0b9fac4e3bac3', 'hex'),
      Buffer.from('</p>'),
    ]);
    expect(decodeText(chinese, 'text/html').text).toContain('中国你好');
  });

  test('NUL characters are dropped, arbitrary bytes never throw', () => {
    expect(decodeText(Buffer.from('a\0b\0'), '').text).toBe('ab');
    for (let seed = 1; seed < 40; seed += 1) {
      const bytes = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * seed * 7919 + seed * 31) % 256));
      expect(typeof decodeText(bytes, 'text/html; charset=x-unknown').text).toBe('string');
    }
  });
});

test('any Thai page comes back from any charset, whatever its labels say', () => {
  const words = [
    'แผน',
    'ปฏิบัติ',
    'ราชการ',
    'ประจำปี',
    'งบประมาณ',
    'โครงการ',
    'เน้น',
    'เธอ',
    'น้ำ',
    'ผู้',
    'ที่',
    'ก',
    'ฯ',
    '๒๕๖๙',
    '2569',
    'OIT',
    '(1)',
    'ๆ',
    '–',
    '“ก”',
  ];
  const label = fc.constantFrom('', 'utf-8', 'tis-620', 'windows-874', 'iso-8859-1', 'utf8mb4', 'big5');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 200 }),
      fc.constantFrom('', ' ', '<br>', ', '),
      label,
      label,
      fc.constantFrom<'utf8' | 'windows-874' | 'utf16le'>('utf8', 'windows-874', 'utf16le'),
      (list, separator, meta, header, charset) => {
        const text = `<meta charset="${meta}"><p>แผนดำเนินงาน ${list.join(separator)}</p>`;
        const bytes =
          charset === 'windows-874' ? tis(text) : Buffer.from(charset === 'utf16le' ? `\uFEFF${text}` : text, charset);
        expect(decodeText(bytes, header === '' ? '' : `text/html; charset=${header}`).text).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});

describe('decodeFileName', () => {
  const raw = (bytes: Buffer) => bytes.toString('latin1');
  test.each([
    ['attachment; filename="plan.pdf"', 'plan.pdf'],
    ['attachment; filename=plan 2569.pdf', 'plan 2569.pdf'],
    ["attachment; filename*=UTF-8''%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", 'แผน.pdf'],
    ['attachment; filename="x.pdf"; filename*=utf-8\'th\'%E0%B9%81%E0%B8%9C%E0%B8%99.pdf', 'แผน.pdf'],
    ["attachment; filename*=tis-620''%E1%BC%B9.pdf", 'แผน.pdf'],
    ["attachment; filename*=UTF-8''%E1%BC%B9%BB%AF%D4.pdf", 'แผนปฏิ.pdf'],
    [`attachment; filename="${raw(Buffer.from('แผน.pdf'))}"`, 'แผน.pdf'],
    [`attachment; filename="${raw(tis('แผนปฏิบัติ.pdf'))}"`, 'แผนปฏิบัติ.pdf'],
    ['inline; filename="%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"', 'แผน.pdf'],
    ['attachment; filename="=?UTF-8?B?4LmB4Lic4LiZ?=.pdf"', 'แผน.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\dir\\\\a.pdf"', 'a.pdf'],
    ['attachment; filename="a\\"b.pdf"', 'a"b.pdf'],
    ['attachment', undefined],
    ['attachment; filename=""', undefined],
  ])('%s', (header, expected) => {
    expect(decodeFileName(header)).toBe(expected);
  });

  test('decodeShort', () => {
    expect(decodeShort(tis('แผน'))).toBe('แผน');
    expect(decodeShort(Buffer.from('แผน'))).toBe('แผน');
    expect(decodeShort(Buffer.from('plan'))).toBe('plan');
  });
});
