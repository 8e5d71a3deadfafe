// Month names: as written, and as they stand in the match form (ฎ as ฏ, no spaces), full, clipped and abbreviated, Thai
// and English.

import type { NormalText } from './normal.ts';

const names: readonly (readonly [full: string, dotted: string, english: string])[] = [
  ['มกรา(?:คม)?', 'ม\\.?ค\\.?', 'jan(?:uary|\\.)?'],
  ['กุมภา(?:พันธ์|พันธุ์)?', 'ก\\.?พ\\.?', 'feb(?:ruary|\\.)?'],
  ['มีนา(?:คม)?', 'มี\\.?ค\\.?', 'mar(?:ch|\\.)?'],
  ['เมษา(?:ยน)?', 'เม\\.?ย\\.?', 'apr(?:il|\\.)?'],
  ['พฤษภา(?:คม)?', 'พ\\.?ค\\.?', 'may'],
  ['มิถุนา(?:ยน)?', 'มิ\\.?ย\\.?', 'jun(?:e|\\.)?'],
  ['กรกฏา(?:คม)?', 'ก\\.?ค\\.?', 'jul(?:y|\\.)?'],
  ['สิงหา(?:คม)?', 'ส\\.?ค\\.?', 'aug(?:ust|\\.)?'],
  ['กันยา(?:ยน)?', 'ก\\.?ย\\.?', 'sep(?:t(?:ember|\\.)?|\\.)?'],
  ['ตุลา(?:คม)?', 'ต\\.?ค\\.?', 'oct(?:ober|\\.)?'],
  ['พฤศจิกา(?:ยน)?', 'พ\\.?ย\\.?', 'nov(?:ember|\\.)?'],
  ['ธันวา(?:คม)?', 'ธ\\.?ค\\.?', 'dec(?:ember|\\.)?'],
];

/** January first, as a document writes them. */
export const thaiMonthNames: readonly string[] = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
];

/** Source of an expression: a full name, with either of the letters that July is written with. */
export const fullMonthSource = thaiMonthNames.map((name) => name.replace('ฎ', '[ฎฏ]')).join('|');

/** Sources of expressions, January first: `ม.ค.` with or without its dots. */
export const thaiMonthAbbreviations: readonly string[] = names.map(([, dotted]) => dotted);

/** With its first dot, which makes it no end of another word. */
const surelyDotted = names.map(([, dotted]) => dotted.replace('?', '')).join('|');

/**
 * Any month. An abbreviation does not begin inside a word; as the match form has no spaces, one with its dot is found after
 * letters as well, and `beginsMonths` says whether it stands by itself.
 */
export const monthSource = `(?:${names.map(([full]) => full).join('|')}|(?:(?<![ก-ฮะ-ูเ-์])(?:${names
  .map(([, dotted]) => dotted)
  .join(
    '|',
  )})|${surelyDotted})(?![ก-ฮะ-ูเ-์])|(?<![a-z])(?:${names.map(([, , english]) => english).join('|')})(?![a-z]))`;

const glued = new RegExp(`(?<=[ก-ฮะ-ูเ-์])(?:${surelyDotted})(?![ก-ฮะ-ูเ-์])`, 'g');
/** Words that stand before a month (เดือน พ.ค. 69, ต.ค. 68 ถึง มี.ค. 69). */
const beforeMonth = /(?:เดือน|ถึง|สิ้น|วันที่|ตั้งแต่|ช่วง|ต้น|กลาง|ปลาย|ณ)$/;

/** The abbreviated months in a match follow a word that leads to a month or, in the original, a space: they end no other word. */
export function beginsMonths(n: NormalText, match: RegExpExecArray): boolean {
  const from = Math.max(0, match.index - 1);
  for (const { index } of n.text.slice(from, match.index + match[0].length).matchAll(glued)) {
    const at = from + index;
    if (!beforeMonth.test(n.text.slice(Math.max(0, at - 8), at)) && !afterSpace(n, at)) return false;
  }
  return true;
}

const afterSpace = (n: NormalText, at: number): boolean => /\s/.test(n.original[n.offsetAt(at) - 1] ?? '');

const month = new RegExp(monthSource);

/** Whether a match form names a month anywhere. */
export const namesMonth = (text: string): boolean => month.test(text);

const tests = names.map(([full, dotted, english]) => new RegExp(`^(?:${full}|${dotted}|${english})$`));

/** 1–12 for a text that monthSource matched. */
export function monthOf(text: string): number {
  return tests.findIndex((test) => test.test(text)) + 1;
}
