// What went wrong and what is done about it, told in a report that its pieces of work make one, and nowhere else.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const advises = (html: string) => judgePage(html, 'recommendations').startsWith('met');
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const li = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const head = '<h1>เราทำอะไรไปบ้าง</h1><p>งานตามแผนทั้งปีงบประมาณ 2568</p>';
const pieces = ['เก็บอวนร้าง เป้า 40 ครั้ง ได้ 38', 'อบรมชาวประมง เป้า 6 รุ่น ได้ 6', 'ปล่อยพันธุ์ปู เป้า 12,000 ตัว ได้ 12,400'];
const report = head + li(...pieces);
const held = 'เรือเก็บอวนเข้าอู่ตั้งแต่มีนาคม ช่างรอใบพัดจากต่างจังหวัด';
const done = 'ยืมเรือของกลุ่มบ้านนอกมาใช้ก่อนจนกว่าใบพัดจะมา';

describe('said', () => {
  test.each([
    ['under a line of its own', p('ติดอะไรบ้าง', held)],
    ['under a heading', `<h3>ทำยังไงต่อ</h3>${p(done)}`],
    ['in items', p('สิ่งที่ยังติดขัด') + li(held, 'กล้าโกงกางไม่พอ')],
    ['on the line that says what it is', p(`สิ่งที่ประชุมฝากแก้: ${done}`)],
    ['of what is late', p('ที่ยังช้า', held)],
    ['under a heading for each', `<h3>สิ่งที่ทำให้ช้า</h3><h5>เรือเข้าอู่</h5>${p(done)}`],
    ['in one sentence, with the cause', p('เก็บอวนได้น้อยเพราะเรือเข้าอู่ จึงขอยืมเรือของกลุ่มบ้านนอก')],
  ])('%s', (_, lines) => {
    expect(advises(report + lines)).toBe(true);
  });

  test('in passing with two pieces of work', () => {
    const [first, second, third] = pieces as [string, string, string];
    const wrong = (one: string, other: string) => head + li(one, other, third);
    expect(advises(wrong(`${first} เรือไม่ว่าง ปรับไปเก็บวันหยุด`, `${second} วิทยากรไม่ว่าง ย้ายไปเมษายน`))).toBe(true);
    expect(advises(wrong(`${first} เรือไม่ว่าง ปรับไปเก็บวันหยุด`, second))).toBe(false);
  });

  test('that there is none', () => {
    for (const asked of ['ปัญหา', 'อุปสรรคและข้อเสนอแนะ', 'สิ่งที่ควรปรับปรุง'])
      expect(judgePage(report + p(asked, '- ไม่มี -'), 'recommendations')).toBe('met/stated-none');
  });
});

describe('not said', () => {
  test.each(['เรื่องร้องเรียนเกี่ยวกับการดำเนินโครงการ', 'โครงการที่ขอกันเงิน', 'เอกสารแนบ', 'การโอนงบประมาณ', 'ผู้ลา'])(
    'that there is none of anything else: %s',
    (asked) => {
      expect(advises(`${report}<h3>${asked}</h3>${p('- ไม่มี -')}`)).toBe(false);
      expect(advises(report + p(asked, 'ไม่มี'))).toBe(false);
    },
  );

  test.each([
    ['the report alone', ''],
    ['the line that would say it', '<h3>ติดอะไรบ้าง</h3>'],
    ['where to ask', p('ติดต่อสอบถามได้ที่งานแผน โทร 076 000000')],
    ['what happened, and no remedy', p('เรือเข้าอู่สองเดือน')],
    ['a link to it', p(`<a href="/x">ทำยังไงต่อ: ${done}</a>`)],
    ['another day for all', p('ปล่อยพันธุ์ปูเลื่อนเป็นวันเสาร์ ให้ชาวบ้านมาร่วมได้')],
    ['what visitors may ask', p('ท่านใดมีปัญหา ขอให้แจ้งที่เคาน์เตอร์')],
    ['when to come', p('เนื่องจากเป็นวันหยุด ขอให้มารับหนังสือวันจันทร์')],
    ['when the page was edited', p('แก้ไขล่าสุด: 12 มิถุนายน 2569 โดยงานแผนของสำนักงาน')],
    ['the same over an address', p('แก้ไขล่าสุด 12 มิถุนายน 2569', 'งานแผนและข้อมูล สำนักงานจังหวัด ชั้นสอง')],
    ['a fair named after elephants', p('งานช้างเกาะทราย', 'พบกันวันเสาร์แรกของเดือนหน้าที่ลานหน้าเมือง')],
  ])('%s', (_, lines) => {
    expect(advises(report + lines)).toBe(false);
  });

  test('a state over what was spent', () => {
    const card = (name: string, state: string) =>
      `<h3>${name}</h3>${p(state, 'ตั้งไว้ทั้งหมด 386,000 บาท จ่ายแล้ว 361,500 บาท')}`;
    const cards = ['เก็บอวนร้าง', 'อบรมชาวประมง', 'ปล่อยพันธุ์ปู'].map((name) => card(name, 'ล่าช้า')).join('');
    const html = `<h1>เราทำอะไรไปบ้าง</h1><p>งานตามแผนทั้งปีงบประมาณ 2569</p>${cards}`;
    expect(judgePage(html, 'monitoring-results')).toMatch(/^met/);
    expect(advises(html)).toBe(false);
  });

  test.each([
    ['in news', '<h1>ข่าวท่าเรือ</h1>'],
    ['in a report on gifts', `<h1>ผ้าป่าท่าเรือ ปี 2568</h1>${li(...pieces)}`],
    ['in a story of no year', `<h1>เรื่องเล่าจากท่าเรือ</h1>${li(...pieces)}`],
  ])('%s', (_, html) => {
    expect(advises(html + p('ติดอะไรบ้าง', held))).toBe(false);
  });
});
