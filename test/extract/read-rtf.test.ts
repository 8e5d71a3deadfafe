// RTF: cells merged over columns and rows, told by where the cells of all rows end.
import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { readRtf } from '../../src/extract/read-rtf.ts';
import type { Segment } from '../../src/model/document.ts';

/** windows-874, escaped. */
const thai = (text: string) =>
  [...text].map((char) => (char >= '\u0e01' ? `\\'${(char.charCodeAt(0) - 0xd60).toString(16)}` : char)).join('');

/** A cell ends at `edge`, twips; `goesOn`: it belongs to the one above. */
type Cell = readonly [edge: number, text: string, goesOn?: boolean];
const row = (...cells: readonly Cell[]) =>
  `\\trowd${cells.map(([edge, , goesOn]) => `${goesOn ? '\\clvmrg' : ''}\\cellx${edge}`).join('')} ${cells
    .map(([, text]) => `\\intbl ${thai(text)}\\cell`)
    .join(' ')}\\row\n`;

async function rows(...table: readonly string[]): Promise<Segment[]> {
  const body = Buffer.from(`{\\rtf1\\ansi\\ansicpg874 ${table.join('')}\\pard ${thai('จบ')}\\par}`, 'latin1');
  const outcome = await readRtf({ media: 'rtf', body, url: '', limits: documentLimits });
  if (!outcome.ok) expect.fail(outcome.failure.detail);
  return outcome.text.segments.filter(({ kind }) => kind === 'row');
}
const cellsOf = async (...table: readonly string[]) => (await rows(...table)).map(({ cells }) => cells);

const three = (...texts: readonly [string, string, string]) =>
  row([2000, texts[0]], [4000, texts[1]], [6000, texts[2]]);
const data = [three('ขุดลอกคลอง', '150,000', '120,000'), three('ทางเท้า', '240,000', '90,000')];
const read = [
  ['ขุดลอกคลอง', '150,000', '120,000'],
  ['ทางเท้า', '240,000', '90,000'],
];

describe('columns', () => {
  test('a title over all of them is one cell, and the row under it the head', async () => {
    const found = await rows(row([6000, 'รายงานผล']), three('โครงการ', 'งบ', 'จ่าย'), ...data);
    expect(found.map(({ cells }) => cells)).toEqual([['รายงานผล'], ['โครงการ', 'งบ', 'จ่าย'], ...read]);
    expect(found.map(({ header }) => header === true)).toEqual([false, true, false, false]);
  });

  test('a head merged over two is repeated, a cell of a row stands in the first', async () => {
    expect(
      await cellsOf(row([2000, 'โครงการ'], [6000, 'งบประมาณ']), ...data, row([2000, 'รวม'], [6000, '390,000'])),
    ).toEqual([['โครงการ', 'งบประมาณ', 'งบประมาณ'], ...read, ['รวม', '390,000', '']]);
  });

  test('what follows a merged cell keeps its column', async () => {
    const four = (...texts: readonly [string, string, string, string]) =>
      row(...texts.map((text, at): Cell => [2000 * (at + 1), text]));
    const table = [
      four('โครงการ', 'งบ', 'จ่าย', 'ผล'),
      row([4000, 'ไม่ใช้งบ'], [6000, '-'], [8000, 'เสร็จ']),
      four('ทางเท้า', '240,000', '90,000', 'รอ'),
    ];
    expect((await cellsOf(...table))[1]).toEqual(['ไม่ใช้งบ', '', '-', 'เสร็จ']);
  });

  test('edges a rounding apart are one', async () => {
    const rounded = row([2030, 'โครงการ'], [3985, 'งบ'], [6010, 'จ่าย']);
    expect(await cellsOf(rounded, ...data)).toEqual([['โครงการ', 'งบ', 'จ่าย'], ...read]);
  });

  test('a row with fewer edges than cells has its cells one after the other', async () => {
    const loose = three('โครงการ', 'งบ', 'จ่าย').replace('\\cellx4000', '');
    expect(await cellsOf(loose, ...data)).toEqual([['โครงการ', 'งบ', 'จ่าย'], ...read]);
  });
});

describe('rows', () => {
  test('a cell that goes on below is repeated', async () => {
    expect(
      await cellsOf(
        three('แผนงาน', 'โครงการ', 'จ่าย'),
        three('การศึกษา', 'ทุนการศึกษา', '120,000'),
        row([2000, '', true], [4000, 'อาหารกลางวัน'], [6000, '90,000']),
        three('โยธา', 'ขุดลอกคลอง', '75,000'),
      ),
    ).toEqual([
      ['แผนงาน', 'โครงการ', 'จ่าย'],
      ['การศึกษา', 'ทุนการศึกษา', '120,000'],
      ['การศึกษา', 'อาหารกลางวัน', '90,000'],
      ['โยธา', 'ขุดลอกคลอง', '75,000'],
    ]);
  });

  test('a head of two rows, merged both ways', async () => {
    const found = await rows(
      row([2000, 'โครงการ'], [6000, 'งบประมาณ']),
      row([2000, '', true], [4000, 'จัดสรร'], [6000, 'เบิกจ่าย']),
      ...data,
    );
    expect(found.map(({ cells }) => cells)).toEqual([
      ['โครงการ', 'งบประมาณ', 'งบประมาณ'],
      ['โครงการ', 'จัดสรร', 'เบิกจ่าย'],
      ...read,
    ]);
    expect(found.map(({ header }) => header === true)).toEqual([true, true, false, false]);
  });
});

test('cells merged into the one before belong to it', async () => {
  const title = `\\trowd\\clmgf\\cellx2000\\clmrg\\cellx4000\\clmrg\\cellx6000 \\intbl ${thai('รายงานผลการดำเนินงาน')}\\cell\\intbl \\cell\\intbl \\cell\\row\n`;
  const head = `\\trowd\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000 \\intbl ${thai('โครงการ')}\\cell\\intbl ${thai('เงิน')}\\cell\\intbl \\cell\\row\n`;
  expect(await cellsOf(title, head, ...data)).toEqual([
    ['รายงานผลการดำเนินงาน'],
    ['โครงการ', 'เงิน', 'เงิน'],
    ['ขุดลอกคลอง', '150,000', '120,000'],
    ['ทางเท้า', '240,000', '90,000'],
  ]);
});
