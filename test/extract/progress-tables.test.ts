// One table over three pages reads the same however it is ruled: every row whole, every cell in its column.
import { describe, expect, test } from 'vitest';
import { progressHeader, progressRows } from '../../fixtures/build/progress-table.ts';
import { extractorForTest, fixture } from './extractor-for-test.ts';

const { read } = extractorForTest();
const plain = (cells: readonly string[]) => cells.map((cell) => cell.replace(/\s/g, ''));

describe.each(['ruled', 'open', 'lines', 'posts', 'shaded'])('%s', (name) => {
  test('rows and cells', async () => {
    const { segments, pageCount } = await read(fixture(`progress-${name}.pdf`));
    const rows = segments.filter(({ kind }) => kind === 'row');
    expect(pageCount).toBe(3);
    expect(rows.map(({ cells }) => plain(cells!))).toEqual([progressHeader, ...progressRows].map(plain));
    expect(rows.map(({ locator }) => [locator.table, locator.row])).toEqual(rows.map((_, index) => [1, index + 1]));
    expect(rows.filter(({ header }) => header)).toEqual([rows[0]]);
    expect(new Set(rows.map(({ locator }) => locator.page))).toEqual(new Set([1, 2, 3]));
  });

  test('nothing of the table is repeated outside it', async () => {
    const { segments } = await read(fixture(`progress-${name}.pdf`));
    expect(segments.filter(({ kind }) => kind !== 'row' && kind !== 'title').map(({ text }) => text)).toEqual([
      'รายงานผลการดำเนินงานตามแผน',
      'รายงานฉบับนี้แสดงความก้าวหน้าของโครงการทั้งหมด',
      'ปัญหาและอุปสรรค ไม่มี',
    ]);
  });
});
