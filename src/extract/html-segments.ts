// Collects the segments of one page within a limit, with the headings they stand under.
import type { Locator, Region, Segment } from '../model/document.ts';
import type { HeadingChain, TableDraft } from './html-draft.ts';
import type { HtmlNode } from './html-node.ts';
import { layOut } from './html-table.ts';
import { sharedIn } from './shared-text.ts';

const nowhere: Locator = {};

/** Where a piece under these headings stands. */
export const placed = (chain: HeadingChain | null): Locator => (chain === null ? nowhere : chain.locator);

/** A heading below those of `outer` that are of a higher rank. */
export function headingBelow(outer: HeadingChain | null, text: string, level: number, node: HtmlNode): HeadingChain {
  let above = outer;
  while (above !== null && above.level >= level) above = above.outer;
  return newHeading(text, level, above, node);
}

function newHeading(text: string, level: number, outer: HeadingChain | null, node: HtmlNode): HeadingChain {
  return { text, level, outer, node, locator: { heading: text } };
}

/** As of `<caption>`. */
const captionLevel = 6;

export interface SegmentCollector {
  readonly segments: readonly Segment[];
  /** Segments that are no headings, to tell a section's end from a title's end. */
  content(): number;
  /** Each answers the segment's index, or undefined when there are too many. */
  paragraph(text: string, region: Region, heading: HeadingChain | null): number | undefined;
  item(text: string, region: Region, heading: HeadingChain | null): number | undefined;
  heading(text: string, level: number, region: Region, outer: HeadingChain | null): number | undefined;
  /** The rows of a table that ends: laid out, and tied to their drafts. */
  rows(table: TableDraft): void;
}

/** `onFull` is told of each segment above the `most` that are kept. */
export function createSegmentCollector(most: number, onFull: () => void): SegmentCollector {
  const segments: Segment[] = [];
  let content = 0;

  function add(segment: Segment): number | undefined {
    if (segments.length >= most) {
      onFull();
      return undefined;
    }
    if (segment.kind !== 'heading') content++;
    return segments.push(segment) - 1;
  }

  return {
    segments,
    content: () => content,
    paragraph: (text, region, heading) =>
      add({ kind: 'paragraph', text: sharedIn(region, text), region, locator: placed(heading) }),
    item: (text, region, heading) =>
      add({ kind: 'item', text: sharedIn(region, text), region, locator: placed(heading) }),
    heading: (text, level, region, outer) =>
      add({ kind: 'heading', text: sharedIn(region, text), level, region, locator: placed(outer) }),
    rows(table) {
      const grid = layOut(table.rows);
      let group = table.heading;
      grid.rows.forEach((line, at) => {
        const made = table.rows[at]!.draft;
        made.grid = grid;
        made.row = line;
        if (line.text === '') return;
        if (at < grid.captions) {
          const index = add({
            kind: 'heading',
            text: line.text,
            level: captionLevel,
            region: table.region,
            locator: placed(group),
          });
          group = newHeading(line.text, captionLevel, table.heading, table.node);
          if (index !== undefined) made.segment = index;
          return;
        }
        const locator = { ...placed(group), table: table.ordinal, row: line.number };
        if (line.title) group = newHeading(line.text, 7, table.heading, table.node);
        const row = { kind: 'row' as const, text: line.text, cells: line.cells, region: table.region };
        const index = add(line.header ? { ...row, header: true, locator } : { ...row, locator });
        if (index !== undefined) made.segment = index;
      });
    },
  };
}
