// Pages of a PDF as the engine would give them, made of texts at their places and of ruled cells: layout alone is tested.
import { type LaidOutPage, layOutPage } from '../../src/extract/pdf-layout.ts';
import type { Glyph, PdfPage } from '../../src/extract/pdf-page.ts';
import type { Rule } from '../../src/extract/pdf-rules.ts';
import { segmentPages } from '../../src/extract/pdf-segments.ts';
import { joinSheets } from '../../src/extract/pdf-sheet-join.ts';
import type { Segment } from '../../src/model/document.ts';

/** Places count from the top left corner, y is the baseline. */
export type PlacedText = readonly [
  x: number,
  y: number,
  text: string,
  set?: { readonly size?: number; readonly bold?: boolean; readonly spread?: number },
];

const isMark = (char: string): boolean => /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/u.test(char);

/** Letters that a text is wide, each half its size: marks take no room. */
export const lettersOf = (text: string): number => [...text].filter((char) => !isMark(char)).length;

/** Characters in the order they are drawn; `spread`: room between letters, in units of their size. */
export function drawnText([x, y, text, { size = 14, bold = false, spread = 0 } = {}]: PlacedText): Glyph[] {
  let at = x;
  return [...text].map((char) => {
    const [x0, x1] = isMark(char) ? [at, at] : [at, at + size * 0.5];
    if (!isMark(char)) at = x1 + size * spread;
    return { text: char, x0, x1, y, size, bold, turn: 0, cx: (x0 + x1) / 2, cy: y - size * 0.25 };
  });
}

/** A page of A4, upright. */
export function madePage(texts: readonly PlacedText[], rules: readonly Rule[] = []): PdfPage {
  const glyphs = texts.flatMap(drawnText);
  return {
    glyphs,
    rules,
    links: [],
    images: 0,
    recognised: false,
    untold: 0,
    shownMore: 'nothing',
    left: 0,
    width: 595,
    height: 842,
    cut: false,
  };
}

/** Segments of a document of these pages. */
export function segmentsOf(...pages: readonly PdfPage[]): Segment[] {
  const laidOut = pages.map((page, index): { number: number; page: LaidOutPage } => ({
    number: index + 1,
    page: layOutPage(page),
  }));
  return segmentPages(joinSheets(laidOut, (number) => pages[number - 1])).segments;
}

/** A cell of a raster: where it begins, how many columns and rows it takes, its lines. */
export type MadeCell = readonly [column: number, row: number, columns: number, rows: number, text: string];

/** Frames of cells, and texts of size 10 in them. */
export function framed(
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly MadeCell[],
): { texts: PlacedText[]; rules: Rule[] } {
  const texts: PlacedText[] = [];
  const rules: Rule[] = [];
  for (const [column, row, columns, rows, text] of cells) {
    const [x0, x1, y0, y1] = [xs[column]!, xs[column + columns]!, ys[row]!, ys[row + rows]!];
    for (const y of [y0, y1]) rules.push({ x0, x1, y0: y, y1: y });
    for (const x of [x0, x1]) rules.push({ x0: x, x1: x, y0, y1 });
    for (const [line, part] of text.split('\n').entries())
      texts.push([x0 + 3, y0 + 12 + line * 14, part, { size: 10 }]);
  }
  return { texts, rules };
}

/** Rows one under the other from `top`, 20 points each; a row of one text is a cell as wide as the table. */
export function sheet(xs: readonly number[], rows: readonly (readonly string[])[], top = 100): PdfPage {
  const ys = Array.from({ length: rows.length + 1 }, (_, row) => top + row * 20);
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): MadeCell => [column, row, texts.length === 1 ? xs.length - 1 : 1, 1, text]),
  );
  const { texts, rules } = framed(xs, ys, cells);
  return madePage(texts, rules);
}
