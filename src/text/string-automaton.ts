// Finds many strings in one walk over a text (Aho–Corasick), as tables small enough to stay in the processor's caches.
// Internal to text/; who walks the text, steps through the tables himself.

export interface StringAutomaton {
  /** A code unit's letter: 0 = in none of the strings. */
  readonly letterOf: Uint16Array;
  readonly letters: number;
  /** `next[state * letters + letter]`; the walk begins in state 0. */
  readonly next: Uint16Array | Uint32Array;
  /** In this state and all above it some string ends. */
  readonly firstEnd: number;
  /** Of state `firstEnd + i`: the numbers of the strings that end there. */
  readonly ends: readonly (readonly number[])[];
}

/** @param strings not empty; their numbers are their places in the list. */
export function buildAutomaton(strings: readonly string[]): StringAutomaton {
  const letterOf = new Uint16Array(65536);
  let letters = 1;
  let size = 1;
  for (const text of strings) {
    size += text.length;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (letterOf[c] === 0) letterOf[c] = letters++;
    }
  }
  const trie = new Uint32Array(size * letters);
  const ends: (readonly number[] | undefined)[] = [undefined];
  let states = 1;
  strings.forEach((text, number) => {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const edge = state * letters + letterOf[text.charCodeAt(i)]!;
      if (trie[edge] === 0) trie[edge] = states++;
      state = trie[edge]!;
    }
    ends[state] = [...(ends[state] ?? []), number];
  });
  const byBreadth = linkFailures(trie, letters, states, ends);
  return { letterOf, letters, ...renumber(trie, letters, byBreadth, ends) };
}

/**
 * Completes the trie to an automaton: breadth first, every missing edge goes where the longest proper suffix would.
 * Gives the states in that order.
 */
function linkFailures(
  next: Uint32Array,
  letters: number,
  states: number,
  ends: (readonly number[] | undefined)[],
): readonly number[] {
  const failure = new Uint32Array(states);
  const order = [0];
  for (let letter = 1; letter < letters; letter++) if (next[letter] !== 0) order.push(next[letter]!);
  for (let head = 1; head < order.length; head++) {
    const state = order[head]!;
    const row = state * letters;
    const fallRow = failure[state]! * letters;
    const inherited = ends[failure[state]!];
    if (inherited !== undefined) ends[state] = [...(ends[state] ?? []), ...inherited];
    for (let letter = 1; letter < letters; letter++) {
      const child = next[row + letter]!;
      if (child === 0) next[row + letter] = next[fallRow + letter]!;
      else {
        failure[child] = next[fallRow + letter]!;
        order.push(child);
      }
    }
  }
  return order;
}

/** Gives the states in which no string ends the first numbers, by depth: a walk is mostly in few, neighbouring rows. */
function renumber(
  trie: Uint32Array,
  letters: number,
  byBreadth: readonly number[],
  ends: readonly (readonly number[] | undefined)[],
): Pick<StringAutomaton, 'next' | 'firstEnd' | 'ends'> {
  const open = byBreadth.filter((state) => ends[state] === undefined);
  const order = [...open, ...byBreadth.filter((state) => ends[state] !== undefined)];
  const numberOf = new Uint32Array(order.length);
  order.forEach((state, number) => {
    numberOf[state] = number;
  });
  const size = order.length * letters;
  const next = order.length <= 0x10000 ? new Uint16Array(size) : new Uint32Array(size);
  order.forEach((state, number) => {
    const from = state * letters;
    const to = number * letters;
    for (let letter = 1; letter < letters; letter++) next[to + letter] = numberOf[trie[from + letter]!]!;
  });
  return { next, firstEnd: open.length, ends: order.slice(open.length).map((state) => ends[state]!) };
}
