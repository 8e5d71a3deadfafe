// Plans whose rows are of programmes by codes alone, which another page tells; and codes of other things.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const table = (...rows: readonly string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell.trim()}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${table(
  'S11 | ปลูกหญ้าแฝกริมห้วย | 4 ไร่ | 32,000 | มิ.ย.',
  'S11 | ซ่อมฝายชะลอน้ำ | 6 แห่ง | 90,000 | ก.พ.',
  'S12 | สอนเด็กดูนก | 2 รุ่น | 18,500 | พ.ค.',
)}`;
const met = (page: string) => judgePage([plan, page], 'work-programmes').startsWith('met');

test('another page tells what the codes stand for', () => {
  expect(met(`<h2>รหัส</h2>${table('S11 | ยุทธศาสตร์น้ำและป่า', 'S12 | ยุทธศาสตร์การเรียนรู้')}`)).toBe(true);
  expect(met('<h2>รหัส</h2><p>S11 = แผนงานดูแลต้นน้ำ</p><p>S12 = แผนงานการเรียนรู้ของเด็ก</p>')).toBe(true);
});

test.each([
  ['divisions', table('S11 | กองสวัสดิการสังคม', 'S12 | กองการศึกษา')],
  ['other codes', table('K11 | ยุทธศาสตร์น้ำและป่า', 'K12 | ยุทธศาสตร์การเรียนรู้')],
  ['one programme alone', table('S11 | ยุทธศาสตร์น้ำและป่า')],
])('not of %s', (_, other) => {
  expect(met(`<h2>รหัส</h2>${other}`)).toBe(false);
});
