// Tables that lay cards out side by side: each cell is a project of its own. A table whose columns mean something is none of them.
import { describe, expect, test } from 'vitest';
import { withCellCards } from '../../src/judge/cell-cards.ts';
import type { IndexedSegment } from '../../src/judge/records.ts';
import { judgePage } from './judge-page.ts';

const rows = (...texts: string[]) =>
  `<table>${texts.map((text) => `<tr><td>${text.replaceAll('|', '</td><td>')}</td></tr>`).join('')}</table>`;
const page = (table: string) => `<h1>รายงานความก้าวหน้าแผนการดำเนินงาน ปีงบประมาณ 2569</h1>${table}`;
const met = (table: string, criterion: string) => judgePage(page(table), criterion).startsWith('met');

const hall = 'ลานธรรมหน้าวัด<br>ตั้งไว้ 150,000 จ่าย 92,400<br>กำลังทำ';
const ride = 'รถรับส่งผู้สูงวัย<br>ตั้งไว้ 40,000 จ่าย 40,000<br>แล้วเสร็จ';

describe('cells that tell name, sums and state', () => {
  test.each(['projects', 'budget-progress', 'monitoring-results'])('are projects: %s', (criterion) => {
    expect(met(rows(`${hall}|${ride}`), criterion)).toBe(true);
    expect(met(rows(hall), criterion)).toBe(false);
  });
});

describe('segments', () => {
  const row = (index: number, table: number, ...cells: string[]): IndexedSegment => ({
    index,
    segment: { kind: 'row', text: cells.join(' | '), cells, region: 'main', locator: { table, row: index } },
  });
  const card = (name: string) => `${name} ตั้งไว้ 40,000 จ่าย 12,000`;

  test('stand for cells in the order and at the place of their row, whatever stands around', () => {
    const before = row(0, 1, 'ชื่อ', 'งบประมาณ');
    const empty = row(2, 2, card('ค'), ' ');
    const lines = withCellCards([before, row(1, 2, card('ก'), card('ข')), empty]);
    expect(lines[0]).toBe(before);
    expect(lines.slice(1).map(({ index, segment }) => [index, segment.kind, segment.text])).toEqual([
      [1, 'paragraph', card('ก')],
      [1, 'paragraph', card('ข')],
      [2, 'paragraph', card('ค')],
    ]);
  });

  test.each([
    ['columns of sums', [row(0, 1, 'ก', '40,000', '12,000'), row(1, 1, 'ข', '90,000', '0')]],
    [
      'a column with both sums beside the names',
      [row(0, 1, 'ก', 'ตั้งไว้ 40,000 จ่าย 12,000'), row(1, 1, 'ข', 'ตั้งไว้ 90,000 จ่าย 0')],
    ],
    ['one card alone', [row(0, 1, card('ก'))]],
    ['one card in each of two tables', [row(0, 1, card('ก')), row(1, 2, card('ข'))]],
  ])('stay as they are: %s', (_, segments) => {
    expect(withCellCards(segments)).toBe(segments);
  });
});
