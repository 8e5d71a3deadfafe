// Puts the pages of a wide sheet side by side again, as one page as wide as they are together. Pure but for reading them anew.
import { layOutPage } from './pdf-layout.ts';
import type { Piece } from './pdf-lines.ts';
import type { Glyph, PdfPage } from './pdf-page.ts';
import type { NumberedPage } from './pdf-segments.ts';
import { bandRules, columnEdges, type DrawnBand, drawnRows } from './pdf-sheet-lines.ts';
import { beginOf, moved, type SidePage, shiftsOf } from './pdf-sheet-place.ts';
import { findSheets, type WideSheet } from './pdf-sheets.ts';

/** The pages of a document, those of wide sheets joined. `read`: a page by its number, as it was read before. */
export function joinSheets(
  pages: readonly NumberedPage[],
  read: (number: number) => PdfPage | undefined,
): readonly NumberedPage[] {
  const joined: NumberedPage[] = [];
  let next = 0;
  for (const sheet of sheetsOf(pages)) {
    const whole = joinSheet(sheet, pages, read);
    if (whole === undefined) continue;
    joined.push(...pages.slice(next, sheet.from), ...whole);
    next = sheet.to;
  }
  return next === 0 ? pages : [...joined, ...pages.slice(next)];
}

/** Sheets whose pages follow each other: between two of them none was left unread. */
function sheetsOf(pages: readonly NumberedPage[]): WideSheet[] {
  return findSheets(pages.map(({ page }) => page.print)).filter(
    ({ from, to }) => pages[to - 1]!.number - pages[from]!.number === to - 1 - from,
  );
}

function joinSheet(
  sheet: WideSheet,
  pages: readonly NumberedPage[],
  read: (number: number) => PdfPage | undefined,
): NumberedPage[] | undefined {
  const bands = sheet.bands.map((band) =>
    band.map(({ page, beside }): SidePage => ({ print: pages[page]!.page.print!, beside })),
  );
  const shifts = shiftsOf(bands[0]!);
  const wholes: PdfPage[] = [];
  for (const [row, band] of sheet.bands.entries()) {
    const parts: PdfPage[] = [];
    for (const [at, { page }] of band.entries()) {
      const whole = read(pages[page]!.number);
      if (whole === undefined) return undefined;
      const next = bands[row]![at + 1];
      const seam = next && { seam: shifts[at + 1]! + beginOf(next), page: next };
      parts.push(moved(whole, bands[row]![at]!, shifts[at]!, seam));
    }
    wholes.push(asOne(parts));
  }
  const ruled = bands[0]![0]!.print.frame ? wholes : withRules(wholes, bands, shifts);
  return sheet.bands.map((band, row) => {
    const [first, second] = band.map(({ page }) => pages[page]!.number) as [number, number];
    // Where the pages beside it come later, the next one goes on below.
    const last = second === first + 1 ? first + band.length - 1 : first;
    return { number: first, last, page: layOutPage(ruled[row]!) };
  });
}

/** The stretches of a sheet without rules, with those that part its cells. */
function withRules(
  wholes: readonly PdfPage[],
  bands: readonly (readonly SidePage[])[],
  shifts: readonly number[],
): PdfPage[] {
  const drawn = wholes.map(({ glyphs }, row): DrawnBand => {
    const band = bands[row]!;
    const pieces = band.map((side, part) => ownPieces(side, band).map((piece) => movedPiece(piece, shifts[part]!)));
    return { glyphs, rows: drawnRows(pieces, row === 0 ? headOf(band) : undefined) };
  });
  const edges = columnEdges(drawn);
  if (edges.length === 0) return [...wholes];
  return wholes.map((whole, row) => ({ ...whole, rules: [...whole.rules, ...bandRules(drawn[row]!, edges)] }));
}

function ownPieces(side: SidePage, band: readonly SidePage[]): Piece[] {
  const { lines, outside } = side.print;
  const running = band.flatMap(({ beside }) => beside?.running ?? []);
  const begin = beginOf(side);
  return lines
    .filter(({ y }) => !running.some((at) => Math.abs(at - y) <= 1))
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.x0 >= begin && !(side.beside && outside.includes(piece)));
}

function movedPiece(piece: Piece, shift: number): Piece {
  const words = piece.words.map((word) => ({ ...word, x0: word.x0 + shift, x1: word.x1 + shift }));
  return { ...piece, words, x0: piece.x0 + shift, x1: piece.x1 + shift };
}

/** Heights of the head, as the pages beside the first show it. */
function headOf(band: readonly SidePage[]): { readonly from: number; readonly to: number } {
  const heads = band.flatMap(({ beside }) => beside?.head ?? []);
  return { from: Math.min(...heads.map(({ from }) => from)), to: Math.max(...heads.map(({ to }) => to)) };
}

/** One page of all; what stands on a line is drawn from left to right, as a sheet that fits its paper is. */
function asOne(parts: readonly PdfPage[]): PdfPage {
  const [first] = parts;
  return {
    ...first!,
    glyphs: inRows(parts.flatMap(({ glyphs }) => glyphs)),
    rules: parts.flatMap(({ rules }) => rules),
    links: parts.flatMap(({ links }) => links),
    images: parts.reduce((sum, { images }) => sum + images, 0),
    width: parts.reduce((sum, { width }) => sum + width, 0),
  };
}

/** Runs of letters on one baseline, sorted by it: letters of a run stay in the order in which they were drawn. */
function inRows(glyphs: readonly Glyph[]): Glyph[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      last.turn === glyph.turn &&
      Math.abs(last.y - glyph.y) <= glyph.size * 0.3 &&
      Math.abs(glyph.x0 - last.x1) <= glyph.size * 2;
    if (goesOn) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
  }
  const heightOf = ([first]: readonly Glyph[]) => Math.round(first!.cy);
  return runs.sort((a, b) => heightOf(a) - heightOf(b) || a[0]!.cx - b[0]!.cx).flat();
}
