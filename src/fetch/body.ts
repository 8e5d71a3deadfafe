// Reads a response body to its end under caps, and undoes its content coding under a cap. Judges nothing of the content.

import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { FailureCode } from '../model/crawl.ts';
import { classifyError } from './classify-error.ts';

/** Bytes that came, and the error that ended them early, if any. */
export interface RawBody {
  readonly bytes: Buffer;
  readonly error?: unknown;
  /** More than `maxBytes` came; `bytes` then holds the first of them. */
  readonly tooLarge: boolean;
}

/** Reads at most `maxBytes`; a longer body is cut off by closing its connection. Never rejects. */
export async function readBody(stream: Readable, maxBytes: number): Promise<RawBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  let error: unknown;
  let tooLarge = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) {
        tooLarge = true;
        // Leaving the loop destroys the stream, and with it the connection: nothing more is received.
        break;
      }
      chunks.push(chunk);
    }
  } catch (caught) {
    error = caught;
  }
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  return error === undefined ? { bytes, tooLarge } : { bytes, tooLarge, error };
}

type Decoder = (input: Buffer, options: zlib.ZlibOptions) => Promise<Buffer>;
interface Coding {
  readonly sync: (input: Buffer, options: zlib.ZlibOptions) => Buffer;
  readonly async: Decoder;
}

const gzip: Coding = { sync: zlib.gunzipSync, async: promisify(zlib.gunzip) as Decoder };
const inflate: Coding = { sync: zlib.inflateSync, async: promisify(zlib.inflate) as Decoder };
const inflateRaw: Coding = { sync: zlib.inflateRawSync, async: promisify(zlib.inflateRaw) as Decoder };
const brotli: Coding = {
  sync: (input, options) => zlib.brotliDecompressSync(input, options as zlib.BrotliOptions),
  async: promisify(zlib.brotliDecompress) as unknown as Decoder,
};
const zstd: Coding = {
  sync: (input, options) => zlib.zstdDecompressSync(input, options as zlib.ZstdOptions),
  async: promisify(zlib.zstdDecompress) as unknown as Decoder,
};

/** `deflate` is zlib by the standard and raw by some servers; the first byte tells. */
const codings: Readonly<Record<string, (input: Buffer) => Coding>> = {
  gzip: () => gzip,
  'x-gzip': () => gzip,
  deflate: (input) => (((input[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw),
  br: () => brotli,
  zstd: () => zstd,
};

/** Flush operation that ends a broken-off input without an error. */
const partialFlush: Readonly<Record<string, number>> = {
  gzip: zlib.constants.Z_SYNC_FLUSH,
  'x-gzip': zlib.constants.Z_SYNC_FLUSH,
  deflate: zlib.constants.Z_SYNC_FLUSH,
  br: zlib.constants.BROTLI_OPERATION_FLUSH,
  zstd: zlib.constants.ZSTD_e_flush,
};

export interface DecodeLimits {
  /** Largest decoded size in bytes. */
  readonly maxBytes: number;
  readonly maxRatio: number;
  /** The input broke off: decode what is there (gzip and deflate) instead of failing. */
  readonly partial?: boolean;
}

export type DecodedBody =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

/** Below this size a suspicious ratio does no harm. */
const harmlessBytes = 1024 * 1024;
/** Larger inputs are decoded off the main thread; small ones are faster at once. */
const syncBytes = 256 * 1024;
const maxCodings = 3;
/** How much larger markup is than its coded form, and bounds of a piece of output. */
const usualRatio = 12;
const [leastChunk, mostChunk] = [16 * 1024, 512 * 1024] as const;

/** Room for the whole output of most pages in one piece; the default is a dozen of them. */
function outputChunk(name: string, input: Buffer): number {
  const stated = name.endsWith('gzip') && input.length >= leastGzip;
  // One more than a gzip body says of itself (RFC 1952, ISIZE): a piece that is full to the end asks for another. It is a hint only.
  const likely = stated ? input.readUInt32LE(input.length - 4) + 1 : input.length * usualRatio;
  return Math.min(Math.max(likely, leastChunk), mostChunk);
}

/** Bytes of a gzip header and trailer. */
const leastGzip = 18;

/**
 * Undoes the codings of a Content-Encoding header, last first. Unknown codings are taken as none, as browsers do.
 * Failures: `decompression-limit`, `truncated`, `bad-encoding`.
 */
export async function decodeContent(body: Buffer, contentEncoding: string, limits: DecodeLimits): Promise<DecodedBody> {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => codings[name] !== undefined);
  if (names.length > maxCodings) return { ok: false, code: 'bad-encoding', detail: `${names.length} content codings` };
  let bytes = body;
  for (const name of names.reverse()) {
    if (bytes.length === 0) break;
    const maxOutputLength = Math.max(
      1,
      Math.min(limits.maxBytes, Math.max(harmlessBytes, bytes.length * limits.maxRatio)),
    );
    const coding = codings[name]!(bytes);
    const options = {
      maxOutputLength,
      chunkSize: outputChunk(name, bytes),
      ...(limits.partial === true ? { finishFlush: partialFlush[name] } : {}),
    };
    try {
      bytes = bytes.length <= syncBytes ? coding.sync(bytes, options) : await coding.async(bytes, options);
    } catch (error) {
      const { code, detail } = classifyError(error, 'body');
      const known = code === 'decompression-limit' || code === 'truncated' ? code : 'bad-encoding';
      return { ok: false, code: known, detail: `${name}: ${detail}` };
    }
  }
  return { ok: true, bytes };
}
