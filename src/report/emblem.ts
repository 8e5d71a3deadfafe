// What kind of picture an emblem file is, by its first bytes, and its shape. Pure.

export type EmblemKind = 'png' | 'jpg' | 'svg';

/** Undefined for anything else, whatever its name says. */
export function emblemKind(bytes: Uint8Array): EmblemKind | undefined {
  const starts = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  const head = new TextDecoder().decode(bytes.subarray(0, 2048));
  return /<svg[\s>]/.test(head) && /^\ufeff?\s*</.test(head) ? 'svg' : undefined;
}

/** Width divided by height; 1 where the file does not tell. */
export function emblemShape(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (emblemKind(bytes)) {
    case 'png':
      return bytes.length < 24 ? 1 : ratio(view.getUint32(16), view.getUint32(20));
    case 'jpg':
      return jpegShape(view);
    case 'svg':
      return svgShape(new TextDecoder().decode(bytes.subarray(0, 4096)));
    case undefined:
      return 1;
  }
}

function ratio(width: number, height: number): number {
  return width > 0 && height > 0 ? width / height : 1;
}

/** Size in the first start-of-frame segment. */
function jpegShape(view: DataView): number {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return ratio(view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return 1;
}

function svgShape(text: string): number {
  const open = /<svg[^>]*>/.exec(text)?.[0] ?? '';
  const box = /viewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(open);
  if (box) return ratio(Number(box[1]), Number(box[2]));
  const size = (name: string) => Number(new RegExp(`\\s${name}=["']([\\d.]+)`).exec(open)?.[1] ?? 0);
  return ratio(size('width'), size('height'));
}
