// Classes of characters by code unit, for the loops of text/. Tables only; no text is changed here.

/** 0 other · 1 white space · 2 Thai consonant · 3 above or below vowel, nikhahit · 4 tone mark or killer · 5 vowel after (ะ า ำ ๅ) · 6 leading vowel · 7 ฯ ๆ and other Thai signs · 8 digit · 9 Latin letter */
export const charClass: Uint8Array = buildClasses();

export const space = 1;
export const consonant = 2;
export const vowelMark = 3;
export const toneMark = 4;
export const afterVowel = 5;
export const leadingVowel = 6;
export const thaiSign = 7;
export const digit = 8;
export const latin = 9;

export const saraA = 0x0e30;
export const saraAa = 0x0e32;
export const saraAm = 0x0e33;
export const nikhahit = 0x0e4d;
export const saraE = 0x0e40;
export const saraAe = 0x0e41;
/** U+FFFD: a character that was lost. */
export const replacement = 0xfffd;

export const isMark = (c: number): boolean => {
  const k = charClass[c];
  return k === vowelMark || k === toneMark;
};

export const isThai = (c: number): boolean => {
  const k = charClass[c]!;
  return k >= consonant && k <= thaiSign;
};

/** Presentation forms of Thai fonts in the private use area (Windows F700–F71A, Macintosh F884–F89E) → the letter meant. */
export const privateUse: ReadonlyMap<number, number> = new Map(
  (
    [
      [0x0e48, 0xf70a, 0xf713, 0xf705, 0xf88a, 0xf88b, 0xf88c],
      [0x0e49, 0xf70b, 0xf714, 0xf706, 0xf88d, 0xf88e, 0xf88f],
      [0x0e4a, 0xf70c, 0xf715, 0xf707, 0xf890, 0xf891, 0xf892],
      [0x0e4b, 0xf70d, 0xf716, 0xf708, 0xf893, 0xf894, 0xf895],
      [0x0e4c, 0xf70e, 0xf717, 0xf709, 0xf896, 0xf897, 0xf898],
      [0x0e38, 0xf718, 0xf89b],
      [0x0e39, 0xf719, 0xf89c],
      [0x0e3a, 0xf71a, 0xf89d],
      [0x0e31, 0xf710, 0xf884],
      [0x0e34, 0xf701, 0xf885],
      [0x0e35, 0xf702, 0xf886],
      [0x0e36, 0xf703, 0xf887],
      [0x0e37, 0xf704, 0xf888],
      [0x0e47, 0xf712, 0xf889],
      [0x0e4d, 0xf711, 0xf899],
      [0x0e0d, 0xf70f, 0xf89a],
      [0x0e10, 0xf700, 0xf89e],
    ] as const
  ).flatMap(([letter, ...forms]) => forms.map((form): [number, number] => [form, letter])),
);

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65536);
  const set = (from: number, to: number, k: number): void => {
    table.fill(k, from, to + 1);
  };
  for (const c of [9, 10, 11, 12, 13, 0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) table[c] = 1;
  set(0x2000, 0x200a, 1);
  set(0x0e01, 0x0e2e, 2);
  table[0x0e31] = 3;
  set(0x0e34, 0x0e3a, 3);
  table[0x0e47] = 3;
  table[0x0e4d] = 3;
  set(0x0e48, 0x0e4c, 4);
  table[0x0e4e] = 4;
  for (const c of [0x0e30, 0x0e32, 0x0e33, 0x0e45]) table[c] = 5;
  set(0x0e40, 0x0e44, 6);
  for (const c of [0x0e2f, 0x0e46, 0x0e3f, 0x0e4f, 0x0e5a, 0x0e5b]) table[c] = 7;
  set(0x30, 0x39, 8);
  set(0x0e50, 0x0e59, 8);
  set(0x41, 0x5a, 9);
  set(0x61, 0x7a, 9);
  return table;
}
