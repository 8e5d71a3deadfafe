// DOC: rows as the library gives them, run together or with cells merged, put back into their columns.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { readDoc } from '../../src/extract/read-doc.ts';
import type { Segment } from '../../src/model/document.ts';
import { rowsOf } from './extractor-for-test.ts';

const Library = createRequire(import.meta.url)('word-extractor') as {
  prototype: { extract(source: Buffer): Promise<Record<'getBody' | 'getTextboxes' | 'getFootnotes', () => string>> };
};
afterEach(() => {
  vi.restoreAllMocks();
});

async function segmentsOf(body: Buffer): Promise<readonly Segment[]> {
  const outcome = await readDoc({ media: 'doc', body, url: '', limits: documentLimits });
  if (!outcome.ok) expect.fail(outcome.failure.detail);
  return outcome.text.segments;
}

/** Segments of a body as the library would give it: no library writes DOC. */
async function segmentsOfText(body: string): Promise<readonly Segment[]> {
  vi.spyOn(Library.prototype, 'extract').mockResolvedValue({
    getBody: () => body,
    getTextboxes: () => '',
    getFootnotes: () => '',
  });
  return segmentsOf(Buffer.alloc(0));
}

/** Each cell ends with a tab, each row with another. */
const runTogether = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `${cells.join('\t')}\t\t`).join('');
const onLines = (...rows: readonly (readonly string[])[]) => rows.map((cells) => `${cells.join('\t')}\t\n`).join('');

const table = [
  ['ที่', 'โครงการ', 'เบิกจ่าย'],
  ['1', 'ขุดลอกคลอง', '120,000'],
  ['2', 'ทางเท้าเทศบาล', '240,000'],
];

describe('rows run together on one line', () => {
  test('are parted, the first is the header', async () => {
    const segments = await segmentsOfText(`${runTogether(...table)}\n`);
    expect(segments.map(({ cells, header }) => [cells, header === true])).toEqual(
      table.map((row, at) => [row, at === 0]),
    );
  });

  test('cells that stand empty in them part none', async () => {
    const ticks = [
      ['ที่', 'โครงการ', 'เสร็จ', 'ไม่เสร็จ'],
      ['1', 'ขุดลอกคลอง', '✓', ''],
      ['2', 'ทางเท้า', '', '✓'],
      ['3', 'ตลาดสด', '✓', ''],
    ];
    expect(rowsOf(await segmentsOfText(`${runTogether(...ticks)}\n`))).toEqual(ticks);
  });

  test('a band of one cell between them is a row of its own, what follows the table none', async () => {
    const [head, ...rows] = table as [string[], ...string[][]];
    const line = `${runTogether(head, ['แผนงานการศึกษา'], ...rows)}หมายเหตุ ข้อมูล ณ สิ้นไตรมาส`;
    const segments = await segmentsOfText(`${line}\nย่อหน้าถัดไป`);
    expect(rowsOf(segments)).toEqual([head, ['แผนงานการศึกษา'], ...rows]);
    expect(segments.filter(({ kind }) => kind !== 'row').map(({ text }) => text)).toEqual([
      'หมายเหตุ ข้อมูล ณ สิ้นไตรมาส',
      'ย่อหน้าถัดไป',
    ]);
  });

  test('a head of fewer cells takes none of the rows below', async () => {
    const rows = [
      ['โครงการ', 'งบ'],
      ['1', 'ก', '5'],
      ['2', 'ข', '6'],
      ['3', 'ค', '7'],
    ];
    const [head] = rows;
    expect(rowsOf(await segmentsOfText(`${runTogether(...rows)}\n`))).toEqual([[...head!, ''], ...rows.slice(1)]);
  });

  test('a head over a band stays the head of the rows below', async () => {
    const rows = [['ที่', 'โครงการ', 'งบ'], ['แผนงานการศึกษา'], ['1', 'ก', '5'], ['2', 'ข', '6']];
    const segments = await segmentsOfText(onLines(...rows));
    expect(segments.map(({ cells, header }) => [cells, header === true])).toEqual(
      rows.map((row, at) => [row, at === 0]),
    );
  });

  test('one row with empty cells stays one', async () => {
    const rows = [['รวม', '', '120,000', '', 'ร้อยละ', '80']];
    expect(rowsOf(await segmentsOfText(onLines(...rows)))).toEqual(rows);
  });

  test('rows that nothing shows the width of stay together', async () => {
    const odd = [['ก'], ['ข', 'ค', 'ง'], ['จ', 'ฉ', 'ช', 'ซ', 'ฌ'], ['ญ', 'ฎ']];
    const single = [['รวม', '120,000'], ['ร้อยละ']];
    for (const rows of [odd, single]) expect(await segmentsOfText(`${runTogether(...rows)}\n`)).toHaveLength(1);
  });
});

