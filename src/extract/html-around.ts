// What stands around a link in the tree: list item, card, menu parents; and the context texts of a link, nearest first.
import type { LinkContext, Region } from '../model/document.ts';
import type { HeadingChain, LinkDraft } from './html-draft.ts';
import { look } from './html-looks.ts';
import type { HtmlNode } from './html-node.ts';
import { collapse, cut, textOf } from './html-text.ts';
import { sharedIn } from './shared-text.ts';

/** Most characters of a context text. */
export const contextLimit = 300;

/** A list below an item, or a box that drops down from it. */
export function isSublist(node: HtmlNode): boolean {
  if (node.tag === 'ul' || node.tag === 'ol' || node.tag === 'dl' || node.tag === 'menu' || node.tag === 'table')
    return true;
  return (node.look.bits & look.sublist) !== 0 && (node.tag === 'div' || node.tag === 'nav');
}

export type Surroundings = ReturnType<typeof createSurroundings>;

/** Surroundings of one page's links; remembers texts that several links share. */
export function createSurroundings() {
  const itemTexts = new Map<HtmlNode, string>();
  const itemContexts = new Map<HtmlNode, LinkContext>();
  const cardContexts = new Map<HtmlNode, LinkContext>();
  const headingContexts = new Map<HeadingChain, LinkContext>();
  const repeated = new Map<HtmlNode, boolean>();

  /** A list item's own text: what its nested lists hold is theirs. */
  function itemText(item: HtmlNode): string {
    let text = itemTexts.get(item);
    if (text === undefined) {
      text = textOf(item, contextLimit, isSublist);
      itemTexts.set(item, text);
    }
    return text;
  }

  function itemContext(item: HtmlNode, region: Region): LinkContext {
    let context = itemContexts.get(item);
    if (context === undefined) {
      context = { from: 'item', text: sharedIn(region, itemText(item)) };
      itemContexts.set(item, context);
    }
    return context;
  }

  function cardContext(card: HtmlNode, region: Region): LinkContext {
    let context = cardContexts.get(card);
    if (context === undefined) {
      context = { from: 'card', text: sharedIn(region, textOf(card, contextLimit)) };
      cardContexts.set(card, context);
    }
    return context;
  }

  /** One of several siblings of the same make that hold links: a card of a grid. */
  function isRepeated(node: HtmlNode): boolean {
    let answer = repeated.get(node);
    if (answer === undefined) {
      answer = looksRepeated(node);
      repeated.set(node, answer);
    }
    return answer;
  }

  /** Row, item, card, column name, headings from the nearest out, menu parents. */
  function contextOf(draft: LinkDraft, text: string): LinkContext[] {
    const context: LinkContext[] = [];
    const put = (around: LinkContext): void => {
      if (around.text !== '' && around.text !== text && !says(context, around.text)) context.push(around);
    };
    const add = (from: LinkContext['from'], value: string): void => {
      if (value !== '') put({ from, text: sharedIn(draft.region, cut(value, contextLimit)) });
    };
    if (draft.row?.row !== undefined) add('row', draft.row.row.text);
    const item = itemAround(draft.node);
    if (item !== undefined) put(itemContext(item, draft.region));
    const card = cardAround(draft.node);
    if (card !== undefined) put(cardContext(card, draft.region));
    if (draft.row?.grid !== undefined) add('column', draft.row.grid.header(draft.cell?.column ?? 0));
    if (draft.row?.row !== undefined) add('heading', draft.row.row.group);
    for (let heading = draft.heading; heading !== null; heading = heading.outer) {
      let known = headingContexts.get(heading);
      if (known === undefined) {
        known = { from: 'heading', text: cut(heading.text, contextLimit) };
        headingContexts.set(heading, known);
      }
      if (known.text !== text && !says(context, known.text)) context.push(known);
      if (context.length > 12) break;
    }
    for (const parent of menuParents(draft.node)) add('menu', parent);
    // A list that grew has room for a dozen more, and there are as many lists as links.
    return context.slice();
  }

  function cardAround(from: HtmlNode): HtmlNode | undefined {
    let node = from.parent;
    for (let climb = 0; node !== null && climb < 6; climb++, node = node.parent) {
      if (node.tag === '#root' || node.tag === 'td' || node.tag === 'li' || node.size > 1200 || node.links > 12)
        return undefined;
      if (node.size > from.size && isRepeated(node)) return node;
    }
    return undefined;
  }

  /** Own texts of the list items (and drop-down titles) the link is nested under, nearest first. */
  function menuParents(from: HtmlNode): string[] {
    const parents: string[] = [];
    let below = from;
    let inSublist = false;
    for (
      let node = from.parent, climb = 0;
      node !== null && climb < 40 && parents.length < 4;
      climb++, node = node.parent
    ) {
      if (isSublist(below) && below !== from) inSublist = true;
      if (node.tag === 'li') {
        if (inSublist) {
          const text = itemText(node);
          if (text !== '') parents.push(text);
        }
        inSublist = false;
      } else if (inSublist && isSublist(below) && below.tag !== 'table' && node.tag !== 'td' && node.tag !== '#root') {
        const title = toggleBefore(below);
        if (title !== '') {
          parents.push(title);
          inSublist = false;
        }
      }
      below = node;
    }
    return parents;
  }

  return { contextOf, isRepeated, menuParents };
}

function says(context: readonly LinkContext[], text: string): boolean {
  for (const other of context) if (other.text === text) return true;
  return false;
}

/** Text of the button or link that stands right before a list and opens it. */
function toggleBefore(list: HtmlNode): string {
  for (let node = list.prev, steps = 0; node !== null && steps < 3; node = node.prev, steps++) {
    if (node.tag === 'a' || node.tag === 'button' || node.tag === 'span') return textOf(node, contextLimit);
    if (node.tag !== '#text') return '';
    if (collapse(node.text) !== '') return '';
  }
  return '';
}

/** The name (`dt`) over the description (`dd`) that the link stands in. */
export function termOver(link: HtmlNode): HtmlNode | undefined {
  let node: HtmlNode | null = link;
  for (let climb = 0; node !== null && climb < 5 && node.tag !== 'dd'; climb++) node = node.parent;
  if (node?.tag !== 'dd') return undefined;
  for (let other = node.prev; other !== null; other = other.prev) if (other.tag === 'dt') return other;
  return undefined;
}

/** The list item a link stands in; a drop-down's links stand under its item, not in it. */
export function itemAround(from: HtmlNode): HtmlNode | undefined {
  for (let node: HtmlNode | null = from; node !== null; node = node.parent) {
    if (node.tag === 'li') return node;
    if (node !== from && isSublist(node) && node.tag !== 'ul' && node.tag !== 'ol') return undefined;
  }
  return undefined;
}

function looksRepeated(node: HtmlNode): boolean {
  if (
    node.tag !== 'div' &&
    node.tag !== 'section' &&
    node.tag !== 'article' &&
    node.tag !== 'p' &&
    node.tag !== 'figure'
  )
    return false;
  const { make } = node.look;
  for (const way of ['prev', 'next'] as const) {
    let steps = 0;
    for (let other = node[way]; other !== null && steps < 6; other = other[way], steps++) {
      if (other.tag === node.tag && other.look.make === make && (node.tag !== 'p' || make !== '') && other.size > 0) {
        if (make !== '' || (other.links > 0 && node.links > 0)) return true;
      }
    }
  }
  return false;
}
