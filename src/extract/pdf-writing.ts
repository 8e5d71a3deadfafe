// Finds writing that a PDF page shows and its text layer does not tell: scans under a stamp or running head, tables pasted as
// pictures, letters drawn as curves, fonts without characters. Looks at the drawn page; reads nothing of it. Runs in a worker.
import type { Pdfium } from './pdfium.ts';

/** A box in page space. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What is known of a page without drawing it. */
export interface ShownPage {
  readonly page: Box;
  /** Visible characters of the text layer. */
  readonly letters: readonly Box[];
  readonly images: readonly Box[];
  /** Points of vector paths, as far as they were looked at. */
  readonly pathPoints: number;
  readonly objects: number;
  /** It is the document's first. */
  readonly first: boolean;
}

/** What of a page is shown beside what its text layer tells: writing as a text has it, or no more than a title may be. */
export type ShownMore = 'text' | 'title' | 'nothing';

/** A page with fewer letters to each page of pictures has no text layer over them. */
const fewestLettersOver = 250;
/** A smaller part of the page in pictures is a seal, a head or a figure. */
const leastPictured = 0.25;
/** On a first page, a band of it may hold the title. */
const leastOfTitle = 0.05;
/** Paths that may draw a page of letters. */
const pointsOfLetters = 1_500;
const withoutText = 20;

/** Whether the page may show more than its text layer tells, so that drawing it is worth the time. */
function mayShow({ letters, images, pathPoints, objects, page, first }: ShownPage): ShownMore {
  // A page of pictures alone is known for what it is.
  if (letters.length < withoutText) return images.length === 0 && objects > letters.length ? 'text' : 'nothing';
  if (pathPoints >= pointsOfLetters && letters.length < fewestLettersOver) return 'text';
  if (images.length === 0) return 'nothing';
  const grid = createGrid(page);
  for (const image of images) grid.cover(image);
  const pictured = grid.share();
  if (letters.filter((box) => grid.covers(box)).length >= fewestLettersOver * pictured) return 'nothing';
  return pictured >= leastPictured ? 'text' : first && pictured >= leastOfTitle ? 'title' : 'nothing';
}

/** Which of the page's fields a set of boxes covers. */
function createGrid(page: Box) {
  const side = 32;
  const covered = new Uint8Array(side * side);
  const column = (x: number): number => ((x - page.left) / (page.right - page.left)) * side;
  const row = (y: number): number => ((y - page.bottom) / (page.top - page.bottom)) * side;
  return {
    cover({ left, bottom, right, top }: Box): void {
      for (let y = Math.max(0, Math.round(row(bottom))); y < Math.min(side, Math.round(row(top))); y++)
        for (let x = Math.max(0, Math.round(column(left))); x < Math.min(side, Math.round(column(right))); x++)
          covered[y * side + x] = 1;
    },
    covers: ({ left, bottom, right, top }: Box): boolean => {
      const [x, y] = [Math.floor(column((left + right) / 2)), Math.floor(row((bottom + top) / 2))];
      return x >= 0 && x < side && y >= 0 && y < side && covered[y * side + x] === 1;
    },
    share: (): number => covered.reduce((sum, cell) => sum + cell, 0) / covered.length,
  };
}

const dpi = 100;
const maxPixels = 4_000_000;
/** A field of the page, in points: of the size of a line. */
const fieldSide = 12;
/** Fields with writing from which it is more than a page number: a line or two. */
const fewestWritten = 20;

/** Pages of a document that were drawn, and how many of them showed more. */
export interface DrawnPages {
  count: number;
  more: number;
}

/** Drawing takes a tenth of a second: what so many pages show, the others of their kind do. */
const enoughDrawn = 12;

/** The writing that the page shows where its text layer has none. Counts in `drawn`. */
export function shownMore(
  engine: Pdfium,
  page: number,
  shown: ShownPage,
  drawn: DrawnPages,
  scratch: number,
): ShownMore {
  const may = mayShow(shown);
  if (may === 'nothing') return may;
  if (drawn.count >= enoughDrawn) return drawn.more * 2 >= drawn.count ? may : 'nothing';
  const more = showsMoreWriting(engine, page, shown, scratch);
  drawn.count++;
  if (more) drawn.more++;
  return more ? may : 'nothing';
}

