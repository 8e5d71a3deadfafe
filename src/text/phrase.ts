// Finds many phrases of the rule packs in a text: first in the match form, then, for long phrases that found nothing, in
// the consonant skeleton. Pure; spans lead back to the original text.

import { masked as maskCode, type NormalText, skeletonLetters, skeletonOf, sourceSpan } from './normal.ts';
import { buildFilter, type StringFilter } from './phrase-filter.ts';
import {
  fewestSkeletonLetters,
  hasGap,
  type PhraseSyntax,
  parsePhrase,
  phraseSource,
  requiredStrings,
  toSkeleton,
} from './phrase-syntax.ts';
import { endEdges, startEdges } from './text-edges.ts';

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
  readonly required: readonly string[];
  /** Fewest letters of its own words in the skeleton. */
  readonly letters: number;
  readonly gap: boolean;
}

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
      };
    }),
  };
}

/** All matches, by position, the longest first where several begin at one place. Matches of one phrase never overlap. */
export function findPhrases<T>(set: PhraseSet<T>, n: NormalText): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  if (set.phrases.length === 0 || n.text === '') return matches;
  const machine = machineOf(set);
  const found = new Set<number>();
  search(machine, n.text, false, (index, start, end) => {
    found.add(index);
    matches.push(matchOf(set.phrases[index]!, n, start, end, false));
  });
  const { text, places } = skeletonOf(n);
  search(machine, text, true, (index, start, end) => {
    if (found.has(index)) return;
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
  return { text: { ...n, text: text + n.text.slice(done) }, masked: kept };
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

/** One form's filter and expressions, made when first needed. */
interface Form {
  readonly filter: StringFilter;
  readonly expressions: (RegExp | undefined)[];
  /** Phrases to look up in this form. */
  readonly eligible: readonly boolean[];
}

interface Machine {
  readonly phrases: readonly CompiledPhrase<unknown>[];
  readonly forms: [Form | undefined, Form | undefined];
}

const machines = new WeakMap<PhraseSet<unknown>, Machine>();

function machineOf(set: PhraseSet<unknown>): Machine {
  let machine = machines.get(set);
  if (machine === undefined) {
    machine = { phrases: set.phrases, forms: [undefined, undefined] };
    machines.set(set, machine);
  }
  return machine;
}

function formOf(machine: Machine, ofSkeleton: boolean): Form {
  const known = machine.forms[ofSkeleton ? 1 : 0];
  if (known !== undefined) return known;
  const { phrases } = machine;
  const owned = phrases.flatMap(({ required }, owner) =>
    required.map((text) => ({ text: ofSkeleton ? toSkeleton(text) : text, owner })),
  );
  const form: Form = {
    filter: buildFilter(owned, phrases.length),
    expressions: [],
    eligible: phrases.map((phrase) => !ofSkeleton || phrase.letters >= fewestLetters || !phrase.gap),
  };
  machine.forms[ofSkeleton ? 1 : 0] = form;
  return form;
}

function search(
  machine: Machine,
  text: string,
  ofSkeleton: boolean,
  report: (index: number, start: number, end: number) => void,
): void {
  const form = formOf(machine, ofSkeleton);
  const possible = form.filter.find(text);
  let starts: readonly number[] | undefined;
  let ends: readonly number[] | undefined;
  for (let index = 0; index < machine.phrases.length; index++) {
    const { syntax, required } = machine.phrases[index]!;
    if (!form.eligible[index] || (required.length > 0 && possible[index] === 0)) continue;
    const { atStart, atEnd, root } = syntax;
    let expression = form.expressions[index];
    if (expression === undefined) {
      expression = new RegExp(phraseSource(root, ofSkeleton) + (atEnd ? '$' : ''), atStart ? 'y' : 'g');
      form.expressions[index] = expression;
    }
    if (atStart) starts ??= startEdges(text);
    if (atEnd) ends ??= endEdges(text);
    searchOne(expression, text, atStart ? starts! : undefined, atEnd ? ends! : undefined, (start, end) =>
      report(index, start, end),
    );
  }
}

/** Without edges every match counts; with edges the first that fits them. */
function searchOne(
  expression: RegExp,
  text: string,
  starts: readonly number[] | undefined,
  ends: readonly number[] | undefined,
  report: (start: number, end: number) => void,
): void {
  for (const end of ends ?? [text.length]) {
    const upTo = end === text.length ? text : text.slice(0, end);
    for (const start of starts ?? [0]) {
      expression.lastIndex = start;
      for (let match = expression.exec(upTo); match !== null; match = expression.exec(upTo)) {
        report(match.index, match.index + match[0].length);
        if (starts !== undefined || ends !== undefined) return;
      }
    }
  }
}
