// Common misspellings of the words that count (thai.md 3.1), in match form. Internal to text/.

import type { MappedText } from './draft.ts';
import { replaceMapped } from './draft.ts';

const misspellings: Readonly<Record<string, string>> = {
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
};

/** All of them. */
export const misspeltWords: readonly string[] = Object.keys(misspellings);

const misspelt = new RegExp(misspeltWords.join('|'), 'g');
const misspeltOnce = new RegExp(misspelt.source);

export const isMisspelt = (text: string): boolean => misspeltOnce.test(text);

export function spellRight(m: MappedText): MappedText {
  return isMisspelt(m.text) ? replaceMapped(m, misspelt, (match) => misspellings[match[0]], false) : m;
}
