// Reads one PDF page through the engine: its characters in content order, its ruling lines, images and links.
// Gives plain data in the reading frame (x along the text, y downwards, points); understands nothing of layout.
import type { DocumentLimits } from './limits.ts';
import { readLinks } from './pdf-links.ts';
import { type LostLetters, restoreLetters } from './pdf-lost-letters.ts';
import { boxOf, type PageObjects, pageBox, walkObjects } from './pdf-objects.ts';
import { identity, type Matrix, type Rule, transform } from './pdf-rules.ts';
import { type DrawnPages, type ShownMore, type ShownPage, shownMore } from './pdf-writing.ts';
import type { Pdfium } from './pdfium.ts';

/** One drawn character (or the replacement text of several), as placed on the page. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  x1: number;
  /** Baseline. */
  readonly y: number;
  /** Font size as seen. */
  readonly size: number;
  readonly bold: boolean;
  /** Direction the text runs in, in quarter turns. Coordinates are already turned by it. */
  readonly turn: number;
  /** Middle of the character in the frame of the page's prevailing direction, where ruling lines are. */
  readonly cx: number;
  readonly cy: number;
}

export interface PdfPage {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly links: readonly {
    readonly uri: string;
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
  }[];
  readonly images: number;
  /** Most of its letters are what another program has recognised in its picture. */
  readonly recognised: boolean;
  /** Characters drawn that the file does not tell. */
  readonly untold: number;
  /** Writing that it shows and that is not among the glyphs. */
  readonly shownMore: ShownMore;
  /** Left edge of the paper. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** The page has more objects than are read. */
  readonly cut: boolean;
}

/** What earlier pages of a document have taught. */
export interface PdfMemory {
  readonly lost: LostLetters;
  readonly drawn: DrawnPages;
}

