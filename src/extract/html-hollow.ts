// Places in a page's content that stay empty until a script fills them. Every page has empty elements and scripts: what counts is an
// empty place where the content would stand, evidence that a script brings something there, and nothing else to read or follow.
import type { Region, Segment } from '../model/document.ts';
import type { LinkDraft } from './html-draft.ts';
import { asksForData, filledInline, fillsBody } from './html-fillers.ts';
import { isDecor, isLayout, isOfSite, roots, type ScriptKind, scriptKind, speaksOfData } from './html-hollow-names.ts';
import { regionByName, style } from './html-looks.ts';
import { type HtmlNode, holds, kind } from './html-node.ts';
import { fewestLetters, ownContent, rootUrl } from './html-own-content.ts';
import { regionOf } from './html-region.ts';
import type { Survey } from './html-survey.ts';
import { textOf } from './html-text.ts';
import type { HtmlTree } from './html-tree.ts';

/**
 * Most letters of own text (a heading, the requirement pasted, an introduction) beside an empty place that the page itself says a
 * script fills, or that its names let suppose, or that says nothing.
 */
const most = { told: 1200, guessed: 400, bare: 100 } as const;
/** Links beside a place that the page says a script fills: to the privacy notice, to the home page by a name of its own. */
const strayLinks = 2;
/** Most candidates looked at: all, and those in the content. */
const maxLooks = 2000;
const maxPlaces = 200;
/** Most elements in an empty place (bars of a skeleton). */
const maxBelow = 300;

const containers: ReadonlySet<string> = new Set(
  'div main section article ul ol dl tbody table p iframe embed object'.split(' '),
);
/** A loop or a slot of a framework: what it shows is not in the page. */
const loops = [
  'v-for',
  'x-for',
  'ng-repeat',
  'data-ng-repeat',
  '*ngfor',
  'v-html',
  'x-html',
  'ng-bind-html',
  'ng-include',
  'ng-view',
  'data-ng-view',
  'ui-view',
] as const;
/** Where an empty element gets its content from. */
const sources = [
  'data-url',
  'data-api',
  'data-endpoint',
  'data-ajax',
  'data-ajax-url',
  'data-ajax--url',
  'data-source',
  'data-feed',
  'data-remote',
  'data-load',
  'data-json',
  'hx-get',
  'data-hx-get',
  'ic-get-from',
  'wire:init',
  'data-react-class',
] as const;
const slots: ReadonlySet<string> = new Set(['router-view', 'router-outlet', 'ng-view', 'ui-view', 'nuxt-page']);
const waiting =
  /(?:^|[\s_-])(?:skeleton|shimmer|placeholder-(?:glow|wave)|ph-item|content-loader|spinner(?:-border|-grow)?|animate-spin|loader|loading)(?:[\s_-]|$)/i;
const skeleton = /(?:^|[\s_-])(?:skeleton|shimmer|placeholder-(?:glow|wave)|ph-item|content-loader)(?:[\s_-]|$)/i;
const templateType = /template|handlebars|mustache|x-tmpl|text\/html|jsrender|underscore/i;
const frameworks = /\/_next\/static\/|\/_nuxt\/|\/static\/js\/main\.\w{6,}\.js|\/assets\/index[-.][\w-]{6,}\.js/;
const askScript = /java\s?script/i;

/** What the page's scripts are, found out once. */
interface Scripts {
  /** An inline script fills the element of this name (`filledInline`, remembered). */
  fill(name: string, mark: '#' | '.' | '', sure: boolean): boolean;
  /** Is there an inline one? */
  readonly inline: boolean;
  readonly kinds: ReadonlySet<ScriptKind>;
  /** A framework's bundle: may fill anything. */
  readonly bundled: boolean;
  /** Has templates that a script fills. */
  readonly templates: boolean;
  /** Asks its visitor for scripts. */
  readonly asked: boolean;
  /** Calls a function named after getting data. */
  readonly calls: boolean;
}

