// The strings of many sets of phrases together: one walk over a text, in both its forms at once, tells which sets and phrases
// could match there. Pure in effect: what was found is kept with the text and only saves work. Internal to text/.

import type { NormalText } from './normal.ts';
import { type PhraseSyntax, toSkeleton } from './phrase-syntax.ts';
import { requiredStrings } from './required-strings.ts';
import { buildAutomaton, type StringAutomaton } from './string-automaton.ts';
import { isMark, saraAa, saraAm } from './thai-letters.ts';

/** What the index has to know of a phrase. */
export interface Indexable {
  readonly syntax: PhraseSyntax;
  /** Whether it may be looked up in the skeleton at all. */
  readonly inSkeleton: boolean;
}

/** Sets can join until the first text is looked at. */
export interface PhraseIndex {
  /** Texts remember what a shared index found in them. */
  readonly shared: boolean;
  readonly sets: (readonly Indexable[])[];
  tables: Tables | undefined;
}

export const newPhraseIndex = (shared = false): PhraseIndex => ({ shared, sets: [], tables: undefined });

/** Gives the set's number in the index. */
export function joinIndex(index: PhraseIndex, phrases: readonly Indexable[]): number {
  if (index.tables !== undefined) throw new Error('a set cannot join an index that was used');
  return index.sets.push(phrases) - 1;
}

interface Tables {
  readonly match: FormTables;
  readonly skeleton: FormTables;
  /** Sets with phrases that need nothing, a bit each. */
  readonly always: readonly number[];
  readonly setWords: number;
}

interface FormTables {
  readonly automaton: StringAutomaton;
  readonly letterOf: Uint16Array;
  /** By string: the sets it means something to, a bit each, in `setWords` words. */
  readonly setsOf: Int32Array;
  readonly sets: readonly FormSet[];
  /** By string: number of the look that last saw it. */
  readonly seen: Uint32Array;
  look: number;
  /** The first `count` were seen in this look. */
  readonly strings: number[];
  count: number;
  /** The list that `seen` stands for at present. */
  marked: readonly number[];
}

/** Phrases by their number in the set. */
interface FormSet {
  /** By string: the phrases that are thought of when it occurs. */
  readonly keys: ReadonlyMap<number, readonly number[]>;
  /** Of each phrase: groups of strings, of each of which one must occur as well. */
  readonly needs: readonly (readonly (readonly number[])[])[];
  /** Phrases that need nothing. */
  readonly always: readonly number[];
}

/** What an index found in a text. */
export interface FoundStrings {
  readonly index: PhraseIndex;
  /** Numbers of the strings, in both forms. */
  readonly match: readonly number[];
  readonly skeleton: readonly number[];
  /** Sets of which a phrase may be there, a bit each. */
  readonly sets: readonly number[];
  /** What came of sets that were looked up. */
  results: SetResult | undefined;
  /** In the same text, of another index. */
  readonly next: FoundStrings | undefined;
}

/** Matches of a set, by its number. */
interface SetResult {
  readonly set: number;
  readonly matches: readonly unknown[];
  readonly next: SetResult | undefined;
}

/** Numbers of phrases, ascending. */
interface PossiblePhrases {
  readonly match: readonly number[];
  readonly skeleton: readonly number[];
}

/**
 * The matches of a set: `match` is asked at most once for a text and a shared index, and only with phrases that could match
 * somewhere in it.
 */
export function matchesOf(
  index: PhraseIndex,
  set: number,
  n: NormalText,
  match: (possible: PossiblePhrases) => readonly unknown[],
): readonly unknown[] {
  index.tables ??= buildTables(index.sets);
  let found = n.found;
  while (found !== undefined && found.index !== index) found = found.next;
  if (found === undefined) {
    found = lookFor(index, index.tables, n);
    if (index.shared) n.found = found;
  }
  if ((found.sets[set >>> 5]! & (1 << (set & 31))) === 0) return none;
  for (let known = found.results; known !== undefined; known = known.next) if (known.set === set) return known.matches;
  const matches = match({
    match: phrasesOf(index.tables.match, set, found.match),
    skeleton: phrasesOf(index.tables.skeleton, set, found.skeleton),
  });
  found.results = { set, matches, next: found.results };
  return matches;
}

function lookFor(index: PhraseIndex, { match, skeleton, always, setWords }: Tables, n: NormalText): FoundStrings {
  const { text } = n;
  const { next: nextA, letters: lettersA, mask: maskA, longestEnd: endA, shorterEnd: shorterA } = match.automaton;
  const { next: nextB, letters: lettersB, mask: maskB, longestEnd: endB, shorterEnd: shorterB } = skeleton.automaton;
  const { letterOf: letterOfA } = match;
  const { letterOf: letterOfB } = skeleton;
  begin(match);
  begin(skeleton);
  let stateA = 0;
  let stateB = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    stateA = nextA[stateA * lettersA + letterOfA[c]!]!;
    if (stateA > maskA) {
      stateA &= maskA;
      note(match, endA[stateA]!, shorterA);
    }
    stateB = nextB[stateB * lettersB + letterOfB[c]!]!;
    if (stateB > maskB) {
      stateB &= maskB;
      note(skeleton, endB[stateB]!, shorterB);
    }
  }
  const sets = always.slice();
  addSets(match, setWords, sets);
  addSets(skeleton, setWords, sets);
  return { index, match: seenNow(match), skeleton: seenNow(skeleton), sets, results: undefined, next: n.found };
}

