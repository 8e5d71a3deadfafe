import { describe, expect, test } from 'vitest';
import { norm } from '../../src/judge/lexicon.ts';
import { moneyPair, targetReached } from '../../src/judge/money-line.ts';

function pairIn(text: string): readonly [string, string] | undefined {
  const pair = moneyPair(norm(text));
  return pair && [text.slice(...pair.set), text.slice(...pair.spent)];
}

describe('money set aside and money spent, in a few words', () => {
  test.each([
    ['(3) ขยายท่อประปา งบ 151,900 ใช้ 149,000 ต่อแล้ว 40 ครัวเรือน', 'งบ 151,900', 'ใช้ 149,000'],
    ['ตั้งไว้ 75,000 จ่าย 0', 'ตั้งไว้ 75,000', 'จ่าย 0'],
    ['โครงการเกษตรในโรงเรียน ขอ 5,000 ใช้ 4,760 ทำครบ', 'ขอ 5,000', 'ใช้ 4,760'],
    ['งบประมาณที่ตั้ง ๖,๐๐๐ บาท ใช้จริง ๔,๓๕๐ บาท', 'งบประมาณที่ตั้ง ๖,๐๐๐', 'ใช้จริง ๔,๓๕๐ บาท'],
    ['งบ 1,600,000 ฿\nจ่ายแล้ว 1,588,000 ฿ (99%)', 'งบ 1,600,000 ฿', 'จ่ายแล้ว 1,588,000 ฿'],
    ['โครงการลดขยะ ใช้ 33,750/60,000 อบรมแล้ว 2 รุ่น', '60,000', 'ใช้ 33,750'],
    ['เบิกไป 1,200 จาก 3,000 บาท', '3,000 บาท', 'เบิกไป 1,200'],
    ['งบ 100,000 เบิก - ยังไม่เริ่ม', 'งบ 100,000', 'เบิก -'],
    ['ลานธรรมหน้าวัด ได้ 150,000 ใช้ไป 120,000', 'ได้ 150,000', 'ใช้ไป 120,000'],
  ])('%s', (text, set, spent) => {
    expect(pairIn(text)).toEqual([set, spent]);
  });

  test.each([
    ['years', 'งบ 2567 ใช้ 2568'],
    ['how long it takes', 'งบประมาณ 50,000 บาท ใช้เวลา 3 เดือน'],
    ['what is paid to whom', 'งบประมาณ 50,000 บาท จ่ายค่าวิทยากร 3,000 บาท'],
    ['numbers too small to be money', 'งบ 30 ใช้ 20'],
    ['people', 'ได้รับจัดสรร 400 ใช้ 380 คน'],
    ['rates', 'งบประมาณ 50,000 บาท เบิกจ่าย 98%'],
    ['what was made, not given', 'กลุ่มสตรีทำได้ 150,000 ใช้ไป 120,000'],
    ['what was gathered, not given', 'กองผ้าป่าเก็บได้ 150,000 ใช้ไป 120,000'],
    ['several times as much', 'ขอ 500 จ่าย 25,000 บาท'],
    ['words without amounts', 'ขออนุมัติใช้งบประมาณ'],
  ])('not: %s', (_, text) => {
    expect(pairIn(text)).toBeUndefined();
  });
});

describe('a target and what was reached of it', () => {
  const reachedIn = (text: string): string | undefined => {
    const span = targetReached(norm(text));
    return span && text.slice(...span);
  };

  test('in the same unit', () => {
    expect(reachedIn('โครงการซ่อมฝาย เป้า 900 แห่ง ทำได้ 611 แห่ง (67.9%)')).toBe('เป้า 900 แห่ง ทำได้ 611 แห่ง');
    expect(reachedIn('เป้าหมาย 1,500 ครัวเรือน ผล 1,176 ครัวเรือน')).toBe('เป้าหมาย 1,500 ครัวเรือน ผล 1,176 ครัวเรือน');
  });

  test('not a target alone, nor two things counted', () => {
    expect(reachedIn('เป้าหมาย 34 แปลง งบประมาณ 1,326,900 บาท')).toBeUndefined();
    expect(reachedIn('เป้าหมาย 200 คน ผลผลิต 3 เรื่อง')).toBeUndefined();
  });
});
