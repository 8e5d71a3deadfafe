// Puts what shares a key, directly or through others, into one group. Pure.
import { UnionFind } from '../model/union-find.ts';

/**
 * Group of each item, named after the first key of its first member in the order given; an item without keys is a group of its
 * own, named by its position.
 */
export function groupByKeys(keysOf: readonly (readonly string[])[]): string[] {
  const groups = new UnionFind(keysOf.length);
  const owner = new Map<string, number>();
  for (const [at, keys] of keysOf.entries()) {
    for (const key of keys) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, at);
      // The first member represents the group: names do not depend on the order of keys.
      else groups.join(other, at);
    }
  }
  return keysOf.map((_, at) => {
    const root = groups.find(at);
    return keysOf[root]![0] ?? `#${root}`;
  });
}
