// The match form of a text (what phrases, years and amounts are looked up in) and its consonant skeleton, both with their
// way back to the original. Pure; the original is never changed, quotes are always cut from it.

import type { MappedText, Tape } from './draft.ts';
import { cutTape, newTape, replaceMapped } from './draft.ts';
import { repair } from './repair.ts';
import {
  charClass,
  consonant,
  digit,
  isThai,
  latin,
  saraAa,
  saraAm,
  space,
  toneMark,
  vowelMark,
} from './thai-letters.ts';

export { cutQuote } from './cut-quote.ts';

/**
 * A text in match form: repaired, digits ASCII, lower case, ฎ as ฏ, quotes and dashes plain, no white space next to Thai
 * letters and one space elsewhere. `|` is a cell edge, `\n` a line end, U+0001 a masked character (phrase.ts).
 */
export interface NormalText {
  readonly original: string;
  readonly text: string;
  /** `offsets[i]` = index in `original` of `text[i]`; `offsets[text.length]` = `original.length`; never decreasing. */
  readonly offsets: Uint32Array;
  /** Repairs that show real damage of the text. */
  readonly damage: number;
}

export const masked = 0x01;
const pipe = 0x7c;
const newline = 0x0a;

export function normalise(original: string): NormalText {
  const repaired = repair(original);
  const tape = newTape(repaired.text.length);
  const spacedDigits = fold(repaired, tape);
  let out = cutTape(tape, original.length);
  if (spacedDigits) out = replaceMapped(out, spacedYear, (match) => match[0].replaceAll(' ', ''), true);
  if (misspeltOnce.test(out.text)) out = replaceMapped(out, misspelt, (match) => misspellings[match[0]], false);
  return { original, text: out.text, offsets: out.offsets, damage: repaired.damage + out.damage };
}

/** `2 5 6 9`: a letter-spaced year. */
const spacedYear = /(?<!\d ?)2 [05] \d \d(?! ?\d)/g;

/** Common misspellings of the words that count (thai.md 3.1), in match form. */
const misspellings: Readonly<Record<string, string>> = {
  ประเมิณ: 'ประเมิน',
  งบประมาน: 'งบประมาณ',
  ประกาส: 'ประกาศ',
  เว็ปไซ: 'เว็บไซ',
  เวปไซ: 'เวบไซ',
  เว็บไซด์: 'เว็บไซต์',
  มาตราฐาน: 'มาตรฐาน',
  พึ่งพอใจ: 'พึงพอใจ',
  อนุญาติ: 'อนุญาต',
  โปร่งใส่: 'โปร่งใส',
  แผยแพร่: 'เผยแพร่',
  ตำเนินงาน: 'ดำเนินงาน',
  ตำเนินการ: 'ดำเนินการ',
  ปรกาศ: 'ประกาศ',
  บุคคลากร: 'บุคลากร',
  ไตรมาศ: 'ไตรมาส',
  โครงการณ์: 'โครงการ',
  ยุทธศาตร์: 'ยุทธศาสตร์',
  ยุทศาสตร์: 'ยุทธศาสตร์',
  ปฏิบัตราชการ: 'ปฏิบัติราชการ',
  ปฏิบัติราชาการ: 'ปฏิบัติราชการ',
};
const misspelt = new RegExp(Object.keys(misspellings).join('|'), 'g');
const misspeltOnce = new RegExp(misspelt.source);

/** Character for character: what stands for it in the match form. 0 = by the rules of `fold`. */
const folded: Uint16Array = buildFolded();

function buildFolded(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let c = 0; c < table.length; c++) table[c] = c;
  const rows: readonly (readonly [string, string])[] = [
    ['ฎ', 'ฏ'],
    ['‘’‚‛′‵`´ʼ＇', "'"],
    ['“”„‟″‶«»〝〞＂', '"'],
    ['‐‑‒–—―−﹘﹣⁃', '-'],
    ['｜│┃¦∣', '|'],
    ['～〜∼', '~'],
    ['․', '.'],
  ];
  for (const [from, to] of rows) for (const ch of from) table[ch.charCodeAt(0)] = to.charCodeAt(0);
  for (let i = 0; i < 10; i++) {
    for (const zero of [0x0e50, 0x0ed0, 0x17e0, 0x0660, 0x06f0, 0xff10]) table[zero + i] = 0x30 + i;
  }
  for (let c = 0xff01; c <= 0xff5e; c++) if (table[c] === c) table[c] = c - 0xfee0;
  for (let c = 0; c < table.length; c++) {
    const to = table[c]!;
    if (to >= 0x41 && to <= 0x5a) table[c] = to + 0x20;
  }
  for (let c = 0xc0; c <= 0xde; c++) if (c !== 0xd7) table[c] = c + 0x20;
  // White space: a cell edge, a line end, or a space.
  for (let c = 0; c < table.length; c++) if (charClass[c] === space) table[c] = 0x20;
  table[0x09] = pipe;
  for (const c of [0x0a, 0x0d, 0x0b, 0x0c, 0x2028, 0x2029]) table[c] = newline;
  table[masked] = 0xfffd;
  return table;
}

