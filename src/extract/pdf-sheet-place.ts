// Where the pages of a wide sheet stand in it, and what of each is its own. Pure.
import type { Glyph, PdfPage } from './pdf-page.ts';
import type { Rule } from './pdf-rules.ts';
import type { Beside } from './pdf-sheet-evidence.ts';
import type { SheetPrint } from './pdf-sheet-print.ts';
import { ownOf } from './pdf-sheet-signs.ts';

/** A page of a sheet, how it lies beside the one with the first columns (which lies beside none). */
export interface SidePage {
  readonly print: SheetPrint;
  readonly beside: Beside | undefined;
}

/** Points by which letters reach out of their cell, and within which lines are at one height. */
const edge = 2;

/** How far right of its place on the paper each page stands in the sheet. */
export function shiftsOf(pages: readonly SidePage[]): number[] {
  let end = 0;
  return pages.map((page) => {
    const { print, beside } = page;
    const shift = beside === undefined ? 0 : (beside.shift ?? end - firstOwn(page));
    end = shift + (print.frame?.x1 ?? print.left + print.width);
    return shift;
  });
}

/** Where columns of its own begin on a page; without rules, its margin parts them from those of the page before. */
function firstOwn({ print, beside }: SidePage): number {
  return beside?.from === -Infinity && print.frame === undefined ? print.left : beginOf({ print, beside });
}

/** Where what is its own begins on a page. */
export function beginOf({ print, beside }: SidePage): number {
  const { left, frame, lines, outside } = print;
  if (beside === undefined) return left;
  if (frame) return Math.max(beside.from, frame.x0);
  const pieces = lines.flatMap((line) => line.pieces).filter((piece) => !outside.includes(piece));
  return Math.min(...ownOf(pieces, beside.from).map(({ x0 }) => x0)) - edge / 2;
}

/** What of a page is its own, moved to where it stands in the sheet. `seam`: where the next page begins, in the sheet. */
export function moved(
  page: PdfPage,
  side: SidePage,
  shift: number,
  next: { readonly seam: number; readonly page: SidePage } | undefined,
): PdfPage {
  const { left, width } = page;
  const [begin, turn] = [beginOf(side), mainTurn(page.glyphs)];
  const running = side.beside?.running ?? [];
  // What runs over the edge is taken from the page on which it is seen.
  const drawnAnew = next?.page.beside?.shift === undefined ? [] : next.page.print.outside.map(({ y }) => y);
  let own = true;
  const isOwn = ({ text, cx, y }: Glyph): boolean => {
    // A mark goes with its letter.
    if (isMark.test(text)) return own;
    const at = (heights: readonly number[]) => heights.some((height) => Math.abs(height - y) <= edge);
    own = cx >= begin && cx <= left + width && !at(running);
    if (next && cx + shift >= next.seam && at(drawnAnew)) own = false;
    return own;
  };
  return {
    ...page,
    glyphs: page.glyphs.filter(isOwn).map((glyph) => movedGlyph(glyph, shift, turn)),
    rules: page.rules.flatMap((rule) => movedRule(rule, shift, begin)),
    links: page.links.map((link) => ({ ...link, x0: link.x0 + shift, x1: link.x1 + shift })),
  };
}
const isMark = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+$/u;

function movedGlyph(glyph: Glyph, shift: number, pageTurn: number): Glyph {
  const { x0, x1, y, turn, cx } = glyph;
  const at = { ...glyph, cx: cx + shift };
  // Letters turned against the page have their places in a frame of their own.
  switch ((turn - pageTurn + 4) % 4) {
    case 0:
      return { ...at, x0: x0 + shift, x1: x1 + shift };
    case 1:
      return { ...at, y: y + shift };
    case 2:
      return { ...at, x0: x0 - shift, x1: x1 - shift };
    default:
      return { ...at, y: y - shift };
  }
}

function movedRule({ x0, x1, y0, y1 }: Rule, shift: number, begin: number): Rule[] {
  // A line at the very edge is drawn half on either side of it.
  if (x1 < begin - 1) return [];
  return [{ x0: Math.max(x0, begin) + shift, x1: Math.max(x1, begin) + shift, y0, y1 }];
}

function mainTurn(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn]!++;
  return counts.indexOf(Math.max(...counts));
}
