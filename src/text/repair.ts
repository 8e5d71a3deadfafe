// Reading-form repair of Thai text as documents and pages really deliver it. Linear in the text's length, idempotent,
// and clean text comes back unchanged. May not guess: what rules cannot restore is left for the skeleton (normal.ts).

import { undoubleLetters } from './doubled-letters.ts';
import type { MappedText } from './draft.ts';
import { cutTape, identity, newTape } from './draft.ts';
import { endsInThaiLetter, last, put, putMark, putSaraA, putSaraAa, putSaraAm } from './letter-clusters.ts';
import { undoMojibake } from './mojibake.ts';
import { lacksSaraAm, restoreSaraAm, swapSaraAm } from './sara-am.ts';
import {
  afterVowel,
  charClass,
  isMark,
  leadingVowel,
  nikhahit,
  privateUse,
  saraA,
  saraAa,
  saraAe,
  saraAm,
  saraE,
  space,
  toneMark,
  vowelMark,
} from './thai-letters.ts';

export type { MappedText } from './draft.ts';

/** Rounds until nothing changes; a second one only finds what the first laid bare, more is for hostile input. */
const maxRounds = 6;

/**
 * Repairs, in the order of what must be known first: character sets, glyph codes, invisible characters, the places of marks
 * and SARA AM, SARA AA/AM confusions, doubled letters. `offsets` lead back into `original`; a moved mark has the offset of
 * the place it moved to.
 */
export function repair(original: string): MappedText {
  let current = identity(original);
  if (!suspicious(original) && !lacksSaraAm(original)) return current;
  for (let round = 0; round < maxRounds; round++) {
    const before = current.text;
    current = undoMojibake(current);
    current = repairLocally(current);
    current = swapSaraAm(current);
    current = restoreSaraAm(current);
    current = undoubleLetters(current);
    if (current.text === before) break;
  }
  return current;
}

/** Characters deleted: zero-width, soft hyphen, byte order mark, direction marks. */
const invisible = new Set([
  0xad, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061,
  0x2062, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff,
]);

/** 0 harmless · 1 always needs a look · 2 needs a look after white space, or after its own kind · 3 SARA E · 4 SARA AA or AM */
const alarm: Uint8Array = buildAlarm();

function buildAlarm(): Uint8Array {
  const table = new Uint8Array(65536);
  table.fill(1, 0x80, 0x100);
  for (const c of invisible) table[c] = 1;
  for (const c of privateUse.keys()) table[c] = 1;
  for (let c = 0x1680; c < 0xfff0; c++) if (charClass[c] === space && c !== 0x2028 && c !== 0x2029) table[c] = 1;
  table[nikhahit] = 1;
  table[0x0e45] = 1;
  for (let c = 0x0e30; c < 0x0e4f; c++) if (isMark(c) && c !== nikhahit) table[c] = 2;
  table[0x0e30] = 2;
  table[saraE] = 3;
  table[saraAa] = 4;
  table[saraAm] = 4;
  return table;
}

/** One fast look: can any rule below apply? (May say yes where none does.) */
function suspicious(text: string): boolean {
  let before = 0;
  let before2 = 0;
  let pairs = 0;
  let pairEnd = -2;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    switch (alarm[c]) {
      case 0:
        break;
      case 1:
        return true;
      case 2: {
        const k = charClass[before]!;
        if (k === space || k === afterVowel || k === leadingVowel || isMark(before)) {
          // The usual sequence "vowel, then tone" is the only harmless one.
          if (!(charClass[c] === toneMark && k === vowelMark && !isMark(before2))) return true;
        }
        break;
      }
      case 3:
        if (before === saraE) return true;
        break;
      default: {
        if (charClass[before] === space || before === saraAm || charClass[before] === vowelMark) return true;
        if (charClass[before] === toneMark && charClass[before2] === vowelMark) return true;
        if (c === saraAm && swapFollowers.has(i + 1 < text.length ? text.charCodeAt(i + 1) : 0)) return true;
      }
    }
    // Three equal pairs side by side: doubled letters (fake bold), or a triple signature of wrong decoding (เธเธเธ).
    if (c === before && pairEnd !== i - 1) {
      pairs = pairEnd === i - 2 ? pairs + 1 : 1;
      pairEnd = i;
      if (pairs >= 3) return true;
    }
    if (before2 === saraE && (before === 0x0e18 || before === 0x0e19) && i + 1 < text.length) {
      if (text.charCodeAt(i + 1) === saraE) return true;
    }
    before2 = before;
    before = c;
  }
  return false;
}

/** What follows the letter groups of sara-am.ts that tell a swapped text. */
const swapFollowers = new Set([...'รนมชคยจบทภว \n'].map((ch) => ch.charCodeAt(0)).concat(0));

/** Every rule that looks only at a mark's neighbourhood, in one walk. */
function repairLocally(m: MappedText): MappedText {
  const { text } = m;
  const tape = newTape(text.length);
  for (let i = 0; i < text.length; i++) {
    const original = text.charCodeAt(i);
    const at = m.offsets[i]!;
    let c = original;
    if (alarm[c] === 1) {
      if (invisible.has(c)) continue;
      if (charClass[c] === space && c > 0x7f) c = 0x20;
      else if (privateUse.has(c)) {
        c = privateUse.get(c)!;
        tape.damage++;
      } else if (c >= 0xc9 && c <= 0xcd && endsInThaiLetter(tape)) {
        c += 0x0e48 - 0xc9; // fonts with the tone marks on É Ê Ë Ì Í
        tape.damage++;
      } else if (c === 0x0e45 && last(tape) !== 0x0e24 && last(tape) !== 0x0e26) {
        c = saraAa; // LAKKHANGYAO stands after ฤ and ฦ only
        tape.damage++;
      }
    }
    if (isMark(c)) putMark(tape, c, at);
    else if (c === saraAa) putSaraAa(tape, at, text, i);
    else if (c === saraAm) putSaraAm(tape, at);
    else if (c === saraA) putSaraA(tape, at);
    else if (c === saraE && last(tape) === saraE) {
      tape.codes[tape.length - 1] = saraAe;
      tape.damage++;
    } else put(tape, c, at);
  }
  const out = cutTape(tape, m.offsets[text.length]!);
  return { ...out, damage: out.damage + m.damage };
}
