// Arbitraries for property tests of text/: clean Thai sentences, hostile strings, and damage as documents show it.

import fc from 'fast-check';

/** Everyday words of plans and menus, spelt right. Concatenated at random they also meet in misleading ways. */
export const words =
  'แผน ปฏิบัติ ราชการ การ ดำเนินงาน ประจำปี งบประมาณ โครงการ กิจกรรม รายงาน ผล ติดตาม กำกับ ดูแล ความก้าวหน้า เบิกจ่าย ข้อเสนอแนะ ปัญหา อุปสรรค สำนักงาน จังหวัด ภูเก็ต อำเภอ ตำบล เทศบาล องค์การ บริหาร ส่วน โรงเรียน วิทยาลัย โรงพยาบาล คำสั่ง แต่งตั้ง คณะกรรมการ ราคา สั่งซื้อ เวลา ดับเพลิง อเมริกา กับ ดูแล น้ำ ป้า กฎหมาย ระเบียบ ฤๅษี ศาสตร์ พันธุ์ สิทธิ์ เก็บ เป็น เพิ่ม ที่ ใหญ่ ไทย โอน แก้ไข เจ้าหน้าที่ ผู้ รับผิดชอบ พัฒนา เสนอ ศึกษา ภาษา จำนวน วาจา เป็น ทาง งาน และ ของ ตาม พ.ศ. ๒๕๖๙ 2569'.split(
    ' ',
  );

export const cleanText = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', '', '', ' ', ', ')), { minLength: 1, maxLength: 30 })
  .map((pairs) =>
    pairs
      .map(([word, joint]) => word + joint)
      .join('')
      .trim(),
  );

/** Characters every rule of repair looks at. */
const touchy = [
  ...'กขทนมรงจดปสอเแโใไะาำัิีึืุู็่้๊๋์ํฯๆๅฤฎฏ๐๕๙0259 .|-(',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\t',
  '\n',
  '\uf70a',
  '\uf701',
  '\uf70f',
  '\uf884',
  'É',
  'Ê',
  'à',
  '¸',
  '¹',
  '\u0081',
  '\u0099',
  '€',
  '…',
  'ธ',
  '\ufffd',
  'A',
  'z',
  '\ud83d\udcca',
  '\ud83d',
  '\u0001',
];

export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...touchy), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(cleanText, fc.array(fc.constantFrom(...touchy), { maxLength: 12 }))
    .map(([text, parts]) => text + parts.join('')),
);

/** Words that a look for signs must find: with what is lost or misspelt, and white space anywhere. */
export const spacedOut = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...'ประเมิณ งบประมาน ปฎิบัตราชการ เว็บไซด์ ดาเนิน จัดทา ประจา สานัก กำร งำน จำก าำ ราคา คาสั่ง 2 5 6 9'.split(' '),
        ...words,
      ),
      fc.constantFrom('', '', ' ', '  ', '\u00a0', '\n', ' · ', 'é', ' | '),
    ),
    { maxLength: 12 },
  )
  .chain((pairs) => {
    const text = pairs.flat().join('');
    return fc
      .tuple(fc.nat(text.length), fc.constantFrom('', '', ' ', '\u00a0', '\u200b'))
      .map(([at, inserted]) => text.slice(0, at) + inserted + text.slice(at));
  });
