// One fast look over a text, before anything is done to it: most texts need no repair, many not even another form.
// Internal to text/.

import { folded } from './fold.ts';
import { misspeltWords } from './misspellings.ts';
import { hasSwapped, lacksSaraAm, looksSwapped, saraAmSigns } from './sara-am.ts';
import { buildAutomaton } from './string-automaton.ts';
import {
  afterVowel,
  charClass,
  isMark,
  leadingVowel,
  nikhahit,
  privateUse,
  saraAa,
  saraAm,
  saraE,
  space,
  toneMark,
  vowelMark,
} from './thai-letters.ts';

/** Characters deleted: zero-width, soft hyphen, byte order mark, direction marks. */
export const invisible: ReadonlySet<number> = new Set([
  0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061,
  0x2062, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff,
]);

/** What may be the matter with a text; each is a bit, and may be said where nothing is. */
export const look = { damaged: 1, oddSpaces: 2, folds: 4, misspelt: 8 } as const;

// Kinds of characters: nothing to see · another in the match form · white space · marks and ะ, which need a look after white
// space or after their own kind · SARA E · SARA AA or AM · white space beyond ASCII · Latin-1, which needs a look after its own
// kind · what always needs repair.
const plain = 0;
const folds = 1;
const blank = 2;
const mark = 3;
const vowelE = 4;
const vowelAa = 5;
const oddSpace = 6;
const highLatin = 7;
const always = 8;

const kinds: Uint8Array = buildKinds();

function buildKinds(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let c = 0; c < table.length; c++) if (folded[c] !== c) table[c] = folds;
  for (let c = 0; c < 0x80; c++) if (folded[c] === 0x20) table[c] = blank;
  // A line end goes where another or the text's end follows.
  table[0x0a] = folds;
  for (let c = 0x0e30; c < 0x0e4f; c++) if (isMark(c)) table[c] = mark;
  table[0x0e30] = mark;
  table[saraE] = vowelE;
  table[saraAa] = vowelAa;
  table[saraAm] = vowelAa;
  table.fill(highLatin, 0x80, 0x100);
  for (let c = 0x80; c < 0xfff0; c++) if (charClass[c] === space && c !== 0x2028 && c !== 0x2029) table[c] = oddSpace;
  // Tone marks of some fonts, and the first byte of Thai in UTF-8.
  for (const c of [0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xe0, nikhahit, 0x0e45]) table[c] = always;
  for (const c of [...invisible, ...privateUse.keys()]) table[c] = always;
  return table;
}

/** Whether repair does something to the character itself, wherever it stands. */
export const isOdd = (c: number): boolean => kinds[c]! >= oddSpace;

/** Signs of lost or swapped SARA AM and of misspellings, as they stand in the match form. */
const signs = buildAutomaton([...saraAmSigns, ...misspeltWords]);
/** Letters by what stands for them in the match form; white space is passed over. */
const letterOf = signs.letterOf.map((_, c) => (folded[c] === 0x20 ? signs.passed : signs.letterOf[folded[c]!]!));

/** Bits of `look`. Once a text is `damaged`, the others are not looked for. */
export function firstLook(text: string): number {
  const { next, letters, mask } = signs;
  let seen = 0;
  let before = 0;
  let before2 = 0;
  let pairs = 0;
  let pairEnd = -2;
  let state = 0;
  let signed = false;
  let odd = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const kind = kinds[c]!;
    if (kind !== plain) {
      if (kind === always) return look.damaged;
      if (kind <= blank) seen |= look.folds;
      else if (kind === oddSpace) {
        seen |= look.oddSpaces | look.folds;
        odd = true;
      } else if (kind === highLatin) {
        odd = true;
        if (before >= 0x80 && before < 0x100) return look.damaged;
        if (folded[c] !== c) seen |= look.folds;
      } else if (isMisplaced(kind, c, before, before2)) return look.damaged;
      else if (kind === vowelE && i > 2 && isMojibake(text, i)) return look.damaged;
    }
    // Three equal pairs side by side: doubled letters (fake bold), or a triple signature of wrong decoding (เธเธเธ).
    if (c === before && pairEnd !== i - 1) {
      pairs = pairEnd === i - 2 ? pairs + 1 : 1;
      pairEnd = i;
      if (pairs >= 3) return look.damaged;
    }
    state = next[state * letters + letterOf[c]!]!;
    if (state > mask) {
      state &= mask;
      signed = true;
    }
    before2 = before;
    before = c;
  }
  if (!signed) return seen;
  // A lone จำก may be right as written.
  const swapped = hasSwapped(text) && (odd || looksSwapped(text));
  return swapped || lacksSaraAm(text) ? look.damaged : seen | look.misspelt;
}

function isMisplaced(kind: number, c: number, before: number, before2: number): boolean {
  const k = charClass[before]!;
  if (kind === mark) {
    // The usual sequence "vowel, then tone" is the only harmless one.
    if (k !== vowelMark && k !== toneMark) return k === space || k === afterVowel || k === leadingVowel;
    return !(charClass[c] === toneMark && k === vowelMark && !isMark(before2));
  }
  if (kind === vowelE) return before === saraE;
  return k === space || before === saraAm || k === vowelMark || (k === toneMark && charClass[before2] === vowelMark);
}

/** `เธXเ`: UTF-8 read as windows-874. */
function isMojibake(text: string, i: number): boolean {
  const second = text.charCodeAt(i - 2);
  return (second === 0x0e18 || second === 0x0e19) && text.charCodeAt(i - 3) === saraE;
}
