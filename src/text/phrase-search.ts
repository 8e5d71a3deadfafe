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

/** Start and end of every match, one after the other; of a phrase held to an edge the first that fits. */
export function searchPhrase(phrase: Searchable, ofSkeleton: boolean, form: EdgedText): readonly number[] {
  const { atStart, atEnd } = phrase.syntax;
  const { text } = form;
  if (atStart && atEnd && text.length > phrase.longest + longestEdges) return none;
  const expression = expressionOf(phrase, ofSkeleton);
  if (!atStart && !atEnd) return searchFrom(expression, text, 0, false);
  if (atStart) form.starts ??= startEdges(text);
  if (atEnd) form.ends ??= endEdges(text);
  for (const end of atEnd ? form.ends! : [text.length]) {
    const upTo = end === text.length ? text : text.slice(0, end);
    for (const start of atStart ? form.starts! : [Math.max(0, end - phrase.longest)]) {
      const found = searchFrom(expression, upTo, start, true);
      if (found.length > 0) return found;
    }
  }
  return none;
}

const none: readonly number[] = [];

function expressionOf(phrase: Searchable, ofSkeleton: boolean): RegExp {
  const { root, atStart, atEnd } = phrase.syntax;
  const key = ofSkeleton ? 'skeletonExpression' : 'expression';
  phrase[key] ??= new RegExp(phraseSource(root, ofSkeleton) + (atEnd ? '$' : ''), atStart ? 'y' : 'g');
  return phrase[key];
}

/** @param once the first match is all that is asked for. */
function searchFrom(expression: RegExp, text: string, from: number, once: boolean): readonly number[] {
  let spans: number[] | undefined;
  expression.lastIndex = from;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    if (beginsWhole(text, match.index)) {
      const end = match.index + match[0].length;
      if (once) return [match.index, end];
      if (spans === undefined) spans = [match.index, end];
      else spans.push(match.index, end);
    } else if (expression.sticky) break;
    else expression.lastIndex = match.index + 1;
  }
  return spans ?? none;
}

/** A match does not begin inside a Latin word, a number or a Thai letter cluster. */
function beginsWhole(text: string, at: number): boolean {
  if (at === 0) return true;
  const k = charClass[text.charCodeAt(at)];
  const before = charClass[text.charCodeAt(at - 1)];
  if (k === latin || k === digit) return before !== k;
  return !(k === consonant && before === leadingVowel);
}
