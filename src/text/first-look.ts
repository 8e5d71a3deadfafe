// One fast look over a text, before anything is done to it: most texts need no repair, many not even another form.
// Internal to text/.

import { folded } from './fold.ts';
import { misspeltWords } from './misspellings.ts';
import { hasSwapped, lacksSaraAm, looksSwapped, saraAmSigns } from './sara-am.ts';
import { buildAutomaton } from './string-automaton.ts';
import {
  charClass,
  isMark,
  nikhahit,
  privateUse,
  replacement,
  saraA,
  saraAa,
  saraAm,
  saraE,
  space,
  vowelMark,
} from './thai-letters.ts';
import { tornSigns } from './torn-words.ts';

/** Characters deleted: zero-width, soft hyphen, byte order mark, direction marks. */
export const invisible: ReadonlySet<number> = new Set([
  0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061,
  0x2062, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff,
]);

/** What may be the matter with a text; each is a bit, and may be said where nothing is. */
export const look = { damaged: 1, oddSpaces: 2, folds: 4, misspelt: 8 } as const;

// Kinds of characters, by what they may do to their neighbours.
const plain = 0;
/** Another character in the match form. */
const folds = 1;
/** A line end or tab: white space that is not left out. */
const line = 2;
const blank = 3;
/** White space beyond ASCII. */
const oddSpace = 4;
const vowel = 5;
const tone = 6;
const after = 7;
const aa = 8;
const am = 9;
const leading = 10;
const e = 11;
const highLatin = 12;
const highLatinFolds = 13;
/** Needs repair wherever it stands. */
const always = 14;
/** In place of `tone`, after a vowel above or below. */
const toneOnVowel = 15;
/** A Thai consonant. */
const letter = 16;
/** A digit, Latin letter or other sign that some fonts have for a mark. */
const sign = 17;
const signFolds = 18;
/** In place of those, after Thai. */
const signInThai = 19;
const signInThaiFolds = 20;
/** In place of what is Thai, after such a sign: the next kinds, in this order. */
const afterSign = 21;
const thaiKinds: readonly number[] = [letter, vowel, tone, after, aa, am, leading, e];
/** In place of `blank`, after such a sign. */
const blankAfterSign = 29;
/** More than there are kinds. */
const width = 32;

const kinds: Uint8Array = buildKinds();

function buildKinds(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let c = 0; c < table.length; c++) if (folded[c] !== c) table[c] = folds;
  for (let c = 0; c < 0xfff0; c++) {
    if (charClass[c] === space) table[c] = folded[c] !== 0x20 ? line : c < 0x80 ? blank : oddSpace;
  }
  for (let c = 0x0e30; c < 0x0e4f; c++) if (isMark(c)) table[c] = charClass[c] === vowelMark ? vowel : tone;
  for (let c = 0x0e40; c < 0x0e45; c++) table[c] = leading;
  for (let c = 0x0e01; c < 0x0e2f; c++) if (folded[c] === c) table[c] = letter;
  for (const ch of "0123456789abcdefghijklmnopqrstuvwxyz<>'[]") table[ch.charCodeAt(0)] = sign;
  for (let c = 0x41; c <= 0x5a; c++) table[c] = signFolds;
  table[saraA] = after;
  table[saraAa] = aa;
  table[saraAm] = am;
  table[saraE] = e;
  for (let c = 0x80; c < 0x100; c++) {
    if (charClass[c] !== space) table[c] = folded[c] === c ? highLatin : highLatinFolds;
  }
  // Tone marks of some fonts, and the first byte of Thai in UTF-8.
  for (const c of [0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xe0, nikhahit, 0x0e45, replacement]) table[c] = always;
  for (const c of [...invisible, ...privateUse.keys()]) table[c] = always;
  return table;
}

/** Whether repair does something to the character itself, wherever it stands. */
export const isOdd = (c: number): boolean => kinds[c] === oddSpace || (kinds[c]! >= highLatin && kinds[c]! <= always);

/** What a character is after another, by `width` × kind before + kind: its kind, or `always` where the two need repair. */
const meetings: Uint8Array = buildMeetings();

