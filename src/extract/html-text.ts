// Text of parts of a tree, bounded, and copies of strings that do not keep the page alive.
import type { HtmlNode } from './html-node.ts';

const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'select',
  'datalist',
  'textarea',
  'svg',
  'title',
  'noembed',
  'noframes',
  'math',
]);
const blocks = new Set(
  (
    'address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul button'
  ).split(' '),
);

export const isUnread = (tag: string): boolean => unread.has(tag);
export const isBlock = (tag: string): boolean => blocks.has(tag);

/** An inline element that its style or a common class sets on lines of its own. */
export function isSetAsBlock(node: HtmlNode): boolean {
  if (node.tag !== 'a' && node.tag !== 'span' && node.tag !== 'label') return false;
  const { class: classes, style } = node.attrs;
  if (style !== undefined && /(?:^|;)\s*display\s*:\s*(?:block|flex|list-item|grid)/i.test(style)) return true;
  return (
    classes !== undefined &&
    /(?:^|\s)(?:dropdown-item|list-group-item|d-block|d-flex|block|flex|btn-block|w3-bar-item)(?:\s|$)/.test(classes)
  );
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
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\ufffc]+/g, ' ')
    .trim();
}

/** Fonts that draw a word as a picture (`<i class="material-icons">picture_as_pdf</i>`). */
export function isIcon(node: HtmlNode): boolean {
  const classes = node.attrs['class'];
  return (
    classes !== undefined &&
    (node.tag === 'i' || node.tag === 'span') &&
    /(?:^|\s)material-(?:icons|symbols)/.test(classes)
  );
}

interface TextOptions {
  /** Stop after about this many characters. */
  readonly limit?: number;
  /** Elements left out with all below. */
  readonly skip?: (node: HtmlNode) => boolean;
}

/** Collapsed text below a node, in order, block edges as spaces. Reads at most 2,000 nodes. */
export function textOf(root: HtmlNode, options: TextOptions = {}): string {
  const { limit = 500, skip } = options;
  if (root.tag === '#text') return collapse(root.text).slice(0, limit);
  let text = '';
  let budget = 2000;
  let node: HtmlNode | null = root.first;
  while (node !== null && text.length < limit * 2 && budget-- > 0) {
    let descend = false;
    if (node.tag === '#text') text += node.text;
    else if (!unread.has(node.tag) && !isIcon(node) && !(skip?.(node) ?? false)) {
      if (blocks.has(node.tag) || isSetAsBlock(node)) text += ' ';
      descend = node.first !== null;
    }
    if (descend) {
      node = node.first;
      continue;
    }
    while (node !== null && node.next === null) {
      node = node.parent;
      if (node === root) return cut(collapse(text), limit);
      if (node !== null && blocks.has(node.tag)) text += ' ';
    }
    node = node?.next ?? null;
  }
  return cut(collapse(text), limit);
}

/** At most `limit` characters, cut before a combining mark would be parted from its base. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit;
  while (end > 0 && /[\p{M}\udc00-\udfff]/u.test(text[end]!)) end--;
  return text.slice(0, end).trimEnd();
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

/**
 * Makes flat copies: a slice of a page keeps the whole page in memory (V8), a copy does not. Equal strings of one page share one.
 */
export function createFlattener(): (text: string) => string {
  const known = new Map<string, string>();
  let scratch = Buffer.allocUnsafe(4096);
  return (text) => {
    // V8 copies what is this short.
    if (text.length < 13) return text;
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const need = text.length * 2;
    if (need > scratch.length) scratch = Buffer.allocUnsafe(need * 2);
    const bytes = scratch.write(text, 0, 'utf16le');
    const copy = scratch.toString('utf16le', 0, bytes);
    known.set(copy, copy);
    return copy;
  };
}
