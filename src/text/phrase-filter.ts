// Which of many strings occur in a text, in one walk (Aho–Corasick automaton as one table). Internal to phrase.ts.

export interface StringFilter {
  /** The owners of all strings that occur in the text, each once, in no particular order. */
  find(text: string): readonly number[];
}

const none: readonly number[] = [];

/** @param owned strings with the number of their owner, below `owners`; one string may have several. */
export function buildFilter(
  owned: readonly { readonly text: string; readonly owner: number }[],
  owners: number,
): StringFilter {
  const letterOf = new Uint16Array(65536); // 0 = in none of the strings
  let letters = 1;
  let size = 1;
  for (const { text } of owned) {
    size += text.length;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (letterOf[c] === 0) letterOf[c] = letters++;
    }
  }
  const next = new Int32Array(size * letters);
  const ends: (number[] | undefined)[] = [undefined];
  let states = 1;
  for (const { text, owner } of owned) {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const edge = state * letters + letterOf[text.charCodeAt(i)]!;
      if (next[edge] === 0) next[edge] = states++;
      state = next[edge]!;
    }
    ends[state] ??= [];
    ends[state]!.push(owner);
  }
  linkFailures(next, letters, states, ends);
  const seen = new Uint32Array(owners); // number of the call that last saw the owner
  let call = 0;
  return {
    find(text) {
      call = (call + 1) >>> 0 || 1;
      let found = none;
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        state = next[state * letters + letterOf[text.charCodeAt(i)]!]!;
        const here = ends[state];
        if (here === undefined) continue;
        for (let k = 0; k < here.length; k++) {
          const owner = here[k]!;
          if (seen[owner] === call) continue;
          seen[owner] = call;
          if (found === none) found = [];
          (found as number[]).push(owner);
        }
      }
      return found;
    },
  };
}

/** Completes the trie to an automaton: breadth first, every missing edge goes where the longest proper suffix would. */
function linkFailures(next: Int32Array, letters: number, states: number, ends: (number[] | undefined)[]): void {
  const failure = new Int32Array(states);
  const queue: number[] = [];
  for (let letter = 1; letter < letters; letter++) if (next[letter] !== 0) queue.push(next[letter]!);
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    const fall = failure[state]!;
    const inherited = ends[fall];
    if (inherited !== undefined) ends[state] = [...new Set([...(ends[state] ?? []), ...inherited])];
    for (let letter = 1; letter < letters; letter++) {
      const edge = state * letters + letter;
      const child = next[edge]!;
      if (child === 0) next[edge] = next[fall * letters + letter]!;
      else {
        failure[child] = next[fall * letters + letter]!;
        queue.push(child);
      }
    }
  }
}
