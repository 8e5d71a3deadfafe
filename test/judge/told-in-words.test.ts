// Sums and counts in words, letters of reply, what is said over a table at a meeting, boards and bars.
import { describe, expect, test } from 'vitest';
import { norm } from '../../src/judge/lexicon.ts';
import { workFacts } from '../../src/judge/work-line.ts';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const met = (verdict: string) => verdict.startsWith('met');
const both = ['monitoring-results', 'budget-progress'];

describe('a line in words', () => {
  const told = (text: string) => {
    const facts = workFacts(norm(text));
    return (['budget', 'spent', 'progress'] as const).filter((id) => facts?.[id] !== undefined).join(' ');
  };
  test.each([
    ['ปูกระเบื้องไปแล้วสามช่วงจากห้าช่วง จ่ายช่างไปแล้วเก้าหมื่นบาท', 'spent progress'],
    ['ตั้งเงินไว้ 45,000 บาท เงินออกไปสามหมื่นสองพันบาท', 'budget spent'],
    ['อบรมจบไปเมื่อเดือนมกราคม', 'progress'],
    ['ตั้งงบสองแสนบาท จะเริ่มเดือนหน้า', 'budget'],
    ['ปีงบประมาณผ่านไปแล้วครึ่งปี', ''],
    ['จ่ายเงินเดือนไปแล้ว', ''],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a newsletter in words', () => {
  const letter = (...lines: string[]) =>
    `<h1>สารชาวเกาะทราย เมษายน 2569</h1><h2>งานตามแผนปีนี้ไปถึงไหนแล้ว</h2>${lines.map((line) => `<p>${line}</p>`).join('')}`;
  const work = [
    'ทางเท้าหน้าตลาด ตั้งงบไว้สองแสนบาท ปูกระเบื้องไปแล้วสามช่วงจากห้าช่วง',
    'อบรมมัคคุเทศก์น้อย ตั้งเงินไว้ 30,000 บาท อบรมจบไปเมื่อเดือนมกราคม',
    'ป้ายบอกทาง ตั้งเงินไว้ 45,000 บาท ยังไม่ได้สั่งทำ',
  ];
  const paid = ['จ่ายช่างไปแล้วเก้าหมื่นบาท', 'ใช้เงินสองหมื่นแปดพันบาท', 'ยังไม่ได้จ่ายสักบาท'];
  test('tells of work and money', () => {
    const html = letter(...work.map((line, at) => `${line} ${paid[at]}`));
    for (const criterion of ['projects', ...both]) expect(met(judgePage(html, criterion)), criterion).toBe(true);
  });
  test('of work alone', () => {
    expect(met(judgePage(letter(...work), 'monitoring-results'))).toBe(true);
    expect(met(judgePage(letter(...work), 'budget-progress'))).toBe(false);
  });
});

describe('a letter of reply', () => {
  const reply = (...lines: string[]) =>
    [
      'ที่ กษ 0012/77',
      '12 พฤษภาคม 2569',
      'เรื่อง แจ้งความคืบหน้าโครงการในแผนปฏิบัติราชการ ปี 2569',
      'เรียน ประธานสภาเกษตรกร',
      'ตามที่สอบถามโครงการแปลงใหญ่ทุเรียน และโครงการอบรมยุวเกษตร ว่าทำไปถึงไหน นั้น',
      ...lines,
      'จึงเรียนมาเพื่อทราบ',
    ].join('\n');
  test('that tells it', () => {
    const text = reply(
      'เรื่องแปลงใหญ่ทุเรียน ตั้งไว้ 4 แปลง ตอนนี้ลงทะเบียนครบแล้ว ได้เงินมา 300,000 บาท ใช้ไป 140,000 บาท',
      'เรื่องอบรมยุวเกษตร จัดจบไปแล้วสองรุ่น ใช้เงินเก้าหมื่นบาท จากที่ตั้งไว้ 120,000 บาท',
    );
    for (const criterion of ['projects', ...both]) expect(met(judgeDocument(text, criterion)), criterion).toBe(true);
  });
  test('that says where to look', () => {
    const text = reply('ขอเรียนว่าท่านขอดูแฟ้มได้ที่สำนักงานในวันเวลาราชการ');
    for (const criterion of both) expect(met(judgeDocument(text, criterion)), criterion).toBe(false);
  });
});

describe('over a table at a meeting', () => {
  const minutes = (item: string, said: string) =>
    [
      '# รายงานการประชุมหัวหน้าส่วนราชการ ครั้งที่ 4/2569 วันที่ 2 เมษายน 2569',
      '## วาระที่ 1 เรื่องแจ้งเพื่อทราบ',
      `## วาระที่ 3 ${item}`,
      '| เรื่อง | คนรับผิดชอบ | ทำไปแล้ว | ใช้เงินไป (บาท) |',
      '| ตลาดนัดเกษตรกร 12 ครั้ง | นางเอก | จัดไป 5 ครั้ง | 50,000 จาก 120,000 |',
      '| อบรมอาสาสมัคร 3 รุ่น | นายโท | ยังไม่ได้จัด | ยังไม่ใช้ |',
      '| ปลูกป่าชายเลน | นายตรี | ปลูกครบแล้ว 20 ไร่ | 60,000 จาก 60,000 |',
      said,
    ].join('\n');
  const plan = 'ติดตามงานตามแผนปฏิบัติราชการ ปี 2569';
  const advice = 'หัวหน้าสำนักงาน: อบรมอาสาสมัคร ถ้าวิทยากรไม่ว่าง ให้ใช้วิทยากรจากอำเภอแทน';
  test('on the plan’s work', () => {
    for (const criterion of ['projects', 'recommendations', ...both])
      expect(met(judgeDocument(minutes(plan, advice), criterion)), criterion).toBe(true);
  });
  test('thanks are no advice', () => {
    expect(met(judgeDocument(minutes(plan, 'หัวหน้าสำนักงาน: ขอบคุณทุกกลุ่มงาน'), 'recommendations'))).toBe(false);
  });
  test('not on what others ordered', () => {
    const text = minutes('ติดตามงานตามข้อสั่งการของกระทรวง', advice);
    for (const criterion of ['projects', 'recommendations', ...both])
      expect(met(judgeDocument(text, criterion)), criterion).toBe(false);
  });
});

describe('a board printed in one row', () => {
  const board = (title: string, cards: string) => judgeDocument(`# ${title}\n| ${cards} |`, 'monitoring-results');
  const cards = 'โครงการทั้งหมด 12 | เสร็จ 3 | กำลังดำเนินการ 7 | ล่าช้า 2 | เบิกจ่าย 41%';
  test('counts the plan’s projects by stage', () => {
    expect(met(board('ระบบติดตามแผนปฏิบัติราชการ ปีงบประมาณ: 2569', cards))).toBe(true);
  });
  test.each([
    [
      'parts that are not the whole',
      'ระบบติดตามแผนปฏิบัติราชการ ปีงบประมาณ 2569',
      'โครงการทั้งหมด 12 | เสร็จ 3 | กำลังดำเนินการ 4',
    ],
    ['complaints', 'ระบบติดตามเรื่องร้องเรียน ปีงบประมาณ 2569', 'เรื่องทั้งหมด 12 | เสร็จ 3 | กำลังดำเนินการ 7 | ล่าช้า 2'],
  ])('not %s', (_, title, given) => {
    expect(met(board(title, given))).toBe(false);
  });
});

describe('bars and sums in one cell', () => {
  const bars = (steps: string, money: string) =>
    `# งานตามแผนปฏิบัติการ ปี 2569\n| โครงการ | ${steps} | ${money} |\n| ตลาดเกษตรกร | ▓▓▓░░ | 1.2/2.0 |\n| อบรมอาสา | ▓▓▓▓▓ | 0.4/0.4 |\n| ปลูกป่าชายเลน | ░░░░░ | 0/0.6 |`;
  test.each([
    ['เดินถึงขั้นไหน', 'เบิก/งบ (ล้านบาท)'],
    ['ทำได้กี่ขั้น (เต็ม 5)', 'เงินออกไป/ที่ได้ (ล้านบาท)'],
  ])('%s, %s', (steps, money) => {
    for (const criterion of both) expect(met(judgeDocument(bars(steps, money), criterion)), criterion).toBe(true);
  });
  test('of how much they matter, and of what was asked for', () => {
    for (const criterion of both)
      expect(met(judgeDocument(bars('สำคัญแค่ไหน', 'อนุมัติ/ขอ (ล้านบาท)'), criterion)), criterion).toBe(false);
  });
});

describe('whose plan it is', () => {
  const plan = (...title: string[]) =>
    `${title.map((line, at) => (at === 0 ? `# ${line}` : line)).join('\n')}\n| โครงการ | งบ | เดือน |\n| รับน้อง | 10,000 | มิ.ย. |\n| กีฬาสี | 30,000 | ธ.ค. |\n| ค่ายอาสา | 25,000 | มี.ค. |`;
  const college = { kind: 'college', name: 'วิทยาลัยการอาชีพเกาะทราย' } as const;
  test.each([
    [['แผนปฏิบัติการประจำปี 2569', 'คณะกรรมการนักศึกษา วิทยาลัยการอาชีพเกาะทราย']],
    [['แผนปฏิบัติการประจำปี 2569 ขององค์การนักศึกษา']],
    [['สภานักเรียน นักศึกษา แผนปฏิบัติการประจำปีการศึกษา 2569']],
  ])('students’: %j', (title) => {
    for (const criterion of ['plan-current', 'projects'])
      expect(met(judgeDocument(plan(...title), criterion, college)), criterion).toBe(false);
  });
  test('the college’s', () => {
    expect(met(judgeDocument(plan('แผนปฏิบัติการประจำปี 2569', college.name), 'plan-current', college))).toBe(true);
  });
});

describe('the book of the year’s plan', () => {
  const card = (label: string) =>
    judgePage(`<h1>เปิดข้อมูล</h1><h2>ปีนี้ทำอะไร</h2><p><a href="/b.pdf">${label}</a></p>`, 'plan-link');
  test.each(['เปิดอ่านเล่มแผนปี 2569', 'ดาวน์โหลดเล่มแผน 2569'])('%s', (label) => {
    expect(met(card(label))).toBe(true);
  });
  test.each(['เล่มแผนปี 2566-2570', 'เล่มแผนจัดซื้อจัดจ้างปี 2569', 'หนังสือแผนที่ปี 2569', 'เล่มแผนปี 2569 ด้านบุคลากร'])(
    'not %s',
    (label) => {
      expect(met(card(label))).toBe(false);
    },
  );
});
