// One walk over a page's tree: segments in reading order, headings in force, tables on their grids, links where they stand.
// Iterative; every node is entered and left once. Labels are settled afterwards (html-labels.ts).
import type { Region, Segment } from '../model/document.ts';
import type { Resolver } from './html-address.ts';
import { isSublist } from './html-around.ts';
import type { Frame, HeadingChain, LinkDraft, RowDraft, Sink, TableDraft } from './html-draft.ts';
import { createLineReader, isWordy } from './html-line.ts';
import { jumpMenu, type Target, targetOf } from './html-links.ts';
import {
  allBoldBelow,
  headingLevel,
  imageTitle,
  isBoldMark,
  isHiddenForGood,
  isItemCard,
  isScopeDiv,
  isTabPane,
  joined,
} from './html-marks.ts';
import { solid } from './html-measure.ts';
import { type HtmlNode, has, holds, kind } from './html-node.ts';
import type { PanelMap } from './html-panels.ts';
import { regionOf } from './html-region.ts';
import { createSegmentCollector, headingBelow } from './html-segments.ts';
import { type Cell, isDataTable, newCell } from './html-table.ts';
import { isBlank, isIcon, isSetAsBlock } from './html-text.ts';
import type { HtmlTree } from './html-tree.ts';

export interface WalkLimits {
  readonly maxSegments: number;
  readonly maxLinks: number;
  /** Bold and large type set nothing apart: the page uses them throughout. */
  readonly plain?: boolean;
}

export interface Walked {
  readonly segments: readonly Segment[];
  readonly drafts: readonly LinkDraft[];
  readonly damage: readonly string[];
  /** Share of the text outside tables and lists that is bold or large, 0–1. */
  readonly boldShare: number;
}

const isBlocky = (node: HtmlNode): boolean =>
  (node.kind & kind.block) !== 0 ? node.tag !== 'button' : isSetAsBlock(node);

/** An element whose headings end with it, by its tag or classes. */
function isScope(node: HtmlNode, inTable: boolean): boolean {
  switch (node.tag) {
    case 'div':
      return isScopeDiv(node);
    case 'section':
    case 'article':
    case 'li':
    case 'dialog':
    case 'dl':
    case 'details':
      return true;
    case 'a':
      return (node.inside & has.heading) !== 0;
    case 'td':
      return !inTable;
    default:
      return false;
  }
}

