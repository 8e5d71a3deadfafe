// Judges whether a page's text layer is text at all, or junk that only looks like a text layer. Pure.
import { garbled } from '../text/garbled.ts';
import { repairedText } from '../text/repair.ts';
import type { LaidOutPage } from './pdf-layout.ts';

/** Quality of what was read from a page. Short texts are never called garbled: there is too little to judge. */
export function textQuality(text: string): 'text' | 'garbled' {
  const repaired = repairedText(text);
  if (text.length < 40) return isSigns(repaired) ? 'garbled' : 'text';
  const { garbled: bad, why } = garbled(text, repaired);
  // Thai that lost all its marks still has its consonants: phrases are found by their skeleton.
  return (bad && why !== 'no-marks') || isGibberish(text) || isSigns(repaired) || isOtherLetters(repaired)
    ? 'garbled'
    : 'text';
}

/** All text of a page, a line a block. */
export function pageText(page: LaidOutPage): string {
  return page.blocks
    .map((block) =>
      block.kind === 'line'
        ? block.line.pieces.map(({ text }) => text).join(' ')
        : block.table.rows.map(({ cells }) => cells.join(' | ')).join('\n'),
    )
    .join('\n');
}

/** Signs in place of letters, where a font's characters are the numbers of its glyphs (`?%"$ <*+,2 !"#$`). */
function isSigns(text: string): boolean {
  const signs = text.match(/[!"#$&'*+;<=>?@[\\\]^`{}~\u00a1-\u00bf]/g)?.length ?? 0;
  return signs >= 8 && signs > text.replace(/\s/g, '').length * 0.2;
}

/**
 * Letters in place of others, where a font's table is shifted (ดานปคิบัติ for การปฏิบัติ): hardly ever three in a row as Thai has
 * them most. Of the pages of a library, those with least are lists of names, and shorter.
 */
function isOtherLetters(text: string): boolean {
  const words = text
    .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '')
    .replaceAll('ำ', 'า')
    .split(/[^\u0e01-\u0e46]+/)
    .filter((word) => word.length >= 3);
  let triples = 0;
  let common = 0;
  for (const word of words)
    for (let at = 0; at + 3 <= word.length; at++) {
      triples++;
      if (commonTriples.has(word.slice(at, at + 3))) common++;
    }
  return triples >= fewestTriples && common < triples * leastCommon;
}
const fewestTriples = 100;
const leastCommon = 0.03;

/** The commonest of agencies' documents, without marks. */
const commonTriples: ReadonlySet<string> = new Set(
  (
    'การ ประ งาน แผน บปร ระม ครง มาณ ะมา และ งบป งกา ราย โคร รงก ระจ ะจา นกา ตาม ปฏบ ฏบต จาป รรม ยงา ปงบ ควา ารป วาม านก กรร ' +
    'หาร ของ ผนป นปฏ พฒน ฒนา ายง เนน าเน รอง ดาเ นงา รหา บรห หมา ระเ ยละ ผลก ารส ลกา สวน รปร เรย าปง ภาพ รวม สตร ามแ รกา รอย ' +
    'ารเ มาย รยน บาท หนา เรอ กจก เสร กษา ราช ารด รดา เปา ศาส มกา นผล จกร ดอน ทาง นตา สาร อยล องก าสต าชก สาน าหม นนง ารบ วนท รบร'
  ).split(' '),
);

/**
 * Thai recognised by a program that knew Latin letters only (`nru6al rcniun0rr intllin?`): no Thai, and words no
 * Latin-script language has: punctuation or capitals inside, no vowel, or long runs of consonants.
 */
function isGibberish(text: string): boolean {
  let thai = 0;
  let latin = 0;
  for (const char of text) {
    if (char >= '\u0e01' && char <= '\u0e5b') thai++;
    else if (/[A-Za-z]/.test(char)) latin++;
  }
  if (latin < 100 || thai > latin * 0.1) return false;
  const words = text
    .split(/[\s|]+/)
    .map((word) => word.replace(/^[("'“‘[]+|[)"'”’\].,;:!?]+$/g, ''))
    .filter((word) => (word.match(/[A-Za-z]/g)?.length ?? 0) >= 3);
  const plain = words.filter(
    (word) =>
      /^[A-Za-z]?[a-z]+(?:[-/'’][A-Za-z][a-z]*)*$|^[A-Z]+s?$|^(?:https?:|www\.|\S+@)/.test(word) &&
      (/[aeiouyAEIOUY]/.test(word) || word === word.toUpperCase()) &&
      !/[bcdfghjklmnpqrstvwxz]{5}/i.test(word),
  );
  return words.length >= 20 && plain.length < words.length * 0.6;
}
