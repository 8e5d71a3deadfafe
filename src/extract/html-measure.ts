// Sums up what stands below each node: text, links, kinds of elements. Decisions on layout rest on these numbers.
import { type HtmlNode, has } from './html-node.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const headings = set('h1 h2 h3 h4 h5 h6');
const listTags = set('ul ol menu dir dl');
const silent = set('script style template head title textarea noscript select datalist svg math noembed noframes');
const blocks = set('p div section article blockquote pre form fieldset center figure br');

/** Sizes and contents from the leaves up: a child always comes after its parent. */
export function sumUp(nodes: readonly HtmlNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    const parent = node.parent!;
    if (node.tag === '#text') {
      parent.size += solid(node.text);
      continue;
    }
    if (silent.has(node.tag)) {
      node.size = 0;
      continue;
    }
    if (node.tag === 'a' && node.attrs['href'] !== undefined) node.links++;
    let bits = node.inside;
    if (headings.has(node.tag)) bits |= has.heading;
    else if (node.tag === 'table') bits |= has.table;
    else if (listTags.has(node.tag)) bits |= has.list;
    else if (node.tag === 'input' || node.tag === 'select' || node.tag === 'textarea') bits |= has.field;
    else if (node.tag === 'iframe' || node.tag === 'embed' || node.tag === 'object') bits |= has.frame;
    else if (blocks.has(node.tag)) bits |= has.block;
    parent.size += node.size;
    parent.links += node.links;
    parent.inside |= bits;
  }
}

/** Characters that are not white space. */
function solid(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0) count++;
  }
  return count;
}
