// Tells where on the page an element stands (menu, header, footer, side column) by elements, roles, and common id and class words.
import type { Region } from '../model/document.ts';
import { type HtmlNode, has } from './html-node.ts';

const byTag: Readonly<Record<string, Region>> = { nav: 'nav', footer: 'footer', aside: 'aside' };
const byRole: Readonly<Record<string, Region>> = {
  navigation: 'nav',
  menubar: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
};

/** Whole id or class names. */
const words: readonly (readonly [RegExp, Region])[] = [
  [
    /^(?:(?:site|page|main|global|web|bottom|app|wrapper)?[-_]?footer(?:[-_]?(?:area|section|wrapper|container|bottom|main|top|menu|widgets?))?|copy-?right(?:[-_]\w+)?|colophon)$/,
    'footer',
  ],
  [
    /^(?:breadcrumbs?|pagination|pager|paging|page-?numbers|pagenavi|wp-pagenavi|(?:main|top|site|side|left|right|primary|secondary|mega|mobile|nav|navigation|header|footer|vertical|horizontal|dropdown|drop|sf|wsmenu|mean|slick|off-?canvas|responsive)?[-_]?(?:nav|navi|menu|navbar|navigation|menubar)(?:[-_]?(?:bar|area|wrapper|container|main|list|left|top|inner|collapse|header|box|section))?|menu\d+|menubar\w*|top[-_]?bar|sidenav|megamenu)$/,
    'nav',
  ],
  [
    /^(?:(?:site|main|global|web|top|app)[-_]?header(?:[-_](?:area|section|wrapper|container|top|main|inner))?|header(?:[-_](?:area|section|wrapper|container|top|bottom|main|inner|middle))?|masthead|topheader)$/,
    'header',
  ],
  [
    /^(?:(?:left|right|main|primary|secondary|page|site|blog)?[-_]?side-?bar(?:[-_]?(?:left|right|area|wrapper|widget|inner|\d))?|aside|widget-area)$/,
    'aside',
  ],
];
const containers = new Set(['div', 'section', 'table', 'td', 'ul', 'ol', 'header', 'center']);
/** Class names by which such a word is about a part of the content. */
const contentMarks =
  /(?:^|\s)(?:tab-pane|tab-content|nav-tabs|nav-pills|modal\S*|card\S*|panel\S*|accordion\S*|list-group\S*)(?:\s|$)/;

function byWord(name: string, known: Map<string, Region | ''>): Region | '' {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  const lower = name.toLowerCase();
  const region = lower.length > 40 ? '' : (words.find(([pattern]) => pattern.test(lower))?.[1] ?? '');
  known.set(name, region);
  return region;
}

/**
 * Region an element opens, or undefined when it opens none. `pageSize` is the page's text in characters: a block that holds
 * the page's content is no menu whatever its class says. `known` remembers names within one page.
 */
export function regionOf(
  node: HtmlNode,
  current: Region,
  pageSize: number,
  known: Map<string, Region | ''>,
): Region | undefined {
  const role = node.attrs['role'];
  if (role !== undefined && byRole[role] !== undefined) return byRole[role];
  const tag = byTag[node.tag];
  if (tag === 'nav' && (node.inside & has.frame) !== 0) return undefined; // a list of documents drawn as a menu
  if (tag !== undefined) {
    if (current !== 'main' && tag === 'nav') return 'nav';
    return current === 'main' ? tag : undefined;
  }
  if (node.tag === 'header') return current === 'main' && nearTop(node) ? 'header' : undefined;
  if (!containers.has(node.tag)) return undefined;
  const { class: classes, id } = node.attrs;
  if (classes === undefined && id === undefined) return undefined;
  if (role === 'tabpanel' || role === 'tablist' || (classes !== undefined && contentMarks.test(classes)))
    return undefined;
  let found: Region | '' = id === undefined ? '' : byWord(id, known);
  if (found === '' && classes !== undefined && classes.length < 400) {
    for (const name of classes.split(/\s+/)) {
      found = byWord(name, known);
      if (found !== '') break;
    }
  }
  if (found === '' || found === current) return undefined;
  // inside another region only a menu is told apart
  if (current !== 'main' && found !== 'nav') return undefined;
  if (holdsContent(node, found, pageSize)) return undefined;
  if (found === 'header' && !nearTop(node)) return undefined;
  return found;
}

function holdsContent(node: HtmlNode, region: Region, pageSize: number): boolean {
  if (region === 'nav' && (node.inside & has.frame) !== 0) return true;
  if (region === 'footer') return node.size > 300 && node.size > pageSize * 0.7;
  // a menu is links; prose, forms and tables of data under a menu's class are not
  if (node.size > 200 && node.size > pageSize * 0.6 && (node.inside & (has.heading | has.table)) !== 0) return true;
  return node.size > 200 && node.links * 150 < node.size;
}

/** Not inside a card, list item, table of the content. */
function nearTop(node: HtmlNode): boolean {
  let depth = 0;
  for (let at = node.parent; at !== null; at = at.parent) {
    if (at.tag === '#root') return depth <= 6;
    if (at.tag === 'article' || at.tag === 'main' || at.tag === 'li' || at.tag === 'section') return false;
    if (at.tag !== 'td' && at.tag !== 'tr' && at.tag !== 'tbody') depth++;
  }
  return true;
}
