// Answers of those who were asked, counted by how content they are, in running words (171 คนบอกพอใจ 29 คนเฉยๆ 12 คนไม่พอใจ; บัตรเขียว (ดีแล้ว) 45 ใบ
// บัตรแดง (ต้องปรับ) 4 ใบ): so many of this opinion, so many of that. Pure.

/** Opinions that are told apart. */
const fewest = 2;

const of =
  '(?:คน|ราย|ท่าน|เสียง|ใบ|แห่ง|ชุด|ฉบับ|บ้าน|หลัง(?:คาเรือน)?|ครัวเรือน|ครอบครัว|บริษัท|โรงงาน|ร้าน|เม็ด|ดวง|แผ่น|ลูก|คะแนน|%|เปอร์เซ็นต์)';
/** From the best to the worst, by their families, and stars and faces for them. */
const families: readonly string[] = [
  '(?<!ไม่|ไม่ค่อย|พึง)(?:พอใจ|ถูกใจ|ประทับใจ)(?:มาก)?(?:ที่สุด)?|พึงพอใจ(?:มาก)?(?:ที่สุด)?|(?<!ไม่)ชอบ(?:มาก)?|(?:หน้า)?ยิ้ม',
  '(?<!ไม่|ไม่ค่อย|พอ)ดี(?:มาก|แล้ว|ขึ้น)?(?:ที่สุด)?|(?<!ไม่)(?:เร็ว|ง่าย|สะดวก|สุภาพ)(?:ขึ้น|ดี|มาก)?',
  'เฉย(?:ๆ)?|กลางๆ|ปานกลาง|พอใช้(?:ได้)?|พอได้|ธรรมดา',
  '(?:ยัง|ไม่ค่อย)?ไม่(?:ค่อย)?(?:พึง)?(?:พอใจ|ถูกใจ|ชอบ|ประทับใจ)|ขัดใจ|(?:หน้า)?(?:บึ้ง|เศร้า|งอ)',
  '(?:ยัง)?ไม่(?:ค่อย)?(?:ดี|สะดวก|สุภาพ)|แย่(?:มาก)?|(?:ต้อง|ควร)(?:ปรับ(?:ปรุง)?|แก้(?:ไข)?)|ปรับปรุง|อยากให้(?:แก้|ปรับ|เพิ่ม)|รอนาน|(?:ยัง)?(?:ช้า|ยาก)(?:ไป|อยู่)?',
  '(?:5|ห้า)ดาว',
  '(?:4|สี่)ดาว',
  '(?:[1-3]|หนึ่ง|สอง|สาม)ดาว',
];
const grade = families.map((words) => `(${words})`).join('|');
const any = families.join('|');
const said = '(?:ที่|ก็|ให้|ตอบ|บอก|ว่า|เห็น|รู้สึก|คิด|ออก|โหวต|ชม|บ่น|พูด|บริการ|ทำงาน|\\s){0,5}';
const apart = '(?:[)\\]"”\'’]|จำนวน|มี|ได้|รวม|ร้อยละ|:|=|-|\\s){0,3}';
/** Over the match form: the opinion, perhaps named besides, and how many; how many, and what they said; or a share of them. */
const counted = [
  new RegExp(`(?:${grade})${apart}\\d[\\d,]*(?:\\.\\d+)?${of}`, 'gu'),
  new RegExp(`\\d${of}${said}(?:${grade})`, 'gu'),
  new RegExp(`ร้อยละ\\d+(?:\\.\\d+)?${said}(?:${grade})`, 'gu'),
  new RegExp(`(?:${grade})ร้อยละ\\d`, 'gu'),
];
/** Figures alone, one after the other. */
const bare = new RegExp(`(?:${grade})[:=]?\\d[\\d,]*(?=$|[^ก-๎\\d,.%]|และ|ส่วน|ที่เหลือ|อีก|${any})`, 'gu');
const fewestBare = 3;

/** So many of them were of one opinion, and so many of another. */
export const answersCounted = (text: string): boolean =>
  counted.some((form) => opinions([...text.matchAll(form)]) >= fewest) || countsAlone([...text.matchAll(bare)]);

const countsAlone = (told: readonly RegExpMatchArray[]): boolean =>
  told.length >= fewestBare && opinions(told) >= fewest;

const opinions = (told: readonly RegExpMatchArray[]): number =>
  new Set(told.map((match) => match.slice(1).findIndex((words) => words !== undefined))).size;