describe('a head merged over number and name', () => {
  const head = ['กิจกรรม', 'งบประมาณ', 'เบิกจ่าย'];
  const rows = [
    ['1', 'ขุดลอกคลอง', '150,000', '120,000'],
    ['2', 'ทางเท้าเทศบาล', '240,000', '240,000'],
  ];
  const readFirst = async (...all: readonly (readonly string[])[]) => rowsOf(await segmentsOfText(onLines(...all)))[0];

  test('stands over both, also over a band', async () => {
    const widened = ['กิจกรรม', 'กิจกรรม', 'งบประมาณ', 'เบิกจ่าย'];
    expect(await readFirst(head, ...rows)).toEqual(widened);
    expect(await readFirst(head, ['แผนงานการศึกษา'], ...rows)).toEqual(widened);
  });

  test('only over numbers, and where the rows are wider by one', async () => {
    const unnumbered = rows.map(([, ...cells]) => ['งาน', ...cells]);
    expect(await readFirst(head, ...unnumbered)).toEqual([...head, '']);
    expect(await readFirst(head, ...rows.map((cells) => [...cells, '-']))).toEqual([...head, '', '']);
    expect(await readFirst(['ที่', ...head], ...rows)).toEqual(['ที่', ...head]);
  });
});

describe('saved by LibreOffice', () => {
  const saved = (name: string) =>
    segmentsOf(readFileSync(new URL(`../../fixtures/reprinted-documents/files/${name}`, import.meta.url)));

  test('rows on one line', async () => {
    expect(rowsOf(await saved('rp-047.doc'))).toEqual([
      ['ที่', 'โครงการ', 'ครูผู้รับผิดชอบ', 'งบประมาณ', 'ใช้จริง', 'ร้อยละความสำเร็จ', 'หมายเหตุ'],
      ['1', 'สุขภาพดีชีวีมีสุข', 'ครูนิด', '8,000', '7,200', '90', ''],
      ['2', 'คนเก่งคณิต', 'ครูต้น', '5,000', '5,000', '100', ''],
      ['3', 'ห้องเรียนน่าอยู่', 'ครูจ๋า', '12,000', '3,400', '40', 'ทำต่อภาคเรียนที่ 2'],
    ]);
  });

  test('rows on one line, with what follows them', async () => {
    const segments = await saved('rp-048.doc');
    expect(
      rowsOf(segments)
        .slice(-7)
        .map(([first]) => first),
    ).toEqual(['ที่', '1', '2', '3', '4', '5', '6']);
    expect(segments.at(-1)).toMatchObject({ kind: 'paragraph', text: 'ลงชื่อ ……………………… ผู้นิเทศ' });
  });

  test('a head over number and name, a band under it', async () => {
    expect(rowsOf(await saved('rp-046.doc'))).toContainEqual(['โครงการ', 'โครงการ', 'งบประมาณ', 'เบิกจ่าย', 'สถานะ']);
  });
});
