// Sums up what stands below each node: text, links, kinds of elements. Decisions on layout rest on these numbers.
import { type HtmlNode, has, holds, kind } from './html-node.ts';

const bitsOf = new Map<string, number>();
for (const [bit, tags] of [
  [has.heading, 'h1 h2 h3 h4 h5 h6'],
  [has.table, 'table'],
  [has.list, 'ul ol menu dir dl'],
  [has.field, 'input select textarea'],
  [has.frame, 'iframe embed object'],
  [has.block, 'p div section article blockquote pre form fieldset center figure br'],
] as const) {
  for (const tag of tags.split(' ')) bitsOf.set(tag, bit);
}

/** Sizes and contents from the leaves up: a child always comes after its parent. Texts know their own size. */
export function sumUp(nodes: readonly HtmlNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    const parent = node.parent!;
    if (node.tag === '#text') {
      parent.size += node.size;
      continue;
    }
    if ((node.kind & kind.silent) !== 0) {
      node.size = 0;
      continue;
    }
    if (node.tag === 'a' && (node.holds & holds.href) !== 0) node.links++;
    parent.size += node.size;
    parent.links += node.links;
    parent.inside |= node.inside | (bitsOf.get(node.tag) ?? 0);
  }
}

/** Characters that are not white space. */
export function solid(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0) count++;
  }
  return count;
}
