// What stands under a heading of opinions or recommendations, and advises or does not.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const report =
  '<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ 2568</h1><table><tr><th>โครงการ</th><th>เป้าหมาย</th><th>ผล</th></tr>' +
  '<tr><td>โครงการคลองใสไหลดี</td><td>10 สาย</td><td>11 สาย</td></tr><tr><td>โครงการตลาดสะอาดทั้งเมือง</td><td>3 แห่ง</td><td>2 แห่ง</td></tr></table>';
const advised = (heading: string, ...lines: string[]) =>
  judgePage(
    `${report}<h2>${heading}</h2>${lines.map((line) => `<p>${line}</p>`).join('')}`,
    'recommendations',
  ).startsWith('met');

describe('praise and thanks', () => {
  test.each(['ข้อคิดเห็นของผู้บริหาร', 'ความเห็นของคณะกรรมการ'])('advise nothing: %s', (heading) => {
    expect(advised(heading, 'ขอขอบคุณทุกกองที่ร่วมแรงกัน', 'ภูมิใจที่ตลาดสะอาดเป็นที่พูดถึง')).toBe(false);
  });
  test('led to by a line', () => {
    const lines = ['ที่ประชุมพิจารณาแล้วมีความเห็นดังนี้', '1) ขอชื่นชมผู้ปฏิบัติงานทุกคน', '2) ขอแสดงความยินดีกับรางวัลที่ได้รับ'];
    expect(advised('ความเห็นของคณะกรรมการ', ...lines)).toBe(false);
  });
  test('beside what is to be done otherwise they do not hide it', () => {
    expect(advised('ข้อคิดเห็นของผู้บริหาร', 'ขอขอบคุณทุกกอง', 'ปีหน้าให้เริ่มก่อนหน้าฝน และเพิ่มถังขยะ')).toBe(true);
  });
});

describe('notes of visitors', () => {
  const notes = ['ที่นั่งรอน้อยไป ควรเพิ่มเก้าอี้', 'แอร์เย็นเกินไป'];
  test.each(['รวบรวมจากกล่องรับความคิดเห็นหน้าสำนักงาน', 'จากแบบประเมินความพึงพอใจของผู้มาติดต่อ', 'จากผู้รับบริการ 12 ราย'])(
    '%s',
    (source) => {
      expect(advised('ข้อเสนอแนะ', source, ...notes)).toBe(false);
    },
  );
  test('on the projects are advice on the plan', () => {
    expect(advised('ข้อเสนอแนะ', 'จากผู้รับบริการ 12 ราย', 'คลองใสไหลดี ควรขุดให้ถึงท้ายบ้าน')).toBe(true);
  });
  test('those of a meeting are advice', () => {
    expect(advised('ข้อเสนอแนะ', 'จากที่ประชุมติดตามงาน 9 เมษายน', 'ควรขอเรือจากจังหวัดมาช่วย')).toBe(true);
  });
});

describe('what would be done otherwise', () => {
  const lines = ['คลองใส ขอเรือจากจังหวัดตั้งแต่ต้นปี', 'ตลาดสะอาด แยกวันล้างตลาดออกจากวันนัด'];
  test.each(['หากได้จัดอีกครั้ง', 'ถ้าทำใหม่จะปรับอะไร', 'ถ้าย้อนกลับไปได้'])('under %s', (heading) => {
    expect(advised(heading, ...lines)).toBe(true);
  });
  test('not under memories', () => {
    expect(advised('ภาพจำของทีมงาน', 'คืนล้างตลาดฝนตกทุกคนยังยิ้ม', 'ลุงคนขับเรือร้องเพลงให้ฟัง')).toBe(false);
  });
});
