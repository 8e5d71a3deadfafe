// A survey on a page shows itself by its fields, however few words it has.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const survey = (html: string) => judgePage(html, 'stakeholder-survey');
const title = '<h2>แบบสำรวจความพึงพอใจของผู้มาติดต่อ</h2>';

test.each([
  [
    'marks to choose',
    '<form><input type="radio" name="q">มาก <input type="radio" name="q">น้อย <button>ส่ง</button></form>',
  ],
  ['a list', '<form><select name="s"><option>พอใจมาก</option><option>พอใจ</option></select><button>ส่ง</button></form>'],
  ['room for an opinion', '<form method="post"><textarea name="detail"></textarea><button>ส่ง</button></form>'],
])('%s', (_, form) => {
  expect(survey(title + form)).toBe('met/found-other-wording');
});

test('under a line that names it, in a page of another name', () => {
  const form = '<form><input type="number" name="score" min="1" max="5"><button>ส่งแบบสำรวจ</button></form>';
  expect(survey(`<h2>บริการประชาชน</h2><p>แบบสำรวจความพึงพอใจของประชาชน ${form}</p>`)).toBe('met/found-other-wording');
});

test.each([
  ['a title alone', title],
  ['a search box', `${title}<form action="/search"><input name="q"><button>ค้นหา</button></form>`],
  [
    'a way in',
    `${title}<form action="/login"><input name="id"><input type="password" name="p"><button>เข้าสู่ระบบ</button></form>`,
  ],
  ['a form under another heading', `${title}<h2>ร้องเรียนร้องทุกข์</h2><form><textarea name="d"></textarea></form>`],
])('%s is none', (_, html) => {
  expect(survey(html)).not.toMatch(/^met/);
});

test.each(['แบบสำรวจความพึงพอใจของบุคลากร', 'แบบวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายใน (IIT)', 'แบบประเมินความพึงพอใจการใช้งานเว็บไซต์'])(
  'what does not ask outsiders about the work is none: %s',
  (name) => {
    expect(survey(`<h2>${name}</h2><form><input type="radio" name="a">มาก<button>ส่ง</button></form>`)).not.toMatch(
      /^met/,
    );
  },
);

test('a survey’s report tells what was answered, be it in its title’s own line', () => {
  const page = (title: string, text: string): string => `<h1>ความพึงพอใจ</h1><p>${title}</p><p>${text}</p>`;
  const title = 'ผลสำรวจความพึงพอใจของประชาชน ปี 2568';
  const caption = 'ทีมงานลงพื้นที่อำเภอเกาะยาง อากาศแจ่มใส ขอบคุณที่เลี้ยงอาหารกลางวัน';
  expect(judgePage(page(title, caption), 'stakeholder-survey')).toBe('review/title-only');
  expect(judgePage(page(title, 'ภาพรวมอยู่ในระดับมาก ร้อยละ 86.2'), 'stakeholder-survey')).toMatch(/^met/);
  expect(judgePage(page(`${title} ผู้ตอบ 508 ราย งานทะเบียน 90.1`, caption), 'stakeholder-survey')).toMatch(/^met/);
});

test('what those who work there answered is no survey of outsiders', () => {
  const page = (line: string): string =>
    `<h1>ผลสำรวจความพึงพอใจ</h1><p>${line}</p><table><tr><th>ประเด็น</th><th>คะแนน</th></tr><tr><td>ความสะดวก</td><td>88.10</td></tr><tr><td>ความรวดเร็ว</td><td>82.44</td></tr></table>`;
  for (const line of [
    'แบบวัดการรับรู้ผู้มีส่วนได้ส่วนเสียภายใน (IIT) ปี 2569 เก็บจากพนักงานส่วนตำบลและลูกจ้าง 34 คน',
    'สำนักงานสำรวจความเห็นของข้าราชการ พนักงานราชการ และลูกจ้างจำนวน 27 คน ต่อบรรยากาศการทำงาน',
  ])
    expect(judgePage(page(line), 'stakeholder-survey'), line).not.toMatch(/^met/);
  for (const line of ['เก็บจากผู้มารับบริการ 120 คน', 'ความพึงพอใจของประชาชนต่อการให้บริการของเจ้าหน้าที่'])
    expect(judgePage(page(line), 'stakeholder-survey'), line).toMatch(/^met/);
});

const questions = (...texts: string[]) =>
  `<form><ol>${texts.map((text) => `<li>${text} <input name="q"></li>`).join('')}</ol><button>ส่ง</button></form>`;

test('questions to those who come, in everyday words', () => {
  const lead = '<h2>บอกเราหน่อย</h2><p>ใครเคยมาติดต่อที่ทำการ ขอให้ช่วยตอบสี่ข้อนี้</p>';
  const asked = questions('มาเรื่องอะไร', 'รอนานไหม', 'พูดจากับท่านอย่างไร', 'ให้กี่ดาว');
  expect(survey(lead + asked)).toMatch(/^met/);
  // Those who work there are asked something else, and so are those who want to join.
  expect(survey(`<h2>บอกเราหน่อย</h2><p>ขอให้พนักงานช่วยตอบ</p>${asked}`)).not.toMatch(/^met/);
  expect(
    survey(`<h2>สมัครจิตอาสา</h2><p>เชิญประชาชนกรอกใบสมัคร</p>${questions('บ้านอยู่ไหน', 'ถนัดอะไร', 'ว่างไหม')}`),
  ).not.toMatch(/^met/);
});

test.each([
  ['<h1>เราถามคนแถวตลาด 640 คน</h1><p>พอใจการเก็บขยะ 78.4% พอใจไฟถนน 61.0%</p>', /^met/],
  ['<h1>ผู้โดยสารให้ดาว</h1><p>ถามผู้โดยสาร 220 คนที่ท่าเรือ ข้อความสะอาดได้ 4.1 ดาว ข้อตรงเวลาได้ 3.6 ดาว</p>', /^met/],
  ['<h1>ความพึงพอใจ</h1><p>วิทยาลัยในเมืองสอบถามผู้มาใช้บริการ 380 คน สามงาน เฉลี่ยร้อยละ 91.2</p>', /^met/],
  ['<h1>ครูให้ดาว</h1><p>ถามครู 22 คนในวันประชุม ข้อห้องพักได้ 4.1 ดาว ข้ออาหารได้ 3.6 ดาว</p>', /^not-met/],
])('what was answered, told in a line: %s', (html, verdict) => expect(survey(html)).toMatch(verdict));
