// The same case as careless tools write it: another encoding of the same letters, lost marks, split words. Deterministic and
// pure. A reader understands each plainly, so the verdict must stay.
import type { PackCase } from './pack-cases.ts';

export const mutationIds = [
  'sara-am-decomposed',
  'nikhahit-lost',
  'thai-digits',
  'nikhahit-late',
  'spaced-marks',
  'entities',
  'split-spans',
  'zero-width',
  'wrong-letter',
  'upper-case',
  'lower-case',
] as const;
export type MutationId = (typeof mutationIds)[number];

interface Mutation {
  /** Of running text; in markup it is applied to what stands between tags, and to alt, title and aria-label. */
  readonly text?: (text: string) => string;
  /** Of what stands between tags only: it makes markup. */
  readonly markup?: (text: string) => string;
  /** Something is lost: matches may be of a lower grade, or wait for a person. */
  readonly damages: boolean;
}

const mark = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;

/** One row for every id. */
export const mutations: Readonly<Record<MutationId, Mutation>> = {
  /** As macOS and many converters to PDF write it. */
  'sara-am-decomposed': { text: (text) => text.replaceAll('\u0e33', '\u0e4d\u0e32'), damages: false },
  /** As old fonts and readers of PDF leave it (ประจาปี). */
  'nikhahit-lost': { text: (text) => text.replaceAll('\u0e33', '\u0e32'), damages: true },
  'thai-digits': {
    text: (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))),
    damages: false,
  },
  /** As readers of PDF set marks that were drawn apart (ปฏ ิบัติ). */
  'spaced-marks': { text: (text) => everyNth(text, 5), damages: true },
  /** As e-books made of PDF write it (ดาํ เนินงาน): the ring behind the vowel, with a space. */
  'nikhahit-late': {
    text: (text) => text.replace(/\u0e33(?=[\u0e01-\u0e2e\u0e40-\u0e44])/g, '\u0e32\u0e4d '),
    damages: true,
  },
  entities: {
    markup: (text) => text.replace(/[\u0e00-\u0e7f]/g, (letter) => `&#${letter.codePointAt(0)};`),
    damages: false,
  },
  /** As editors leave a word that was corrected in its middle. */
  'split-spans': {
    markup: (text) =>
      text.replace(/[\u0e00-\u0e7f]{6,}/g, (word) => {
        const at = splitAt(word);
        return at === undefined ? word : `${word.slice(0, at)}<span style="color:#333">${word.slice(at)}</span>`;
      }),
    damages: false,
  },
  /** As web editors mark places where a line may break. */
  'zero-width': {
    text: (text) => text.replace(/[\u0e01-\u0e4e]{4}(?<![\u0e40-\u0e44])(?=[\u0e01-\u0e2e])/g, '$&\u200b'),
    damages: false,
  },
  /** The commonest misspelling of all (ปฎิบัติ). */
  'wrong-letter': { text: (text) => text.replaceAll('ฏ', 'ฎ'), damages: true },
  'upper-case': { text: (text) => text.toUpperCase(), damages: false },
  'lower-case': { text: (text) => text.toLowerCase(), damages: false },
};

/** A space before every nth mark. */
function everyNth(text: string, n: number): string {
  let seen = 0;
  let spaced = '';
  for (const letter of text) spaced += mark.test(letter) && ++seen % n === 0 ? ` ${letter}` : letter;
  return spaced;
}

/** Near the middle of a word, between letters that a reader sees. */
function splitAt(word: string): number | undefined {
  for (let at = Math.floor(word.length / 2); at < word.length; at++)
    if (!mark.test(word[at]!) && !/[\u0e30\u0e32\u0e33\u0e45]/.test(word[at]!)) return at;
  return undefined;
}

/** The case under a mutation, or undefined where it changes nothing. What is expected of it stays as it was. */
export function mutateCase(test: PackCase, id: MutationId): PackCase | undefined {
  const { text, markup } = mutations[id];
  let changed = false;
  const pages = test.pages.map((page) => {
    const mutated = {
      ...page,
      ...(page.html === undefined ? {} : { html: mutateHtml(page.html, text, markup) }),
      ...(page.document === undefined || text === undefined ? {} : { document: mutateDocument(page.document, text) }),
    };
    if (mutated.html !== page.html || mutated.document !== page.document) changed = true;
    return mutated;
  });
  return changed ? { ...test, pages } : undefined;
}

/** Tags, comments, scripts and character references are left alone, words in attributes that a reader sees are not. */
function mutateHtml(html: string, text: Mutation['text'], markup: Mutation['markup']): string {
  const pieces = html.split(/(<script\b.*?<\/script>|<style\b.*?<\/style>|<!--.*?-->|<[^>]*>|&[#\w]+;)/is);
  return pieces
    .map((piece, at) => {
      const between = at % 2 === 0;
      if (between) return (text ?? markup)!(piece);
      return text === undefined ? piece : mutateAttributes(piece, text);
    })
    .join('');
}

function mutateAttributes(tag: string, text: (text: string) => string): string {
  if (!/^<[a-z]/i.test(tag) || /^<(?:script|style)\b/i.test(tag)) return tag;
  return tag.replace(
    /(\s(?:alt|title|aria-label)=)("[^"]*"|'[^']*')/gi,
    (_, name: string, value: string) => `${name}${value[0]}${text(value.slice(1, -1))}${value[0]}`,
  );
}

/** Marks of the simple text form (`--- page 2`) stay. */
function mutateDocument(document: string, text: (text: string) => string): string {
  return document
    .split('\n')
    .map((line) => (/^\s*--- page \d+\s*$/.test(line) ? line : text(line)))
    .join('\n');
}
