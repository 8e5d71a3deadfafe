// What a page says, as a set of lines that can be compared with another page's. Pure; holds no text of the page.
import type { DocumentText } from '../model/document.ts';

/** Hash of each distinct line → its number of letters. Digits, spaces and case are folded away: counters and clocks differ. */
export type LineSet = ReadonlyMap<number, number>;

const letters = /[\p{L}\p{M}]/gu;

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

export function lineSet(text: DocumentText): LineSet {
  const lines = new Map<number, number>();
  for (const segment of text.segments) {
    if (segment.kind === 'title') continue;
    const folded = foldLine(segment.text);
    if (folded.length >= 2) lines.set(hash(folded), folded.match(letters)?.length ?? 0);
  }
  // Links are content too: two lists of documents may differ in nothing else.
  for (const link of text.links) {
    const folded = foldLine(`${link.label} ${link.url?.split('#')[0] ?? ''}`);
    lines.set(hash(`>${folded}`), link.url === null ? 0 : (folded.match(letters)?.length ?? 0));
  }
  return lines;
}

/** Letters on lines of `page` that stand on none of `others`. */
export function ownLetters(page: LineSet, ...others: readonly LineSet[]): number {
  let sum = 0;
  for (const [line, count] of page) if (!others.some((other) => other.has(line))) sum += count;
  return sum;
}
