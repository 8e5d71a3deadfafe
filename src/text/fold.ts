// Character by character into the match form: digits, case, quotes, dashes, white space. Internal to text/.

import type { Tape } from './draft.ts';
import { charClass, digit, isThai, space } from './thai-letters.ts';

/** Stands for a masked character (phrase.ts). */
export const masked = 0x01;
const pipe = 0x7c;
const newline = 0x0a;

/** Character for character: what stands for it in the match form; a space for white space, which `fold` may leave out. */
export const folded: Uint16Array = buildFolded();

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
    for (const zero of [0x0e50, 0x0ed0, 0x17e0, 0x0660, 0x06f0, 0x2080, 0xff10]) table[zero + i] = 0x30 + i;
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

/**
 * Writes the match form on the tape, with offsets by those of the text (its own places when there are none); true when
 * single digits stand apart (a letter-spaced number, perhaps).
 */
export function fold(text: string, offsets: Uint32Array | undefined, tape: Tape): boolean {
  const { codes } = tape;
  let pending = -1; // offset of a white space not yet written
  let n = 0;
  let spacedDigits = 0;
  for (let i = 0; i < text.length; i++) {
    const c = folded[text.charCodeAt(i)]!;
    if (c === 0x20) {
      if (pending < 0) pending = offsets === undefined ? i : offsets[i]!;
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
    tape.offsets[n++] = offsets === undefined ? i : offsets[i]!;
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
