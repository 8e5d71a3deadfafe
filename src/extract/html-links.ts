// Which elements a visitor can follow, and where they lead: anchors, areas, frames, handlers, jump menus, one-button forms,
// refreshes. Panels of the same page (tabs, accordions, pop-ups) are told from dead anchors.
import type { InertCause, Link } from '../model/document.ts';
import type { Address, Resolver } from './html-address.ts';
import { saysPlaceholder } from './html-address.ts';
import { handlerUrl, looksLikeUrl } from './html-script.ts';
import { collapse, findBelow, textOf } from './html-text.ts';
import { type HtmlNode, type HtmlTree, has } from './html-tree.ts';

/** A link as an element states it, before its label is known. */
export interface Target {
  readonly element: Link['element'];
  readonly href: string;
  readonly url: string | null;
  readonly inert?: InertCause;
  /** Text of the element that opens the frame's pop-up. */
  readonly namedBy?: string;
}

const toggles = /^(?:collapse|tab|pill|modal|dropdown|offcanvas|list)$/;
const frameTags: Readonly<Record<string, 'frame' | 'embed'>> = {
  iframe: 'frame',
  frame: 'frame',
  embed: 'embed',
  object: 'embed',
};
const dataHref = [
  'data-href',
  'data-link',
  'data-url',
  'data-src',
  'data-file',
  'data-pdf',
  'data-iframe',
  'data-location',
  'ng-href',
  'data-ng-href',
] as const;
const viewerSource = [
  'source',
  'data-source',
  'data-pdf-url',
  'data-pdfurl',
  'data-pdf-src',
  'data-document',
  'data-viewer-src',
] as const;
const noDataHref = new Set([
  'table',
  'img',
  'script',
  'source',
  'video',
  'audio',
  'input',
  'form',
  'select',
  'iframe',
  'body',
  'link',
  'picture',
]);
const submenu = /(?:^|\s)(?:dropdown-(?:menu|content|list)|sub-?menu|mega-?menu|nav-dropdown|children)(?:\s|$)/;

export interface PanelMap {
  /** Title of a panel by the text of what opens it; '' where nothing does. */
  titleOf(panel: HtmlNode): string;
  /** Frame inside the pop-up that an opener opens, if it holds one. */
  frameOf(opener: HtmlNode): string | undefined;
  /** Text of the opener of the pop-up a frame stands in. */
  openerTextOf(frame: HtmlNode): string | undefined;
}

/** Ids an element opens on the same page: `data-target`, `aria-controls`, `href="#id"` of a toggle. */
function opens(node: HtmlNode): string | undefined {
  const { attrs } = node;
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
  return isToggle && controls !== undefined && controls !== '' ? controls : undefined;
}

