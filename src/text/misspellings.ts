// Common misspellings of the words that count (thai.md 3.1), in match form. Internal to text/.

import type { MappedText } from './draft.ts';
import { replaceMapped } from './draft.ts';

const listed: Readonly<Record<string, string>> = {
  ประเมิณ: 'ประเมิน',
  งบประมาน: 'งบประมาณ',
  ประกาส: 'ประกาศ',
  เว็ปไซ: 'เว็บไซ',
  เวปไซ: 'เวบไซ',
  เว็บไซด์: 'เว็บไซต์',
  มาตราฐาน: 'มาตรฐาน',
  พึ่งพอใจ: 'พึงพอใจ',
  อนุญาติ: 'อนุญาต',
  โปร่งใส่: 'โปร่งใส',
  แผยแพร่: 'เผยแพร่',
  ตำเนินงาน: 'ดำเนินงาน',
  ตำเนินการ: 'ดำเนินการ',
  ปรกาศ: 'ประกาศ',
  บุคคลากร: 'บุคลากร',
  ไตรมาศ: 'ไตรมาส',
  โครงการณ์: 'โครงการ',
  ยุทธศาตร์: 'ยุทธศาสตร์',
  ยุทศาสตร์: 'ยุทธศาสตร์',
  ปฏิบัตราชการ: 'ปฏิบัติราชการ',
  ปฏิบัติราชาการ: 'ปฏิบัติราชการ',
  แผนการการ: 'แผนการ',
  สถาณะ: 'สถานะ',
};

/** Long enough that no other word is one letter away. */
const long = [
  'งบประมาณ',
  'ปฏิบัติราชการ',
  'ปฏิบัติการ',
  'ปฏิบัติงาน',
  'ดำเนินงาน',
  'ดำเนินการ',
  'โครงการ',
  'ประเมินผล',
  'ความก้าวหน้า',
  'ความพึงพอใจ',
  'ยุทธศาสตร์',
] as const;

/** A slip of one letter inside the word: left out, written twice, or changed with the next. Both ends stand as they are. */
function slipsOf(word: string): string[] {
  const slips = new Set<string>();
  for (let i = 2; i < word.length - 2; i++) {
    const [letter, next] = [word[i]!, word[i + 1]!];
    if (!/[ก-ฮะา]/u.test(letter)) continue;
    slips.add(word.slice(0, i) + word.slice(i + 1));
    if (/[ก-ฮ]/u.test(letter)) slips.add(word.slice(0, i) + letter + word.slice(i));
    if (i < word.length - 3 && /[ก-ฮะา]/u.test(next)) slips.add(word.slice(0, i) + next + letter + word.slice(i + 2));
  }
  slips.delete(word);
  return [...slips];
}

const misspellings: ReadonlyMap<string, string> = new Map([
  ...long.flatMap((word) => slipsOf(word).map((slip): [string, string] => [slip, word])),
  ...Object.entries(listed),
]);

/** All of them. */
export const misspeltWords: readonly string[] = [...misspellings.keys()];

const misspelt = new RegExp(misspeltWords.join('|'), 'g');
const misspeltOnce = new RegExp(misspelt.source);

export const isMisspelt = (text: string): boolean => misspeltOnce.test(text);

export function spellRight(m: MappedText): MappedText {
  return isMisspelt(m.text) ? replaceMapped(m, misspelt, (match) => misspellings.get(match[0]), false) : m;
}
