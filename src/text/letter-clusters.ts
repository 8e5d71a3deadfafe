// Puts Thai marks and following vowels on a tape where they belong, as far as their neighbourhood tells: order, doubling,
// white space in between, SARA AM in pieces, marks one letter too late. The rules of repair.ts, one character at a time.

import { type Tape, textOf } from './draft.ts';
import { mayTakeSaraAm, takesSaraAm } from './sara-am.ts';
import {
  charClass,
  consonant,
  isMark,
  isThai,
  leadingVowel,
  nikhahit,
  saraA,
  saraAa,
  saraAm,
  space,
  toneMark,
  vowelMark,
} from './thai-letters.ts';

export function put(tape: Tape, c: number, at: number): void {
  tape.codes[tape.length] = c;
  tape.offsets[tape.length++] = at;
}

export function last(tape: Tape): number {
  return tape.length === 0 ? 0 : tape.codes[tape.length - 1]!;
}

export function endsInThaiLetter(tape: Tape, orAm = false): boolean {
  let n = tape.length;
  if (n > 0 && tape.codes[n - 1] === 0x20) n--;
  const c = n === 0 ? 0 : tape.codes[n - 1]!;
  return charClass[c] === consonant || isMark(c) || (orAm && c === saraAm);
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

export function putMark(tape: Tape, mark: number, at: number): void {
  if (mark === nikhahit && last(tape) === saraAa) {
    tape.codes[tape.length - 1] = saraAm; // its ring one letter too late (ดาํ เนิน)
    tape.damage++;
    return;
  }
  const joined = dropSpaces(tape, spacesAtEnd(tape, true, charClass[mark] === toneMark));
  let damaged = joined;
  let start = tape.length; // of the marks already on this base
  let end = tape.length - (belongsBefore(tape, mark) ? 1 : 0);
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
      remove(tape, start - 1);
    }
    return;
  }
  if (joined && rank(mark) === 0 && end === tape.length && shiftBack(tape)) end = tape.length;
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

/** A tone after า or ำ, or a mark after a leading vowel, belongs to the consonant before that vowel (`วา่`, `เกณฑแ์ละ`). */
function belongsBefore(tape: Tape, mark: number): boolean {
  const c = last(tape);
  if (charClass[mark] === toneMark && (c === saraAa || c === saraAm)) return true;
  if (charClass[c] !== leadingVowel || tape.length < 2) return false;
  const before = tape.codes[tape.length - 2]!;
  return charClass[before] === consonant || isMark(before);
}

/** How many clusters may hand their marks on, so that the work stays linear. */
const longestChain = 8;

/**
 * Text whose marks all stand one letter too late (`วธิ กี าร` for วิธีการ): takes the vowel and tone off the last consonant
 * and gives them to the one before, which first gives its own to the one before that. Does nothing where that ends nowhere.
 */
function shiftBack(tape: Tape): boolean {
  const { codes } = tape;
  const starts: number[] = []; // of each cluster's marks, the last first
  const spaces: number[] = []; // single spaces in between, the last first
  let end = tape.length;
  for (let chain = 0; chain < longestChain; chain++) {
    let start = end;
    while (start > 0 && isMark(codes[start - 1]!)) start--;
    const base = start - 1;
    if (start === end || rank(codes[start]!) !== 0 || base < 1 || charClass[codes[base]!] !== consonant) return false;
    starts.push(start);
    let before = base - 1;
    if (codes[before] === 0x20) spaces.push(before--);
    if (before < 0) return false;
    if (charClass[codes[before]!] === consonant) {
      for (const at of spaces) remove(tape, at);
      for (const at of starts.reverse()) swapWithMarks(tape, at - spaces.filter((i) => i < at).length);
      return true;
    }
    end = before + 1;
  }
  return false;
}

function remove(tape: Tape, at: number): void {
  tape.codes.copyWithin(at, at + 1, tape.length);
  tape.offsets.copyWithin(at, at + 1, tape.length);
  tape.length--;
}

/** Puts the consonant before index `at` behind the marks that begin there. */
function swapWithMarks({ codes, length }: Tape, at: number): void {
  const base = codes[at - 1]!;
  let i = at;
  for (; i < length && isMark(codes[i]!); i++) codes[i - 1] = codes[i]!;
  codes[i - 1] = base;
}

export function putSaraAa(tape: Tape, at: number, text: string, i: number): void {
  if (last(tape) === saraAm) {
    tape.damage++;
    return;
  }
  const spaces = spacesAtEnd(tape, false);
  if (spaces > 0) {
    tape.damage++;
    dropSpaces(tape, spaces);
  }
  if (spaces > 0 && carriesVowel(tape) && shiftBack(tape)) {
    put(tape, saraAa, at); // the space came with the mark
    return;
  }
  // Torn off by a space, it is the rest of ำ, unless spaces stand all over the line; then the letters around it decide.
  const torn = spaces > 0 || tape.joinedAt === tape.length;
  const am =
    removeNikhahit(tape) ||
    (torn &&
      mayTakeSaraAm(lettersBefore(tape)) &&
      (!scattered(text, i, spaces) || takesSaraAm(lettersBefore(tape), text.slice(i + 1, i + 12))));
  put(tape, am ? saraAm : saraAa, at);
}

/** No consonant carries a vowel above or below and า too. */
function carriesVowel(tape: Tape): boolean {
  let i = tape.length;
  while (i > 0 && isMark(tape.codes[i - 1]!)) i--;
  return i < tape.length && rank(tape.codes[i]!) === 0;
}

export function lettersBefore(tape: Tape): string {
  const from = Math.max(0, tape.length - 4);
  return textOf(tape.codes.subarray(from), tape.length - from);
}

/** True where the words around index `at` are mere letters and pieces (`บริ ก าร วิ ช าการ`) or have no marks (`เบ กจ าย`). */
function scattered(text: string, at: number, spaces: number): boolean {
  if (spaces === 0) return true; // a space before the tone: also common where only marks were torn off
  // Judged once for a block of 64 characters with 64 on each side, so that the work stays linear.
  const block = at >> 6;
  if (scatter.text === text && scatter.block === block) return scatter.is;
  let words = 0;
  let letters = 0;
  let marks = 0;
  let inWord = false;
  const end = Math.min(text.length, (block + 2) << 6);
  for (let i = Math.max(0, (block - 1) << 6); i < end; i++) {
    const c = text.charCodeAt(i);
    if (!isThai(c)) inWord = false;
    else {
      if (!inWord) words++;
      inWord = true;
      if (isMark(c)) marks++;
      else letters++;
    }
  }
  scatter = { text, block, is: letters < words * 2.5 || marks * 40 < letters };
  return scatter.is;
}
/** The last judgement; only saves work. */
let scatter = { text: '', block: -1, is: false };

/** ะ never begins a word. */
export function putSaraA(tape: Tape, at: number): void {
  if (dropSpaces(tape, spacesAtEnd(tape, false))) tape.damage++;
  put(tape, saraA, at);
}

export function putSaraAm(tape: Tape, at: number): void {
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
