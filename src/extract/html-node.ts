// A node of the light tree that a page is read into (html-tree.ts).
import type { Look } from './html-looks.ts';

export type Attributes = Readonly<Record<string, string>>;

/** An element or a text. `tag` is lower case; `#text` and `#root` are no elements. All are made by `newNode`: of one shape. */
export interface HtmlNode {
  /** Changed by `rename` alone. */
  readonly tag: string;
  /** Bits of `kind`: what elements of this tag are. */
  readonly kind: number;
  /** Text nodes only: as decoded, white space not collapsed; no slice of the page. Values of attributes may be slices. */
  readonly text: string;
  readonly attrs: Attributes;
  /** Bits of `holds`: which attributes there are. */
  readonly holds: number;
  /** What its classes say. */
  readonly look: Look;
  /** Bits of `style`: what its style attribute says. */
  readonly style: number;
  parent: HtmlNode | null;
  prev: HtmlNode | null;
  next: HtmlNode | null;
  first: HtmlNode | null;
  last: HtmlNode | null;
  /** Has attributes beside those that only name, style or describe: it may lead or open something. */
  readonly acts: boolean;
  /** Written by a script (`document.write`, `innerHTML` …). */
  readonly scripted: boolean;
  /** Characters of text below that are not white space; a text's own. */
  size: number;
  /** `<a href>` below, itself included. */
  links: number;
  /** Bits of `has`: what stands below. */
  inside: number;
}

/** Bits of `HtmlNode.inside`. */
export const has = { heading: 1, table: 2, list: 4, field: 8, block: 16, frame: 32 } as const;

/** Bits of `HtmlNode.holds`. */
export const holds = { id: 1, role: 2, hidden: 4, href: 8, name: 16, style: 32, class: 64 } as const;

/** Bits of `HtmlNode.kind`. */
export const kind = {
  /** Stands on lines of its own. */
  block: 1,
  /** Its content is not read. */
  unread: 2,
  /** Its content counts as no text. */
  silent: 4,
  void: 8,
  /** Opening it ends an open paragraph. */
  closesParagraph: 16,
  /** May end inside a block that stays open. */
  formatting: 32,
  inline: 64,
  heading: 128,
  /** Its content is no markup. */
  raw: 256,
  /** An end tag does not reach past it. */
  barrier: 512,
  bold: 1024,
  /** May be drawn as a part of a table. */
  box: 2048,
  /** May be a region by its name. */
  regional: 4096,
} as const;

const set = (bit: number, words: string): readonly (readonly [string, number])[] =>
  words.split(' ').map((word) => [word, bit]);

/** Which element may stand in which, as browsers mend it, and how elements are read. */
const kinds = new Map<string, number>();
for (const [tag, bit] of [
  ...set(
    kind.block,
    'address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
      'h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul button',
  ),
  ...set(kind.unread, 'script style template noscript select datalist textarea svg title noembed noframes math'),
  ...set(kind.silent, 'script style template head title textarea noscript select datalist svg math noembed noframes'),
  ...set(
    kind.void,
    'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
  ),
  ...set(
    kind.closesParagraph,
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
      'header hgroup hr main menu nav ol p pre section summary table ul li dd dt',
  ),
  ...set(kind.formatting, 'a b big code em font i nobr s small strike strong tt u'),
  ...set(kind.inline, 'span label abbr cite q sub sup ins del mark time bdi bdo kbd samp var dfn'),
  ...set(kind.heading, 'h1 h2 h3 h4 h5 h6'),
  ...set(kind.raw, 'style textarea xmp noembed noframes iframe plaintext script title'),
  ...set(kind.barrier, '#root table td th caption object marquee applet template'),
  ...set(kind.bold, 'b strong big'),
  ...set(kind.box, 'div span section ul li dl a p'),
  ...set(kind.regional, 'nav footer aside header div section table td ul ol center'),
]) {
  kinds.set(tag, (kinds.get(tag) ?? 0) | bit);
}

/** Bits of `kind` for a tag. */
export const kindOf = (tag: string): number => kinds.get(tag) ?? 0;

/** An element that is read as another. */
export function rename(node: HtmlNode, tag: string): void {
  const changed = node as { tag: string; kind: number };
  changed.tag = tag;
  changed.kind = kindOf(tag);
}
