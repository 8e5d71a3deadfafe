// HTML pages as text in segments and links as a visitor finds them. Pure and synchronous; bounded in time and memory by its
// limits; never throws on any input. What is cut is told in `damage`.
import type { DocumentText, Link, Segment } from '../model/document.ts';
import { flatCopy } from './flat-copy.ts';
import { createResolver, type Resolver } from './html-address.ts';
import type { LinkDraft } from './html-draft.ts';
import { isMenuLeftToScript } from './html-hollow.ts';
import { createLabeller, type Labels } from './html-labels.ts';
import type { HtmlNode } from './html-node.ts';
import { mapPanels } from './html-panels.ts';
import { pictureLinks } from './html-pictures.ts';
import { embeddedDocuments, navigations } from './html-script.ts';
import { needsScript } from './html-shell.ts';
import { type Survey, surveyOf, vendorOf } from './html-survey.ts';
import { collapse } from './html-text.ts';
import { type HtmlTree, parseTree } from './html-tree.ts';
import { type Walked, walk } from './html-walk.ts';
import { sharedIn } from './shared-text.ts';

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
  const survey = surveyOf(tree);
  const title = collapse(tree.title);
  const hasAnchor = (id: string): boolean => tree.ids.has(id) || survey.anchors.has(id);
  const resolver = createResolver(url, survey.base, hasAnchor, options.charset);
  const panels = mapPanels(tree);
  let walked = walk(tree, resolver, panels, limits);
  for (const plain of ['large', 'all'] as const)
    if (walked.boldShare > 0.5) walked = walk(tree, resolver, panels, { ...limits, plain });
  if (walked.segments.length === 0 && walked.drafts.length === 0)
    walked = walkNoscript(tree, survey.noscripts, walked, (from) => walk(tree, resolver, panels, limits, from));

  const links = entrances(tree, survey, walked, resolver, title);
  const added = title === '' ? 0 : 1;
  const labeller = createLabeller(walked.drafts);
  const seen = new Map<string, string>();
  for (const [index, draft] of walked.drafts.entries()) {
    const labels = labeller.settle(draft, index);
    // an object and the embed inside it are one
    if (draft.element === 'embed' && seen.get(draft.url ?? '') === labels.label) continue;
    if (draft.element === 'embed') seen.set(draft.url ?? '', labels.label);
    links.push(linkOf(draft, labels, added));
  }
  const pictures = pictureLinks(walked.pictures, resolver);
  const titled: Segment = { kind: 'title', text: title, region: 'main', locator: {} };
  const language = tree.html['lang']?.trim() || tree.html['xml:lang']?.trim();
  const generator = survey.generator ?? vendorByLinks(walked.drafts);
  // a page that sends its visitor on is no empty shell
  const leads = links.some((link) => link.element === 'refresh' || (link.element === 'script' && link.text === ''));
  const empty = !leads && needsScript(tree, survey, walked.segments, walked.drafts);
  return {
    media: 'html',
    ...(title === '' ? {} : { title }),
    ...(language ? { language: flatCopy(language) } : {}),
    segments: title === '' ? walked.segments : [titled, ...walked.segments],
    links,
    ...(pictures.length === 0 ? {} : { pictures }),
    ...(walked.fields.length === 0 ? {} : { fields: walked.fields.map((segment) => segment + added) }),
    source: 'text',
    damage: tree.cut === undefined ? walked.damage : [{ kind: 'cut', detail: tree.cut }, ...walked.damage],
    ...(empty ? { needsScript: true } : {}),
    ...(!leads && isMenuLeftToScript(tree, survey, walked.drafts) ? { menuByScript: true } : {}),
    ...(generator === undefined ? {} : { generator: flatCopy(generator) }),
  };
}

/** A link as it is kept; `added` segments stand before those of the walk. */
function linkOf(draft: LinkDraft, { label, labelFrom, text, context }: Labels, added: number): Link {
  const { href, url, inert, element, region, segment } = draft;
  const link = {
    href: sharedIn(region, flatCopy(href)),
    url: url === null ? null : sharedIn(region, url),
    ...(inert === undefined ? {} : { inert }),
    label: sharedIn(region, label),
    labelFrom,
    text: sharedIn(region, text),
    context,
    element,
    region,
  };
  return segment === undefined ? link : { ...link, segment: segment + added };
}

/** Where the page sends its visitor by itself, and documents that a script shows on it. */
function entrances(tree: HtmlTree, survey: Survey, walked: Walked, resolver: Resolver, title: string): Link[] {
  const links: Link[] = [];
  const goTo = (element: 'refresh' | 'script', target: string): void => {
    const { url } = resolver.resolve(target);
    if (url === null || url.replace(/#.*$/s, '') === resolver.page) return;
    if (links.some((link) => link.url === url && link.element === element)) return;
    links.push(wordless(target, url, element));
  };
  for (const target of survey.refreshes) goTo('refresh', target);
  if (tree.root.size <= splash.size && walked.drafts.length <= splash.links) {
    for (const script of tree.scripts) for (const target of navigations(script)) goTo('script', target);
    for (const target of navigations(tree.body['onload'] ?? '')) goTo('script', target);
  }
  const heading = walked.segments.find(({ kind, region }) => kind === 'heading' && region === 'main')?.text ?? title;
  for (const script of tree.scripts) {
    for (const target of embeddedDocuments(script)) {
      const { url } = resolver.resolve(target);
      if (url === null || links.some((link) => link.url === url)) continue;
      links.push({ ...wordless(target, url, 'embed'), label: heading, labelFrom: heading === '' ? 'none' : 'heading' });
    }
  }
  return links;
}

function wordless(href: string, url: string, element: Link['element']): Link {
  const words = { label: '', labelFrom: 'none', text: '', context: [] } as const;
  return { href: flatCopy(href), url, ...words, element, region: 'main' };
}

/** Links looked at for marks of a template. */
const maxMarked = 500;

function vendorByLinks(drafts: readonly LinkDraft[]): string | undefined {
  for (let at = 0; at < drafts.length && at < maxMarked; at += 1) {
    const vendor = vendorOf(drafts[at]!.href);
    if (vendor !== '') return vendor;
  }
  return undefined;
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