/** Whether the page's content is left to a script; `main` are the segments of its main region, titles left out. */
export function isLeftToScript(
  tree: HtmlTree,
  survey: Survey,
  main: readonly Segment[],
  drafts: readonly LinkDraft[],
): boolean {
  if (survey.scriptSources.length === 0 && tree.scripts.length === 0) return false;
  if (fewestLetters(main, drafts) > most.told) return false;
  const own = ownContent(main, drafts);
  if (own.lastLinks > strayLinks || own.letters > most.told) return false;
  const letters = own.links === 0 ? own.letters : most.guessed + 1; // with links of its own, only what is told counts
  if (letters <= most.guessed && tree.scripts.some(fillsBody)) return true;
  let scripts: Scripts | undefined;
  let looks = 0;
  let places = 0;
  for (const node of tree.nodes) {
    if (node.tag === '#text' || node.scripted) continue;
    if ((slots.has(node.tag) || (node.acts && isLoop(node))) && isInMain(node, tree)) return true;
    if (node.size > 0 || node.links > 0 || !isContainer(node)) continue;
    if (++looks > maxLooks) return false;
    const below = lookBelow(node);
    if (below === undefined || !isInMain(node, tree)) continue;
    scripts ??= scriptsOf(tree, survey);
    if (isFilled(node, below, scripts, letters)) return true;
    if (++places >= maxPlaces) return false;
  }
  return false;
}

