// Outsiders who were asked, and how many of them think what, in plain words; staff asked, a bureau's survey and praise are none.
import { expect, test } from 'vitest';
import { answersCounted } from '../../src/judge/answers-counted.ts';
import { judgePage } from './judge-page.ts';

const page = (title: string, text: string) =>
  `<title>${title}</title><h1>${title}</h1><p>${text.split('\n').join('</p><p>')}</p>`;

test.each([
  'พอใจมาก30คนพอใจ12คนไม่พอใจ3คน',
  '45คนตอบว่าดี10คนว่าเฉยๆ2คนบอกไม่ดี',
  'สติกเกอร์เขียว(ถูกใจ)88ดวงสติกเกอร์แดง(ต้องแก้) 9ดวง',
  'ยังไม่พอใจ4แห่งกลางๆ5แห่ง',
])('%s counts', (text) => expect(answersCounted(text)).toBe(true));
test.each(['พอใจ30คน', 'มีคนมาดี30คน', 'ครู30คนนักเรียน12คน', 'ระดับดีมาก5โครงการพอใช้2โครงการ'])('%s does not', (text) =>
  expect(answersCounted(text)).toBe(false),
);

test.each([
  [
    'ข่าวจากตลาด',
    'เด็กฝึกงานถามแม่ค้าและคนมาซื้อของ 90 คน ว่าเทศบาลทำงานเป็นอย่างไร\nดี 55 คน พอใช้ 25 คน แย่ 10 คน อยากให้แก้ท่อมากที่สุด',
  ],
  [
    'เวทีปลายปี',
    'เชิญผู้ใหญ่บ้านและแม่ค้ามา 41 คน แจกกระดาษสองสีให้ตอบว่าสำนักงานทำงานเป็นอย่างไร\nกระดาษฟ้า (พอใจ) 33 ใบ กระดาษส้ม (ไม่พอใจ) 8 ใบ',
  ],
  ['คำตอบจากบริษัท', 'ส่งไป 30 ฉบับ ตอบกลับ 21 ฉบับ\nถามว่าพอใจนักศึกษาของเราแค่ไหน พอใจ 17 แห่ง ไม่พอใจ 4 แห่ง'],
])('%s: %s tells what outsiders answered', (title, text) =>
  expect(judgePage(page(title, text), 'stakeholder-survey')).toMatch(/^met/u),
);

test.each([
  ['ข่าวจากโรงเรียน', 'ถามครูและเจ้าหน้าที่ 40 คน ว่าพอใจห้องพักแค่ไหน พอใจ 30 คน ไม่พอใจ 10 คน'],
  ['ผลสำรวจความพึงพอใจ', 'แจกแบบไป 60 ชุด ได้คืน 52 ชุด จากบุคลากรในสำนักงาน พอใจ 40 คน เฉย ๆ 12 คน'],
  ['เสียงชื่นชม', 'ชาวบ้านฝากขอบคุณเจ้าหน้าที่ทุกคน บริการดีมาก ประทับใจที่สุด ขอให้รักษาไว้'],
  [
    'แบบสำรวจความคิดเห็นประชาชน',
    'สำนักงานสถิติจังหวัดจะเก็บข้อมูลรายได้และรายจ่ายของครัวเรือนตัวอย่าง 60 ครัวเรือน ขอความร่วมมือตอบแบบสำรวจกับเจ้าหน้าที่',
  ],
])('%s: %s does not', (title, text) => expect(judgePage(page(title, text), 'stakeholder-survey')).not.toMatch(/^met/u));

test('another body may ask what people think of the agency', () =>
  expect(
    judgePage(
      page(
        'ผลสำรวจความพึงพอใจของประชาชน',
        'มหาวิทยาลัยราชภัฏสำรวจความพึงพอใจและภาวะเศรษฐกิจของประชาชน 400 คน ต่อการให้บริการของสำนักงาน พอใจร้อยละ 91.20',
      ),
      'stakeholder-survey',
    ),
  ).toMatch(/^met/u));
