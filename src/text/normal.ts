// The match form of a text (what phrases, years and amounts are looked up in) and its consonant skeleton, both with their
// way back to the original. Pure; the original is never changed, quotes are always cut from it.

import type { MappedText, Tape } from './draft.ts';
import { cutTape, emptyTape, newTape, replaceMapped, textOf } from './draft.ts';
import { firstLook, look } from './first-look.ts';
import { fold } from './fold.ts';
import { isMisspelt, spellRight } from './misspellings.ts';
import type { FoundStrings } from './phrase-index.ts';
import { repair } from './repair.ts';
import type { EdgedText } from './text-edges.ts';
import { charClass, consonant, isThai, latin, saraAa, saraAm, space, toneMark, vowelMark } from './thai-letters.ts';
import { isTorn, mendWords } from './torn-words.ts';

export { cutQuote } from './cut-quote.ts';

/**
 * A text in match form: repaired, digits ASCII, lower case, ฎ as ฏ, quotes and dashes plain, no white space next to Thai
 * letters and one space elsewhere. `|` is a cell edge, `\n` a line end, U+0001 a masked character (phrase.ts). A class,
 * because most texts are never asked for their offsets: those and what else was found out are made when first needed.
 */
export class NormalText implements EdgedText {
  readonly original: string;
  readonly text: string;
  /** Repairs that show real damage of the text. */
  readonly damage: number;
  #offsets: Uint32Array | undefined;
  /** This and the rest: internal to text/. */
  skeleton: EdgedText | undefined;
  starts: readonly number[] | undefined;
  ends: readonly number[] | undefined;
  found: FoundStrings | undefined;

  /** @param offsets may be left out only of an original that needed no repair. */
  constructor(original: string, text: string, damage: number, offsets?: Uint32Array) {
    this.original = original;
    this.text = text;
    this.damage = damage;
    this.#offsets = offsets;
    this.skeleton = undefined;
    this.starts = undefined;
    this.ends = undefined;
    this.found = undefined;
  }

  /** `offsets[i]` = index in `original` of `text[i]`; `offsets[text.length]` = `original.length`; never decreasing. */
  get offsets(): Uint32Array {
    this.#offsets ??= placesOf(this.original).slice(0, this.text.length + 1);
    return this.#offsets;
  }

  /** `offsets[i]`, at less cost where it is asked for few spans. */
  offsetAt(i: number): number {
    if (this.#offsets !== undefined) return this.#offsets[i]!;
    // Without repair characters are exchanged one for one or left out.
    return this.text.length === this.original.length ? i : placesOf(this.original)[i]!;
  }
}

/** Offsets of the original last asked for: an array of its own for each would cost more than the work. */
let placed = '';
let places: Tape = emptyTape(4096);

/** Where in an original that needed no repair the characters of its match form stand, and its end; for the moment only. */
function placesOf(original: string): Uint32Array {
  if (placed === original) return places.offsets;
  if (places.codes.length < original.length) places = emptyTape(original.length);
  fold(original, undefined, places);
  places.offsets[places.length] = original.length;
  placed = original;
  return places.offsets;
}

export function normalise(original: string): NormalText {
  const seen = firstLook(original);
  if (seen === 0) return new NormalText(original, original, 0);
  if ((seen & look.damaged) === 0) {
    const tape = newTape(original.length);
    // White space left out and characters exchanged one for one are no repairs; what is more comes below.
    if (!fold(original, undefined, tape)) {
      const text = textOf(tape.codes, tape.length);
      if ((seen & look.misspelt) === 0 || !(isMisspelt(text) || isTorn(text))) return new NormalText(original, text, 0);
    }
  }
  const { text, offsets, damage } = mapped(original);
  return new NormalText(original, text, damage, offsets);
}

/** The match form with its offsets, without a first look what it takes. */
export function mapped(original: string): MappedText {
  const repaired = repair(original);
  const tape = newTape(repaired.text.length);
  const spacedDigits = fold(repaired.text, repaired.offsets, tape);
  let out = cutTape(tape, original.length);
  if (spacedDigits) out = replaceMapped(out, spacedYear, (match) => match[0].replaceAll(' ', ''), true);
  out = mendWords(spellRight(out));
  return { ...out, damage: repaired.damage + out.damage };
}

/** The text as it was meant, with its white space: for what is read in pieces, of which each must be right by itself. */
export const legible = (original: string): MappedText => mendWords(repair(original), true);

/** `2 5 6 9`: a letter-spaced year. */
const spacedYear = /(?<!\d ?)2 [05] \d \d(?! ?\d)/g;

/** The skeleton's text, made once for a text; internal to text/. */
export function skeletonOf(n: NormalText): EdgedText {
  n.skeleton ??= { text: onlySkeleton(n.text), starts: undefined, ends: undefined };
  return n.skeleton;
}

const dropped = (c: number): boolean => charClass[c] === vowelMark || charClass[c] === toneMark;

function onlySkeleton(text: string): string {
  const tape = newTape(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (!dropped(c)) tape.codes[length++] = c === saraAm ? saraAa : c;
  }
  return textOf(tape.codes, length);
}

/** Index in the match form of each character of its skeleton and of the end. */
export function skeletonPlaces(text: string): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < text.length; i++) if (!dropped(text.charCodeAt(i))) found.push(i);
  return [...found, text.length];
}

/**
 * Consonant skeleton (thai.md 3.4): the match form without above and below vowels, tone marks and nikhahit, ำ as า. Equal for
 * a clean text and most damaged ones; unrelated short words collide, so only long phrases may be looked up in it.
 */
export function skeleton(n: NormalText): NormalText {
  const { offsets } = n;
  const places = Uint32Array.from(skeletonPlaces(n.text), (place) => offsets[place]!);
  return new NormalText(n.original, skeletonOf(n).text, n.damage, places);
}

/** The span of the original that `text[start, end)` was made from, without white space at its ends. */
export function sourceSpan(n: NormalText, start: number, end: number): [number, number] {
  let from = n.offsetAt(start);
  let to = Math.max(from, n.offsetAt(end));
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
