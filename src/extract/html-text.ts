// Text of parts of a tree, bounded.
import { flatCopy } from './flat-copy.ts';
import { look, style } from './html-looks.ts';
import { type HtmlNode, kind } from './html-node.ts';

/** An inline element that its style or a common class sets on lines of its own. */
export function isSetAsBlock(node: HtmlNode): boolean {
  if ((node.look.bits & look.block) === 0 && (node.style & style.block) === 0) return false;
  return node.tag === 'a' || node.tag === 'span' || node.tag === 'label';
}

/** White space (no-break spaces too) to single spaces, trimmed; marks where a line may break (ZWSP, SHY …) dropped. */
export function collapse(text: string): string {
  return isCollapsed(text) ? text : collapsed(text);
}

/** Most texts are, and looking is cheaper than replacing nothing. Letters of ASCII and Thai only: all else is replaced in. */
function isCollapsed(text: string): boolean {
  let spaced = true; // at the start a space is one too many
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20) {
      if (spaced) return false;
      spaced = true;
    } else if (code < 0x20 || (code >= 0x7f && code < 0xe00) || code > 0xe5b) return false;
    else spaced = false;
  }
  return text === '' || !spaced;
}

function collapsed(text: string): string {
  // white space at the ends alone is most of the rest
  const trimmed = text.trim();
  if (isCollapsed(trimmed)) return trimmed;
  return trimmed
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\ufffc]+/g, ' ')
    .trim();
}

/** Nothing but white space. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0) continue;
    // few spaces lie further out, and they are rare
    return code >= 0x1680 && /^\s*$/.test(text);
  }
  return true;
}

/** Fonts that draw a word as a picture (`<i class="material-icons">picture_as_pdf</i>`). */
export const isIcon = (node: HtmlNode): boolean =>
  (node.look.bits & look.icon) !== 0 && (node.tag === 'i' || node.tag === 'span');

/** Elements left out with all below. */
type Skip = (node: HtmlNode) => boolean;

/** Collapsed text below a node, in order, block edges as spaces; about `limit` characters. Reads at most 2,000 nodes. */
export function textOf(root: HtmlNode, limit = 500, skip?: Skip): string {
  if (root.tag === '#text') return collapse(root.text).slice(0, limit);
  let node: HtmlNode | null = root.first;
  // the most common of all
  if (node === null) return '';
  if (node.tag === '#text' && node.next === null) return cut(collapse(node.text), limit);
  let text = '';
  let budget = 2000;
  while (node !== null && text.length < limit * 2 && budget-- > 0) {
    let descend = false;
    if (node.tag === '#text') text += node.text;
    else if ((node.kind & kind.unread) === 0 && !isIcon(node) && !(skip?.(node) ?? false)) {
      if ((node.kind & kind.block) !== 0 || isSetAsBlock(node)) text += ' ';
      descend = node.first !== null;
    }
    if (descend) {
      node = node.first;
      continue;
    }
    while (node !== null && node.next === null) {
      node = node.parent;
      if (node === root) return cut(collapse(text), limit);
      if (node !== null && (node.kind & kind.block) !== 0) text += ' ';
    }
    node = node?.next ?? null;
  }
  return cut(collapse(text), limit);
}

/** At most `limit` characters, cut before a combining mark would be parted from its base; keeps no more than these in memory. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit;
  while (end > 0 && /[\p{M}\udc00-\udfff]/u.test(text[end]!)) end--;
  return flatCopy(text.slice(0, end).trimEnd());
}

/** First descendant element that `wanted` accepts, in order; looks at no more than `budget` nodes. */
export function findBelow(root: HtmlNode, wanted: (node: HtmlNode) => boolean, budget = 2000): HtmlNode | undefined {
  let node: HtmlNode | null = root.first;
  while (node !== null && budget-- > 0) {
    if (node.tag !== '#text' && wanted(node)) return node;
    if (node.first !== null) {
      node = node.first;
      continue;
    }
    while (node !== null && node.next === null) {
      node = node.parent;
      if (node === root) return undefined;
    }
    node = node?.next ?? null;
  }
  return undefined;
}
