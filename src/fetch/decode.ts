// Turns the bytes of a text body or a header value into text: by the bytes themselves first, labels last, because Thai sites
// mislabel often. Never fails; undecodable bytes become U+FFFD.

import { isUtf8 } from 'node:buffer';
import { getEncoding } from 'encoding-sniffer';
import { countUtf8, decodeMixed, looksLikeThai874, readsAsRare, repairDoubleEncoding } from './thai-bytes.ts';

export interface DecodedText {
  /** Without byte order mark and NUL characters. */
  readonly text: string;
  /** WHATWG name of the character set, lower case. */
  readonly charset: string;
  /** What decided; `repaired`: the site's text had been decoded wrongly once and was put right. */
  readonly how: 'bom' | 'bytes' | 'mixed' | 'header' | 'meta' | 'default' | 'repaired';
}

export interface DecodeOptions {
  /** Set false to leave double-encoded text as it is. Default true. */
  readonly repair?: boolean;
}

/**
 * Decodes a body.
 * @param contentType the Content-Type header's value, parameters included; '' when absent.
 */
export function decodeText(body: Buffer, contentType: string, options: DecodeOptions = {}): DecodedText {
  const decoded = decodeBytes(body, contentType);
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text;
  if (options.repair !== false) {
    const repaired = repairDoubleEncoding(text);
    if (repaired !== text) return { text: repaired, charset: decoded.charset, how: 'repaired' };
  }
  return { ...decoded, text };
}

/** Longer texts are not all made of words that read as rare letters. */
const rareBytes = 64 * 1024;

function decodeBytes(body: Buffer, contentType: string): DecodedText {
  const marked = byteOrderMark(body);
  if (marked !== undefined) return { text: decodeAs(body, marked), charset: marked, how: 'bom' };
  const wide = wideCharset(body);
  if (wide !== undefined) return { text: decodeAs(body, wide), charset: wide, how: 'bytes' };
  if (isUtf8(body)) {
    const text = decodeAs(body, 'utf-8');
    if (body.length > rareBytes || !readsAsRare(text, body)) return { text, charset: 'utf-8', how: 'bytes' };
  } else {
    // Not valid as a whole: UTF-8 cut in the middle of letters (byte-wise substr), or mixed with windows-874, or neither.
    const found = countUtf8(body);
    const frame = found.thai >= 3 && found.thai * 100 > found.broken;
    if (frame || (found.thai >= 1 && found.thai + found.others > found.broken)) {
      const { text, foreign } = decodeMixed(body);
      return { text, charset: 'utf-8', how: foreign > 0 ? 'mixed' : 'bytes' };
    }
    if (found.others > found.broken * 2) return { text: decodeAs(body, 'utf-8'), charset: 'utf-8', how: 'bytes' };
  }
  if (looksLikeThai874(body)) return { text: decodeAs(body, 'windows-874'), charset: 'windows-874', how: 'bytes' };
  return byLabel(body, contentType);
}

function byLabel(body: Buffer, contentType: string): DecodedText {
  const header = labelOf(contentType);
  const someUtf8 = countUtf8(body).others > 0;
  const head = body.subarray(0, 4096);
  const none = 'x-user-defined';
  const meta = getEncoding(head, { defaultEncoding: none, maxBytes: head.length }).toLowerCase();
  // A UTF-8 label on bytes without a single UTF-8 letter is wrong. The page's own META beats the server's general setting.
  const labels = [
    { charset: meta === none ? undefined : meta, how: 'meta' },
    { charset: header, how: 'header' },
  ] as const;
  const chosen =
    labels.find(({ charset }) => charset !== undefined && charset !== 'utf-8') ??
    labels.find(({ charset }) => charset === 'utf-8' && someUtf8);
  if (chosen?.charset !== undefined)
    return { text: decodeAs(body, chosen.charset), charset: chosen.charset, how: chosen.how };
  // Unlabelled and not UTF-8: on a Thai site the old Thai charset is the likeliest.
  return { text: decodeAs(body, 'windows-874'), charset: 'windows-874', how: 'default' };
}

