// Content codings undone: what a gzip body says of its own size is a hint and decides nothing.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeContent } from '../../src/fetch/body.ts';

const limits = { maxBytes: 1_000_000, maxRatio: 200 };
const content = Buffer.from('แผนปฏิบัติราชการ '.repeat(9_000));
/** Its trailer tells of ten bytes, the member before it of far more. */
const members = Buffer.concat([gzipSync(content), gzipSync('ครบถ้วน')]);

test('members one after the other are all read, whatever the last one says', async () => {
  const decoded = await decodeContent(members, 'gzip', limits);
  expect(decoded.ok && decoded.bytes.equals(Buffer.concat([content, Buffer.from('ครบถ้วน')]))).toBe(true);
});

test('of a body that broke off what came is read, its last bytes being no size', async () => {
  const zipped = gzipSync(content);
  const decoded = await decodeContent(zipped.subarray(0, zipped.length - 12), 'gzip', { ...limits, partial: true });
  expect(decoded.ok && content.subarray(0, decoded.bytes.length).equals(decoded.bytes)).toBe(true);
  expect(decoded.ok && decoded.bytes.length).toBeGreaterThan(0);
});

test('less than a gzip header is a bad encoding', async () => {
  expect(await decodeContent(Buffer.from([0x1f, 0x8b, 8]), 'gzip', limits)).toMatchObject({ ok: false });
});
