// SARA AA and SARA AM confused for one another: throughout a text (กำร for การ), or AM without its ring in words that
// cannot be anything else (ดาเนินงาน). Same-length changes only; words that could be right as written are left alone.

import type { MappedText } from './draft.ts';
import { replaceMapped } from './draft.ts';

/** Letter groups of everyday words that never hold SARA AM, and the same as they should be. */
const swapped =
  /กำร(?!า)|งำน|ควำม|ตำม|รำช|รำย|ภำย|ภำค|สำม(?!ะ)|สำธ|สำข|ศึกษำ|พัฒนำ|รำค|ว่ำ|ค่ำใ|หน้ำ|บำท|ฐำน|ธำร|หำร|อำชี|อำคำร|จำก(?![ัิีึืุู])|ระยะเวลำ|จ่ำย|สถำน/g;
const unswapped =
  /การ|งาน|ความ|ตาม|ราช|ราย|ภาย|ภาค|สาม|สาธ|สาข|ศึกษา|พัฒนา|ราค|ว่า|ค่าใ|หน้า|บาท|ฐาน|ธาร|หาร|อาชี|อาคาร|จาก(?![ัิีึืุู])|ระยะเวลา|จ่าย|สถาน/g;

const certain = /กำร(?!า)|งำน|ควำม|ตำม|รำช|ภำย|ภำค|ศึกษำ|พัฒนำ|บำท|ฐำน|จ่ำย|สถำน/g;

/** Beginnings of words that do hold SARA AM, with the vowel left out. */
const trueAm =
  /(?:^|[^\u0e40-\u0e44])(?:ด(?=ำเน|ำร[ิง]|ำรงต)|ก(?=ำหน|ำก[ับ]|ำลั|ำไร|ำจัด|ำชับ|ำแพง)|จ(?=ำนว|ำกัด|ำหน|ำเป|ำแน|ำเล|ำป|ำคุก|ำวัน|ำเ|ำทุก)|ท(?=ำ(?![งน]))|ค(?=ำส|ำรั|ำแ|ำข|ำน[วึ]|ำต|ำถ|ำป|ำว|ำอ|ำม)|ส(?=ำน|ำห|ำค|ำเร|ำรว|ำรอ|ำเน|ำนึ)|ต(?=ำบล|ำแห|ำรว|ำร[าำ])|อ(?=ำเภ|ำนว|ำนา|ำนำ)|ล(?=ำดั|ำน้|ำป|ำเล)|บ(?=ำรุ|ำเห|ำบั|ำนา|ำนำ|ำเพ็)|น(?=ำเส|ำเข|ำร่อง)|ช(?=ำระ|ำรุ|ำนา|ำนำ)|(?:น้|ต่|ค่|ซ้|ย้|ร่|ก้|ถ้|ล้|ม่ว|ชี้)(?=ำ(?!ใ|ย|ง|น|ว)))ำ/g;

/** Turns ำ into า where a text has the two swapped throughout. */
export function swapSaraAm(m: MappedText): MappedText {
  const wrong = m.text.match(swapped)?.length ?? 0;
  if (wrong === 0) return m;
  const right = m.text.match(unswapped)?.length ?? 0;
  // Where only some are swapped, words that cannot be right as written.
  if (wrong <= 3 * right) return replaceMapped(m, certain, (match) => match[0].replace('ำ', 'า'), true);
  const keep = new Set<number>();
  for (const match of m.text.matchAll(trueAm)) keep.add(match.index + match[0].length - 1);
  return replaceMapped(m, /ำ/g, (match) => (keep.has(match.index!) ? undefined : 'า'), true);
}

/**
 * Words that lost the ring of SARA AM, as written. The look-arounds keep words that happen to meet so (`ราคาสั่ง`,
 * `เวลาดับเพลิง`, `อเมริกากับ`) as they are.
 */
