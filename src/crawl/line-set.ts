// What a page says, as a set of lines that can be compared with another page's. Pure; holds no text of the page.
import type { ReadUrl } from '../model/canonical-url.ts';
import type { DocumentText, Link } from '../model/document.ts';

/** The distinct lines of a page. Digits, spaces and case are folded away: counters and clocks differ. */
export interface LineSet {
  /** Letters on each line. */
  readonly letters: Int32Array;
  /** Two hashes for each line, under either of which it is known; one in common makes two lines the same. */
  readonly hashes: Int32Array;
  /** All of them, as a table to look up in (`hasLine`). */
  readonly table: Int32Array;
}

/** A link to something new is content, however short its label. */
const linkWeight = 30;

/** Links compared, in page order: a page with more is told by these. */
const maxLinks = 3000;

const seed = 0x811c9dc5 | 0;

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
  folded.hash = value === 0 ? seed : value; // 0 marks a free place
  folded.letters = count;
}

/** The key under which a line of text stands in a line set. */
export function lineKey(text: string): number {
  foldInto(text, seed);
  return folded.hash;
}

/** Where a hash stands in a table, or the free place (0) where it would stand. A table is never full, its size a power of two. */
function placeIn(table: Int32Array, hash: number): number {
  const mask = table.length - 1;
  let at = Math.imul(hash, 0x9e3779b1) & mask;
  while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask;
  return at;
}

/** Does a line of this key stand on the page? */
export const hasLine = ({ table }: LineSet, key: number): boolean => table[placeIn(table, key)] === key;

/** Lines of the page being read; reused, but for the table. */
const gathered = { letters: new Int32Array(0), hashes: new Int32Array(0), count: 0, table: new Int32Array(0) };

/** Makes room for so many lines. */
function begin(most: number): void {
  gathered.count = 0;
  gathered.table = new Int32Array(2 ** Math.ceil(Math.log2(most * 4 + 2)));
  if (gathered.letters.length >= most) return;
  gathered.letters = new Int32Array(most);
  gathered.hashes = new Int32Array(most * 2);
}

function isNew(hash: number): boolean {
  const at = placeIn(gathered.table, hash);
  if (gathered.table[at] === hash) return false;
  gathered.table[at] = hash;
  return true;
}

function add(hash: number, other: number, letters: number): void {
  const first = isNew(hash);
  const second = hash !== other && isNew(other);
  if (!first && !second) return;
  const at = gathered.count;
  gathered.letters[at] = letters;
  gathered.hashes[at * 2] = hash;
  gathered.hashes[at * 2 + 1] = other;
  gathered.count = at + 1;
}

/**
 * A link is the same under its address or as written: one error page answers in every folder with the same relative links,
 * and one menu is written differently in every folder. A link to the page itself weighs nothing.
 */
function addLink({ label, url, href }: Link, here: string | undefined, read: ReadUrl): void {
  if (url === null) return;
  // Without what changes from page to page: a session's id.
  const key = read(url)?.key;
  foldInto(label, seed ^ 0x3e);
  const { hash, letters } = folded;
  foldInto(key ?? url, hash);
  const resolved = folded.hash;
  foldInto(href, hash);
  add(resolved, folded.hash, key === here ? 0 : linkWeight + letters);
}

/** `url` is the page's own address. */
export function lineSet(text: DocumentText, url: string, read: ReadUrl): LineSet {
  const linked = Math.min(text.links.length, maxLinks);
  begin(text.segments.length + linked);
  const here = read(url)?.key;
  for (const segment of text.segments) {
    if (segment.kind === 'title') continue;
    const key = lineKey(segment.text);
    if (folded.letters >= 2) add(key, key, folded.letters);
  }
  for (let at = 0; at < linked; at += 1) addLink(text.links[at]!, here, read);
  const { count, table } = gathered;
  gathered.table = new Int32Array(0);
  return { letters: gathered.letters.slice(0, count), hashes: gathered.hashes.slice(0, count * 2), table };
}

/** Letters on lines of `page` that stand on none of `others`; counted no further than beyond `most`. */
export function ownLetters(page: LineSet, others: readonly LineSet[], most = Number.POSITIVE_INFINITY): number {
  const { letters, hashes } = page;
  let sum = 0;
  for (let at = 0; at < letters.length && sum <= most; at += 1) {
    const hash = hashes[at * 2]!;
    const other = hashes[at * 2 + 1]!;
    if (!others.some((lines) => hasLine(lines, hash) || hasLine(lines, other))) sum += letters[at]!;
  }
  return sum;
}
