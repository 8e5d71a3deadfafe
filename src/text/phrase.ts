// Finds many phrases of the rule packs in a text: first in the match form, then, for long phrases that found nothing, in
// the consonant skeleton. Pure; spans lead back to the original text.

import { masked as maskCode } from './fold.ts';
import { NormalText, skeletonLetters, skeletonOf, sourceSpan } from './normal.ts';
import { buildFilter, type StringFilter } from './phrase-filter.ts';
import {
  fewestSkeletonLetters,
  hasGap,
  longest,
  type PhraseSyntax,
  parsePhrase,
  phraseSource,
  requiredStrings,
  toSkeleton,
} from './phrase-syntax.ts';
import { endEdges, startEdges } from './text-edges.ts';
import { charClass, consonant, digit, latin, leadingVowel } from './thai-letters.ts';

export interface PhraseMatch<T> {
  readonly value: T;
  /** The phrase as written in the pack. */
  readonly phrase: string;
  /** Span in the match form (`NormalText.text`). */
  readonly start: number;
  readonly end: number;
  /** Span in the original text. */
  readonly from: number;
  readonly to: number;
  /** Only the skeleton pass found it: the text is damaged there, or the words are no more than alike. */
  readonly damaged: boolean;
}

/** Phrases ready to be looked up. Opaque: made by compilePhrases. */
export interface PhraseSet<T> {
  readonly phrases: readonly CompiledPhrase<T>[];
}

interface CompiledPhrase<T> {
  readonly value: T;
  readonly phrase: string;
  readonly syntax: PhraseSyntax;
  /** Of each group one string must occur. */
  readonly required: readonly (readonly string[])[];
  /** Fewest letters of its own words in the skeleton. */
  readonly letters: number;
  readonly gap: boolean;
  /** Most characters a match has. */
  readonly longest: number;
}

/** More than what text-edges.ts takes off both ends of any real text. */
const longestEdges = 240;
/** Shorter than this, unrelated words have equal skeletons (thai.md 3.4). */
const fewestLetters = 8;

/** @throws Error naming the phrase and the character where a phrase is malformed. */
export function compilePhrases<T>(entries: readonly { readonly phrase: string; readonly value: T }[]): PhraseSet<T> {
  return {
    phrases: entries.map(({ phrase, value }) => {
      const syntax = parsePhrase(phrase);
      return {
        value,
        phrase,
        syntax,
        required: requiredStrings(syntax.root),
        letters: fewestSkeletonLetters(syntax.root),
        gap: hasGap(syntax.root),
        longest: longest(syntax.root),
      };
    }),
  };
}

/** All matches, by position, the longest first where several begin at one place. Matches of one phrase never overlap. */
export function findPhrases<T>(set: PhraseSet<T>, n: NormalText): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  if (set.phrases.length === 0 || n.text === '') return matches;
  const found = new Set<number>();
  search(set, n.text, false, found, (index, start, end) => {
    found.add(index);
    matches.push(matchOf(set.phrases[index]!, n, start, end, false));
  });
  const { text, places } = skeletonOf(n);
  search(set, text, true, new Set(found), (index, start, end) => {
    const phrase = set.phrases[index]!;
    if (phrase.letters < fewestLetters) {
      // A gap's letters say nothing; otherwise what matched may be one of the longer alternatives.
      if (phrase.gap || skeletonLetters(text.slice(start, end)) < fewestLetters) return;
    }
    matches.push(matchOf(phrase, n, places[start]!, places[end]!, true));
  });
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Masks every match, the longest first: its characters become U+0001 in the match form (offsets stay), so that no phrase,
 * gap or joint sees them any more. Matches that overlap a longer one are left out.
 */
export function maskPhrases<T>(set: PhraseSet<T>, n: NormalText): { text: NormalText; masked: PhraseMatch<T>[] } {
  const matches = findPhrases(set, n);
  if (matches.length === 0) return { text: n, masked: [] };
  const codes = new Uint8Array(n.text.length);
  const kept: PhraseMatch<T>[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (codes.subarray(match.start, match.end).includes(1)) continue;
    codes.fill(1, match.start, match.end);
    kept.push(match);
  }
  kept.sort((a, b) => a.start - b.start);
  let text = '';
  let done = 0;
  for (const { start, end } of kept) {
    text += n.text.slice(done, start) + String.fromCharCode(maskCode).repeat(end - start);
    done = end;
  }
  return { text: new NormalText(n.original, text + n.text.slice(done), n.damage, n.offsets), masked: kept };
}

function matchOf<T>(
  { value, phrase }: CompiledPhrase<T>,
  n: NormalText,
  start: number,
  end: number,
  damaged: boolean,
): PhraseMatch<T> {
  const [from, to] = sourceSpan(n, start, end);
  return { value, phrase, start, end, from, to, damaged };
}

