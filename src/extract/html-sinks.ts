// What is read into what: elements open and close headings, items, tables with their rows and cells; each line that ends
// goes into the one that is open or becomes a segment. It may change the walk's state but neither enters nor leaves elements.
import { isSublist } from './html-around.ts';
import type { HeadingChain, LinkDraft, Sink, WalkState } from './html-draft.ts';
import { isWordy, type LineReader } from './html-line.ts';
import { allBoldBelow, headingLevel, imageTitle, isBoldMark, isItemCard, isTabPane } from './html-marks.ts';
import { type HtmlNode, has } from './html-node.ts';
import { headingBelow, type SegmentCollector } from './html-segments.ts';
import { isDataTable, newCell } from './html-table.ts';

/** Sinks of one page; its lines come from `reader`, its segments go to `found`. `isPanel`: something names and opens it. */
export function createSinks(
  state: WalkState,
  reader: LineReader,
  found: SegmentCollector,
  isPanel: (node: HtmlNode) => boolean,
) {
  let lastHeadingText = '';
  let lastBold: HtmlNode | null = null;
  let tables = 0;

  function pushHeading(text: string, level: number, node: HtmlNode): HeadingChain {
    state.heading = headingBelow(state.heading, text, level, node);
    lastHeadingText = text;
    return state.heading;
  }
  function newSink(of: Sink['kind']): Sink {
    return { kind: of, text: '', links: [], region: state.region, heading: state.heading };
  }
  function tell(links: readonly LinkDraft[], index: number | undefined): void {
    if (index !== undefined) for (const draft of links) draft.segment ??= index;
  }

  /** Ends the line: it becomes a heading or paragraph, or goes into the item, cell or heading being read. */
  function flush(): void {
    if (reader.isEmpty()) return;
    const taken = reader.take(
      state.link,
      state.sink === null ? 'free' : state.sink.kind === 'heading' ? 'heading' : 'inner',
      lastBold,
    );
    if (taken === undefined) return;
    const { text, links, node } = taken.line;
    if (state.sink !== null) {
      if (text !== '') state.sink.text = state.sink.text === '' ? text : `${state.sink.text} ${text}`;
      for (const draft of links) state.sink.links.push(draft);
      return;
    }
    if (!isWordy(text)) return; // ornaments
    if (taken.apart !== undefined) {
      for (const [i, words] of taken.apart.entries()) {
        if (!isWordy(words)) continue;
        const index = found.paragraph(words, state.region, state.heading);
        if (index !== undefined) links[i]!.segment ??= index;
      }
      return;
    }
    if (taken.titled) {
      lastBold = taken.boldRoot;
      const title = pushHeading(text, 6, node);
      tell(links, found.heading(text, 6, state.region, title.outer));
      return;
    }
    if (!taken.allBold) lastBold = null;
    tell(links, found.paragraph(text, state.region, state.heading));
  }

  function closeHeading(made: Sink, node: HtmlNode): void {
    const text = made.text === '' ? imageTitle(node) : made.text;
    if (text === '') return;
    const level = headingLevel(node);
    const title = pushHeading(text, level, node);
    if (node.tag === 'caption' && state.table !== null) state.table.heading = state.heading;
    tell(made.links, found.heading(text, Math.min(6, level), state.region, title.outer));
  }

  function closeItem(made: Sink): void {
    if (made.kind !== 'item' || made.text === '') return;
    tell(made.links, found.item(made.text, made.region, made.heading));
    made.text = '';
    made.links.length = 0;
  }

  /** A panel's title that stands elsewhere on the page (tab, accordion) heads what is in the panel. */
  function openPanel(node: HtmlNode, title: string): void {
    if (title === lastHeadingText) return;
    const chain = pushHeading(title, 6, node);
    if (isTabPane(node)) found.heading(title, 6, state.region, chain.outer);
  }

  /** Tables, their rows and cells; true when one begins. */
  function enterTable(node: HtmlNode): boolean {
    const { tag } = node;
    if (tag === 'table' && state.sink === null && isDataTable(node)) {
      tables++;
      state.table = { node, ordinal: tables, rows: [], heading: state.heading, region: state.region };
      return true;
    }
    if (state.table === null || state.cell !== null) return false;
    if (tag === 'tr' && (node.parent === state.table.node || node.parent?.parent === state.table.node)) {
      state.row = { node };
      state.table.rows.push({ node, cells: [], draft: state.row });
      return true;
    }
    if ((tag !== 'td' && tag !== 'th') || state.row === null || node.parent !== state.row.node) return false;
    state.cell = newCell(node, isBoldMark(node) || allBoldBelow(node));
    state.table.rows[state.table.rows.length - 1]!.cells.push(state.cell);
    state.sink = newSink('cell');
    return true;
  }

  /** Headings, items, cards; true when one begins, or what was begun ends for it. */
  function enterSink(node: HtmlNode): boolean {
    if (state.sink === null && headingLevel(node) > 0) {
      flush();
      state.sink = newSink('heading');
      return true;
    }
    if (node.tag === 'li') {
      // the outer item's words so far come before the inner one's
      if (state.sink !== null) closeItem(state.sink);
      const simple = (node.inside & (has.heading | has.table)) === 0 && node.size <= 3000;
      state.sink = simple ? newSink('item') : null;
      return true;
    }
    if (node.tag !== 'div') return false;
    if (state.sink !== null) {
      if (!isSublist(node)) return false;
      // what drops down from an item stands on lines of its own
      closeItem(state.sink);
      state.sink = null;
      return true;
    }
    // An accordion's box is no card: what opens stands under its title.
    if (!isItemCard(node) || (state.region === 'main' && holdsPanel(node))) return false;
    state.sink = newSink('item');
    return true;
  }

  function holdsPanel(node: HtmlNode): boolean {
    for (let child = node.first; child !== null; child = child.next) if (isPanel(child)) return true;
    return false;
  }

  /** The sink that `node` opened has ended. */
  function closeSink(made: Sink, node: HtmlNode): void {
    if (made.kind === 'cell') state.cell!.text = made.text;
    else if (made.kind === 'heading') closeHeading(made, node);
    else closeItem(made);
  }

  return { flush, openPanel, enterTable, enterSink, closeSink };
}
