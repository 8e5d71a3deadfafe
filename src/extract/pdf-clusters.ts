// Turns drawn characters into clusters: a base letter with its Thai marks in order, whatever the producer did to them.
// Pure. Decodes fonts that carry Thai as windows-874 in Latin-1 or as private-use glyph variants; repairs nothing else.
import type { Glyph } from './pdf-page.ts';

/** A base character with its combining marks, or a run of text the producer supplied as one piece. */
export interface Cluster {
  text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly turn: number;
  /** Middle of the base in the frame of the page's prevailing direction. */
  readonly cx: number;
  readonly cy: number;
}

export interface Clustered {
  readonly clusters: readonly Cluster[];
  /** Thai that came as Latin-1 letters was decoded. */
  readonly decodedLatin: boolean;
  /** Marks drawn over a letter whose character the file does not tell. */
  readonly lostMarks: number;
}

/** Orphan marks looked up by position, per page: beyond it they stay where they are (hostile pages). */
const maxOrphans = 5_000;

/** Clusters of one page, in content order. */
export function clusterGlyphs(glyphs: readonly Glyph[]): Clustered {
  const latin = carriesThaiAsLatin(glyphs);
  const clusters: Cluster[] = [];
  const orphans: { glyph: Glyph; text: string; at: number }[] = [];
  let lostMarks = 0;
  const drawn = createRepeats();
  for (const glyph of glyphs) {
    const text = decode(glyph.text, latin);
    if (text === '' || drawn.again(glyph, text)) continue;
    const mark = isMark(text);
    const previous = clusters[clusters.length - 1];
    if (mark && previous && attaches(glyph, previous)) {
      previous.text = withMark(previous.text, text);
      continue;
    }
    if (mark) {
      orphans.push({ glyph, text, at: clusters.length });
      continue;
    }
    if (text === unknown && previous && standsOver(glyph, previous)) {
      lostMarks++;
      continue;
    }
    const { x0, x1, y, size, bold, turn, cx, cy } = glyph;
    clusters.push({ text, x0, x1, y, size, bold, turn, cx, cy });
  }
  placeOrphans(clusters, orphans);
  composeSaraAm(clusters);
  return { clusters, decodedLatin: latin, lostMarks };
}

/**
 * Characters drawn twice at (nearly) one place: shadows and bold by overprinting, in runs or letter by letter. Two like
 * narrow letters in a row (`..`, `ll`) stand side by side and are two.
 */
function createRepeats(): { again(glyph: Glyph, text: string): boolean } {
  const seen = new Map<number, { text: string; x0: number; y: number; at: number }>();
  const step = 2;
  let at = 0;
  return {
    again: ({ x0, x1, y, turn }, text) => {
      if (text.trim() === '') return false;
      at++;
      const [column, row] = [Math.round(x0 / step), Math.round(y / step)];
      const key = (dx: number, dy: number) => ((column + dx + 50_000) * 100_000 + row + dy + 50_000) * 4 + turn;
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const other = seen.get(key(dx, dy));
          if (other?.text !== text || Math.abs(other.y - y) > 1.5) continue;
          const reach = at - other.at === 1 ? Math.min(1.5, (x1 - x0) * 0.25) : 1.5;
          if (Math.abs(other.x0 - x0) <= reach) return true;
        }
      }
      seen.set(key(0, 0), { text, x0, y, at });
      return false;
    },
  };
}

/** What the engine gives for a glyph without a character. */
const unknown = '\ufffd';

/** A glyph without a character that is drawn over the letter before it can only be one of its marks. */
function standsOver(glyph: Glyph, base: Cluster): boolean {
  return (
    glyph.turn === base.turn &&
    Math.abs(glyph.y - base.y) < base.size * 0.5 &&
    consonantPattern.test(base.text) &&
    glyph.x1 <= base.x1 + base.size * 0.12 &&
    glyph.x0 < base.x1 - base.size * 0.15
  );
}

/** NIKHAHIT over a letter and a SARA AA behind it are one SARA AM, drawn in two glyphs (its Unicode decomposition). */
function composeSaraAm(clusters: readonly Cluster[]): void {
  for (let index = 1; index < clusters.length; index++) {
    const [before, here] = [clusters[index - 1]!, clusters[index]!];
    if (!here.text.startsWith('\u0e32') || before.y !== here.y) continue;
    const match = /\u0e4d([\u0e48-\u0e4b]?)$/.exec(before.text);
    if (!match) continue;
    before.text = before.text.slice(0, match.index) + match[1];
    here.text = `\u0e33${here.text.slice(1)}`;
  }
}

const markPattern = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+$/;
const consonantPattern = /[\u0e01-\u0e2e\u25cc]/;

