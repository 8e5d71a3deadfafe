// One copy of each text that stands on all pages of a site: its menus, headers and footers.
import type { Region } from '../model/document.ts';
import { flatCopy } from './flat-copy.ts';

/** Texts known at once are at most twice as many: what was not met for so many others is forgotten. */
export const generation = 4096;
/** V8 has no use for sharing what is shorter than this; longer texts hardly repeat. */
const [shortest, longest] = [6, 400] as const;

let recent = new Map<string, string>();
let older = new Map<string, string>();

/** `text`, or the equal text met before; where a page's own content stands, texts are its own. */
export function sharedIn(region: Region, text: string): string {
  if (region === 'main' || text.length < shortest || text.length > longest) return text;
  const met = recent.get(text);
  if (met !== undefined) return met;
  const known = older.get(text) ?? flatCopy(text);
  if (recent.size >= generation) {
    older = recent;
    recent = new Map();
  }
  recent.set(known, known);
  return known;
}
