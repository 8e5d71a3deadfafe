// Tells a body's kind from its bytes alone, never from its name or header. Reads at most the head and, for ZIP
// containers, the names in the central directory. Pure.
import { inflateRawSync } from 'node:zlib';
import type { MediaKind } from '../model/document.ts';

export interface Sniffed {
  readonly kind: MediaKind;
  /** An OLE container that holds an encrypted Office document, or an encrypted ODF. */
  readonly encrypted?: boolean;
  /** What the bytes are, where `kind` is too coarse to say it (`rar`, `7z`, `png` …). */
  readonly detail?: string;
}

/** Kind by bytes. `hints` break ties between plain-text kinds only (CSV and TXT have no magic bytes). */
export function sniffMedia(body: Uint8Array, hints: { fileName?: string; contentType?: string } = {}): Sniffed {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes.length === 0) return { kind: 'unknown', detail: 'empty' };
  const head = bytes.subarray(0, 4096);
  for (const [magic, at, sniffed] of magicBytes) {
    if (head[at] === magic[0] && head.length >= at + magic.length && head.subarray(at, at + magic.length).equals(magic))
      return sniffed;
  }
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return zipKind(bytes);
  if (startsWith(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleKind(bytes);
  // A PDF may begin further on, behind what a server wrote; but what begins as another kind may hold one as it is.
  if (head.subarray(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  const start = skipSpace(head);
  if (/^\{\\rtf/i.test(start)) return { kind: 'rtf' };
  if (mimeMark.test(start)) return { kind: 'unknown', detail: 'mhtml' };
  if (start.startsWith('<') || htmlMark.test(start)) return xmlKind(start);
  if (looksBinary(head)) return { kind: 'unknown', detail: 'binary' };
  return looksLikeCsv(bytes, hints) ? { kind: 'csv' } : { kind: 'txt' };
}

const magicBytes: readonly (readonly [Buffer, number, Sniffed])[] = [
  [Buffer.from([0xff, 0xd8, 0xff]), 0, { kind: 'image', detail: 'jpeg' }],
  [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 0, { kind: 'image', detail: 'png' }],
  [Buffer.from('II*\0', 'latin1'), 0, { kind: 'image', detail: 'tiff' }],
  [Buffer.from('MM\0*', 'latin1'), 0, { kind: 'image', detail: 'tiff' }],
  [Buffer.from('GIF8', 'latin1'), 0, { kind: 'image', detail: 'gif' }],
  [Buffer.from('WEBP', 'latin1'), 8, { kind: 'image', detail: 'webp' }],
  [Buffer.from('BM', 'latin1'), 0, { kind: 'image', detail: 'bmp' }],
  [Buffer.from('Rar!\x1a\x07', 'latin1'), 0, { kind: 'unknown', detail: 'rar' }],
  [Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), 0, { kind: 'unknown', detail: '7z' }],
  [Buffer.from([0x1f, 0x8b]), 0, { kind: 'unknown', detail: 'gzip' }],
  [Buffer.from('ftyp', 'latin1'), 4, { kind: 'unknown', detail: 'video' }],
  [Buffer.from('ID3', 'latin1'), 0, { kind: 'unknown', detail: 'audio' }],
];

/** A web page with its pictures in one file, as Word and Excel save it, or a mail: the text within is encoded for transfer. */
const mimeMark =
  /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,12}?Content-Type:\s*multipart\/(?:related|mixed|alternative)/i;

const htmlMark = /<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|frameset|script)\b/i;

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.length >= text.length && bytes.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));
}

/** Head as Latin-1 (or UTF-16 folded) text without BOM, leading NULs and white space. */
function skipSpace(head: Buffer): string {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = utf16 ? head.toString('latin1', 2).replaceAll('\0', '') : head.toString('latin1');
  return text.replace(/^(?:\xef\xbb\xbf)?[\s\0]*/, '');
}

/** `<…`: HTML unless it is plainly another XML vocabulary. */
function xmlKind(start: string): Sniffed {
  if (htmlMark.test(start)) return { kind: 'html' };
  if (/<(?:office:document|w:wordDocument|Workbook)\b/.test(start) || start.includes('progid="Excel.Sheet"')) {
    return start.includes('office:document')
      ? { kind: 'unknown', detail: 'flat-odf' }
      : start.includes('Workbook') || start.includes('Excel.Sheet')
        ? { kind: 'xls', detail: 'xml' }
        : { kind: 'unknown', detail: 'word-xml' };
  }
  return { kind: 'html' };
}

