// The phrase mini-language of the rule packs: parsing, and its regular expressions over the match form. Linear by
// construction: gaps are bounded and few, nothing repeats without a bound.
//
//   (x) optional · {a|b} alternatives · {n} count · {year} · {range} · … gap · ^ start · $ end · \x the character itself
//   White space in a phrase matches a light joint or nothing: space, ฯ, comma, quote, bracket, hyphen.

import { normalise, skeletonLetters } from './normal.ts';
import { charClass, isMark, saraAm, vowelMark } from './thai-letters.ts';
import { countSkeletonSource, countSource, rangeSource, yearSource } from './year-forms.ts';

export type PhraseNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sequence' | 'either'; readonly of: readonly PhraseNode[] }
  | { readonly kind: 'optional'; readonly of: readonly PhraseNode[] }
  | { readonly kind: 'joint' | 'gap' | 'count' | 'year' | 'range' };

export interface PhraseSyntax {
  readonly root: PhraseNode;
  /** `^`: only at the start of a text, after numbering and bullets. */
  readonly atStart: boolean;
  /** `$`: only at the end of a text, but for closing signs. */
  readonly atEnd: boolean;
}

/** Gaps multiply the work of a match, so a phrase may have only this many. */
const maxGaps = 3;

/** Parses a phrase. Throws an Error that names the position (1-based character) when it is malformed or could match nothing. */
export function parsePhrase(phrase: string): PhraseSyntax {
  const atStart = phrase.startsWith('^');
  const atEnd = phrase.endsWith('$') && !phrase.endsWith('\\$');
  const end = phrase.length - (atEnd ? 1 : 0);
  let at = atStart ? 1 : 0;
  const root = sequence('');
  if (at < end) fail(`unexpected "${phrase[at]}"`);
  if (shortest(root) === 0) fail('the phrase could match nothing', 0);
  if (gaps(root) > maxGaps) fail(`more than ${maxGaps} gaps`, 0);
  return { root, atStart, atEnd };

  function fail(problem: string, position = at): never {
    throw new Error(`${problem} at character ${position + 1} of the phrase "${phrase}"`);
  }

  /** Up to one of the closing characters, which is left unread. */
  function sequence(closing: string): PhraseNode {
    const of: PhraseNode[] = [];
    let text = '';
    const flush = (): void => {
      const form = text === '' ? '' : normalise(text).text;
      if (form !== '') of.push({ kind: 'text', text: form });
      text = '';
    };
    while (at < end) {
      const ch = phrase[at]!;
      if (closing.includes(ch)) break;
      if (ch === '\\' && at + 1 < end) {
        text += phrase[at + 1];
        at += 2;
        continue;
      }
      if (!/[\s…(){}|^$]/.test(ch)) {
        text += ch;
        at++;
        continue;
      }
      flush();
      if (ch === '(') of.push(group(')'));
      else if (ch === '{') of.push(placeholder() ?? group('}'));
      else if (ch === '…') {
        of.push({ kind: 'gap' });
        at++;
      } else if (/\s/.test(ch)) {
        of.push({ kind: 'joint' });
        at++;
      } else if (ch === ')' || ch === '}') fail(`"${ch}" without its opening bracket`);
      else fail(`"${ch}" has no meaning here (write \\${ch} for the character itself)`);
    }
    flush();
    return of.length === 1 ? of[0]! : { kind: 'sequence', of: tidyJoints(of) };
  }

  function placeholder(): PhraseNode | undefined {
    const name = /^\{(n|year|range)\}/.exec(phrase.slice(at, at + 8))?.[1];
    if (name === undefined) return undefined;
    at += name.length + 2;
    return { kind: name === 'n' ? 'count' : name === 'year' ? 'year' : 'range' };
  }

  function group(close: ')' | '}'): PhraseNode {
    const opened = at;
    at++;
    const of = [sequence(`|${close}`)];
    while (phrase[at] === '|' && at < end) {
      at++;
      of.push(sequence(`|${close}`));
    }
    if (at >= end || phrase[at] !== close) fail(`"${close === ')' ? '(' : '{'}" is never closed`, opened);
    at++;
    // The longest branch first, so that a match is as long as it can be.
    of.sort((a, b) => longest(b) - longest(a));
    if (close === ')') return { kind: 'optional', of };
    return of.some((node) => shortest(node) === 0)
      ? { kind: 'optional', of: of.filter(longest) }
      : { kind: 'either', of };
  }
}

/** One joint is enough, and none next to a gap or at an edge. */
function tidyJoints(of: readonly PhraseNode[]): PhraseNode[] {
  return of.filter((node, i) => {
    if (node.kind !== 'joint') return true;
    const next = of[i + 1];
    return i > 0 && next !== undefined && next.kind !== 'joint' && next.kind !== 'gap' && of[i - 1]!.kind !== 'gap';
  });
}

function shortest(node: PhraseNode): number {
  switch (node.kind) {
    case 'text':
      return node.text.length;
    case 'sequence':
      return node.of.reduce((sum, part) => sum + shortest(part), 0);
    case 'either':
      return Math.min(...node.of.map(shortest));
    case 'count':
      return 1;
    case 'year':
      return 2;
    case 'range':
      return 5;
    case 'optional':
    case 'joint':
    case 'gap':
      return 0;
  }
}

