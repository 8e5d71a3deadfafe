// Packs content for the store and unpacks it: zstd where that gains something, raw otherwise.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { PackedColumns } from './tables.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export async function packBytes(content: Uint8Array): Promise<PackedColumns> {
  const small = await compress(content);
  // PDFs and pictures are compressed already.
  return small.length < content.length * 0.95
    ? { codec: 'zstd', bytes: content.length, data: small }
    : { codec: 'raw', bytes: content.length, data: content };
}

/** Throws when the bytes are not what was packed. */
export async function unpackBytes({ codec, data }: Pick<PackedColumns, 'codec' | 'data'>): Promise<Buffer> {
  return codec === 'raw' ? Buffer.from(data) : await decompress(data);
}

export function packJson(value: unknown): Promise<PackedColumns> {
  return packBytes(Buffer.from(JSON.stringify(value)));
}

export async function unpackJson<T>(packed: Pick<PackedColumns, 'codec' | 'data'>): Promise<T> {
  return JSON.parse((await unpackBytes(packed)).toString('utf8')) as T;
}