function isMark(text: string): boolean {
  return markPattern.test(text);
}

/** A mark follows its base directly: same line, and over or just behind it. */
function attaches(mark: Glyph, base: Cluster): boolean {
  if (mark.turn !== base.turn || Math.abs(mark.y - base.y) > base.size * 0.7) return false;
  if (!consonantPattern.test(base.text)) return false;
  return mark.x0 < base.x1 + base.size * 0.35 && Math.max(mark.x1, mark.x0) > base.x0 - base.size * 0.03;
}

/** Appends a mark in canonical order: vowel before tone, and no mark twice. */
function withMark(text: string, mark: string): string {
  if (text.endsWith(mark)) return text;
  const last = text[text.length - 1] ?? '';
  const upperVowel = /[\u0e31\u0e34-\u0e3a\u0e47\u0e4d]/;
  if (/[\u0e48-\u0e4c]/.test(last) && upperVowel.test(mark)) return text.slice(0, -1) + mark + last;
  return text + mark;
}

/** Gives each orphan to the nearest consonant that stands under or over it. */
function placeOrphans(clusters: Cluster[], orphans: readonly { glyph: Glyph; text: string; at: number }[]): void {
  if (orphans.length === 0) return;
  const rows = new Map<number, Cluster[]>();
  const key = (y: number) => Math.round(y / 8);
  for (const cluster of clusters) {
    if (!consonantPattern.test(cluster.text)) continue;
    const row = rows.get(key(cluster.y));
    if (row) row.push(cluster);
    else rows.set(key(cluster.y), [cluster]);
  }
  const homeless: { cluster: Cluster; at: number }[] = [];
  for (const [index, { glyph, text, at }] of orphans.entries()) {
    let best: Cluster | undefined;
    let bestDistance = Infinity;
    if (index < maxOrphans) {
      const reach = Math.ceil((glyph.size * 0.9) / 8);
      // Marks overhang to the left of their advance: the right edge is the steadier anchor.
      const x = Math.max(glyph.x0, glyph.x1 - glyph.size * 0.1);
      for (let row = key(glyph.y) - reach; row <= key(glyph.y) + reach; row++) {
        for (const cluster of rows.get(row) ?? []) {
          if (cluster.turn !== glyph.turn || Math.abs(cluster.y - glyph.y) > glyph.size * 0.9) continue;
          const dx = x < cluster.x0 ? cluster.x0 - x : x > cluster.x1 ? x - cluster.x1 : 0;
          const distance = dx + Math.abs(cluster.y - glyph.y) * 0.5;
          if (dx <= cluster.size * 0.5 && distance < bestDistance) [best, bestDistance] = [cluster, distance];
        }
      }
    }
    if (best) best.text = withMark(best.text, text);
    else {
      const { x0, x1, y, size, bold, turn, cx, cy } = glyph;
      homeless.push({ cluster: { text, x0, x1, y, size, bold, turn, cx, cy }, at });
    }
  }
  for (const { cluster, at } of homeless.reverse()) clusters.splice(at, 0, cluster);
}

/**
 * A font without Unicode table whose codes are windows-874 reads as Latin-1 accents. Told by their share: no page in a
 * European language consists of accented letters mostly, and one Thai letter on the page means that the font knows Thai.
 */
function carriesThaiAsLatin(glyphs: readonly Glyph[]): boolean {
  let accents = 0;
  let letters = 0;
  let thai = 0;
  for (const { text } of glyphs) {
    const code = text.codePointAt(0) ?? 0;
    if (code >= 0xa1 && code <= 0xfb) accents++;
    if (code >= 0x0e01 && code <= 0x0e5b) thai++;
    if (code > 0x20) letters++;
  }
  return accents >= 12 && thai < accents / 50 && accents > letters * 0.35;
}

/** Glyph variants of Thai marks in the private-use area (Windows fonts), to the letters they draw. */
const privateUse = 'ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู';

function decode(text: string, latin: boolean): string {
  let result = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (
      code < 0x20 ||
      (code >= 0x7f && code < 0xa0) ||
      code === 0xad ||
      (code >= 0x200b && code <= 0x200f) ||
      code === 0xfeff
    )
      continue;
    if (code === 0xa0 || code === 0x2002 || code === 0x2003 || code === 0x3000) result += ' ';
    else if (code >= 0xf700 && code <= 0xf71a) result += privateUse[code - 0xf700];
    else if (latin && code >= 0xa1 && code <= 0xfb && !(code > 0xda && code < 0xdf))
      result += String.fromCodePoint(code + 0xd60);
    else result += char;
  }
  return result;
}
