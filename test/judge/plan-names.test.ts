// An office that gives its plan a name of its own writes by that name of what came of it, of who follows it and of what goes on the website;
// and pages of other maps, calendars and orders.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const h = (text: string) => `<h1>${text}</h1>`;
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const li = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const met = (pages: string[], criterion: string) => judgePage(pages, criterion).startsWith('met');

const plan = (title = 'เส้นทางเดินป่า 2569', body?: string) =>
  h(title) +
  p('ทุกหมุดที่สำนักงานของเราต้องไปให้ถึงปักไว้ครบแล้ว ผู้ว่าราชการจังหวัดประทับตราเมื่อ 6 ตุลาคม 2568 แผ่นนี้ใช้ถึง 30 กันยายน 2569') +
  (body ??
    li(
      'ปลูกป่าต้นน้ำ 200 ไร่ .......... 400,000.-',
      'ฝายชะลอน้ำห้วยลึก 12 ตัว .......... 180,000.-',
      'สอนทำแนวกันไฟ 5 หมู่บ้าน .......... 75,000.-',
    ));
const site = (page: string, ...more: string[]) => [
  `<h1>สำนักงานของเรา</h1>${['เส้นทางเดินป่า 2569', 'เรื่องหนึ่ง']
    .slice(0, 1 + more.length)
    .map((label, at) => `<p><a href="/${at + 1}">${label}</a></p>`)
    .join('')}`,
  page,
  ...more,
];

describe('the plan', () => {
  test.each(['plan-link', 'plan-link-resolves', 'plan-current', 'projects'])(
    'whatever the word for doing it: %s',
    (id) => {
      expect(met(site(plan()), id)).toBe(true);
    },
  );

  test('in the cells of a calendar, several in one', () => {
    const months = table(
      'ตุลาคม 2568|[ป่า] ปลูกป่าต้นน้ำ 200 ไร่ 400,000 บาท [คน] ประชุมหมู่บ้าน 30,000 บาท',
      'ธันวาคม 2568|[น้ำ] ฝายชะลอน้ำห้วยลึก 180,000 บาท',
      'กุมภาพันธ์ 2569|[คน] สอนทำแนวกันไฟ 75,000 บาท',
    );
    const said = 'ปฏิทินนี้คือสิ่งที่เราจะทำทั้งปีงบประมาณ 2569 ผู้ว่าราชการจังหวัดลงนามแล้วเมื่อ 6 ตุลาคม 2568';
    expect(met(site(h('ปฏิทินริมรั้ว ตุลา 68 – กันยา 69') + p(said) + months), 'plan-current')).toBe(true);
    // Festivals are no plan of the office.
    expect(met(site(h('ปฏิทินประเพณี 2569') + p(said) + months), 'plan-current')).toBe(false);
  });

  test('its parts by a word of its own, or named where it says how many', () => {
    const works = ['ปลูกป่าต้นน้ำ 400,000 บาท', 'ฝายชะลอน้ำ 180,000 บาท', 'สอนทำแนวกันไฟ 75,000 บาท', 'เดินตรวจป่า 60,000 บาท'];
    const parts = (one: string, two: string) => p(one, works[0]!, works[1]!, two, works[2]!, works[3]!);
    const by = (body: string) => met(site(plan(undefined, body)), 'work-programmes');
    expect(by(parts('สันเขาที่ 1 ป่ากลับมา', 'สันเขาที่ 2 คนอยู่ได้'))).toBe(true);
    expect(by(parts('ไตรมาสที่ 1 ตุลาคมถึงธันวาคม', 'ไตรมาสที่ 2 มกราคมถึงมีนาคม'))).toBe(false);
    expect(by(p('งานทั้งหมดแบ่งเป็นสองด้าน') + li('ด้านป่าและน้ำ', 'ด้านคนอยู่กับป่า') + p(...works))).toBe(true);
  });

  test('what others shall do, or nobody has decided, is none', () => {
    const others = plan()
      .replace('ทุกหมุดที่สำนักงานของเราต้องไปให้ถึง', 'ทุกหมุดที่นักท่องเที่ยวแวะได้')
      .replace('แผ่นนี้ใช้ถึง 30 กันยายน 2569', '');
    expect(met(site(others), 'plan-current')).toBe(false);
    expect(met(site(plan().replace('ประทับตรา', 'มาเยี่ยม')), 'plan-current')).toBe(false);
  });
});

