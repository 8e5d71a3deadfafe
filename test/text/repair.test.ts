import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MappedText, repair, repairFully } from '../../src/text/repair.ts';
import { hasSwapped, looksSwapped } from '../../src/text/sara-am.ts';
import { cleanText, hostileText, spacedOut, words } from './thai-arbitraries.ts';

const as = (charset: string, text: string): string => new TextDecoder(charset).decode(new TextEncoder().encode(text));

function expectMapped(original: string, { text, offsets }: MappedText): void {
  expect(offsets.length).toBe(text.length + 1);
  expect(offsets[text.length]).toBe(original.length);
  // One expectation for all: a million of them would take minutes.
  let broken = -1;
  for (let i = 0; i < text.length && broken < 0; i++) {
    if (offsets[i]! > offsets[i + 1]! || offsets[i]! >= original.length) broken = i;
  }
  expect(broken).toBe(-1);
}

describe('repair restores', () => {
  const rows: readonly (readonly [kind: string, seen: string, intended: string])[] = [
    ['decomposed SARA AM', 'รายงานผลการดําเนินงานประจําปี', 'รายงานผลการดำเนินงานประจำปี'],
    ['nikhahit before the tone', 'นํ้า', 'น้ำ'],
    ['nikhahit after the tone', 'น้ํา', 'น้ำ'],
    ['SARA AM behind its tone', 'นำ้', 'น้ำ'],
    ['tone behind SARA AA', 'วา่', 'ว่า'],
    ['SARA AM lost to a space', 'จัดท าแผน', 'จัดทำแผน'],
    ['SARA AM lost to a space twice', 'ส านักงานก าหนด', 'สำนักงานกำหนด'],
    ['lost ring', 'ประจาปี', 'ประจำปี'],
    ['lost ring', 'ดาเนินงาน', 'ดำเนินงาน'],
    ['lost ring', 'สานักงาน', 'สำนักงาน'],
    ['lost ring', 'คารับรอง', 'คำรับรอง'],
    ['lost ring', 'นโยบายการกากับดูแลองค์กร', 'นโยบายการกำกับดูแลองค์กร'],
    ['lost ring', 'ผลการดาเนินการจัดซื้อจัดจ้างประจาปี', 'ผลการดำเนินการจัดซื้อจัดจ้างประจำปี'],
    ['lost ring', 'กาหนด', 'กำหนด'],
    ['lost ring', 'สาหรับ', 'สำหรับ'],
    ['AA and AM swapped', 'กำรศึกษำ', 'การศึกษา'],
    ['AA and AM swapped, decomposed', 'กําร', 'การ'],
    ['AA and AM swapped in some words only', 'โครงกำร โครงการ ตามแผนการ แผนงำน', 'โครงการ โครงการ ตามแผนการ แผนงาน'],
    ['tone in place of the ring', 'ด้าเนินงาน ประจ้าปี อ้าเภอ จัดท้าแผน', 'ดำเนินงาน ประจำปี อำเภอ จัดทำแผน'],
    ['ring behind SARA AA', 'ดาํ เนินงาน ประจาํ ปี', 'ดำ เนินงาน ประจำ ปี'],
    ['half of SARA AM lost', 'ดำ\ufffdเนินงาน ส\ufffdำนักงาน ก\ufffdาหนด', 'ดำเนินงาน สำนักงาน กำหนด'],
    ['no AM after a leading vowel, and with few tones', 'เป าหมาย หัวหน้ า ทีก่ าร', 'เปาหมาย หัวหน้า ทีก่าร'],
    ['marks of two letters in a row', 'แผนปฏบิ ตั ิการ', 'แผนปฏิบัติการ'],
    ['true AM among swapped', 'สำนักงำนเขตพื้นที่กำรศึกษำ ดำเนินกำร', 'สำนักงานเขตพื้นที่การศึกษา ดำเนินการ'],
    ['mark order', 'พ้ืนท่ี ม่ัน', 'พื้นที่ มั่น'],
    ['doubled mark', 'ผ่่าน', 'ผ่าน'],
    ['doubled letter with marks', 'เจ้าหน้าทที่ี่', 'เจ้าหน้าที่'],
    ['doubled letters', 'FFOORREEWWOORRDD', 'FOREWORD'],
    ['doubled letters', 'แแผผนนงงาานน 2569', 'แผนงาน 2569'],
    ['SARA E twice', 'เเผน', 'แผน'],
    ['LAKKHANGYAO for SARA AA', 'กๅร', 'การ'],
    ['zero-width characters', 'แผน\u200bปฏิบัติ\u00ad\u2060การ\ufeff', 'แผนปฏิบัติการ'],
    ['no-break space', 'แผน\u00a0งาน', 'แผน งาน'],
    ['space before a mark', 'ตัวช ี้วัด', 'ตัวชี้วัด'],
    ['line break before a mark', 'ปฏิบต\nัิ', 'ปฏิบตัิ'],
    ['mark moved on by one', 'ปฏบิ ัต', 'ปฏิบัต'],
    ['marks one letter late', 'แผนปฏบิ ัตริ าชการ', 'แผนปฏิบัติราชการ'],
    ['marks one letter late, in a chain', 'วธิ กี ารบรหิ าร', 'วิธีการบริหาร'],
    ['a mark behind a leading vowel', 'เกณฑแ์ ละ', 'เกณฑ์แ ละ'],
    ['Windows glyphs', 'ท\uf702\uf70a ป\uf701 \uf70f \uf700', 'ที่ ปิ ญ ฐ'],
    ['Macintosh glyphs', 'ป\uf886\uf88a', 'ปี่'],
    ['tone marks on Latin capitals', 'ทีÉ ขÊอมูล', 'ที่ ข้อมูล'],
    ['874 read as Latin-1', 'á¼¹»¯ÔºÑµÔÃÒª¡ÒÃ»ÃÐ¨Ó»Õ 2569', 'แผนปฏิบัติราชการประจำปี 2569'],
    ['UTF-8 read as 874', as('windows-874', 'แผนปฏิบัติราชการ ภูเก็ต 2569'), 'แผนปฏิบัติราชการ ภูเก็ต 2569'],
    ['UTF-8 read as 1252', as('windows-1252', 'แผนปฏิบัติราชการ ภูเก็ต “ก”'), 'แผนปฏิบัติราชการ ภูเก็ต “ก”'],
    ['a space before า that was no AM', 'บริ ก ารวิ ช าการ', 'บริ การวิ ชาการ'],
    ['a space before tone and AM', 'น ้าท่วม', 'น้ำท่วม'],
    ['a space before tone and AA', 'ด ้าน', 'ด้าน'],
    ['letter-spaced', 'ก า ร ศึ ก ษ า', 'กา ร ศึ ก ษา'],
    ['letter-spaced with AM', 'ด า เ นิ น ง า น', 'ดำ เ นิ น งา น'],
  ];
  it.each(rows)('%s: %s', (_kind, seen, intended) => {
    const repaired = repair(seen);
    expect(repaired.text).toBe(intended);
    expectMapped(seen, repaired);
  });
});

