// One copy of each text that stands on many pages (menus, headers, footers), and no text that keeps its page in memory.
import { flatCopy } from './flat-copy.ts';

/** Texts known at once are at most twice as many: what was not met for so many others is forgotten. */
export const generation = 4096;
/** V8 copies what is shorter than this. */
const copied = 13;
/** Longer texts hardly repeat. */
const longest = 400;

let recent = new Map<string, string>();
let older = new Map<string, string>();

/** A text equal to `text` that is no slice of anything; the same one as last time, where it was met of late. */
export function shared(text: string): string {
  if (text.length < copied) return text;
  if (text.length > longest) return flatCopy(text);
  let known = recent.get(text);
  if (known !== undefined) return known;
  known = older.get(text) ?? flatCopy(text);
  if (recent.size >= generation) {
    older = recent;
    recent = new Map();
  }
  recent.set(known, known);
  return known;
}