describe('by its name', () => {
  const roster = (name: string) =>
    h('ใครเดินตรวจ') +
    p(`${name}มีคนคอยดู`) +
    table('ทุกสิ้นเดือน|คุณวิภา ถามทุกหมุดแล้วจดลงสมุด', 'มกราคม และ กรกฎาคม|หัวหน้ากับผู้แทนชาวบ้านนั่งเทียบสมุดทีละหมุด');
  const state = (name: string) =>
    h('ถึงหมุดไหนแล้ว') +
    p(`เทียบกับ${name}ทุกหมุด นับถึง 30 เมษายน 2569`) +
    li(
      'ปลูกป่าต้นน้ำ ทำแล้ว 150 ไร่ จ่ายไป 310,000 บาท',
      'ฝายชะลอน้ำห้วยลึก เสร็จ 12 ตัว จ่ายไป 176,000 บาท',
      'สอนทำแนวกันไฟ ยังไม่เริ่ม ยังไม่จ่าย',
    );

  test('who follows it', () => {
    expect(met(site(plan(), roster('เส้นทางเดินป่า')), 'monitoring-mechanism')).toBe(true);
    expect(met(site(plan(), roster('ห้องน้ำสาธารณะ')), 'monitoring-mechanism')).toBe(false);
    expect(met(site(h('ข่าว') + p('อากาศดี'), roster('เส้นทางเดินป่า')), 'monitoring-mechanism')).toBe(false);
  });

  test('works that are done every month are none that follow', () => {
    const every = li(
      'เดินตรวจป่าทุกสิ้นเดือน 40,000 บาท',
      'หัวหน้าเดินดูฝายทุกวันที่ 5 เส้นทางเดินป่าสายใต้ 20,000 บาท',
      'สอนทำแนวกันไฟ 5 หมู่บ้าน 75,000 บาท',
    );
    expect(met(site(plan(undefined, every)), 'monitoring-mechanism')).toBe(false);
  });

  test('a month at its head is no name of it', () => {
    const told = h('ข่าว') + p('มกราคมปีนี้มีคนคอยดู', 'ทุกสิ้นเดือน คุณวิภาถามทุกบ้าน', 'ทุกวันที่ 5 หัวหน้าเดินดูตลาด');
    const pages = [
      '<h1>สำนักงาน</h1><p><a href="/1">มกราคม 2569</a></p><p><a href="/2">ข่าว</a></p>',
      plan('มกราคม 2569'),
      told,
    ];
    expect(met(pages, 'monitoring-mechanism')).toBe(false);
  });

  test('how far it has come', () => {
    expect(met(site(plan(), state('เส้นทางเดินป่า 2569')), 'budget-progress')).toBe(true);
  });
});

describe('orders that put things of whatever name on the website', () => {
  const ordered = (text: string) => met(site(plan(), h('ป้ายหน้าห้อง') + p(text)), 'disclosure-order');
  test.each([
    'หัวหน้าสำนักงานมีคำสั่งที่ 12/2568 วันที่ 9 ตุลาคม 2568 ให้งานธุรการนำเส้นทางและสมุดจด ลงเว็บสำนักงานทุกเดือน',
    'คำสั่งสำนักงาน ที่ 14/2568 ลงวันที่ 9 ตุลาคม 2568 ให้แปะแผ่นงานกับบัญชีเงินไว้บนเว็บของเรา',
    'ประกาศหัวหน้า ลงวันที่ 1 ตุลาคม 2568 ให้ทุกกลุ่มส่งสมุดงานขึ้นเว็บไซต์ภายในห้าวัน',
  ])('%s', (text) => {
    expect(ordered(text)).toBe(true);
  });
  test.each([
    ['one notice', 'ประกาศ ลงวันที่ 1 ตุลาคม 2568 ให้ผู้สนใจดูรายละเอียดบนเว็บไซต์'],
    ['of purchases', 'คำสั่งที่ 3/2568 ให้พัสดุนำประกาศจัดซื้อจัดจ้างและราคากลาง ขึ้นเว็บไซต์ทุกครั้ง'],
    ['elsewhere', 'คำสั่งที่ 3/2568 ให้ทุกกลุ่มส่งสมุดและภาพถ่าย ขึ้นเว็บไซต์ของกระทรวงทุกเดือน'],
    ['no order', 'ขอให้ทุกคนนำภาพถ่ายและเรื่องเล่า มาลงเว็บของชมรม'],
  ])('not: %s', (_, text) => {
    expect(ordered(text)).toBe(false);
  });
});