const lostWords: readonly string[] = [
  'ดาเน[ินี]',
  'ดาริห',
  '(?<=พระราช)ดาริ',
  '(?<!ธ|สุ|ลั)ดารง(?=[ตชค]|ไว้|อยู่|ความ)',
  'กาหนด',
  '(?<![ิี])กากับ',
  '(?<![ิี])กาลัง',
  'กาไร',
  'กาจัด(?=ขยะ|มูลฝอย|สิ่ง|น้|ค)',
  'ประจา(?![กงจนรวยม])',
  'ประจา(?=มหา|งวด|รอบ|งาน)',
  'จานวน',
  'จากัด',
  'จาหน่าย',
  '(?<!เจร|วา)จาเป็น',
  'จาแนก',
  'จาลอง',
  '(?<=จัด)ทา(?![งนยรส]|ว[ก-ฮ]?ร)',
  '(?<=จัด)ทา(?=ราย|ร่าง|ระบบ|ราคา|สรุป|สื่อ)',
  '(?<=การ|ที่|ผู้|ได้|ให้|ร่วม|และ)ทา(?=แผน|การ|งาน|รายงาน|โครงการ|คู่มือ|บัญชี|ประชาคม|กิจกรรม|วิจัย|วิทยา|หน้าที่|ข้อตกลง)',
  '(?<![ก-ฮ])ทา(?=ให้|หน้าที่|การ|งาน|เนียบ|นอง)',
  'ทานุ(?=บ)',
  '(?<!รา)คาสั่ง',
  '(?<!รา)คารับรอง',
  '(?<!รา)คา(?=แนะน|ปรึกษา|นึงถึง|นวณ|ร้องทุกข์|ร้องเรียน|ร้องขอ|ขวัญ)',
  '(?<=แนะ)นา(?![ยงมท])',
  '(?<=ผู้)นา(?![ยงม])',
  '(?<![ฒวุ่ี้บ])นา(?=เสนอ|เข้าข้อมูล|ไปสู่|ไปใช้|ไปปฏิบัติ|มาใช้|ส่งงบ|ความรู้)',
  'สานัก',
  'สานึก',
  'สาหรับ',
  'สาคัญ',
  'สาเร็จ',
  'สารวจ(?!ร)',
  'สาเนา',
  'สารอง(?=จ่าย|ราช|เงิน)',
  'ตาบล',
  'ตาแหน่ง',
  'ตารวจ',
  'อาเภอ',
  'อานวย',
  'อานาจ',
  '(?<!เว)ลาดับ(?!เพลิง|ไฟ)',
  'บารุง',
  'บาเหน็จ',
  'บาบัด',
  'บาเพ็ญ',
  '(?<=เงิน|รับ)บานาญ',
  '(?<!ประ)ชาระ(?=เงิน|ภาษี|ค่า|หนี้)',
  'ชารุด',
  'ชานาญ',
  'น้า(?=ท่วม|มัน|เสีย|ประปา|ดื่ม|บาดาล|ใต้ดิน|ผิวดิน|แล้ง|หนัก)',
  '(?<=ลุ่ม|แม่|แหล่ง|จัดการ)น้า(?![วย])',
  'ต่า(?=กว่า|สุด)',
  'ซ้าซ้อน',
  'สม่าเสมอ',
  // AA with a tone in place of the ring.
  'ด้าเน[ินี]',
  'ก้าหนด',
  'ประจ้า(?=ปี|เดือน|ไตรมาส)',
  'จ้านวน',
  'ส้านัก',
  'ส้าหรับ',
  'ส้าคัญ',
  'ส้าเร็จ',
  'ต้าบล',
  'ต้าแหน่ง',
  'อ้าเภอ',
  'อ้านวย',
  'อ้านาจ',
  '(?<=จัด)ท้า(?![ยว])',
];
const lost = new RegExp(lostWords.join('|'), 'g');

const lostOnce = new RegExp(lost.source);
const swappedOnce = new RegExp(swapped.source);

/** Whether restoreSaraAm would find anything. */
export const lacksSaraAm = (text: string): boolean => lostOnce.test(text);

/** Whether swapSaraAm could find anything, or SARA AA stands beside AM. */
export const hasSwapped = (text: string): boolean => text.includes(both) || swappedOnce.test(text);
const both = 'าำ';

/** Whether some ำ ends a text, line or word, or stands before a letter that follows it in nearly every swapped text. */
export const looksSwapped = (text: string): boolean => /ำ(?:[รนมชคยจบทภว \n]|$)/.test(text);

/** One of these stands in every text that lacksSaraAm or hasSwapped: cheaper to look for, all at once, than the expressions. */
export const saraAmSigns: readonly string[] = [
  both,
  ...swapped.source.split('|').map((word) => word.replace(/\(.*/, '')),
  ...lostWords.flatMap(signsOf),
];

/** The words of an expression of the list, with what must stand on either side where that is a plain choice. */
function signsOf(source: string): string[] {
  const [, behind, word, ahead] = /^(?:\(\?<=([^)]*)\)|\(\?<![^)]*\))?([ก-๎]+)(?:\(\?=(.*)\)|.*)$/.exec(source)!;
  return choices(behind).flatMap((before) => choices(ahead).map((after) => before + word + after));
}