/** Reads the page `index` (0-based) of an open document; undefined when the engine cannot load it. */
export function readPdfPage(
  engine: Pdfium,
  document: number,
  index: number,
  limits: DocumentLimits,
  { lost, drawn }: PdfMemory,
): PdfPage | undefined {
  const { calls } = engine;
  const page = calls.FPDF_LoadPage!(document, index);
  if (page === 0) return undefined;
  const textPage = calls.FPDFText_LoadPage!(page);
  const scratch = calls.malloc!(256);
  try {
    const objects = walkObjects(engine, page, scratch, limits);
    const { glyphs: raw, untold } =
      textPage === 0 ? { glyphs: [], untold: 0 } : readGlyphs(engine, textPage, objects, scratch, limits);
    restoreLetters(raw, lost);
    const turn = dominantTurn(raw);
    const place = placer(turn);
    // The engine gives the size as the page is shown, and places as it is written.
    const upright = (turn + calls.FPDFPage_GetRotation!(page)) % 2 === 0;
    const [across, down] = [calls.FPDF_GetPageWidthF!(page), calls.FPDF_GetPageHeightF!(page)];
    const letters = raw.filter(({ text }) => text.trim() !== '');
    const shown: ShownPage = {
      page: pageBox(engine, page, scratch),
      letters,
      images: objects.imageBoxes,
      pathPoints: objects.pathPoints,
      objects: objects.objects,
      first: index === 0,
    };
    return {
      glyphs: raw.map((glyph) => placeGlyph(glyph, turn)),
      rules: objects.rules.map((rule) => normalRule(place(rule.x0, rule.y0), place(rule.x1, rule.y1))),
      links: readLinks(engine, document, page, scratch).map(({ uri, box }) => {
        const [ax, ay] = place(box[0], box[1]);
        const [bx, by] = place(box[2], box[3]);
        return { uri, x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
      }),
      images: objects.imageBoxes.length,
      recognised: letters.length > 0 && letters.filter(({ unseen }) => unseen).length * 2 > letters.length,
      untold: untold + raw.filter(isNumber).length,
      shownMore: shownMore(engine, page, shown, drawn, scratch),
      left: Math.min(place(shown.page.left, shown.page.bottom)[0], place(shown.page.right, shown.page.top)[0]),
      width: upright ? across : down,
      height: upright ? down : across,
      cut: objects.cut,
    };
  } finally {
    calls.free!(scratch);
    if (textPage !== 0) calls.FPDFText_ClosePage!(textPage);
    calls.FPDF_ClosePage!(page);
  }
}

/** Glyph before it is turned into the reading frame: box in page space. */
interface RawGlyph {
  text: string;
  /** Origin of the baseline. */
  ox: number;
  oy: number;
  left: number;
  bottom: number;
  right: number;
  top: number;
  size: number;
  bold: boolean;
  turn: number;
  /** It is not drawn, or a picture of the page lies over it: what a program recognised in that picture. */
  unseen: boolean;
  /** Name with the tag of the subset; '' where the engine tells none. */
  readonly font: string;
}

function readGlyphs(
  engine: Pdfium,
  textPage: number,
  objects: PageObjects,
  scratch: number,
  limits: DocumentLimits,
): { glyphs: RawGlyph[]; untold: number } {
  const { calls, memory } = engine;
  const count = Math.min(calls.FPDFText_CountChars!(textPage), limits.characters);
  const found: { order: number; glyph: RawGlyph }[] = [];
  const fontNames = new Map<number, string>();
  const replacement = new Map<number, RawGlyph>();
  let untold = 0;
  let hyphens = 0;
  let lastObject = 0;
  let order = 0;
  let size = 0;
  let turn = 0;
  let bold = false;
  let unseen = false;
  let font = '';
  for (let index = 0; index < count; index++) {
    if (calls.FPDFText_IsGenerated!(textPage, index) === 1) continue;
    const code = calls.FPDFText_GetUnicode!(textPage, index);
    if (code === 13 || code === 10) continue;
    if (code === 0 || code === 0xfffe || code === 0xffff || code > 0x10ffff) {
      untold++;
      continue;
    }
    const object = calls.FPDFText_GetTextObject!(textPage, index);
    if (object !== lastObject) {
      lastObject = object;
      order = objects.order.get(object) ?? order;
      calls.FPDFText_GetMatrix!(textPage, index, scratch);
      const [a, b, c, d] = new Float32Array(memory.buffer, scratch, 4) as unknown as [number, number, number, number];
      size = calls.FPDFText_GetFontSize!(textPage, index) * Math.hypot(c, d) || 1;
      turn = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4;
      font = fontName(engine, object, scratch, fontNames);
      const mode = object === 0 ? 0 : calls.FPDFTextObj_GetTextRenderMode!(object);
      bold = boldName.test(font) || mode === strokes;
      unseen = mode === invisible || order < objects.pictured;
    }
    const first = objects.replaced.get(object);
    // What the engine gives for a hyphen at the end of a line.
    const text = code === 2 ? '-' : String.fromCodePoint(code);
    if (code === 2) hyphens++;
    if (first !== undefined) {
      const known = replacement.get(first);
      if (known) {
        if (first === object) known.text += text;
        continue;
      }
      if (first !== object) continue;
    }
    const glyph: RawGlyph = {
      text,
      ox: 0,
      oy: 0,
      left: 0,
      bottom: 0,
      right: 0,
      top: 0,
      size,
      bold,
      turn,
      unseen,
      font,
    };
    calls.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8);
    const origin = new Float64Array(memory.buffer, scratch, 2);
    [glyph.ox, glyph.oy] = [origin[0]!, origin[1]!];
    if (first !== undefined) {
      const form = objects.formOf.get(object);
      // The place of a replacement is told as it is in its form, too.
      if (form !== undefined) [glyph.ox, glyph.oy] = transform(form, glyph.ox, glyph.oy);
      readBounds(glyph, engine, object, form, scratch);
      for (const other of objects.further.get(first) ?? []) widen(glyph, engine, other, form, scratch);
      replacement.set(first, glyph);
    } else {
      calls.FPDFText_GetLooseCharBox!(textPage, index, scratch);
      const box = new Float32Array(memory.buffer, scratch, 4);
      [glyph.left, glyph.top, glyph.right, glyph.bottom] = [box[0]!, box[1]!, box[2]!, box[3]!];
    }
    found.push({ order, glyph });
  }
  // The text page follows content order but for characters the engine moved; a stable sort puts them back.
  const glyphs = found.sort((a, b) => a.order - b.order).map(({ glyph }) => glyph);
  // Lines that end in hyphens are few in a page of Thai: in a font of a few glyphs, two is the number of one of them.
  return { glyphs, untold: untold + (hyphens > fewHyphens ? hyphens : 0) };
}

