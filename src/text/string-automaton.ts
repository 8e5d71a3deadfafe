// Finds many strings in one walk over a text (Aho–Corasick), as a table small enough for the processor's caches. Internal to
// text/; who walks a text steps through the table himself.

export interface StringAutomaton {
  /** A code unit's letter: 0 = in none of the strings. A reader of texts may map some to `passed`, which changes no state. */
  readonly letterOf: Uint16Array;
  readonly passed: number;
  readonly letters: number;
  /**
   * `next[(state & mask) * letters + letter]` is the state that follows, with a bit beyond `mask` when strings end there.
   * The walk begins in state 0.
   */
  readonly next: Uint16Array | Uint32Array;
  readonly mask: number;
  /** By state (without the bit): 1 + the number of the longest string that ends there, or 0. */
  readonly longestEnd: Uint32Array;
  /** By string: 1 + the number of the longest other string that it ends with, or 0. */
  readonly shorterEnd: Uint32Array;
}

interface Node {
  readonly letter: number;
  child: Node | undefined;
  sibling: Node | undefined;
  /** 1 + the number of the string that ends here, or 0. */
  end: number;
}

/** @param strings not empty and all different; their numbers are their places in the list. */
export function buildAutomaton(strings: readonly string[]): StringAutomaton {
  const letterOf = new Uint16Array(65536);
  let letters = 1;
  const root: Node = { letter: 0, child: undefined, sibling: undefined, end: 0 };
  let states = 1;
  strings.forEach((text, number) => {
    let node = root;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (letterOf[c] === 0) letterOf[c] = letters++;
      const letter = letterOf[c]!;
      let child = node.child;
      while (child !== undefined && child.letter !== letter) child = child.sibling;
      if (child === undefined) {
        child = { letter, child: undefined, sibling: node.child, end: 0 };
        node.child = child;
        states++;
      }
      node = child;
    }
    node.end = number + 1;
  });
  const passed = letters++;
  return { letterOf, passed, letters, ...tableOf(root, states, letters, strings.length) };
}

/**
 * The automaton of a trie. Breadth first, a state's row is that of the longest proper suffix, but for its own children; so
 * the states near the root, where a walk mostly is, are neighbours.
 */
function tableOf(
  root: Node,
  states: number,
  letters: number,
  strings: number,
): Omit<StringAutomaton, 'letterOf' | 'passed' | 'letters'> {
  const wide = states > 0x8000;
  const mask = wide ? 0x7fffffff : 0x7fff;
  const next = wide ? new Uint32Array(states * letters) : new Uint16Array(states * letters);
  const longestEnd = new Uint32Array(states);
  const shorterEnd = new Uint32Array(strings);
  const suffix = new Uint32Array(states);
  const queue = [root];
  for (let state = 0; state < queue.length; state++) {
    const row = state * letters;
    const suffixRow = suffix[state]! * letters;
    if (state > 0) next.copyWithin(row, suffixRow, suffixRow + letters);
    for (let node = queue[state]!.child; node !== undefined; node = node.sibling) {
      const number = queue.push(node) - 1;
      const fall = state === 0 ? 0 : next[suffixRow + node.letter]! & mask;
      suffix[number] = fall;
      longestEnd[number] = node.end === 0 ? longestEnd[fall]! : node.end;
      if (node.end !== 0) shorterEnd[node.end - 1] = longestEnd[fall]!;
      next[row + node.letter] = longestEnd[number] === 0 ? number : number | (mask + 1);
    }
    next[row + letters - 1] = state;
  }
  return { next, mask, longestEnd, shorterEnd };
}
