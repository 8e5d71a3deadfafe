// Puts what shares a key, directly or through others, into one group. Pure.

/**
 * Group of each item, named after the first key of its first member in the order given; an item without keys is a group of its
 * own, named by its position.
 */
export function groupByKeys(keysOf: readonly (readonly string[])[]): string[] {
  const parents = keysOf.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root]!;
    for (let next = at; next !== root; ) {
      const above = parents[next]!;
      parents[next] = root;
      next = above;
    }
    return root;
  };
  const owner = new Map<string, number>();
  for (const [at, keys] of keysOf.entries()) {
    for (const key of keys) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, at);
      else {
        const [a, b] = [rootOf(other), rootOf(at)];
        // The first member stays the root: names do not depend on the order of keys.
        parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  return keysOf.map((_, at) => {
    const root = rootOf(at);
    return keysOf[root]![0] ?? `#${root}`;
  });
}
