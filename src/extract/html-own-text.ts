// The words an element has of its own, before anything around it is asked: text, alternative text, title, aria-label, value.
import type { LabelSource } from '../model/document.ts';
import { flatCopy } from './flat-copy.ts';
import { isSublist } from './html-around.ts';
import type { LinkDraft } from './html-draft.ts';
import { isFileName, saying } from './html-generic.ts';
import type { HtmlNode } from './html-node.ts';
import { collapse, findBelow, textOf } from './html-text.ts';

/** Most characters of a label. */
export const labelLimit = 500;

/** The text of an element that is read as what it leads to; '' where other words come first. */
export function readText({ node, element }: LinkDraft): string {
  const wordless = element === 'frame' || element === 'embed' || element === 'form';
  if (wordless || node.tag === 'meta' || node.tag === 'script' || node.tag === 'select') return '';
  return textOf(node, labelLimit, node.tag === 'li' ? isSublist : undefined);
}

/** What a script fills in for a name that it has not got. */
const isVoid = (text: string): boolean => text === '' || text === 'undefined' || text === 'null';

/** Own words of an element that reads as `read`, best first: text, alternative text, title, aria-label, value. */
export function ownText(draft: LinkDraft, read: string): { text: string; candidates: [LabelSource, string][] } {
  const { node } = draft;
  const { attrs } = node;
  // an option of a jump menu is the link, the menu is not
  if (node.tag === 'select') return { text: draft.namedBy ?? '', candidates: [['text', draft.namedBy ?? '']] };
  const frame = draft.element === 'frame' || draft.element === 'embed';
  let text = read;
  const candidates: [LabelSource, string][] = [];
  const add = (from: LabelSource, value: string | undefined): void => {
    const clean = collapse(value ?? '');
    if (!isVoid(clean)) candidates.push([from, flatCopy(clean)]);
  };
  if (frame) add('frame', draft.namedBy);
  add('text', text);
  if (node.tag === 'area' || node.tag === 'img' || node.tag === 'input') add('alt', attrs['alt']);
  else if (!frame && node.first !== null) add('alt', altsBelow(node));
  add('title', attrs['title'] ?? attrs['data-original-title'] ?? attrs['data-bs-title']);
  if (attrs['title'] === undefined && node.first !== null && !frame) add('title', titleBelow(node));
  add('aria-label', attrs['aria-label']);
  add('value', node.tag === 'input' || node.tag === 'button' ? attrs['value'] : undefined);
  if (draft.element === 'form') {
    const button = findBelow(
      node,
      (below) =>
        below.tag === 'button' ||
        (below.tag === 'input' && /^(?:submit|button|image)$/i.test(below.attrs['type'] ?? '')),
    );
    if (button !== undefined) {
      text = textOf(button);
      add('text', text);
      add('value', button.attrs['value']);
      add('alt', button.attrs['alt']);
    }
  }
  if (frame) {
    add('frame', attrs['name'] !== undefined && /[\u0e01-\u0e5b]/.test(attrs['name']) ? attrs['name'] : undefined);
    add('aria-label', attrs['aria-label']);
  }
  return { text, candidates };
}

function altsBelow(node: HtmlNode): string {
  const alts: string[] = [];
  findBelow(
    node,
    (below) => {
      if (below.tag === 'img' || (below.tag === 'input' && below.attrs['type'] === 'image'))
        alts.push(collapse(below.attrs['alt'] ?? ''));
      return alts.length > 4;
    },
    200,
  );
  return alts.filter((alt) => saying(alt) !== 'blank' && !isFileName(alt)).join(' ');
}

function titleBelow(node: HtmlNode): string {
  return findBelow(node, (below) => (below.attrs['title'] ?? '') !== '', 50)?.attrs['title'] ?? '';
}

/** Decoded file name of a URL's path, where it has words of its own; else ''. */
export function fileNameOf(url: string | null): string {
  if (url === null) return '';
  let name = url.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    return '';
  }
  name = collapse(name.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[_+]+/g, ' '));
  return /[\u0e01-\u0e2e]{2}/.test(name) || /[a-z]{3,}.*[\s-].*[a-z]{3,}/i.test(name) ? name : '';
}

/** Best own words of a link, remembered with it. */
export function linkText(draft: LinkDraft): string {
  draft.words ??= draft.namedBy ?? firstWords(draft);
  return draft.words;
}

function firstWords(draft: LinkDraft): string {
  const read = readText(draft);
  return isVoid(read) ? (ownText(draft, read).candidates[0]?.[1] ?? '') : read;
}
