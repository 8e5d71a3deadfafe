// Tells where on the page an element stands (menu, header, footer, side column) by elements, roles, and common id and class words.
import type { Region } from '../model/document.ts';
import { look, regionByName } from './html-looks.ts';
import { type HtmlNode, has, holds, kind } from './html-node.ts';

const byTag: Readonly<Record<string, Region>> = { nav: 'nav', footer: 'footer', aside: 'aside' };
const byRole: Readonly<Record<string, Region>> = {
  navigation: 'nav',
  menubar: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
};

/**
 * Region an element opens, or undefined when it opens none. `pageSize` is the page's text in characters: a block that holds
 * the page's content is no menu whatever its class says.
 */
export function regionOf(node: HtmlNode, current: Region, pageSize: number): Region | undefined {
  const role = (node.holds & holds.role) === 0 ? undefined : node.attrs['role'];
  if (role !== undefined && byRole[role] !== undefined) return byRole[role];
  if ((node.kind & kind.regional) === 0) return undefined;
  const tag = byTag[node.tag];
  if (tag === 'nav' && (node.inside & has.frame) !== 0) return undefined; // a list of documents drawn as a menu
  if (tag !== undefined) {
    if (current !== 'main' && tag === 'nav') return 'nav';
    return current === 'main' ? tag : undefined;
  }
  if (node.tag === 'header') return current === 'main' && nearTop(node) ? 'header' : undefined;
  if (role === 'tabpanel' || role === 'tablist' || (node.look.bits & look.content) !== 0) return undefined;
  let found: Region | '' = (node.holds & holds.id) === 0 ? '' : regionByName(node.attrs['id']!);
  if (found === '') found = node.look.region;
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