/** Most characters a match has. */
export function longest(node: PhraseNode): number {
  switch (node.kind) {
    case 'text':
      return node.text.length;
    case 'sequence':
      return node.of.reduce((sum, part) => sum + longest(part), 0);
    case 'either':
    case 'optional':
      return Math.max(0, ...node.of.map(longest));
    case 'count':
      return 3;
    case 'year':
      return 48;
    case 'range':
      return 64;
    case 'joint':
      return 2;
    case 'gap':
      return 40;
  }
}

function gaps(node: PhraseNode): number {
  if (node.kind === 'gap') return 1;
  if (node.kind === 'sequence') return node.of.reduce((sum, part) => sum + gaps(part), 0);
  return 'of' in node ? Math.max(0, ...node.of.map(gaps)) : 0;
}

export const hasGap = (node: PhraseNode): boolean => gaps(node) > 0;

/** Fewest skeleton letters a match of the phrase's own words has. */
export function fewestSkeletonLetters(node: PhraseNode): number {
  switch (node.kind) {
    case 'text':
      return skeletonLetters(node.text);
    case 'sequence':
      return node.of.reduce((sum, part) => sum + fewestSkeletonLetters(part), 0);
    case 'either':
      return Math.min(...node.of.map(fewestSkeletonLetters));
    default:
      return 0;
  }
}

/** Most skeleton letters a match of the phrase has, gap or not. */
export function mostSkeletonLetters(node: PhraseNode): number {
  switch (node.kind) {
    case 'text':
      return skeletonLetters(node.text);
    case 'sequence':
      return node.of.reduce((sum, part) => sum + mostSkeletonLetters(part), 0);
    case 'either':
    case 'optional':
      return Math.max(0, ...node.of.map(mostSkeletonLetters));
    case 'count':
      return 5; // สบเอด
    case 'joint':
      return 2; // ฯฯ
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/**
 * Vowel signs over or under the last letter that a match of the phrase's own words may have; nothing where its end is not its own
 * (a gap, a year).
 */
export function lastVowels(node: PhraseNode): ReadonlySet<number> | undefined {
  return ending(node)?.vowels;
}

interface Ending {
  readonly vowels: ReadonlySet<number>;
  /** It may match nothing: what stands before it then ends the match. */
  readonly empty: boolean;
}

function ending(node: PhraseNode): Ending | undefined {
  switch (node.kind) {
    case 'text': {
      const marks = /\p{M}*$/u.exec(node.text)![0];
      const vowel = [...marks].map((mark) => mark.charCodeAt(0)).find((code) => charClass[code] === vowelMark);
      return { vowels: new Set(vowel === undefined ? [] : [vowel]), empty: false };
    }
    case 'joint':
      return { vowels: new Set(), empty: true };
    case 'either':
    case 'optional': {
      const endings = node.of.map(ending);
      if (endings.includes(undefined)) return undefined;
      return {
        vowels: new Set(endings.flatMap((one) => [...one!.vowels])),
        empty: node.kind === 'optional' || endings.some((one) => one!.empty),
      };
    }
    case 'sequence': {
      const vowels = new Set<number>();
      for (const part of node.of.toReversed()) {
        const one = ending(part);
        if (one === undefined) return undefined;
        for (const vowel of one.vowels) vowels.add(vowel);
        if (!one.empty) return { vowels, empty: false };
      }
      return { vowels, empty: true };
    }
    default:
      return undefined;
  }
}

/** A joint never crosses a cell edge, a line end or a masked character. */
const joint = '[ ฯ"\',()_-]{0,2}';
const gap = '[^|\\n\\u0001]{0,40}?';
/** As long a stretch of text without its marks. */
const skeletonGap = '[^|\\n\\u0001]{0,32}?';
/** A match does not end inside a Latin word, a number or a Thai letter cluster; phrase.ts sees to its beginning. */
const endGuard = '(?!(?<=[a-z])[a-z])(?!(?<=\\d)\\d)(?![\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e])';

/** Regular-expression source over the match form, or over the skeleton. */
export function phraseSource(root: PhraseNode, ofSkeleton: boolean): string {
  return source(root, ofSkeleton) + endGuard;
}

function source(node: PhraseNode, ofSkeleton: boolean): string {
  switch (node.kind) {
    case 'text':
      return escapeText(ofSkeleton ? toSkeleton(node.text) : node.text);
    case 'sequence':
      return node.of.map((part) => source(part, ofSkeleton)).join('');
    case 'either':
      return `(?:${node.of.map((part) => source(part, ofSkeleton)).join('|')})`;
    case 'optional':
      return `(?:${node.of.map((part) => source(part, ofSkeleton)).join('|')})?`;
    case 'joint':
      return joint;
    case 'gap':
      return ofSkeleton ? skeletonGap : gap;
    case 'count':
      return ofSkeleton ? countSkeletonSource : countSource;
    case 'year':
      return ofSkeleton ? toSkeleton(yearSource) : yearSource;
    case 'range':
      return ofSkeleton ? toSkeleton(rangeSource) : rangeSource;
  }
}

/** Skeleton of a text already in match form (or of an expression over it). */
export function toSkeleton(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (!isMark(c)) out += c === saraAm ? 'า' : text[i];
  }
  return out;
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
