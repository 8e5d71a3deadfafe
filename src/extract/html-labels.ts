// Settles what a person reads a link as (criteria.md, evidence 1): its own words, or where these are generic the row, list
// item, card, line or heading it stands in. Also the texts around every link, nearest first.
import type { LabelSource, LinkContext } from '../model/document.ts';
import { createSurroundings } from './html-around.ts';
import type { LinkDraft } from './html-draft.ts';
import { isTruncated, saying } from './html-generic.ts';
import { fileUrl, join, textsAround, tidy } from './html-nearby.ts';
import type { HtmlNode } from './html-node.ts';
import { fileNameOf, labelLimit, linkText, ownText, readText } from './html-own-text.ts';
import { cut, findBelow, textOf } from './html-text.ts';

/** A list of files cuts their names off; the address has them whole. */
function completed(text: string, file: string): string | undefined {
  const letters = (name: string) => name.normalize('NFC').replace(/[\s_-]+/g, '');
  const start = letters(text.replace(/(?:\.{2,}|…)\s*>?\s*$/u, ''));
  return start.length >= 8 && letters(file).startsWith(start) ? file : undefined;
}

export interface Labels {
  readonly label: string;
  readonly labelFrom: LabelSource;
  readonly text: string;
  readonly context: readonly LinkContext[];
}

/** Settles labels of one page's links; remembers texts of shared surroundings. */
export function createLabeller(drafts: readonly LinkDraft[]) {
  const around = createSurroundings();

  /** Words of a neighbouring link to the same place (picture, title and button of one card). */
  function twinText(index: number): string {
    const { url } = drafts[index]!;
    if (url === null) return '';
    for (const step of [-1, 1, -2, 2, -3, 3]) {
      const other = drafts[index + step];
      if (other?.url !== url) continue;
      const text = linkText(other);
      if (saying(text) === 'named') return text;
    }
    return '';
  }

  function settle(draft: LinkDraft, index: number): Labels {
    const node = draft.node;
    const read = readText(draft);
    // most links say in their text what they lead to
    if (
      draft.namedBy === undefined &&
      read !== 'undefined' &&
      read !== 'null' &&
      saying(read) === 'named' &&
      !isTruncated(read)
    )
      return { label: read, labelFrom: 'text', text: read, context: around.contextOf(draft, read) };
    const own = ownText(draft, read);
    const context = around.contextOf(draft, own.text);
    const done = (label: string, labelFrom: LabelSource): Labels => ({
      label: cut(label, labelLimit),
      labelFrom: label === '' ? 'none' : labelFrom,
      text: own.text,
      context,
    });
    if (draft.namedBy !== undefined && saying(draft.namedBy) === 'named') return done(draft.namedBy, 'item');
    let tail = '';
    for (const [source, text] of own.candidates) {
      const says = saying(text);
      if (says === 'named') {
        const full = isTruncated(text)
          ? own.candidates.find(([, other]) => other.length > text.length && !isTruncated(other))
          : undefined;
        if (full !== undefined) return done(full[1], full[0]);
        return done(isTruncated(text) ? (completed(text, fileNameOf(draft.url)) ?? text) : text, source);
      }
      if (says === 'part' && tail === '') tail = text;
    }
    let from: LabelSource = tail === '' ? 'none' : (own.candidates.find(([, text]) => text === tail)?.[0] ?? 'text');
    if (tail === '' && draft.element === 'a') {
      const twin = twinText(index);
      if (twin !== '') return done(twin, 'card');
    }
    // one word of a menu is what it says, whatever stands over the menu
    if (own.text !== '' && draft.before === '' && stands(node)) return done(own.text, 'text');
    for (const nearby of textsAround(draft, around)) {
      const text = tidy(nearby.text);
      const says = saying(text);
      if (says === 'blank') continue;
      from = nearby.from;
      tail = join(text, tail);
      if (says === 'named') return done(tail, from);
    }
    const file = node.tag === 'img' ? '' : fileNameOf(draft.url);
    if (file !== '') return done(join(file, tail), tail === '' ? 'file-name' : from);
    return done(
      tail === '' ? (own.candidates[0]?.[1] ?? '') : tail,
      tail === '' ? (own.candidates[0]?.[0] ?? 'none') : from,
    );
  }

  return { settle };
}

/** Links beside it that make a menu of it, and how far to look for them. */
const [fewestOfMenu, farthest] = [3, 40];

/** A link alone in its box or line, among others that are and that name something: a menu, not the files under a title. */
function stands(link: HtmlNode): boolean {
  if (fileUrl.test(link.attrs['href'] ?? '')) return false;
  let box = link;
  while (box.parent !== null && box.parent.tag !== '#root' && box.parent.links === 1) box = box.parent;
  if (box.size !== link.size) return false;
  let named = 0;
  for (const way of ['prev', 'next'] as const) {
    for (let other = box[way], steps = 0; other !== null && steps < farthest; other = other[way], steps += 1) {
      if (other.links !== 1) continue;
      const alone =
        other.tag === 'a' ? other : findBelow(other, (below) => below.tag === 'a' && below.size === other!.size);
      if (alone !== undefined && saying(textOf(alone)) === 'named') named += 1;
      if (named >= fewestOfMenu) return true;
    }
  }
  return false;
}
