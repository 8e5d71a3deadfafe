import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../src/text/amount.ts';
import { normalise } from '../../src/text/normal.ts';
import { hostileText } from './thai-arbitraries.ts';

const read = (text: string): string[] => findAmounts(normalise(text)).map(({ value, unit }) => `${value} ${unit}`);

describe('findAmounts', () => {
  it.each([
    ['37,556,572.56 บาท', ['37556572.56 baht']],
    ['๑๖,๑๔๘,๘๐๐.- บาท', ['16148800 baht']],
    ['๑๖,๑๔๘,๘๐๐.-', ['16148800 baht']],
    ['18.27 ล้าน', ['18270000 million']],
    ['18.27 ล้านบาท', ['18270000 million']],
    ['1.5 แสนบาท', ['150000 baht']],
    ['2 พันบาท', ['2000 thousand']],
    ['งบ 238,613.38 บ. เบิกจ่าย 300,000บ.', ['238613.38 baht', '300000 baht']],
    ['ซอย 101 บ.หนองแก', []],
    ['๕๐๐ บาท', ['500 baht']],
    ['งบอนุมัติ: ฿150,000', ['150000 baht']],
    ['700K บาท', ['700000 thousand']],
    ['฿2.0M', ['2000000 million']],
    ['5 km, 3 M2', []],
    ['ร้อยละ 85.5', ['85.5 percent']],
    ['85.5%', ['85.5 percent']],
    ['50,000', ['50000 none']],
    ['5000', ['5000 none']],
    ['0.00', ['0 none']],
    ['0', ['0 none']],
    ['(1,234.50)', ['-1234.5 none']],
    ['-1,234', ['-1234 none']],
    ['(50,000 บาท)', ['50000 baht']],
    ['20,000 - 30,000 บาท', ['20000 none', '30000 baht']],
    ['งบประมาณ 50000', ['50000 none']],
    ['ปี 2569 งบประมาณ 20,000', ['20000 none']],
    ['เบิกจ่าย 1,500,000.00 บาท คิดเป็นร้อยละ 75.00', ['1500000 baht', '75 percent']],
    ['1 | โครงการ ก | 50,000 | 45,000.00 | 90.00', ['50000 none', '45000 none', '90 none']],
    ['1 | โครงการ ก | 20000 | 0 | ร้อยละ 0', ['20000 none', '0 none', '0 percent']],
  ])('%s', (text, amounts) => {
    expect(read(text)).toEqual(amounts);
  });

  it.each([
    '-',
    '2569',
    'พ.ศ. 2569',
    '31 มี.ค. 2568',
    'ข้อ 1',
    '1.2 แผนงาน',
    '1) โครงการ 2) กิจกรรม',
    'รอบ 6 เดือน',
    'ไตรมาสที่ 2',
    '69 โครงการ',
    '100 คน',
    '10 ล้านตัน',
    '2.88 ล้าน ลบ.ม.',
    '3 ล้านลูกบาศก์เมตร',
    '5 พันธกิจ',
    'โทร. 076-212-345',
    '12/2568',
    '8:30-16:30 น.',
    'O10 แผน',
    '',
  ])('nothing in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('keeps spans and finite values on anything', () => {
    const numbers = fc
      .array(fc.constantFrom('1', '25', '000', ',', '.', '-', '(', ')', ' ', '|', 'บาท', 'ล้าน', '%', 'ร้อยละ', '๕'), {
        maxLength: 25,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(numbers, hostileText), (text) => {
        let last = 0;
        const n = normalise(text);
        for (const { start, end, from, to, value } of findAmounts(n)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(to).toBeGreaterThan(from);
          last = start;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['digits', '1'.repeat(300_000)],
    ['groups', '1,000'.repeat(80_000)],
    ['brackets', '(1'.repeat(150_000)],
  ])('finishes on a long text: %s', (_name, text) => {
    expect(Array.isArray(findAmounts(normalise(text)))).toBe(true);
  });
});