/** Walks the tree (or only below `from`). */
export function walk(
  tree: HtmlTree,
  resolver: Resolver,
  panels: PanelMap,
  limits: WalkLimits,
  from = tree.root,
): Walked {
  const drafts: LinkDraft[] = [];
  const damage = new Set<string>();
  const found = createSegmentCollector(limits.maxSegments, () =>
    damage.add(`text after ${limits.maxSegments} pieces left out`),
  );
  const frames: Frame[] = [];
  let lastHeadingText = '';
  let region: Region = 'main';
  let heading: HeadingChain | null = null;
  let bold: HtmlNode | null = null;
  let sink: Sink | null = null;
  let table: TableDraft | null = null;
  let cell: Cell | null = null;
  let row: RowDraft | null = null;
  let link: LinkDraft | null = null;
  let tables = 0;
  let block: HtmlNode = from;
  let allSolids = 0;
  let allBolds = 0;
  let lastBold: HtmlNode | null = null;
  const reader = createLineReader(from);

  function pushHeading(text: string, level: number, node: HtmlNode): HeadingChain {
    heading = headingBelow(heading, text, level, node);
    lastHeadingText = text;
    return heading;
  }
  function newSink(of: Sink['kind']): Sink {
    return { kind: of, text: '', links: [], region, heading };
  }
  function tell(links: readonly LinkDraft[], index: number | undefined): void {
    if (index !== undefined) for (const draft of links) draft.segment ??= index;
  }

  /** Ends the line: it becomes a heading or paragraph, or goes into the item, cell or heading being read. */
  function flush(): void {
    if (reader.isEmpty()) return;
    const taken = reader.take(link, sink === null ? 'free' : sink.kind === 'heading' ? 'heading' : 'inner', lastBold);
    if (taken === undefined) return;
    const { text, links, node } = taken.line;
    if (sink !== null) {
      if (text !== '') sink.text = sink.text === '' ? text : `${sink.text} ${text}`;
      for (const draft of links) sink.links.push(draft);
      return;
    }
    if (!isWordy(text)) return; // ornaments
    if (taken.apart !== undefined) {
      for (const [i, words] of taken.apart.entries()) {
        if (!isWordy(words)) continue;
        const index = found.paragraph(words, region, heading);
        if (index !== undefined) links[i]!.segment ??= index;
      }
      return;
    }
    if (taken.titled) {
      lastBold = taken.boldRoot;
      const title = pushHeading(text, 6, node);
      tell(links, found.heading(text, 6, region, title.outer));
      return;
    }
    if (!taken.allBold) lastBold = null;
    tell(links, found.paragraph(text, region, heading));
  }

  function closeHeading(made: Sink, node: HtmlNode): void {
    const text = made.text === '' ? imageTitle(node) : made.text;
    if (text === '') return;
    const level = headingLevel(node);
    const title = pushHeading(text, level, node);
    if (node.tag === 'caption' && table !== null) table.heading = heading;
    tell(made.links, found.heading(text, Math.min(6, level), region, title.outer));
  }

  function closeItem(made: Sink): void {
    if (made.kind !== 'item' || made.text === '') return;
    tell(made.links, found.item(made.text, made.region, made.heading));
    made.text = '';
    made.links.length = 0;
  }

  function addLink(node: HtmlNode, target: Target): LinkDraft | undefined {
    if (drafts.length >= limits.maxLinks) {
      damage.add(`links after ${limits.maxLinks} left out`);
      return undefined;
    }
    const draft: LinkDraft = {
      node,
      element: node.scripted && target.element === 'a' ? 'script' : target.element,
      href: target.href,
      url: target.url,
      inert: target.inert,
      namedBy: target.namedBy,
      region,
      heading,
      line: undefined,
      place: 0,
      start: reader.position(),
      end: -1,
      before: '',
      after: '',
      above: reader.lastLine(),
      row: row ?? undefined,
      cell: cell ?? undefined,
      segment: undefined,
      words: undefined,
    };
    drafts.push(draft);
    return draft;
  }

  /** Tables, their rows and cells; true when one begins. */
  function enterTable(node: HtmlNode): boolean {
    const { tag } = node;
    if (tag === 'table' && sink === null && isDataTable(node)) {
      tables++;
      table = { node, ordinal: tables, rows: [], heading, region };
      return true;
    }
    if (table === null || cell !== null) return false;
    if (tag === 'tr' && (node.parent === table.node || node.parent?.parent === table.node)) {
      row = { node };
      table.rows.push({ node, cells: [], draft: row });
      return true;
    }
    if ((tag !== 'td' && tag !== 'th') || row === null || node.parent !== row.node) return false;
    cell = newCell(node, isBoldMark(node) || allBoldBelow(node));
    table.rows[table.rows.length - 1]!.cells.push(cell);
    sink = newSink('cell');
    return true;
  }

  /** Headings, items, cards; true when one begins, or what was begun ends for it. */
  function enterSink(node: HtmlNode): boolean {
    if (sink === null && headingLevel(node) > 0) {
      flush();
      sink = newSink('heading');
      return true;
    }
    if (node.tag === 'li') {
      // the outer item's words so far come before the inner one's
      if (sink !== null) closeItem(sink);
      const simple = (node.inside & (has.heading | has.table)) === 0 && node.size <= 3000;
      sink = simple ? newSink('item') : null;
      return true;
    }
    if (node.tag !== 'div') return false;
    if (sink !== null) {
      if (!isSublist(node)) return false;
      // what drops down from an item stands on lines of its own
      closeItem(sink);
      sink = null;
      return true;
    }
    if (!isItemCard(node)) return false;
    sink = newSink('item');
    return true;
  }

  /** A link the element is, if any; true when its content is the link's. */
  function enterLink(node: HtmlNode, blocky: boolean): boolean {
    const target = targetOf(node, resolver, panels);
    if (target === undefined) {
      if (node.tag === 'button') reader.part();
      return false;
    }
    if (!blocky && joined(node)) reader.part();
    const draft = addLink(node, target);
    if (draft === undefined) return false;
    reader.addLink(draft, block);
    if (node.first !== null) {
      link = draft;
      return true;
    }
    draft.end = reader.position();
    return false;
  }

  /** Enters an element; true when its children are to be walked. */
  function enter(node: HtmlNode): boolean {
    const { tag, kind: bits } = node;
    if (tag === 'br' || tag === 'hr' || tag === 'wbr') {
      if (tag === 'br' && sink?.kind === 'heading') reader.part();
      else if (tag !== 'wbr') flush();
      return false;
    }
    if (tag === 'select') {
      for (const target of jumpMenu(node, resolver)) addLink(node, target);
      return false;
    }
    if ((bits & kind.unread) !== 0 || tag === 'meta' || tag === 'link' || isIcon(node)) return false;
    if (isHiddenForGood(node, region)) return false;
    const blocky = isBlocky(node);
    if (blocky) flush();
    const wasRegion = region;
    const wasHeading = heading;
    const wasBold = bold;
    const wasSink = sink;
    const wasTable = table;
    const wasCell = cell;
    const wasRow = row;
    const wasLink = link;
    const contentAt = found.content();
    let changed = false;

    const opened = regionOf(node, region, tree.root.size);
    if (opened !== undefined) region = opened;
    let scope = opened !== undefined || isScope(node, table !== null);

    if ((node.holds & holds.id) !== 0 && tag !== 'a' && tag !== 'button') {
      const title = panels.titleOf(node);
      if (title !== '' && region === 'main' && sink === null) {
        scope = true;
        if (title !== lastHeadingText) {
          const chain = pushHeading(title, 6, node);
          if (isTabPane(node)) found.heading(title, 6, region, chain.outer);
        }
      }
    }
    if (enterTable(node)) {
      changed = true;
      if (tag === 'table') scope = true;
    }
    if ((sink === null || (sink as Sink).kind === 'item') && enterSink(node)) changed = true;
    if (!limits.plain && isBoldMark(node)) {
      if (bold === null) bold = node;
      changed = true;
    }
    if (enterLink(node, blocky)) changed = true;
    if (blocky) {
      block = node;
      reader.enter(block);
    }
    if (changed || scope) {
      frames.push({
        node,
        region: wasRegion,
        heading: wasHeading,
        bold: wasBold,
        sink: wasSink,
        table: wasTable,
        cell: wasCell,
        row: wasRow,
        link: wasLink,
        scope,
        contentAt,
      });
    }
    return node.first !== null || blocky;
  }

  function leave(node: HtmlNode): void {
    const blocky = isBlocky(node);
    const frame = frames[frames.length - 1];
    const mine = frame !== undefined && frame.node === node;
    if (mine && link !== null && link !== frame.link && link.node === node) {
      link.end = reader.position();
      link = frame.link;
      if (blocky) flush();
    }
    if (blocky) {
      flush();
      block = node.parent ?? from;
      reader.enter(block);
    }
    if (!mine) return;
    frames.pop();
    if (sink !== frame.sink || frame.scope) flush();
    const ended = sink;
    sink = frame.sink;
    if (ended !== null && ended !== frame.sink) {
      if (ended.kind === 'cell') cell!.text = ended.text;
      else if (ended.kind === 'heading') closeHeading(ended, node);
      else closeItem(ended);
    }
    const ending = table;
    table = frame.table;
    cell = frame.cell;
    row = frame.row;
    if (ending !== null && ending !== frame.table) found.rows(ending);
    region = frame.region;
    bold = frame.bold;
    // A section's headings end with it; but a box that held only a title has titled what follows.
    if (frame.scope && (found.content() > frame.contentAt || region !== 'main' || node.tag === 'li'))
      heading = frame.heading;
  }

  function addText(text: string, count: number): void {
    reader.add(text, count, block, bold, link !== null);
    if (sink !== null) return;
    allSolids += count;
    if (bold !== null) allBolds += count;
  }

  let node: HtmlNode | null = from.first;
  while (node !== null) {
    if (node.tag === '#text') {
      if (node.parent?.tag === 'pre') {
        for (const part of node.text.split('\n')) {
          addText(part, solid(part));
          flush();
        }
      } else if (reader.hasText() || !isBlank(node.text)) addText(node.text, node.size);
    } else if (enter(node)) {
      if (node.first !== null) {
        node = node.first;
        continue;
      }
      leave(node);
    } else if (frames[frames.length - 1]?.node === node) leave(node);
    while (node !== null && node.next === null) {
      node = node.parent;
      if (node === null || node === from) {
        node = null;
        break;
      }
      leave(node);
    }
    node = node?.next ?? null;
  }
  flush();
  for (const draft of drafts)
    if (draft.segment === undefined && draft.row?.segment !== undefined) draft.segment = draft.row.segment;
  return {
    segments: found.segments,
    drafts,
    damage: [...damage],
    boldShare: allSolids < 400 ? 0 : allBolds / allSolids,
  };
}
