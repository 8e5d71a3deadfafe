// One walk over a page's tree: segments in reading order, headings in force, tables on their grids, links where they stand.
// Iterative; every node is entered and left once, and what it changed is put back. Labels are settled afterwards
// (html-labels.ts).
import type { Damage, Segment } from '../model/document.ts';
import type { Resolver } from './html-address.ts';
import type { Frame, HeadingChain, LinkDraft, WalkState } from './html-draft.ts';
import { isField } from './html-fields.ts';
import { createLineReader } from './html-line.ts';
import { createLinkCollector } from './html-link-collector.ts';
import { jumpMenu, targetOf } from './html-links.ts';
import { drawnText, headingLevel, isBoldMark, isHiddenForGood, isScopeDiv, joined } from './html-marks.ts';
import { solid } from './html-measure.ts';
import { type HtmlNode, has, holds, kind } from './html-node.ts';
import type { PanelMap } from './html-panels.ts';
import { maxPictures, type PictureDraft, textPicture } from './html-pictures.ts';
import { regionOf } from './html-region.ts';
import { createSegmentCollector } from './html-segments.ts';
import { createSinks } from './html-sinks.ts';
import { findBelow, isBlank, isIcon, isSetAsBlock } from './html-text.ts';
import type { HtmlTree } from './html-tree.ts';

export interface WalkLimits {
  readonly maxSegments: number;
  readonly maxLinks: number;
  /** Large type sets nothing apart, or bold neither: the page uses them throughout. */
  readonly plain?: 'large' | 'all';
}