function buildMeetings(): Uint8Array {
  const table = Uint8Array.from({ length: width * width }, (_, at) => at % width);
  const forbid = (before: readonly number[], next: readonly number[]): void => {
    for (const b of before) for (const n of next) table[b * width + n] = always;
  };
  const spaces = [line, blank, oddSpace];
  const tones = [tone, toneOnVowel];
  forbid([...spaces, after, aa, am, leading, e, ...tones], [vowel, tone, after]);
  forbid([vowel], [vowel, after]);
  table[vowel * width + tone] = toneOnVowel;
  forbid([...spaces, am, vowel, toneOnVowel], [aa, am]);
  forbid([e], [e]);
  forbid([highLatin, highLatinFolds], [highLatin, highLatinFolds]);
  for (const before of [...thaiKinds, toneOnVowel]) {
    table[before * width + sign] = signInThai;
    table[before * width + signFolds] = signInThaiFolds;
  }
  for (const [i, kind] of thaiKinds.entries()) {
    for (const before of [signInThai, signInThaiFolds]) table[before * width + kind] = afterSign + i;
    table.copyWithin((afterSign + i) * width, kind * width, (kind + 1) * width);
  }
  table.copyWithin(blankAfterSign * width, blank * width, (blank + 1) * width);
  for (const [i, kind] of thaiKinds.entries())
    if (table[blank * width + kind] === kind) table[blankAfterSign * width + kind] = afterSign + i;
  for (const before of [signInThai, signInThaiFolds]) table[before * width + blank] = blankAfterSign;
  return table;
}

const bit = (...of: readonly number[]): number => of.reduce((bits, kind) => bits | (1 << kind), 0);
const foldingKinds = bit(folds, line, blank, oddSpace, highLatinFolds, signFolds, signInThaiFolds, blankAfterSign);
const oddKinds = bit(oddSpace, highLatin, highLatinFolds);
const signKinds = bit(...thaiKinds.map((_, i) => afterSign + i));

/** Signs of lost or swapped SARA AM, misspellings and torn words, as they stand in the match form. */
const signs = buildAutomaton([...new Set([...saraAmSigns, ...misspeltWords, ...tornSigns])]);
/** Signs numbered below this are of SARA AM. */
const ofSaraAm = new Set(saraAmSigns).size;
/** Letters by what stands for them in the match form; white space is passed over. */
const letterOf = signs.letterOf.map((_, c) => (folded[c] === 0x20 ? signs.passed : signs.letterOf[folded[c]!]!));

/** Bits of `look`. Once a text is `damaged`, the others are not looked for. */
export function firstLook(text: string): number {
  const { next, letters, mask } = signs;
  let kindsSeen = 0;
  let kind = plain;
  let before = 0;
  let pairs = 0;
  let pairEnd = -2;
  let state = 0;
  let signed = false;
  let saraAmSigned = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    kind = meetings[kind * width + kinds[c]!]!;
    kindsSeen |= 1 << kind;
    if (kind === always || (kind === e && i > 2 && isMojibake(text, i))) return look.damaged;
    // Three equal pairs side by side: doubled letters (fake bold), or a triple signature of wrong decoding (เธเธเธ).
    if (c === before && pairEnd !== i - 1) {
      pairs = pairEnd === i - 2 ? pairs + 1 : 1;
      pairEnd = i;
      if (pairs >= 3) return look.damaged;
    }
    before = c;
    state = next[state * letters + letterOf[c]!]!;
    if (state > mask) {
      state &= mask;
      for (let end = signs.longestEnd[state]!; end !== 0; end = signs.shorterEnd[end - 1]!) {
        if (end <= ofSaraAm) saraAmSigned = true;
        else signed = true;
      }
    }
  }
  const seen =
    ((kindsSeen & foldingKinds) === 0 ? 0 : look.folds) |
    ((kindsSeen & bit(oddSpace)) === 0 ? 0 : look.oddSpaces) |
    ((kindsSeen & signKinds) === 0 ? 0 : look.misspelt);
  const found = signed ? seen | look.misspelt : seen;
  if (!saraAmSigned) return found;
  // A lone จำก may be right as written.
  const swapped = hasSwapped(text) && ((kindsSeen & oddKinds) !== 0 || looksSwapped(text));
  return swapped || lacksSaraAm(text) ? look.damaged : found;
}

/** `เธXเ`: UTF-8 read as windows-874. */
function isMojibake(text: string, i: number): boolean {
  const second = text.charCodeAt(i - 2);
  return (second === 0x0e18 || second === 0x0e19) && text.charCodeAt(i - 3) === saraE;
}
