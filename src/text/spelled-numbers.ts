// Thai numbers written in words, as speeches and letters have them, turned into digits (เจ็ดหมื่นหนึ่งพันสองร้อยคน → 71200คน). Pure.

const ones: Readonly<Record<string, number>> = {
  หนึ่ง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
};
const powers: Readonly<Record<string, number>> = { สิบ: 10, ร้อย: 100, พัน: 1e3, หมื่น: 1e4, แสน: 1e5 };

const one = Object.keys(ones).join('|');
const power = `(?:สิบ|ร้อย(?!ละ)|พัน(?!ธ)|หมื่น|แสน)`;
/** Not in the middle of a word (สามารถ, สามัคคี), nor its beginning that a longer word has (ห้าม, เก้าอี้, หกล้ม). */
const ends = '(?![\\u0e30-\\u0e3a\\u0e47-\\u0e4e])(?<!ห้า(?=ม))(?<!เก้า(?=อี้))(?<!หก(?=ล้ม))';
const counted =
  'แห่ง|คน|เรื่อง|ตัว|โครงการ|กิจกรรม|ข้อ|ลำ|ราย|ครั้ง|หลัง|งาน|ด้าน|อำเภอ|ตำบล|หมู่|โรง|ชิ้น|เครื่อง|สาย|รุ่น|กลุ่ม|แผน|เดือน|ปี|ใน|จาก';
const said = 'ร้อยละ|ได้|ไว้|ผ่าน|แค่|ครบ|เพียง|เหลือ|จาก|เสร็จ|สำเร็จ|บรรลุ';

/** Several words make a number by themselves; one alone does where something is counted, or after a word for so much. */
const spelled = new RegExp(
  `(?:(?:${one})?${power})+(?:${one})?${ends}|(?:${one})(?=\\s?(?:${counted}))|(?<=(?:${said})\\s?)(?:${one})${ends}(?=[\\s,.)]|$)`,
  'gu',
);
const word = new RegExp(`(${one})?(${power})|(${one})`, 'gu');

export function withDigits(text: string): string {
  return text.replace(spelled, (match, at: number) => {
    // A power alone is a word of many meanings (พัน, แสน), but for ten.
    if (powers[match] !== undefined && match !== 'สิบ') return match;
    let sum = 0;
    for (const [, times, by, alone] of match.matchAll(word))
      sum += by === undefined ? ones[alone!]! : (times === undefined ? 1 : ones[times]!) * powers[by]!;
    return `${at > 0 ? ' ' : ''}${sum} `;
  });
}
