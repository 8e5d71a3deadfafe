// Recommendations by what the sentences say, whatever the heading over them is called.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const report = '<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2568</h1>';
const told = (html: string, title = report) => judgePage(title + html, 'recommendations').startsWith('met');

test.each([
  ['under a heading', '<h3>ตรงไหนติด แล้วจะทำอย่างไร</h3><p>วัชพืชกลับมาเร็ว ควรให้หมู่บ้านดูแลคลองต่อเอง</p>'],
  ['proposed by someone', '<p>คณะกรรมการเสนอแนะว่า ปีต่อไปควรขออนุญาตใช้พื้นที่ให้เสร็จก่อนตั้งงบประมาณ</p>'],
  ['after what went wrong', '<p>งานถนนล่าช้าเพราะเข้าหน้าฝน ควรเริ่มจัดจ้างตั้งแต่ไตรมาสแรก</p>'],
  [
    'of a meeting, point by point',
    '<p>คณะกรรมการประชุมแล้ว มีมติเสนอความเห็นต่อผู้บริหาร ดังนี้ 1. โครงการในแผนมีมากแต่ตั้งงบได้น้อย ให้จัดลำดับใหม่ 2. ส่งเสริมอาชีพ</p>',
  ],
  [
    'named beside its remedy in one line',
    '<p>กำลังพล 58 นาย ข้อขัดข้อง รถสายตรวจจอดซ่อมตั้งแต่มกราคม แนวทาง ขอยืมรถจากจังหวัด</p>',
  ],
  [
    'of those who inspected, under a letter',
    '<h3>ง. ความเห็นของผู้ตรวจ</h3><p>ย้ายเสื้อชูชีพออกจากคลังเก่า แล้วแจกให้หมดก่อนมรสุม</p>',
  ],
  ['of an evaluator, counted', '<h3>คำแนะนำ 6 ข้อ</h3><ul><li>เปิดศูนย์วันอาทิตย์อีกหนึ่งแห่งที่ด่าน</li></ul>'],
  ['as ways out', '<h3>ทางแก้ที่เสนอสภา</h3><p>แบ่งหลักสูตรช่างเป็นหน่วยสั้น เก็บสะสมได้</p>'],
  ['of what is still stuck', '<h3>สิ่งที่ยังติดและจะทำต่อ</h3><p>ศาลาสองหลังติดสายไฟ การไฟฟ้าจะย้ายให้</p>'],
])('advice %s', (_, html) => {
  expect(told(html)).toBe(true);
});

test.each([
  ['to the public', '<h3>เกร็ดความรู้</h3><p>ผู้สูงอายุควรออกกำลังกายสม่ำเสมอ</p>'],
  ['on health', '<h3>เกร็ดความรู้</h3><p>อากาศร้อน ควรดื่มน้ำมากขึ้น</p>'],
  ['of a study', '<p>การวิจัยครั้งนี้พบปัญหาการเรียน ควรศึกษาเพิ่มเติมในกลุ่มอื่น</p>'],
  ['a meeting that agrees', '<p>ที่ประชุมมีมติเห็นชอบให้ดำเนินการต่อไป ดังนี้ 1. โครงการขุดลอกคลอง 2. โครงการถนน</p>'],
  ['people asked for theirs', '<p>ขอเชิญเสนอความเห็น ดังนี้ 1. ทางไปรษณีย์ถึงสำนักงาน 2. ทางโทรศัพท์</p>'],
  ['that stands alone', '<p>จัดกิจกรรมครบทุกครั้ง สมควรแก่เวลา</p>'],
])('no advice %s', (_, html) => {
  expect(told(html)).toBe(false);
});

test('a strategic heading of a plan advises nothing, nor does what a plan says of itself', () => {
  const plan = '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>';
  expect(told('<h3>แนวทางการพัฒนาที่ 1 เพิ่มความแม่นยำการพยากรณ์</h3><p>บำรุงรักษาเรดาร์ตรวจอากาศทุกสถานี</p>', plan)).toBe(false);
  expect(told('<h3>หลักการ</h3><p>งบประมาณไม่เพียงพอ ควรเร่งจัดหารายได้</p>', plan)).toBe(false);
});
