// What bytes look like: Thai in UTF-8, Thai in windows-874 (TIS-620, ISO-8859-11), or neither. Pure counting; decodes only
// what it is asked to.

import { isUtf8 } from 'node:buffer';

const thai874 = new TextDecoder('windows-874');
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Class of each byte in windows-874. */
const other = 0;
const ascii = 1;
const consonant = 2; // ก–ฮ, ฯ is counted as a sign
const above = 3; // vowels and tones that need a letter before them
const following = 4; // ะ า ำ ๅ
const leading = 5; // เ แ โ ใ ไ
const sign = 6; // digits, baht, ๆ ฯ ๏ ๚ ๛, NBSP, and the few C1 places windows-874 uses
const classes = new Uint8Array(256).map((_, byte) => {
  if (byte < 0x80) return ascii;
  if (byte >= 0xa1 && byte <= 0xce) return consonant;
  if (byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee)) return above;
  if (byte === 0xd0 || byte === 0xd2 || byte === 0xd3 || byte === 0xe5) return following;
  if (byte >= 0xe0 && byte <= 0xe4) return leading;
  if (byte === 0xcf || byte === 0xdf || byte === 0xe6 || (byte >= 0xef && byte <= 0xfb)) return sign;
  if (byte === 0xa0 || byte === 0x80 || byte === 0x85 || (byte >= 0x91 && byte <= 0x97)) return sign;
  return other;
});

/** Bytes counted at most: a page's first megabyte says enough. */
const counted = 1024 * 1024;

/** Whether the bytes hold text that is plausible Thai in windows-874: nearly all high bytes assigned, marks on letters, runs of letters. */
export function looksLikeThai874(bytes: Uint8Array): boolean {
  let high = 0;
  let unassigned = 0;
  let marks = 0;
  let orphans = 0;
  let letters = 0;
  let runs = 0;
  let before = ascii;
  const end = Math.min(bytes.length, counted);
  for (let index = 0; index < end; index += 1) {
    const kind = classes[bytes[index]!]!;
    if (kind !== ascii) {
      high += 1;
      if (before === ascii) runs += 1;
      if (kind === other) unassigned += 1;
      else if (kind === consonant || kind === leading) letters += 1;
      else if (kind === above || kind === following) {
        marks += 1;
        if (before !== consonant && before !== above && before !== following) orphans += 1;
      }
    }
    before = kind;
  }
  if (high < 2 || unassigned > high * 0.03) return false;
  // Western text has lone accented letters; Thai comes in runs with a mark on every third letter or so.
  if (high < runs * 2 || letters === 0) return false;
  return orphans <= marks * 0.15 && (high < 12 || marks >= high * 0.04);
}

export interface Utf8Count {
  /** Well-formed Thai letters (E0 B8 xx, E0 B9 xx). */
  readonly thai: number;
  /** Well-formed other non-ASCII characters. */
  readonly others: number;
  /** Bytes that belong to no well-formed sequence. */
  readonly broken: number;
}

/** Counts UTF-8 sequences in bytes that may not be valid as a whole. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let thai = 0;
  let others = 0;
  let broken = 0;
  const end = Math.min(bytes.length, counted);
  for (let index = 0; index < end; ) {
    const first = bytes[index]!;
    const length =
      first < 0x80
        ? 1
        : first >= 0xc2 && first <= 0xdf
          ? 2
          : first >= 0xe0 && first <= 0xef
            ? 3
            : first >= 0xf0 && first <= 0xf4
              ? 4
              : 0;
    let good = length > 0 && index + length <= bytes.length;
    for (let next = 1; good && next < length; next += 1) good = (bytes[index + next]! & 0xc0) === 0x80;
    if (!good) {
      broken += 1;
      index += 1;
      continue;
    }
    if (length === 3 && first === 0xe0 && (bytes[index + 1] === 0xb8 || bytes[index + 1] === 0xb9)) thai += 1;
    else if (length > 1) others += 1;
    index += length;
  }
  return { thai, others, broken };
}

/** Only ASCII and letters of scripts that no Thai site writes in: what E0 and E1 (เ, แ) with two consonants read as. */
const rareLetters =
  /^[\u0000-\u007F\u0800-\u0DFF\u1000-\u1DFF\u1F00-\u1FFF]*[\u0800-\u1FFF][\u0000-\u007F\u0800-\u0DFF\u1000-\u1DFF\u1F00-\u1FFF]*$/;

/**
 * Whether bytes that are valid UTF-8 (`text`) are windows-874 all the same: แผน in TIS-620 happens to be one well-formed letter of
 * ancient Greek, and other words are such rare letters, too.
 */
export function readsAsRare(text: string, bytes: Uint8Array): boolean {
  return rareLetters.test(text) && looksLikeThai874(bytes);
}

/**
 * Decodes UTF-8 with stretches of windows-874 in it (a template in one charset, included text in the other): every run of
 * non-ASCII bytes that is no UTF-8 but plausible windows-874 is read as that.
 */
