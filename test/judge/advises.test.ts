// Recommendations by what the sentences say, whatever the heading over them is called.
import { describe, expect, test } from 'vitest';
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
  [
    'behind arrows',
    '<h3>จุดที่ต้องระวัง</h3><p>เรือลากจูงไม่พอ → ยืมของศูนย์ฝึกสองลำ</p><p>คลื่นแรงเกือบทั้งเดือน → ย้ายไปทำหลังสงกรานต์</p>',
  ],
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
  [
    'in steps',
    '<h3>ขั้นตอนขอใช้ท่า</h3><p>ยื่นคำขอที่สำนักงาน → ตรวจเอกสาร → ออกใบอนุญาต</p><p>เอกสารไม่ครบ → ยื่นเพิ่มเติม → ตรวจอีกครั้ง</p>',
  ],
  ['behind one arrow', '<h3>ภาพรวม</h3><p>งานท่าเรือล่าช้า → ระหว่างเดินเรือ</p>'],
])('no advice %s', (_, html) => {
  expect(told(html)).toBe(false);
});

test('a strategic heading of a plan advises nothing, nor does what a plan says of itself', () => {
  const plan = '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>';
  expect(told('<h3>แนวทางการพัฒนาที่ 1 เพิ่มความแม่นยำการพยากรณ์</h3><p>บำรุงรักษาเรดาร์ตรวจอากาศทุกสถานี</p>', plan)).toBe(false);
  expect(told('<h3>หลักการ</h3><p>งบประมาณไม่เพียงพอ ควรเร่งจัดหารายได้</p>', plan)).toBe(false);
});

describe('under each piece of work', () => {
  const cards = (...said: string[]) =>
    said
      .map(
        (text, at) =>
          `<h3>โครงการที่ ${at + 1} ศูนย์ซ่อมสร้างรุ่น ${at + 1}</h3><p>ผลที่ได้รับ: ซ่อมได้ 437 รายการ</p><p>${text}</p>`,
      )
      .join('');

  test.each([
    [
      'what is stuck and the way out',
      'ติดขัด/ทางออก: ขาดเรือปั้นจั่น ให้ผู้รับจ้างเช่าเพิ่ม',
      'ติดขัด/ทางออก: คลื่นแรง ขอขยายเวลาถึงสิงหาคม',
    ],
    ['what to do the next time', 'ครั้งหน้า: เตรียมอะไหล่มอเตอร์ให้มากกว่านี้', 'ครั้งหน้า: จัดคลินิกให้คำปรึกษาทุกเดือน'],
    ['what should go on', 'ควรปรับ: เปลี่ยนวันอบรมเป็นวันหยุด', 'ควรปรับ: ใช้แอปแทนสมุดกระดาษทั้งหมด'],
  ])('%s', (_, ...said) => {
    expect(told(cards(...said))).toBe(true);
  });
  test.each([
    ['the day on which it is done again', 'ครั้งต่อไป: 20 ม.ค. 69 ณ ห้องประชุม', 'ครั้งต่อไป: 3 ก.พ. 69 ณ ศาลากลางหมู่บ้าน'],
    ['of one alone', 'ครั้งหน้า: เตรียมอะไหล่มอเตอร์ให้มากกว่านี้', 'สถานะ: ปิดงาน'],
    ['the same for all', 'ติดขัด/ทางออก: โปรดระบุรายละเอียดให้ครบ', 'ติดขัด/ทางออก: โปรดระบุรายละเอียดให้ครบ'],
  ])('not %s', (_, ...said) => {
    expect(told(cards(...said))).toBe(false);
  });
});

describe('what should be done otherwise', () => {
  const projects =
    '<table><tr><th>โครงการ</th><th>เป้าหมาย</th><th>ทำได้</th></tr><tr><td>โครงการคลินิกโรคไตใกล้บ้าน</td><td>5 ตำบล</td><td>4 ตำบล</td></tr><tr><td>โครงการเยี่ยมผู้ป่วยติดเตียง</td><td>ร้อยละ 95</td><td>ร้อยละ 91</td></tr></table>';
  const li = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;

  test.each([
    ['by the work itself', li('งานเยี่ยมบ้านควรปรับรอบเยี่ยมเป็นสัปดาห์ละสองครั้ง', 'ทุกโครงการควรส่งแบบสรุปภายใน 15 วัน')],
    ['by a project, under a heading', `<h4>เพื่อให้ปีหน้าดีขึ้น</h4>${li('คลินิกโรคไตควรเปิดตำบลสุดท้ายโดยใช้พยาบาลเวียน')}`],
    ['as those see it who did it', '<p>จากที่ทำมา สำนักงานเห็นว่าสินค้าชุมชนต้องทำตลาดออนไลน์ควบคู่กับงานออกร้าน</p>'],
  ])('%s', (_, html) => {
    expect(told(projects + html)).toBe(true);
  });
  test.each([
    [
      'by patients',
      `<h4>เพื่อให้การมาครั้งหน้าดีขึ้น</h4>${li('ผู้ป่วยโรคไตควรลดอาหารเค็ม', 'ผู้ป่วยติดเตียงควรได้รับการพลิกตัวทุกสองชั่วโมง')}`,
    ],
    [
      'by those who live there',
      `<h4>เกร็ดความรู้</h4>${li('ประชาชนในพื้นที่ควรคว่ำภาชนะทุกสัปดาห์', 'เกษตรกรในตำบลควรปลูกพืชทนแล้ง')}`,
    ],
  ])('not %s', (_, html) => {
    expect(told(projects + html)).toBe(false);
  });
});

test('what problem a plan says that each project was made for is no obstacle met', () => {
  const plan = '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>';
  const made = (name: string, problem: string) =>
    `<h3>${name}</h3><p>ติดขัดเดิม: ${problem}</p><p>งบประมาณ: 20,000 บาท</p>`;
  const html = made('โครงการขุดลอกคลอง', 'คลองตื้นเขินน้ำท่วมทุกปี') + made('โครงการไฟทางสาธารณะ', 'ถนนมืดเดินทางไม่ปลอดภัย');
  expect(told(html, plan)).toBe(false);
});
