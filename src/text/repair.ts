// Reading-form repair of Thai text as documents and pages really deliver it. Linear in the text's length, idempotent,
// and clean text comes back unchanged. May not guess: what rules cannot restore is left for the skeleton (normal.ts).

import { undoubleLetters } from './doubled-letters.ts';
import type { MappedText } from './draft.ts';
import { cutTape, identity, newTape } from './draft.ts';
import { firstLook, invisible, isOdd, look } from './first-look.ts';
import {
  endsInThaiLetter,
  last,
  lettersBefore,
  put,
  putMark,
  putSaraA,
  putSaraAa,
  putSaraAm,
} from './letter-clusters.ts';
import { undoMojibake } from './mojibake.ts';
import { restoreSaraAm, swapSaraAm, takesSaraAm } from './sara-am.ts';
import {
  charClass,
  isMark,
  privateUse,
  replacement,
  saraA,
  saraAa,
  saraAe,
  saraAm,
  saraE,
  space,
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
  return mayChange(original) ? repairFully(original) : identity(original);
}

/** The text alone. */
export function repairedText(original: string): string {
  return mayChange(original) ? repairFully(original).text : original;
}

const mayChange = (text: string): boolean => (firstLook(text) & (look.damaged | look.oddSpaces)) !== 0;

/** The same without a first look whether there is anything to do. */
export function repairFully(original: string): MappedText {
  let current = identity(original);
  for (let round = 0; round < maxRounds; round++) {
    const before = current.text;
    current = undoMojibake(current);
    current = repairLocally(current);
    current = swapSaraAm(current);
    current = restoreSaraAm(current);
    current = undoubleLetters(current);
    if (current.text === before) break;
  }
  return current;
}

/** Every rule that looks only at a mark's neighbourhood, in one walk. */
function repairLocally(m: MappedText): MappedText {
  const { text } = m;
  const tape = newTape(text.length);
  for (let i = 0; i < text.length; i++) {
    const original = text.charCodeAt(i);
    const at = m.offsets[i]!;
    let c = original;
    if (isOdd(c)) {
      if (invisible.has(c)) continue;
      if (c === replacement && endsInThaiLetter(tape, true)) {
        // The lost half of SARA AM (ส�ำนักงาน, ดำ�เนินงาน, กำ�หนด).
        const next = text.charCodeAt(i + 1);
        const whole = last(tape) === saraAm || next === saraAm;
        if (whole || (next === saraAa && takesSaraAm(lettersBefore(tape), text.slice(i + 2, i + 13)))) {
          tape.damage++;
          if (!whole) {
            putSaraAm(tape, m.offsets[i + 1]!);
            i++;
          }
          continue;
        }
      }
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
    else if (c === saraA) putSaraA(tape, at);
    else if (c === saraE && last(tape) === saraE) {
      tape.codes[tape.length - 1] = saraAe;
      tape.damage++;
    } else put(tape, c, at);
  }
  const out = cutTape(tape, m.offsets[text.length]!);
  return { ...out, damage: out.damage + m.damage };
}
