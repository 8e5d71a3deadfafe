// Which elements a visitor can follow, and where they lead: anchors, areas, frames, handlers, jump menus, one-button forms,
// refreshes. Panels of the same page (tabs, accordions, pop-ups) are told from dead anchors.
import type { InertCause, Link } from '../model/document.ts';
import type { Address, Resolver } from './html-address.ts';
import { look } from './html-looks.ts';
import { type HtmlNode, has } from './html-node.ts';
import { frameSource, frameTags, type PanelMap } from './html-panels.ts';
import { saysPlaceholder } from './html-placeholder.ts';
import { handlerUrl, looksLikeUrl } from './html-script.ts';
import { collapse, findBelow, textOf } from './html-text.ts';

/** A link as an element states it, before its label is known. */
export interface Target {
  readonly element: Link['element'];
  readonly href: string;
  readonly url: string | null;
  readonly inert?: InertCause;
  /** Text of the element that opens the frame's pop-up. */
  readonly namedBy?: string;
}

const dataHref = [
  'data-href',
  'data-link',
  'data-url',
  'data-src',
  'data-file',
  'data-pdf',
  'data-download',
  'data-downloadurl',
  'data-download-url',
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

/** What the element leads to, if anything; what a jump menu leads to is told apart (`jumpMenu`). */
export function targetOf(node: HtmlNode, resolver: Resolver, panels: PanelMap): Target | undefined {
  const { attrs } = node;
  switch (node.tag) {
    case 'a':
      return anchor(node, resolver, panels);
    case 'area':
      return attrs['href'] === undefined && attrs['onclick'] === undefined ? undefined : anchor(node, resolver, panels);
    case 'iframe':
    case 'frame':
    case 'embed':
    case 'object': {
      const source = frameSource(node);
      if (source === undefined) return undefined;
      const address = resolver.resolve(source);
      if (address.url === null) return undefined;
      const namedBy = panels.openerTextOf(node);
      return { element: frameTags[node.tag]!, href: source, url: address.url, ...(namedBy ? { namedBy } : {}) };
    }
    case 'form':
      return buttonForm(node, resolver);
    default:
      return node.acts ? (handler(node, resolver, panels) ?? viewer(node, resolver)) : undefined;
  }
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
    const samePage = href!.includes('#') && href!.trim().startsWith('#');
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
      const value = attrs[name]?.replace(fileToDrag, '');
      if (value === undefined || !looksLikeUrl(value)) continue;
      const address = resolver.resolve(value);
      if (address.url !== null) return made('handler', value.trim(), address);
    }
  }
  const opened = panels.opened(node);
  if (opened !== undefined) {
    const framed = panels.frameOf(node);
    const real = framed === undefined ? undefined : resolver.resolve(framed);
    if (real?.url) return { element: node.tag === 'a' ? 'a' : 'handler', href: framed!, url: real.url };
    if (node.tag === 'a') return made('a', attrs['href'] ?? `#${opened}`, resolver.samePage(opened));
  }
  if (node.tag === 'a' && opensSubmenu(node)) return made('a', attrs['href'] ?? '', resolver.samePage(''));
  return undefined;
}

/** `application/pdf:plan.pdf:` before the address of a file that may be dragged out of a page (`data-downloadurl`). */
const fileToDrag = /^\s*[\w.+-]+\/[\w.+-]+:[^:]*:(?=https?:|\/)/i;

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
  if ((node.look.bits & look.opener) !== 0) return true;
  for (let next = node.next, steps = 0; next !== null && steps < 6; next = next.next, steps++) {
    if (next.tag === '#text') {
      if (collapse(next.text) !== '') return false;
    } else if (next.links > 0 && (next.look.bits & look.sublist) !== 0) return true;
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
export function jumpMenu(node: HtmlNode, resolver: Resolver): readonly Target[] {
  const goes = /location|window\.open|MM_jumpMenu|\.submit|go\w*\(|href/i.test(node.attrs['onchange'] ?? '');
  const targets: Target[] = [];
  findBelow(node, (option) => {
    const value = option.tag === 'option' ? option.attrs['value']?.trim() : undefined;
    if (value !== undefined && looksLikeUrl(value) && (goes || /^(?:https?:)?\/\//i.test(value))) {
      const address = resolver.resolve(value);
      if (address.url !== null)
        targets.push({ element: 'handler', href: value, url: address.url, namedBy: textOf(option, 300) });
    }
    return targets.length >= 500;
  });
  return targets;
}
