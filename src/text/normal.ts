// The match form of a text (what phrases, years and amounts are looked up in) and its consonant skeleton, both with their
// way back to the original. Pure; the original is never changed, quotes are always cut from it.

import type { MappedText } from './draft.ts';
import { cutTape, newTape, replaceMapped, textOf } from './draft.ts';
import { firstLook, look } from './first-look.ts';
import { fold } from './fold.ts';
import { isMisspelt, spellRight } from './misspellings.ts';
import type { FoundStrings } from './phrase-index.ts';
import { repair } from './repair.ts';
import type { EdgedText } from './text-edges.ts';
import { charClass, consonant, isThai, latin, saraAa, saraAm, space, toneMark, vowelMark } from './thai-letters.ts';

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
  skeleton: Skeleton | undefined;
  starts: readonly number[] | undefined;
  ends: readonly number[] | undefined;
  found: FoundStrings | undefined;

  /** @param offsets may be left out only of what `normalise` makes of the original. */
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
    this.#offsets ??= mapped(this.original).offsets;
    return this.#offsets;
  }
}

export function normalise(original: string): NormalText {
  const seen = firstLook(original);
  if (seen === 0) return new NormalText(original, original, 0);
  if ((seen & look.damaged) === 0) {
    const tape = newTape(original.length);
    // White space left out and characters exchanged one for one are no repairs; what is more comes below.
    if (!fold(original, undefined, tape)) {
      const text = textOf(tape.codes, tape.length);
      if ((seen & look.misspelt) === 0 || !isMisspelt(text)) return new NormalText(original, text, 0);
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
  out = spellRight(out);
  return { ...out, damage: repaired.damage + out.damage };
}

/** `2 5 6 9`: a letter-spaced year. */
const spacedYear = /(?<!\d ?)2 [05] \d \d(?! ?\d)/g;

/** Where a skeleton's characters stand in the match form it was taken from; internal to text/. */
export interface Skeleton extends EdgedText {
  /** Index in the match form of each character and of the end. */
  readonly places: Uint32Array;
}

/** The skeleton with its places in the match form; computed once for a text. */
export function skeletonOf(n: NormalText): Skeleton {
  if (n.skeleton !== undefined) return n.skeleton;
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
  n.skeleton = { text, places: offsets, starts: undefined, ends: undefined };
  return n.skeleton;
}

/**
 * Consonant skeleton (thai.md 3.4): the match form without above and below vowels, tone marks and nikhahit, ำ as า. Equal for
 * a clean text and most damaged ones; unrelated short words collide, so only long phrases may be looked up in it.
 */
export function skeleton(n: NormalText): NormalText {
  const { text, places } = skeletonOf(n);
  const { offsets } = n;
  return new NormalText(
    n.original,
    text,
    n.damage,
    places.map((place) => offsets[place]!),
  );
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
