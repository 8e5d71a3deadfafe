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

const letters = /[\p{L}\p{M}]/gu;
/** A link to something new is content, however short its label. */
const linkWeight = 30;

function foldLine(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\d๐-๙]+/g, '0')
    .replace(/[\s\u200b\u00ad]+/g, '');
}

/** FNV-1a, 32 bits: enough for some thousand lines of one site. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** The key under which a line of text stands in a line set. */
export function lineKey(text: string): number {
  return hash(foldLine(text));
}

/**
 * A link is the same under its address or as written: one error page answers in every folder with the same relative links,
 * and one menu is written differently in every folder. A link to the page itself weighs nothing.
 */
function linkLine(link: Link, here: string | undefined, read: ReadUrl): Line | undefined {
  if (link.url === null) return undefined;
  const label = foldLine(link.label);
  const keys = [hash(`>${label} ${foldLine(link.url)}`), hash(`>${label} ${foldLine(link.href)}`)];
  const weight = read(link.url)?.key === here ? 0 : linkWeight + (label.match(letters)?.length ?? 0);
  return { keys, letters: weight };
}

/** `url` is the page's own address. */
export function lineSet(text: DocumentText, url: string, read: ReadUrl): LineSet {
  const lines: Line[] = [];
  const keys = new Set<number>();
  const here = read(url)?.key;
  function add(line: Line): void {
    if (line.keys.every((key) => keys.has(key))) return;
    lines.push(line);
    for (const key of line.keys) keys.add(key);
  }
  for (const segment of text.segments) {
    if (segment.kind === 'title') continue;
    const folded = foldLine(segment.text);
    if (folded.length >= 2) add({ keys: [hash(folded)], letters: folded.match(letters)?.length ?? 0 });
  }
  for (const link of text.links) {
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
