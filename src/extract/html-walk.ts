// One walk over a page's tree: segments in reading order, headings in force, tables on their grids, links where they stand.
// Iterative; every node is entered and left once. Labels are settled afterwards (html-labels.ts).
import type { Locator, Region, Segment } from '../model/document.ts';
import type { Resolver } from './html-address.ts';
import { isSublist } from './html-around.ts';
import type { HeadingChain, LinkDraft, RowDraft } from './html-draft.ts';
import { createLineReader } from './html-line.ts';
import { type Target, targetsOf } from './html-links.ts';
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
import { type HtmlNode, has } from './html-node.ts';
import type { PanelMap } from './html-panels.ts';
import { regionOf } from './html-region.ts';
import { type Cell, isDataTable, layOut, newCell } from './html-table.ts';
import { isBlock, isIcon, isSetAsBlock, isUnread } from './html-text.ts';
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

type Heading = { readonly level: number; readonly node: HtmlNode };
/** Where lines go that do not become segments of their own. */
interface Sink {
  readonly kind: 'cell' | 'item' | 'heading';
  text: string;
  readonly links: LinkDraft[];
  readonly region: Region;
  readonly heading: HeadingChain | null;
}
interface TableDraft {
  readonly node: HtmlNode;
  readonly ordinal: number;
  readonly rows: { node: HtmlNode; cells: Cell[]; draft: RowDraft }[];
  heading: HeadingChain | null;
  readonly region: Region;
}
/** What an element changed, to be put back when it is left. */
interface Frame {
  readonly node: HtmlNode;
  readonly region: Region;
  readonly heading: HeadingChain | null;
  readonly bold: HtmlNode | null;
  readonly sink: Sink | null;
  readonly table: TableDraft | null;
  readonly cell: Cell | null;
  readonly row: RowDraft | null;
  readonly link: LinkDraft | null;
  readonly scope: boolean;
  readonly contentAt: number;
}

const isBlocky = (node: HtmlNode): boolean => (isBlock(node.tag) ? node.tag !== 'button' : isSetAsBlock(node));