export interface Walked {
  readonly segments: readonly Segment[];
  readonly drafts: readonly LinkDraft[];
  readonly pictures: readonly PictureDraft[];
  /** Segments in or after which a field of the main content stands, by index, ascending. */
  readonly fields: readonly number[];
  readonly damage: readonly Damage[];
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

/**
 * Site builders lay a page out in bands, one section after the other: what stands in the next band of the same make stands under the
 * heading of this one, unless it has one as high. `inForce`: at the end of the section, `before`: at its beginning.
 */
function goesOn(section: HtmlNode, inForce: HeadingChain | null, before: HeadingChain | null): boolean {
  if (section.tag !== 'section' || inForce === null || inForce === before) return false;
  let next = section.next;
  while (next !== null && next.tag === '#text' && isBlank(next.text)) next = next.next;
  if (next?.tag !== 'section' || next.look.make !== section.look.make) return false;
  if ((next.inside & has.heading) === 0) return true;
  const first = findBelow(next, (below) => headingLevel(below) > 0);
  if (first === undefined) return true;
  let outermost = inForce;
  while (outermost.outer !== null && outermost.outer !== before) outermost = outermost.outer;
  return headingLevel(first) > outermost.level;
}

/** A short page may well be a title and little else; but not where nothing in it is otherwise. */
function shareOf(bolds: number, solids: number): number {
  const share = solids < 100 ? 0 : bolds / solids;
  return solids >= 400 || share > 0.95 ? share : 0;
}

/** Walks the tree (or only below `from`). */
export function walk(
  tree: HtmlTree,
  resolver: Resolver,
  panels: PanelMap,
  limits: WalkLimits,
  from = tree.root,
): Walked {
  const cuts = new Set<string>();
  const state: WalkState = {
    region: 'main',
    heading: null,
    bold: null,
    sink: null,
    table: null,
    cell: null,
    row: null,
    link: null,
  };
  const reader = createLineReader(from);
  const found = createSegmentCollector(limits.maxSegments, () =>
    cuts.add(`text after ${limits.maxSegments} pieces left out`),
  );
  const links = createLinkCollector(state, reader, limits.maxLinks, () =>
    cuts.add(`links after ${limits.maxLinks} left out`),
  );
  const { flush, openPanel, enterTable, enterSink, closeSink } = createSinks(
    state,
    reader,
    found,
    (node) => panels.titleOf(node) !== '',
  );
  const frames: Frame[] = [];
  const pictures: PictureDraft[] = [];
  const fields = new Set<number>();
  let block: HtmlNode = from;
  let allSolids = 0;
  let allBolds = 0;

  /** A link the element is, if any; true when its content is the link's. */
  function enterLink(node: HtmlNode, blocky: boolean): boolean {
    const target = targetOf(node, resolver, panels);
    if (target === undefined) {
      if (node.tag === 'button') reader.part();
      return false;
    }
    if (!blocky && joined(node)) reader.part();
    const draft = links.add(node, target);
    if (draft === undefined) return false;
    reader.addLink(draft, block);
    if (node.first !== null) {
      state.link = draft;
      return true;
    }
    draft.end = reader.position();
    return false;
  }

  /** A field belongs to the text being read, else to the segment before it. */
  function addField(node: HtmlNode): void {
    if (state.region !== 'main' || !isField(node)) return;
    const begun = reader.hasText() || (state.sink !== null && state.sink.text !== '');
    fields.add(begun ? found.segments.length : Math.max(0, found.segments.length - 1));
  }

  /** A picture in a link is its label; one in a menu or header is no content. */
  function addPicture(node: HtmlNode): void {
    if (state.link !== null || state.region !== 'main' || pictures.length >= maxPictures) return;
    const source = textPicture(node);
    if (source !== undefined) pictures.push({ node, source, heading: state.heading });
  }

  /** Enters an element; true when its children are to be walked. */
  function enter(node: HtmlNode): boolean {
    const { tag, kind: bits } = node;
    if (tag === 'br' || tag === 'hr' || tag === 'wbr') {
      if (tag === 'br' && state.sink?.kind === 'heading') reader.part();
      else if (tag !== 'wbr') flush();
      return false;
    }
    if (tag === 'select') {
      const targets = jumpMenu(node, resolver);
      for (const target of targets) links.add(node, target);
      if (targets.length === 0) addField(node);
      return false;
    }
    if (tag === 'input' || tag === 'textarea') addField(node);
    if ((bits & kind.unread) !== 0 || tag === 'meta' || tag === 'link' || isIcon(node)) return false;
    if (isHiddenForGood(node, state.region)) return false;
    if (tag === 'img') addPicture(node);
    const blocky = isBlocky(node);
    if (blocky) flush();
    const drawn = state.link === null ? drawnText(node, state.cell !== null || state.sink !== null) : '';
    if (drawn !== '') {
      reader.part();
      addText(drawn, drawn.length);
      if (blocky) flush();
      else reader.part();
      return false;
    }
    const wasRegion = state.region;
    const wasHeading = state.heading;
    const wasBold = state.bold;
    const wasSink = state.sink;
    const wasTable = state.table;
    const wasCell = state.cell;
    const wasRow = state.row;
    const wasLink = state.link;
    const contentAt = found.content();
    let changed = false;

    const opened = regionOf(node, state.region, tree.root.size);
    if (opened !== undefined) state.region = opened;
    let scope = opened !== undefined || isScope(node, state.table !== null);

    if ((node.holds & holds.id) !== 0 && tag !== 'a' && tag !== 'button') {
      const title = panels.titleOf(node);
      if (title !== '' && state.region === 'main' && state.sink === null) {
        scope = true;
        openPanel(node, title);
      }
    }
    if (enterTable(node)) {
      changed = true;
      if (tag === 'table') scope = true;
    }
    if ((state.sink === null || state.sink.kind === 'item') && enterSink(node)) changed = true;
    if (limits.plain !== 'all' && isBoldMark(node, limits.plain === 'large')) {
      if (state.bold === null) state.bold = node;
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
    if (mine && state.link !== null && state.link !== frame.link && state.link.node === node) {
      state.link.end = reader.position();
      state.link = frame.link;
      if (blocky) flush();
    }
    if (blocky) {
      flush();
      block = node.parent ?? from;
      reader.enter(block);
    }
    if (!mine) return;
    frames.pop();
    if (state.sink !== frame.sink || frame.scope) flush();
    const ended = state.sink;
    state.sink = frame.sink;
    if (ended !== null && ended !== frame.sink) closeSink(ended, node);
    const ending = state.table;
    state.table = frame.table;
    state.cell = frame.cell;
    state.row = frame.row;
    if (ending !== null && ending !== frame.table) found.rows(ending);
    state.region = frame.region;
    state.bold = frame.bold;
    // A section's headings end with it; but a box that held only a title has titled what follows.
    if (!frame.scope || goesOn(node, state.heading, frame.heading)) return;
    if (found.content() > frame.contentAt || state.region !== 'main' || node.tag === 'li')
      state.heading = frame.heading;
  }

  function addText(text: string, count: number): void {
    reader.add(text, count, block, state.bold, state.link !== null);
    if (state.sink !== null) return;
    allSolids += count;
    if (state.bold !== null) allBolds += count;
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
  for (const draft of links.drafts)
    if (draft.segment === undefined && draft.row?.segment !== undefined) draft.segment = draft.row.segment;
  return {
    segments: found.segments,
    drafts: links.drafts,
    pictures,
    fields: [...fields].sort((a, b) => a - b),
    damage: [...cuts].map((detail) => ({ kind: 'cut', detail })),
    boldShare: shareOf(allBolds, allSolids),
  };
}
