// HTML pages as text in segments and links as a visitor finds them. Pure and synchronous; bounded in time and memory by its
// limits; never throws on any input. What is cut is told in `damage`.
import type { DocumentText, Link, Segment } from '../model/document.ts';
import { createResolver } from './html-address.ts';
import { createLabeller } from './html-labels.ts';
import type { HtmlNode } from './html-node.ts';
import { mapPanels } from './html-panels.ts';
import { embeddedDocuments, navigations } from './html-script.ts';
import { generatorOf, needsScript } from './html-shell.ts';
import { collapse, createFlattener, textOf } from './html-text.ts';
import { type HtmlTree, parseTree } from './html-tree.ts';
import { type Walked, walk } from './html-walk.ts';

export interface HtmlOptions {
  /** Most segments kept; default 50,000. */
  readonly maxSegments?: number;
  /** Most links kept; default 20,000. */
  readonly maxLinks?: number;
  /** Character set the page was decoded from; default utf-8. */
  readonly charset?: string;
}

const maxCharacters = 16_000_000;
const maxNodes = 300_000;
/** A page with no more text and links than this is an entrance: where its scripts go, a visitor goes. */
const splash = { size: 1500, links: 15 } as const;

/**
 * Reads a decoded HTML page. `url` is the address that answered: links are absolute by the WHATWG algorithm against it or
 * `<base>`. Segments stand in reading order, rows of a table together at the table's end.
 */
export function extractHtml(html: string, url: string, options: HtmlOptions = {}): DocumentText {
  const limits = { maxSegments: options.maxSegments ?? 50_000, maxLinks: options.maxLinks ?? 20_000 };
  const tree = parseTree(html, { maxNodes, maxCharacters });
  const heads = readHead(tree);
  const anchors = new Set<string>();
  for (const node of tree.nodes) if (node.tag === 'a' && node.attrs['name']) anchors.add(node.attrs['name']);
  const resolver = createResolver(url, heads.base, (id) => tree.ids.has(id) || anchors.has(id), options.charset);
  const panels = mapPanels(tree);
  let walked = walk(tree, resolver, panels, limits);
  if (walked.boldShare > 0.5) walked = walk(tree, resolver, panels, { ...limits, plain: true });
  const noscript = tree.nodes.filter((node) => node.tag === 'noscript');
  if (walked.segments.length === 0 && walked.drafts.length === 0)
    walked = walkNoscript(tree, noscript, walked, (from) => walk(tree, resolver, panels, limits, from));

  const flat = createFlattener();
  const links: Link[] = [];
  const page = resolver.page;
  const goTo = (element: 'refresh' | 'script', target: string): void => {
    const address = resolver.resolve(target);
    if (
      address.url === null ||
      address.url.replace(/#.*$/s, '') === page ||
      links.some((link) => link.url === address.url && link.element === element)
    )
      return;
    links.push({
      href: flat(target),
      url: flat(address.url),
      label: '',
      labelFrom: 'none',
      text: '',
      context: [],
      element,
      region: 'main',
    });
  };
  for (const target of heads.refreshes) goTo('refresh', target);
  if (tree.root.size <= splash.size && walked.drafts.length <= splash.links) {
    for (const script of tree.scripts) for (const target of navigations(script)) goTo('script', target);
    for (const target of navigations(tree.body['onload'] ?? '')) goTo('script', target);
  }
  const heading =
    walked.segments.find((segment) => segment.kind === 'heading' && segment.region === 'main')?.text ?? heads.title;
  for (const script of tree.scripts) {
    for (const target of embeddedDocuments(script)) {
      const address = resolver.resolve(target);
      if (address.url === null || links.some((link) => link.url === address.url)) continue;
      const label = flat(heading);
      links.push({
        href: flat(target),
        url: flat(address.url),
        label,
        labelFrom: label === '' ? 'none' : 'heading',
        text: '',
        context: [],
        element: 'embed',
        region: 'main',
      });
    }
  }
  const labeller = createLabeller(walked.drafts);
  const seen = new Map<string, string>();
  for (const [index, draft] of walked.drafts.entries()) {
    const { label, labelFrom, text, context } = labeller.settle(draft, index);
    // an object and the embed inside it are one
    if (draft.element === 'embed' && seen.get(draft.url ?? '') === label) continue;
    if (draft.element === 'embed') seen.set(draft.url ?? '', label);
    links.push({
      href: flat(draft.href),
      url: draft.url === null ? null : flat(draft.url),
      ...(draft.inert === undefined ? {} : { inert: draft.inert }),
      label: flat(label),
      labelFrom,
      text: flat(text),
      context: context.map((around) => ({ from: around.from, text: flat(around.text) })),
      element: draft.element,
      region: draft.region,
      ...(draft.segment === undefined ? {} : { segment: draft.segment + (heads.title === '' ? 0 : 1) }),
    });
  }
  const segments: Segment[] = [];
  if (heads.title !== '') segments.push({ kind: 'title', text: flat(heads.title), region: 'main', locator: {} });
  for (const segment of walked.segments) segments.push(flattened(segment, flat));
  const language = tree.html['lang']?.trim() || tree.html['xml:lang']?.trim();
  const generator = generatorOf(tree, walked.drafts);
  const damage = tree.cut === undefined ? walked.damage : [tree.cut, ...walked.damage];
  // a page that sends its visitor on is no empty shell
  const leads = links.some((link) => link.element === 'refresh' || (link.element === 'script' && link.text === ''));
  const empty =
    !leads && needsScript(tree, walked.segments, walked.drafts, noscript.map((node) => textOf(node)).join(' '));
  return {
    media: 'html',
    ...(heads.title === '' ? {} : { title: flat(heads.title) }),
    ...(language ? { language: flat(language) } : {}),
    segments,
    links,
    source: 'text',
    damage,
    ...(empty ? { needsScript: true } : {}),
    ...(generator === undefined ? {} : { generator: flat(generator) }),
  };
}

function flattened(segment: Segment, flat: (text: string) => string): Segment {
  const { cells, locator } = segment;
  return {
    ...segment,
    text: flat(segment.text),
    ...(cells === undefined ? {} : { cells: cells.map(flat) }),
    locator: locator.heading === undefined ? locator : { ...locator, heading: flat(locator.heading) },
  };
}

/** `<title>`, `<base>` and meta refreshes, wherever they stand. */
function readHead(tree: HtmlTree): { title: string; base: string | undefined; refreshes: string[] } {
  let base: string | undefined;
  const refreshes: string[] = [];
  for (const node of tree.nodes) {
    if (node.tag === 'base') base ??= node.attrs['href'];
    else if (
      node.tag === 'meta' &&
      node.parent?.tag !== 'noscript' &&
      node.attrs['http-equiv']?.trim().toLowerCase() === 'refresh'
    ) {
      const target = /^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?\s*([^"']+)/i.exec(node.attrs['content'] ?? '')?.[1];
      if (target !== undefined && target.trim() !== '') refreshes.push(target.trim());
    }
  }
  return { title: collapse(tree.title), base, refreshes };
}

/** A page with nothing else shows what it has for visitors without scripts. */
function walkNoscript(
  tree: HtmlTree,
  found: readonly HtmlNode[],
  empty: Walked,
  from: (node: HtmlNode) => Walked,
): Walked {
  if (tree.scripts.length === 0 && found.length === 0) return empty;
  for (const node of found) {
    const walked = from(node);
    if (walked.segments.length > 0 || walked.drafts.length > 0) return walked;
  }
  return empty;
}