/** Walks the tree (or only below `from`). */
export function walk(
  tree: HtmlTree,
  resolver: Resolver,
  panels: PanelMap,
  limits: WalkLimits,
  from = tree.root,
): Walked {
  const segments: Segment[] = [];
  const drafts: LinkDraft[] = [];
  const damage = new Set<string>();
  const frames: Frame[] = [];
  const regionNames = new Map<string, Region | ''>();
  const lastHeadingText = { text: '' };
  let region: Region = 'main';
  let heading: HeadingChain | null = null;
  let bold: HtmlNode | null = null;
  let sink: Sink | null = null;
  let table: TableDraft | null = null;
  let cell: Cell | null = null;
  let row: RowDraft | null = null;
  let link: LinkDraft | null = null;
  let tables = 0;
  let content = 0; // segments that are no headings, to tell a section's end from a title's end
  let block: HtmlNode = from;
  let allSolids = 0;
  let allBolds = 0;
  let lastBold: HtmlNode | null = null;
  const reader = createLineReader(from);

  function segment(kind: Segment['kind'], text: string, extra: Partial<Segment>, locator: Locator): number | undefined {
    if (segments.length >= limits.maxSegments) {
      damage.add(`text after ${limits.maxSegments} pieces left out`);
      return undefined;
    }
    segments.push({ kind, text, ...extra, region: extra.region ?? region, locator });
    if (kind !== 'heading') content++;
    return segments.length - 1;
  }
  const placed = (chain: HeadingChain | null): Locator => (chain === null ? {} : { heading: chain.text });

  function pushHeading(text: string, level: number, node: HtmlNode): void {
    let outer = heading;
    while (outer !== null && outer.level >= level) outer = outer.outer;
    heading = { text, level, outer, node };
    lastHeadingText.text = text;
  }

  /** Ends the line: it becomes a heading or paragraph, or goes into the item, cell or heading being read. */
  function flush(): void {
    if (reader.isEmpty()) return;
    let titled = false;
    const taken = reader.take(link, ({ allBold, boldRoot, linkOnly }, text) => {
      titled =
        allBold &&
        sink === null &&
        !linkOnly &&
        boldRoot !== lastBold &&
        text.length >= 4 &&
        text.length <= 150 &&
        /\p{L}{2}/u.test(text);
      return titled || sink?.kind === 'heading';
    });
    if (taken === undefined) return;
    const { text, links, node } = taken.line;
    if (sink !== null) {
      if (text !== '') sink.text = sink.text === '' ? text : `${sink.text} ${text}`;
      sink.links.push(...links);
      return;
    }
    if (!/[\p{L}\p{N}]/u.test(text)) return; // ornaments
    if (taken.apart !== undefined) {
      links.forEach((draft, i) => {
        if (!/[\p{L}\p{N}]/u.test(taken.apart![i]!)) return;
        const index = segment('paragraph', taken.apart![i]!, {}, placed(heading));
        if (index !== undefined) draft.segment ??= index;
      });
      return;
    }
    let index: number | undefined;
    if (titled) {
      lastBold = taken.boldRoot;
      pushHeading(text, 6, node);
      index = segment('heading', text, { level: 6 }, placed(heading!.outer));
    } else {
      if (!taken.allBold) lastBold = null;
      index = segment('paragraph', text, {}, placed(heading));
    }
    if (index !== undefined) for (const draft of links) draft.segment ??= index;
  }

  /** Ends a sink: a heading or an item becomes a segment. */
  function closeSink(made: Sink, asHeading: Heading | null): void {
    if (made.kind === 'heading' && asHeading !== null) {
      let text = made.text;
      if (text === '') text = imageTitle(asHeading.node);
      if (text === '') return;
      pushHeading(text, asHeading.level, asHeading.node);
      if (asHeading.node.tag === 'caption' && table !== null) table.heading = heading;
      const index = segment('heading', text, { level: Math.min(6, asHeading.level) }, placed(heading!.outer));
      for (const draft of made.links) if (index !== undefined) draft.segment ??= index;
      return;
    }
    if (made.kind !== 'item' || made.text === '') return;
    const index = segment('item', made.text, { region: made.region }, placed(made.heading));
    for (const draft of made.links) if (index !== undefined) draft.segment ??= index;
    made.text = '';
    made.links.length = 0;
  }

  function closeTable(draft: TableDraft): void {
    const grid = layOut(draft.rows);
    let group: HeadingChain | null = draft.heading;
    grid.rows.forEach((line, i) => {
      const made = draft.rows[i]!.draft;
      made.grid = grid;
      made.row = line;
      if (line.text === '') return;
      const locator = { ...placed(group), table: draft.ordinal, row: line.number };
      if (line.title) group = { text: line.text, level: 7, outer: draft.heading, node: draft.node };
      const index = segment(
        'row',
        line.text,
        { cells: line.cells, region: draft.region, ...(line.header ? { header: true } : {}) },
        locator,
      );
      if (index !== undefined) made.segment = index;
    });
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
      ...(target.inert === undefined ? {} : { inert: target.inert }),
      ...(target.namedBy === undefined ? {} : { namedBy: target.namedBy }),
      region,
      heading,
      place: 0,
      start: reader.position(),
      end: -1,
      before: '',
      after: '',
      above: reader.lastLine(),
      ...(row === null ? {} : { row }),
      ...(cell === null ? {} : { cell }),
    };
    drafts.push(draft);
    return draft;
  }

  /** Enters an element; true when its children are to be walked. */
  function enter(node: HtmlNode): boolean {
    const { tag, attrs } = node;
    if (tag === 'br' || tag === 'hr' || tag === 'wbr') {
      if (tag === 'br' && sink?.kind === 'heading') reader.part();
      else if (tag !== 'wbr') flush();
      return false;
    }
    if (tag === 'select') {
      for (const target of targetsOf(node, resolver, panels)) addLink(node, target);
      return false;
    }
    if (isUnread(tag) || tag === 'meta' || tag === 'link' || isIcon(node)) return false;
    if (isHiddenForGood(node, region)) return false;
    const blocky = isBlocky(node);
    if (blocky) flush();
    const before: Frame = {
      node,
      region,
      heading,
      bold,
      sink,
      table,
      cell,
      row,
      link,
      scope: false,
      contentAt: content,
    };
    let changed = false;
    let scope = false;

    const opened = regionOf(node, region, tree.root.size, regionNames);
    if (opened !== undefined) {
      region = opened;
      changed = true;
      scope = true;
    }
    if (
      tag === 'section' ||
      tag === 'article' ||
      tag === 'li' ||
      tag === 'dialog' ||
      tag === 'dl' ||
      tag === 'details' ||
      (tag === 'a' && (node.inside & has.heading) !== 0) ||
      (tag === 'td' && table === null)
    )
      scope = true;
    else if (tag === 'div' && isScopeDiv(node)) scope = true;

    if (attrs['id'] !== undefined && tag !== 'a' && tag !== 'button') {
      const title = panels.titleOf(node);
      if (title !== '' && region === 'main' && sink === null) {
        scope = true;
        if (title !== lastHeadingText.text) {
          pushHeading(title, 6, node);
          if (isTabPane(node)) segment('heading', title, { level: 6 }, placed(heading!.outer));
        }
      }
    }

    // tables
    if (tag === 'table' && sink === null && isDataTable(node)) {
      tables++;
      table = { node, ordinal: tables, rows: [], heading, region };
      scope = true;
    } else if (
      tag === 'tr' &&
      table !== null &&
      cell === null &&
      (node.parent === table.node || node.parent?.parent === table.node)
    ) {
      const draft: RowDraft = { node };
      table.rows.push({ node, cells: [], draft });
      row = draft;
      changed = true;
    } else if (
      (tag === 'td' || tag === 'th') &&
      table !== null &&
      cell === null &&
      row !== null &&
      node.parent === row.node
    ) {
      cell = newCell(node, isBoldMark(node) || allBoldBelow(node));
      table.rows[table.rows.length - 1]!.cells.push(cell);
      sink = { kind: 'cell', text: '', links: [], region, heading };
      changed = true;
    }
    // headings, items, cards
    if (sink === null || sink.kind === 'item') {
      const level = sink === null ? headingLevel(node) : 0;
      if (level > 0) {
        flush();
        sink = { kind: 'heading', text: '', links: [], region, heading };
        changed = true;
      } else if (tag === 'li') {
        // the outer item's words so far come before the inner one's
        if (sink !== null) closeSink(sink, null);
        const simple = (node.inside & (has.heading | has.table)) === 0 && node.size <= 3000;
        sink = simple ? { kind: 'item', text: '', links: [], region, heading } : null;
        changed = true;
      } else if (sink !== null && tag === 'div' && isSublist(node)) {
        // what drops down from an item stands on lines of its own
        closeSink(sink, null);
        sink = null;
        changed = true;
      } else if (sink === null && tag === 'div' && isItemCard(node)) {
        sink = { kind: 'item', text: '', links: [], region, heading };
        changed = true;
      }
    }
    if (!limits.plain && isBoldMark(node)) {
      if (bold === null) bold = node;
      changed = true;
    }
    // links
    const targets = targetsOf(node, resolver, panels);
    if (targets.length > 0 && targets[0] !== undefined) {
      if (!blocky && joined(node)) reader.part();
      const draft = addLink(node, targets[0]);
      if (draft !== undefined && node.first !== null) {
        reader.addLink(draft, block);
        link = draft;
        changed = true;
      } else if (draft !== undefined) {
        draft.end = reader.position();
        reader.addLink(draft, block);
      }
    } else if (tag === 'button') reader.part();
    if (blocky) {
      block = node;
      reader.enter(block);
    }
    if (changed || scope) frames.push({ ...before, scope });
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
      else {
        const level = ended.kind === 'heading' ? headingLevel(node) : 0;
        closeSink(ended, ended.kind === 'heading' ? { level, node } : null);
      }
    }
    if (table !== null && table !== frame.table) {
      const ending = table;
      table = frame.table;
      cell = frame.cell;
      row = frame.row;
      closeTable(ending);
    }
    table = frame.table;
    cell = frame.cell;
    row = frame.row;
    region = frame.region;
    bold = frame.bold;
    // A section's headings end with it; but a box that held only a title has titled what follows.
    if (frame.scope && (content > frame.contentAt || region !== 'main' || node.tag === 'li')) heading = frame.heading;
  }

  function addText(text: string): void {
    const count = reader.add(text, block, bold, link !== null);
    if (sink !== null) return;
    allSolids += count;
    if (bold !== null) allBolds += count;
  }

  let node: HtmlNode | null = from.first;
  while (node !== null) {
    if (node.tag === '#text') {
      if (node.parent?.tag === 'pre') {
        for (const part of node.text.split('\n')) {
          addText(part);
          flush();
        }
      } else if (reader.hasText() || !/^\s*$/.test(node.text)) addText(node.text);
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
  return { segments, drafts, damage: [...damage], boldShare: allSolids < 400 ? 0 : allBolds / allSolids };
}
