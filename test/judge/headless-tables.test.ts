// Tables with nothing over them: what the figures show, or a note below says of the columns; and sums of other things.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell.trim()}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const met = (pages: string | readonly string[], criterion: string) => judgePage(pages, criterion).startsWith('met');

const rows = [
  'ซ่อมฝายชะลอน้ำ | 6 แห่ง | 90,000 | ช่างวิชัย | พ.ย.-ก.พ.',
  'ปลูกหญ้าแฝกริมห้วย | 4 ไร่ | 32,000 | ทีมป่า | มิ.ย.',
  'สอนเด็กดูนก | 2 รุ่น | 18,500 | ทีมป่า | ตลอดปี',
];
const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${table(...rows)}`;

describe('a plan’s works', () => {
  test('with money and months', () => {
    expect(met(plan, 'projects')).toBe(true);
  });
  test('with money and ticks in the last twelve columns', () => {
    const ticked = (...at: readonly number[]) =>
      Array.from({ length: 12 }, (_, month) => (at.includes(month) ? '/' : '')).join(' | ');
    const sheet = [
      `ซ่อมฝายชะลอน้ำ | 90,000 | ${ticked(1, 2)}`,
      `ปลูกหญ้าแฝกริมห้วย | 32,000 | ${ticked(8)}`,
      `สอนเด็กดูนก | 18,500 | ${ticked(4, 7)}`,
    ];
    expect(met(`<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${table(...sheet)}`, 'projects')).toBe(true);
  });
  test.each([
    ['a price list', ['ทุเรียนหมอนทอง | 185 | กก. | ม.ค.', 'มังคุดคละ | 62 | กก. | ม.ค.', 'เงาะโรงเรียน | 38 | กก. | ม.ค.']],
    [
      'bills by the day',
      ['ค่าไฟฟ้าสำนักงาน | 4,500 | 12 ม.ค.', 'ค่าน้ำประปา | 1,200 | 15 ม.ค.', 'ค่าโทรศัพท์ | 900 | 20 ม.ค.'],
    ],
    [
      'two sums',
      ['งบบุคลากร | 950,000 | 400,000 | ม.ค.', 'งบดำเนินงาน | 120,000 | 80,000 | ม.ค.', 'งบลงทุน | 60,000 | 9,000 | ม.ค.'],
    ],
  ])('not %s', (_, other) => {
    expect(met(`<h1>งานปี 2569</h1>${table(...other)}`, 'projects')).toBe(false);
  });
});

describe('a ledger', () => {
  const sums = [
    'ซ่อมฝาย | 90,000 | 61,250 | 28,750',
    'หญ้าแฝกริมห้วย | 32,000 | 32,000 | 0',
    'เด็กดูนก | 18,500 | 9,000 | 9,500',
  ];
  const states = ['ทำไป 4 แห่งแล้ว', 'เสร็จแล้ว', 'ยังไม่ถึงรุ่นสอง'];
  const ledger = (with_: readonly string[]) =>
    `<h2>คุมเงิน ปีงบ 69</h2>${table(...sums.map((sum, at) => `${sum} | ${with_[at]}`))}`;
  test('of the plan’s projects by a part of their names', () => {
    expect(met([plan, ledger(states)], 'budget-progress')).toBe(true);
  });
  test.each([
    ['an account of money', 'คุมเงิน ปีงบ 69', true],
    ['nobody knows what', 'งานปีงบ 69', false],
  ])('without what is left, of %s', (_, title, told) => {
    const two = sums.map((sum, at) => `${sum.split('|').slice(0, 3).join('|')} | ${states[at]}`);
    expect(met([plan, `<h2>${title}</h2>${table(...two)}`], 'budget-progress')).toBe(told);
  });
  test('not of prices that were agreed', () => {
    expect(met([plan, ledger(['เซ็นสัญญาแล้ว', 'ตรวจรับแล้ว', 'เซ็นสัญญาแล้ว'])], 'budget-progress')).toBe(false);
    expect(met([plan, ledger(states).replace('คุมเงิน', 'งานจ้าง')], 'budget-progress')).toBe(false);
  });
  test('not without how far they are', () => {
    expect(met([plan, ledger(['-', '-', '-'])], 'budget-progress')).toBe(false);
  });
  test('not of other things', () => {
    const other = ledger(states).replace('ซ่อมฝาย', 'รถดับเพลิงคันเก่า').replace('หญ้าแฝกริมห้วย', 'เครื่องพิมพ์');
    expect(met([plan, other], 'budget-progress')).toBe(false);
  });
  test('whose columns a note below names', () => {
    const spent = [
      'ซ่อมฝาย | 61,250 | 90,000 | 4 แห่ง',
      'หญ้าแฝกริมห้วย | 32,000 | 32,000 | ปลูกครบแล้ว',
      'เด็กดูนก | 9,000 | 18,500 | รุ่นแรกจบแล้ว',
    ];
    const page = (note: string) => `<h2>คุมเงิน ปีงบ 69</h2>${table(...spent)}<p>${note}</p>`;
    expect(met([plan, page('คอลัมน์เรียงตามนี้: งาน / จ่ายแล้ว / งบ / ถึงไหน')], 'budget-progress')).toBe(true);
    expect(met([plan, page('ช่องทางติดต่อ: โทร / ไลน์ / อีเมล / ไปรษณีย์')], 'budget-progress')).toBe(false);
  });
});
