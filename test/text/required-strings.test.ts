import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { type PhraseNode, parsePhrase } from '../../src/text/phrase-syntax.ts';
import { requiredStrings } from '../../src/text/required-strings.ts';

const required = (phrase: string): readonly (readonly string[])[] =>
  requiredStrings(parsePhrase(phrase).root).map((strings) => [...strings].sort());

describe('what a text must hold for a phrase', () => {
  it.each([
    ['one string of parts that stand side by side', 'รายงาน(ผล)การ', [['รายงานการ', 'รายงานผลการ']]],
    ['nothing of what may be left out at the ends', '(สรุป)ผล(งาน)', [['ผล']]],
    ['parts apart at a joint and at a gap', 'กำกับ ติดตาม…แผน', [['กำกับ'], ['ติดตาม'], ['แผน']]],
    ['the shorter of two forms, where one holds the other', 'แผน{งาน|งานหลัก}', [['แผนงาน']]],
    [
      'parts apart where they have too many forms',
      '{ก|ข|ค|ง}{จ|ฉ|ช|ซ}',
      [
        ['ก', 'ข', 'ค', 'ง'],
        ['จ', 'ฉ', 'ช', 'ซ'],
      ],
    ],
    ['parts apart where the first tells enough', 'แผนปฏิบัติราชการประจำปี(ของ)เรา', [['เรา'], ['แผนปฏิบัติราชการประจำปี']]],
  ])('%s', (_, phrase, groups) => {
    expect(required(phrase).toSorted((a, b) => a[0]!.length - b[0]!.length || (a[0]! < b[0]! ? -1 : 1))).toEqual(
      [...groups].sort((a, b) => a[0]!.length - b[0]!.length || (a[0]! < b[0]! ? -1 : 1)),
    );
  });

  it('stands in every form of the titles of the pack', () => {
    const { titles } = lexiconOf(loadPack('phuket-accountability').vocabulary);
    fc.assert(
      fc.property(fc.constantFrom(...titles.phrases), fc.infiniteStream(fc.nat(1000)), ({ syntax }, numbers) => {
        const text = formOf(syntax.root, () => numbers.next().value as number);
        const missed = requiredStrings(syntax.root).filter((group) => !group.some((string) => text.includes(string)));
        expect(missed).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** One of the texts that a phrase matches; `choose` gives any number. */
function formOf(node: PhraseNode, choose: () => number): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'sequence':
      return node.of.map((part) => formOf(part, choose)).join('');
    case 'either':
      return formOf(node.of[choose() % node.of.length]!, choose);
    case 'optional':
      return choose() % 2 === 0 ? '' : formOf(node.of[choose() % node.of.length]!, choose);
    case 'joint':
    case 'gap':
      return '';
    case 'count':
      return '6';
    case 'year':
      return '2569';
    case 'range':
      return '2566-2570';
  }
}
