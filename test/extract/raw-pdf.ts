// Writes PDFs object by object, for the ones no producer would make: broken fonts, cycles, bombs.

export interface RawObject {
  /** Dictionary entries without the brackets. */
  readonly dictionary: string;
  readonly stream?: Buffer;
}

/** A PDF of numbered objects (1 is the catalog) with a proper cross-reference table. */
export function rawPdf(objects: readonly (RawObject | string)[]): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = chunks[0]!.length;
  const add = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    if (typeof object === 'string') add(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, 'latin1'));
    else {
      const { dictionary, stream = Buffer.alloc(0) } = object;
      add(Buffer.from(`${index + 1} 0 obj\n<<${dictionary}/Length ${stream.length}>>\nstream\n`, 'latin1'));
      add(stream);
      add(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    }
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(chunks);
}

/** One page of A4 with the content stream and font dictionary given. */
export function onePage(
  content: Buffer | string,
  font: string,
  more: readonly (RawObject | string)[] = [],
  resources = '',
): Buffer {
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    { dictionary: '', stream: typeof content === 'string' ? Buffer.from(content, 'latin1') : content },
    font,
    ...more,
  ]);
}

/** Many pages, each with its own lines of Latin text in Helvetica. */
export function book(pages: number, lineOf: (page: number) => readonly string[]): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${4 + index * 2} 0 R`).join(' ');
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...Array.from({ length: pages }, (_, index): (RawObject | string)[] => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      {
        dictionary: '',
        stream: Buffer.from(
          `BT /F1 12 Tf 60 780 Td 16 TL ${lineOf(index + 1)
            .map((line) => `(${line}) Tj T*`)
            .join(' ')} ET`,
          'latin1',
        ),
      },
    ]).flat(),
  ]);
}

/** Font dictionary of Helvetica in WinAnsi. */
export const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
