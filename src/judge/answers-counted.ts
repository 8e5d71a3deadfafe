// Answers of those who were asked, counted by how content they are, in running words (171 คนบอกพอใจ 29 คนเฉยๆ 12 คนไม่พอใจ; บัตรเขียว (ดีแล้ว) 45 ใบ
// บัตรแดง (ต้องปรับ) 4 ใบ): so many of this opinion, so many of that. Pure.

/** Opinions that are told apart. */
const fewest = 2;

const of = '(?:คน|ราย|ท่าน|เสียง|ใบ|แห่ง|ชุด|ฉบับ|บ้าน|ครัวเรือน|ครอบครัว|บริษัท|โรงงาน|ร้าน|เม็ด|ดวง|แผ่น|ลูก|คะแนน|%|เปอร์เซ็นต์)';
/** From the best to the worst, by their families. */
const families: readonly string[] = [
  '(?<!ไม่|ไม่ค่อย|พึง)(?:พอใจ|ถูกใจ|ประทับใจ)(?:มาก)?(?:ที่สุด)?|พึงพอใจ(?:มาก)?(?:ที่สุด)?|(?<!ไม่)ชอบ(?:มาก)?',
  '(?<!ไม่|ไม่ค่อย|พอ)ดี(?:มาก|แล้ว|ขึ้น)?(?:ที่สุด)?',
  'เฉย(?:ๆ)?|กลางๆ|ปานกลาง|พอใช้(?:ได้)?|พอได้|ธรรมดา',
  '(?:ยัง|ไม่ค่อย)?ไม่(?:ค่อย)?(?:พึง)?(?:พอใจ|ถูกใจ|ชอบ|ประทับใจ)|ขัดใจ',
  '(?:ยัง)?ไม่(?:ค่อย)?ดี|แย่(?:มาก)?|(?:ต้อง|ควร)(?:ปรับ(?:ปรุง)?|แก้(?:ไข)?)|ปรับปรุง',
];
const grade = families.map((words) => `(${words})`).join('|');
/** Over the match form: the opinion, perhaps named besides, and how many; or how many, and what they said. */
const counted = [
  new RegExp(`(?:${grade})(?:[)\\]"”'’]|จำนวน|มี|ได้|รวม|:|=|-|\\s){0,3}\\d[\\d,]*${of}`, 'gu'),
  new RegExp(`\\d${of}(?:ที่|ก็|ให้|ตอบ|บอก|ว่า|เห็น|รู้สึก|คิด|ออก|โหวต|\\s){0,4}(?:${grade})`, 'gu'),
];

/** So many of them were of one opinion, and so many of another. */
export function answersCounted(text: string): boolean {
  return counted.some((form) => {
    const told = [...text.matchAll(form)];
    const known = new Set(told.map((match) => match.slice(1).findIndex((words) => words !== undefined)));
    return known.size >= fewest;
  });
}