export function decodeMixed(bytes: Buffer): { readonly text: string; readonly foreign: number } {
  const parts: string[] = [];
  let foreign = 0;
  let done = 0;
  for (let index = 0; index < bytes.length; ) {
    if (bytes[index]! < 0x80) {
      index += 1;
      continue;
    }
    let end = index;
    // Single ASCII characters such as a space or a digit between Thai words do not end a run of the other charset.
    while (end < bytes.length && (bytes[end]! >= 0x80 || (bytes[end + 1] ?? 0) >= 0x80)) {
      if (bytes[end]! < 0x80 && (bytes[end] === 0x3c || bytes[end] === 0x3e)) break;
      end += 1;
    }
    const run = bytes.subarray(index, end);
    if (isUtf8(run) ? run.length < 24 && readsAsRare(utf8.decode(run), run) : looksLikeThai874(run)) {
      parts.push(utf8.decode(bytes.subarray(done, index)), thai874.decode(run));
      foreign += run.length;
      done = end;
    }
    index = end;
  }
  parts.push(utf8.decode(bytes.subarray(done)));
  return { text: parts.join(''), foreign };
}

const encode874 = new Map<number, number>();
const encode1252 = new Map<number, number>();
{
  const high = Uint8Array.from({ length: 128 }, (_, index) => index + 128);
  for (const [table, label] of [
    [encode874, 'windows-874'],
    [encode1252, 'windows-1252'],
  ] as const) {
    [...new TextDecoder(label).decode(high)].forEach((character, index) => {
      if (character !== '\uFFFD') table.set(character.codePointAt(0)!, index + 128);
    });
    // Wrong readers leave the unassigned places as C1 controls.
    for (let code = 0x80; code < 0xa0; code += 1) if (!table.has(code)) table.set(code, code);
  }
}

/** UTF-8 once read as windows-874: letters with lead bytes E0 B8 and E0 B9 become เธ and เน pairs. */
const twice874 = /[\u0080-\u009F\u00A0\u0E01-\u0E3A\u0E3F-\u0E5B\u2013\u2014\u2018-\u201D\u2022\u2026\u20AC]{3,}/g;
/** UTF-8 once read as Latin-1 or windows-1252: à¸ and à¹ pairs. */
const twice1252 =
  /[\u0080-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{3,}/g;
/** windows-874 once read as Latin-1: runs of Western letters. */
const latin = /[\u0080-\u00FF]+(?:[ \d.,()/-]{1,3}[\u0080-\u00FF]+)*/g;

/**
 * Undoes one wrong decoding that a site stored for good: UTF-8 read as windows-874 or windows-1252, windows-874 read as Latin-1.
 * Returns the text unchanged unless the share of Thai among its non-ASCII characters rises.
 */
export function repairDoubleEncoding(text: string): string {
  const found = countSigns(text);
  let repaired = text;
  if (found.pairs874 >= 3 && found.pairs874 * 2 >= found.thai * 0.4) {
    repaired = reread(text, twice874, encode874, isUtf8, utf8);
  } else if (found.pairs1252 >= 3) repaired = reread(text, twice1252, encode1252, isUtf8, utf8);
  else if (found.latinRuns >= 2 && found.latin > found.thai) {
    repaired = reread(text, latin, encode1252, looksLikeThai874, thai874);
  }
  if (repaired === text) return text;
  const after = countSigns(repaired);
  return after.thai * found.foreign > found.thai * after.foreign ? repaired : text;
}

interface Signs {
  thai: number;
  /** All non-ASCII characters. */
  foreign: number;
  pairs874: number;
  pairs1252: number;
  /** U+00A1–U+00FB, and runs of four or more of them. */
  latin: number;
  latinRuns: number;
  /** Length of the run that goes on, and the last character. */
  run: number;
  before: number;
}

/** Characters counted at a time: a short loop is compiled once and stays so, one over a whole page is not. */
const stretch = 4096;

/** One pass, because every page goes through it. */
function countSigns(text: string): Signs {
  const signs = { thai: 0, foreign: 0, pairs874: 0, pairs1252: 0, latin: 0, latinRuns: 0, run: 0, before: 0 };
  const end = Math.min(text.length, counted);
  for (let from = 0; from < end; from += stretch) countStretch(text, from, Math.min(from + stretch, end), signs);
  return signs;
}

function countStretch(text: string, from: number, to: number, signs: Signs): void {
  let { thai, foreign, latin, run, before } = signs;
  for (let index = from; index < to; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      run = 0;
    } else {
      foreign += 1;
      if (code >= 0x0e01 && code <= 0x0e5b) {
        thai += 1;
        run = 0;
        if (before === 0x0e40 && (code === 0x0e18 || code === 0x0e19)) signs.pairs874 += 1;
      } else if (code >= 0xa1 && code <= 0xfb) {
        latin += 1;
        run += 1;
        if (run === 4) signs.latinRuns += 1;
        if (before === 0xe0 && (code === 0xb8 || code === 0xb9)) signs.pairs1252 += 1;
      } else run = 0;
    }
    before = code;
  }
  signs.thai = thai;
  signs.foreign = foreign;
  signs.latin = latin;
  signs.run = run;
  signs.before = before;
}

function reread(
  text: string,
  runs: RegExp,
  table: ReadonlyMap<number, number>,
  accepts: (bytes: Uint8Array) => boolean,
  decoder: { decode(bytes: Uint8Array): string },
): string {
  return text.replace(runs, (run) => {
    const bytes = new Uint8Array(run.length);
    for (let index = 0; index < run.length; index += 1) {
      const code = run.charCodeAt(index);
      const byte = code < 0x80 ? code : table.get(code);
      if (byte === undefined) return run;
      bytes[index] = byte;
    }
    return accepts(bytes) ? decoder.decode(bytes) : run;
  });
}