/** Links beside an empty menu at most: with more, a visitor gets about without it. */
const mostBesideMenu = 15;
/** Filled from the menu that is there, for small screens. */
const copyOfMenu = /mobile|mean|slick|sidr|off-?canvas|responsive|mm-|burger|sticky|clone|footer/i;
const menuScript = /(?:^|[/_.-])(?:menus?|nav(?:bar|igation)?)(?:[-_.]\w+)*\.js(?:$|[?#])/i;

/** Whether the page's only menu is left to a script: what the site has is not told then. */
export function isMenuLeftToScript(tree: HtmlTree, survey: Survey, drafts: readonly LinkDraft[]): boolean {
  if (survey.scriptSources.length === 0 && tree.scripts.length === 0) return false;
  let links = 0;
  let menus = 0;
  for (const { url, region } of drafts) {
    if (url === null || rootUrl.test(url)) continue;
    if ((region === 'nav' || region === 'header') && ++menus > strayLinks) return false;
    if (++links > mostBesideMenu) return false;
  }
  const named = survey.scriptSources.some((source) => menuScript.test(source) && isOfSite(source));
  let looks = 0;
  for (const node of tree.nodes) {
    if (node.tag === '#text' || node.scripted || node.size > 0 || node.links > 0 || !isMenu(node)) continue;
    if (++looks > maxPlaces) return false;
    if (lookBelow(node) === undefined) continue;
    const id = idOf(node);
    if (named || (id !== '' && filledInline(tree.scripts, id, '#', true))) return true;
    if (classesOf(node).some((name) => filledInline(tree.scripts, name, '.', false))) return true;
  }
  return false;
}

function isMenu(node: HtmlNode): boolean {
  const id = idOf(node);
  if (node.tag !== 'nav' && node.look.region !== 'nav' && (id === '' || regionByName(id) !== 'nav')) return false;
  return !copyOfMenu.test(`${id} ${(node.holds & holds.class) === 0 ? '' : node.attrs['class']}`);
}

const isLoop = ({ attrs }: HtmlNode): boolean =>
  loops.some((name) => attrs[name] !== undefined) || /\bforeach\b/.test(attrs['data-bind'] ?? '');

const isContainer = ({ tag }: HtmlNode): boolean => containers.has(tag) || tag.includes('-');

function scriptsOf(tree: HtmlTree, survey: Survey): Scripts {
  const known = new Map<string, boolean>();
  return {
    fill: (name, mark, sure) => {
      const key = mark + name;
      const told = known.get(key) ?? filledInline(tree.scripts, name, mark, sure);
      known.set(key, told);
      return told;
    },
    inline: tree.scripts.length > 0,
    kinds: new Set(survey.scriptSources.map(scriptKind)),
    bundled: survey.scriptSources.some((source) => frameworks.test(source)),
    templates: tree.nodes.some(isTemplate),
    asked: survey.noscripts.some((node) => askScript.test(textOf(node))),
    calls: tree.scripts.some(asksForData) || asksForData(tree.body['onload'] ?? ''),
  };
}

const isTemplate = (node: HtmlNode): boolean =>
  (node.tag === 'template' && node.first !== null) ||
  (node.tag === 'script' && node.attrs['type'] !== undefined && templateType.test(node.attrs['type']));

interface Below {
  /** A spinner or the like. */
  readonly waits: boolean;
  /** Nothing at all, not even white space. */
  readonly bare: boolean;
}

/** What stands in an empty place: signs of waiting, at most. Undefined where there is something to look at, or too much. */
function lookBelow(place: HtmlNode): Below | undefined {
  if (isShown(place)) return undefined;
  let waits = false;
  const open = [place];
  for (let count = 0; open.length > 0; ) {
    for (let at = open.pop()!.first; at !== null; at = at.next) {
      if (at.tag === '#text') continue;
      if (++count > maxBelow || isShown(at)) return undefined;
      if ((at.holds & holds.class) !== 0 && waiting.test(at.attrs['class']!)) waits = true;
      if ((at.kind & kind.unread) === 0) open.push(at);
    }
  }
  return { waits, bare: place.first === null };
}

const shown: ReadonlySet<string> = new Set(
  'img picture video audio canvas input select textarea button map area hr'.split(' '),
);

/** Shows something, though it has no text: a picture, a field, a frame with an address. */
function isShown({ tag, attrs }: HtmlNode): boolean {
  if (tag === 'iframe' || tag === 'embed') return !!(attrs['src'] || attrs['srcdoc'] || attrs['data-src']);
  if (tag === 'object') return !!attrs['data'];
  return shown.has(tag);
}

/** In the content of the page, to be seen, and part of no decoration. */
function isInMain(node: HtmlNode, tree: HtmlTree): boolean {
  const path: HtmlNode[] = [];
  for (let at: HtmlNode | null = node; at !== null && at.parent !== null; at = at.parent) {
    if (at !== node && (at.kind & kind.unread) !== 0) return false;
    if ((at.holds & holds.hidden) !== 0 || (at.style & style.hidden) !== 0) return false;
    // what is as empty as the place itself is a part of it
    if (at.size === 0 && isDecoration(at)) return false;
    path.push(at);
  }
  let region: Region = 'main';
  for (const at of path.toReversed()) region = regionOf(at, region, tree.root.size) ?? region;
  return region === 'main';
}

const classesOf = (node: HtmlNode): string[] =>
  (node.holds & holds.class) === 0 ? [] : node.attrs['class']!.split(/\s+/).filter((name) => name !== '');
const idOf = (node: HtmlNode): string => ((node.holds & holds.id) === 0 ? '' : node.attrs['id']!);

/** Boxes that lie over the page or move, whatever their ids say. */
const apart = /modal|popup|offcanvas|carousel|swiper|slider|toast|cookie/i;

/** By its id; of an element without, by any of its classes. Roots of applications have names of their own. */
function isDecoration(node: HtmlNode): boolean {
  const id = idOf(node);
  if (roots.has(id) || slots.has(node.tag)) return false;
  const classes = classesOf(node);
  if (id !== '') return isDecor(id) || classes.some((name) => apart.test(name));
  return node.tag.includes('-') ? isDecor(node.tag) : classes.some(isDecor);
}

/** Evidence that a script brings something to an empty place, the plainest first. */
function isFilled(node: HtmlNode, { waits, bare }: Below, scripts: Scripts, letters: number): boolean {
  const id = idOf(node) || (node.tag === 'tbody' && node.parent !== null ? idOf(node.parent) : '');
  const classes = classesOf(node);
  const ofData = id !== '' && (roots.has(id) || speaksOfData(id));
  const classOfData = (name: string): boolean => speaksOfData(name) && !isLayout(name);
  // told by the page itself
  if (node.acts && sources.some((name) => !!node.attrs[name])) return true;
  if (classes.some((name) => skeleton.test(name))) return true;
  if (id !== '' && scripts.fill(id, '#', ofData)) return true;
  if (classes.some((name) => !isDecor(name) && scripts.fill(name, '.', classOfData(name)))) return true;
  if ((node.tag === 'tbody' || node.tag === 'main') && scripts.fill(node.tag, '', false)) return true;

  // supposed from names
  if (letters > most.guessed) return false;
  const { kinds, bundled, templates, asked, calls } = scripts;
  const mine = bundled || kinds.has('own') || kinds.has('data');
  const any = mine || kinds.has('plain');
  if (node.tag.includes('-')) return any && (letters <= most.bare || speaksOfData(node.tag));
  // What a server prints when it has nothing is an element with white space, or of a name that stands for a mere box.
  const hook = id !== '' && (bare || !isLayout(id));
  if (kinds.has('data') && (hook || classes.some(classOfData))) return true;
  if (ofData && (mine || (any && (bare || calls || roots.has(id))))) return true;
  if (hook && (waits || templates) && (any || scripts.inline)) return true;
  if (letters > most.bare) return false;
  return (asked && hook) || (bundled && (id !== '' || classes.length > 0));
}
