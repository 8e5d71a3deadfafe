// Rates a label as a menu or page one or two clicks above the publications (weak parents). Pure.
import type { NormalText } from '../text/normal.ts';
import { findPhrases } from '../text/phrase.ts';
import type { Lexicon } from './lexicon.ts';

/** 0–100, less with every click from the start page. A look-alike's own name is a menu only where little else stands in it. */
export function hubRating(lexicon: Lexicon, words: NormalText, depth: number, lookalike: boolean): number {
  let rating = 0;
  for (const match of findPhrases(lexicon.hubs, words)) {
    const covered = (match.end - match.start) / Math.max(1, words.text.length);
    if (lookalike && covered < 0.6) continue;
    rating = Math.max(rating, match.value - 8 * depth - (covered < 0.34 ? 10 : 0));
  }
  return rating;
}
