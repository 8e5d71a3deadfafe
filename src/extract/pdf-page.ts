// Reads one PDF page through the engine: its characters in content order, its ruling lines, images and links.
// Gives plain data in the reading frame (x along the text, y downwards, points); understands nothing of layout.
import type { DocumentLimits } from './limits.ts';
import { readLinks } from './pdf-links.ts';
import { type LostLetters, restoreLetters } from './pdf-lost-letters.ts';
import { identity, multiply, type Rule, readMatrix, readRules } from './pdf-rules.ts';
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
  readonly width: number;
  readonly height: number;
  /** The page has more objects than are read. */
  readonly cut: boolean;
}

/** Reads the page `index` (0-based) of an open document; undefined when the engine cannot load it. */
export function readPdfPage(
  engine: Pdfium,
  document: number,
  index: number,
  limits: DocumentLimits,
  lost: LostLetters,
): PdfPage | undefined {
  const { calls } = engine;
  const page = calls.FPDF_LoadPage!(document, index);
  if (page === 0) return undefined;
  const textPage = calls.FPDFText_LoadPage!(page);
  const scratch = calls.malloc!(256);
  try {
    const objects = walkObjects(engine, page, scratch, limits);
    const raw = textPage === 0 ? [] : readGlyphs(engine, textPage, objects, scratch, limits);
    restoreLetters(raw, lost);
    const turn = dominantTurn(raw);
    const place = placer(turn);
    // The engine gives the size as the page is shown, and places as it is written.
    const upright = (turn + calls.FPDFPage_GetRotation!(page)) % 2 === 0;
    const [across, down] = [calls.FPDF_GetPageWidthF!(page), calls.FPDF_GetPageHeightF!(page)];
    return {
      glyphs: raw.map((glyph) => placeGlyph(glyph, turn)),
      rules: objects.rules.map((rule) => normalRule(place(rule.x0, rule.y0), place(rule.x1, rule.y1))),
      links: readLinks(engine, document, page, scratch).map(({ uri, box }) => {
        const [ax, ay] = place(box[0], box[1]);
        const [bx, by] = place(box[2], box[3]);
        return { uri, x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
      }),
      images: objects.images,
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

interface PageObjects {
  /** Text object → position in content order. */
  readonly order: ReadonlyMap<number, number>;
  /** Text objects whose text is replaced: object → first object of the same mark (itself for the first). */
  readonly replaced: ReadonlyMap<number, number>;
  /** First object of such a mark → the mark's further objects. */
  readonly further: ReadonlyMap<number, readonly number[]>;
  readonly rules: readonly Rule[];
  readonly images: number;
  readonly cut: boolean;
}

/** Walks page objects in content order, forms included, without recursion. */
function walkObjects(engine: Pdfium, page: number, scratch: number, limits: DocumentLimits): PageObjects {
  const { calls } = engine;
  const order = new Map<number, number>();
  const replaced = new Map<number, number>();
  const firstOfMark = new Map<number, number>();
  const further = new Map<number, number[]>();
  const rules: Rule[] = [];
  let images = 0;
  let seen = 0;
  let segments = 0;
  const actualText = engine.cString('ActualText');
  const stack = [{ form: 0, at: 0, count: calls.FPDFPage_CountObjects!(page), matrix: identity }];
  while (stack.length > 0 && seen < limits.pdfObjects) {
    const level = stack[stack.length - 1]!;
    if (level.at >= level.count) {
      stack.pop();
      continue;
    }
    const at = level.at++;
    const object =
      level.form === 0 ? calls.FPDFPage_GetObject!(page, at) : calls.FPDFFormObj_GetObject!(level.form, at);
    if (object === 0) continue;
    seen++;
    switch (calls.FPDFPageObj_GetType!(object)) {
      case 1: {
        order.set(object, order.size);
        const marks = calls.FPDFPageObj_CountMarks!(object);
        for (let index = 0; index < marks; index++) {
          const mark = calls.FPDFPageObj_GetMark!(object, index);
          if (mark === 0 || calls.FPDFPageObjMark_GetParamValueType!(mark, actualText) !== 3) continue;
          const first = firstOfMark.get(mark) ?? object;
          firstOfMark.set(mark, first);
          replaced.set(object, first);
          if (first !== object) further.set(first, [...(further.get(first) ?? []), object]);
          break;
        }
        break;
      }
      case 2:
        if (segments < limits.pdfPathSegments) {
          segments += readRules(engine, object, level.matrix, scratch, rules, limits.pdfPathSegments - segments);
        }
        break;
      case 3:
        images++;
        break;
      case 5:
        if (stack.length < limits.pdfFormDepth) {
          const matrix = multiply(readMatrix(engine, object, scratch), level.matrix);
          stack.push({ form: object, at: 0, count: calls.FPDFFormObj_CountObjects!(object), matrix });
        }
        break;
    }
  }
  return { order, replaced, further, rules, images, cut: stack.length > 0 };
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
  /** Name with the tag of the subset; '' where the engine tells none. */
  readonly font: string;
}

function readGlyphs(
  engine: Pdfium,
  textPage: number,
  objects: PageObjects,
  scratch: number,
  limits: DocumentLimits,
): RawGlyph[] {
  const { calls, memory } = engine;
  const count = Math.min(calls.FPDFText_CountChars!(textPage), limits.characters);
  const found: { order: number; glyph: RawGlyph }[] = [];
  const fontNames = new Map<number, string>();
  const replacement = new Map<number, RawGlyph>();
  let lastObject = 0;
  let order = 0;
  let size = 0;
  let turn = 0;
  let bold = false;
  let font = '';
  for (let index = 0; index < count; index++) {
    if (calls.FPDFText_IsGenerated!(textPage, index) === 1) continue;
    const code = calls.FPDFText_GetUnicode!(textPage, index);
    if (code === 0 || code === 13 || code === 10 || code === 0xfffe || code === 0xffff || code > 0x10ffff) continue;
    const object = calls.FPDFText_GetTextObject!(textPage, index);
    if (object !== lastObject) {
      lastObject = object;
      order = objects.order.get(object) ?? order;
      calls.FPDFText_GetMatrix!(textPage, index, scratch);
      const [a, b, c, d] = new Float32Array(memory.buffer, scratch, 4) as unknown as [number, number, number, number];
      size = calls.FPDFText_GetFontSize!(textPage, index) * Math.hypot(c, d) || 1;
      turn = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4;
      font = fontName(engine, object, scratch, fontNames);
      bold = boldName.test(font) || (object !== 0 && calls.FPDFTextObj_GetTextRenderMode!(object) === strokes);
    }
    const first = objects.replaced.get(object);
    const text = code === 2 ? '-' : String.fromCodePoint(code);
    if (first !== undefined) {
      const known = replacement.get(first);
      if (known) {
        if (first === object) known.text += text;
        continue;
      }
      if (first !== object) continue;
    }
    const glyph: RawGlyph = { text, ox: 0, oy: 0, left: 0, bottom: 0, right: 0, top: 0, size, bold, turn, font };
    calls.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8);
    const origin = new Float64Array(memory.buffer, scratch, 2);
    [glyph.ox, glyph.oy] = [origin[0]!, origin[1]!];
    if (first !== undefined) {
      readBounds(glyph, engine, object, scratch);
      for (const other of objects.further.get(first) ?? []) widen(glyph, engine, other, scratch);
      replacement.set(first, glyph);
    } else {
      calls.FPDFText_GetLooseCharBox!(textPage, index, scratch);
      const box = new Float32Array(memory.buffer, scratch, 4);
      [glyph.left, glyph.top, glyph.right, glyph.bottom] = [box[0]!, box[1]!, box[2]!, box[3]!];
    }
    found.push({ order, glyph });
  }
  // The text page follows content order but for characters the engine moved; a stable sort puts them back.
  return found.sort((a, b) => a.order - b.order).map(({ glyph }) => glyph);
}

function readBounds(glyph: RawGlyph, engine: Pdfium, object: number, scratch: number): void {
  const ok = engine.calls.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const box = new Float32Array(engine.memory.buffer, scratch, 4);
  if (ok === 0) [glyph.left, glyph.bottom, glyph.right, glyph.top] = [glyph.ox, glyph.oy, glyph.ox, glyph.oy];
  else [glyph.left, glyph.bottom, glyph.right, glyph.top] = [box[0]!, box[1]!, box[2]!, box[3]!];
}

/** Later objects of a replaced mark only add to its width. */
function widen(glyph: RawGlyph, engine: Pdfium, object: number, scratch: number): void {
  if (engine.calls.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return;
  const box = new Float32Array(engine.memory.buffer, scratch, 4);
  glyph.left = Math.min(glyph.left, box[0]!);
  glyph.bottom = Math.min(glyph.bottom, box[1]!);
  glyph.right = Math.max(glyph.right, box[2]!);
  glyph.top = Math.max(glyph.top, box[3]!);
}

/** Bold by the font's name, or by stroking the outlines. */
const boldName = /bold|black|heavy|,b\b/i;
/** Render mode. */
const strokes = 2;

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