function labelOf(contentType: string): string | undefined {
  const label = /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function byteOrderMark(body: Buffer): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: markup's ASCII shows as NULs in every second place; Thai as 0x0E there. */
function wideCharset(body: Buffer): string | undefined {
  const end = Math.min(body.length & ~1, 4096);
  if (end < 8) return undefined;
  const head = body.subarray(0, end);
  if (!head.includes(0) && !head.includes(0x0e)) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < end; index += 2) {
    if (body[index] === 0 || body[index] === 0x0e) even += 1;
    if (body[index + 1] === 0 || body[index + 1] === 0x0e) odd += 1;
  }
  const half = end / 2;
  if (odd > half * 0.9 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.9 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  let decoder = decoders.get(charset);
  if (decoder === undefined) {
    decoder = new TextDecoder(charset);
    decoders.set(charset, decoder);
  }
  return decoder;
}

function decodeAs(body: Uint8Array, charset: string): string {
  try {
    return decoderOf(charset).decode(body);
  } catch {
    return decoderOf('windows-874').decode(body);
  }
}

/** Text of a short byte string without label (header value, ZIP entry name): UTF-8, else windows-874, else Latin-1. */
export function decodeShort(bytes: Buffer): string {
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8');
    return readsAsRare(text, bytes) ? decodeAs(bytes, 'windows-874') : text;
  }
  if (looksLikeThai874(bytes) || countUtf8(bytes).thai === 0) {
    const thai = decodeAs(bytes, 'windows-874');
    if (!/[\u0080-\u009F]/.test(thai)) return thai;
  }
  return countUtf8(bytes).thai > 0 ? bytes.toString('utf8') : bytes.toString('latin1');
}

/**
 * The file name of a Content-Disposition header, or undefined. RFC 6266 with `filename*` (RFC 5987) preferred; else the plain
 * parameter as raw UTF-8 or TIS-620 bytes, percent-encoded, or MIME encoded-words, as servers send them.
 * @param header raw header value, bytes as Latin-1 characters.
 */
export function decodeFileName(header: string): string | undefined {
  const extended = /(?:^|[;\s])filename\*\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  const value = extended?.[1] ?? extended?.[2];
  const parts = value === undefined ? null : /^([^']*)'[^']*'(.*)$/.exec(value);
  if (parts !== null) {
    const bytes = percentBytes(parts[2]!);
    const label = labelOf(`charset=${parts[1]}`);
    const name =
      label === undefined || (label === 'utf-8' && !isUtf8(bytes)) ? decodeShort(bytes) : decodeAs(bytes, label);
    if (baseName(name) !== '') return baseName(name);
  }
  const plain = /(?:^|[;\s])filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/i.exec(header);
  const raw = plain?.[1]?.replace(/\\(["\\])/g, '$1') ?? plain?.[2]?.trim().replace(/^'(.*)'$/, '$1');
  if (raw === undefined || raw === '') return undefined;
  const bytes = Buffer.from(raw, 'latin1');
  let name = encodedWords(decodeShort(bytes));
  if (/%[0-9a-f]{2}/i.test(name) && /^[\x20-\x7e]*$/.test(name)) name = decodeShort(percentBytes(name));
  return baseName(name) === '' ? undefined : baseName(name);
}

/** RFC 2047 words, which mail-minded programmers put into HTTP headers. */
function encodedWords(text: string): string {
  return text.replace(
    /=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=(?:\s+(?==\?))?/gi,
    (whole, charset: string, kind: string, data: string) => {
      const label = labelOf(`charset=${charset}`);
      if (label === undefined) return whole;
      const bytes =
        kind.toLowerCase() === 'b'
          ? Buffer.from(data, 'base64')
          : percentBytes(data.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, '%$1'));
      return decodeAs(bytes, label);
    },
  );
}

function percentBytes(text: string): Buffer {
  const latin1 = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(
    latin1.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Only the last path component, control characters removed: a header must not name a place on this machine. */
function baseName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\u0000-\u001F\u007F]/g, '').trim();
}
