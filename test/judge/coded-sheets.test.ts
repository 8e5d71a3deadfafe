// Sheets of codes, sums and marks whose meaning another page of the site tells; and those of other things.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const table = (...rows: readonly string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell.trim()}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;

const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${table(
  'รหัส | โครงการ | งบประมาณ',
  'A-1 | โครงการสอนเด็กว่ายน้ำ | 42,000',
  'A-2 | โครงการซ่อมศาลากลางบ้าน | 135,000',
  'B-1 | โครงการปลูกป่าชายเลน | 60,000',
)}`;
const sheet = `<h2>มีนาคม 2569</h2>${table('A-1 | 42000 | 42000 | จ', 'A-2 | 135000 | 67500 | ด', 'B-1 | 60000 | 0 | ม')}`;
const key =
  '<h2>วิธีอ่านกระดาน</h2><p>คอลัมน์ที่ 1 รหัสงาน คอลัมน์ที่ 2 เงินที่ได้รับ คอลัมน์ที่ 3 เบิกไปแล้ว คอลัมน์ท้าย จ = จบงาน เสร็จแล้ว ด = กำลังดำเนินการ ม = ยังไม่เริ่ม</p>';
const budget = (...pages: readonly string[]) => judgePage([plan, ...pages], 'budget-progress').startsWith('met');

describe('a sheet of codes', () => {
  test('with a page that says what is what', () => {
    expect(budget(sheet, key)).toBe(true);
    expect(judgePage([plan, sheet, key], 'monitoring-results')).toMatch(/^met/u);
  });
  test('with letters over the columns, and signs, in a table of meanings', () => {
    const lettered = `<h2>ถึงสิ้นมีนาคม 2569</h2>${table('| T | U | S', 'A-1 | 42000 | 42000 | ok', 'A-2 | 135000 | 67500 | go', 'B-1 | 60000 | 0 | no')}`;
    const meanings = table('T | เงินที่ตั้งให้', 'U | ใช้ไปจริง', 'OK | เสร็จสิ้นแล้ว', 'GO | อยู่ระหว่างทำ', 'NO | ยังไม่ลงมือ');
    expect(budget(lettered, `<h2>ความหมาย</h2>${meanings}`)).toBe(true);
  });
  test('known by the sums set aside, with figures for the share done', () => {
    const figures = `<h2>มีนาคม 2569</h2>${table('101 | 42000 | 42000 | 100', '102 | 135000 | 67500 | 50', '103 | 60000 | 0 | 0')}`;
    const said = '<h2>คำอธิบาย</h2><p>ตัวเลขแรกเป็นงบที่ให้ ตัวเลขที่สองเป็นเงินจ่ายแล้ว ตัวเลขที่สามงานเสร็จร้อยละเท่าใด</p>';
    expect(budget(figures, said)).toBe(true);
  });
});

describe('no sheet of the plan’s', () => {
  test('without a page that tells', () => {
    expect(budget(sheet, '<h2>วิธีอ่าน</h2><p>สอบถามที่งานการเงิน</p>')).toBe(false);
  });
  test('with money that was handed on, or is to be paid', () => {
    for (const word of ['โอนให้แล้ว', 'จะเบิกในงวดนี้', 'คงเหลือ'])
      expect(budget(sheet, key.replace('เบิกไปแล้ว', word))).toBe(false);
  });
  test('where the marks tell of nothing done', () => {
    const marks = key
      .replace('จบงาน เสร็จแล้ว', 'กองช่าง')
      .replace('กำลังดำเนินการ', 'กองคลัง')
      .replace('ยังไม่เริ่ม', 'สำนักปลัด');
    expect(budget(sheet, marks)).toBe(false);
  });
  test('of codes and sums of something else', () => {
    const stock = `<h2>มีนาคม 2569</h2>${table('P-11 | 900 | 450 | จ', 'P-12 | 1200 | 800 | ด', 'P-13 | 5000 | 100 | ม')}`;
    expect(budget(stock, key)).toBe(false);
  });
});
