// Width and height of a picture from its header, so that a decompression bomb is never decoded. Pure.

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Size of a PNG, JPEG, GIF, BMP or TIFF; undefined when the header does not tell. */
export function pictureSize(body: Uint8Array): PictureSize | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) return sized(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
    if (bytes.toString('latin1', 0, 4) === 'GIF8') return sized(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
    if (bytes.toString('latin1', 0, 2) === 'BM')
      return sized(Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22)));
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(bytes);
    return tiffSize(bytes);
  } catch {
    return undefined;
  }
}

const sized = (width: number, height: number): PictureSize => ({ width, height });

function jpegSize(bytes: Buffer): PictureSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return sized(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function tiffSize(bytes: Buffer): PictureSize | undefined {
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const directory = u32(4);
  const sizes = new Map<number, number>();
  for (let index = 0; index < Math.min(u16(directory), 200); index++) {
    const entry = directory + 2 + index * 12;
    sizes.set(u16(entry), u16(entry + 2) === 3 ? u16(entry + 8) : u32(entry + 8));
  }
  const [width, height] = [sizes.get(256), sizes.get(257)];
  return width === undefined || height === undefined ? undefined : sized(width, height);
}
