// Letters, minutes and short pages in which so many of the plan's works were done, by whatever name the office has for the plan; and the
// like of other plans, of what is to be, of staff.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const lines = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const met = (html: string, criterion: string, agency?: Parameters<typeof judgePage>[2]) =>
  judgePage(html, criterion, agency).startsWith('met');
const enterprise = { kind: 'state-enterprise', name: 'องค์การสะพานปลาเกาะทราย' } as const;
const results = ['evaluation-results', 'past-year-evaluation'];

describe('so many of the plan’s works', () => {
  const letter = (said: string) =>
    lines('ที่ ทด 12/9', 'เรื่อง งานปีงบประมาณ 2568', 'เรียน ผู้ว่าราชการจังหวัด', said, 'จึงเรียนมาเพื่อโปรดทราบ');
  test.each(results)('done: %s', (criterion) => {
    expect(met(letter('ปี 2568 สำนักงานทำตามแผนปฏิบัติงาน มี 9 เรื่อง สำเร็จ 7 เรื่อง ค้าง 2 เรื่อง'), criterion)).toBe(true);
  });
  test.each([
    ['of a plan against corruption', 'ปี 2568 ทำตามแผนปฏิบัติการป้องกันการทุจริต มี 9 เรื่อง สำเร็จ 7 เรื่อง'],
    ['more than there are', 'ปี 2568 ทำตามแผนปฏิบัติงาน มี 2 เรื่อง ทำจบ 7 คน'],
    ['people', 'ปี 2568 ตามแผนปฏิบัติงาน มีผู้สมัคร 90 คน ผ่าน 70 คน'],
    ['of the year to come', 'ปี 2570 จะทำตามแผนปฏิบัติงาน มี 9 เรื่อง เสร็จก่อน 7 เรื่อง'],
  ])('not %s', (_, said) => {
    expect(met(letter(said), 'past-year-evaluation')).toBe(false);
  });
});

describe('a board', () => {
  const page = (head: string, ...texts: string[]) => `<h3>${head}</h3>${lines(...texts)}`;
  const works = [
    'ก1 ซ่อมท่าเรือ เสร็จ 40% จ่าย 1.6 ล้าน จาก 4 ล้าน',
    'ก2 ห้องเย็น ยังไม่เริ่ม จ่าย 0',
    'ข1 ตาชั่งกลาง เสร็จแล้ว จ่าย 96,000',
  ];
  test('of the plan by its letters', () => {
    for (const criterion of ['monitoring-results', 'budget-progress'])
      expect(met(page('OP69 ไตรมาส 2', ...works), criterion, enterprise), criterion).toBe(true);
    expect(met(page('OP66 ไตรมาส 2', ...works), 'budget-progress', enterprise)).toBe(false);
  });
  test('orders what is to be done about it', () => {
    const told = (last: string) => met(page('OP69 ไตรมาส 2', ...works, last), 'recommendations', enterprise);
    expect(told('ที่ประชุมสั่งให้เร่งห้องเย็นก่อนหน้าร้อน')).toBe(true);
    expect(told('ที่ประชุมขอบคุณทุกฝ่าย')).toBe(false);
  });
});

test('whoever sends figures of the plan’s work, again and again, follows it', () => {
  const page = (what: string) =>
    `<h3>ใครตามงาน</h3>${lines(`ทุกวันที่ 7 หัวหน้าฝ่ายส่งข้อมูล${what}ให้ปลัด`, 'ทุกไตรมาสปลัดเล่าให้นายกฟัง')}`;
  expect(met(page('งานตามแผน'), 'monitoring-mechanism')).toBe(true);
  expect(met(page('ยาในคลัง'), 'monitoring-mechanism')).toBe(false);
});

test('points that buyers and sellers gave are a survey, those of the staff are none', () => {
  const page = (who: string) =>
    `<h3>ถามกัน ปี 69</h3>${lines(`เดือนกุมภาพันธ์ 69 ถาม${who} 90 ราย`, 'ชอบเวลาเปิดใหม่ ร้อยละ 77', 'ให้คะแนนรวม 4.2 เต็ม 5')}`;
  expect(met(page('คนซื้อปลา'), 'stakeholder-survey', enterprise)).toBe(true);
  expect(met(page('พนักงาน'), 'stakeholder-survey', enterprise)).toBe(false);
});
