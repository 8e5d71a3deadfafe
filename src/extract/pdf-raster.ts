// Draws a PDF page as a grey PNG for character recognition. Runs in a worker.
import { crc32, deflateSync } from 'node:zlib';
import type { Pdfium } from './pdfium.ts';

/** Largest picture drawn; a page larger than this at the wanted resolution is drawn coarser. */
const maxPixels = 24_000_000;

/** PNG of the page (1-based), undefined when it cannot be drawn. */
export function rasterPage(engine: Pdfium, body: Uint8Array, pageNumber: number, dpi: number): Uint8Array | undefined {
  const { calls } = engine;
  const pointer = engine.put(body);
  if (pointer === 0) return undefined;
  const document = calls.FPDF_LoadMemDocument!(pointer, body.length, 0);
  const page = document === 0 ? 0 : calls.FPDF_LoadPage!(document, pageNumber - 1);
  let bitmap = 0;
  try {
    if (page === 0) return undefined;
    const [pageWidth, pageHeight] = [calls.FPDF_GetPageWidthF!(page), calls.FPDF_GetPageHeightF!(page)];
    let scale = dpi / 72;
    scale *= Math.min(1, Math.sqrt(maxPixels / (pageWidth * pageHeight * scale * scale)));
    const [width, height] = [Math.round(pageWidth * scale), Math.round(pageHeight * scale)];
    if (!(width > 0 && height > 0)) return undefined;
    const bgrx = 3;
    bitmap = calls.FPDFBitmap_CreateEx!(width, height, bgrx, 0, 0);
    if (bitmap === 0) return undefined;
    calls.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff);
    const annotations = 0x01;
    calls.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, annotations);
    const stride = calls.FPDFBitmap_GetStride!(bitmap);
    const pixels = new Uint8Array(engine.memory.buffer, calls.FPDFBitmap_GetBuffer!(bitmap), stride * height);
    return encodeGreyPng(toGrey(pixels, width, height, stride), width, height);
  } finally {
    if (bitmap !== 0) calls.FPDFBitmap_Destroy!(bitmap);
    if (page !== 0) calls.FPDF_ClosePage!(page);
    if (document !== 0) calls.FPDF_CloseDocument!(document);
    engine.free(pointer);
  }
}

/** Rows of grey bytes, each after the PNG filter byte 0. */
function toGrey(pixels: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  const grey = new Uint8Array((width + 1) * height);
  for (let y = 0, out = 0; y < height; y++) {
    grey[out++] = 0;
    for (let x = 0, at = y * stride; x < width; x++, at += 4) {
      grey[out++] = (pixels[at]! * 29 + pixels[at + 1]! * 150 + pixels[at + 2]! * 77) >> 8;
    }
  }
  return grey;
}

/** PNG of 8-bit grey rows (with filter bytes). */
function encodeGreyPng(rows: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const name = Buffer.from(type, 'latin1');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(data, crc32(name)));
  return Buffer.concat([head, name, data, tail]);
}