describe('repair leaves alone', () => {
  it.each([
    'ราคาสั่งซื้อ เวลาดับเพลิง อเมริกากับไทย เจรจาเป็นทางการ พัฒนาเสนอ',
    'กู่ สิทธิ์ พันธุ์ ฤๅษี น้ำ ค่ำ ผู้เชี่ยวชาญ เก๊ก๋วยจั๊บ',
    'กรรมการ ธรรมชาติ ภรรยา วรรค',
    'คคคคคคคค คคคคค ใใใใใใใ',
    'น้าสาวทำด้าม กำราบ สำมะโนประชากร น้ำใจ',
    'ก\ufffdข ราคา\ufffdสินค้า',
    'crème brûlée à la carte, São Paulo, naïve façade',
    'Annual Action Plan 2026 (FY2569) | 37,556.00',
    'เธอเน้นย้ำ เธอเนี่ยเธอ',
    '',
  ])('%s', (text) => {
    const repaired = repair(text);
    expect(repaired.text).toBe(text);
    expect(repaired.damage).toBe(0);
  });

  it('any sentence of well-spelt words', () => {
    fc.assert(
      fc.property(cleanText, (text) => {
        const repaired = repair(text);
        expect(repaired.text).toBe(text);
        expect(repaired.damage).toBe(0);
        expectMapped(text, repaired);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('repair always', () => {
  it('maps back, is stable, and never grows', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const once = repair(text);
        expectMapped(text, once);
        expect(once.text.length).toBeLessThanOrEqual(text.length);
        expect(repair(once.text).text).toBe(once.text);
      }),
      { numRuns: 4000 },
    );
  });

  it('gives up at first look only where there is nothing to do', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, spacedOut), (text) => {
        fc.pre(!hasSwapped(text) || looksSwapped(text)); // a lone จำก is left as written
        expect(repair(text)).toEqual(repairFully(text));
      }),
      { numRuns: 4000 },
    );
  });

  it('undoes decomposition, glyph codes and swapped mark order of any sentence', () => {
    fc.assert(
      fc.property(cleanText, (text) => {
        const damaged = text
          .replaceAll('ำ', '\u0e4d\u0e32')
          .replaceAll('่', '\uf70a')
          .replace(/([ัิีึื])(\uf70a|้)/g, '$2$1');
        expect(repair(damaged).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('undoes a wrong character set of any long sentence', () => {
    const sentence = fc.array(fc.constantFrom(...words.filter((word) => /^[ก-์]+$/.test(word))), {
      minLength: 4,
      maxLength: 12,
    });
    fc.assert(
      fc.property(sentence, fc.constantFrom('windows-874', 'windows-1252', 'latin1'), (parts, charset) => {
        const text = parts.join(' ');
        expect(repair(as(charset, text)).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['spaces before marks', ' '.repeat(200_000) + 'ิ'.repeat(200_000)],
    ['marks without end', `ก${'่้๊๋ิีึื'.repeat(50_000)}`],
    ['letter and space', 'ก า '.repeat(100_000)],
    ['nikhahit', 'กํ'.repeat(150_000) + 'า'.repeat(100_000)],
    ['SARA E', 'เ'.repeat(400_000)],
    ['doubled letters', 'aabb'.repeat(100_000)],
    ['line breaks', '\n'.repeat(400_000)],
    ['mojibake signature', 'เธ'.repeat(200_000)],
    ['Latin-1 run', 'ÃÒ'.repeat(200_000)],
    ['lost rings', 'ประจา '.repeat(60_000)],
  ])('finishes on hundreds of thousands of characters: %s', (_name, text) => {
    const repaired = repair(text);
    expectMapped(text, repaired);
  });
});
