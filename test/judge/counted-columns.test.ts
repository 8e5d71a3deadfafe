// Columns in the words for money of which the unit says that they count something else.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const cell = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`;
const row = (tag: string, cells: readonly string[]) => `<tr>${cells.map(cell(tag)).join('')}</tr>`;
const title = '<h1>ติดตามโครงการตามแผนปฏิบัติราชการประจำปีงบประมาณ 2569 ไตรมาส 2</h1>';
const works: readonly (readonly string[])[] = [
  ['ปลูกป่าชายเลน', '54,000', '41,200', '12,800', 'ปลูกแล้ว 3 แปลง'],
  ['ป่าในเมือง', '18,000', '18,000', '0', 'ส่งมอบแล้ว'],
  ['ธนาคารกล้าไม้', '30,000', '15,600', '14,400', 'กำลังทำ'],
];
const heads = (unit = '') => ['โครงการ', `ได้รับจัดสรร${unit}`, `ใช้ไป${unit}`, `คงเหลือ${unit}`, 'ความก้าวหน้า'];
const page = (over: string, unit = '', inCells = '') => {
  const rows = works.map((cells) => cells.map((text, at) => (at > 0 && at < 4 ? text + inCells : text)));
  return `${title}${over}<table>${row('th', heads(unit))}${rows.map((cells) => row('td', cells)).join('')}</table>`;
};
const verdicts = (html: string) =>
  ['budget-progress', 'monitoring-results', 'projects'].map((id) => judgePage(html, id).startsWith('met'));

describe('money', () => {
  test.each([
    ['said over the table', page('<p>หน่วย: บาท</p>')],
    ['in thousands', page('<p>(หน่วย : พันบาท)</p>')],
    ['said in the heads', page('', ' (บาท)')],
    ['in the heads, whatever is said of the rest', page('<p>หน่วย: แห่ง</p>', ' (บาท)')],
    ['said nowhere', page('')],
    ['under the name of an office', page('<p>หน่วยงาน: ศูนย์เพาะชำกล้าไม้</p>')],
    ['under the kind of source', page('', ' (เงินรายได้)')],
  ])('%s', (_, html) => {
    expect(verdicts(html)).toEqual([true, true, true]);
  });
});

describe('no money', () => {
  test.each([
    ['seedlings, over the table', page('<p>หน่วย: ต้น</p>')],
    ['in thousands of doses', page('<p>(หน่วยนับ : พันโดส)</p>')],
    ['in the line that says what they are', page('<p>พันธุ์กล้าไม้ที่แจกจ่าย หน่วย: กล้า</p>')],
    ['in the heads', page('', ' (ชั่วโมง)')],
    ['in the cells', page('', '', ' ต้น')],
  ])('%s', (_, html) => {
    expect(verdicts(html)).toEqual([false, true, true]);
  });
});