const fewHyphens = 5;

/** Numbers of glyphs where characters should be. */
const isNumber = ({ text }: RawGlyph): boolean => text.length === 1 && text < ' ' && text !== '\t';

function readBounds(glyph: RawGlyph, engine: Pdfium, object: number, form: Matrix | undefined, scratch: number): void {
  const { ox, oy } = glyph;
  const box = boxOf(engine, object, form ?? identity, scratch) ?? { left: ox, bottom: oy, right: ox, top: oy };
  Object.assign(glyph, box);
}

/** Later objects of a replaced mark only add to its width. */
function widen(glyph: RawGlyph, engine: Pdfium, object: number, form: Matrix | undefined, scratch: number): void {
  const box = boxOf(engine, object, form ?? identity, scratch);
  if (box === undefined) return;
  glyph.left = Math.min(glyph.left, box.left);
  glyph.bottom = Math.min(glyph.bottom, box.bottom);
  glyph.right = Math.max(glyph.right, box.right);
  glyph.top = Math.max(glyph.top, box.top);
}

/** Bold by the font's name, or by stroking the outlines. */
const boldName = /bold|black|heavy|,b\b/i;
/** Render modes. */
const [strokes, invisible] = [2, 3];

function fontName(engine: Pdfium, object: number, scratch: number, known: Map<number, string>): string {
  const { calls, memory } = engine;
  const font = object === 0 ? 0 : calls.FPDFTextObj_GetFont!(object);
  if (font === 0) return '';
  let name = known.get(font);
  if (name === undefined) {
    const length = Math.min(calls.FPDFFont_GetBaseFontName!(font, scratch, 200), 200);
    name = Buffer.from(memory.buffer, scratch, Math.max(length - 1, 0)).toString('latin1');
    known.set(font, name);
  }
  return name;
}

function dominantTurn(glyphs: readonly RawGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) counts[glyph.turn]!++;
  return counts.indexOf(Math.max(...counts));
}

/** Maps page space (y up) to the reading frame of text that runs in direction `turn` (y down). */
function placer(turn: number): (x: number, y: number) => [number, number] {
  switch (turn) {
    case 1:
      return (x, y) => [y, x];
    case 2:
      return (x, y) => [-x, y];
    case 3:
      return (x, y) => [-y, -x];
    default:
      return (x, y) => [x, -y];
  }
}

function placeGlyph(glyph: RawGlyph, pageTurn: number): Glyph {
  const place = placer(glyph.turn);
  const [ox, y] = place(glyph.ox, glyph.oy);
  const [ax] = place(glyph.left, glyph.bottom);
  const [bx] = place(glyph.right, glyph.top);
  const { text, size, bold, turn } = glyph;
  const [x0, x1] = [Math.min(ax, bx), Math.max(ax, bx)];
  // A box without width (bad font metrics) falls back to the origin.
  const ok = x1 > x0 && x1 - x0 < size * 4 * Math.max(1, text.length);
  const [left, right] = [ok ? x0 : ox, ok ? x1 : ox + (isSpacing(text) ? size * 0.5 : 0)];
  const [cx, cy] =
    turn === pageTurn
      ? [(left + right) / 2, y - size * 0.25]
      : placer(pageTurn)((glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2);
  return { text, x0: left, x1: right, y, size, bold, turn, cx, cy };
}

function isSpacing(text: string): boolean {
  return !/^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+$/.test(text);
}

function normalRule([ax, ay]: [number, number], [bx, by]: [number, number]): Rule {
  const [x0, x1, y0, y1] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
  return x1 - x0 >= y1 - y0
    ? { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }
    : { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 };
}
