// Tells text that no reader could understand (a font without a usable character table) from damaged but readable text.

import { repairedText } from './repair.ts';
import { charClass, consonant, isMark, isThai, leadingVowel, vowelMark } from './thai-letters.ts';

/**
 * - `junk`: controls, private-use glyphs, U+FFFD, Latin-1 letters among Thai;
 * - `bad-marks`: vowels and tone marks where none can stand;
 * - `one-letter`: the same few letters throughout (คคคค);
 * - `no-marks`: Thai without any vowels above or below and tone marks: the consonants can still be read.
 */
export type GarbleCause = '' | 'junk' | 'bad-marks' | 'one-letter' | 'no-marks';

export interface Garble {
  readonly garbled: boolean;
  readonly why: GarbleCause;
  /** Junk characters per 1,000 visible characters after repair. */
  readonly junkPerThousand: number;
  /** Misplaced marks per 1,000 visible characters after repair. */
  readonly badMarksPerThousand: number;
}

/** Every good document seen had at most 3.4 per 1,000 (libraries.md); above this a page's text is garbage. */
const limitPerThousand = 20;
/** Rates mean nothing over fewer characters. */
const fewest = 40;

/** Judges a page's or document's text (not a single cell). `repaired`: the same, repaired, where it is known. */
export function garbled(text: string, repaired: string = repairedText(text)): Garble {
  const counts = count(repaired);
  const perThousand = (n: number): number => (counts.visible === 0 ? 0 : (n * 1000) / counts.visible);
  const junkPerThousand = perThousand(counts.junk);
  const badMarksPerThousand = perThousand(counts.badMarks);
  return { ...verdict(), junkPerThousand, badMarksPerThousand };

  function verdict(): { garbled: boolean; why: GarbleCause } {
    if (oneLetter(counts)) return { garbled: true, why: 'one-letter' };
    if (counts.visible < fewest) return { garbled: false, why: '' };
    if (junkPerThousand > limitPerThousand) return { garbled: true, why: 'junk' };
    if (badMarksPerThousand > limitPerThousand) return { garbled: true, why: 'bad-marks' };
    // In clean Thai one character in six is a mark; without any, 200 letters cannot be clean.
    if (counts.thai >= 200 && counts.marks * 100 < counts.thai) return { garbled: true, why: 'no-marks' };
    return { garbled: false, why: '' };
  }
}

const [firstThai, thaiBlock] = [0x0e00, 0x80];

interface Counts {
  visible: number;
  thai: number;
  marks: number;
  junk: number;
  badMarks: number;
  /** By place in the Thai block. */
  readonly letters: Uint32Array;
}

function oneLetter({ thai, letters }: Counts): boolean {
  if (thai < 12) return false;
  const common = letters.toSorted().subarray(-2);
  const two = common[0]! + common[1]!;
  // In clean Thai the two commonest letters make up about a sixth.
  return two * 10 >= thai * (thai < 40 ? 10 : 8);
}

function count(text: string): Counts {
  const counts: Counts = { visible: 0, thai: 0, marks: 0, junk: 0, badMarks: 0, letters: new Uint32Array(thaiBlock) };
  let before = 0;
  let beforeMark = 0; // the last mark of the cluster, 0 when none
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c <= 0x20 && (c === 0x20 || (c >= 9 && c <= 13))) {
      before = c;
      beforeMark = 0;
      continue;
    }
    counts.visible++;
    if (isJunk(c)) counts.junk++;
    if (isThai(c)) {
      counts.thai++;
      counts.letters[c - firstThai]! += 1;
    }
    if (isMark(c)) {
      counts.marks++;
      const based = charClass[before] === consonant || (isMark(before) && beforeMark !== 0);
      const twoVowels = charClass[c] === vowelMark && beforeMark !== 0 && charClass[beforeMark] === vowelMark;
      if (!based || twoVowels) counts.badMarks++;
      beforeMark = c;
    } else {
      if ((c === 0x0e32 || c === 0x0e33 || c === 0x0e30) && charClass[before] === leadingVowel) counts.badMarks++;
      beforeMark = 0;
    }
    before = c;
  }
  return counts;
}

function isJunk(c: number): boolean {
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) return true;
  if (c === 0xfffd || (c >= 0xe000 && c <= 0xf8ff)) return true;
  return c >= 0xc0 && c <= 0xff && c !== 0xd7 && c !== 0xf7;
}
