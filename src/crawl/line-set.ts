// What a page says, as a set of lines that can be compared with another page's. Pure; holds no text of the page.
import type { CanonicalUrl } from '../model/canonical-url.ts';
import type { DocumentText, Link } from '../model/document.ts';

type ReadUrl = (url: string) => CanonicalUrl | null;

interface Line {
  /** Hashes under which the line is known; one in common makes two lines the same. */
  readonly keys: readonly number[];
  readonly letters: number;
}

/** The distinct lines of a page. Digits, spaces and case are folded away: counters and clocks differ. */
export interface LineSet {
  readonly lines: readonly Line[];
  readonly keys: ReadonlySet<number>;
}

/** A link to something new is content, however short its label. */
const linkWeight = 30;

/** Links compared, in page order: a page with more is told by these. */
const maxLinks = 3000;

const seed = 0x811c9dc5;

/** Hash and length of a text as `foldInto` sees it. Reused: this runs over every letter of every page. */
const folded = { hash: seed, letters: 0 };

/**
 * Goes on hashing (FNV-1a, 32 bits: enough for some thousand lines of one site) with a text whose spaces are left out, whose
 * numbers are all one number and whose Latin letters are small; counts what is neither space nor digit.
 */
function foldInto(text: string, hash: number): void {
  let value = hash;
  let count = 0;
  let inNumber = false;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0 || code === 0xad || (code >= 0x2000 && code <= 0x200f) || code === 0xfeff)
      continue;
    const digit = (code >= 0x30 && code <= 0x39) || (code >= 0x0e50 && code <= 0x0e59);
    if (digit && inNumber) continue;
    inNumber = digit;
    if (digit) code = 0x30;
    else {
      if (code >= 0x41 && code <= 0x5a) code |= 0x20;
      count += 1;
    }
    value = Math.imul(value ^ code, 0x01000193);
  }
  folded.hash = value >>> 0;
  folded.letters = count;
}

/** The key under which a line of text stands in a line set. */
export function lineKey(text: string): number {
  foldInto(text, seed);
  return folded.hash;
}

/**
 * A link is the same under its address or as written: one error page answers in every folder with the same relative links,
 * and one menu is written differently in every folder. A link to the page itself weighs nothing.
 */
function linkLine(link: Link, here: string | undefined, read: ReadUrl): Line | undefined {
  if (link.url === null) return undefined;
  foldInto(link.label, seed ^ 0x3e);
  const { hash, letters } = folded;
  foldInto(link.url, hash);
  const resolved = folded.hash;
  foldInto(link.href, hash);
  const weight = read(link.url)?.key === here ? 0 : linkWeight + letters;
  return { keys: [resolved, folded.hash], letters: weight };
}

/** `url` is the page's own address. */
export function lineSet(text: DocumentText, url: string, read: ReadUrl): LineSet {
  const lines: Line[] = [];
  const keys = new Set<number>();
  const here = read(url)?.key;
  function add(line: Line): void {
    const before = keys.size;
    for (const key of line.keys) keys.add(key);
    if (keys.size > before) lines.push(line);
  }
  for (const segment of text.segments) {
    if (segment.kind === 'title') continue;
    const key = lineKey(segment.text);
    if (folded.letters >= 2) add({ keys: [key], letters: folded.letters });
  }
  for (const link of text.links.slice(0, maxLinks)) {
    const line = linkLine(link, here, read);
    if (line !== undefined) add(line);
  }
  return { lines, keys };
}

/** Letters on lines of `page` that stand on none of `others`. */
export function ownLetters(page: LineSet, ...others: readonly LineSet[]): number {
  let sum = 0;
  for (const line of page.lines) {
    if (!line.keys.some((key) => others.some((other) => other.keys.has(key)))) sum += line.letters;
  }
  return sum;
}
