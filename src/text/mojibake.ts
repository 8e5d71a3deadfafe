// Undoes text decoded with the wrong character set where it can be undone: UTF-8 read as windows-874 or windows-1252,
// and windows-874 read as Latin-1. Leaves everything else alone; pure.

import type { MappedText } from './draft.ts';
import { cutTape, newTape } from './draft.ts';
import { afterVowel, charClass, consonant, isMark, leadingVowel } from './thai-letters.ts';

/** Three signature triples in a row occur in no Thai or Latin text. */
const utf8As874 = /(?:\u0e40[\u0e18\u0e19][\u0080-\u00a0\u0e01-\u0e1f\u20ac\u2013\u2014\u2018-\u201d\u2022\u2026 ]){3}/;
const utf8As1252 =
  /(?:\u00e0[\u00b8\u00b9][\u0080-\u00bf\u20ac\u201a-\u201e\u2018-\u201d\u2020-\u2022\u2026\u02c6\u2030\u0160\u2039\u0152\u017d\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\u0192\u2013\u2014 ]){2}/;
const thaiAsLatin1 = /[\u00a1-\u00da\u00df-\u00fb]{4,}/g;

/** The text in the character set it was written in, or the same object when there is nothing to undo. */
export function undoMojibake(m: MappedText): MappedText {
  let out = m;
  if (utf8As874.test(out.text)) out = decodeUtf8(out, byte874);
  if (utf8As1252.test(out.text)) out = decodeUtf8(out, byte1252);
  if (looksLikeThaiAsLatin1(out.text)) out = latin1ToThai(out);
  return out;
}

const c1Of874: ReadonlyMap<number, number> = new Map([
  [0x20ac, 0x80],
  [0x2026, 0x85],
  [0x2018, 0x91],
  [0x2019, 0x92],
  [0x201c, 0x93],
  [0x201d, 0x94],
  [0x2022, 0x95],
  [0x2013, 0x96],
  [0x2014, 0x97],
]);

const c1Of1252: ReadonlyMap<number, number> = new Map(
  [
    ...'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
  ].map((ch, i): [number, number] => [ch.charCodeAt(0), 0x80 + i]),
);

function byte874(c: number): number {
  if (c < 0xa1) return c;
  if ((c >= 0x0e01 && c <= 0x0e3a) || (c >= 0x0e3f && c <= 0x0e5b)) return c - 0x0d60;
  return c1Of874.get(c) ?? -1;
}

function byte1252(c: number): number {
  return c <= 0xff ? c : (c1Of1252.get(c) ?? -1);
}

/** Decodes the three-byte sequences for Thai and for general punctuation. A final space was a no-break space (byte A0). */
function decodeUtf8(m: MappedText, byteOf: (c: number) => number): MappedText {
  const { text } = m;
  const tape = newTape(text.length);
  for (let i = 0; i < text.length; ) {
    const b0 = byteOf(text.charCodeAt(i));
    let code = -1;
    if ((b0 === 0xe0 || b0 === 0xe2) && i + 2 < text.length) {
      const b1 = byteOf(text.charCodeAt(i + 1));
      const last = text.charCodeAt(i + 2);
      const b2 = last === 0x20 && b0 === 0xe0 ? 0xa0 : byteOf(last);
      if (b2 >= 0x80 && b2 <= 0xbf) {
        if (b0 === 0xe0 && (b1 === 0xb8 || b1 === 0xb9)) code = ((b1 & 0x3f) << 6) | (b2 & 0x3f);
        else if (b0 === 0xe2 && b1 === 0x80) code = 0x2000 | (b2 & 0x3f);
      }
    }
    tape.codes[tape.length] = code < 0 ? text.charCodeAt(i) : code;
    tape.offsets[tape.length++] = m.offsets[i]!;
    if (code >= 0) tape.damage++;
    i += code < 0 ? 1 : 3;
  }
  const out = cutTape(tape, m.offsets[text.length]!);
  return { ...out, damage: out.damage + m.damage };
}

function looksLikeThaiAsLatin1(text: string): boolean {
  for (const [run] of text.matchAll(thaiAsLatin1)) if (new Set(run).size >= 3 && readsAsThai(run)) return true;
  return false;
}

/** Marks stand on consonants, leading vowels before them, and consonants are common. */
function readsAsThai(run: string): boolean {
  let consonants = 0;
  let misplaced = 0;
  let before = 0;
  for (let i = 0; i < run.length; i++) {
    const c = run.charCodeAt(i) + 0x0d60;
    const k = charClass[c]!;
    if (k === consonant) consonants++;
    const based = charClass[before] === consonant || isMark(before);
    if ((isMark(c) || k === afterVowel) && !based) misplaced++;
    if (charClass[before] === leadingVowel && k !== consonant) misplaced++;
    before = c;
  }
  return consonants * 3 >= run.length && misplaced * 8 <= run.length;
}

function latin1ToThai(m: MappedText): MappedText {
  const { text } = m;
  const tape = newTape(text.length);
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const thai = (c >= 0xa1 && c <= 0xda) || (c >= 0xdf && c <= 0xfb);
    if (thai) tape.damage++;
    tape.codes[tape.length] = thai ? c + 0x0d60 : c;
    tape.offsets[tape.length++] = m.offsets[i]!;
  }
  const out = cutTape(tape, m.offsets[text.length]!);
  return { ...out, damage: out.damage + m.damage };
}
