// Judges whether a page's text layer is text at all, or junk that only looks like a text layer. Pure.
import { garbled } from '../text/garbled.ts';
import type { LaidOutPage } from './pdf-layout.ts';

/** Quality of what was read from a page. Short texts are never called garbled: there is too little to judge. */
export function textQuality(text: string): 'text' | 'garbled' {
  if (text.length < 40) return 'text';
  const { garbled: bad, why } = garbled(text);
  // Thai that lost all its marks still has its consonants: phrases are found by their skeleton.
  return (bad && why !== 'no-marks') || isGibberish(text) ? 'garbled' : 'text';
}

/** All text of a page, a line a block. */
export function pageText(page: LaidOutPage): string {
  return page.blocks
    .map((block) =>
      block.kind === 'line'
        ? block.line.pieces.map(({ text }) => text).join(' ')
        : block.table.rows.map(({ cells }) => cells.join(' | ')).join('\n'),
    )
    .join('\n');
}

/**
 * Thai recognised by a program that knew Latin letters only (`nru6al rcniun0rr intllin?`): no Thai, and words no
 * Latin-script language has: punctuation or capitals inside, no vowel, or long runs of consonants.
 */
function isGibberish(text: string): boolean {
  let thai = 0;
  let latin = 0;
  for (const char of text) {
    if (char >= '\u0e01' && char <= '\u0e5b') thai++;
    else if (/[A-Za-z]/.test(char)) latin++;
  }
  if (latin < 100 || thai > latin * 0.1) return false;
  const words = text
    .split(/[\s|]+/)
    .map((word) => word.replace(/^[("'“‘[]+|[)"'”’\].,;:!?]+$/g, ''))
    .filter((word) => (word.match(/[A-Za-z]/g)?.length ?? 0) >= 3);
  const plain = words.filter(
    (word) =>
      /^[A-Za-z]?[a-z]+(?:[-/'’][A-Za-z][a-z]*)*$|^[A-Z]+s?$|^(?:https?:|www\.|\S+@)/.test(word) &&
      (/[aeiouyAEIOUY]/.test(word) || word === word.toUpperCase()) &&
      !/[bcdfghjklmnpqrstvwxz]{5}/i.test(word),
  );
  return words.length >= 20 && plain.length < words.length * 0.6;
}
