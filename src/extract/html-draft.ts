// What the walk over a page collects before labels are settled: lines of text, cells, headings in force, links as met.
import type { Link, Region } from '../model/document.ts';
import type { HtmlNode } from './html-node.ts';
import type { Grid, GridRow } from './html-table.ts';

/** Headings in force at some place, nearest first, as a shared list. */
export interface HeadingChain {
  readonly text: string;
  readonly level: number;
  readonly outer: HeadingChain | null;
  /** Element that is the heading; the panel for a title that stands elsewhere (tab, accordion). */
  readonly node: HtmlNode;
}

/** A line as a reader sees it: text between two block edges or line breaks. */
export interface Line {
  /** White space collapsed. */
  text: string;
  readonly links: LinkDraft[];
  /** Block element it stands in. */
  readonly node: HtmlNode;
  readonly heading: boolean;
  readonly prev: Line | null;
  /** All its links have generic texts; found out when asked. */
  generic?: boolean;
}

/** A data row under construction; `row` and `grid` are set when its table ends. */
export interface RowDraft {
  readonly node: HtmlNode;
  grid?: Grid;
  row?: GridRow;
  /** Index of the row's segment, if it became one. */
  segment?: number;
}

export interface LinkDraft {
  readonly node: HtmlNode;
  readonly element: Link['element'];
  href: string;
  url: string | null;
  inert?: NonNullable<Link['inert']>;
  readonly region: Region;
  readonly heading: HeadingChain | null;
  /** First line the link's text stands in, with the link's extent in the line's raw text; absent for a link without text. */
  line?: Line;
  /** Its position among the line's links. */
  place: number;
  start: number;
  end: number;
  /** Text before the link in its line, back to the link before it, and after it, collapsed. */
  before: string;
  after: string;
  /** Last line closed before the link. */
  readonly above: Line | null;
  readonly row?: RowDraft;
  readonly cell?: { readonly node: HtmlNode; readonly column: number };
  segment?: number;
  /** Text of another element that names this one (opener of a modal, `<legend>` of a menu). */
  namedBy?: string;
}