function begin(form: FormTables): void {
  if (form.look === 0xffffffff) {
    form.look = 0;
    form.seen.fill(0);
  }
  form.look++;
  form.count = 0;
  form.marked = none;
}

function note(form: FormTables, end: number, shorterEnd: Uint32Array): void {
  for (let e = end; e !== 0; e = shorterEnd[e - 1]!) {
    if (form.seen[e - 1] === form.look) return; // and with it all that it ends with
    form.seen[e - 1] = form.look;
    form.strings[form.count++] = e - 1;
  }
}

const seenNow = ({ strings, count }: FormTables): readonly number[] => (count === 0 ? none : strings.slice(0, count));

function addSets({ strings, count, setsOf }: FormTables, setWords: number, sets: number[]): void {
  for (let word = 0; word < setWords; word++) {
    let bits = 0;
    for (let k = 0; k < count; k++) bits |= setsOf[strings[k]! * setWords + word]!;
    sets[word]! |= bits;
  }
}

const none: readonly number[] = [];

function phrasesOf(form: FormTables, set: number, strings: readonly number[]): readonly number[] {
  const { keys, needs, always } = form.sets[set]!;
  if (keys.size === 0) return always;
  let possible: number[] | undefined;
  for (const string of strings) {
    const phrases = keys.get(string);
    if (phrases === undefined) continue;
    possible ??= [...always];
    for (let k = 0; k < phrases.length; k++) {
      const phrase = phrases[k]!;
      if (!possible.includes(phrase) && allSeen(form, needs[phrase]!, strings)) insert(possible, phrase);
    }
  }
  return possible ?? always;
}

/** Into numbers that ascend; a few, so that sorting them would cost more. */
function insert(numbers: number[], number: number): void {
  let at = numbers.length;
  for (; at > 0 && numbers[at - 1]! > number; at--) numbers[at] = numbers[at - 1]!;
  numbers[at] = number;
}

function allSeen(form: FormTables, groups: readonly (readonly number[])[], strings: readonly number[]): boolean {
  if (groups.length === 0) return true;
  if (form.marked !== strings) {
    begin(form);
    for (const string of strings) form.seen[string] = form.look;
    form.marked = strings;
  }
  return groups.every((group) => group.some((string) => form.seen[string] === form.look));
}

function buildTables(sets: PhraseIndex['sets']): Tables {
  const match = buildForm(
    sets.map((phrases) => phrases.map(({ syntax }) => requiredStrings(syntax.root))),
    false,
  );
  const skeleton = buildForm(
    sets.map((phrases) =>
      phrases.map(({ syntax, inSkeleton }) =>
        inSkeleton ? requiredStrings(syntax.root).map((strings) => strings.map(toSkeleton)) : undefined,
      ),
    ),
    true,
  );
  const always = bitsFor(sets.length);
  for (let set = 0; set < sets.length; set++)
    if (match.sets[set]!.always.length > 0 || skeleton.sets[set]!.always.length > 0) setBit(always, set);
  return { match, skeleton, always, setWords: always.length };
}

const bitsFor = (sets: number): number[] => new Array<number>((sets + 31) >>> 5).fill(0);

function setBit(bits: number[], at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31);
}

/** Of a phrase: groups of strings, of each of which one must occur; undefined: it is not looked up in this form. */
type Required = readonly (readonly string[])[] | undefined;

function buildForm(required: readonly (readonly Required[])[], ofSkeleton: boolean): FormTables {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const sets = required.map((phrases): FormSet => {
    const keys = new Map<number, number[]>();
    const always: number[] = [];
    const needs = phrases.map((groups, phrase) => {
      if (groups === undefined) return [];
      // The most telling group first: it alone is waited for. Single letters tell too little to be asked for besides.
      const [key, ...others] = groups
        .filter((strings) => !strings.includes(''))
        .toSorted((x, y) => shortest(y) - shortest(x));
      if (key === undefined) always.push(phrase);
      for (const string of new Set(key?.map(numberOf))) keys.set(string, [...(keys.get(string) ?? []), phrase]);
      return others.filter((strings) => shortest(strings) > 3).map((strings) => strings.map(numberOf));
    });
    return { keys, needs, always: always.length === 0 ? none : always };
  });
  const automaton = buildAutomaton([...numbers.keys()]);
  const setWords = bitsFor(sets.length).length;
  const setsOf = new Int32Array(numbers.size * setWords);
  sets.forEach(({ keys }, set) => {
    for (const string of keys.keys()) setsOf[string * setWords + (set >>> 5)]! |= 1 << (set & 31);
  });
  return {
    automaton,
    letterOf: ofSkeleton ? passMarks(automaton) : automaton.letterOf,
    setsOf,
    sets,
    seen: new Uint32Array(numbers.size),
    look: 0,
    strings: Array.from(numbers, () => 0),
    count: 0,
    marked: none,
  };
}

const shortest = (strings: readonly string[]): number => Math.min(...strings.map((entry) => entry.length));

/** Reads a match form as its skeleton. */
function passMarks({ letterOf, passed }: StringAutomaton): Uint16Array {
  const table = letterOf.slice();
  for (let c = 0x0e00; c < 0x0e80; c++) if (isMark(c)) table[c] = passed;
  table[saraAm] = letterOf[saraAa]!;
  return table;
}
