// What the walk over a page collects before labels are settled: lines of text, cells, headings in force, links as met.
import type { Link, Locator, Region } from '../model/document.ts';
import type { HtmlNode } from './html-node.ts';
import type { Cell, Grid, GridRow } from './html-table.ts';

/** Headings in force at some place, nearest first, as a shared list. */
export interface HeadingChain {
  readonly text: string;
  readonly level: number;
  readonly outer: HeadingChain | null;
  /** Element that is the heading; the panel for a title that stands elsewhere (tab, accordion). */
  readonly node: HtmlNode;
  /** Place of a piece right under it. */
  readonly locator: Locator;
}

/** A line as a reader sees it: text between two block edges or line breaks. */
export interface Line {
  /** White space collapsed. */
  readonly text: string;
  readonly links: readonly LinkDraft[];
  /** Block element it stands in. */
  readonly node: HtmlNode;
  readonly heading: boolean;
  readonly prev: Line | null;
  /** All its links have generic texts; found out when asked. */
  generic: boolean | undefined;
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
  inert: NonNullable<Link['inert']> | undefined;
  readonly region: Region;
  readonly heading: HeadingChain | null;
  /** First line the link's text stands in, with the link's extent in the line's raw text; absent for a link without text. */
  line: Line | undefined;
  /** Its position among the line's links. */
  place: number;
  start: number;
  end: number;
  /** Text before the link in its line, back to the link before it, and after it, collapsed. */
  before: string;
  after: string;
  /** Last line closed before the link. */
  readonly above: Line | null;
  readonly row: RowDraft | undefined;
  readonly cell: { readonly node: HtmlNode; readonly column: number } | undefined;
  segment: number | undefined;
  /** Best own words, once they were asked for. */
  words: string | undefined;
  /** Text of another element that names this one (opener of a modal, `<legend>` of a menu). */
  namedBy: string | undefined;
}

/** Where lines go that do not become segments of their own. */
export interface Sink {
  readonly kind: 'cell' | 'item' | 'heading';
  text: string;
  readonly links: LinkDraft[];
  readonly region: Region;
  readonly heading: HeadingChain | null;
}

export interface TableDraft {
  readonly node: HtmlNode;
  readonly ordinal: number;
  readonly rows: { node: HtmlNode; cells: Cell[]; draft: RowDraft }[];
  heading: HeadingChain | null;
  readonly region: Region;
}

/** What is in force where the walk stands. */
export interface WalkState {
  region: Region;
  heading: HeadingChain | null;
  /** Element that makes the text bold. */
  bold: HtmlNode | null;
  sink: Sink | null;
  table: TableDraft | null;
  cell: Cell | null;
  row: RowDraft | null;
  link: LinkDraft | null;
}

/** The state as an element that changes it found it, to be put back when the element is left. */
export interface Frame extends Readonly<WalkState> {
  readonly node: HtmlNode;
  readonly scope: boolean;
  readonly contentAt: number;
}