/** Writes the match form on the tape; true when single digits stand apart (a letter-spaced number, perhaps). */
function fold(m: MappedText, tape: Tape): boolean {
  const { text, offsets } = m;
  const { codes } = tape;
  let pending = -1; // offset of a white space not yet written
  let n = 0;
  let spacedDigits = 0;
  for (let i = 0; i < text.length; i++) {
    const c = folded[text.charCodeAt(i)]!;
    if (c === 0x20) {
      if (pending < 0) pending = offsets[i]!;
      continue;
    }
    if (pending >= 0) {
      if (n > 0 && needsSpace(codes, n, c)) {
        if (charClass[c] === digit && charClass[codes[n - 1]!] === digit) spacedDigits++;
        codes[n] = 0x20;
        tape.offsets[n++] = pending;
      }
      pending = -1;
    }
    if (c === newline && (n === 0 || codes[n - 1] === newline)) continue;
    codes[n] = c;
    tape.offsets[n++] = offsets[i]!;
  }
  while (n > 0 && codes[n - 1] === newline) n--;
  tape.length = n;
  return spacedDigits >= 3;
}

/** White space is kept only between what would run together: not next to Thai, edges, or the inner side of brackets. */
function needsSpace(codes: Uint16Array, n: number, next: number): boolean {
  const before = codes[n - 1]!;
  if (isThai(before) || isThai(next)) return false;
  switch (before) {
    case pipe:
    case newline:
    case 0x28: // (
    case 0x5b: // [
      return false;
    case 0x2e: // the full stop of a Thai abbreviation: พ.ศ. 2569
      if (n > 1 && isThai(codes[n - 2]!)) return false;
  }
  return next !== pipe && next !== newline && next !== 0x29 && next !== 0x5d;
}

/** Where a skeleton's characters stand in the match form it was taken from; internal to text/. */
export interface Skeleton {
  readonly text: string;
  /** Index in the match form of each character and of the end. */
  readonly places: Uint32Array;
}

const skeletons = new WeakMap<NormalText, Skeleton>();

/** The skeleton with its places in the match form; computed once for a text. */
export function skeletonOf(n: NormalText): Skeleton {
  const known = skeletons.get(n);
  if (known) return known;
  const tape = newTape(n.text.length);
  let length = 0;
  for (let i = 0; i < n.text.length; i++) {
    const c = n.text.charCodeAt(i);
    const k = charClass[c];
    if (k === vowelMark || k === toneMark) continue;
    tape.codes[length] = c === saraAm ? saraAa : c;
    tape.offsets[length++] = i;
  }
  tape.length = length;
  const { text, offsets } = cutTape(tape, n.text.length);
  const skeleton = { text, places: offsets };
  skeletons.set(n, skeleton);
  return skeleton;
}

/**
 * Consonant skeleton (thai.md 3.4): the match form without above and below vowels, tone marks and nikhahit, ำ as า. Equal for
 * a clean text and most damaged ones; unrelated short words collide, so only long phrases may be looked up in it.
 */
export function skeleton(n: NormalText): NormalText {
  const { text, places } = skeletonOf(n);
  return { original: n.original, text, offsets: places.map((place) => n.offsets[place]!), damage: n.damage };
}

/** The span of the original that `text[start, end)` was made from, without white space at its ends. */
export function sourceSpan(n: NormalText, start: number, end: number): [number, number] {
  let from = n.offsets[start]!;
  let to = Math.max(from, n.offsets[end]!);
  while (from < to && charClass[n.original.charCodeAt(from)] === space) from++;
  // Up to the next character of the match form lie its own marks, but also what the match form dropped.
  while (to > from && trailing(n.original.charCodeAt(to - 1))) to--;
  return [from, to];
}

function trailing(c: number): boolean {
  return charClass[c] === space || c === 0xfeff || (c >= 0x200b && c <= 0x200f) || c === 0x2060 || c === 0xad;
}

/** Letters of a text that carry meaning in the skeleton (for the eight-letter rule). */
export function skeletonLetters(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const k = charClass[text.charCodeAt(i)];
    if (k === consonant || k === latin || (k !== vowelMark && k !== toneMark && isThai(text.charCodeAt(i)))) letters++;
  }
  return letters;
}
