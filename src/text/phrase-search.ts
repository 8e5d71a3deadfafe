// Looks one phrase up in one form of a text. Linear: a phrase's expression is bounded (phrase-syntax.ts). Internal to text/.

import { type PhraseSyntax, phraseSource } from './phrase-syntax.ts';
import { type EdgedText, endEdges, startEdges } from './text-edges.ts';
import { charClass, consonant, digit, latin, leadingVowel } from './thai-letters.ts';

/** What the search has to know of a phrase. */
export interface Searchable {
  readonly syntax: PhraseSyntax;
  /** Most characters a match has. */
  readonly longest: number;
  /** Made when first needed. */
  expression: RegExp | undefined;
  skeletonExpression: RegExp | undefined;
}

/** More than what text-edges.ts takes off both ends of any real text. */
const longestEdges = 240;

/** Reports every match; of a phrase held to an edge the first that fits. */
export function searchPhrase(
  phrase: Searchable,
  ofSkeleton: boolean,
  form: EdgedText,
  report: (start: number, end: number) => void,
): void {
  const { atStart, atEnd } = phrase.syntax;
  const { text } = form;
  if (atStart && atEnd && text.length > phrase.longest + longestEdges) return;
  const expression = expressionOf(phrase, ofSkeleton);
  if (!atStart && !atEnd) {
    searchFrom(expression, text, 0, (start, end) => {
      report(start, end);
      return false;
    });
    return;
  }
  if (atStart) form.starts ??= startEdges(text);
  if (atEnd) form.ends ??= endEdges(text);
  const once = (start: number, end: number): boolean => {
    report(start, end);
    return true;
  };
  for (const end of atEnd ? form.ends! : [text.length]) {
    const upTo = end === text.length ? text : text.slice(0, end);
    for (const start of atStart ? form.starts! : [Math.max(0, end - phrase.longest)])
      if (searchFrom(expression, upTo, start, once)) return;
  }
}

function expressionOf(phrase: Searchable, ofSkeleton: boolean): RegExp {
  const { root, atStart, atEnd } = phrase.syntax;
  const key = ofSkeleton ? 'skeletonExpression' : 'expression';
  phrase[key] ??= new RegExp(phraseSource(root, ofSkeleton) + (atEnd ? '$' : ''), atStart ? 'y' : 'g');
  return phrase[key];
}

/** @param report returns true to stop, as does this. */
function searchFrom(
  expression: RegExp,
  text: string,
  from: number,
  report: (start: number, end: number) => boolean,
): boolean {
  expression.lastIndex = from;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    if (beginsWhole(text, match.index)) {
      if (report(match.index, match.index + match[0].length)) return true;
    } else if (expression.sticky) return false;
    else expression.lastIndex = match.index + 1;
  }
  return false;
}

/** A match does not begin inside a Latin word, a number or a Thai letter cluster. */
function beginsWhole(text: string, at: number): boolean {
  if (at === 0) return true;
  const k = charClass[text.charCodeAt(at)];
  const before = charClass[text.charCodeAt(at - 1)];
  if (k === latin || k === digit) return before !== k;
  return !(k === consonant && before === leadingVowel);
}
