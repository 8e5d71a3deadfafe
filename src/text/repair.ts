// Reading-form repair of Thai text as documents and pages really deliver it. Linear in the text's length, idempotent,
// and clean text comes back unchanged. May not guess: what rules cannot restore is left for the skeleton (normal.ts).

import { undoubleLetters } from './doubled-letters.ts';
import type { MappedText, Tape } from './draft.ts';
import { cutTape, identity, newTape, textOf } from './draft.ts';
import { undoMojibake } from './mojibake.ts';
import { lacksSaraAm, restoreSaraAm, swapSaraAm, takesSaraAm } from './sara-am.ts';
import {
  afterVowel,
  charClass,
  consonant,
  isMark,
  isThai,
  nikhahit,
  privateUse,
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
  scatter = { text: '', block: -1, is: false }; // lets go of the text
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
        if (k === space || k === afterVowel || isMark(before)) {
          // The usual sequence "vowel, then tone" is the only harmless one.
          if (!(charClass[c] === toneMark && k === vowelMark && !isMark(before2))) return true;
        }
        break;
      }
      case 3:
        if (before === saraE) return true;
        break;
      default: {
        if (charClass[before] === space || before === saraAm) return true;
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
    else if (c === 0x0e30) {
      if (dropSpaces(tape, spacesAtEnd(tape, false))) tape.damage++;
      put(tape, c, at);
    } else if (c === saraE && last(tape) === saraE) {
      tape.codes[tape.length - 1] = saraAe;
      tape.damage++;
    } else put(tape, c, at);
  }
  const out = cutTape(tape, m.offsets[text.length]!);
  return { ...out, damage: out.damage + m.damage };
}

function put(tape: Tape, c: number, at: number): void {
  tape.codes[tape.length] = c;
  tape.offsets[tape.length++] = at;
}

function last(tape: Tape): number {
  return tape.length === 0 ? 0 : tape.codes[tape.length - 1]!;
}

function endsInThaiLetter(tape: Tape): boolean {
  let n = tape.length;
  if (n > 0 && tape.codes[n - 1] === 0x20) n--;
  const c = n === 0 ? 0 : tape.codes[n - 1]!;
  return charClass[c] === consonant || isMark(c);
}

/** How many white-space units end the tape if a Thai letter that can carry on stands before them, else 0. */
function spacesAtEnd(tape: Tape, acrossLines: boolean, alsoAfterAa = false): number {
  let n = tape.length;
  while (n > 0 && charClass[tape.codes[n - 1]!] === space && tape.length - n < 4) {
    if (!acrossLines && tape.codes[n - 1] === 0x0a) return 0;
    if (tape.codes[n - 1] === 0x09) return 0; // a tab is a cell edge
    n--;
  }
  if (n === 0 || n === tape.length) return 0;
  const c = tape.codes[n - 1]!;
  const carries = charClass[c] === consonant || isMark(c) || (alsoAfterAa && (c === saraAa || c === saraAm));
  return carries ? tape.length - n : 0;
}

function dropSpaces(tape: Tape, count: number): boolean {
  tape.length -= count;
  return count > 0;
}

/** Order inside a cluster: vowel or nikhahit, then tone or killer. */
const rank = (mark: number): number => (mark === nikhahit ? 1 : charClass[mark] === vowelMark ? 0 : 2);

function putMark(tape: Tape, mark: number, at: number): void {
  const joined = dropSpaces(tape, spacesAtEnd(tape, true, charClass[mark] === toneMark));
  let damaged = joined;
  let start = tape.length; // of the marks already on this base
  const afterAa = charClass[mark] === toneMark && (last(tape) === saraAa || last(tape) === saraAm);
  const end = afterAa ? tape.length - 1 : tape.length;
  start = end;
  while (start > 0 && isMark(tape.codes[start - 1]!)) start--;
  for (let i = start; i < end; i++) {
    if (tape.codes[i] !== mark) continue;
    tape.damage++;
    // A doubled mark; and where the consonant stands twice too (`หน้าทที่ี่`), the whole letter was doubled.
    if (
      start > 1 &&
      tape.codes[start - 2] === tape.codes[start - 1] &&
      charClass[tape.codes[start - 1]!] === consonant
    ) {
      tape.codes.copyWithin(start - 1, start, tape.length);
      tape.offsets.copyWithin(start - 1, start, tape.length);
      tape.length--;
    }
    return;
  }
  if (joined && rank(mark) === 0) moveClusterBack(tape, start);
  let place = end;
  if (!(joined && place === tape.length && rank(mark) === 0)) {
    while (place > start && rank(tape.codes[place - 1]!) > rank(mark)) place--;
  }
  if (place < tape.length) {
    // Nikhahit and tone in either order are canonical variants of one another, no damage.
    if (mark !== nikhahit && !(place === tape.length - 1 && last(tape) === nikhahit)) damaged = true;
    tape.codes.copyWithin(place + 1, place, tape.length);
  }
  tape.codes[place] = mark;
  tape.offsets[tape.length++] = at;
  if (joined) tape.joinedAt = tape.length;
  if (damaged) tape.damage++;
}

