// Cuts a short quote around a match out of an original text, for people to read. Never inside a grapheme; words stay whole
// as far as Thai, which has no spaces, lets that be known.

import { charClass, digit, isMark, leadingVowel, space } from './thai-letters.ts';

const words = new Intl.Segmenter('th', { granularity: 'word' });
/** How far a cut may move to reach a better place. */
const slack = 24;

/**
 * The text from about `around` characters before `start` to as many after `end`, `…` where something was left out, line
 * breaks and runs of white space as single spaces.
 */
export function cutQuote(original: string, start: number, end: number, around = 60): string {
  const from = start <= around ? 0 : cutPoint(original, start - around, Math.max(0, start - around - slack), start);
  const to =
    end + around >= original.length
      ? original.length
      : cutPoint(original, end + around, end, Math.min(original.length, end + around + slack));
  const body = original.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${original.slice(0, from).trim() === '' ? '' : '…'}${body}${original.slice(to).trim() === '' ? '' : '…'}`;
}

/** The best place to cut in [low, high], near `wanted`: white space, else a word boundary, else a grapheme boundary. */
function cutPoint(text: string, wanted: number, low: number, high: number): number {
  const near = nearest(wanted, low, high, (i) => loose(text, i));
  if (near >= 0 && Math.abs(near - wanted) <= slack) return near;
  const windowFrom = Math.max(low, wanted - slack);
  const boundaries = new Set<number>();
  // Starts a little earlier than needed: the first boundary of a window that begins inside a word is worth nothing.
  const lead = Math.max(0, windowFrom - slack);
  for (const { index } of words.segment(text.slice(lead, Math.min(high, wanted + slack)))) boundaries.add(lead + index);
  boundaries.delete(lead);
  const word = nearest(wanted, windowFrom, Math.min(high, wanted + slack), (i) => boundaries.has(i) && whole(text, i));
  if (word >= 0) return word;
  const grapheme = nearest(wanted, low, high, (i) => whole(text, i));
  return grapheme >= 0 ? grapheme : low;
}

/** White space, but not what holds a figure to its word (`พ.ศ. 2569`). */
function loose(text: string, i: number): boolean {
  return charClass[text.charCodeAt(i)] === space && charClass[text.charCodeAt(i + 1)] !== digit;
}

/** The index in [low, high] nearest to `wanted` that fits, or −1. */
function nearest(wanted: number, low: number, high: number, fits: (i: number) => boolean): number {
  for (let d = 0; wanted - d >= low || wanted + d <= high; d++) {
    if (wanted - d >= low && wanted - d <= high && fits(wanted - d)) return wanted - d;
    if (wanted + d <= high && wanted + d >= low && fits(wanted + d)) return wanted + d;
  }
  return -1;
}

/** A cut before index i splits neither a surrogate pair nor a Thai cluster. */
function whole(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c >= 0xdc00 && c <= 0xdfff) return false;
  if (isMark(c) || c === 0x0e30 || c === 0x0e32 || c === 0x0e33 || c === 0x0e45) return false;
  if (/\p{M}|\u200d|\ufe0f/u.test(text.charAt(i)) || text.charCodeAt(i - 1) === 0x200d) return false;
  return i === 0 || charClass[text.charCodeAt(i - 1)] !== leadingVowel;
}