/** Draws the page, and tells whether there is writing where the text layer has no letters. */
function showsMoreWriting(engine: Pdfium, page: number, shown: ShownPage, scratch: number): boolean {
  const { calls } = engine;
  const [pageWidth, pageHeight] = [calls.FPDF_GetPageWidthF!(page), calls.FPDF_GetPageHeightF!(page)];
  let scale = dpi / 72;
  scale *= Math.min(1, Math.sqrt(maxPixels / (pageWidth * pageHeight * scale * scale)));
  const [width, height] = [Math.round(pageWidth * scale), Math.round(pageHeight * scale)];
  if (!(width > 0 && height > 0)) return false;
  const grey = 1;
  const bitmap = calls.FPDFBitmap_CreateEx!(width, height, grey, 0, 0);
  if (bitmap === 0) return false;
  try {
    calls.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff);
    const [annotations, greyscale] = [0x01, 0x08];
    calls.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, annotations | greyscale);
    const stride = calls.FPDFBitmap_GetStride!(bitmap);
    const side = Math.max(4, Math.round(fieldSide * scale));
    const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
    const told = new Uint8Array(columns * rows);
    for (const box of shown.letters) {
      const [ax, ay] = placed(engine, page, width, height, box.left, box.bottom, scratch);
      const [bx, by] = placed(engine, page, width, height, box.right, box.top, scratch);
      const [x0, x1] = [Math.min(ax, bx) - 2, Math.max(ax, bx) + 2];
      const [y0, y1] = [Math.min(ay, by) - 2, Math.max(ay, by) + 2];
      for (let y = Math.max(0, Math.floor(y0 / side)); y < rows && y * side < y1; y++)
        for (let x = Math.max(0, Math.floor(x0 / side)); x < columns && x * side < x1; x++) told[y * columns + x] = 1;
    }
    const pixels = new Uint8Array(engine.memory.buffer, calls.FPDFBitmap_GetBuffer!(bitmap), stride * height);
    const paper = paperOf(pixels);
    let written = 0;
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++)
        if (told[y * columns + x] === 0 && isWritten(pixels, y * side * stride + x * side, stride, side, paper))
          written++;
    return written >= fewestWritten;
  } finally {
    calls.FPDFBitmap_Destroy!(bitmap);
  }
}

/** A point of page space on the drawn page, whichever way that is turned. */
function placed(
  { calls, memory }: Pdfium,
  page: number,
  width: number,
  height: number,
  x: number,
  y: number,
  scratch: number,
): readonly [number, number] {
  calls.FPDF_PageToDevice!(page, 0, 0, width, height, 0, x, y, scratch, scratch + 4);
  const view = new Int32Array(memory.buffer, scratch, 2);
  return [view[0]!, view[1]!];
}

/** How bright the lightest fifth is: white, or the grey of a scanned paper. */
function paperOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value]!++;
  let seen = 0;
  for (let value = 255; value >= 0; value--) {
    seen += counts[value]!;
    if (seen >= pixels.length / 5) return value;
  }
  return 0;
}

/** Letters are thin dark strokes on light paper, many to a line; ruling lines go through, pictures of things are of all shades. */
function isWritten(pixels: Uint8Array, from: number, stride: number, side: number, paper: number): boolean {
  const [darkest, lightest] = [paper - 60, paper - 30];
  const inColumn = new Uint8Array(side);
  const inRow = new Uint8Array(side);
  let light = 0;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const value = pixels[from + y * stride + x]!;
      if (value > lightest) light++;
      if (value < darkest) {
        inColumn[x]!++;
        inRow[y]!++;
      }
    }
  if (light < side * side * 0.4) return false;
  const line = side * 0.9;
  let dark = 0;
  let changes = 0;
  for (let y = 0; y < side; y++) {
    if (inRow[y]! > line) continue;
    let was = false;
    for (let x = 0; x < side; x++) {
      const is = inColumn[x]! <= line && pixels[from + y * stride + x]! < darkest;
      if (is) dark++;
      if (is !== was) changes++;
      was = is;
    }
  }
  return dark > side * side * 0.03 && changes >= side;
}
