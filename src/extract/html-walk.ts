// One walk over a page's tree: segments in reading order, headings in force, tables on their grids, links where they stand.
// Iterative; every node is entered and left once. Labels are settled afterwards (html-labels.ts).
import type { Locator, Region, Segment } from '../model/document.ts';
import type { Resolver } from './html-address.ts';
import type { HeadingChain, Line, LinkDraft, RowDraft } from './html-draft.ts';
import { type PanelMap, type Target, targetsOf } from './html-links.ts';
import { headingLevel, isBoldMark, isHiddenForGood, isItemCard } from './html-marks.ts';
import { regionOf } from './html-region.ts';
import { type Cell, isDataTable, layOut, newCell } from './html-table.ts';
import { collapse, findBelow, isBlock, isIcon, isUnread } from './html-text.ts';
import { type HtmlNode, type HtmlTree, has } from './html-tree.ts';

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
  // the line being read
  let raw = '';
  let spaced = true; // raw is empty or ends in a space; asked apart, for looking would flatten it each time
  let lineLinks: LinkDraft[] = [];
  let lineNode: HtmlNode = from;
  let block: HtmlNode = from;
  let solids = 0;
  let boldSolids = 0;
  let linkSolids = 0;
  let lineBold: HtmlNode | null = null;
  let allSolids = 0;
  let allBolds = 0;
  let lastBold: HtmlNode | null = null;
  let lastLine: Line | null = null;

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

  function flush(): void {
    if (raw === '' && lineLinks.length === 0) return;
    const text = collapse(raw);
    const source = raw;
    const links = lineLinks;
    const allBold = solids > 0 && boldSolids === solids;
    const boldRoot = lineBold;
    const linkOnly = linkSolids >= solids;
    raw = '';
    spaced = true;
    lineLinks = [];
    solids = 0;
    boldSolids = 0;
    linkSolids = 0;
    lineBold = null;
    if (link !== null) lineLinks.push(link); // goes on in the next line
    if (text === '' && links.length === 0) return;
    const titled =
      allBold &&
      sink === null &&
      !linkOnly &&
      text.length >= 4 &&
      text.length <= 150 &&
      boldRoot !== lastBold &&
      /\p{L}{2}/u.test(text);
    const line: Line = { text, links, node: lineNode, heading: titled || sink?.kind === 'heading', prev: lastLine };
    if (text !== '' || links.length > 0) lastLine = line;
    let end = 0;
    for (let i = 0; i < links.length; i++) {
      const draft = links[i]!;
      if (draft.line === undefined) {
        draft.line = line;
        draft.place = i;
        draft.before = collapse(source.slice(end, draft.start));
        end = Math.max(end, draft.end < 0 ? source.length : draft.end);
      } else end = Math.max(end, draft.end < 0 ? source.length : draft.end);
    }
    for (let i = 0; i < links.length; i++) {
      const draft = links[i]!;
      const next = links[i + 1];
      if (draft.line === line && draft.end >= 0)
        draft.after = collapse(source.slice(draft.end, next === undefined ? source.length : next.start));
    }
    if (text === '' || (sink === null && !/[\p{L}\p{N}]/u.test(text))) {
      if (sink !== null) sink.links.push(...links);
      return;
    }
    if (sink !== null) {
      sink.text = sink.text === '' ? text : `${sink.text} ${text}`;
      sink.links.push(...links);
      return;
    }
    let index: number | undefined;
    if (titled) {
      lastBold = boldRoot;
      pushHeading(text, 6, lineNode);
      index = segment('heading', text, { level: 6 }, placed(heading!.outer));
    } else {
      if (!allBold) lastBold = null;
      index = segment('paragraph', text, {}, placed(heading));
    }
    for (const draft of links) draft.segment ??= index!;
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
      start: raw.length,
      end: -1,
      before: '',
      after: '',
      above: lastLine,
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
      if (tag === 'br' && sink?.kind === 'heading') addSpace();
      else if (tag !== 'wbr') flush();
      return false;
    }
    if (tag === 'select') {
      for (const target of targetsOf(node, resolver, panels)) addLink(node, target);
      return false;
    }
    if (isUnread(tag) || tag === 'meta' || tag === 'link' || isIcon(node)) return false;
    if (isHiddenForGood(node, region)) return false;
    const blocky = isBlock(tag) && tag !== 'button';
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
    } else if (tag === 'tr' && table !== null && cell === null && isRowOf(node, table.node)) {
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
      if (!blocky && raw !== '' && !spaced && joined(node)) addSpace();
      const draft = addLink(node, targets[0]);
      if (draft !== undefined && node.first !== null) {
        lineLinks.push(draft);
        lineNode = block;
        link = draft;
        changed = true;
      } else if (draft !== undefined) {
        draft.end = raw.length;
        lineLinks.push(draft);
        lineNode = block;
      }
    } else if (tag === 'button' && raw !== '' && !spaced) addSpace();
    if (blocky) {
      block = node;
      lineNode = node;
    }
    if (changed || scope) frames.push({ ...before, scope });
    return node.first !== null || blocky;
  }

  function leave(node: HtmlNode): void {
    const blocky = isBlock(node.tag) && node.tag !== 'button';
    const frame = frames[frames.length - 1];
    const mine = frame !== undefined && frame.node === node;
    if (mine && link !== null && link !== frame.link && link.node === node) {
      link.end = raw.length;
      link = frame.link;
      if (blocky) flush();
    }
    if (blocky) {
      flush();
      block = node.parent ?? from;
      lineNode = block;
    }
    if (!mine) return;
    frames.pop();
    if (sink !== frame.sink) flush();
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

  function addSpace(): void {
    raw += ' ';
    spaced = true;
  }

  function addText(text: string): void {
    if (text === '') return;
    const start = raw.length;
    raw += text;
    const last = text.charCodeAt(text.length - 1);
    spaced = last <= 32 || last === 0xa0;
    let count = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 32 && code !== 0xa0) count++;
    }
    if (count === 0) return;
    if (start === 0 || solids === 0) lineNode = block;
    solids += count;
    if (sink === null) {
      allSolids += count;
      if (bold !== null) allBolds += count;
    }
    if (bold !== null) {
      boldSolids += count;
      lineBold ??= bold;
    }
    if (link !== null) linkSolids += count;
  }

  let node: HtmlNode | null = from.first;
  while (node !== null) {
    if (node.tag === '#text') {
      if (node.parent?.tag === 'pre') {
        for (const part of node.text.split('\n')) {
          addText(part);
          flush();
        }
      } else if (raw !== '' || !/^\s*$/.test(node.text)) addText(node.text);
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

/** Neighbouring links without white space between them are read apart. */
function joined(node: HtmlNode): boolean {
  const prev = node.prev;
  return prev !== null && prev.tag !== '#text' && (prev.tag === 'a' || prev.tag === 'button' || prev.tag === 'img');
}

function isScopeDiv(node: HtmlNode): boolean {
  const classes = node.attrs['class'];
  if (classes === undefined && node.attrs['role'] === undefined) return false;
  return (
    node.attrs['role'] === 'tabpanel' ||
    node.attrs['role'] === 'dialog' ||
    /(?:^|\s)(?:card|panel|modal|tab-pane|accordion-item|col(?:-\w+)*|item|swiper-slide|faq)(?:\s|$)/.test(
      classes ?? '',
    )
  );
}

const isTabPane = (node: HtmlNode): boolean =>
  node.attrs['role'] === 'tabpanel' || /(?:^|\s)tab-pane(?:\s|$)/.test(node.attrs['class'] ?? '');

function isRowOf(row: HtmlNode, table: HtmlNode): boolean {
  return row.parent === table || row.parent?.parent === table;
}

function allBoldBelow(cell: HtmlNode): boolean {
  const mark = findBelow(cell, (below) => isBoldMark(below), 8);
  return mark !== undefined && mark.size === cell.size && cell.size > 0;
}

/** A heading that is a picture says what the picture's alternative text says. */
function imageTitle(node: HtmlNode): string {
  const image = findBelow(node, (below) => below.tag === 'img' && (below.attrs['alt'] ?? '').trim() !== '', 30);
  return image === undefined ? '' : collapse(image.attrs['alt']!);
}