describe('of the whole, by the plan’s name', () => {
  const kept = (text: string, day = '4 พฤศจิกายน 2568') => [
    `<h1>สำนักงานของเรา</h1><p><a href="/1">เส้นทางเดินป่า 2569</a></p><p><a href="/2">เรื่องหนึ่ง</a></p>`,
    plan(),
    h('คุยกันใต้ต้นไม้') + p(day, text),
  ];
  const past = (text: string) => judgePage(kept(text), 'past-year-evaluation');
  test('so many of so many, in the year that it names', () => {
    expect(past('เส้นทางเดินป่าปี 2568 เราปักไว้เก้าหมุด ไปถึงจริงแปด ที่ขาดคือหมุดแนวกันไฟ')).toMatch(/^met/);
    expect(past('เส้นทางเดินป่าปี 2567 เราปักไว้เก้าหมุด ไปถึงจริงแปด ที่ขาดคือหมุดแนวกันไฟ')).not.toMatch(/^met/);
    expect(past('ค่ายลูกเสือปี 2568 เราปักไว้เก้าหมุด ไปถึงจริงแปด ที่ขาดคือหมุดแนวกันไฟ')).not.toMatch(/^met/);
  });
});

describe('a timetable of the whole school', () => {
  const said = p(
    'ตารางนี้บอกว่าตั้งแต่ 16 พฤษภาคม 2568 ถึง 31 มีนาคม 2569 โรงเรียนจะทำอะไรและใช้เงินเท่าไร คณะกรรมการสถานศึกษาเห็นชอบแล้วเมื่อ 9 พฤษภาคม 2568',
  );
  const rows = (aim: string) =>
    table(
      `จันทร์ ${aim}เด็กอ่านเก่ง|ชั่วโมงนิทานก่อนนอน 9,000 บาท ตลอดปี|ห้องสมุดใต้ถุน 14,000 บาท ก.ค.`,
      `อังคาร ${aim}บ้านสะอาด|ซ่อมก๊อกน้ำทั้งอาคาร 22,000 บาท|ธนาคารขวด 3,000 บาท ส.ค.`,
      `พุธ ${aim}พ่อแม่มาด้วย|เยี่ยมบ้านทุกหลัง 8,000 บาท|ตลาดนัดวันเสาร์ 4,000 บาท ธ.ค.`,
    );
  const judged = (title: string, aim: string, criterion: string) =>
    judgePage(
      [`<h1>โรงเรียนของเรา</h1><p><a href="/1">${title} 2568</a></p>`, h(`${title} ปีการศึกษา 2568`) + said + rows(aim)],
      criterion,
      { kind: 'school', name: 'โรงเรียนบ้านไผ่เหลือง' },
      '2026-02-10',
    );
  test('tells works in its cells, and to what end in the first', () => {
    expect(judged('ตารางเรียนของโรงเรียนทั้งโรง', 'มุ่ง', 'projects')).toMatch(/^met/);
    expect(judged('ตารางเรียนของโรงเรียนทั้งโรง', 'มุ่ง', 'work-programmes')).toMatch(/^met/);
    expect(judged('ตารางเรียนของโรงเรียนทั้งโรง', 'วัน', 'work-programmes')).not.toMatch(/^met/);
  });
  test('a pupils’ timetable is none', () => {
    expect(judged('ตารางเรียนชั้นประถม', 'มุ่ง', 'projects')).not.toMatch(/^met/);
  });
});

test('stars that parents gave', () => {
  const asked = (who: string) =>
    judgePage(
      [
        '<h1>โรงเรียน</h1><p><a href="/1">ดาวของเรา</a></p>',
        h('ดาวของเรา') + p(`ถาม${who} 90 คนเมื่อ 9 มิถุนายน 2568 เรื่องรถรับส่งได้ 3.8 ดาว เรื่องสนามได้ 4.4 ดาว`),
      ],
      'stakeholder-survey',
    );
  expect(asked('ผู้ปกครอง')).toMatch(/^met/);
  expect(asked('ครูและเจ้าหน้าที่')).not.toMatch(/^met/);
});