/** What looks phrases up in one form of a text; made when first needed. */
interface Form {
  readonly filter: StringFilter;
  /** Owner number in the filter (a group of strings) → the phrase that needs it. */
  readonly phraseOfGroup: readonly number[];
  /** Groups each phrase needs, all of them. */
  readonly needed: readonly number[];
  /** Phrases that need nothing and are always tried. */
  readonly always: readonly number[];
  readonly expressions: (RegExp | undefined)[];
}

type Forms = { match?: Form; skeleton?: Form };

const formsOf = new WeakMap<PhraseSet<unknown>, Forms>();

function formOf(set: PhraseSet<unknown>, ofSkeleton: boolean): Form {
  let forms = formsOf.get(set);
  if (forms === undefined) {
    forms = {};
    formsOf.set(set, forms);
  }
  const key = ofSkeleton ? 'skeleton' : 'match';
  forms[key] ??= buildForm(set, ofSkeleton);
  return forms[key];
}

function buildForm({ phrases }: PhraseSet<unknown>, ofSkeleton: boolean): Form {
  const phraseOfGroup: number[] = [];
  const owned: { text: string; owner: number }[] = [];
  const needed: number[] = [];
  const always: number[] = [];
  phrases.forEach((phrase, index) => {
    needed[index] = 0;
    // In the skeleton short phrases collide, and a gap's letters say nothing.
    if (ofSkeleton && phrase.letters < fewestLetters && phrase.gap) return;
    for (const strings of phrase.required) {
      const forms = ofSkeleton ? strings.map(toSkeleton) : strings;
      if (forms.includes('')) continue;
      for (const text of forms) owned.push({ text, owner: phraseOfGroup.length });
      phraseOfGroup.push(index);
      needed[index]!++;
    }
    if (needed[index] === 0) always.push(index);
  });
  return { filter: buildFilter(owned, phraseOfGroup.length), phraseOfGroup, needed, always, expressions: [] };
}

/** Phrases that could match, ascending. */
function candidates(form: Form, text: string): readonly number[] {
  const groups = form.filter.find(text);
  if (groups.length === 0) return form.always;
  const counts = new Map<number, number>();
  const possible = [...form.always];
  for (const group of groups) {
    const phrase = form.phraseOfGroup[group]!;
    const count = (counts.get(phrase) ?? 0) + 1;
    counts.set(phrase, count);
    if (count === form.needed[phrase]) possible.push(phrase);
  }
  return possible.sort((a, b) => a - b);
}

function search(
  set: PhraseSet<unknown>,
  text: string,
  ofSkeleton: boolean,
  skip: ReadonlySet<number>,
  report: (index: number, start: number, end: number) => void,
): void {
  const form = formOf(set, ofSkeleton);
  let starts: readonly number[] | undefined;
  let ends: readonly number[] | undefined;
  for (const index of candidates(form, text)) {
    if (skip.has(index)) continue;
    const phrase = set.phrases[index]!;
    const { atStart, atEnd, root } = phrase.syntax;
    if (atStart && atEnd && text.length > phrase.longest + longestEdges) continue;
    let expression = form.expressions[index];
    if (expression === undefined) {
      expression = new RegExp(phraseSource(root, ofSkeleton) + (atEnd ? '$' : ''), atStart ? 'y' : 'g');
      form.expressions[index] = expression;
    }
    if (atStart) starts ??= startEdges(text);
    if (atEnd) ends ??= endEdges(text);
    const edges = { starts: atStart ? starts : undefined, ends: atEnd ? ends : undefined };
    searchOne(expression, text, phrase.longest, edges, (start, end) => report(index, start, end));
  }
}

/** A match does not begin inside a Latin word, a number or a Thai letter cluster. */
function beginsWhole(text: string, at: number): boolean {
  if (at === 0) return true;
  const k = charClass[text.charCodeAt(at)];
  const before = charClass[text.charCodeAt(at - 1)];
  if (k === latin || k === digit) return before !== k;
  return !(k === consonant && before === leadingVowel);
}

interface Edges {
  readonly starts: readonly number[] | undefined;
  readonly ends: readonly number[] | undefined;
}

/** Without edges every match counts; with edges the first that fits them. */
function searchOne(
  expression: RegExp,
  text: string,
  longestMatch: number,
  { starts, ends }: Edges,
  report: (start: number, end: number) => void,
): void {
  for (const end of ends ?? [text.length]) {
    const upTo = end === text.length ? text : text.slice(0, end);
    for (const start of starts ?? [ends === undefined ? 0 : Math.max(0, end - longestMatch)]) {
      expression.lastIndex = start;
      for (let match = expression.exec(upTo); match !== null; match = expression.exec(upTo)) {
        if (!beginsWhole(upTo, match.index)) {
          if (expression.sticky) break;
          expression.lastIndex = match.index + 1;
          continue;
        }
        report(match.index, match.index + match[0].length);
        if (starts !== undefined || ends !== undefined) return;
      }
    }
  }
}
