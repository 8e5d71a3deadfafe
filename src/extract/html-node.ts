// A node of the light tree that a page is read into (html-tree.ts).

export type Attributes = Readonly<Record<string, string>>;

/** An element or a text. `tag` is lower case; `#text` and `#root` are no elements. */
export interface HtmlNode {
  tag: string;
  /** Text nodes only: as decoded, white space not collapsed. */
  readonly text: string;
  attrs: Attributes;
  parent: HtmlNode | null;
  prev: HtmlNode | null;
  next: HtmlNode | null;
  first: HtmlNode | null;
  last: HtmlNode | null;
  /** Has attributes beside those that only name, style or describe: it may lead or open something. */
  readonly acts: boolean;
  /** Written by a script (`document.write`, `innerHTML` …). */
  readonly scripted: boolean;
  /** Characters of text below that are not white space. */
  size: number;
  /** `<a href>` below, itself included. */
  links: number;
  /** Bits of `has`: what stands below. */
  inside: number;
}

/** Bits of `HtmlNode.inside`. */
export const has = { heading: 1, table: 2, list: 4, field: 8, block: 16, frame: 32 } as const;