/** Finds what opens what. One pass over the elements; pop-ups that share an id go to the opener nearest before them. */
export function mapPanels(tree: HtmlTree): PanelMap {
  const openerOf = new Map<HtmlNode, HtmlNode>();
  const panelOf = new Map<HtmlNode, HtmlNode>();
  const waiting = new Map<string, HtmlNode>();
  const openers: [HtmlNode, string][] = [];
  for (const node of tree.nodes) {
    const id = node.attrs['id'];
    if (id !== undefined) {
      const opener = waiting.get(id);
      if (opener !== undefined) {
        openerOf.set(node, opener);
        panelOf.set(opener, node);
        waiting.delete(id);
      }
    }
    if (node.tag === '#text') continue;
    const opened = opens(node);
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
    titleOf(panel) {
      const opener = openerOf.get(panel);
      if (opener === undefined || isWithin(opener, panel)) return '';
      // a menu button that folds the whole menu names nothing
      if (/navbar-toggler|navbar-toggle|hamburger/.test(opener.attrs['class'] ?? '')) return '';
      return textOf(opener, { limit: 200 });
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
        if (opener !== undefined && !isWithin(opener, node)) return textOf(opener, { limit: 300 });
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

function isWithin(node: HtmlNode, outer: HtmlNode): boolean {
  for (let at: HtmlNode | null = node; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

function frameSource(node: HtmlNode): string | undefined {
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

/** What the element leads to: none, one, or several (a jump menu). */
export function targetsOf(node: HtmlNode, resolver: Resolver, panels: PanelMap): readonly Target[] {
  const { attrs } = node;
  switch (node.tag) {
    case 'a':
      return one(anchor(node, resolver, panels));
    case 'area':
      return attrs['href'] === undefined && attrs['onclick'] === undefined ? [] : one(anchor(node, resolver, panels));
    case 'iframe':
    case 'frame':
    case 'embed':
    case 'object': {
      const source = frameSource(node);
      if (source === undefined) return [];
      const address = resolver.resolve(source);
      if (address.url === null) return [];
      const namedBy = panels.openerTextOf(node);
      return [{ element: frameTags[node.tag]!, href: source, url: address.url, ...(namedBy ? { namedBy } : {}) }];
    }
    case 'form':
      return one(buttonForm(node, resolver));
    case 'select':
      return jumpMenu(node, resolver);
    default:
      return one(handler(node, resolver, panels) ?? viewer(node, resolver));
  }
}

function one(target: Target | undefined): readonly Target[] {
  return target === undefined ? [] : [target];
}

function made(element: Link['element'], href: string, address: Address): Target {
  return address.inert === undefined
    ? { element, href, url: address.url }
    : { element, href, url: null, inert: address.inert };
}

function anchor(node: HtmlNode, resolver: Resolver, panels: PanelMap): Target | undefined {
  const { attrs } = node;
  const element = node.tag === 'area' ? 'area' : 'a';
  const href = attrs['href'];
  const address: Address = href === undefined ? { url: null, inert: 'no-href' } : resolver.resolve(href);
  if (address.inert === undefined) {
    const samePage = /^#/.test(href!.trim());
    const framed = samePage ? panels.frameOf(node) : undefined;
    const real = framed === undefined ? undefined : resolver.resolve(framed);
    if (real?.url) return { element: 'a', href: framed!, url: real.url };
    if (node.size <= 60 && saysPlaceholder(textOf(node))) return { element, href: href!, url: null, inert: 'invalid' };
    return made(element, href!, address);
  }
  // an address that only running the script would tell is unknown, not dead
  if (node.scripted && (address.inert === 'invalid' || address.inert === 'no-href')) return undefined;
  if (address.inert === 'invalid' || address.inert === 'scheme') return made(element, href ?? '', address);
  // dead by its href: a handler, a pop-up or a panel may still make it a real one
  const other = handler(node, resolver, panels);
  if (other !== undefined) return other;
  if (href === undefined) {
    const name = attrs['name'] ?? attrs['id'];
    const routed = attrs['routerlink'] ?? attrs[':to'] ?? attrs['to'];
    if (routed?.startsWith('/')) return made('a', routed, resolver.resolve(routed));
    // `<a name>` marks a place; an empty `<a>` shows nothing to click
    if (name !== undefined && node.size === 0) return undefined;
    if (node.size === 0 && findBelow(node, (below) => below.tag === 'img', 20) === undefined) return undefined;
  }
  // a call without an address in it does something, though nothing that can be followed
  const acts = address.inert === 'fragment' && acting.test((attrs['onclick'] ?? '').replace(idle, ''));
  return acts ? { element, href: href ?? '', url: null, inert: 'script' } : made(element, href ?? '', address);
}
const idle =
  /\b(?:return|void|event\.(?:preventDefault|stopPropagation)|preventDefault|stopPropagation|alert)\s*\([^)]*\)/g;
const acting = /[\w$]\s*\(/;

/** A real target by a handler, data attribute, or panel of the same page; undefined when there is none. */
function handler(node: HtmlNode, resolver: Resolver, panels: PanelMap): Target | undefined {
  const { attrs } = node;
  const code = attrs['onclick'] ?? attrs['ondblclick'] ?? attrs['@click'] ?? attrs['ng-click'];
  if (code !== undefined) {
    const url = handlerUrl(code);
    if (url !== undefined) {
      const address = resolver.resolve(url);
      if (address.url !== null) return made('handler', url, address);
    }
  }
  if (!noDataHref.has(node.tag)) {
    for (const name of dataHref) {
      const value = attrs[name];
      if (value === undefined || !looksLikeUrl(value)) continue;
      const address = resolver.resolve(value);
      if (address.url !== null) return made('handler', value.trim(), address);
    }
  }
  const opened = opens(node);
  if (opened !== undefined) {
    const framed = panels.frameOf(node);
    const real = framed === undefined ? undefined : resolver.resolve(framed);
    if (real?.url) return { element: node.tag === 'a' ? 'a' : 'handler', href: framed!, url: real.url };
    if (node.tag === 'a') return made('a', attrs['href'] ?? `#${opened}`, resolver.samePage(opened));
  }
  if (node.tag === 'a' && opensSubmenu(node)) return made('a', attrs['href'] ?? '', resolver.samePage(''));
  return undefined;
}

/** A box that a viewer's script fills with a document (`<div class="_df_book" source="x.pdf">`). */
function viewer(node: HtmlNode, resolver: Resolver): Target | undefined {
  for (const name of viewerSource) {
    const value = node.attrs[name];
    if (value === undefined || !/\.pdf(?:$|[?#])/i.test(value)) continue;
    const address = resolver.resolve(value);
    if (address.url !== null) return { element: 'embed', href: value.trim(), url: address.url };
  }
  return undefined;
}

/** A menu's parent item: opens the list beside it. */
function opensSubmenu(node: HtmlNode): boolean {
  const { attrs } = node;
  const kind = attrs['data-bs-toggle'] ?? attrs['data-toggle'];
  if (kind === 'dropdown' || (attrs['aria-haspopup'] ?? 'false') !== 'false') return true;
  if (
    /(?:^|\s)(?:dropdown-toggle|has-sub(?:menu)?|sf-with-ul|dropbtn|has-arrow|nav-toggle)(?:\s|$)/.test(
      attrs['class'] ?? '',
    )
  )
    return true;
  for (let next = node.next, steps = 0; next !== null && steps < 6; next = next.next, steps++) {
    if (next.tag === '#text') {
      if (collapse(next.text) !== '') return false;
    } else if (next.links > 0 && submenu.test(next.attrs['class'] ?? '')) return true;
    else if (next.tag === 'ul' && next.links > 0 && /display\s*:\s*none/.test(next.attrs['style'] ?? '')) return true;
    else if (next.size > 0) return false;
  }
  return false;
}

/** `<form>` with nothing to fill in and one button: a link drawn as a button. */
function buttonForm(node: HtmlNode, resolver: Resolver): Target | undefined {
  const { attrs } = node;
  const action = attrs['action']?.trim();
  if (
    action === undefined ||
    action === '' ||
    action === '#' ||
    (attrs['method'] ?? 'get').trim().toLowerCase() !== 'get'
  )
    return undefined;
  let buttons = 0;
  let fields = 0;
  const hidden: [string, string][] = [];
  findBelow(node, (below) => {
    const type = (below.attrs['type'] ?? '').toLowerCase();
    if (below.tag === 'button') buttons += type === 'reset' ? 0 : 1;
    else if (below.tag === 'select' || below.tag === 'textarea') fields++;
    else if (below.tag === 'input') {
      if (type === 'hidden') hidden.push([below.attrs['name'] ?? '', below.attrs['value'] ?? '']);
      else if (type === 'submit' || type === 'image' || type === 'button') buttons++;
      else fields++;
    }
    return fields > 0 || buttons > 1;
  });
  if (buttons !== 1 || fields > 0 || (node.inside & has.table) !== 0) return undefined;
  const address = resolver.resolve(action);
  if (address.url === null) return undefined;
  const url = new URL(address.url);
  if (hidden.length > 0) {
    url.search = '';
    for (const [name, value] of hidden) if (name !== '') url.searchParams.append(name, value);
  }
  return { element: 'form', href: action, url: url.href };
}

/** `<option value="url">` of a menu that goes where one chooses. */
function jumpMenu(node: HtmlNode, resolver: Resolver): readonly Target[] {
  const goes = /location|window\.open|MM_jumpMenu|\.submit|go\w*\(|href/i.test(node.attrs['onchange'] ?? '');
  const targets: Target[] = [];
  findBelow(node, (option) => {
    const value = option.tag === 'option' ? option.attrs['value']?.trim() : undefined;
    if (value !== undefined && looksLikeUrl(value) && (goes || /^(?:https?:)?\/\//i.test(value))) {
      const address = resolver.resolve(value);
      if (address.url !== null)
        targets.push({ element: 'handler', href: value, url: address.url, namedBy: textOf(option, { limit: 300 }) });
    }
    return targets.length >= 500;
  });
  return targets;
}
