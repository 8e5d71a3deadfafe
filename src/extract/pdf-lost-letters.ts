// Gives back SARA AA where a font's Unicode table has lost it. Some writers (pdfkit and others that shape with fontkit) draw
// SARA AM as NIKHAHIT and SARA AA, and tell the character of the first part alone: where a font met SARA AM before any SARA AA,
// every SARA AA of it comes out as the number of its glyph (ค\u0003สั่งโรงพย\u0003บ\u0003ล, ประจำ,ปี). Pure but for the memory given.

/** What is needed of a drawn character; `text` is changed in place. */
export interface FontGlyph {
  text: string;
  /** Name of its font, with the tag of the subset. */
  readonly font: string;
}

/** Font → the character that stands for SARA AA in it, as earlier pages of the document have shown. */
export type LostLetters = Map<string, string>;

const saraAm = 'ำ';
const saraAa = 'า';

/** Glyphs in content order. */
export function restoreLetters(glyphs: readonly FontGlyph[], lost: LostLetters): void {
  for (const [font, places] of placesByFont(glyphs)) {
    const inFont = places.map((at) => glyphs[at]!.text);
    // A font that has the letter has not lost it.
    if (inFont.includes(saraAa)) continue;
    const stands = lost.get(font) ?? standsForAa(glyphs, places);
    if (stands === undefined) continue;
    lost.set(font, stands);
    for (const at of places) {
      const glyph = glyphs[at]!;
      if (glyph.text !== stands) continue;
      const before = glyphs[at - 1];
      // SARA AM was told whole.
      glyph.text = before?.font === font && before.text === saraAm ? '' : saraAa;
    }
  }
}

function placesByFont(glyphs: readonly FontGlyph[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { font }] of glyphs.entries()) {
    const known = places.get(font);
    if (known) known.push(at);
    else places.set(font, [at]);
  }
  return places;
}

/** The one character that follows every SARA AM of the font, or a control character that only follows Thai letters. */
function standsForAa(glyphs: readonly FontGlyph[], places: readonly number[]): string | undefined {
  const followers: string[] = [];
  const controls = new Set<string>();
  for (const at of places) {
    const { text, font } = glyphs[at]!;
    const next = glyphs[at + 1];
    if (text === saraAm && next?.font === font) followers.push(next.text);
    if (isControl(text)) controls.add(text);
  }
  const [follower] = followers;
  const candidate =
    follower !== undefined && followers.every((text) => text === follower)
      ? follower
      : followers.length === 0 && controls.size === 1
        ? [...controls][0]!
        : undefined;
  if (candidate === undefined || !canStand.test(candidate)) return undefined;
  const stands = places.filter((at) => glyphs[at]!.text === candidate);
  if (!stands.every((at) => at > 0 && glyphs[at - 1]!.font === glyphs[at]!.font && thai.test(glyphs[at - 1]!.text)))
    return undefined;
  // What is printed may by chance stand behind one SARA AM (ลำ1).
  const fewest = isControl(candidate) ? (followers.length > 0 ? 1 : 2) : 3;
  return stands.length >= fewest ? candidate : undefined;
}

const isControl = (text: string): boolean => text.length === 1 && text < ' ';
const canStand = /^[^\s\u0e00-\u0e7f\ufffd]$|^[\u0001-\u0008\u000b\u000c\u000e-\u001f]$/u;
/** Ends in a Thai letter or mark. */
const thai = /[\u0e01-\u0e4e]$/u;
