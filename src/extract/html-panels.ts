// Parts of a page that open on it: tabs, accordions, pop-ups. What opens what, under which words, and frames inside pop-ups.

import { type HtmlNode, holds } from './html-node.ts';
import { findBelow, textOf } from './html-text.ts';
import type { HtmlTree } from './html-tree.ts';

const toggles = /^(?:collapse|tab|pill|modal|dropdown|offcanvas|list)$/;
/** Elements that show another address on the page. */
export const frameTags: Readonly<Record<string, 'frame' | 'embed'>> = {
  iframe: 'frame',
  frame: 'frame',
  embed: 'embed',
  object: 'embed',
};

export interface PanelMap {
  /** Id of the part of the page that an element opens, if there is one. */
  opened(opener: HtmlNode): string | undefined;
  /** Title of a panel by the text of what opens it; '' where nothing does. */
  titleOf(panel: HtmlNode): string;
  /** Frame inside the pop-up that an opener opens, if it holds one. */
  frameOf(opener: HtmlNode): string | undefined;
  /** Text of the opener of the pop-up a frame stands in. */
  openerTextOf(frame: HtmlNode): string | undefined;
}

/** Id an element opens on the same page: `data-target`, `aria-controls`, `href="#id"` of a toggle, `onclick="openTab('id')"`. */
function opens(node: HtmlNode, ids: ReadonlyMap<string, HtmlNode>): string | undefined {
  const { attrs } = node;
  const tab = attrs['data-tab'] ?? attrs['data-tab-target'];
  if (tab !== undefined && ids.has(tab.replace(/^#/, ''))) return tab.replace(/^#/, '');
  const kind = attrs['data-bs-toggle'] ?? attrs['data-toggle'] ?? attrs['data-mdb-toggle'];
  const target = attrs['data-bs-target'] ?? attrs['data-target'] ?? attrs['data-mdb-target'];
  if (kind !== undefined && !toggles.test(kind)) return undefined;
  if (target?.startsWith('#') && target.length > 1) return target.slice(1);
  const href = attrs['href'];
  const isToggle =
    kind !== undefined ||
    attrs['role'] === 'tab' ||
    attrs['aria-controls'] !== undefined ||
    attrs['rel'] === 'modal:open' ||
    attrs['data-fancybox'] !== undefined ||
    attrs['uk-toggle'] !== undefined;
  if (isToggle && href !== undefined && href.length > 1 && href.startsWith('#')) return href.slice(1);
  const controls = attrs['aria-controls'];
  if (isToggle && controls !== undefined && controls !== '') return controls;
  const code = attrs['onclick'];
  if (code === undefined || code.length > 500) return undefined;
  for (const [, literal] of code.matchAll(/["']#?([\w\u0e01-\u0e5b-]{1,80})["']/g))
    if (ids.has(literal!)) return literal;
  return undefined;
}

/** Finds what opens what. One pass over the elements; pop-ups that share an id go to the opener nearest before them. */
export function mapPanels(tree: HtmlTree): PanelMap {
  const openerOf = new Map<HtmlNode, HtmlNode>();
  const panelOf = new Map<HtmlNode, HtmlNode>();
  const waiting = new Map<string, HtmlNode>();
  const openers: [HtmlNode, string][] = [];
  for (const node of tree.nodes) {
    if ((node.holds & holds.id) !== 0) {
      const id = node.attrs['id']!;
      const opener = waiting.get(id);
      if (opener !== undefined) {
        openerOf.set(node, opener);
        panelOf.set(opener, node);
        waiting.delete(id);
      }
    }
    if (!node.acts) continue;
    const opened = opens(node, tree.ids);
    if (opened === undefined) continue;
    openers.push([node, opened]);
    waiting.set(opened, node);
  }
  for (const [opener, id] of openers) {
    if (panelOf.has(opener)) continue;
    const panel = tree.ids.get(id);
    if (panel === undefined) continue;
    panelOf.set(opener, panel);
    if (!openerOf.has(panel)) openerOf.set(panel, opener);
  }
  const isFrame = (node: HtmlNode): boolean => frameTags[node.tag] !== undefined;
  return {
    opened: (opener) => panelOf.get(opener)?.attrs['id'],
    titleOf(panel) {
      const opener = openerOf.get(panel);
      if (opener === undefined || isWithin(opener, panel)) return '';
      // a menu button that folds the whole menu names nothing
      if (/navbar-toggler|navbar-toggle|hamburger/.test(opener.attrs['class'] ?? '')) return '';
      return textOf(opener, 200);
    },
    frameOf(opener) {
      const panel = panelOf.get(opener);
      if (panel === undefined || !isPopUp(opener, panel)) return undefined;
      const frame = isFrame(panel) ? panel : findBelow(panel, isFrame);
      return frame === undefined ? undefined : frameSource(frame);
    },
    openerTextOf(frame) {
      for (let node: HtmlNode | null = frame, i = 0; node !== null && i < 12; node = node.parent, i++) {
        const opener = openerOf.get(node);
        if (opener !== undefined && !isWithin(opener, node)) return textOf(opener, 300);
      }
      return undefined;
    },
  };
}

/** A box that opens over the page (unlike a folded part of it). */
function isPopUp(opener: HtmlNode, panel: HtmlNode): boolean {
  const { attrs } = opener;
  const kind = attrs['data-bs-toggle'] ?? attrs['data-toggle'] ?? attrs['data-mdb-toggle'];
  if (kind !== undefined && kind !== 'modal' && kind !== 'offcanvas') return false;
  if (kind === 'modal' || attrs['data-fancybox'] !== undefined || attrs['rel'] === 'modal:open') return true;
  const { role, class: classes } = panel.attrs;
  return (
    role === 'dialog' ||
    panel.tag === 'dialog' ||
    /(?:^|[\s_-])(?:modal|popup|lightbox|dialog|overlay|mfp)/i.test(classes ?? '')
  );
}

/** Whether a node stands below another, or is it. */
export function isWithin(node: HtmlNode, outer: HtmlNode): boolean {
  for (let at: HtmlNode | null = node; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Address a frame shows, however lazily it is written; undefined if none. */
export function frameSource(node: HtmlNode): string | undefined {
  const { attrs } = node;
  const source =
    node.tag === 'object'
      ? attrs['data']
      : attrs['src'] || attrs['data-src'] || attrs['data-lazy-src'] || attrs['data-original'];
  const text = source?.trim();
  return text === undefined ||
    text === '' ||
    /^(?:about|data|blob|javascript):/i.test(text) ||
    /\.swf(?:$|\?)/i.test(text)
    ? undefined
    : text;
}
