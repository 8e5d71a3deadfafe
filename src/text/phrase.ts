// Finds many phrases of the rule packs in a text: first in the match form, then, for long phrases that found nothing, in
// the consonant skeleton. Pure; spans lead back to the original text.

import { masked as maskCode } from './fold.ts';
import { NormalText, skeletonLetters, skeletonOf, skeletonPlaces, sourceSpan } from './normal.ts';
import { joinIndex, matchesOf, newPhraseIndex, type PhraseIndex } from './phrase-index.ts';
import { searchPhrase } from './phrase-search.ts';
import {
  fewestSkeletonLetters,
  hasGap,
  lastVowels,
  longest,
  mostSkeletonLetters,
  type PhraseSyntax,
  parsePhrase,
} from './phrase-syntax.ts';
import { charClass, vowelMark } from './thai-letters.ts';

export interface PhraseMatch<T> {
  readonly value: T;
  /** The phrase as written in the pack. */
  readonly phrase: string;
  /** Span in the match form (`NormalText.text`). */
  readonly start: number;
  readonly end: number;
  /** Span in the original text. */
  readonly from: number;
  readonly to: number;
  /** Only the skeleton pass found it: the text is damaged there, or the words are no more than alike. */
  readonly damaged: boolean;
}

/** Phrases ready to be looked up. Opaque: made by compilePhrases. */
export interface PhraseSet<T> {
  readonly phrases: readonly CompiledPhrase<T>[];
  readonly index: PhraseIndex;
  /** Its number in the index. */
  readonly number: number;
}

interface PhraseShape {
  readonly syntax: PhraseSyntax;
  /** Fewest letters of its own words in the skeleton. */
  readonly letters: number;
  readonly inSkeleton: boolean;
  /** Most characters a match has. */
  readonly longest: number;
}

interface CompiledPhrase<T> extends PhraseShape {
  readonly value: T;
  readonly phrase: string;
  /** Made when first needed. */
  expression: RegExp | undefined;
  skeletonExpression: RegExp | undefined;
}

/** Shorter than this, unrelated words have equal skeletons (thai.md 3.4). */
const fewestLetters = 8;

/**
 * @param index which other sets looked up in the same texts share; it must not have been used yet.
 * @throws Error naming the phrase and the character where a phrase is malformed.
 */
export function compilePhrases<T>(
  entries: readonly { readonly phrase: string; readonly value: T }[],
  index: PhraseIndex = newPhraseIndex(),
): PhraseSet<T> {
  const phrases = entries.map(
    ({ phrase, value }): CompiledPhrase<T> => ({
      value,
      phrase,
      ...shapeOf(phrase),
      expression: undefined,
      skeletonExpression: undefined,
    }),
  );
  return { phrases, index, number: joinIndex(index, phrases) };
}

/** @throws Error naming the phrase and the character where it is malformed. */
export function checkPhrase(phrase: string): void {
  shapeOf(phrase);
}

/** Packs are checked phrase by phrase before they are looked up, and their phrases stand in several sets: each is parsed once. */
const shapes = new Map<string, PhraseShape>();

function shapeOf(phrase: string): PhraseShape {
  const known = shapes.get(phrase);
  if (known !== undefined) return known;
  const syntax = parsePhrase(phrase);
  const letters = fewestSkeletonLetters(syntax.root);
  const shape: PhraseShape = {
    syntax,
    letters,
    // In the skeleton short phrases collide, and a gap's letters say nothing.
    inSkeleton: (hasGap(syntax.root) ? letters : mostSkeletonLetters(syntax.root)) >= fewestLetters,
    longest: longest(syntax.root),
  };
  shapes.set(phrase, shape);
  return shape;
}

const none: readonly never[] = [];

/** All matches, by position, the longest first where several begin at one place. Matches of one phrase never overlap. */
export function findPhrases<T>(set: PhraseSet<T>, n: NormalText): readonly PhraseMatch<T>[] {
  if (set.phrases.length === 0 || n.text === '') return none;
  // What is kept for a set is what this very function made of it.
  return matchesOf(set.index, set.number, n, ({ match, skeleton }) =>
    matchPhrases(set, n, match, skeleton),
  ) as readonly PhraseMatch<T>[];
}

function matchPhrases<T>(
  { phrases }: PhraseSet<T>,
  n: NormalText,
  inMatchForm: readonly number[],
  inSkeleton: readonly number[],
): readonly PhraseMatch<T>[] {
  // Of most texts nothing comes: what is not needed is not made.
  let matches: PhraseMatch<T>[] | undefined;
  let found: number[] | undefined;
  for (const index of inMatchForm) {
    const phrase = phrases[index]!;
    const spans = searchPhrase(phrase, false, n);
    if (spans.length === 0) continue;
    found ??= [];
    found.push(index);
    matches ??= [];
    for (let at = 0; at < spans.length; at += 2) matches.push(matchOf(phrase, n, spans[at]!, spans[at + 1]!, false));
  }
  let places: readonly number[] | undefined;
  for (const index of inSkeleton) {
    if (found?.includes(index)) continue;
    const phrase = phrases[index]!;
    const skeleton = skeletonOf(n);
    const spans = searchPhrase(phrase, true, skeleton);
    for (let at = 0; at < spans.length; at += 2) {
      const start = spans[at]!;
      const end = spans[at + 1]!;
      // What matched may be one of the longer alternatives.
      if (phrase.letters < fewestLetters && skeletonLetters(skeleton.text.slice(start, end)) < fewestLetters) continue;
      places ??= skeletonPlaces(n.text);
      if (endsInOtherVowel(phrase, n.text, places[end - 1]!, places[end]!)) continue;
      matches ??= [];
      matches.push(matchOf(phrase, n, places[start]!, places[end]!, true));
    }
  }
  if (matches === undefined) return none;
  return matches.length < 2 ? matches : matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Over or under the last letter stands a vowel that the phrase does not end in: marks may be lost, but these are another word's
 * (…ครึ่ง is no …ครู).
 */
function endsInOtherVowel({ syntax }: CompiledPhrase<unknown>, text: string, last: number, end: number): boolean {
  for (let at = last + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (charClass[code] === vowelMark) return lastVowels(syntax.root)?.has(code) === false;
  }
  return false;
}

/**
 * Masks every match, the longest first: its characters become U+0001 in the match form (offsets stay), so that no phrase,
 * gap or joint sees them any more. Matches that overlap a longer one are left out.
 */
export function maskPhrases<T>(set: PhraseSet<T>, n: NormalText): { text: NormalText; masked: PhraseMatch<T>[] } {
  const matches = findPhrases(set, n);
  if (matches.length === 0) return { text: n, masked: [] };
  const codes = new Uint8Array(n.text.length);
  const kept: PhraseMatch<T>[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (codes.subarray(match.start, match.end).includes(1)) continue;
    codes.fill(1, match.start, match.end);
    kept.push(match);
  }
  kept.sort((a, b) => a.start - b.start);
  let text = '';
  let done = 0;
  for (const { start, end } of kept) {
    text += n.text.slice(done, start) + String.fromCharCode(maskCode).repeat(end - start);
    done = end;
  }
  return { text: new NormalText(n.original, text + n.text.slice(done), n.damage, n.offsets), masked: kept };
}

function matchOf<T>(
  { value, phrase }: CompiledPhrase<T>,
  n: NormalText,
  start: number,
  end: number,
  damaged: boolean,
): PhraseMatch<T> {
  const [from, to] = sourceSpan(n, start, end);
  return { value, phrase, start, end, from, to, damaged };
}
