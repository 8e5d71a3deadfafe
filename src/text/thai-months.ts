// Month names: as written, and as they stand in the match form (ฎ as ฏ, no spaces), full, clipped and abbreviated, Thai
// and English.

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

/** Sources of expressions, January first: `ม.ค.` with or without its dots. */
export const thaiMonthAbbreviations: readonly string[] = names.map(([, dotted]) => dotted);

/** Any month. An abbreviation does not begin inside a word. */
export const monthSource = `(?:${names.map(([full]) => full).join('|')}|(?<![ก-ฮะ-ูเ-์])(?:${names
  .map(([, dotted]) => dotted)
  .join('|')})(?![ก-ฮะ-ูเ-์])|(?<![a-z])(?:${names.map(([, , english]) => english).join('|')})(?![a-z]))`;

const month = new RegExp(monthSource);

/** Whether a match form names a month anywhere. */
export const namesMonth = (text: string): boolean => month.test(text);

const tests = names.map(([full, dotted, english]) => new RegExp(`^(?:${full}|${dotted}|${english})$`));

/** 1–12 for a text that monthSource matched. */
export function monthOf(text: string): number {
  return tests.findIndex((test) => test.test(text)) + 1;
}
