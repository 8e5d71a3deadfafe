// What every text that a phrase matches must hold, so that most phrases need not be looked up in most texts (phrase-index.ts).
// Internal to text/.
import type { PhraseNode } from './phrase-syntax.ts';

/** What any text the phrase matches must hold: of each group at least one string. [] when nothing is certain. */
export function requiredStrings(node: PhraseNode): readonly (readonly string[])[] {
  switch (node.kind) {
    case 'text':
      return [[node.text]];
    case 'sequence':
      return requiredInRow(node.of);
    case 'either': {
      // One group: of each branch its most telling group (a nested choice keeps all of its strings).
      const branches = node.of.map(
        (branch) => requiredStrings(branch).toSorted((x, y) => shortestOf(y) - shortestOf(x))[0],
      );
      const group = withoutLonger(branches.flatMap((strings) => strings ?? []));
      return group.length > 100 || branches.includes(undefined) ? [] : [group];
    }
    case 'year':
    case 'range':
      return [yearBeginnings];
    case 'count':
      return [counts];
    default:
      return [];
  }
}

/** Parts that stand side by side are looked for as one string: both alone are in many more texts. */
function requiredInRow(parts: readonly PhraseNode[]): readonly (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  /** All forms of the parts at hand; none at the beginning. */
  let row: readonly string[] = [];
  /** All that may stand after it. */
  let between: readonly string[] = [''];
  const end = (): void => {
    if (row.length > 0) groups.push(withoutLonger(row));
    row = [];
    between = [''];
  };
  for (const part of parts) {
    const forms = formsOf(part);
    if (forms === undefined) {
      end();
      groups.push(...requiredStrings(part));
    } else if (forms.includes('')) {
      if (between.length * forms.length > mostForms) end();
      else between = joined(between, forms);
    } else {
      const tooMany = row.length * between.length * forms.length > mostForms;
      if (tooMany || shortestOf(row) >= tellingLength) end();
      row = row.length === 0 ? forms : joined(joined(row, between), forms);
      between = [''];
    }
  }
  end();
  return groups;
}

/** More forms, and longer ones than tell enough, would only make the tables large (phrase-index.ts). */
const [mostForms, tellingLength] = [12, 10];

/** All that a part may match, '' where it may be left out; undefined where that is no short list. */
function formsOf(node: PhraseNode): readonly string[] | undefined {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'sequence':
      return node.of.reduce<readonly string[] | undefined>(
        (forms, part) => {
          const next = forms && formsOf(part);
          return next === undefined || forms!.length * next.length > mostForms ? undefined : joined(forms!, next);
        },
        [''],
      );
    case 'either':
    case 'optional': {
      const forms = node.of.map(formsOf);
      const all = [...(node.kind === 'optional' ? [''] : []), ...forms.flatMap((some) => some ?? [])];
      return forms.includes(undefined) || all.length > mostForms ? undefined : [...new Set(all)];
    }
    default:
      return undefined;
  }
}

const joined = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.flatMap((one) => others.map((other) => one + other));

/** Where one of them holds another, that one is enough. */
const withoutLonger = (strings: readonly string[]): readonly string[] =>
  [...new Set(strings)].filter((one, _, all) => !all.some((other) => other !== one && one.includes(other)));

/** Digits a year begins with (year-forms.ts). */
const yearBeginnings = ['2', '5', '6', '7'];

/** Of these one stands in every count, in its skeleton too (year-forms.ts). */
const counts = [...'0123456789', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ'];

const shortestOf = (strings: readonly string[]): number => Math.min(...strings.map((entry) => entry.length));