function choices(source: string | undefined): string[] {
  const words = (source ?? '')
    .split('|')
    .flatMap((part) => (/^\[[ก-๎]+\]$/.test(part) ? [...part.slice(1, -1)] : [part]));
  return words.every((word) => /^[ก-๎]+$/.test(word)) ? words : [''];
}

/** `ดา` and `ด้า` for `ดำ`; the tone of `น้า`, `ต่า`, `ซ้า`, `สม่า` is their own. */
function mendRing([word]: RegExpMatchArray): string {
  return /^[ดกจสตอท]้า|^ประจ้า/.test(word!) ? word!.replace('้า', 'ำ') : word!.replace('า', 'ำ');
}

/** Puts the ring of SARA AM back in words that are not words without it. */
export function restoreSaraAm(m: MappedText): MappedText {
  return replaceMapped(m, lost, mendRing, true);
}

/**
 * What follows ำ and hardly ever า, by the letter before (with its tone). `$` is the end of a word or text. The marks of what
 * follows may be lost as well. Letters not listed take า.
 */
const amBefore: ReadonlyMap<string, RegExp> = new Map([
  ['ก', /^(?:ห|ลั|จัด|ไ|แพ|กั|กบ|ชับ)/],
  ['ค', /^(?:$|[^ก-ฮเ-ไ]|[สแขถตปอมว]|รั|รบ|น[ึวำา]|ร้)/],
  ['จ', /^(?:$|[^ก-ฮเ-ไ]|กัด|กด|น|[ปหลดคทวสเแพ])/],
  ['ช', /^(?:ร[ะุ]|น[าิ]|แ)/],
  ['ด', /^(?:เ|ร[งิ])/],
  ['ต', /^(?:บ|แ|รว|รา(?!ง))/],
  ['ท', /^(?:$|[^ก-ฮเ-ไ]|งา|น[ุอบ]|รา|ร่|[^งนยร])/],
  ['ธ', /^รง/],
  ['น', /^(?:$|[^ก-ฮเ-ไ]|[สปขเรพอแด]|มา|คว|ทา)/],
  ['บ', /^(?:ร[ุง]|เ[หพ]|บั|บด|นา)/],
  ['พ', /^นัก/],
  ['ร', /^(?:ไพ|คาญ|ลึก)/],
  ['ล', /^(?:ด[ับ]|ป|พู|เลี|ไ|น้|ห้|คล|ตั|โพ)/],
  ['ส', /^(?:น[ักึว]|หร|ค[ัญ]|เ|ร[วอ]|แ|ลี|อา)/],
  ['อ', /^(?:เภ|เ ?ภ|นว|นา|พัน|มหิ)/],
  ['น้', /^(?![วย])/],
  ['ต่', /^(?![งอ])/],
  ['ม่', /^เส/],
  ['ซ้', /^(?!ย)/],
  ['ย้', /^(?!ย)/],
]);

/**
 * Whether ำ can stand after the letter at the end of `before` at all: not with a leading vowel (เข า for เข้า), and with a tone
 * in few words only.
 */
export function mayTakeSaraAm(before: string): boolean {
  if (/[เ-ไ][ก-ฮ][่้๊๋]?$/.test(before)) return false;
  return !/[่้๊๋]$/.test(before) || /(?:(?<!ห)น้|ต่|ค[่้]|คว่|ซ้|ย้|ร่|ก้|ถ้|ล้|ม่|ช้)$/.test(before);
}

/** Whether an า torn from the letter at the end of `before` was ำ, going by the text that follows. */
export function takesSaraAm(before: string, ahead: string): boolean {
  const [, lead, letter] = /([\s\S]*?)([ก-ฮ][่้]?)$/.exec(before) ?? ['', '', ''];
  const after = amBefore.get(letter!);
  if (after === undefined) return false;
  if ((letter === 'น' && lead!.endsWith('ฒ')) || (letter === 'ค' && lead!.endsWith('รา'))) return false;
  if (letter === 'ช' && /(?:วิ|ประ)$/.test(lead!)) return false; // วิชา, ประชา
  return after.test(ahead.replaceAll(' ', ''));
}
