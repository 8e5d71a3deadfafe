// Letters drawn twice to look bold (FFOORREEWWOORRDD, แแผผนน) and a consonant doubled with its marks (หน้าทที่ี่). Undoes
// both; a run of one and the same letter (คคคค, a sign of an unreadable font) stays as it is.

import type { MappedText } from './draft.ts';
import { replaceMapped } from './draft.ts';

/** At least four doubled characters that make up a whole word. */
const doubledWord = /(?<![^\s|])(?:([^\s|\d])\1){4,40}(?![^\s|])/g;

export function undoubleLetters(m: MappedText): MappedText {
  if (!/([^\s|\d])\1([^\s|\d])\2/.test(m.text)) return m;
  return replaceMapped(
    m,
    doubledWord,
    (match) => {
      const word = match[0];
      if (new Set(word).size < 3) return undefined;
      let single = '';
      for (let i = 0; i < word.length; i += 2) single += word[i];
      return single;
    },
    true,
  );
}