/** Kind of a ZIP by the entry names in its central directory (or, where that is cut off, anywhere in the bytes). */
function zipKind(bytes: Buffer): Sniffed {
  const names = centralNames(bytes);
  const mime = odfMime(bytes);
  if (mime) {
    const kind = odfKinds[mime];
    if (kind) return { kind };
  }
  for (const [mark, kind] of containerMarks) {
    if (names ? names.some((name) => name.startsWith(mark)) : bytes.includes(mark, 0, 'latin1')) return { kind };
  }
  return { kind: 'zip' };
}

const containerMarks: readonly (readonly [string, MediaKind])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
];

const odfKinds: Readonly<Record<string, MediaKind>> = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' };

/**
 * The kind named by the `mimetype` entry, which ODF stores first and uncompressed by the rules; some tools compress it or
 * put it among the others.
 */
function odfMime(bytes: Buffer): string | undefined {
  const at = localEntry(bytes, 'mimetype');
  if (at === undefined) return undefined;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  let content = bytes.subarray(start, start + 200);
  if (bytes.readUInt16LE(at + 8) === 8) {
    try {
      content = inflateRawSync(content, { maxOutputLength: 1_000, finishFlush: 2 });
    } catch {
      return undefined;
    }
  }
  return /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)(-template|-master)?/.exec(
    content.toString('latin1'),
  )?.[1];
}

/** Where the local header of an entry begins. */
function localEntry(bytes: Buffer, name: string): number | undefined {
  for (let found = bytes.indexOf(name, 30, 'latin1'); found >= 0; found = bytes.indexOf(name, found + 1, 'latin1')) {
    const at = found - 30;
    if (bytes.readUInt32LE(at) === 0x04034b50 && bytes.readUInt16LE(at + 26) === name.length) return at;
    // Files of other kinds hold the word anywhere; an entry stands near the beginning or in the central directory only.
    if (found > 4_000_000) return undefined;
  }
  return undefined;
}

function centralNames(bytes: Buffer): string[] | undefined {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const size = bytes.readUInt32LE(end + 12);
  let at = end - size;
  if (at < 0) return undefined;
  const names: string[] = [];
  while (at + 46 <= end && names.length < 20_000 && bytes.readUInt32LE(at) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString('latin1', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names.length > 0 ? names : undefined;
}

/** OLE compound files name their streams in UTF-16; the names that matter are distinctive enough to be searched. */
function oleKind(bytes: Buffer): Sniffed {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return { kind: 'docx', encrypted: true };
  // The text stream usually follows the header at once; bit 8 of its flags says encrypted (MS-DOC, FibBase).
  const locked = bytes.length > 524 && bytes.readUInt16LE(512) === 0xa5ec && (bytes.readUInt16LE(522) & 0x100) !== 0;
  if (has('WordDocument')) return locked ? { kind: 'doc', encrypted: true } : { kind: 'doc' };
  if (has('Workbook') || has('Book\0')) return { kind: 'xls' };
  if (has('PowerPoint Document')) return { kind: 'unknown', detail: 'ppt' };
  return { kind: 'unknown', detail: 'ole' };
}

function looksBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let odd = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)) odd++;
  return odd > head.length / 50;
}

/** Plain text is CSV when its first lines agree on the number of separators outside quotes. */
function looksLikeCsv(bytes: Buffer, hints: { fileName?: string; contentType?: string }): boolean {
  const named = /\.(?:csv|tsv)$/i.test(hints.fileName ?? '') || /csv|tab-separated/i.test(hints.contentType ?? '');
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = bytes.toString('latin1', 0, 16_384);
  const lines = (utf16 ? text.replaceAll('\0', '') : text)
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  if (lines.length < 2) return named;
  return [',', ';', '\t', '|'].some((separator) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1);
    if (named) return counts.some((count) => count >= 1);
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [usual, times] = [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    return usual >= 2 && times >= Math.max(2, lines.length * 0.8);
  });
}