/**
 * A vowel that came after a space belongs to the consonant before it; a vowel already there then belongs to the bare
 * consonant before that (`ปฏบิ ัต` → `ปฏิบัต`).
 */
function moveClusterBack(tape: Tape, start: number): void {
  const { codes } = tape;
  if (start < 2 || start === tape.length) return;
  const hasVowel = rank(codes[start]!) === 0;
  const base = codes[start - 1]!;
  if (!hasVowel || charClass[base] !== consonant || charClass[codes[start - 2]!] !== consonant) return;
  codes.copyWithin(start - 1, start, tape.length);
  codes[tape.length - 1] = base;
}

function putSaraAa(tape: Tape, at: number, text: string, i: number): void {
  if (last(tape) === saraAm) {
    tape.damage++;
    return;
  }
  const spaces = spacesAtEnd(tape, false);
  if (spaces > 0) {
    tape.damage++;
    dropSpaces(tape, spaces);
  }
  // Torn off by a space, it is the rest of ำ, unless spaces stand all over the line; then the letters around it decide.
  const torn = spaces > 0 || tape.joinedAt === tape.length;
  const am =
    removeNikhahit(tape) ||
    (torn && (!scattered(text, i, spaces) || takesSaraAm(lettersBefore(tape), text.slice(i + 1, i + 12))));
  put(tape, am ? saraAm : saraAa, at);
}

function lettersBefore(tape: Tape): string {
  const from = Math.max(0, tape.length - 4);
  return textOf(tape.codes.subarray(from), tape.length - from);
}

/** True where the words around index `at` are mere letters and pieces (`บริ ก าร วิ ช าการ`). */
function scattered(text: string, at: number, spaces: number): boolean {
  if (spaces === 0) return true; // a space before the tone: also common where only marks were torn off
  // Judged once for a block of 64 characters with 64 on each side, so that the work stays linear.
  const block = at >> 6;
  if (scatter.text === text && scatter.block === block) return scatter.is;
  let words = 0;
  let letters = 0;
  let inWord = false;
  const end = Math.min(text.length, (block + 2) << 6);
  for (let i = Math.max(0, (block - 1) << 6); i < end; i++) {
    const c = text.charCodeAt(i);
    if (!isThai(c)) inWord = false;
    else {
      if (!inWord) words++;
      inWord = true;
      if (!isMark(c)) letters++;
    }
  }
  scatter = { text, block, is: letters < words * 2.5 };
  return scatter.is;
}
/** The last judgement; only saves work. */
let scatter = { text: '', block: -1, is: false };

function putSaraAm(tape: Tape, at: number): void {
  if (last(tape) === saraAm) {
    tape.damage++;
    return;
  }
  if (dropSpaces(tape, spacesAtEnd(tape, false))) tape.damage++;
  if (last(tape) === saraAa) {
    tape.codes[tape.length - 1] = saraAm;
    tape.damage++;
    return;
  }
  if (removeNikhahit(tape)) tape.damage++;
  put(tape, saraAm, at);
}

/** Takes the nikhahit out of the marks at the end, if there is one (it stands before any tone). */
function removeNikhahit(tape: Tape): boolean {
  for (let i = tape.length - 1; i >= 0 && isMark(tape.codes[i]!); i--) {
    if (tape.codes[i] !== nikhahit) continue;
    tape.codes.copyWithin(i, i + 1, tape.length);
    // The offset that goes is that of the last mark, so that the vowel to come starts no earlier than it.
    tape.offsets.copyWithin(i + 1, i + 2, tape.length);
    tape.length--;
    return true;
  }
  return false;
}
